"""Reading a file, and writing it so that it is there completely or not at all; holding a lock meanwhile."""

from __future__ import annotations

import contextlib
import errno
import glob
import os
import stat
import time
import warnings
from collections.abc import Iterator
from pathlib import Path

from routekaart_cli.errors import REPAIR, UnreadableFile, WriteFailed

CHECK_PATH = "Kijk of de naam klopt en of je bij deze map mag. Er is niets veranderd."
WRITE_HINT = "Kijk of de schijf vol is en of je in deze map mag schrijven. Probeer het dan opnieuw."
OS_REASONS = {
    "ENOSPC": "de schijf is vol",
    "EDQUOT": "de ruimte voor jouw bestanden is op",
    "EROFS": "je kunt hier alleen lezen",
    "EACCES": "je hebt hier geen toestemming voor",
    "EPERM": "je hebt hier geen toestemming voor",
    "ENOENT": "de map of het bestand is er niet",
    "EISDIR": "dit is een map",
    "ENOTDIR": "een deel van het pad is geen map",
    "ENAMETOOLONG": "de naam is te lang",
    "ELOOP": "de koppeling verwijst naar zichzelf",
    "EIO": "de schijf geeft een fout",
}
MAX_BYTES = 20_000_000
OUR_FOLDER = ".routekaart"
"""Beside a project file: what we keep for ourselves."""


def read_bytes(path: Path, name: str) -> bytes:
    """Return what is in the regular file *path*, called *name* in messages.

    Raises `UnreadableFile` when it is missing, is something else (a folder, a pipe), is larger than 20 MB, or the
    system refuses.
    """
    try:
        # Without waiting for a writer, if it is a pipe.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        try:
            info = os.fstat(handle)
            if not stat.S_ISREG(info.st_mode):
                raise UnreadableFile(_no_file(name), CHECK_PATH)
            if info.st_size > MAX_BYTES:
                raise UnreadableFile(
                    f"{name}: dit bestand is groter dan {MAX_BYTES // 1_000_000} MB. Zo groot kan het niet zijn.",
                    REPAIR,
                )
            with os.fdopen(handle, "rb", closefd=False) as file:
                return file.read(MAX_BYTES + 1)
        finally:
            os.close(handle)
    except FileNotFoundError:
        raise UnreadableFile(f"{name}: dit bestand is er niet.", CHECK_PATH) from None
    except IsADirectoryError:
        raise UnreadableFile(_no_file(name), CHECK_PATH) from None
    except OSError as error:
        raise UnreadableFile(unreadable(name, reden(error)), CHECK_PATH) from error


def _no_file(path: str) -> str:
    return f"{path}: dit is geen gewoon bestand."


LOCK_SECONDS = 10
"""A save takes milliseconds: whoever holds the lock longer has got stuck, and must not stop others."""
LEFT_SECONDS = 3600
"""No save takes an hour: a temporary file that old was left by a program that was killed."""

Stamp = tuple[int, int, int]
"""What changes whenever a file does: its number on the disk, size and time."""


def as_bytes(document: str | bytes) -> bytes:
    """Return *document* as it stands in a file: text as UTF-8."""
    return document.encode() if isinstance(document, str) else document


def write_atomic(
    path: Path, data: bytes, *, durable: bool = True, like: Path | None = None, follow: bool = True
) -> Stamp | None:
    """Put *data* in the file *path* completely or not at all; when *durable*, a power cut changes nothing of that.

    A link is followed, or with *follow* False replaced; owner and permissions of an existing file stay, a new one has
    those of the file *like*, or is for its owner only. Returns the stamp of what was written. Raises `WriteFailed` when
    the system refuses.
    """
    import tempfile  # only to write: it loads much

    target = Path(os.path.realpath(path)) if follow else path
    temporary: Path | None = None
    try:
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".tmp", dir=target.parent)
        temporary = Path(name)
        with os.fdopen(handle, "wb") as file:
            _keep_access(temporary, target if target.exists() or like is None else like)
            file.write(data)
            if durable:
                file.flush()
                os.fsync(file.fileno())
        written = stamp(temporary)  # before it stands there: what comes after may be of somebody else
        temporary.replace(target)
        temporary = None
        if durable:
            _sync_folder(target.parent)
    except OSError as error:
        raise refused(path, error) from error
    finally:
        if temporary:
            with contextlib.suppress(OSError):
                temporary.unlink()
    return written


def remove_leftovers(path: Path) -> None:
    """Remove what `write_atomic` left beside the file *path* when it was killed: it may hold names."""
    target = Path(os.path.realpath(path))
    with contextlib.suppress(OSError):
        for rest in target.parent.glob(f".{glob.escape(target.name)}.*.tmp"):
            if rest.stat().st_mtime < time.time() - LEFT_SECONDS:
                rest.unlink()


def stamp(path: Path) -> Stamp | None:
    """Return what changes whenever the file *path* does, or None when it is not there."""
    try:
        info = path.stat()
    except OSError:
        return None
    return info.st_ino, info.st_size, info.st_mtime_ns


@contextlib.contextmanager
def locked(path: Path, seconds: float, mode: int) -> Iterator[bool]:
    """Hold the lock file *path*, with permissions *mode*, as long as the block lasts.

    Yields False when that is not possible here, or not within so many *seconds*. The system takes the lock from a
    process that dies, so an old one never blocks.
    """
    from filelock import FileLock, Timeout  # only to write: it loads much

    lock = FileLock(path, timeout=seconds, poll_interval=0.01, mode=mode)
    succeeded = False
    with contextlib.suppress(OSError, NotImplementedError, Timeout), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # English, about a folder that cannot lock
        lock.acquire()
        succeeded = True
    try:
        yield succeeded
    finally:
        with contextlib.suppress(OSError):
            lock.release()


def refused(path: Path, error: OSError) -> WriteFailed:
    """Return that the system refused to write *path*, and why, in Dutch."""
    return WriteFailed(write_failed(str(path), reden(error)), WRITE_HINT)


def _keep_access(temporary: Path, target: Path) -> None:
    """Give *temporary* the owner and the permissions of *target*, as far as we may."""
    with contextlib.suppress(OSError):
        old, new = target.stat(), temporary.stat()
        if hasattr(os, "chown") and (old.st_uid, old.st_gid) != (new.st_uid, new.st_gid):
            # Apart: in a shared folder we may not give a file away, but its group goes on reading it.
            for uid, gid in ((-1, old.st_gid), (old.st_uid, -1)):
                with contextlib.suppress(OSError):
                    os.chown(temporary, uid, gid)
        temporary.chmod(old.st_mode & 0o7777)


def _sync_folder(folder: Path) -> None:
    """Make the new name in *folder* durable; some systems and shared folders cannot, and then it is left at that."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def unreadable(path: str, reden: str) -> str:
    return f"{path}: lezen lukt niet ({reden})."


def write_failed(path: str, reden: str) -> str:
    return f"{path}: opslaan lukt niet ({reden})."


def reden(error: OSError) -> str:
    """Return why the operating system refused."""
    number = error.errno or 0
    return OS_REASONS.get(errno.errorcode.get(number, ""), f"fout {number} van het systeem")
