"""From what a person typed to an answer that fits its vraag, and from an answer to words. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping

from routekaart_cli.domain.antwoorden import Antwoord, Record, Stand, Waarde
from routekaart_cli.domain.routekaart import Fase, Soort, Vraag
from routekaart_cli.dutch import bedragen, dates, lowered

YES = "Ja"
NO = "Nee"
WEET_NIET = "Weet ik nog niet"
OVERGESLAGEN = "Niets ingevuld"
ZIJSPOOR_NAME = "Gemeentespoor"
STATUS_IN_WORDS = {
    "niet-begonnen": "nog niet begonnen",
    "bezig": "bezig",
    "klaar": "klaar",
    "past-niet": "past niet bij onze wijk",
}


def in_words(vraag: Vraag, antwoord: Antwoord) -> str:
    """Return *antwoord* in words, on one line unless the text itself has several."""
    match antwoord.stand:
        case Stand.WEET_NIET:
            return WEET_NIET
        case Stand.LATER:
            return "Voor later"
        case Stand.LEEG:
            return OVERGESLAGEN
        case Stand.ONEENS:
            sides = [
                f"{waarde_in_words(vraag, alternatief.waarde)}{f' ({alternatief.door})' if alternatief.door else ''}"
                for alternatief in antwoord.alternatieven
            ]
            return f"We zijn het nog niet eens: {' / '.join(sides)}"
    return waarde_in_words(vraag, antwoord.waarde)


def waarde_in_words(vraag: Vraag, waarde: Waarde) -> str:
    """Return a stored *waarde* of *vraag* in words; what does not fit the vraag (any more) comes back as it is."""
    if isinstance(waarde, tuple):
        in_sentence = {keuze.id: lowered(keuze.tekst) for keuze in vraag.keuzes}
        parts = [record_in_words(vraag, d) if isinstance(d, Mapping) else in_sentence.get(d, d) for d in waarde]
        return ("; " if vraag.soort is Soort.LIJST else ", ").join(parts)
    match vraag.soort:
        case Soort.JA_NEE:
            return {"ja": YES, "nee": NO}.get(waarde, waarde)
        case Soort.KEUZE:
            return vraag.text_of(waarde)
        case Soort.GETAL if waarde.isdecimal() and len(waarde) > 4:  # a year has no point in it
            return re.sub(r"(?<=\d)(?=(\d{3})+$)", ".", waarde)
        case Soort.BEDRAG:
            value = bedragen.amount(waarde)
            return waarde if value is None else bedragen.in_euros(value)
        case Soort.DATUM:
            return dates.day_in_words(waarde, dates.in_full)
    return waarde


def record_in_words(vraag: Vraag, record: Record) -> str:
    """Return one record of a lijst in words: its first field, the others between brackets, unknown ones last."""
    velden = {veld.id: veld for veld in vraag.velden}
    names = [*(name for name in velden if name in record), *(name for name in record if name not in velden)]
    parts = [_part_in_words(velden[n], record[n]) if n in velden else record[n] for n in names if record[n]]
    first, *rest = parts or [""]
    return f"{first} ({', '.join(rest)})" if rest else first


def _part_in_words(veld: Vraag, waarde: str) -> str:
    words = waarde_in_words(veld, waarde)
    return f"{lowered(veld.kort)}: {lowered(words)}" if veld.soort is Soort.JA_NEE else words  # of what it is a yes


def records(vraag: Vraag, waarde: Waarde) -> tuple[Record, ...]:
    """Return the records in *waarde* of the lijst *vraag*; a text that somebody wrote there is its first field."""
    parts = (waarde,) if isinstance(waarde, str) else waarde
    return tuple({vraag.velden[0].id: part} if isinstance(part, str) else part for part in parts if part)


def fase_name(fase: Fase) -> str:
    """Return a fase as it is called in a list: `Fase 3, Verdiepen`."""
    return f"Fase {fase.nummer}, {fase.titel}" if fase.nummer else f"{ZIJSPOOR_NAME}, {fase.titel}"


def fase_title(fase: Fase) -> str:
    """Return a fase as a heading: `Fase 3: Verdiepen`."""
    return f"Fase {fase.nummer}: {fase.titel}" if fase.nummer else f"{ZIJSPOOR_NAME}: {fase.titel}"


def fase_in_sentence(fase: Fase) -> str:
    """Return a fase as it is called within a sentence: `fase 3, Verdiepen`."""
    return f"fase {fase.nummer}, {fase.titel}" if fase.nummer else f"het {ZIJSPOOR_NAME.lower()} '{fase.titel}'"


def reden_in_words(soort: str, wanneer: str, fase: str) -> str:
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


def stap_name(number: str, title: str) -> str:
    return f"Stap {number}, {title}"
