"""What a merge of two copies took from where, to tell the group. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from routekaart_cli.domain.antwoorden import Antwoord, Project, Stand, same
from routekaart_cli.project import versies


class Herkomst(StrEnum):
    """Where an answer of the merged project comes from, when the two did not already say the same."""

    OURS = "ons"
    THEIRS = "hun"
    BOTH = "beide"
    """From both: a lijst with the records of both."""
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


def merge(ours: Project, theirs: Project) -> Samenvoeging:
    """Return *ours* and *theirs* as one project, and what came from where."""
    merged = versies.join(ours, theirs)
    herkomst: dict[str, Herkomst] = {}
    displaced: dict[str, Antwoord] = {}
    for vraag_id in sorted({*ours.antwoorden, *theirs.antwoorden}):
        sides = {Herkomst.OURS: ours.antwoorden.get(vraag_id), Herkomst.THEIRS: theirs.antwoorden.get(vraag_id)}
        if same(*sides.values()):
            continue
        chosen = merged.antwoorden.get(vraag_id)
        origin = next((which for which, antwoord in sides.items() if same(antwoord, chosen)), None)
        if origin:
            other = sides[Herkomst.THEIRS if origin is Herkomst.OURS else Herkomst.OURS]
            if other:
                displaced[vraag_id] = other
        disagreed = chosen is not None and chosen.stand is Stand.ONEENS
        herkomst[vraag_id] = origin or (Herkomst.DISAGREED if disagreed else Herkomst.BOTH)
    return Samenvoeging(merged, herkomst, displaced)
