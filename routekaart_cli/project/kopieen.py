"""Copies of the project file beside it, as shared folders make them when two people work at the same time."""

from __future__ import annotations

import os
import re
from pathlib import Path

_KOPIE = re.compile(r"(?i:.*conflict.*| \(\d+\)|.*\b(kopie|copy)\b.*)|-(?=[\w-]*[A-Z])[\w-]+")
"""What stands behind the name of the file: `(conflicted copy ...)` and `(conflicterende kopie ...)` of Nextcloud and
Dropbox, `.sync-conflict-...` of Syncthing, ` (1)` of Google Drive, `-LAPTOP` of OneDrive."""


def beside(path: Path) -> list[Path]:
    """Return the files beside the project file *path* whose name says they are a copy of it, by name.

    A link is followed: copies stand beside the file itself.
    """
    path = Path(os.path.realpath(path))
    try:
        names = sorted(file.name for file in path.parent.iterdir())
    except OSError:
        return []
    stem, end = path.stem, path.suffix
    fitting = [name for name in names if name.startswith(stem) and name.endswith(end) and name != path.name]
    kopieen = [name for name in fitting if _KOPIE.fullmatch(name[len(stem) : len(name) - len(end)])]
    return [path.parent / name for name in kopieen if (path.parent / name).is_file()]
