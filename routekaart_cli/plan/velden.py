"""Answers as they stand in a plan: in words, as a table, or as a point that is still open."""

from __future__ import annotations

from dataclasses import replace

from routekaart_cli.domain.antwoorden import Antwoord, Antwoorden, Stand
from routekaart_cli.domain.in_words import record_in_words, records, waarde_in_words
from routekaart_cli.domain.routekaart import Soort, Vraag
from routekaart_cli.dutch import lowered
from routekaart_cli.plan.records import Mening, OpenPunt, Veld


def given(vraag_id: str, antwoorden: Antwoorden) -> Antwoord | None:
    """Return the answer to *vraag_id* when there is one with something in it."""
    antwoord = antwoorden.get(vraag_id)
    return antwoord if antwoord and antwoord.stand is Stand.GEGEVEN and antwoord.waarde else None


def veld(vraag: Vraag, antwoord: Antwoord) -> Veld:
    """Return a given *antwoord* to *vraag* in words; of a table the columns that hold anything."""
    bare = Veld(vraag.id, vraag.kort, vraag.soort.value, door=antwoord.door)
    if vraag.soort is Soort.LIJST:
        rows = records(vraag, antwoord.waarde)
        columns = [column for column in vraag.velden if any(row.get(column.id) for row in rows)]
        return replace(
            bare,
            punten=tuple(record_in_words(vraag, row) for row in rows),
            kolommen=tuple(column.kort for column in columns),
            kolom_ids=tuple(column.id for column in columns),
            rijen=tuple(tuple(waarde_in_words(column, row.get(column.id, "")) for column in columns) for row in rows),
        )
    if vraag.soort is Soort.MEERKEUZE and isinstance(antwoord.waarde, tuple):
        items = tuple(vraag.text_of(str(part)) for part in antwoord.waarde)
        return replace(bare, punten=items, tekst="; ".join((*items[:1], *map(lowered, items[1:]))))
    return replace(bare, tekst=waarde_in_words(vraag, antwoord.waarde))


def open_punt(vraag: Vraag, antwoord: Antwoord | None, where: str) -> OpenPunt:
    """Return *vraag*, that stands at *where*, as an open point, with what was said about it."""
    stand = antwoord.stand if antwoord else Stand.LEEG
    sides = antwoord.alternatieven if antwoord else ()
    return OpenPunt(
        id=vraag.id,
        kort=vraag.kort,
        vraag=vraag.vraag,
        waar=where,
        hoofdstuk=vraag.hoofdstuk,
        stap=vraag.stap or "",
        hoe=(
            {
                "weet-ik-nog-niet": "Weten we nog niet",
                "later": "Zoeken we later uit",
                "overgeslagen": "Nog niet ingevuld",
                "niet-eens": "We zijn het nog niet eens",
                "gegeven": "",
            }
        )[stand],
        hoe_id=stand.value,
        meningen=tuple(Mening(waarde_in_words(vraag, side.waarde), side.door) for side in sides),
    )
