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
from helpers.world import Stroom

from routekaart_cli.__main__ import run
from routekaart_cli.environment.world import Environment
from routekaart_cli.inhoud.folder import Inhoud
from routekaart_cli.project import store

REGELS = (
    "De Weide", "Zwolle", "4", "350", "1 2", "?", "1", "2", "x", "weet ik nog niet", "De groep", "<", "", ":later",
    "Warme huizen", "", "weet ik nog niet", ":overzicht",
)  # fmt: skip


def talk(map: Path, invoer: io.TextIOBase, uit: io.TextIOBase, inhoud: Inhoud) -> None:
    env = Environment(map, {}, (invoer, Stroom(), uit))  # type: ignore[arg-type]
    env.inhoud = inhoud
    run(["start", "--toegankelijk"], env)


def killed_talk(map: Path, hoeveel: int, deel: float, inhoud: Inhoud) -> str:
    """Return what a conversation said that was killed while it dealt with the last of *hoeveel* lines.

    It gets no line after that one, so that on a busy machine it is not at its end before it is killed. Between that
    line and the kill is a *deel* of its longest pause so far, which is what a save takes here and now.
    """
    lees, schrijf = os.pipe()
    hoor, typ = os.pipe()
    kind = os.fork()
    if kind == 0:
        os.close(lees)
        os.close(typ)
        with os.fdopen(hoor, encoding="utf-8") as invoer, os.fdopen(schrijf, "w", encoding="utf-8") as uit:
            talk(map, invoer, uit, inhoud)
        os._exit(0)
    os.close(schrijf)
    os.close(hoor)
    os.write(typ, "".join(f"{regel}\n" for regel in REGELS[:hoeveel]).encode())
    gezegd: list[str] = []
    langste, begin = 0.0, time.monotonic()
    with os.fdopen(lees, encoding="utf-8", errors="replace") as uit:
        while sum(regel.startswith("> ") for regel in gezegd) < hoeveel and (regel := uit.readline()):
            gezegd.append(regel)
            langste, begin = max(langste, time.monotonic() - begin), time.monotonic()
        time.sleep(deel * langste)
        os.kill(kind, signal.SIGKILL)
        os.waitpid(kind, 0)
        os.close(typ)
        return "".join([*gezegd, uit.read()])


def check(map: Path, gezegd: str, heel: Mapping[str, object]) -> int:
    """Return how many answers are left in *map*; each that *gezegd* acknowledges must be, and the file must open."""
    bestand = map / "routekaart-project.yaml"
    over = {naam: (a.stand, a.waarde) for naam, a in store.load(bestand).antwoorden.items()} if bestand.exists() else {}
    vragen = [int(nummer) for nummer in re.findall(r"^Vraag (\d+)\.", gezegd, re.MULTILINE)]
    erkend = max([0, *(nummer - 1 for nummer in vragen)])
    assert len(over) >= erkend, f"{erkend} answers were acknowledged, {len(over)} are left:\n{gezegd}"
    assert all(heel[naam] == antwoord for naam, antwoord in over.items()), over
    assert sorted(p.name for p in map.iterdir() if not p.name.startswith(".")) in ([], ["routekaart-project.yaml"])
    return len(over)


def main(hoeveel: int, seed: int) -> None:
    kans = random.Random(seed)
    inhoud = Inhoud()
    basis = Path(tempfile.mkdtemp())
    home.verhuis(basis)
    try:
        eerst = basis / "heel"
        eerst.mkdir()
        uit = Stroom()
        talk(eerst, Stroom("\n".join(REGELS) + "\n"), uit, inhoud)  # loads all there is to load
        bewaard = [nummer for nummer, deel in enumerate(uit.getvalue().split("\n> ")) if "\nBewaard: " in deel]
        heel = {
            naam: (a.stand, a.waarde) for naam, a in store.load(eerst / "routekaart-project.yaml").antwoorden.items()
        }
        onderweg = half = 0
        for _ in range(hoeveel):
            map = basis / "map"
            map.mkdir()
            over = check(map, killed_talk(map, kans.choice(bewaard), kans.uniform(0, 0.7), inhoud), heel)
            onderweg += 0 < over < len(heel)
            half += any(pad.name.endswith(".tmp") for pad in map.rglob("*"))
            shutil.rmtree(map)
        print(json.dumps({"kills": hoeveel, "underway": onderweg, "within a save": half}))
    finally:
        shutil.rmtree(basis)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
