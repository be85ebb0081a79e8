"""Words of two windows, two laptops and copies of the project file."""

from __future__ import annotations

from routekaart_cli.texts import heel

GEEN_SLOT = (
    "Let op: deze map kan het projectbestand niet op slot doen. Werk er niet in twee vensters tegelijk in. "
    "Antwoorden bewaren gaat gewoon door."
)


def intussen_anders(kort: str, vraag_id: str) -> str:
    opdracht = heel(f"routekaart nakijken {vraag_id}")
    return f"{kort}: iemand anders gaf intussen een ander antwoord. Allebei zijn bewaard. Kies samen met: {opdracht}"


def gered(sessie: int) -> str:
    opdracht = heel(f"routekaart terugdraaien --sessie {sessie}")
    return f"Jullie antwoorden zijn bewaard in een kopie. Die zet je terug met: {opdracht}."
