"""A reference for copies of a project: it keeps every write for ever, and knows of each what it came in place of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Write:
    """One write at *where* (a vraag, or a vraag and a row); without a *waarde* it takes away."""

    where: str
    waarde: str | None
    replaces: frozenset[Write]
    number: int = 0
    """Two writes with one number are the same, wherever they were made."""


Known = frozenset[Write]


def visible(known: Known, where: str) -> Known:
    """Return which of the writes that are *known* say something at *where*: those that nothing came in place of."""
    here = {write for write in known if write.where.partition("/")[0] == where.partition("/")[0]}
    gone = {old for write in here for old in write.replaces}
    return frozenset(w for w in here - gone if w.where.startswith(where) and w.waarde is not None)


def values(known: Known, where: str) -> set[str]:
    return {write.waarde for write in visible(known, where) if write.waarde is not None}
