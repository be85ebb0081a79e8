"""Which difficult words stand in a text. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from routekaart_cli.model import Begrip


def voorkomend(begrippen: Sequence[Begrip], tekst: str) -> tuple[Begrip, ...]:
    """Return those of *begrippen* that *tekst* uses, each once, in the order of the text.

    A word counts in any of its forms, as a whole word; the longest that fits goes first (`hybride warmtepomp` before
    `warmtepomp`). Capitals do not matter, except in an abbreviation: `RES` is no `res`.
    """
    laag = tekst.lower()
    vormen = {_sleutel(vorm): begrip for begrip in begrippen for vorm in begrip.vormen if vorm.lower() in laag}
    if not vormen:
        return ()
    langste_eerst = sorted(vormen, key=len, reverse=True)
    patroon = "|".join(re.escape(vorm) if _is_afkorting(vorm) else f"(?i:{re.escape(vorm)})" for vorm in langste_eerst)
    gevonden = re.findall(rf"(?<!\w)(?:{patroon})(?!\w)", tekst)
    return tuple(dict.fromkeys(vormen.get(woord) or vormen[woord.lower()] for woord in gevonden))


def _sleutel(vorm: str) -> str:
    return vorm if _is_afkorting(vorm) else vorm.lower()


def _is_afkorting(vorm: str) -> bool:
    """Is *vorm* one word with more than one capital, as `VvE` or `SDE++`?"""
    return " " not in vorm and sum(map(str.isupper, vorm)) > 1
