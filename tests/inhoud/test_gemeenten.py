"""The provincie follows from the gemeente, and is asked only when the gemeente does not say it."""

from __future__ import annotations

import pytest
from helpers.world import World

from routekaart_cli.domain.antwoorden import Antwoord, Stand
from routekaart_cli.inhoud import gemeenten
from routekaart_cli.inhoud.folder import Inhoud


@pytest.mark.parametrize(
    ("typed", "provincie"),
    [
        ("Duiven", "Gelderland"), ("duiven", "Gelderland"), ("Den Haag", "Zuid-Holland"),
        ("Súdwest-Fryslân", "Fryslân"),
        ("Hengelo", "Overijssel"), ("Bergen (L.)", "Limburg"), ("Bergen", ""), ("Voorbeeldstad", ""), ("", ""),
    ],
)  # fmt: skip
def test_a_gemeente_lies_in_its_provincie_unless_two_have_that_name(inhoud: Inhoud, typed: str, provincie: str) -> None:
    assert gemeenten.provincie_of(inhoud.folder, typed) == provincie


@pytest.mark.parametrize("typed", ["Bergne", "Brgen", "bergen"])
def test_a_misspelt_name_that_two_share_finds_both(inhoud: Inhoud, typed: str) -> None:
    assert gemeenten.alike(inhoud.folder, typed) == ("Bergen (NH.)", "Bergen (L.)")


def test_every_gemeente_lies_in_a_provincie_that_can_be_chosen(inhoud: Inhoud) -> None:
    names = gemeenten.provincies(inhoud.folder)
    assert len(names) >= 342
    assert set(names.values()) == set(inhoud.provincies.values())
    assert not [name for name in names if "(" in name and not name.startswith("Bergen")]


def test_a_provincie_that_follows_is_read_and_never_stored(world: World, inhoud: Inhoud) -> None:
    world.start("wijk.gemeente=Duiven")
    gemeente = {"wijk.gemeente": Antwoord(Stand.GEGEVEN, "Duiven")}
    assert inhoud.read_now(gemeente)["wijk.provincie"].waarde == "gelderland"
    assert "Natuur en Milieu Gelderland" in world.run("contact").stdout
    assert "provincie" not in world.bestand.read_text(encoding="utf-8")


def test_a_provincie_that_was_said_goes_before_the_one_that_follows(inhoud: Inhoud) -> None:
    said = {name: Antwoord(Stand.GEGEVEN, waarde) for name, waarde in [
        ("wijk.gemeente", "Duiven"), ("wijk.provincie", "utrecht"),
    ]}  # fmt: skip
    assert inhoud.read_now(said) == said


@pytest.mark.parametrize(
    ("gemeente", "asked"), [("Duiven", "Wat ligt er al voor jullie wijk?"), ("Voorbeeldstad", "In welke provincie")]
)
def test_the_provincie_is_asked_only_when_it_does_not_follow(world: World, gemeente: str, asked: str) -> None:
    said = world.lines("De Weide", gemeente).stderr
    assert said.count("In welke provincie") == asked.startswith("In welke")
    assert asked in said
