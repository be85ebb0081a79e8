"""One vraag of the conversation: asked until it has its answer, which is saved at once, or until they want back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from routekaart_cli.domain import intake
from routekaart_cli.domain.antwoorden import Antwoord, Antwoorden, Stand
from routekaart_cli.domain.in_words import OVERGESLAGEN, woorden
from routekaart_cli.domain.routekaart import Soort, Verplicht, Vraag
from routekaart_cli.dutch import plural, sentence
from routekaart_cli.errors import RefusedAnswer
from routekaart_cli.gesprek import editor, spoken, tafel
from routekaart_cli.gesprek.lijstgesprek import LijstGesprek
from routekaart_cli.gesprek.meningen import Meningen
from routekaart_cli.gesprek.vragers.asker import Asker, Opdracht, Reactie, Scherm
from routekaart_cli.gesprek.werk import Werk


@dataclass
class VraagGesprek:
    """Asks the vraag of *scherm* through *asker*, as one of *vragen*: a change to it can put others aside."""

    werk: Werk
    asker: Asker
    scherm: Scherm
    vragen: Sequence[Vraag]

    def run(self) -> bool:
        """Return whether they want back instead of answering. Raises `Gestopt`."""
        while True:
            self.scherm = self.scherm._replace(huidig=self.antwoorden.get(self.vraag.id))
            match self._reactie():
                case Opdracht.TERUG:
                    return True
                case Opdracht.WIS:
                    self._wis()
                case Opdracht.BEHOUD:
                    huidig = self.scherm.huidig
                    if huidig and self.antwoorden.get(self.vraag.id) == huidig:
                        self.asker.tell(sentence(f"Blijft staan: {woorden(self.vraag, huidig)}"))
                    return False
                case Antwoord() as antwoord:
                    self._bewaar(antwoord)
                    return False
            self.scherm = self.scherm._replace(toelichting="", toetsen=False)

    @property
    def vraag(self) -> Vraag:
        return self.scherm.vraag

    @property
    def antwoorden(self) -> Antwoorden:
        return self.werk.project.antwoorden

    def _reactie(self) -> Reactie:
        """Ask once and do what is wanted with it; ONEENS and EDITOR ask it again."""
        if self.vraag.soort is Soort.LIJST:
            reactie = LijstGesprek(self.werk, self.asker, self.scherm).run()
        else:
            reactie = tafel.ask(self.werk.env, self.asker, self.scherm, self.antwoorden, tafel.BIJ_EEN_VRAAG)
        match reactie:
            case Opdracht.ONEENS:
                return self._oneens()
            case Opdracht.EDITOR:
                return self._schrijf()
        return reactie

    def _oneens(self) -> Reactie:
        if self.vraag.soort is Soort.LIJST:
            self.asker.tell("Dat kan niet bij een lijst. Zet de meningen als delen in de lijst.")
            return Opdracht.ONEENS
        vooraf = self._geparkeerd()
        reactie = Meningen(self.werk, self.asker, self.scherm).run()
        if reactie is Opdracht.BEHOUD:
            self.asker.confirm_saved(woorden(self.vraag, self.antwoorden[self.vraag.id]))
        self._say_parked(vooraf)
        return reactie

    def _schrijf(self) -> Reactie:
        """Return what was written in a text program; EDITOR asks the vraag again."""
        if self.vraag.soort is not Soort.LANGE_TEKST:
            self.asker.tell("Dat kan alleen bij een lang antwoord.")
            return Opdracht.EDITOR
        try:
            geschreven = editor.write(self.werk.env, self.asker, self.scherm, self.antwoorden)
        except RefusedAnswer as geweigerd:
            self.asker.tell(f"{geweigerd.message} {geweigerd.hint}".rstrip())
            return Opdracht.EDITOR
        return geschreven or (Opdracht.BEHOUD if self.scherm.huidig else Opdracht.EDITOR)

    def _bewaar(self, antwoord: Antwoord) -> None:
        vooraf = self._geparkeerd()
        self.werk.answer(self.vraag, antwoord)
        if antwoord.stand is Stand.LEEG:
            self.asker.tell(sentence(OVERGESLAGEN))
            if self.vraag.verplicht is not Verplicht.NEE:
                self.asker.tell("Voor het plan is dit antwoord wel nodig. De vraag staat nu bij de open punten.")
        else:
            # Not what was typed: another window may have said something else meanwhile.
            self.asker.confirm_saved(woorden(self.vraag, self.antwoorden.get(self.vraag.id, antwoord)))
        self._say_parked(vooraf)

    def _wis(self) -> None:
        if self.vraag.id not in self.antwoorden:
            self.asker.tell(spoken.NIETS_TE_WISSEN)
            return
        vooraf = self._geparkeerd()
        self.werk.clear(self.vraag)
        self.asker.tell(spoken.GEWIST)
        self._say_parked(vooraf)

    def _geparkeerd(self) -> set[str]:
        return set(intake.geparkeerd(self.vragen, self.antwoorden))

    def _say_parked(self, vooraf: set[str]) -> None:
        """Say which answers a change put aside or brought back, seen from those parked *vooraf*."""
        erna = self._geparkeerd()
        if erna - vooraf:
            self.asker.tell(_geparkeerd_woorden(len(erna - vooraf)))
        if vooraf - erna:
            self.asker.tell(
                f"{plural(len(vooraf - erna), 'eerder antwoord geldt', 'eerdere antwoorden gelden')} nu weer."
            )


def _geparkeerd_woorden(hoeveel: int) -> str:
    if hoeveel == 1:
        return (
            "Door deze verandering geldt 1 ander antwoord niet meer. "
            "Het blijft bewaard en komt terug als je dit terugzet."
        )
    return (
        f"Door deze verandering gelden {hoeveel} andere antwoorden niet meer. "
        "Ze blijven bewaard en komen terug als je dit terugzet."
    )
