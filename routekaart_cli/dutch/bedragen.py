"""Amounts of money as people write them, and how they are shown."""

from __future__ import annotations

import re

_ROUGHLY = r"(?:ongeveer|circa|ca\.?|zo['’]n|rond(?: de)?|ruim|bijna|maximaal|hooguit|±|~)\s*"
_AROUND = re.compile(rf"(?:{_ROUGHLY})*(?:€|eur)?\s*([\d. ]*\d(?:,\d{{1,2}}|,-)?)\s*(?:euro|eur)?\.?", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,3}(\.\d{3})+(,\d{1,2})?|\d{1,9}([.,]\d{1,2})?")


def amount(text: str) -> float | None:
    """Return the amount in euros that *text* is: `1.250`, `€ 1.250,50`, `ongeveer 1200 euro`; None when it is none."""
    found = _AROUND.fullmatch(text.strip())
    bare = re.sub(r" |,-$", "", found[1]) if found else ""
    if not _NUMBER.fullmatch(bare):
        return None
    return float(re.sub(r"\.(?=\d{3}(\D|$))", "", bare).replace(",", "."))


def stored(value: float) -> str:
    """Return *value* as it is kept: `1250`, or `1250.50` when there are cents."""
    return f"{value:.2f}".removesuffix(".00")


def in_euros(value: float) -> str:
    """Return *value* as it is shown: `€ 1.250`, or `€ 1.250,50` when there are cents."""
    return "€ " + f"{value:,.2f}".removesuffix(".00").translate(str.maketrans(",.", ".,"))
