"""Words of answers: how they read, why one is refused and what is accepted, and answers that came with a command."""

from __future__ import annotations

JA = "Ja"
NEE = "Nee"
WEET_NIET = "Weet ik nog niet"
OVERGESLAGEN = "Niets ingevuld"


LEEG_HINT = "Weten jullie het niet? Typ dan: weet ik nog niet"


def alleen_fout(tekst: str) -> str:
    return f"'{tekst}' kan niet samen met een ander antwoord."


ALLEEN_HINT = "Kies alleen dat antwoord, of alleen de andere."


VOORBEELD = "Bijvoorbeeld: {voorbeeld}"


def open_vragen(regels: list[str], meer: int) -> str:
    """Return the open questions with their ids; *meer* is how many are left out."""
    staart = [f"  en nog {meer}. Alle vragen zie je met: routekaart vragen"] if meer else []
    return "\n".join(["Er zijn nog vragen open, maar hier kan niemand antwoorden.", *regels, *staart])


GEEN_TERMINAL_HINT = """\
Geef antwoorden mee met --antwoord ID=WAARDE of met --antwoorden BESTAND.
Of open een terminal en typ:
  routekaart start
Komen de antwoorden uit een pijp, een per regel? Typ dan:
  routekaart start --toegankelijk"""


KEUZE_LEEG = "Kies iets uit de lijst."


def nummer_hint(hoogste: int) -> str:
    return f"Typ een nummer van 1 tot {hoogste}."


def open_vraag(vraag_id: str, vraag: str) -> str:
    return f"  {vraag_id}: {vraag}"
