"""The project file: read it, and write it so that a crash at any moment loses nothing."""

from __future__ import annotations

import functools
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from routekaart_cli import files
from routekaart_cli.domain.antwoorden import Project
from routekaart_cli.dutch.opdrachten import to_type
from routekaart_cli.errors import UnreadableFile, WriteFailed
from routekaart_cli.files import read_bytes
from routekaart_cli.project import from_yaml, versies
from routekaart_cli.yaml_fields.fields import Fields, Reader

T = TypeVar("T")


def load(path: Path) -> Project:
    """Return the project in the file *path*; raises `UnreadableFile` with every finding, and never changes the file."""
    return _parse(str(path), read_bytes(path, str(path)), from_yaml.project)


def look(name: str, data: bytes) -> Project:
    """Return the project in *data*, the file called *name*, only to look at: see `from_yaml.project`.

    Raises `UnreadableFile`.
    """
    return _parse(name, data, functools.partial(from_yaml.project, to_look=True))


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


def load_antwoorden(path: Path) -> dict[str, from_yaml.Loose]:
    """Return the loose answers in the YAML file *path*; see `parse_antwoorden`."""
    return parse_antwoorden(str(path), read_bytes(path, str(path)))


def parse_antwoorden(name: str, data: bytes) -> dict[str, from_yaml.Loose]:
    """Return the loose answers in *data*, the YAML called *name*: by id a text, a list of texts or of records.

    A whole project file is accepted too; of that come the answers as they stand there. A `#` behind a value is
    refused: a form is filled in by people who do not know that YAML leaves out what follows.
    """
    return _parse(name, data, from_yaml.loose, of_a_form=True)


def save(path: Path, project: Project, first: Callable[[bytes], None] = lambda _: None) -> files.Stamp | None:
    """Write *project* to *path*: beside it first, flushed to the disk, then in its place; return its stamp.

    Before that *first* gets what is written. A new file is for its owner only: it holds names. Raises `UnreadableFile`
    when the file is of a newer format, `WriteFailed` when the system refuses.
    """
    check_format(path, project)
    from routekaart_cli.project import to_yaml  # loads PyYAML: only to write

    data = to_yaml.dump(project).encode()
    first(data)
    return files.write_atomic(path, data)


def is_older(project: Project) -> bool:
    """Was *project* read from a file of an older format, that a save will change for good?"""
    return project.formaat < from_yaml.newest()


def check_writable(path: Path, project: Project | None) -> None:
    """Raise `UnreadableFile` or `WriteFailed` when *project* could not be saved in *path*: better before than after."""
    if project:
        check_format(path, project)
    target = Path(os.path.realpath(path))
    folder_open = target.parent.is_dir() and os.access(target.parent, os.W_OK | os.X_OK)
    # Replacing needs the folder only, but who made the file read-only did so on purpose.
    if not folder_open or (target.exists() and not os.access(target, os.W_OK)):
        reden = files.OS_REASONS[_why_not(target.parent)]
        raise WriteFailed(files.write_failed(str(path), reden), files.WRITE_HINT)


def _why_not(folder: Path) -> str:
    """Return the name of the system's error for a folder in which nothing can be written."""
    if not folder.is_dir():
        return "ENOENT"
    read_only = hasattr(os, "statvfs") and os.statvfs(folder).f_flag & os.ST_RDONLY
    return "EROFS" if read_only else "EACCES"


def check_format(path: Path, project: Project) -> None:
    """Raise `UnreadableFile` when *project*, read from *path*, is of a newer format."""
    if project.formaat > from_yaml.newest():
        raise UnreadableFile(from_yaml.newer_format(str(path)), from_yaml.NEWER_FORMAT_HINT)


def _parse(name: str, data: bytes, build: Callable[[Fields], T], *, of_a_form: bool = False) -> T:
    reader = Reader(name)
    if of_a_form:  # a word processor or a mail program makes spaces of another kind
        data = data.replace("\u00a0".encode(), b" ")
    try:
        built = build(reader.fields(reader.parse(data, comment_behind=not of_a_form)))
        reader.finish()
    except UnreadableFile as error:
        raise _better(error, name, data, of_a_form=of_a_form) from error
    return built


def _better(error: UnreadableFile, name: str, data: bytes, *, of_a_form: bool) -> UnreadableFile:
    """Return *error*, or what matters more than its places: the file is empty, or of a newer format."""
    if not data.strip():
        now = "Vul het eerst in." if of_a_form else f"Haal het weg en begin opnieuw met {to_type('start')}."
        return UnreadableFile(error.message, f"{now} Er is niets veranderd.")
    formaat = re.search(rb"^formaat: (\d{1,6})\s*$", data, re.MULTILINE)
    if formaat and int(formaat[1]) > from_yaml.newest():
        return UnreadableFile(from_yaml.newer_format(name), from_yaml.NEWER_FORMAT_HINT)
    return error
