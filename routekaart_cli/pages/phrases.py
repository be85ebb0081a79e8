"""Words."""

from __future__ import annotations

LET_OP = "Let op:"
TIPS_GEMEENTEN = "Tips voor gemeenten"
VERDER = "Verder"
DOE_BRONNEN = "ook de bronnen, met hun adres"
NOG_NIET = "Nog niet ingevuld"


def voorbeeld_achter(soort: str, plaats: str) -> str:
    return ", ".join(deel for deel in (soort if soort == "tool" else "", plaats) if deel)
