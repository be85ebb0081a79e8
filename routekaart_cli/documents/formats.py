"""Which formats each document can have: the action plan, the agenda, the werkblad, and the overzicht of many groups."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path, PurePath
from typing import Any, NamedTuple

from routekaart_cli.dutch import enumeration
from routekaart_cli.errors import UsageProblem

Make = Callable[[Any, Path], str | bytes]
"""Makes a document of its data (a `Stuk`, such as a `Plan` or a `Werkblad`), by a template where the format has one.

Raises `UnreadableFile` when the template is wrong.
"""


class Formaat(NamedTuple):
    """A format of a document."""

    naam: str
    make: Make
    sjabloon: str = ""
    """The template in `content/sjablonen/`; empty for a format that has none."""
    also: tuple[str, ...] = ()
    """Other endings of a file of this format, beside its name."""
    volledig: bool = False
    """Does it hold the whole plan, whoever reads it?"""
    levend: bool = False
    """Does a file of it live on, with what people typed in it? Then it has the blocks of `levend`."""


def _md(data: Any, template: Path) -> str:
    from routekaart_cli.documents import levend, templates

    return levend.bare(templates.render_markdown(template, {"plan": data}))


def _html(data: Any, template: Path) -> str:
    from routekaart_cli.documents import templates

    return templates.render_html(template, {"plan": data})


def _form(data: Any, template: Path) -> str:
    from routekaart_cli.documents import templates

    return templates.render_yaml(template, {"werkblad": data})


def _plan_md(data: Any, template: Path) -> str:
    from routekaart_cli.documents import levend, templates

    text = templates.render_markdown(template, {"plan": data})
    templates.check_blocks(template)
    return levend.mark(text, data.voor, data.project)


def _plan_ics(data: Any, _: Path) -> str:
    from routekaart_cli.documents import plan_ics

    return plan_ics.render(data)


def _plan_csv(data: Any, _: Path) -> str:
    from routekaart_cli.documents import spreadsheet

    return spreadsheet.render_csv(data)


def _plan_xlsx(data: Any, _: Path) -> bytes:
    from routekaart_cli.documents import spreadsheet

    return spreadsheet.render_xlsx(data)


def _docx(data: Any, huisstijl: Path) -> bytes:
    from routekaart_cli.documents import word

    return word.render(data, huisstijl)


def _pdf(data: Any, template: Path) -> bytes:
    from routekaart_cli.documents import pdf

    return pdf.render(data, template)


def _plan_json(data: Any, _: Path) -> str:
    from routekaart_cli.documents import plan_json

    return plan_json.render(data)


def _groepen_csv(data: Any, _: Path) -> str:
    from routekaart_cli.documents import spreadsheet

    return spreadsheet.csv_of([data.KOLOMMEN, *data.rijen])


def _groepen_xlsx(data: Any, _: Path) -> bytes:
    from routekaart_cli.documents import spreadsheet

    return spreadsheet.render_tables(data.tabellen, data.titel, data.datum_iso)


def _groepen_html(data: Any, template: Path) -> str:
    return _html(data.stuk, template)


def _groepen_sqlite(data: Any, _: Path) -> bytes:
    from routekaart_cli.documents import sqlite

    return sqlite.render(data.records)


_MARKDOWN = Formaat("md", _md, "actieplan.md.j2", ("markdown", "txt"))
_ON_PAPER = (
    Formaat("html", _html, "actieplan.html.j2", ("htm",)),
    Formaat("docx", _docx, "huisstijl.docx"),
    Formaat("pdf", _pdf, "actieplan.typ"),
)
PLAN = (
    _MARKDOWN._replace(make=_plan_md, levend=True),
    *_ON_PAPER,
    Formaat("xlsx", _plan_xlsx, volledig=True),
    Formaat("ics", _plan_ics),
    Formaat("csv", _plan_csv),
    Formaat("json", _plan_json),
)
OVERZICHT = (
    Formaat("xlsx", _groepen_xlsx),
    Formaat("csv", _groepen_csv),
    Formaat("html", _groepen_html, "actieplan.html.j2", ("htm",)),
    Formaat("sqlite", _groepen_sqlite, also=("db", "sqlite3")),
)
DOCUMENT = (_MARKDOWN, *_ON_PAPER)
"""Of what does not live on and has no dates or tables of its own: the agenda, and the report afterwards."""
WERKBLAD = (*DOCUMENT, Formaat("yaml", _form, "werkblad.yaml.j2", ("yml",)))


def of_name(file: str, formats: Sequence[Formaat] = PLAN) -> Formaat | None:
    """Return the format that the ending of the name *file* says, or None when no format has it."""
    ending = PurePath(file).suffix[1:].lower()
    return next((formaat for formaat in formats if ending == formaat.naam or ending in formaat.also), None)


def choose(typed: str, file: str, formats: Sequence[Formaat] = PLAN) -> Formaat:
    """Return the format called *typed*, or that of the file *file*, or the first when neither says one.

    Raises `UsageProblem` with the formats there are, or when the name of *file* says another one than *typed*.
    """
    by_name = of_name(file, formats)
    if typed:
        chosen = next((formaat for formaat in formats if formaat.naam == typed.lower()), None)
        if chosen is None:
            raise UsageProblem(f"Het formaat '{typed}' bestaat niet.", _hint(formats))
        if by_name not in (chosen, None):
            raise UsageProblem(
                f"De naam {file} past niet bij het formaat {chosen.naam}.",
                f"Laat de naam eindigen op .{chosen.naam}, of laat --formaat weg.",
            )
        return chosen
    ending = PurePath(file).suffix[1:].lower()
    if not ending:
        return formats[0]
    if by_name is None:
        raise UsageProblem(f"Een bestand dat eindigt op .{ending} kan routekaart hier niet maken.", _hint(formats))
    return by_name


def _hint(formats: Sequence[Formaat]) -> str:
    names = [formaat.naam for formaat in formats]
    if len(names) == 1:
        return f"Kies een naam die eindigt op .{names[0]}."
    return f"Kies met --formaat: {enumeration(names, 'of')}."
