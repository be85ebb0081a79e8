"""What all tests share: a world to run in, the shipped content, and how many cases the random tests try."""

from __future__ import annotations

import os
import random
import re
import shutil
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from helpers.home import OF_SOMEBODY
from helpers.places import CONTENT, GOLDENS, SMALL_CONTENT, Golden
from helpers.terminal import Terminal
from helpers.world import World
from hypothesis import HealthCheck, settings

from routekaart_cli.inhoud.folder import Inhoud

settings.register_profile("kort", max_examples=50, deadline=None, print_blob=True)
settings.register_profile(
    "volledig", max_examples=500, deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow]
)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--volledig", action="store_true", help="the long counts of random, kill and browser tests")
    parser.addoption(
        "--goldens", action="store_true", help="write the golden screens anew; read them before you keep them"
    )


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "how_many(short, long): how many cases a random test tries")
    config.addinivalue_line("markers", "one_in(count): of the cases of this test, the short run tries one in so many")
    settings.load_profile("volledig" if config.getoption("--volledig") else "kort")
    # Chosen once, here, so that every worker has the same and the header can say it.
    os.environ.setdefault("ROUTEKAART_SEED", str(random.SystemRandom().randrange(2**32)))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out of the short run what a marker `one_in` says; take a count that no number of values has as a factor.

    Then each value of each parameter is still in it.
    """
    if config.getoption("--volledig"):
        return
    seen: Counter[str] = Counter()
    kept: list[pytest.Item] = []
    left_out: list[pytest.Item] = []
    for item in items:
        marker, name = item.get_closest_marker("one_in"), item.nodeid.partition("[")[0]
        (left_out if marker and seen[name] % marker.args[0] else kept).append(item)
        seen[name] += 1
    config.hook.pytest_deselected(items=left_out)
    items[:] = kept


def pytest_report_header() -> str:
    return f"random tests: ROUTEKAART_SEED={os.environ['ROUTEKAART_SEED']}"


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
def how_many(request: pytest.FixtureRequest) -> int:
    """How many cases a random test tries: of its marker `how_many`, the first, or with --volledig the second."""
    short, long = request.node.get_closest_marker("how_many").args
    return int(long if request.config.getoption("--volledig") else short)


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
def small_world(world: World, small_inhoud: Inhoud) -> World:
    """The world of the small content, without a project: for a test that quotes the content."""
    world.inhoud = small_inhoud
    return world


@pytest.fixture
def small(small_world: World, small_inhoud: Inhoud) -> World:
    """The world of the made-up group of the small content, with a change that can be turned back."""
    small_world.bestand.write_bytes((small_inhoud.folder / "voorbeeldproject.yaml").read_bytes())
    small_world.run("stap", "2.2", "--status", "bezig", "--wie", "Kees [b]vet[/b] 中文 ×½")
    return small_world


@pytest.fixture
def small_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every terminal shows the small content."""
    monkeypatch.setattr(Terminal, "content", SMALL_CONTENT)


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
