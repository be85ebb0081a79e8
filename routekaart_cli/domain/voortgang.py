"""Where are we, and what now? Pure: from stappen and answers to counts, dates and the next actions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from routekaart_cli.domain import intake
from routekaart_cli.domain.antwoorden import Antwoorden, Stand, text_of
from routekaart_cli.domain.routekaart import Fase, Intake, Stap, Status, Vraag
from routekaart_cli.domain.vaste_vragen import STATUS, VRAGEN, WANNEER, WIE
from routekaart_cli.dutch.dates import stored

FINISHED = (Status.KLAAR, Status.PAST_NIET)


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


def status(stap: Stap, antwoorden: Antwoorden) -> Status:
    """Return how *stap* is doing; without an answer it has not begun."""
    given = stap.text(STATUS, antwoorden)
    return Status(given) if given in set(Status) else Status.NIET_BEGONNEN


def status_counts(fase: Fase, antwoorden: Antwoorden) -> Counter[Status]:
    """Return how many stappen of *fase* have each status."""
    return Counter(status(stap, antwoorden) for stap in fase.stappen)


def is_finished(fase: Fase, antwoorden: Antwoorden) -> bool:
    """Is every stap of *fase* done, or not for this wijk?"""
    return all(status(stap, antwoorden) in FINISHED for stap in fase.stappen)


def current_fase(intake_: Intake, ids: Sequence[str], fase_of: Callable[[str], Fase], antwoorden: Antwoorden) -> Fase:
    """Return the fase the group works on.

    That is the earliest in which a stap is in progress, or else the one they chose, or else the advies; of the last two
    a finished one gives way to the next. *ids* are the fasen in order, the side track last; *fase_of* gives the fase
    with an id. An answer that names another fase does not count.
    """
    begun = {vraag_id.partition(".")[0] for vraag_id, a in antwoorden.items() if text_of(a) == Status.BEZIG}
    for fase in map(fase_of, (name for name in ids if name in begun)):
        if fase.nummer and status_counts(fase, antwoorden)[Status.BEZIG]:
            return fase
    chosen = text_of(antwoorden.get(intake_.fasevraag))
    fase = fase_of(chosen if chosen in ids else intake.advies(intake_, antwoorden)[0])
    while fase.nummer and is_finished(fase, antwoorden) and fase_of(ids[fase.nummer]).nummer:
        fase = fase_of(ids[fase.nummer])
    return fase


def is_late(stap: Stap, antwoorden: Antwoorden, today: date) -> bool:
    """Did the date of a stap pass while it is not finished? What is no date (edited by hand) never passes."""
    day = stored(stap.text(WANNEER, antwoorden))
    return day is not None and day < today and status(stap, antwoorden) not in FINISHED


def acties(fasen: Sequence[Fase], current: str, antwoorden: Antwoorden, today: date) -> tuple[Actie, ...]:
    """Return what to do, most pressing first: dates that passed, what is in progress, what comes next, what is later.

    *antwoorden* are those that count. What comes next are the stappen of the fase *current* that have not begun, and
    when there are none, of the first fase after it that has them; those that were agreed on (they have a date, or
    somebody who does them) go first. What is later was agreed on too, in another fase.
    """
    following = _following(fasen, current, antwoorden)

    def order(actie: Actie) -> tuple[bool, int, date]:
        later = actie.reden is Reden.AFGESPROKEN and actie.stap not in following
        return later, list(Reden).index(actie.reden), stored(actie.wanneer) or date.max

    found = []
    for stap in (stap for fase in fasen for stap in fase.stappen):
        wie, wanneer = (stap.text(part, antwoorden) for part in (WIE, WANNEER))
        stand = status(stap, antwoorden)
        if is_late(stap, antwoorden, today):
            found.append(Actie(stap, Reden.DATUM_VOORBIJ, wie, wanneer))
        elif stand is Status.BEZIG:
            found.append(Actie(stap, Reden.BEZIG, wie, wanneer))
        elif stand is Status.NIET_BEGONNEN and (wie or wanneer):
            found.append(Actie(stap, Reden.AFGESPROKEN, wie, wanneer))
        elif stap in following:
            found.append(Actie(stap, Reden.VOLGENDE, wie, wanneer))
    return tuple(sorted(found, key=order))


def _following(fasen: Sequence[Fase], current: str, antwoorden: Antwoorden) -> list[Stap]:
    since = next((index for index, fase in enumerate(fasen) if fase.id == current), 0)
    for fase in fasen[since:]:
        new = [stap for stap in fase.stappen if status(stap, antwoorden) is Status.NIET_BEGONNEN]
        if new:
            return new
    return []


class Onbeantwoord(NamedTuple):
    """What the group asked the gemeente, and the day (ISO) before which there should have been an answer."""

    vraag: str
    voor: str


def onbeantwoord(antwoorden: Antwoorden, today: date) -> tuple[Onbeantwoord, ...]:
    """Return what the gemeente did not answer in time; *antwoorden* are those that count."""
    asked = antwoorden.get(VRAGEN)
    rows = asked.waarde if asked and asked.stand is Stand.GEGEVEN else ()
    return tuple(
        Onbeantwoord(row["vraag"], row["voor"])
        for row in rows
        if isinstance(row, Mapping)
        and row.get("vraag")
        and not row.get("antwoord")
        and (day := stored(row.get("voor", ""))) is not None
        and day < today
    )


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
    onbeantwoord: tuple[Onbeantwoord, ...]

    @property
    def all_fasen(self) -> tuple[Fase, ...]:
        return (*self.fasen, self.zijspoor)

    def fase_of(self, stap: Stap) -> Fase:
        """Return the fase in which *stap* stands."""
        return next(fase for fase in self.all_fasen if stap in fase.stappen)


def overzicht(intake_: Intake, fasen: Sequence[Fase], zijspoor: Fase, antwoorden: Antwoorden, today: date) -> Overzicht:
    """Return where a group with these *antwoorden* is, on the day *today*."""
    everything = (*fasen, zijspoor)
    of_the_intake = (vraag for part in intake_.all_delen for vraag in part.vragen)
    vragen = (*of_the_intake, *(vraag for fase in everything for vraag in fase.vragen))
    counting = intake.counted(vragen, antwoorden)
    by_id = {fase.id: fase for fase in everything}
    current = current_fase(intake_, list(by_id), by_id.__getitem__, counting)
    advies_id, reden = intake.advies(intake_, antwoorden)
    return Overzicht(
        fasen=tuple(fasen),
        zijspoor=zijspoor,
        antwoorden=counting,
        geparkeerd=tuple(vraag.id for vraag in vragen if vraag.id in antwoorden and vraag.id not in counting),
        huidig=current,
        advies=reden if current.id == advies_id else "",
        intake_nog=intake.remaining(intake_.vragen, counting),
        acties=acties(everything, current.id, counting, today),
        open_punten=intake.open_punten(vragen, antwoorden),
        onbeantwoord=onbeantwoord(counting, today),
    )
