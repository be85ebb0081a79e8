"""A vraag the group does not agree on: each opinion is asked as the vraag itself, and saved with who holds it."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from routekaart_cli.domain.antwoorden import Alternatief, Antwoord, Stand
from routekaart_cli.domain.in_words import waarde_woorden
from routekaart_cli.domain.routekaart import Keuze, Soort, Vraag
from routekaart_cli.dutch import sentence
from routekaart_cli.gesprek import tafel
from routekaart_cli.gesprek.vragers.asker import Asker, Opdracht, Reactie, Scherm
from routekaart_cli.gesprek.werk import Werk

_MENING_VERDER = "Wat nu?"
_MENING_WIE = "Wie vindt dit?"


_WIE = Vraag(
    "",
    _MENING_WIE,
    _MENING_WIE,
    Soort.TEKST,
    "Dan weten jullie later met wie je verder praat. Leeg laten mag.",
    "Fatima",
)
_VERDER = Vraag(
    "", _MENING_VERDER, _MENING_VERDER, Soort.KEUZE,
    "Alle meningen blijven naast elkaar staan. Later kunnen jullie samen kiezen.",
    keuzes=(Keuze("erbij", "Nog een mening toevoegen"), Keuze("klaar", "Dit zijn alle meningen")),
)  # fmt: skip


@dataclass
class Meningen:
    """Asks the opinions on the vraag of *scherm* through *asker*: those that are there stay, new ones are added.

    Another window can add opinions meanwhile, so each time they are taken from the project as it is then.
    """

    werk: Werk
    asker: Asker
    scherm: Scherm

    def run(self) -> Reactie:
        """Return BEHOUD when the opinions are kept, or ONEENS to ask the vraag again. Raises `Gestopt`."""
        self.asker.tell("We bewaren alle meningen naast elkaar. In het plan staan ze als open punt.")
        eerste = next(iter(self._kanten), None)
        if eerste and not eerste.door:
            self.asker.tell(f"De eerste mening is het antwoord dat er al staat: {sentence(self._woorden(eerste))}")
            self._wie(eerste)
        while self._mening():
            if len(self._kanten) > 1 and not self._nog_een():
                return Opdracht.BEHOUD
        return Opdracht.ONEENS

    @property
    def _kanten(self) -> tuple[Alternatief, ...]:
        antwoord = self.werk.project.antwoorden.get(self.scherm.vraag.id)
        if antwoord and antwoord.stand is Stand.GEGEVEN:
            return (Alternatief(antwoord.waarde, antwoord.door),)
        return antwoord.alternatieven if antwoord else ()

    def _mening(self) -> Alternatief | None:
        """Ask one more opinion and who holds it; back from the second asks the first again. None when there is none."""
        kant: Alternatief | None = None
        while True:
            nummer = (self._kanten.index(kant) if kant in self._kanten else len(self._kanten)) + 1
            huidig = Antwoord(Stand.GEGEVEN, kant.waarde) if kant else None
            reactie = self._ask(
                self.scherm._replace(
                    kop=(
                        f"Mening {nummer}. "
                        f"{'Wat vindt de eerste van jullie?' if nummer == 1 else 'Wat vindt een ander?'}"
                    ),
                    huidig=huidig,
                    voorstel="",
                    toelichting="",
                    toetsen=False,
                ),
                (Opdracht.TERUG,),
            )
            if isinstance(reactie, Antwoord) and reactie.stand is Stand.GEGEVEN:
                kant = self._save(kant, Alternatief(reactie.waarde))
                self.asker.confirm_saved(self._woorden(kant))
            elif kant is None or reactie is not Opdracht.BEHOUD:
                return None
            if met_naam := self._wie(kant):
                return met_naam

    def _wie(self, kant: Alternatief) -> Alternatief | None:
        """Ask who holds *kant*, and keep it; return *kant* as it is then, or None when they want back."""
        reactie = self._ask(Scherm(_WIE, "", self.scherm.vandaag), (Opdracht.TERUG,))
        if reactie is Opdracht.TERUG:
            return None
        if isinstance(reactie, Antwoord) and reactie.stand is Stand.GEGEVEN:
            kant = self._save(kant, kant._replace(door=str(reactie.waarde)))
            self.asker.confirm_saved(kant.door)
        return kant

    def _nog_een(self) -> bool:
        reactie = self._ask(Scherm(_VERDER, "", self.scherm.vandaag, voorstel="klaar", weet_niet=False))
        return isinstance(reactie, Antwoord) and reactie.waarde == "erbij"

    def _ask(self, scherm: Scherm, zelf: Container[Opdracht] = ()) -> Reactie:
        return tafel.ask(self.werk.env, self.asker, scherm, self.werk.project.antwoorden, zelf)

    def _woorden(self, kant: Alternatief) -> str:
        return waarde_woorden(self.scherm.vraag, kant.waarde)

    def _save(self, oud: Alternatief | None, nieuw: Alternatief) -> Alternatief:
        """Save *nieuw* at once, in place of *oud* when that is there; return it.

        One opinion is still an answer; from the second on they stand side by side.
        """
        kanten = self._kanten
        if oud in kanten:
            plek = kanten.index(oud)
            kanten = (*kanten[:plek], nieuw, *kanten[plek + 1 :])
        else:
            kanten = (*kanten, nieuw)
        een = kanten[0]
        antwoord = (
            Antwoord(Stand.ONEENS, alternatieven=kanten)
            if kanten[1:]
            else Antwoord(Stand.GEGEVEN, een.waarde, door=een.door)
        )
        self.werk.answer(self.scherm.vraag, antwoord)
        return nieuw
