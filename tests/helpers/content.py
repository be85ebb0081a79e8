"""A copy of the content that a test may break."""

from __future__ import annotations

import shutil
from pathlib import Path

from routekaart_cli.inhoud.folder import Inhoud


def copy(inhoud: Inhoud, map: Path) -> Path:
    """Copy the files of *inhoud* to *map*, which is not there yet, and return it."""
    return Path(shutil.copytree(inhoud.map, map, ignore=shutil.ignore_patterns("__pycache__")))


def change(map: Path, bestand: str, oud: str, nieuw: str) -> str:
    """Replace the first *oud* in a file of the content in *map*, and return what that file says then."""
    tekst = (map / bestand).read_text(encoding="utf-8")
    assert oud in tekst
    tekst = tekst.replace(oud, nieuw, 1)
    (map / bestand).write_text(tekst, encoding="utf-8")
    return tekst
