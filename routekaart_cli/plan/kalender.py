"""Every day that is in the answers: the end of a stap, what happens on a day that was agreed on, what others plan."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from routekaart_cli.domain import voortgang
from routekaart_cli.domain.antwoorden import Antwoord, Antwoorden, Entry, Record, text_of
from routekaart_cli.domain.in_words import records, stap_name, waarde_in_words
from routekaart_cli.domain.routekaart import Delen, Soort, Stap, Vraag
from routekaart_cli.domain.vaste_vragen import OF_EVERY_STAP, STATUS, WANNEER, WIE
from routekaart_cli.domain.voortgang import Overzicht
from routekaart_cli.dutch import lowered
from routekaart_cli.dutch.dates import day_in_words, in_full, parse_datum, stored
from routekaart_cli.plan.records import AFSPRAAK, PlanDatum
from routekaart_cli.plan.velden import given

_SEASONS = {"voorjaar": 5, "lente": 5, "zomer": 8, "najaar": 11, "herfst": 11}
"""The month in which a part of the year ends."""


def datums(overzicht: Overzicht, vragen: dict[str, Vraag], entries: Entries) -> tuple[PlanDatum, ...]:
    """Return all days, earliest first; what is no date (edited by hand) is left out."""
    stappen = [stap for fase in overzicht.all_fasen for stap in fase.stappen]
    found = [*_of_stappen(stappen, overzicht), *_of_vragen(vragen, stappen, overzicht, entries)]
    return tuple(sorted(found, key=lambda part: part.wanneer_iso))


Entries = Mapping[str, Sequence[Entry]]
"""By vraag what its answer is made of: of a lijst its rows."""


class Moment(NamedTuple):
    """Something on the line of time of a plan; its day is the last one it can be, None when nobody can say."""

    day: date | None
    wanneer: str
    wat: str
    wie: str = ""


def moments(
    days: Sequence[PlanDatum],
    vragen: Mapping[str, Vraag],
    antwoorden: Antwoorden,
    today: date,
    elsewhere: Collection[str],
) -> tuple[Moment, ...]:
    """Return what comes after *today*, earliest first: agreements of *days*, and what a row of a lijst says roughly.

    What belongs to a vraag *elsewhere*, with a table of its own in the plan, is left out.
    """
    found = [
        Moment(date.fromisoformat(day.wanneer_iso), day_in_words(day.wanneer_iso), day.wat, day.wie)
        for day in days
        if day.soort == AFSPRAAK and day.id.partition("/")[0] not in elsewhere
    ]
    for vraag in vragen.values():
        antwoord = given(vraag.id, antwoorden)
        columns = {veld.id for veld in vraag.velden if veld.id == WANNEER and veld.soort is Soort.TEKST}
        if antwoord and columns and vraag.id not in elsewhere:
            for row in records(vraag, antwoord.waarde):
                when = row.get(WANNEER, "")
                others = [part for name, part in row.items() if name != WANNEER and part]
                found += (
                    [Moment(_roughly(when, today), lowered(when), ": ".join([others[0], *map(lowered, others[1:])]))]
                    if when and others
                    else []
                )
    coming = (moment for moment in found if moment.day is None or moment.day >= today)
    return tuple(sorted(coming, key=lambda moment: moment.day or date.max))


def places(moments: Sequence[Moment], today: date) -> tuple[int, ...]:
    """Return of each of *moments* where it is on a line of 1000 that begins *today*; -1 when it has no day."""
    days = [moment.day for moment in moments if moment.day]
    span = max([(day - today).days for day in days], default=0) or 1
    return tuple(round((moment.day - today).days * 1000 / span) if moment.day else -1 for moment in moments)


def _roughly(text: str, today: date) -> date | None:
    """Return the last day that *text* can mean: `vanaf najaar 2027`, `2028`."""
    words = re.sub(r"^(vanaf|rond|ongeveer|in|na|sinds|tot) ", "", text.strip().lower())
    if day := parse_datum(words, today):
        return day
    year = re.search(r"\b20\d\d\b", words)
    month = next((month for season, month in _SEASONS.items() if season in words), 12)
    return date(int(year[0]), month, 28) if year else None


def _of_stappen(stappen: list[Stap], overzicht: Overzicht) -> Iterator[PlanDatum]:
    for stap in stappen:
        day = stored(stap.text(WANNEER, overzicht.antwoorden))
        done = voortgang.status(stap, overzicht.antwoorden) in voortgang.FINISHED
        if day:
            yield PlanDatum(
                id=stap.id,
                soort="stap",
                wat=stap.titel,
                waar=stap_name(stap.nummer, stap.titel),
                wanneer=in_full(day),
                wanneer_iso=day.isoformat(),
                wie=stap.text(WIE, overzicht.antwoorden),
                klaar=done,
                gewijzigd=_last(stap, overzicht, *OF_EVERY_STAP),
                afgerond=_last(stap, overzicht, STATUS) if done else "",
            )


def _of_vragen(
    vragen: dict[str, Vraag], stappen: list[Stap], overzicht: Overzicht, entries: Entries
) -> Iterator[PlanDatum]:
    of_stap = {stap.vraag_id(WANNEER) for stap in stappen}
    for vraag in vragen.values():
        antwoord = given(vraag.id, overzicht.antwoorden)
        if not antwoord or vraag.id in of_stap:
            continue
        if vraag.soort is Soort.LIJST:
            yield from _of_lijst(vraag, antwoord, entries.get(vraag.id, ()))
        elif vraag.soort is Soort.DATUM and (day := stored(text_of(antwoord))):
            yield _afspraak(vraag, antwoord, vraag.id, vraag.kort, day)


def _of_lijst(vraag: Vraag, antwoord: Antwoord, entries: Sequence[Entry]) -> Iterator[PlanDatum]:
    """Yield the days in the rows of a lijst; a row is known by its own id, so that mending it changes no day's id."""
    days = [column for column in vraag.velden if column.soort is Soort.DATUM]
    rows = records(vraag, antwoord.waarde) if days else ()
    ids = [entry.rij for entry in entries]
    for number, row in enumerate(rows):
        for column in days:
            if day := stored(row.get(column.id, "")):
                row_id = ids[number] if len(ids) == len(rows) else str(number)
                key = f"{vraag.id}/{row_id}/{column.id}"
                yield replace(_afspraak(vraag, antwoord, key, _what(vraag, row), day), wie=row.get("wie", ""))


def _afspraak(vraag: Vraag, antwoord: Antwoord, key: str, what: str, day: date) -> PlanDatum:
    return PlanDatum(
        id=key,
        soort=AFSPRAAK,
        wat=what,
        waar=vraag.kort,
        wanneer=in_full(day),
        wanneer_iso=day.isoformat(),
        wie="",
        klaar=False,
        gewijzigd=antwoord.gewijzigd,
        afgerond="",
    )


def _last(stap: Stap, overzicht: Overzicht, *parts: str) -> str:
    """Return the last moment at which *parts* of *stap* changed. As texts: their offsets differ an hour at most."""
    antwoorden = (overzicht.antwoorden.get(f"{stap.id}.{part}") for part in parts)
    return max((antwoord.gewijzigd for antwoord in antwoorden if antwoord), default="")


def _what(vraag: Vraag, row: Record) -> str:
    """Return what happens: the fields of *row* that are no date and no person."""
    columns = [column for column in vraag.velden if column.soort is not Soort.DATUM and column.delen is Delen.JA]
    return ", ".join(waarde_in_words(column, row[column.id]) for column in columns if row.get(column.id)) or vraag.kort
