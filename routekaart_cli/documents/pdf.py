"""A document of blocks as a PDF that everybody can read (PDF/UA-1), by typst. What was typed goes in as data only."""

from __future__ import annotations

import json
from pathlib import Path

from routekaart_cli.domain.as_json import values
from routekaart_cli.dutch.characters import visible
from routekaart_cli.dutch.opdrachten import to_type
from routekaart_cli.errors import NothingToExport, UnreadableFile
from routekaart_cli.plan.records import Stuk


def render(stuk: Stuk, template: Path) -> bytes:
    """Return *stuk* as a PDF, by the typst *template*.

    Raises `NothingToExport` when typst is not there, `UnreadableFile` when the template is wrong.
    """
    try:
        import typst
    except ImportError as error:
        raise NothingToExport(
            "Om een PDF te maken is typst nodig. Dat staat niet op deze computer.",
            "Typ de regel met install uit README.md nog een keer, dan komt het erbij.\n"
            f"Of maak een html-bestand met {to_type('export', 'plan.html')}. Open dat, en druk het af als PDF.",
        ) from error
    data = json.dumps(_visible(values(stuk)))
    try:
        return bytes(typst.compile(str(template), sys_inputs={"plan": data}, pdf_standards=["ua-1"]) or b"")
    except typst.TypstError as error:
        raise UnreadableFile(
            f"{template}: het sjabloon klopt niet.", "Verbeter het sjabloon en probeer het opnieuw."
        ) from error


def _visible(part: object) -> object:
    """Return *part* with the characters that nobody sees shown as their number."""
    if isinstance(part, dict):
        return {name: _visible(value) for name, value in part.items()}
    if isinstance(part, list):
        return [_visible(value) for value in part]
    return visible(part) if isinstance(part, str) else part
