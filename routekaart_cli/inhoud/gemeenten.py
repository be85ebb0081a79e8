"""Which gemeenten there are, and in which provincie each lies: `gemeenten.csv`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from routekaart_cli.dutch import without_accents

FILE = "gemeenten.csv"


@cache
def provincies(folder: Path) -> Mapping[str, str]:
    """Return by the name of each gemeente, as people call it, the name of its provincie.

    Two that share a name go by their whole one only (`Bergen (L.)`). Without the file there are none.
    """
    import csv  # only where a gemeente is asked for

    try:
        with (folder / FILE).open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file, delimiter=";"))
    except OSError:
        return {}
    times = Counter(row["ook"] for row in rows)
    names: dict[str, str] = {}
    for row in rows:
        if row["ook"] and times[row["ook"]] == 1:
            names[row["ook"]] = row["provincie"]
        if "(" not in row["naam"] or times[row["ook"]] > 1:
            names[row["naam"]] = row["provincie"]
    return names


def provincie_of(folder: Path, typed: str) -> str:
    """Return the name of the provincie of the gemeente that somebody *typed*; empty when it is not known."""
    wanted = without_accents(typed)
    return next((p for name, p in provincies(folder).items() if without_accents(name) == wanted), "")
