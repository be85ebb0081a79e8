"""The vraag in which gemeente the wijk lies: one of those there are, in the words they have, whatever was typed."""

from __future__ import annotations

from dataclasses import dataclass

from routekaart_cli.domain.antwoorden import Antwoord, Stand, text_of
from routekaart_cli.domain.routekaart import Keuze, Soort, Vraag
from routekaart_cli.gesprek.vraaggesprek import VraagGesprek
from routekaart_cli.gesprek.vragers.asker import Reaction, Wish
from routekaart_cli.inhoud import gemeenten


@dataclass
class GemeenteGesprek(VraagGesprek):
    """Asks once what was meant when there is no such gemeente, or more than one; says in which provincie it lies."""

    def __post_init__(self) -> None:
        self.turn = self.turn._replace(suggestions=tuple(gemeenten.provincies(self.tafel.inhoud.folder)))

    def _react(self) -> Reaction:
        reaction = super()._react()
        typed = text_of(reaction) if isinstance(reaction, Antwoord) else ""
        found = gemeenten.alike(self.tafel.inhoud.folder, typed) if typed else ()
        if len(found) == 1 and found[0].casefold() == typed.casefold():
            return Antwoord(Stand.GEGEVEN, found[0])
        # Lines from a pipe are answers to the vragen, so there nothing else is asked.
        if not found or not self.tafel.env.stdin.isatty():
            return reaction
        keuzes = (*(Keuze(f"k{n}", name) for n, name in enumerate(found)), Keuze("zo", f"Nee, het is: {typed}"))
        text = f"Bedoel je {found[0]}?" if len(found) == 1 else "Welke gemeente is het?"
        waarom = "Met de goede naam weten we in welke provincie jullie wijk ligt."
        vraag = Vraag("", "Gemeente", text, Soort.KEUZE, waarom, keuzes=keuzes)
        chosen = self.tafel.choose(vraag, (Wish.BACK,))
        if chosen is None:
            return self._react()
        return reaction if chosen == "zo" else Antwoord(Stand.GEGEVEN, found[int(chosen[1:])])

    def _save_answer(self, antwoord: Antwoord) -> None:
        super()._save_answer(antwoord)
        name = text_of(antwoord)
        if provincie := gemeenten.provincie_of(self.tafel.inhoud.folder, name):
            self.tafel.tell(f"{name.partition(' (')[0]} ligt in {provincie}.")
