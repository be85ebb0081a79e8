"""Words of turning changes back."""

from __future__ import annotations

from routekaart_cli.texts import unbroken


def van(moment: str) -> str:
    return f"Dit was de wijziging van {moment}."


SESSIE_HINT = f"Zie welke kopieën er zijn met: {unbroken('routekaart terugdraaien --sessie')}"
SESSIE_NIET = "Er is niets veranderd."
