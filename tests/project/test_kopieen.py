"""Copies that a shared folder makes: known by their name, offered to be merged, and put away."""

from __future__ import annotations

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


@pytest.mark.parametrize("name", ["routekaart-project.yaml", "routekaart-project-oud.yaml", "ander (1).yaml", "x.yaml"])
def test_other_files_are_left_alone(world: World, name: str) -> None:
    write(world.bestand, wijk_naam="De Weide")
    write(world.folder / name, wijk_naam="De Weide")
    (world.folder / NAMES[0]).mkdir()
    assert kopieen.beside(world.bestand, store.load(world.bestand)) == []


@pytest.mark.usefixtures("small_terminal")
def test_start_offers_to_merge_a_copy_and_puts_it_away(world: World) -> None:
    write(world.bestand, wijk_naam="De Weide")
    kopie = write(world.folder / NAMES[0], wijk_naam="De Weide", wijk_gemeente="Zwolle")
    terminal = Terminal(world.folder, "start", height=60)
    terminal.until("samenvoegen?")
    terminal.type("j", "\r")
    terminal.until("De kopie is verplaatst naar .routekaart")
    terminal.until("In welke provincie")
    terminal.type(CTRL_C)
    terminal.end()
    assert waarde(world.bestand, "wijk.gemeente") == "Zwolle"
    assert not kopie.exists()
    assert (world.folder / ".routekaart" / kopie.name).exists()


@pytest.mark.usefixtures("small_terminal")
def test_whoever_says_no_keeps_the_copy_and_hears_how_to_merge_later(world: World) -> None:
    write(world.bestand, wijk_naam="De Weide")
    kopie = write(world.folder / NAMES[0], wijk_gemeente="Zwolle")
    terminal = Terminal(world.folder, "start", height=60)
    terminal.until("samenvoegen?")
    terminal.type("n", "\r")
    terminal.until("Later samenvoegen kan met")
    terminal.until("In welke gemeente")
    terminal.type(CTRL_C)
    terminal.end()
    assert kopie.exists()
