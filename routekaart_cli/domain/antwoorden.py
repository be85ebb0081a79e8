"""The glossary: every thing routekaart knows, as frozen records without behaviour beyond look-ups.

Named tuples, because making thirty frozen dataclasses takes 35 ms at every start and these take 6.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Annotated, Any, NamedTuple

Record = Mapping[str, str]
Moment = Annotated[str, "moment", ""]
"""ISO with offset; empty when nothing says it."""


_NOTHING: Mapping[str, Any] = MappingProxyType({})


Waarde = str | tuple[str, ...] | tuple[Record, ...]
"""A stored answer: one text (also for getal, datum, ja-nee and the id of a keuze), ids, or records of a lijst."""


class Stand(StrEnum):
    """What we know about the answer to a vraag."""

    GEGEVEN = "gegeven"
    LEEG = "overgeslagen"
    """Left empty on purpose; not an open point."""
    WEET_NIET = "weet-ik-nog-niet"
    LATER = "later"
    """Put off; asked again at the end of a session."""
    ONEENS = "niet-eens"
    """Several answers stand side by side in *alternatieven*."""


class Alternatief(NamedTuple):
    waarde: Waarde
    door: str = ""
    unknown: Mapping[str, object] = _NOTHING
    """Keys beside it that we do not know, kept as they were."""


class Antwoord(NamedTuple):
    stand: Stand
    waarde: Waarde = ""
    gewijzigd: str = ""
    """Moment of the last change, ISO with offset."""
    door: str = ""
    alternatieven: tuple[Alternatief, ...] = ()
    unknown: Mapping[str, object] = _NOTHING
    """Keys beside the answer that we do not know, kept as they were."""
    afgeleid: bool = False
    """Does it follow from another answer? Then nobody was asked, and it is never stored."""

    def same(self, other: Antwoord | None) -> bool:
        """Is this the same answer as *other*, whenever it was given?"""
        return other is not None and (self.stand, self.waarde, self.door, self.alternatieven) == (
            other.stand,
            other.waarde,
            other.door,
            other.alternatieven,
        )


def same(one: Antwoord | None, other: Antwoord | None) -> bool:
    """Are *one* and *other* the same answer, or both none?"""
    return one is other or (one is not None and one.same(other))


Antwoorden = Mapping[str, Antwoord]


Dot = tuple[str, int]
"""One write: who made it (a laptop, or an edit by hand) and the how-manieth of theirs it was."""


class Entry(NamedTuple):
    """What one write left at a vraag: a value, or what is open about it; of a lijst one row."""

    stand: Stand
    """Never `ONEENS`: that is more than one entry."""
    waarde: Waarde = ""
    rij: str = ""
    """The id of a row; rows stand in the order of their ids. Its *waarde* is one record."""
    door: str = ""
    gewijzigd: str = ""
    unknown: Mapping[str, object] = _NOTHING
    dots: frozenset[Dot] = frozenset()
    """Which writes said so: more than one when two laptops said the same."""


class Project(NamedTuple):
    """What one group answered, and what else stood in its file."""

    antwoorden: Antwoorden = _NOTHING
    formaat: int = 1
    unknown: Mapping[str, object] = _NOTHING
    """Keys we do not know, kept as they were."""
    below: frozenset[str] = frozenset()
    """Which of those stand below the answers."""
    id: str = ""
    """Drawn once: a file with the same is a copy, whatever it is called. Empty: it was never saved in format 2."""
    gezien: Mapping[str, int] = _NOTHING
    """Of each writer how many of their writes are in this file, or were and gave way: what it has seen."""
    entries: Mapping[str, tuple[Entry, ...]] = _NOTHING
    """By vraag what *antwoorden* and *concepten* are made of."""
    concepten: Antwoorden = _NOTHING
    """By vraag the opinions that were typed before anybody stopped halfway: no answer, and never taken for one."""
    vergeten: Mapping[str, int] = _NOTHING
    """The writes with which somebody was taken out everywhere: who sees a new one here, drops what is older."""


class Wijziging(NamedTuple):
    """One change: what stood there, and what came in its place; None is no answer."""

    moment: Moment
    oud: Mapping[str, Antwoord | None]
    nieuw: Mapping[str, Antwoord | None]


class Geschiedenis(NamedTuple):
    """The last changes, newest last: those that stand, and those that were turned back and can be made again."""

    gedaan: tuple[Wijziging, ...] = ()
    teruggedraaid: tuple[Wijziging, ...] = ()


def text_of(antwoord: Antwoord | None) -> str:
    """Return the one text of *antwoord*; empty when there is none."""
    return antwoord.waarde if antwoord and antwoord.stand is Stand.GEGEVEN and isinstance(antwoord.waarde, str) else ""
