"""What all tests share: a world to run in, the shipped content, and how many cases the random tests try."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from wereld import Wereld

from routekaart_cli.content import Inhoud

KORT = 100
VOLLEDIG = 2_000
WALKS = 60
WALKS_VOLLEDIG = 600

settings.register_profile("kort", max_examples=KORT, deadline=None, print_blob=True)
settings.register_profile(
    "volledig", max_examples=VOLLEDIG, deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow]
)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--volledig", action="store_true", help="the long counts of random, kill and browser tests")


def pytest_configure(config: pytest.Config) -> None:
    settings.load_profile("volledig" if config.getoption("--volledig") else "kort")
    # Chosen once, here, so that every worker has the same and the header can say it.
    os.environ.setdefault("ROUTEKAART_SEED", str(random.SystemRandom().randrange(2**32)))


def pytest_report_header(config: pytest.Config) -> str:
    gevallen, wandelingen = (VOLLEDIG, WALKS_VOLLEDIG) if config.getoption("--volledig") else (KORT, WALKS)
    return (
        f"random tests: {gevallen} cases each, {wandelingen} conversations of 10 to 120 lines, "
        f"ROUTEKAART_SEED={os.environ['ROUTEKAART_SEED']}"
    )


@pytest.fixture
def wandelingen(request: pytest.FixtureRequest) -> int:
    """How many random conversations to hold."""
    return WALKS_VOLLEDIG if request.config.getoption("--volledig") else WALKS


@pytest.fixture(autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep every test away from the settings and the project of whoever runs it."""
    monkeypatch.setenv("HOME", str(tmp_path_factory.mktemp("home")))
    for naam in ("ROUTEKAART_PROJECT", "NO_COLOR", "ACCESSIBLE"):
        monkeypatch.delenv(naam, raising=False)


@pytest.fixture
def wereld(tmp_path: Path) -> Wereld:
    return Wereld(tmp_path)


@pytest.fixture
def zonnehoek(wereld: Wereld, inhoud: Inhoud) -> Wereld:
    """The world of the made-up wijk."""
    wereld.bestand.write_bytes((inhoud.map / "voorbeeldproject.yaml").read_bytes())
    return wereld


@pytest.fixture(scope="session")
def inhoud() -> Inhoud:
    """The content that ships."""
    return Inhoud()
