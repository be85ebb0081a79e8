"""`vergeet`: somebody is taken out everywhere, also on another laptop; `kopie`: a copy that comes back whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.project_file import waarde
from helpers.world import World

from routekaart_cli.project import store


def texts(folder: Path) -> str:
    """Return all that stands in the files of *folder* and the folders in it."""
    return "".join(file.read_text(encoding="utf-8") for file in folder.rglob("*.yaml"))


def test_a_person_is_gone_from_answers_rows_opinions_copies_and_the_way_back(zonnehoek: World) -> None:
    zonnehoek.start("groep.doel=Kees Brouwer wil dat KEES BROUWER en kees brouwers tuin blijven")
    zonnehoek.run("stap", "1.1", "--wie", "Kees Brouwer")
    (zonnehoek.folder / ".routekaart" / "routekaart-project (1).yaml").write_bytes(zonnehoek.bestand.read_bytes())
    assert "Kees Brouwer" in texts(zonnehoek.folder / ".routekaart")
    outcome = zonnehoek.run("vergeet", "kees", "Brouwer", "--geen-invoer")
    assert outcome.code == 0
    assert "Stap 1.1, Wie\n  Nu: Kees Brouwer\n  Dan: Nog niet ingevuld" in outcome.stdout
    assert "'kees' staat nog in" in " ".join(outcome.stderr.split())
    assert "kees brouwer" not in texts(zonnehoek.folder).lower().replace("kees brouwers", "")
    assert waarde(zonnehoek.bestand, "groep.doel") == (
        "(naam weggehaald) wil dat (naam weggehaald) en kees brouwers tuin blijven"
    )
    assert all("Kees" not in str(row) for row in store.load(zonnehoek.bestand).antwoorden["groep.mensen"].waarde)
    assert zonnehoek.run("terugdraaien").code == 1


def test_another_laptop_that_sees_the_mark_drops_what_it_kept_and_loses_no_answer(
    world: World, tmp_path_factory: pytest.TempPathFactory
) -> None:
    world.start("groep.woordvoerder=Kees", "groep.naam=Warm")
    other = World(tmp_path_factory.mktemp("laptop"))
    other.bestand.write_bytes(world.bestand.read_bytes())
    other.start("wijk.gemeente=Zwolle")
    unseen = other.bestand.read_bytes()
    assert world.run("vergeet", "Kees", "--geen-invoer").code == 0
    other.bestand.write_bytes(world.bestand.read_bytes())  # a shared folder puts it there
    other.run("stap", "1.1", "--notitie", "koffie")
    assert "Kees" not in texts(other.folder)
    assert waarde(other.bestand, "wijk.gemeente") == "Zwolle"
    other.run("terugdraaien")
    assert "Kees" not in texts(other.folder)
    (other.folder / "oud.txt").write_bytes(unseen)
    assert other.run("samenvoegen", "oud.txt").code == 0
    assert "Kees" not in texts(other.folder)


def test_what_is_kept_of_another_project_in_the_folder_stays(world: World) -> None:
    for name in ("zand.yaml", "zand-2.yaml", "zand.oud.yaml"):
        world.run("start", "--geen-invoer", "-p", name, "--antwoord", "groep.woordvoerder=Kees")
        world.run("start", "--geen-invoer", "-p", name, "--antwoord", "groep.naam=Warm")
    assert world.run("vergeet", "Kees", "--geen-invoer", "-p", "zand.yaml").code == 0
    for name in ("zand-2.yaml", "zand.oud.yaml"):
        assert world.run("terugdraaien", "-p", name).code == 0
        assert waarde(world.folder / name, "groep.naam") is None


def test_a_person_says_so_before_somebody_is_forgotten(world: World) -> None:
    world.start("groep.woordvoerder=Kees")
    for typed, left in (("nee\n", "Kees"), ("\n", "Kees"), (":stop\n", "Kees"), ("ja\n", None)):
        assert world.run("vergeet", "Kees", "--toegankelijk", source=typed).code == 0
        assert waarde(world.bestand, "groep.woordvoerder") == left


def test_a_name_that_is_nowhere_is_said(world: World) -> None:
    world.start("groep.naam=Warm")
    outcome = world.run("vergeet", "Kees")
    assert outcome.code == 2
    assert "De naam 'Kees' staat in geen antwoord." in outcome.stderr


def test_a_copy_holds_all_and_what_is_written_in_it_comes_back(world: World) -> None:
    world.start("wijk.naam=De Weide")
    assert "routekaart samenvoegen kopie.yaml" in world.run("kopie", "kopie.yaml").stdout
    assert world.run("kopie", "kopie.yaml").code == 1
    assert world.run("kopie", world.bestand.name, "--overschrijf").code == 1
    world.run("start", "--geen-invoer", "-p", "kopie.yaml", "--antwoord", "wijk.gemeente=Zwolle")
    assert world.run("samenvoegen", "kopie.yaml").code == 0
    assert waarde(world.bestand, "wijk.gemeente") == "Zwolle"
