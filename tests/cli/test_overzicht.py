"""`overzicht`: many groups in one table, whatever else lies in their folders."""

from __future__ import annotations

import contextlib
import csv
import io
import os
import random
import re
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from helpers import groepen
from helpers.places import VOORBEELD
from helpers.world import INHOUD, World

from routekaart_cli.files import read_bytes
from routekaart_cli.project import projecten, store
from routekaart_cli.project.versies import join

Rows = list[dict[str, Any]]


def group(world: World, name: str, *antwoorden: str, file: str = "routekaart-project.yaml") -> Path:
    """Let a group in the folder *name* give *antwoorden*, and return its file."""
    folder = world.folder / "groepen" / name
    folder.mkdir(parents=True, exist_ok=True)
    given = [part for one in antwoorden for part in ("--antwoord", one)]
    outcome = world.run("start", "--geen-invoer", "--project", str(folder / file), *given)
    assert outcome.code == 0, outcome.stderr
    return folder / file


def rows(world: World, *options: str) -> Rows:
    outcome = world.run("overzicht", "groepen", *options, "--json")
    assert outcome.code == 0, outcome.stderr
    found: Rows = outcome.gegevens["groepen"]
    return found


@pytest.fixture
def three(world: World) -> World:
    """The world of three groups: one that is late, one that is silent, one that is busy."""
    made_up = world.folder / "groepen" / "zonnehoek" / "routekaart-project.yaml"
    made_up.parent.mkdir(parents=True)
    shutil.copy(VOORBEELD, made_up)
    group(world, "weide", "wijk.naam=De Weide", "wijk.gemeente=Assen")
    silent = group(world, "duin", "wijk.naam=Het Duin", "wijk.gemeente=Assen")
    silent.write_bytes(silent.read_bytes().replace(b"2026-11-23", b"2026-06-01"))
    return world


def test_who_is_late_comes_first_and_then_who_is_silent_longest(three: World) -> None:
    found = rows(three)
    assert [row["wijk"] for row in found] == ["De Zonnehoek (verzonnen)", "Het Duin", "De Weide"]
    late, silent, busy = found
    assert (late["te_laat"], late["fase"], late["provincie"]) == (1, "plan-maken", "Overijssel")
    assert (silent["dagen_stil"], silent["gewijzigd"], silent["provincie"]) == (175, "2026-06-01", "Drenthe")
    assert (busy["dagen_stil"], busy["bestand"]) == (0, os.path.join("weide", "routekaart-project.yaml"))  # noqa: PTH118


def test_a_row_says_what_status_says(three: World) -> None:
    for row in rows(three):
        status = three.run("status", "--json", "--project", str(Path("groepen", row["bestand"]))).gegevens
        actie = status["acties"][0]
        assert (row["fase"], row["stap"], row["wanneer"]) == (
            status["fase"]["id"], actie["nummer"], actie["wanneer"] or "",
        )  # fmt: skip
        assert row["te_laat"] == len(status["datum_voorbij"])
        assert (row["open_punten"], row["onbeantwoord"]) == (len(status["open_punten"]), len(status["onbeantwoord"]))


@pytest.mark.parametrize(
    ("options", "wijken"),
    [
        (["--gemeente", "assen"], ["Het Duin", "De Weide"]),
        (["--te-laat"], ["De Zonnehoek (verzonnen)"]),
        (["--stil", "60"], ["Het Duin"]),
        (["--fase", "2"], ["De Zonnehoek (verzonnen)"]),
        (["--fase", "5"], []),
        (["--gemeente", "Assen", "--stil", "200"], []),
    ],
)
def test_each_option_leaves_out_whom_it_does_not_fit(three: World, options: list[str], wijken: list[str]) -> None:
    assert [row["wijk"] for row in rows(three, *options)] == wijken


def test_no_person_stands_in_it(three: World) -> None:
    out = three.run("overzicht", "groepen").stdout + three.run("overzicht", "groepen", "--json").stdout
    typed = VOORBEELD.read_text(encoding="utf-8")
    for name in ("Fatima", "El Amrani", "Zonnehoek Warm"):
        assert name in typed
        assert name not in out


def test_copies_side_files_content_and_other_yaml_are_no_groups(three: World, tmp_path: Path) -> None:
    before = rows(three)
    folder = three.folder / "groepen"
    file = folder / "weide" / "routekaart-project.yaml"
    shutil.copy(file, file.with_name("routekaart-project (conflicted copy).yaml"))
    shutil.copy(file, folder / "kopie-van-weide.yaml")
    shutil.copytree(INHOUD.folder, folder / "teksten")
    (folder / "docker-compose.yaml").write_text("services: {}\n", encoding="utf-8")
    (folder / "kapotte-andere.yaml").write_text("a: [", encoding="utf-8")
    assert (folder / "weide" / ".routekaart").is_dir()
    assert rows(three) == before


def test_what_a_copy_beside_it_knows_more_counts_as_it_does_for_status(three: World) -> None:
    file = three.folder / "groepen" / "weide" / "routekaart-project.yaml"
    old = file.read_bytes()
    three.run("stap", "1.1", "--wanneer", "1-10-2026", "--project", str(file))
    file.with_name("routekaart-project (1).yaml").write_bytes(file.read_bytes())
    for kept in (file.parent / ".routekaart").glob("*.sessie-*.yaml"):
        kept.unlink()
    file.write_bytes(old)
    assert [row["te_laat"] for row in rows(three) if row["wijk"] == "De Weide"] == [1]


def test_a_group_that_began_from_the_file_of_another_stays_a_group(three: World) -> None:
    file = three.folder / "groepen" / "weide" / "routekaart-project.yaml"
    other = three.folder / "groepen" / "elders" / file.name
    other.parent.mkdir()
    other.write_bytes(file.read_bytes().replace(b"De Weide", b"De Hei"))
    assert {"De Weide", "De Hei"} <= {row["wijk"] for row in rows(three)}


def test_what_cannot_be_read_is_named_with_its_reason_and_stops_nothing(three: World) -> None:
    broken = three.folder / "groepen" / "stuk" / "routekaart-project.yaml"
    broken.parent.mkdir()
    broken.write_text("formaat: 1\nantwoorden: [\n", encoding="utf-8")
    outcome = three.run("overzicht", "groepen")
    assert outcome.code == 0
    assert "Niet gelezen: 1 bestand" in outcome.stdout
    assert f"{Path('stuk', broken.name)} · " in outcome.stdout
    (unread,) = three.run("overzicht", "groepen", "--json").gegevens["onleesbaar"]
    assert unread["reden"] == "regel 3: dit is niet te begrijpen als YAML"
    assert len(rows(three)) == 3


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (["nergens"], 1, "nergens: deze map is er niet."),
        (["leeg"], 1, "Er is geen projectbestand in leeg."),
        (["groepen", "--stil", "lang"], 2, "'lang' is geen aantal dagen."),
        (["groepen", "--fase", "9"], 2, "9"),
        (["groepen", "--naar", "groepen.docx"], 2, ".docx kan routekaart hier niet maken"),
        (["groepen", "--naar", "er-al.csv"], 1, "overzicht groepen --naar er-al.csv --overschrijf"),
    ],
)
def test_a_mistake_is_told(three: World, args: list[str], code: int, said: str) -> None:
    (three.folder / "leeg").mkdir()
    (three.folder / "er-al.csv").touch()
    outcome = three.run("overzicht", *args)
    assert (outcome.code, outcome.stdout) == (code, "")
    assert said in outcome.stderr.replace("\u00a0", " ")


def test_each_format_holds_the_same_rows_and_nothing_that_was_typed_calculates(three: World) -> None:
    group(three, "sluw", "wijk.naam==1+1<b>")
    found = rows(three)
    for name in ("g.csv", "g.xlsx", "g.html", "g.sqlite"):
        outcome = three.run("overzicht", "groepen", "--naar", name)
        assert (outcome.code, outcome.stdout) == (0, "")
        assert outcome.stderr == f"Het overzicht van 4 groepen staat in {name}.\n"
    wijken = [row["wijk"] for row in found]
    text = (three.folder / "g.csv").read_text(encoding="utf-8-sig")
    as_csv = list(csv.reader(io.StringIO(text), delimiter=";"))[1:]
    assert [row[0].removeprefix("'") for row in as_csv] == wijken
    assert "'=1+1<b>" in [row[0] for row in as_csv]
    sheet = openpyxl.load_workbook(three.folder / "g.xlsx")["Groepen"]
    as_xlsx = list(sheet.iter_rows(min_row=2, values_only=True))
    assert [row[0] for row in as_xlsx] == wijken
    assert [row[6] for row in as_xlsx] == [row["te_laat"] for row in found]
    html = (three.folder / "g.html").read_text(encoding="utf-8")
    assert "=1+1&lt;b&gt;" in html
    assert "<b>" not in html
    with contextlib.closing(sqlite3.connect(three.folder / "g.sqlite")) as database:
        assert [one for (one,) in database.execute("SELECT wijk FROM groepen")] == wijken
        assert database.execute("SELECT sum(te_laat), max(dagen_stil) FROM groepen").fetchone() == (1, 175)


def test_many_are_read_by_several_processes_and_say_the_same(tmp_path: Path) -> None:
    groepen.save(tmp_path / "groepen", projecten.FEW + 40, INHOUD, random.Random(1))
    args = [sys.executable, "-m", "routekaart_cli", "overzicht", "--json"]
    many = subprocess.run([*args, "groepen"], cwd=tmp_path, capture_output=True, encoding="utf-8", check=True)
    assert many.stderr == ""
    world = World(tmp_path)
    assert len(rows(world)) == projecten.FEW + 40
    assert many.stdout.count('"wijk"') == projecten.FEW + 40


@pytest.mark.how_many(30, 500)
def test_a_look_reads_the_same_answers_as_opening_does(how_many: int, tmp_path: Path) -> None:
    chance = random.Random(os.environ["ROUTEKAART_SEED"])
    file = tmp_path / "p.yaml"
    for _ in range(how_many):
        one, other = groepen.project(INHOUD, chance), groepen.project(INHOUD, chance)
        store.save(file, join(one, other._replace(id=one.id)))  # they disagree about much
        lines = file.read_text(encoding="utf-8").split("\n")
        for _ in range(chance.randrange(4)):  # somebody edits it by hand
            of_versions = [n for n, line in enumerate(lines) if re.search(r"^ +(- )?(versie|gewijzigd|id|naam):", line)]
            spot = chance.choice(of_versions or [0])
            lines[spot] = chance.choice((lines[spot], re.sub(": .*", ": ander", lines[spot])))
        file.write_text("\n".join(lines), encoding="utf-8")
        assert store.look("p.yaml", read_bytes(file, "")).antwoorden == store.load(file).antwoorden
