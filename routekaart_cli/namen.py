"""Which name a person probably meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def nearest(getypt: str, mogelijk: Iterable[str], gelijkenis: float = 0.6) -> str | None:
    """Return the one of *mogelijk* that is most like *getypt*, or None when none is at least *gelijkenis* (0 to 1)."""
    gevonden = difflib.get_close_matches(getypt, list(mogelijk), n=1, cutoff=gelijkenis)
    return gevonden[0] if gevonden else None
