"""Words."""

from __future__ import annotations

LET_OP = "Let op:"
TIPS_GEMEENTEN = "Tips voor gemeenten"
FURTHER = "Verder"
DO_BRONNEN = "ook de bronnen, met hun adres"
NOT_YET = "Nog niet ingevuld"


def voorbeeld_behind(soort: str, place: str) -> str:
    return ", ".join(part for part in (soort if soort == "tool" else "", place) if part)
