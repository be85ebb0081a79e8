"""Text in a Markdown document that comes out as it was typed: nothing in it is heading, table, link or HTML."""

from __future__ import annotations

import re

from routekaart_cli.dutch.characters import zichtbaar

_OVERAL = re.compile(r"[\\`*\[\]<>|~]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)|!(?=\[)|(?<=\s)#(?=#*$)")
_VOORAAN = re.compile(r"^(#(?=#{0,5}(\s|$))|[+-](?=\s|$)|[-=:](?=[-=:\s]*$)|\d{1,9}(?=[.)](\s|$)))")
_ADRES = re.compile(r"https?://[^\s<>\"\\]+")


class Markdown(str):
    """Text that is Markdown already and needs no escaping."""

    __slots__ = ()


def inline(tekst: object) -> Markdown:
    """Return *tekst* on one line, escaped; fit for a paragraph, a heading, a list item or a table cell."""
    if isinstance(tekst, Markdown):
        return tekst
    return Markdown(_escape(" ".join(zichtbaar(str(tekst)).split())))


def alineas(tekst: str, inspringen: int = 0) -> Markdown:
    """Return *tekst* with its lines and paragraphs kept, escaped, all but the first *inspringen* deep."""
    regels = [_escape(regel.strip()) for regel in zichtbaar(tekst).strip().split("\n")]
    uit = ""
    for index, regel in enumerate(regels):
        hard = "  " if regel and index + 1 < len(regels) and regels[index + 1] else ""
        uit += (" " * inspringen if index and regel else "") + regel + hard + ("\n" if index + 1 < len(regels) else "")
    return Markdown(uit)


def link(adres: str) -> Markdown:
    """Return *adres* as a link, when it is an address of a page; else as text."""
    return Markdown(f"<{adres}>") if _ADRES.fullmatch(adres) else inline(adres)


def _escape(regel: str) -> str:
    regel = _OVERAL.sub(lambda gevonden: f"\\{gevonden[0]}", regel)
    # What would begin a heading, a list, a rule or a table: `1.` is kept from being a list by `1\.`
    return _VOORAAN.sub(lambda gevonden: f"{gevonden[1]}\\" if gevonden[1].isdecimal() else f"\\{gevonden[1]}", regel)
