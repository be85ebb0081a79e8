"""A vraag the group does not agree on: each opinion is asked as the vraag itself, and saved with who holds it."""

from __future__ import annotations

from routekaart_cli.antwoorden import waarde_woorden
from routekaart_cli.cli.project import Werk
from routekaart_cli.model import Alternatief, Antwoord, Keuze, Soort, Stand, Vraag
from routekaart_cli.prompts import Asker, Opdracht, Reactie, Scherm
from routekaart_cli.texts import gesprek

_WIE = Vraag(
    "", gesprek.MENING_WIE, gesprek.MENING_WIE, Soort.TEKST, gesprek.MENING_WIE_WAAROM, gesprek.MENING_WIE_VOORBEELD
)
_VERDER = Vraag(
    "", gesprek.MENING_VERDER, gesprek.MENING_VERDER, Soort.KEUZE,
    keuzes=(Keuze("erbij", gesprek.MENING_ERBIJ), Keuze("klaar", gesprek.MENING_KLAAR)),
)  # fmt: skip


class Meningen:
    """Asks the opinions on the vraag of *scherm* through *asker*: those that are there stay, new ones are added."""

    def __init__(self, werk: Werk, asker: Asker, scherm: Scherm) -> None:
        self.werk = werk
        self.asker = asker
        self.scherm = scherm
        huidig = scherm.huidig
        self.alternatieven = list(huidig.alternatieven) if huidig else []
        if huidig and huidig.stand is Stand.GEGEVEN:
            self.alternatieven = [Alternatief(huidig.waarde, huidig.door)]

    def run(self) -> Reactie:
        """Return BEHOUD when the opinions are kept, or what is wanted instead; ONEENS asks the vraag again."""
        if self.alternatieven and not self.alternatieven[0].door:
            eerste = waarde_woorden(self.scherm.vraag, self.alternatieven[0].waarde)
            self.asker.tell(gesprek.mening_nu(eerste))
            if self._wie(0) is Opdracht.STOP:
                return Opdracht.STOP
        while True:
            kop = gesprek.mening(len(self.alternatieven) + 1)
            reactie = self.asker.ask(self.scherm._replace(kop=kop, huidig=None, voorstel="", toetsen=False))
            if reactie is Opdracht.HULP:
                self.asker.tell(self.scherm.vraag.waarom or gesprek.GEEN_UITLEG)
                continue
            if not isinstance(reactie, Antwoord) or reactie.stand is not Stand.GEGEVEN:
                return reactie if reactie in (Opdracht.STOP, Opdracht.OVERZICHT) else Opdracht.ONEENS
            self.alternatieven.append(Alternatief(reactie.waarde))
            self._save()
            if self._wie(len(self.alternatieven) - 1) is Opdracht.STOP:
                return Opdracht.STOP
            if len(self.alternatieven) > 1:
                verder = self.asker.ask(Scherm(_VERDER, "", self.scherm.vandaag, voorstel="klaar", weet_niet=False))
                if verder is Opdracht.STOP:
                    return Opdracht.STOP
                if not isinstance(verder, Antwoord) or verder.waarde != "erbij":
                    return Opdracht.BEHOUD

    def _wie(self, index: int) -> Opdracht | None:
        """Ask who holds opinion *index*, and keep it."""
        wie = self.asker.ask(Scherm(_WIE, "", self.scherm.vandaag))
        if isinstance(wie, Antwoord) and wie.stand is Stand.GEGEVEN:
            self.alternatieven[index] = self.alternatieven[index]._replace(door=str(wie.waarde))
            self._save()
        return Opdracht.STOP if wie is Opdracht.STOP else None

    def _save(self) -> None:
        """Save at once. One opinion is still an answer; from the second on they stand side by side."""
        eerste, *rest = self.alternatieven
        if rest:
            antwoord = Antwoord(Stand.ONEENS, alternatieven=tuple(self.alternatieven))
        else:
            antwoord = Antwoord(Stand.GEGEVEN, eerste.waarde, door=eerste.door)
        self.werk.answer(self.scherm.vraag, antwoord)
