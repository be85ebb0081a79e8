"""Addresses: a provincie is found as people type it, and everything has a source."""

from __future__ import annotations

import pytest
from helpers.world import World

from routekaart_cli.errors import UnknownName
from routekaart_cli.inhoud import find
from routekaart_cli.inhoud.folder import Inhoud


@pytest.mark.parametrize(
    ("typed", "provincie"),
    [
        ("drenthe", "drenthe"),
        ("Fryslân", "fryslan"),
        ("FRYSLAN", "fryslan"),
        ("friesland", "fryslan"),
        ("noord holland", "noord-holland"),
        ("Zuid-Holland", "zuid-holland"),
        (" zuidholland ", "zuid-holland"),
        ("gron", "groningen"),
        ("Brabant", "noord-brabant"),
    ],
)
def test_a_provincie_is_found_as_it_is_typed(inhoud: Inhoud, typed: str, provincie: str) -> None:
    assert find.federatie(inhoud.contact.federaties, typed).provincie == provincie


@pytest.mark.parametrize(
    ("typed", "meant"), [("zeelnd", "Bedoel je 'Zeeland'?"), ("utregt", "Bedoel je 'Utrecht'?"), ("xq", "Kies uit")]
)
def test_a_misspelt_provincie_gets_the_nearest_and_all_names(inhoud: Inhoud, typed: str, meant: str) -> None:
    with pytest.raises(UnknownName) as error:
        find.federatie(inhoud.contact.federaties, typed)
    assert error.value.message == f"De provincie '{typed}' bestaat niet."
    assert error.value.hint.startswith(meant)
    assert "Noord-Brabant of Limburg." in error.value.hint


@pytest.mark.parametrize("typed", ["", "holland", "noord"])
def test_what_can_mean_several_provincies_or_none_finds_none(inhoud: Inhoud, typed: str) -> None:
    with pytest.raises(UnknownName):
        find.federatie(inhoud.contact.federaties, typed)


def test_what_the_brochure_alone_says_of_the_koepel_is_called_unconfirmed(inhoud: Inhoud) -> None:
    koepel = inhoud.contact.koepel
    assert (koepel.email, koepel.telefoon) == ("info@natuurenmilieufederaties.nl", "030-256 73 60")
    assert "niet nagaan of ze nog kloppen" in " ".join(koepel.let_op.split())


def test_an_old_address_is_called_old_in_the_list_of_all_too(world: World) -> None:
    for typed in ((), ("limburg",)):
        said = " ".join(world.run("contact", *typed).stdout.split())
        assert "(rond 2016) Deze bron is oud. Kijk of de site nog klopt." in said


def test_the_five_partners_each_help_with_something_of_their_own(inhoud: Inhoud) -> None:
    assert len({partner.helpt_met for partner in inhoud.contact.coalitie.partners}) == 5
