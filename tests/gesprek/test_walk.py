"""Random conversations in plain lines: whatever is typed, in whatever order, nothing crashes and the file is sound."""

from __future__ import annotations

import os
import random
import re
from pathlib import Path

import pytest
from helpers.world import NOW, Stream

from routekaart_cli.__main__ import run
from routekaart_cli.domain.antwoorden import Stand
from routekaart_cli.environment.world import Environment
from routekaart_cli.inhoud.folder import Inhoud
from routekaart_cli.project import store

KEYS = (
    *"11122334", "j", "n", "", "", "1 2", "2, 3", "350", "ongeveer 1.200", "31-1-2027", "eind maart", "Fatima",
    "Kees; techniek", "weet ik nog niet", "<", "<", "?", ":later", ":overzicht", ":oneens", ":wis", "::dubbel",
    ":plan", "klaar 1, bezig 2", "alle klaar", "Fatima, eind maart",
    ":onzin", "99", "é 🎉 \x1b[31m",
)  # fmt: skip


class Walk:
    """One group with a file of its own, holding conversations made of random lines."""

    def __init__(self, folder: Path, inhoud: Inhoud, chance: random.Random) -> None:
        self.folder, self.inhoud, self.chance = folder, inhoud, chance
        self.bestand = folder / "routekaart-project.yaml"

    def run(self, *args: str, source: str = "") -> tuple[int, str, str]:
        out, error = Stream(), Stream()
        env = Environment(self.folder, {}, (Stream(source), out, error), clock=lambda: NOW)
        env.inhoud = self.inhoud
        return run(list(args), env), out.getvalue(), error.getvalue()

    def begin(self) -> None:
        """Stand at a random place: somewhere in the intake, or in a random fase."""
        ids = [vraag.id for vraag in self.inhoud.intake.vragen]
        self.fase = self.chance.choice(self.inhoud.all_fasen)
        given = [f"{vraag_id}=weet ik nog niet" for vraag_id in ids[: self.chance.randrange(1, len(ids) + 12)]]
        flags = [part for antwoord in (*given, f"stand.fase={self.fase.id}") for part in ("--antwoord", antwoord)]
        assert self.run("start", "--geen-invoer", *flags)[0] == 0

    def converse(self) -> str:
        """Hold one conversation and return what was said in it."""
        lines = [self.chance.choice(KEYS) for _ in range(self.chance.randrange(5, 60))]
        fase = ["--fase", self.fase.code] if self.chance.random() < 0.3 else []
        code, out, said = self.run("start", "--toegankelijk", *fase, source="\n".join([*lines, ""]))
        assert code == 0 or "Vijf antwoorden achter elkaar" in said, said
        assert not out
        assert "\x1b" not in said
        assert "\r" not in said
        return said


def distances(said: str) -> list[tuple[int, str, int, int]]:
    """Return each vraag of a conversation: its number, its part, and the fewest and most that were said to come."""
    found = []
    for number, part, phrase in re.findall(r"^Vraag (\d+)\. (.*?)[.?] ((?:Nog|De laatste).*)\.$", said, re.MULTILINE):
        amounts = [int(amount) for amount in re.findall(r"\d+", phrase)] or [1]
        found.append((int(number), part, amounts[0], amounts[-1]))
    return found


@pytest.mark.how_many(10, 100)
def test_random_conversations_hold(tmp_path: Path, inhoud: Inhoud, how_many: int) -> None:
    seed = os.environ["ROUTEKAART_SEED"]
    put = 0
    for number in range(how_many):
        folder = tmp_path / str(number)
        folder.mkdir()
        walk_made = Walk(folder, inhoud, random.Random(f"{seed}-{number}"))
        try:
            walk_made.begin()
            for _ in range(2):
                said = walk_made.converse()
                put += len(distances(said))
                assert all(fewest <= most for _, _, fewest, most in distances(said))
                antwoorden = store.load(walk_made.bestand).antwoorden
                assert all(
                    antwoord.stand is not Stand.ONEENS or antwoord.alternatieven[1:] for antwoord in antwoorden.values()
                )
            for opdracht in (["status"], ["nakijken"], ["export", "-"], ["fase"]):
                code, out, error = walk_made.run(*opdracht)
                assert code == 0, error
                assert "\x1b" not in out
        except BaseException:
            print(f"ROUTEKAART_SEED={seed} failed in walk {number}")
            raise
    assert put > how_many
