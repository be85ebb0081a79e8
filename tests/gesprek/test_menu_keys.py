"""What is typed or pasted at a menu points, and Enter takes only what the menu shows as chosen."""

# the menus themselves are tried

from __future__ import annotations

import string

import pytest
import questionary
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from routekaart_cli.gesprek.vragers.asker import Wish
from routekaart_cli.gesprek.vragers.menu_keys import TYPE_WISH, KeyBinder, Typed

PROVINCIES = ["Groningen", "Fryslân", "Overijssel", "Noord-Holland", "Zuid-Holland", "Noord-Brabant", "Limburg"]
JA_NEE = ["Ja", "Nee", "Weet ik nog niet"]
ENTER, BACKSPACE, DOWN = "\r", "\x7f", "\x1b[B"


def ask(keys: str, texts: list[str], *, crosses: bool = False) -> object:
    """Return what a menu of *texts* gives when *keys* are pressed."""
    typed = Typed(crosses=crosses)
    with create_pipe_input() as keyboard:
        menu = questionary.checkbox if crosses else questionary.select
        question = menu(typed, texts, input=keyboard, output=DummyOutput())  # type: ignore[arg-type]
        KeyBinder().bind(question, typed=typed, loose=True, multiline=False)
        keyboard.send_text(f"{keys}\x04")  # stops when nothing else did
        return question.unsafe_ask()


def write(keys: str, text: str = "") -> object:
    """Return what a line that begins as *text* holds after *keys* and Enter."""
    with create_pipe_input() as keyboard:
        question = questionary.text("", default=text, input=keyboard, output=DummyOutput())
        KeyBinder().bind(question, typed=None, loose=False, multiline=False)
        keyboard.send_text(keys + ENTER)
        return question.unsafe_ask()


@pytest.mark.parametrize(
    ("keys", "texts", "chosen"),
    [
        ("j", JA_NEE, "Ja"), ("n", JA_NEE, "Nee"), ("jn", JA_NEE, "Nee"), ("N", JA_NEE, "Nee"), ("2", JA_NEE, "Nee"),
        ("over", PROVINCIES, "Overijssel"), ("fryslan", PROVINCIES, "Fryslân"), ("brab", PROVINCIES, "Noord-Brabant"),
        ("noord-h", PROVINCIES, "Noord-Holland"), ("7", PROVINCIES, "Limburg"),
        ("over" + DOWN, PROVINCIES, "Noord-Holland"), ("overijsel" + BACKSPACE * 2, PROVINCIES, "Overijssel"),
        ("\x1b[200~zuid-holland\n\x1b[201~", PROVINCIES, "Zuid-Holland"),
    ],
)  # fmt: skip
def test_what_is_typed_or_pasted_points_and_enter_takes_it(keys: str, texts: list[str], chosen: str) -> None:
    assert ask(keys + ENTER, texts) == chosen


@pytest.mark.parametrize("wrong", ["overijsel", "x", "\x1b[200~iets heel anders\x1b[201~", "8"])
def test_enter_takes_nothing_while_what_was_typed_matches_nothing(wrong: str) -> None:
    assert ask(f"over{BACKSPACE * 4}{wrong}{ENTER}{ENTER}<", PROVINCIES) is Wish.BACK
    assert ask(f"{wrong}{ENTER}{DOWN}{ENTER}", PROVINCIES) == ("Noord-Holland" if wrong == "overijsel" else "Fryslân")


def test_what_was_typed_is_shown_and_so_is_that_it_matches_nothing() -> None:
    typed = Typed(crosses=False)
    menu = questionary.prompts.common.InquirerControl(PROVINCIES)
    for char in "over":
        typed._type(char, menu)
    assert f"{typed}" == "over\n"
    typed._type("x", menu)
    assert f"{typed}".strip() == "overx staat er niet bij."
    assert menu.pointed_at == PROVINCIES.index("Overijssel")


@pytest.mark.parametrize(
    ("keys", "crossed"),
    [
        ("over limb ", ["Overijssel", "Limburg"]), (" ", ["Groningen"]), ("over  ", []), ("a", PROVINCIES), ("aa", []),
        ("brabx " + BACKSPACE + " ", ["Noord-Brabant"]),
    ],
)  # fmt: skip
def test_in_a_meerkeuze_what_is_typed_points_and_the_space_bar_crosses(keys: str, crossed: list[str]) -> None:
    assert ask(keys + ENTER, PROVINCIES, crosses=True) == crossed


@pytest.mark.parametrize("crosses", [False, True])
@pytest.mark.parametrize(("key", "wish"), [("?", Wish.HELP), ("<", Wish.BACK), (":", TYPE_WISH), ("\x02", Wish.BACK)])
def test_the_keys_that_mean_something_everywhere_keep_their_meaning(key: str, wish: object, *, crosses: bool) -> None:
    assert ask(key, PROVINCIES, crosses=crosses) is wish
    assert ask(f"over{key}", PROVINCIES, crosses=crosses) is wish


CONTROL = [chr(ord(letter) - 64) for letter in string.ascii_uppercase if letter not in "BCDHIJM"]
ALT = [f"\x1b{char}" for char in string.ascii_letters + string.digits if char != "O"]
"""All but those with which a key of the keyboard itself begins (Escape, O)."""


@pytest.mark.one_in(7)
@pytest.mark.parametrize("key", [*CONTROL, *ALT], ids=repr)
def test_no_other_ctrl_or_alt_key_does_anything(key: str) -> None:
    assert write(f"De {key}Weide{key}") == "De Weide"
    assert write(key, "De Weide") == "De Weide"
    assert ask(f"{key}over{key}{ENTER}", PROVINCIES) == "Overijssel"
    assert ask(f"{key}over {key}{ENTER}", PROVINCIES, crosses=True) == ["Overijssel"]


def test_a_line_knows_the_arrows_home_end_delete_and_word_jumps() -> None:
    home, end, left, delete, word_left = "\x1b[H", "\x1b[F", "\x1b[D", "\x1b[3~", "\x1b[1;5D"
    assert write(f"{home}{delete}d{end}!", "De Weide") == "de Weide!"
    assert write(f"{left}{left}X{word_left}Y", "De Weide") == "De YWeiXde"
