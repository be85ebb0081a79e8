"""A project without the people in it. Every document is built from the answers, so this is the one place to do it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from routekaart_cli.antwoorden import records
from routekaart_cli.model import Alternatief, Antwoord, Antwoorden, Soort, Stand, Vraag, Waarde

NAMEN = "namen"
NOTITIES = "notities"
WIE_ZEI_HET = "wie-zei-het"
ONBEKEND = "onbekend"


class Anoniem(NamedTuple):
    antwoorden: Antwoorden
    weggelaten: Mapping[str, int] = MappingProxyType({})
    """How many texts of each kind (`NAMEN`, `NOTITIES`, `WIE_ZEI_HET`, `ONBEKEND`) are gone."""


def zonder(vragen: Sequence[Vraag], antwoorden: Antwoorden) -> Anoniem:
    """Return *antwoorden* without what says who somebody is.

    Gone are the whole answer to a vraag that is `persoonsgegeven`, the field of a row that is, who said something, and
    all that is no answer to one of *vragen* or no field that it knows. What is left of a vraag stays in its place: an
    answer that was given does not become an open point.
    """
    bekend = {vraag.id: vraag for vraag in vragen}
    weg: Counter[str] = Counter()
    weg[ONBEKEND] += sum(vraag_id not in bekend for vraag_id in antwoorden)
    over = {naam: _antwoord(bekend[naam], antwoord, weg) for naam, antwoord in antwoorden.items() if naam in bekend}
    return Anoniem(over, +weg)


def _antwoord(vraag: Vraag, antwoord: Antwoord, weg: Counter[str]) -> Antwoord:
    weg[WIE_ZEI_HET] += bool(antwoord.door) + sum(bool(kant.door) for kant in antwoord.alternatieven)
    weg[ONBEKEND] += len(antwoord.onbekend) + sum(len(kant.onbekend) for kant in antwoord.alternatieven)
    kanten = tuple(Alternatief(_waarde(vraag, kant.waarde, weg)) for kant in antwoord.alternatieven)
    waarde = _waarde(vraag, antwoord.waarde, weg) if antwoord.stand is Stand.GEGEVEN else ""
    return Antwoord(antwoord.stand, waarde, antwoord.gewijzigd, "", tuple(kant for kant in kanten if kant.waarde))


def _waarde(vraag: Vraag, waarde: Waarde, weg: Counter[str]) -> Waarde:
    if vraag.persoonsgegeven:
        hoeveel = len(waarde) if isinstance(waarde, tuple) else 1
        weg[NOTITIES if vraag.soort is Soort.LANGE_TEKST else NAMEN] += hoeveel
        return ""
    if vraag.soort is not Soort.LIJST:
        return waarde
    velden = {veld.id: veld for veld in vraag.velden}
    rijen = []
    for rij in records(vraag, waarde):
        weg[NAMEN] += sum(naam in velden and velden[naam].persoonsgegeven for naam in rij)
        weg[ONBEKEND] += sum(naam not in velden for naam in rij)
        rijen.append({n: deel for n, deel in rij.items() if n in velden and not velden[n].persoonsgegeven})
    return tuple(rij for rij in rijen if rij)
