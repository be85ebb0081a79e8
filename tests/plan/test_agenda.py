"""The agenda: what the next meeting is about, on one page."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from helpers.places import Golden
from helpers.world import World

from routekaart_cli.domain.antwoorden import Alternatief, Antwoord, Project, Stand
from routekaart_cli.inhoud.folder import Inhoud
from routekaart_cli.project import store


def markdown(world: World, *args: str) -> str:
    """Return the agenda as Markdown."""
    outcome = world.run("agenda", "-", *args)
    assert outcome.code == 0, outcome.stderr
    return outcome.stdout


@pytest.mark.parametrize("name", ["ag.xlsx", "ag.json"])
def test_a_name_of_no_document_is_refused(zonnehoek: World, name: str) -> None:
    outcome = zonnehoek.run("agenda", name)
    assert outcome.code == 2
    assert "Kies met --formaat: md, html, docx of pdf." in outcome.stderr
    assert not (zonnehoek.folder / name).exists()
    assert zonnehoek.run("agenda", "ag.md").code == zonnehoek.run("agenda", "ag").code == 0


@pytest.mark.parametrize(("name", "begin"), [("a.docx", b"PK"), ("a.pdf", b"%PDF"), ("a.html", b"<!doctype html>")])
def test_it_is_made_by_every_writer_of_documents(zonnehoek: World, name: str, begin: bytes) -> None:
    assert zonnehoek.run("agenda", name).code == 0
    assert (zonnehoek.folder / name).read_bytes().startswith(begin)


def test_on_the_screen_it_is_no_markdown(small: World) -> None:
    screen = small.run("agenda").stdout
    assert not re.search(r"[#*|]", screen)
    assert "Datum voorbij: hoe gaan we verder?" in screen


def test_it_begins_with_what_the_gemeente_has_not_answered(world: World) -> None:
    world.start("wijk.naam=De Weide", "overheid.vragen=Komt er geld?;Dan kunnen we door;1-12-2026", "groep.doel=?")
    world.now += timedelta(days=30)
    [first, *_] = [line for line in markdown(world).splitlines() if line.startswith("## ")]
    assert first == "## Nog geen antwoord van de gemeente"
    assert "Komt er geld? (graag vóór 1 december 2026)" in markdown(world)


def test_the_agenda_is_the_golden_one(small: World, golden: Golden) -> None:
    golden("agenda.md", markdown(small))


def test_the_agenda_of_the_example_fits_on_a_page(zonnehoek: World) -> None:
    agenda = markdown(zonnehoek)
    on_paper = sum(1 + len(line) // 90 for line in agenda.splitlines())
    assert on_paper <= 50


def test_it_says_what_to_decide_what_is_late_what_is_open_and_who_brings_what(small: World) -> None:
    small.run("stap", "2.2", "--wie", "Kees")
    small.start("groep.doel=weet ik nog niet")
    chapters = {
        part["id"]: part["blokken"][0] for part in small.run("agenda", "--json").gegevens["agenda"]["hoofdstukken"]
    }
    [opinions] = chapters["oneens"]["punten"]
    assert opinions.endswith(": Ja (Fatima) / Nee (Kees)")
    assert [row[0].partition(" ")[0] for row in chapters["te-laat"]["rijen"]] == ["1.2"]
    assert len(chapters["open"]["punten"]) == 2
    assert [line.partition(":")[0] for line in chapters["nieuws"]["punten"]] == ["Kees"]


def test_what_was_agreed_on_for_a_day_soon_is_in_the_calendar(world: World) -> None:
    world.start("wijk.naam=De Weide", "stand.fase=gemeente")
    world.run("stap", "g.4", "--status", "bezig")
    world.start("gemeente.agendeer-jouw-thema.inspreken=raadsavond", "gemeente.agendeer-jouw-thema.datum=7-12-2026")
    assert "| maandag 7 december 2026 | Datum van inspreken |" in markdown(world)
    world.now += timedelta(days=30)
    assert "maandag 7 december" not in markdown(world)


def test_a_long_list_of_open_points_stays_short(world: World) -> None:
    world.start("wijk.naam=De Weide")
    names = [vraag["id"] for vraag in world.run("vragen", "--json").gegevens["vragen"] if vraag["fase"] is None]
    world.start(*(f"{name}=weet ik nog niet" for name in names if name not in ("wijk.naam", "stand.fase")))
    agenda = markdown(world)
    assert sum(agenda.count(f"({part.titel})") for part in world.inhoud.intake.all_delen) == 8
    assert "punten. Die staan in het actieplan." in agenda


def test_of_a_project_that_was_left_alone_the_rest_is_counted(world: World, inhoud: Inhoud) -> None:
    oneens = Antwoord(Stand.ONEENS, alternatieven=(Alternatief("ja", "Fatima"), Alternatief("nee", "Kees")))
    stappen = [stap for fase in inhoud.all_fasen for stap in fase.stappen]
    vragen = [vraag.id for vraag in inhoud.intake.vragen if not vraag.als][:13]
    antwoorden = {
        **{f"{stap.id}.status": Antwoord(Stand.GEGEVEN, "bezig") for stap in stappen},
        **{f"{stap.id}.wanneer": Antwoord(Stand.GEGEVEN, "2026-01-05") for stap in stappen},
        **dict.fromkeys(vragen, oneens),
    }
    store.save(world.bestand, Project(antwoorden))
    agenda = markdown(world)
    assert agenda.count("(Kees)") == agenda.count("| 5 januari 2026 |") == 8
    assert "En nog 5 punten. Die staan in het actieplan." in agenda
    assert f"En nog {len(stappen) - 8} punten. Die staan in het actieplan." in agenda


def test_it_goes_to_a_file_and_not_over_another_one(zonnehoek: World) -> None:
    assert zonnehoek.run("agenda", "agenda.md").code == 0
    assert (zonnehoek.folder / "agenda.md").read_text(encoding="utf-8") == markdown(zonnehoek)
    outcome = zonnehoek.run("agenda", "agenda.md")
    assert outcome.code == 1
    assert "routekaart agenda agenda.md --overschrijf" in outcome.stderr
    assert zonnehoek.run("agenda", "agenda.md", "--overschrijf").code == 0


def test_to_share_it_says_for_whom_it_is_and_nothing_of_the_plan(zonnehoek: World) -> None:
    said = zonnehoek.run("agenda", "--voor", "gemeente").stderr
    assert "Dit is voor de gemeente." in said
    assert "--volledig" not in said
    assert "het plan" not in said.lower()


def test_without_people_nobody_is_named(small: World) -> None:
    agenda = markdown(small, "--zonder-persoonsgegevens")
    assert "Fatima" not in agenda
    assert "Wie brengt wat mee" not in agenda
    assert ": Ja / Nee\n" in agenda


def test_without_a_project_there_is_no_agenda(world: World) -> None:
    outcome = world.run("agenda")
    assert outcome.code == 1
    assert "routekaart start" in outcome.stderr
