"""Asking one vraag of a person: what an asker gets and gives, and how what was typed is understood."""

from __future__ import annotations

import contextlib
import select
import signal
import sys
from collections.abc import Callable, Iterator
from datetime import date
from enum import Enum, auto
from typing import Any, NamedTuple, Protocol

from routekaart_cli.domain.antwoorden import Antwoord, Stand
from routekaart_cli.domain.invoer import CHOOSE_FIRST, EMPTY_HINT, parse_antwoord
from routekaart_cli.domain.routekaart import Soort, Vraag
from routekaart_cli.errors import RefusedAnswer
from routekaart_cli.gesprek import spoken


class Wish(Enum):
    """What a person can want instead of answering."""

    BACK = auto()
    HELP = auto()
    OVERVIEW = auto()
    PLAN = auto()
    STOP = auto()
    CLEAR = auto()
    """Take the answer away: the only way to get rid of one."""
    DISAGREE = auto()
    """Keep several answers side by side."""
    EDITOR = auto()
    """Write a long answer in a text program of one's own."""
    KEEP = auto()
    """Enter on a vraag that has an answer: it stays."""


Reaction = Antwoord | Wish
MOST_NAMED = 8
"""So many suggestions are named before anybody types."""


class Rij(NamedTuple):
    """One stap in the picture of a fase: its mark can be changed where it stands."""

    mark: str
    """One of the letters of `standen.LETTERS`."""
    state: str
    """What that letter means."""
    text: str
    remark: str = ""


class Turn(NamedTuple):
    """One vraag as it is put to a person."""

    vraag: Vraag
    heading: str
    """Which question this is and how far it is; empty inside a lijst."""
    today: date
    current: Antwoord | None = None
    proposal: str = ""
    """What Enter takes when there is no answer yet: the id of a keuze, or a text."""
    suggestions: tuple[str, ...] = ()
    """Answers to offer while somebody types."""
    keys: bool = False
    """Say which keys there are: under the first question."""
    can_be_unknown: bool = True
    """Offer `weet ik nog niet` in a menu: not where somebody only says what to do."""
    introduction: str = ""
    """What the stap is about, where one begins."""
    instruction: str = ""
    """How to answer, where that is not what the soort says."""
    parse: Callable[[str], Antwoord] | None = None
    """What a line means, where that is not what the soort says; raises `RefusedAnswer`."""
    rijen: tuple[Rij, ...] = ()
    """What is marked, all at once: in plain lines with one line that *parse* reads."""


class Asker(Protocol):
    """Puts a vraag to a person and brings back an answer that fits, or what they want instead.

    Every asker may raise KeyboardInterrupt; the end of the input is `Wish.STOP`.
    """

    def ask(self, turn: Turn) -> Reaction: ...

    def tell(self, text: str) -> None: ...

    def confirm_saved(self, words: str) -> None: ...


_WISHES = {
    "<": Wish.BACK,
    "\x02": Wish.BACK,
    "?": Wish.HELP,
    ":overzicht": Wish.OVERVIEW,
    ":plan": Wish.PLAN,
    ":stop": Wish.STOP,
    ":wis": Wish.CLEAR,
    ":oneens": Wish.DISAGREE,
    ":editor": Wish.EDITOR,
    ":terug": Wish.BACK,
    ":hulp": Wish.HELP,
    ":q": Wish.STOP,
}
_BELOW_A_TEXT = (Wish.STOP, Wish.OVERVIEW, Wish.PLAN, Wish.BACK)
"""What can be done once a text is saved; the rest is about the vraag itself."""


def is_wish(typed: str) -> bool:
    """Is *typed* by itself something to do, and no answer?"""
    return typed.lower() in (*_WISHES, ":later")


def split_off(turn: Turn, typed: str) -> tuple[str, Wish | None]:
    """Return *typed*, of a long text without the opdracht on its last line, and that opdracht: it is no part of it."""
    text, _, last = typed.rstrip(" \t\r\n").rpartition("\n")
    wish = _WISHES.get(last.strip().lower())
    if turn.vraag.soort is Soort.LANGE_TEKST and text.strip() and wish in _BELOW_A_TEXT:
        return text, wish
    return typed, None


def parse_reaction(turn: Turn, typed: str) -> Reaction:
    """Return what *typed* means as a reaction to *turn*; raises `RefusedAnswer` when it does not fit.

    An answer that begins with a colon is typed with two.
    """
    bare = typed.strip(" \t\r\n")
    if bare.lower() in _WISHES:
        return _WISHES[bare.lower()]
    if bare.startswith("::"):
        bare = bare[1:]
    elif bare.startswith(":") and bare.lower() != ":later":
        raise RefusedAnswer(spoken.UNKNOWN_WISH)
    if turn.current is not None and (not bare or bare.lower() == ":later"):
        return Wish.KEEP
    if not bare and turn.proposal:
        return Antwoord(Stand.GEGEVEN, turn.proposal)
    if not bare and turn.vraag.soort in (Soort.KEUZE, Soort.MEERKEUZE, Soort.JA_NEE):
        raise RefusedAnswer(CHOOSE_FIRST, EMPTY_HINT)
    return turn.parse(bare) if turn.parse else parse_antwoord(turn.vraag, bare, turn.today)


def instructie(turn: Turn, by_soort: dict[Soort, str]) -> str:
    """Return how to answer *turn*, in the words of an asker."""
    vraag = turn.vraag
    parts = [turn.instruction or by_soort[vraag.soort]]
    free = vraag.soort in (Soort.TEKST, Soort.LANGE_TEKST, Soort.GETAL, Soort.BEDRAG, Soort.DATUM)
    if 0 < len(turn.suggestions) <= MOST_NAMED:
        parts.append(f"Al genoemd: {', '.join(turn.suggestions)}.")
    if free and vraag.verplicht == "nee" and not (turn.instruction or turn.proposal):
        parts.append("Leeg laten mag.")
    return " ".join(parts)


def drop(source: Any) -> bool:
    """Forget what waits on the terminal *source* (anything with a fileno); return whether there was anything."""
    if sys.platform == "win32":
        return False
    import termios

    with contextlib.suppress(OSError, ValueError, termios.error):
        left_over = waiting(source)
        termios.tcflush(source.fileno(), termios.TCIFLUSH)
        return left_over
    return False


@contextlib.contextmanager
def shown_again(show: Callable[[], None]) -> Iterator[None]:
    """Within the block, call *show* when we go on after a stop (Ctrl-Z and `fg`): other things stand there by then."""
    if sys.platform == "win32":
        yield
        return
    before = signal.signal(signal.SIGCONT, lambda *_: show())
    try:
        yield
    finally:
        signal.signal(signal.SIGCONT, before)


def waiting(source: Any) -> bool:
    """Is there something to read on *source* already?"""
    with contextlib.suppress(OSError, ValueError):
        return bool(select.select([source.fileno()], [], [], 0)[0])
    return False
