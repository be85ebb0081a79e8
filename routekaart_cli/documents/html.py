"""Text in an HTML document that comes out as it was typed: nothing in it is element, attribute, link or script.

Jinja2 escapes every value by itself. What stands here makes the few elements that come from values, and shows
characters that could steer a reader (control, direction) as their number.
"""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from routekaart_cli.dutch.characters import visible

_ADRES = re.compile(r"https?://[^\s<>\"'\\`]+")


def inline(waarde: object) -> object:
    """Return *waarde* with its invisible characters shown; Jinja2 escapes it after this."""
    return waarde if isinstance(waarde, Markup) else visible(str(waarde))


def paragraphs(text: str) -> Markup:
    """Return *text* as paragraphs, with its own lines kept."""
    parts = re.split(r"\n\s*\n", visible(text).strip())
    return Markup("").join(
        Markup("<p>{}</p>").format(Markup("<br>").join(escape(line.strip()) for line in part.split("\n")))
        for part in parts
        if part
    )


def link(address: str) -> Markup:
    """Return *address* as a link, when it is the address of a page; else as text. For addresses from the content."""
    if not _ADRES.fullmatch(address):
        return escape(inline(address))
    return Markup('<a href="{0}" rel="noreferrer">{0}</a>').format(address)
