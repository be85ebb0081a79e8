"""The folder `.routekaart` beside the project file: its last changes, a copy of each of the last sessions, the lock.

Nothing in it is needed to go on; it is flushed to the disk whenever the system likes. A power cut may cost the way
back, never an answer.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from routekaart_cli import files
from routekaart_cli.domain.antwoorden import Geschiedenis
from routekaart_cli.errors import WriteFailed
from routekaart_cli.files import read_bytes
from routekaart_cli.project import from_yaml
from routekaart_cli.yaml_fields.fields import Reader

SESSIES = 10
"""Of how many sessions a copy is kept."""


class Kopie(NamedTuple):
    """The project file as it was at the end of a session."""

    nummer: int
    path: Path


def load_geschiedenis(path: Path) -> Geschiedenis:
    """Return the last changes of the project file *path*; none when none were kept. Raises `UnreadableFile`."""
    file = _beside(path, "wijzigingen")
    if not os.path.exists(file):  # noqa: PTH110  # a folder that is not ours to read has none either
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
    form = re.compile(re.escape(_stem(path)) + r"\.sessie-(\d{1,18})\.yaml")
    try:
        names = [file.name for file in _folder(path).iterdir()]
    except OSError:
        return []
    found = [(int(name[1]), name[0]) for name in map(form.fullmatch, names) if name]
    return [Kopie(number, _folder(path) / name) for number, name in sorted(found, reverse=True)]


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
    return Path(os.path.realpath(path)).stem


def _folder(path: Path) -> Path:
    return Path(os.path.realpath(path)).parent / ".routekaart"


def _beside(path: Path, name: str) -> Path:
    return _folder(path) / f"{_stem(path)}.{name}.yaml"


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
    files.write_atomic(file, data, durable=False, like=Path(os.path.realpath(path)))


def _shared(folder: Path) -> int:
    """Return what the group of the folder *folder* may do in it: with it, a folder is shared."""
    with contextlib.suppress(OSError):
        return folder.stat().st_mode & 0o070
    return 0


def _make_folder(path: Path) -> None:
    """Make the folder beside the project file *path*: for its owner, and for the group where that may write too."""
    folder = _folder(path)
    try:
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
