"""A home of its own for whatever runs routekaart here: not that of the person at the keyboard, with their projects."""

from __future__ import annotations

import os
from pathlib import Path

OF_SOMEBODY = (
    "ROUTEKAART_PROJECT", "NO_COLOR", "ACCESSIBLE", "VISUAL", "EDITOR", "COLUMNS", "LINES",
    "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME",
)  # fmt: skip
"""What somebody may have set; without the last four, all is found under HOME."""


def move_home(folder: Path) -> None:
    """Make *folder* the home of this process and its children, for a program that is no test."""
    os.environ["HOME"] = str(folder)
    for name in OF_SOMEBODY:
        os.environ.pop(name, None)
