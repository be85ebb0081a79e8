"""Answers as they stand in a plan: in words, as a table, or as a point that is still open."""

from __future__ import annotations

import re
from collections.abc import Sequence

from routekaart_cli.domain.antwoorden import Antwoord, Antwoorden, Record, Stand, Waarde
from routekaart_cli.domain.in_words import records, waarde_in_words
from routekaart_cli.domain.routekaart import Soort, Vraag
from routekaart_cli.dutch import enumeration, lowered
from routekaart_cli.dutch.bedragen import amount, in_euros
from routekaart_cli.dutch.dates import day_in_words
from routekaart_cli.plan.records import Blok, Bloksoort, Mening, OpenPunt

MOST = 5 * 95
"""How many characters stand on five lines of a page; what is longer is cut in the short plan."""
MOST_ROWS = 10
BEGROTING = "geld.begroting"
"""The ids of the lijst that counts up, and of that with what the gemeente is asked."""
FURTHER = "(verder in de volledige versie)"


def given(vraag_id: str, antwoorden: Antwoorden) -> Antwoord | None:
    """Return the answer to *vraag_id* when there is one with something in it."""
    antwoord = antwoorden.get(vraag_id)
    return antwoord if antwoord and antwoord.stand is Stand.GEGEVEN and antwoord.waarde else None


def shortened(text: str) -> str:
    """Return the begin of *text* that fits on five lines, ending at a sentence and with where the rest is."""
    flat = " ".join(text.split())
    if len(flat) <= MOST:
        return flat
    begin = flat[: MOST - len(FURTHER)]
    ends = [found.end() for found in re.finditer(r"[.!?](?= )", begin)]
    return f"{begin[: ends[-1]]} {FURTHER}" if ends else f"{begin.rpartition(' ')[0]} … {FURTHER}"


def in_sentence(vraag: Vraag, waarde: Waarde) -> str:
    """Return *waarde* as it stands within a sentence; of a lijst how many rows."""
    if vraag.soort is Soort.LIJST:
        return str(len(records(vraag, waarde)))
    if isinstance(waarde, tuple):
        return enumeration([lowered(vraag.text_of(str(part))) for part in waarde])
    text = cell(vraag, waarde)
    return lowered(text) if vraag.soort in (Soort.KEUZE, Soort.JA_NEE) else text


def cell(vraag: Vraag, waarde: Waarde) -> str:
    """Return *waarde* as it stands in a table: a day without its weekday."""
    is_day = vraag.soort is Soort.DATUM and isinstance(waarde, str)
    return day_in_words(str(waarde)) if is_day else waarde_in_words(vraag, waarde)


def table(vraag: Vraag, rows: Sequence[Record], kolommen: Sequence[str] = (), kop: str = "") -> Blok:
    """Return *rows* of the lijst *vraag*: the columns with these ids, or all that hold anything."""
    velden = {veld.id: veld for veld in vraag.velden}
    shown = [velden[name] for name in kolommen] or [
        veld for veld in vraag.velden if any(row.get(veld.id) for row in rows)
    ]
    cells = tuple(tuple(cell(veld, row.get(veld.id, "")) for veld in shown) for row in rows)
    if len(shown) == 1:
        return Blok(Bloksoort.LIJST, kop, punten=tuple(row[0] for row in cells), id=vraag.id)
    return Blok(
        Bloksoort.TABEL,
        kop,
        kolommen=tuple(veld.kort for veld in shown),
        rijen=cells,
        getallen=tuple(index for index, veld in enumerate(shown) if _is_money(veld)),
        totaal=_total(shown, rows),
        id=vraag.id,
    )


def _total(columns: Sequence[Vraag], rows: Sequence[Record]) -> tuple[str, ...]:
    """Return the last row of a table with amounts in it, which counts them up; nothing when there are none."""
    sums = {veld.id: sum(amount(row.get(veld.id, "")) or 0 for row in rows) for veld in columns if _is_money(veld)}
    if not any(sums.values()):
        return ()
    return tuple(
        in_euros(sums[veld.id]) if veld.id in sums else "Samen" if not number else ""
        for number, veld in enumerate(columns)
    )


def _is_money(veld: Vraag) -> bool:
    return veld.soort is Soort.BEDRAG


def blok(vraag: Vraag, antwoord: Antwoord) -> Blok:
    """Return a given *antwoord* to *vraag*, whole and with its label."""
    if vraag.soort is Soort.LIJST:
        return table(vraag, records(vraag, antwoord.waarde), kop=vraag.kort)
    if vraag.soort is Soort.MEERKEUZE and isinstance(antwoord.waarde, tuple):
        items = tuple(vraag.text_of(str(part)) for part in antwoord.waarde)
        if len(items) > 1:
            return Blok(Bloksoort.LIJST, vraag.kort, punten=items, door=antwoord.door, id=vraag.id)
    text = waarde_in_words(vraag, antwoord.waarde)
    if isinstance(antwoord.waarde, tuple):
        text = vraag.text_of(str(antwoord.waarde[0]))
    return Blok(Bloksoort.ALINEA, vraag.kort, text, door=antwoord.door, id=vraag.id)


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
