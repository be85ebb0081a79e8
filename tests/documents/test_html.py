"""The action plan in HTML: one file that needs nothing else, in which every answer is text and nothing more."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from helpers.colours import contrast
from helpers.hostile import VIJANDIG, overal
from helpers.places import CONTENT, Golden
from helpers.world import Wereld
from hypothesis import given
from hypothesis import strategies as st

from routekaart_cli.documents import html
from routekaart_cli.domain.antwoorden import Antwoord, Project, Stand
from routekaart_cli.dutch.characters import zichtbaar
from routekaart_cli.inhoud.folder import Inhoud
from routekaart_cli.project import store

STIJL = CONTENT / "sjablonen" / "stijl.css"
LEEG = {"meta", "br", "use", "path", "circle"}
"""Elements that have no end."""
ELEMENTEN = LEEG | {
    "html", "head", "title", "style", "body", "header", "main", "section", "nav", "footer", "div", "h1", "h2", "h3",
    "h4", "h5", "p", "a", "span", "strong", "ul", "ol", "li", "dl", "dt", "dd", "figure", "figcaption", "table",
    "caption", "thead", "tbody", "tr", "th", "td", "svg", "symbol",
}  # fmt: skip


class Lezer(HTMLParser):
    """Reads a document as a browser would: which elements, attributes and texts there are."""

    def __init__(self, document: str) -> None:
        super().__init__()
        self.elementen: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.tekst = ""
        self.feed(document)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elementen.append((tag, {naam: waarde or "" for naam, waarde in attrs}))
        self.tekst += "\n" * (tag == "br")
        if tag not in LEEG:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elementen.append((tag, {naam: waarde or "" for naam, waarde in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.tekst += data

    @property
    def ids(self) -> list[str]:
        return [attrs["id"] for _, attrs in self.elementen if "id" in attrs]


def lees(wereld: Wereld, *args: str) -> Lezer:
    uitkomst = wereld.run("export", "-", "--formaat", "html", *args)
    assert uitkomst.code == 0, uitkomst.fout
    return Lezer(uitkomst.uit)


@pytest.fixture
def vijandig(wereld: Wereld, inhoud: Inhoud) -> Wereld:
    """The world of a project that is hostile everywhere."""
    store.save(wereld.bestand, overal(inhoud))
    return wereld


def test_the_html_of_the_example_is_the_golden_one(zonnehoek: Wereld, golden: Golden) -> None:
    golden("actieplan.html", zonnehoek.run("export", "-", "--formaat", "html").uit)


@pytest.mark.parametrize("soort", ["zonnehoek", "vijandig"])
def test_the_document_is_whole_and_needs_nothing_else(soort: str, request: pytest.FixtureRequest) -> None:
    lezer = lees(request.getfixturevalue(soort))
    assert lezer.open == []
    assert {tag for tag, _ in lezer.elementen} <= ELEMENTEN
    for tag, attrs in lezer.elementen:
        assert not [naam for naam in attrs if naam.startswith("on")], tag
        assert not {"src", "srcset", "action", "formaction", "background", "poster", "xlink:href"} & attrs.keys(), tag
    beleid = next(attrs["content"] for _, attrs in lezer.elementen if "http-equiv" in attrs)
    assert beleid == "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
    stijl = STIJL.read_text(encoding="utf-8")
    assert not re.search(r"url\(|@import|@font-face|expression", stijl)


@pytest.mark.parametrize("soort", ["zonnehoek", "vijandig"])
def test_every_link_goes_to_a_place_in_the_document_or_to_an_address_of_the_routekaart(
    soort: str, request: pytest.FixtureRequest, inhoud: Inhoud
) -> None:
    lezer = lees(request.getfixturevalue(soort))
    bekend = {loket.adres for loket in inhoud.contact.loketten}
    bekend |= {bron.adres for punt in inhoud.actueel for bron in punt.bronnen}
    assert len(lezer.ids) == len(set(lezer.ids))
    for _, attrs in lezer.elementen:
        adres = attrs.get("href", "#inhoud")
        assert adres[1:] in lezer.ids if adres.startswith("#") else adres in bekend


def test_headings_go_down_one_level_at_a_time_and_the_language_is_dutch(zonnehoek: Wereld) -> None:
    lezer = lees(zonnehoek)
    niveaus = [int(tag[1]) for tag, _ in lezer.elementen if re.fullmatch(r"h\d", tag)]
    assert niveaus[0] == 1
    assert niveaus.count(1) == 1
    assert all(later <= eerder + 1 for eerder, later in pairwise(niveaus))
    assert lezer.elementen[0] == ("html", {"lang": "nl"})


def test_hostile_answers_are_shown_as_they_were_typed(vijandig: Wereld) -> None:
    gezien = " ".join(lees(vijandig).tekst.split())
    for tekst in VIJANDIG:
        assert " ".join(zichtbaar(tekst).split()) in gezien


@given(st.text())
def test_any_text_comes_out_as_it_was_typed(tekst: str) -> None:
    for gemaakt in (html.alineas(tekst), html.link(tekst)):
        lezer = Lezer(str(gemaakt))
        assert {tag for tag, _ in lezer.elementen} <= {"p", "br", "a"}
        assert "".join(lezer.tekst.split()) == "".join(zichtbaar(tekst).split())


def test_every_answer_of_the_example_is_in_the_document(zonnehoek: Wereld) -> None:
    gezien = "".join(lees(zonnehoek).tekst.split())
    for vraag_id, antwoord in store.load(zonnehoek.bestand).antwoorden.items():
        if isinstance(antwoord.waarde, str) and " " in antwoord.waarde:
            assert "".join(antwoord.waarde.split()) in gezien, vraag_id


def test_progress_stands_in_words_in_the_picture(zonnehoek: Wereld) -> None:
    gezien = " ".join(lees(zonnehoek).tekst.split())
    assert "Hier zijn we nu 2 Plan maken 1 klaar, 3 bezig, 2 te doen 3 Verdiepen" in gezien


@pytest.mark.parametrize("namen", [["De Brug"], [f"Organisatie {nummer:02} {'wijk ' * 9}" for nummer in range(40)]])
def test_a_name_stands_once_in_the_netwerkkaart_whole_and_in_order(namen: list[str], wereld: Wereld) -> None:
    rijen = tuple({"naam": naam.strip(), "contact": f"Kees van {naam.strip()}"} for naam in namen)
    antwoorden = {
        "opstarten.nodig-partners-uit.status": Antwoord(Stand.GEGEVEN, "bezig"),
        "opstarten.nodig-partners-uit.partners": Antwoord(Stand.GEGEVEN, rijen),
    }
    store.save(wereld.bestand, Project(antwoorden))
    kaart = Lezer(hoofdstuk(wereld, "betrokkenen"))
    gezien = [regel for regel in kaart.tekst.split("\n") if regel]
    assert gezien[:3] == ["Netwerkkaart", "Onze groep", "Partners"]
    assert gezien[3:] == [f"{rij['naam']}Contactpersoon: {rij['contact']}" for rij in rijen]
    assert not {"svg", "table"} & {tag for tag, _ in kaart.elementen}


def test_a_kind_of_contacts_is_a_branch_and_another_answer_stands_below(zonnehoek: Wereld) -> None:
    document = hoofdstuk(zonnehoek, "betrokkenen")
    koppen = re.findall(r"<(?:h3|dt)>(.*?)</", document)
    assert koppen == ["Partners", "Netwerken in de wijk", "Netwerkkaart gemeente", "Wie er nog bij moeten"]


def hoofdstuk(wereld: Wereld, naam: str) -> str:
    """Return the HTML of the chapter *naam* of the plan."""
    document = wereld.run("export", "-", "--formaat", "html").uit
    [deel] = re.findall(rf'<section aria-labelledby="h-{naam}">(.*?)</section>', document, re.DOTALL)
    return str(deel)


def test_a_drawing_keeps_its_colours_where_the_style_sheet_is_not_read(zonnehoek: Wereld) -> None:
    tekeningen = [attrs for tag, attrs in lees(zonnehoek).elementen if tag in {"path", "circle"}]
    assert tekeningen
    assert all("fill" in attrs for attrs in tekeningen)


def test_an_empty_project_has_no_empty_headings(wereld: Wereld) -> None:
    wereld.start("wijk.naam=De Weide")
    document = wereld.run("export", "-", "--formaat", "html").uit
    assert "None" not in document
    assert not re.search(r"</h\d>\s*</(section|div)>", document)
    assert "Netwerkkaart" not in document


def test_without_personal_data_the_document_says_so(zonnehoek: Wereld) -> None:
    lezer = lees(zonnehoek, "--zonder-persoonsgegevens")
    assert "De velden voor namen, contact en notities zijn weggelaten." in lezer.tekst
    assert "Fatima" not in lezer.tekst


def test_a_template_without_its_other_files_says_which_is_missing(zonnehoek: Wereld, inhoud: Inhoud) -> None:
    bron = inhoud.map / "sjablonen" / "actieplan.html.j2"
    (zonnehoek.map / "eigen.html.j2").write_bytes(bron.read_bytes())
    uitkomst = zonnehoek.run("export", "-", "--formaat", "html", "--sjabloon", "eigen.html.j2")
    assert uitkomst.code == 1
    assert "basis.html.j2" in uitkomst.fout


@pytest.mark.parametrize(("fout", "melding"), [("{{ plan.wijkk }}", "een naam"), ("{% if %}", "De opbouw")])
def test_a_mistake_in_a_file_that_a_template_uses_is_named_there(
    zonnehoek: Wereld, inhoud: Inhoud, fout: str, melding: str
) -> None:
    for naam in ("actieplan.html.j2", "basis.html.j2", "stijl.css"):
        (zonnehoek.map / naam).write_bytes((inhoud.map / "sjablonen" / naam).read_bytes())
    basis = zonnehoek.map / "basis.html.j2"
    basis.write_text(basis.read_text(encoding="utf-8").replace("</head>", f"{fout}\n</head>"), encoding="utf-8")
    gezegd = " ".join(zonnehoek.run("export", "-", "--sjabloon", "actieplan.html.j2", "--formaat", "html").fout.split())
    assert re.search(r"basis\.html\.j2:1[3-9]:", gezegd)
    assert melding in gezegd


def kleuren() -> dict[str, dict[str, str]]:
    """Return the colours of the style sheet on a light screen, on a dark one and on paper."""
    blokken = re.findall(r"(@media [^{]*\{\s*)?:root \{(.*?)\}", STIJL.read_text(encoding="utf-8"), re.DOTALL)
    assert ["dark" in media or "print" in media for media, _ in blokken] == [False, True, True]
    licht, donker, papier = (dict(re.findall(r"--([\w-]+): (#\w+)", blok)) for _, blok in blokken)
    return {"licht": licht, "donker": licht | donker, "papier": licht | papier}


def rgb(kleur: str) -> bytes:
    """Return what `#rgb` or `#rrggbb` is."""
    return bytes.fromhex(kleur[1:] if len(kleur) == 7 else "".join(cijfer * 2 for cijfer in kleur[1:]))


TEKST_OP = [
    *((tekst, "papier") for tekst in ("inkt", "zacht", "accent", "routekaart", "open", "laat")),
    *((f"tak-{nummer}", "papier") for nummer in range(1, 5)),
    ("accent", "accent-vlak"), ("inkt", "accent-vlak"), ("inkt", "routekaart-vlak"), ("accent", "routekaart-vlak"),
    ("inkt", "open-vlak"), ("open", "open-vlak"), ("accent", "open-vlak"), ("hoofd-op", "hoofd"),
    ("hoofd-zacht", "hoofd"), ("papier", "accent"), ("accent", "papier"),
]  # fmt: skip


@pytest.mark.parametrize("waar", ["licht", "donker", "papier"])
@pytest.mark.parametrize(("tekst", "vlak"), TEKST_OP)
def test_text_stands_out_enough_from_what_is_behind_it(waar: str, tekst: str, vlak: str) -> None:
    palet = kleuren()[waar]
    assert contrast(rgb(palet[tekst]), rgb(palet[vlak])) >= 4.5
