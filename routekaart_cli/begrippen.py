"""Which difficult words stand in a text. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from routekaart_cli.model import Begrip


def voorkomend(begrippen: Sequence[Begrip], tekst: str) -> tuple[Begrip, ...]:
    """Return those of *begrippen* that *tekst* uses, each once, in the order of the text.

    A word counts in any of its forms, as a whole word, in capitals or not; the longest that fits goes first
    (`hybride warmtepomp` before `warmtepomp`).
    """
    vormen = {vorm.lower(): begrip for begrip in begrippen for vorm in (begrip.woord, *begrip.ook)}
    if not vormen:
        return ()
    langste_eerst = sorted(vormen, key=len, reverse=True)
    patroon = re.compile(rf"(?<!\w)({'|'.join(map(re.escape, langste_eerst))})(?!\w)", re.IGNORECASE)
    return tuple(dict.fromkeys(vormen[gevonden.lower()] for gevonden in patroon.findall(tekst)))
