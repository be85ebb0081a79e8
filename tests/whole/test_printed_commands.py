"""Every command line on a screen works when it is typed as it stands, however the program was called."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from helpers.world import World

from routekaart_cli import __main__
from routekaart_cli.cli.app import COMMANDS
from routekaart_cli.environment.world import Environment

SHOWN_BY = [
    [], ["status"], ["fase"], ["fase", "2"], ["fase", "2", "--alles"], ["stap", "2.1"], ["stap", "3.6"], ["gemeente"],
    ["tips"], ["tips", "1"], ["voorbeelden"], ["voorbeelden", "1"], ["begrippen"], ["begrippen", "warmtenet"],
    ["begrippen", "warmtenett"], ["zoek", "de wijk"], ["zoek", "wijkk"], ["contact"], ["contact", "drenthe"],
    ["actueel"], ["hulp"], ["hulp", "toetsn"], ["vragen"], ["nakijken"], ["terugdraaien", "--lijst"],
    ["terugdraaien", "--sessie"], ["controleer"], ["export", "plan.md"], ["export", "plan.md"], ["agenda"],
    ["werkblad", "2", "--naar", "in te vullen.yaml"], ["kopie", "naar jan.yaml"], ["samenvoegen"],
    ["inhoud", "controleer"], ["inhoud", "kaart"], ["inhoud", "x"], ["overzicht"],
    ["voltooiing"], ["voltooiing", "bas"], ["stap"],
    ["stap", "9.9"], ["stap", "1.1", "--wie", "Tom"], ["terugdraaien"], ["vergeet", "Kees"],
    ["start", "--antwoord", "x"], *([command.naam, "--help"] for command in COMMANDS),
]  # fmt: skip


def test_each_command_on_a_screen_is_one_that_the_program_knows(
    zonnehoek: World, monkeypatch: pytest.MonkeyPatch, record_property: Callable[[str, int], None]
) -> None:
    shown: set[str] = set()
    spell = Environment.spell

    def remember(env: Environment, text: str) -> str:
        found = spell(env, text)
        shown.update(re.findall(r"routekaart\u00a0[^\n ]+", found))
        return found

    monkeypatch.setattr(Environment, "spell", remember)
    for opdracht in SHOWN_BY:
        zonnehoek.run(*opdracht)
    zonnehoek.run("start", "--antwoord", "groep.naam=Groep van Kees Brouwer")
    monkeypatch.undo()
    assert len(shown) > 40
    before = zonnehoek.bestand.read_bytes()
    for line in sorted(shown):
        zonnehoek.bestand.write_bytes(before)
        program, *words = shlex.split(line.replace("\u00a0", " ").rstrip(".)"))
        outcome = zonnehoek.run(*words)
        assert program == "routekaart"
        assert words[0] in {command.naam for command in COMMANDS}
        assert outcome.code in (0, 1, 4), f"{line}:\n{outcome.stderr}"
    record_property("distinct commands on screens, run", len(shown))


@pytest.mark.parametrize("way", ["on the path", "by a path", "as a module"])
def test_a_command_can_be_typed_as_it_was_shown(tmp_path: Path, zonnehoek: World, way: str) -> None:
    folder = tmp_path / "mijn map's"
    folder.mkdir()
    (folder / "plan.yaml").write_bytes(zonnehoek.bestand.read_bytes())
    (folder / "bin").mkdir()
    script = folder / "bin" / "routekaart"
    script.write_text(f"#!{sys.executable}\nfrom {__main__.__name__} import main\nmain()\n", encoding="utf-8")
    script.chmod(0o755)
    source = Path(__main__.__file__).parents[1]
    environ = {**os.environ, "PYTHONPATH": str(source), "COLUMNS": "200"}
    if way == "on the path":
        environ["PATH"] = f"{script.parent}{os.pathsep}{environ['PATH']}"
    begin = {
        "on the path": "routekaart",
        "by a path": "./bin/routekaart",
        "as a module": f"{shlex.quote(sys.executable)} -m routekaart_cli",
    }[way]
    shell = shutil.which("bash") or "/bin/sh"

    def type_in(line: str) -> str:
        done = subprocess.run(
            [shell, "-c", line], cwd=folder, env=environ, capture_output=True, encoding="utf-8", check=False
        )
        assert done.returncode == 0, f"{line}\n{done.stderr}"
        return done.stdout

    page = type_in(f"{begin} fase 2 --project {shlex.quote(str(folder / 'plan.yaml'))}")
    lines = [line.strip() for line in page.split("\n") if line.startswith(f"  {begin} ")]
    typed = [re.split(" {2,}", line)[0] for line in lines]
    assert len(typed) == 4
    for line in typed:
        assert shlex.quote(str(folder / "plan.yaml")) in line
        if " start " not in line:
            type_in(line)
