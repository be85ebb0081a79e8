"""What several parts of the conversation say, and what menus and plain lines both say."""

from __future__ import annotations

from collections.abc import Sequence

from routekaart_cli.domain.routekaart import Vraag
from routekaart_cli.dutch import sentence
from routekaart_cli.dutch.opdrachten import to_type

NO_TERMINAL_HINT = f"""\
Geef antwoorden mee met --antwoord ID=WAARDE of met --antwoorden BESTAND.
Of open een terminal en typ:
  {to_type("start")}
Komen de antwoorden uit een pijp, een per regel? Typ dan:
  {to_type("start", "--toegankelijk")}"""
TYPE_DATUM = "Typ een datum, bijvoorbeeld 31-1-2027 of eind maart."
TYPE_BEDRAG = "Typ een bedrag in euro's. Ongeveer is goed."
TYPE_GETAL = "Typ een getal. Ongeveer is goed."
TYPE_TEKST = "Typ je antwoord, dan Enter."
LINES_LEFT = "Er kwamen meer regels mee dan er nodig waren. Die zijn niet gebruikt."
UNKNOWN_WISH = (
    "Dat kennen we niet. Je kunt kiezen uit ?, <, :later, :overzicht, :plan, :wis, :oneens, :editor en :stop. "
    "Begint je antwoord echt met een dubbele punt? Typ er dan twee."
)
LEAVE_IT = "Laat het zo"
CLEARED = "Het antwoord is weg. De vraag staat weer open."
NOTHING_TO_CLEAR = "Hier is nog geen antwoord."


def open_vragen(vragen: Sequence[Vraag], more: int = 0) -> str:
    """Return the open *vragen* with their ids; *more* is how many are left out."""
    lines = [f"  {vraag.id}: {vraag.vraag}" for vraag in vragen]
    tail = [f"  en nog {more}. Alle vragen zie je met: {to_type('vragen')}"] if more else []
    return "\n".join(["Routekaart kan hier geen vragen stellen: dit is geen terminal. Nog open:", *lines, *tail])


def number_hint(highest: int) -> str:
    return f"Typ een nummer van 1 tot {highest}."


def paragraphs(text: str) -> str:
    """Return the paragraphs of *text* right below each other."""
    return text.replace("\n\n", "\n")


def stored(words: str) -> str:
    return sentence(f"Bewaard: {words}")


def current(words: str) -> str:
    return f"Jullie antwoord nu: {words}"
