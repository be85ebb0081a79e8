"""Text in Markdown: whatever a person typed comes out of any Markdown reader as it was typed."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from routekaart_cli.documents.escaping import Markdown
from routekaart_cli.documents.escaping import markdown_inline as inline
from routekaart_cli.documents.escaping import markdown_link as link
from routekaart_cli.documents.escaping import markdown_paragraphs as paragraphs
from routekaart_cli.dutch.characters import visible

GFM = MarkdownIt("commonmark").enable(["table", "strikethrough"])
TABLE = ["table", "thead", "tr", "th", "tbody", "tr", "td"]
PLACES = {
    "paragraph": ("{}\n", ["p"]),
    "paragraph-after-a-label": ("**Naam:** {}\n", ["p", "strong"]),
    "heading": ("# {}\n", ["h1"]),
    "subheading": ("### Stap {}\n", ["h3"]),
    "list-item": ("- {}\n", ["ul", "li"]),
    "numbered-item": ("1. {}\n", ["ol", "li"]),
    "table-cell": ("| a |\n| --- |\n| {} |\n", TABLE),
    "table-head": ("| {} |\n| --- |\n| a |\n", TABLE),
}
EVERY_PLACE = pytest.mark.parametrize(("template", "elements"), list(PLACES.values()), ids=list(PLACES))
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


class HtmlReader(HTMLParser):
    """Remembers which elements a page opens, and the text a reader sees; a `<br>` is a new line."""

    def __init__(self) -> None:
        super().__init__()
        self.elementen: list[str] = []
        self.adressen: list[str | None] = []
        self.tekst = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elementen.append(tag)
        self.adressen.extend(waarde for name, waarde in attrs if name == "href")
        self.tekst += "\n" if tag == "br" else ""  # a newline in the data is only a blank

    def handle_endtag(self, tag: str) -> None:
        self.tekst += "\n\n" if tag == "p" else ""

    def handle_data(self, data: str) -> None:
        self.tekst += data.replace("\n", " ")

    def handle_comment(self, data: str) -> None:
        self.elementen.append(f"<!--{data}-->")


def read_markdown(markdown: str) -> HtmlReader:
    reader = HtmlReader()
    reader.feed(GFM.render(markdown))
    reader.close()
    return reader


def in_words(raw: str) -> str:
    return " ".join(visible(raw).split())


def lines_of(raw: str) -> list[list[str]]:
    """Return the paragraphs of *raw*, each as its lines, without blanks around and in between."""
    lines = [" ".join(line.split()) for line in visible(raw).split("\n")]
    return [paragraph.strip("\n").split("\n") for paragraph in "\n".join(lines).split("\n\n") if paragraph.strip()]


def lines_read(reader: HtmlReader) -> list[list[str]]:
    as_read = [paragraph.split("\n") for paragraph in reader.tekst.split("\n\n") if paragraph.strip()]
    return [[" ".join(line.split()) for line in lines] for lines in as_read]


def arrives_whole(template: str, elements: list[str], raw: str) -> None:
    reader, bare = read_markdown(template.format(inline(raw))), read_markdown(template.format("X"))
    assert reader.elementen == elements
    assert " ".join(reader.tekst.split()) == " ".join(bare.tekst.split()).replace("X", in_words(raw))


@pytest.mark.parametrize("raw", VOORBEELDEN, ids=ascii)
def test_an_example_comes_out_everywhere_as_it_was_typed(raw: str) -> None:
    for template, elements in PLACES.values():
        arrives_whole(template, elements, raw)


@EVERY_PLACE
@given(raw=tekst.filter(lambda raw: bool(in_words(raw))))
def test_any_text_comes_out_as_it_was_typed(template: str, elements: list[str], raw: str) -> None:
    arrives_whole(template, elements, raw)


def test_nothing_comes_out_as_nothing() -> None:
    assert inline(" \n ") == paragraphs(" \n ") == ""


@given(one=tekst, two=tekst, three=tekst)
def test_texts_beside_each_other_in_a_table_stay_in_their_own_cell(one: str, two: str, three: str) -> None:
    reader = read_markdown(f"| a | b | c |\n| --- | --- | --- |\n| {inline(one)} | {inline(two)} | {inline(three)} |\n")
    assert reader.elementen.count("td") == 3
    assert set(reader.elementen) <= set(TABLE)
    assert " ".join(reader.tekst.split()) == " ".join(
        f"a b c {in_words(one)} {in_words(two)} {in_words(three)}".split()
    )


@given(one=tekst, two=tekst)
def test_texts_beside_each_other_in_a_sentence_do_not_work_together(one: str, two: str) -> None:
    reader = read_markdown(f"Wij zijn {inline(one)}, namens {inline(two)}.\n")
    assert reader.elementen == ["p"]
    assert " ".join(reader.tekst.split()) == " ".join(f"Wij zijn {in_words(one)}, namens {in_words(two)}.".split())


@given(raw=tekst | st.lists(tekst, max_size=5).map("\n".join))
def test_lines_and_paragraphs_come_out_as_they_were_typed(raw: str) -> None:
    reader = read_markdown(paragraphs(raw))
    assert set(reader.elementen) <= {"p", "br"}
    assert lines_read(reader) == lines_of(raw)


@given(raw=st.lists(tekst, max_size=5).map("\n".join).filter(lambda raw: bool(in_words(raw))))
def test_lines_and_paragraphs_stay_inside_the_list_item_they_stand_in(raw: str) -> None:
    reader = read_markdown(f"- **Notitie:** {paragraphs(raw, 2)}\n- Volgende\n")
    assert reader.elementen.count("ul") == 1
    assert reader.elementen.count("li") == 2
    assert set(reader.elementen) <= {"ul", "li", "strong", "p", "br"}
    without_tag = reader.tekst.replace("Notitie:", "", 1).rsplit("Volgende", 1)[0]
    assert " ".join(without_tag.split()) == in_words(raw)


def test_a_line_break_is_kept_and_an_empty_line_begins_a_paragraph() -> None:
    reader = read_markdown(paragraphs("Een.\nTwee.\n\n\nDrie."))
    assert reader.elementen == ["p", "br", "p"]
    assert lines_read(reader) == [["Een.", "Twee."], ["Drie."]]


def test_what_is_markdown_already_stays_as_it_is() -> None:
    assert inline(Markdown("**vet**")) == "**vet**"
    assert inline(inline("*a*")) == inline("*a*")


def test_what_is_no_text_is_written_as_text() -> None:
    assert inline(12) == "12"


@pytest.mark.parametrize("address", ["https://x.nl", "http://www.x.nl/a_b?c=*d*&e=f#g", "https://x.nl/(a)[b]"])
def test_the_address_of_a_page_becomes_a_link_to_it(address: str) -> None:
    reader = read_markdown(link(address))
    assert reader.elementen == ["p", "a"]
    assert reader.tekst.strip() == address


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "file:///etc", "x.nl", "https://x.nl/a b", "https://x.nl><b>", "", "mailto:a@x.nl"],
)
def test_what_is_no_address_of_a_page_is_only_text(address: str) -> None:
    reader = read_markdown(link(address))
    assert set(reader.elementen) <= {"p"}
    assert reader.tekst.strip() == address
    assert reader.adressen == []
