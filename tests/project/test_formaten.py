"""Formats: every one there was opens, and an older file becomes the newest and is kept as it was."""

from __future__ import annotations

import pytest
from helpers.places import PROJECTS
from helpers.project_file import waarde, write
from helpers.world import World

from routekaart_cli.domain.antwoorden import Project, Stand
from routekaart_cli.project import from_yaml, store


def test_of_every_format_that_was_released_there_is_a_file_and_it_opens() -> None:
    assert sorted(path.name for path in PROJECTS.glob("formaat-*.yaml")) == [
        f"formaat-{number}.yaml" for number in range(1, from_yaml.newest() + 1)
    ]
    for path in PROJECTS.glob("formaat-*.yaml"):
        project = store.load(path)
        assert project.antwoorden["wijk.naam"].waarde == "De Weide"
        assert project.antwoorden["plan-maken.maak-afspraken-met-de-gemeente.besluit"].stand is Stand.ONEENS
        assert project.unknown == {"opmerking": "van ons"}


def test_an_older_file_becomes_the_newest_format_and_its_copy_stays(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def hernoem(project: Project) -> Project:
        return Project({"wijk.naam": project.antwoorden["buurt"]}, 2, project.unknown)

    write(world.bestand, buurt="De Weide")
    old = world.bestand.read_bytes()
    monkeypatch.setattr(from_yaml, "MIGRATIONS", (hernoem,))
    assert world.run("nakijken", "--json").code == 0
    assert world.bestand.read_bytes() == old
    world.start("wijk.gemeente=Zwolle")
    assert "formaat: 2\n" in world.bestand.read_text(encoding="utf-8")
    assert waarde(world.bestand) == "De Weide"
    assert (world.folder / ".routekaart" / "routekaart-project.formaat-1.yaml").read_bytes() == old
