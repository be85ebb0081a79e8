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
from helpers.world import Wereld

from routekaart_cli.domain.routekaart import Soort, Vraag
from routekaart_cli.inhoud.folder import Inhoud
from routekaart_cli.project import store

RICHTING = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"

# Files


def bom(depth: int) -> bytes:
    lagen = "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, depth))
    return f"formaat: 1\na0: &a0 [x]\n{lagen}".encode()


BESTANDEN: dict[str, bytes] = {
    "nested lists": b"[" * 100_000,
    "nested mappings": b"formaat: 1\nantwoorden: " + b"{a: " * 100_000,
    "nested dashes": b"- " * 100_000,
    "indented for ever": b"".join(b" " * n + b"a:\n" for n in range(2_000)),
    "bomb of aliases": bom(12),
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
ZONDER_PROJECT = [
    ["fase"], ["fase", "3"], ["stap", "1.1"], ["gemeente"], ["tips"], ["voorbeelden"], ["contact"], ["zoek", "wijk"],
]  # fmt: skip
"""What can be read without a project: with a broken one too."""
MELDING = re.compile(r"routekaart-project\.yaml.*:\s|is er niet|geen gewoon bestand", re.DOTALL)


def refused(wereld: Wereld, opdracht: list[str]) -> str:
    """Run *opdracht* and return what it said; it must be an expected problem, about the file, in few words."""
    return _said(wereld, opdracht, 1)


def shown(wereld: Wereld, opdracht: list[str]) -> None:
    """Run *opdracht*, which must show the page it shows without a project, and say what is wrong with the file."""
    elsewhere = wereld.map / "elders"
    elsewhere.mkdir(exist_ok=True)
    without = Wereld(elsewhere).run(*opdracht, "-p", "geen.yaml")
    assert without.uit
    assert _said(wereld, opdracht, 0).endswith(without.uit)


def _said(wereld: Wereld, opdracht: list[str], code: int) -> str:
    outcome = wereld.run(*opdracht)
    said = outcome.fout + outcome.uit
    assert outcome.code == code, said
    assert MELDING.search(outcome.fout), said
    assert len(outcome.fout) < 5_000
    assert not set(said) & {"\x1b", "\x07", "\x00", "\ufffd"}
    return said


@pytest.mark.parametrize("name", BESTANDEN)
def test_a_hostile_file_is_refused_by_every_command_that_needs_it_and_stays_as_it_is(
    wereld: Wereld, name: str, record_property: Callable[[str, int], None]
) -> None:
    (wereld.map / "ander.yaml").write_text("formaat: 1\n", encoding="utf-8")
    wereld.bestand.write_bytes(BESTANDEN[name])
    for opdracht in COMMANDS:
        refused(wereld, opdracht)
    for opdracht in ZONDER_PROJECT:
        shown(wereld, opdracht)
    assert wereld.bestand.read_bytes() == BESTANDEN[name]
    assert not (wereld.map / "gehackt").exists()
    record_property("hostile files x commands", len(COMMANDS + ZONDER_PROJECT))


@pytest.mark.parametrize("name", BESTANDEN)
@pytest.mark.parametrize("opdracht", [["samenvoegen"], ["start", "--geen-invoer", "--antwoorden"]], ids=str)
def test_a_hostile_file_from_the_mail_changes_nothing(wereld: Wereld, name: str, opdracht: list[str]) -> None:
    wereld.start("wijk.naam=De Weide")
    before = wereld.bestand.read_bytes()
    (wereld.map / "van-jan.yaml").write_bytes(BESTANDEN[name])
    outcome = wereld.run(*opdracht, "van-jan.yaml")
    assert outcome.code in (1, 2)
    assert len(outcome.fout) < 5_000
    assert wereld.bestand.read_bytes() == before


def test_a_file_of_100_megabytes_is_refused_at_once(wereld: Wereld) -> None:
    wereld.bestand.touch()
    os.truncate(wereld.bestand, 100_000_000)
    for opdracht in COMMANDS:
        assert "groter dan 20 MB" in refused(wereld, opdracht)


@pytest.mark.parametrize("soort", ["folder", "fifo", "device", "loop"])
def test_something_else_in_place_of_the_file_is_refused_and_nobody_waits(wereld: Wereld, soort: str) -> None:
    if soort == "folder":
        wereld.bestand.mkdir()
    elif soort == "fifo":
        os.mkfifo(wereld.bestand)
    else:
        wereld.bestand.symlink_to("/dev/zero" if soort == "device" else wereld.bestand)
    (wereld.map / "ander.yaml").write_text("formaat: 1\n", encoding="utf-8")
    for opdracht in COMMANDS + ZONDER_PROJECT:
        outcome = wereld.run(*opdracht, "-p", str(wereld.bestand))
        assert outcome.code in (0, 1), opdracht
        assert (outcome.fout + outcome.uit).strip()
    assert not wereld.bestand.is_file()


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
LAAT_ZIEN = [
    [], ["status"], ["fase", "1"], ["stap", "1.1"], ["nakijken"], ["controleer"], ["export", "-"],
    ["terugdraaien", "--lijst"], ["terugdraaien", "--sessie"],
]  # fmt: skip


def teksten(inhoud: Inhoud) -> list[Vraag]:
    """Return every vraag into which anything may be typed, as far as the first fase shows them."""
    vragen = [*inhoud.intake.vragen, *inhoud.fase("opstarten").vragen]
    return [vraag for vraag in vragen if vraag.soort in (Soort.TEKST, Soort.LANGE_TEKST, Soort.LIJST)]


def hostile_project(wereld: Wereld, inhoud: Inhoud, text: str) -> None:
    """Put *text* in every free answer, with who said it, in the file as a person with an editor could."""
    antwoorden: dict[str, object] = {"stand.fase": {"waarde": "opstarten"}}
    antwoorden |= {f"{stap.id}.status": {"waarde": "bezig"} for stap in inhoud.fase("opstarten").stappen}
    for vraag in teksten(inhoud):
        record = {veld.id: text for veld in vraag.velden}
        antwoorden[vraag.id] = {"waarde": [record] if record else text, "door": text}
    antwoorden["wijk.gemeente"] = {"alternatieven": [{"waarde": text, "door": text}, {"waarde": "x"}]}
    file = {"formaat": 1, "antwoorden": antwoorden}
    wereld.bestand.write_text(yaml.safe_dump(file, allow_unicode=False, sort_keys=False), encoding="utf-8")


def steers(text: str) -> set[str]:
    """Return what in *text* could steer a terminal or turn the direction of the text."""
    return {char for char in text if char != "\n" and (unicodedata.category(char) == "Cc" or char in RICHTING)}


@pytest.mark.parametrize("name", ANTWOORDEN)
@pytest.mark.parametrize("options", [[], ["--toegankelijk"], ["--json"]], ids=str)
def test_a_hostile_answer_is_shown_as_text_on_every_screen(
    wereld: Wereld, inhoud: Inhoud, name: str, options: list[str], record_property: Callable[[str, int], None]
) -> None:
    hostile_project(wereld, inhoud, ANTWOORDEN[name])
    wereld.run("stap", "1.1", "--notitie", ANTWOORDEN[name])
    for opdracht in LAAT_ZIEN:
        outcome = wereld.run(*opdracht, *options)
        assert outcome.code == 0, f"{opdracht}: {outcome.fout}"
        assert not steers(outcome.uit + outcome.fout), opdracht
        if options == ["--json"]:
            json.loads(outcome.uit)
    record_property("hostile answers x screens", len(LAAT_ZIEN))


@pytest.mark.parametrize("name", ANTWOORDEN)
def test_a_hostile_answer_in_colour_brings_no_escape_of_its_own(wereld: Wereld, inhoud: Inhoud, name: str) -> None:
    hostile_project(wereld, inhoud, ANTWOORDEN[name])
    wereld.terminal = True
    for opdracht in (["status"], ["nakijken", "--geen-invoer"], ["stap", "1.1"]):
        out = wereld.run(*opdracht).uit
        assert not steers(re.sub(r"\x1b\[[\d;]*m|\x1b\]8;[^\x1b]*\x1b\\", "", out)), opdracht


@pytest.mark.parametrize("name", ANTWOORDEN)
def test_a_hostile_answer_is_typed_saved_and_read_again(wereld: Wereld, name: str) -> None:
    outcome = wereld.lines(ANTWOORDEN[name].replace("\n", " "), ":stop")
    assert outcome.code == 0
    assert not steers(outcome.fout)
    eens = store.load(wereld.bestand) if wereld.bestand.exists() else None
    wereld.lines("<", "", ":stop")
    assert eens is None or store.load(wereld.bestand) == eens


@pytest.mark.parametrize("name", ["../../buiten", "/tmp/buiten", "CON", "NUL.yaml", "a\x00b", "..", ".", "~", "-"])
def test_what_somebody_called_something_never_chooses_a_path(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "a" / "b"
    folder.mkdir(parents=True)
    wereld = Wereld(folder)
    wereld.start(f"wijk.naam={name}", f"groep.naam={name}", f"wijk.gemeente={name}")
    wereld.run("export")
    assert {path.name for path in folder.iterdir()} == {"routekaart-project.yaml", ".routekaart", "actieplan.md"}
    assert [path.name for path in tmp_path.rglob("*") if "buiten" in path.name] == []


def test_an_unknown_id_from_a_file_reaches_the_screen_as_text(wereld: Wereld) -> None:
    key = yaml.safe_dump("\x1b[2J\u202ex")
    stream = io.StringIO(f"formaat: 1\n? {key}: x\nantwoorden:\n  ? {key}  : {{waarde: x}}\n".replace("...\n", ""))
    wereld.bestand.write_text(stream.getvalue(), encoding="utf-8")
    for opdracht in (["controleer"], ["status"], ["nakijken"]):
        outcome = wereld.run(*opdracht)
        assert not steers(outcome.uit + outcome.fout)
