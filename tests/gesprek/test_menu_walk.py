"""Random conversations on a real terminal with menus, and the same in plain lines: one interview, one result."""

from __future__ import annotations

import os
import random
import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from helpers.terminal import CTRL_B, CTRL_D, ENTER, NEER, WACHT, Terminal
from helpers.walking import passend, up_to
from helpers.world import Wereld

from routekaart_cli.domain.routekaart import Soort, Vraag
from routekaart_cli.gesprek.vragers.menu_keys import GEWOONTE
from routekaart_cli.inhoud.folder import Inhoud
from routekaart_cli.project import store, to_yaml

DELEN = 4
KOP = re.compile(r"Vraag (\d+)\. ")
MENUS = (Soort.KEUZE, Soort.MEERKEUZE, Soort.JA_NEE)


def as_keys(vraag: Vraag, regel: str) -> list[str]:
    """Return the keys that say at the menu of *vraag* what *regel* says in plain lines."""
    if regel == "<":
        return [CTRL_B]
    if regel == "":
        return [ENTER]
    if vraag.soort is Soort.LIJST:
        return [NEER, ENTER]  # always the second: that is all
    if vraag.soort not in MENUS:
        return [regel, ENTER]
    if regel == "?":
        return ["?"]
    if regel == ":later":
        return [":", "later", ENTER]
    if vraag.soort is Soort.JA_NEE:
        return [regel[0], ENTER]
    if vraag.soort is Soort.KEUZE:
        return [NEER * (int(regel) - 1), ENTER]
    kruisen, plek = [], 1
    for nummer in sorted(map(int, regel.split())):
        kruisen += [NEER * (nummer - plek), " "]
        plek = nummer
    return [*kruisen, ENTER]


def choose(vraag: Vraag, huidig: object, kans: random.Random) -> str:
    """Return a line that says something at *vraag*: an answer, or back, help or later."""
    if huidig is not None:
        return ""
    if vraag.soort is Soort.LIJST:
        return "2"
    soort = kans.random()
    if soort < 0.15:
        return "?"
    if soort < 0.25:
        return ":later"
    if soort < 0.4:
        return "<"
    regel = passend(vraag, kans)
    if vraag.soort is Soort.MEERKEUZE and any(vraag.keuzes[int(n) - 1].alleen for n in regel.split()):
        return regel.split()[0]  # a refusal leaves the crosses in a menu, and nothing in plain lines
    return {"Ja": "j", "yes": "j", "nee": "n"}.get(regel, regel) if vraag.soort is Soort.JA_NEE else regel


def plain(map: Path, regels: list[str]) -> tuple[list[str], str]:
    """Return the numbers of the vragen that plain lines ask for *regels*, and all that was said."""
    wereld = Wereld(map)
    gezegd = wereld.lines(*regels).fout
    return KOP.findall(gezegd), gezegd


@pytest.mark.parametrize("deel", range(DELEN))
def test_menus_and_plain_lines_hold_the_same_conversation(
    tmp_path: Path,
    inhoud: Inhoud,
    menuwandelingen: int,
    deel: int,
    record_property: Callable[[str, object], None],
) -> None:
    seed = os.environ["ROUTEKAART_SEED"]
    vragen = [vraag for vraag in inhoud.vragen if vraag.id != inhoud.intake.fasevraag]
    nummers = range(deel, menuwandelingen, DELEN)
    for nummer in nummers:
        kans = random.Random(f"{seed}-{nummer}")
        doel = kans.choice(vragen)
        try:
            converse(tmp_path / str(nummer), doel, inhoud, kans)
        except BaseException:
            print(f"ROUTEKAART_SEED={seed} failed in walk {nummer}, at {doel.id}")
            raise
    record_property("walks on a terminal with menus", len(nummers))


def converse(map: Path, doel: Vraag, inhoud: Inhoud, kans: random.Random) -> None:
    """Hold one conversation from *doel* on in both renderings, and compare what was asked and what was kept."""
    begin = to_yaml.dump(up_to(doel, inhoud, kans))
    gewoon, menu = map / "gewoon", map / "menu"
    for kant in (gewoon, menu):
        kant.mkdir(parents=True)
        (kant / "routekaart-project.yaml").write_text(begin, encoding="utf-8")
    stappen: list[tuple[Vraag, str]] = []
    for _ in range(kans.randrange(2, 6)):
        vraag, huidig = asked_last(gewoon, [regel for _, regel in stappen], begin, inhoud)
        if vraag is None or vraag.id == inhoud.intake.fasevraag:
            break
        stappen.append((vraag, choose(vraag, huidig, kans)))
    (gewoon / "routekaart-project.yaml").write_text(begin, encoding="utf-8")
    koppen, _ = plain(gewoon, [regel for _, regel in stappen])
    terminal = Terminal(menu, "start", breedte=120, hoogte=60)
    for plek, (vraag, regel) in enumerate(stappen):
        terminal.wait_for(lambda plek=plek: asked(terminal) > plek, WACHT)  # type: ignore[misc]
        for toets in as_keys(vraag, regel):
            terminal.send(toets)
        if regel == "?":
            time.sleep(GEWOONTE)  # an Enter within that time would not count
    terminal.wait_for(lambda: asked(terminal) >= len(koppen), WACHT)
    terminal.send(CTRL_D)
    assert terminal.end() == 0
    assert KOP.findall(terminal.alles)[: len(koppen)] == koppen
    kanten = [store.load(kant / "routekaart-project.yaml").antwoorden for kant in (gewoon, menu)]
    assert list(kanten[0]) == list(kanten[1])
    assert all(kanten[0][vraag_id].zelfde(kanten[1][vraag_id]) for vraag_id in kanten[0])


def asked(terminal: Terminal) -> int:
    """Return how many vragen were asked and wait for keys: a key before that is for nobody."""
    gevraagd = list(KOP.finditer(terminal.alles))
    wacht = gevraagd and "\x1b[?2004h" in terminal.alles[gevraagd[-1].end() :]  # prompt_toolkit listens from here on
    return len(gevraagd) if wacht else 0


def asked_last(map: Path, regels: list[str], begin: str, inhoud: Inhoud) -> tuple[Vraag | None, object]:
    """Return which vraag stands there after *regels*, and whether it has an answer."""
    bestand = map / "routekaart-project.yaml"
    bestand.write_text(begin, encoding="utf-8")
    _, gezegd = plain(map, regels)
    staart = gezegd.rpartition("\nVraag ")[2]
    if "\nWat jullie nu kunnen doen:\n" in staart:  # the interview has come to its end
        return None, None
    for vraag in inhoud.vragen:
        kop = "Stap {}: {}".format(*inhoud.zoek_stap(vraag.stap)[1][1:3]) if vraag.stap else ""
        if f"\n{vraag.vraag}\n" in staart and (not kop or f"\n{kop}\n" in staart):
            return vraag, store.load(bestand).antwoorden.get(vraag.id)
    return None, None
