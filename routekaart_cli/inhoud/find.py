"""Which provincie a person means. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from routekaart_cli.domain.routekaart import Federatie
from routekaart_cli.dutch import did_you_mean, enumeration, nearest
from routekaart_cli.errors import UnknownName


def zoek_federatie(federaties: Sequence[Federatie], getypt: str) -> Federatie:
    """Return the one of *federaties* whose provincie a person means with *getypt*.

    Capitals, accents, spaces and hyphens do not matter, and another name or the start of a name will do: `Fryslân`,
    `friesland`, `noord holland`, `gron`. Raises `UnknownName` with the nearest name and all names.
    """
    namen = {_kaal(naam): deel for deel in federaties for naam in (deel.provincie, deel.provincienaam, *deel.ook)}
    zoek = _kaal(getypt)
    passend = {deel.provincie: deel for naam, deel in namen.items() if zoek and naam.startswith(zoek)}
    if zoek in namen:
        return namen[zoek]
    if len(passend) == 1:
        return next(iter(passend.values()))
    bedoeld = nearest(zoek, namen)
    raise UnknownName(
        f"De provincie '{getypt}' bestaat niet.",
        (
            f"{did_you_mean(namen[bedoeld].provincienaam if bedoeld else None)}Kies uit "
            f"{enumeration(([deel.provincienaam for deel in federaties]), 'of')}."
        ),
    )


def _kaal(naam: str) -> str:
    """Return only the letters of *naam*, small and without accents."""
    return re.sub(r"[^a-z]", "", unicodedata.normalize("NFKD", naam.casefold()))
