"""What was typed or pasted before a question stood there: it must never answer that question."""

from __future__ import annotations

import contextlib
import select
import sys
from typing import Any


def drop(source: Any) -> bool:
    """Forget what waits on the terminal *source* (anything with a fileno); return whether there was anything."""
    if sys.platform == "win32":
        return False
    import termios

    with contextlib.suppress(OSError, ValueError, termios.error):
        left_over = waiting(source)
        termios.tcflush(source.fileno(), termios.TCIFLUSH)
        return left_over
    return False


def waiting(source: Any) -> bool:
    """Is there something to read on *source* already?"""
    with contextlib.suppress(OSError, ValueError):
        return bool(select.select([source.fileno()], [], [], 0)[0])
    return False
