"""What is kept beside the project file: a copy of each of the last sessions, that comes back when it is wanted."""

from __future__ import annotations

import os
import shutil
import stat
from pathlib import Path

import pytest
from helpers.project_file import beside, waarde, write
from helpers.terminal import Terminal
from helpers.world import World

from routekaart_cli.gesprek import restoring
from routekaart_cli.project import sidecar


def test_the_last_state_of_each_of_ten_evenings_is_kept(world: World) -> None:
    for evening in range(14):
        world.lines("<", f"avond {evening}", ":stop") if evening else world.lines("avond 0", ":stop")
        world.run("start", "--geen-invoer", "--antwoord", f"wijk.naam=laat op avond {evening}")
    numbers = [kopie.nummer for kopie in sidecar.kopieen(world.bestand)]
    assert numbers == list(range(14, 4, -1))
    assert [waarde(kopie.path) for kopie in sidecar.kopieen(world.bestand)] == [
        f"laat op avond {evening}" for evening in range(13, 3, -1)
    ]


def test_what_was_edited_by_hand_is_kept_before_it_is_changed(world: World) -> None:
    world.start("wijk.naam=De Weide")
    write(world.bestand, wijk_naam="met de hand")
    world.start("wijk.naam=Het Zand")
    assert [waarde(kopie.path) for kopie in sidecar.kopieen(world.bestand)] == ["Het Zand", "met de hand", "De Weide"]


def test_copies_are_for_their_owner_only(world: World) -> None:
    world.start("wijk.naam=De Weide")
    assert stat.S_IMODE(sidecar.kopieen(world.bestand)[0].path.stat().st_mode) == 0o600


def test_a_session_comes_back_after_showing_what_differs_and_can_be_undone(world: World) -> None:
    world.lines("De Weide", ":stop")
    world.lines("<", "Het Zand", ":stop")
    lijst = world.run("terugdraaien", "--sessie").stdout
    assert "2. maandag 23 november 2026 om 20:00" in lijst
    assert "1 antwoord, zoals het nu is" in lijst
    assert "1 antwoord, 1 anders dan nu" in lijst
    outcome = world.run("terugdraaien", "--sessie", "1")
    assert "Nu: Het Zand\n  Dan: De Weide" in outcome.stdout
    assert waarde(world.bestand) == "De Weide"
    world.run("terugdraaien")
    assert waarde(world.bestand) == "Het Zand"


def test_a_person_is_asked_before_a_session_comes_back(world: World) -> None:
    world.lines("De Weide", ":stop")
    world.lines("<", "Het Zand", ":stop")
    for typed, after in (("nee\n", "Het Zand"), (":stop\n", "Het Zand"), ("", "Het Zand"), ("?\nja\n", "De Weide")):
        outcome = world.run("terugdraaien", "--sessie", "1", "--toegankelijk", source=typed)
        assert outcome.code == 0
        assert waarde(world.bestand) == after


def test_a_session_comes_back_in_place_of_a_file_that_cannot_be_read_and_that_is_kept(world: World) -> None:
    world.lines("De Weide", ":stop")
    world.bestand.write_bytes(b"\x00kapot")
    outcome = world.run("status")
    assert outcome.code == 1
    assert "is nog heel. Die zet je terug met: routekaart terugdraaien --sessie 1" in " ".join(outcome.stderr.split())
    assert world.run("terugdraaien", "--sessie", "1").code == 0
    assert waarde(world.bestand) == "De Weide"
    assert beside(world.bestand, "onleesbaar").read_bytes() == b"\x00kapot"


@pytest.mark.parametrize(
    ("args", "code", "message"),
    [
        (("--sessie", "7"), 2, "Kopie 7 is er niet."),
        (("--sessie", "1"), 1, "Kopie 1 is zoals het nu is."),
        (("3",), 2, "Kopie 3 terugzetten? Typ: routekaart terugdraaien --sessie 3"),
        (("--sessie", "een"), 2, "Kopie een is er niet."),
    ],
)
def test_a_session_that_cannot_come_back_says_why(world: World, args: tuple[str, ...], code: int, message: str) -> None:
    world.start("wijk.naam=De Weide")
    outcome = world.run("terugdraaien", *args)
    assert outcome.code == code
    assert message in outcome.stderr


def test_a_copy_that_cannot_be_read_is_passed_over_and_said(world: World) -> None:
    world.lines("De Weide", ":stop")
    world.lines("<", "Het Zand", ":stop")
    sidecar.kopieen(world.bestand)[0].path.write_bytes(b"\x00")
    assert "2. niet te lezen" in world.run("terugdraaien", "--sessie").stdout
    assert "Kopie 2 is niet te lezen." in world.run("terugdraaien", "--sessie", "2").stderr
    world.bestand.write_bytes(b"\x00")
    assert "terugdraaien --sessie 1" in " ".join(world.run("status").stderr.split())


@pytest.mark.usefixtures("small_terminal")
def test_a_file_broken_while_we_work_costs_no_answer(world: World) -> None:
    world.start("wijk.naam=De Weide")
    terminal = Terminal(world.folder, "start", "--toegankelijk", height=60)
    terminal.until("In welke gemeente")
    world.bestand.write_bytes(b"\x00kapot")
    terminal.type("Zwolle\r")
    terminal.until("Nog een keer proberen?")
    terminal.type("n\r")
    terminal.until("terugdraaien --sessie")
    assert terminal.end() == 1
    assert world.bestand.read_bytes() == b"\x00kapot"
    assert waarde(sidecar.kopieen(world.bestand)[0].path, "wijk.gemeente") == "Zwolle"


def test_what_another_window_kept_while_the_question_stood_there_stays(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.lines("De Weide", ":stop")
    world.lines("<", "Het Zand", ":stop")

    def ja(*_: object) -> bool:
        world.start("wijk.gemeente=Zwolle")
        return True

    monkeypatch.setattr(restoring, "confirmed", ja)
    assert world.run("terugdraaien", "--sessie", "1", "--toegankelijk").code == 0
    assert (waarde(world.bestand), waarde(world.bestand, "wijk.gemeente")) == ("De Weide", "Zwolle")


def test_putting_a_copy_in_place_of_an_unreadable_file_offers_no_undo_of_something_else(world: World) -> None:
    world.lines("De Weide", ":stop")
    world.bestand.write_bytes(b"\x00kapot")
    outcome = world.run("terugdraaien", "--sessie", "1")
    said = " ".join(outcome.stderr.split())
    assert "In kopie 1 staat 1 antwoord. Het bestand zelf is niet te lezen." in said
    assert f"Het onleesbare bestand is bewaard als .routekaart/{beside(world.bestand, 'onleesbaar').name}." in said
    assert "Ongedaan maken" not in said


def test_something_else_in_place_of_a_copy_holds_nobody_up(world: World) -> None:
    world.start("wijk.naam=De Weide")
    os.mkfifo(world.folder / ".routekaart" / "routekaart-project.sessie-400.yaml")
    (world.folder / ".routekaart" / f"routekaart-project.sessie-{'9' * 40}.yaml").touch()
    world.start("wijk.naam=Het Zand")
    assert waarde(sidecar.kopieen(world.bestand)[0].path) == "Het Zand"


def test_whoever_shares_the_folder_shares_what_is_beside_the_file(world: World) -> None:
    world.folder.chmod(0o2770)
    world.bestand.touch()
    world.bestand.chmod(0o660)
    world.bestand.write_text("formaat: 1\n", encoding="utf-8")
    world.start("wijk.naam=De Weide")
    beside_it = world.folder / ".routekaart"
    assert stat.S_IMODE(beside_it.stat().st_mode) & 0o770 == 0o770
    both = [beside(world.bestand, name) for name in ("sessie-1", "wijzigingen")]
    for file in (*both, beside_it / "routekaart-project.slot"):
        assert stat.S_IMODE(file.stat().st_mode) == 0o660


def test_a_folder_beside_the_file_that_is_not_ours_costs_no_answer(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.start("wijk.naam=De Weide")
    real = os.stat

    def weigert(path: object, *args: object, **names: object) -> object:
        if ".routekaart/" in str(path):
            raise PermissionError(13, "Permission denied")
        return real(path, *args, **names)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "stat", weigert)
    outcome = world.lines("Zwolle", ":stop")
    assert outcome.code == 0
    assert waarde(world.bestand, "wijk.gemeente") == "Zwolle"


def test_a_folder_that_was_moved_keeps_its_evenings_and_the_way_back(tmp_path: Path) -> None:
    old, new = tmp_path / "oud", tmp_path / "nieuw"
    old.mkdir()
    World(old).start("wijk.naam=De Weide")
    World(old).start("wijk.naam=Het Zand")
    old.rename(new)
    assert World(new).run("terugdraaien").code == 0
    assert waarde(World(new).bestand) == "De Weide"


def test_what_a_computer_writes_once_its_own_copy_is_gone_is_taken_for_nothing_older(world: World) -> None:
    world.start("wijk.naam=De Weide")
    older = world.bestand.read_bytes()
    world.start("wijk.gemeente=Zwolle")
    newer = world.folder / "van-de-stick.txt"
    newer.write_bytes(world.bestand.read_bytes())
    world.bestand.write_bytes(older)
    shutil.rmtree(world.folder / ".routekaart")
    world.start("wijk.naam=De Hoek")  # would be the second write of this name, as Zwolle was
    assert world.run("samenvoegen", newer.name).code == 0
    assert (waarde(world.bestand), waarde(world.bestand, "wijk.gemeente")) == ("De Hoek", "Zwolle")
