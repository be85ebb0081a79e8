"""Words of the screens: headings, labels and what to do next."""

from __future__ import annotations

LET_OP = "Let op:"
TIPS_GEMEENTEN = "Tips voor gemeenten"
VERDER = "Verder"
ZIJSPOOR_NAAM = "Zijspoor"

STATUS_WOORDEN = {
    "niet-begonnen": "nog niet begonnen",
    "bezig": "bezig",
    "klaar": "klaar",
    "past-niet": "past niet bij deze wijk",
}

DOE_BRONNEN = "ook de bronnen, met hun adres"


def fase_naam(nummer: int | None, titel: str) -> str:
    """Return a fase as it is called in a list: `Fase 3, Verdiepen`."""
    return f"Fase {nummer}, {titel}" if nummer else f"{ZIJSPOOR_NAAM}, {titel}"


def fase_titel(nummer: int | None, titel: str) -> str:
    """Return a fase as a heading: `Fase 3: Verdiepen`."""
    return f"Fase {nummer}: {titel}" if nummer else f"{ZIJSPOOR_NAAM}: {titel}"


def fase_zin(nummer: int | None, titel: str) -> str:
    """Return a fase as it is called within a sentence: `fase 3, Verdiepen`."""
    return f"fase {nummer}, {titel}" if nummer else f"het zijspoor '{titel}'"


def voorbeeld_achter(soort: str, plaats: str) -> str:
    return ", ".join(deel for deel in (soort if soort == "tool" else "", plaats) if deel)


def reden_woorden(soort: str, wanneer: str, fase: str) -> str:
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
            return (
                f"Dit spraken jullie al af. Het moet klaar zijn op {wanneer}."
                if wanneer
                else "Jullie spraken al af wie dit doet."
            )
    return f"Dit is de volgende stap in {fase}."


NOG_NIET = "Nog niet ingevuld"


def doel_bestaat(pad: str) -> str:
    return f"{pad} bestaat al. Er is niets veranderd."


def doel_bestaat_hint(opdracht: str, pad: str) -> str:
    return f"Kies een andere naam, of vervang het met:\n  routekaart {opdracht} {pad} --overschrijf"


def stap_naam(nummer: str, titel: str) -> str:
    return f"Stap {nummer}, {titel}"
