"""Which change was made, and what turning it back makes of the answers. Pure."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from typing import NamedTuple

from routekaart_cli.domain.antwoorden import Antwoord, Antwoorden, Geschiedenis, Wijziging, same
from routekaart_cli.project import versies

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


class Turned(NamedTuple):
    """What undoing makes of the answers: what is to be written, what can be undone then, and what that changed."""

    antwoorden: Mapping[str, Antwoord | None]
    geschiedenis: Geschiedenis
    happened: Wijziging
    """Empty when there is nothing to undo."""
    passed: tuple[str, ...] = ()
    """Vragen of the change that stay as they are: somebody changed them since."""


def turn_back(antwoorden: Antwoorden, geschiedenis: Geschiedenis) -> Turned:
    """Return what undoing the newest change makes of *antwoorden*; `make_again` brings that back."""
    turned, rest = _turned_over(antwoorden, geschiedenis.gedaan)
    again = (*geschiedenis.teruggedraaid, turned.happened) if turned.happened.oud else geschiedenis.teruggedraaid
    return turned._replace(geschiedenis=Geschiedenis(rest, again))


def make_again(antwoorden: Antwoorden, geschiedenis: Geschiedenis) -> Turned:
    """Return what making again what was last undone makes of *antwoorden*."""
    turned, rest = _turned_over(antwoorden, geschiedenis.teruggedraaid)
    done = (*geschiedenis.gedaan, turned.happened) if turned.happened.oud else geschiedenis.gedaan
    return turned._replace(geschiedenis=Geschiedenis(done, rest))


def _turned_over(now: Antwoorden, stack: tuple[Wijziging, ...]) -> tuple[Turned, tuple[Wijziging, ...]]:
    """Return what turning over the newest of *stack* that changes anything makes of *now*, and what is below it.

    One that changes nothing was never saved, or was undone by hand: it is passed over. What somebody made of an answer
    since then stays; of a lijst only the rows of this change are turned over.
    """
    for depth in range(len(stack) - 1, -1, -1):
        wijziging = stack[depth]
        new = {name: _before(now.get(name), old, wijziging.nieuw[name]) for name, old in wijziging.oud.items()}
        passed = tuple(name for name, old in wijziging.oud.items() if not same(new[name], old))
        happened = difference(_there({name: now.get(name) for name in new}), _there(new), wijziging.moment)
        if happened.oud or passed:
            return Turned({name: new[name] for name in happened.oud}, Geschiedenis(), happened, passed), stack[:depth]
    return Turned({}, Geschiedenis(), Wijziging("", {}, {})), ()


def _before(now: Antwoord | None, old: Antwoord | None, new: Antwoord | None) -> Antwoord | None:
    """Return *now* without the change from *old* to *new*; as it is when somebody changed it since."""
    if same(now, new) or same(now, old):
        return old
    rows, old_rows, new_rows = (versies.rows_of(one.waarde) if one else () for one in (now, old, new))
    if now is None or not rows or not (old_rows or new_rows):
        return now
    is_there, was, became = ({versies.text(row) for row in side} for side in (rows, old_rows, new_rows))
    stays = (row for row in rows if (text := versies.text(row)) in was or text not in became)
    comes_back = (row for row in old_rows if (text := versies.text(row)) not in is_there and text not in became)
    left = (*stays, *comes_back)
    return now._replace(waarde=left) if left else old


def _there(antwoorden: Mapping[str, Antwoord | None]) -> Antwoorden:
    return {name: antwoord for name, antwoord in antwoorden.items() if antwoord}
