"""The days of the action plan as a calendar (RFC 5545): stappen as tasks, agreements and activities as events.

A stap that is not finished is also an event on its day: many calendars show no tasks.
"""

# ruff: noqa: TID253  # this is where icalendar lives

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event, Todo

from routekaart_cli import VERSIE
from routekaart_cli.domain.routekaart import Status
from routekaart_cli.dutch.characters import zichtbaar
from routekaart_cli.errors import NothingToExport
from routekaart_cli.plan.records import Plan, PlanDatum, PlanStap

_STATUS = {
    Status.NIET_BEGONNEN: "NEEDS-ACTION",
    Status.BEZIG: "IN-PROCESS",
    Status.KLAAR: "COMPLETED",
    Status.PAST_NIET: "CANCELLED",
}


def render(plan: Plan) -> str:
    """Return the calendar of *plan*; raises `NothingToExport` when it has no day: RFC 5545 knows no empty calendar."""
    if not plan.datums:
        raise NothingToExport(
            "Er staat nog geen datum in jullie plan. Een agenda zou leeg zijn.",
            "Geef een stap een datum, bijvoorbeeld met: routekaart stap 1.1 --datum 31-1-2027",
        )
    kalender = Calendar()
    kalender.add("prodid", f"-//routekaart//routekaart {VERSIE}//NL")
    kalender.add("version", "2.0")
    kalender.add("x-wr-calname", zichtbaar(f"Actieplan {plan.wijk}".rstrip()))
    stappen = {stap.id: stap for fase in plan.fasen for stap in fase.stappen}
    for dag in plan.datums:
        stap = stappen.get(dag.id)
        if stap:
            kalender.add_component(_taak(plan, dag, stap))
        if not dag.klaar:
            kalender.add_component(_laatste_dag(plan, dag, stap) if stap else _gebeurtenis(plan, dag))
    data: bytes = kalender.to_ical()
    return data.decode()


def uid(plan: Plan, dag: PlanDatum) -> str:
    """Return the UID of *dag*: the same at every export, so that importing again changes what is there.

    It comes from the wijk and its gemeente, and from the id of the stap or vraag with the first field of the row. All
    of that is the same on every laptop of the group, while a number that is drawn once would have to be kept in the
    project, and an export changes no project. Two groups with one calendar do not touch each other's days.
    """
    delen = (plan.wijk.casefold(), plan.gemeente.casefold(), dag.id)
    return f"{hashlib.sha256(chr(0).join(delen).encode()).hexdigest()[:32]}@routekaart"


def _taak(plan: Plan, dag: PlanDatum, stap: PlanStap) -> Todo:
    taak = Todo()
    _algemeen(taak, plan, dag, _naam(stap), (_kalender_wie(dag.wie), stap.notitie))
    taak.add("due", date.fromisoformat(dag.wanneer_iso))
    taak.add("status", _STATUS[Status(stap.status_id)])
    if stap.klaar:
        taak.add("percent-complete", 100)
        taak.add("completed", _moment(plan, dag.afgerond))
    return taak


def _naam(stap: PlanStap) -> str:
    return f"{stap.nummer} {stap.titel}"


def _laatste_dag(plan: Plan, dag: PlanDatum, stap: PlanStap) -> Event:
    gebeurtenis = _hele_dag(dag)
    uitleg = (_kalender_wie(dag.wie), stap.notitie)
    eigen = replace(dag, id=f"{dag.id}/dag")  # the task of this stap has the other UID
    _algemeen(gebeurtenis, plan, eigen, f"{_naam(stap)} (moet af zijn)", uitleg)
    return gebeurtenis


def _gebeurtenis(plan: Plan, dag: PlanDatum) -> Event:
    gebeurtenis = _hele_dag(dag)
    uitleg = (dag.waar if dag.waar != dag.wat else "", _kalender_wie(dag.wie))
    _algemeen(gebeurtenis, plan, dag, dag.wat, uitleg)
    return gebeurtenis


def _hele_dag(dag: PlanDatum) -> Event:
    gebeurtenis = Event()
    eerste = date.fromisoformat(dag.wanneer_iso)
    gebeurtenis.add("dtstart", eerste)
    gebeurtenis.add("dtend", eerste + timedelta(days=1))
    gebeurtenis.add("transp", "TRANSPARENT")  # a whole day, but nobody is busy all of it
    return gebeurtenis


def _algemeen(deel: Todo | Event, plan: Plan, dag: PlanDatum, wat: str, uitleg: tuple[str, ...]) -> None:
    deel.add("uid", uid(plan, dag))
    deel.add("dtstamp", _moment(plan, dag.gewijzigd))
    deel.add("summary", zichtbaar(wat))
    regels = [regel for regel in uitleg if regel]
    deel.add(
        "description",
        zichtbaar("\n".join((*regels, (f"Uit het actieplan van {plan.wijk}." if plan.wijk else "Uit ons actieplan.")))),
    )


def _moment(plan: Plan, iso: str) -> datetime:
    """Return the moment *iso* in UTC; when that was not kept, the day of the plan."""
    try:
        return datetime.fromisoformat(iso).astimezone(UTC)
    except (ValueError, OverflowError):
        return datetime.fromisoformat(plan.datum_iso).replace(tzinfo=UTC)


def _kalender_wie(wie: str) -> str:
    return f"Wie: {wie}" if wie else ""
