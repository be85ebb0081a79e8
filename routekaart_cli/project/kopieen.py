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
        namen = sorted(bestand.name for bestand in path.parent.iterdir())
    except OSError:
        return []
    stam, einde = path.stem, path.suffix
    passend = [naam for naam in namen if naam.startswith(stam) and naam.endswith(einde) and naam != path.name]
    kopieen = [naam for naam in passend if _KOPIE.fullmatch(naam[len(stam) : len(naam) - len(einde)])]
    return [path.parent / naam for naam in kopieen if (path.parent / naam).is_file()]
