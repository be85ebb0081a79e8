"""What all tests share: a world to run in, the shipped content, and how many cases the random tests try."""

from __future__ import annotations

import os
import random
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from helpers.home import OF_SOMEBODY
from helpers.places import CONTENT, GOLDENS, SMALL_CONTENT, Golden
from helpers.world import World
from hypothesis import HealthCheck, settings

from routekaart_cli.inhoud.folder import Inhoud

CASES = (100, 500)
"""How many of each random test: in a short run, and with --volledig."""
WALKS = (480, 10_000)
MENU_WALKS = (12, 200)
TALKS = (30, 100)
WRITERS = (40, 200)
KILLS = (60, 500)
EVERY_SYSTEM_CALL = (20, 1)
FUZZ = (400, 6_800)
HISTORIES = (60, 400)

settings.register_profile("kort", max_examples=CASES[0], deadline=None, print_blob=True)
settings.register_profile(
    "volledig", max_examples=CASES[1], deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow]
)


def _count(config: pytest.Config, short_and_long: tuple[int, int]) -> int:
    return short_and_long[bool(config.getoption("--volledig"))]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--volledig", action="store_true", help="the long counts of random, kill and browser tests")
    parser.addoption(
        "--goldens", action="store_true", help="write the golden screens anew; read them before you keep them"
    )


def pytest_configure(config: pytest.Config) -> None:
    settings.load_profile("volledig" if config.getoption("--volledig") else "kort")
    # Chosen once, here, so that every worker has the same and the header can say it.
    os.environ.setdefault("ROUTEKAART_SEED", str(random.SystemRandom().randrange(2**32)))


def pytest_report_header(config: pytest.Config) -> str:
    cases, walks = _count(config, CASES), _count(config, WALKS)
    return f"random tests: {cases} cases each, {walks} walks, ROUTEKAART_SEED={os.environ['ROUTEKAART_SEED']}"


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Print what the random tests counted, and when a test failed the seed: with `-q` there is no header to say it.

    Numbers are added up, lists are put together.
    """
    total: dict[str, int] = {}
    merged: dict[str, set[str]] = {}
    for report_text in terminalreporter.stats.get("passed", []):
        for name, waarde in report_text.user_properties:
            if isinstance(waarde, list):
                merged.setdefault(name, set()).update(waarde)
            else:
                total[name] = total.get(name, 0) + waarde
    for name, waarde in (*total.items(), *((name, len(part)) for name, part in merged.items())):
        terminalreporter.write_line(f"{name}: {waarde}")
    if any(terminalreporter.stats.get(outcome) for outcome in ("failed", "error")):
        terminalreporter.write_line(f"draw the same once more: ROUTEKAART_SEED={os.environ['ROUTEKAART_SEED']}")


@pytest.fixture
def walks(request: pytest.FixtureRequest) -> int:
    """How many random walks to make in memory."""
    return _count(request.config, WALKS)


@pytest.fixture
def menu_walks(request: pytest.FixtureRequest) -> int:
    """How many random walks to make on a real terminal."""
    return _count(request.config, MENU_WALKS)


@pytest.fixture
def talks(request: pytest.FixtureRequest) -> int:
    """How many random conversations to hold with a real file."""
    return _count(request.config, TALKS)


@pytest.fixture
def writers(request: pytest.FixtureRequest) -> int:
    """How many answers each of two processes writes at the same time."""
    return _count(request.config, WRITERS)


@pytest.fixture
def kills(request: pytest.FixtureRequest) -> int:
    """How many conversations are killed at a random moment."""
    return _count(request.config, KILLS)


@pytest.fixture
def every_system_call(request: pytest.FixtureRequest) -> int:
    """At each how-manieth system call a save is killed."""
    return _count(request.config, EVERY_SYSTEM_CALL)


@pytest.fixture
def fuzz_cases(request: pytest.FixtureRequest) -> int:
    """How many odd files of each kind are tried."""
    return _count(request.config, FUZZ)


@pytest.fixture
def histories(request: pytest.FixtureRequest) -> int:
    """How many histories of a project are compared with a dictionary."""
    return _count(request.config, HISTORIES)


@pytest.fixture(autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep every test away from the settings and the project of whoever runs it."""
    monkeypatch.setenv("HOME", str(tmp_path_factory.mktemp("home")))
    for name in OF_SOMEBODY:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


@pytest.fixture
def zonnehoek(world: World, inhoud: Inhoud) -> World:
    """The world of the made-up wijk."""
    world.bestand.write_bytes((inhoud.folder / "voorbeeldproject.yaml").read_bytes())
    return world


@pytest.fixture(scope="session")
def small_inhoud(tmp_path_factory: pytest.TempPathFactory) -> Inhoud:
    """The small content of the tests, with the templates that ship."""
    folder = tmp_path_factory.mktemp("small") / "content"
    shutil.copytree(SMALL_CONTENT, folder)
    shutil.copytree(CONTENT / "sjablonen", folder / "sjablonen")
    return Inhoud(folder)


@pytest.fixture
def small(world: World, small_inhoud: Inhoud) -> World:
    """The world of the made-up group of the small content, with a change that can be turned back."""
    world.inhoud = small_inhoud
    world.bestand.write_bytes((small_inhoud.folder / "voorbeeldproject.yaml").read_bytes())
    world.run("stap", "2.2", "--status", "bezig", "--wie", "Kees [b]vet[/b] 中文 ×½")
    return world


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """A function that holds a text against the golden file with a name, its line ends too, or writes it anew.

    With --goldens it is written; a calendar has line ends of its own. The style sheet is left out: how a page looks is
    for a browser to say.
    """

    def compare(name: str, text: str) -> None:
        path = GOLDENS / name
        text = re.sub(r"(?<=<style>).*?(?=</style>)", "", text, flags=re.DOTALL)
        if request.config.getoption("--goldens"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        assert text == path.read_bytes().decode(), "if it should be so, write it anew: pytest --goldens"

    return compare


@pytest.fixture(scope="session")
def inhoud() -> Inhoud:
    """The content that ships."""
    return Inhoud()
