"""Copies of the project file beside it, as shared folders make them when two people work at the same time."""

from __future__ import annotations

import contextlib
import os
import re
from pathlib import Path

from routekaart_cli import files
from routekaart_cli.domain.antwoorden import Project, text_of
from routekaart_cli.domain.vaste_vragen import GEMEENTE, WIJK
from routekaart_cli.dutch.dates import moment_in_words
from routekaart_cli.dutch.opdrachten import to_type
from routekaart_cli.errors import RoutekaartError, UnreadableFile, WriteFailed
from routekaart_cli.files import read_bytes
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
            begin = head(kopie)
            if begin.id == project.id and not (
                kopie.parent.name == files.OUR_FOLDER and versies.has_seen(project.gezien, begin.gezien)
            ):
                other = store.load(kopie)
                if other.formaat <= from_yaml.newest():
                    project = versies.join(project, other)
    return project


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
        return is_left_by_sync(path, file) and not made_here and head(file).id == head(target).id

    with contextlib.suppress(OSError):
        put_aside = [file for file in sidecar.put_aside(path) if was_put_away(file)]
        for old in sorted(put_aside, key=lambda file: file.lstat().st_mtime)[: -sidecar.SESSIES]:
            old.unlink()


def _name(path: Path, kopie: Path) -> str:
    """Return the name of *kopie* without its suffix, with NUL for that of the project file *path*."""
    stem = Path(os.path.realpath(path)).stem
    return re.sub(re.escape(stem), "\0", kopie.stem, count=1, flags=re.IGNORECASE)


def _is_kopie(kopie: Path, path: Path, project: Project) -> bool:
    id_ = head(kopie).id
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


def head(path: Path) -> Project:
    """Return which project is in the file *path*, and what it has seen, without reading all that stands there."""
    try:
        data = read_bytes(path, "")
    except UnreadableFile:
        return Project()
    id_, *dots = (_line(data, data.find(begin)) for begin in (b"\nproject:", b"\ngezien:", b"\nvergeten:"))
    seen, vergeten = map(versies.dots_of, dots)
    return Project(id=id_, gezien=seen, vergeten=vergeten)


def _line(data: bytes, start: int) -> str:
    """Return what stands behind the colon on the line of *data* that begins after *start*; nothing when that is -1."""
    line = data[start + 1 : max(0, data.find(b"\n", start + 1))] if start >= 0 else b""
    return line.partition(b":")[2].decode("ascii", "replace").strip(" '")


def of_before_forgetting(path: Path, project: Project) -> list[Path]:
    """Return what this computer keeps beside the project file *path* of before somebody was taken out of *project*."""
    if not project.vergeten:
        return []

    def is_ours(file: Path) -> bool:
        """Does *file*, in the folder beside it, say of which project it is, or else is it called after its file?"""
        id_, name = head(file).id, _name(path, file)
        return id_ == project.id if id_ else bool(_MADE_HERE.fullmatch(name) or _OF_SYNC.fullmatch(name))

    kept = [file for file in sidecar.put_aside(path) if is_ours(file)]
    kept += [kopie.path for kopie in sidecar.kopieen(path)]
    return [file for file in kept if head(file).vergeten != project.vergeten]


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
            opdracht = to_type("terugdraaien", "--sessie", kopie.nummer)
            return f"De kopie{f' van {last}' if last else ''} is nog heel. Die zet je terug met: {opdracht}"
    return ""


def _reads_as(path: Path, data: bytes) -> bool:
    try:
        return read_bytes(path, "") == data
    except UnreadableFile:
        return False


def _rescued(sessie: int) -> str:
    opdracht = to_type("terugdraaien", "--sessie", sessie)
    return f"Jullie antwoorden zijn bewaard in een kopie. Die zet je terug met: {opdracht}."
