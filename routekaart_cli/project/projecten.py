"""Many projects at once: which there are below a folder, and each read only to look at it."""

from __future__ import annotations

import os
import re
import signal
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

from routekaart_cli import files
from routekaart_cli.domain.antwoorden import Project, text_of
from routekaart_cli.domain.vaste_vragen import GEMEENTE, WIJK
from routekaart_cli.errors import UnreadableFile
from routekaart_cli.project import kopieen, sidecar, store

T = TypeVar("T")
FEW = 60
"""So many files are read before other processes would have started."""
AT_ONCE = 16
"""How many files a process is given at a time."""
_USUAL = "routekaart-project"
"""How most project files are called; with it, also one that makes no sense is meant as one."""
_OF_CONTENT = "routekaart.yaml"
"""In a folder with this file stands content; the project there is the made-up one."""
_IS_PROJECT = re.compile(rb"^antwoorden:", re.MULTILINE)


class Found(NamedTuple):
    """A YAML file that may be a project."""

    path: Path
    name: str
    """What a person calls it: the path below the folder that they named."""
    has_side: bool = False
    """Does it stand beside a folder with what we keep for ourselves?"""


class Unread(NamedTuple):
    """A file or folder that cannot be read, and why."""

    bestand: str
    reden: str


def find(folder: Path, called: str = "") -> Iterator[Found | Unread]:
    """Yield each YAML file below *folder*, in order, by its path in what that is *called*; and what cannot be read.

    Hidden folders are passed over, among them that of what we keep; links to folders are not followed.
    """
    refused: list[OSError] = []
    if folder.is_file():
        yield Found(folder, called or folder.name, (folder.parent / files.OUR_FOLDER).is_dir())
    for here, folders, names in os.walk(folder, onerror=refused.append):
        has_side = files.OUR_FOLDER in folders
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        if _OF_CONTENT in names:
            continue
        for name in sorted(names):
            if name.lower().endswith((".yaml", ".yml")) and not name.startswith("."):
                path = Path(here, name)
                yield Found(path, os.path.join(called, path.relative_to(folder)), has_side)  # noqa: PTH118  # as typed
    for error in refused:
        if not folder.is_file():
            yield Unread(os.path.join(called, os.path.relpath(error.filename, folder)), files.reden(error))  # noqa: PTH118


def look(found: Found) -> Project | None:
    """Return the project that was *found*, only to look at, or None when it is some other file.

    What its copies know more is in it, as when it is opened. Raises `UnreadableFile`.
    """
    data = files.read_bytes(found.path, found.name)
    if not (_IS_PROJECT.search(data) or found.path.name.startswith(_USUAL)):
        return None
    project = store.look(found.name, data)
    kept = sidecar.of_all_writers(found.path) if found.has_side and project.id else []
    return kopieen.opened(found.path) if any(kopieen.knows_more(kopie, project) for kopie in kept) else project


class Read(NamedTuple, Generic[T]):
    """A project that was read: what was *made* of it, and what tells whether two files are one project."""

    found: Found
    made: T
    id: str
    writes: int
    """How many writes it has seen: a copy that was left behind has seen fewer."""
    where: tuple[str, ...]
    """Its wijk and gemeente: who begins from the file of another group, may have its identity."""


def copies(seen: Sequence[Read[Any]]) -> tuple[set[Found], set[Found]]:
    """Return which of *seen* are copies of another one, and of which others one lies in the same folder."""
    taken: set[Found] = set()
    beside: set[Found] = set()
    for one_folder in (True, False):
        groups: dict[tuple[object, ...], list[Read[Any]]] = {}
        for one in seen:
            if one.found not in taken:
                apart = one.found.path.parent if one_folder else ""
                key = (one.id, apart) if one.id and one_folder else (one.id, *one.where, apart)
                groups.setdefault(key, []).append(one)
        for alike in groups.values():
            alike.sort(key=lambda one: _order(one, by_name=one_folder))
            first = alike[0].found
            known = alike[0].id
            others = [
                one.found
                for one in alike[1:]
                if known or (one_folder and kopieen.is_left_by_sync(first.path, one.found.path))
            ]
            taken.update(others)
            if others and known and one_folder:
                beside.add(first)
    return taken, beside - taken


def _order(one: Read[Any], *, by_name: bool) -> tuple[object, ...]:
    """Return what puts the project itself before its copies: by its name in one folder, else by what it has seen."""
    named = not one.found.path.name.startswith(f"{_USUAL}.")
    return (named, len(one.found.path.name)) if by_name else (-one.writes, named, one.found.name)


def read(found: Sequence[Found], make: Callable[[Found, Project], T]) -> Iterator[Read[T] | Unread | None]:
    """Yield of each file that was *found* what *make* makes of its project, why not, or None: it is no project.

    Many are read by as many processes as there are cores; nothing of a project stays but what was made of it.
    """
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if len(found) <= FEW or cores == 1:
        yield from (_read(one, make) for one in found)
        return
    from concurrent.futures import ProcessPoolExecutor  # only for many

    pool = ProcessPoolExecutor(cores, initializer=_begin, initargs=(make,))
    try:
        yield from pool.map(_read_here, found, chunksize=AT_ONCE)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


_make: Callable[[Found, Project], Any]
"""In a process of its own: what it makes of a project."""


def _begin(make: Callable[[Found, Project], Any]) -> None:
    """Begin a process that reads; who stops the program, stops it in the first one."""
    global _make  # noqa: PLW0603  # given once, and not with each file: it holds all content
    _make = make
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


def _read_here(found: Found) -> Read[Any] | Unread | None:
    return _read(found, _make)


def _read(found: Found, make: Callable[[Found, Project], T]) -> Read[T] | Unread | None:
    try:
        project = look(found)
    except UnreadableFile as error:
        return Unread(found.name, _reden(error, found.name))
    return None if project is None else _made(found, project, make)


def read_whole(found: Found, make: Callable[[Found, Project], T]) -> Read[T]:
    """Return what *make* makes of the project that was *found*, with what copies beside it know more.

    Raises `UnreadableFile`.
    """
    return _made(found, kopieen.opened(found.path), make)


def _made(found: Found, project: Project, make: Callable[[Found, Project], T]) -> Read[T]:
    where = tuple(text_of(project.antwoorden.get(id_)) for id_ in (WIJK, GEMEENTE))
    return Read(found, make(found, project), project.id, sum(project.gezien.values()), where)


def _reden(error: UnreadableFile, name: str) -> str:
    """Return in one line why the file called *name* cannot be read."""
    first = error.bevindingen[0] if error.bevindingen else error.message
    what = first.removeprefix(f"{name}:").strip().split("\n")[0].partition(". ")[0].rstrip(".")
    return re.sub(r"^(\d+):\d+:", r"regel \1:", what)
