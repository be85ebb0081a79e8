"""What the README tells people to type works as it stands: on Linux, in a home with a space and an accent."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
from helpers.places import README, ROOT

TEXT = README.read_text(encoding="utf-8")


def section(heading: str) -> str:
    """Return what stands in the README under *heading*."""
    return re.split(r"^##+ ", TEXT.partition(f"# {heading}\n")[2], maxsplit=1, flags=re.MULTILINE)[0]


def lines(heading: str) -> list[str]:
    """Return the lines to type under *heading*."""
    blocks = re.findall(r"^```(?:sh|powershell)\n(.*?)^```", section(heading), re.MULTILINE | re.DOTALL)
    return [line for block in blocks for line in block.splitlines()]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with a space and an accent, with the folder of the README in Downloads."""
    home = tmp_path / "map van José"
    folder = home / "Downloads" / "routekaart"
    for name in ("routekaart_cli", "content"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("README.md", "pyproject.toml"):
        shutil.copy(ROOT / name, folder)
    return home


def bash(home: Path, script: str, source: str = "") -> subprocess.CompletedProcess[str]:
    """Run *script* at *home*, with *source* typed; the libraries are lent from here, so that nothing is fetched."""
    without = ("VIRTUAL_ENV", "PYTHONPATH")
    environ = {name: waarde for name, waarde in os.environ.items() if name not in without} | {
        "HOME": str(home),
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": sysconfig.get_path("purelib"),
        "PIP_NO_INDEX": "1",
        "PIP_NO_DEPS": "1",
        "PIP_NO_BUILD_ISOLATION": "0",  # pip reads this as: none
        "ACCESSIBLE": "1",
    }
    return subprocess.run(
        ["bash", "-ec", script],
        cwd=home, env=environ, input=source, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip


def test_the_steps_for_linux_install_start_update_and_remove(home: Path) -> None:
    *steps, remove = lines("Linux")
    assert len(steps) == 6
    began = bash(home, "\n".join(steps), "De Zonnehoek\n")
    assert began.returncode == 0, began.stderr
    project = home / "Documenten" / "Routekaart" / "routekaart-project.yaml"
    assert "De Zonnehoek" in project.read_text(encoding="utf-8")
    (further,) = re.findall(r"Ga verder met:\s+(.*start)$", began.stderr.replace("\u00a0", " "), re.MULTILINE)
    again = bash(home, f"{steps[-2]}\n{further}", "")
    assert again.returncode == 0, again.stderr

    folder = home / "Downloads" / "routekaart"
    package = folder / "routekaart_cli" / "__init__.py"
    package.write_text(package.read_text(encoding="utf-8").replace('VERSIE = "', 'VERSIE = "9'), encoding="utf-8")
    install = next(line for line in steps if "pip install" in line)
    program = steps[-1].split()[0]
    updated = bash(home, f"{steps[0]}\n{install}\n{program} --versie")
    assert updated.stdout.splitlines()[-3].startswith("routekaart 9"), updated.stdout + updated.stderr

    for what, code in (("doel: Dit veranderde ik.", 0), ("kapot: [", 1)):
        text = (ROOT / "content" / "fasen" / "3-verdiepen.yaml").read_text(encoding="utf-8")
        changed = re.sub(r"^doel: .*(\n  .*)*", what, text, count=1, flags=re.MULTILINE)
        (folder / "content" / "fasen" / "3-verdiepen.yaml").write_text(changed, encoding="utf-8")
        for way in (program, f"PYTHONPATH={sysconfig.get_path('purelib')}:. python3 -m routekaart_cli"):
            check, show = [
                line.replace("routekaart ", f"{way} ", 1)
                for line in re.findall(r"^\d\. .*?`(routekaart [^`]*)`", section("De teksten veranderen"), re.MULTILINE)
            ]
            checked = bash(home, f"{steps[0]}\n{check}")
            assert checked.returncode == code, checked.stdout + checked.stderr
            assert str(folder / "content") in checked.stdout or "content/fasen/3-verdiepen.yaml" in checked.stderr
            if code == 0:
                assert "Dit veranderde ik." in bash(home, f"{steps[0]}\n{show}").stdout

    assert bash(home, remove).returncode == 0
    assert not (home / "routekaart-programma").exists()
    assert project.exists()


def test_no_step_for_windows_is_one_that_its_powershell_cannot_read() -> None:
    for line in lines("Windows"):
        assert "&&" not in line
        assert "'" not in line
        assert not re.match(r"[\"$]", line), "a quoted path is a command only behind an &"


def test_an_older_python_says_in_dutch_what_is_needed() -> None:
    script = "import sys; sys.version_info = (3, 9, 18); import routekaart_cli.__main__"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("Routekaart heeft Python 3.11 of nieuwer nodig. Dit is Python 3.9.\n")
