"""Many groups that do not exist: a project file for each, with random answers."""

from __future__ import annotations

import contextlib
import random
from datetime import timedelta
from pathlib import Path

from helpers.walking import fitting
from helpers.world import NOW

from routekaart_cli.domain.antwoorden import Antwoord, Project, Stand
from routekaart_cli.domain.invoer import parse_antwoord
from routekaart_cli.domain.routekaart import Soort, Vraag
from routekaart_cli.errors import RefusedAnswer
from routekaart_cli.inhoud.folder import Inhoud
from routekaart_cli.project import store
from routekaart_cli.project.versies import identity, write


def project(inhoud: Inhoud, chance: random.Random) -> Project:
    """Return the project of a group that began some time ago and answered part of the vragen, on several evenings."""
    built, day = Project(), NOW - timedelta(days=chance.randrange(400))
    vragen = [vraag for vraag in inhoud.vragen if chance.random() < 0.5]
    for evening in range(3):
        given = {vraag.id: _answer(vraag, chance) for vraag in vragen[evening::3]}
        moment = (day + timedelta(days=evening)).isoformat(timespec="seconds")
        built = write(built, built, given, "abcd", moment)
    return built._replace(id=identity(Project()), formaat=2)


def _answer(vraag: Vraag, chance: random.Random) -> Antwoord:
    if chance.random() < 0.1:
        return Antwoord(chance.choice((Stand.WEET_NIET, Stand.LATER, Stand.LEEG)))
    if vraag.soort is Soort.LIJST:
        rows = tuple({vraag.velden[0].id: f"Rij {chance.randrange(99)}"} for _ in range(chance.randrange(1, 4)))
        return Antwoord(Stand.GEGEVEN, rows)
    with contextlib.suppress(RefusedAnswer):
        return parse_antwoord(vraag, fitting(vraag, chance), NOW.date())
    return Antwoord(Stand.WEET_NIET)


def save(folder: Path, count: int, inhoud: Inhoud, chance: random.Random) -> list[Path]:
    """Write *count* project files, each in a folder of its own below *folder*, and return them."""
    paths = [folder / f"groep-{number:05}" / "routekaart-project.yaml" for number in range(count)]
    for path in paths:
        path.parent.mkdir(parents=True)
        store.save(path, project(inhoud, chance))
    return paths
