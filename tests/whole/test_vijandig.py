"""Files and answers made to do harm have no effect but a clear message: nothing crashes, grows, steers or escapes."""

from __future__ import annotations

import io
import json
import os
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from helpers.world import World

from routekaart_cli.domain.routekaart import Soort, Vraag
from routekaart_cli.inhoud.folder import Inhoud
from routekaart_cli.project import store

DIRECTION = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"

# Files


def bomb(depth: int) -> bytes:
    layers = "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, depth))
    return f"formaat: 1\na0: &a0 [x]\n{layers}".encode()


FILES: dict[str, bytes] = {
    "nested lists": b"[" * 100_000,
    "nested mappings": b"formaat: 1\nantwoorden: " + b"{a: " * 100_000,
    "nested dashes": b"- " * 100_000,
    "indented for ever": b"".join(b" " * n + b"a:\n" for n in range(2_000)),
    "bomb of aliases": bomb(12),
    "an alias to itself": b"formaat: 1\nantwoorden: &a {wijk.naam: *a}\n",
    "a tag that runs": b"formaat: 1\nantwoorden: !!python/object/apply:os.system ['touch gehackt']\n",
    "a tag in an answer": b"formaat: 1\nantwoorden: {wijk.naam: {waarde: !!binary aGFsbG8=}}\n",
    "merge keys": b"formaat: 1\nx: &x {a: b}\nantwoorden: {<<: *x}\n",
    "NUL": b"formaat: 1\nantwoorden: {wijk.naam: {waarde: \x00}}\n",
    "control bytes": b"formaat: 1\nantwoorden: {wijk.naam: {waarde: \x1b[2J\x07}}\n",
    "invalid UTF-8": b"formaat: 1\nantwoorden: {wijk.naam: {waarde: \xff\xfe\xfa}}\n",
    "UTF-16": "formaat: 1\nantwoorden: {}\n".encode("utf-16"),
    "half a surrogate": b'formaat: 1\nantwoorden: {wijk.naam: {waarde: "\\ud800"}}\n',
    "a picture": bytes(range(256)) * 40,
    "another document": b"formaat: 1\n---\nformaat: 1\n",
    "a conflict of git": b"formaat: 1\nantwoorden:\n<<<<<<< HEAD\n  w: {waarde: a}\n=======\n  v: x\n>>>>>>> j\n",
    "a key of a million": b"formaat: 1\nantwoorden: {" + b"a" * 1_000_000 + b": x}\n",
}  # fmt: skip
COMMANDS = [
    [], ["status"], ["stap", "1.1", "--wie", "Jan"], ["nakijken"],
    ["controleer"], ["export", "-"], ["terugdraaien"], ["terugdraaien", "--lijst"],
    ["start", "--geen-invoer", "--antwoord", "wijk.naam=De Weide"], ["start", "--toegankelijk"],
    ["samenvoegen", "ander.yaml"],
]  # fmt: skip
WITHOUT_PROJECT = [
    ["fase"], ["fase", "3"], ["stap", "1.1"], ["gemeente"], ["tips"], ["voorbeelden"], ["contact"], ["zoek", "wijk"],
]  # fmt: skip
"""What can be read without a project: with a broken one too."""
MESSAGE = re.compile(r"routekaart-project\.yaml.*:\s|is er niet|geen gewoon bestand", re.DOTALL)


def refused(world: World, opdracht: list[str]) -> str:
    """Run *opdracht* and return what it said; it must be an expected problem, about the file, in few words."""
    return _said(world, opdracht, 1)


def shown(world: World, opdracht: list[str]) -> None:
    """Run *opdracht*, which must show the page it shows without a project, and say what is wrong with the file."""
    elsewhere = world.folder / "elders"
    elsewhere.mkdir(exist_ok=True)
    without = World(elsewhere).run(*opdracht, "-p", "geen.yaml").stdout.replace(" --project geen.yaml", "")
    assert without
    assert " ".join(_said(world, opdracht, 0).split()).endswith(" ".join(without.split()))


def _said(world: World, opdracht: list[str], code: int) -> str:
    outcome = world.run(*opdracht)
    said = outcome.stderr + outcome.stdout
    assert outcome.code == code, said
    assert MESSAGE.search(outcome.stderr), said
    assert len(outcome.stderr) < 5_000
    assert not set(said) & {"\x1b", "\x07", "\x00", "\ufffd"}
    return said


@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file_is_refused_by_every_command_that_needs_it_and_stays_as_it_is(
    world: World, name: str, record_property: Callable[[str, int], None]
) -> None:
    (world.folder / "ander.yaml").write_text("formaat: 1\n", encoding="utf-8")
    world.bestand.write_bytes(FILES[name])
    for opdracht in COMMANDS:
        refused(world, opdracht)
    for opdracht in WITHOUT_PROJECT:
        shown(world, opdracht)
    assert world.bestand.read_bytes() == FILES[name]
    assert not (world.folder / "gehackt").exists()
    record_property("hostile files x commands", len(COMMANDS + WITHOUT_PROJECT))


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("opdracht", [["samenvoegen"], ["start", "--geen-invoer", "--antwoorden"]], ids=str)
def test_a_hostile_file_from_the_mail_changes_nothing(world: World, name: str, opdracht: list[str]) -> None:
    world.start("wijk.naam=De Weide")
    before = world.bestand.read_bytes()
    (world.folder / "van-jan.yaml").write_bytes(FILES[name])
    outcome = world.run(*opdracht, "van-jan.yaml")
    assert outcome.code in (1, 2)
    assert len(outcome.stderr) < 5_000
    assert world.bestand.read_bytes() == before


def test_a_file_of_100_megabytes_is_refused_at_once(world: World) -> None:
    world.bestand.touch()
    os.truncate(world.bestand, 100_000_000)
    for opdracht in COMMANDS:
        assert "groter dan 20 MB" in refused(world, opdracht)


@pytest.mark.parametrize("soort", ["folder", "fifo", "device", "loop"])
def test_something_else_in_place_of_the_file_is_refused_and_nobody_waits(world: World, soort: str) -> None:
    if soort == "folder":
        world.bestand.mkdir()
    elif soort == "fifo":
        os.mkfifo(world.bestand)
    else:
        world.bestand.symlink_to("/dev/zero" if soort == "device" else world.bestand)
    (world.folder / "ander.yaml").write_text("formaat: 1\n", encoding="utf-8")
    for opdracht in COMMANDS + WITHOUT_PROJECT:
        outcome = world.run(*opdracht, "-p", str(world.bestand))
        assert outcome.code in (0, 1), opdracht
        assert (outcome.stderr + outcome.stdout).strip()
    assert not world.bestand.is_file()


# Answers


ANTWOORDEN = {
    "escape": "\x1b[2J\x1b[1;31mrood\x1b]0;titel\x07",
    "one-byte escape": "\x9b2J\x9d0;titel\x9c",
    "backspaces": "veilig\x08\x08\x08\x08\x08\x08gevaar",
    "rich markup": "[bold red]ja[/] [/map] [link=file:///etc/passwd]x[/link]",
    "emoji code": ":house: :skull:",
    "right to left": "\u202egnp.exe\u202c \u2066x\u2069 \u200f",
    "markdown": "# Kop\n| a | b |\n|---|---|\n![x](javascript:alert(1)) [y](file:///) `code` *ster* ~~weg~~ - [x] af",
    "html": "<script>alert(1)</script><img src=x onerror=alert(1)></style><!-- --> &lt;",
    "formula": "=cmd|' /C calc'!A0",
    "template": "{{ 7 * 7 }} {% for x in y %} {# x #} ${7*7} %(x)s {0}",
    "yaml": "a: b\n- c: !!python/object:x\n&anker *ster | > ' \" #",
    "path": "../../../../tmp/gehackt",
    "device": "CON",
    "zalgo": "e" + "\u0301" * 500,
    "long": "woord" * 4_000,
    "spaces": "\u00a0\u2003\u200b\u3000",
    "variable": "$HOME `id` $(id) ; rm -rf / #",
}
SHOWN = [
    [], ["status"], ["fase", "1"], ["stap", "1.1"], ["nakijken"], ["controleer"], ["export", "-"],
    ["terugdraaien", "--lijst"], ["terugdraaien", "--sessie"],
]  # fmt: skip


def texts(inhoud: Inhoud) -> list[Vraag]:
    """Return every vraag into which anything may be typed, as far as the first fase shows them."""
    vragen = [*inhoud.intake.vragen, *inhoud.fase("opstarten").vragen]
    return [vraag for vraag in vragen if vraag.soort in (Soort.TEKST, Soort.LANGE_TEKST, Soort.LIJST)]


def hostile_project(world: World, inhoud: Inhoud, text: str) -> None:
    """Put *text* in every free answer, with who said it, in the file as a person with an editor could."""
    antwoorden: dict[str, object] = {"stand.fase": {"waarde": "opstarten"}}
    antwoorden |= {f"{stap.id}.status": {"waarde": "bezig"} for stap in inhoud.fase("opstarten").stappen}
    for vraag in texts(inhoud):
        record = {veld.id: text for veld in vraag.velden}
        antwoorden[vraag.id] = {"waarde": [record] if record else text, "door": text}
    antwoorden["wijk.gemeente"] = {"alternatieven": [{"waarde": text, "door": text}, {"waarde": "x"}]}
    file = {"formaat": 1, "antwoorden": antwoorden}
    world.bestand.write_text(yaml.safe_dump(file, allow_unicode=False, sort_keys=False), encoding="utf-8")


def steers(text: str) -> set[str]:
    """Return what in *text* could steer a terminal or turn the direction of the text."""
    return {char for char in text if char != "\n" and (unicodedata.category(char) == "Cc" or char in DIRECTION)}


@pytest.mark.one_in(5)
@pytest.mark.parametrize("name", ANTWOORDEN)
@pytest.mark.parametrize("options", [[], ["--toegankelijk"], ["--json"]], ids=str)
def test_a_hostile_answer_is_shown_as_text_on_every_screen(
    world: World, inhoud: Inhoud, name: str, options: list[str], record_property: Callable[[str, int], None]
) -> None:
    hostile_project(world, inhoud, ANTWOORDEN[name])
    world.run("stap", "1.1", "--notitie", ANTWOORDEN[name])
    for opdracht in SHOWN:
        outcome = world.run(*opdracht, *options)
        assert outcome.code == 0, f"{opdracht}: {outcome.stderr}"
        assert not steers(outcome.stdout + outcome.stderr), opdracht
        if options == ["--json"]:
            json.loads(outcome.stdout)
    record_property("hostile answers x screens", len(SHOWN))


@pytest.mark.parametrize("name", ANTWOORDEN)
def test_a_hostile_answer_in_colour_brings_no_escape_of_its_own(world: World, inhoud: Inhoud, name: str) -> None:
    hostile_project(world, inhoud, ANTWOORDEN[name])
    world.terminal = True
    for opdracht in (["status"], ["nakijken", "--geen-invoer"], ["stap", "1.1"]):
        out = world.run(*opdracht).stdout
        assert not steers(re.sub(r"\x1b\[[\d;]*m|\x1b\]8;[^\x1b]*\x1b\\", "", out)), opdracht


@pytest.mark.parametrize("name", ANTWOORDEN)
def test_a_hostile_answer_is_typed_saved_and_read_again(world: World, name: str) -> None:
    outcome = world.lines(ANTWOORDEN[name].replace("\n", " "), ":stop")
    assert outcome.code == 0
    assert not steers(outcome.stderr)
    once = store.load(world.bestand) if world.bestand.exists() else None
    world.lines("<", "", ":stop")
    assert once is None or store.load(world.bestand) == once


@pytest.mark.parametrize("name", ["../../buiten", "/tmp/buiten", "CON", "NUL.yaml", "a\x00b", "..", ".", "~", "-"])
def test_what_somebody_called_something_never_chooses_a_path(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "a" / "b"
    folder.mkdir(parents=True)
    world = World(folder)
    world.start(f"wijk.naam={name}", f"groep.naam={name}", f"wijk.gemeente={name}")
    world.run("export")
    assert {path.name for path in folder.iterdir()} == {"routekaart-project.yaml", ".routekaart", "actieplan.md"}
    assert [path.name for path in tmp_path.rglob("*") if "buiten" in path.name] == []


def test_an_unknown_id_from_a_file_reaches_the_screen_as_text(world: World) -> None:
    key = yaml.safe_dump("\x1b[2J\u202ex")
    stream = io.StringIO(f"formaat: 1\n? {key}: x\nantwoorden:\n  ? {key}  : {{waarde: x}}\n".replace("...\n", ""))
    world.bestand.write_text(stream.getvalue(), encoding="utf-8")
    for opdracht in (["controleer"], ["status"], ["nakijken"]):
        outcome = world.run(*opdracht)
        assert not steers(outcome.stdout + outcome.stderr)
