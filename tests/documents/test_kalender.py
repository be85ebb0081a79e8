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
from helpers.world import Wereld
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from routekaart_cli.documents import plan_csv
from routekaart_cli.domain.antwoorden import Antwoord, Project, Record, Stand, Waarde
from routekaart_cli.dutch.characters import visible
from routekaart_cli.inhoud.folder import Inhoud
from routekaart_cli.project import store

ACTIVITEITEN = "uitvoeren.hou-de-energie-in-de-wijk.activiteiten"
LASTIG = 'Koffie, thee; en \\ taart\nop het plein: "gezellig" ☕ ' + "lang " * 40


def gegeven(waarde: Waarde, gewijzigd: str = "2026-11-02T20:45:40+01:00") -> Antwoord:
    return Antwoord(Stand.GEGEVEN, waarde, gewijzigd)


def bewaar(wereld: Wereld, antwoorden: dict[str, Waarde | Antwoord], wijk: str = "De Weide") -> None:
    """Make the project of *wijk* with *antwoorden*."""
    alle = {"wijk.naam": wijk, "wijk.gemeente": "Zwolle", **antwoorden}
    store.save(
        wereld.bestand,
        Project({name: part if isinstance(part, Antwoord) else gegeven(part) for name, part in alle.items()}),
    )


def ics(wereld: Wereld) -> list[Any]:
    """Return what a calendar program finds in the export."""
    outcome = wereld.run("export", "-", "--formaat", "ics")
    assert outcome.code == 0, outcome.fout
    kalender = Calendar.from_ical(outcome.uit)
    assert not kalender.errors
    assert str(kalender["prodid"]).startswith("-//routekaart//")
    parts = [part for part in kalender.walk() if part.name in ("VTODO", "VEVENT")]
    assert len(parts) == len({str(part["uid"]) for part in parts})
    return parts


def uids(wereld: Wereld) -> dict[str, str]:
    return {str(part["summary"]): str(part["uid"]) for part in ics(wereld)}


def activiteiten(*rows: Record) -> dict[str, Waarde | Antwoord]:
    status = ACTIVITEITEN.rpartition(".")[0]
    return {"stand.fase": "uitvoeren", f"{status}.status": "bezig", ACTIVITEITEN: rows}


CAFE = {"activiteit": "energiecafe", "onderwerp": "Isoleren", "datum": "2027-02-01", "wie": "Tom"}
CAFE_2 = {"activiteit": "energiecafe", "onderwerp": "Subsidies", "datum": "2027-03-01"}
KOKEN = {"activiteit": "koken", "onderwerp": LASTIG, "datum": "2027-02-14"}


@pytest.mark.parametrize("formaat", ["ics", "csv"])
def test_the_document_of_the_example_is_the_golden_one(zonnehoek: Wereld, golden: Golden, formaat: str) -> None:
    golden(f"actieplan.{formaat}", zonnehoek.run("export", "-", "--formaat", formaat).uit)


def test_a_stap_with_a_date_is_a_task_with_its_state(wereld: Wereld) -> None:
    stappen = {"de-wijk-in": "klaar", "ontwikkel-een-idee": "bezig", "nodig-partners-uit": "niet-begonnen"}
    for day, (stap, status) in enumerate({**stappen, "neem-iedereen-mee": "past-niet"}.items(), 1):
        wereld.start(f"opstarten.{stap}.status={status}", f"opstarten.{stap}.wanneer=2027-01-0{day}")
    wereld.start("opstarten.de-wijk-in.wie=Tom; en Els, samen")
    taken = [part for part in ics(wereld) if part.name == "VTODO"]
    assert [(part.name, str(part["status"])) for part in taken] == [
        ("VTODO", "COMPLETED"), ("VTODO", "IN-PROCESS"), ("VTODO", "NEEDS-ACTION"), ("VTODO", "CANCELLED"),
    ]  # fmt: skip
    assert [part["due"].dt for part in taken] == [date(2027, 1, day) for day in range(1, 5)]
    assert str(taken[0]["summary"]) == "1.1 De wijk in!"
    assert "Wie: Tom; en Els, samen" in str(taken[0]["description"])


def test_a_stap_that_is_not_finished_is_also_an_event_for_a_calendar_without_tasks(wereld: Wereld) -> None:
    wereld.start("wijk.naam=De Weide")
    wereld.run("stap", "1.1", "--datum", "31-1-2027", "--wie", "Tom", "--status", "klaar")
    wereld.run("stap", "1.2", "--datum", "1-2-2027", "--wie", "Els", "--notitie", "Bel eerst")
    begin = ics(wereld)
    [event] = [part for part in begin if part.name == "VEVENT"]
    assert str(event["summary"]).startswith("1.2 ")
    assert (event["dtstart"].dt, event["dtend"].dt) == (date(2027, 2, 1), date(2027, 2, 2))
    assert {"Wie: Els", "Bel eerst"} <= set(str(event["description"]).splitlines())
    wereld.run("stap", "1.2", "--datum", "8-2-2027")
    assert {str(part["uid"]) for part in ics(wereld)} == {str(part["uid"]) for part in begin}


def test_who_did_it_changes_no_day_on_which_it_was_finished_and_a_note_is_a_change(wereld: Wereld) -> None:
    def task() -> Any:
        return next(part for part in ics(wereld) if part.name == "VTODO")

    wereld.start("wijk.naam=De Weide")
    wereld.run("stap", "1.2", "--datum", "1-12-2026", "--status", "klaar")
    done = task()["completed"].dt
    for verandering in (("--wie", "Piet"), ("--notitie", "Met foto's")):
        before = task()["dtstamp"].dt
        wereld.now += timedelta(days=3)
        wereld.run("stap", "1.2", *verandering)
        assert task()["completed"].dt == done
        assert task()["dtstamp"].dt == before + timedelta(days=3)


def test_an_agreement_with_a_date_is_an_event_of_a_whole_day(wereld: Wereld) -> None:
    bewaar(wereld, activiteiten(KOKEN, CAFE))
    cafe, koken = ics(wereld)
    assert (cafe.name, cafe["dtstart"].dt, cafe["dtend"].dt) == ("VEVENT", date(2027, 2, 1), date(2027, 2, 2))
    assert "Wie: Tom" in str(cafe["description"])
    assert cafe["dtstamp"].dt == datetime(2026, 11, 2, 19, 45, 40, tzinfo=UTC)
    assert LASTIG.strip() in str(koken["summary"])


def test_lines_are_folded_and_end_as_the_standard_says(wereld: Wereld) -> None:
    bewaar(wereld, activiteiten(KOKEN))
    text = wereld.run("export", "-", "--formaat", "ics").uit
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert "\n" not in text.replace("\r\n", "")


def test_importing_twice_gives_no_duplicates(wereld: Wereld) -> None:
    bewaar(wereld, activiteiten(KOKEN, CAFE, CAFE_2))
    begin = ics(wereld)
    verzet = {**CAFE, "datum": "2027-05-05", "wie": "Els"}
    bewaar(wereld, activiteiten(CAFE_2, verzet, KOKEN))
    assert {str(part["uid"]) for part in ics(wereld)} == {str(part["uid"]) for part in begin}


def test_moving_a_row_of_a_lijst_changes_no_uid(wereld: Wereld) -> None:
    bewaar(wereld, activiteiten(KOKEN, CAFE, CAFE_2))
    begin = uids(wereld)
    bewaar(wereld, activiteiten(CAFE_2, KOKEN, CAFE))
    assert uids(wereld) == begin


def test_two_groups_do_not_touch_each_others_days(wereld: Wereld) -> None:
    bewaar(wereld, activiteiten(CAFE))
    our_antwoord = uids(wereld)
    bewaar(wereld, activiteiten(CAFE), wijk="De Berg")
    assert not set(our_antwoord.values()) & set(uids(wereld).values())


def test_uids_are_the_same_without_personal_data(zonnehoek: Wereld) -> None:
    without = zonnehoek.run("export", "-", "--formaat", "ics", "--zonder-persoonsgegevens").uit
    assert [str(part["uid"]) for part in ics(zonnehoek)] == [
        str(part["uid"]) for part in Calendar.from_ical(without).walk() if part.name in ("VTODO", "VEVENT")
    ]
    assert "Fatima" not in without


def test_without_any_date_nothing_is_written(wereld: Wereld) -> None:
    wereld.start("wijk.naam=De Weide")
    outcome = wereld.run("export", "plan.ics")
    assert outcome.code == 1
    assert "routekaart stap 1.1 --datum" in outcome.fout
    assert not (wereld.map / "plan.ics").exists()


def test_hostile_answers_stay_within_their_line(wereld: Wereld, inhoud: Inhoud) -> None:
    project = overal(inhoud)
    datums = {f"{stap.id}.wanneer": gegeven("2027-01-01", "geen moment") for stap in inhoud.fase("plan-maken").stappen}
    store.save(wereld.bestand, project._replace(antwoorden={**project.antwoorden, **datums}))
    taken = ics(wereld)
    assert len([part for part in taken if part.name == "VTODO"]) == len(datums)
    assert {part["dtstamp"].dt for part in taken} == {datetime(2026, 11, 23, tzinfo=UTC)}


def rijen(wereld: Wereld, *args: str) -> list[list[str]]:
    """Return what a spreadsheet finds in the export."""
    outcome = wereld.run("export", "lijst.csv", "--overschrijf", *args)
    assert outcome.code == 0, outcome.fout
    data = (wereld.map / "lijst.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert b"\n" not in data.replace(b"\r\n", b"")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";", strict=True))


def test_a_spreadsheet_reads_the_actions(zonnehoek: Wereld) -> None:
    heading, first, *_ = rijen(zonnehoek)
    assert heading == ["Stap", "Wat", "Wie", "Wanneer", "Waarom nu"]
    assert first[:4] == ["Stap 2.3", "Koppel plannen", "Ravi Ramdin", "2026-11-13"]
    assert [len(row) for row in rijen(zonnehoek)] == [5] * 8


def test_what_was_agreed_on_for_a_later_fase_is_in_the_list_in_the_plan_and_on_the_agenda(wereld: Wereld) -> None:
    wereld.start("wijk.naam=De Weide", "stand.fase=opstarten")
    wereld.run("stap", "4.1", "--wie", "Piet", "--datum", "1-3-2027")
    [row] = [row for row in rijen(wereld) if row[0] == "Stap 4.1"]
    assert row[2:] == ["Piet", "2027-03-01", "Dit spraken jullie al af. Het moet klaar zijn op maandag 1 maart 2027."]
    first = wereld.run("export", "-").uit.partition("## De eerste acties")[2].partition("## ")[0]
    assert "| Piet | maandag 1 maart 2027 |" in first
    following, _, wie = wereld.run("agenda").uit.partition("## De volgende stappen")[2].partition("## Wie brengt")
    assert "(Piet): Dit spraken jullie al af." in following
    assert "Piet" not in wie  # there can be no news yet


@pytest.mark.parametrize(
    ("typed", "iso", "words"),
    [("31-12-2026", "2026-12-31", "donderdag 31 december 2026"), ("volgende week", "", "volgende week")],
)
def test_a_day_that_was_typed_in_the_project_file_is_a_day_when_it_can_be(
    wereld: Wereld, typed: str, iso: str, words: str
) -> None:
    bewaar(wereld, {"opstarten.de-wijk-in.status": "bezig", "opstarten.de-wijk-in.wanneer": typed})
    plan = json.loads(wereld.run("export", "-", "--formaat", "json").uit)["plan"]
    for part in (plan["acties"][0], plan["fasen"][0]["stappen"][0]):
        assert (part["wanneer"], part["wanneer_iso"]) == (words, iso)
    assert [day["wanneer_iso"] for day in plan["datums"]] == ([iso] if iso else [])
    assert rijen(wereld)[1][3] == (iso or typed)


def test_without_personal_data_there_is_no_column_for_them(zonnehoek: Wereld) -> None:
    assert rijen(zonnehoek, "--zonder-persoonsgegevens")[0] == ["Stap", "Wat", "Wanneer", "Waarom nu"]


@pytest.mark.parametrize("char", ["=", "+", "-", "@", "\t=", "\r=", " =", "\n=", "＝"])
def test_no_cell_becomes_a_formula(wereld: Wereld, char: str) -> None:
    formule = f'{char}cmd|"/c calc"!A1;"x'
    bewaar(wereld, {"opstarten.de-wijk-in.status": "bezig", "opstarten.de-wijk-in.wie": formule})
    cell = rijen(wereld)[1][2]
    assert cell.startswith(("'", "<U+000D>"))
    assert cell.removeprefix("'") == visible(formule).replace("\n", " ")


@given(st.text())
def test_any_text_is_a_cell_that_is_no_formula_and_keeps_its_words(text: str) -> None:
    [cell] = plan_csv._cells([text])
    assert not cell.lstrip().startswith(("=", "+", "-", "@", "\t", "\r"))
    assert cell in (visible(text).replace("\n", " "), f"'{visible(text)}".replace("\n", " "))
