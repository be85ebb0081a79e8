"""Which change was made, and what turning it back makes of the answers. Pure."""

from __future__ import annotations

import itertools
from collections.abc import Mapping

from routekaart_cli.domain.antwoorden import Antwoord, Antwoorden, Geschiedenis, Project, Wijziging, same

LEVELS = 20
"""How many changes can be turned back."""
MOST_CHARS = 200_000
"""With more text in them they are fewer: a list of hundreds of people, twice per change, would slow every answer."""


def difference(old: Antwoorden, new: Antwoorden, moment: str) -> Wijziging:
    """Return the change at *moment* that makes *new* of *old*; it is empty when the answers say the same."""
    different = [vraag_id for vraag_id in dict.fromkeys((*old, *new)) if not same(old.get(vraag_id), new.get(vraag_id))]
    return Wijziging(
        moment,
        {vraag_id: old.get(vraag_id) for vraag_id in different},
        {vraag_id: new.get(vraag_id) for vraag_id in different},
    )


def add(geschiedenis: Geschiedenis, wijziging: Wijziging) -> Geschiedenis:
    """Return *geschiedenis* with *wijziging* as the newest; what was turned back before it cannot be made again."""
    done = (*geschiedenis.gedaan, wijziging)[-LEVELS:]
    chars = itertools.accumulate(map(_chars, reversed(done)))
    return Geschiedenis(done[-max(1, sum(until <= MOST_CHARS for until in chars)) :])


def _chars(wijziging: Wijziging) -> int:
    """Return roughly how much text *wijziging* holds."""
    sides = (*wijziging.oud.values(), *wijziging.nieuw.values())
    return sum(len(str((side.waarde, side.alternatieven))) for side in sides if side)


def went_on(geschiedenis: Geschiedenis, vraag_id: str, antwoord: Antwoord | None) -> bool:
    """Did somebody change or take away *antwoord* to *vraag_id* knowingly: is it what one of the changes began with?"""
    for wijziging in (*reversed(geschiedenis.teruggedraaid), *reversed(geschiedenis.gedaan)):
        if vraag_id in wijziging.oud:
            if same(wijziging.oud[vraag_id], antwoord):
                return True
            if same(wijziging.nieuw[vraag_id], antwoord):
                return False
    return False


def turn_back(project: Project, geschiedenis: Geschiedenis, moment: str) -> tuple[Project, Geschiedenis, Wijziging]:
    """Return *project* as it was before its newest change, what can be turned back then, and what that changed.

    The last is empty when there is nothing to turn back. What somebody changed by hand since then goes with it, and
    comes back with `make_again`.
    """
    project, rest, happened = _turned_over(project, geschiedenis.gedaan, moment)
    teruggedraaid = (*geschiedenis.teruggedraaid, happened) if happened.oud else geschiedenis.teruggedraaid
    return project, Geschiedenis(rest, teruggedraaid), happened


def make_again(project: Project, geschiedenis: Geschiedenis, moment: str) -> tuple[Project, Geschiedenis, Wijziging]:
    """Return *project* as it was before something was last turned back, with the rest as in `turn_back`."""
    project, rest, happened = _turned_over(project, geschiedenis.teruggedraaid, moment)
    done = (*geschiedenis.gedaan, happened) if happened.oud else geschiedenis.gedaan
    return project, Geschiedenis(done, rest), happened


def _turned_over(
    project: Project, stack: tuple[Wijziging, ...], moment: str
) -> tuple[Project, tuple[Wijziging, ...], Wijziging]:
    """Return *project* before the newest of *stack* that changes anything, what is below it, and the change made.

    One that changes nothing was never saved, or was undone by hand: it is passed over.
    """
    for depth in range(len(stack) - 1, -1, -1):
        new = put(project, stack[depth].oud, moment)
        happened = difference(project.antwoorden, new.antwoorden, stack[depth].moment)
        if happened.oud:
            return new, stack[:depth], happened
    return project, (), Wijziging(moment, {}, {})


def put(project: Project, antwoorden: Mapping[str, Antwoord | None], moment: str) -> Project:
    """Return *project* with *antwoorden*, changed at *moment*: where copies are merged, the newest change counts."""
    for vraag_id, antwoord in antwoorden.items():
        if antwoord is None:
            project = project.without(vraag_id)
        else:
            project = project.with_antwoord(vraag_id, antwoord._replace(gewijzigd=moment))
    return project
