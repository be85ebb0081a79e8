"""The vragen that the code leans on, by their id in the content, each with the soort it must have. Pure.

The content is held to them when it is read: an editor who renames one hears so at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from routekaart_cli.domain.routekaart import Soort, Status, Vraag
from routekaart_cli.dutch import enumeration

WIJK, GEMEENTE, PROVINCIE, WONINGEN = "wijk.naam", "wijk.gemeente", "wijk.provincie", "wijk.woningen"
FOLLOWS: Mapping[str, str] = {PROVINCIE: GEMEENTE}
"""What need not be asked once another answer tells it."""
ER_LIGT = "stand.er-ligt"
CONTACTPERSOON = "overheid.contactpersoon"
GROEP, DOEL, MENSEN, WOORDVOERDER = "groep.naam", "groep.doel", "groep.mensen", "groep.woordvoerder"
AVOND, BIJEENKOMST = "avond", "avond.bijeenkomst"
"""The part that ends an evening, and the day in it: content that has none, asks nothing then."""
IN_THE_INTAKE: Mapping[str, Soort] = {
    WIJK: Soort.TEKST,
    GEMEENTE: Soort.TEKST,
    PROVINCIE: Soort.KEUZE,
    WONINGEN: Soort.GETAL,
    ER_LIGT: Soort.KEUZE,
    GROEP: Soort.TEKST,
    DOEL: Soort.LANGE_TEKST,
    MENSEN: Soort.LIJST,
    WOORDVOERDER: Soort.TEKST,
}
VRAGEN = "overheid.vragen"
"""What the group asks the gemeente; not every content has it."""
WAAR = "waar"
"""The last part of the id of where something is that happens on a day: beside that day, or in the same row."""
STATUS, WIE, WANNEER, NOTITIE = "status", "wie", "wanneer", "notitie"
OF_EVERY_STAP: Mapping[str, Soort] = {
    STATUS: Soort.KEUZE,
    WIE: Soort.TEKST,
    WANNEER: Soort.DATUM,
    NOTITIE: Soort.LANGE_TEKST,
}
"""By the last part of their id, which every stap has."""


def findings(needed: Mapping[str, Soort], vragen: Iterable[Vraag]) -> Iterator[tuple[str, str]]:
    """Yield for each vraag that is *needed* and not among *vragen*, or of another soort, its id and what is wrong."""
    by_id = {vraag.id: vraag for vraag in vragen}
    for id_, soort in needed.items():
        if id_ not in by_id or by_id[id_].soort is not soort:
            yield id_, f"routekaart rekent op een vraag '{id_}' van de soort {soort}"
        elif id_ == STATUS and {keuze.id for keuze in by_id[id_].keuzes} != set(Status):
            yield id_, f"routekaart rekent bij de vraag '{id_}' op precies deze keuzes: {enumeration(tuple(Status))}"


def is_of_every_stap(vraag: Vraag) -> bool:
    """Is *vraag* one of those that every stap has?"""
    return vraag.stap is not None and vraag.id.rpartition(".")[2] in OF_EVERY_STAP
