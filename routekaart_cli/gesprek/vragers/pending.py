"""What was typed or pasted before a question stood there: it must never answer that question."""

from __future__ import annotations

import contextlib
import select
import sys
from typing import Any


def drop(invoer: Any) -> bool:
    """Forget what waits on the terminal *invoer* (anything with a fileno); return whether there was anything."""
    if sys.platform == "win32":
        return False
    import termios

    with contextlib.suppress(OSError, ValueError, termios.error):
        over = waiting(invoer)
        termios.tcflush(invoer.fileno(), termios.TCIFLUSH)
        return over
    return False


def waiting(invoer: Any) -> bool:
    """Is there something to read on *invoer* already?"""
    with contextlib.suppress(OSError, ValueError):
        return bool(select.select([invoer.fileno()], [], [], 0)[0])
    return False
