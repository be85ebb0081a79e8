"""A vraag the group does not agree on: each opinion is asked as the vraag itself, with who holds it.

Until there are two whole ones it is a draft, so that what one of them thinks never becomes the answer of all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from routekaart_cli.domain.antwoorden import Alternatief, Antwoord, Stand
from routekaart_cli.domain.in_words import waarde_in_words
from routekaart_cli.domain.invoer import parse_antwoord
from routekaart_cli.domain.routekaart import Keuze, Soort, Vraag
from routekaart_cli.dutch import sentence
from routekaart_cli.dutch.characters import clean
from routekaart_cli.gesprek.tafel import Tafel
from routekaart_cli.gesprek.vragers.asker import Reaction, Turn, Wish

_FIRST = "Wat vindt de eerste van jullie?"
_WHO = Vraag(
    "", "Wie vindt dit?", "Wie vindt dit?", Soort.TEKST,
    "Dan weten jullie later met wie je verder praat. Leeg laten mag.", "Fatima",
)  # fmt: skip
_FURTHER = Vraag(
    "", "Wat nu?", "Wat nu?", Soort.KEUZE,
    "Alle meningen blijven naast elkaar staan. Later kunnen jullie samen kiezen.",
    keuzes=(
        Keuze("erbij", "Nog een mening toevoegen"), Keuze("klaar", "Dit zijn alle meningen"),
        Keuze("veranderen", "Een mening veranderen"), Keuze("weghalen", "Een mening weghalen"),
    ),
)  # fmt: skip
_WITH_WHO = re.compile(r"(.*\S)\s*\(([^()]{2,40})\)", re.DOTALL)
"""An opinion with who holds it behind it: `te duur (Fatima)`."""
_ONE_LEFT = "Er is nog één mening. Die is nu jullie antwoord."
_HOW = "Typ de mening, met tussen haakjes wie dit vindt: te duur (Fatima)."
_FREE = (Soort.TEKST, Soort.LANGE_TEKST, Soort.GETAL, Soort.DATUM)


@dataclass
class Meningen:
    """Asks the opinions on the vraag of *turn* at *tafel*: those that are there stay, new ones are added.

    Another window can add opinions meanwhile, so each time they are taken from the project as it is then.
    """

    tafel: Tafel
    turn: Turn

    def run(self) -> Reaction:
        """Return KEEP when the opinions are kept, or DISAGREE to ask the vraag again. Raises `Stopped`."""
        self.tafel.tell("We bewaren alle meningen naast elkaar. In het plan staan ze als open punt.")
        first = next(iter(self._sides), None)
        if first and not first.door:
            self.tafel.tell(f"De eerste mening is het antwoord dat er al staat: {sentence(self._in_words(first))}")
            self._who(first)
        there = bool(self._sides[1:])
        while there or self._opinion():
            there = False
            self._finish()
            if self._sides[1:] and not self._one_more():
                return Wish.KEEP
        return Wish.DISAGREE

    @property
    def _sides(self) -> tuple[Alternatief, ...]:
        return (*_sides(self.tafel.antwoorden.get(self.turn.vraag.id)), *self._draft)

    @property
    def _draft(self) -> tuple[Alternatief, ...]:
        """The opinions that are new here."""
        return _sides(self.tafel.werk.project.concepten.get(self.turn.vraag.id))

    def _opinion(self, side: Alternatief | None = None) -> Alternatief | None:
        """Ask one more opinion (or *side* once more) and who holds it; back from the second asks the first again.

        None when there is none.
        """
        while True:
            number = (self._sides.index(side) if side in self._sides else len(self._sides)) + 1
            current = Antwoord(Stand.GEGEVEN, side.waarde) if side else None
            reaction = self.tafel.ask(
                self.turn._replace(
                    heading=f"Mening {number}. {_FIRST if number == 1 else 'Wat vindt een ander?'}",
                    current=current,
                    proposal="",
                    introduction="",
                    keys=False,
                    instruction=_HOW if self.turn.vraag.soort in _FREE else "",
                    parse=self._parse,
                ),
                (Wish.BACK,),
            )
            if isinstance(reaction, Antwoord) and reaction.stand is Stand.GEGEVEN:
                side = self._save(side, Alternatief(reaction.waarde, reaction.door))
                self.tafel.asker.confirm_saved(self._with_who(side))
                if side.door:
                    return side
            elif side is None or reaction is not Wish.KEEP:
                return None
            if with_name := self._who(side):
                return with_name

    def _parse(self, typed: str) -> Antwoord:
        """Return the opinion that *typed* is, with who holds it when that stands behind it."""
        found = _WITH_WHO.fullmatch(typed)
        antwoord = parse_antwoord(self.turn.vraag, found[1] if found else typed, self.turn.today)
        return antwoord._replace(door=clean(found[2])) if found and antwoord.stand is Stand.GEGEVEN else antwoord

    def _who(self, side: Alternatief) -> Alternatief | None:
        """Ask who holds *side*, and keep it; return *side* as it is then, or None when they want back."""
        reaction = self.tafel.ask(Turn(_WHO, "", self.turn.today), (Wish.BACK,))
        if reaction is Wish.BACK:
            return None
        if isinstance(reaction, Antwoord) and reaction.stand is Stand.GEGEVEN:
            side = self._save(side, side._replace(door=str(reaction.waarde)))
            self.tafel.asker.confirm_saved(side.door)
        return side

    def _one_more(self) -> bool:
        """Let them change or take away an opinion; return whether they want to add one."""
        while True:
            wanted = self.tafel.choose(_FURTHER, proposal="klaar")
            if wanted not in ("veranderen", "weghalen"):
                return wanted == "erbij"
            side = self._which()
            if side and wanted == "veranderen":
                self._opinion(side)
                if not self._sides[1:]:  # it became the same as the other
                    self.tafel.tell(_ONE_LEFT)
                    return False
            elif side and self._take_out(side):
                return False

    def _which(self) -> Alternatief | None:
        """Return which opinion is meant; None when somebody goes back."""
        sides = self._sides
        keuzes = tuple(Keuze(f"k{n}", self._with_who(side)) for n, side in enumerate(sides))
        waarom = "Met < ga je terug zonder iets te veranderen."
        vraag = Vraag("", "Mening", "Welke mening?", Soort.KEUZE, waarom, keuzes=keuzes)
        chosen = self.tafel.choose(vraag, (Wish.BACK,))
        return sides[int(chosen[1:])] if chosen else None

    def _take_out(self, side: Alternatief) -> bool:
        """Take *side* away; return whether only one is left, which then is the answer."""
        left = tuple(other for other in _sides(self.tafel.antwoorden.get(self.turn.vraag.id)) if other != side)
        self.tafel.werk.change({self.turn.vraag.id: _together(left)})
        self.tafel.tell(sentence(f"Weggehaald: {self._with_who(side)}"))
        if left[1:]:
            return False
        self.tafel.tell(_ONE_LEFT)
        return True

    def _with_who(self, side: Alternatief) -> str:
        return f"{self._in_words(side)}{f' ({side.door})' if side.door else ''}"

    def _in_words(self, side: Alternatief) -> str:
        return waarde_in_words(self.turn.vraag, side.waarde)

    def _save(self, old: Alternatief | None, new: Alternatief) -> Alternatief:
        """Keep *new* at once, in place of *old* when that is there: in the answer, or in the draft; return it."""
        vraag_id, draft = self.turn.vraag.id, self._draft
        given = _sides(self.tafel.antwoorden.get(vraag_id))
        sides = given if old in given else draft
        spot = sides.index(old) if old in sides else len(sides)
        changed = {vraag_id: _together((*sides[:spot], new, *sides[spot + 1 :]))}
        if old in given:
            self.tafel.werk.change(changed)
        else:
            self.tafel.werk.change({}, changed)
        return new

    def _finish(self) -> None:
        """Make the answer of the draft, once there are opinions to differ."""
        if self._draft and self._sides[1:]:
            vraag_id = self.turn.vraag.id
            self.tafel.werk.change({vraag_id: _together(self._sides)}, {vraag_id: None})


def _sides(antwoord: Antwoord | None) -> tuple[Alternatief, ...]:
    if antwoord and antwoord.stand is Stand.GEGEVEN:
        return (Alternatief(antwoord.waarde, antwoord.door),)
    return antwoord.alternatieven if antwoord else ()


def _together(sides: Sequence[Alternatief]) -> Antwoord:
    one = sides[0]
    if sides[1:]:
        return Antwoord(Stand.ONEENS, alternatieven=tuple(sides))
    return Antwoord(Stand.GEGEVEN, one.waarde, door=one.door)
