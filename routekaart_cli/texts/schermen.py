"""Words of the screens: headings, labels and what to do next."""

from __future__ import annotations

from routekaart_cli.texts import aantal, bedoel_je, klein, opsomming

GEEN_PROJECT_HINT = "Begin met: routekaart start. Staat het bestand ergens anders? Gebruik dan --project PAD."

ZONDER_ANTWOORDEN = "Deze pagina staat hier zonder jullie antwoorden."


def geen_project(gevraagd: str) -> str:
    """Say that there is no project: at the place *gevraagd* somebody pointed at, or else here."""
    if gevraagd:
        return f"{gevraagd}: dit projectbestand is er niet."
    return "Er is nog geen project in deze map of in een map erboven."


def fase_onbekend(getypt: str) -> str:
    return f"Fase '{getypt}' bestaat niet."


def fase_hint(bedoeld: str | None, namen: tuple[str, ...]) -> str:
    return f"{bedoel_je(bedoeld)}Typ een nummer van 1 tot {len(namen) - 1}, of een naam: {opsomming(namen, 'of')}."


def stap_onbekend(getypt: str) -> str:
    return f"Stap '{getypt}' bestaat niet."


def stap_hint(bedoeld: str | None, fase: int | str | None) -> str:
    """Say where the stappen are: of the *fase* that was meant, or of any."""
    waar = "De stappen staan per fase. Typ bijvoorbeeld" if fase is None else "De stappen van deze fase zie je met"
    return f"{bedoel_je(bedoeld)}{waar}: routekaart fase {3 if fase is None else fase}"


PAGER = "Spatie voor meer, q als je klaar bent"
LET_OP = "Let op:"
STAPPEN = "Stappen"
UITKOMST = "Uitkomst van deze fase"
UITKOMST_ZIJSPOOR = "Wat het oplevert"
TIPS = "Tips"
VOORBEELDEN = "Voorbeelden en tools"
TIPS_GEMEENTEN = "Tips voor gemeenten"
VRAGEN = "Vragen bij deze stap"
ANTWOORDEN = "Jullie antwoorden"
VERDER = "Verder"
VIJF_FASEN = "De vijf fasen"
WAAR_STAAN_WE = "Waar jullie staan"
WAT_NU = "Wat nu slim is"
OPEN = "Open punten"
NU = "Let op: sinds 2021 veranderd"
MOEILIJK = "Moeilijke woorden"
ZIJSPOOR = "Zijspoor"
TOOL = "tool"

STATUS_WOORDEN = {
    "niet-begonnen": "nog niet begonnen",
    "bezig": "bezig",
    "klaar": "klaar",
    "past-niet": "past niet bij deze wijk",
}
STATUS_KORT = {"klaar": "klaar", "bezig": "bezig", "niet-begonnen": "te doen", "past-niet": "past niet"}

DOE_START = "beginnen met de vragen, of verdergaan"
DOE_FASE_3 = "een fase bekijken"
DOE_EXPORT = "het actieplan maken"
DOE_ALLES = "alle tips en de volledige voorbeelden"
DOE_VERANDERD = "alles wat er veranderde, met de bronnen"
DOE_BRONNEN = "ook de bronnen, met hun adres"
DOE_HELP = "alle opdrachten"


def opdracht_zin(opdracht: str, wat: str) -> str:
    return f"Typ {opdracht} voor: {wat}."


def fase_kop(nummer: int | None, totaal: int, titel: str) -> str:
    return f"Fase {nummer} van {totaal}: {titel}" if nummer else f"{ZIJSPOOR}: {titel}"


def fase_naam(nummer: int | None, titel: str) -> str:
    """Return a fase as it is called in a list: `Fase 3, Verdiepen`."""
    return f"Fase {nummer}, {titel}" if nummer else f"{ZIJSPOOR}, {titel}"


def fase_kort(nummer: int | None, titel: str) -> str:
    """Return a fase as it is called behind something else: `fase 3, Verdiepen`, or `zijspoor`."""
    return f"fase {nummer}, {titel}" if nummer else ZIJSPOOR.lower()


def fase_titel(nummer: int | None, titel: str) -> str:
    """Return a fase as a heading: `Fase 3: Verdiepen`."""
    return f"Fase {nummer}: {titel}" if nummer else f"{ZIJSPOOR}: {titel}"


def fase_keuze(nummer: int | None, titel: str) -> str:
    """Return a fase as one can choose it: `Fase 3: Verdiepen`."""
    return fase_titel(nummer, titel) if nummer else f"Het {ZIJSPOOR.lower()}: {klein(titel)}"


def fase_zin(nummer: int | None, titel: str) -> str:
    """Return a fase as it is called within a sentence: `fase 3, Verdiepen`."""
    return f"fase {nummer}, {titel}" if nummer else f"het zijspoor '{titel}'"


def tellingen(tellen: dict[str, int]) -> str:
    """Return counts per status in words: `2 klaar, 1 bezig, 3 te doen`; what is zero is left out."""
    return ", ".join(f"{tellen[naam]} {woord}" for naam, woord in STATUS_KORT.items() if tellen.get(naam))


def stappen_aantal(hoeveel: int) -> str:
    return aantal(hoeveel, "stap", "stappen")


def stap_staat(status: str, wie: str, wanneer: str, *, voorbij: bool) -> str:
    """Return how a stap is doing in a few words."""
    delen = [STATUS_WOORDEN[status]]
    open_nog = status in ("bezig", "niet-begonnen")
    if open_nog and wie:
        delen.append(wie)
    if open_nog and wanneer:
        delen.append(f"de datum {wanneer} is voorbij" if voorbij else f"moet klaar zijn op {wanneer}")
    return ", ".join(delen)


def voorbeeld_achter(soort: str, plaats: str) -> str:
    return ", ".join(deel for deel in (soort if soort == TOOL else "", plaats) if deel)


def verwijzing(tekst: str, adres: str, datum: str) -> str:
    return f"Meer lezen: {tekst}, {adres} ({datum})"


def bronregel(titel: str, uitgever: str, periode: str, peildatum: str) -> str:
    return f"Bron: {titel} ({uitgever}, {periode}). Nagezocht tot {peildatum}."


def vraag_regel(soort: str, als: str) -> str:
    return f"{SOORTEN[soort]}{f'. Alleen als {als}' if als else ''}"


SOORTEN = {
    "tekst": "korte tekst",
    "lange-tekst": "langere tekst",
    "ja-nee": "ja of nee",
    "keuze": "kies er een",
    "meerkeuze": "kies er een of meer",
    "getal": "een getal",
    "datum": "een datum",
    "lijst": "een lijst",
}


def als_regel(vraag: str, waarden: tuple[str, ...]) -> str:
    if vraag.endswith(".status"):
        return f"de stap {' of '.join(STATUS_WOORDEN.get(waarde, waarde) for waarde in waarden)} is"
    return f"{vraag} = {' of '.join(waarden)}"


def vragen_kop(hoeveel: int) -> str:
    return aantal(hoeveel, "vraag", "vragen")


VRAGEN_UITLEG = "Geef een antwoord mee met: routekaart start --antwoord ID=WAARDE"


def keuzes_regel(keuzes: list[str]) -> str:
    return f"Keuzes: {', '.join(keuzes)}"


def velden_regel(velden: list[str]) -> str:
    return f"Velden: {'; '.join(velden)}"


def wijk_kop(wijk: str, gemeente: str) -> str:
    if not wijk:
        return "Jullie wijk"
    return f"{wijk}, {gemeente}" if gemeente else wijk


def bestand(pad: str) -> str:
    return f"Projectbestand: {pad}"


def intake_open(minst: int, meest: int) -> str:
    hoeveel = f"{minst} tot {meest}" if minst != meest else f"{meest}"
    return f"De vragen over jullie wijk en groep zijn nog niet klaar: nog {hoeveel}. Ga verder met: routekaart start"


def advies(fase: str, reden: str) -> str:
    return f"Ons advies: begin met {fase}. {reden}"


def open_punten(hoeveel: int) -> str:
    staan = "Dat staat" if hoeveel == 1 else "Die staan"
    return f"{aantal(hoeveel, 'open punt', 'open punten')}. {staan} achter in het actieplan."


AFGESPROKEN = "Jullie spraken al af wie dit doet."


def reden(soort: str, wanneer: str, fase: str) -> str:
    """Return why a stap makes sense now."""
    match soort:
        case "datum-voorbij":
            return f"De datum {wanneer} is voorbij. Spreek af hoe het verdergaat, of kies een nieuwe datum."
        case "bezig":
            return (
                f"Jullie zijn hiermee bezig. Het moet klaar zijn op {wanneer}."
                if wanneer
                else "Jullie zijn hiermee bezig."
            )
        case "afgesproken":
            return f"Dit spraken jullie al af. Het moet klaar zijn op {wanneer}." if wanneer else AFGESPROKEN
    return f"Dit is de volgende stap in {fase}."


NAKIJKEN = "Jullie antwoorden"
NOG_NIET = "Nog niet ingevuld"


def meer_voorbij(hoeveel: int) -> str:
    datums = "is nog 1 datum" if hoeveel == 1 else f"zijn nog {hoeveel} datums"
    return f"er {datums} voorbij. Je ziet ze met: routekaart fase"


ALLES_KLAAR = "Alle stappen zijn klaar. Vier feest met de wijk!"
WELKOM_UITLEG = (
    "Met routekaart maken jullie een plan voor de wijk. Routekaart stelt vragen en bewaart elk antwoord op deze "
    "computer. Daarna maakt het er een actieplan van."
)
STATUS_WIJZIGEN = "een stap bijwerken: wie, wanneer, bezig of klaar"
LEES_STAP = "een stap lezen of bijwerken"
BEGIN_FASE = "de vragen van deze fase beantwoorden"


def stap_bijgewerkt(nummer: str, titel: str) -> str:
    return f"Stap {nummer}, {titel}, is bijgewerkt."


def doel_bestaat(pad: str) -> str:
    return f"{pad} bestaat al. Er is niets veranderd."


def doel_bestaat_hint(opdracht: str, pad: str) -> str:
    return f"Kies een andere naam, of vervang het met:\n  routekaart {opdracht} {pad} --overschrijf"


DOEL_BEZET_HINT = "Kies een andere naam, bijvoorbeeld plan.md."


def doel_bezet(pad: str) -> str:
    return f"{pad} is het projectbestand, een map of iets anders dat geen document kan worden. Er is niets veranderd."


def geen_map(map: str) -> str:
    return f"De map {map} bestaat niet."


GEEN_MAP_HINT = "Maak de map eerst, of kies een andere plek."


def stap_naam(nummer: str, titel: str) -> str:
    return f"Stap {nummer}, {titel}"


def stap_zin(nummer: str, titel: str) -> str:
    """Return a stap as it is called within a sentence: `stap 2.1, Koppel plannen`."""
    return klein(stap_naam(nummer, titel))
