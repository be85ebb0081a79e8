"""Search: which pieces of text hold what a person looks for, best first. Pure.

Capitals, accents and simple endings do not matter: *coöperaties* finds *cooperatie*, *huizen* finds *huis*.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

from routekaart_cli.dutch import nearest

_WOORD = re.compile(r"\w+")
_ZIN = re.compile(r"(?<=[.!?])\s+|\n+")
_UITGANGEN = ("en", "je", "s", "e")
_TITEL_TELT = 10
_LANGSTE_ZIN = 200
_ID = re.compile(r"\w\.\w")
_GELIJKENIS = 0.81
"""How much a word that is offered must be like the one typed: `vergunning` and `verkenning` are 0.8."""


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


class Uitslag(NamedTuple):
    """What a search for *term* gives: at least one of *treffers* and *bedoeld*, when there is anything."""

    term: str
    treffers: tuple[Treffer, ...]
    alle_woorden: bool
    """Does each of *treffers* have all words? Else each has as many as any."""
    bedoeld: str | None
    """What was probably meant, which does find something."""


def zoek_op(stukken: Sequence[Stuk], term: str) -> Uitslag:
    """Return which of *stukken* hold every word of *term*; else what was meant; else which hold the most words."""
    if treffers := zoek(stukken, term):
        return Uitslag(term, treffers, alle_woorden=True, bedoeld=None)
    beter = bedoeld(stukken, term)
    return Uitslag(term, () if beter else zoek_meeste(stukken, term), alle_woorden=False, bedoeld=beter)


def zoek(stukken: Sequence[Stuk], term: str) -> tuple[Treffer, ...]:
    """Return which of *stukken* hold every word of *term*, best first: whole words count more, and titles most.

    Of those that are as good, what is to be read comes before a vraag, then what is called just *term*, then the
    shortest title.
    """
    return _op_volgorde(stukken, term, lambda punten: 0 < _raak(punten) == len(punten))


def zoek_meeste(stukken: Sequence[Stuk], term: str) -> tuple[Treffer, ...]:
    """Return which of *stukken* hold the most words of *term*, in the order of `zoek`; none when no word is there."""
    meeste = max((_raak(_per_woord(stuk, term)) for stuk in stukken), default=0)
    return _op_volgorde(stukken, term, lambda punten: 0 < _raak(punten) == meeste)


def bedoeld(stukken: Sequence[Stuk], term: str) -> str | None:
    """Return *term* with each word that occurs nowhere replaced by the nearest that does.

    None when that finds nothing either.
    """
    woorden = {kaal(woord) for stuk in stukken for woord in _WOORD.findall(f"{stuk.titel} {stuk.ook} {stuk.tekst}")}
    bekend = {stam(woord) for woord in woorden}
    lang = {woord for woord in woorden if len(woord) > 3}  # a short word is like many
    beter = [
        woord if stam(woord) in bekend else nearest(kaal(woord), lang, _GELIJKENIS) or ""
        for woord in _WOORD.findall(term)
    ]
    return " ".join(beter) if beter and all(beter) and zoek(stukken, " ".join(beter)) else None


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


def _op_volgorde(stukken: Sequence[Stuk], term: str, genoeg: Callable[[Sequence[int]], bool]) -> tuple[Treffer, ...]:
    """Return those of *stukken* of which the points per word of *term* are *genoeg*, best first."""
    gezocht = stammen(term)
    met_punten = ((stuk, _per_woord(stuk, term)) for stuk in stukken)
    treffers = [Treffer(stuk, _zin(stuk.tekst, gezocht), sum(punten)) for stuk, punten in met_punten if genoeg(punten)]

    def plaats(treffer: Treffer) -> tuple[object, ...]:
        stuk = treffer.stuk
        heet_zo = gezocht in (stammen(stuk.titel), stammen(stuk.ook))
        return (-treffer.score, stuk.soort == "vraag", not heet_zo, len(stuk.titel))

    return tuple(sorted(treffers, key=plaats))


def _raak(punten: Sequence[int]) -> int:
    return sum(map(bool, punten))


def _per_woord(stuk: Stuk, term: str) -> list[int]:
    """Return how well *stuk* has each word of *term*, its title ten times, but not for a part of a word.

    Its id counts as title when *term* looks like one: else `opstarten` would be all that belongs to that fase.
    """
    gezocht = stammen(term)
    titel = _punten(f"{stuk.titel} {stuk.id if _ID.search(term) else ''} {stuk.ook}", gezocht)
    tekst = _punten(stuk.tekst, gezocht)
    return [max(_TITEL_TELT * boven if boven > 1 else boven, onder) for boven, onder in zip(titel, tekst, strict=True)]


def _zin(tekst: str, gezocht: Sequence[str]) -> str:
    """Return the sentence of *tekst* that has most of *gezocht*, cut around the first of them when it is long."""
    zin = max(_ZIN.split(tekst), key=lambda zin: sum(_punten(zin, gezocht)))
    if len(zin) <= _LANGSTE_ZIN:
        return zin
    raak = next((woord for woord in _WOORD.finditer(zin) if any(_punten(woord[0], gezocht))), None)
    begin = max(0, min(raak.start() - _LANGSTE_ZIN // 2, len(zin) - _LANGSTE_ZIN)) if raak else 0
    deel = zin[begin : begin + _LANGSTE_ZIN]
    voor, achter = begin > 0, begin + _LANGSTE_ZIN < len(zin)
    deel = deel.partition(" ")[2] if voor else deel
    deel = deel.rpartition(" ")[0] if achter else deel
    return f"{'... ' if voor else ''}{deel}{' ...' if achter else ''}"


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
