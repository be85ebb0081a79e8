"""Words of the werkblad: what to do with each soort of vraag, and when a vraag is asked."""

from __future__ import annotations

from routekaart_cli.texts import heel, opsomming

INVULLEN = {
    "tekst": "Schrijf een korte tekst.",
    "lange-tekst": "Schrijf zoveel als jullie willen.",
    "ja-nee": "Kies ja of nee.",
    "keuze": "Kies er één.",
    "meerkeuze": "Kies er één of meer.",
    "getal": "Schrijf een getal.",
    "datum": "Schrijf een datum, zoals 31-1-2027.",
    "lijst": "Gebruik voor elk deel van de lijst een nieuwe regel.",
}
TITEL_INTAKE = "De vragen vooraf"


def bij_vraag(nummer: int, kort: str, keuzes: list[str], *, anders: bool) -> str:
    """Return that one of *keuzes* was chosen at an earlier vraag, or with *anders* something else than those."""
    wat = opsomming([f"'{keuze}'" for keuze in keuzes], "of")
    if not anders:
        keus = f"kozen voor {wat}"
    else:
        keus = f"iets anders kozen dan {wat}" if keuzes else "een keuze maakten"
    return f"bij vraag {nummer} ({kort}) {keus}"


def alleen_als(delen: list[str]) -> str:
    """Return when a vraag is asked; empty for always."""
    return f"Alleen als jullie {' en '.join(delen)}." if delen else ""


def geschreven(pad: str) -> str:
    return f"Het werkblad staat in {pad}."


def invulbestand(pad: str) -> str:
    return (
        f"Het invulbestand staat in {pad}. Vul het in en typ daarna:\n  {heel(f'routekaart start --antwoorden {pad}')}"
    )
