"""Words for those who write the content: what is wrong between files, and how much there is."""

from __future__ import annotations

from routekaart_cli.texts import aantal, bedoel_je, opsomming

IN_ORDE = "De inhoud is in orde."
KAART = "Kaart van de inhoud"
VERDER = "De andere bestanden"
HERSTEL = "Verbeter de bestanden in content/ en typ weer: routekaart inhoud controleer"
DOE_CONTROLEER = "de teksten controleren"
DOE_SCHEMA = "het JSON-schema van een opdracht"

VRAGEN = "vragen"
BEGRIPPEN = "begrippen"
ACTUEEL = "items"
FEDERATIES = "federaties"
ONDERWERPEN = "onderwerpen"


def bevindingen(hoeveel: int) -> str:
    return f"{aantal(hoeveel, 'fout', 'fouten')} in de inhoud"


def telling(tips: int, voorbeelden: int) -> str:
    return f"{aantal(tips, 'tip', 'tips')}, {aantal(voorbeelden, 'voorbeeld', 'voorbeelden')}"


def stap(id_: str, vragen: int) -> str:
    return f"{id_}, {aantal(vragen, 'vraag', 'vragen')}"


def wat_onbekend(getypt: str) -> str:
    return f"'{getypt}' kan hier niet."


def wat_hint(bedoeld: str | None, namen: list[str]) -> str:
    return f"{bedoel_je(bedoeld)}Kies uit {opsomming(namen, 'of')}.\nTyp bijvoorbeeld: routekaart inhoud {namen[0]}"


def document_onbekend(getypt: str) -> str:
    return f"Van '{getypt}' is er geen schema."


def document_hint(bedoeld: str | None, namen: list[str]) -> str:
    return f"{bedoel_je(bedoeld)}Er is een schema van {opsomming(namen)}."


def id_dubbel(bestand: str, id_: str, eerder: str) -> str:
    return f"content/{bestand}: id '{id_}' bestaat al in content/{eerder}"


def voorwaarde_vraag(bestand: str, id_: str, vraag: str) -> str:
    return f"content/{bestand}: bij '{id_}' hoort een vraag '{vraag}', maar die bestaat niet"


def voorwaarde_keuze(bestand: str, id_: str, vraag: str, keuze: str) -> str:
    return f"content/{bestand}: bij '{id_}' is '{keuze}' geen keuze van '{vraag}'"


def advies_fase(fase: str) -> str:
    return f"content/intake.yaml: het advies noemt fase '{fase}', maar die bestaat niet"


def los_bestand(bestand: str) -> str:
    return f"content/{bestand}: dit bestand staat niet bij `fasen` in content/routekaart.yaml"
