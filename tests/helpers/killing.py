"""Holds one conversation over and over in a child that is killed at a random moment, and looks what is left.

In `tests/`, `python -m helpers.killing COUNT SEED` prints as JSON how many were killed, and where; it fails on the
first lost answer.
"""

from __future__ import annotations

import io
import json
import os
import random
import re
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from helpers import home
from helpers.world import Stream

from routekaart_cli.__main__ import run
from routekaart_cli.environment.world import Environment
from routekaart_cli.inhoud.folder import Inhoud
from routekaart_cli.project import store

LINES = (
    "De Weide", "Zwolle", "1", "1", "350", "1 2", "?", "1", "2", "x", "1", "weet ik nog niet", "", "2", "De groep", "<",
    "", ":later", "Warme huizen", "weet ik nog niet", ":overzicht",
)  # fmt: skip


def talk(folder: Path, source: io.TextIOBase, out: io.TextIOBase, inhoud: Inhoud) -> None:
    env = Environment(folder, {}, (source, Stream(), out))  # type: ignore[arg-type]
    env.inhoud = inhoud
    run(["start", "--toegankelijk"], env)


def killed_talk(folder: Path, how_many: int, part: float, inhoud: Inhoud) -> str:
    """Return what a conversation said that was killed while it dealt with the last of *how_many* lines.

    It gets no line after that one, so that on a busy machine it is not at its end before it is killed. Between that
    line and the kill is a *part* of its longest pause so far, which is what a save takes here and now.
    """
    read_one, schrijf = os.pipe()
    heard, typ = os.pipe()
    kind = os.fork()
    if kind == 0:
        os.close(read_one)
        os.close(typ)
        with os.fdopen(heard, encoding="utf-8") as source, os.fdopen(schrijf, "w", encoding="utf-8") as out:
            talk(folder, source, out, inhoud)
        os._exit(0)
    os.close(schrijf)
    os.close(heard)
    os.write(typ, "".join(f"{line}\n" for line in LINES[:how_many]).encode())
    said: list[str] = []
    longest, start = 0.0, time.monotonic()
    with os.fdopen(read_one, encoding="utf-8", errors="replace") as out:
        while sum(line.startswith("> ") for line in said) < how_many and (line := out.readline()):
            said.append(line)
            longest, start = max(longest, time.monotonic() - start), time.monotonic()
        time.sleep(part * longest)
        os.kill(kind, signal.SIGKILL)
        os.waitpid(kind, 0)
        os.close(typ)
        return "".join([*said, out.read()])


def check(folder: Path, said: str, whole: Mapping[str, object]) -> int:
    """Return how many answers are left in *folder*; each that *said* acknowledges must be, and the file must open."""
    file = folder / "routekaart-project.yaml"
    left_over = {name: (a.stand, a.waarde) for name, a in store.load(file).antwoorden.items()} if file.exists() else {}
    vragen = [int(number) for number in re.findall(r"^Vraag (\d+)\.", said, re.MULTILINE)]
    recognised = max([0, *(number - 1 for number in vragen)])
    assert len(left_over) >= recognised, f"{recognised} answers were acknowledged, {len(left_over)} are left:\n{said}"
    assert all(whole[name] == antwoord for name, antwoord in left_over.items()), left_over
    assert sorted(p.name for p in folder.iterdir() if not p.name.startswith(".")) in ([], ["routekaart-project.yaml"])
    return len(left_over)


def main(how_many: int, seed: int) -> None:
    chance = random.Random(seed)
    inhoud = Inhoud()
    basis = Path(tempfile.mkdtemp())
    home.move_home(basis)
    try:
        begin = basis / "heel"
        begin.mkdir()
        out = Stream()
        talk(begin, Stream("\n".join(LINES) + "\n"), out, inhoud)  # loads all there is to load
        saved = [number for number, part in enumerate(out.getvalue().split("\n> ")) if "\nBewaard: " in part]
        whole = {
            name: (a.stand, a.waarde) for name, a in store.load(begin / "routekaart-project.yaml").antwoorden.items()
        }
        underway = half = 0
        for _ in range(how_many):
            folder = basis / "map"
            folder.mkdir()
            left_over = check(folder, killed_talk(folder, chance.choice(saved), chance.uniform(0, 0.7), inhoud), whole)
            underway += 0 < left_over < len(whole)
            half += any(path.name.endswith(".tmp") for path in folder.rglob("*"))
            shutil.rmtree(folder)
        print(json.dumps({"kills": how_many, "underway": underway, "within a save": half}))
    finally:
        shutil.rmtree(basis)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
