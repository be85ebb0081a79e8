"""Who and when in one line: `Fatima, eind maart`. Pure."""

from __future__ import annotations

import re
from datetime import date

from routekaart_cli.domain import invoer
from routekaart_cli.domain.routekaart import Soort, Vraag
from routekaart_cli.errors import RefusedAnswer

_WHEN = Vraag("", "", "", Soort.DATUM)
_BETWEEN = re.compile(r"[\s,;:]+(?:(?:vóór|voor|op|in|uiterlijk|tot|vanaf)\s*)?$", re.IGNORECASE)
"""What may stand between who and when."""
_SLIP = re.compile(r"(?<![\d-])\d{1,2}(?:e|de|ste)?$")
"""A day that is left of a date that is none: `31` of `31 februari`."""
_ALSO_NAMES = ("jan", "mei")
"""Months that are people: only behind a comma, and Jan never."""


def split(text: str, today: date) -> tuple[str, str]:
    """Return who and when (a stored date) *text* names; either may be empty.

    The longest end that is a date is the date. Raises `RefusedAnswer` when a date was meant that is none: a slip must
    not become a name.
    """
    for word in re.finditer(r"[^\s,;]+", text):
        when, before = text[word.start() :], text[: word.start()]
        is_name = when.lower() in _ALSO_NAMES and not (when.lower() == "mei" and before.rstrip().endswith(","))
        day = "" if is_name else _day(when, today)
        if day:
            who = _BETWEEN.sub("", before).strip()
            if slip := _SLIP.search(who):
                invoer.check(_WHEN, text[slip.start() :], today)
            return who, day
    tail = text.rpartition(",")[2] if "," in text else ""
    if 0 < sum(char.isdigit() for char in tail) <= 8:  # more is a phone number
        invoer.check(_WHEN, tail.strip(), today)
    return text.strip(), ""


def _day(text: str, today: date) -> str:
    try:
        return str(invoer.check(_WHEN, text, today))
    except RefusedAnswer:
        return ""
