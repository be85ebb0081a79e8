"""How easily the running text of the content reads aloud: no sentence too long, no row of chopped ones. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from routekaart_cli.domain.routekaart import Contact, Fase

MOST_WORDS = 20
"""In one sentence."""
SHORT = 6
"""A sentence of so many words is short; three of those in a row sound chopped."""

_WORD = re.compile(r"[\w'’-]+")
_END = re.compile(r"(?<=[.?!])\s+")


def complaints(text: str) -> Iterator[str]:
    """Yield each sentence of *text* that is too long, and each row of three short ones within an alinea."""
    for alinea in text.split("\n\n"):
        phrases = _END.split(alinea.strip())
        lengths = [len(_WORD.findall(phrase)) for phrase in phrases]
        for phrase, length in zip(phrases, lengths, strict=True):
            if length > MOST_WORDS:
                yield f"deze zin heeft {length} woorden, en {MOST_WORDS} is het meeste: {phrase}"
        rows = zip(lengths, lengths[1:], lengths[2:], strict=False)
        short = [place for place, row in enumerate(rows) if max(row) <= SHORT]
        for previous, place in pairwise([-9, *short]):
            if place - previous > 1:
                yield f"hier staan drie korte zinnen achter elkaar. Maak er een of twee van: {phrases[place]}"


def of_fase(fase: Fase) -> Iterator[tuple[str, str]]:
    """Yield each running text of *fase*, behind the id of what it belongs to."""
    for stap in fase.stappen:
        yield stap.id, stap.uitleg
    yield from ((vraag.id, vraag.waarom) for vraag in fase.vragen)
    yield from ((tip.id, tip.tekst) for tip in (*fase.tips, *fase.tips_voor_gemeenten))
    for voorbeeld in fase.voorbeelden:
        for text in (voorbeeld.kern, voorbeeld.verhaal, voorbeeld.bruikbaar, voorbeeld.let_op):
            yield voorbeeld.id, text
    if fase.beleid:
        yield fase.id, fase.beleid.tekst


def of_contact(contact: Contact) -> Iterator[tuple[str, str]]:
    """Yield each running text of *contact*, behind the name of what it belongs to."""
    yield contact.koepel.naam, contact.uitnodiging
    yield contact.koepel.naam, contact.koepel.let_op
    yield contact.coalitie.naam, contact.coalitie.tekst
    yield from ((partner.naam, partner.helpt_met) for partner in contact.coalitie.partners)
    yield from ((loket.naam, loket.tekst) for loket in contact.loketten)
