"""Random conversations on a real terminal with menus, and the same in plain lines: one interview, one result."""

from __future__ import annotations

import os
import random
import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from helpers.terminal import CTRL_B, CTRL_D, DOWN, ENTER, WAIT, Terminal
from helpers.walking import fitting, up_to
from helpers.world import World

from routekaart_cli.domain.routekaart import Soort, Vraag
from routekaart_cli.gesprek.vragers.menu_keys import HABIT
from routekaart_cli.inhoud import find
from routekaart_cli.inhoud.folder import Inhoud
from routekaart_cli.project import store, to_yaml

PARTS = 4
HEADER = re.compile(r"Vraag (\d+)\. ")
MENUS = (Soort.KEUZE, Soort.MEERKEUZE, Soort.JA_NEE)


def as_keys(vraag: Vraag, line: str) -> list[str]:
    """Return the keys that say at the menu of *vraag* what *line* says in plain lines."""
    if line == "<":
        return [CTRL_B]
    if line == "":
        return [ENTER]
    if vraag.soort is Soort.LIJST:
        return [DOWN, ENTER]  # always the second: that is all
    if vraag.soort not in MENUS:
        return [line, ENTER]
    if line == "?":
        return ["?"]
    if line == ":later":
        return [":", "later", ENTER]
    if vraag.soort is Soort.JA_NEE:
        return [line[0], ENTER]
    if vraag.soort is Soort.KEUZE:
        return [DOWN * (int(line) - 1), ENTER]
    crosses, spot = [], 1
    for number in sorted(map(int, line.split())):
        crosses += [DOWN * (number - spot), " "]
        spot = number
    return [*crosses, ENTER]


def choose(vraag: Vraag, current: object, chance: random.Random) -> str:
    """Return a line that says something at *vraag*: an answer, or back, help or later."""
    if current is not None:
        return ""
    if vraag.soort is Soort.LIJST:
        return "2"
    soort = chance.random()
    if soort < 0.15:
        return "?"
    if soort < 0.25:
        return ":later"
    if soort < 0.4:
        return "<"
    line = fitting(vraag, chance)
    if vraag.soort is Soort.MEERKEUZE and any(vraag.keuzes[int(n) - 1].alleen for n in line.split()):
        return line.split()[0]  # a refusal leaves the crosses in a menu, and nothing in plain lines
    return {"Ja": "j", "yes": "j", "nee": "n"}.get(line, line) if vraag.soort is Soort.JA_NEE else line


def plain(folder: Path, lines: list[str]) -> tuple[list[str], str]:
    """Return the numbers of the vragen that plain lines ask for *lines*, and all that was said."""
    world = World(folder)
    said = world.lines(*lines).stderr
    return HEADER.findall(said), said


@pytest.mark.how_many(12, 200)
@pytest.mark.parametrize("part", range(PARTS))
def test_menus_and_plain_lines_hold_the_same_conversation(
    tmp_path: Path,
    inhoud: Inhoud,
    how_many: int,
    part: int,
    record_property: Callable[[str, object], None],
) -> None:
    seed = os.environ["ROUTEKAART_SEED"]
    vragen = [vraag for vraag in inhoud.vragen if vraag.id != inhoud.intake.fasevraag]
    numbers = range(part, how_many, PARTS)
    for number in numbers:
        chance = random.Random(f"{seed}-{number}")
        target = chance.choice(vragen)
        try:
            converse(tmp_path / str(number), target, inhoud, chance)
        except BaseException:
            print(f"ROUTEKAART_SEED={seed} failed in walk {number}, at {target.id}")
            raise
    record_property("walks on a terminal with menus", len(numbers))


def converse(folder: Path, target: Vraag, inhoud: Inhoud, chance: random.Random) -> None:
    """Hold one conversation from *target* on in both renderings, and compare what was asked and what was kept."""
    start = to_yaml.dump(up_to(target, inhoud, chance))
    ordinary, menu = folder / "gewoon", folder / "menu"
    for side in (ordinary, menu):
        side.mkdir(parents=True)
        (side / "routekaart-project.yaml").write_text(start, encoding="utf-8")
    stappen: list[tuple[Vraag, str]] = []
    for _ in range(chance.randrange(2, 6)):
        vraag, current = asked_last(ordinary, [line for _, line in stappen], start, inhoud)
        if vraag is None or vraag.id == inhoud.intake.fasevraag:
            break
        stappen.append((vraag, choose(vraag, current, chance)))
    (ordinary / "routekaart-project.yaml").write_text(start, encoding="utf-8")
    headings, _ = plain(ordinary, [line for _, line in stappen])
    terminal = Terminal(menu, "start", width=120, height=60)
    for spot, (vraag, line) in enumerate(stappen):
        terminal.wait_for(lambda spot=spot: asked(terminal) > spot, WAIT)  # type: ignore[misc]
        for key in as_keys(vraag, line):
            terminal.send(key)
        if line == "?":
            time.sleep(HABIT)  # an Enter within that time would not count
    terminal.wait_for(lambda: asked(terminal) >= len(headings), WAIT)
    terminal.send(CTRL_D)
    assert terminal.end() == 0
    assert HEADER.findall(terminal.all_fasen)[: len(headings)] == headings
    sides = [store.load(side / "routekaart-project.yaml").antwoorden for side in (ordinary, menu)]
    assert list(sides[0]) == list(sides[1])
    assert all(sides[0][vraag_id].same(sides[1][vraag_id]) for vraag_id in sides[0])


def asked(terminal: Terminal) -> int:
    """Return how many vragen were asked and wait for keys: a key before that is for nobody."""
    asked = list(HEADER.finditer(terminal.all_fasen))
    waiting = asked and "\x1b[?2004h" in terminal.all_fasen[asked[-1].end() :]  # prompt_toolkit listens from here on
    return len(asked) if waiting else 0


def asked_last(folder: Path, lines: list[str], start: str, inhoud: Inhoud) -> tuple[Vraag | None, object]:
    """Return which vraag stands there after *lines*, and whether it has an answer."""
    file = folder / "routekaart-project.yaml"
    file.write_text(start, encoding="utf-8")
    _, said = plain(folder, lines)
    tail = said.rpartition("\nVraag ")[2]
    if "\nWat jullie nu kunnen doen:\n" in tail:  # the interview has come to its end
        return None, None
    for vraag in inhoud.vragen:
        heading = "Stap {}: {}".format(*find.stap(inhoud, vraag.stap)[1][1:3]) if vraag.stap else ""
        if f"\n{vraag.vraag}\n" in tail and (not heading or f"\n{heading}\n" in tail):
            return vraag, store.load(file).antwoorden.get(vraag.id)
    return None, None
