"""The agenda: what the next meeting is about, on one page."""

from __future__ import annotations

from datetime import timedelta

import pytest
from helpers.places import Golden
from helpers.world import World

from routekaart_cli.domain.antwoorden import Alternatief, Antwoord, Project, Stand
from routekaart_cli.inhoud.folder import Inhoud
from routekaart_cli.project import store


@pytest.mark.parametrize("name", ["ag.html", "ag.pdf", "ag.json"])
def test_a_name_that_says_it_is_no_markdown_is_refused(zonnehoek: World, name: str) -> None:
    outcome = zonnehoek.run("agenda", name)
    assert outcome.code == 2
    assert "Kies een naam die eindigt op .md." in outcome.stderr
    assert not (zonnehoek.folder / name).exists()
    assert zonnehoek.run("agenda", "ag.md").code == zonnehoek.run("agenda", "ag").code == 0


def test_the_agenda_is_the_golden_one(small: World, golden: Golden) -> None:
    golden("agenda.md", small.run("agenda").stdout)


def test_the_agenda_of_the_example_fits_on_a_page(zonnehoek: World) -> None:
    agenda = zonnehoek.run("agenda").stdout
    on_paper = sum(1 + len(line) // 90 for line in agenda.splitlines())
    assert on_paper <= 50


def test_it_says_what_to_decide_what_is_late_what_is_open_and_who_brings_what(small: World) -> None:
    small.run("stap", "2.2", "--wie", "Kees")
    small.start("groep.doel=weet ik nog niet")
    data = small.run("agenda", "--json").gegevens["agenda"]
    assert [opinion["door"] for item in data["oneens"] for opinion in item["meningen"]] == ["Fatima", "Kees"]
    assert [actie["nummer"] for actie in data["te_laat"]] == ["1.2"]
    assert len(data["open_punten"]) == 2
    assert {part["wie"]: len(part["stappen"]) for part in data["wie_wat"]} == {"Kees": 2}


def test_what_was_agreed_on_for_a_day_soon_is_in_the_calendar(world: World) -> None:
    world.start("wijk.naam=De Weide", "stand.fase=gemeente")
    world.run("stap", "g.4", "--status", "bezig")
    world.start("gemeente.agendeer-jouw-thema.inspreken=raadsavond", "gemeente.agendeer-jouw-thema.datum=7-12-2026")
    assert "- maandag 7 december 2026: Datum van inspreken" in world.run("agenda").stdout
    world.now += timedelta(days=30)
    assert "7 december" not in world.run("agenda").stdout


def test_a_long_list_of_open_points_stays_short(world: World) -> None:
    world.start("wijk.naam=De Weide")
    names = [vraag["id"] for vraag in world.run("vragen", "--json").gegevens["vragen"] if vraag["fase"] is None]
    world.start(*(f"{name}=weet ik nog niet" for name in names if name not in ("wijk.naam", "stand.fase")))
    agenda = world.run("agenda").stdout
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
    agenda = world.run("agenda").stdout
    assert agenda.count("(dit zegt Kees)") == agenda.count("is voorbij.") == 8
    assert "- En nog 5 punten. Die staan in het actieplan." in agenda
    assert f"- En nog {len(stappen) - 8} stappen. Die staan in het actieplan." in agenda


def test_it_goes_to_a_file_and_not_over_another_one(zonnehoek: World) -> None:
    assert zonnehoek.run("agenda", "agenda.md").code == 0
    assert (zonnehoek.folder / "agenda.md").read_text(encoding="utf-8") == zonnehoek.run("agenda").stdout
    outcome = zonnehoek.run("agenda", "agenda.md")
    assert outcome.code == 1
    assert "routekaart agenda agenda.md --overschrijf" in outcome.stderr
    assert zonnehoek.run("agenda", "agenda.md", "--overschrijf").code == 0


def test_without_people_nobody_is_named(small: World) -> None:
    agenda = small.run("agenda", "--zonder-persoonsgegevens").stdout
    assert "Fatima" not in agenda
    assert "Wie brengt wat mee" not in agenda
    assert "  - Ja\n  - Nee\n" in agenda


def test_without_a_project_there_is_no_agenda(world: World) -> None:
    outcome = world.run("agenda")
    assert outcome.code == 1
    assert "routekaart start" in outcome.stderr
