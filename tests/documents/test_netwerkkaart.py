"""The picture of the netwerkkaart: however many names there are and however long, they never overlap."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routekaart_cli.plan.gegevens import Veld
from routekaart_cli.render.netwerkkaart import MEER, REGEL, Kaart, kort, takken, teken

BREEDTES = (720, 280)


def lanen(kaart: Kaart) -> dict[bool, list[float]]:
    """Return the heights of the texts on each side, in order."""
    kanten: dict[bool, list[float]] = {True: [], False: []}
    for tak in kaart.takken:
        kanten[tak.rechts] += [tak.titel.y, *(naam.label.y for naam in tak.namen)]
    return {rechts: sorted(hoogtes) for rechts, hoogtes in kanten.items()}


def controleer(kaart: Kaart, hoeveel: int) -> None:
    assert sum(len(tak.namen) for tak in kaart.takken) == hoeveel
    for hoogtes in lanen(kaart).values():
        assert all(onder - boven > REGEL * 0.9 for boven, onder in pairwise(hoogtes))
        assert all(REGEL * 0.4 < hoogte < kaart.hoogte for hoogte in hoogtes)
    for tak in kaart.takken:
        for naam in tak.namen:
            assert 0 < naam.x < kaart.breedte
            buiten_vak = naam.x > kaart.x + kaart.vak_breedte or naam.x < kaart.x or naam.y > kaart.y + kaart.vak_hoogte
            assert buiten_vak


@pytest.mark.parametrize("breedte", BREEDTES)
@pytest.mark.parametrize("hoeveel", [1, 2, 5, 20, 60, 200])
def test_every_name_has_a_line_of_its_own(hoeveel: int, breedte: float) -> None:
    namen = [f"Organisatie {nummer} " + "W" * nummer for nummer in range(hoeveel)]
    controleer(teken("Onze groep", [("Partners", namen)], breedte), hoeveel)


@given(st.lists(st.integers(0, 30), max_size=8), st.text(max_size=200), st.sampled_from(BREEDTES))
def test_any_number_of_branches_keeps_names_apart(hoeveel: list[int], midden: str, breedte: float) -> None:
    soorten = [(f"Soort {nummer}", ["naam"] * deel) for nummer, deel in enumerate(hoeveel)]
    controleer(teken(midden, soorten, breedte), sum(hoeveel))


def test_many_names_go_on_both_sides_and_about_as_high() -> None:
    kaart = teken("Onze groep", [("Partners", ["naam"] * 60)])
    links, rechts = (len(hoogtes) for hoogtes in lanen(kaart).values())
    assert abs(links - rechts) <= 1
    assert len({tak.nummer for tak in kaart.takken}) == 1


def test_a_long_name_is_shortened_and_a_short_one_is_not() -> None:
    assert kort("De Brug", 200) == "De Brug"
    lang = kort("Vereniging van huurders en kopers in de Zonnehoek en omstreken", 200)
    assert lang.endswith(MEER)
    assert len(lang) < 40


def test_a_branch_is_what_stands_first_in_each_row_of_a_table() -> None:
    velden = [
        Veld("a", "Partners", "lijst", kolommen=("Naam", "Wie"), rijen=(("De Brug", "Petra"), ("", "Joost"))),
        Veld("b", "Hulp", "tekst", tekst="nog niets"),
    ]
    assert takken(velden) == [("Partners", ("De Brug", "Joost"))]
