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

from routekaart_cli.errors import HERSTEL, UnreadableFile, WriteFailed

HERSTEL_PAD = "Kijk of de naam klopt en of je bij deze map mag. Er is niets veranderd."
SCHRIJVEN_HINT = "Kijk of de schijf vol is en of je in deze map mag schrijven. Probeer het dan opnieuw."
OS_REDENEN = {
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


def read_bytes(path: Path, naam: str) -> bytes:
    """Return what is in the regular file *path*, called *naam* in messages.

    Raises `UnreadableFile` when it is missing, is something else (a folder, a pipe), is larger than 20 MB, or the
    system refuses.
    """
    try:
        # Without waiting for a writer, if it is a pipe.
        greep = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        try:
            info = os.fstat(greep)
            if not stat.S_ISREG(info.st_mode):
                raise UnreadableFile(_geen_bestand(naam), HERSTEL_PAD)
            if info.st_size > MAX_BYTES:
                raise UnreadableFile(
                    f"{naam}: dit bestand is groter dan {MAX_BYTES // 1_000_000} MB. Zo groot kan het niet zijn.",
                    HERSTEL,
                )
            with os.fdopen(greep, "rb", closefd=False) as bestand:
                return bestand.read(MAX_BYTES + 1)
        finally:
            os.close(greep)
    except FileNotFoundError:
        raise UnreadableFile(f"{naam}: dit bestand is er niet.", HERSTEL_PAD) from None
    except IsADirectoryError:
        raise UnreadableFile(_geen_bestand(naam), HERSTEL_PAD) from None
    except OSError as fout:
        raise UnreadableFile(niet_te_lezen(naam, reden(fout)), HERSTEL_PAD) from fout


def _geen_bestand(pad: str) -> str:
    return f"{pad}: dit is geen gewoon bestand."


LOCK_SECONDS = 10
"""A save takes milliseconds: whoever holds the lock longer has got stuck, and must not stop others."""
LEFT_SECONDS = 3600
"""No save takes an hour: a temporary file that old was left by a program that was killed."""

Stamp = tuple[int, int, int]
"""What changes whenever a file does: its number on the disk, size and time."""


def write_atomic(path: Path, data: bytes, *, durable: bool = True, like: Path | None = None) -> Stamp | None:
    """Put *data* in the file *path* completely or not at all; when *durable*, a power cut changes nothing of that.

    A link is followed; owner and permissions of an existing file stay, a new one has those of the file *like*, or is
    for its owner only. Returns the stamp of what was written. Raises `WriteFailed` when the system refuses.
    """
    import tempfile  # only to write: it loads much

    doel = Path(os.path.realpath(path))
    tijdelijk: Path | None = None
    try:
        greep, naam = tempfile.mkstemp(prefix=f".{doel.name}.", suffix=".tmp", dir=doel.parent)
        tijdelijk = Path(naam)
        with os.fdopen(greep, "wb") as bestand:
            _keep_access(tijdelijk, doel if doel.exists() or like is None else like)
            bestand.write(data)
            if durable:
                bestand.flush()
                os.fsync(bestand.fileno())
        geschreven = stamp(tijdelijk)  # before it stands there: what comes after may be of somebody else
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
    return geschreven


def remove_leftovers(path: Path) -> None:
    """Remove what `write_atomic` left beside the file *path* when it was killed: it may hold names."""
    doel = Path(os.path.realpath(path))
    with contextlib.suppress(OSError):
        for rest in doel.parent.glob(f".{glob.escape(doel.name)}.*.tmp"):
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

    slot = FileLock(path, timeout=seconds, poll_interval=0.01, mode=mode)
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
    return WriteFailed(schrijven_mislukt(str(path), reden(fout)), SCHRIJVEN_HINT)


def _keep_access(tijdelijk: Path, doel: Path) -> None:
    """Give *tijdelijk* the owner and the permissions of *doel*, as far as we may."""
    with contextlib.suppress(OSError):
        oud, nieuw = doel.stat(), tijdelijk.stat()
        if hasattr(os, "chown") and (oud.st_uid, oud.st_gid) != (nieuw.st_uid, nieuw.st_gid):
            # Apart: in a shared folder we may not give a file away, but its group goes on reading it.
            for uid, gid in ((-1, oud.st_gid), (oud.st_uid, -1)):
                with contextlib.suppress(OSError):
                    os.chown(tijdelijk, uid, gid)
        tijdelijk.chmod(oud.st_mode & 0o7777)


def _sync_folder(map: Path) -> None:
    """Make the new name in *map* durable; some systems and shared folders cannot, and then it is left at that."""
    with contextlib.suppress(OSError):
        greep = os.open(map, os.O_RDONLY)
        try:
            os.fsync(greep)
        finally:
            os.close(greep)


def niet_te_lezen(pad: str, reden: str) -> str:
    return f"{pad}: lezen lukt niet ({reden})."


def schrijven_mislukt(pad: str, reden: str) -> str:
    return f"{pad}: opslaan lukt niet ({reden})."


def reden(fout: OSError) -> str:
    """Return why the operating system refused."""
    nummer = fout.errno or 0
    return OS_REDENEN.get(errno.errorcode.get(nummer, ""), f"fout {nummer} van het systeem")
