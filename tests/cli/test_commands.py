"""The commands as a person or a script meets them: what they print, where, and how they end."""

from __future__ import annotations

import json

import pytest
from helpers.world import World


def test_alone_without_a_project_it_says_what_it_is_and_shows_the_five_fasen(world: World) -> None:
    outcome = world.run()
    assert outcome.code == 0
    for name in ("1 Opstarten", "2 Plan maken", "3 Verdiepen", "4 Besluiten", "5 Uitvoeren", "routekaart start"):
        assert name in outcome.stdout


def test_alone_with_a_project_it_says_where_the_group_is(zonnehoek: World) -> None:
    assert zonnehoek.run().stdout == zonnehoek.run("status").stdout
    assert "De Zonnehoek (verzonnen), Voorbeeldstad" in zonnehoek.run().stdout


def test_status_begins_with_the_date_that_passed_and_says_why(zonnehoek: World) -> None:
    acties = zonnehoek.run("status", "--json").gegevens["acties"]
    assert acties[0]["nummer"] == "2.3"
    assert acties[0]["reden"] == "datum-voorbij"
    assert "De datum 13 november 2026 is voorbij." in zonnehoek.run("status").stdout


def test_status_without_a_project_says_how_to_begin(world: World) -> None:
    outcome = world.run("status")
    assert outcome.code == 1
    assert "Begin met: routekaart start." in outcome.stderr
    assert not outcome.stdout


@pytest.mark.parametrize("name", ["3", "verdiepen", "Verd", "fase 3"])
def test_a_fase_is_found_by_number_and_name(world: World, name: str) -> None:
    assert world.run("fase", name).stdout.startswith("Fase 3 van 5: Verdiepen\n")


def test_a_fase_shows_the_main_tips_and_with_alles_everything(world: World, wide: World) -> None:
    short, everything = wide.run("fase", "2").stdout, wide.run("fase", "2", "--alles").stdout
    assert "Maak het makkelijk en concreet" in short
    assert "Zorg dat duidelijk is wat de rollen zijn" not in short
    assert "Zorg dat duidelijk is wat de rollen zijn" in everything
    assert "Berkum" in short
    assert "projectleider" in everything
    assert "projectleider" not in short


def test_a_fase_shows_how_each_stap_is_doing_when_there_is_a_project(zonnehoek: World) -> None:
    out = zonnehoek.run("fase", "2").stdout
    assert "✓ 2.1 Verken wat jullie kunnen doen · klaar" in out
    assert "● 2.3 Koppel plannen · bezig, Ravi Ramdin, de datum 13 november 2026 is" in out
    assert "○ 2.4 Stel randvoorwaarden · nog niet begonnen" in out


def test_an_unknown_fase_is_refused_with_the_names_there_are(world: World) -> None:
    outcome = world.run("fase", "verdipen")
    assert outcome.code == 2
    assert "Bedoel je 'verdiepen'?" in outcome.stderr


@pytest.mark.parametrize("name", ["3.2", "verdiepen.businesscase", "businesscase"])
def test_a_stap_is_found_by_number_and_id(world: World, name: str) -> None:
    assert world.run("stap", name).stdout.startswith("3.2 Businesscase\n")


def test_a_stap_is_changed_with_options(zonnehoek: World) -> None:
    outcome = zonnehoek.run(
        "stap",
        "2.4",
        "--status",
        "bezig",
        "--wie",
        "Kees",
        "--datum",
        "eind maart",
        "--notitie",
        "Rustig aan",
        "--json",
    )
    stap = outcome.gegevens
    assert (stap["status"], stap["wie"], stap["wanneer"], stap["notitie"]) == (
        "bezig", "Kees", "2027-03-31", "Rustig aan",
    )  # fmt: skip
    assert "Stap 2.4, Stel randvoorwaarden, is bijgewerkt." in outcome.stderr


def test_a_planned_stap_keeps_who_and_when_before_it_begins(zonnehoek: World) -> None:
    zonnehoek.run("stap", "2.6", "--wie", "Ravi", "--datum", "1-1-2026")
    stap = zonnehoek.run("stap", "2.6", "--json").gegevens
    assert (stap["status"], stap["wie"], stap["datum_voorbij"]) == ("niet-begonnen", "Ravi", True)


def test_a_wrong_value_for_a_stap_changes_nothing(zonnehoek: World) -> None:
    before = zonnehoek.bestand.read_bytes()
    outcome = zonnehoek.run("stap", "2.4", "--wie", "Kees", "--status", "klar")
    assert outcome.code == 2
    assert "Bedoel je 'klaar'?" in outcome.stderr
    assert zonnehoek.bestand.read_bytes() == before


def test_changing_a_stap_needs_a_project(world: World) -> None:
    assert world.run("stap", "1.1", "--status", "bezig").code == 1
    assert not world.bestand.exists()


def test_vragen_lists_all_that_start_accepts(world: World) -> None:
    vragen = world.run("vragen", "--json").gegevens["vragen"]
    velden = {"id", "vraag", "soort", "keuzes", "als", "verplicht", "persoonsgegeven", "fase", "stap"}
    assert all(velden <= vraag.keys() for vraag in vragen)
    assert {vraag["fase"] for vraag in vragen} == {None, 1, 2, 3, 4, 5, "gemeente"}
    world.start(*(f"{vraag['id']}=weet ik nog niet" for vraag in vragen))
    assert world.bestand.read_text(encoding="utf-8").count("open: weet-ik-nog-niet") == len(vragen)


def test_every_keuze_that_vragen_lists_is_accepted(world: World) -> None:
    for vraag in world.run("vragen", "--json").gegevens["vragen"]:
        for keuze in vraag["keuzes"]:
            world.start(f"{vraag['id']}={keuze['id']}")


def test_vragen_can_be_asked_for_one_fase(world: World) -> None:
    vragen = world.run("vragen", "--fase", "4", "--json").gegevens["vragen"]
    assert {vraag["fase"] for vraag in vragen} == {4}


def test_options_that_hold_everywhere_stand_before_or_after_the_command(world: World) -> None:
    assert world.run("--json", "fase", "1").stdout == world.run("fase", "1", "--json").stdout


def test_json_of_a_command_names_its_schema_and_the_command(zonnehoek: World) -> None:
    for args in (["status"], ["fase"], ["fase", "2"], ["fase", "2", "--alles"], ["stap", "g.1"], ["vragen"]):
        document = json.loads(zonnehoek.run(*args, "--json").stdout)
        assert document["schema"] == "routekaart/1"
        assert document["opdracht"] == args[0]


def test_an_error_as_json_is_a_document_on_stderr(world: World) -> None:
    outcome = world.run("status", "--json")
    error = json.loads(outcome.stderr)["fout"]
    assert (outcome.code, error["code"], error["soort"]) == (1, 1, "geen_project")
    assert "nog geen project" in error["melding"]
    assert not outcome.stdout


def test_the_project_is_found_from_a_folder_below(zonnehoek: World) -> None:
    deeper = zonnehoek.folder / "een" / "twee"
    deeper.mkdir(parents=True)
    assert "De Zonnehoek" in World(deeper).run("status").stdout


@pytest.mark.parametrize("how", ["vlag met bestand", "vlag met map", "variabele"])
def test_the_project_can_be_pointed_at(zonnehoek: World, tmp_path_factory: pytest.TempPathFactory, how: str) -> None:
    elsewhere = World(tmp_path_factory.mktemp("elders"))
    flag = [] if how == "variabele" else ["-p", str(zonnehoek.bestand if "bestand" in how else zonnehoek.folder)]
    if how == "variabele":
        elsewhere.variables["ROUTEKAART_PROJECT"] = str(zonnehoek.bestand)
    assert "De Zonnehoek" in elsewhere.run("status", *flag).stdout


def test_a_broken_project_is_named_with_its_place_and_left_alone(world: World) -> None:
    world.bestand.write_text("formaat: 1\nantwoorden:\n  wijk.naam:\n    waarde: De Weide: Noord\n", encoding="utf-8")
    before = world.bestand.read_bytes()
    outcome = world.run("start", "--geen-invoer", "--antwoord", "wijk.gemeente=Zwolle")
    assert outcome.code == 1
    assert "routekaart-project.yaml:4:" in outcome.stderr
    assert "dubbele punt" in outcome.stderr
    assert world.bestand.read_bytes() == before


@pytest.fixture
def wide(tmp_path_factory: pytest.TempPathFactory) -> World:
    """A world with a screen so wide that no sentence wraps in an awkward place."""
    return World(tmp_path_factory.mktemp("breed"), width=88)


@pytest.mark.parametrize("width", [40, 60, 80, 200])
def test_no_line_is_wider_than_the_screen_and_no_word_is_cut(zonnehoek: World, width: int) -> None:
    ample, smal = World(zonnehoek.folder, width=88), World(zonnehoek.folder, width=width)
    for args in ([], ["fase"], ["fase", "1"], ["fase", "3", "--alles"], ["fase", "g"], ["stap", "2.1"], ["status"]):
        out = smal.run(*args).stdout
        for line in out.split("\n"):  # only an address may be longer than the screen: then it stays whole
            assert len(line) <= width or line.strip().startswith("https://"), line
        words = {word for word in ample.run(*args).stdout.split() if word.strip("━")}
        assert words <= set(out.split())


def test_off_a_terminal_no_escape_byte_is_printed(zonnehoek: World) -> None:
    for args in (["fase", "2"], ["status"], ["stap", "2.1"], ["vragen"]):
        assert "\x1b" not in zonnehoek.run(*args).stdout


def test_on_a_terminal_colours_obey_no_color(zonnehoek: World) -> None:
    zonnehoek.terminal = True
    assert "\x1b[" in zonnehoek.run("fase", "2").stdout
    assert "\x1b" not in zonnehoek.run("fase", "2", "--geen-kleur").stdout
    zonnehoek.variables["NO_COLOR"] = "1"
    assert "\x1b" not in zonnehoek.run("fase", "2").stdout


def test_accessible_pages_are_sentences_without_boxes(zonnehoek: World) -> None:
    for args in (["fase", "2"], ["status"], ["stap", "2.1"]):
        out = zonnehoek.run(*args, "--toegankelijk").stdout
        assert not set(out) & set("━•✓●○–│┃┏")
    assert "2.4 Stel randvoorwaarden: nog niet begonnen." in zonnehoek.run("fase", "2", "--toegankelijk").stdout


def test_the_version_is_said_in_one_line(world: World) -> None:
    assert world.run("--versie").stdout == world.run("--version").stdout == "routekaart 0.1.0\n"
