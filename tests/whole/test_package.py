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


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this folder."""
    doel = tmp_path_factory.mktemp("dist")
    opdracht = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(doel), str(ROOT)]
    subprocess.run(opdracht, check=True, capture_output=True)
    return next(doel.glob("*.whl"))


def test_the_wheel_holds_exactly_the_content_of_the_folder(wheel: Path) -> None:
    map = ROOT / "content"
    verwacht = {
        f"routekaart_cli/content/{pad.relative_to(map).as_posix()}"
        for pad in map.rglob("*")
        if pad.is_file() and "__pycache__" not in pad.parts
    }
    with zipfile.ZipFile(wheel) as archief:
        gevonden = {naam for naam in archief.namelist() if naam.startswith("routekaart_cli/content/")}
    assert gevonden == verwacht


def test_the_installed_wheel_shows_fase_3_from_another_folder(wheel: Path, tmp_path: Path) -> None:
    omgeving = tmp_path / "omgeving"
    venv.create(omgeving, with_pip=True, symlinks=True)
    python = omgeving / "bin" / "python"
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
    leeg = tmp_path / "leeg"
    leeg.mkdir()
    schoon = {naam: waarde for naam, waarde in os.environ.items() if naam != "PYTHONPATH"}
    klaar = subprocess.run(
        [omgeving / "bin" / "routekaart", "fase", "3"],
        check=True, capture_output=True, text=True, encoding="utf-8", cwd=leeg, env=schoon,
    )  # fmt: skip
    assert klaar.stdout.startswith("Fase 3 van 5: Verdiepen\n")
    assert "3.7 Stappenplan" in klaar.stdout
    waar = subprocess.run(
        [python, "-c", "import routekaart_cli; print(routekaart_cli.__file__)"],
        check=True, capture_output=True, text=True, encoding="utf-8", cwd=leeg, env=schoon,
    )  # fmt: skip
    assert waar.stdout.startswith(str(omgeving))
