"""Formats: every one there was opens, and an older file becomes the newest and is kept as it was."""

from __future__ import annotations

from helpers.places import PROJECTS
from helpers.project_file import beside, waarde, write
from helpers.world import World

from routekaart_cli.domain.antwoorden import Stand
from routekaart_cli.project import from_yaml, store
from routekaart_cli.project.versies import join


def test_of_every_format_that_was_released_there_is_a_file_and_it_opens() -> None:
    assert sorted(path.name for path in PROJECTS.glob("formaat-*.yaml")) == [
        f"formaat-{number}.yaml" for number in range(1, from_yaml.newest() + 1)
    ]
    for path in PROJECTS.glob("formaat-*.yaml"):
        project = store.load(path)
        assert project.antwoorden["wijk.naam"].waarde == "De Weide"
        assert project.antwoorden["plan-maken.maak-afspraken-met-de-gemeente.besluit"].stand is Stand.ONEENS
        assert project.unknown == {"opmerking": "van ons"}


def test_an_older_file_becomes_the_newest_format_and_its_copy_history_and_evenings_stay(world: World) -> None:
    write(world.bestand, wijk_naam="De Weide")
    old = world.bestand.read_bytes()
    folder = world.folder / ".routekaart"
    folder.mkdir()
    write(folder / "routekaart-project.sessie-3.yaml", wijk_naam="Van toen")
    change = "{moment: toen, antwoorden: [{vraag: wijk.naam, oud: {waarde: De Wei}, nieuw: {waarde: De Weide}}]}"
    (folder / "routekaart-project.wijzigingen.yaml").write_text(f"gedaan:\n- {change}\nteruggedraaid: []\n", "utf-8")
    assert world.run("nakijken", "--json").code == 0
    assert world.bestand.read_bytes() == old
    world.start("wijk.gemeente=Zwolle")
    assert "formaat: 2\n" in world.bestand.read_text(encoding="utf-8")
    assert waarde(world.bestand) == "De Weide"
    assert beside(world.bestand, "formaat-1").read_bytes() == old
    assert world.run("terugdraaien").code == world.run("terugdraaien").code == 0
    assert waarde(world.bestand) == "De Wei"
    assert world.run("terugdraaien", "--sessie", "3").code == 0
    assert waarde(world.bestand) == "Van toen"


def test_copies_of_one_file_of_format_1_stay_copies_of_one_project(world: World) -> None:
    for name in ("een", "twee"):
        (world.folder / name).mkdir()
        path = write(world.folder / name / "routekaart-project.yaml", wijk_naam="De Weide")
        path.write_text(
            path.read_text("utf-8").replace("Weide}", "Weide, gewijzigd: '2026-01-01T20:00:00+01:00'}"), "utf-8"
        )
        World(world.folder / name).start(f"groep.naam={name}")
    one, two = (store.load(world.folder / name / "routekaart-project.yaml") for name in ("een", "twee"))
    assert one.id == two.id
    assert join(one, two).antwoorden["wijk.naam"].waarde == "De Weide"
