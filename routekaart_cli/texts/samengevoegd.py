"""Words of two windows, two laptops and copies of the project file."""

from __future__ import annotations

from routekaart_cli.texts import aantal, heel

GEEN_SLOT = (
    "Let op: het projectbestand gaat niet op slot. Misschien hangt er een ander venster, of kan deze map het niet. "
    "Werk er niet in twee vensters tegelijk in. Antwoorden bewaren gaat gewoon door."
)
TITEL = "Samengevoegd"
NIETS_NIEUWS = "Er is niets veranderd: alles stond al in jullie bestand."
GELIJK = "De bestanden zeggen hetzelfde. Er is niets veranderd."
NIET_EENS = "In allebei anders: jullie meningen staan naast elkaar"
UIT_BEIDE = "Uit allebei samen"
WEGGEHAALD = "weggehaald"
DOE_KIEZEN = "samen kiezen uit de meningen"
DOE_TERUG = "het samenvoegen ongedaan maken"
AANTAL_FOUT = "Noem één of twee bestanden."
AANTAL_HINT = "Typ bijvoorbeeld: routekaart samenvoegen kopie-van-jan.yaml"
GIT_FOUT = "Met --git horen er precies drie bestanden te staan."
GIT_HINT = "Zet in git: routekaart samenvoegen --git %O %A %B"
KOPIE_KORT = "Kopie samenvoegen"
KOPIE_WAAROM = (
    "Zo'n kopie ontstaat als twee mensen tegelijk in een gedeelde map werken. Samenvoegen bewaart de antwoorden uit "
    "allebei. Met nee blijft alles zoals het is."
)

KOPIE_KAPOT = "Die kopie slaan we over. Vraag wie hem maakte om een nieuwe, of haal het bestand weg uit de map."


def in_plaats_van(woorden: str) -> str:
    return f"In plaats van: {woorden}"


def uit(bestand: str) -> str:
    return f"Uit {bestand}"


def geschreven(bestand: str) -> str:
    return f"Alles staat nu in {bestand}."


def kopie_gevonden(naam: str, anders: int) -> str:
    verschil = f"{'is' if anders == 1 else 'zijn'} {aantal(anders, 'antwoord', 'antwoorden')} anders"
    return f"Naast jullie bestand staat een kopie: {naam}. Daarin {verschil}. Willen jullie samenvoegen?"


def kopie_opgeruimd(pad: str) -> str:
    return f"De kopie is verplaatst naar {pad}."


def kopie_later(naam: str) -> str:
    return f"De kopie blijft staan. Later samenvoegen kan met: {heel('routekaart samenvoegen')} '{naam}'"


def intussen_anders(kort: str, vraag_id: str) -> str:
    opdracht = heel(f"routekaart nakijken {vraag_id}")
    return f"{kort}: iemand anders gaf intussen een ander antwoord. Allebei zijn bewaard. Kies samen met: {opdracht}"


def teruggezet(hoeveel: int) -> str:
    was = "was een antwoord" if hoeveel == 1 else f"waren {aantal(hoeveel, 'antwoord', 'antwoorden')}"
    weer = "Het staat er weer in." if hoeveel == 1 else "Ze staan er weer in."
    return f"Het bestand was veranderd door een ouder exemplaar. Daarin {was} van net verdwenen. {weer}"


def niet_eens_git(vraag_id: str) -> str:
    return f"{vraag_id}: in allebei veranderd. Beide antwoorden staan er nu in."


def gered(sessie: int) -> str:
    opdracht = heel(f"routekaart terugdraaien --sessie {sessie}")
    return f"Jullie antwoorden zijn bewaard in een kopie. Die zet je terug met: {opdracht}."
