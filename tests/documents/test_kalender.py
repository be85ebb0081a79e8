"""The calendar and the list of actions: what other programs read back from them."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from helpers.hostile import overal
from helpers.places import Golden
from helpers.world import World
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from routekaart_cli.documents import spreadsheet
from routekaart_cli.domain.antwoorden import Antwoord, Record, Stand, Waarde
from routekaart_cli.dutch.characters import visible
from routekaart_cli.inhoud.folder import Inhoud
from routekaart_cli.project import store
from routekaart_cli.project.werk import Werk

ACTIVITEITEN = "uitvoeren.hou-de-energie-in-de-wijk.activiteiten"
AWKWARD = 'Koffie, thee; en \\ taart\nop het plein: "gezellig" ☕ ' + "lang " * 40


def said(waarde: Waarde, gewijzigd: str = "2026-11-02T20:45:40+01:00") -> Antwoord:
    return Antwoord(Stand.GEGEVEN, waarde, gewijzigd)


def keep(world: World, antwoorden: dict[str, Waarde | Antwoord], wijk: str = "De Weide") -> None:
    """Have *antwoorden* in the project of *wijk*, as a group types them: what is there already is changed."""
    all_of = {"wijk.naam": wijk, "wijk.gemeente": "Zwolle", **antwoorden}
    moment = "2026-11-02T20:45:40+01:00"
    Werk(world.bestand, lambda: moment, lambda _: None, lambda name: name).load().change(
        {name: part if isinstance(part, Antwoord) else said(part) for name, part in all_of.items()}
    )


def ics(world: World) -> list[Any]:
    """Return what a calendar program finds in the export."""
    outcome = world.run("export", "-", "--formaat", "ics", "--voor", "ons")
    assert outcome.code == 0, outcome.stderr
    kalender = Calendar.from_ical(outcome.stdout)
    assert not kalender.errors
    assert str(kalender["prodid"]).startswith("-//routekaart//")
    parts = [part for part in kalender.walk() if part.name in ("VTODO", "VEVENT")]
    assert len(parts) == len({str(part["uid"]) for part in parts})
    return parts


def uids(world: World) -> dict[str, str]:
    return {str(part["summary"]): str(part["uid"]) for part in ics(world)}


def activiteiten(*rows: Record) -> dict[str, Waarde | Antwoord]:
    status = ACTIVITEITEN.rpartition(".")[0]
    return {"stand.fase": "uitvoeren", f"{status}.status": "bezig", ACTIVITEITEN: rows}


CAFE = {"activiteit": "energiecafe", "onderwerp": "Isoleren", "datum": "2027-02-01", "wie": "Tom"}
CAFE_2 = {"activiteit": "energiecafe", "onderwerp": "Subsidies", "datum": "2027-03-01"}
COOKING = {"activiteit": "koken", "onderwerp": AWKWARD, "datum": "2027-02-14"}


@pytest.mark.parametrize("formaat", ["ics", "csv"])
def test_the_document_is_the_golden_one(small: World, golden: Golden, formaat: str) -> None:
    golden(f"actieplan.{formaat}", small.run("export", "-", "--formaat", formaat).stdout)


def test_a_stap_with_a_date_is_a_task_with_its_state(world: World) -> None:
    stappen = {"de-wijk-in": "klaar", "ontwikkel-een-idee": "bezig", "nodig-partners-uit": "niet-begonnen"}
    for day, (stap, status) in enumerate({**stappen, "neem-iedereen-mee": "past-niet"}.items(), 1):
        world.start(f"opstarten.{stap}.status={status}", f"opstarten.{stap}.wanneer=2027-01-0{day}")
    world.start("opstarten.de-wijk-in.wie=Tom; en Els, samen")
    tasks = [part for part in ics(world) if part.name == "VTODO"]
    assert [(part.name, str(part["status"])) for part in tasks] == [
        ("VTODO", "COMPLETED"), ("VTODO", "IN-PROCESS"), ("VTODO", "NEEDS-ACTION"), ("VTODO", "CANCELLED"),
    ]  # fmt: skip
    assert [part["due"].dt for part in tasks] == [date(2027, 1, day) for day in range(1, 5)]
    first = next(s for s in world.inhoud.fase("opstarten").stappen if s.id == "opstarten.de-wijk-in")
    assert str(tasks[0]["summary"]) == f"{first.nummer} {first.titel}"
    assert "Wie: Tom; en Els, samen" in str(tasks[0]["description"])


def test_a_stap_that_is_not_finished_is_also_an_event_for_a_calendar_without_tasks(world: World) -> None:
    world.start("wijk.naam=De Weide")
    world.run("stap", "1.1", "--datum", "31-1-2027", "--wie", "Tom", "--status", "klaar")
    world.run("stap", "1.2", "--datum", "1-2-2027", "--wie", "Els", "--notitie", "Bel eerst")
    begin = ics(world)
    cancelled, event = [part for part in begin if part.name == "VEVENT"]
    assert (str(cancelled["status"]), "status" in event) == ("CANCELLED", False)
    assert str(event["summary"]).startswith("1.2 ")
    assert (event["dtstart"].dt, event["dtend"].dt) == (date(2027, 2, 1), date(2027, 2, 2))
    assert {"Wie: Els", "Bel eerst"} <= set(str(event["description"]).splitlines())
    world.run("stap", "1.2", "--datum", "8-2-2027")
    assert {str(part["uid"]) for part in ics(world)} == {str(part["uid"]) for part in begin}


def test_who_did_it_changes_no_day_on_which_it_was_finished_and_a_note_is_a_change(world: World) -> None:
    def task() -> Any:
        return next(part for part in ics(world) if part.name == "VTODO")

    world.start("wijk.naam=De Weide")
    world.run("stap", "1.2", "--datum", "1-12-2026", "--status", "klaar")
    done = task()["completed"].dt
    for change_made in (("--wie", "Piet"), ("--notitie", "Met foto's")):
        before = task()["dtstamp"].dt
        world.now += timedelta(days=3)
        world.run("stap", "1.2", *change_made)
        assert task()["completed"].dt == done
        assert task()["dtstamp"].dt == before + timedelta(days=3)


def test_an_agreement_with_a_date_is_an_event_of_a_whole_day(world: World) -> None:
    keep(world, activiteiten(COOKING, CAFE))
    cafe, cooking = ics(world)
    assert (cafe.name, cafe["dtstart"].dt, cafe["dtend"].dt) == ("VEVENT", date(2027, 2, 1), date(2027, 2, 2))
    assert "Wie: Tom" in str(cafe["description"])
    assert cafe["dtstamp"].dt == datetime(2026, 11, 2, 19, 45, 40, tzinfo=UTC)
    assert AWKWARD.strip() in str(cooking["summary"])


def test_lines_are_folded_and_end_as_the_standard_says(world: World) -> None:
    keep(world, activiteiten(COOKING))
    text = world.run("export", "-", "--formaat", "ics").stdout
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert "\n" not in text.replace("\r\n", "")


def test_importing_twice_gives_no_duplicates(world: World) -> None:
    keep(world, activiteiten(COOKING, CAFE, CAFE_2))
    begin = ics(world)
    moved = {**CAFE, "datum": "2027-05-05", "wie": "Els"}
    keep(world, activiteiten(COOKING, moved, CAFE_2))
    assert {str(part["uid"]) for part in ics(world)} == {str(part["uid"]) for part in begin}


def test_moving_a_row_of_a_lijst_changes_the_uid_of_no_other(world: World) -> None:
    keep(world, activiteiten(COOKING, CAFE, CAFE_2))
    begin = uids(world)
    keep(world, activiteiten(CAFE_2, COOKING, CAFE))
    assert len(begin.items() & uids(world).items()) == len(begin) - 1


CHANGES = {
    "the wijk gets another name": {"wijk.naam": "De Berg"},
    "the gemeente gets another name": {"wijk.gemeente": "Ommen"},
    "a row is mended": {ACTIVITEITEN: ({**COOKING, "activiteit": "soep koken"}, CAFE, CAFE_2)},
    "a row is taken out": {ACTIVITEITEN: (COOKING, CAFE)},
    "a row is put before the others": {ACTIVITEITEN: ({"activiteit": "fietsen"}, COOKING, CAFE, CAFE_2)},
    "a day is moved": {ACTIVITEITEN: (COOKING, {**CAFE, "datum": "2027-05-05"}, CAFE_2)},
    "somebody else does it": {ACTIVITEITEN: (COOKING, {**CAFE, "wie": "Els"}, CAFE_2)},
    "a stap gets another day": {"opstarten.de-wijk-in.wanneer": "2027-01-09"},
    "a stap is done": {"opstarten.de-wijk-in.status": "klaar"},
    "something else is answered": {"groep.doel": "Warm"},
}


@pytest.mark.parametrize("change", list(CHANGES.values()), ids=list(CHANGES))
def test_no_change_moves_another_entry_and_each_is_newer_than_before(
    world: World, change: dict[str, Waarde | Antwoord]
) -> None:
    stap = {"opstarten.de-wijk-in.status": "bezig", "opstarten.de-wijk-in.wanneer": "2027-01-02"}
    keep(world, {**activiteiten(COOKING, CAFE, CAFE_2), **stap})
    before = {str(part["uid"]): part["sequence"] for part in ics(world)}
    keep(world, change)
    after = {str(part["uid"]): part["sequence"] for part in ics(world)}
    gone = 1 if change == CHANGES["a row is taken out"] else 0
    assert after.keys() <= before.keys()
    assert len(after) == len(before) - gone == 5 - gone
    assert all(after[uid] >= before[uid] + (not gone) for uid in after)


def test_a_time_and_a_place_are_in_it_where_they_are_known(world: World) -> None:
    world.start("wijk.naam=De Weide", "avond.bijeenkomst=9 december 20.00 uur", "avond.waar=In het buurthuis")
    [event] = ics(world)
    assert (event["dtstart"].dt, str(event["location"])) == (
        datetime.fromisoformat("2026-12-09T20:00"),
        "In het buurthuis",
    )
    assert "dtend" not in event  # nobody said how long it takes
    assert "buurthuis" not in world.run("export", "-", "--formaat", "ics", "--voor", "gemeente").stdout


@pytest.mark.parametrize(
    ("typed", "day", "words"),
    [
        ("voorjaar 2027", date(2027, 5, 31), " (voorjaar 2027)"),
        ("week 12", date(2027, 3, 28), " (week 12 van 2027)"),
        ("2028", date(2028, 12, 31), " (2028)"),
        ("31-12-9999", date(9999, 12, 31), ""),
        ("eind maart", date(2027, 3, 31), ""),
    ],
)
def test_every_date_that_the_conversation_takes_is_a_day_in_the_calendar(
    world: World, typed: str, day: date, words: str
) -> None:
    world.start("wijk.naam=De Weide", f"avond.bijeenkomst={typed}")
    world.run("stap", "1.2", "--wanneer", typed)
    found = {str(part["summary"]): (part.get("due") or part["dtstart"]).dt for part in ics(world)}
    assert set(found.values()) == {day}
    assert all(name.endswith(words) for name in found)
    plan = world.run("export", "-", "--voor", "ons").stdout
    assert not words or words.strip(" ()") in plan.lower()


def test_what_others_plan_roughly_is_in_it_on_the_last_day_it_can_be(world: World) -> None:
    koppel = "plan-maken.koppel-plannen"
    plannen = f"{koppel}.plannen-van-anderen=De Brug;Renovatie;vanaf najaar 2027 | Vitens;Leidingen;ooit"
    world.start("wijk.naam=De Weide", "stand.fase=plan-maken", f"{koppel}.status=bezig", plannen)
    [event] = ics(world)
    assert str(event["summary"]) == "De Brug: renovatie (vanaf najaar 2027)"
    assert event["dtstart"].dt == date(2027, 11, 30)
    assert "| ooit | Vitens: leidingen |" in world.run("export", "-").stdout


def test_what_else_was_said_of_a_day_is_in_it_also_when_its_words_stand_in_the_name(world: World) -> None:
    world.start("wijk.naam=De Weide", "overheid.vragen=Komt er geld voor isolatie?;geld;1-2-2027")
    [event] = ics(world)
    assert "Waarom: geld" in str(event["description"])


def test_a_vraag_that_the_gemeente_answered_is_cancelled_and_keeps_its_uid(world: World) -> None:
    world.start("wijk.naam=De Weide", "overheid.vragen=Komt er geld?;Wij hebben niets;1-2-2027")
    [asked] = ics(world)
    assert str(asked["summary"]) == "Graag vóór: Komt er geld?"
    assert "Waarom: Wij hebben niets" in str(asked["description"])
    keep(world, {"overheid.vragen": ({"vraag": "Komt er geld?", "voor": "2027-02-01", "antwoord": "toegezegd"},)})
    [answered] = ics(world)
    assert (answered["uid"], str(answered["status"])) == (asked["uid"], "CANCELLED")
    assert "Komt er geld?" not in world.run("agenda").stdout


def test_what_is_taken_out_is_cancelled_in_the_file_that_was_read_in_before(world: World) -> None:
    keep(world, activiteiten(COOKING, CAFE, CAFE_2))
    assert world.run("export", "plan.ics").code == 0
    before = {str(part["uid"]): part for part in ics(world)}
    for rows in ((COOKING, CAFE), (COOKING,)):
        keep(world, activiteiten(*rows))
        outcome = world.run("export", "plan.ics")
        assert "Wat weg is, staat er als vervallen in." in " ".join(outcome.stderr.split())
        after: list[Any] = list(
            Calendar.from_ical((world.folder / "plan.ics").read_text(encoding="utf-8")).subcomponents
        )
        assert {str(part["uid"]) for part in after} == before.keys()
        gone = [part for part in after if str(part.get("status")) == "CANCELLED"]
        assert [str(part["summary"]) for part in gone] == ["Vervallen"] * (3 - len(rows))
        for part in gone:
            assert part["dtstart"].dt == before[str(part["uid"])]["dtstart"].dt
            assert part["sequence"] > before[str(part["uid"])]["sequence"]


def test_a_calendar_of_another_project_is_not_gone_on_with(world: World) -> None:
    keep(world, activiteiten(CAFE))
    world.run("export", "plan.ics")
    before = (world.folder / "plan.ics").read_bytes()
    world.bestand.unlink()
    keep(world, activiteiten(COOKING))
    assert world.run("export", "plan.ics").code == 1
    assert (world.folder / "plan.ics").read_bytes() == before


@pytest.mark.parametrize(("days", "before"), [("1", timedelta(hours=-15)), ("0", timedelta(hours=9))])
def test_a_reminder_comes_in_each_event_that_is_on_when_asked(world: World, days: str, before: timedelta) -> None:
    done = {"opstarten.de-wijk-in.status": "klaar", "opstarten.de-wijk-in.wanneer": "2027-1-2"}
    keep(world, {**activiteiten(CAFE), **done})
    assert world.run("export", "--herinnering", days).code == 0
    text = (world.folder / "actieplan.ics").read_text(encoding="utf-8")
    events: list[Any] = list(Calendar.from_ical(text).walk("VEVENT"))
    assert [[alarm["trigger"].dt for alarm in event.subcomponents] for event in events] == [[], [before]]
    assert "VALARM" not in world.run("export", "-", "--formaat", "ics").stdout


@pytest.mark.parametrize("args", [("plan.md", "--herinnering", "1"), ("plan.ics", "--herinnering", "morgen")])
def test_a_reminder_is_refused_where_it_can_not_be(world: World, args: tuple[str, ...]) -> None:
    keep(world, activiteiten(CAFE))
    assert world.run("export", *args).code == 2
    assert not (world.folder / args[0]).exists()


def test_of_a_calendar_no_chapters_are_missed(zonnehoek: World) -> None:
    assert "Dit is het korte plan" in zonnehoek.run("export", "plan.md").stderr
    assert "Dit is het korte plan" not in zonnehoek.run("export", "plan.ics").stderr


def test_two_groups_do_not_touch_each_others_days(world: World) -> None:
    keep(world, activiteiten(CAFE))
    our_antwoord = uids(world)
    world.bestand.unlink()
    keep(world, activiteiten(CAFE))
    assert not set(our_antwoord.values()) & set(uids(world).values())


def test_uids_are_the_same_without_personal_data(zonnehoek: World) -> None:
    without = zonnehoek.run("export", "-", "--formaat", "ics", "--zonder-persoonsgegevens").stdout
    assert [str(part["uid"]) for part in ics(zonnehoek)] == [
        str(part["uid"]) for part in Calendar.from_ical(without).walk() if part.name in ("VTODO", "VEVENT")
    ]
    assert "Fatima" not in without


def test_without_any_date_nothing_is_written(world: World) -> None:
    world.start("wijk.naam=De Weide")
    outcome = world.run("export", "plan.ics")
    assert outcome.code == 1
    assert "routekaart stap 1.1 --wanneer" in outcome.stderr
    assert not (world.folder / "plan.ics").exists()


def test_hostile_answers_stay_within_their_line(world: World, inhoud: Inhoud) -> None:
    project = overal(inhoud)
    datums = {f"{stap.id}.wanneer": said("2027-01-01", "geen moment") for stap in inhoud.fase("plan-maken").stappen}
    store.save(world.bestand, project._replace(antwoorden={**project.antwoorden, **datums}))
    tasks = ics(world)
    assert len([part for part in tasks if part.name == "VTODO"]) == len(datums)
    assert {part["dtstamp"].dt for part in tasks} == {datetime(2026, 11, 23, tzinfo=UTC)}


def rijen(world: World, *args: str) -> list[list[str]]:
    """Return what a spreadsheet finds in the export."""
    outcome = world.run("export", "lijst.csv", "--overschrijf", *(args or ("--voor", "ons")))
    assert outcome.code == 0, outcome.stderr
    data = (world.folder / "lijst.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert b"\n" not in data.replace(b"\r\n", b"")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";", strict=True))


def test_a_spreadsheet_reads_the_actions(small: World) -> None:
    heading, _, second, *_ = rijen(small)
    assert heading == ["Stap", "Wat", "Wie", "Wanneer", "Stand"]
    assert second[:4] == ["Stap 2.1", "Regel geld", "Kees", "2027-01-31"]
    assert [len(row) for row in rijen(small)] == [5] * 5


def test_what_was_agreed_on_for_a_later_fase_is_in_the_list_in_the_plan_and_on_the_agenda(world: World) -> None:
    world.start("wijk.naam=De Weide", "stand.fase=opstarten")
    world.run("stap", "4.1", "--wie", "Piet", "--datum", "1-3-2027")
    [row] = [row for row in rijen(world) if row[0] == "Stap 4.1"]
    assert row[2:] == ["Piet", "2027-03-01", "afgesproken"]
    first = world.run("export", "-").stdout.partition("## Wat we nu doen")[2].partition("## ")[0]
    assert "| Piet | 1 maart 2027 |" in first
    following, _, wie = (
        world.run("agenda", "-").stdout.partition("## De volgende stappen")[2].partition("## Wie brengt")
    )
    assert "| Piet | 1 maart 2027 |" in following
    assert "Piet" not in wie  # there can be no news yet


@pytest.mark.parametrize(
    ("typed", "iso", "words"),
    [("31-12-2026", "2026-12-31", "donderdag 31 december 2026"), ("volgende week", "", "volgende week")],
)
def test_a_day_that_was_typed_in_the_project_file_is_a_day_when_it_can_be(
    small_world: World, typed: str, iso: str, words: str
) -> None:
    keep(small_world, {"beginnen.groep-zoeken.status": "bezig", "beginnen.groep-zoeken.wanneer": typed})
    plan = json.loads(small_world.run("export", "-", "--formaat", "json").stdout)["plan"]
    for part in (plan["acties"][0], plan["fasen"][0]["stappen"][0]):
        assert (part["wanneer"], part["wanneer_iso"]) == (words, iso)
    assert [day["wanneer_iso"] for day in plan["datums"]] == ([iso] if iso else [])
    assert rijen(small_world)[1][3] == (iso or typed)


def test_without_personal_data_there_is_no_column_for_them(zonnehoek: World) -> None:
    assert rijen(zonnehoek, "--zonder-persoonsgegevens")[0] == ["Stap", "Wat", "Wanneer", "Stand"]


@pytest.mark.parametrize("char", ["=", "+", "-", "@", "\t=", "\r=", " =", "\n=", "＝"])
def test_no_cell_becomes_a_formula(world: World, char: str) -> None:
    formula = f'{char}cmd|"/c calc"!A1;"x'
    keep(world, {"opstarten.de-wijk-in.status": "bezig", "opstarten.de-wijk-in.wie": formula})
    cell = rijen(world)[1][2]
    assert cell.startswith(("'", "<U+000D>"))
    assert cell.removeprefix("'") == visible(formula).replace("\n", " ")


@given(st.text())
def test_any_text_is_a_cell_that_is_no_formula_and_keeps_its_words(text: str) -> None:
    [cell] = spreadsheet._cells([text])
    assert not cell.lstrip().startswith(("=", "+", "-", "@", "\t", "\r"))
    assert cell in (visible(text).replace("\n", " "), f"'{visible(text)}".replace("\n", " "))
