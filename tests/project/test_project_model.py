"""The project against a plain dictionary: whatever is answered, edited, merged, undone and resumed, in any order.

Two windows are open all the time. What each of them knows may be old; a copy may be edited elsewhere and merged back.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from helpers.project_file import window
from helpers.world import World
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
from routekaart_cli.inhoud import find
from routekaart_cli.inhoud.folder import Inhoud
from routekaart_cli.project import store
from routekaart_cli.project.werk import Werk
from routekaart_cli.project.wijzigingen import LEVELS

Staat = dict[str, tuple[str, ...]]
"""What each vraag has as its answer: one text, or several that stand side by side."""

Wijziging = tuple[Staat, Staat]

INHOUD = Inhoud()
NAMES = ("wijk.naam", "wijk.gemeente", "overheid.contact", "overheid.contactpersoon")
VRAGEN = {name: find.vraag(INHOUD, name) for name in NAMES}
WAARDEN = ("ja", "nee", "Zwolle", "- 'x': #y")
names, waarden, vensters = st.sampled_from(NAMES), st.sampled_from(WAARDEN), st.sampled_from([0, 1])


def merged(ours: Staat, theirs: Staat, basis: Staat) -> Staat:
    """Return what is to be kept of *ours* and *theirs*, which both began as *basis*."""
    merged = {name: _one(ours.get(name, ()), theirs.get(name, ()), basis.get(name, ())) for name in (*ours, *theirs)}
    return {name: waarde for name, waarde in merged.items() if waarde}


def _one(ours: tuple[str, ...], theirs: tuple[str, ...], basis: tuple[str, ...]) -> tuple[str, ...]:
    if theirs in (ours, basis):
        return ours
    if ours == basis or not ours:
        return theirs
    if not theirs:
        return ours
    along = tuple(w for w in theirs if w not in ours and w not in basis)
    return (*(w for w in ours if w in theirs or w not in basis), *along) or (*ours, *theirs)


class TwoWindows(RuleBasedStateMachine):
    """One file, two windows, one copy."""

    histories = steps = 0

    def __init__(self) -> None:
        super().__init__()
        TwoWindows.histories += 1
        self.folder = Path(tempfile.mkdtemp(prefix="routekaart-model-"))
        self.wereld = World(self.folder)
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
        return window(self.folder, now=lambda: self.wereld.now.isoformat(timespec="seconds"))

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    def _changed(self, new: Staat) -> None:
        """The file went from one state to *new* by a command of ours: if that is a change, it can be undone."""
        different = {n for n in (*self.staat, *new) if self.staat.get(n) != new.get(n)}
        if not different:
            return
        old, after = ({name: stands.get(name, ()) for name in different} for stands in (self.staat, new))
        self.gedaan = [*self.gedaan, (old, after)][-LEVELS:]
        self.opnieuw = []
        self.staat = new

    def _saved(self, window: int, ours: Staat) -> None:
        """A window saves *ours*, made of what it knew; since then the file may have become another."""
        knows, before = self.kent[window], self.voor[window]
        different = {n for n in (*knows, *ours) if knows.get(n) != ours.get(n)}
        for name in different:
            before.setdefault(name, knows.get(name, ()))
        if self.staat != knows or self.bestand_anders[window]:
            others = {n for n in before if knows.get(n) != self.staat.get(n)}
            unseen = {n: w for n, w in before.items() if n in others and not self._went_on(n, knows.get(n, ()))}
            ours = merged(ours, self.staat, {**knows, **unseen})
            self.voor[window] = {name: self.staat.get(name, ()) for name in before}
        self._changed(ours)
        self.kent[window] = dict(ours)
        self.bestand_anders = [True, True]
        self.bestand_anders[window] = False

    def _went_on(self, name: str, waarde: tuple[str, ...]) -> bool:
        """Does one of the changes that can be undone or redone begin with *waarde*: was it changed knowingly?"""
        for old, new in (*reversed(self.opnieuw), *reversed(self.gedaan)):
            if name in old and waarde in (old[name], new[name]):
                return old[name] == waarde
        return False

    @rule(window=vensters, name=names, waarde=waarden)
    def answer(self, window: int, name: str, waarde: str) -> None:
        """Answer in one of the windows, that may not know what the other one did."""
        if self.kent[window].get(name) == (waarde,):
            return
        self.werken[window].answer(VRAGEN[name], Antwoord(Stand.GEGEVEN, waarde))
        self._saved(window, {**self.kent[window], name: (waarde,)})

    @rule(window=vensters, name=names)
    def clear(self, window: int, name: str) -> None:
        """Take an answer away."""
        self.werken[window].clear(VRAGEN[name])
        self._saved(window, {n: w for n, w in self.kent[window].items() if n != name})

    @rule(window=vensters)
    def resume(self, window: int) -> None:
        """Close a window and open it again."""
        self.werken[window] = self._werk()
        self.kent[window], self.voor[window] = dict(self.staat), {}
        self.bestand_anders[window] = False

    @rule(name=names, waarde=st.none() | waarden)
    @precondition(lambda self: self.bestand.exists())
    def edit_by_hand(self, name: str, waarde: str | None) -> None:
        """Change the file with a text program."""
        self.staat = self._edit(self.bestand, self.staat, name, waarde)
        self.bestand_anders = [True, True]

    def _edit(self, file: Path, stands: Staat, name: str, waarde: str | None) -> Staat:
        inhoud = yaml.safe_load(file.read_text(encoding="utf-8"))
        inhoud["antwoorden"].pop(name, None)
        if waarde is not None:
            inhoud["antwoorden"][name] = {"waarde": waarde}
        file.write_text(yaml.safe_dump(inhoud, sort_keys=False, allow_unicode=True), encoding="utf-8")
        rest = {n: w for n, w in stands.items() if n != name}
        return rest if waarde is None else {**rest, name: (waarde,)}

    @rule()
    @precondition(lambda self: self.bestand.exists())
    def copy(self) -> None:
        """Mail the file to somebody."""
        for name in ("kopie.yaml", "basis.yaml"):
            shutil.copy(self.bestand, self.folder / name)
        self.kopie = (dict(self.staat), dict(self.staat))

    @rule(name=names, waarde=st.none() | waarden)
    @precondition(lambda self: self.kopie)
    def edit_the_copy(self, name: str, waarde: str | None) -> None:
        """Somebody changes the copy elsewhere."""
        assert self.kopie
        basis, now = self.kopie
        self.kopie = (basis, self._edit(self.folder / "kopie.yaml", now, name, waarde))

    @rule()
    @precondition(lambda self: self.kopie)
    def merge(self) -> None:
        """The copy comes back."""
        assert self.kopie
        basis, theirs = self.kopie
        new = merged(self.staat, theirs, basis)
        args = ["samenvoegen", "routekaart-project.yaml", "kopie.yaml", "--basis", "basis.yaml"]
        outcome = self.wereld.run(*args)
        assert outcome.code == 0, outcome.stderr
        self._changed(new)
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
        self, opdracht: list[str], origin: list[Wijziging], to: list[Wijziging]
    ) -> tuple[list[Wijziging], list[Wijziging]]:
        for depth in range(len(origin) - 1, -1, -1):
            back = {name: w for name, w in origin[depth][0].items() if self.staat.get(name, ()) != w}
            if back:
                assert self.wereld.run(*opdracht).code == 0
                to = [*to, ({name: self.staat.get(name, ()) for name in back}, back)]
                self.staat = {name: waarde for name, waarde in {**self.staat, **back}.items() if waarde}
                self.bestand_anders = [True, True]
                return origin[:depth], to
        assert self.wereld.run(*opdracht).code == 1
        return origin, to

    @invariant()
    def the_file_says_what_the_dictionary_says(self) -> None:
        """Any other program reads in the file just what should be there, parked answers too."""
        TwoWindows.steps += 1
        if not self.bestand.exists():
            assert not self.staat
            return
        antwoorden = yaml.safe_load(self.bestand.read_text(encoding="utf-8"))["antwoorden"] or {}
        as_read = {
            name: tuple(side["waarde"] for side in part.get("alternatieven", [part]))
            for name, part in antwoorden.items()
        }
        assert as_read == self.staat

    @invariant()
    def what_does_not_apply_does_not_count(self) -> None:
        """Who at the gemeente is asked only of those with a contact; else the answer is parked."""
        if not self.bestand.exists():
            return
        geparkeerd = intake.parked(INHOUD.vragen, store.load(self.bestand).antwoorden)
        if "overheid.contactpersoon" in self.staat:
            assert ("overheid.contactpersoon" in geparkeerd) == (self.staat.get("overheid.contact") != ("ja",))


@pytest.mark.how_many(60, 400)
def test_the_file_holds_what_a_plain_dictionary_would(
    how_many: int, record_property: Callable[[str, int], None]
) -> None:
    TwoWindows.histories = TwoWindows.steps = 0
    run_state_machine_as_test(
        TwoWindows,
        settings=settings(max_examples=how_many, stateful_step_count=25, suppress_health_check=list(HealthCheck)),
    )
    record_property("histories of two windows and a copy", TwoWindows.histories)
    record_property("steps in them, each compared with a dictionary", TwoWindows.steps)
