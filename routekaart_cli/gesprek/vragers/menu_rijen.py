"""The picture of the stappen as a menu: a letter marks the row that is pointed at, Enter takes all marks."""

# ruff: noqa: TID253  # this belongs to the menu

from __future__ import annotations

from typing import Any

import questionary
from prompt_toolkit.key_binding import KeyBindings, merge_key_bindings

from routekaart_cli.domain.standen import LETTERS
from routekaart_cli.gesprek.vragers.asker import Rij
from routekaart_cli.gesprek.vragers.menu_keys import Look, control

INSTRUCTIE = "Typ k klaar, b bezig, n nog niet, x past niet bij ons. Enter als het klopt."


def question(rijen: tuple[Rij, ...], marks: list[str], look: Look, **menu: Any) -> questionary.Question:
    """Return a menu of *rijen* with *marks* before them, which change as somebody types."""

    def title(spot: int) -> str:
        rij = rijen[spot]
        return look.wrap(f"{marks[spot]} {rij.text}{f' ({rij.remark})' if rij.remark else ''}", 5)

    choices = [questionary.Choice(title(spot), value=spot) for spot in range(len(rijen))]
    asked = questionary.select("", choices=choices, **menu)
    keys = KeyBindings()

    def bind(letter: str) -> None:
        def mark(_event: Any) -> None:
            spot = control(asked).pointed_at
            marks[spot] = letter
            choices[spot].title = title(spot)
            control(asked).pointed_at = min(spot + 1, len(rijen) - 1)

        for key in (letter, letter.upper()):
            keys.add(key, eager=True)(mark)

    for letter in LETTERS.values():
        bind(letter)
    own = asked.application.key_bindings
    asked.application.key_bindings = merge_key_bindings([*filter(None, [own]), keys])
    return asked
