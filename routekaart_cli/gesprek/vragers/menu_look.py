"""What a menu looks like, and what is printed around it."""

# ruff: noqa: TID253  # this is where questionary lives

from __future__ import annotations

from typing import Any, TextIO

from prompt_toolkit import print_formatted_text
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.output import ColorDepth, create_output
from prompt_toolkit.styles import Style

from routekaart_cli.dutch.characters import wrap

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
