"""One answer says how all stappen of a fase are doing, and one line says who does a stap and when."""

from __future__ import annotations

from datetime import date

import pytest
from helpers.world import World

from routekaart_cli.domain import wie_wanneer
from routekaart_cli.domain.standen import parse_standen
from routekaart_cli.errors import RefusedAnswer

TODAY = date(2026, 11, 23)


def said(world: World, typed: str) -> list[str]:
    stappen = world.inhoud.fasen[0].stappen
    new = parse_standen(stappen, typed)
    return [f"{stap.nummer} {new[stap.id].value}" for stap in stappen if stap.id in new]


@pytest.mark.parametrize(
    ("typed", "standen"),
    [
        ("klaar 1 2, bezig 3", ["1.1 klaar", "1.2 klaar", "1.3 bezig"]),
        ("1 en 2 klaar, 3 bezig", ["1.1 klaar", "1.2 klaar", "1.3 bezig"]),
        ("Klaar: 1 t/m 3. Nog niet begonnen: stap 4", ["1.1 klaar", "1.2 klaar", "1.3 klaar", "1.4 niet-begonnen"]),
        ("k 1.1 b 1.2", ["1.1 klaar", "1.2 bezig"]),
        ("past niet 5", ["1.5 past-niet"]),
        ("nog niet 2", ["1.2 niet-begonnen"]),
        ("af 1-2", ["1.1 klaar", "1.2 klaar"]),
        ("alles klaar", [f"1.{n} klaar" for n in range(1, 6)]),
    ],
)
def test_the_standen_are_understood_as_people_say_them(world: World, typed: str, standen: list[str]) -> None:
    assert said(world, typed) == standen


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("klaar 9", "Stap 9 is er hier niet."),
        ("klaar", "Noem steeds een stap"),
        ("1 2", "Noem steeds een stap"),
        ("klaar 1, bezig 1", "Stap 1.1 staat er twee keer in."),
        ("klaar bezig 1", "Bij welke stap hoort 'klaar'?"),
        ("gedoe 1", "'gedoe' begrijpen we hier niet."),
        ("klaar 3 t/m 1", "Begin bij de eerste stap, zoals in: 1 t/m 3."),
        ("klaar 12345678901234567890", "is er hier niet."),
    ],
)
def test_what_is_no_stand_is_refused_with_what_is_possible(world: World, typed: str, why: str) -> None:
    with pytest.raises(RefusedAnswer) as refused:
        said(world, typed)
    assert why in refused.value.message
    assert "klaar 1 2, bezig 3" in refused.value.hint


@pytest.mark.parametrize(
    ("typed", "who", "when"),
    [
        ("Fatima, eind maart", "Fatima", "2027-03-31 eind maart 2027"),
        ("Fatima en Kees, voor 1 mei 2027", "Fatima en Kees", "2027-05-01"),
        ("Kees 31 maart", "Kees", "2027-03-31"),
        ("eind maart", "", "2027-03-31 eind maart 2027"),
        ("Jan", "Jan", ""),
        ("Piet en Jan", "Piet en Jan", ""),
        ("Jan 3 mei", "Jan", "2027-05-03"),
        ("Fatima, mei", "Fatima", "2027-05-31 mei 2027"),
        ("Fatima, 06-12345678", "Fatima, 06-12345678", ""),
    ],
)
def test_one_line_says_who_and_when(typed: str, who: str, when: str) -> None:
    assert wie_wanneer.split(typed, TODAY) == (who, when)


@pytest.mark.parametrize("typed", ["Fatima, 31 februari", "Fatima, 32-13"])
def test_a_slip_in_the_date_is_refused_and_becomes_no_name(typed: str) -> None:
    with pytest.raises(RefusedAnswer):
        wie_wanneer.split(typed, TODAY)
