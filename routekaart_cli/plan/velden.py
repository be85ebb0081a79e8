"""Answers as they stand in a plan: in words, as a table, or as a point that is still open."""

from __future__ import annotations

from dataclasses import replace

from routekaart_cli.domain.antwoorden import Antwoord, Antwoorden, Stand
from routekaart_cli.domain.in_words import record_woorden, records, waarde_woorden
from routekaart_cli.domain.routekaart import Soort, Vraag
from routekaart_cli.dutch import lowered
from routekaart_cli.plan.records import Mening, OpenPunt, Veld


def gegeven(vraag_id: str, antwoorden: Antwoorden) -> Antwoord | None:
    """Return the answer to *vraag_id* when there is one with something in it."""
    antwoord = antwoorden.get(vraag_id)
    return antwoord if antwoord and antwoord.stand is Stand.GEGEVEN and antwoord.waarde else None


def veld(vraag: Vraag, antwoord: Antwoord) -> Veld:
    """Return a given *antwoord* to *vraag* in words; of a table the columns that hold anything."""
    kaal = Veld(vraag.id, vraag.kort, vraag.soort.value, door=antwoord.door)
    if vraag.soort is Soort.LIJST:
        rijen = records(vraag, antwoord.waarde)
        kolommen = [kolom for kolom in vraag.velden if any(rij.get(kolom.id) for rij in rijen)]
        return replace(
            kaal,
            punten=tuple(record_woorden(vraag, rij) for rij in rijen),
            kolommen=tuple(kolom.kort for kolom in kolommen),
            kolom_ids=tuple(kolom.id for kolom in kolommen),
            rijen=tuple(tuple(waarde_woorden(kolom, rij.get(kolom.id, "")) for kolom in kolommen) for rij in rijen),
        )
    if vraag.soort is Soort.MEERKEUZE and isinstance(antwoord.waarde, tuple):
        punten = tuple(vraag.tekst_van(str(deel)) for deel in antwoord.waarde)
        return replace(kaal, punten=punten, tekst="; ".join((*punten[:1], *map(lowered, punten[1:]))))
    return replace(kaal, tekst=waarde_woorden(vraag, antwoord.waarde))


def open_punt(vraag: Vraag, antwoord: Antwoord | None, waar: str) -> OpenPunt:
    """Return *vraag*, that stands at *waar*, as an open point, with what was said about it."""
    stand = antwoord.stand if antwoord else Stand.LEEG
    kanten = antwoord.alternatieven if antwoord else ()
    return OpenPunt(
        id=vraag.id,
        kort=vraag.kort,
        vraag=vraag.vraag,
        waar=waar,
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
        meningen=tuple(Mening(waarde_woorden(vraag, kant.waarde), kant.door) for kant in kanten),
    )
