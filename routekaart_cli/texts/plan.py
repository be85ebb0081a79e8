"""Words of the action plan that its template cannot hold, and what is said when a document is made."""

from __future__ import annotations

from collections.abc import Mapping

from routekaart_cli.texts import aantal, opsomming

STAP = "stap"
AFSPRAAK = "afspraak"
OPEN_PUNT = {
    "weet-ik-nog-niet": "Weten we nog niet",
    "later": "Zoeken we later uit",
    "overgeslagen": "Nog niet ingevuld",
    "niet-eens": "We zijn het nog niet eens",
    "gegeven": "",
}


def past_bij(gekozen: list[str]) -> str:
    return f"Past bij wat wij kozen: {opsomming(gekozen)}."


def past_bij_fase(fase: str) -> str:
    return f"Hoort bij {fase}, waar wij aan werken."


# Making a document


def geschreven(pad: str, *, namen: bool) -> str:
    lees = " Lees het na voor je het deelt: er kunnen namen en telefoonnummers in staan." if namen else ""
    return f"Het actieplan staat in {pad}.{lees}"


LEEG = "Er zijn nog geen antwoorden om een plan van te maken."
LEEG_HINT = "Begin met: routekaart start"


def formaat_onbekend(getypt: str) -> str:
    return f"Het formaat '{getypt}' bestaat niet."


def achtervoegsel_onbekend(achter: str) -> str:
    return f"Een bestand dat eindigt op .{achter} kan routekaart niet maken."


def formaat_hint(namen: list[str]) -> str:
    return f"Kies met --formaat: {opsomming(namen, 'of')}."


# Templates


def geen_sjabloon(formaat: str) -> str:
    return f"Bij het formaat {formaat} hoort geen sjabloon."


GEEN_SJABLOON_HINT = "Laat --sjabloon weg, of kies een ander formaat."


def sjabloon_weg(pad: str) -> str:
    return f"{pad}: dit sjabloon kan niet gelezen worden."


SJABLOON_WEG_HINT = "Kijk of de naam klopt. Een sjabloon om mee te beginnen staat in content/sjablonen."


def sjabloon_fout(sjabloon: str, regel: int, melding: str) -> str:
    return f"{sjabloon}:{regel}: het sjabloon klopt niet. {melding}"


SJABLOON_HINT = "Verbeter het sjabloon en probeer het opnieuw."
SJABLOON_NAAM = "Hier staat een naam die niet bestaat. Welke namen er zijn, staat in content/sjablonen/LEESMIJ.md."
SJABLOON_VORM = "De opbouw klopt niet. Kijk of elke {% if %} en {% for %} ook een einde heeft."
SJABLOON_ANDERS = "Deze regel kan niet worden uitgevoerd."


# Without persons

_WEGGELATEN = {
    "namen": ("naam of contactgegeven", "namen en contactgegevens"),
    "notities": ("notitie", "notities"),
    "wie-zei-het": ("keer wie iets zei", "keer wie iets zei"),
    "onbekend": ("gegeven dat routekaart niet kent", "gegevens die routekaart niet kent"),
}
NAALEZEN = "Lees het na voor je het deelt: in eigen zinnen kan nog een naam staan."


def weggelaten(tellen: Mapping[str, int]) -> str:
    """Say what a plan without persons left out, counted by kind."""
    delen = [aantal(tellen[soort], *vormen) for soort, vormen in _WEGGELATEN.items() if tellen.get(soort)]
    return f"Weggelaten: {opsomming(delen)}. {NAALEZEN}" if delen else f"Er was niets om weg te laten. {NAALEZEN}"
