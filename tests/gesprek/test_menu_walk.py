"""Random conversations on a real terminal with menus, and the same in plain lines: one interview, one result."""

from __future__ import annotations

import contextlib
import os
import random
import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from helpers.terminal import CTRL_B, CTRL_D, DOWN, ENTER, WAIT, Terminal
from helpers.walking import fase_of, fitting, targets, up_to
from helpers.world import Stream

from routekaart_cli.domain.routekaart import Fase, Soort, Vraag
from routekaart_cli.environment.world import FILE_NAME, Environment
from routekaart_cli.errors import InputNeeded
from routekaart_cli.gesprek import sessie
from routekaart_cli.gesprek.tafel import Tafel
from routekaart_cli.gesprek.vragers.asker import Reaction, Turn
from routekaart_cli.gesprek.vragers.lines import LinesAsker
from routekaart_cli.gesprek.vragers.menu_keys import HABIT
from routekaart_cli.inhoud.folder import Inhoud
from routekaart_cli.project import store, to_yaml

PARTS = 4
HEADER = re.compile(r"Vraag (\d+)\. ")
LISTENING = "\x1b[?2004h"
"""prompt_toolkit says so when it waits for keys: a key before that is for nobody."""
MENUS = (Soort.KEUZE, Soort.MEERKEUZE, Soort.JA_NEE)
UP = "\x1b[A"


def as_keys(turn: Turn, line: str) -> list[str]:
    """Return the keys that say at the menu of *turn* what *line* says in plain lines."""
    if line == "<":
        return [CTRL_B]
    if line == "":
        return [ENTER]
    if turn.rijen:
        return ["?"] if line == "?" else [*(part[0] for part in line.split(", ")), ENTER]
    if turn.vraag.soort not in MENUS:
        return [line, ENTER]
    if line == "?":
        return ["?"]
    if line == ":later":
        return [":", "later", ENTER]
    if turn.vraag.soort is Soort.JA_NEE:
        return [line[0], ENTER]
    if turn.vraag.soort is Soort.KEUZE:
        ids = [keuze.id for keuze in turn.vraag.keuzes]
        move = int(line) - 1 - (ids.index(turn.proposal) if turn.proposal in ids else 0)
        return [(DOWN if move > 0 else UP) * abs(move), ENTER]
    crosses, spot = [], 1
    for number in sorted(map(int, line.split())):
        crosses += [DOWN * (number - spot), " "]
        spot = number
    return [*crosses, ENTER]


def choose(turn: Turn, chance: random.Random) -> str:
    """Return a line that says something at *turn*: an answer, or back, help or later."""
    soort = chance.random()
    if turn.rijen:  # every row its mark, in order: so the keys are those of the rows
        marks = [f"{chance.choice(('klaar', 'bezig', 'niet begonnen', 'x'))} {n + 1}" for n in range(len(turn.rijen))]
        return "?" if soort < 0.15 else "" if soort < 0.3 else "<" if soort < 0.4 else ", ".join(marks)
    if turn.current is not None or (turn.vraag.soort not in MENUS and not turn.vraag.id):
        return ""
    if soort < 0.15:
        return "?"
    if soort < 0.25 and turn.vraag.id:
        return ":later"
    if soort < 0.4 and turn.vraag.id:
        return "<"
    if turn.vraag.id and {keuze.id for keuze in turn.vraag.keuzes} >= {"erbij", "klaar"}:  # a lijst
        return "2"
    if turn.vraag.kort == "Verder":  # not the pages that go on for ever, nor the end
        return str(chance.randrange(len(turn.vraag.keuzes) - 3) + 1)
    line = fitting(turn.vraag, chance)
    if turn.vraag.soort is Soort.MEERKEUZE and any(turn.vraag.keuzes[int(n) - 1].alleen for n in line.split()):
        return line.split()[0]  # a refusal leaves the crosses in a menu, and nothing in plain lines
    return {"Ja": "j", "yes": "j", "nee": "n"}.get(line, line) if turn.vraag.soort is Soort.JA_NEE else line


class Recorder(LinesAsker):
    """Plain lines, remembering every turn."""

    def __init__(self, lines: list[str], out: Stream) -> None:
        super().__init__(Stream("".join(f"{line}\n" for line in lines)), out, 80)
        self.turns: list[Turn] = []

    def ask(self, turn: Turn) -> Reaction:
        self.turns.append(turn)
        return super().ask(turn)


def plain(folder: Path, lines: list[str], inhoud: Inhoud, fase: Fase | None) -> tuple[list[Turn], str]:
    """Return every turn that plain lines take for *lines*, and all that was said."""
    out = Stream()
    env = Environment(folder, {}, (Stream(), Stream(), out))
    env.inhoud = inhoud
    asker = Recorder(lines, out)
    with contextlib.suppress(InputNeeded):
        sessie.interview(Tafel(env, asker, env.werk()), fase)
    return asker.turns, out.getvalue()


@pytest.mark.how_many(4, 200)
@pytest.mark.parametrize("part", range(PARTS))
def test_menus_and_plain_lines_hold_the_same_conversation(
    tmp_path: Path,
    inhoud: Inhoud,
    how_many: int,
    part: int,
    record_property: Callable[[str, object], None],
) -> None:
    seed = os.environ["ROUTEKAART_SEED"]
    numbers = range(part, how_many, PARTS)
    for number in numbers:
        chance = random.Random(f"{seed}-{number}")
        target = chance.choice(targets(inhoud))
        try:
            converse(tmp_path / str(number), target, inhoud, chance)
        except BaseException:
            print(f"ROUTEKAART_SEED={seed} failed in walk {number}, at {target.id}")
            raise
    record_property("walks on a terminal with menus", len(numbers))


def converse(folder: Path, target: Vraag, inhoud: Inhoud, chance: random.Random) -> None:
    """Hold one conversation that comes to *target* in both renderings; compare what was asked and what was kept."""
    start = to_yaml.dump(up_to(target, inhoud, chance))
    ordinary, menu = folder / "gewoon", folder / "menu"
    fase = fase_of(target, inhoud)
    for side in (ordinary, menu):
        side.mkdir(parents=True)

    def again(lines: list[str]) -> list[Turn]:
        (ordinary / FILE_NAME).write_text(start, encoding="utf-8")
        return plain(ordinary, lines, inhoud, fase)[0]

    (menu / FILE_NAME).write_text(start, encoding="utf-8")
    lines: list[str] = []
    turns = again(lines)
    for _ in range(chance.randrange(3, 8)):
        lines.append(choose(turns[-1], chance))
        turns = again(lines)
    terminal = Terminal(menu, "start", *(["--fase", fase.code] if fase else []), width=120, height=60)
    prompts = 0
    for turn, line in zip(turns, lines, strict=False):
        prompts += 1
        terminal.wait_for(lambda wanted=prompts: terminal.all_fasen.count(LISTENING) >= wanted, WAIT)  # type: ignore[misc]
        for key in as_keys(turn, line):
            terminal.send(key)
            if key == ":":
                prompts += 1
                terminal.wait_for(lambda wanted=prompts: terminal.all_fasen.count(LISTENING) >= wanted, WAIT)  # type: ignore[misc]
        if line == "?":
            time.sleep(HABIT)  # an Enter within that time would not count
    prompts += 1
    terminal.wait_for(lambda: terminal.all_fasen.count(LISTENING) >= prompts, WAIT)
    terminal.send(CTRL_D)
    assert terminal.end() == 0
    headings = [number for turn in turns for number in HEADER.findall(turn.heading)]
    assert HEADER.findall(terminal.all_fasen)[: len(headings)] == headings
    sides = [store.load(side / FILE_NAME).antwoorden for side in (ordinary, menu)]
    assert list(sides[0]) == list(sides[1])
    assert all(sides[0][vraag_id].same(sides[1][vraag_id]) for vraag_id in sides[0])
