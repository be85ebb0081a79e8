"""What a person means who types (a part of) the name of something in the content."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Sequence

from routekaart_cli.domain.routekaart import Actueel, Begrip, Fase, Federatie, Stap, Voorbeeld, Vraag
from routekaart_cli.dutch import did_you_mean, enumeration, nearest, without_accents
from routekaart_cli.dutch.opdrachten import to_type
from routekaart_cli.errors import UnknownName
from routekaart_cli.inhoud.folder import ZIJSPOOR, Inhoud


def fase(inhoud: Inhoud, typed: str) -> Fase:
    """Return the fase that a person means with *typed*: `3`, `verdiepen`, `Verd`, `g` or `gemeente`.

    Raises `UnknownName` with the names that exist.
    """
    sought = typed.strip().lower().removeprefix("fase").strip().replace(" ", "-")
    names = (*inhoud.fase_ids, ZIJSPOOR)
    numbers = {str(number): name for number, name in enumerate(inhoud.fase_ids, 1)}
    if sought in numbers:
        return inhoud.fase(numbers[sought])
    fitting = [name for name in names if sought and name.startswith(sought)]
    if len(fitting) == 1:
        return inhoud.fase(fitting[0])
    raise UnknownName(
        f"Fase '{typed}' bestaat niet.",
        f"{did_you_mean(nearest(sought, names))}Typ een nummer van 1 tot {len(names) - 1}, of een naam: "
        f"{enumeration(names, 'of')}. Zoeken in alle teksten: {to_type('zoek', *typed.split())}",
    )


def stap(inhoud: Inhoud, typed: str) -> tuple[Fase, Stap]:
    """Return the stap that a person means with *typed*, and its fase: `3.2`, its id, or the last part of its id.

    Raises `UnknownName` with the nearest id.
    """
    sought = typed.strip().lower()
    first = sought.partition(".")[0]
    if first in (*inhoud.fase_ids, ZIJSPOOR, "g", *(str(n) for n in range(1, len(inhoud.fase_ids) + 1))):
        fasen: tuple[Fase, ...] = (fase(inhoud, first),)
    else:
        fasen = inhoud.all_fasen
    pairs = [(each, one) for each in fasen for one in each.stappen]
    for each, one in pairs:
        if sought in (one.nummer, one.id, one.id.partition(".")[2]):
            return each, one
    meant = nearest(sought, [*(one.id for _, one in pairs), *(one.nummer for _, one in pairs)])
    code = (fasen[0].nummer or fasen[0].id) if len(fasen) == 1 else None
    where = "De stappen staan per fase. Typ bijvoorbeeld" if code is None else "De stappen van deze fase zie je met"
    raise UnknownName(
        f"Stap '{typed}' bestaat niet.", f"{did_you_mean(meant)}{where}: {to_type('fase', 3 if code is None else code)}"
    )


def voorbeelden(inhoud: Inhoud, typed: str) -> tuple[tuple[Fase, ...], Voorbeeld | None]:
    """Return the fase that a person means with *typed*; or one voorbeeld, by (the end of) its id, with its fase.

    Raises `UnknownName` with the nearest id.
    """
    sought = typed.strip().lower()
    pairs = [(each, one) for each in inhoud.all_fasen for one in each.voorbeelden]
    for each, one in pairs:
        if sought in (one.id, one.id.rpartition(".")[2], one.titel.lower()):
            return (each,), one
    with contextlib.suppress(UnknownName):
        return (fase(inhoud, sought),), None
    names = [one.id.rpartition(".")[2] for _, one in pairs] + list(inhoud.fase_ids)
    raise UnknownName(
        f"Voorbeeld '{typed}' bestaat niet.",
        f"{did_you_mean(nearest(sought, names, 0.5))}Alle voorbeelden zie je met: {to_type('voorbeelden')}",
    )


def begrip(inhoud: Inhoud, typed: str) -> Begrip:
    """Return the begrip that a person means with *typed*, in any of its forms; raises `UnknownName`."""
    forms = {without_accents(form): one for one in inhoud.begrippen for form in (one.id, one.woord, *one.ook)}
    sought = without_accents(typed.strip())
    if sought in forms:
        return forms[sought]
    meant = nearest(sought, forms)
    raise UnknownName(
        f"Het woord '{typed}' staat niet in de lijst.",
        f"{did_you_mean(forms[meant].woord if meant else None)}Alle woorden zie je met: {to_type('begrippen')}",
    )


def actueel(inhoud: Inhoud, typed: str) -> Actueel:
    """Return what changed that a person means with *typed*, the end of its id; raises `UnknownName`."""
    by_name = {item.id.rpartition(".")[2]: item for item in inhoud.actueel}
    sought = without_accents(typed.strip()).rpartition(".")[2]
    if sought in by_name:
        return by_name[sought]
    raise UnknownName(
        f"Over '{typed}' staat er niets bij wat er veranderd is.",
        f"{did_you_mean(nearest(sought, by_name))}Alles wat veranderd is, zie je met: {to_type('actueel', '--alles')}",
    )


def vraag(inhoud: Inhoud, typed: str) -> Vraag:
    """Return the vraag with the id *typed*, also an older one of it; raises `UnknownName` with the nearest id."""
    found = inhoud.vraag_by_id.get(typed) or next((vraag for vraag in inhoud.vragen if typed in vraag.heette), None)
    if found:
        return found
    raise UnknownName(
        f"De vraag '{typed}' bestaat niet.",
        f"{did_you_mean(nearest(typed, inhoud.vraag_by_id))}Alle vragen zie je met: {to_type('vragen')}.",
    )


def federatie(federaties: Sequence[Federatie], typed: str) -> Federatie:
    """Return the one of *federaties* whose provincie a person means with *typed*.

    Capitals, accents, spaces and hyphens do not matter, and another name or the start of a name will do: `Fryslân`,
    `friesland`, `noord holland`, `gron`. Raises `UnknownName` with the nearest name and all names.
    """
    names = {_bare(name): part for part in federaties for name in (part.provincie, part.provincienaam, *part.ook)}
    sought = _bare(typed)
    fitting = {part.provincie: part for name, part in names.items() if sought and name.startswith(sought)}
    if sought in names:
        return names[sought]
    if len(fitting) == 1:
        return next(iter(fitting.values()))
    near = nearest(sought, names)
    part = [one.provincienaam for one in federaties if sought and sought in _bare(one.provincienaam)]
    meant = "' of '".join(part) or (names[near].provincienaam if near else None)
    raise UnknownName(
        f"De provincie '{typed}' bestaat niet.",
        f"{did_you_mean(meant)}Kies uit {enumeration([part.provincienaam for part in federaties], 'of')}.",
    )


def _bare(name: str) -> str:
    """Return only the letters of *name*, small and without accents."""
    return re.sub(r"[^a-z]", "", without_accents(name))
