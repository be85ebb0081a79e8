"""Words."""

from __future__ import annotations

AAN_DE_SLAG = "Aan de slag"
OPZOEKEN = "Opzoeken"
JULLIE_PROJECT = "Jullie project"
VOOR_REDACTEUREN = "Voor redacteuren"
PAD = "PAD"
FASE_NAAM = "Een nummer of een naam: 3, verdiepen of gemeente."
GEEN_UITLEG = "Zonder uitleg van moeilijke woorden."
GEMEENTE_ALLES = "Ook de bronnen, met hun adres."
EXPORT_ZONDER = "Laat de velden voor namen, contact en notities weg."
EXPORT_OVERSCHRIJF = "Vervang een bestand dat er al is."
META_BESTAND = "BESTAND"
META_FASE = "FASE"
META_FORMAAT = "FORMAAT"
META_STATUS = "STATUS"
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
META_DOEL = "[BESTAND]"


def too_many_words(words: list[str]) -> str:
    return f"Dit hoort er niet bij: {' '.join(words)}."


def missing(name: str) -> str:
    return f"{name.strip('[].')} ontbreekt."


def help_hint(opdracht: str) -> str:
    return f"Hoe het moet, zie je met: {opdracht} --help"
