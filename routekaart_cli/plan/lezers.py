"""What a reader may see. Every document is built from the answers, so this is the one place to decide it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from routekaart_cli.domain.antwoorden import Alternatief, Antwoord, Antwoorden, Stand, Waarde
from routekaart_cli.domain.in_words import records
from routekaart_cli.domain.routekaart import Delen, Soort, Vraag
from routekaart_cli.domain.vaste_vragen import MENSEN, WOORDVOERDER
from routekaart_cli.plan.records import Lezer, Plan

NAMES = "namen"
NOTES = "notities"
WHO_SAID_IT = "wie-zei-het"
UNKNOWN = "onbekend"
_BETWEEN_NAMES = re.compile(r"\s*(?:[,;/&+\n]|\ben\b)\s*")
_WORD = re.compile(r"[^\W\d_]{2,}")
_SMALL = frozenset((
    "aan", "al", "basisschool", "bij", "buurt", "contact", "de", "den", "der", "die", "dit", "een", "el", "en", "er",
    "gemeente", "groep", "hele", "het", "iedereen", "in", "kerngroep", "la", "met", "naar", "of", "ons", "onze", "op",
    "samen", "school", "te", "team", "ten", "ter", "uit", "van", "voor", "wij",
))  # fmt: skip
"""Words that stand in a field for names and say nothing of who somebody is."""
_MOST_WORDS = 4
"""A name that was typed without a capital has no more words."""
# Looked for from where a word begins only: from every letter of it costs a long text a minute.
_MAIL = re.compile(r"(?<![^\s@<>(),;:])[^\s@<>(),;:]+@[^\s@<>(),;:]+")
_NUMBER = re.compile(r"\+?\d(?:[\s().,/\u2010-\u2015\u2212-]{0,3}\d){6,}")
_DATE = re.compile(r"\b(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})\b")


class Verdacht(NamedTuple):
    """An answer in the document that a person must look at before it is shared."""

    vraag: str
    """Its id."""
    gevonden: tuple[str, ...]
    """The names, mail addresses and numbers that stand in its text."""


class Found(NamedTuple):
    """Something in an answer that may say who somebody is, and the begin of the text in which it stands."""

    vraag: str
    wat: str
    begin: str


class Selection(NamedTuple):
    antwoorden: Antwoorden
    left_out: Mapping[str, int] = MappingProxyType({})
    """How many texts of each kind (`NAMES`, `NOTES`, `WHO_SAID_IT`, `UNKNOWN`) are gone."""
    suspects: tuple[Found, ...] = ()


def select(vragen: Sequence[Vraag], antwoorden: Antwoorden, lezer: Lezer) -> Selection:
    """Return of *antwoorden* what *lezer* may see.

    The group sees everything. For others is gone: what `delen` keeps from them, who said something, and all that is no
    answer to one of *vragen* or no field that it knows. The gemeente sees names as first names, without how to reach
    somebody, but for the woordvoerder. What is left of a vraag stays in its place: an answer that was given does not
    become an open point.
    """
    known = {vraag.id: vraag for vraag in vragen}
    names = set(_names(known, antwoorden))
    sifter = _Sifter(lezer, _first_words(known.get(MENSEN), antwoorden.get(MENSEN)))
    left = dict(antwoorden)
    if lezer is not Lezer.ONS:
        sifter.tally(UNKNOWN, [name for name in antwoorden if name not in known])
        left = {name: sifter.antwoord(known[name], given) for name, given in antwoorden.items() if name in known}
    suspects = (found for name in known if name in left for found in _found(known[name], left[name], names))
    return Selection(left, +sifter.counts, tuple(suspects))


def in_plan(plan: Plan, suspects: Iterable[Found]) -> tuple[Verdacht, ...]:
    """Return of *suspects* what stands in a chapter of *plan*."""
    blokken = [blok for hoofdstuk in plan.hoofdstukken for blok in hoofdstuk.blokken]
    cells = (cell for blok in blokken for row in blok.rijen for cell in row)
    whole = " ".join([*(blok.tekst for blok in blokken), *(punt for blok in blokken for punt in blok.punten), *cells])
    text = " ".join(whole.split())
    by_vraag: dict[str, list[str]] = {}
    for found in suspects:
        if found.wat in text and found.begin.casefold() in text.casefold():
            by_vraag.setdefault(found.vraag, []).append(found.wat)
    return tuple(Verdacht(vraag, tuple(dict.fromkeys(found))) for vraag, found in by_vraag.items())


def first_names(text: str, known: Collection[str] = ()) -> str:
    """Return *text*, names of people, with first names only, and without mail addresses and numbers.

    What does not look like a name, such as `de hele kerngroep` or `Basisschool Het Kompas`, stays, unless it begins
    with one of the *known* first names, which are in small letters.
    """
    bare = _NUMBER.sub("", _MAIL.sub("", text))
    parts = re.split(f"({_BETWEEN_NAMES.pattern})", bare)
    return re.sub(r"(\s*[,;/&+(]\s*)+$", "", "".join(_first_name(part, known) for part in parts)).strip()


def _first_name(part: str, known: Collection[str]) -> str:
    words = part.split()
    if words and words[0].casefold() in known and all(word[0].isalpha() for word in words):
        return words[0]
    surname = [word for word in words[1:] if word.casefold() not in _SMALL]
    is_name = bool(surname) and all(word[0].isupper() for word in (words[0], *surname)) and not {"De", "Het"} & {*words}
    return words[0] if is_name else part


def _first_words(vraag: Vraag | None, antwoord: Antwoord | None) -> frozenset[str]:
    """Return the first names of the people in the group, in small letters."""
    rows = records(vraag, antwoord.waarde) if vraag and antwoord else ()
    names = (row.get(vraag.velden[0].id, "").split() for row in rows) if vraag else ()
    return frozenset(words[0].casefold() for words in names if words)


class _Sifter:
    """Takes out of answers what a reader may not see, and counts it."""

    def __init__(self, lezer: Lezer, people: Collection[str]) -> None:
        self.people = people
        self.counts: Counter[str] = Counter()
        self.hidden = {Delen.NEE} if lezer is Lezer.GEMEENTE else {Delen.NEE, Delen.GEMEENTE}

    def tally(self, soort: str, texts: Iterable[str]) -> None:
        self.counts[soort] += sum(1 for text in texts if text)

    def antwoord(self, vraag: Vraag, antwoord: Antwoord) -> Antwoord:
        self.tally(WHO_SAID_IT, (antwoord.door, *(side.door for side in antwoord.alternatieven)))
        self.tally(UNKNOWN, (*antwoord.unknown, *(key for side in antwoord.alternatieven for key in side.unknown)))
        sides = tuple(Alternatief(self._waarde(vraag, side.waarde)) for side in antwoord.alternatieven)
        waarde = self._waarde(vraag, antwoord.waarde) if antwoord.stand is Stand.GEGEVEN else ""
        return Antwoord(antwoord.stand, waarde, antwoord.gewijzigd, "", tuple(side for side in sides if side.waarde))

    def _waarde(self, vraag: Vraag, waarde: Waarde) -> Waarde:
        if vraag.soort is not Soort.LIJST:
            return self._text(vraag, waarde) if isinstance(waarde, str) else self._hide(vraag, waarde)
        velden = {veld.id: veld for veld in vraag.velden}
        # In a lijst of people, what was only chosen says nothing without who: "now and then".
        about = vraag.velden[0].delen in self.hidden
        says_nothing = {veld.id for veld in vraag.velden if veld.keuzes} if about else set()
        left_over = []
        for row in records(vraag, waarde):
            self.tally(UNKNOWN, (part for name, part in row.items() if name not in velden))
            seen = {name: self._text(velden[name], part) for name, part in row.items() if name in velden}
            rest = {name: part for name, part in seen.items() if part or not row[name]}
            if vraag.delen in self.hidden:
                self.tally(NAMES, rest.values())
            elif not rest.keys() <= says_nothing:
                left_over.append(rest)
        return tuple(left_over)

    def _text(self, vraag: Vraag, text: str) -> str:
        if vraag.delen in self.hidden:
            self.tally(NOTES if vraag.soort is Soort.LANGE_TEKST else NAMES, [text])
            return ""
        is_name = vraag.delen is Delen.GEMEENTE and not vraag.keuzes and not vraag.id.startswith(WOORDVOERDER)
        return first_names(text, self.people) if is_name else text

    def _hide(self, vraag: Vraag, waarde: Waarde) -> Waarde:
        if vraag.delen not in self.hidden:
            return waarde
        self.tally(NAMES, _pieces_of(waarde))
        return ""


def _names(known: Mapping[str, Vraag], antwoorden: Antwoorden) -> Iterator[str]:
    """Yield the words of names that the group typed where a person is meant, in small letters."""
    for vraag_id, antwoord in antwoorden.items():
        yield from _words_of_names(antwoord.door)
        for side in antwoord.alternatieven:
            yield from _words_of_names(side.door)
        vraag = known.get(vraag_id)
        for waarde in (antwoord.waarde, *(side.waarde for side in antwoord.alternatieven)) if vraag else ():
            for veld, text in _by_veld(vraag, waarde) if vraag else ():
                if veld.delen is not Delen.JA and veld.soort is Soort.TEKST:
                    yield from _words_of_names(text)


def _words_of_names(text: str) -> Iterator[str]:
    for part in _BETWEEN_NAMES.split(_NUMBER.sub("", _MAIL.sub("", text))):
        words = _WORD.findall(part)
        capitals = [word for word in words if word[0].isupper()]
        # `er kan nog iemand bij` is no name, and would point at every `kan` in the plan.
        small = words if len(words) <= _MOST_WORDS else []
        yield from (word.casefold() for word in capitals or small if word.casefold() not in _SMALL)


def _found(vraag: Vraag, antwoord: Antwoord, names: set[str]) -> Iterator[Found]:
    """Yield what somebody typed in *antwoord*, where no person is meant, that may say who or how to reach them."""
    for waarde in (antwoord.waarde, *(side.waarde for side in antwoord.alternatieven)):
        for veld, text in _by_veld(vraag, waarde):
            if veld.delen is Delen.JA and veld.soort in (Soort.TEKST, Soort.LANGE_TEKST):
                begin = " ".join(text.split())[:40]
                contacts = _MAIL.findall(text) + _NUMBER.findall(_DATE.sub(" ", text))
                words = [word for word in _WORD.findall(text) if _is_name(word.casefold(), names)]
                yield from (Found(vraag.id, what, begin) for what in (*contacts, *words))


def _is_name(word: str, names: set[str]) -> bool:
    """Is *word* one of *names*? In a script that knows no capitals and no spaces it can hold one."""
    return word in names or any(name in word for name in names if name.upper() == name.lower())


def _by_veld(vraag: Vraag, waarde: Waarde) -> Iterator[tuple[Vraag, str]]:
    """Yield the texts in *waarde*, each with the vraag or the field of the lijst that it answers."""
    velden = {
        veld.id: veld._replace(delen=max(veld.delen, vraag.delen, key=list(Delen).index)) for veld in vraag.velden
    }
    for part in (waarde,) if isinstance(waarde, str) else waarde:
        if isinstance(part, str):
            yield (next(iter(velden.values())) if velden else vraag), part
        else:
            yield from ((velden.get(name, vraag), text) for name, text in part.items())


def _pieces_of(waarde: Waarde) -> Iterator[str]:
    for part in (waarde,) if isinstance(waarde, str) else waarde:
        yield from (part,) if isinstance(part, str) else part.values()
