"""The wheel: it holds all content, and works where nothing of this folder is."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest
from helpers.places import ROOT
from helpers.world import INHOUD


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this folder."""
    target = tmp_path_factory.mktemp("dist")
    opdracht = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(target), str(ROOT)]
    subprocess.run(opdracht, check=True, capture_output=True)
    return next(target.glob("*.whl"))


def test_the_wheel_holds_exactly_the_content_of_the_folder(wheel: Path) -> None:
    folder = ROOT / "content"
    expected = {
        f"routekaart_cli/content/{path.relative_to(folder).as_posix()}"
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    with zipfile.ZipFile(wheel) as archive:
        found = {name for name in archive.namelist() if name.startswith("routekaart_cli/content/")}
    assert found == expected


def test_the_installed_wheel_shows_fase_3_from_another_folder(wheel: Path, tmp_path: Path) -> None:
    environ = tmp_path / "omgeving"
    venv.create(environ, with_pip=True, symlinks=True)
    python = environ / "bin" / "python"
    # The libraries are lent from here, so that nothing is fetched.
    purelib = subprocess.run(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
    ).stdout.strip()
    (Path(purelib) / "geleend.pth").write_text(f"{sysconfig.get_path('purelib')}\n", encoding="utf-8")
    subprocess.run(
        [python, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--force-reinstall", str(wheel)],
        check=True,
        capture_output=True,
    )
    empty = tmp_path / "leeg"
    empty.mkdir()
    clean_text = {name: waarde for name, waarde in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        [environ / "bin" / "routekaart", "fase", "3"],
        check=True, capture_output=True, text=True, encoding="utf-8", cwd=empty, env=clean_text,
    )  # fmt: skip
    fase = INHOUD.fasen[2]
    assert done.stdout.startswith(f"Fase 3 van 5: {fase.titel}\n")
    assert all(f"{stap.nummer} {stap.titel}" in " ".join(done.stdout.split()) for stap in fase.stappen)
    where = subprocess.run(
        [python, "-c", "import routekaart_cli; print(routekaart_cli.__file__)"],
        check=True, capture_output=True, text=True, encoding="utf-8", cwd=empty, env=clean_text,
    )  # fmt: skip
    assert where.stdout.startswith(str(environ))
