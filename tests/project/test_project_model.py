"""The project against a plain dictionary: whatever is answered, edited, merged, undone and resumed, in any order.

Two windows are open all the time. What each of them knows may be old; a copy may be edited elsewhere and merged back.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import yaml
from helpers.world import Stroom, Wereld
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from routekaart_cli.domain import intake
from routekaart_cli.domain.antwoorden import Antwoord, Stand
from routekaart_cli.environment.world import Environment
from routekaart_cli.gesprek.werk import Werk
from routekaart_cli.inhoud.folder import Inhoud
from routekaart_cli.project import store
from routekaart_cli.project.wijzigingen import NIVEAUS

Staat = dict[str, tuple[str, ...]]
"""What each vraag has as its answer: one text, or several that stand side by side."""

Wijziging = tuple[Staat, Staat]

INHOUD = Inhoud()
NAMEN = ("wijk.naam", "wijk.gemeente", "overheid.contact", "overheid.contactpersoon")
VRAGEN = {naam: INHOUD.zoek_vraag(naam) for naam in NAMEN}
WAARDEN = ("ja", "nee", "Zwolle", "- 'x': #y")
namen, waarden, vensters = st.sampled_from(NAMEN), st.sampled_from(WAARDEN), st.sampled_from([0, 1])


def merged(ons: Staat, hun: Staat, basis: Staat) -> Staat:
    """Return what is to be kept of *ons* and *hun*, which both began as *basis*."""
    samen = {naam: _one(ons.get(naam, ()), hun.get(naam, ()), basis.get(naam, ())) for naam in (*ons, *hun)}
    return {naam: waarde for naam, waarde in samen.items() if waarde}


def _one(ons: tuple[str, ...], hun: tuple[str, ...], basis: tuple[str, ...]) -> tuple[str, ...]:
    if hun in (ons, basis):
        return ons
    if ons == basis or not ons:
        return hun
    if not hun:
        return ons
    erbij = tuple(w for w in hun if w not in ons and w not in basis)
    return (*(w for w in ons if w in hun or w not in basis), *erbij) or (*ons, *hun)


class TweeVensters(RuleBasedStateMachine):
    """One file, two windows, one copy."""

    histories = steps = 0

    def __init__(self) -> None:
        super().__init__()
        TweeVensters.histories += 1
        self.map = Path(tempfile.mkdtemp(prefix="routekaart-model-"))
        self.wereld = Wereld(self.map)
        self.bestand = self.wereld.bestand
        self.staat: Staat = {}
        self.gedaan: list[Wijziging] = []
        """Per change that can be undone: what its vragen had before and after; an empty tuple is no answer."""
        self.opnieuw: list[Wijziging] = []
        self.kopie: tuple[Staat, Staat] | None = None
        """What the copy held when it was made, and what it holds now."""

    @initialize()
    def open_windows(self) -> None:
        self.kent: list[Staat] = [{}, {}]
        self.voor: list[Staat] = [{}, {}]
        """Of what each window changed: what stood in the file when it last read that."""
        self.bestand_anders = [False, False]
        self.werken = [self._werk(), self._werk()]

    def _werk(self) -> Werk:
        return Werk.open(Environment(self.map, {}, (Stroom(), Stroom(), Stroom()), klok=lambda: self.wereld.nu))

    def teardown(self) -> None:
        shutil.rmtree(self.map)

    def _changed(self, nieuw: Staat) -> None:
        """The file went from one state to *nieuw* by a command of ours: if that is a change, it can be undone."""
        anders = {n for n in (*self.staat, *nieuw) if self.staat.get(n) != nieuw.get(n)}
        if not anders:
            return
        oud, erna = ({naam: staat.get(naam, ()) for naam in anders} for staat in (self.staat, nieuw))
        self.gedaan = [*self.gedaan, (oud, erna)][-NIVEAUS:]
        self.opnieuw = []
        self.staat = nieuw

    def _saved(self, venster: int, ons: Staat) -> None:
        """A window saves *ons*, made of what it knew; since then the file may have become another."""
        kent, voor = self.kent[venster], self.voor[venster]
        anders = {n for n in (*kent, *ons) if kent.get(n) != ons.get(n)}
        for naam in anders:
            voor.setdefault(naam, kent.get(naam, ()))
        if self.staat != kent or self.bestand_anders[venster]:
            andere = {n for n in voor if kent.get(n) != self.staat.get(n)}
            niet_gezien = {n: w for n, w in voor.items() if n in andere and not self._went_on(n, kent.get(n, ()))}
            ons = merged(ons, self.staat, {**kent, **niet_gezien})
            self.voor[venster] = {naam: self.staat.get(naam, ()) for naam in voor}
        self._changed(ons)
        self.kent[venster] = dict(ons)
        self.bestand_anders = [True, True]
        self.bestand_anders[venster] = False

    def _went_on(self, naam: str, waarde: tuple[str, ...]) -> bool:
        """Does one of the changes that can be undone or redone begin with *waarde*: was it changed knowingly?"""
        for oud, nieuw in (*reversed(self.opnieuw), *reversed(self.gedaan)):
            if naam in oud and waarde in (oud[naam], nieuw[naam]):
                return oud[naam] == waarde
        return False

    @rule(venster=vensters, naam=namen, waarde=waarden)
    def answer(self, venster: int, naam: str, waarde: str) -> None:
        """Answer in one of the windows, that may not know what the other one did."""
        if self.kent[venster].get(naam) == (waarde,):
            return
        self.werken[venster].answer(VRAGEN[naam], Antwoord(Stand.GEGEVEN, waarde))
        self._saved(venster, {**self.kent[venster], naam: (waarde,)})

    @rule(venster=vensters, naam=namen)
    def clear(self, venster: int, naam: str) -> None:
        """Take an answer away."""
        self.werken[venster].clear(VRAGEN[naam])
        self._saved(venster, {n: w for n, w in self.kent[venster].items() if n != naam})

    @rule(venster=vensters)
    def resume(self, venster: int) -> None:
        """Close a window and open it again."""
        self.werken[venster] = self._werk()
        self.kent[venster], self.voor[venster] = dict(self.staat), {}
        self.bestand_anders[venster] = False

    @rule(naam=namen, waarde=st.none() | waarden)
    @precondition(lambda self: self.bestand.exists())
    def edit_by_hand(self, naam: str, waarde: str | None) -> None:
        """Change the file with a text program."""
        self.staat = self._edit(self.bestand, self.staat, naam, waarde)
        self.bestand_anders = [True, True]

    def _edit(self, bestand: Path, staat: Staat, naam: str, waarde: str | None) -> Staat:
        inhoud = yaml.safe_load(bestand.read_text(encoding="utf-8"))
        inhoud["antwoorden"].pop(naam, None)
        if waarde is not None:
            inhoud["antwoorden"][naam] = {"waarde": waarde}
        bestand.write_text(yaml.safe_dump(inhoud, sort_keys=False, allow_unicode=True), encoding="utf-8")
        rest = {n: w for n, w in staat.items() if n != naam}
        return rest if waarde is None else {**rest, naam: (waarde,)}

    @rule()
    @precondition(lambda self: self.bestand.exists())
    def copy(self) -> None:
        """Mail the file to somebody."""
        for naam in ("kopie.yaml", "basis.yaml"):
            shutil.copy(self.bestand, self.map / naam)
        self.kopie = (dict(self.staat), dict(self.staat))

    @rule(naam=namen, waarde=st.none() | waarden)
    @precondition(lambda self: self.kopie)
    def edit_the_copy(self, naam: str, waarde: str | None) -> None:
        """Somebody changes the copy elsewhere."""
        assert self.kopie
        basis, nu = self.kopie
        self.kopie = (basis, self._edit(self.map / "kopie.yaml", nu, naam, waarde))

    @rule()
    @precondition(lambda self: self.kopie)
    def merge(self) -> None:
        """The copy comes back."""
        assert self.kopie
        basis, hun = self.kopie
        nieuw = merged(self.staat, hun, basis)
        args = ["samenvoegen", "routekaart-project.yaml", "kopie.yaml", "--basis", "basis.yaml"]
        uitkomst = self.wereld.run(*args)
        assert uitkomst.code == 0, uitkomst.fout
        self._changed(nieuw)
        self.bestand_anders = [True, True]

    @rule()
    def undo(self) -> None:
        """Undo the last change that still makes a difference."""
        self.gedaan, self.opnieuw = self._turn(["terugdraaien"], self.gedaan, self.opnieuw)

    @rule()
    def redo(self) -> None:
        """Undo an undo."""
        self.opnieuw, self.gedaan = self._turn(["terugdraaien", "--opnieuw"], self.opnieuw, self.gedaan)

    def _turn(
        self, opdracht: list[str], van: list[Wijziging], naar: list[Wijziging]
    ) -> tuple[list[Wijziging], list[Wijziging]]:
        for diepte in range(len(van) - 1, -1, -1):
            terug = {naam: w for naam, w in van[diepte][0].items() if self.staat.get(naam, ()) != w}
            if terug:
                assert self.wereld.run(*opdracht).code == 0
                naar = [*naar, ({naam: self.staat.get(naam, ()) for naam in terug}, terug)]
                self.staat = {naam: waarde for naam, waarde in {**self.staat, **terug}.items() if waarde}
                self.bestand_anders = [True, True]
                return van[:diepte], naar
        assert self.wereld.run(*opdracht).code == 1
        return van, naar

    @invariant()
    def the_file_says_what_the_dictionary_says(self) -> None:
        """Any other program reads in the file just what should be there, parked answers too."""
        TweeVensters.steps += 1
        if not self.bestand.exists():
            assert not self.staat
            return
        antwoorden = yaml.safe_load(self.bestand.read_text(encoding="utf-8"))["antwoorden"] or {}
        gelezen = {
            naam: tuple(kant["waarde"] for kant in deel.get("alternatieven", [deel]))
            for naam, deel in antwoorden.items()
        }
        assert gelezen == self.staat

    @invariant()
    def what_does_not_apply_does_not_count(self) -> None:
        """Who at the gemeente is asked only of those with a contact; else the answer is parked."""
        if not self.bestand.exists():
            return
        geparkeerd = intake.geparkeerd(INHOUD.vragen, store.load(self.bestand).antwoorden)
        if "overheid.contactpersoon" in self.staat:
            assert ("overheid.contactpersoon" in geparkeerd) == (self.staat.get("overheid.contact") != ("ja",))


def test_the_file_holds_what_a_plain_dictionary_would(
    geschiedenissen: int, record_property: Callable[[str, int], None]
) -> None:
    TweeVensters.histories = TweeVensters.steps = 0
    run_state_machine_as_test(
        TweeVensters,
        settings=settings(
            max_examples=geschiedenissen, stateful_step_count=25, suppress_health_check=list(HealthCheck)
        ),
    )
    record_property("histories of two windows and a copy", TweeVensters.histories)
    record_property("steps in them, each compared with a dictionary", TweeVensters.steps)
