"""Text in Markdown: whatever a person typed comes out of any Markdown reader as it was typed."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from routekaart_cli.documents.markdown import Markdown, alineas, inline, link
from routekaart_cli.dutch.characters import zichtbaar

GFM = MarkdownIt("commonmark").enable(["table", "strikethrough"])
TABEL = ["table", "thead", "tr", "th", "tbody", "tr", "td"]
PLEKKEN = {
    "paragraph": ("{}\n", ["p"]),
    "paragraph-after-a-label": ("**Naam:** {}\n", ["p", "strong"]),
    "heading": ("# {}\n", ["h1"]),
    "subheading": ("### Stap {}\n", ["h3"]),
    "list-item": ("- {}\n", ["ul", "li"]),
    "numbered-item": ("1. {}\n", ["ol", "li"]),
    "table-cell": ("| a |\n| --- |\n| {} |\n", TABEL),
    "table-head": ("| {} |\n| --- |\n| a |\n", TABEL),
}
ELKE_PLEK = pytest.mark.parametrize(("sjabloon", "elementen"), list(PLEKKEN.values()), ids=list(PLEKKEN))
VOORBEELDEN = (
    "De Weide", "# kop", "###### kop", "####### kop", "#", "kop #", "kop ##", "C# en #2", "| tabel |", "a | b",
    "a \\| b", "<b>", "<b>vet</b>", "<script>alert(1)</script>", "<!-- weg -->", "<https://x.nl>", "[link](x)",
    "[link]", "[x]: y", "[ ] doen", "![plaatje](x)", "!", "1. een", "1) een", "1986. Toen", "1.", "1",
    "123456789. x", "- x", "+ x", "* x", "-", "+", "*", "---", "- - -", "***", "* * *", "___", "===", "=",
    "> x", ">", "&amp;", "&", "&copy;", "&#65;", "&x41;", "\\", "\\\\", "\\*", "a\\", "x \\", "_a_", "__a__",
    "a_b_c", "_a", "a_", "a_ b", "*a*", "**a**", "~a~", "~~a~~", "`a`", "``", "```", "~~~", "a   b", "  x  ",
    "    code", "\tcode", "een\ntwee", "een\r\ntwee", "een  \ntwee", "een\\\ntwee", "kop\n===", "kop\n---",
    "a | b\n--- | ---", "\x1b[31mrood", "\u202eom", "a\u00a0b", "https://x.nl/a_b_c?d=*e*", "jan_de_vries@x.nl",
    "www.x.nl", ":house:", "[^1]", "[^1]: x", ": x", "€ 3.500", "👩‍👩‍👧", "é_é_é", "“_a_”",
)  # fmt: skip
syntaxis = st.text(st.sampled_from("#*_`~[]()<>|\\!&;:/-+=.1 aé\n"), max_size=15)
tekst = st.sampled_from(VOORBEELDEN) | syntaxis | st.text(max_size=30)


class Lezer(HTMLParser):
    """Remembers which elements a page opens, and the text a reader sees; a `<br>` is a new line."""

    def __init__(self) -> None:
        super().__init__()
        self.elementen: list[str] = []
        self.adressen: list[str | None] = []
        self.tekst = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elementen.append(tag)
        self.adressen.extend(waarde for naam, waarde in attrs if naam == "href")
        self.tekst += "\n" if tag == "br" else ""  # a newline in the data is only a blank

    def handle_endtag(self, tag: str) -> None:
        self.tekst += "\n\n" if tag == "p" else ""

    def handle_data(self, data: str) -> None:
        self.tekst += data.replace("\n", " ")

    def handle_comment(self, data: str) -> None:
        self.elementen.append(f"<!--{data}-->")


def lees(markdown: str) -> Lezer:
    lezer = Lezer()
    lezer.feed(GFM.render(markdown))
    lezer.close()
    return lezer


def woorden(ruw: str) -> str:
    return " ".join(zichtbaar(ruw).split())


def regels_van(ruw: str) -> list[list[str]]:
    """Return the paragraphs of *ruw*, each as its lines, without blanks around and in between."""
    regels = [" ".join(regel.split()) for regel in zichtbaar(ruw).split("\n")]
    return [alinea.strip("\n").split("\n") for alinea in "\n".join(regels).split("\n\n") if alinea.strip()]


def gelezen_regels(lezer: Lezer) -> list[list[str]]:
    gelezen = [alinea.split("\n") for alinea in lezer.tekst.split("\n\n") if alinea.strip()]
    return [[" ".join(regel.split()) for regel in regels] for regels in gelezen]


def komt_goed_aan(sjabloon: str, elementen: list[str], ruw: str) -> None:
    lezer, kaal = lees(sjabloon.format(inline(ruw))), lees(sjabloon.format("X"))
    assert lezer.elementen == elementen
    assert " ".join(lezer.tekst.split()) == " ".join(kaal.tekst.split()).replace("X", woorden(ruw))


@pytest.mark.parametrize("ruw", VOORBEELDEN, ids=ascii)
def test_an_example_comes_out_everywhere_as_it_was_typed(ruw: str) -> None:
    for sjabloon, elementen in PLEKKEN.values():
        komt_goed_aan(sjabloon, elementen, ruw)


@ELKE_PLEK
@given(ruw=tekst.filter(lambda ruw: bool(woorden(ruw))))
def test_any_text_comes_out_as_it_was_typed(sjabloon: str, elementen: list[str], ruw: str) -> None:
    komt_goed_aan(sjabloon, elementen, ruw)


def test_nothing_comes_out_as_nothing() -> None:
    assert inline(" \n ") == alineas(" \n ") == ""


@given(een=tekst, twee=tekst, drie=tekst)
def test_texts_beside_each_other_in_a_table_stay_in_their_own_cell(een: str, twee: str, drie: str) -> None:
    lezer = lees(f"| a | b | c |\n| --- | --- | --- |\n| {inline(een)} | {inline(twee)} | {inline(drie)} |\n")
    assert lezer.elementen.count("td") == 3
    assert set(lezer.elementen) <= set(TABEL)
    assert " ".join(lezer.tekst.split()) == " ".join(f"a b c {woorden(een)} {woorden(twee)} {woorden(drie)}".split())


@given(een=tekst, twee=tekst)
def test_texts_beside_each_other_in_a_sentence_do_not_work_together(een: str, twee: str) -> None:
    lezer = lees(f"Wij zijn {inline(een)}, namens {inline(twee)}.\n")
    assert lezer.elementen == ["p"]
    assert " ".join(lezer.tekst.split()) == " ".join(f"Wij zijn {woorden(een)}, namens {woorden(twee)}.".split())


@given(ruw=tekst | st.lists(tekst, max_size=5).map("\n".join))
def test_lines_and_paragraphs_come_out_as_they_were_typed(ruw: str) -> None:
    lezer = lees(alineas(ruw))
    assert set(lezer.elementen) <= {"p", "br"}
    assert gelezen_regels(lezer) == regels_van(ruw)


@given(ruw=st.lists(tekst, max_size=5).map("\n".join).filter(lambda ruw: bool(woorden(ruw))))
def test_lines_and_paragraphs_stay_inside_the_list_item_they_stand_in(ruw: str) -> None:
    lezer = lees(f"- **Notitie:** {alineas(ruw, 2)}\n- Volgende\n")
    assert lezer.elementen.count("ul") == 1
    assert lezer.elementen.count("li") == 2
    assert set(lezer.elementen) <= {"ul", "li", "strong", "p", "br"}
    zonder_label = lezer.tekst.replace("Notitie:", "", 1).rsplit("Volgende", 1)[0]
    assert " ".join(zonder_label.split()) == woorden(ruw)


def test_a_line_break_is_kept_and_an_empty_line_begins_a_paragraph() -> None:
    lezer = lees(alineas("Een.\nTwee.\n\n\nDrie."))
    assert lezer.elementen == ["p", "br", "p"]
    assert gelezen_regels(lezer) == [["Een.", "Twee."], ["Drie."]]


def test_what_is_markdown_already_stays_as_it_is() -> None:
    assert inline(Markdown("**vet**")) == "**vet**"
    assert inline(inline("*a*")) == inline("*a*")


def test_what_is_no_text_is_written_as_text() -> None:
    assert inline(12) == "12"


@pytest.mark.parametrize("adres", ["https://x.nl", "http://www.x.nl/a_b?c=*d*&e=f#g", "https://x.nl/(a)[b]"])
def test_the_address_of_a_page_becomes_a_link_to_it(adres: str) -> None:
    lezer = lees(link(adres))
    assert lezer.elementen == ["p", "a"]
    assert lezer.tekst.strip() == adres


@pytest.mark.parametrize(
    "adres", ["javascript:alert(1)", "file:///etc", "x.nl", "https://x.nl/a b", "https://x.nl><b>", "", "mailto:a@x.nl"]
)
def test_what_is_no_address_of_a_page_is_only_text(adres: str) -> None:
    lezer = lees(link(adres))
    assert set(lezer.elementen) <= {"p"}
    assert lezer.tekst.strip() == adres
    assert lezer.adressen == []
