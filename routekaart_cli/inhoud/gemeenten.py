"""Which gemeenten there are, and in which provincie each lies: `gemeenten.csv`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from routekaart_cli.dutch import nearest, without_accents

FILE = "gemeenten.csv"
FEW = 4


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


def alike(folder: Path, typed: str) -> tuple[str, ...]:
    """Return the gemeenten that somebody can mean with *typed*.

    Those are the ones of that name, else the few that begin so, else those of the name most like it.
    """
    wanted = without_accents(" ".join(typed.split()))
    by_name = {without_accents(name): name for name in provincies(folder)}
    called = {whole: whole.partition(" (")[0] for whole in by_name}
    if same := [name for whole, name in by_name.items() if wanted in (whole, called[whole])]:
        return tuple(same)
    begin = [name for whole, name in by_name.items() if whole.startswith(wanted)]
    if 0 < len(begin) <= FEW:
        return tuple(begin)
    near = nearest(wanted, called.values(), 0.75)
    return tuple(name for whole, name in by_name.items() if called[whole] == near)


def provincie_of(folder: Path, typed: str) -> str:
    """Return the name of the provincie of the gemeente that somebody *typed*; empty when it is not known."""
    return _by_bare_name(folder).get(without_accents(typed), "")


@cache
def _by_bare_name(folder: Path) -> Mapping[str, str]:
    return {without_accents(name): provincie for name, provincie in reversed([*provincies(folder).items()])}
