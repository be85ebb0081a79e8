"""From what a person typed to an answer that fits its vraag, and from an answer to words. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping

from routekaart_cli.domain.antwoorden import Antwoord, Record, Stand, Waarde
from routekaart_cli.domain.routekaart import Soort, Vraag
from routekaart_cli.dutch import dates, lowered

JA = "Ja"
NEE = "Nee"
WEET_NIET = "Weet ik nog niet"
OVERGESLAGEN = "Niets ingevuld"
ZIJSPOOR_NAAM = "Zijspoor"
STATUS_WOORDEN = {
    "niet-begonnen": "nog niet begonnen",
    "bezig": "bezig",
    "klaar": "klaar",
    "past-niet": "past niet bij deze wijk",
}


def woorden(vraag: Vraag, antwoord: Antwoord) -> str:
    """Return *antwoord* in words, on one line unless the text itself has several."""
    match antwoord.stand:
        case Stand.WEET_NIET:
            return WEET_NIET
        case Stand.LATER:
            return "Voor later"
        case Stand.LEEG:
            return OVERGESLAGEN
        case Stand.ONEENS:
            kanten = [
                f"{waarde_woorden(vraag, alternatief.waarde)}{f' ({alternatief.door})' if alternatief.door else ''}"
                for alternatief in antwoord.alternatieven
            ]
            return f"We zijn het nog niet eens: {' / '.join(kanten)}"
    return waarde_woorden(vraag, antwoord.waarde)


def waarde_woorden(vraag: Vraag, waarde: Waarde) -> str:
    """Return a stored *waarde* of *vraag* in words; what does not fit the vraag (any more) comes back as it is."""
    if isinstance(waarde, tuple):
        in_zin = {keuze.id: lowered(keuze.tekst) for keuze in vraag.keuzes}
        delen = [record_woorden(vraag, d) if isinstance(d, Mapping) else in_zin.get(d, d) for d in waarde]
        return ("; " if vraag.soort is Soort.LIJST else ", ").join(delen)
    match vraag.soort:
        case Soort.JA_NEE:
            return {"ja": JA, "nee": NEE}.get(waarde, waarde)
        case Soort.KEUZE:
            return vraag.tekst_van(waarde)
        case Soort.GETAL if waarde.isdecimal():
            return re.sub(r"(?<=\d)(?=(\d{3})+$)", ".", waarde)
        case Soort.DATUM:
            dag = dates.bewaard(waarde)
            return dates.voluit(dag) if dag else waarde
    return waarde


def record_woorden(vraag: Vraag, record: Record) -> str:
    """Return one record of a lijst in words: its first field, the others between brackets, unknown ones last."""
    velden = {veld.id: veld for veld in vraag.velden}
    namen = [*(naam for naam in velden if naam in record), *(naam for naam in record if naam not in velden)]
    delen = [waarde_woorden(velden[n], record[n]) if n in velden else record[n] for n in namen if record[n]]
    eerste, *rest = delen or [""]
    return f"{eerste} ({', '.join(rest)})" if rest else eerste


def records(vraag: Vraag, waarde: Waarde) -> tuple[Record, ...]:
    """Return the records in *waarde* of the lijst *vraag*; a text that somebody wrote there is its first field."""
    delen = (waarde,) if isinstance(waarde, str) else waarde
    return tuple({vraag.velden[0].id: deel} if isinstance(deel, str) else deel for deel in delen if deel)


def fase_naam(nummer: int | None, titel: str) -> str:
    """Return a fase as it is called in a list: `Fase 3, Verdiepen`."""
    return f"Fase {nummer}, {titel}" if nummer else f"{ZIJSPOOR_NAAM}, {titel}"


def fase_titel(nummer: int | None, titel: str) -> str:
    """Return a fase as a heading: `Fase 3: Verdiepen`."""
    return f"Fase {nummer}: {titel}" if nummer else f"{ZIJSPOOR_NAAM}: {titel}"


def fase_zin(nummer: int | None, titel: str) -> str:
    """Return a fase as it is called within a sentence: `fase 3, Verdiepen`."""
    return f"fase {nummer}, {titel}" if nummer else f"het zijspoor '{titel}'"


def reden_woorden(soort: str, wanneer: str, fase: str) -> str:
    """Return why a stap makes sense now."""
    match soort:
        case "datum-voorbij":
            return f"De datum {wanneer} is voorbij. Spreek af hoe het verdergaat, of kies een nieuwe datum."
        case "bezig":
            return (
                f"Jullie zijn hiermee bezig. Het moet klaar zijn op {wanneer}."
                if wanneer
                else "Jullie zijn hiermee bezig."
            )
        case "afgesproken":
            return (
                f"Dit spraken jullie al af. Het moet klaar zijn op {wanneer}."
                if wanneer
                else "Jullie spraken al af wie dit doet."
            )
    return f"Dit is de volgende stap in {fase}."


def stap_naam(nummer: str, titel: str) -> str:
    return f"Stap {nummer}, {titel}"
