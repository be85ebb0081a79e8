"""The menus without a terminal: a pipe is the keyboard, and what they show is a text."""

from __future__ import annotations

import io
from datetime import date

from helpers.world import NOW
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from routekaart_cli.domain.routekaart import Keuze, Soort, Vraag
from routekaart_cli.dutch.opdrachten import spelled
from routekaart_cli.gesprek.vragers.asker import Reaction, Turn
from routekaart_cli.gesprek.vragers.menu import MenuAsker

TODAY: date = NOW.date()


def vraag(soort: Soort, *keuzes: str) -> Vraag:
    """Return a vraag of *soort* with *keuzes*."""
    return Vraag("v", "Kort", "Wat is het?", soort, "Daarom.", keuzes=tuple(Keuze(id_, id_.title()) for id_ in keuzes))


def at_menu(turn: Turn, keys: str) -> tuple[Reaction, str]:
    """Return what a menu gives for *turn* when *keys* are pressed, and all that it showed; Ctrl-D when it goes on."""
    out = io.StringIO()
    with create_pipe_input() as keyboard, create_app_session(input=keyboard, output=DummyOutput()):
        keyboard.send_text(f"{keys}\x04")
        return MenuAsker(out, 80, spelled, color=False).ask(turn), out.getvalue()
