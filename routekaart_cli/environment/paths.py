"""Paths as people type them: which file is meant, whether it is there, and whether it may be written."""

from __future__ import annotations

import os
from pathlib import Path

from routekaart_cli import files
from routekaart_cli.errors import TargetExists, UnreadableFile, WriteFailed

_DOEL_BEZET_HINT = "Kies een andere naam, bijvoorbeeld plan.md."


def user_path(cwd: Path, getypt: str) -> Path:
    """Return the path that a person in *cwd* means with *getypt*; `~` is their home, when that is known."""
    try:
        return cwd / Path(getypt).expanduser()
    except RuntimeError:
        return cwd / getypt


def is_there(pad: Path) -> bool:
    """Is *pad* there? Raises `UnreadableFile` when the system will not say: no permission, a link to itself."""
    try:
        pad.stat()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return False
    except OSError as fout:
        raise UnreadableFile(files.niet_te_lezen(str(pad), files.reden(fout)), files.HERSTEL_PAD) from fout
    return True


def find(naam: str, map: Path) -> Path | None:
    """Return the file called *naam* in *map* or the nearest folder above it, or None; a link counts, whole or not."""
    return next((hier / naam for hier in (map, *map.parents) if os.path.lexists(hier / naam)), None)


def target(cwd: Path, getypt: str, opdracht: str, *, overschrijf: bool, nooit: Path | None) -> Path:
    """Return the file to write that a person in *cwd* calls *getypt*, in the command *opdracht*.

    Raises `TargetExists` when it is there and may not be replaced (the file *nooit* never may, nor what is no file),
    `WriteFailed` when its folder is not there.
    """
    doel = user_path(cwd, getypt)
    if not getypt:
        raise TargetExists(_doel_bezet("''"), _DOEL_BEZET_HINT)
    if not doel.parent.is_dir():
        raise WriteFailed(f"De map {doel.parent!s} bestaat niet.", "Maak de map eerst, of kies een andere plek.")
    if is_there(doel):
        if not doel.is_file() or (nooit and is_there(nooit) and doel.samefile(nooit)):
            raise TargetExists(_doel_bezet(getypt), _DOEL_BEZET_HINT)
        if not overschrijf:
            raise TargetExists(doel_bestaat(getypt), doel_bestaat_hint(opdracht, getypt))
    return doel


def _doel_bezet(pad: str) -> str:
    return f"{pad} is het projectbestand, een map of iets anders dat geen document kan worden. Er is niets veranderd."


def doel_bestaat(pad: str) -> str:
    return f"{pad} bestaat al. Er is niets veranderd."


def doel_bestaat_hint(opdracht: str, pad: str) -> str:
    return f"Kies een andere naam, of vervang het met:\n  routekaart {opdracht} {pad} --overschrijf"
