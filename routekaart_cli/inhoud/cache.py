"""Content that was read before: the finished records of a file, in the user's own cache folder.

Reading YAML anew doubles what a page costs. What was kept counts only while the YAML files that went into it, the code
that makes records and Python itself are the same. What cannot be read or written is left at that.
"""

from __future__ import annotations

import contextlib
import functools
import os
import stat
import sys
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar, cast

T = TypeVar("T")

_CODE = ("domain", "dutch", "inhoud", "yaml_fields")
"""The rooms whose code makes records."""

_MOST = 64
"""How many files are kept: a content folder has about ten."""


def kept(sources: Sequence[Path], make: Callable[[], T]) -> T:
    """Return what *make* makes of the files *sources*: as it was kept, or else it is made now and kept.

    What is made is known by the first of *sources* and those of the same name, in layers over it: one thing a file. It
    is not kept when *make* raises, nor when Python may not keep bytecode either (PYTHONDONTWRITEBYTECODE).
    """
    try:
        key = repr((sys.version, _code(), [(str(path), *_stamp(path)) for path in sources])).encode()  # before reading
        known_by = "\0".join([str(path) for path in sources if path.name == sources[0].name])
        file = _folder() / f"{zlib.crc32(os.fsencode(known_by)):08x}.{sources[0].stem}"
    except (OSError, RuntimeError):
        return make()
    found = _load(file, key)
    if found is not None:
        return cast("T", found)
    made = make()
    if not sys.dont_write_bytecode:
        with contextlib.suppress(OSError):
            _save(file, key, made)
    return made


def _load(file: Path, key: bytes) -> object:
    """Return what was kept in *file* under *key*; None when it is something else, damaged, or not ours."""
    import pickle

    try:
        data = file.read_bytes() if _is_private(file.parent) else b""
        body = data[4:]
        if not body.startswith(key) or zlib.crc32(body) != int.from_bytes(data[:4], "big"):
            return None
        # unpickling runs what it is given: this was written by us, whole, in a folder where nobody else can write
        return pickle.loads(memoryview(body)[len(key) :])  # noqa: S301
    except (OSError, ValueError, TypeError, AttributeError, LookupError, EOFError, ImportError, pickle.PickleError):
        return None


def _save(file: Path, key: bytes, made: object) -> None:
    import pickle

    for folder in [*reversed(file.parent.parents), file.parent]:
        with contextlib.suppress(FileExistsError, PermissionError):
            folder.mkdir(mode=0o700)
    if not _is_private(file.parent):
        return
    body = key + pickle.dumps(made, pickle.HIGHEST_PROTOCOL)
    temporary = file.with_name(f"{file.name}.{os.getpid()}.tmp")
    with os.fdopen(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
        out.write(zlib.crc32(body).to_bytes(4, "big") + body)
    temporary.replace(file)
    by_age = sorted(file.parent.iterdir(), key=lambda path: path.stat().st_mtime_ns, reverse=True)
    for old in by_age[_MOST:]:
        old.unlink(missing_ok=True)


def _is_private(folder: Path) -> bool:
    """Is *folder* ours, and closed for all others? Where files have no owner, it stands in the user's own folder."""
    info = os.lstat(folder)
    if not stat.S_ISDIR(info.st_mode):
        return False
    return not hasattr(os, "geteuid") or (info.st_uid == os.geteuid() and not info.st_mode & 0o077)


def _folder() -> Path:
    import platformdirs

    return platformdirs.user_cache_path("routekaart", appauthor=False) / "inhoud"


@functools.cache
def _code() -> tuple[tuple[str, int, int], ...]:
    """Return the stamps of all code that makes records."""
    modules = (path for room in _CODE for path in (Path(__file__).parent.parent / room).glob("*.py"))
    return tuple(sorted((path.name, *_stamp(path)) for path in modules))


def _stamp(path: Path) -> tuple[int, int]:
    info = path.stat()
    return info.st_size, info.st_mtime_ns
