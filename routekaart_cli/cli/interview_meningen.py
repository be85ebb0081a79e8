"""A vraag the group does not agree on: each opinion is asked as the vraag itself, and saved with who holds it."""

from __future__ import annotations

from routekaart_cli.cli.project import Werk
from routekaart_cli.model import Alternatief, Antwoord, Keuze, Soort, Stand, Vraag, Waarde
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
    """Asks the opinions on the vraag of *scherm* through *asker*. An answer that is there is offered as the first."""

    def __init__(self, werk: Werk, asker: Asker, scherm: Scherm) -> None:
        self.werk = werk
        self.asker = asker
        self.scherm = scherm
        self.alternatieven: list[Alternatief] = []

    def run(self) -> Reactie:
        """Return BEHOUD when the opinions are kept, or what is wanted instead; going back asks the vraag again."""
        huidig = self.scherm.huidig if self.scherm.huidig and self.scherm.huidig.stand is Stand.GEGEVEN else None
        while True:
            kop = gesprek.mening(len(self.alternatieven) + 1)
            reactie = self.asker.ask(self.scherm._replace(kop=kop, huidig=huidig, voorstel="", toetsen=False))
            if reactie is Opdracht.HULP:
                self.asker.tell(self.scherm.vraag.waarom or gesprek.GEEN_UITLEG)
            elif reactie is Opdracht.BEHOUD and huidig:
                self._keep(huidig.waarde)
                huidig = None
            elif isinstance(reactie, Antwoord) and reactie.stand is Stand.GEGEVEN:
                self._keep(reactie.waarde)
                huidig = None
            else:
                return reactie if reactie in (Opdracht.STOP, Opdracht.OVERZICHT) else Opdracht.ONEENS
            if len(self.alternatieven) > 1 and not self._verder():
                return Opdracht.BEHOUD

    def _keep(self, waarde: Waarde) -> None:
        """Keep one more opinion, and then who holds it."""
        self.alternatieven.append(Alternatief(waarde))
        self._save()
        wie = self.asker.ask(Scherm(_WIE, "", self.scherm.vandaag))
        if isinstance(wie, Antwoord) and wie.stand is Stand.GEGEVEN:
            self.alternatieven[-1] = Alternatief(waarde, str(wie.waarde))
            self._save()

    def _verder(self) -> bool:
        verder = self.asker.ask(Scherm(_VERDER, "", self.scherm.vandaag, voorstel="klaar"))
        return isinstance(verder, Antwoord) and verder.waarde == "erbij"

    def _save(self) -> None:
        antwoord = Antwoord(Stand.ONEENS, alternatieven=tuple(self.alternatieven))
        self.werk.answer(self.scherm.vraag, antwoord)
