"""Words of `controleer`."""

from __future__ import annotations

from routekaart_cli.texts import aantal

TITEL = "Controle van jullie project"
PAST_NIET = ("Past niet bij de vraag", "Deze antwoorden staan wel in het bestand, maar kloppen niet.")
ONEENS = ("Nog niet eens", "Alle meningen zijn bewaard. Kies samen, of zet het op de agenda.")
OPEN = ("Nog open", "Deze antwoorden heb je nodig voor een goed gesprek met de gemeente.")
WEG = ("Vraag bestaat niet meer", "De antwoorden blijven in het bestand. Ze staan niet in het plan.")
ONBEKEND = ("Onbekend in het bestand", "Routekaart kent dit niet en laat het staan.")
NAAST = ("Kopie naast jullie bestand", "Misschien staan er antwoorden in die jullie missen.")
COMPLEET = "Er ontbreekt niets. Dit plan kan naar de gemeente."
NIEUWER = "Let op: dit bestand is van een nieuwere routekaart. Je kunt het hier alleen bekijken. Werk routekaart bij."
NIET_COMPLEET = "Het plan is nog niet compleet. Exporteren kan wel: wat open is, staat erin als open punt."
DOE_NAKIJKEN = "het eerste punt oplossen"
DOE_SAMENVOEGEN = "de kopie samenvoegen"
DOE_EXPORT = "het actieplan maken"


def heel_bestand(bestand: str, antwoorden: int) -> str:
    return f"{bestand} is te lezen. Er {'staat' if antwoorden == 1 else 'staan'} {_antwoorden(antwoorden)} in."


def _antwoorden(hoeveel: int) -> str:
    return aantal(hoeveel, "antwoord", "antwoorden")


def geparkeerd(hoeveel: int) -> str:
    return f"Verder {'geldt' if hoeveel == 1 else 'gelden'} {_antwoorden(hoeveel)} nu niet. Ze blijven bewaard."


def en_nog(hoeveel: int) -> str:
    return f"En nog {hoeveel}."
