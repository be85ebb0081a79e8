"""The keys at a menu or a line, on top of those of questionary, and what a menu looks like."""

# ruff: noqa: TID253  # this is where questionary lives

from __future__ import annotations

import math
import time
from typing import Any, TextIO

import questionary
from prompt_toolkit import print_formatted_text
from prompt_toolkit.filters import Condition
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.key_binding import KeyBindings, merge_key_bindings
from prompt_toolkit.keys import Keys
from prompt_toolkit.output import ColorDepth, create_output
from prompt_toolkit.styles import Style
from questionary.prompts.common import InquirerControl

from routekaart_cli.dutch.characters import wrap
from routekaart_cli.gesprek.vragers.asker import Wish

TYPE_WISH = object()
"""What a menu returns when somebody wants to type an opdracht."""
HABIT = 0.7
"""Within so many seconds after `?` or `<` in a menu, an Enter comes from the habit of typing lines."""


class KeyBinder:
    """Gives a question our keys.

    At a line `?` and `<` need an Enter, in a menu they work at once: an Enter that comes right behind them out of habit
    would take an answer, or undo the step back.
    """

    def __init__(self) -> None:
        self._moment = -math.inf
        """When `?` or `<` was pressed in a menu, as long as no other key came after it."""
        self._pressed = False

    @property
    def just_pressed(self) -> bool:
        """Was `?` or `<` pressed in a menu just now, and nothing since?"""
        return time.monotonic() - self._moment < HABIT

    def bind(self, question: questionary.Question, *, letters: dict[str, int], loose: bool, multiline: bool) -> None:
        """Bind Ctrl-B back and Ctrl-D stop; in a menu (*loose*) also `<`, `?`, `:`, and *letters*, which point.

        With *multiline* Alt+Enter begins a new line.
        """
        keys = KeyBindings()

        def bind(key: str, result: object) -> None:
            @keys.add(key, eager=True)
            def _(event: Any) -> None:
                self._pressed = key in ("<", "?")
                event.app.exit(result=result)

        # Pasted colours (`ESC[31m`) look like a mouse to prompt_toolkit, which fails on them; we use no mouse.
        keys.add(Keys.Vt100MouseEvent, eager=True)(_ignore)
        keys.add(Keys.SIGINT, eager=True)(_interrupt)  # of `kill -INT`; Ctrl-C itself is a key of questionary
        keys.add("enter", eager=True, filter=Condition(lambda: self.just_pressed))(_ignore)
        bind("c-b", Wish.BACK)
        bind("c-d", Wish.STOP)
        if loose:
            bind("<", Wish.BACK)
            bind("?", Wish.HELP)
            bind(":", TYPE_WISH)
            for letter, spot in letters.items():
                _bind_pointer(keys, letter, control(question), spot)
        if multiline:

            @keys.add("escape", "enter", eager=True)
            def _(event: Any) -> None:
                event.current_buffer.insert_text("\n")

        application = question.application
        application.key_bindings = merge_key_bindings([*filter(None, [application.key_bindings]), keys])
        application.key_processor.after_key_press += self._other_key

    def released(self) -> None:
        """Note that the question is over, and whether its last key is one after which an Enter comes from habit."""
        self._moment = time.monotonic() if self._pressed else -math.inf
        self._pressed = False

    def _other_key(self, _event: Any) -> None:
        self._moment = -math.inf


def control(question: questionary.Question) -> InquirerControl:
    """Return the part of a menu that knows what is pointed at and crossed."""
    controls = (window.content for window in question.application.layout.find_all_windows())
    return next(control for control in controls if isinstance(control, InquirerControl))


def _bind_pointer(keys: KeyBindings, letter: str, control: InquirerControl, spot: int) -> None:
    """Have *letter*, small or capital, point at the choice on *spot*; Enter then takes it."""

    def point(_event: Any) -> None:
        control.pointed_at = spot

    for key in (letter, letter.upper()):
        keys.add(key, eager=True)(point)


def _ignore(_event: Any) -> None:
    pass


def _interrupt(event: Any) -> None:
    event.app.exit(exception=KeyboardInterrupt)


# In questionary 2.1.1 the old answer would stay reversed, as if it were chosen; only the pointed one may stand out.
_STYLE = Style(
    [
        ("qmark", "bold"),
        ("question", "bold"),
        ("instruction", ""),
        ("pointer", "bold"),
        ("selected", "noreverse"),
        ("highlighted", "reverse"),
        ("kop", ""),
        ("vraag", "bold"),
        ("bewaard", "fg:#008700"),  # on black as well as on white it keeps its contrast
    ]
)


class Look:
    """The terminal behind *out*, of which we use at most *width*."""

    def __init__(self, out: TextIO, width: int, *, color: bool) -> None:
        self._output = create_output(stdout=out)
        self._width = min(width, 88) - 1
        self._depth = None if color else ColorDepth.DEPTH_1_BIT

    def print(self, text: str, style: str = "") -> None:
        """Print *text*, wrapped, in the class of *style*."""
        lines = FormattedText([(style, wrap(text, self._width))])
        print_formatted_text(lines, style=_STYLE, output=self._output, color_depth=self._depth)

    def wrap(self, text: str, indent: int) -> str:
        """Return *text* wrapped, for a place where every line begins *indent* to the right."""
        return wrap(text, self._width - indent).replace("\n", f"\n{' ' * indent}")

    @property
    def kwargs(self) -> dict[str, Any]:
        """What every question of questionary is given."""
        return {
            "style": _STYLE,
            "output": self._output,
            "erase_when_done": True,
            **({"color_depth": self._depth} if self._depth else {}),
        }
