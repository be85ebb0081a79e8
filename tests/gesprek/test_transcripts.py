"""Whole conversations in plain lines, as people see them: each is a golden file, read before it was accepted."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from helpers.places import Golden
from helpers.world import World

from routekaart_cli import files

BEGIN = ("De Weide", "Zwolle", "2", "1")
"""The first vragen, of a group that has nothing yet."""
WIJK, GROEP, FASE, REVIEW, STOP = "1", "2", "3", "6", ":stop"
"""What to choose from the list of parts."""


@pytest.fixture
def talk(small_world: World, golden: Golden) -> Talk:
    return Talk(small_world, golden)


class Talk:
    """Holds sessions of one conversation and compares all that was said."""

    def __init__(self, world: World, golden: Golden) -> None:
        self.world, self._golden = world, golden
        self._said: list[str] = []

    def lines(self, *lines: str) -> None:
        self.run("start", "--toegankelijk", source="".join(f"{line}\n" for line in lines))

    def run(self, *args: str, source: str = "") -> None:
        outcome = self.world.run(*args, source=source)
        code = f"[exitcode {outcome.code}]\n" if outcome.code else ""
        said = (outcome.stdout + outcome.stderr).replace(str(self.world.folder.parent), "MAP")
        self._said.append(f"$ routekaart {' '.join(args)}\n{said}{code}")

    def compare(self, name: str) -> None:
        self._golden(f"gesprekken/{name}.txt", "\n".join(self._said))


def test_the_first_evening(talk: Talk) -> None:
    talk.lines(*BEGIN, WIJK, "?", "ongeveer 350", "1 2", "", GROEP, "", "De huizen zijn koud.", ":later", STOP)
    talk.compare("eerste-avond")


def test_stopped_and_back_again(talk: Talk) -> None:
    talk.lines("De Weide", STOP)
    talk.lines("<", "De Weide-Zuid", "Zwolle")
    talk.lines("weet ik nog niet", "1", STOP)
    talk.compare("terug")


def test_everything_is_done(talk: Talk) -> None:
    talk.lines(*BEGIN, FASE, "klaar 1 2", "Een groep van twaalf mensen.", "", STOP)
    talk.lines(FASE, "", STOP)
    talk.compare("klaar")


def test_a_disagreement(talk: Talk) -> None:
    talk.lines("De Weide", ":oneens", "Zwolle (Fatima)", ":stop")
    talk.lines(":oneens", "Hattem", "Kees", "klaar", STOP)
    talk.run("nakijken", "wijk.gemeente", "--toegankelijk", source="Zwolle\n")
    talk.compare("oneens")


def test_a_lijst(talk: Talk) -> None:
    talk.lines(*BEGIN)
    people = ("erbij", "Fatima, Tom en Ravi", "veranderen", "2", "", "penningmeester", "06-00000001", "klaar")
    talk.run("nakijken", "groep.mensen", "--toegankelijk", source="\n".join((*people, "")))
    talk.run("nakijken", "groep.woordvoerder", "--toegankelijk", source="Fatima\n")
    costs = ("erbij", "Zaal", "€ 600", "erbij", "Drukwerk", "99,50", "klaar")
    talk.run("nakijken", "geld.begroting", "--toegankelijk", source="\n".join((*costs, "")))
    talk.compare("lijst")


def test_a_save_that_fails(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    talk.lines("De Weide")

    def full(path: Path, *_args: object, **_options: object) -> None:
        raise files.refused(path, OSError(errno.ENOSPC, ""))

    with monkeypatch.context() as disk:
        disk.setattr(files, "write_atomic", full)
        talk.lines("Zwolle")
    talk.lines("Zwolle", STOP)
    talk.compare("schijf-vol")


def test_two_laptops(talk: Talk) -> None:
    talk.lines(*BEGIN)
    ours = talk.world.bestand
    other = World(talk.world.folder / "laptop-twee", inhoud=talk.world.inhoud)
    other.folder.mkdir()
    other.bestand.write_bytes(ours.read_bytes())
    other.start("groep.naam=Weide Warm", "wijk.woningen=340")
    talk.world.start("wijk.woningen=350")
    other.bestand.rename(ours.with_name("routekaart-project.sync-conflict-20261125-201403-ABCDEFG.yaml"))
    talk.lines("", STOP)
    talk.run("nakijken", "wijk.woningen", "--toegankelijk", source="345\n")
    talk.run("terugdraaien")
    talk.compare("twee-laptops")


def test_the_end_of_an_evening(talk: Talk) -> None:
    talk.lines(*BEGIN, FASE, "bezig 1", "overslaan", "Fatima, 9 december", "Tom", "", STOP)
    talk.run("agenda", "--kort")
    talk.compare("einde-avond")
