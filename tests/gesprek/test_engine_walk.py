"""Ten thousand random conversations: the engine and plain lines over the shipped content, with nothing on the disk.

Every walk begins at another vraag, so that together they reach all of them, and checks at every step: no crash, the
distance told stays true, Enter never takes an answer away, what is put aside is said, and an answer given with the
command is the same answer. At its end: the file reads back, going back and on changes nothing, and no end is dead.
"""

from __future__ import annotations

import contextlib
import os
import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from helpers.walking import fase_of, fitting, next_vraag, targets, towards, up_to
from helpers.world import NOW, Stream

from routekaart_cli.domain import intake, voortgang
from routekaart_cli.domain.antwoorden import Antwoord, Project, Stand
from routekaart_cli.domain.routekaart import Vraag
from routekaart_cli.domain.standen import LETTERS
from routekaart_cli.environment.world import Environment
from routekaart_cli.errors import InputNeeded
from routekaart_cli.gesprek.avond import Avond
from routekaart_cli.gesprek.given import parse_given
from routekaart_cli.gesprek.tafel import Stopped, Tafel
from routekaart_cli.gesprek.vragers.asker import Reaction, Turn, Wish
from routekaart_cli.gesprek.vragers.lines import LinesAsker
from routekaart_cli.inhoud.folder import Inhoud
from routekaart_cli.project import from_yaml, to_yaml
from routekaart_cli.project.werk import Werk
from routekaart_cli.yaml_fields.fields import Reader

PARTS = 8
NONSENSE = ("", "", "x", "99", ":onzin", "é 🎉 \x1b[31m", "a: 'b' [c]", "::dubbel", "-1", "32-13-2027", "[/b]", "=1+1")
COMMANDS = ("<", "<", "?", ":later", ":overzicht", ":plan", ":wis", ":oneens", "weet ik nog niet")


class MemoryWerk(Werk):
    """A project that is kept in memory only."""

    def _save(self, change: Callable[[Project, str], Project]) -> None:
        self.project = change(self.project, "hier")


class Teletype(Stream):
    """Paper: what is printed stays. It refuses whatever could move, redraw or mean something by its looks alone."""

    MAG_NIET = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2190-\u21ff\u2500-\u25ff\u2713-\u2718»]")

    def write(self, text: str) -> int:
        assert not self.MAG_NIET.search(text), f"not for paper: {text!r}"
        return super().write(text)


@dataclass
class Groep:
    """Who sits at the table: chooses each line with *chance*, after *left_over* lines there is no more."""

    chance: random.Random
    left_over: int
    target: Vraag
    inhoud: Inhoud
    turn: Turn | None = None
    typed: str = ""
    arrived: bool = False

    def isatty(self) -> bool:
        return False

    def readline(self) -> str:
        if self.left_over <= 0:
            return ""
        assert self.turn
        self.arrived |= self.turn.vraag.id == self.target.id or fase_status(self.turn, self.target)
        line = None if self.arrived else towards(self.turn, self.target, self.inhoud, self.chance)
        if line is not None:
            self.typed = line
            return f"{line}\n"
        self.left_over -= 1
        soort = self.chance.random()
        if soort < 0.62:
            self.typed = marks(self.turn, self.chance) if self.turn.rijen else fitting(self.turn.vraag, self.chance)
        else:
            self.typed = self.chance.choice(COMMANDS if soort < 0.85 else NONSENSE)
        return f"{self.typed}\n"


def fase_status(turn: Turn, target: Vraag) -> bool:
    """Is *turn* the picture in which the status *target* is given?"""
    return bool(turn.rijen) and target.id.endswith(".status")


def marks(turn: Turn, chance: random.Random) -> str:
    """Return an answer to the picture *turn*."""
    numbers = chance.sample(range(len(turn.rijen)), chance.randrange(1, len(turn.rijen) + 1))
    return ", ".join(f"{chance.choice(('klaar', 'bezig', 'niet begonnen', 'x'))} {n + 1}" for n in numbers)


@dataclass
class Witness:
    """Asks through plain lines, and watches that every step keeps the promises."""

    env: Environment
    werk: MemoryWerk
    groep: Groep
    stdout: Teletype
    asked: list[str] = field(default_factory=list)
    gegeven: int = 0
    pictures: int = 0
    _previous: tuple[Turn, Reaction, Any] | None = None
    _said: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._lines = LinesAsker(self.groep, self.stdout, 80)  # type: ignore[arg-type]
        self._vragen = {vraag.id: vraag for vraag in self.env.inhoud.vragen}

    def tell(self, text: str) -> None:
        self._said.append(text)
        self._lines.tell(text)

    def confirm_saved(self, words: str) -> None:
        self._lines.confirm_saved(words)

    def ask(self, turn: Turn) -> Reaction:
        now = self.werk.project.antwoorden
        if self._previous:
            self._check_step(*self._previous, turn)
        self._said = []
        self.groep.turn = turn
        if self._whole(turn):
            self.asked.append(turn.vraag.id)
        if turn.rijen:
            self.pictures += 1
        reaction = self._lines.ask(turn)
        if self._whole(turn) and not turn.parse:
            self._check_given(turn, reaction)
        if self.groep.typed == "" and turn.current and self.groep.left_over >= 0:
            assert reaction in (Wish.KEEP, Wish.STOP)
        self._previous = (turn, reaction, now)
        return reaction

    def _check_step(self, earlier: Turn, reaction: Reaction, before: Any, turn: Turn) -> None:
        after = self.werk.project.antwoorden
        if earlier.rijen and isinstance(reaction, Antwoord):
            self._check_picture(reaction, after)
        if reaction is Wish.KEEP and earlier.current:
            assert after == before, "Enter changed something"
        progress, new_ones = distance(earlier), distance(turn)
        step_on = isinstance(reaction, Antwoord) and self._whole(earlier)
        first_time = earlier.vraag.id not in before and turn.vraag.id not in after
        if step_on and progress and new_ones and progress[0] == new_ones[0] and first_time:
            done = reaction != Antwoord(Stand.LATER)  # what is put off, still comes
            assert progress[1] - done <= new_ones[1] <= new_ones[2] <= progress[2] - done, (
                earlier.heading,
                turn.heading,
            )
        if after is not before and self._whole(earlier):
            vragen = self.env.inhoud.vragen
            begin, soon = set(intake.parked(vragen, before)), set(intake.parked(vragen, after))
            if soon - begin:
                assert any("door deze verandering" in phrase.lower() for phrase in self._said)
            if begin - soon:
                assert any(phrase.endswith("nu weer.") for phrase in self._said)

    def _whole(self, turn: Turn) -> bool:
        """Is this a vraag in its place in the interview, and no menu or field of a lijst, nor one more opinion?"""
        content = self._vragen.get(turn.vraag.id)
        return content is not None and content.soort is turn.vraag.soort and turn.heading.startswith("Vraag ")

    def _check_picture(self, reaction: Antwoord, after: Any) -> None:
        """What was marked is what is kept, as the status of each stap, the same as when it is given one by one."""
        said = [status for mark in reaction.waarde for status, letter in LETTERS.items() if letter == mark]
        fasen = [f for f in self.env.inhoud.all_fasen if len(f.stappen) == len(said)]
        kept = [[voortgang.status(stap, after) for stap in fase.stappen] for fase in fasen]
        assert said in kept

    def _check_given(self, turn: Turn, reaction: Reaction) -> None:
        """What was typed here, given with the command instead, is the same answer."""
        if isinstance(reaction, Antwoord) and self.groep.typed:
            given = parse_given(self.env, [f"{turn.vraag.id}={self.groep.typed}"], "")
            assert given[turn.vraag.id].same(reaction)
            self.gegeven += 1


def distance(turn: Turn) -> tuple[str, int, int] | None:
    """Return the part, the fewest and the most vragen to come that *turn* tells; None where it tells none."""
    heading = re.match(r"Vraag \d+\. (.*?)[.?] ((?:Nog|De laatste).*)\.$", turn.heading.partition("\n")[0])
    if not heading:
        return None
    amounts = [int(amount) for amount in re.findall(r"\d+", heading[2])] or [1]
    return heading[1], amounts[0], amounts[-1]


def walk(target: Vraag, inhoud: Inhoud, chance: random.Random) -> tuple[Witness, Callable[[str], None]]:
    """Hold one conversation that comes to *target*; return its witness, and a way to hold another with given lines."""
    out = Teletype()
    env = Environment(Path("/"), {}, (Stream(), out, out), clock=lambda: NOW)
    env.inhoud = inhoud
    path = Path("/routekaart-project.yaml")
    werk = MemoryWerk(path, NOW.isoformat, print, str, up_to(target, inhoud, chance))
    witness = Witness(env, werk, Groep(chance, chance.randrange(4, 16), target, inhoud), out)
    fase = fase_of(target, inhoud)
    with contextlib.suppress(Stopped, InputNeeded):
        Avond(Tafel(env, witness, werk)).run(fase)

    def further(lines: str) -> None:
        with contextlib.suppress(Stopped, InputNeeded):
            Avond(Tafel(env, LinesAsker(Stream(lines), out, 80), werk)).run()

    return witness, further


def check_end(witness: Witness, further: Callable[[str], None]) -> None:
    """After a walk: the file reads back, going back and on changes nothing, and every vraag can be answered."""
    werk, inhoud = witness.werk, witness.env.inhoud
    reader = Reader("bestand")
    fields = reader.fields(reader.parse(to_yaml.dump(werk.project).encode()))
    assert from_yaml.project(fields).antwoorden == werk.project.antwoorden
    reader.finish()
    start, before = witness.stdout.tell(), werk.project.antwoorden
    first = inhoud.intake.begin.vragen
    back = len(intake.asked(first, before)) - bool(next_vraag(first, before))
    further("<\n" * back + "\n" * (back - 1))
    assert werk.project.antwoorden == before
    numbers = [int(n) for n in re.findall(r"^Vraag (\d+)\.", witness.stdout.getvalue()[start:], re.MULTILINE)]
    down, up = [*range(back, 0, -1)], [*range(2, back + 1)]
    assert numbers[: 2 * back - 1] in ([*down, *up], [back + 1, *down, *up][: 2 * back - 1])
    antwoorden = dict(before)
    for part in inhoud.intake.all_delen:
        for _ in part.vragen:
            for vraag in intake.unanswered(part.vragen, antwoorden):
                antwoorden[vraag.id] = Antwoord(Stand.WEET_NIET)
        assert not intake.unanswered(part.vragen, antwoorden)


@pytest.mark.how_many(160, 10_000)
@pytest.mark.parametrize("part", range(PARTS))
def test_every_random_walk_keeps_every_promise(
    inhoud: Inhoud, how_many: int, part: int, record_property: Callable[[str, object], None]
) -> None:
    seed = os.environ["ROUTEKAART_SEED"]
    vragen = targets(inhoud)
    reached: set[str] = set()
    put = compared = pictures = 0
    count = range(part, how_many, PARTS)
    for number in count:
        chance = random.Random(f"{seed}-{number}")
        target = vragen[number % len(vragen)]
        try:
            witness, further = walk(target, inhoud, chance)
            assert witness.groep.arrived
            check_end(witness, further)
        except BaseException:
            print(f"ROUTEKAART_SEED={seed} failed in walk {number}, at {target.id}")
            raise
        reached |= {*witness.asked, target.id}
        put += len(witness.asked)
        compared += witness.gegeven
        pictures += witness.pictures
    record_property("walks", len(count))
    record_property("questions in walks", put)
    record_property("pictures of a fase in walks", pictures)
    record_property("answers compared with given answers", compared)
    record_property("vragen reached", sorted(reached))
