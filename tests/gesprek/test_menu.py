"""What a menu shows and gives back, without a terminal: what only the menu does."""

from __future__ import annotations

import pytest
from helpers.english import english
from helpers.menu import TODAY, at_menu, vraag

from routekaart_cli.domain.antwoorden import Antwoord, Stand
from routekaart_cli.domain.routekaart import Soort, Vraag
from routekaart_cli.gesprek.vragers.asker import Turn, Wish

ENTER, DOWN, ERASE, ALT_ENTER = "\r", "\x1b[B", "\x7f", "\x1b\r"
FRUIT = vraag(Soort.MEERKEUZE, "appel", "banaan", "citroen")


def turn(vraag: Vraag, given: str | tuple[str, ...] = "", proposal: str = "", offered: tuple[str, ...] = ()) -> Turn:
    current = Antwoord(Stand.GEGEVEN, given) if given else None
    return Turn(vraag, "Vraag 1.", TODAY, current, proposal, suggestions=offered)


def waarde(turn: Turn, keys: str) -> object:
    """Return the answer that *keys* give at *turn*, or what is wanted instead."""
    reaction = at_menu(turn, keys)[0]
    return reaction.waarde if isinstance(reaction, Antwoord) and reaction.stand is Stand.GEGEVEN else reaction


def test_the_crosses_of_an_answer_stand_there_again() -> None:
    assert waarde(turn(FRUIT, ("banaan",)), ENTER) == ("banaan",)
    assert waarde(turn(FRUIT, ("banaan",)), " " + ENTER) == ("appel", "banaan")
    assert "● Banaan" in at_menu(turn(FRUIT, ("banaan",)), ENTER)[1]


def test_enter_alone_says_neither_yes_nor_no() -> None:
    assert at_menu(turn(vraag(Soort.JA_NEE)), ENTER)[0] == Antwoord(Stand.WEET_NIET)
    assert waarde(turn(vraag(Soort.JA_NEE)), f"j{ENTER}") == "ja"
    assert waarde(turn(vraag(Soort.JA_NEE), "nee"), ENTER) == "nee"
    assert waarde(turn(vraag(Soort.JA_NEE), proposal="nee"), ENTER) == "nee"


def test_alt_and_enter_begin_a_new_line() -> None:
    assert waarde(turn(vraag(Soort.LANGE_TEKST)), f"een{ALT_ENTER}twee{ENTER}") == "een\ntwee"


@pytest.mark.parametrize("soort", [Soort.TEKST, Soort.LANGE_TEKST, Soort.GETAL, Soort.BEDRAG])
def test_an_answer_that_can_be_edited_is_shown_once(soort: Soort) -> None:
    shown = at_menu(turn(vraag(soort), "1234"), "<" + ENTER)[1]
    assert "Jullie antwoord nu" not in shown
    assert "> 1234" in shown


def test_what_is_proposed_stands_there_to_be_taken_or_erased() -> None:
    asked = turn(vraag(Soort.TEKST), proposal="06-1")
    assert waarde(asked, ENTER) == "06-1"
    assert waarde(asked, f"2{ENTER}") == "06-12"
    assert at_menu(asked, ERASE * 4 + ENTER)[0] == Antwoord(Stand.LEEG)


def test_of_a_few_names_all_are_named_and_of_many_those_that_begin_as_what_is_typed() -> None:
    assert "Al genoemd: Fatima, Tom." in at_menu(turn(vraag(Soort.TEKST), offered=("Fatima", "Tom")), ENTER)[1]
    many = tuple(f"Dorp {n}" for n in range(20))
    assert "Al genoemd" not in at_menu(turn(vraag(Soort.TEKST), offered=many), ENTER)[1]


@pytest.mark.parametrize("soort", [soort for soort in Soort if soort is not Soort.LIJST])
def test_no_english_stands_at_a_menu_or_in_its_help(soort: Soort) -> None:
    asked = vraag(soort, "appel", "banaan") if soort in (Soort.KEUZE, Soort.MEERKEUZE) else vraag(soort)
    reaction, shown = at_menu(turn(asked), "?" if asked.keuzes or soort is Soort.JA_NEE else f"?{ENTER}")
    assert reaction is Wish.HELP
    assert not english(shown)
