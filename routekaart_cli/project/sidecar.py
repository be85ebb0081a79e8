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
    bestand = _beside(path, "wijzigingen")
    if not os.path.exists(bestand):  # a folder that is not ours to read has none either  # noqa: PTH110  # a folder that is not ours to read has none either
        return Geschiedenis()
    reader = Reader(str(bestand))
    geschiedenis = from_yaml.geschiedenis(reader.fields(reader.parse(read_bytes(bestand, reader.naam))))
    reader.finish()
    return geschiedenis


def save_geschiedenis(path: Path, geschiedenis: Geschiedenis) -> None:
    """Keep the last changes of the project file *path*. Raises `WriteFailed`."""
    from routekaart_cli.project import to_yaml

    _write(path, _beside(path, "wijzigingen"), to_yaml.dump_geschiedenis(geschiedenis).encode())


def kopieen(path: Path) -> list[Kopie]:
    """Return the copies of the last sessions of the project file *path*, newest first."""
    vorm = re.compile(re.escape(_stem(path)) + r"\.sessie-(\d{1,18})\.yaml")
    try:
        namen = [bestand.name for bestand in _folder(path).iterdir()]
    except OSError:
        return []
    gevonden = [(int(naam[1]), naam[0]) for naam in map(vorm.fullmatch, namen) if naam]
    return [Kopie(nummer, _folder(path) / naam) for nummer, naam in sorted(gevonden, reverse=True)]


def save_kopie(path: Path, nummer: int, data: bytes) -> None:
    """Keep *data* as the state of the project file *path* in session *nummer*; only the newest copies stay.

    Raises `WriteFailed`.
    """
    bestand = _beside(path, f"sessie-{nummer}")
    bekend = os.path.exists(bestand)  # False where we may not look  # noqa: PTH110  # False where we may not look
    _write(path, bestand, data)
    for oud in [] if bekend else kopieen(path)[SESSIES:]:
        with contextlib.suppress(OSError):
            oud.path.unlink()


def keep(path: Path, naam: str) -> Path:
    """Copy the file *path*, that is about to change for good, to a name of its own with *naam* in it; return that.

    Raises `WriteFailed`.
    """
    doel = _unused(_beside(path, naam))
    _make_folder(path)
    try:
        doel.touch(0o600)
        shutil.copyfile(path, doel)
    except OSError as fout:
        raise files.refused(doel, fout) from fout
    return doel


def put_away(path: Path, kopie: Path) -> Path:
    """Move *kopie*, a file beside the project file *path* whose answers are now in it, into the folder; return where.

    Raises `WriteFailed`.
    """
    doel = _unused(_folder(path) / kopie.name)
    _make_folder(path)
    try:
        kopie.replace(doel)
    except OSError as fout:
        raise files.refused(doel, fout) from fout
    return doel


@contextlib.contextmanager
def locked(path: Path, seconds: float = files.LOCK_SECONDS) -> Iterator[bool]:
    """Hold the lock of the project file *path* as long as the block lasts.

    Yields False when that is not possible, or not within so many *seconds*.
    """
    slot = _folder(path) / f"{_stem(path)}.slot"
    try:
        _make_folder(path)
    except WriteFailed:
        yield False
        return
    with files.locked(slot, seconds, 0o600 | _shared(_folder(path).parent) & 0o060) as gelukt:
        yield gelukt


def _stem(path: Path) -> str:
    return Path(os.path.realpath(path)).stem


def _folder(path: Path) -> Path:
    return Path(os.path.realpath(path)).parent / ".routekaart"


def _beside(path: Path, naam: str) -> Path:
    return _folder(path) / f"{_stem(path)}.{naam}.yaml"


def _unused(bestand: Path) -> Path:
    """Return *bestand*, or with a number behind its name when it is there already."""
    nummer, doel = 1, bestand
    while os.path.lexists(doel):
        nummer += 1
        doel = bestand.with_stem(f"{bestand.stem}-{nummer}")
    return doel


def _write(path: Path, bestand: Path, data: bytes) -> None:
    """Write *data* to *bestand*; whoever may read the project file *path*, may read this."""
    _make_folder(path)
    files.write_atomic(bestand, data, durable=False, like=Path(os.path.realpath(path)))


def _shared(map: Path) -> int:
    """Return what the group of the folder *map* may do in it: with it, a folder is shared."""
    with contextlib.suppress(OSError):
        return map.stat().st_mode & 0o070
    return 0


def _make_folder(path: Path) -> None:
    """Make the folder beside the project file *path*: for its owner, and for the group where that may write too."""
    map = _folder(path)
    try:
        if not map.is_dir():
            map.mkdir(mode=0o700)
            if _shared(map.parent) == 0o070:
                map.chmod(map.stat().st_mode | 0o070)
            # It holds what was taken away: for this computer, not for a repository.
            (map / ".gitignore").write_text("*\n", encoding="utf-8")
    except FileExistsError as fout:
        if not map.is_dir():  # else another window made it just now
            raise files.refused(map, fout) from fout
    except OSError as fout:
        raise files.refused(map, fout) from fout
