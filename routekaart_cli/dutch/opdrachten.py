"""A command line within a text, made here only; how it is typed on this computer is filled in when it is shown.

A text says `Begin met: {to_type("start")}`. Somebody who installed the program in a folder of its own must type
`.venv/bin/routekaart start`; only the world knows that, and a text is often made below it. A document that travels
names the bare program.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable

PROGRAM = "routekaart"
# Characters for private use, which no text of ours holds otherwise.
_BEGIN, _NEXT, _END = "\ue001", "\ue002", "\ue003"
_MARKED = re.compile(f"{_BEGIN}([^{_END}]*){_END}")


def to_type(*words: object) -> str:
    """Return the command of *words*, such as `start`, `--fase` and `3`, to stand in a text."""
    return f"{_BEGIN}{_NEXT.join(map(str, words))}{_END}"


def spelled(
    text: str,
    program: Callable[[], str] = lambda: PROGRAM,
    also: tuple[str, ...] = (),
    quote: Callable[[str], str] = shlex.quote,
    space: str = " ",
) -> str:
    """Return *text* with each command in it as it is typed.

    That is the *program* (asked for when there is a command), then its words and *also*, each through *quote*; with
    *space* for every space.
    """

    def spell(found: re.Match[str]) -> str:
        words = found[1].split(_NEXT) if found[1] else []
        return " ".join([program(), *map(quote, [*words, *also])]).replace(" ", space)

    return _MARKED.sub(spell, text) if _BEGIN in text else text
