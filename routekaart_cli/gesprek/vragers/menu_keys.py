"""The keys at a menu or a line, on top of those of questionary, and what a menu looks like."""

# ruff: noqa: TID253  # this is where questionary lives

from __future__ import annotations

import math
import string
import time
from collections.abc import Callable
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

from routekaart_cli.dutch import without_accents
from routekaart_cli.dutch.characters import visible, wrap
from routekaart_cli.gesprek.vragers.asker import Wish

TYPE_WISH = object()
"""What a menu returns when somebody wants to type an opdracht."""
HABIT = 0.7
"""Within so many seconds after `?` or `<` in a menu, an Enter comes from the habit of typing lines."""


_UNWANTED = [
    *((f"c-{letter}",) for letter in "aefgklnopqrstuvwxyz]^\\@"), (Keys.Tab,), (Keys.BackTab,),
    *(("escape", char) for char in string.ascii_letters + string.digits + string.punctuation),
]  # fmt: skip
"""Keys of Emacs and of questionary that bring English, swallow a text or stop: a search, an argument, a quit."""


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

    def bind(self, question: questionary.Question, *, typed: Typed | None, loose: bool, multiline: bool) -> None:
        """Bind Ctrl-B back and Ctrl-D stop; in a menu (*loose*) also `<`, `?` and `:`; all else that is *typed* points.

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
        for unwanted in _UNWANTED:
            keys.add(*unwanted, eager=True)(_ignore)
        if typed is not None:
            typed.bind(keys, control(question))
        bind("c-b", Wish.BACK)
        bind("c-d", Wish.STOP)
        if loose:
            bind("<", Wish.BACK)
            bind("?", Wish.HELP)
            bind(":", TYPE_WISH)
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


class Typed:
    """What is typed at a menu: it points at the choice that is meant, stands above the menu, and is never swallowed.

    It is given to questionary as the message, so that the menu shows it. What matches nothing is refused: Enter then
    takes nothing, until it is changed or an arrow points. A digit points at the choice with that number.
    """

    def __init__(self, *, crosses: bool) -> None:
        self._crosses = crosses
        """Does the space bar cross? Else it is typed like any other key."""
        self._text = ""
        self._missed = False

    def __format__(self, _spec: str) -> str:
        """Return what stands before the instruction."""
        shown = visible(self._text)
        said = f"{shown} staat er niet bij." if self._missed else shown
        return f"{said}\n" if said else ""  # a line of its own: the terminal would break the instruction within a word

    def bind(self, keys: KeyBindings, menu: InquirerControl) -> None:
        """Have every key that writes, and every paste, point in *menu*."""

        def typed(event: Any) -> None:
            for char in " ".join(event.data.split("\n")) if len(event.data) > 1 else event.data:
                self._type(char, menu)

        def arrow(event: Any) -> None:
            self._text, self._missed = "", False
            (menu.select_next if event.key_sequence[0].key == Keys.Down else menu.select_previous)()

        for char in string.ascii_letters + string.digits + string.punctuation + ("" if self._crosses else " "):
            if char not in "<?:" and not (self._crosses and char == "a"):
                keys.add(char, eager=True)(typed)
        keys.add(Keys.Any)(typed)  # not eager: Escape may begin another key
        keys.add(Keys.BracketedPaste, eager=True)(typed)
        for key in (Keys.Up, Keys.Down):
            keys.add(key, eager=True)(arrow)
        keys.add("enter", eager=True, filter=Condition(lambda: self._missed))(_ignore)
        keys.add(Keys.Backspace, eager=True)(lambda _: self._point(self._text[:-1], menu))
        if self._crosses:
            keys.add("a", eager=True, filter=Condition(lambda: bool(self._text)))(typed)  # else it crosses all
            keys.add(" ", eager=True, filter=Condition(lambda: not self._missed))(lambda _: self._cross(menu))
            keys.add(" ", eager=True, filter=Condition(lambda: self._missed))(_ignore)

    def _cross(self, menu: InquirerControl) -> None:
        """Cross what is pointed at, or take its cross away; what is typed next points anew."""
        self._text = ""
        pointed = menu.get_pointed_at().value
        (menu.selected_options.remove if pointed in menu.selected_options else menu.selected_options.append)(pointed)

    def _type(self, char: str, menu: InquirerControl) -> None:
        """Add *char*; behind one letter that pointed, another that begins a choice starts anew (`j`, then `n`)."""
        if char.isprintable():
            again = len(self._text) == 1 and not self._missed and self._spot(self._text + char, menu) is None
            self._point(char if again and self._spot(char, menu) is not None else self._text + char, menu)

    def _point(self, text: str, menu: InquirerControl) -> None:
        self._text = text
        spot = self._spot(text, menu) if text.strip() else menu.pointed_at
        self._missed = spot is None
        if spot is not None:
            menu.pointed_at = spot

    def _spot(self, text: str, menu: InquirerControl) -> int | None:
        """Return which choice *text* is: by its number, how it begins, or a word in it; None when it is none."""
        wanted, *titles = (
            without_accents(" ".join(words.replace("-", " ").split()))
            for words in (text, *(str(choice.title) for choice in menu.choices))
        )
        if wanted.isdecimal() and 1 <= int(wanted) <= len(titles) and len(wanted) == 1:
            return int(wanted) - 1
        begins = (spot for spot, title in enumerate(titles) if title.startswith(wanted))
        within = (spot for spot, title in enumerate(titles) if f" {wanted}" in f" {title}")
        return next(begins, next(within, None))


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
    """The terminal behind *out*, of which we use at most *width*; *spell* fills in how commands are typed."""

    def __init__(self, out: TextIO, width: int, spell: Callable[[str], str], *, color: bool) -> None:
        self._output = create_output(stdout=out)
        self._spell = spell
        self._width = min(width, 88) - 1
        self._depth = None if color else ColorDepth.DEPTH_1_BIT

    def print(self, text: str, style: str = "") -> None:
        """Print *text*, wrapped, in the class of *style*."""
        lines = FormattedText([(style, self.wrap(text, 0))])
        print_formatted_text(lines, style=_STYLE, output=self._output, color_depth=self._depth)

    def wrap(self, text: str, indent: int) -> str:
        """Return *text* wrapped, for a place where every line begins *indent* to the right."""
        return wrap(self._spell(text), self._width - indent).replace("\n", f"\n{' ' * indent}")

    @property
    def kwargs(self) -> dict[str, Any]:
        """What every question of questionary is given."""
        return {
            "style": _STYLE,
            "output": self._output,
            "erase_when_done": True,
            **({"color_depth": self._depth} if self._depth else {}),
        }
