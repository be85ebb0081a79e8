"""One project out of two that went their own way, answer by answer; what nobody can decide stays side by side. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from routekaart_cli.domain.antwoorden import Alternatief, Antwoord, Antwoorden, Project, Record, Stand, zelfde

T = TypeVar("T")


class Herkomst(StrEnum):
    """Where an answer of the merged project comes from, when the two did not already say the same."""

    ONS = "ons"
    HUN = "hun"
    BEIDE = "beide"
    """From both: a lijst with the records of both, or an answer beside *weet ik nog niet*."""
    ONEENS = "niet-eens"
    """Both changed it to something else: both stay, as alternatieven."""


class Samenvoeging(NamedTuple):
    project: Project
    herkomst: Mapping[str, Herkomst]
    """By the id of the vraag; only the answers in which the two projects differed."""
    verdrongen: Mapping[str, Antwoord] = MappingProxyType({})
    """By the id of the vraag: what stood in one of them and gave way to what stood in the other."""

    def van(self, herkomst: Herkomst) -> tuple[str, ...]:
        """Return the ids of the vragen whose answer comes from *herkomst*."""
        return tuple(vraag_id for vraag_id, gekozen in self.herkomst.items() if gekozen is herkomst)


def voeg_samen(ons: Project, hun: Project, basis: Project | None = None) -> Samenvoeging:
    """Return *ons* and *hun* as one project.

    With the *basis* that both began with, what only one of them changed (or took away) counts, and what both changed
    stays twice. Without it the moments of change tell: what both have unchanged was there before they parted, so of two
    answers the one that changed after that counts. When that does not decide it, both stay.
    """
    gescheiden = _gescheiden(ons.antwoorden, hun.antwoorden)
    antwoorden: dict[str, Antwoord] = {}
    herkomst: dict[str, Herkomst] = {}
    verdrongen: dict[str, Antwoord] = {}
    for vraag_id in dict.fromkeys((*ons.antwoorden, *hun.antwoorden)):
        onze, hunne = ons.antwoorden.get(vraag_id), hun.antwoorden.get(vraag_id)
        if basis is not None:
            gekozen, van = _met_basis(onze, hunne, basis.antwoorden.get(vraag_id))
        else:
            gekozen, van = _op_moment(onze, hunne, gescheiden)
        if van:
            herkomst[vraag_id] = van
        ander = hunne if gekozen is onze else onze
        if ander and van in (Herkomst.ONS, Herkomst.HUN):
            verdrongen[vraag_id] = ander
        if gekozen:
            eerst = basis.antwoorden.get(vraag_id) if basis else None
            onbekend = _sleutels(gekozen.onbekend, ander.onbekend if ander else {}, eerst.onbekend if eerst else {})
            antwoorden[vraag_id] = gekozen._replace(onbekend=onbekend)
    onbekend = _sleutels(ons.onbekend, hun.onbekend, basis.onbekend if basis else {})
    return Samenvoeging(Project(antwoorden, max(ons.formaat, hun.formaat), onbekend), herkomst, verdrongen)


Keuze = tuple[Antwoord | None, Herkomst | None]


def _met_basis(onze: Antwoord | None, hunne: Antwoord | None, basis: Antwoord | None) -> Keuze:
    if zelfde(onze, hunne):
        return (_nieuwste(onze, hunne) if onze and hunne else None), None
    if zelfde(hunne, basis):
        return onze, Herkomst.ONS
    if zelfde(onze, basis):
        return hunne, Herkomst.HUN
    return _beide(onze, hunne, basis)


def _op_moment(onze: Antwoord | None, hunne: Antwoord | None, gescheiden: datetime | None) -> Keuze:
    if zelfde(onze, hunne):
        return (_nieuwste(onze, hunne) if onze and hunne else None), None
    if onze is None or hunne is None:  # whether it was added or taken away, nobody knows: nothing is lost
        return (onze, Herkomst.ONS) if onze else (hunne, Herkomst.HUN)
    ons_moment, hun_moment = _moment(onze), _moment(hunne)
    if gescheiden and ons_moment and hun_moment:
        if hun_moment <= gescheiden < ons_moment:
            return onze, Herkomst.ONS
        if ons_moment <= gescheiden < hun_moment:
            return hunne, Herkomst.HUN
    return _beide(onze, hunne, None)


def _beide(onze: Antwoord | None, hunne: Antwoord | None, basis: Antwoord | None) -> Keuze:
    """Return what keeps everything of two answers that differ and were both changed since *basis*."""
    if onze is None or hunne is None:  # one changed it, the other took it away: the change says more
        return (onze, Herkomst.ONS) if onze else (hunne, Herkomst.HUN)
    met_inhoud = [deel for deel in (onze, hunne) if deel.stand in (Stand.GEGEVEN, Stand.ONEENS)]
    nieuwste = _nieuwste(onze, hunne)
    if len(met_inhoud) < 2:  # later, or not known yet, gives way to an answer; of two of those the last counts
        gekozen = met_inhoud[0] if met_inhoud else nieuwste
        return gekozen, Herkomst.ONS if gekozen is onze else Herkomst.HUN
    eerst = basis or Antwoord(Stand.LEEG)
    ons_records, hun_records = _records(onze), _records(hunne)
    if ons_records is not None and hun_records is not None:
        records = _driewegs(ons_records, hun_records, _records(eerst) or ())
        return nieuwste._replace(stand=Stand.GEGEVEN if records else Stand.LEEG, waarde=records or ""), Herkomst.BEIDE
    kanten = _driewegs(_kanten(onze), _kanten(hunne), _kanten(eerst)) or (*_kanten(onze), *_kanten(hunne))
    op_tijd = (nieuwste, hunne if nieuwste is onze else onze)
    if all(kant.waarde == kanten[0].waarde for kant in kanten):  # the same, said by another, or all that is left
        over = Antwoord(Stand.GEGEVEN, kanten[0].waarde, nieuwste.gewijzigd, kanten[0].door)
        gekozen = next((deel for deel in op_tijd if deel.waarde == over.waarde), over)
        return gekozen, Herkomst.HUN if gekozen is hunne else Herkomst.ONS if gekozen is onze else Herkomst.BEIDE
    for een in op_tijd:
        if een.alternatieven == kanten:  # the other says nothing new
            return een, Herkomst.ONS if een is onze else Herkomst.HUN
    return Antwoord(Stand.ONEENS, gewijzigd=nieuwste.gewijzigd, alternatieven=kanten), Herkomst.ONEENS


def _kanten(antwoord: Antwoord) -> tuple[Alternatief, ...]:
    if antwoord.stand is Stand.GEGEVEN:
        return (Alternatief(antwoord.waarde, antwoord.door),)
    return antwoord.alternatieven


def _driewegs(ons: Sequence[T], hun: Sequence[T], basis: Sequence[T]) -> tuple[T, ...]:
    """Return what is in both, and what either added to *basis*: what one of them took out of it is gone."""
    blijft = [deel for deel in ons if deel in hun or deel not in basis]
    return (*blijft, *(deel for deel in hun if deel not in ons and deel not in basis))


def _records(antwoord: Antwoord) -> tuple[Record, ...] | None:
    waarde = antwoord.waarde
    if antwoord.stand is not Stand.GEGEVEN or isinstance(waarde, str):
        return None
    records = tuple(deel for deel in waarde if isinstance(deel, Mapping))
    return records if records and len(records) == len(waarde) else None


def _gescheiden(ons: Antwoorden, hun: Antwoorden) -> datetime | None:
    """Return the last moment at which the two were one: of the newest answer that both have unchanged."""
    samen: Sequence[datetime | None] = [
        _moment(antwoord)
        for vraag_id, antwoord in ons.items()
        if antwoord.zelfde(hun.get(vraag_id)) and antwoord.gewijzigd == hun[vraag_id].gewijzigd
    ]
    return max((moment for moment in samen if moment), default=None)


def _moment(antwoord: Antwoord) -> datetime | None:
    """Return when *antwoord* was changed; None when that is not said so that it can be compared."""
    try:
        moment = datetime.fromisoformat(antwoord.gewijzigd)
    except ValueError:
        return None
    return moment if moment.tzinfo else None


def _nieuwste(onze: Antwoord, hunne: Antwoord) -> Antwoord:
    """Return the one that was changed last; ours when that cannot be told."""
    ons_moment, hun_moment = _moment(onze), _moment(hunne)
    return hunne if ons_moment and hun_moment and hun_moment > ons_moment else onze


def _sleutels(ons: Mapping[str, object], hun: Mapping[str, object], basis: Mapping[str, object]) -> dict[str, object]:
    """Return the keys we do not know of both: as they became since *basis*, ours where both changed one."""
    samen: dict[str, object] = {}
    for naam in (*ons, *(naam for naam in hun if naam not in ons)):
        van = hun if ons.get(naam) == basis.get(naam) else ons
        van = ons if naam in ons and naam not in hun and naam not in basis else van
        if naam in van:
            samen[naam] = van[naam]
    return samen
