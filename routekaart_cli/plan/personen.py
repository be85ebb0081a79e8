"""A project without the people in it. Every document is built from the answers, so this is the one place to do it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from routekaart_cli.domain.antwoorden import Alternatief, Antwoord, Antwoorden, Stand, Waarde
from routekaart_cli.domain.in_words import records
from routekaart_cli.domain.routekaart import Delen, Soort, Vraag

NAMES = "namen"
NOTES = "notities"
WHO_SAID_IT = "wie-zei-het"
UNKNOWN = "onbekend"
_NAME = re.compile(r"\b[A-Z\u00c0-\u00de]\w{2,}")
"""A word that may be a name."""
_CONTACT = re.compile(r"[\w.+-]@[\w-]+\.\w|(?<![\w+])(?:\+31|0031|\(?0)(?:[ ()./-]{0,3}\d){8,10}(?!\d)")
"""What looks like a mail address or a telephone number, written in one of the ways that are usual here."""


class Anonymous(NamedTuple):
    antwoorden: Antwoorden
    left_out: Mapping[str, int] = MappingProxyType({})
    """How many texts of each kind (`NAMES`, `NOTES`, `WHO_SAID_IT`, `UNKNOWN`) are gone."""
    suspects: tuple[str, ...] = ()
    """The ids of vragen whose answer still holds a word of a name that is gone elsewhere, or a way to reach one."""


def without(vragen: Sequence[Vraag], antwoorden: Antwoorden) -> Anonymous:
    """Return *antwoorden* without what says who somebody is.

    Gone are the whole answer to a vraag that is not for everybody, the field of a row that is, who said something, and
    all that is no answer to one of *vragen* or no field that it knows. What is left of a vraag stays in its place: an
    answer that was given does not become an open point.
    """
    known = {vraag.id: vraag for vraag in vragen}
    gone = _Gone()
    gone.tally(UNKNOWN, [name for name in antwoorden if name not in known])
    left_over = {name: _antwoord(known[name], antwoord, gone) for name, antwoord in antwoorden.items() if name in known}
    texts = {name: " ".join(_texts(known[name], antwoord)) for name, antwoord in left_over.items()}
    ordinary = set(" ".join((*texts.values(), *gone.names)).split())  # a word that is also written small is no name
    names = {word for text in gone.names for word in _NAME.findall(text) if word.lower() not in ordinary}
    in_order = ((name, texts[name]) for name in known if name in texts)
    suspects = tuple(name for name, text in in_order if _CONTACT.search(text) or names & set(_NAME.findall(text)))
    return Anonymous(left_over, +gone.counts, suspects)


class _Gone:
    """What is gone: how many texts of each kind, and those that are a name."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.names: list[str] = []

    def tally(self, soort: str, texts: Iterable[str], *, names: bool = False) -> None:
        filled = [text for text in texts if text]
        self.counts[soort] += len(filled)
        self.names += filled if names else []


def _antwoord(vraag: Vraag, antwoord: Antwoord, gone: _Gone) -> Antwoord:
    gone.tally(WHO_SAID_IT, (antwoord.door, *(side.door for side in antwoord.alternatieven)), names=True)
    gone.tally(UNKNOWN, (*antwoord.unknown, *(key for side in antwoord.alternatieven for key in side.unknown)))
    sides = tuple(Alternatief(_waarde(vraag, side.waarde, gone)) for side in antwoord.alternatieven)
    waarde = _waarde(vraag, antwoord.waarde, gone) if antwoord.stand is Stand.GEGEVEN else ""
    return Antwoord(antwoord.stand, waarde, antwoord.gewijzigd, "", tuple(side for side in sides if side.waarde))


def _waarde(vraag: Vraag, waarde: Waarde, gone: _Gone) -> Waarde:
    if vraag.soort is not Soort.LIJST:
        if vraag.delen is not Delen.JA:
            notitie = vraag.soort is Soort.LANGE_TEKST
            gone.tally(NOTES if notitie else NAMES, _pieces_of(waarde), names=not notitie)
        return "" if vraag.delen is not Delen.JA else waarde
    person = {veld.id: veld.delen is not Delen.JA for veld in vraag.velden}
    # In a lijst of people, what was only chosen says nothing without who: "now and then".
    says_nothing = {veld.id for veld in vraag.velden if veld.keuzes} if vraag.velden[0].delen is not Delen.JA else set()
    left_over = []
    for row in records(vraag, waarde):
        gone.tally(NAMES, (part for name, part in row.items() if person.get(name)), names=True)
        gone.tally(UNKNOWN, (part for name, part in row.items() if name not in person))
        rest = {name: part for name, part in row.items() if person.get(name) is False}
        if vraag.delen is not Delen.JA:
            gone.tally(NAMES, rest.values())
        elif not rest.keys() <= says_nothing:
            left_over.append(rest)
    return tuple(left_over)


def _texts(vraag: Vraag, antwoord: Antwoord) -> Iterator[str]:
    """Yield what a person typed in what is left of *antwoord*; not what was chosen from a list."""
    if vraag.soort in (Soort.TEKST, Soort.LANGE_TEKST, Soort.LIJST):
        for waarde in (antwoord.waarde, *(side.waarde for side in antwoord.alternatieven)):
            yield from _pieces_of(waarde)


def _pieces_of(waarde: Waarde) -> Iterator[str]:
    for part in (waarde,) if isinstance(waarde, str) else waarde:
        yield from (part,) if isinstance(part, str) else part.values()
