"""Search: which pieces of text hold what a person looks for, best first. Pure.

Capitals, accents and simple endings do not matter: *coöperaties* finds *cooperatie*, *huizen* finds *huis*.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from routekaart_cli.namen import nearest

_WOORD = re.compile(r"\w+")
_ZIN = re.compile(r"(?<=[.!?])\s+|\n+")
_UITGANGEN = ("en", "je", "s", "e")
_TITEL_TELT = 10
_LANGSTE_ZIN = 200


class Stuk(NamedTuple):
    """A piece of text that can be found, of a *soort* such as `tip`; *opdracht* shows it."""

    soort: str
    id: str
    titel: str
    tekst: str
    opdracht: str
    fase: int | str | None = None
    """1 to 5, `gemeente`, or None when it belongs to no fase."""
    ook: str = ""
    """Other words for the title, which count as much and are not shown."""


class Treffer(NamedTuple):
    stuk: Stuk
    zin: str
    """The sentence with the hit; when only the title has it, the first."""
    score: int


def zoek(stukken: Sequence[Stuk], term: str) -> tuple[Treffer, ...]:
    """Return which of *stukken* hold every word of *term*, best first: whole words count more, and titles most."""
    gezocht = stammen(term)
    treffers = (_treffer(stuk, gezocht) for stuk in stukken)
    gevonden = [treffer for treffer in treffers if treffer.score]
    return tuple(sorted(gevonden, key=lambda treffer: -treffer.score))


def bedoeld(stukken: Sequence[Stuk], term: str) -> str | None:
    """Return *term* with each word that occurs nowhere replaced by the nearest that does; None when one has none."""
    woorden = {kaal(woord) for stuk in stukken for woord in _WOORD.findall(f"{stuk.titel} {stuk.ook} {stuk.tekst}")}
    bekend = {stam(woord) for woord in woorden}
    beter = [woord if stam(woord) in bekend else nearest(kaal(woord), woorden, 0.7) for woord in _WOORD.findall(term)]
    return " ".join(woord for woord in beter if woord) if beter and all(beter) else None


def stammen(term: str) -> list[str]:
    """Return what to look for when somebody types *term*: the stem of each word of more than one letter."""
    return [stam(woord) for woord in _WOORD.findall(term) if len(woord) > 1]


def kaal(tekst: str) -> str:
    """Return *tekst* in small letters without accents."""
    return "".join(
        teken for teken in unicodedata.normalize("NFKD", tekst.casefold()) if not unicodedata.combining(teken)
    )


@cache
def stam(woord: str) -> str:
    """Return what the forms of a Dutch *woord* have in common, well enough to search: `huizen` and `huis` are `hui`."""
    woord = kaal(woord)
    while True:
        korter = next((woord.removesuffix(uit) for uit in _UITGANGEN if woord.endswith(uit)), woord)
        if len(korter) < 3 or korter == woord:
            return re.sub(r"(.)\1", r"\1", woord)
        woord = re.sub("v$", "f", re.sub("z$", "s", korter))


def _treffer(stuk: Stuk, gezocht: Sequence[str]) -> Treffer:
    titel = _punten(f"{stuk.titel} {stuk.id} {stuk.ook}", gezocht)
    zinnen = _ZIN.split(stuk.tekst)
    punten = [_punten(zin, gezocht) for zin in zinnen]
    beste = max(range(len(zinnen)), key=lambda index: sum(punten[index]))
    per_woord = [max(_TITEL_TELT * in_titel, *(zin[index] for zin in punten)) for index, in_titel in enumerate(titel)]
    zin = zinnen[beste]
    kort = zin if len(zin) <= _LANGSTE_ZIN else f"{zin[:_LANGSTE_ZIN].rpartition(' ')[0]} ..."
    return Treffer(stuk, kort, sum(per_woord) if per_woord and all(per_woord) else 0)


def _punten(tekst: str, gezocht: Sequence[str]) -> list[int]:
    """Return for each word of *gezocht* how well *tekst* has it: whole 3, as a beginning 2, within a word 1."""
    aanwezig = {stam(woord) for woord in _WOORD.findall(tekst)}
    return [
        3
        if zoek in aanwezig
        else 2
        if len(zoek) > 2 and any(woord.startswith(zoek) for woord in aanwezig)
        else int(len(zoek) > 3 and any(zoek in woord for woord in aanwezig))
        for zoek in gezocht
    ]
