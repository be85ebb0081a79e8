"""Copies that went their own way become one: nothing lost, nothing asked that was decided, whatever the clocks say."""

from __future__ import annotations

import os
import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import pytest
import yaml
from helpers.writes import Known, Write, values, visible

from routekaart_cli.domain.antwoorden import Antwoord, Project, Stand
from routekaart_cli.project import store, to_yaml, versies
from routekaart_cli.project.versies import join, write

TEXTS = ("groep.doel", "wijk.naam")
LIJST = "groep.mensen"


def says(*rows: str, text: str = "") -> Antwoord:
    return Antwoord(Stand.GEGEVEN, text or tuple({"naam": row} for row in rows))


def wrote(project: Project, writer: str, moment: str = "", **antwoorden: Antwoord | None) -> Project:
    return write(project, project, {name.replace("_", "."): a for name, a in antwoorden.items()}, writer, moment)


def waarden(project: Project, vraag_id: str = "a") -> list[object]:
    antwoord = project.antwoorden.get(vraag_id)
    if antwoord is None:
        return []
    return [side.waarde for side in antwoord.alternatieven] or [antwoord.waarde]


BEGIN = wrote(Project(id="abcdef"), "begi", a=says(text="1"), l=says("Jan", "Els"))


def test_what_only_one_of_them_changed_counts() -> None:
    ours, theirs = wrote(BEGIN, "ours", a=says(text="2")), wrote(BEGIN, "them", l=None)
    merged = join(ours, theirs)
    assert waarden(merged) == ["2"]
    assert "l" not in merged.antwoorden


def test_what_one_took_away_and_the_other_changed_stays() -> None:
    assert waarden(join(wrote(BEGIN, "ours", a=None), wrote(BEGIN, "them", a=says(text="2")))) == ["2"]


def test_what_both_changed_stands_side_by_side_whatever_their_clocks_say() -> None:
    for moment in ("2020-01-01T00:00:00+00:00", "", "gisteren"):
        ours, theirs = (
            wrote(BEGIN, "ours", "2026-11-25", a=says(text="2")),
            wrote(BEGIN, "them", moment, a=says(text="3")),
        )
        assert waarden(join(ours, theirs)) == ["2", "3"]


def test_two_who_say_the_same_agree() -> None:
    merged = join(wrote(BEGIN, "ours", a=says(text="2")), wrote(BEGIN, "them", a=says(text="2")))
    assert merged.antwoorden["a"].stand is Stand.GEGEVEN
    changed = wrote(merged, "ours", a=says(text="4"))
    assert waarden(join(changed, wrote(BEGIN, "them", a=says(text="2")))) == ["4"]


@pytest.mark.parametrize("stand", [Stand.LEEG, Stand.WEET_NIET, Stand.LATER])
def test_an_answer_goes_before_what_is_open(stand: Stand) -> None:
    later = wrote(BEGIN, "them", a=Antwoord(stand))
    assert waarden(join(wrote(BEGIN, "ours", a=says(text="2")), later)) == ["2"]
    assert join(BEGIN, later).antwoorden["a"].stand is stand


def test_rows_go_by_themselves() -> None:
    ours, theirs = wrote(BEGIN, "ours", l=says("Jan", "Els", "Kim")), wrote(BEGIN, "them", l=says("Johan", "Fatima"))
    ours = wrote(ours, "ours", l=says("Jan", "Kim"))
    names = [dict(row)["naam"] for row in join(ours, theirs).antwoorden["l"].waarde if not isinstance(row, str)]
    assert names == ["Johan", "Fatima", "Kim"]  # Els was taken out and became Fatima: who changed her, knew more


def test_a_disagreement_that_was_settled_stays_settled() -> None:
    ours, theirs = wrote(BEGIN, "ours", a=says(text="2")), wrote(BEGIN, "them", a=says(text="3"))
    settled = wrote(join(ours, theirs), "ours", a=says(text="3"))
    for old in (ours, theirs, BEGIN, join(ours, theirs)):
        assert waarden(join(settled, old)) == ["3"]


def test_who_did_not_know_what_another_window_wrote_does_not_replace_it() -> None:
    now = wrote(BEGIN, "ours", a=says(text="2"))
    assert waarden(write(now, BEGIN, {"a": says(text="3")}, "ours", "")) == ["2", "3"]
    taken_out = wrote(BEGIN, "ours", l=says("Jan"))
    assert waarden(write(taken_out, BEGIN, {"l": says("Jan", "Els", "Kim")}, "ours", ""), "l") == [
        ({"naam": "Jan"}, {"naam": "Kim"})
    ]


def test_a_file_says_again_what_was_written_in_it(tmp_path: Path) -> None:
    merged = join(wrote(BEGIN, "ours", a=says(text="2"), l=None), wrote(BEGIN, "them", a=says(text="3"), l=says("Kim")))
    assert reread(merged, tmp_path) == merged
    assert to_yaml.dump(reread(merged, tmp_path)) == to_yaml.dump(merged)


def test_an_edit_by_hand_counts_and_is_the_same_wherever_it_is_found(tmp_path: Path) -> None:
    edited = reread(BEGIN, tmp_path, lambda text: text.replace("waarde: '1'", "waarde: '2'").replace("Els", "Else"))
    assert waarden(join(BEGIN, edited)) == ["2"]
    assert waarden(join(BEGIN, edited), "l") == [({"naam": "Jan"}, {"naam": "Else"})]
    again = reread(BEGIN, tmp_path, lambda text: text.replace("waarde: '1'", "waarde: '2'").replace("Els", "Else"))
    assert join(edited, again) == edited == again


def test_an_answer_taken_out_by_hand_stays_out_also_when_it_was_put_there_by_hand_before(tmp_path: Path) -> None:
    def take_out(text: str) -> str:
        return text[: text.index("  a:")] + text[text.index("  l:") :]

    def put_in(text: str) -> str:
        return text.replace("\ngezien:", "\n  b: {waarde: x}\ngezien:")

    without = reread(BEGIN, tmp_path, take_out)
    assert "a" not in join(BEGIN, without).antwoorden
    one = reread(BEGIN, tmp_path, put_in)
    away = wrote(one, "ours", b=None)
    assert "b" not in join(one, away).antwoorden
    assert waarden(join(away, reread(away, tmp_path, put_in)), "b") == ["x"]


def test_of_a_file_that_came_in_halfway_nothing_counts_as_taken_out(tmp_path: Path) -> None:
    halfway = reread(BEGIN, tmp_path, lambda text: text[: text.index("  l:")])
    assert "l" not in halfway.antwoorden
    assert join(BEGIN, halfway) == BEGIN


def test_two_projects_are_never_taken_for_each_others_older_state() -> None:
    other = wrote(wrote(Project(id="zzzzzz"), "begi", b=says(text="x"), l=says("Bo")), "begi", c=says(text="y"))
    merged = join(BEGIN, other)
    assert set(merged.antwoorden) == {"a", "b", "c", "l"}
    assert join(other, BEGIN) == merged == join(merged, other)


def test_a_row_added_by_hand_stands_where_it_was_put(tmp_path: Path) -> None:
    edited = reread(BEGIN, tmp_path, lambda text: text.replace("    - id", "    - naam: Kim\n    - id", 1))
    assert waarden(edited, "l") == [({"naam": "Kim"}, {"naam": "Jan"}, {"naam": "Els"})]
    assert join(edited, wrote(BEGIN, "ours", l=says("Jan", "Els", "Bo"))).antwoorden["l"].waarde[-1] == {"naam": "Bo"}


def reread(project: Project, folder: Path, edit: Callable[[str], str] = lambda text: text) -> Project:
    """Return *project* as a file says it, once somebody did *edit* its text."""
    file = folder / "geschreven.yaml"
    text = to_yaml.dump(project)
    edited = edit(text)
    file.write_text(edited, encoding="utf-8")
    return store.load(file)._replace(formaat=project.formaat)


# Against a reference that keeps every write for ever, and knows of each what its writer had seen


@dataclass
class Laptop:
    name: str
    project: Project
    known: Known = frozenset()
    older: list[tuple[Project, Known]] = field(default_factory=list)


def stored(project: Project, where: str) -> set[str]:
    """Return every value that *project* has at *where*; of a lijst, every row."""
    found: set[str] = set()
    for waarde in waarden(project, where):
        found |= {waarde} if isinstance(waarde, str) else {dict(row)["naam"] for row in waarde}  # type: ignore[attr-defined]
    return found


def timeless(project: Project) -> str:
    """Return the file of *project* without moments: those are for people, and of equal answers the last stays."""
    return re.sub(r" *gewijzigd: .*\n", "", to_yaml.dump(project))


class History:
    """A random history of three laptops, kept twice: by the program, and by the reference."""

    def __init__(self, draw: random.Random) -> None:
        self.draw, self.numbers = draw, count(1)
        self.laptops = [Laptop(f"lap{letter}", Project(id="abcdef")) for letter in "abc"]

    def write(self, laptop: Laptop, where: str, waarde: str | None, replaces: Known, *, hand: bool) -> None:
        """Note a write; the same one by hand, at two laptops, is one."""
        number = 0 if hand else next(self.numbers)
        laptop.known |= {Write(where, waarde, replaces, number)}

    def answer(self, laptop: Laptop) -> None:
        where, waarde = self.draw.choice(TEXTS), self.draw.choice([None, "x", "y", f"n{next(self.numbers)}"])
        if values(laptop.known, where) == ({waarde} if waarde else set()):
            return
        antwoord = says(text=waarde) if waarde else None
        laptop.project = write(laptop.project, laptop.project, {where: antwoord}, laptop.name, self.moment())
        self.write(laptop, where, waarde, visible(laptop.known, where), hand=False)

    def rows(self, laptop: Laptop) -> None:
        now = [dict(row)["naam"] for waarde in waarden(laptop.project, LIJST) for row in waarde]  # type: ignore[attr-defined]
        new, spot = list(now), self.draw.randrange(len(now) + 1)
        name = f"n{next(self.numbers)}"
        if spot == len(now):
            new.append(name)
            self.write(laptop, f"{LIJST}/{name}", name, frozenset(), hand=False)
        else:
            old = frozenset(w for w in visible(laptop.known, LIJST) if w.waarde == now[spot])
            changed = self.draw.random() < 0.5
            new[spot : spot + 1] = [name] if changed else []
            self.write(laptop, f"{LIJST}/", name if changed else None, old, hand=False)
        antwoord = says(*new) if new else None
        laptop.project = write(laptop.project, laptop.project, {LIJST: antwoord}, laptop.name, self.moment())

    def hand(self, laptop: Laptop) -> None:
        """Somebody edits the text of the file: changes a value, or takes an answer out."""
        where = self.draw.choice(TEXTS)
        found = visible(laptop.known, where)
        inside = yaml.safe_load(to_yaml.dump(laptop.project))
        if len(values(laptop.known, where)) != 1 or "waarde" not in inside["antwoorden"][where]:
            return
        waarde = self.draw.choice(["x", "z", f"n{next(self.numbers)}", None])
        if waarde in values(laptop.known, where):
            return
        if waarde is None:
            del inside["antwoorden"][where]
        else:
            inside["antwoorden"][where]["waarde"] = waarde
        laptop.project = self.opened(yaml.safe_dump(inside))
        self.write(laptop, where, waarde, found, hand=True)

    def merge(self, laptop: Laptop) -> None:
        """A copy of another laptop comes in: that of now, or an older one that was mailed."""
        other = self.draw.choice(self.laptops)
        project, known = self.draw.choice([(other.project, other.known), *other.older])
        laptop.project, laptop.known = join(laptop.project, project), laptop.known | known
        assert join(laptop.project, project) == laptop.project

    def put_back(self, laptop: Laptop) -> None:
        """An older file is put in place, and what lay beside it is gone: then another writer goes on."""
        if laptop.older:
            laptop.project, laptop.known = self.draw.choice(laptop.older)
            laptop.name = versies.draw(4)

    def moment(self) -> str:
        return f"2026-11-{self.draw.randrange(10, 30)}T{self.draw.randrange(10, 24)}:00:00+01:00"

    def opened(self, text: str) -> Project:
        self.file.write_text(text, encoding="utf-8")
        return store.load(self.file)._replace(formaat=1)

    def run(self, folder: Path, steps: int) -> int:
        """Do so many *steps*, and hold both together after each; return how many answers were compared."""
        self.file, compared = folder / "bestand.yaml", 0
        ways = [self.answer, self.rows, self.hand, self.merge, self.put_back]
        for _ in range(steps):
            laptop = self.draw.choice(self.laptops)
            self.draw.choices(ways, [6, 5, 2, 5, 1])[0](laptop)
            if self.draw.random() < 0.3:
                laptop.older.append((laptop.project, laptop.known))
            if self.draw.random() < 0.3:
                laptop.project = self.opened(to_yaml.dump(laptop.project))
            for where in (*TEXTS, LIJST):
                assert stored(laptop.project, where) == values(laptop.known, where), (where, laptop)
                compared += len(values(laptop.known, where))
        one, two, three = (laptop.project for laptop in self.laptops)
        assert join(one, two) == join(two, one)
        assert timeless(join(join(one, two), three)) == timeless(join(one, join(two, three)))
        assert timeless(join(join(three, one), two)) == timeless(join(one, join(three, two)))
        return compared


@pytest.mark.how_many(80, 2000)
def test_whatever_three_laptops_do_each_file_says_what_its_writes_say(
    tmp_path: Path, how_many: int, record_property: Callable[[str, int], None]
) -> None:
    draw = random.Random(f"{os.environ['ROUTEKAART_SEED']}-versies")  # no secret
    record_property("answers of three laptops compared", sum(History(draw).run(tmp_path, 25) for _ in range(how_many)))
