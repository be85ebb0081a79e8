"""One project out of two that went their own way, answer by answer; what nobody can decide stays side by side. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from routekaart_cli.domain.antwoorden import Alternatief, Antwoord, Antwoorden, Project, Record, Stand, same

T = TypeVar("T")


class Herkomst(StrEnum):
    """Where an answer of the merged project comes from, when the two did not already say the same."""

    OURS = "ons"
    THEIRS = "hun"
    BOTH = "beide"
    """From both: a lijst with the records of both, or an answer beside *weet ik nog niet*."""
    DISAGREED = "niet-eens"
    """Both changed it to something else: both stay, as alternatieven."""


class Samenvoeging(NamedTuple):
    project: Project
    herkomst: Mapping[str, Herkomst]
    """By the id of the vraag; only the answers in which the two projects differed."""
    displaced: Mapping[str, Antwoord] = MappingProxyType({})
    """By the id of the vraag: what stood in one of them and gave way to what stood in the other."""

    def ids_from(self, herkomst: Herkomst) -> tuple[str, ...]:
        """Return the ids of the vragen whose answer comes from *herkomst*."""
        return tuple(vraag_id for vraag_id, chosen in self.herkomst.items() if chosen is herkomst)


def merge(ours: Project, theirs: Project, basis: Project | None = None) -> Samenvoeging:
    """Return *ours* and *theirs* as one project.

    With the *basis* that both began with, what only one of them changed (or took away) counts, and what both changed
    stays twice. Without it the moments of change tell: what both have unchanged was there before they parted, so of two
    answers the one that changed after that counts. When that does not decide it, both stay.
    """
    parted = _parted(ours.antwoorden, theirs.antwoorden)
    antwoorden: dict[str, Antwoord] = {}
    herkomst: dict[str, Herkomst] = {}
    displaced: dict[str, Antwoord] = {}
    for vraag_id in dict.fromkeys((*ours.antwoorden, *theirs.antwoorden)):
        our_antwoord, their_antwoord = ours.antwoorden.get(vraag_id), theirs.antwoorden.get(vraag_id)
        if basis is not None:
            chosen, origin = _with_base(our_antwoord, their_antwoord, basis.antwoorden.get(vraag_id))
        else:
            chosen, origin = _by_moment(our_antwoord, their_antwoord, parted)
        if origin:
            herkomst[vraag_id] = origin
        other = their_antwoord if chosen is our_antwoord else our_antwoord
        if other and origin in (Herkomst.OURS, Herkomst.THEIRS):
            displaced[vraag_id] = other
        if chosen:
            begin = basis.antwoorden.get(vraag_id) if basis else None
            unknown = _keys(chosen.unknown, other.unknown if other else {}, begin.unknown if begin else {})
            antwoorden[vraag_id] = chosen._replace(unknown=unknown)
    unknown = _keys(ours.unknown, theirs.unknown, basis.unknown if basis else {})
    return Samenvoeging(Project(antwoorden, max(ours.formaat, theirs.formaat), unknown), herkomst, displaced)


Choice = tuple[Antwoord | None, Herkomst | None]


def _with_base(our_antwoord: Antwoord | None, their_antwoord: Antwoord | None, basis: Antwoord | None) -> Choice:
    if same(our_antwoord, their_antwoord):
        return (_newest(our_antwoord, their_antwoord) if our_antwoord and their_antwoord else None), None
    if same(their_antwoord, basis):
        return our_antwoord, Herkomst.OURS
    if same(our_antwoord, basis):
        return their_antwoord, Herkomst.THEIRS
    return _both(our_antwoord, their_antwoord, basis)


def _by_moment(our_antwoord: Antwoord | None, their_antwoord: Antwoord | None, parted: datetime | None) -> Choice:
    if same(our_antwoord, their_antwoord):
        return (_newest(our_antwoord, their_antwoord) if our_antwoord and their_antwoord else None), None
    if (
        our_antwoord is None or their_antwoord is None
    ):  # whether it was added or taken away, nobody knows: nothing is lost
        return (our_antwoord, Herkomst.OURS) if our_antwoord else (their_antwoord, Herkomst.THEIRS)
    our_moment, their_moment = _moment(our_antwoord), _moment(their_antwoord)
    if parted and our_moment and their_moment:
        if their_moment <= parted < our_moment:
            return our_antwoord, Herkomst.OURS
        if our_moment <= parted < their_moment:
            return their_antwoord, Herkomst.THEIRS
    return _both(our_antwoord, their_antwoord, None)


def _both(our_antwoord: Antwoord | None, their_antwoord: Antwoord | None, basis: Antwoord | None) -> Choice:
    """Return what keeps everything of two answers that differ and were both changed since *basis*."""
    if our_antwoord is None or their_antwoord is None:  # one changed it, the other took it away: the change says more
        return (our_antwoord, Herkomst.OURS) if our_antwoord else (their_antwoord, Herkomst.THEIRS)
    with_content = [part for part in (our_antwoord, their_antwoord) if part.stand in (Stand.GEGEVEN, Stand.ONEENS)]
    newest = _newest(our_antwoord, their_antwoord)
    if len(with_content) < 2:  # later, or not known yet, gives way to an answer; of two of those the last counts
        chosen = with_content[0] if with_content else newest
        return chosen, Herkomst.OURS if chosen is our_antwoord else Herkomst.THEIRS
    begin = basis or Antwoord(Stand.LEEG)
    our_records, their_records = _records(our_antwoord), _records(their_antwoord)
    if our_records is not None and their_records is not None:
        records = _three_way(our_records, their_records, _records(begin) or ())
        return newest._replace(stand=Stand.GEGEVEN if records else Stand.LEEG, waarde=records or ""), Herkomst.BOTH
    sides = _three_way(_sides(our_antwoord), _sides(their_antwoord), _sides(begin)) or (
        *_sides(our_antwoord),
        *_sides(their_antwoord),
    )
    by_time = (newest, their_antwoord if newest is our_antwoord else our_antwoord)
    if all(side.waarde == sides[0].waarde for side in sides):  # the same, said by another, or all that is left
        left_over = Antwoord(Stand.GEGEVEN, sides[0].waarde, newest.gewijzigd, sides[0].door)
        chosen = next((part for part in by_time if part.waarde == left_over.waarde), left_over)
        return (
            chosen,
            Herkomst.THEIRS if chosen is their_antwoord else Herkomst.OURS if chosen is our_antwoord else Herkomst.BOTH,
        )
    for one in by_time:
        if one.alternatieven == sides:  # the other says nothing new
            return one, Herkomst.OURS if one is our_antwoord else Herkomst.THEIRS
    return Antwoord(Stand.ONEENS, gewijzigd=newest.gewijzigd, alternatieven=sides), Herkomst.DISAGREED


def _sides(antwoord: Antwoord) -> tuple[Alternatief, ...]:
    if antwoord.stand is Stand.GEGEVEN:
        return (Alternatief(antwoord.waarde, antwoord.door),)
    return antwoord.alternatieven


def _three_way(ours: Sequence[T], theirs: Sequence[T], basis: Sequence[T]) -> tuple[T, ...]:
    """Return what is in both, and what either added to *basis*: what one of them took out of it is gone."""
    blijft = [part for part in ours if part in theirs or part not in basis]
    return (*blijft, *(part for part in theirs if part not in ours and part not in basis))


def _records(antwoord: Antwoord) -> tuple[Record, ...] | None:
    waarde = antwoord.waarde
    if antwoord.stand is not Stand.GEGEVEN or isinstance(waarde, str):
        return None
    records = tuple(part for part in waarde if isinstance(part, Mapping))
    return records if records and len(records) == len(waarde) else None


def _parted(ours: Antwoorden, theirs: Antwoorden) -> datetime | None:
    """Return the last moment at which the two were one: of the newest answer that both have unchanged."""
    merged: Sequence[datetime | None] = [
        _moment(antwoord)
        for vraag_id, antwoord in ours.items()
        if antwoord.same(theirs.get(vraag_id)) and antwoord.gewijzigd == theirs[vraag_id].gewijzigd
    ]
    return max((moment for moment in merged if moment), default=None)


def _moment(antwoord: Antwoord) -> datetime | None:
    """Return when *antwoord* was changed; None when that is not said so that it can be compared."""
    try:
        moment = datetime.fromisoformat(antwoord.gewijzigd)
    except ValueError:
        return None
    return moment if moment.tzinfo else None


def _newest(our_antwoord: Antwoord, their_antwoord: Antwoord) -> Antwoord:
    """Return the one that was changed last; ours when that cannot be told."""
    our_moment, their_moment = _moment(our_antwoord), _moment(their_antwoord)
    return their_antwoord if our_moment and their_moment and their_moment > our_moment else our_antwoord


def _keys(ours: Mapping[str, object], theirs: Mapping[str, object], basis: Mapping[str, object]) -> dict[str, object]:
    """Return the keys we do not know of both: as they became since *basis*, ours where both changed one."""
    merged: dict[str, object] = {}
    for name in (*ours, *(name for name in theirs if name not in ours)):
        origin = theirs if ours.get(name) == basis.get(name) else ours
        origin = ours if name in ours and name not in theirs and name not in basis else origin
        if name in origin:
            merged[name] = origin[name]
    return merged
