"""Text in a document that comes out as it was typed: nothing in it is heading, table, element, link or script.

In HTML, Jinja2 escapes every value by itself; what stands here makes the few elements that come from values. Characters
that could steer a reader (control, direction) are shown as their number.
"""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from routekaart_cli.dutch.characters import visible

_EVERYWHERE = re.compile(r"[\\`*\[\]<>|~]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)|!(?=\[)|(?<=\s)#(?=#*$)")
_IN_FRONT = re.compile(r"^(#(?=#{0,5}(\s|$))|[+-](?=\s|$)|[-=:](?=[-=:\s]*$)|\d{1,9}(?=[.)](\s|$)))")
_ADRES = re.compile(r"https?://[^\s<>\"'\\`]+")


class Markdown(str):
    """Text that is Markdown already and needs no escaping."""

    __slots__ = ()


def markdown_inline(text: object) -> Markdown:
    """Return *text* on one line, escaped; fit for a paragraph, a heading, a list item or a table cell."""
    if isinstance(text, Markdown):
        return text
    return Markdown(_in_markdown(" ".join(visible(str(text)).split())))


def markdown_paragraphs(text: str, indent: int = 0) -> Markdown:
    """Return *text* with its lines and paragraphs kept, escaped, all but the first *indent* deep."""
    lines = [_in_markdown(line.strip()) for line in visible(text).strip().split("\n")]
    out = ""
    for index, line in enumerate(lines):
        hard = "  " if line and index + 1 < len(lines) and lines[index + 1] else ""
        out += (" " * indent if index and line else "") + line + hard + ("\n" if index + 1 < len(lines) else "")
    return Markdown(out)


def markdown_link(address: str) -> Markdown:
    """Return *address* as a link, when it is an address of a page; else as text."""
    return Markdown(f"<{address}>") if _ADRES.fullmatch(address) else markdown_inline(address)


def _in_markdown(line: str) -> str:
    line = _EVERYWHERE.sub(lambda found: f"\\{found[0]}", line)
    # What would begin a heading, a list, a rule or a table: `1.` is kept from being a list by `1\.`
    return _IN_FRONT.sub(lambda found: f"{found[1]}\\" if found[1].isdecimal() else f"\\{found[1]}", line)


def html_inline(waarde: object) -> object:
    """Return *waarde* with its invisible characters shown; Jinja2 escapes it after this."""
    return waarde if isinstance(waarde, Markup) else visible(str(waarde))


def html_paragraphs(text: str) -> Markup:
    """Return *text* as paragraphs, with its own lines kept."""
    parts = re.split(r"\n\s*\n", visible(text).strip())
    return Markup("").join(
        Markup("<p>{}</p>").format(Markup("<br>").join(escape(line.strip()) for line in part.split("\n")))
        for part in parts
        if part
    )


def html_link(address: str) -> Markup:
    """Return *address* as a link, when it is the address of a page; else as text. For addresses from the content."""
    if not _ADRES.fullmatch(address):
        return escape(html_inline(address))
    return Markup('<a href="{0}" rel="noreferrer">{0}</a>').format(address)
