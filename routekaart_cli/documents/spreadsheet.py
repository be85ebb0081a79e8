"""Tables for a spreadsheet, as csv and xlsx: the plan and the overzicht. Nothing that was typed calculates."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from routekaart_cli.domain.vaste_vragen import VRAGEN
from routekaart_cli.dutch.bedragen import amount
from routekaart_cli.dutch.characters import visible
from routekaart_cli.plan.records import Blok, Bloksoort, Lezer, Plan
from routekaart_cli.plan.velden import BEGROTING

_CSV_WHO = "Wie"
_CSV_COLUMNS = ("Stap", "Wat", _CSV_WHO, "Wanneer", "Stand")
_STAND = {"datum-voorbij": "datum voorbij", "bezig": "bezig", "afgesproken": "afgesproken", "volgende": "hierna"}
"""How an action stands, by why it is there: whoever reads this, it says no more."""

BOM = "\ufeff"
"""Without it Excel takes UTF-8 for something else."""
MOST_IN_CELL = 32_767
"""More characters do not fit in a cell of a workbook."""
_FORMULA = tuple("=+-@\uff1d\uff0b\uff0d\uff20")
"""A cell that begins with one of these (also their wide forms) is a formula to a spreadsheet."""


def render_csv(plan: Plan) -> str:
    """Return the actions of *plan*, one a row: `;` between the cells, as a Dutch Excel expects, each between quotes.

    Days are written as 2026-12-31, which Excel takes for a date in every language; what is no day stays as it is. A
    plan without people has no column for them.
    """
    acties = [(f"Stap {a.nummer}", a.werk, a.wie, a.wanneer_iso or a.wanneer, _STAND[a.reden_id]) for a in plan.acties]
    rows: list[tuple[str, ...]] = [_CSV_COLUMNS, *acties]
    if plan.voor is Lezer.IEDEREEN:
        wie = _CSV_COLUMNS.index(_CSV_WHO)
        rows = [(*row[:wie], *row[wie + 1 :]) for row in rows]
    return csv_of(rows)


def csv_of(rows: Iterable[Sequence[str | int]]) -> str:
    """Return *rows* as csv: `;` between the cells, as a Dutch Excel expects, each between quotes."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows(_cells(row) for row in rows)
    return BOM + out.getvalue()


def _cells(row: Iterable[str | int]) -> list[str]:
    return [_harmless(visible(str(cell)).replace("\n", " ")) for cell in row]


def _harmless(cell: str) -> str:
    """Return *cell* so that no spreadsheet calculates it: with an apostrophe before what would be a formula.

    An apostrophe says "this is text" in Excel and LibreOffice, is what OWASP advises, and reads as nothing worse than
    an apostrophe elsewhere; leaving the sign out would change what somebody typed.
    """
    return f"'{cell}" if cell.lstrip().startswith(_FORMULA) else cell


Rijen = Sequence[Sequence[str | int]]


class _Sheet(NamedTuple):
    name: str
    kolommen: Sequence[str]
    rijen: Rijen
    getallen: Sequence[int] = ()


def render_xlsx(plan: Plan) -> bytes:
    """Return the tables of *plan*, which must be the whole one, as a workbook; amounts are added up by a formula."""
    return _workbook(_sheets(plan), plan.titel, plan.groep or plan.wijk, plan.datum_iso)


def render_tables(tabellen: Iterable[tuple[str, Sequence[str], Rijen]], titel: str, datum_iso: str) -> bytes:
    """Return *tabellen* (name, columns and rows; a number stays one) as a workbook called *titel*."""
    return _workbook((_Sheet(*tabel) for tabel in tabellen), titel, "", datum_iso)


def _workbook(sheets: Iterable[_Sheet], titel: str, author: str, datum_iso: str) -> bytes:
    import xlsxwriter

    out = io.BytesIO()
    safe = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, safe) as book:
        created = datetime.fromisoformat(datum_iso)
        book.set_properties({"title": titel, "author": author, "created": created})
        looks = {
            "head": book.add_format({"bold": True, "bg_color": "#CFE6DC", "bottom": 1}),
            "text": book.add_format({"text_wrap": True, "valign": "top"}),
            "count": book.add_format({"valign": "top"}),
            "money": book.add_format({"num_format": "#,##0.00", "valign": "top"}),
            "total": book.add_format({"bold": True, "num_format": "#,##0.00", "top": 1}),
        }
        for sheet in sheets:
            _fill(book.add_worksheet(sheet.name), sheet, looks)
    return out.getvalue()


def _sheets(plan: Plan) -> Iterator[_Sheet]:
    who = plan.voor is not Lezer.IEDEREEN
    acties = [("Stap", "Wat", "Wie", "Wanneer", "Stand")]
    acties += [(a.nummer, a.werk, a.wie, a.wanneer_iso or a.wanneer, _STAND[a.reden_id]) for a in plan.acties]
    yield _sheet("Acties", acties, who=who)
    stappen = [("Fase", "Stap", "Wat", "Wie", "Wanneer", "Stand")]
    stappen += [
        (fase.naam, stap.nummer, stap.titel, stap.wie, stap.wanneer_iso or stap.wanneer, stap.status)
        for fase in plan.fasen
        for stap in fase.stappen
    ]
    yield _sheet("Stappen", stappen, who=who)
    blokken = [blok for hoofdstuk in plan.hoofdstukken for blok in hoofdstuk.blokken]
    yield _of_blok("Planning", next((blok for blok in blokken if blok.soort is Bloksoort.TIJDLIJN), None))
    yield _of_blok("Begroting", next((blok for blok in blokken if blok.id == BEGROTING), None))
    yield _of_blok("Vragen aan de gemeente", next((blok for blok in blokken if blok.id == VRAGEN), None))
    network = [blok for part in plan.hoofdstukken if part.id == "betrokkenen" for blok in part.blokken if blok.rijen]
    rows = [(blok.kop, row[0], _named(blok.kolommen[1:], row[1:])) for blok in network for row in blok.rijen]
    yield _Sheet("Netwerk", ("Soort", "Naam", "Meer"), rows)


def _named(kolommen: Sequence[str], cells: Sequence[str]) -> str:
    """Return what is filled in of *cells*, each with the name of its column: each kind of network has others."""
    return "; ".join(f"{kolom}: {cell}" for kolom, cell in zip(kolommen, cells, strict=True) if cell)


def _sheet(name: str, rows: Sequence[tuple[str, ...]], *, who: bool) -> _Sheet:
    keep = [index for index, kolom in enumerate(rows[0]) if who or kolom != "Wie"]
    kolommen, *rijen = [[row[index] for index in keep] for row in rows]
    return _Sheet(name, kolommen, rijen)


def _of_blok(name: str, blok: Blok | None) -> _Sheet:
    return _Sheet(name, blok.kolommen, blok.rijen, blok.getallen) if blok else _Sheet(name, ("Nog niets ingevuld",), ())


def _fill(worksheet: Any, sheet: _Sheet, looks: dict[str, Any]) -> None:
    """Write *sheet*: days as days and amounts as numbers, all else as text."""
    for column, kolom in enumerate(sheet.kolommen):
        worksheet.write_string(0, column, visible(kolom), looks["head"])
        longest = max([len(kolom), *(len(str(row[column])) for row in sheet.rijen if column < len(row))])
        worksheet.set_column(column, column, min(max(longest + 2, 8), 50))
    for number, row in enumerate(sheet.rijen, 1):
        for column, cell in enumerate(row):
            value = amount(str(cell)) if column in sheet.getallen else None
            if isinstance(cell, int):
                worksheet.write_number(number, column, cell, looks["count"])
            elif value is None:
                worksheet.write_string(number, column, visible(cell)[:MOST_IN_CELL], looks["text"])
            else:
                worksheet.write_number(number, column, value, looks["money"])
    worksheet.freeze_panes(1, 0)
    worksheet.set_landscape()
    worksheet.fit_to_pages(1, 0)
    if sheet.getallen and sheet.rijen:
        last = len(sheet.rijen)
        worksheet.write_string(last + 1, 0, "Samen", looks["total"])
        for column in sheet.getallen:
            letter = chr(ord("A") + column)
            total = sum(amount(str(row[column])) or 0 for row in sheet.rijen)
            worksheet.write_formula(last + 1, column, f"=SUM({letter}2:{letter}{last + 1})", looks["total"], total)
