"""The action plan in HTML: one file that needs nothing else, in which every answer is text and nothing more."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from helpers.colours import contrast
from helpers.hostile import HOSTILE, overal
from helpers.places import CONTENT, Golden
from helpers.world import World
from hypothesis import given
from hypothesis import strategies as st

from routekaart_cli.documents import escaping
from routekaart_cli.domain.antwoorden import Antwoord, Project, Stand
from routekaart_cli.dutch.characters import visible
from routekaart_cli.inhoud.folder import Inhoud
from routekaart_cli.project import store

STYLE = CONTENT / "sjablonen" / "stijl.css"
LEEG = {"meta", "br", "use", "path", "circle"}
"""Elements that have no end."""
ELEMENTS = LEEG | {
    "html", "head", "title", "style", "body", "header", "main", "section", "nav", "footer", "div", "h1", "h2", "h3",
    "h4", "h5", "p", "a", "span", "strong", "ul", "ol", "li", "dl", "dt", "dd", "figure", "figcaption", "table",
    "caption", "thead", "tbody", "tr", "th", "td", "svg", "symbol", "line", "text",
}  # fmt: skip


class HtmlReader(HTMLParser):
    """Reads a document as a browser would: which elements, attributes and texts there are."""

    def __init__(self, document: str) -> None:
        super().__init__()
        self.elementen: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.tekst = ""
        self.feed(document)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elementen.append((tag, {name: waarde or "" for name, waarde in attrs}))
        self.tekst += "\n" * (tag == "br")
        if tag not in LEEG:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elementen.append((tag, {name: waarde or "" for name, waarde in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.tekst += data

    @property
    def ids(self) -> list[str]:
        return [attrs["id"] for _, attrs in self.elementen if "id" in attrs]


def read_html(world: World, *args: str) -> HtmlReader:
    outcome = world.run("export", "-", "--formaat", "html", *(args or ("--voor", "ons", "--met-bijlagen")))
    assert outcome.code == 0, outcome.stderr
    return HtmlReader(outcome.stdout)


@pytest.fixture
def hostile(world: World, inhoud: Inhoud) -> World:
    """The world of a project that is hostile everywhere."""
    store.save(world.bestand, overal(inhoud))
    return world


def test_the_html_is_the_golden_one(small: World, golden: Golden) -> None:
    golden("actieplan.html", small.run("export", "-", "--formaat", "html").stdout)


@pytest.mark.parametrize("soort", ["zonnehoek", "hostile"])
def test_the_document_is_whole_and_needs_nothing_else(soort: str, request: pytest.FixtureRequest) -> None:
    reader = read_html(request.getfixturevalue(soort))
    assert reader.open == []
    assert {tag for tag, _ in reader.elementen} <= ELEMENTS
    for tag, attrs in reader.elementen:
        assert not [name for name in attrs if name.startswith("on")], tag
        assert not {"src", "srcset", "action", "formaction", "background", "poster", "xlink:href"} & attrs.keys(), tag
    beleid = next(attrs["content"] for _, attrs in reader.elementen if "http-equiv" in attrs)
    assert beleid == "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
    style = STYLE.read_text(encoding="utf-8")
    assert not re.search(r"url\(|@import|@font-face|expression", style)


@pytest.mark.parametrize("soort", ["zonnehoek", "hostile"])
def test_every_link_goes_to_a_place_in_the_document_or_to_an_address_of_the_routekaart(
    soort: str, request: pytest.FixtureRequest, inhoud: Inhoud
) -> None:
    reader = read_html(request.getfixturevalue(soort))
    known = {loket.adres for loket in inhoud.contact.loketten}
    known |= {bron.adres for item in inhoud.actueel for bron in item.bronnen}
    assert len(reader.ids) == len(set(reader.ids))
    for _, attrs in reader.elementen:
        address = attrs.get("href", "#inhoud")
        assert address[1:] in reader.ids if address.startswith("#") else address in known


def test_headings_go_down_one_level_at_a_time_and_the_language_is_dutch(zonnehoek: World) -> None:
    reader = read_html(zonnehoek)
    levels = [int(tag[1]) for tag, _ in reader.elementen if re.fullmatch(r"h\d", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))
    assert reader.elementen[0] == ("html", {"lang": "nl"})


def test_hostile_answers_are_shown_as_they_were_typed(hostile: World) -> None:
    seen = " ".join(read_html(hostile).tekst.split())
    for text in HOSTILE:
        assert " ".join(visible(text).split()) in seen


@given(st.text())
def test_any_text_comes_out_as_it_was_typed(text: str) -> None:
    for made in (escaping.html_paragraphs(text), escaping.html_link(text)):
        reader = HtmlReader(str(made))
        assert {tag for tag, _ in reader.elementen} <= {"p", "br", "a"}
        assert "".join(reader.tekst.split()) == "".join(visible(text).split())


def test_every_answer_of_the_example_is_in_the_document(zonnehoek: World) -> None:
    seen = "".join(read_html(zonnehoek).tekst.split())
    for vraag_id, antwoord in store.load(zonnehoek.bestand).antwoorden.items():
        if isinstance(antwoord.waarde, str) and " " in antwoord.waarde:
            assert "".join(antwoord.waarde.split()) in seen, vraag_id


def test_progress_stands_in_words_in_the_picture(small: World) -> None:
    seen = " ".join(read_html(small).tekst.split())
    assert "1 bezig.Fase 2, Doen: 2 van 2 stappen bezig." in seen


@pytest.mark.parametrize("names", [["De Brug"], [f"Organisatie {number:02} {'wijk ' * 9}" for number in range(40)]])
def test_a_name_stands_once_in_the_netwerkkaart_whole_and_in_order(names: list[str], world: World) -> None:
    rows = tuple({"naam": name.strip(), "contact": f"Kees van {name.strip()}"} for name in names)
    antwoorden = {
        "opstarten.nodig-partners-uit.status": Antwoord(Stand.GEGEVEN, "bezig"),
        "opstarten.nodig-partners-uit.partners": Antwoord(Stand.GEGEVEN, rows),
    }
    store.save(world.bestand, Project(antwoorden))
    kaart = HtmlReader(hoofdstuk(world, "betrokkenen"))
    seen = [line for line in kaart.tekst.split("\n") if line]
    assert seen[:3] == ["Netwerkkaart", "Onze groep", "Partners"]
    assert seen[3:] == [f"{row['naam']}Contactpersoon: {row['contact']}" for row in rows]
    assert not {"svg", "table"} & {tag for tag, _ in kaart.elementen}


def test_a_kind_of_contacts_is_a_branch_and_another_answer_stands_below(zonnehoek: World) -> None:
    document = hoofdstuk(zonnehoek, "betrokkenen")
    given = store.load(zonnehoek.bestand).antwoorden
    vragen = [v for v in zonnehoek.inhoud.vragen if v.hoofdstuk == "betrokkenen" and v.id in given]
    branches, others = ([v.kort for v in vragen if bool(v.velden) is lijst] for lijst in (True, False))
    assert re.findall(r"<(?:h3|p><strong)>(.*?):?</", document) == [*branches, *others]
    assert branches
    assert others


def hoofdstuk(world: World, name: str) -> str:
    """Return the HTML of the chapter *name* of the plan."""
    document = world.run("export", "-", "--formaat", "html", "--voor", "ons").stdout
    [part] = re.findall(rf'<section aria-labelledby="h-{name}">(.*?)</section>', document, re.DOTALL)
    return str(part)


def test_a_drawing_keeps_its_colours_where_the_style_sheet_is_not_read(zonnehoek: World) -> None:
    drawings = [attrs for tag, attrs in read_html(zonnehoek).elementen if tag in {"path", "circle"}]
    assert drawings
    assert all("fill" in attrs for attrs in drawings)


def test_an_empty_project_has_no_empty_headings(world: World) -> None:
    world.start("wijk.naam=De Weide")
    document = world.run("export", "-", "--formaat", "html").stdout
    assert "None" not in document
    assert not re.search(r"</h\d>\s*</(section|div)>", document)
    assert "Netwerkkaart" not in document


def test_without_personal_data_the_document_says_so(zonnehoek: World) -> None:
    reader = read_html(zonnehoek, "--zonder-persoonsgegevens")
    assert "Wie" not in reader.tekst.split()
    assert "Fatima" not in reader.tekst


def test_a_template_uses_what_lies_beside_it_or_else_ours_and_says_what_is_nowhere(
    zonnehoek: World, inhoud: Inhoud
) -> None:
    bron = (inhoud.folder / "sjablonen" / "actieplan.html.j2").read_text(encoding="utf-8")
    for base, code in (("basis.html.j2", 0), ("nergens.html.j2", 1)):
        (zonnehoek.folder / "eigen.html.j2").write_text(bron.replace("basis.html.j2", base), encoding="utf-8")
        outcome = zonnehoek.run("export", "-", "--formaat", "html", "--sjabloon", "eigen.html.j2")
        assert outcome.code == code
    assert "nergens.html.j2" in outcome.stderr


@pytest.mark.parametrize(("error", "message"), [("{{ plan.wijkk }}", "een naam"), ("{% if %}", "De opbouw")])
def test_a_mistake_in_a_file_that_a_template_uses_is_named_there(
    zonnehoek: World, inhoud: Inhoud, error: str, message: str
) -> None:
    for name in ("actieplan.html.j2", "basis.html.j2", "stijl.css"):
        (zonnehoek.folder / name).write_bytes((inhoud.folder / "sjablonen" / name).read_bytes())
    basis = zonnehoek.folder / "basis.html.j2"
    basis.write_text(basis.read_text(encoding="utf-8").replace("</head>", f"{error}\n</head>"), encoding="utf-8")
    said = " ".join(zonnehoek.run("export", "-", "--sjabloon", "actieplan.html.j2", "--formaat", "html").stderr.split())
    assert re.search(r"basis\.html\.j2:1[3-9]:", said)
    assert message in said


def kleuren() -> dict[str, dict[str, str]]:
    """Return the colours of the style sheet on a light screen, on a dark one and on paper."""
    blocks = re.findall(r"(@media [^{]*\{\s*)?:root \{(.*?)\}", STYLE.read_text(encoding="utf-8"), re.DOTALL)
    assert ["dark" in media or "print" in media for media, _ in blocks] == [False, True, True]
    light, dark, paper = (dict(re.findall(r"--([\w-]+): (#\w+)", block)) for _, block in blocks)
    return {"licht": light, "donker": light | dark, "papier": light | paper}


def rgb(color: str) -> bytes:
    """Return what `#rgb` or `#rrggbb` is."""
    return bytes.fromhex(color[1:] if len(color) == 7 else "".join(digit * 2 for digit in color[1:]))


TEXT_UP = [
    *((text, "papier") for text in ("inkt", "zacht", "accent", "routekaart")),
    *((f"tak-{number}", "papier") for number in range(1, 5)),
    ("hoofd-op", "hoofd"), ("hoofd-zacht", "hoofd"), ("papier", "accent"),
]  # fmt: skip


@pytest.mark.parametrize("where", ["licht", "donker", "papier"])
@pytest.mark.parametrize(("text", "area"), TEXT_UP)
def test_text_stands_out_enough_from_what_is_behind_it(where: str, text: str, area: str) -> None:
    palette = kleuren()[where]
    assert contrast(rgb(palette[text]), rgb(palette[area])) >= 4.5
