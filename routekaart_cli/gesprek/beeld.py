"""The picture of a fase: how every stap is doing, on one screen and in one answer."""

from __future__ import annotations

from dataclasses import dataclass

from routekaart_cli.domain import voortgang
from routekaart_cli.domain.antwoorden import Antwoord, Stand
from routekaart_cli.domain.in_words import STATUS_IN_WORDS, fase_name
from routekaart_cli.domain.routekaart import Fase, Soort, Stap, Status, Vraag
from routekaart_cli.domain.standen import HOW, LETTERS, parse_standen
from routekaart_cli.domain.vaste_vragen import STATUS, WANNEER
from routekaart_cli.dutch import sentence
from routekaart_cli.dutch.dates import day_in_words
from routekaart_cli.gesprek.tafel import Tafel
from routekaart_cli.gesprek.vragers.asker import Rij, Turn, Wish

_COUNTED = {
    Status.KLAAR: "klaar", Status.BEZIG: "bezig", Status.NIET_BEGONNEN: "nog niet", Status.PAST_NIET: "past niet",
}  # fmt: skip
_STATUS_OF = {letter: status for status, letter in LETTERS.items()}


@dataclass
class Beeld:
    """Asks at *tafel* how the stappen of *fase* are doing."""

    tafel: Tafel
    fase: Fase

    def run(self) -> bool:
        """Ask until every stap has its mark, which is saved; return whether they want back. Raises `Stopped`."""
        stappen, counting = self.fase.stappen, self.tafel.counting
        now = {stap.id: voortgang.status(stap, counting) for stap in stappen}
        turn = Turn(
            Vraag("", "Stappen", f"{fase_name(self.fase)}. Hoe staat het?", Soort.TEKST, self._explanation()),
            "",
            self.tafel.env.today,
            can_be_unknown=False,
            rijen=tuple(self._rij(stap, now[stap.id]) for stap in stappen),
            instruction=f"{HOW} Druk alleen op Enter als het klopt.",
            parse=lambda typed: _marks(stappen, {**now, **(parse_standen(stappen, typed) if typed else {})}),
        )
        reaction = self.tafel.ask(turn, (Wish.BACK,))
        if not isinstance(reaction, Antwoord):
            return True
        self._save(dict(zip(now, (_STATUS_OF[str(mark)] for mark in reaction.waarde), strict=True)))
        return False

    def _explanation(self) -> str:
        marks = ", ".join(f"{letter} is {STATUS_IN_WORDS[status]}" for status, letter in LETTERS.items())
        return f"Zo zien jullie in één keer wat klaar is en wat nog moet. Bij de stappen: {marks}."

    def _rij(self, stap: Stap, status: Status) -> Rij:
        return Rij(LETTERS[status], STATUS_IN_WORDS[status], f"{stap.nummer} {stap.titel}", self._remark(stap))

    def _remark(self, stap: Stap) -> str:
        """Return what was agreed on for *stap*, and that it has passed."""
        counting, today = self.tafel.counting, self.tafel.env.today
        when = stap.text(WANNEER, counting)
        if not when or voortgang.status(stap, counting) in voortgang.FINISHED:
            return ""
        passed = ", dat is voorbij" if voortgang.is_late(stap, counting, today) else ""
        return f"afgesproken: {day_in_words(when)}{passed}"

    def _save(self, new: dict[str, Status]) -> None:
        """Keep the marks that changed, and those of stappen that had none, as one change."""
        counting, before = self.tafel.counting, self.tafel.parked()
        changed: dict[str, Antwoord | None] = {
            stap.vraag_id(STATUS): Antwoord(Stand.GEGEVEN, new[stap.id].value)
            for stap in self.fase.stappen
            if stap.vraag_id(STATUS) not in counting or new[stap.id] is not voortgang.status(stap, counting)
        }
        self.tafel.werk.change(changed)
        if changed:
            self.tafel.asker.confirm_saved(in_words(self.fase, self.tafel.counting))
        else:
            self.tafel.tell(sentence(f"Blijft staan: {in_words(self.fase, self.tafel.counting)}"))
        self.tafel.say_parked(before)


def in_words(fase: Fase, counting: dict[str, Antwoord]) -> str:
    """Return how the stappen of *fase* are doing, counted: `2 klaar, 1 bezig, 2 nog niet`."""
    counts = voortgang.status_counts(fase, counting)
    return ", ".join(f"{counts[status]} {word}" for status, word in _COUNTED.items() if counts[status])


def _marks(stappen: tuple[Stap, ...], statussen: dict[str, Status]) -> Antwoord:
    return Antwoord(Stand.GEGEVEN, tuple(LETTERS[statussen[stap.id]] for stap in stappen))
