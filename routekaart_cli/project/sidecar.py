"""The folder `.routekaart` beside the project file: its last changes, a copy of each of the last sessions, the lock.

Nothing in it is needed to go on; it is flushed to the disk whenever the system likes. A power cut may cost the way
back, never an answer. Who shares the folder can put anything in it: a link there is never followed.
"""

from __future__ import annotations

import contextlib
import errno
import glob
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from routekaart_cli import files
from routekaart_cli.domain.antwoorden import Geschiedenis, Project
from routekaart_cli.dutch.dates import moment_in_words
from routekaart_cli.dutch.opdrachten import to_type
from routekaart_cli.errors import RoutekaartError, UnreadableFile, WriteFailed
from routekaart_cli.files import read_bytes
from routekaart_cli.project import from_yaml, recent, store
from routekaart_cli.yaml_fields.fields import Reader

SESSIES = 10
"""Of how many sessions a copy is kept."""


class Kopie(NamedTuple):
    """The project file as it was at the end of a session."""

    nummer: int
    path: Path


def load_geschiedenis(path: Path) -> Geschiedenis:
    """Return the last changes of the project file *path*; none when none were kept. Raises `UnreadableFile`."""
    before = _folder(path) / f"{_stem(path)}.wijzigingen.yaml"  # format 1 had no writer in the name
    both = (_beside(path, "wijzigingen"), before)
    # A folder that is not ours to read has none either.
    file = next((file for file in both if os.path.exists(file) and not os.path.islink(file)), None)  # noqa: PTH110, PTH114
    if file is None:
        return Geschiedenis()
    reader = Reader(str(file))
    geschiedenis = from_yaml.geschiedenis(reader.fields(reader.parse(read_bytes(file, reader.name))))
    reader.finish()
    return geschiedenis


def save_geschiedenis(path: Path, geschiedenis: Geschiedenis) -> None:
    """Keep the last changes of the project file *path*. Raises `WriteFailed`."""
    from routekaart_cli.project import to_yaml

    _write(path, _beside(path, "wijzigingen"), to_yaml.dump_geschiedenis(geschiedenis).encode())


def kopieen(path: Path) -> list[Kopie]:
    """Return the copies of the last sessions of the project file *path*, newest first."""
    ours = {recent.writer(path), None}  # before format 2 there was no writer in the name
    return [kopie for writer, kopie in _all_kopieen(path) if writer in ours]


def of_all_writers(path: Path) -> list[Path]:
    """Return the copies of sessions of the project file *path*, whichever computer kept them."""
    return [kopie.path for writer, kopie in _all_kopieen(path) if writer]


def put_aside(path: Path) -> list[Path]:
    """Return what lies in the folder beside the project file *path* and is no copy of a session of anybody."""
    session = re.compile(r".*\.sessie-\d+\.yaml")
    folder = _folder(path)
    with contextlib.suppress(OSError):
        return [file for file in folder.glob("*.y*ml") if not (session.fullmatch(file.name) or folder.is_symlink())]
    return []


def rename(path: Path, old: str, new: str) -> None:
    """Give what this computer keeps beside the project file *path* the name of the writer *new* instead of *old*."""
    with contextlib.suppress(OSError):
        for file in _folder(path).glob(f"{glob.escape(_stem(path))}.{old}.*"):
            file.replace(file.with_name(file.name.replace(f".{old}.", f".{new}.", 1)))


def _all_kopieen(path: Path) -> list[tuple[str | None, Kopie]]:
    """Return the copies of sessions of the project file *path*, with who wrote them, newest first."""
    form = re.compile(rf"{re.escape(_stem(path))}(?:\.({recent.NAME}))?\.sessie-(\d{{1,9}})\.yaml")
    try:
        folder = _folder(path)
        names = [] if folder.is_symlink() else [file.name for file in folder.iterdir() if not file.is_symlink()]
    except OSError:
        return []
    found = sorted((int(name[2]), name[0], name[1]) for name in map(form.fullmatch, names) if name)
    return [(writer, Kopie(number, _folder(path) / name)) for number, name, writer in reversed(found)]


def save_kopie(path: Path, number: int, data: bytes) -> None:
    """Keep *data* as the state of the project file *path* in session *number*; only the newest copies stay.

    Raises `WriteFailed`.
    """
    file = _beside(path, f"sessie-{number}")
    known = os.path.exists(file)  # noqa: PTH110  # False where we may not look
    _write(path, file, data)
    for old in [] if known else kopieen(path)[SESSIES:]:
        with contextlib.suppress(OSError):
            old.path.unlink()


def keep(path: Path, name: str) -> Path:
    """Copy the file *path*, that is about to change for good, to a name of its own with *name* in it; return that.

    Raises `WriteFailed`.
    """
    target = _unused(_beside(path, name))
    _make_folder(path)
    try:
        target.touch(0o600)
        shutil.copyfile(path, target)
    except OSError as error:
        raise files.refused(target, error) from error
    return target


def put_away(path: Path, kopie: Path) -> Path:
    """Move *kopie*, a file beside the project file *path* whose answers are now in it, into the folder; return where.

    Raises `WriteFailed`.
    """
    target = _unused(_folder(path) / kopie.name)
    _make_folder(path)
    try:
        kopie.replace(target)
    except FileNotFoundError:  # another computer put it away just now, and the shared folder took it from here
        return target
    except OSError as error:
        raise files.refused(target, error) from error
    return target


@contextlib.contextmanager
def locked(path: Path, seconds: float = files.LOCK_SECONDS) -> Iterator[bool]:
    """Hold the lock of the project file *path* as long as the block lasts.

    Yields False when that is not possible, or not within so many *seconds*.
    """
    lock = _folder(path) / f"{_stem(path)}.slot"
    try:
        _make_folder(path)
    except WriteFailed:
        yield False
        return
    with files.locked(lock, seconds, 0o600 | _shared(_folder(path).parent) & 0o060) as succeeded:
        yield succeeded


def _stem(path: Path) -> str:
    """Return how the names of what belongs to *path* begin; `zand.yaml` and `zand.yml` are two projects."""
    real = Path(os.path.realpath(path))
    return real.stem if real.suffix == ".yaml" else f"{real.name}."


def _folder(path: Path) -> Path:
    return Path(os.path.realpath(path)).parent / files.OUR_FOLDER


def _beside(path: Path, name: str) -> Path:
    return _folder(path) / f"{_stem(path)}.{recent.writer(path)}.{name}.yaml"


def _unused(file: Path) -> Path:
    """Return *file*, or with a number behind its name when it is there already."""
    number, target = 1, file
    while os.path.lexists(target):
        number += 1
        target = file.with_stem(f"{file.stem}-{number}")
    return target


def _write(path: Path, file: Path, data: bytes) -> None:
    """Write *data* to *file*; whoever may read the project file *path*, may read this."""
    _make_folder(path)
    files.write_atomic(file, data, durable=False, like=Path(os.path.realpath(path)), follow=False)


def _shared(folder: Path) -> int:
    """Return what the group of the folder *folder* may do in it: with it, a folder is shared."""
    with contextlib.suppress(OSError):
        return folder.stat().st_mode & 0o070
    return 0


def _make_folder(path: Path) -> None:
    """Make the folder beside the project file *path*: for its owner, and for the group where that may write too."""
    folder = _folder(path)
    try:
        if folder.is_symlink():
            raise files.refused(folder, OSError(errno.ELOOP, ""))
        if not folder.is_dir():
            folder.mkdir(mode=0o700)
            if _shared(folder.parent) == 0o070:
                folder.chmod(folder.stat().st_mode | 0o070)
            # It holds what was taken away: for this computer, not for a repository.
            (folder / ".gitignore").write_text("*\n", encoding="utf-8")
    except FileExistsError as error:
        if not folder.is_dir():  # else another window made it just now
            raise files.refused(folder, error) from error
    except OSError as error:
        raise files.refused(folder, error) from error


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
        last = next(iter(kopieen(self._path)), None)
        number = last.nummer if last else 0
        new = self._evening or not number
        with contextlib.suppress(UnreadableFile, WriteFailed):
            now = read_bytes(self._path, "")
            if not (last and _reads_as(last.path, now)):
                number, new = number + 1, True
                save_kopie(self._path, number, now)
            if store.is_older(project):
                keep(self._path, f"formaat-{project.formaat}")
        files.remove_leftovers(self._path)
        self._number = number + new

    def keep(self, data: bytes) -> None:
        """Keep *data* as the last state of this session; where that cannot be, it is left at that."""
        with contextlib.suppress(WriteFailed):
            save_kopie(self._path, self._number, data)

    def rescue(self, project: Project, error: UnreadableFile) -> RoutekaartError:
        """Keep *project*, whose file cannot be read, in the copy; return *error* saying how it comes back."""
        from routekaart_cli.project import to_yaml  # loads PyYAML: only to write

        self.begin(project)
        try:
            save_kopie(self._path, self._number, to_yaml.dump(project).encode())
        except WriteFailed as also_error:
            return WriteFailed(f"{error.message}\n{also_error.message}", also_error.hint)
        return UnreadableFile(error.message, _rescued(self._number))


def whole(path: Path) -> str:
    """Say which copy of the project file *path* can be read and put back; nothing when there is none."""
    for kopie in kopieen(path):
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
