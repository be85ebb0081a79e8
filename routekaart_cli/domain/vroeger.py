"""Answers from before a vraag was renamed, or before several became one: read as answers to the vraag of now. Pure.

It is a reading, never a write: the file keeps what it had until somebody answers the vraag itself. So two laptops of
which one has an older program cannot disagree about what nobody said.
"""

from __future__ import annotations

from collections.abc import Iterable

from routekaart_cli.domain.antwoorden import Antwoord, Antwoorden, Stand, text_of
from routekaart_cli.domain.in_words import records
from routekaart_cli.domain.routekaart import Soort, Vraag
from routekaart_cli.domain.vaste_vragen import CONTACTPERSOON, ER_LIGT

_WHAT_LAY_THERE = {
    "stand.besluit": "besluit",
    "stand.energieplan": "concept-energieplan",
    "stand.procesplan": "aanpak",
    "stand.intentie": "samen-beginnen",
}
"""Four vragen with ja or nee, the furthest first, and the keuze of `stand.er-ligt` that a ja to it is now."""
_NOTHING_THERE = "niets"
_HAD_CONTACT = "overheid.contact"
"""Ja or nee; who it is was another vraag already."""


def read_now(vragen: Iterable[Vraag], antwoorden: Antwoorden) -> Antwoorden:
    """Return *antwoorden* with each that stands under an id of before under the id of the vraag among *vragen*.

    An answer to the vraag itself goes before an older one.
    """
    renamed = {old: vraag for vraag in vragen for old in vraag.heette}
    old_ids = (renamed.keys() | _WHAT_LAY_THERE.keys() | {_HAD_CONTACT}) & antwoorden.keys()
    if not old_ids:
        return antwoorden
    now = {vraag_id: antwoord for vraag_id, antwoord in antwoorden.items() if vraag_id not in old_ids}
    for old in sorted(antwoorden.keys() & renamed.keys()):
        vraag, antwoord = renamed[old], antwoorden[old]
        if vraag.soort is Soort.LIJST and vraag.id not in antwoorden:  # else what was taken out of it would come back
            antwoord = _with_rows(vraag, now.get(vraag.id), antwoord)
            now[vraag.id] = antwoord
        now.setdefault(vraag.id, antwoord)
    if text_of(antwoorden.get(_HAD_CONTACT)) == "nee":
        now.setdefault(CONTACTPERSOON, antwoorden[_HAD_CONTACT]._replace(waarde="Nog niemand"))
    lay_there = _lay_there(antwoorden)
    if lay_there:
        now.setdefault(ER_LIGT, lay_there)
    return now


def _with_rows(lijst: Vraag, now: Antwoord | None, old: Antwoord) -> Antwoord:
    """Return what older vragen said so far, *now*, with the rows of one more, *old*; a text is the first veld."""
    names = {was: veld.id for veld in lijst.velden for was in veld.heette}
    rows = [{names.get(name, name): text for name, text in row.items()} for row in records(lijst, old.waarde)]
    there = records(lijst, now.waarde) if now else ()
    new = (*there, *(row for row in rows if row not in there))
    return (now if now and there else old)._replace(waarde=new) if rows else (now or old)


def _lay_there(antwoorden: Antwoorden) -> Antwoord | None:
    """Return as one answer what the four vragen of before said; None when they said nothing."""
    given = {old: antwoorden[old] for old in _WHAT_LAY_THERE if old in antwoorden}
    for old, antwoord in given.items():
        if text_of(antwoord) == "ja":
            return antwoord._replace(waarde=_WHAT_LAY_THERE[old])
    first = given.get("stand.intentie")
    if first and first.stand is Stand.GEGEVEN:
        return first._replace(waarde=_NOTHING_THERE)
    return first
