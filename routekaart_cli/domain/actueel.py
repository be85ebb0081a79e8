"""What changed since the source was written: which of it belongs to a subject, how certain it is, and what to ask.

Pure: records in, records or a few words out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from routekaart_cli.domain.routekaart import Actueel
from routekaart_cli.dutch.dates import in_short

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def belonging_to(items: Sequence[Actueel], *ids: str) -> tuple[Actueel, ...]:
    """Return those of *items* that belong to one of *ids* (of a fase, a stap or a begrip), in their own order."""
    return tuple(item for item in items if not set(ids).isdisjoint(item.hoort_bij))


def has_expired(item: Actueel, today: date) -> bool:
    """Is *today* after the last day that *item* surely holds?"""
    return bool(item.geldig_tot) and date.fromisoformat(item.geldig_tot) < today


def still_holding(items: Sequence[Actueel], today: date) -> tuple[Actueel, ...]:
    """Return those of *items* that have not expired on *today*, in their own order."""
    return tuple(item for item in items if not has_expired(item, today))


def houdbaarheid(item: Actueel, today: date) -> str:
    """Return in a few words how certain *item* is and of which year its source is, or on which day it ended."""
    if has_expired(item, today):
        return f"afgelopen op {in_short(date.fromisoformat(item.geldig_tot))}"
    datum = item.bronnen[0].datum
    years = _YEAR.findall(datum)
    return f"{item.zekerheid} ({years[-1] if years else datum})"


def to_ask(item: Actueel) -> str:
    """Return the question to read aloud, and where; empty when *item* leaves nothing to ask."""
    return f"Vraag {item.vraag_na}: '{item.vraag}'" if item.vraag else ""
