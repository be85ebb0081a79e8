"""Text in an HTML document that comes out as it was typed: nothing in it is element, attribute, link or script.

Jinja2 escapes every value by itself. What stands here makes the few elements that come from values, and shows
characters that could steer a reader (control, direction) as their number.
"""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from routekaart_cli.dutch.characters import zichtbaar

_ADRES = re.compile(r"https?://[^\s<>\"'\\`]+")


def inline(waarde: object) -> object:
    """Return *waarde* with its invisible characters shown; Jinja2 escapes it after this."""
    return waarde if isinstance(waarde, Markup) else zichtbaar(str(waarde))


def alineas(tekst: str) -> Markup:
    """Return *tekst* as paragraphs, with its own lines kept."""
    delen = re.split(r"\n\s*\n", zichtbaar(tekst).strip())
    return Markup("").join(
        Markup("<p>{}</p>").format(Markup("<br>").join(escape(regel.strip()) for regel in deel.split("\n")))
        for deel in delen
        if deel
    )


def link(adres: str) -> Markup:
    """Return *adres* as a link, when it is the address of a page; else as text. For addresses from the content."""
    if not _ADRES.fullmatch(adres):
        return escape(inline(adres))
    return Markup('<a href="{0}" rel="noreferrer">{0}</a>').format(adres)
