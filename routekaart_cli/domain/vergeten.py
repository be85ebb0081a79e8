"""Answers without somebody who does not want to be in them any more. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from routekaart_cli.domain.antwoorden import Antwoord, Antwoorden, Stand, Waarde
from routekaart_cli.domain.routekaart import Delen, Soort, Vraag

GONE = "(naam weggehaald)"
_WRITTEN = (Soort.TEKST, Soort.LANGE_TEKST)
"""What people write in their own words; the rest is chosen, or a number or a day."""


def without(vragen: Sequence[Vraag], antwoorden: Antwoorden, naam: str) -> dict[str, Antwoord | None]:
    """Return by vraag the answers in which *naam* stands as they are without it; None is no answer at all.

    A row that is about this person goes as a whole; in a text `GONE` comes in place of the name. Capitals and accents
    do not matter, only whole words count.
    """
    by_id = {vraag.id: vraag for vraag in vragen}
    name = re.compile(rf"(?<!\w){re.escape(naam)}(?!\w)", re.IGNORECASE)

    def gone(text: str) -> str:
        return "" if name.fullmatch(text.strip()) else name.sub(GONE, text)

    changed: dict[str, Antwoord | None] = {}
    for vraag_id, antwoord in antwoorden.items():
        vraag = by_id.get(vraag_id)
        sides = [
            side._replace(waarde=waarde, door=gone(side.door), unknown=_deep(gone, side.unknown))
            for side in antwoord.alternatieven
            if (waarde := _waarde(vraag, side.waarde, gone))
        ]
        waarde = _waarde(vraag, antwoord.waarde, gone)
        left: Antwoord | None = antwoord._replace(
            waarde=waarde, door=gone(antwoord.door), alternatieven=tuple(sides), unknown=_deep(gone, antwoord.unknown)
        )
        if antwoord.alternatieven and len(sides) < 2:
            left = Antwoord(Stand.GEGEVEN, sides[0].waarde, door=sides[0].door) if sides else None
        elif antwoord.waarde and not waarde:
            left = None
        if left != antwoord:
            changed[vraag_id] = left
    return changed


def _waarde(vraag: Vraag | None, waarde: Waarde, gone: Callable[[str], str]) -> Waarde:
    if isinstance(waarde, str):
        return gone(waarde) if vraag is None or vraag.soort in _WRITTEN else waarde
    if not all(isinstance(part, Mapping) for part in waarde):
        return waarde
    about = {veld.id for veld in vraag.velden if veld.delen is not Delen.JA} if vraag else set()
    rows = [part for part in waarde if isinstance(part, Mapping)]
    return tuple(
        {name: gone(text) for name, text in row.items()}
        for row in rows
        if not any(text and not gone(text) for name, text in row.items() if name in about)
    )


def _deep(gone: Callable[[str], str], part: Any) -> Any:
    """Return *part*, which we do not know, with every text in it without the name."""
    if isinstance(part, str):
        return gone(part)
    if isinstance(part, Mapping):
        return {name: _deep(gone, inside) for name, inside in part.items()}
    return [_deep(gone, inside) for inside in part] if isinstance(part, list) else part
