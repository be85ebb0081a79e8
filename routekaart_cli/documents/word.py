"""A document of blocks in Word: real headings, lists and header rows, in Dutch, in our styles or those of somebody."""

# ruff: noqa: SLF001, TID253  # this is where python-docx lives; what it has no name for is an element of its own

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from routekaart_cli.dutch.characters import visible
from routekaart_cli.errors import UnreadableFile
from routekaart_cli.plan.records import Blok, Bloksoort, PlanFase, Stuk

_GREEN = "0B6650"
_LETTERS = 75
"""So many stand on a line in a wide font; which font there will be nobody knows here."""
_SHADES = {"klaar": "CFE6DC", "bezig": "E6F2EC"}
"""What is behind a fase in the picture, by how it is doing; the others have none."""


def render(stuk: Stuk, huisstijl: Path) -> bytes:
    """Return *stuk* as a Word document, with the styles of the document *huisstijl* when there is one.

    Raises `UnreadableFile` when *huisstijl* is no Word document.
    """
    return _Writer(huisstijl).whole(stuk)


class _Writer:
    def __init__(self, huisstijl: Path) -> None:
        self.own = not huisstijl.is_file()
        try:
            self.document: Any = Document(None if self.own else str(huisstijl))
        except (PackageNotFoundError, KeyError, ValueError) as error:
            raise UnreadableFile(
                f"{huisstijl}: dit is geen document van Word (.docx).", "Kies met --huisstijl een ander bestand."
            ) from error
        self.styles = {style.name for style in self.document.styles}
        body = self.document.element.body
        for element in [part for part in body if part.tag != qn("w:sectPr")]:  # what an example of a huisstijl says
            body.remove(element)
        self._speak_dutch()
        if self.own:
            self._look_ours()

    def whole(self, stuk: Stuk) -> bytes:
        core = self.document.core_properties
        # Word takes no more than 255 characters of these.
        core.title, core.author = visible(stuk.titel)[:255], visible(stuk.groep or stuk.wijk)[:255]
        core.language, core.comments = "nl-NL", ""
        core.created = core.modified = datetime.fromisoformat(stuk.datum_iso)
        if stuk.waarschuwing:
            self._paragraph(stuk.waarschuwing, "Intense Quote")
        self._paragraph(stuk.titel, "Title")
        self._paragraph(stuk.van, "Subtitle")
        if stuk.vragen:
            paragraph = self._paragraph("Vragen? ")
            paragraph.add_run(visible(stuk.vragen)).bold = True
        for hoofdstuk in stuk.hoofdstukken:
            self._paragraph(hoofdstuk.titel, "Heading 1")
            for blok in hoofdstuk.blokken:
                self._blok(blok)
        if stuk.slot:
            self._paragraph(stuk.slot).runs[0].italic = True
        out = io.BytesIO()
        self.document.save(out)
        return out.getvalue()

    def _blok(self, blok: Blok) -> None:
        if blok.kop and blok.soort is not Bloksoort.ALINEA:
            self._paragraph(blok.kop, "Heading 2")
        match blok.soort:
            case Bloksoort.NADRUK:
                self._paragraph(blok.tekst, "Quote")
            case Bloksoort.ALINEA:
                self._alinea(blok)
            case Bloksoort.FASEN:
                self._fasen(blok.fasen)
            case Bloksoort.VRAAG:
                self._vraag(blok)
                return
        for punt in blok.punten:
            self._paragraph(punt, "List Bullet")
        if blok.rijen:
            self._table(blok)

    def _alinea(self, blok: Blok) -> None:
        parts = [part for part in blok.tekst.split("\n") if part.strip()]
        if blok.kop:
            paragraph = self._paragraph("")
            paragraph.add_run(f"{visible(blok.kop)}: ").bold = True
            paragraph.add_run(visible(parts[0]) if parts else "")
            parts = parts[1:]
        for part in parts:
            self._paragraph(part)
        if blok.door:
            self._paragraph(f"Dit zegt {blok.door}.")

    def _vraag(self, blok: Blok) -> None:
        """Add *blok* with boxes to tick, cells to fill and lines to write on."""
        parts = [self._paragraph(blok.tekst)] if blok.tekst else []
        for part in parts:
            part.runs[0].font.size = Pt(9)
        if blok.punten:
            parts.append(self._paragraph("    ".join(f"☐\u00a0{punt}" for punt in blok.punten)))
        for number in range(blok.regels):
            line = self._paragraph("")
            line.paragraph_format.space_before = Pt(12)
            borders = OxmlElement("w:pBdr")
            # Of lines that look alike Word makes one around them all.
            _set(borders, "w:bottom", val="single", sz="4", space="1", color=f"7D8A8{4 + number % 2}")
            line._p.get_or_add_pPr().append(borders)
            parts.append(line)
        for part in parts if blok.rijen else parts[:-1]:  # on one page
            part.paragraph_format.keep_with_next = True
        if blok.rijen:
            self._table(blok)
            for row in self.document.tables[-1].rows[1:]:
                row.height = Mm(8)

    def _paragraph(self, text: str, style: str = "") -> Any:
        return self.document.add_paragraph(visible(text), style if style in self.styles else None)

    def _table(self, blok: Blok) -> None:
        rows = [blok.kolommen, *blok.rijen, *([blok.totaal] if blok.totaal else [])]
        table = self._grid(len(rows), len(blok.kolommen), blok.kop)
        for number, cells in enumerate(rows):
            bold = not number or cells is blok.totaal
            for cell, text, column in zip(table.rows[number].cells, cells, range(len(cells)), strict=True):
                paragraph = cell.paragraphs[0]
                paragraph.add_run(visible(text)).bold = bold
                paragraph.alignment = 2 if column in blok.getallen else None
            _set(table.rows[number]._tr.get_or_add_trPr(), "w:cantSplit")
        _set(table.rows[0]._tr.get_or_add_trPr(), "w:tblHeader")
        self._widths(table, _weights(rows, 20 if blok.soort is Bloksoort.VRAAG else 0))
        self._gap()

    def _gap(self) -> None:
        """Add what keeps a table apart from what follows: two that touch become one in Word."""
        gap = self._paragraph("").paragraph_format
        gap.line_spacing, gap.space_after = Pt(6), Pt(0)

    def _widths(self, table: Any, weights: Sequence[float]) -> None:
        """Divide the width of the page over the columns of *table* by their *weights*."""
        section = self.document.sections[0]
        whole = section.page_width - section.left_margin - section.right_margin
        for column, weight in zip(table.columns, weights, strict=True):
            column.width = round(whole * weight / sum(weights))
            for cell in column.cells:
                cell.width = column.width

    def _fasen(self, fasen: Sequence[PlanFase]) -> None:
        """Add the picture of the *fasen*: one row, of which the text says all that its colours say."""
        table = self._grid(1, len(fasen), "Waar we staan")
        for cell, fase in zip(table.rows[0].cells, fasen, strict=True):
            cell.paragraphs[0].add_run(f"{fase.nummer}. {visible(fase.titel)}").bold = True
            cell.add_paragraph(fase.in_woorden)
            if fase.huidig:
                cell.add_paragraph().add_run("Hier zijn we nu").bold = True
            state = "klaar" if not fase.bezig and not fase.te_doen else "bezig" if fase.bezig or fase.klaar else ""
            if state:
                _set(cell._tc.get_or_add_tcPr(), "w:shd", val="clear", color="auto", fill=_SHADES[state])
        self._gap()

    def _grid(self, rows: int, columns: int, title: str) -> Any:
        table = self.document.add_table(rows, columns)
        table.style = "Table Grid" if "Table Grid" in self.styles else None
        if title:
            _set(table._tbl.tblPr, "w:tblCaption", val=visible(title))
        return table

    def _speak_dutch(self) -> None:
        """Say that the text is Dutch, for who listens to it and for the spelling checker."""
        defaults = self.document.styles.element.find(qn("w:docDefaults"))
        run = defaults.find(f"{qn('w:rPrDefault')}/{qn('w:rPr')}") if defaults is not None else None
        if run is not None:
            for element in run.findall(qn("w:lang")):
                run.remove(element)
            _set(run, "w:lang", val="nl-NL", eastAsia="nl-NL", bidi="nl-NL")

    def _look_ours(self) -> None:
        [section] = self.document.sections
        section.orientation, section.page_width, section.page_height = WD_ORIENT.PORTRAIT, Mm(210), Mm(297)
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(20)
        for name, size in (("Normal", 10.5), ("Title", 24), ("Subtitle", 11), ("Heading 1", 14), ("Heading 2", 11)):
            style = self.document.styles[name]
            style.font.size, style.font.name = Pt(size), "Calibri"
            fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
            for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
                fonts.attrib.pop(qn(f"w:{theme}"), None)
            if name.startswith("Heading"):
                style.paragraph_format.space_before = Pt(10)
            if name != "Normal":
                style.font.color.rgb = RGBColor.from_string(_GREEN)
        for border in self.document.styles["Title"].element.findall(f".//{qn('w:pBdr')}"):
            border.getparent().remove(border)
        self.document.styles["Normal"].paragraph_format.space_after = Pt(4)
        self.document.styles["List Bullet"].paragraph_format.space_after = Pt(1)


def _weights(rows: Sequence[Sequence[str]], room: int) -> list[float]:
    """Return how wide each column of *rows* is: its longest word fits, and what is left goes by its longest text.

    Each counts as at least *room*: an empty one is there to write in.
    """
    columns = list(zip(*rows, strict=True))
    words = [max((len(word) for cell in column for word in cell.split()), default=0) for column in columns]
    least = [min(word, 25) + 3 for word in words]
    more = [max(0, min(max(room, *map(len, column)), 45) - width) for column, width in zip(columns, least, strict=True)]
    spare = max(0, _LETTERS - sum(least))
    return [width + spare * part / (sum(more) or 1) for width, part in zip(least, more, strict=True)]


def _set(parent: Any, tag: str, **attributes: str) -> None:
    """Put an element *tag* with these *attributes* in *parent*."""
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    parent.append(element)
