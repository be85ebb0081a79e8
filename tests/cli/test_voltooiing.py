"""Completion: what can come next, and a real bash and zsh that ask for it."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pexpect
import pyte
import pytest
from helpers.world import World

from routekaart_cli.cli.app import COMMANDS
from routekaart_cli.inhoud.folder import Inhoud

BIN = Path(sys.executable).parent


def options(world: World, *earlier: str, current: str = "") -> list[str]:
    """Return what can be typed for the word *current* after the words *earlier*."""
    outcome = world.run("voltooiing", "--voor", f"={current}", "--", *earlier)
    assert (outcome.code, outcome.stderr) == (0, "")
    return [line.partition("\t")[0] for line in outcome.stdout.splitlines()]


def test_a_command_is_completed(world: World) -> None:
    assert options(world, current="ter") == ["terugdraaien"]
    assert options(world) == [opdracht.naam for opdracht in COMMANDS]


def test_an_option_of_the_command_and_of_all_commands_is_completed(world: World) -> None:
    assert options(world, "stap", "2.1", current="--st") == ["--status"]
    assert {"--geen-kleur", "--no-color", "--json"} <= set(options(world, "stap", current="--"))
    assert "--voor" not in options(world, "voltooiing", current="--")


@pytest.mark.parametrize(
    ("earlier", "current", "expected"),
    [
        (["fase"], "3", ["3"]), (["fase"], "ver", ["verdiepen"]), (["tips"], "g", ["gemeente"]),
        (["start", "--fase"], "b", ["besluiten"]), (["stap"], "verdiepen.b", ["verdiepen.businesscase"]),
        (["stap"], "3.2", ["3.2"]), (["stap", "2.1", "--status"], "k", ["klaar"]),
        (["begrippen"], "hybride", ["hybride warmtepomp"]), (["contact"], "fr", ["fryslan"]),
        (["hulp"], "toeg", ["toegankelijkheid"]), (["hulp"], "stat", ["status"]),
        (["voorbeelden"], "verdiepen.voorbeeld.z", ["verdiepen.voorbeeld.zet-m-op-60"]),
        (["nakijken"], "wijk.na", ["wijk.naam"]), (["voltooiing"], "z", ["zsh"]),
        (["inhoud"], "s", ["schema"]),
        (["-p", "ergens.yaml", "fase"], "4", ["4"]), (["fase", "3"], "", []), (["onbekend"], "", []),
        (["export", "--formaat"], "i", ["ics"]), (["werkblad", "--formaat"], "y", ["yaml"]),
        (["export"], "", []), (["start", "--antwoorden"], "", []),
        (["begrippen"], "vve", ["VvE"]), (["begrippen"], "wc", ["Wcw"]), (["contact"], "Dr", ["drenthe"]),
        (["contact"], "fries", ["Friesland"]), (["fase"], "Ver", ["verdiepen"]),
        (["stap"], "bus", ["verdiepen.businesscase"]), (["stap", "2.1"], "--status=k", ["--status=klaar"]),
        (["stap", "2.1"], "--json=", []),
    ],
)  # fmt: skip
def test_the_value_of_each_kind_is_completed(
    world: World, earlier: list[str], current: str, expected: list[str]
) -> None:
    assert options(world, *earlier, current=current) == expected


def test_everything_that_has_a_name_is_completed(world: World, inhoud: Inhoud) -> None:
    assert {stap.id for fase in inhoud.all_fasen for stap in fase.stappen} <= set(options(world, "stap"))
    assert {begrip.woord for begrip in inhoud.begrippen} == set(options(world, "begrippen"))
    assert {part.provincie for part in inhoud.contact.federaties} <= set(options(world, "contact"))


class Shell:
    """A real shell on a terminal, with routekaart and its completion, and what a person sees."""

    def __init__(self, folder: Path, *opdracht: str) -> None:
        environ = {
            **os.environ, "PATH": f"{BIN}:{os.environ['PATH']}", "TERM": "xterm", "LANG": "C.UTF-8", "PS1": "$ ",
            "HOME": str(folder),
        }  # fmt: skip
        self.turn = pyte.Screen(150, 50)
        self._stroom = pyte.Stream(self.turn)
        self._kind: Any = pexpect.spawn(
            opdracht[0], list(opdracht[1:]), cwd=str(folder), env=environ, encoding="utf-8", dimensions=(50, 150)
        )

    def type(self, keys: str) -> None:
        self._kind.send(keys)

    def until(self, line: str) -> None:
        """Read until *line* stands on a line of its own."""
        end = time.monotonic() + 20
        while line not in [seen.rstrip() for seen in self.turn.display]:
            assert time.monotonic() < end, "\n".join(seen.rstrip() for seen in self.turn.display if seen.strip())
            with contextlib.suppress(pexpect.TIMEOUT):
                self._stroom.feed(self._kind.read_nonblocking(65536, timeout=0.2))


@pytest.fixture(params=["bash", "zsh"])
def shell(request: pytest.FixtureRequest, tmp_path: Path) -> Shell:
    name = request.param
    if not shutil.which(name):
        assert not request.config.getoption("--volledig"), f"{name} is needed for the whole run"
        pytest.skip(f"{name} is not installed")
    shell = Shell(tmp_path, name, *(["--norc", "--noprofile"] if name == "bash" else ["-f"]))
    start = "" if name == "bash" else "PS1='$ '; autoload -Uz compinit; compinit -u -D; "
    shell.type(f"{start}source <(routekaart voltooiing {name}); clear; echo kl''aar\r")
    shell.until("klaar")
    return shell


@pytest.mark.one_in(5)
@pytest.mark.parametrize(
    ("start", "becomes"),
    [
        ("terugd", "terugdraaien"),
        ("fase verd", "fase verdiepen"),
        ("stap verdiepen.bus", "stap verdiepen.businesscase"),
        ("stap 2.1 --stat", "stap 2.1 --status"),
        ("stap 2.1 --status past", "stap 2.1 --status past-niet"),
        ("begrippen hybr", r"begrippen hybride\ warmtepomp"),
        ("contact frys", "contact fryslan"),
        ("contact Dren", "contact drenthe"),
        ("begrippen wc", "begrippen Wcw"),
        ("stap busi", "stap verdiepen.businesscase"),
        (r"begrippen hybride\ w", r"begrippen hybride\ warmtepomp"),
        ('begrippen "hybride w', 'begrippen "hybride warmtepomp"'),
        ("stap 2.1 --status=past", "stap 2.1 --status=past-niet"),
        ("export mijn-p", "export mijn-plan.md"),
    ],
)
def test_a_real_shell_completes(shell: Shell, tmp_path: Path, start: str, becomes: str) -> None:
    (tmp_path / "mijn-plan.md").touch()
    shell.type(f"routekaart {start}\t")
    shell.until(f"$ routekaart {becomes}")


@pytest.mark.skipif(not shutil.which("fish"), reason="fish is not installed")
@pytest.mark.parametrize(
    ("start", "becomes"),
    [
        ("fase ver", "verdiepen"), ("stap 2.1 --status pas", "past-niet"), ("begrippen hybr", "hybride warmtepomp"),
        ("", "start"), ("begrippen wc", "Wcw"), ("contact Dr", "drenthe"),
        ("stap 2.1 --status=past", "--status=past-niet"),
    ],
)  # fmt: skip
def test_fish_completes(tmp_path: Path, start: str, becomes: str) -> None:
    done = subprocess.run(
        ["fish", "--no-config", "-c", f"routekaart voltooiing fish | source; complete -C 'routekaart {start}'"],
        cwd=tmp_path, capture_output=True, check=True, encoding="utf-8",
        env={**os.environ, "PATH": f"{BIN}:{os.environ['PATH']}", "HOME": str(tmp_path)},
    )  # fmt: skip
    assert becomes in [line.partition("\t")[0] for line in done.stdout.splitlines()]
