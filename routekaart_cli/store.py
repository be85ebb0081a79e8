"""The project file: read it, and write it so that a crash at any moment loses nothing."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from routekaart_cli import files, formaten, project_fields
from routekaart_cli.errors import UnreadableFile, WriteFailed
from routekaart_cli.model import Antwoord, Project, Waarde
from routekaart_cli.texts import lezen
from routekaart_cli.yaml_reader import Fields, Reader, read_bytes

T = TypeVar("T")


def load(path: Path) -> Project:
    """Return the project in the file *path*; raises `UnreadableFile` with every finding, and never changes the file."""
    return _read(path, project_fields.project)


def load_antwoorden(path: Path) -> dict[str, Waarde | Antwoord]:
    """Return the loose answers in the YAML file *path*: id to text, list of texts or list of records.

    A whole project file is accepted too; of that come the answers as they stand there. A `#` behind a value is
    refused: a form is filled in by people who do not know that YAML leaves out what follows.
    """
    return _read(path, project_fields.loose, uitleg_erachter=False)


def save(path: Path, project: Project) -> tuple[bytes, files.Stamp | None]:
    """Write *project* to *path*: beside it first, flushed to the disk, then in its place.

    Returns what was written, and its stamp.

    A new file is for its owner only: it holds names. Raises `UnreadableFile` when the file is of a newer format,
    `WriteFailed` when the system refuses.
    """
    _check_format(path, project)
    from routekaart_cli import project_yaml  # loads PyYAML: only to write

    data = project_yaml.dump(project).encode()
    return data, files.write_atomic(path, data)


def is_older(project: Project) -> bool:
    """Was *project* read from a file of an older format, that a save will change for good?"""
    return project.formaat < formaten.nieuwste()


def check_writable(path: Path, project: Project | None) -> None:
    """Raise `UnreadableFile` or `WriteFailed` when *project* could not be saved in *path*: better before than after."""
    if project:
        _check_format(path, project)
    doel = Path(os.path.realpath(path))
    map_open = doel.parent.is_dir() and os.access(doel.parent, os.W_OK | os.X_OK)
    # Replacing needs the folder only, but who made the file read-only did so on purpose.
    if not map_open or (doel.exists() and not os.access(doel, os.W_OK)):
        reden = lezen.OS_REDENEN[_why_not(doel.parent)]
        raise WriteFailed(lezen.schrijven_mislukt(str(path), reden), lezen.SCHRIJVEN_HINT)


def _why_not(map: Path) -> str:
    """Return the name of the system's error for a folder in which nothing can be written."""
    if not map.is_dir():
        return "ENOENT"
    alleen_lezen = hasattr(os, "statvfs") and os.statvfs(map).f_flag & os.ST_RDONLY
    return "EROFS" if alleen_lezen else "EACCES"


def _check_format(path: Path, project: Project) -> None:
    if project.formaat > formaten.nieuwste():
        raise UnreadableFile(lezen.formaat_nieuwer(str(path)), lezen.FORMAAT_NIEUWER_HINT)


def _read(path: Path, build: Callable[[Fields], T], *, uitleg_erachter: bool = True) -> T:
    reader = Reader(str(path))
    data = read_bytes(path, reader.naam)
    try:
        gebouwd = build(reader.fields(reader.parse(data, uitleg_erachter=uitleg_erachter)))
        reader.finish()
    except UnreadableFile as fout:
        raise _better(fout, str(path), data) from fout
    return gebouwd


def _better(fout: UnreadableFile, naam: str, data: bytes) -> UnreadableFile:
    """Return *fout*, or what matters more than its places: the file is empty, or of a newer format."""
    if not data.strip():
        return UnreadableFile(
            fout.message, "Haal het weg en begin opnieuw met routekaart start. Er is niets veranderd."
        )
    formaat = re.search(rb"^formaat: (\d{1,6})\s*$", data, re.MULTILINE)
    if formaat and int(formaat[1]) > formaten.nieuwste():
        return UnreadableFile(lezen.formaat_nieuwer(naam), lezen.FORMAAT_NIEUWER_HINT)
    return fout
