"""The plan in Word, PDF and a spreadsheet: whole, in Dutch, for everyone to read; nothing typed is more than text."""

from __future__ import annotations

import io
import re
import sys
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from docx import Document
from helpers.hostile import HOSTILE, overal
from helpers.office import text_of
from helpers.world import World
from pypdf import PdfReader

from routekaart_cli.dutch.characters import clean, visible
from routekaart_cli.inhoud.folder import Inhoud
from routekaart_cli.project import to_yaml

BINARY = ("docx", "pdf", "xlsx")


def made(world: World, name: str, *args: str) -> bytes:
    """Return the document *name* that `export` makes."""
    outcome = world.run("export", name, "--overschrijf", *args)
    assert outcome.code == 0, outcome.stderr
    return (world.folder / name).read_bytes()


def word(world: World, *args: str) -> Any:
    return Document(io.BytesIO(made(world, "plan.docx", *args)))


@pytest.fixture
def hostile(world: World, inhoud: Inhoud) -> World:
    world.bestand.write_text(to_yaml.dump(overal(inhoud)), encoding="utf-8")
    return world


def bare(text: str) -> str:
    """Return the letters and digits of *text*: a page breaks its lines where it likes."""
    return "".join(re.findall(r"\w", text))


@pytest.mark.parametrize("formaat", ["docx", "pdf"])
def test_every_word_of_the_plan_is_in_the_document(small: World, formaat: str) -> None:
    plan = small.run("export", "-", "--formaat", "html", "--voor", "ons").stdout
    main = re.sub(r"<[^>]*>", " ", plan.partition("<main")[2].partition(">")[2])
    words = {word for word in re.findall(r"[A-Za-z]{4,}", main) if word != "beter"}
    text = bare(text_of(made(small, f"plan.{formaat}", "--voor", "ons")).replace("\u00ad", "").replace("-\n", ""))
    assert not [word for word in words if word not in text]


@pytest.mark.one_in(5)
@pytest.mark.parametrize("formaat", ["docx", "pdf"])
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_answers_are_shown_as_they_were_typed(world: World, formaat: str, text: str) -> None:
    world.start(f"wijk.naam={text}", f"groep.doel={text}", f'groep.aanleiding=#{text}[*_$x$ #import "/etc/passwd"')
    seen = bare(text_of(made(world, f"plan.{formaat}")))
    assert bare(visible(clean(text)))[:200] in seen


@pytest.mark.parametrize("formaat", BINARY)
def test_a_project_that_is_hostile_everywhere_becomes_a_document(hostile: World, formaat: str) -> None:
    assert made(hostile, f"plan.{formaat}", "--voor", "ons")


def test_a_word_document_has_headings_lists_header_rows_and_says_that_it_is_dutch(zonnehoek: World) -> None:
    document = word(zonnehoek)
    styles = [paragraph.style.name for paragraph in document.paragraphs]
    assert styles.count("Title") == 1
    assert {"Heading 1", "List Bullet", "Quote"} <= set(styles)
    assert all("<w:tblHeader" in table.rows[0]._tr.xml for table in document.tables if len(table.rows) > 1)
    assert 'w:lang w:val="nl-NL"' in document.styles.element.xml
    core = document.core_properties
    assert (core.title, core.author) == ("Actieplan De Zonnehoek (verzonnen)", "Zonnehoek Warm")
    assert (core.comments, core.created.date().isoformat()) == ("", "2026-11-23")


def test_a_huisstijl_brings_its_styles_and_page_and_not_its_words(zonnehoek: World, tmp_path: Path) -> None:
    own: Any = Document()
    own.add_paragraph("Voorbeeldtekst van de federatie")
    own.sections[0].header.paragraphs[0].text = "Federatie van Proefstad"
    own.styles["Heading 1"].font.name = "Comic Neue"
    own.save(str(tmp_path / "stijl.docx"))
    document = word(zonnehoek, "--huisstijl", "stijl.docx")
    assert document.styles["Heading 1"].font.name == "Comic Neue"
    assert document.sections[0].header.paragraphs[0].text == "Federatie van Proefstad"
    assert "Voorbeeldtekst" not in " ".join(paragraph.text for paragraph in document.paragraphs)


@pytest.mark.parametrize(
    ("name", "huisstijl", "code"),
    [("plan.docx", "weg.docx", 1), ("plan.docx", "tekst.docx", 1), ("plan.pdf", "tekst.docx", 2)],
)
def test_a_huisstijl_that_is_not_there_or_not_word_is_refused(
    zonnehoek: World, name: str, huisstijl: str, code: int
) -> None:
    (zonnehoek.folder / "tekst.docx").write_text("tekst", encoding="utf-8")
    outcome = zonnehoek.run("export", name, "--huisstijl", huisstijl)
    assert outcome.code == code
    assert ".docx" in outcome.stderr
    assert not (zonnehoek.folder / name).exists()


def test_a_pdf_is_tagged_in_dutch_with_a_title_and_bookmarks(zonnehoek: World) -> None:
    reader = PdfReader(io.BytesIO(made(zonnehoek, "plan.pdf")))
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"].startswith("nl")
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata
    assert reader.metadata.title == "Actieplan De Zonnehoek (verzonnen)"
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()
    kinds = set(_kinds(root["/StructTreeRoot"]))
    assert {"/H1", "/Table", "/TH", "/TD", "/L", "/Figure"} <= kinds
    assert len(reader.outline) == len([p for p in word(zonnehoek).paragraphs if p.style.name == "Heading 1"])


def _kinds(element: Any) -> list[str]:
    """Return the kinds of every element in the structure of a PDF."""
    element = element.get_object()
    if isinstance(element, list):
        return [kind for part in element for kind in _kinds(part)]
    if not isinstance(element, dict):
        return []
    return [str(element.get("/S", "")), *(_kinds(element["/K"]) if "/K" in element else [])]


@pytest.mark.parametrize(("soort", "most"), [("voorbeeld", 4), ("begin", 1)])
def test_the_plan_is_a_few_pages(world: World, inhoud: Inhoud, soort: str, most: int) -> None:
    """With the fonts that typst brings, so that it is the same everywhere."""
    if soort == "voorbeeld":
        world.bestand.write_bytes((inhoud.folder / "voorbeeldproject.yaml").read_bytes())
    else:
        world.start("wijk.naam=De Weide", "wijk.gemeente=Zwolle", "wijk.woningen=300", "groep.doel=Samen van het gas.")
    assert len(PdfReader(io.BytesIO(made(world, "plan.pdf"))).pages) <= most


def test_without_typst_it_is_said_how_to_get_it(zonnehoek: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    outcome = zonnehoek.run("export", "plan.pdf")
    assert outcome.code == 1
    assert "Typ de regel met install uit README.md nog een keer" in outcome.stderr
    assert "plan.html" in outcome.stderr
    assert not (zonnehoek.folder / "plan.pdf").exists()


def test_a_workbook_has_the_tables_of_the_plan(zonnehoek: World) -> None:
    book = openpyxl.load_workbook(io.BytesIO(made(zonnehoek, "plan.xlsx", "--voor", "ons")))
    assert book.sheetnames == ["Acties", "Stappen", "Planning", "Begroting", "Vragen aan de gemeente", "Netwerk"]
    assert [cell.value for cell in book["Acties"][2]][:4] == ["2.3", "Plannen koppelen", "Ravi Ramdin", "2026-11-13"]
    assert "Wie" not in [cell.value for cell in _workbook(zonnehoek, "iedereen")["Acties"][1]]


def _workbook(world: World, voor: str) -> Any:
    return openpyxl.load_workbook(io.BytesIO(made(world, "plan.xlsx", "--voor", voor)))


@pytest.mark.parametrize("typed", ["=1+1", "@SUM(A1)", "+1", "-1", "https://voorbeeld.example", "{=1}"])
def test_what_was_typed_is_no_formula_or_link_in_a_workbook(world: World, typed: str) -> None:
    world.start("wijk.naam=De Weide")
    world.run("stap", "1.1", "--wie", typed)
    cells = [cell for row in _workbook(world, "ons")["Acties"].iter_rows() for cell in row]
    [found] = [cell for cell in cells if cell.value == typed]
    assert (found.data_type, found.hyperlink) == ("s", None)


@pytest.mark.parametrize("formaat", BINARY)
def test_what_is_no_text_never_goes_to_a_terminal(zonnehoek: World, formaat: str) -> None:
    zonnehoek.terminal = True
    outcome = zonnehoek.run("export", "-", "--formaat", formaat)
    assert outcome.code == 2
    assert outcome.stdout == ""
    assert zonnehoek.run("export", "-", "--formaat", formaat, "--json").gegevens["plan"] is None
