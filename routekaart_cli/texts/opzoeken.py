"""Words of the reference half: tips, voorbeelden, begrippen, contact, what changed, and search."""

from __future__ import annotations

from routekaart_cli.texts import aantal, bedoel_je

TIPS = "Tips"
VOORBEELDEN = "Voorbeelden en tools"
BEGRIPPEN = "Moeilijke woorden"
CONTACT = "Wie jullie kan helpen"
ACTUEEL = "Wat er sinds 2021 veranderde"
ACTUEEL_UITLEG = "De routekaart is van vóór eind 2021. Dit is er sindsdien veranderd, met de bron en de datum erbij."
PROVINCIES = "In elke provincie"
LANDELIJK = "Landelijk"
GEKOZEN_PROVINCIE = "Dit is de provincie van jullie project. Voor een andere provincie zet je de naam erachter."
OUD_ADRES = "Deze bron is oud. Kijk of de site nog klopt."
PAST_BIJ_JULLIE = "past bij jullie antwoorden"
EIGEN_UITLEG = "Deze uitleg is van ons zelf."
NIET_ZEKER = "Dit is waarschijnlijk zo. Een zekere bron is niet gevonden."
OOK = "Andere vormen"
HOORT_BIJ = "Hoort bij"
NIETS_GEVONDEN = "Niets gevonden."
NIET_ALLE_WOORDEN = "Deze woorden staan nergens bij elkaar. Hier staan de meeste ervan."

DOE_ZOEK = "iets opzoeken in alle teksten"
DOE_TIPS = "de tips van een fase helemaal lezen"
DOE_VOORBEELD = "een voorbeeld helemaal lezen"
DOE_VOORBEELDEN = "alle voorbeelden, per fase"
DOE_BEGRIP = "één woord opzoeken, met de bron"
DOE_BEGRIPPEN = "alle moeilijke woorden"
DOE_CONTACT = "wie helpt in een provincie"
DOE_FASE = "de hele fase lezen"
DOE_ALLES_GEVONDEN = "alles wat er gevonden is"
DOE_TREFFER = "het beste resultaat bekijken"
DOE_GEMEENTE = "jullie plan inbrengen bij de gemeente"

SOORTEN = {
    "begrip": ("Moeilijk woord", "Moeilijke woorden"),
    "fase": ("Fase", "Fasen"),
    "stap": ("Stap", "Stappen"),
    "tip": ("Tip", "Tips"),
    "voorbeeld": ("Voorbeeld", "Voorbeelden en tools"),
    "vraag": ("Vraag", "Vragen"),
    "antwoord": ("Jullie antwoord", "Jullie antwoorden"),
    "actueel": ("Sinds 2021 veranderd", "Sinds 2021 veranderd"),
    "contact": ("Wie kan helpen", "Wie kan helpen"),
    "hulp": ("Uitleg over routekaart", "Uitleg over routekaart"),
}
"""How each kind of result is called, for one and for more."""


def voorbeeld_onbekend(getypt: str) -> str:
    return f"Voorbeeld '{getypt}' bestaat niet."


def voorbeeld_hint(bedoeld: str | None) -> str:
    return f"{bedoel_je(bedoeld)}Alle voorbeelden zie je met: routekaart voorbeelden"


def begrip_onbekend(getypt: str) -> str:
    return f"Het woord '{getypt}' staat niet in de lijst."


def begrip_hint(bedoeld: str | None) -> str:
    return f"{bedoel_je(bedoeld)}Alle woorden zie je met: routekaart begrippen"


def tips_van(fase: str) -> str:
    return f"{TIPS} bij {fase}"


def voorbeelden_van(fase: str) -> str:
    return f"{VOORBEELDEN} bij {fase}"


def bron(adres: str) -> str:
    return f"Bron: {adres}"


def bron_van(adres: str, datum: str) -> str:
    return f"Bron: {adres} ({datum})"


def mail(adres: str) -> str:
    return f"E-mail: {adres}"


def telefoon(nummer: str) -> str:
    return f"Telefoon: {nummer}"


def site(adres: str) -> str:
    return f"Site: {adres}"


def nagezocht(dag: str) -> str:
    return f"Nagezocht op {dag}. Of een adres nu nog werkt, is niet gecontroleerd."


def ook_wel(namen: str) -> str:
    return f"{OOK}: {namen}."


def hoort_bij(namen: str) -> str:
    return f"{HOORT_BIJ}: {namen}."


def gezocht(term: str) -> str:
    return f"Gezocht: {term}"


def gevonden(hoeveel: int) -> str:
    return f"{aantal(hoeveel, 'plek', 'plekken')} gevonden."


def soort_kop(soort: str, hoeveel: int) -> str:
    return f"{SOORTEN[soort][hoeveel != 1]}: {hoeveel}"


def en_nog(hoeveel: int) -> str:
    return f"En nog {hoeveel}."


def bedoelde(term: str) -> str:
    return f"Bedoel je '{term}'? Typ dan: routekaart zoek {term}"


ANDER_WOORD = "Probeer een ander woord, of een korter woord."
TERM_LEEG = "Typ een woord om te zoeken, bijvoorbeeld: routekaart zoek jongeren"
