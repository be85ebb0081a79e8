"""Words."""

from __future__ import annotations

from routekaart_cli.dutch import sentence

GEEN_TERMINAL_HINT = """\
Geef antwoorden mee met --antwoord ID=WAARDE of met --antwoorden BESTAND.
Of open een terminal en typ:
  routekaart start
Komen de antwoorden uit een pijp, een per regel? Typ dan:
  routekaart start --toegankelijk"""
TYP_DATUM = "Typ een datum, bijvoorbeeld 31-1-2027 of eind maart."
TYP_GETAL = "Typ een getal. Ongeveer is goed."
TYP_TEKST = "Typ je antwoord, dan Enter."
REGELS_OVER = "Er kwamen meer regels mee dan er nodig waren. Die zijn niet gebruikt."
ONBEKENDE_OPDRACHT = (
    "Dat kennen we niet. In het gesprek kun je kiezen uit ?, <, :later, :overzicht, :wis, :oneens, :editor en :stop. "
    "Begint je antwoord echt met een dubbele punt? Typ er dan twee."
)
LAAT_ZO = "Laat het zo"
GEWIST = "Het antwoord is weg. De vraag staat weer open."
NIETS_TE_WISSEN = "Hier is nog geen antwoord."


def open_vragen(regels: list[str], meer: int) -> str:
    """Return the open questions with their ids; *meer* is how many are left out."""
    staart = [f"  en nog {meer}. Alle vragen zie je met: routekaart vragen"] if meer else []
    return "\n".join(["Er zijn nog vragen open, maar hier kan niemand antwoorden.", *regels, *staart])


def nummer_hint(hoogste: int) -> str:
    return f"Typ een nummer van 1 tot {hoogste}."


def open_vraag(vraag_id: str, vraag: str) -> str:
    return f"  {vraag_id}: {vraag}"


def alineas(tekst: str) -> str:
    """Return the paragraphs of *tekst* right below each other."""
    return tekst.replace("\n\n", "\n")


def bewaard(woorden: str) -> str:
    return sentence(f"Bewaard: {woorden}")


def huidig(woorden: str) -> str:
    return f"Jullie antwoord nu: {woorden}"
