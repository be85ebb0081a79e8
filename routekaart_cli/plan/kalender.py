"""Every day that is in the answers: the end of a stap, and what happens on a day that was agreed on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from routekaart_cli.domain import voortgang
from routekaart_cli.domain.antwoorden import Antwoord, Record, text_of
from routekaart_cli.domain.in_words import records, stap_name, waarde_in_words
from routekaart_cli.domain.routekaart import Delen, Soort, Stap, Vraag
from routekaart_cli.domain.vaste_vragen import OF_EVERY_STAP, STATUS, WANNEER, WIE
from routekaart_cli.domain.voortgang import Overzicht
from routekaart_cli.dutch.dates import in_full, stored
from routekaart_cli.plan.records import AFSPRAAK, PlanDatum
from routekaart_cli.plan.velden import given


def datums(overzicht: Overzicht, vragen: dict[str, Vraag]) -> tuple[PlanDatum, ...]:
    """Return all days, earliest first; what is no date (edited by hand) is left out."""
    stappen = [stap for fase in overzicht.all_fasen for stap in fase.stappen]
    found = [*_of_stappen(stappen, overzicht), *_of_vragen(vragen, stappen, overzicht)]
    return tuple(sorted(found, key=lambda part: part.wanneer_iso))


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


def _of_vragen(vragen: dict[str, Vraag], stappen: list[Stap], overzicht: Overzicht) -> Iterator[PlanDatum]:
    of_stap = {stap.vraag_id(WANNEER) for stap in stappen}
    for vraag in vragen.values():
        antwoord = given(vraag.id, overzicht.antwoorden)
        if not antwoord or vraag.id in of_stap:
            continue
        if vraag.soort is Soort.LIJST:
            yield from _of_lijst(vraag, antwoord)
        elif vraag.soort is Soort.DATUM and (day := stored(text_of(antwoord))):
            yield _afspraak(vraag, antwoord, vraag.id, vraag.kort, day)


def _of_lijst(vraag: Vraag, antwoord: Antwoord) -> Iterator[PlanDatum]:
    days = [column for column in vraag.velden if column.soort is Soort.DATUM]
    earlier: Counter[str] = Counter()
    # Rows that begin alike are told apart by their order; sorted, so that moving a row in the lijst changes no id.
    for row in sorted(records(vraag, antwoord.waarde), key=lambda row: sorted(row.items())) if days else ():
        first = row.get(vraag.velden[0].id, "")
        earlier[first] += 1
        for column in days:
            if day := stored(row.get(column.id, "")):
                key = f"{vraag.id}/{first}/{earlier[first]}/{column.id}"
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
