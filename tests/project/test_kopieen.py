"""Copies that a shared folder makes: known by their name, offered to be merged, and put away."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from helpers.project_file import waarde, write
from helpers.terminal import CTRL_C, Terminal
from helpers.world import World

from routekaart_cli.project import kopieen, sidecar, store

NAMES = [
    "routekaart-project (conflicted copy 2026-11-24 200000).yaml",
    "routekaart-project (conflicterende kopie van Jan 2026-11-24).yaml",
    "routekaart-project (Jan's conflicted copy 2026-11-24).yaml",
    "routekaart-project_conflict-20261124-200000.yaml",
    "routekaart-project.sync-conflict-20261124-200000-ABCDEFG.yaml",
    "routekaart-project-LAPTOP-JAN.yaml",
    "routekaart-project-Jans-MacBook.yaml",
    "routekaart-project (1).yaml",
    "routekaart-project - kopie.yaml",
    "routekaart-project 2.yaml",
    "Kopie van routekaart-project.yaml",
    "Routekaart-project (conflicted copy).YAML",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_copy_of_a_shared_folder_is_known_by_its_name(world: World, name: str) -> None:
    write(world.bestand, wijk_naam="De Weide")
    kopie = write(world.folder / name, wijk_naam="Het Zand")
    assert kopieen.beside(world.bestand, store.load(world.bestand)) == [kopie]
    assert name in world.run("controleer", "--json").stdout


def test_copies_beside_a_linked_file_are_found_where_it_really_is(world: World, tmp_path: Path) -> None:
    shared = tmp_path / "gedeeld"
    shared.mkdir()
    kopie = write(shared / NAMES[0], wijk_naam="Het Zand")
    world.bestand.symlink_to(write(shared / "routekaart-project.yaml", wijk_naam="De Weide"))
    assert kopieen.beside(world.bestand, store.load(world.bestand)) == [kopie]


def test_a_copy_that_is_put_away_never_replaces_an_earlier_one(world: World) -> None:
    write(world.bestand, wijk_naam="De Weide")
    for name in ("Het Zand", "De Hoek"):
        sidecar.put_away(world.bestand, write(world.folder / NAMES[0], wijk_naam=name))
    put_aside = [waarde(path) for path in (world.folder / ".routekaart").glob("*conflicted*")]
    assert sorted(map(str, put_aside)) == ["De Hoek", "Het Zand"]


def test_of_the_copies_that_were_put_away_the_ten_newest_stay(world: World) -> None:
    world.start("wijk.naam=De Weide")
    folder = world.folder / ".routekaart"
    own = [folder / f"routekaart-project.copy.{name}.yaml" for name in ("sessie-1", "wijzigingen")]
    for file in (*own, folder / "routekaart-project.txt", folder / "ander (1).yaml"):
        file.write_bytes(world.bestand.read_bytes())
        os.utime(file, (1, 1))
    before = set(folder.iterdir())
    for number in range(10, 25):
        kopie = world.folder / f"routekaart-project (conflicted copy {number}).yaml"
        kopie.write_bytes(world.bestand.read_bytes())
        os.utime(kopie, (number, number))
    world.lines(":stop")
    left = {file.name for file in set(folder.iterdir()) - before if "conflicted" in file.name}
    assert left == {f"routekaart-project (conflicted copy {number}).yaml" for number in range(15, 25)}
    assert before <= set(folder.iterdir())


@pytest.mark.parametrize("name", ["routekaart-project.yaml", "routekaart-project-oud.yaml", "ander (1).yaml", "x.yaml"])
def test_other_files_are_left_alone(world: World, name: str) -> None:
    write(world.bestand, wijk_naam="De Weide")
    write(world.folder / name, wijk_naam="De Weide")
    (world.folder / NAMES[0]).mkdir()
    assert kopieen.beside(world.bestand, store.load(world.bestand)) == []


@pytest.mark.usefixtures("small_terminal")
@pytest.mark.parametrize("name", ["zomaar.yaml", "routekaart-project (1).yaml", "routekaart-project-OUD.yml"])
def test_a_copy_with_our_identity_is_known_whatever_it_is_called(world: World, name: str) -> None:
    world.start("wijk.naam=De Weide")
    kopie = world.folder / name
    kopie.write_bytes(world.bestand.read_bytes())
    assert kopieen.beside(world.bestand, store.load(world.bestand)) == [kopie]
    assert name not in world.run("controleer").stdout  # it says nothing else


def test_a_file_of_another_wijk_is_no_copy(world: World, tmp_path_factory: pytest.TempPathFactory) -> None:
    write(world.bestand, wijk_naam="De Weide", wijk_gemeente="Zwolle")
    write(world.folder / "routekaart-project-Merelbuurt.yaml", wijk_naam="Merelbuurt", wijk_gemeente="Raalte")
    assert kopieen.beside(world.bestand, store.load(world.bestand)) == []
    world.start("groep.naam=Warm")
    other = World(tmp_path_factory.mktemp("elders"))
    other.start("wijk.naam=De Weide")
    (world.folder / "routekaart-project (1).yaml").write_bytes(other.bestand.read_bytes())
    assert kopieen.beside(world.bestand, store.load(world.bestand)) == []


def test_what_a_shared_folder_left_is_taken_in_without_a_question_and_put_away(world: World) -> None:
    world.start("wijk.naam=De Weide")
    (world.folder / "laptop").mkdir()
    laptop = World(world.folder / "laptop")
    laptop.bestand.write_bytes(world.bestand.read_bytes())
    laptop.start("wijk.gemeente=Zwolle", "wijk.naam=Het Zand")
    world.start("wijk.woningen=350")
    kopie = world.folder / "routekaart-project.sync-conflict-20261124-200000-ABCDEFG.yaml"
    kopie.write_bytes(laptop.bestand.read_bytes())
    assert "Het Zand" in world.run("nakijken").stdout  # at once, before anything is saved
    world.lines(":stop")
    assert not kopie.exists()
    assert (waarde(world.bestand), waarde(world.bestand, "wijk.gemeente")) == ("Het Zand", "Zwolle")
    assert waarde(world.bestand, "wijk.woningen") == "350"


def test_a_copy_that_is_gone_before_it_can_be_put_away_stops_nobody(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.start("wijk.naam=De Weide")
    kopie = world.folder / NAMES[0]
    kopie.write_bytes(world.bestand.read_bytes())
    real = sidecar.put_away

    def gone(path: Path, copy: Path) -> Path:
        copy.unlink()
        return real(path, copy)

    monkeypatch.setattr(sidecar, "put_away", gone)
    assert world.lines(":stop").code == 0


def test_what_an_older_file_in_its_place_lacks_comes_back_into_it_from_what_lies_beside_it(world: World) -> None:
    world.start("wijk.naam=De Weide")
    older = world.bestand.read_bytes()
    world.start("wijk.naam=De Hoek")
    world.bestand.write_bytes(older)  # a shared folder had another file win, and left no copy
    world.lines(":stop")
    assert waarde(world.bestand) == "De Hoek"


def test_start_offers_to_merge_a_copy_and_leaves_it_where_it_is(world: World) -> None:
    write(world.bestand, wijk_naam="De Weide")
    kopie = write(world.folder / NAMES[0], wijk_naam="De Weide", wijk_gemeente="Zwolle")
    terminal = Terminal(world.folder, "start", height=60)
    terminal.until("samenvoegen?")
    terminal.type("j", "\r")
    terminal.until("Om te beginnen.")
    terminal.type(CTRL_C)
    terminal.end()
    assert waarde(world.bestand, "wijk.gemeente") == "Zwolle"
    assert kopie.exists()
    assert kopie.name not in world.run("controleer").stdout
    assert world.run("terugdraaien").code == 0
    assert waarde(world.bestand, "wijk.gemeente") is None


def test_enter_at_the_offer_loses_nothing(world: World) -> None:
    write(world.bestand, wijk_naam="De Weide")
    kopie = write(world.folder / NAMES[0], wijk_gemeente="Zwolle")
    before = world.bestand.read_bytes()
    terminal = Terminal(world.folder, "start", height=60)
    terminal.until("samenvoegen?")
    terminal.type("\r")
    terminal.until("Later samenvoegen kan met")
    terminal.until("In welke gemeente")
    terminal.type(CTRL_C)
    terminal.end()
    assert kopie.exists()
    assert world.bestand.read_bytes() == before
    assert kopie.name in world.run("controleer").stdout


# Who shares the folder can put anything in it


def test_no_link_in_our_folder_is_written_through(world: World, tmp_path_factory: pytest.TempPathFactory) -> None:
    world.start("wijk.naam=De Weide")
    target = tmp_path_factory.mktemp("elders") / "sleutels"
    target.write_text("geheim", encoding="utf-8")
    for file in (world.folder / ".routekaart").glob("*.yaml"):
        file.unlink()
        file.symlink_to(target)
    world.start("wijk.naam=Het Zand")
    world.lines("<", "De Hoek", ":stop")
    world.run("terugdraaien")
    assert target.read_text(encoding="utf-8") == "geheim"
    assert waarde(world.bestand) == "Het Zand"


def test_a_folder_that_is_a_link_is_not_used(world: World, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elders")
    (world.folder / ".routekaart").symlink_to(elsewhere)
    assert world.start("wijk.naam=De Weide").code == 0
    assert not list(elsewhere.iterdir())
    assert waarde(world.bestand) == "De Weide"


@pytest.mark.parametrize("name", ["weg.md", ".routekaart/plan.md"])
def test_export_writes_through_no_link_and_not_in_our_folder(world: World, name: str, tmp_path: Path) -> None:
    world.start("wijk.naam=De Weide")
    (world.folder / "weg.md").symlink_to(tmp_path / "elders.md")
    (world.folder / ".routekaart" / "plan.md").touch()
    assert world.run("export", name, "--overschrijf").code == 1
    assert not (tmp_path / "elders.md").exists()
    assert not (world.folder / ".routekaart" / "plan.md").read_bytes()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can make a file of somebody else")
def test_a_project_of_a_stranger_in_a_folder_above_is_taken_only_when_asked(world: World) -> None:
    world.start("wijk.naam=De Weide")
    before = world.bestand.read_bytes()
    os.chown(world.bestand, 1234, 1234)
    (world.folder / "hier").mkdir()
    below = World(world.folder / "hier")
    outcome = below.run("start", "--geen-invoer", "--antwoord", "groep.naam=Geheim")
    assert outcome.code == 1
    assert f"--project {world.bestand}" in " ".join(outcome.stderr.split())
    assert world.bestand.read_bytes() == before
    assert "Deze pagina staat hier zonder jullie antwoorden." in below.run("fase", "3").stderr
    assert below.run("start", "--geen-invoer", "-p", str(world.bestand), "--antwoord", "groep.naam=Warm").code == 0
