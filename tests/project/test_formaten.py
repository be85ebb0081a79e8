"""Formats: every one there was opens, and an older file becomes the newest and is kept as it was."""

from __future__ import annotations

import pytest
from helpers.places import PROJECTEN
from helpers.project_file import schrijf, waarde
from helpers.world import Wereld

from routekaart_cli.domain.antwoorden import Project, Stand
from routekaart_cli.project import from_yaml, store


def test_of_every_format_that_was_released_there_is_a_file_and_it_opens() -> None:
    assert sorted(path.name for path in PROJECTEN.glob("formaat-*.yaml")) == [
        f"formaat-{number}.yaml" for number in range(1, from_yaml.newest() + 1)
    ]
    for path in PROJECTEN.glob("formaat-*.yaml"):
        project = store.load(path)
        assert project.antwoorden["wijk.naam"].waarde == "De Weide"
        assert project.antwoorden["plan-maken.maak-afspraken-met-de-gemeente.besluit"].stand is Stand.ONEENS
        assert project.onbekend == {"opmerking": "van ons"}


def test_an_older_file_becomes_the_newest_format_and_its_copy_stays(
    wereld: Wereld, monkeypatch: pytest.MonkeyPatch
) -> None:
    def hernoem(project: Project) -> Project:
        return Project({"wijk.naam": project.antwoorden["buurt"]}, 2, project.onbekend)

    schrijf(wereld.bestand, buurt="De Weide")
    old = wereld.bestand.read_bytes()
    monkeypatch.setattr(from_yaml, "MIGRATIONS", (hernoem,))
    assert wereld.run("nakijken", "--json").code == 0
    assert wereld.bestand.read_bytes() == old
    wereld.start("wijk.gemeente=Zwolle")
    assert "formaat: 2\n" in wereld.bestand.read_text(encoding="utf-8")
    assert waarde(wereld.bestand) == "De Weide"
    assert (wereld.map / ".routekaart" / "routekaart-project.formaat-1.yaml").read_bytes() == old
