"""Words of the action plan that its template cannot hold, and what is said when a document is made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from routekaart_cli.texts import aantal, heel, opsomming

STAP = "stap"
AFSPRAAK = "afspraak"
OPEN_PUNT = {
    "weet-ik-nog-niet": "Weten we nog niet",
    "later": "Zoeken we later uit",
    "overgeslagen": "Nog niet ingevuld",
    "niet-eens": "We zijn het nog niet eens",
    "gegeven": "",
}


def omdat_keuze(gekozen: Sequence[tuple[str, Sequence[str]]]) -> str:
    """Say why a tip is there: at which vraag the group chose what."""
    (vraag, eerst), *rest = ((f"bij ‘{vraag}’", opsomming([f"‘{deel}’" for deel in delen])) for vraag, delen in gekozen)
    redenen = [f"{vraag} kozen voor {eerst}", *(f"{vraag} voor {delen}" for vraag, delen in rest)]
    return f"Dit staat hier, omdat jullie {opsomming(redenen)}."


def omdat_fase(fase: str) -> str:
    return f"Dit staat hier, omdat jullie nu werken aan {fase}."


def omdat_stap(stap: str) -> str:
    return f"Dit staat hier, omdat jullie bezig zijn met {stap}."


def plan_kop(*, zonder: bool) -> str:
    """Return the first line of a plan in Markdown: `levend` knows it by its first two words."""
    return (
        f"<!-- routekaart:actieplan {'zonder' if zonder else 'met'}-persoonsgegevens. Eigen tekst? Zet die boven een "
        "regel met begin, of onder een regel met einde. Dan blijft die staan als je het plan opnieuw maakt. -->"
    )


# Making a document


_WAT = {"csv": "De lijst met acties staat", "ics": "De datums voor in de agenda staan"}


def geschreven(pad: str, formaat: str) -> str:
    return f"{_WAT.get(formaat, 'Het actieplan staat')} in {pad}."


NAMEN_ERIN = "Lees het na voor je het deelt: er kunnen namen en telefoonnummers in staan."


def agenda_geschreven(pad: str) -> str:
    return f"De agenda staat in {pad}."


def bijgewerkt(pad: str) -> str:
    return f"Het actieplan in {pad} is bijgewerkt. Wat jullie er zelf bij schreven, staat er nog."


def behouden(titel: str, blok: str, pad: str, *, nieuwer: bool, vervallen: bool) -> str:
    """Say that a block was left as somebody made it, and how to have the new text."""
    zelf = f"'{titel}' hebben jullie zelf veranderd. Dat blijft zo staan."
    if vervallen:
        return f"{zelf} Het hoort niet meer bij het plan. Is het niet meer nodig? Haal het dan zelf weg."
    if not nieuwer:
        return zelf
    return (
        f"{zelf} Er is nu wel nieuwe tekst. Die zie je met: {heel('routekaart export nieuw.md')}. Wil je die in {pad}? "
        f"Haal het blok dan weg, van de regel 'begin {blok}' tot en met de regel 'einde {blok}'. Maak het plan opnieuw."
    )


def stuk(titel: str) -> str:
    return (
        f"Bij '{titel}' was een regel met <!-- veranderd of weg. Daarom staan de oude en de nieuwe tekst er nu "
        "allebei. Haal zelf weg wat dubbel is."
    )


def _genoemd(titels: list[str]) -> str:
    return opsomming([f"'{titel}'" for titel in titels])


def terug(titels: list[str]) -> str:
    """Say which blocks are in the plan that were not there before: new ones, and those that somebody took away."""
    return (
        f"Nieuw of teruggezet: {_genoemd(titels)}. Wil je zo'n stuk weglaten? "
        "Maak het dan leeg tussen de regels met begin en einde. Die regels blijven staan."
    )


def ander_plan(pad: str, *, zonder: bool) -> str:
    """Say why a plan without (*zonder*) people cannot go where one with people is, or the other way round."""
    if zonder:
        return f"In {pad} staan misschien al namen. Er is niets veranderd."
    return f"{pad} is misschien een plan zonder persoonsgegevens. Er is niets veranderd."


def ander_plan_hint(*, zonder: bool) -> str:
    opdracht = "export delen.md --zonder-persoonsgegevens" if zonder else "export plan.md"
    return f"Kies een andere naam, bijvoorbeeld met:\n  {heel(f'routekaart {opdracht}')}"


PLAN_WEG_HINT = (
    "Dit is jullie actieplan. Komt er iets anders voor in de plaats? Dan is weg wat jullie er zelf in schreven.\n"
    "Kies een andere naam."
)


LEEG = "Er zijn nog geen antwoorden om een plan van te maken."
LEEG_HINT = "Begin met: routekaart start"


def formaat_onbekend(getypt: str) -> str:
    return f"Het formaat '{getypt}' bestaat niet."


def achtervoegsel_onbekend(achter: str) -> str:
    return f"Een bestand dat eindigt op .{achter} kan routekaart hier niet maken."


def formaat_hint(namen: list[str]) -> str:
    if len(namen) == 1:
        return f"Kies een naam die eindigt op .{namen[0]}."
    return f"Kies met --formaat: {opsomming(namen, 'of')}."


def andere_naam(bestand: str, formaat: str) -> str:
    return f"De naam {bestand} past niet bij het formaat {formaat}."


def andere_naam_hint(formaat: str) -> str:
    return f"Laat de naam eindigen op .{formaat}, of laat --formaat weg."


# Templates


def geen_sjabloon(formaat: str) -> str:
    return f"Bij het formaat {formaat} hoort geen sjabloon."


GEEN_SJABLOON_HINT = "Laat --sjabloon weg, of kies een ander formaat."


def ander_sjabloon(sjabloon: str, van: str, formaat: str) -> str:
    return f"{sjabloon} is een sjabloon voor {van}, en dit plan wordt {formaat}."


def ander_sjabloon_hint(van: str) -> str:
    return f"Zet erbij: --formaat {van}. Of kies een ander sjabloon."


def sjabloon_weg(pad: str) -> str:
    return f"{pad}: dit sjabloon kan niet gelezen worden."


SJABLOON_WEG_HINT = "Kijk of de naam klopt."


def sjabloon_uitleg(pad: str) -> str:
    return f"Hoe een sjabloon in elkaar zit, staat in {pad}"


def sjabloon_fout(sjabloon: str, regel: int, melding: str) -> str:
    return f"{sjabloon}:{regel}: het sjabloon klopt niet. {melding}"


def sjabloon_mist(naam: str) -> str:
    return f"Hier wordt {naam} gebruikt. Dat moet in dezelfde map staan, en eindigen op .j2 of .css."


SJABLOON_HINT = "Verbeter het sjabloon en probeer het opnieuw."
SJABLOON_NAAM = "Hier staat een naam die niet bestaat."
SJABLOON_VORM = "De opbouw klopt niet. Kijk of elke {% if %} en {% for %} ook een einde heeft."
SJABLOON_FILTER = "Hier staat een filter dat niet bestaat."
SJABLOON_VERBODEN = "Dit mag een sjabloon niet. Een sjabloon kan alleen waarden invullen."
SJABLOON_GEEN_WAARDE = "Dit is geen tekst of getal. Noem één naam die erbij hoort, zoals plan.wijk."
SJABLOON_BLOK = "Schrijf een blok zo: <!-- blok NAAM -->. In de naam staan geen spaties."
SJABLOON_ANDERS = "Deze regel kan niet worden uitgevoerd."


# Without persons

_WEGGELATEN = {
    "namen": ("naam of contactgegeven", "namen en contactgegevens"),
    "notities": ("notitie", "notities"),
    "wie-zei-het": ("keer wie het antwoord gaf", "keer wie het antwoord gaf"),
    "onbekend": ("gegeven dat routekaart niet kent", "gegevens die routekaart niet kent"),
}
NAALEZEN = "Lees het na voor je het deelt: in eigen zinnen kan nog een naam of telefoonnummer staan."
NIETS_WEG = "In de velden voor namen, contact en notities stond niets."


def weggelaten(tellen: Mapping[str, int], verdacht: list[str]) -> str:
    """Say what a plan without people left out, counted by kind, and in which answers somebody may still be."""
    delen = [aantal(tellen[soort], *vormen) for soort, vormen in _WEGGELATEN.items() if tellen.get(soort)]
    wat = f"Weggelaten: {opsomming(delen)}." if delen else NIETS_WEG
    kijk = f" Kijk vooral bij: {_genoemd(verdacht)}." if verdacht else ""
    return f"{wat} {NAALEZEN}{kijk}"


# The calendar and the list for a spreadsheet

GEEN_DATUMS = "Er staat nog geen datum in jullie plan. Een agenda zou leeg zijn."
GEEN_DATUMS_HINT = "Geef een stap een datum, bijvoorbeeld met: routekaart stap 1.1 --datum 31-1-2027"
CSV_WIE = "Wie"
CSV_KOLOMMEN = ("Stap", "Wat", CSV_WIE, "Wanneer", "Waarom nu")


def kalender_naam(wijk: str) -> str:
    return f"Actieplan {wijk}".rstrip()


def kalender_af(stap: str) -> str:
    return f"{stap} (moet af zijn)"


def kalender_wie(wie: str) -> str:
    return f"Wie: {wie}" if wie else ""


def kalender_bron(wijk: str) -> str:
    return f"Uit het actieplan van {wijk}." if wijk else "Uit ons actieplan."


def csv_stap(nummer: str) -> str:
    """Return the number of a stap as a spreadsheet keeps it: a bare 2.10 would become the number 2,1."""
    return f"Stap {nummer}"
