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
from routekaart_cli.domain.vaste_vragen import OF_EVERY_STAP, STATUS, WAAR, WANNEER, WIE
from routekaart_cli.domain.voortgang import Overzicht
from routekaart_cli.dutch import lowered
from routekaart_cli.dutch.dates import day_in_words, in_full, parse_period, stored, to_store
from routekaart_cli.plan.records import AFSPRAAK, PlanDatum
from routekaart_cli.plan.velden import given


def datums(overzicht: Overzicht, vragen: dict[str, Vraag], entries: Entries, today: date) -> tuple[PlanDatum, ...]:
    """Return all days, earliest first, also the last one of a period; what is no date is left out."""
    stappen = [stap for fase in overzicht.all_fasen for stap in fase.stappen]
    found = [*_of_stappen(stappen, overzicht), *_of_vragen(vragen, stappen, overzicht, entries, today)]
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
    """Return what comes after *today*, earliest first: agreements of *days*, and what a row says of no known day.

    What belongs to a vraag *elsewhere*, with a table of its own in the plan, is left out.
    """
    found = [
        Moment(date.fromisoformat(day.wanneer_iso), _briefly(day), day.wat, day.wie)
        for day in days
        if day.soort == AFSPRAAK and not day.klaar and day.id.partition("/")[0] not in elsewhere
    ]
    for vraag in vragen.values():
        antwoord = given(vraag.id, antwoorden)
        if not antwoord or vraag.id in elsewhere:
            continue
        for column in _rough_columns(vraag):
            rows = (row for row in records(vraag, antwoord.waarde) if row.get(column.id))
            unknown = (row for row in rows if not _roughly(row[column.id], today) and _others(row, column))
            found += [Moment(None, lowered(row[column.id]), _others(row, column)) for row in unknown]
    coming = (moment for moment in found if moment.day is None or moment.day >= today)
    return tuple(sorted(coming, key=lambda moment: moment.day or date.max))


def places(moments: Sequence[Moment], today: date) -> tuple[int, ...]:
    """Return of each of *moments* where it is on a line of 1000 that begins *today*; -1 when it has no day."""
    days = [moment.day for moment in moments if moment.day]
    span = max([(day - today).days for day in days], default=0) or 1
    return tuple(round((moment.day - today).days * 1000 / span) if moment.day else -1 for moment in moments)


def _roughly(text: str, today: date) -> date | None:
    """Return the last day that *text* can mean: `vanaf najaar 2027`, `in 2028 of later`."""
    words = re.sub(r"^(vanaf|rond|ongeveer|in|na|sinds|tot) ", "", text.strip().lower())
    if day := stored(to_store(words, today)):
        return day
    for found in re.finditer(r"(?:\w+ )?(20\d\d)", words):
        if period := parse_period(found[0], today) or parse_period(found[1], today):
            return period[0]
    return None


def _rough_columns(vraag: Vraag) -> list[Vraag]:
    """Return the columns of the lijst *vraag* in which a day stands in somebody's own words."""
    return [veld for veld in vraag.velden if veld.id == WANNEER and veld.soort is Soort.TEKST]


def _others(row: Record, column: Vraag) -> str:
    """Return what stands in *row* beside *column*, as one line."""
    first, *rest = [part for name, part in row.items() if name != column.id and part] or [""]
    return ": ".join([first, *map(lowered, rest)])


def _briefly(day: PlanDatum) -> str:
    return day.ongeveer or day_in_words(f"{day.wanneer_iso} {day.tijd}".strip())


def _day(kept: str) -> dict[str, str] | None:
    """Return the fields of a day that is *kept* as `stored` reads it; None when it is none."""
    day, behind = stored(kept), kept.strip().partition(" ")[2]
    if day is None:
        return None
    time = behind if ":" in behind else ""
    words, rough = day_in_words(kept, in_full), "" if time else behind
    return {"wanneer": words, "wanneer_iso": day.isoformat(), "tijd": time, "ongeveer": rough}


def _of_stappen(stappen: list[Stap], overzicht: Overzicht) -> Iterator[PlanDatum]:
    for stap in stappen:
        done = voortgang.status(stap, overzicht.antwoorden) in voortgang.FINISHED
        if day := _day(stap.text(WANNEER, overzicht.antwoorden)):
            yield PlanDatum(
                **day,
                id=stap.id,
                soort="stap",
                wat=stap.titel,
                waar=stap_name(stap.nummer, stap.titel),
                plek="",
                meer="",
                wie=stap.text(WIE, overzicht.antwoorden),
                klaar=done,
                gewijzigd=_last(stap, overzicht, *OF_EVERY_STAP),
                afgerond=_last(stap, overzicht, STATUS) if done else "",
            )


def _of_vragen(
    vragen: dict[str, Vraag], stappen: list[Stap], overzicht: Overzicht, entries: Entries, today: date
) -> Iterator[PlanDatum]:
    of_stap = {stap.vraag_id(WANNEER) for stap in stappen}
    for vraag in vragen.values():
        antwoord = given(vraag.id, overzicht.antwoorden)
        if not antwoord or vraag.id in of_stap:
            continue
        if vraag.soort is Soort.LIJST:
            yield from _of_lijst(vraag, antwoord, entries.get(vraag.id, ()), today)
        elif vraag.soort is Soort.DATUM and (day := _day(text_of(antwoord))):
            place = text_of(overzicht.antwoorden.get(f"{vraag.id.rpartition('.')[0]}.{WAAR}"))
            yield replace(_afspraak(vraag, antwoord, vraag.id, vraag.kort, day), plek=place)


def _of_lijst(vraag: Vraag, antwoord: Antwoord, entries: Sequence[Entry], today: date) -> Iterator[PlanDatum]:
    """Yield the days in the rows of a lijst; a row is known by its own id, so that mending it changes no day's id."""
    days = [column for column in vraag.velden if column.soort is Soort.DATUM]
    rows = records(vraag, antwoord.waarde) if days or _rough_columns(vraag) else ()
    ids = [entry.rij for entry in entries]
    # A choice that is made afterwards says how it ended: the day of before no longer counts.
    endings = [column.id for column in vraag.velden if column.achteraf and column.keuzes]
    for number, row in enumerate(rows):
        key = f"{vraag.id}/{ids[number] if len(ids) == len(rows) else number}"
        done = any(row.get(name) for name in endings)
        for column in days:
            if day := _day(row.get(column.id, "")):
                what = _what(vraag, row)
                name = what if column.id in (WANNEER, "datum") else f"{column.kort}: {what}"
                yield replace(
                    _afspraak(vraag, antwoord, f"{key}/{column.id}", name, day),
                    plek=row.get(WAAR, ""),
                    meer=_more(vraag, row),
                    wie=row.get(WIE, ""),
                    klaar=done and not column.achteraf,
                )
        for column in _rough_columns(vraag):
            words, what = row.get(column.id, ""), _others(row, column)
            if what and (last := _roughly(words, today)):
                rough = lowered(words)
                day = {"wanneer": rough, "wanneer_iso": last.isoformat(), "tijd": "", "ongeveer": rough}
                yield _afspraak(vraag, antwoord, f"{key}/{column.id}", what, day)


def _afspraak(vraag: Vraag, antwoord: Antwoord, key: str, what: str, day: dict[str, str]) -> PlanDatum:
    return PlanDatum(
        **day,
        id=key,
        soort=AFSPRAAK,
        wat=what,
        waar=vraag.kort,
        plek="",
        meer="",
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
    """Return what happens: the fields of *row* up to the first that is typed, without days and people."""
    columns, _ = _said(vraag)
    return ", ".join(waarde_in_words(part, row[part.id]) for part in columns if row.get(part.id)) or vraag.kort


def _more(vraag: Vraag, row: Record) -> str:
    """Return what else stands in *row* that is no day and no person, each with its name on a line."""
    _, columns = _said(vraag)
    return "\n".join(f"{part.kort}: {waarde_in_words(part, row[part.id])}" for part in columns if row.get(part.id))


def _said(vraag: Vraag) -> tuple[list[Vraag], list[Vraag]]:
    """Return which columns of the lijst *vraag* say what happens, and which say more about it."""
    columns = [
        part for part in vraag.velden if part.soort is not Soort.DATUM and part.delen is Delen.JA and part.id != WAAR
    ]
    until = next((number for number, column in enumerate(columns, 1) if column.soort is Soort.TEKST), len(columns))
    return columns[:until], columns[until:]
