"""Writing a file so that it is there completely or not at all, and holding a lock while it is read and written."""

from __future__ import annotations

import contextlib
import os
import warnings
from collections.abc import Iterator
from pathlib import Path

from routekaart_cli.errors import WriteFailed
from routekaart_cli.texts import lezen

LOCK_SECONDS = 10
"""A save takes milliseconds: whoever holds the lock longer has got stuck, and must not stop others."""


def write_atomic(path: Path, data: bytes, *, durable: bool = True) -> None:
    """Put *data* in the file *path* completely or not at all; when *durable*, a power cut changes nothing of that.

    A link is followed; owner and permissions of an existing file stay, a new one is for its owner only. Raises
    `WriteFailed` when the system refuses.
    """
    import tempfile  # only to write: it loads much

    doel = Path(os.path.realpath(path))
    tijdelijk: Path | None = None
    try:
        greep, naam = tempfile.mkstemp(prefix=f".{doel.name}.", suffix=".tmp", dir=doel.parent)
        tijdelijk = Path(naam)
        with os.fdopen(greep, "wb") as bestand:
            _keep_access(tijdelijk, doel)
            bestand.write(data)
            if durable:
                bestand.flush()
                os.fsync(bestand.fileno())
        tijdelijk.replace(doel)
        tijdelijk = None
        if durable:
            _sync_folder(doel.parent)
    except OSError as fout:
        raise refused(path, fout) from fout
    finally:
        if tijdelijk:
            with contextlib.suppress(OSError):
                tijdelijk.unlink()


def stamp(path: Path) -> tuple[int, int, int] | None:
    """Return what changes whenever the file *path* does, or None when it is not there."""
    try:
        info = path.stat()
    except OSError:
        return None
    return info.st_ino, info.st_size, info.st_mtime_ns


@contextlib.contextmanager
def locked(path: Path) -> Iterator[bool]:
    """Hold the lock file *path* as long as the block lasts; yields False when that is not possible here.

    The system takes the lock from a process that dies, so an old one never blocks.
    """
    from filelock import FileLock, Timeout  # only to write: it loads much

    slot = FileLock(path, timeout=LOCK_SECONDS, poll_interval=0.01)
    gelukt = False
    with contextlib.suppress(OSError, NotImplementedError, Timeout), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # English, about a folder that cannot lock
        slot.acquire()
        gelukt = True
    try:
        yield gelukt
    finally:
        with contextlib.suppress(OSError):
            slot.release()


def refused(path: Path, fout: OSError) -> WriteFailed:
    """Return that the system refused to write *path*, and why, in Dutch."""
    return WriteFailed(lezen.schrijven_mislukt(str(path), lezen.reden(fout)), lezen.SCHRIJVEN_HINT)


def _keep_access(tijdelijk: Path, doel: Path) -> None:
    """Give *tijdelijk* the owner and the permissions of *doel*, as far as we may."""
    with contextlib.suppress(OSError):
        oud, nieuw = doel.stat(), tijdelijk.stat()
        if hasattr(os, "chown") and (oud.st_uid, oud.st_gid) != (nieuw.st_uid, nieuw.st_gid):
            with contextlib.suppress(OSError):
                os.chown(tijdelijk, oud.st_uid, oud.st_gid)
        tijdelijk.chmod(oud.st_mode & 0o7777)


def _sync_folder(map: Path) -> None:
    """Make the new name in *map* durable; some systems and shared folders cannot, and then it is left at that."""
    with contextlib.suppress(OSError):
        greep = os.open(map, os.O_RDONLY)
        try:
            os.fsync(greep)
        finally:
            os.close(greep)
