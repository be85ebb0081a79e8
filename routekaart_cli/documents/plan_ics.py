"""The days of the action plan as a calendar (RFC 5545): stappen as tasks, agreements and activities as events.

A stap is also an event on its day, for many calendars show no tasks. What is done, dropped or gone is cancelled.
"""

# ruff: noqa: TID253  # this is where icalendar lives

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from icalendar import Alarm, Calendar, Event, Todo

from routekaart_cli import VERSIE
from routekaart_cli.domain.routekaart import Status
from routekaart_cli.dutch.characters import visible
from routekaart_cli.dutch.opdrachten import to_type
from routekaart_cli.errors import NothingToExport
from routekaart_cli.plan.records import Plan, PlanDatum, PlanStap

MOST_DAYS = 60
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
            f"Geef een stap een datum, bijvoorbeeld met: {to_type('stap', '1.1', '--wanneer', '31-1-2027')}",
        )
    kalender = Calendar()
    kalender.add("prodid", f"-//routekaart//routekaart {VERSIE}//NL")
    kalender.add("version", "2.0")
    kalender.add("x-wr-calname", visible(f"Actieplan {plan.wijk}".rstrip()))
    kalender.add("x-wr-relcalid", _drawn(plan, ""))
    stappen = {stap.id: stap for fase in plan.fasen for stap in fase.stappen}
    for day in plan.datums:
        stap = stappen.get(day.id)
        if stap:
            kalender.add_component(_task(plan, day, stap))
        kalender.add_component(_last_day(plan, day, stap) if stap else _event(plan, day))
    data: bytes = kalender.to_ical()
    return data.decode()


def update(old: str, new: str) -> str | None:
    """Return the calendar *new* with what was in *old* and is gone, as cancelled: else it stays where it was read in.

    None when *old* is no calendar of the same project. Of what is gone only the day is known: its words may be for
    another reader.
    """
    try:
        was, now = Calendar.from_ical(old), Calendar.from_ical(new)
    except ValueError:
        return None
    if str(was.get("x-wr-relcalid", "")) != str(now["x-wr-relcalid"]):
        return None
    there = {str(part["uid"]): part for part in now.subcomponents}
    newest = next(iter(there.values()))
    for part in was.subcomponents:
        if str(part.get("uid", "")) not in there and part.name in ("VEVENT", "VTODO"):
            gone: Event | Todo = Event() if part.name == "VEVENT" else Todo()
            for name in ("uid", "dtstart", "dtend", "due"):
                if name in part:
                    gone[name] = part[name]
            gone["dtstamp"] = newest["dtstamp"]
            # To take something out is no write of its own, so the count can be the same as before.
            gone.add("sequence", max(newest["sequence"], part.get("sequence", 0) + (part.get("status") != "CANCELLED")))
            gone.add("summary", "Vervallen")
            gone.add("status", "CANCELLED")
            now.add_component(gone)
    data: bytes = now.to_ical()
    return data.decode()


def reminding(text: str, days: int) -> str:
    """Return the calendar *text* in which each event reminds of itself *days* before; of a whole day at nine."""
    kalender = Calendar.from_ical(text)
    for part in kalender.walk("VEVENT"):
        if part.get("status") != "CANCELLED":
            alarm = Alarm()
            alarm.add("action", "DISPLAY")
            alarm.add("description", part["summary"])
            whole_day = not isinstance(part.decoded("dtstart"), datetime)
            alarm.add("trigger", timedelta(days=-days, hours=9 if whole_day else 0))
            part.add_component(alarm)
    data: bytes = kalender.to_ical()
    return data.decode()


def uid(plan: Plan, day: PlanDatum) -> str:
    """Return the UID of *day*: the same at every export, so that importing again changes what is there.

    It comes from the identity of the project, which is drawn once, and the id of the stap or the row: nothing that
    people rename or move changes it. Two groups with one calendar do not touch each other's days.
    """
    return f"{_drawn(plan, day.id)}@routekaart"


def _drawn(plan: Plan, id_: str) -> str:
    return hashlib.sha256(chr(0).join((plan.project, id_)).encode()).hexdigest()[:32]


def _task(plan: Plan, day: PlanDatum, stap: PlanStap) -> Todo:
    task = Todo()
    _general(task, plan, day, _name(stap), (_kalender_wie(day.wie), stap.notitie))
    task.add("due", _day(day))
    task.add("status", _STATUS[Status(stap.status_id)])
    if stap.klaar:
        task.add("percent-complete", 100)
        task.add("completed", _moment(plan, day.afgerond))
    return task


def _name(stap: PlanStap) -> str:
    return f"{stap.nummer} {stap.titel}"


def _last_day(plan: Plan, day: PlanDatum, stap: PlanStap) -> Event:
    event = _on_its_day(day)
    explanation = (_kalender_wie(day.wie), stap.notitie)
    own = replace(day, id=f"{day.id}/dag")  # the task of this stap has the other UID
    _general(event, plan, own, f"{_name(stap)} (moet af zijn)", explanation)
    return event


def _event(plan: Plan, day: PlanDatum) -> Event:
    event = _on_its_day(day)
    explanation = (day.waar if day.waar != day.wat else "", day.meer, _kalender_wie(day.wie))
    _general(event, plan, day, day.wat, explanation)
    if day.plek:
        event.add("location", visible(day.plek))
    return event


def _on_its_day(day: PlanDatum) -> Event:
    """Return an event at its time, or of its whole day when no time was said."""
    event = Event()
    first = _day(day)
    event.add("dtstart", first)
    if not day.tijd:
        if first < date.max:
            event.add("dtend", first + timedelta(days=1))
        event.add("transp", "TRANSPARENT")  # a whole day, but nobody is busy all of it
    if day.klaar:  # a calendar keeps what it once got, until it hears that it is off
        event.add("status", "CANCELLED")
    return event


def _day(day: PlanDatum) -> date:
    """Return *day*, with its time when it has one: without a zone, since a meeting is where the group is."""
    return datetime.fromisoformat(f"{day.wanneer_iso}T{day.tijd}") if day.tijd else date.fromisoformat(day.wanneer_iso)


def _general(part: Todo | Event, plan: Plan, day: PlanDatum, what: str, explanation: tuple[str, ...]) -> None:
    part.add("uid", uid(plan, day))
    part.add("sequence", plan.versie)
    part.add("dtstamp", _moment(plan, day.gewijzigd))
    part.add("summary", visible(f"{what} ({day.ongeveer})" if day.ongeveer else what))
    lines = [line for line in explanation if line]
    part.add(
        "description",
        visible("\n".join((*lines, (f"Uit het actieplan van {plan.wijk}." if plan.wijk else "Uit ons actieplan.")))),
    )


def _moment(plan: Plan, iso: str) -> datetime:
    """Return the moment *iso* in UTC; when that was not kept, the day of the plan."""
    try:
        return datetime.fromisoformat(iso).astimezone(UTC)
    except (ValueError, OverflowError):
        return datetime.fromisoformat(plan.datum_iso).replace(tzinfo=UTC)


def _kalender_wie(wie: str) -> str:
    return f"Wie: {wie}" if wie else ""
