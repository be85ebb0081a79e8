"""Copies of the project file beside it, as shared folders make them when two people work at the same time."""

from __future__ import annotations

import contextlib
import os
import re
from pathlib import Path

from routekaart_cli import files
from routekaart_cli.domain.antwoorden import Project
from routekaart_cli.dutch import unbroken
from routekaart_cli.dutch.dates import moment_in_words
from routekaart_cli.errors import RoutekaartError, UnreadableFile, WriteFailed
from routekaart_cli.files import read_bytes
from routekaart_cli.project import sidecar, store

_KOPIE = re.compile(r"(?i:.*conflict.*| \(\d+\)|.*\b(kopie|copy)\b.*)|-(?=[\w-]*[A-Z])[\w-]+")
"""What stands behind the name of the file: `(conflicted copy ...)` and `(conflicterende kopie ...)` of Nextcloud and
Dropbox, `.sync-conflict-...` of Syncthing, ` (1)` of Google Drive, `-LAPTOP` of OneDrive."""


def beside(path: Path) -> list[Path]:
    """Return the files beside the project file *path* whose name says they are a copy of it, by name.

    A link is followed: copies stand beside the file itself.
    """
    path = Path(os.path.realpath(path))
    try:
        names = sorted(file.name for file in path.parent.iterdir())
    except OSError:
        return []
    stem, end = path.stem, path.suffix
    fitting = [name for name in names if name.startswith(stem) and name.endswith(end) and name != path.name]
    kopieen = [name for name in fitting if _KOPIE.fullmatch(name[len(stem) : len(name) - len(end)])]
    return [path.parent / name for name in kopieen if (path.parent / name).is_file()]


class Sessiekopie:
    """The copy of this session beside the project file *path*.

    An evening (*evening*) has a copy of its own; a single command goes on with the last one.
    """

    def __init__(self, path: Path, *, evening: bool) -> None:
        self._path = path
        self._evening = evening
        self._number = 0

    def begin(self, project: Project) -> None:
        """Before the first change of *project*: keep what was there and no session kept (edited by hand, or older)."""
        if self._number:
            return
        last = next(iter(sidecar.kopieen(self._path)), None)
        number = last.nummer if last else 0
        new = self._evening or not number
        with contextlib.suppress(UnreadableFile, WriteFailed):
            now = read_bytes(self._path, "")
            if not (last and _reads_as(last.path, now)):
                number, new = number + 1, True
                sidecar.save_kopie(self._path, number, now)
            if store.is_older(project):
                sidecar.keep(self._path, f"formaat-{project.formaat}")
        files.remove_leftovers(self._path)
        self._number = number + new

    def keep(self, data: bytes) -> None:
        """Keep *data* as the last state of this session; where that cannot be, it is left at that."""
        with contextlib.suppress(WriteFailed):
            sidecar.save_kopie(self._path, self._number, data)

    def rescue(self, project: Project, error: UnreadableFile) -> RoutekaartError:
        """Keep *project*, whose file cannot be read, in the copy; return *error* saying how it comes back."""
        from routekaart_cli.project import to_yaml  # loads PyYAML: only to write

        self.begin(project)
        try:
            sidecar.save_kopie(self._path, self._number, to_yaml.dump(project).encode())
        except WriteFailed as also_error:
            return WriteFailed(f"{error.message}\n{also_error.message}", also_error.hint)
        return UnreadableFile(error.message, _rescued(self._number))


def whole(path: Path) -> str:
    """Say which copy of the project file *path* can be read and put back; nothing when there is none."""
    for kopie in sidecar.kopieen(path):
        with contextlib.suppress(UnreadableFile):
            moments = [antwoord.gewijzigd for antwoord in store.load(kopie.path).antwoorden.values()]
            last = moment_in_words(max(moments, default=""))
            opdracht = unbroken(f"routekaart terugdraaien --sessie {kopie.nummer}")
            return f"De kopie{f' van {last}' if last else ''} is nog heel. Die zet je terug met: {opdracht}"
    return ""


def _reads_as(path: Path, data: bytes) -> bool:
    try:
        return read_bytes(path, "") == data
    except UnreadableFile:
        return False


def _rescued(sessie: int) -> str:
    opdracht = unbroken(f"routekaart terugdraaien --sessie {sessie}")
    return f"Jullie antwoorden zijn bewaard in een kopie. Die zet je terug met: {opdracht}."
