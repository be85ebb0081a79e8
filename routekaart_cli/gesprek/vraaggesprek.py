"""One vraag of the conversation: asked until it has its answer, which is saved at once, or until they want back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from routekaart_cli.domain.antwoorden import Antwoord, Antwoorden, Stand
from routekaart_cli.domain.in_words import OVERGESLAGEN, in_words
from routekaart_cli.domain.routekaart import Soort, Verplicht, Vraag
from routekaart_cli.dutch import sentence
from routekaart_cli.errors import RefusedAnswer
from routekaart_cli.gesprek import editor, spoken
from routekaart_cli.gesprek.lijstgesprek import LijstGesprek
from routekaart_cli.gesprek.meningen import Meningen
from routekaart_cli.gesprek.tafel import AT_A_VRAAG, Tafel
from routekaart_cli.gesprek.vragers.asker import Reaction, Turn, Wish


@dataclass
class VraagGesprek:
    """Asks the vraag of *turn* at *tafel*; a change to it can put other answers aside."""

    tafel: Tafel
    turn: Turn

    def run(self) -> bool:
        """Return whether they want back instead of answering. Raises `Stopped`."""
        if draft := self.tafel.werk.project.concepten.get(self.vraag.id):
            said = f"{in_words(self.vraag, draft)}{f' ({draft.door})' if draft.door else ''}"
            self.tafel.tell(
                "Jullie waren het hier niet eens, en stopten halverwege. "
                f"{sentence(f'Dit ligt er al: {said}')} Verder daarmee? Typ :oneens."
            )
        while True:
            self.turn = self.turn._replace(current=self._current())
            match self._react():
                case Wish.BACK:
                    return True
                case Wish.CLEAR:
                    self._clear()
                case Wish.KEEP:
                    current = self.turn.current
                    if current and self._current() == current:
                        self.tafel.tell(sentence(f"Blijft staan: {in_words(self.vraag, current)}"))
                    return False
                case Antwoord() as antwoord:
                    self._save_answer(antwoord)
                    return False
            self.turn = self.turn._replace(introduction="", keys=False)

    @property
    def vraag(self) -> Vraag:
        return self.turn.vraag

    @property
    def antwoorden(self) -> Antwoorden:
        return self.tafel.antwoorden

    def _current(self) -> Antwoord | None:
        """Return the answer so far, as it is shown."""
        return self.antwoorden.get(self.vraag.id)

    def _react(self) -> Reaction:
        """Ask once and do what is wanted with it; DISAGREE and EDITOR ask it again."""
        if self.vraag.soort is Soort.LIJST:
            reaction = LijstGesprek(self.tafel, self.turn).run()
        else:
            reaction = self.tafel.ask(self.turn, AT_A_VRAAG)
        match reaction:
            case Wish.DISAGREE:
                return self._oneens()
            case Wish.EDITOR:
                return self._write_long()
        return reaction

    def _oneens(self) -> Reaction:
        if self.vraag.soort is Soort.LIJST:
            self.tafel.tell("Dat kan niet bij een lijst. Zet de meningen als delen in de lijst.")
            return Wish.DISAGREE
        before = self.tafel.parked()
        reaction = Meningen(self.tafel, self.turn).run()
        if reaction is Wish.KEEP:
            self.tafel.asker.confirm_saved(in_words(self.vraag, self.antwoorden[self.vraag.id]))
        self.tafel.say_parked(before)
        return reaction

    def _write_long(self) -> Reaction:
        """Return what was written in a text program; EDITOR asks the vraag again."""
        if self.vraag.soort is not Soort.LANGE_TEKST:
            self.tafel.tell("Dat kan alleen bij een lang antwoord.")
            return Wish.EDITOR
        try:
            written = editor.write(self.tafel, self.turn)
        except RefusedAnswer as refusal:
            self.tafel.tell(f"{refusal.message} {refusal.hint}".rstrip())
            return Wish.EDITOR
        return written or (Wish.KEEP if self.turn.current else Wish.EDITOR)

    def _save_answer(self, antwoord: Antwoord) -> None:
        before = self.tafel.parked()
        self._keep(antwoord)
        if antwoord.stand is Stand.LEEG:
            self.tafel.tell(sentence(OVERGESLAGEN))
            if self.vraag.verplicht is not Verplicht.NEE:
                self.tafel.tell("Voor het plan is dit antwoord wel nodig. De vraag staat nu bij de open punten.")
        else:
            # Not what was typed: another window may have said something else meanwhile.
            self.tafel.asker.confirm_saved(in_words(self.vraag, self._current() or antwoord))
        self.tafel.say_parked(before)

    def _keep(self, antwoord: Antwoord | None) -> None:
        self._change({self.vraag.id: antwoord})

    def _change(self, new: Mapping[str, Antwoord | None]) -> None:
        """Save *new*; opinions that were typed halfway are past then."""
        self.tafel.werk.change(new, {self.vraag.id: None})

    def _clear(self) -> None:
        if self.vraag.id not in self.antwoorden:
            self.tafel.tell(spoken.NOTHING_TO_CLEAR)
            return
        before = self.tafel.parked()
        self._keep(None)
        self.tafel.tell(spoken.CLEARED)
        self.tafel.say_parked(before)
