"""Who does a stap and when, asked in one line and kept as the two answers that they are."""

from __future__ import annotations

from dataclasses import dataclass

from routekaart_cli.domain import volgorde, wie_wanneer
from routekaart_cli.domain.antwoorden import Antwoord, Stand
from routekaart_cli.domain.in_words import waarde_in_words
from routekaart_cli.domain.invoer import parse_antwoord
from routekaart_cli.domain.routekaart import Vraag
from routekaart_cli.domain.vaste_vragen import WANNEER
from routekaart_cli.gesprek.vraaggesprek import VraagGesprek
from routekaart_cli.inhoud import find


def is_afspraak(vraag: Vraag) -> bool:
    """Is *vraag* the one line about who and when?"""
    return vraag.vraag == volgorde.WHO_AND_WHEN


@dataclass
class AfspraakGesprek(VraagGesprek):
    """Asks the vraag who does a stap, as `volgorde.who_and_when` puts it: the answer may name a day as well."""

    def __post_init__(self) -> None:
        self.turn = self.turn._replace(parse=self._parse, instruction="Typ wie, een komma en wanneer. Leeg laten mag.")

    def _current(self) -> Antwoord | None:
        """Return who and when as they would be typed."""
        who = self.antwoorden.get(self.vraag.id)
        when = self.antwoorden.get(self._wanneer.id)
        if who is None or who.stand not in (Stand.GEGEVEN, Stand.LEEG) or not when or when.stand is not Stand.GEGEVEN:
            return who
        parts = (str(who.waarde), waarde_in_words(self._wanneer, when.waarde))
        return Antwoord(Stand.GEGEVEN, ", ".join(filter(None, parts)))

    @property
    def _wanneer(self) -> Vraag:
        return find.stap(self.tafel.inhoud, self.vraag.stap or "")[1].vraag(WANNEER)

    def _parse(self, typed: str) -> Antwoord:
        antwoord = parse_antwoord(self.vraag, typed, self.turn.today)
        if antwoord.stand is Stand.GEGEVEN:
            wie_wanneer.split(str(antwoord.waarde), self.turn.today)  # refused while it can still be changed
        return antwoord

    def _keep(self, antwoord: Antwoord | None) -> None:
        new = {self.vraag.id: antwoord}
        if antwoord is None:
            new[self._wanneer.id] = None
        elif antwoord.stand is Stand.GEGEVEN:
            who, when = wie_wanneer.split(str(antwoord.waarde), self.turn.today)
            new[self.vraag.id] = antwoord._replace(waarde=who) if who else Antwoord(Stand.LEEG)
            new[self._wanneer.id] = Antwoord(Stand.GEGEVEN, when) if when else self.antwoorden.get(self._wanneer.id)
        self._change(new)
