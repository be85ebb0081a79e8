"""Whatever moment the machine stops at: every acknowledged answer is on the disk, and the file opens."""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from helpers.places import TESTS
from helpers.world import World

from routekaart_cli.project import store

BEGIN, END = "/begin-of-the-save", "/end-of-the-save"
ONE_SAVE = f"""
import os, sys
from pathlib import Path
from routekaart_cli.domain.antwoorden import Antwoord, Stand
from routekaart_cli.domain.routekaart import Soort, Vraag
from routekaart_cli.project.werk import Werk
werk = Werk(Path(sys.argv[1]) / "routekaart-project.yaml", lambda: "", sys.stderr.write, str).load()
import filelock, tempfile
from routekaart_cli.project import sidecar, to_yaml
os.access("{BEGIN}", 0)
werk.answer(Vraag("wijk.naam", "", "", Soort.TEKST), Antwoord(Stand.GEGEVEN, "Het Zand"))
os.access("{END}", 0)
"""


@pytest.mark.how_many(25, 500)
def test_a_conversation_killed_at_a_random_moment_keeps_every_acknowledged_answer(
    how_many: int, record_property: Callable[[str, int], None]
) -> None:
    seed = int(os.environ["ROUTEKAART_SEED"])
    print(f"{how_many} kills, seed {seed}")
    outcome = subprocess.run(
        [sys.executable, "-m", "helpers.killing", str(how_many), str(seed)],
        cwd=TESTS,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr
    tallied = json.loads(outcome.stdout)
    assert tallied["underway"] > how_many // 2
    record_property("conversations killed at a random moment", tallied["kills"])
    record_property("of which within a save", tallied["within a save"])


def strace(folder: Path, *args: str) -> list[tuple[str, str]]:
    """Run one save under strace with *args*; return each system call: its name and the whole line."""
    log = folder.parent / "log"
    subprocess.run(
        ["strace", "-qq", "-o", str(log), *args, sys.executable, "-c", ONE_SAVE, str(folder)],
        env={**os.environ, "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1"},
        check=False,
        capture_output=True,
    )
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    return [(name[1], line) for line in lines if (name := re.match(r"(\w+)\(", line))]


# A short run kills at one in twenty, a long one at each.
@pytest.mark.how_many(20, 1)
@pytest.mark.skipif(not shutil.which("strace"), reason="strace is not installed; .ci/run installs it")
def test_a_save_killed_at_any_system_call_leaves_the_old_answer_or_the_new_one(
    tmp_path: Path, how_many: int, record_property: Callable[[str, int], None]
) -> None:
    start = tmp_path / "begin"
    start.mkdir()
    World(start).start("wijk.naam=De Weide", "wijk.gemeente=Zwolle")
    (tmp_path / "proef").mkdir()
    folder = tmp_path / "proef" / "map"
    shutil.copytree(start, folder)
    calls = strace(folder)
    where = [index for index, (_, line) in enumerate(calls) if BEGIN in line or END in line]
    during = range(where[0] + 1, where[1])
    assert sum(calls[index][0] in ("fsync", "rename") for index in during) >= 4
    first = random.Random(int(os.environ["ROUTEKAART_SEED"])).randrange(how_many)
    hit_at = 0
    for index in during[first::how_many]:
        name = calls[index][0]
        which_one = sum(other == name for other, _ in calls[: index + 1])
        shutil.rmtree(folder)
        shutil.copytree(start, folder)
        done = strace(folder, "-e", f"inject={name}:signal=KILL:when={which_one}")
        hit_at += any(BEGIN in line for _, line in done) and not any(END in line for _, line in done)
        antwoorden = store.load(folder / "routekaart-project.yaml").antwoorden
        assert antwoorden["wijk.naam"].waarde in ("De Weide", "Het Zand")
        assert antwoorden["wijk.gemeente"].waarde == "Zwolle"
        assert World(folder).run("status").code == 0
    # Not all: where lines are counted, a run makes a few calls more or fewer than the one before.
    assert hit_at > len(during[first::how_many]) * 0.7
    record_property("system calls of a save at which it was killed", hit_at)
