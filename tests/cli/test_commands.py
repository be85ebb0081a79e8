"""The commands as a person or a script meets them: what they print, where, and how they end."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from helpers.world import World

import routekaart_cli


def test_alone_without_a_project_it_says_what_it_is_and_shows_the_fasen(small_world: World) -> None:
    outcome = small_world.run()
    assert outcome.code == 0
    for name in ("Naar een proefwijk", "1 Beginnen", "2 Doen", "routekaart start"):
        assert name in outcome.stdout


def test_alone_with_a_project_it_says_where_the_group_is(zonnehoek: World) -> None:
    assert zonnehoek.run().stdout == zonnehoek.run("status").stdout
    assert "De Zonnehoek (verzonnen), Voorbeeldstad" in zonnehoek.run().stdout


def test_status_begins_with_the_date_that_passed_and_says_why(small: World) -> None:
    acties = small.run("status", "--json").gegevens["acties"]
    assert acties[0]["nummer"] == "1.2"
    assert acties[0]["reden"] == "datum-voorbij"
    assert "De datum 1 november 2026 is voorbij." in small.run("status").stdout


def test_status_without_a_project_says_how_to_begin(world: World) -> None:
    outcome = world.run("status")
    assert outcome.code == 1
    assert "Begin met: routekaart start." in outcome.stderr
    assert not outcome.stdout


@pytest.mark.parametrize("name", ["1", "beginnen", "Begi", "fase 1"])
def test_a_fase_is_found_by_number_and_name(small_world: World, name: str) -> None:
    assert small_world.run("fase", name).stdout.startswith("Fase 1 van 2: Beginnen\n")


def test_a_fase_shows_the_main_tips_and_with_alles_everything(small_world: World) -> None:
    short, everything = small_world.run("fase", "1").stdout, small_world.run("fase", "1", "--alles").stdout
    assert "Praat met je buren" in short
    assert "Vraag jongeren" not in short
    assert "Vraag jongeren" in everything
    assert "Een straatfeest" in short
    assert "veertig buren" in everything
    assert "veertig buren" not in short


def test_a_fase_shows_how_each_stap_is_doing_when_there_is_a_project(small: World) -> None:
    out = "".join(small.run("fase", number).stdout for number in ("1", "2", "g"))
    assert "✓ 1.1 Zoek een groep · klaar" in out
    assert "● 1.2 Kies een doel · bezig, de datum 1 november 2026 is voorbij" in out
    assert "● 2.1 Regel geld · bezig, Kees, moet klaar zijn op 31 januari 2027" in out
    assert "○ g.1 Zoek de ambtenaar · nog niet begonnen" in out


def test_an_unknown_fase_is_refused_with_the_names_there_are(world: World) -> None:
    outcome = world.run("fase", "verdipen")
    assert outcome.code == 2
    assert "Bedoel je 'verdiepen'?" in outcome.stderr


@pytest.mark.parametrize("name", ["2.1", "doen.geld", "geld"])
def test_a_stap_is_found_by_number_and_id(small_world: World, name: str) -> None:
    assert small_world.run("stap", name).stdout.startswith("2.1 Regel geld\n")


def test_a_stap_is_changed_with_options(small: World) -> None:
    outcome = small.run(
        "stap",
        "2.2",
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
        "bezig", "Kees", "2027-03-31 eind maart 2027", "Rustig aan",
    )  # fmt: skip
    assert "Stap 2.2, Vier feest, is bijgewerkt." in outcome.stderr


@pytest.mark.parametrize(
    ("typed", "status"), [("begonnen", "bezig"), ("af", "klaar"), ("Gedaan", "klaar"), ("nvt", "past-niet")]
)
def test_a_stap_that_is_changed_says_just_that_in_the_words_people_use(small: World, typed: str, status: str) -> None:
    outcome = small.run("stap", "2.2", "--status", typed, "--wanneer", "eind maart")
    assert not outcome.stdout
    assert len(outcome.stderr.splitlines()) <= 3
    assert "Stap 2.2, Vier feest, is bijgewerkt. Status: " in outcome.stderr
    assert small.run("stap", "2.2", "--json").gegevens["status"] == status


def test_a_planned_stap_keeps_who_and_when_before_it_begins(small: World) -> None:
    small.run("stap", "g.1", "--wie", "Ravi", "--datum", "1-1-2026")
    stap = small.run("stap", "g.1", "--json").gegevens
    assert (stap["status"], stap["wie"], stap["datum_voorbij"]) == ("niet-begonnen", "Ravi", True)


def test_a_wrong_value_for_a_stap_changes_nothing(small: World) -> None:
    before = small.bestand.read_bytes()
    outcome = small.run("stap", "2.2", "--wie", "Kees", "--status", "klar")
    assert outcome.code == 2
    assert "Bedoel je 'klaar'?" in outcome.stderr
    assert small.bestand.read_bytes() == before


def test_changing_a_stap_needs_a_project(world: World) -> None:
    assert world.run("stap", "1.1", "--status", "bezig").code == 1
    assert not world.bestand.exists()


def test_vragen_lists_all_that_start_accepts(world: World) -> None:
    vragen = world.run("vragen", "--json").gegevens["vragen"]
    velden = {"id", "vraag", "soort", "keuzes", "als", "verplicht", "delen", "fase", "stap"}
    assert all(velden <= vraag.keys() for vraag in vragen)
    assert {vraag["fase"] for vraag in vragen} == {None, *(fase.nummer or fase.id for fase in world.inhoud.all_fasen)}
    world.start(*(f"{vraag['id']}=weet ik nog niet" for vraag in vragen))
    assert world.bestand.read_text(encoding="utf-8").count("open: weet-ik-nog-niet") == len(vragen)


def test_every_keuze_that_vragen_lists_is_accepted(world: World) -> None:
    keuzes = {v["id"]: [keuze["id"] for keuze in v["keuzes"]] for v in world.run("vragen", "--json").gegevens["vragen"]}
    for spot in range(max(map(len, keuzes.values()))):
        world.start(*(f"{vraag_id}={ids[spot]}" for vraag_id, ids in keuzes.items() if spot < len(ids)))


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


def test_accessible_pages_are_sentences_without_boxes(small: World) -> None:
    for args in (["fase", "2"], ["status"], ["stap", "2.1"]):
        out = small.run(*args, "--toegankelijk").stdout
        assert not set(out) & set("━•✓●○–│┃┏")
    assert "1.1 Zoek een groep: klaar." in small.run("fase", "1", "--toegankelijk").stdout


def test_the_version_says_which_program_texts_and_python_these_are_and_where(world: World) -> None:
    program, texts, python = world.run("--versie").stdout.splitlines()
    assert world.run("--version").stdout == world.run("-v").stdout == world.run("--versie").stdout
    assert program == f"routekaart {routekaart_cli.VERSIE}, in {Path(routekaart_cli.__file__).parent}"
    assert texts == f"Teksten van {world.inhoud.routekaart.bron.peildatum}, in {world.inhoud.folder}"
    assert python.endswith(f", in {sys.executable}")


@pytest.mark.parametrize(
    ("word", "meant"),
    [("pdf", "export"), ("print", "export"), ("plan", "export"), ("undo", "terugdraaien"), ("Terug", "terugdraaien"),
     ("af", "stap"), ("woorden", "begrippen"), ("stat", "status")],
)  # fmt: skip
def test_a_word_that_people_try_leads_to_the_command_that_does_it(world: World, word: str, meant: str) -> None:
    outcome = world.run(word)
    assert outcome.code == 2
    assert f"Bedoel je '{meant}'?" in outcome.stderr
