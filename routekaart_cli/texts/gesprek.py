"""Words of the interview: questions, refusals, and what is said between two answers."""

from __future__ import annotations

from routekaart_cli.texts import aantal, heel, zin

# Before and after a question

OPDRACHTEN = (
    "Typ ? voor uitleg, < voor de vorige vraag, :later om later te antwoorden, :overzicht voor jullie antwoorden en "
    ":stop om te stoppen. Weten jullie het niet? Typ: weet ik nog niet. Zijn jullie het niet eens? Typ: :oneens."
)
TOETSEN = (
    "Altijd: ? uitleg, < vorige vraag, :later, :overzicht, :wis, :stop of Ctrl-C. "
    "Weten jullie het niet? Typ: weet ik nog niet. Zijn jullie het niet eens? Typ: :oneens."
)
OPDRACHT_KORT = "Typ ? voor uitleg, < voor de vorige vraag."
OPDRACHT_LOS = "Typ ? voor uitleg."
KIES_EEN = "Kies met ↑ en ↓, dan Enter."
KIES_MEER = "Kies met de spatiebalk, een of meer. Dan Enter."
KIES_JA_NEE = "Kies met ↑ en ↓ of typ j of n, dan Enter."
TYP_REGELS = "Typ je antwoord, op een of meer regels. Een lege regel sluit het af."
TYP_DATUM = "Typ een datum, bijvoorbeeld 31-1-2027 of eind maart."
TYP_GETAL = "Typ een getal. Ongeveer is goed."
TYP_TEKST = "Typ je antwoord, dan Enter."
TYP_LEEG_MAG = "Leeg laten mag."
TYP_NUMMER = "Typ een nummer, bijvoorbeeld 1."
TYP_NUMMERS = "Typ een of meer nummers, bijvoorbeeld 1\u00a03."
TYP_JA_NEE = "Typ j voor ja of n voor nee."
TYP_LANG_MENU = "Typ je antwoord, dan Enter. Alt+Enter begint een nieuwe regel."
TYP_OPDRACHT = "Wat wil je?"

GEEN_EDITOR = "Er is geen tekstprogramma ingesteld."
GEEN_EDITOR_HINT = "Typ je antwoord hier, of stop en typ eerst: export EDITOR=nano"
EDITOR_KORT = "Klaar met schrijven"
EDITOR_KLAAR = "Klaar met schrijven?"
EDITOR_JA = "Ja, lees wat ik schreef"
EDITOR_NEE = "Nee, er verandert niets"
EDITOR_WAAROM = "Sommige tekstprogramma's gaan open in een eigen venster. Bewaar je tekst daar eerst."
EDITOR_KAN = "Liever schrijven in je eigen tekstprogramma? Typ :editor."
EDITOR_NIET_HIER = "Dat kan alleen bij een lang antwoord."
REGELS_OVER = "Er kwamen meer regels mee dan er nodig waren. Die zijn niet gebruikt."
NIET_BEWAARD = "Het laatste antwoord is nog niet bewaard. Alle andere wel."
NOGMAALS_KORT = "Nog een keer opslaan"
NOGMAALS = "Nog een keer proberen?"
NOGMAALS_WAAROM = (
    "Los eerst op wat hierboven staat. Maak ruimte op de schijf, of zorg dat je weer bij de map kunt. Kies dan Ja. "
    "Met Nee stopt routekaart. Schrijf je laatste antwoord dan eerst ergens op."
)
KAN_HIER_NIET = "Dat kan niet bij deze vraag."
VRAAGTEKEN_ERBIJ = "Hoort het vraagteken bij je antwoord? Druk dan straks nog een keer op Enter."
OVER_DE_STAP = "Over deze stap:"
REGEL_TE_LANG = "Deze regel is te lang voor de terminal. Daarom is er niets bewaard."
REGEL_TE_LANG_HINT = "Typ je antwoord korter. Bij een lang antwoord kun je ook meer regels typen, of kies :editor."
GEEN_VORIGE = "Dit is de eerste vraag. Verder terug kan niet."
ONBEKENDE_OPDRACHT = (
    "Dat kennen we niet. In het gesprek kun je kiezen uit ?, <, :later, :overzicht, :wis, :oneens, :editor en :stop. "
    "Begint je antwoord echt met een dubbele punt? Typ er dan twee."
)
NOG_NIETS = "Nog niets ingevuld"
GEEN_UITLEG = "Bij deze vraag is geen uitleg."
LAAT_ZO = "Laat het zo"
BEHOUDEN = "Enter houdt dit antwoord."


def begrip(woord: str, uitleg: str) -> str:
    return f"{woord[:1].upper()}{woord[1:]}: {uitleg}"


def alineas(tekst: str) -> str:
    """Return the paragraphs of *tekst* right below each other."""
    return tekst.replace("\n\n", "\n")


def geschreven(pad: str) -> str:
    return f"Wat je schreef, staat nog in {pad}."


def editor_open(pad: str) -> str:
    return f"In {pad} is nog niets veranderd. Staat je tekstprogramma nog open? Bewaar daar je tekst, en kies dan Ja."


def editor_onveranderd(pad: str) -> str:
    return f"Er is niets veranderd. Het bestand {pad} blijft staan."


def editor_niet_gevonden(opdracht: str) -> str:
    return f"Het tekstprogramma '{opdracht}' start niet. Er is niets veranderd."


def editor_mislukt(opdracht: str) -> str:
    return f"Het tekstprogramma '{opdracht}' eindigde met een fout. Er is niets veranderd."


EDITOR_WEG = "Het bestand waarin je schreef, is weg."
EDITOR_GEEN_UTF8 = "Deze tekst kunnen we niet lezen. Bewaar hem in je tekstprogramma als UTF-8."


def nummer_en_deel(nummer: int, deel: str, minst: int, meest: int) -> str:
    """Say which question this is and how far it is: counted over all paths that are still possible."""
    return f"Vraag {nummer}. {zin(deel)} {nog(minst, meest)}"


def nog(minst: int, meest: int) -> str:
    if meest <= 1:
        return "De laatste vraag in dit deel."
    if minst == meest:
        return f"Nog {meest} vragen in dit deel."
    return f"Nog {minst} tot {meest} vragen in dit deel."


def bewaard(woorden: str) -> str:
    return zin(f"Bewaard: {woorden}")


def blijft(woorden: str) -> str:
    return zin(f"Blijft staan: {woorden}")


def weggehaald(woorden: str) -> str:
    return zin(f"Weggehaald: {woorden}")


def huidig(woorden: str) -> str:
    return f"Jullie antwoord nu: {woorden}"


def voorstel(woorden: str) -> str:
    return f"Alleen Enter kiest: {woorden}."


def stap_kop(nummer: str, titel: str) -> str:
    return f"Stap {nummer}: {titel}"


def welkom(titel: str, pad: str, minst: int, meest: int) -> list[str]:
    """Return what is said before the very first question: what this is, how long, where it is kept, how to stop."""
    hoeveel = f"{minst} tot {meest}" if minst != meest else str(meest)
    return [
        f"{titel}. Welkom bij de routekaart.",
        (
            f"We beginnen met {hoeveel} korte vragen over jullie wijk en jullie groep. Bij de meeste hoef je alleen te "
            "kiezen. Daarna volgen de stappen van de fase die bij jullie past."
        ),
        (
            f"Elk antwoord komt meteen in het bestand {pad}. Routekaart stuurt niets weg. In de map "
            ".routekaart ernaast komen kopieën van jullie laatste avonden. Er kunnen namen en telefoonnummers in "
            "staan. Een plan om te delen kan ook zonder die gegevens."
        ),
        "Je kunt op elk moment stoppen en later verdergaan.",
    ]


def welkom_terug(wijk: str, gegeven: int, bestand: str) -> str:
    """Greet a group with *gegeven* answers; name the *bestand* when it is not in this folder."""
    waar = f" {zin(f'Wijk: {wijk}')}" if wijk else ""
    welk = f" Ze staan in {bestand}." if bestand else ""
    return (
        f"Welkom terug.{waar} Er {'is' if gegeven == 1 else 'zijn'} {aantal(gegeven, 'antwoord', 'antwoorden')}.{welk}"
    )


def fase_begint(titel: str, stappen: int) -> str:
    return f"{titel}. Bij elk van de {stappen} stappen vragen we eerst hoe het ermee staat."


def advies(fase: str, reden: str) -> str:
    return f"Ons advies: begin met {fase}. {reden}"


def later_opnieuw(hoeveel: int) -> str:
    komen = "Die komt" if hoeveel == 1 else "Die komen"
    return f"Jullie bewaarden {aantal(hoeveel, 'vraag', 'vragen')} voor later. {komen} nu."


def geparkeerd(hoeveel: int) -> str:
    if hoeveel == 1:
        return (
            "Door deze verandering geldt 1 ander antwoord niet meer. "
            "Het blijft bewaard en komt terug als je dit terugzet."
        )
    return (
        f"Door deze verandering gelden {hoeveel} andere antwoorden niet meer. "
        "Ze blijven bewaard en komen terug als je dit terugzet."
    )


def terug_van_parkeren(hoeveel: int) -> str:
    return f"{aantal(hoeveel, 'eerder antwoord geldt', 'eerdere antwoorden gelden')} nu weer."


def gestopt(pad: str, opdracht: str) -> str:
    return f"Alles is bewaard in {pad}. Ga verder met: {heel(opdracht)}"


def gestopt_leeg(opdracht: str) -> str:
    return f"Gestopt. Er was nog niets om te bewaren. Begin opnieuw met: {heel(opdracht)}"


def bijwerken(deel: str) -> str:
    return f"{deel}: alle vragen hebben een antwoord. Willen jullie bijwerken hoe het met de stappen staat?"


BIJWERKEN_WAAROM = "Bij elke stap die nog niet klaar is, vragen we hoe het er nu mee staat."
BIJWERKEN_KORT = "Stappen bijwerken"


def klaar(deel: str) -> str:
    return f"Klaar. {deel}: alle vragen zijn beantwoord."


def hierna(opdrachten: list[tuple[str, str]]) -> list[str]:
    """Return a line for each command and what it does, commands first."""
    breed = max(len(opdracht) for opdracht, _ in opdrachten)
    return [f"  {opdracht:<{breed}}  {wat}" for opdracht, wat in opdrachten]


WAT_NU = "Wat jullie nu kunnen doen:"
DOE_STATUS = "zien waar jullie staan"
DOE_EXPORT = "het actieplan maken"
DOE_STAP = "een stap lezen of bijwerken"
DOE_FASE = "verder met de volgende fase"

# Lists

LIJST_KLAAR = "De lijst is klaar"
LIJST_OVERSLAAN = "Overslaan"
LIJST_ERBIJ = "Nog iets toevoegen"
LIJST_EERSTE = "Toevoegen"
LIJST_WIJZIGEN = "Iets veranderen"
LIJST_WEG = "Iets weghalen"
LIJST_WELKE_WIJZIGEN = "Welke wil je veranderen?"
LIJST_VOLGORDE = "De volgorde veranderen"
LIJST_WELKE_VERPLAATSEN = "Welke wil je verplaatsen?"
LIJST_WAARHEEN = "Waar moet het komen?"
LIJST_BOVENAAN = "Bovenaan"
LIJST_WELKE_WEG = "Welke wil je weghalen?"
VELD_NODIG = f"Dit kan niet leeg. Weghalen kan in de lijst, met: {LIJST_WEG}."
LIJST_KIES_WAAROM = "Kies er een uit de lijst. Met < ga je terug zonder iets te veranderen."


def lijst_deel(nummer: int, woorden: str) -> str:
    return f"  {nummer}. {woorden}"


def lijst_na(woorden: str) -> str:
    return f"Onder {woorden}"


# Starting elsewhere

RECENT = "Met welk project willen jullie verder?"
RECENT_KORT = "Project"
RECENT_WAAROM = "In deze map staat nog geen project. Dit zijn de projecten die je hier het laatst gebruikte."
RECENT_NIEUW = "Een nieuw project in deze map"


def recent(wijk: str, map: str) -> str:
    return f"{wijk}, in {map}" if wijk else map


# Answers taken away, and answers side by side

GEWIST = "Het antwoord is weg. De vraag staat weer open."
AANGERADEN = "Voor het plan is dit antwoord wel nodig. De vraag staat nu bij de open punten."
NIETS_TE_WISSEN = "Hier is nog geen antwoord."
MENING_WIE = "Wie vindt dit?"
MENING_WIE_WAAROM = "Dan weten jullie later met wie je verder praat. Leeg laten mag."
MENING_WIE_VOORBEELD = "Fatima"
MENING_VERDER = "Wat nu?"
MENING_ERBIJ = "Nog een mening toevoegen"
MENING_KLAAR = "Dit zijn alle meningen"
MENING_VERDER_WAAROM = "Alle meningen blijven naast elkaar staan. Later kunnen jullie samen kiezen."
MENINGEN = "We bewaren alle meningen naast elkaar. In het plan staan ze als open punt."
ONEENS_LIJST = "Dat kan niet bij een lijst. Zet de meningen als delen in de lijst."


def mening_nu(woorden: str) -> str:
    return f"De eerste mening is het antwoord dat er al staat: {zin(woorden)}"


def mening(nummer: int) -> str:
    return f"Mening {nummer}. {'Wat vindt de eerste van jullie?' if nummer == 1 else 'Wat vindt een ander?'}"


# Reviewing

NAKIJKEN_KORT = "Nummer"
NAKIJKEN_WELKE = "Welk antwoord willen jullie veranderen?"
NAKIJKEN_TYP = "Typ het nummer dat ervoor staat. Alleen Enter: klaar."
NAKIJKEN_WAAROM = "Voor elk antwoord staat een nummer. Typ dat nummer, dan komt de vraag terug."


def gestopt_nakijken(pad: str) -> str:
    return f"Alles is bewaard in {pad}."
