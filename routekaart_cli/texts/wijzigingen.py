"""Words of turning changes back."""

from __future__ import annotations

from routekaart_cli.texts import aantal, zin

NIETS = "Er is niets om terug te draaien."
NIETS_OPNIEUW = "Er is niets teruggedraaid dat terug kan komen."
NIETS_HINT = "Een antwoord veranderen kan altijd met: routekaart nakijken"
LIJST = "Wat jullie kunnen terugdraaien"
LIJST_UITLEG = "De nieuwste wijziging staat bovenaan en gaat als eerste terug."
TERUG = "Teruggedraaid"
OPNIEUW = "Toch weer veranderd"
DOE_TERUG = "de wijziging die bovenaan staat terugdraaien"
DOE_NOG_EEN = "nog een wijziging terugdraaien"
DOE_OPNIEUW = "dit toch weer veranderen"
DOE_LIJST = "zien wat er terug kan"


def van(moment: str) -> str:
    return f"Dit was de wijziging van {moment}."


def voor_en_na(voor: str, na: str) -> tuple[str, str]:
    return f"Er stond: {voor}", f"Nu staat er: {na}"


def regel(vraag: str, voor: str, na: str) -> str:
    return f"{vraag}. Eerst: {zin(voor)} Daarna: {zin(na)}"


def bij_stap(nummer: str, kort: str) -> str:
    return f"Stap {nummer}, {kort}"


def en_nog(hoeveel: int) -> str:
    return f"En nog {aantal(hoeveel, 'ander antwoord', 'andere antwoorden')}."
