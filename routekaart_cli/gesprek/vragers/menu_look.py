"""What a menu looks like, and what is printed around it."""

# ruff: noqa: TID253  # this is where questionary lives

from __future__ import annotations

from typing import Any, TextIO

from prompt_toolkit import print_formatted_text
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.output import ColorDepth, create_output
from prompt_toolkit.styles import Style

from routekaart_cli.dutch.characters import vouw

# In questionary 2.1.1 the old answer would stay reversed, as if it were chosen; only the pointed one may stand out.
_STIJL = Style(
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


class Beeld:
    """The terminal behind *uit*, of which we use at most *breedte*."""

    def __init__(self, uit: TextIO, breedte: int, *, kleur: bool) -> None:
        self._output = create_output(stdout=uit)
        self._breedte = min(breedte, 88) - 1
        self._diepte = None if kleur else ColorDepth.DEPTH_1_BIT

    def print(self, tekst: str, stijl: str = "") -> None:
        """Print *tekst*, wrapped, in the class of *stijl*."""
        regels = FormattedText([(stijl, vouw(tekst, self._breedte))])
        print_formatted_text(regels, style=_STIJL, output=self._output, color_depth=self._diepte)

    def wrap(self, tekst: str, inspringen: int) -> str:
        """Return *tekst* wrapped, for a place where every line begins *inspringen* to the right."""
        return vouw(tekst, self._breedte - inspringen).replace("\n", f"\n{' ' * inspringen}")

    @property
    def kwargs(self) -> dict[str, Any]:
        """What every question of questionary is given."""
        return {
            "style": _STIJL,
            "output": self._output,
            "erase_when_done": True,
            **({"color_depth": self._diepte} if self._diepte else {}),
        }
