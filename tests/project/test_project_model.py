"""One file, two windows and a copy that is mailed around, against a reference that keeps every write for ever.

Two windows are open all the time, and what each of them knows may be old; the file is edited by hand, an older one is
put in its place, a copy is edited elsewhere and merged back.
"""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest
import yaml
from helpers.project_file import window
from helpers.world import World
from helpers.writes import Known, Write, values, visible

from routekaart_cli.domain import intake
from routekaart_cli.domain.antwoorden import Antwoord, Stand
from routekaart_cli.inhoud import find
from routekaart_cli.inhoud.folder import Inhoud
from routekaart_cli.project import kopieen

INHOUD = Inhoud()
NAMES = ("wijk.naam", "wijk.gemeente", "overheid.contactpersoon", "overheid.opdracht")
VRAGEN = {name: find.vraag(INHOUD, name) for name in NAMES}
WAARDEN = ("ja", "nee", "Zwolle", "- 'x': #y")


class History:
    """A random history of one file, kept twice: on the disk, and by the reference."""

    def __init__(self, folder: Path, draw: random.Random) -> None:
        self.draw, self.numbers = draw, count(1)
        self.world = World(folder)
        self.file, self.copy = self.world.bestand, folder / "uit-de-mail.txt"
        self.world.start("wijk.naam=ja")
        self.known: Known = frozenset({Write("wijk.naam", "ja", frozenset(), 0)})
        self.older, self.mailed, self.copy_knows = self.file.read_bytes(), self.known, self.known
        self.windows = [window(folder), window(folder)]
        self.window_knows = [self.known, self.known]
        self.mail()

    def answer(self) -> None:
        """Answer in one of the windows, which may not know what the other one did; or take an answer away."""
        which, name, waarde = self.draw.randrange(2), self.draw.choice(NAMES), self.draw.choice((*WAARDEN, None))
        knows = self.window_knows[which]
        if values(knows, name) == ({waarde} if waarde else set()):
            return
        if waarde is None:
            self.windows[which].clear(VRAGEN[name])
        else:
            self.windows[which].answer(VRAGEN[name], Antwoord(Stand.GEGEVEN, waarde))
        self.known |= {Write(name, waarde, visible(knows, name), next(self.numbers))}
        self.window_knows[which] = self.known

    def resume(self) -> None:
        """Close a window and open it again."""
        which = self.draw.randrange(2)
        self.windows[which], self.window_knows[which] = window(self.file.parent), self.known

    def edit(self) -> None:
        """Change the file with a text program; not an older one that lies there, for who edits that knows less."""
        self._save_what_is_known()
        self.known = self._edited(self.file, self.known)

    def edit_the_copy(self) -> None:
        """Somebody changes the copy elsewhere; once, for a text does not tell what stood there before the last edit."""
        if self.copy_knows == self.mailed:
            self.copy_knows = self._edited(self.copy, self.mailed)

    def mail(self) -> None:
        self._save_what_is_known()
        shutil.copy(self.file, self.copy)
        self.mailed = self.copy_knows = self.known

    def merge(self) -> None:
        outcome = self.world.run("samenvoegen", self.copy.name)
        assert outcome.code == 0, outcome.stderr
        self.known |= self.copy_knows
        again = self.world.run("samenvoegen", self.copy.name, "--json")
        assert "niet-eens" not in again.gegevens["antwoorden"].values()

    def put_back(self) -> None:
        """A shared folder puts an older file in its place: what was written since lies beside it."""
        self._save_what_is_known()
        newer, older = self.file.read_bytes(), self.older
        self.older = newer
        self.file.write_bytes(older)

    def _save_what_is_known(self) -> None:
        self.world.start(f"wijk.woningen={next(self.numbers)}")

    def _edited(self, file: Path, known: Known) -> Known:
        name, waarde = self.draw.choice(NAMES), self.draw.choice((*WAARDEN, None))
        inside = yaml.safe_load(file.read_text(encoding="utf-8"))
        before = inside["antwoorden"].pop(name, None)
        on_paper = {before["waarde"]} if before and "waarde" in before else set()
        if on_paper != values(known, name) or on_paper == ({waarde} if waarde else set()):
            return known  # there are several, or nothing would change
        if waarde is not None:
            inside["antwoorden"][name] = {**(before or {}), "waarde": waarde}
        file.write_text(yaml.safe_dump(inside, sort_keys=False, allow_unicode=True), encoding="utf-8")
        edits = (Write(name, waarde, visible(known, name), -number) for number in count(1))
        return known | {next(edit for edit in edits if edit not in known)}  # found in two places it is one

    def run(self, steps: int) -> None:
        ways = [self.answer, self.resume, self.edit, self.mail, self.edit_the_copy, self.merge, self.put_back]
        for _ in range(steps):
            self.draw.choices(ways, [8, 2, 2, 1, 2, 2, 1])[0]()
            project = kopieen.opened(self.file)
            for name in NAMES:
                antwoord = project.antwoorden.get(name)
                sides = [side.waarde for side in antwoord.alternatieven] or [antwoord.waarde] if antwoord else []
                assert set(sides) == values(self.known, name), name
            # What a contact is to do is asked only of those with a contact; else the answer is parked.
            geparkeerd = intake.parked(INHOUD.vragen, project.antwoorden)
            if "overheid.opdracht" in project.antwoorden:
                has_contact = len(values(self.known, "overheid.contactpersoon")) == 1
                assert ("overheid.opdracht" in geparkeerd) == (not has_contact)


@pytest.mark.how_many(15, 300)
def test_the_file_and_what_lies_beside_it_hold_what_every_write_says(
    tmp_path: Path, how_many: int, record_property: Callable[[str, int], None]
) -> None:
    draw = random.Random(f"{os.environ['ROUTEKAART_SEED']}-model")  # no secret
    for number in range(how_many):
        folder = tmp_path / str(number)
        folder.mkdir()
        History(folder, draw).run(25)
        shutil.rmtree(folder)
    record_property("histories of two windows and a copy", how_many)
