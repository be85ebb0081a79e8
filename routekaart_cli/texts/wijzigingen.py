"""Words of turning changes back."""

from __future__ import annotations

from routekaart_cli.texts import unbroken


SESSIE_HINT = f"Zie welke kopieën er zijn met: {unbroken('routekaart terugdraaien --sessie')}"
SESSIE_NIET = "Er is niets veranderd."
