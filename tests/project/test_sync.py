"""Laptops that share one folder or one repository, with the real program in between: every answer comes together."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from itertools import count
from pathlib import Path

import pytest
from helpers.git import git
from helpers.places import README
from helpers.syncthing import Engine, settle
from helpers.world import INHOUD, NOW, World

from routekaart_cli.domain.antwoorden import Antwoord, Project, Stand
from routekaart_cli.domain.routekaart import Soort
from routekaart_cli.project import kopieen, store
from routekaart_cli.project.werk import Werk

VRAGEN = [vraag.id for vraag in INHOUD.vragen if vraag.soort in (Soort.TEKST, Soort.LANGE_TEKST)][:60]
BOTH = 20
"""So many vragen are answered on both laptops, neither knowing of the other."""
SAVES = 200
CLONES, STEPS = 20, 600
CONFLICT = "routekaart-project*.sync-conflict-*"
"""How Syncthing calls its copies."""
ROUNDS = 6
"""So often `start` may tidy on each laptop before nothing changes any more."""


def waarden(project: Project, vraag_id: str) -> list[object]:
    """Return every value that *project* has for a vraag."""
    antwoord = project.antwoorden.get(vraag_id)
    if antwoord is None:
        return []
    return [side.waarde for side in antwoord.alternatieven] or [antwoord.waarde]


class Reference:
    """What must be left: every value has a number of its own, and goes when somebody who saw it wrote another."""

    def __init__(self) -> None:
        self.written: dict[str, set[object]] = defaultdict(set)
        self.replaced: dict[str, set[object]] = defaultdict(set)
        self.numbers = count(1)

    def left(self, vraag_id: str) -> set[object]:
        return self.written[vraag_id] - self.replaced[vraag_id]

    def disagreements(self) -> int:
        return sum(len(self.left(vraag_id)) > 1 for vraag_id in VRAGEN)

    def check(self, project: Project) -> int:
        """Hold *project* against what must be left; return how many answers there are."""
        wrong = {
            vraag_id: (waarden(project, vraag_id), self.left(vraag_id))
            for vraag_id in VRAGEN
            if sorted(map(str, waarden(project, vraag_id))) != sorted(map(str, self.left(vraag_id)))
        }
        assert not wrong, f"of {len(wrong)} vragen, what stands there and what should:\n{wrong}"
        for vraag_id, antwoord in project.antwoorden.items():
            assert (antwoord.stand is Stand.ONEENS) == (len(self.left(vraag_id)) > 1)
        return len(project.antwoorden)


class Laptop:
    """A computer with a home of its own, so it writes under its own name, and a folder with the project."""

    def __init__(self, basis: Path, folder: Path, reference: Reference, off: timedelta = timedelta()) -> None:
        self.folder, self.reference = folder, reference
        self.home = basis / "home"
        self.home.mkdir(parents=True)
        self.off = off
        """How far its clock is from that of others."""
        self.file = folder / "routekaart-project.yaml"
        self.evening: Werk | None = None
        self.saved = 0
        self.said: list[str] = []

    @contextmanager
    def at_home(self) -> Iterator[None]:
        before = os.environ["HOME"]
        os.environ["HOME"] = str(self.home)
        try:
            yield
        finally:
            os.environ["HOME"] = before

    def moment(self) -> str:
        return (NOW + self.off + timedelta(minutes=self.saved)).isoformat()

    def open(self) -> Werk:
        """Begin an evening: what it knows of others comes from the file as it is now."""
        with self.at_home():
            self.evening = Werk(self.file, self.moment, self.said.append, str, evening=True).load()
        return self.evening

    def answer(self, vraag_id: str) -> None:
        self.saved += 1
        werk, value = self.evening or self.open(), f"n{next(self.reference.numbers)}"
        self.reference.replaced[vraag_id] |= set(waarden(werk.project, vraag_id))
        self.reference.written[vraag_id].add(value)
        with self.at_home():
            werk.change({vraag_id: Antwoord(Stand.GEGEVEN, value)})
        if self.off:  # files get their time from the same clock
            info = self.file.stat()
            seconds = self.off.total_seconds()
            os.utime(self.file, (info.st_atime + seconds, info.st_mtime + seconds))

    def start(self) -> str:
        """Hold a conversation that stops at the first vraag; return what it said."""
        self.evening = None
        with self.at_home():
            outcome = World(self.folder).lines(":stop")
        assert outcome.code == 0, outcome.stderr
        return outcome.stdout

    def copies(self) -> set[str]:
        """Return what Syncthing left beside the file."""
        return {file.name for file in self.folder.glob(CONFLICT)}

    def side_copies(self) -> set[str]:
        """Return what Syncthing made of the files in the folder beside it."""
        return {file.name for file in (self.folder / ".routekaart").glob(CONFLICT)}


class Shared:
    """Two laptops that share a folder by Syncthing; the clock of the second is a day behind.

    Of each file Syncthing leaves at most so many *conflicts*; with *apart*, `.routekaart` stays out of it.
    """

    def __init__(self, basis: Path, conflicts: int, *, apart: bool) -> None:
        self.reference = Reference()
        self.laptops: list[Laptop] = []
        self.engines: list[Engine] = []
        self.seen: set[str] = set()
        """The copies that Syncthing made of the file."""
        self.seen_beside: set[str] = set()
        """And those of what lies in `.routekaart`, without the former once they were put away there."""
        for name, off in (("een", timedelta()), ("twee", timedelta(days=-1))):
            folder, home = basis / name / "map", basis / name / "engine"
            for new in (folder, home):
                new.mkdir(parents=True)
            if apart:
                (folder / ".stignore").write_text(".routekaart\n", encoding="utf-8")
            self.laptops.append(Laptop(basis / name, folder, self.reference, off))
            self.engines.append(Engine(home, folder))
        for engine in self.engines:
            engine.knows(self.engines, conflicts=conflicts)

    def look(self) -> None:
        for laptop in self.laptops:
            self.seen |= laptop.copies()
            self.seen_beside |= laptop.side_copies()
        self.seen_beside -= self.seen

    def settle(self) -> None:
        settle(self.engines)
        self.look()

    def evenings(self, draw: random.Random, both: Sequence[str], others: Sequence[str]) -> None:
        """Save on both laptops; *both* are answered on each at about the same time, one of *others* on either.

        Meanwhile the Syncthing of one is off for a while, and that of the other is killed.
        """
        doing = [*both, *[""] * (SAVES - 2 * len(both) - 1)]
        draw.shuffle(doing)
        first, second = self.engines
        moments = [len(doing) * part // 6 for part in range(1, 5)]
        happens = dict(zip(moments, (second.stop, second.start, first.kill, first.start), strict=True))
        for spot, vraag_id in enumerate(doing):
            happens.get(spot, lambda: None)()
            if vraag_id:
                for laptop in self.laptops:
                    laptop.open()
                for laptop in draw.sample(self.laptops, 2):
                    laptop.answer(vraag_id)
            else:
                laptop = draw.choice(self.laptops)
                if draw.random() < 0.1:
                    laptop.open()
                laptop.answer(draw.choice(others))
            for engine in self.engines:
                if engine.process and draw.random() < 0.5:
                    engine.scan()
            time.sleep(draw.uniform(0, 0.4))
            self.look()

    def tidied(self) -> int:
        """Let `start` tidy on both, until that changes nothing any more; return how often it took."""
        for time_ in range(1, ROUNDS + 1):
            self.settle()
            before = [laptop.file.read_bytes() for laptop in self.laptops]
            for laptop in self.laptops:
                assert "Willen jullie samenvoegen" not in laptop.start()
                with laptop.at_home():  # on a terminal it would ask about these
                    assert kopieen.news(laptop.file, store.load(laptop.file)) == []
            self.settle()
            done = [laptop.file.read_bytes() for laptop in self.laptops] == before
            if done and not any(laptop.copies() for laptop in self.laptops):
                return time_
        raise AssertionError(f"not at rest after {ROUNDS} rounds: {[laptop.copies() for laptop in self.laptops]}")

    def check(self) -> int:
        """Hold both files against what must be left; return how many answers there are."""
        one, two = self.laptops
        assert one.file.read_bytes() == two.file.read_bytes()
        return self.reference.check(store.load(one.file))


@pytest.fixture(params=[(10, False), (0, True)], ids=["as Syncthing comes", "no copies and nothing beside"])
def shared(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Shared]:
    if not request.config.getoption("--volledig"):
        pytest.skip("two Syncthings take a minute; runs with --volledig")
    assert shutil.which("syncthing"), "syncthing is missing; .ci/run installs it"
    conflicts, apart = request.param
    shared = Shared(tmp_path, conflicts, apart=apart)
    try:
        for engine in shared.engines:
            engine.start()
        yield shared
    finally:
        for engine in shared.engines:
            engine.kill()


def test_two_laptops_that_share_a_folder_come_to_hold_every_answer_and_are_asked_nothing(
    shared: Shared, record_property: Callable[[str, int], None]
) -> None:
    draw = random.Random(f"{os.environ['ROUTEKAART_SEED']}-syncthing")  # no secret
    one, two = shared.laptops
    one.answer(VRAGEN[0])
    shared.settle()
    both = draw.sample(VRAGEN, BOTH)
    shared.evenings(draw, both, [vraag_id for vraag_id in VRAGEN if vraag_id not in both])
    rounds = shared.tidied()
    shared.check()
    record_property("saves on two laptops", one.saved + two.saved)
    record_property("disagreements of two laptops", shared.reference.disagreements())
    for laptop in shared.laptops:
        laptop.open()
    for spot, vraag_id in enumerate(both):  # some are settled, and no older copy brings them back
        if spot < BOTH // 2:
            shared.laptops[spot % 2].answer(vraag_id)
    rounds += shared.tidied()
    record_property("answers on both laptops", shared.check())
    assert shared.reference.disagreements() >= BOTH - BOTH // 2
    record_property("conflict copies that Syncthing made", len(shared.seen))
    record_property("conflict copies of what lies in .routekaart", len(shared.seen_beside))
    record_property("rounds until both laptops were at rest", rounds)
    record_property("copies put away in .routekaart", len(one.side_copies()))


def did(folder: Path, *args: str) -> str:
    """Run git in *folder* and return what it said; it must have worked."""
    outcome = git(folder, *args)
    assert outcome.returncode == 0, (args, outcome.stdout, outcome.stderr)
    return outcome.stdout


def commit(clone: Laptop) -> None:
    did(clone.folder, "add", "-A")
    if git(clone.folder, "diff", "--cached", "--quiet").returncode:
        did(clone.folder, "commit", "-qm", "antwoorden")


def pull(clone: Laptop) -> bool:
    """Take in what others pushed; return whether that took a merge."""
    commit(clone)
    did(clone.folder, "fetch", "-q")
    apart = bool(git(clone.folder, "merge-base", "--is-ancestor", "HEAD", "origin/main").returncode)
    behind = bool(git(clone.folder, "merge-base", "--is-ancestor", "origin/main", "HEAD").returncode)
    with clone.at_home():
        did(clone.folder, "pull", "-q", "--no-rebase", "--no-edit", "origin", "main")
    return apart and behind


@pytest.fixture
def clones(request: pytest.FixtureRequest, tmp_path: Path) -> list[Laptop]:
    """Clones of one bare repository, set up with the two lines of the README."""
    if not request.config.getoption("--volledig"):
        pytest.skip("twenty clones take minutes; runs with --volledig")
    readme = README.read_text(encoding="utf-8")
    lines = [line for line in readme.splitlines() if "merge=routekaart" in line or "merge.routekaart" in line]
    attributes, driver = (
        line.replace("routekaart samenvoegen", f"{sys.executable} -m routekaart_cli samenvoegen") for line in lines
    )
    bare, reference = tmp_path / "midden", Reference()
    found: list[Laptop] = []
    did(tmp_path, "init", "-q", "--bare", "-b", "main", str(bare))
    for number in range(CLONES):
        basis = tmp_path / f"kloon{number}"
        clone = Laptop(basis, basis / "map", reference, timedelta(hours=number * 7 - 50))
        did(tmp_path, "clone", "-q", str(bare), str(clone.folder))
        subprocess.run(["sh", "-c", driver], cwd=clone.folder, check=True)
        if not found:
            did(clone.folder, "symbolic-ref", "HEAD", "refs/heads/main")
            subprocess.run(["sh", "-c", attributes], cwd=clone.folder, check=True)
            clone.answer(VRAGEN[0])
            commit(clone)
            did(clone.folder, "push", "-q", "origin", "main")
        found.append(clone)
    return found


def test_twenty_clones_with_the_merge_driver_come_to_hold_every_answer(
    clones: list[Laptop], record_property: Callable[[str, int], None]
) -> None:
    draw = random.Random(f"{os.environ['ROUTEKAART_SEED']}-git")  # no secret
    reference, merges = clones[0].reference, 0
    for _ in range(STEPS):
        clone = draw.choice(clones)
        match draw.choices(["answer", "commit", "pull", "push"], [6, 2, 2, 2])[0]:
            case "answer":
                if draw.random() < 0.3:
                    clone.open()
                clone.answer(draw.choice(VRAGEN))
            case "commit":
                commit(clone)
            case "pull":
                merges += pull(clone)
            case "push":
                commit(clone)
                git(clone.folder, "push", "-q", "origin", "main")  # refused while it is behind: then it pulls later
    for clone in draw.sample(clones, CLONES):
        merges += pull(clone)
        did(clone.folder, "push", "-q", "origin", "main")
    for clone in clones:
        merges += pull(clone)
        answers = reference.check(store.load(clone.file))
        assert did(clone.folder, "status", "--porcelain") == ""
    assert len({clone.file.read_bytes() for clone in clones}) == 1
    assert not any(".routekaart" in name for name in did(clones[0].folder, "ls-files").split())
    record_property("saves in twenty clones", sum(clone.saved for clone in clones))
    record_property("merges by git", merges)
    record_property("answers in every clone", answers)
    record_property("disagreements of twenty clones", reference.disagreements())
