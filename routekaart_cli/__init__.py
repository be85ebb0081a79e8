"""Routekaart: a guide in Dutch for residents who make their wijk sustainable and free of natural gas."""

import sys

VERSIE = "0.1.0"

if sys.version_info < (3, 11):  # noqa: UP036  # whoever starts it without pip; all else here is for newer ones
    sys.exit(
        f"Routekaart heeft Python 3.11 of nieuwer nodig. Dit is Python {sys.version_info[0]}.{sys.version_info[1]}.\n"
        "Installeer een nieuwere Python. Hoe dat gaat, staat in README.md."
    )
