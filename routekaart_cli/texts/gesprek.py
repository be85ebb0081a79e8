"""Words of the interview: questions, refusals, and what is said between two answers."""

from __future__ import annotations

from routekaart_cli.texts import sentence

TYP_DATUM = "Typ een datum, bijvoorbeeld 31-1-2027 of eind maart."
TYP_GETAL = "Typ een getal. Ongeveer is goed."
TYP_TEKST = "Typ je antwoord, dan Enter."

REGELS_OVER = "Er kwamen meer regels mee dan er nodig waren. Die zijn niet gebruikt."
ONBEKENDE_OPDRACHT = (
    "Dat kennen we niet. In het gesprek kun je kiezen uit ?, <, :later, :overzicht, :wis, :oneens, :editor en :stop. "
    "Begint je antwoord echt met een dubbele punt? Typ er dan twee."
)
LAAT_ZO = "Laat het zo"


def alineas(tekst: str) -> str:
    """Return the paragraphs of *tekst* right below each other."""
    return tekst.replace("\n\n", "\n")


def bewaard(woorden: str) -> str:
    return sentence(f"Bewaard: {woorden}")


def huidig(woorden: str) -> str:
    return f"Jullie antwoord nu: {woorden}"


GEWIST = "Het antwoord is weg. De vraag staat weer open."
NIETS_TE_WISSEN = "Hier is nog geen antwoord."
