"""Text in a Markdown document that comes out as it was typed: nothing in it is heading, table, link or HTML."""

from __future__ import annotations

import re

from routekaart_cli.dutch.characters import visible

_EVERYWHERE = re.compile(r"[\\`*\[\]<>|~]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)|!(?=\[)|(?<=\s)#(?=#*$)")
_IN_FRONT = re.compile(r"^(#(?=#{0,5}(\s|$))|[+-](?=\s|$)|[-=:](?=[-=:\s]*$)|\d{1,9}(?=[.)](\s|$)))")
_ADRES = re.compile(r"https?://[^\s<>\"\\]+")


class Markdown(str):
    """Text that is Markdown already and needs no escaping."""

    __slots__ = ()


def inline(text: object) -> Markdown:
    """Return *text* on one line, escaped; fit for a paragraph, a heading, a list item or a table cell."""
    if isinstance(text, Markdown):
        return text
    return Markdown(_escape(" ".join(visible(str(text)).split())))


def paragraphs(text: str, indent: int = 0) -> Markdown:
    """Return *text* with its lines and paragraphs kept, escaped, all but the first *indent* deep."""
    lines = [_escape(line.strip()) for line in visible(text).strip().split("\n")]
    out = ""
    for index, line in enumerate(lines):
        hard = "  " if line and index + 1 < len(lines) and lines[index + 1] else ""
        out += (" " * indent if index and line else "") + line + hard + ("\n" if index + 1 < len(lines) else "")
    return Markdown(out)


def link(address: str) -> Markdown:
    """Return *address* as a link, when it is an address of a page; else as text."""
    return Markdown(f"<{address}>") if _ADRES.fullmatch(address) else inline(address)


def _escape(line: str) -> str:
    line = _EVERYWHERE.sub(lambda found: f"\\{found[0]}", line)
    # What would begin a heading, a list, a rule or a table: `1.` is kept from being a list by `1\.`
    return _IN_FRONT.sub(lambda found: f"{found[1]}\\" if found[1].isdecimal() else f"\\{found[1]}", line)
