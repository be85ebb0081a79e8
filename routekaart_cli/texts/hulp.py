"""Words of the help screens and of usage errors."""

from __future__ import annotations

from routekaart_cli.texts import bedoel_je, opsomming

GEBRUIK = "Gebruik:"
OPTIES = "[OPTIES]"
OPDRACHT = "[OPDRACHT]"
KOP_INVULLEN = "Wat je invult"
KOP_OPTIES = "Opties"
KOP_OVERAL = "Bij elke opdracht"

AAN_DE_SLAG = "Aan de slag"
OPZOEKEN = "Opzoeken"
JULLIE_PROJECT = "Jullie project"
VOOR_REDACTEUREN = "Voor redacteuren"
GROEPEN = (AAN_DE_SLAG, OPZOEKEN, JULLIE_PROJECT, VOOR_REDACTEUREN)

PROGRAMMA = """\
Routekaart helpt jullie stap voor stap naar een duurzame wijk zonder aardgas.

Begin met: routekaart start
"""
START = "Begin met de vragen, of ga verder waar jullie waren. Elk antwoord wordt meteen bewaard."
VRAGEN = "Laat alle vragen zien, zonder ze te stellen."
FASE = "Laat één fase zien. Zonder nummer: de vijf fasen met jullie voortgang."
STAP = "Laat één stap zien, of werk hem bij."
STATUS = "Zie waar jullie staan en wat nu slim is om te doen."
NAKIJKEN = "Kijk jullie antwoorden na, en verander ze."
TERUGDRAAIEN = "Maak de laatste wijziging ongedaan. Tot twintig keer, ook na een nieuwe start."
SAMENVOEGEN = "Voeg antwoorden uit een andere kopie van jullie bestand toe."
CONTROLEER = "Kijk of jullie bestand in orde is en wat er nog ontbreekt."
TIPS = "De tips van een fase. Zonder nummer: alle tips, per fase."
VOORBEELDEN = "De voorbeelden en tools van een fase, of één voorbeeld helemaal."
BEGRIPPEN = "Wat moeilijke woorden betekenen."
ZOEK = "Zoek in alle teksten en in jullie antwoorden."
GEMEENTE = "Het zijspoor: jullie plan inbrengen bij de gemeente."
CONTACT = "Wie jullie kan helpen, ook in jullie provincie."
ACTUEEL = "Wat er sinds 2021 veranderd is: wetten, plannen en geld."
HULP_OPDRACHT = "Uitleg over een opdracht of een onderwerp, zoals toetsen."
VOLTOOIING = "Een script waarmee je shell opdrachten aanvult als je Tab typt."
INHOUD = "Controleer de teksten, of zie hoe ze in elkaar zitten."
EXPORT = "Maak het actieplan als document."
AGENDA = "Maak de agenda voor de volgende bijeenkomst."

WERKBLAD = "Zet de vragen op papier, of in een bestand om in te vullen."

HELP = "Laat deze uitleg zien."
VERSIE = "Laat de versie zien."
JSON = "Geef de uitkomst als JSON, voor andere programma's."
PROJECT = "Het projectbestand, of de map waarin het staat."
PAD = "PAD"
GEEN_KLEUR = "Gebruik geen kleuren."
GEEN_INVOER = "Stel geen vragen."
TOEGANKELIJK = "Gewone regels, geschikt voor een schermlezer."

START_ANTWOORD = "Geef een antwoord mee. Dit mag vaker."
START_ANTWOORDEN = "Lees antwoorden uit een invulbestand (zie werkblad) of een ander YAML-bestand."
START_FASE = "Ga verder met deze fase: 1 tot 5, of gemeente."
VRAGEN_FASE = "Alleen de vragen van deze fase: 1 tot 5, of gemeente."
FASE_NAAM = "Een nummer of een naam: 3, verdiepen of gemeente."
FASE_ALLES = "Ook alle tips en de volledige voorbeelden."
GEEN_UITLEG = "Zonder uitleg van moeilijke woorden."
GEMEENTE_ALLES = "Ook de bronnen, met hun adres."
VOORBEELD_NAAM = "Een fase, zoals 3, of de naam van een voorbeeld. Leeg: alle titels."
BEGRIP_WOORD = "Het woord. Leeg: alle woorden."
ZOEK_TERM = "Een of meer woorden. Hoofdletters en accenten maken niet uit."
ZOEK_ALLES = "Laat alles zien wat er gevonden is."
CONTACT_PROVINCIE = "Een provincie, zoals drenthe. Leeg: de provincie van jullie project."
VOLTOOIING_SHELL = (
    "Jouw shell: bash, zsh, fish of powershell. "
    "Voor bash zet je in ~/.bashrc: source <(routekaart voltooiing bash). "
    "Voor een andere shell staat het bovenaan het script."
)
VOLTOOIING_VOOR = "Dit gebruikt het script zelf."
INHOUD_WAT = "Kies: controleer, schema of kaart."
INHOUD_DOCUMENT = "Bij schema: de opdracht waarvan je het document wilt kennen, of actieplan."
INHOUD_ACTIEPLAN = "Het actieplan in JSON."
STAP_NAAM = "Een nummer of een id: 3.2 of verdiepen.businesscase."
STAP_STATUS = "Zet de status: niet-begonnen, bezig, klaar of past-niet."
STAP_WIE = "Wie deze stap oppakt."
STAP_DATUM = "Wanneer de stap af is, bijvoorbeeld 31-1-2027 of eind maart."
STAP_NOTITIE = "Een notitie bij de stap."
NAKIJKEN_VRAAG = "De naam van één vraag, zoals wijk.naam. Zonder naam: alle antwoorden."
TERUG_LIJST = "Laat alleen zien wat er terug kan."
TERUG_SESSIE = "Laat de kopieën van eerdere avonden zien, of zet er een terug."
TERUG_NUMMER = "Het nummer van een kopie, bij --sessie."
SAMENVOEGEN_BESTANDEN = "De kopie. Met twee bestanden komt alles in het eerste."
SAMENVOEGEN_BASIS = "Het bestand waar allebei mee begonnen."
SAMENVOEGEN_GIT = "Werk voor git: drie bestanden, %O %A %B."
CONTROLEER_STRENG = "Geef exitcode 1 als er iets ontbreekt of niet klopt."
TERUG_OPNIEUW = "Maak het terugdraaien zelf ongedaan."
HULP_ONDERWERP = "Een opdracht, of: toetsen, toegankelijkheid, exitcodes. Leeg: alle opdrachten."
EXPORT_BESTAND = "Waar het plan komt, zoals plan.md. Een - schrijft het op het scherm. Standaard: actieplan.md."
AGENDA_BESTAND = "Waar de agenda komt, zoals agenda.md. Standaard: op het scherm."
EXPORT_FORMAAT = (
    "De soort: md, html, ics, csv of json. Zonder deze optie kijkt routekaart naar het einde van de bestandsnaam."
)
EXPORT_ZONDER = "Laat de velden voor namen, contact en notities weg."
EXPORT_SJABLOON = "Gebruik een eigen sjabloon. Hoe dat moet, staat in LEESMIJ.md naast onze sjablonen."
WERKBLAD_FASE = "Een nummer of een naam, zoals 3. Leeg: de vragen vooraf, over wijk en groep."
WERKBLAD_FORMAAT = "md om te lezen, html om te printen, of yaml om in te vullen. Standaard: md."
WERKBLAD_NAAR = "Waar het werkblad komt. Zonder dit: op het scherm."
EXPORT_OVERSCHRIJF = "Vervang een bestand dat er al is."

META_ANTWOORD = "ID=WAARDE"
META_BESTAND = "BESTAND"
META_FASE = "FASE"
META_FORMAAT = "FORMAAT"
META_STATUS = "STATUS"
META_NAAM = "NAAM"
META_DATUM = "DATUM"
META_TEKST = "TEKST"
META_VRAAG = "[VRAAG]"
META_STAP = "STAP"
META_FASE_NAAM = "[N|NAAM]"
META_ONDERWERP = "[ONDERWERP]"
META_BESTANDEN = "BESTAND..."
META_VOORBEELD = "[N|VOORBEELD]"
META_WOORD = "[WOORD]"
META_TERM = "TERM..."
META_PROVINCIE = "[PROVINCIE]"
META_SHELL = "SHELL"
META_INHOUD = "WAT"
META_DOCUMENT = "[OPDRACHT]"
META_NUMMER = "[NUMMER]"
META_DOEL = "[BESTAND]"


def versie(nummer: str) -> str:
    return f"routekaart {nummer}"


def opdracht_onbekend(getypt: str) -> str:
    return f"Onbekende opdracht '{getypt}'."


def onderwerpen(namen: list[str]) -> str:
    return f"Er is ook uitleg over {opsomming(namen)}. Typ bijvoorbeeld: routekaart hulp {namen[0]}"


def onderwerp_onbekend(getypt: str) -> str:
    return f"Over '{getypt}' is geen uitleg."


def onderwerp_hint(bedoeld: str | None) -> str:
    return f"{bedoel_je(bedoeld)}Waar uitleg over is, zie je met: routekaart hulp"


def opdracht_hint(bedoeld: str | None) -> str:
    return f"{bedoel_je(bedoeld)}Alle opdrachten zie je met: routekaart --help"


def optie_onbekend(getypt: str) -> str:
    return f"Onbekende optie '{getypt}'."


def optie_hint(bedoeld: str | None, opdracht: str) -> str:
    return f"{bedoel_je(bedoeld)}{help_hint(opdracht)}"


def optie_zonder_waarde(optie: str) -> str:
    return f"Achter '{optie}' ontbreekt een waarde."


def optie_met_waarde(optie: str) -> str:
    return f"Achter '{optie}' hoort geen waarde."


def te_veel_woorden(woorden: list[str]) -> str:
    return f"Dit hoort er niet bij: {' '.join(woorden)}."


def ontbreekt(naam: str) -> str:
    return f"{naam.strip('[].')} ontbreekt."


def shell_onbekend(getypt: str) -> str:
    return f"De shell '{getypt}' kennen we niet."


def shell_hint(bedoeld: str | None, namen: list[str]) -> str:
    return f"{bedoel_je(bedoeld)}Kies uit {opsomming(namen, 'of')}.\nTyp bijvoorbeeld: routekaart voltooiing bash"


_INGEVULD = {
    META_STAP: "routekaart stap 3.2",
    META_TERM: "routekaart zoek jongeren",
    META_SHELL: "routekaart voltooiing bash",
    META_INHOUD: "routekaart inhoud kaart",
    META_BESTANDEN: "routekaart samenvoegen kopie.yaml",
}


def ontbreekt_hint(naam: str, opdracht: str) -> str:
    voorbeeld = f"Typ bijvoorbeeld: {_INGEVULD[naam]}\n" if naam in _INGEVULD else ""
    return f"{voorbeeld}{help_hint(opdracht)}"


NIET_BEGREPEN = "Deze opdracht begrijpen we niet."


def help_hint(opdracht: str) -> str:
    return f"Hoe het moet, zie je met: {opdracht} --help"


# How it ended


def systeem(reden: str) -> str:
    return f"Dit lukt niet: {reden}."


GESTOPT = "Gestopt."
EIGEN_FOUT = "Er ging iets mis in routekaart zelf. Dat ligt niet aan jullie. Wat bewaard was, is nog bewaard."


def verslag(pad: str) -> str:
    return f"Een verslag zonder antwoorden staat in {pad}. Stuur het mee als je de fout meldt."


GEEN_VERSLAG = "Een verslag schrijven lukte niet. Meld de fout met de opdracht die je typte."
