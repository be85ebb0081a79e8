"""Copies of the project file beside it, as shared folders make them when two people work at the same time."""

from __future__ import annotations

import contextlib
import os
import re
from pathlib import Path

from routekaart_cli import files
from routekaart_cli.domain.antwoorden import Project, text_of
from routekaart_cli.domain.vaste_vragen import GEMEENTE, WIJK
from routekaart_cli.errors import UnreadableFile
from routekaart_cli.project import from_yaml, recent, sidecar, store, versies, wijzigingen

_OF_SYNC = re.compile(r"(?i:((kopie|copy) (van|of) )?\0(.*conflict.*| \(?\d+\)?|.*\b(kopie|copy)\b.*)?)")
"""How shared folders call a copy, with NUL for the name of the file: `(conflicted copy ...)` and `(conflicterende kopie
...)` of Nextcloud and Dropbox, `.sync-conflict-...` of Syncthing, ` (1)` and `Kopie van ...` of Google Drive, ` 2` of
iCloud."""
_MADE_HERE = re.compile(rf"\0(\.{recent.NAME})?\.(wijzigingen|formaat-\d+|onleesbaar)(-\d+)?")
"""What `sidecar` puts in the folder beside the file, but for the copies of sessions."""
_OF_DEVICE = re.compile(r"\0-(?=[\w-]*[A-Z])[\w-]+")
"""And OneDrive: `-LAPTOP`, which somebody may also have called a file of their own."""


def opened(path: Path) -> Project:
    """Return the project in the file *path*, together with what its copies know more, whatever put them there.

    Copies are what each computer wrote last, in the folder beside it, and what a shared folder left next to it, as far
    as they have its identity.
    Raises `UnreadableFile` when the file itself cannot be read; a copy that cannot, is passed over.
    """
    project = store.load(path)
    if not project.id or project.formaat > from_yaml.newest():
        return project
    of_sync = (kopie for kopie in _neighbours(path) if is_left_by_sync(path, kopie))
    for kopie in (*sidecar.of_all_writers(path), *of_sync):
        with contextlib.suppress(UnreadableFile):
            if knows_more(kopie, project):
                other = store.load(kopie)
                if other.formaat <= from_yaml.newest():
                    project = versies.join(project, other)
    return project


def knows_more(kopie: Path, project: Project) -> bool:
    """Is *kopie* of *project*, and can it know what that has not seen? Only what we put there says that for sure."""
    begin = store.head(kopie)
    ours = kopie.parent.name == files.OUR_FOLDER
    return begin.id == project.id and not (ours and versies.has_seen(project.gezien, begin.gezien))


def beside(path: Path, project: Project) -> list[Path]:
    """Return the files beside the project file *path* that are a copy of *project*, by name.

    One with an identity is known by it. One without is of format 1: then its name must say so, and the wijk in it may
    not be another.
    """
    return [kopie for kopie in _neighbours(path) if _is_kopie(kopie, path, project)]


def news(path: Path, project: Project) -> list[tuple[Path, Project | None]]:
    """Return the copies of *project* beside its file *path* that say something else, or None for what is unreadable."""
    found: list[tuple[Path, Project | None]] = []
    for kopie in beside(path, project):
        try:
            other = store.load(kopie)
        except UnreadableFile:
            found.append((kopie, None))
            continue
        if wijzigingen.difference(project.antwoorden, versies.join(project, other).antwoorden, "").oud:
            found.append((kopie, other))
    return found


def is_left_by_sync(path: Path, kopie: Path) -> bool:
    """Does the name of *kopie* say that a shared folder made it of the project file *path*?"""
    return bool(_OF_SYNC.fullmatch(_name(path, kopie)))


def put_away(path: Path, kopie: Path) -> None:
    """Move *kopie*, whose answers were saved in the project file *path*, into the folder beside it; the newest stay.

    Raises `WriteFailed`.
    """
    target = sidecar.put_away(path, kopie)

    def was_put_away(file: Path) -> bool:
        made_here = _MADE_HERE.fullmatch(_name(path, file))  # by a writer whose name may well be `copy`
        return is_left_by_sync(path, file) and not made_here and store.head(file).id == store.head(target).id

    with contextlib.suppress(OSError):
        put_aside = [file for file in sidecar.put_aside(path) if was_put_away(file)]
        for old in sorted(put_aside, key=lambda file: file.lstat().st_mtime)[: -sidecar.SESSIES]:
            old.unlink()


def _name(path: Path, kopie: Path) -> str:
    """Return the name of *kopie* without its suffix, with NUL for that of the project file *path*."""
    stem = Path(os.path.realpath(path)).stem
    return re.sub(re.escape(stem), "\0", kopie.stem, count=1, flags=re.IGNORECASE)


def _is_kopie(kopie: Path, path: Path, project: Project) -> bool:
    id_ = store.head(kopie).id
    if id_:
        return id_ == project.id
    name = _name(path, kopie)
    return bool(_OF_SYNC.fullmatch(name) or _OF_DEVICE.fullmatch(name)) and not _of_another_wijk(kopie, project)


def _of_another_wijk(kopie: Path, project: Project) -> bool:
    """Do wijk and gemeente in *kopie* both differ from those of *project*?"""
    try:
        other = store.load(kopie)
    except UnreadableFile:
        return False
    both = [[text_of(one.antwoorden.get(id_)).casefold() for one in (project, other)] for id_ in (WIJK, GEMEENTE)]
    return all(ours and theirs and ours != theirs for ours, theirs in both)


def _neighbours(path: Path) -> list[Path]:
    """Return the YAML files beside the project file *path*; where that is a link, beside the file itself."""
    path = Path(os.path.realpath(path))
    try:
        found = sorted(file for file in path.parent.iterdir() if file.suffix.lower() in (".yaml", ".yml"))
    except OSError:
        return []
    return [file for file in found if file != path and file.is_file() and not file.is_symlink()]


def of_before_forgetting(path: Path, project: Project) -> list[Path]:
    """Return what this computer keeps beside the project file *path* of before somebody was taken out of *project*."""
    if not project.vergeten:
        return []

    def is_ours(file: Path) -> bool:
        """Does *file*, in the folder beside it, say of which project it is, or else is it called after its file?"""
        id_, name = store.head(file).id, _name(path, file)
        return id_ == project.id if id_ else bool(_MADE_HERE.fullmatch(name) or _OF_SYNC.fullmatch(name))

    kept = [file for file in sidecar.put_aside(path) if is_ours(file)]
    kept += [kopie.path for kopie in sidecar.kopieen(path)]
    return [file for file in kept if store.head(file).vergeten != project.vergeten]
