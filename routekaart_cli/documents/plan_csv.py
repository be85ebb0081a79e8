"""The actions of the plan for a spreadsheet: opens at once in a Dutch Excel and in LibreOffice."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from routekaart_cli.dutch.characters import zichtbaar
from routekaart_cli.plan.records import Plan

_CSV_WIE = "Wie"
_CSV_KOLOMMEN = ("Stap", "Wat", _CSV_WIE, "Wanneer", "Waarom nu")


BOM = "\ufeff"
"""Without it Excel takes UTF-8 for something else."""
_FORMULE = tuple("=+-@\uff1d\uff0b\uff0d\uff20")
"""A cell that begins with one of these (also their wide forms) is a formula to a spreadsheet."""


def render(plan: Plan) -> str:
    """Return the actions of *plan*, one a row: `;` between the cells, as a Dutch Excel expects, each between quotes.

    Days are written as 2026-12-31, which Excel takes for a date in every language; what is no day stays as it is. A
    plan without people has no column for them.
    """
    acties = [(f"Stap {a.nummer}", a.titel, a.wie, a.wanneer_iso or a.wanneer, a.reden) for a in plan.acties]
    rijen: list[tuple[str, ...]] = [_CSV_KOLOMMEN, *acties]
    if plan.zonder_persoonsgegevens:
        wie = _CSV_KOLOMMEN.index(_CSV_WIE)
        rijen = [(*rij[:wie], *rij[wie + 1 :]) for rij in rijen]
    uit = io.StringIO()
    schrijver = csv.writer(uit, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    schrijver.writerows(_cellen(rij) for rij in rijen)
    return BOM + uit.getvalue()


def _cellen(rij: Iterable[str]) -> list[str]:
    return [_onschuldig(zichtbaar(cel).replace("\n", " ")) for cel in rij]


def _onschuldig(cel: str) -> str:
    """Return *cel* so that no spreadsheet calculates it: with an apostrophe before what would be a formula.

    An apostrophe says "this is text" in Excel and LibreOffice, is what OWASP advises, and reads as nothing worse than
    an apostrophe elsewhere; leaving the sign out would change what somebody typed.
    """
    return f"'{cel}" if cel.lstrip().startswith(_FORMULE) else cel
