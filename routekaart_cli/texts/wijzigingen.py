"""Words of turning changes back."""

from __future__ import annotations

from routekaart_cli.texts import aantal, heel, zin

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


SESSIES = "Kopieën van jullie laatste avonden"
SESSIES_UITLEG = "De nieuwste staat bovenaan. Terugzetten kun je altijd weer ongedaan maken."
SESSIES_GEEN = "Er zijn nog geen kopieën. De eerste komt er bij het eerste antwoord."
SESSIE_HINT = f"Zie welke kopieën er zijn met: {heel('routekaart terugdraaien --sessie')}"
NUMMER_LOS = "Een nummer hoort bij --sessie."
LIJST_OPNIEUW = "--lijst en --opnieuw kunnen niet samen."
LIJST_OPNIEUW_HINT = f"Eerst zien wat er terug kan? Typ alleen: {heel('routekaart terugdraaien --lijst')}"
SESSIE_KORT = "Terugzetten"
SESSIE_ZEKER = "Willen jullie deze kopie terugzetten?"
SESSIE_WAAROM = (
    f"Met ja komt alles zo terug te staan. Dat kun je weer ongedaan maken met: {heel('routekaart terugdraaien')}"
)
SESSIE_NIET = "Er is niets veranderd."
SESSIE_KAPOT = "niet te lezen"
SESSIE_NU = "zoals het nu is"
DOE_SESSIE = "zien wat er dan verandert, en terugzetten"


def sessie(nummer: str) -> str:
    return f"Kopie {nummer}: dit verandert er"


def sessie_onbekend(nummer: str) -> str:
    return f"Kopie {nummer} is er niet."


def sessie_kapot(nummer: str) -> str:
    return f"Kopie {nummer} is niet te lezen."


def sessie_gelijk(nummer: str) -> str:
    return f"Kopie {nummer} is zoals het nu is."


def sessie_anders(antwoorden: int, anders: int | None) -> str:
    totaal = aantal(antwoorden, "antwoord", "antwoorden")
    if anders is None:
        return totaal
    return f"{totaal}, {anders} anders dan nu" if anders else f"{totaal}, {SESSIE_NU}"


def sessie_terug(nummer: str) -> str:
    return f"Kopie {nummer} is teruggezet. Ongedaan maken kan met: {heel('routekaart terugdraaien')}"


def sessie_inhoud(nummer: str, antwoorden: int) -> str:
    staan = "staat" if antwoorden == 1 else "staan"
    return (
        f"In kopie {nummer} {staan} {aantal(antwoorden, 'antwoord', 'antwoorden')}. Het bestand zelf is niet te lezen."
    )


def onleesbaar_terug(nummer: str, pad: str) -> str:
    return f"Kopie {nummer} is teruggezet. Het onleesbare bestand is bewaard als {pad}."


def heel_gebleven(moment: str, nummer: int) -> str:
    van = f" van {moment}" if moment else ""
    return f"De kopie{van} is nog heel. Die zet je terug met: {heel(f'routekaart terugdraaien --sessie {nummer}')}"


def nu(tekst: str) -> str:
    return f"Nu: {tekst}"


def dan(tekst: str) -> str:
    return f"Dan: {tekst}"
