"""What a person typed in a plan goes along to another document of it, never to more readers unless somebody says so."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from helpers.world import World
from pypdf import PdfReader

OWN = "Onze **eigen** zin bij de wijk."
FURTHER = "- eerste punt\n- tweede punt"


def typed(world: World, name: str, voor: str) -> Path:
    """Make a plan for *voor* and type in it: a sentence behind a chapter, a list at the end."""
    file = world.folder / name
    assert world.run("export", name, "--voor", voor).code == 0
    text = file.read_text(encoding="utf-8")
    mark = "<!-- routekaart:einde hoofdstuk-wij -->"
    file.write_text(text.replace(mark, f"{mark}\n\n{OWN}\n") + f"\n{FURTHER}\n", encoding="utf-8")
    return file


def read(world: World, name: str, *args: str) -> tuple[str, str]:
    """Return the text of the plan *name* and what was said when it was made."""
    outcome = world.run("export", name, *args)
    assert outcome.code == 0, outcome.stderr
    data = (world.folder / name).read_bytes()
    if name.endswith(".docx"):
        document: Any = Document(io.BytesIO(data))
        return "\n".join(part.text for part in document.paragraphs), outcome.stderr
    if name.endswith(".pdf"):
        return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages), outcome.stderr
    return data.decode(), outcome.stderr


@pytest.mark.parametrize("name", ["a.docx", "a.pdf", "a.html", "a.md"])
@pytest.mark.parametrize("voor", ["gemeente", "ons"])
def test_it_goes_to_the_same_and_a_narrower_reader_in_every_document(small: World, name: str, voor: str) -> None:
    typed(small, "plan.md", "gemeente")
    text, said = read(small, name, "--voor", voor)
    flat = " ".join(text.replace("*", "").split())
    assert "Onze eigen zin bij de wijk." in flat
    assert flat.index("Onze eigen zin") < flat.index("Waar we staan")
    assert "tweede punt" in flat
    assert "Wat jullie zelf schreven in plan.md, staat er ook in." in " ".join(said.split())


@pytest.mark.parametrize(("there", "voor"), [("ons", "gemeente"), ("ons", "iedereen"), ("gemeente", "iedereen")])
def test_to_a_wider_reader_it_is_shown_and_left_out_where_nobody_can_say(small: World, there: str, voor: str) -> None:
    typed(small, "plan.md", there)
    text, said = read(small, "a.html", "--voor", voor)
    assert "eigen" not in text.partition("<body>")[2]
    assert OWN in said
    assert "Dat is weggelaten" in said


@pytest.mark.parametrize(("answer", "goes"), [("j", True), ("n", False), ("", False)])
def test_on_a_terminal_somebody_says_whether_it_goes_to_more_readers(small: World, answer: str, *, goes: bool) -> None:
    typed(small, "plan.md", "ons")
    outcome = small.run("export", "a.html", "--voor", "iedereen", "--toegankelijk", source=f"{answer}\n")
    assert "Mag deze tekst ook in het plan voor iedereen?" in " ".join(outcome.stderr.split())
    assert ("Onze eigen zin" in (small.folder / "a.html").read_text(encoding="utf-8")) is goes


def test_a_plan_of_another_wijk_in_the_same_folder_gives_nothing(small: World) -> None:
    typed(small, "plan.md", "gemeente")
    small.run("-p", "ander.yaml", "start", "--geen-invoer", "--antwoord", "wijk.naam=De Berg")
    outcome = small.run("-p", "ander.yaml", "export", "berg.html")
    assert "zelf schreven" not in outcome.stderr
    assert "eigen zin" not in (small.folder / "berg.html").read_text(encoding="utf-8").lower()


def test_an_older_plan_says_of_which_wijk_it_is_once_it_is_made_again(small: World) -> None:
    file = typed(small, "plan.md", "gemeente")
    new = file.read_text(encoding="utf-8")
    file.write_text(re.sub(r" van-[0-9a-f]{10}", "", new), encoding="utf-8")
    assert "eigen zin" not in read(small, "a.html")[0].lower()
    read(small, "plan.md")
    assert file.read_text(encoding="utf-8") == new
    assert "Onze eigen zin" in read(small, "a.html", "--overschrijf")[0]


def test_it_stays_once_where_it_was_typed_and_what_was_changed_within_a_block_is_said(small: World) -> None:
    file = typed(small, "plan.md", "gemeente")
    file.write_text(file.read_text(encoding="utf-8").replace("## Waar we staan", "## Hoe ver we zijn"), "utf-8")
    _, said = read(small, "a.html")
    assert "In plan.md veranderden jullie 'Hoe ver we zijn'. Dat staat hier niet in." in " ".join(said.split())
    for _ in range(2):
        read(small, "plan.md")
        read(small, "ander.md")
    assert file.read_text(encoding="utf-8").count("eigen** zin") == 1
    assert (small.folder / "ander.md").read_text(encoding="utf-8").count("eigen zin") == 1
