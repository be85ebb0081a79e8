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
from helpers.walking import passend, up_to
from helpers.world import NU, Stroom

from routekaart_cli.domain import intake
from routekaart_cli.domain.antwoorden import Antwoord, Project, Stand
from routekaart_cli.domain.routekaart import Vraag
from routekaart_cli.environment.world import Environment
from routekaart_cli.gesprek.given import parse_gegeven
from routekaart_cli.gesprek.route import route
from routekaart_cli.gesprek.tafel import Gestopt
from routekaart_cli.gesprek.verloop import Gesprek
from routekaart_cli.gesprek.vragers.asker import Opdracht, Reactie, Scherm
from routekaart_cli.gesprek.vragers.lines import LinesAsker
from routekaart_cli.gesprek.werk import Werk
from routekaart_cli.inhoud.folder import Inhoud
from routekaart_cli.project import from_yaml, to_yaml
from routekaart_cli.yaml_fields.fields import Reader

DELEN = 8
ONZIN = ("", "", "x", "99", ":onzin", "é 🎉 \x1b[31m", "a: 'b' [c]", "::dubbel", "-1", "32-13-2027", "[/b]", "=1+1")
OPDRACHTEN = ("<", "<", "?", ":later", ":overzicht", ":wis", ":oneens", "weet ik nog niet")


class GeheugenWerk(Werk):
    """A project that is kept in memory only."""

    def _save(self, project: Project) -> None:
        self.project = project


class Teletype(Stroom):
    """Paper: what is printed stays. It refuses whatever could move, redraw or mean something by its looks alone."""

    MAG_NIET = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2190-\u21ff\u2500-\u25ff\u2713-\u2718»]")

    def write(self, tekst: str) -> int:
        assert not self.MAG_NIET.search(tekst), f"not for paper: {tekst!r}"
        return super().write(tekst)


@dataclass
class Groep:
    """Who sits at the table: chooses each line with *kans*, after *over* lines there is no more."""

    kans: random.Random
    over: int
    scherm: Scherm | None = None
    getypt: str = ""

    def isatty(self) -> bool:
        return False

    def readline(self) -> str:
        if self.over <= 0:
            return ""
        self.over -= 1
        assert self.scherm
        soort = self.kans.random()
        if soort < 0.62:
            self.getypt = passend(self.scherm.vraag, self.kans)
        else:
            self.getypt = self.kans.choice(OPDRACHTEN if soort < 0.85 else ONZIN)
        return f"{self.getypt}\n"


@dataclass
class Getuige:
    """Asks through plain lines, and watches that every step keeps the promises."""

    werk: GeheugenWerk
    groep: Groep
    uit: Teletype
    gevraagd: list[str] = field(default_factory=list)
    gegeven: int = 0
    _vorige: tuple[Scherm, Reactie, Any] | None = None
    _gezegd: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._lines = LinesAsker(self.groep, self.uit, 80)  # type: ignore[arg-type]
        self._vragen = {vraag.id: vraag for vraag in self.werk.env.inhoud.vragen}

    def tell(self, tekst: str) -> None:
        self._gezegd.append(tekst)
        self._lines.tell(tekst)

    def confirm_saved(self, woorden: str) -> None:
        self._lines.confirm_saved(woorden)

    def ask(self, scherm: Scherm) -> Reactie:
        nu = self.werk.project.antwoorden
        if self._vorige:
            self._check_step(*self._vorige, scherm)
        self._gezegd = []
        self.groep.scherm = scherm
        reactie = self._lines.ask(scherm)
        if scherm.vraag.id in self._vragen and scherm.kop.startswith("Vraag "):
            self.gevraagd.append(scherm.vraag.id)
        if self._whole(scherm):
            self._check_given(scherm, reactie)
        if self.groep.getypt == "" and scherm.huidig and self.groep.over >= 0:
            assert reactie in (Opdracht.BEHOUD, Opdracht.STOP)
        self._vorige = (scherm, reactie, nu)
        return reactie

    def _check_step(self, eerder: Scherm, reactie: Reactie, vooraf: Any, scherm: Scherm) -> None:
        erna = self.werk.project.antwoorden
        if reactie is Opdracht.BEHOUD and eerder.huidig:
            assert erna == vooraf, "Enter changed something"
        afstand, nieuwe = distance(eerder), distance(scherm)
        stap_verder = isinstance(reactie, Antwoord) and self._whole(eerder)
        eerste_keer = eerder.vraag.id not in vooraf and scherm.vraag.id not in erna
        if stap_verder and afstand and nieuwe and afstand[0] == nieuwe[0] and eerste_keer:
            gedaan = reactie != Antwoord(Stand.LATER)  # what is put off, still comes
            assert afstand[1] - gedaan <= nieuwe[1] <= nieuwe[2] <= afstand[2] - gedaan, (eerder.kop, scherm.kop)
        if erna is not vooraf and self._whole(eerder):
            vragen = [vraag for deel in route(self.werk.env.inhoud, vooraf) for vraag in deel.vragen]
            eerst, straks = set(intake.geparkeerd(vragen, vooraf)), set(intake.geparkeerd(vragen, erna))
            if straks - eerst:
                assert any("door deze verandering" in zin.lower() for zin in self._gezegd)
            if eerst - straks:
                assert any(zin.endswith("nu weer.") for zin in self._gezegd)

    def _whole(self, scherm: Scherm) -> bool:
        """Is this a vraag in its place in the interview, and no menu or field of a lijst, nor one more opinion?"""
        return self._vragen.get(scherm.vraag.id) is scherm.vraag and scherm.kop.startswith("Vraag ")

    def _check_given(self, scherm: Scherm, reactie: Reactie) -> None:
        """What was typed here, given with the command instead, is the same answer."""
        if isinstance(reactie, Antwoord) and self.groep.getypt:
            gegeven = parse_gegeven(self.werk.env, [f"{scherm.vraag.id}={self.groep.getypt}"], "", "")
            assert gegeven[scherm.vraag.id].zelfde(reactie)
            self.gegeven += 1


def distance(scherm: Scherm) -> tuple[str, int, int] | None:
    """Return the part, the fewest and the most vragen to come that *scherm* tells; None where it tells none."""
    kop = re.match(r"Vraag \d+\. (.*?)[.?] ((?:Nog|De laatste).*)\.$", scherm.kop.partition("\n")[0])
    if not kop:
        return None
    getallen = [int(getal) for getal in re.findall(r"\d+", kop[2])] or [1]
    return kop[1], getallen[0], getallen[-1]


def walk(doel: Vraag, inhoud: Inhoud, kans: random.Random) -> tuple[Getuige, Callable[[str], Gesprek]]:
    """Hold one conversation that begins at *doel*; return its witness, and a way to hold one more with given lines."""
    uit = Teletype()
    env = Environment(Path("/"), {}, (Stroom(), uit, uit), klok=lambda: NU)
    env.inhoud = inhoud
    werk = GeheugenWerk(env, Path("/routekaart-project.yaml"), up_to(doel, inhoud, kans))
    getuige = Getuige(werk, Groep(kans, kans.randrange(4, 16)), uit)
    with contextlib.suppress(Gestopt):
        Gesprek(werk, getuige).run()

    def verder(regels: str) -> Gesprek:
        gesprek = Gesprek(werk, LinesAsker(Stroom(regels), uit, 80))
        with contextlib.suppress(Gestopt):
            gesprek.run()
        return gesprek

    return getuige, verder


def check_end(getuige: Getuige, verder: Callable[[str], Gesprek], stappen: int) -> None:
    """After a walk: the file reads back, *stappen* back and on changes nothing, and every vraag can be answered."""
    werk, inhoud = getuige.werk, getuige.werk.env.inhoud
    reader = Reader("bestand")
    fields = reader.fields(reader.parse(to_yaml.dump(werk.project).encode()))
    assert from_yaml.project(fields).antwoorden == werk.project.antwoorden
    reader.finish()
    vragen = [vraag for deel in route(inhoud, werk.project.antwoorden) for vraag in deel.vragen]
    if intake.next_vraag(vragen, werk.project.antwoorden):
        terug = min(stappen, len(intake.pad(vragen, werk.project.antwoorden)) - 1)
        begin, vooraf = getuige.uit.tell(), werk.project.antwoorden
        verder("<\n" * terug + "\n" * terug)
        assert werk.project.antwoorden == vooraf
        nummers = [int(n) for n in re.findall(r"^Vraag (\d+)\.", getuige.uit.getvalue()[begin:], re.MULTILINE)]
        assert nummers == [*range(nummers[0], nummers[0] - terug, -1), *range(nummers[0] - terug, nummers[0] + 1)]
    project = werk.project
    for _ in range(len(inhoud.vragen)):
        vragen = [vraag for deel in route(inhoud, project.antwoorden) for vraag in deel.vragen]
        vraag = intake.next_vraag(vragen, project.antwoorden)
        if vraag is None:
            return
        project = project.met(vraag.id, Antwoord(Stand.WEET_NIET))
    pytest.fail("no end to the vragen")


@pytest.mark.parametrize("deel", range(DELEN))
def test_every_random_walk_keeps_every_promise(
    inhoud: Inhoud, wandelingen: int, deel: int, record_property: Callable[[str, object], None]
) -> None:
    seed = os.environ["ROUTEKAART_SEED"]
    vragen = inhoud.vragen
    bereikt: set[str] = set()
    gesteld = vergeleken = 0
    aantal = range(deel, wandelingen, DELEN)
    for nummer in aantal:
        kans = random.Random(f"{seed}-{nummer}")
        doel = vragen[nummer % len(vragen)]
        try:
            getuige, verder = walk(doel, inhoud, kans)
            assert getuige.gevraagd[0] == doel.id
            check_end(getuige, verder, 1000 if nummer % 40 == 0 else 4)
        except BaseException:
            print(f"ROUTEKAART_SEED={seed} failed in walk {nummer}, at {doel.id}")
            raise
        bereikt |= set(getuige.gevraagd)
        gesteld += len(getuige.gevraagd)
        vergeleken += getuige.gegeven
    assert {vragen[nummer % len(vragen)].id for nummer in aantal} <= bereikt
    record_property("walks", len(aantal))
    record_property("questions in walks", gesteld)
    record_property("answers compared with given answers", vergeleken)
    record_property("vragen reached", sorted(bereikt))
