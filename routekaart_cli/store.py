"""The project file: read it, and write it so that a crash at any moment loses nothing."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from routekaart_cli import project_fields
from routekaart_cli.errors import UnreadableFile, WriteFailed
from routekaart_cli.model import Antwoord, Geschiedenis, Project, Waarde
from routekaart_cli.texts import lezen
from routekaart_cli.yaml_reader import Fields, Reader, read_bytes

T = TypeVar("T")


def load(path: Path) -> Project:
    """Return the project in the file *path*; raises `UnreadableFile` with every finding, and never changes the file."""
    return _read(path, project_fields.project)


def load_antwoorden(path: Path) -> dict[str, Waarde | Antwoord]:
    """Return the loose answers in the YAML file *path*: id to text, list of texts or list of records.

    A whole project file is accepted too; of that come the answers as they stand there.
    """
    return _read(path, project_fields.loose)


def save(path: Path, project: Project) -> None:
    """Write *project* to *path*: beside it first, flushed to the disk, then in its place.

    A link is followed; the permissions of an existing file stay, a new one is for its owner only (it holds names).
    Raises `UnreadableFile` when the file is of a newer format, `WriteFailed` when the system refuses.
    """
    _check_format(path, project)
    from routekaart_cli import project_yaml  # loads PyYAML: only to write

    write_atomic(path, project_yaml.dump(project).encode())


def load_geschiedenis(path: Path) -> Geschiedenis:
    """Return the last changes of the project file *path*; none when none were kept. Raises `UnreadableFile`."""
    bestand = _geschiedenis_path(path)
    return _read(bestand, project_fields.geschiedenis) if bestand.exists() else Geschiedenis()


def save_geschiedenis(path: Path, geschiedenis: Geschiedenis) -> None:
    """Keep the last changes of the project file *path* in the folder `.routekaart` beside it.

    Not flushed to the disk: a power cut may cost the way back, never an answer. Raises `WriteFailed`.
    """
    from routekaart_cli import project_yaml

    bestand = _geschiedenis_path(path)
    try:
        if not bestand.parent.is_dir():
            bestand.parent.mkdir(mode=0o700)
            # They hold what was taken away: for this computer, not for a repository.
            (bestand.parent / ".gitignore").write_text("*\n", encoding="utf-8")
    except OSError as fout:
        raise _refused(bestand, lezen.reden(fout)) from fout
    write_atomic(bestand, project_yaml.dump_geschiedenis(geschiedenis).encode(), durable=False)


def stamp(path: Path) -> tuple[int, int, int] | None:
    """Return what changes whenever the file *path* does, or None when it is not there."""
    try:
        info = path.stat()
    except OSError:
        return None
    return info.st_ino, info.st_size, info.st_mtime_ns


def check_writable(path: Path, project: Project | None) -> None:
    """Raise `UnreadableFile` or `WriteFailed` when *project* could not be saved in *path*: better before than after."""
    if project:
        _check_format(path, project)
    map = Path(os.path.realpath(path)).parent
    if not map.is_dir() or not os.access(map, os.W_OK | os.X_OK):
        raise _refused(path, lezen.OS_REDENEN["ENOENT" if not map.is_dir() else "EACCES"])


def write_atomic(path: Path, data: bytes, *, durable: bool = True) -> None:
    """Put *data* in the file *path* completely or not at all; when *durable*, a power cut changes nothing of that.

    Raises `WriteFailed` when the system refuses.
    """
    import tempfile  # only to write: it loads much

    doel = Path(os.path.realpath(path))
    tijdelijk: Path | None = None
    try:
        greep, naam = tempfile.mkstemp(prefix=f".{doel.name}.", suffix=".tmp", dir=doel.parent)
        tijdelijk = Path(naam)
        with os.fdopen(greep, "wb") as bestand:
            with contextlib.suppress(OSError):
                tijdelijk.chmod(doel.stat().st_mode & 0o7777)
            bestand.write(data)
            if durable:
                bestand.flush()
                os.fsync(bestand.fileno())
        tijdelijk.replace(doel)
        tijdelijk = None
        if durable:
            _sync_folder(doel.parent)
    except OSError as fout:
        raise _refused(path, lezen.reden(fout)) from fout
    finally:
        if tijdelijk:
            with contextlib.suppress(OSError):
                tijdelijk.unlink()


def _refused(path: Path, reden: str) -> WriteFailed:
    return WriteFailed(lezen.schrijven_mislukt(str(path), reden), lezen.SCHRIJVEN_HINT)


def _geschiedenis_path(path: Path) -> Path:
    doel = Path(os.path.realpath(path))
    return doel.parent / ".routekaart" / f"{doel.stem}.wijzigingen.yaml"


def _check_format(path: Path, project: Project) -> None:
    if project.formaat > project_fields.FORMAAT:
        raise UnreadableFile(lezen.formaat_nieuwer(str(path)), lezen.FORMAAT_NIEUWER_HINT)


def _sync_folder(map: Path) -> None:
    """Make the new name in *map* durable; some systems and shared folders cannot, and then it is left at that."""
    with contextlib.suppress(OSError):
        greep = os.open(map, os.O_RDONLY)
        try:
            os.fsync(greep)
        finally:
            os.close(greep)


def _read(path: Path, build: Callable[[Fields], T]) -> T:
    reader = Reader(str(path))
    gebouwd = build(reader.fields(reader.parse(read_bytes(path, reader.naam))))
    reader.finish()
    return gebouwd
