"""A project without the people in it. Every document is built from the answers, so this is the one place to do it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from routekaart_cli.domain.antwoorden import Alternatief, Antwoord, Antwoorden, Stand, Waarde
from routekaart_cli.domain.in_words import records
from routekaart_cli.domain.routekaart import Soort, Vraag

NAMEN = "namen"
NOTITIES = "notities"
WIE_ZEI_HET = "wie-zei-het"
ONBEKEND = "onbekend"
_NAAM = re.compile(r"\b[A-Z\u00c0-\u00de]\w{2,}")
"""A word that may be a name."""
_CONTACT = re.compile(r"[\w.+-]+@[\w-]+\.\w|(?<![\w+])(?:\+31|0031|\(?0)(?:[ ()./-]{0,3}\d){8,10}(?!\d)")
"""What looks like a mail address or a telephone number, written in one of the ways that are usual here."""


class Anoniem(NamedTuple):
    antwoorden: Antwoorden
    weggelaten: Mapping[str, int] = MappingProxyType({})
    """How many texts of each kind (`NAMEN`, `NOTITIES`, `WIE_ZEI_HET`, `ONBEKEND`) are gone."""
    verdacht: tuple[str, ...] = ()
    """The ids of vragen whose answer still holds a word of a name that is gone elsewhere, or a way to reach one."""


def zonder(vragen: Sequence[Vraag], antwoorden: Antwoorden) -> Anoniem:
    """Return *antwoorden* without what says who somebody is.

    Gone are the whole answer to a vraag that is `persoonsgegeven`, the field of a row that is, who said something, and
    all that is no answer to one of *vragen* or no field that it knows. What is left of a vraag stays in its place: an
    answer that was given does not become an open point.
    """
    bekend = {vraag.id: vraag for vraag in vragen}
    weg = _Weg()
    weg.tel(ONBEKEND, [naam for naam in antwoorden if naam not in bekend])
    over = {naam: _antwoord(bekend[naam], antwoord, weg) for naam, antwoord in antwoorden.items() if naam in bekend}
    teksten = {naam: " ".join(_teksten(bekend[naam], antwoord)) for naam, antwoord in over.items()}
    gewoon = set(" ".join((*teksten.values(), *weg.namen)).split())  # a word that is also written small is no name
    namen = {woord for tekst in weg.namen for woord in _NAAM.findall(tekst) if woord.lower() not in gewoon}
    verdacht = tuple(
        naam for naam, tekst in teksten.items() if _CONTACT.search(tekst) or namen & set(_NAAM.findall(tekst))
    )
    return Anoniem(over, +weg.aantal, verdacht)


class _Weg:
    """What is gone: how many texts of each kind, and those that are a name."""

    def __init__(self) -> None:
        self.aantal: Counter[str] = Counter()
        self.namen: list[str] = []

    def tel(self, soort: str, teksten: Iterable[str], *, namen: bool = False) -> None:
        gevuld = [tekst for tekst in teksten if tekst]
        self.aantal[soort] += len(gevuld)
        self.namen += gevuld if namen else []


def _antwoord(vraag: Vraag, antwoord: Antwoord, weg: _Weg) -> Antwoord:
    weg.tel(WIE_ZEI_HET, (antwoord.door, *(kant.door for kant in antwoord.alternatieven)), namen=True)
    weg.tel(ONBEKEND, (*antwoord.onbekend, *(sleutel for kant in antwoord.alternatieven for sleutel in kant.onbekend)))
    kanten = tuple(Alternatief(_waarde(vraag, kant.waarde, weg)) for kant in antwoord.alternatieven)
    waarde = _waarde(vraag, antwoord.waarde, weg) if antwoord.stand is Stand.GEGEVEN else ""
    return Antwoord(antwoord.stand, waarde, antwoord.gewijzigd, "", tuple(kant for kant in kanten if kant.waarde))


def _waarde(vraag: Vraag, waarde: Waarde, weg: _Weg) -> Waarde:
    if vraag.soort is not Soort.LIJST:
        if vraag.persoonsgegeven:
            notitie = vraag.soort is Soort.LANGE_TEKST
            weg.tel(NOTITIES if notitie else NAMEN, _delen(waarde), namen=not notitie)
        return "" if vraag.persoonsgegeven else waarde
    persoon = {veld.id: veld.persoonsgegeven for veld in vraag.velden}
    # In a lijst of people, what was only chosen says nothing without who: "now and then".
    zegt_niets = {veld.id for veld in vraag.velden if veld.keuzes} if vraag.velden[0].persoonsgegeven else set()
    over = []
    for rij in records(vraag, waarde):
        weg.tel(NAMEN, (deel for naam, deel in rij.items() if persoon.get(naam)), namen=True)
        weg.tel(ONBEKEND, (deel for naam, deel in rij.items() if naam not in persoon))
        rest = {naam: deel for naam, deel in rij.items() if persoon.get(naam) is False}
        if vraag.persoonsgegeven:
            weg.tel(NAMEN, rest.values())
        elif not rest.keys() <= zegt_niets:
            over.append(rest)
    return tuple(over)


def _teksten(vraag: Vraag, antwoord: Antwoord) -> Iterator[str]:
    """Yield what a person typed in what is left of *antwoord*; not what was chosen from a list."""
    if vraag.soort in (Soort.TEKST, Soort.LANGE_TEKST, Soort.LIJST):
        for waarde in (antwoord.waarde, *(kant.waarde for kant in antwoord.alternatieven)):
            yield from _delen(waarde)


def _delen(waarde: Waarde) -> Iterator[str]:
    for deel in (waarde,) if isinstance(waarde, str) else waarde:
        yield from (deel,) if isinstance(deel, str) else deel.values()
