"""Which provincie a person means. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from routekaart_cli.domain.routekaart import Federatie
from routekaart_cli.dutch import did_you_mean, enumeration, nearest
from routekaart_cli.errors import UnknownName


def find_federatie(federaties: Sequence[Federatie], typed: str) -> Federatie:
    """Return the one of *federaties* whose provincie a person means with *typed*.

    Capitals, accents, spaces and hyphens do not matter, and another name or the start of a name will do: `Fryslân`,
    `friesland`, `noord holland`, `gron`. Raises `UnknownName` with the nearest name and all names.
    """
    names = {_bare(name): part for part in federaties for name in (part.provincie, part.provincienaam, *part.ook)}
    sought = _bare(typed)
    fitting = {part.provincie: part for name, part in names.items() if sought and name.startswith(sought)}
    if sought in names:
        return names[sought]
    if len(fitting) == 1:
        return next(iter(fitting.values()))
    meant = nearest(sought, names)
    raise UnknownName(
        f"De provincie '{typed}' bestaat niet.",
        (
            f"{did_you_mean(names[meant].provincienaam if meant else None)}Kies uit "
            f"{enumeration(([part.provincienaam for part in federaties]), 'of')}."
        ),
    )


def _bare(name: str) -> str:
    """Return only the letters of *name*, small and without accents."""
    return re.sub(r"[^a-z]", "", unicodedata.normalize("NFKD", name.casefold()))
