"""The plan and the agenda on the screen: the same chapters as in every document. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from routekaart_cli.domain.in_words import NO, YES
from routekaart_cli.dutch import lowered
from routekaart_cli.pages.blocks import Block, Heading, Item, Page, Paragraph
from routekaart_cli.plan.records import Blok, Stuk


def stuk_page(stuk: Stuk) -> Page:
    """Return *stuk* as a page."""
    blocks: list[Block] = [Heading(stuk.titel, 1), Paragraph(stuk.van)]
    for hoofdstuk in stuk.hoofdstukken:
        blocks += [Heading(hoofdstuk.titel), *(block for blok in hoofdstuk.blokken for block in _blok(blok))]
    return tuple(blocks)


def _blok(blok: Blok) -> Iterator[Block]:
    """Yield what one *blok* holds; a table as a list, since a screen can be narrow.

    There the columns have no heads: what two of them both say stands there once, and a yes says to what.
    """
    if blok.tekst:
        yield Paragraph(f"{blok.kop}: {blok.tekst}" if blok.kop else blok.tekst)
    elif blok.kop:
        yield Heading(blok.kop, 3)
    yield from (Item(punt, emphasis=False) for punt in blok.punten)
    for rij in (*blok.rijen, *([blok.totaal] if blok.totaal else [])):
        first, *rest = rij
        said = (
            f"{lowered(kolom)}: {lowered(cel)}" if cel in (YES, NO) else cel
            for kolom, cel in zip(blok.kolommen[1:], rest, strict=True)
        )
        yield Item(first, behind=", ".join(dict.fromkeys(filter(None, said))), emphasis=False)
