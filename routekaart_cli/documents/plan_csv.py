"""The actions of the plan for a spreadsheet: opens at once in a Dutch Excel and in LibreOffice."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from routekaart_cli.dutch.characters import visible
from routekaart_cli.plan.records import Lezer, Plan

_CSV_WHO = "Wie"
_CSV_COLUMNS = ("Stap", "Wat", _CSV_WHO, "Wanneer", "Waarom nu")


BOM = "\ufeff"
"""Without it Excel takes UTF-8 for something else."""
_FORMULA = tuple("=+-@\uff1d\uff0b\uff0d\uff20")
"""A cell that begins with one of these (also their wide forms) is a formula to a spreadsheet."""


def render(plan: Plan) -> str:
    """Return the actions of *plan*, one a row: `;` between the cells, as a Dutch Excel expects, each between quotes.

    Days are written as 2026-12-31, which Excel takes for a date in every language; what is no day stays as it is. A
    plan without people has no column for them.
    """
    acties = [(f"Stap {a.nummer}", a.werk, a.wie, a.wanneer_iso or a.wanneer, a.reden) for a in plan.acties]
    rows: list[tuple[str, ...]] = [_CSV_COLUMNS, *acties]
    if plan.voor is Lezer.IEDEREEN:
        wie = _CSV_COLUMNS.index(_CSV_WHO)
        rows = [(*row[:wie], *row[wie + 1 :]) for row in rows]
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows(_cells(row) for row in rows)
    return BOM + out.getvalue()


def _cells(row: Iterable[str]) -> list[str]:
    return [_harmless(visible(cell).replace("\n", " ")) for cell in row]


def _harmless(cell: str) -> str:
    """Return *cell* so that no spreadsheet calculates it: with an apostrophe before what would be a formula.

    An apostrophe says "this is text" in Excel and LibreOffice, is what OWASP advises, and reads as nothing worse than
    an apostrophe elsewhere; leaving the sign out would change what somebody typed.
    """
    return f"'{cell}" if cell.lstrip().startswith(_FORMULA) else cell
