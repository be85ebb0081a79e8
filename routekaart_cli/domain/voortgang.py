"""Where are we, and what now? Pure: from stappen and answers to counts, dates and the next actions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from routekaart_cli.domain import intake
from routekaart_cli.domain.antwoorden import Antwoord, Antwoorden, Stand
from routekaart_cli.domain.routekaart import Fase, Intake, Stap, Status, Vraag
from routekaart_cli.dutch.dates import bewaard

AFGEROND = (Status.KLAAR, Status.PAST_NIET)


class Reden(StrEnum):
    """Why a stap makes sense now."""

    DATUM_VOORBIJ = "datum-voorbij"
    BEZIG = "bezig"
    AFGESPROKEN = "afgesproken"
    VOLGENDE = "volgende"


class Actie(NamedTuple):
    """One stap to do, with who and when, and why now."""

    stap: Stap
    reden: Reden
    wie: str
    wanneer: str
    """ISO date, empty, or what somebody typed in the file."""


def tekst_van(antwoord: Antwoord | None) -> str:
    """Return the one text of *antwoord*; empty when there is none."""
    return antwoord.waarde if antwoord and antwoord.stand is Stand.GEGEVEN and isinstance(antwoord.waarde, str) else ""


def status(stap: Stap, antwoorden: Antwoorden) -> Status:
    """Return how *stap* is doing; without an answer it has not begun."""
    gegeven = tekst_van(antwoorden.get(f"{stap.id}.status"))
    return Status(gegeven) if gegeven in set(Status) else Status.NIET_BEGONNEN


def tellen(fase: Fase, antwoorden: Antwoorden) -> Counter[Status]:
    """Return how many stappen of *fase* have each status."""
    return Counter(status(stap, antwoorden) for stap in fase.stappen)


def is_afgerond(fase: Fase, antwoorden: Antwoorden) -> bool:
    """Is every stap of *fase* done, or not for this wijk?"""
    return all(status(stap, antwoorden) in AFGEROND for stap in fase.stappen)


def huidige_fase(intake_: Intake, ids: Sequence[str], fase_van: Callable[[str], Fase], antwoorden: Antwoorden) -> Fase:
    """Return the fase the group works on: what it chose, or else the advies; a finished one gives way to the next.

    *ids* are the fasen in order, the side track last; *fase_van* gives the fase with an id. An answer that names
    another fase does not count.
    """
    gekozen = tekst_van(intake.tellend(intake_.vragen, antwoorden).get(intake_.fasevraag))
    fase = fase_van(gekozen if gekozen in ids else intake.advies(intake_, antwoorden)[0])
    while fase.nummer and is_afgerond(fase, antwoorden) and fase_van(ids[fase.nummer]).nummer:
        fase = fase_van(ids[fase.nummer])
    return fase


def verlopen(stap: Stap, antwoorden: Antwoorden, vandaag: date) -> bool:
    """Did the date of a stap pass while it is not finished? What is no date (edited by hand) never passes."""
    dag = bewaard(tekst_van(antwoorden.get(f"{stap.id}.wanneer")))
    return dag is not None and dag < vandaag and status(stap, antwoorden) not in AFGEROND


def acties(fasen: Sequence[Fase], huidig: str, antwoorden: Antwoorden, vandaag: date) -> tuple[Actie, ...]:
    """Return what to do, most pressing first: dates that passed, what is in progress, what comes next, what is later.

    *antwoorden* are those that count. What comes next are the stappen of the fase *huidig* that have not begun, and
    when there are none, of the first fase after it that has them; those that were agreed on (they have a date, or
    somebody who does them) go first. What is later was agreed on too, in another fase.
    """
    volgende = _volgende(fasen, huidig, antwoorden)

    def volgorde(actie: Actie) -> tuple[bool, int, date]:
        later = actie.reden is Reden.AFGESPROKEN and actie.stap not in volgende
        return later, list(Reden).index(actie.reden), bewaard(actie.wanneer) or date.max

    gevonden = []
    for stap in (stap for fase in fasen for stap in fase.stappen):
        wie, wanneer = (tekst_van(antwoorden.get(f"{stap.id}.{deel}")) for deel in ("wie", "wanneer"))
        stand = status(stap, antwoorden)
        if verlopen(stap, antwoorden, vandaag):
            gevonden.append(Actie(stap, Reden.DATUM_VOORBIJ, wie, wanneer))
        elif stand is Status.BEZIG:
            gevonden.append(Actie(stap, Reden.BEZIG, wie, wanneer))
        elif stand is Status.NIET_BEGONNEN and (wie or wanneer):
            gevonden.append(Actie(stap, Reden.AFGESPROKEN, wie, wanneer))
        elif stap in volgende:
            gevonden.append(Actie(stap, Reden.VOLGENDE, wie, wanneer))
    return tuple(sorted(gevonden, key=volgorde))


def _volgende(fasen: Sequence[Fase], huidig: str, antwoorden: Antwoorden) -> list[Stap]:
    vanaf = next((index for index, fase in enumerate(fasen) if fase.id == huidig), 0)
    for fase in fasen[vanaf:]:
        nieuw = [stap for stap in fase.stappen if status(stap, antwoorden) is Status.NIET_BEGONNEN]
        if nieuw:
            return nieuw
    return []


class Overzicht(NamedTuple):
    """Where a group is, all in one."""

    fasen: tuple[Fase, ...]
    zijspoor: Fase
    antwoorden: Antwoorden
    """Those that count."""
    geparkeerd: tuple[str, ...]
    huidig: Fase
    """The fase the group works on: chosen, or advised."""
    advies: str
    """Why that fase is advised; empty when the group chose another one."""
    intake_nog: tuple[int, int]
    """The fewest and most questions of the intake still open."""
    acties: tuple[Actie, ...]
    open_punten: tuple[Vraag, ...]

    @property
    def alles(self) -> tuple[Fase, ...]:
        return (*self.fasen, self.zijspoor)

    def fase_van(self, stap: Stap) -> Fase:
        """Return the fase in which *stap* stands."""
        return next(fase for fase in self.alles if stap in fase.stappen)


def overzicht(
    intake_: Intake, fasen: Sequence[Fase], zijspoor: Fase, antwoorden: Antwoorden, vandaag: date
) -> Overzicht:
    """Return where a group with these *antwoorden* is, on the day *vandaag*."""
    alles = (*fasen, zijspoor)
    vragen = (*intake_.vragen, *(vraag for fase in alles for vraag in fase.vragen))
    tellen = intake.tellend(vragen, antwoorden)
    op_id = {fase.id: fase for fase in alles}
    huidig = huidige_fase(intake_, list(op_id), op_id.__getitem__, tellen)
    advies_id, reden = intake.advies(intake_, antwoorden)
    return Overzicht(
        fasen=tuple(fasen),
        zijspoor=zijspoor,
        antwoorden=tellen,
        geparkeerd=intake.geparkeerd(vragen, antwoorden),
        huidig=huidig,
        advies=reden if huidig.id == advies_id else "",
        intake_nog=intake.nog(intake_.vragen, tellen),
        acties=acties(alles, huidig.id, tellen, vandaag),
        open_punten=intake.open_punten(vragen, antwoorden),
    )
