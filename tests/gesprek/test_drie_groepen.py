"""Three groups at the table, in the content that ships: how much is asked before the advice, and in all, and the keys.

The counts are printed below the tests; `pytest -q tests/gesprek/test_drie_groepen.py` shows only those.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from helpers.project_file import window
from helpers.world import NOW, Stream

from routekaart_cli.domain.antwoorden import Antwoord, Stand
from routekaart_cli.domain.invoer import parse_antwoord
from routekaart_cli.domain.routekaart import Soort
from routekaart_cli.domain.vaste_vragen import GEMEENTE
from routekaart_cli.environment.world import Environment
from routekaart_cli.errors import RefusedAnswer
from routekaart_cli.gesprek.avond import Avond
from routekaart_cli.gesprek.tafel import Stopped, Tafel
from routekaart_cli.gesprek.vragers.asker import Reaction, Turn, Wish
from routekaart_cli.inhoud.folder import Inhoud

TEXTS = {Soort.GETAL: "350", Soort.DATUM: "31-1-2027", Soort.TEKST: "Fatima", Soort.LANGE_TEKST: "Dat kwam eruit."}
Record = Callable[[str, object], None]


@dataclass
class Groep:
    """Answers what is asked, as far as *says* does not say otherwise, and counts."""

    says: Callable[[Turn], Reaction | str | None]
    asked: list[Turn] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    before_advice: int = 0
    keys: int = 0
    """Without the letters of typed words."""

    def ask(self, turn: Turn) -> Reaction:
        self.asked.append(turn)
        says = self.says(turn)
        reaction = says if isinstance(says, (Antwoord, Wish)) else self._answer(turn, says)
        self.keys += 1 + self._moves(turn, reaction)
        return reaction

    def _answer(self, turn: Turn, says: str | None) -> Reaction:
        vraag = turn.vraag
        if turn.parse:
            return turn.parse(says or "")
        if vraag.soort is Soort.TEKST and not vraag.id:  # Enter: nothing to change
            return Antwoord(Stand.LEEG)
        if turn.proposal and says is None:
            return Antwoord(Stand.GEGEVEN, turn.proposal)
        typed = says or TEXTS.get(vraag.soort) or (vraag.keuzes[0].id if vraag.keuzes else "nee")
        try:
            return parse_antwoord(vraag, typed, NOW.date())
        except RefusedAnswer:
            return Antwoord(Stand.WEET_NIET)

    def _moves(self, turn: Turn, reaction: Reaction) -> int:
        ids = [keuze.id for keuze in turn.vraag.keuzes]
        if turn.rijen or not isinstance(reaction, Antwoord) or reaction.waarde not in ids:
            return len(turn.rijen)
        start = ids.index(turn.proposal) if turn.proposal in ids else 0
        return abs(ids.index(str(reaction.waarde)) - start)

    def tell(self, text: str) -> None:
        self.told.append(text)
        if text.startswith("\nBegin met"):
            self.before_advice = len(self.asked)

    def confirm_saved(self, words: str) -> None:
        pass

    @property
    def plan(self) -> str:
        """The plan as it was shown last."""
        return next((text for text in reversed(self.told) if text.startswith("Actieplan")), "")


@pytest.fixture
def hold(tmp_path: Path, inhoud: Inhoud) -> Callable[[Groep], Groep]:
    """A function that holds an evening with a group."""

    def evening(groep: Groep) -> Groep:
        env = Environment(tmp_path, {}, (Stream(), Stream(), Stream()), clock=lambda: NOW)
        env.inhoud = inhoud
        with contextlib.suppress(Stopped):
            Avond(Tafel(env, groep, window(tmp_path))).run()
        return groep

    return evening


def note(record: Record, name: str, groep: Groep) -> None:
    record(f"{name}: questions before the advice", groep.before_advice)
    record(f"{name}: questions in all", sum(turn.vraag.id != "" for turn in groep.asked))
    record(f"{name}: everything that is asked", len(groep.asked))
    record(f"{name}: key presses besides words", groep.keys)


def test_a_group_that_starts_has_its_advice_after_three_questions(
    hold: Callable[[Groep], Groep], inhoud: Inhoud, record_property: Record
) -> None:
    def says(turn: Turn) -> Reaction | str | None:
        if turn.rijen:
            return "bezig 1"
        if turn.vraag.id == GEMEENTE:
            return "Zwolle"
        if turn.vraag.id.startswith("overheid."):  # they did not speak with the gemeente yet
            return Antwoord(Stand.WEET_NIET)
        return "klaar" if {"erbij", "klaar"} <= {keuze.id for keuze in turn.vraag.keuzes} else None

    groep = hold(Groep(says))
    note(record_property, "a group that starts", groep)
    assert groep.before_advice == 3
    of_the_intake = {turn.vraag.id for turn in groep.asked} & {vraag.id for vraag in inhoud.intake.vragen}
    assert len(of_the_intake) <= 25


def test_a_group_in_fase_3_says_in_twelve_questions_what_came_out_of_fase_1_and_2(
    hold: Callable[[Groep], Groep], inhoud: Inhoud, record_property: Record
) -> None:
    third = inhoud.fasen[2]
    needed = next(regel.als[0] for regel in inhoud.intake.advies if regel.fase == third.id)

    def says(turn: Turn) -> Reaction | str | None:
        if turn.vraag.id in (GEMEENTE, needed.vraag):
            return "Zwolle" if turn.vraag.id == GEMEENTE else needed.waarden[0]
        if turn.vraag.kort == "Verder":
            return Wish.PLAN if "Dat kwam eruit." not in groep.plan else Wish.STOP
        return None

    groep = Groep(says)
    hold(groep)
    note(record_property, "a group in fase 3", groep)
    assert len(groep.asked) <= 12
    assert groep.plan.count("Dat kwam eruit.") >= 2
    assert {f"{fase.id}.uitkomst" for fase in inhoud.fasen[:2]} <= {turn.vraag.id for turn in groep.asked}


def test_a_group_that_only_looks_around_can_stop_at_the_list(
    hold: Callable[[Groep], Groep], record_property: Record
) -> None:
    def says(turn: Turn) -> Reaction | str | None:
        if turn.vraag.kort == "Verder":
            return Wish.STOP
        return Antwoord(Stand.WEET_NIET) if turn.vraag.id and turn.vraag.id != "wijk.naam" else None

    groep = hold(Groep(says))
    note(record_property, "a group that looks around", groep)
    assert groep.before_advice <= 4
    assert len(groep.asked) <= 6
