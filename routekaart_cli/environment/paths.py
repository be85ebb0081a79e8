"""Paths as people type them: which file is meant, whether it is there, and whether it may be written."""

from __future__ import annotations

import os
import shlex
from pathlib import Path

from routekaart_cli import files
from routekaart_cli.dutch.opdrachten import to_type
from routekaart_cli.errors import TargetExists, UnreadableFile, WriteFailed

_DOEL_BEZET_HINT = "Kies een andere naam, bijvoorbeeld plan.md."


def user_path(cwd: Path, typed: str) -> Path:
    """Return the path that a person in *cwd* means with *typed*; `~` is their home, when that is known."""
    try:
        return cwd / Path(typed).expanduser()
    except RuntimeError:
        return cwd / typed


def is_there(path: Path) -> bool:
    """Is *path* there? Raises `UnreadableFile` when the system will not say: no permission, a link to itself."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return False
    except OSError as error:
        raise UnreadableFile(files.unreadable(str(path), files.reden(error)), files.CHECK_PATH) from error
    return True


def find(name: str, folder: Path) -> Path | None:
    """Return the file called *name* in *folder* or the nearest one above it, or None; a link counts, whole or not."""
    return next((here / name for here in (folder, *folder.parents) if os.path.lexists(here / name)), None)


def is_of_a_stranger(path: Path) -> bool:
    """Is the file *path* of another user, who did not share its folder with a group of ours?"""
    if not hasattr(os, "geteuid"):
        return False
    try:
        file, folder = path.stat(), path.parent.stat()
    except OSError:
        return False
    shared = folder.st_mode & 0o020 and folder.st_gid in (os.getegid(), *os.getgroups())
    return file.st_uid != os.geteuid() and not shared


def target(cwd: Path, typed: str, opdracht: str, *, overwrite: bool, never: Path | None) -> Path:
    """Return the file to write that a person in *cwd* calls *typed*, in the command *opdracht*.

    Raises `TargetExists` when it is there and may not be replaced (the file *never* never may, nor what is no file, nor
    a link to what is not there),
    `WriteFailed` when its folder is not there.
    """
    target = user_path(cwd, typed)
    if not typed:
        raise TargetExists(_target_taken("''"), _DOEL_BEZET_HINT)
    if not target.parent.is_dir():
        raise WriteFailed(f"De map {target.parent!s} bestaat niet.", "Maak de map eerst, of kies een andere plek.")
    if os.path.lexists(target):
        ours = Path(os.path.realpath(target)).parent.name == files.OUR_FOLDER  # copies and changes of a project
        if ours or not target.is_file() or (never and is_there(never) and target.samefile(never)):
            raise TargetExists(_target_taken(typed), _DOEL_BEZET_HINT)
        if not overwrite:
            raise TargetExists(target_exists(typed), target_exists_hint(opdracht, typed))
    return target


def _target_taken(path: str) -> str:
    return f"{path} is het projectbestand, een map of iets anders dat geen document kan worden. Er is niets veranderd."


def target_exists(path: str) -> str:
    return f"{path} bestaat al. Er is niets veranderd."


def target_exists_hint(opdracht: str, path: str) -> str:
    return f"Kies een andere naam, of vervang het met:\n  {to_type(*shlex.split(opdracht), path, '--overschrijf')}"
