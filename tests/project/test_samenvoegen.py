"""Two windows, two laptops: what both kept is kept, and what they disagree on stands side by side."""

from __future__ import annotations

import contextlib
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from helpers.project_file import window
from helpers.world import World

from routekaart_cli.domain.antwoorden import Alternatief, Antwoord, Project, Stand, Waarde
from routekaart_cli.domain.routekaart import Soort, Vraag
from routekaart_cli.dutch.opdrachten import spelled
from routekaart_cli.errors import WriteFailed
from routekaart_cli.project import sidecar, store

EARLY, LATER, LAST = (f"2026-11-2{day}T20:00:00+00:00" for day in (1, 2, 3))
JAN, FATIMA, ELS = ({"naam": name} for name in ("Jan", "Fatima", "Els"))


def says(waarde: Waarde, gewijzigd: str = EARLY, by_whom: str = "") -> Antwoord:
    return Antwoord(Stand.GEGEVEN, waarde, gewijzigd, by_whom)


def oneens(antwoord: Antwoord) -> list[Waarde]:
    assert antwoord.stand is Stand.ONEENS
    return [side.waarde for side in antwoord.alternatieven]


# Two windows on one file


NAME, GEMEENTE = (Vraag(name, name, name, Soort.TEKST) for name in ("wijk.naam", "wijk.gemeente"))


@pytest.mark.parametrize("exists", [True, False], ids=["existing", "new"])
def test_two_windows_that_answer_different_vragen_keep_both(world: World, *, exists: bool) -> None:
    if exists:
        world.start("wijk.woningen=350")
    one, other = window(world.folder), window(world.folder)
    one.answer(NAME, says("De Weide"))
    other.answer(GEMEENTE, says("Zwolle"))
    inside = store.load(world.bestand).antwoorden
    assert (inside["wijk.naam"].waarde, inside["wijk.gemeente"].waarde) == ("De Weide", "Zwolle")
    assert len(inside) == 2 + exists


def test_two_windows_that_answer_the_same_vraag_keep_both_and_it_is_said(world: World) -> None:
    said_by_other: list[str] = []
    one, other = window(world.folder), window(world.folder, said_by_other)
    one.answer(NAME, says("De Weide"))
    other.answer(NAME, says("Het Zand"))
    assert oneens(store.load(world.bestand).antwoorden["wijk.naam"]) == ["De Weide", "Het Zand"]
    assert "iemand anders gaf intussen een ander antwoord" in " ".join(said_by_other)
    assert "routekaart nakijken wijk.naam" in spelled(" ".join(said_by_other))


def test_a_file_that_was_taken_away_while_we_worked_comes_back_whole(world: World) -> None:
    world.start("wijk.naam=De Weide")
    werk = window(world.folder)
    world.bestand.unlink()
    werk.answer(GEMEENTE, says("Zwolle"))
    assert list(store.load(world.bestand).antwoorden) == ["wijk.gemeente", "wijk.naam"]


WRITER = """
import sys
from pathlib import Path
from routekaart_cli.domain.antwoorden import Antwoord, Stand
from routekaart_cli.domain.routekaart import Soort, Vraag
from routekaart_cli.project.werk import Werk
map, wie, zelfde, hoeveel = sys.argv[1:]
werk = Werk(Path(map) / "routekaart-project.yaml", lambda: "", sys.stderr.write, str).load()
for n in range(int(hoeveel)):
    naam = f"v{n}" if zelfde == "zelfde" else f"{wie}{n}"
    if naam not in werk.project.antwoorden:  # as in the conversation: what has an answer is not asked
        werk.answer(Vraag(naam, naam, naam, Soort.TEKST), Antwoord(Stand.GEGEVEN, f"{wie} zegt {n}"))
        print(f"{wie} zegt {n}")
"""


@pytest.mark.how_many(40, 200)
@pytest.mark.parametrize("what", ["zelfde", "ander"])
def test_two_processes_that_write_at_the_same_time_lose_nothing(
    world: World, what: str, how_many: int, record_property: Callable[[str, int], None]
) -> None:
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, str(world.folder), wie, what, str(how_many)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        for wie in ("a", "b")
    ]
    said = [line for process in processes for line in process.communicate(timeout=300)[0].splitlines()]
    assert [process.returncode for process in processes] == [0, 0]
    sides = [a.alternatieven or (Alternatief(a.waarde),) for a in store.load(world.bestand).antwoorden.values()]
    assert sorted(str(side.waarde) for part in sides for side in part) == sorted(said)
    assert len(sides) == (how_many if what == "zelfde" else 2 * how_many)
    record_property("answers of two processes at once", len(said))


# A shared folder, where there is no lock and an old file may come back


@pytest.fixture
def no_lock(monkeypatch: pytest.MonkeyPatch) -> None:
    @contextlib.contextmanager
    def not_these(*_: object) -> Iterator[bool]:
        yield False

    monkeypatch.setattr(sidecar, "locked", not_these)


@pytest.mark.usefixtures("no_lock")
def test_an_answer_that_somebody_overwrote_without_a_lock_comes_back(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.start("wijk.woningen=350")
    said: list[str] = []
    one, other = window(world.folder, said), window(world.folder)
    real = store.save

    def met_iemand_ertussen(path: Path, new: Project, first: Callable[[bytes], None]) -> object:
        monkeypatch.setattr(store, "save", real)
        one.answer(NAME, says("De Weide"))
        return real(path, new, first)

    monkeypatch.setattr(store, "save", met_iemand_ertussen)
    other.answer(Vraag("groep.naam", "", "", Soort.TEKST), says("Warm"))
    assert "wijk.naam" not in store.load(world.bestand).antwoorden
    one.answer(GEMEENTE, says("Zwolle"))
    assert set(store.load(world.bestand).antwoorden) == {"wijk.woningen", "wijk.naam", "wijk.gemeente", "groep.naam"}


def test_answers_of_this_session_survive_a_shared_folder_that_puts_an_older_file_back(world: World) -> None:
    world.start("wijk.woningen=350", "wijk.naam=Oud")
    parent = world.bestand.read_bytes()
    werk = window(world.folder)
    werk.answer(NAME, says("De Weide"))
    werk.answer(Vraag("groep.naam", "", "", Soort.TEKST), says("Warm"))
    werk.clear(Vraag("wijk.woningen", "", "", Soort.GETAL))
    world.bestand.write_bytes(parent)
    werk.answer(GEMEENTE, says("Zwolle"))
    antwoorden = store.load(world.bestand).antwoorden
    assert {name: antwoord.waarde for name, antwoord in antwoorden.items()} == {
        "wijk.naam": "De Weide", "groep.naam": "Warm", "wijk.gemeente": "Zwolle",
    }  # fmt: skip


def test_what_another_window_took_away_or_changed_knowingly_stays_so(world: World) -> None:
    said: list[str] = []
    one = window(world.folder, said)
    one.answer(NAME, says("De Weide"))
    one.answer(GEMEENTE, says("Zwolle"))
    other = window(world.folder)
    other.clear(NAME)
    other.answer(GEMEENTE, says("Kampen"))
    one.answer(Vraag("groep.naam", "", "", Soort.TEKST), says("Warm"))
    antwoorden = store.load(world.bestand).antwoorden
    assert {name: antwoord.waarde for name, antwoord in antwoorden.items()} == {
        "wijk.gemeente": "Kampen", "groep.naam": "Warm",
    }  # fmt: skip
    assert not said


def test_what_another_program_wrote_just_after_us_is_seen(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    werk = window(world.folder)
    real = Path.replace

    def met_iemand_erna(self: Path, target: Path) -> Path:
        outcome = real(self, target)
        if target == world.bestand:
            monkeypatch.setattr(Path, "replace", real)
            text = target.read_text(encoding="utf-8")
            text = text.replace("antwoorden:\n", "antwoorden:\n  groep.naam: {waarde: Warm}\n")
            target.write_text(text, encoding="utf-8")
        return outcome

    monkeypatch.setattr(Path, "replace", met_iemand_erna)
    werk.answer(NAME, says("De Weide"))
    werk.answer(GEMEENTE, says("Zwolle"))
    assert list(store.load(world.bestand).antwoorden) == ["groep.naam", "wijk.gemeente", "wijk.naam"]


def test_a_failed_save_that_is_tried_often_is_one_change(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world.start("wijk.naam=Een")
    world.start("wijk.naam=Twee")
    werk = window(world.folder)
    real, left_over = store.save, iter(range(30))

    def vol(path: Path, new: Project, first: Callable[[bytes], None]) -> object:
        if next(left_over, None) is None:
            return real(path, new, first)
        raise WriteFailed("vol")

    monkeypatch.setattr(store, "save", vol)
    werk.ask_again = lambda _: True
    werk.answer(NAME, says("Drie"))
    for earlier in ("Twee", "Een"):
        world.run("terugdraaien")
        assert store.load(world.bestand).antwoorden["wijk.naam"].waarde == earlier


def test_a_file_that_is_broken_for_a_moment_ends_nothing(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world.start("wijk.naam=De Weide")
    werk = window(world.folder)
    whole = world.bestand.read_bytes()
    world.bestand.write_bytes(whole[:60])
    monkeypatch.setattr("time.sleep", lambda _: world.bestand.write_bytes(whole))
    werk.answer(GEMEENTE, says("Zwolle"))
    assert list(store.load(world.bestand).antwoorden) == ["wijk.gemeente", "wijk.naam"]


def test_keys_we_do_not_know_that_somebody_edits_meanwhile_stay_edited(world: World) -> None:
    world.bestand.write_text(
        "formaat: 1\nkleur: rood\noud: ja\nantwoorden:\n  wijk.naam: {waarde: x, tint: rood}\n", encoding="utf-8"
    )
    werk = window(world.folder)
    world.bestand.write_text(
        "formaat: 1\nkleur: blauw\nantwoorden:\n  wijk.naam: {waarde: x, tint: blauw}\n", encoding="utf-8"
    )
    werk.answer(GEMEENTE, says("Zwolle"))
    after = store.load(world.bestand)
    assert after.unknown == {"kleur": "blauw"}
    assert after.antwoorden["wijk.naam"].unknown == {"tint": "blauw"}
