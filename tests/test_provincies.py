"""A provincie as people type it."""

from __future__ import annotations

import pytest

from routekaart_cli.content import Inhoud
from routekaart_cli.errors import UnknownName
from routekaart_cli.provincies import zoek_federatie


@pytest.mark.parametrize(
    ("getypt", "provincie"),
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
def test_a_provincie_is_found_as_it_is_typed(inhoud: Inhoud, getypt: str, provincie: str) -> None:
    assert zoek_federatie(inhoud.contact.federaties, getypt).provincie == provincie


@pytest.mark.parametrize(
    ("getypt", "bedoeld"), [("zeelnd", "Bedoel je 'Zeeland'?"), ("utregt", "Bedoel je 'Utrecht'?"), ("xq", "Kies uit")]
)
def test_a_misspelt_provincie_gets_the_nearest_and_all_names(inhoud: Inhoud, getypt: str, bedoeld: str) -> None:
    with pytest.raises(UnknownName) as fout:
        zoek_federatie(inhoud.contact.federaties, getypt)
    assert fout.value.message == f"De provincie '{getypt}' bestaat niet."
    assert fout.value.hint.startswith(bedoeld)
    assert "Noord-Brabant of Limburg." in fout.value.hint


@pytest.mark.parametrize("getypt", ["", "holland", "noord"])
def test_what_can_mean_several_provincies_or_none_finds_none(inhoud: Inhoud, getypt: str) -> None:
    with pytest.raises(UnknownName):
        zoek_federatie(inhoud.contact.federaties, getypt)


def test_the_provincies_are_the_keuzes_of_the_vraag(inhoud: Inhoud) -> None:
    (vraag,) = (vraag for vraag in inhoud.intake.vragen if vraag.id == "wijk.provincie")
    keuzes = [(keuze.id, keuze.tekst) for keuze in vraag.keuzes]
    assert [(deel.provincie, deel.provincienaam) for deel in inhoud.contact.federaties] == keuzes
    assert {loket.provincie for loket in inhoud.contact.loketten} <= {keuze.id for keuze in vraag.keuzes}
