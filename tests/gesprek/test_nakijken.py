"""`nakijken`: every answer as a short statement, changed by number or id, and nothing else asked."""

from __future__ import annotations

from helpers.world import Outcome, World

from routekaart_cli.project import store


def review(world: World, *lines: str, vraag: str = "") -> Outcome:
    vragen = [vraag] if vraag else []
    return world.run("nakijken", *vragen, "--toegankelijk", source="".join(f"{line}\n" for line in lines))


def test_answers_stand_by_part_as_short_statements(small: World) -> None:
    out = small.run("nakijken").stdout
    assert "\nOm te beginnen\n1. Wijk · De Zonnehoek\n" in out
    assert "\n2.2 Vier feest\n" in out
    assert "Aantal woningen · 320" in out


def test_what_has_no_answer_is_said(small_world: World) -> None:
    small_world.start("wijk.naam=De Weide")
    assert "2. Gemeente · Nog niet ingevuld" in small_world.run("nakijken").stdout


def test_a_number_changes_that_answer_and_the_list_comes_back(small: World) -> None:
    outcome = review(small, "5", "ongeveer 400", "")
    assert outcome.code == 0
    assert store.load(small.bestand).antwoorden["wijk.woningen"].waarde == "400"
    assert "5. Aantal woningen: 320." in outcome.stderr
    assert "5. Aantal woningen: 400." in outcome.stderr


def test_only_what_the_change_newly_needs_is_asked(small_world: World) -> None:
    small_world.start("wijk.naam=De Weide", "stand.er-ligt=niets")
    said = review(small_world, "2", "1-3-2026", "te veel", vraag="stand.er-ligt").stderr
    assert said.count("\n> ") == 2
    assert store.load(small_world.bestand).antwoorden["groep.sinds"].waarde == "2026-03-01"


def test_enter_changes_nothing_and_ends(zonnehoek: World) -> None:
    before = zonnehoek.bestand.read_bytes()
    assert "Alles is bewaard in routekaart-project.yaml." in review(zonnehoek, "999", "2", "", "").stderr
    assert zonnehoek.bestand.read_bytes() == before


def test_an_unknown_id_offers_the_nearest(zonnehoek: World) -> None:
    outcome = review(zonnehoek, vraag="wijk.nam")
    assert outcome.code == 2
    assert "Bedoel je 'wijk.naam'?" in outcome.stderr


def test_without_a_terminal_the_list_is_printed_and_one_vraag_needs_input(zonnehoek: World) -> None:
    assert zonnehoek.run("nakijken").code == 0
    assert zonnehoek.run("nakijken", "wijk.naam").code == 4


def test_the_list_as_json_names_what_is_parked(small_world: World) -> None:
    small_world.start("wijk.naam=De Weide", "stand.er-ligt=niets", "groep.sinds=1-3-2026")
    data = small_world.run("nakijken", "--json").gegevens
    assert data["delen"][0]["antwoorden"]["wijk.naam"] == {"stand": "gegeven", "waarde": "De Weide"}
    assert data["geparkeerd"] == ["groep.sinds"]


def test_the_list_takes_a_number_or_an_id_and_nothing_typed_by_mistake_leaves_it(zonnehoek: World) -> None:
    said = review(zonnehoek, ":oneens", ":wis", "weet ik nog niet", "wijk.namm", "wijk.naam", "De Weide", "").stderr
    assert said.count("Dat kan niet bij deze vraag.") == 3
    assert "Bedoel je 'wijk.naam'?" in " ".join(said.split())
    assert "Typ een nummer om iets te veranderen. Druk alleen op Enter als jullie klaar zijn." in said
    assert store.load(zonnehoek.bestand).antwoorden["wijk.naam"].waarde == "De Weide"
