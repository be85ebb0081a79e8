"""What the next meeting is about: from the data of the plan to that of the agenda."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from routekaart_cli.domain.antwoorden import Stand
from routekaart_cli.domain.voortgang import Reden
from routekaart_cli.plan.records import AFSPRAAK, OpenPunt, Plan, PlanActie, PlanDatum

MAX = 8
"""How many of a kind stand on the agenda, so that it fits on one page and can be done in one evening."""
WEEKS = 6
"""How far ahead the agenda looks in the calendar."""
_WITH_NEWS = (Reden.DATUM_VOORBIJ, Reden.BEZIG)
"""Why a stap is there, when somebody can have news about it: it has begun, or should have been done."""


@dataclass(frozen=True, slots=True)
class WieWat:
    """What one person, or two together, tell about at the meeting; without a *wie* nobody took it on."""

    wie: str
    stappen: tuple[PlanActie, ...]


@dataclass(frozen=True, slots=True)
class Agenda:
    wijk: str
    groep: str
    datum: str
    onbeantwoord: tuple[str, ...]
    """What the gemeente did not answer in time."""
    oneens: tuple[OpenPunt, ...]
    oneens_meer: int
    """How many more there are, that stand only in the plan; likewise below."""
    open_punten: tuple[OpenPunt, ...]
    """Without the disagreements."""
    open_meer: int
    te_laat: tuple[PlanActie, ...]
    te_laat_meer: int
    volgende: tuple[PlanActie, ...]
    """What the group works on, and what comes next."""
    kalender: tuple[PlanDatum, ...]
    """What was agreed on for a day in the coming weeks; the dates of stappen stand with the stappen."""
    wie_wat: tuple[WieWat, ...]


def build(plan: Plan, today: date) -> Agenda:
    """Return the agenda of the group whose plan is *plan*, on the day *today*."""
    oneens = tuple(item for item in plan.open_punten if item.hoe_id == Stand.ONEENS)
    rest = tuple(item for item in plan.open_punten if item not in oneens)
    te_laat = tuple(actie for actie in plan.acties if actie.te_laat)
    following = tuple(actie for actie in plan.acties if not actie.te_laat)[:MAX]
    until = (today + timedelta(weeks=WEEKS)).isoformat()
    return Agenda(
        wijk=plan.wijk,
        groep=plan.groep,
        datum=plan.datum,
        onbeantwoord=plan.onbeantwoord[:MAX],
        oneens=oneens[:MAX],
        oneens_meer=len(oneens[MAX:]),
        open_punten=rest[:MAX],
        open_meer=len(rest[MAX:]),
        te_laat=te_laat[:MAX],
        te_laat_meer=len(te_laat[MAX:]),
        volgende=following,
        kalender=tuple(day for day in plan.datums if _is_soon(day, plan.datum_iso, until))[:MAX],
        wie_wat=_wie_wat([actie for actie in (*te_laat[:MAX], *following) if actie.reden_id in _WITH_NEWS]),
    )


def _is_soon(day: PlanDatum, origin: str, until: str) -> bool:
    return day.soort == AFSPRAAK and origin <= day.wanneer_iso <= until


def _wie_wat(acties: list[PlanActie]) -> tuple[WieWat, ...]:
    """Return who tells about which of *acties*, in their order."""
    by_person: dict[str, list[PlanActie]] = {}
    for actie in acties:
        if actie.wie:
            by_person.setdefault(actie.wie, []).append(actie)
    return tuple(WieWat(wie, tuple(stappen)) for wie, stappen in by_person.items())
