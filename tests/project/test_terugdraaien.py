"""`terugdraaien`: what was changed last goes back, is shown, and can come again; it never costs an answer."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from helpers.project_file import beside, window
from helpers.world import World
from hypothesis import given
from hypothesis import strategies as st

from routekaart_cli.domain.antwoorden import Antwoord, Geschiedenis, Project, Stand
from routekaart_cli.inhoud import find
from routekaart_cli.inhoud.folder import Inhoud
from routekaart_cli.project import store, wijzigingen


def antwoorden(world: World) -> dict[str, tuple[Stand, object]]:
    """Return what the project file says, whenever it was said."""
    return {name: (a.stand, a.waarde) for name, a in store.load(world.bestand).antwoorden.items()}


def test_the_last_change_goes_back_and_shows_before_and_after(world: World) -> None:
    world.start("wijk.naam=De Weide")
    world.start("wijk.naam=De Wei")
    outcome = world.run("terugdraaien")
    assert outcome.code == 0
    assert "Er stond: De Wei\n" in outcome.stdout
    assert "Nu staat er: De Weide\n" in outcome.stdout
    assert "maandag 23 november 2026 om 20:00" in outcome.stdout
    assert antwoorden(world) == {"wijk.naam": (Stand.GEGEVEN, "De Weide")}


def test_a_first_answer_goes_back_to_nothing(world: World) -> None:
    world.start("wijk.naam=De Weide")
    assert "Nu staat er: Nog niet ingevuld" in world.run("terugdraaien").stdout
    assert antwoorden(world) == {}


def test_a_cleared_answer_comes_back(world: World) -> None:
    world.start("wijk.naam=De Weide")
    world.run("nakijken", "wijk.naam", "--toegankelijk", source=":wis\n:stop\n")
    assert antwoorden(world) == {}
    world.run("terugdraaien")
    assert antwoorden(world) == {"wijk.naam": (Stand.GEGEVEN, "De Weide")}


def test_twenty_changes_go_back_and_the_one_before_them_stays(world: World) -> None:
    for number in range(wijzigingen.LEVELS + 2):
        world.start(f"wijk.woningen={number}")
    assert len(world.run("terugdraaien", "--lijst", "--json").gegevens["wijzigingen"]) == wijzigingen.LEVELS
    for number in range(wijzigingen.LEVELS, 0, -1):
        assert world.run("terugdraaien").code == 0
        assert antwoorden(world) == {"wijk.woningen": (Stand.GEGEVEN, str(number))}
    outcome = world.run("terugdraaien")
    assert outcome.code == 1
    assert (
        outcome.stderr
        == "Er is niets om terug te draaien.\nEen antwoord veranderen kan altijd met: routekaart nakijken\n"
    )


def test_a_very_long_list_keeps_fewer_changes_so_that_answers_stay_fast() -> None:
    people_typed = tuple({"naam": f"Bewoner {n}", "telefoon": "06-12345678"} for n in range(500))
    geschiedenis = Geschiedenis()
    for n in range(1, 30):
        old, new = ({"v": Antwoord(Stand.GEGEVEN, people_typed[:until])} for until in (500 - n, 500 - n + 1))
        geschiedenis = wijzigingen.add(geschiedenis, wijzigingen.difference(old, new, ""))
    assert 1 <= len(geschiedenis.gedaan) < 10


def test_answers_given_together_go_back_together(world: World) -> None:
    world.start("wijk.naam=De Weide", "wijk.gemeente=Zwolle", "wijk.woningen=350")
    world.run("terugdraaien")
    assert antwoorden(world) == {}


def test_a_change_of_a_stap_names_its_number(world: World) -> None:
    world.start("wijk.naam=De Weide")
    world.run("stap", "1.1", "--status", "bezig", "--wie", "Fatima")
    out = world.run("terugdraaien", "--lijst").stdout
    assert "1. maandag 23 november 2026 om 20:00" in out
    assert "Stap 1.1, Wie. Eerst: Nog niet ingevuld. Daarna: Fatima." in out


def test_what_went_back_can_come_again_until_something_else_changes(world: World) -> None:
    world.start("wijk.naam=De Weide")
    world.start("wijk.naam=De Wei")
    world.run("terugdraaien")
    assert world.run("terugdraaien", "--opnieuw").code == 0
    assert antwoorden(world) == {"wijk.naam": (Stand.GEGEVEN, "De Wei")}
    world.run("terugdraaien")
    world.start("wijk.gemeente=Zwolle")
    outcome = world.run("terugdraaien", "--opnieuw")
    assert outcome.code == 1
    assert outcome.stderr.startswith("Er is niets teruggedraaid")


def test_what_was_changed_by_hand_since_then_stays(world: World) -> None:
    world.start("wijk.naam=De Weide")
    world.start("wijk.naam=De Wei")
    text = world.bestand.read_text(encoding="utf-8")
    world.bestand.write_text(text.replace("De Wei", "Met de hand"), encoding="utf-8")
    outcome = world.run("terugdraaien")
    assert outcome.code == 1
    assert "Wijk: dit is intussen veranderd, en blijft zoals het is." in outcome.stderr
    assert antwoorden(world) == {"wijk.naam": (Stand.GEGEVEN, "Met de hand")}


def test_of_a_lijst_only_the_rows_of_the_change_go_back(world: World) -> None:
    world.start("groep.mensen=Kees")
    world.start("groep.mensen=Kees|Jan")
    text = world.bestand.read_text(encoding="utf-8")
    world.bestand.write_text(text.replace("naam: Kees", "naam: Cees"), encoding="utf-8")
    world.run("terugdraaien")
    assert antwoorden(world)["groep.mensen"] == (Stand.GEGEVEN, ({"naam": "Cees"},))


def test_a_change_that_was_noted_but_never_saved_is_passed_over(world: World) -> None:
    world.start("wijk.naam=De Weide")
    world.start("wijk.naam=De Wei")
    saved = {file: file.read_bytes() for file in (world.bestand, beside(world.bestand, "sessie-1"))}
    world.start("wijk.naam=Nooit bewaard")
    for file, data in saved.items():
        file.write_bytes(data)
    assert "Er stond: De Wei\n" in world.run("terugdraaien").stdout
    assert antwoorden(world) == {"wijk.naam": (Stand.GEGEVEN, "De Weide")}


@pytest.mark.parametrize("inhoud", [b"gedaan: [", b"\x00", b"niets: hier\n", b""], ids=repr)
def test_an_unreadable_list_of_changes_never_stands_in_the_way_of_an_answer(world: World, inhoud: bytes) -> None:
    world.start("wijk.naam=De Weide")
    lijst = beside(world.bestand, "wijzigingen")
    lijst.write_bytes(inhoud)
    outcome = world.run("terugdraaien")
    assert outcome.code == 1
    assert "wijzigingen.yaml" in outcome.stderr
    world.start("wijk.gemeente=Zwolle")
    assert len(antwoorden(world)) == 2
    assert world.run("terugdraaien").code == 0


def test_a_folder_that_cannot_be_made_never_stands_in_the_way_of_an_answer(world: World) -> None:
    (world.folder / ".routekaart").write_text("iets anders", encoding="utf-8")
    world.start("wijk.naam=De Weide")
    assert len(antwoorden(world)) == 1
    assert world.run("terugdraaien").code == 1


def test_the_list_is_for_its_owner_only_and_for_no_repository(world: World) -> None:
    world.start("wijk.naam=De Weide")
    folder = world.folder / ".routekaart"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(beside(world.bestand, "wijzigingen").stat().st_mode) == 0o600
    assert (folder / ".gitignore").read_text(encoding="utf-8") == "*\n"


def test_each_project_file_in_a_folder_has_changes_of_its_own(world: World) -> None:
    world.start("wijk.naam=De Weide")
    world.run("start", "--geen-invoer", "-p", "ander.yaml", "--antwoord", "wijk.naam=Het Zand")
    assert "Er stond: De Weide" in world.run("terugdraaien").stdout
    assert "Er stond: Het Zand" in world.run("terugdraaien", "-p", "ander.yaml").stdout


def test_changes_of_two_windows_both_go_back(world: World, inhoud: Inhoud) -> None:
    world.start("wijk.naam=De Weide")
    windows = [window(world.folder) for _ in range(2)]
    vragen = [find.vraag(inhoud, vraag_id) for vraag_id in ("wijk.woningen", "groep.naam")]
    for waarde in ("1", "2"):
        for werk, vraag in zip(windows, vragen, strict=True):
            werk.answer(vraag, Antwoord(Stand.GEGEVEN, waarde))
    for vraag in reversed(vragen):
        assert antwoorden(world)[vraag.id] == (Stand.GEGEVEN, "2")
        assert world.run("terugdraaien").code == 0
        assert antwoorden(world)[vraag.id] == (Stand.GEGEVEN, "1")


def test_a_question_that_is_gone_goes_by_its_id(world: World) -> None:
    world.start("wijk.naam=De Weide")
    for file in (world.bestand, *(beside(world.bestand, name) for name in ("wijzigingen", "sessie-1"))):
        file.write_text(file.read_text(encoding="utf-8").replace("wijk.naam", "oud.weg"), encoding="utf-8")
    assert "oud.weg" in world.run("terugdraaien").stdout


def test_without_a_project_it_says_how_to_begin(tmp_path: Path) -> None:
    outcome = World(tmp_path).run("terugdraaien")
    assert outcome.code == 1
    assert "routekaart start" in outcome.stderr


WAARDEN = st.dictionaries(st.sampled_from("abcd"), st.sampled_from("123"), max_size=4)


@given(states=st.lists(WAARDEN, min_size=1, max_size=30), stappen=st.lists(st.booleans(), max_size=40))
def test_back_and_again_walk_over_the_same_states(states: list[dict[str, str]], stappen: list[bool]) -> None:
    """Whatever was changed: n times back and n times again is where one was, and every state in between was one."""
    project, geschiedenis, seen = Project(), Geschiedenis(), [dict[str, str]()]
    for waarden in states:
        new = project._replace(antwoorden={name: Antwoord(Stand.GEGEVEN, w) for name, w in waarden.items()})
        wijziging = wijzigingen.difference(project.antwoorden, new.antwoorden, "toen")
        if wijziging.oud:
            geschiedenis, project = wijzigingen.add(geschiedenis, wijziging), new
            seen.append(waarden)
    spot = len(seen) - 1
    lowest = max(0, spot - wijzigingen.LEVELS)
    for back in stappen:
        stap = wijzigingen.turn_back if back else wijzigingen.make_again
        turned = stap(project.antwoorden, geschiedenis)
        geschiedenis, after = turned.geschiedenis, {**project.antwoorden, **turned.antwoorden}
        project = Project({name: antwoord for name, antwoord in after.items() if antwoord})
        spot = max(lowest, spot - 1) if back else min(len(seen) - 1, spot + 1)
        assert {name: a.waarde for name, a in project.antwoorden.items()} == seen[spot]


def test_the_list_and_again_do_not_go_together(world: World) -> None:
    assert world.run("terugdraaien", "--lijst", "--opnieuw").code == 2
