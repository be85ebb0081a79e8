"""Which change was made, and what turning it back makes of the answers. Pure."""

from __future__ import annotations

import itertools
from collections.abc import Mapping

from routekaart_cli.domain.antwoorden import Antwoord, Antwoorden, Geschiedenis, Project, Wijziging, zelfde

NIVEAUS = 20
"""How many changes can be turned back."""
MEESTE_TEKENS = 200_000
"""With more text in them they are fewer: a list of hundreds of people, twice per change, would slow every answer."""


def verschil(oud: Antwoorden, nieuw: Antwoorden, moment: str) -> Wijziging:
    """Return the change at *moment* that makes *nieuw* of *oud*; it is empty when the answers say the same."""
    anders = [
        vraag_id for vraag_id in dict.fromkeys((*oud, *nieuw)) if not zelfde(oud.get(vraag_id), nieuw.get(vraag_id))
    ]
    return Wijziging(
        moment,
        {vraag_id: oud.get(vraag_id) for vraag_id in anders},
        {vraag_id: nieuw.get(vraag_id) for vraag_id in anders},
    )


def voeg_toe(geschiedenis: Geschiedenis, wijziging: Wijziging) -> Geschiedenis:
    """Return *geschiedenis* with *wijziging* as the newest; what was turned back before it cannot be made again."""
    gedaan = (*geschiedenis.gedaan, wijziging)[-NIVEAUS:]
    tekens = itertools.accumulate(map(_tekens, reversed(gedaan)))
    return Geschiedenis(gedaan[-max(1, sum(tot <= MEESTE_TEKENS for tot in tekens)) :])


def _tekens(wijziging: Wijziging) -> int:
    """Return roughly how much text *wijziging* holds."""
    kanten = (*wijziging.oud.values(), *wijziging.nieuw.values())
    return sum(len(str((kant.waarde, kant.alternatieven))) for kant in kanten if kant)


def ging_verder(geschiedenis: Geschiedenis, vraag_id: str, antwoord: Antwoord | None) -> bool:
    """Did somebody change or take away *antwoord* to *vraag_id* knowingly: is it what one of the changes began with?"""
    for wijziging in (*reversed(geschiedenis.teruggedraaid), *reversed(geschiedenis.gedaan)):
        if vraag_id in wijziging.oud:
            if zelfde(wijziging.oud[vraag_id], antwoord):
                return True
            if zelfde(wijziging.nieuw[vraag_id], antwoord):
                return False
    return False


def draai_terug(project: Project, geschiedenis: Geschiedenis, moment: str) -> tuple[Project, Geschiedenis, Wijziging]:
    """Return *project* as it was before its newest change, what can be turned back then, and what that changed.

    The last is empty when there is nothing to turn back. What somebody changed by hand since then goes with it, and
    comes back with `maak_opnieuw`.
    """
    project, rest, gebeurd = _keer_om(project, geschiedenis.gedaan, moment)
    teruggedraaid = (*geschiedenis.teruggedraaid, gebeurd) if gebeurd.oud else geschiedenis.teruggedraaid
    return project, Geschiedenis(rest, teruggedraaid), gebeurd


def maak_opnieuw(project: Project, geschiedenis: Geschiedenis, moment: str) -> tuple[Project, Geschiedenis, Wijziging]:
    """Return *project* as it was before something was last turned back, with the rest as in `draai_terug`."""
    project, rest, gebeurd = _keer_om(project, geschiedenis.teruggedraaid, moment)
    gedaan = (*geschiedenis.gedaan, gebeurd) if gebeurd.oud else geschiedenis.gedaan
    return project, Geschiedenis(gedaan, rest), gebeurd


def _keer_om(
    project: Project, stapel: tuple[Wijziging, ...], moment: str
) -> tuple[Project, tuple[Wijziging, ...], Wijziging]:
    """Return *project* before the newest of *stapel* that changes anything, what is below it, and the change made.

    One that changes nothing was never saved, or was undone by hand: it is passed over.
    """
    for diepte in range(len(stapel) - 1, -1, -1):
        nieuw = zet(project, stapel[diepte].oud, moment)
        gebeurd = verschil(project.antwoorden, nieuw.antwoorden, stapel[diepte].moment)
        if gebeurd.oud:
            return nieuw, stapel[:diepte], gebeurd
    return project, (), Wijziging(moment, {}, {})


def zet(project: Project, antwoorden: Mapping[str, Antwoord | None], moment: str) -> Project:
    """Return *project* with *antwoorden*, changed at *moment*: where copies are merged, the newest change counts."""
    for vraag_id, antwoord in antwoorden.items():
        if antwoord is None:
            project = project.zonder(vraag_id)
        else:
            project = project.met(vraag_id, antwoord._replace(gewijzigd=moment))
    return project
