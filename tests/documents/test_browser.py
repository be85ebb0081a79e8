"""The HTML documents in a real browser: Debian's Chromium, without a screen and without a network."""

from __future__ import annotations

import io
import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from helpers.hostile import overal
from helpers.world import Wereld
from playwright.sync_api import Browser, Page, sync_playwright
from pypdf import PdfReader

from routekaart_cli.domain.antwoorden import Antwoord, Project, Stand
from routekaart_cli.inhoud.folder import Inhoud
from routekaart_cli.project import store

ARGUMENTEN = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
TELEFOON, BUREAU = 320, 1200
BINNEN_MARGES = (665, 986)
"""An A4 page within the margins of stijl.css, in the pixels of CSS: 176 by 261 mm."""
PARTNERS = "opstarten.nodig-partners-uit.partners"
PLANNEN = "plan-maken.koppel-plannen.plannen-van-anderen"
Kleur = Literal["light", "dark"]
Documenten = Callable[[str], Path]


@pytest.fixture(scope="module")
def browser(request: pytest.FixtureRequest) -> Iterator[Browser]:
    path = shutil.which("chromium")
    if path is None:
        assert not request.config.getoption("--volledig"), "chromium is missing"
        pytest.skip("chromium is missing")
    with sync_playwright() as playwright:
        gestart = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTEN))
        yield gestart
        gestart.close()


@pytest.fixture(scope="module")
def documenten(tmp_path_factory: pytest.TempPathFactory, inhoud: Inhoud) -> Documenten:
    """Return what makes HTML: a werkblad, or the plan of a project that is `vijandig` or has `60` organisations."""

    @cache
    def make(soort: str) -> Path:
        wereld = Wereld(tmp_path_factory.mktemp(soort))
        args = ["export", "plan.html"]
        if soort == "werkblad":
            args = ["werkblad", "2", "--naar", "plan.html"]
        elif soort == "voorbeeld":
            wereld.bestand.write_bytes((inhoud.map / "voorbeeldproject.yaml").read_bytes())
        else:
            store.save(wereld.bestand, _project(soort, inhoud))
        assert wereld.run(*args).code == 0
        return wereld.map / "plan.html"

    return make


def _project(soort: str, inhoud: Inhoud) -> Project:
    if soort == "vijandig":
        return overal(inhoud)
    antwoorden = {"wijk.naam": Antwoord(Stand.GEGEVEN, "De Weide")}
    if soort.isdecimal():
        rows = tuple(
            {"naam": f"Organisatie{number:02} van de {'W' * (number % 40)}", "wil": f"wens{number:02}"}
            for number in range(int(soort))
        )
        antwoorden[PARTNERS] = Antwoord(Stand.GEGEVEN, rows)
        plannen = ({"organisatie": f"Bureau{number:02}", "plan": f"werk{number:02}"} for number in range(int(soort)))
        antwoorden[PLANNEN] = Antwoord(Stand.GEGEVEN, tuple(plannen))
        for vraag in (PARTNERS, PLANNEN):
            antwoorden[f"{vraag.rpartition('.')[0]}.status"] = Antwoord(Stand.GEGEVEN, "bezig")
    return Project(antwoorden)


@contextmanager
def pagina(browser: Browser, file: Path, width: int = BUREAU, color: Kleur = "light") -> Iterator[Page]:
    """Open *file*; afterwards nothing but that file was asked for, and nothing complained."""
    asked: list[str] = []
    said: list[str] = []
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=color, reduced_motion="reduce")
    context.on("request", lambda verzoek: asked.append(verzoek.url))
    bladzij = context.new_page()
    bladzij.on("console", lambda line: said.append(line.text))
    bladzij.on("pageerror", lambda error: said.append(str(error)))
    bladzij.on("dialog", lambda venster: said.append(venster.message))
    bladzij.goto(file.as_uri())
    try:
        yield bladzij
    finally:
        context.close()
    assert asked == [file.as_uri()]
    assert said == []


SCHERMEN: list[tuple[int, Kleur]] = [(BUREAU, "light"), (TELEFOON, "dark"), (BUREAU, "dark"), (TELEFOON, "light")]


@pytest.mark.parametrize("soort", ["voorbeeld", "vijandig", "begin", "werkblad"])
def test_axe_finds_nothing_on_any_screen_light_or_dark(
    soort: str,
    browser: Browser,
    documenten: Documenten,
    request: pytest.FixtureRequest,
    record_property: Callable[[str, object], None],
) -> None:
    short = 4 if soort == "voorbeeld" else 1
    schermen = SCHERMEN if request.config.getoption("--volledig") else SCHERMEN[-short:]
    found = []
    for width, color in schermen:
        with pagina(browser, documenten(soort), width, color) as bladzij:
            found += [(v["id"], v["nodes"][0]["html"]) for v in Axe().run(bladzij).response["violations"]]
    record_property("axe: pages checked", len(schermen))
    record_property("axe: violations", len(found))
    assert found == []


@pytest.mark.parametrize("soort", ["voorbeeld", "vijandig", "60", "werkblad"])
def test_nothing_is_wider_than_the_screen(soort: str, browser: Browser, documenten: Documenten) -> None:
    with pagina(browser, documenten(soort)) as bladzij:
        for width in (TELEFOON, 390, 768):
            bladzij.set_viewport_size({"width": width, "height": 800})
            assert bladzij.evaluate("document.documentElement.scrollWidth") <= width
            alles = "[...document.querySelectorAll('main *:not(thead *)')]"
            buiten = f".filter(e => e.getBoundingClientRect().right > {width + 1}).map(e => e.outerHTML)"
            assert bladzij.evaluate(alles + buiten) == []


def test_hostile_answers_run_nothing(
    browser: Browser, documenten: Documenten, record_property: Callable[[str, object], None]
) -> None:
    with pagina(browser, documenten("vijandig")) as bladzij:
        for element in bladzij.query_selector_all("nav a")[:5]:
            element.click()
        bladzij.mouse.move(400, 400)
        assert bladzij.evaluate("window.gehackt") is None
        assert bladzij.query_selector_all("script, img, iframe, object, embed, link, form") == []
        assert bladzij.evaluate("document.styleSheets.length") == 1
        assert bladzij.evaluate("getComputedStyle(document.body).display") == "block"
        record_property("html: hostile answers in the page", bladzij.content().count("gehackt"))


@pytest.mark.parametrize("how_many", ["1", "5", "20", "60"])
def test_names_in_the_netwerkkaart_are_whole_and_do_not_overlap(
    how_many: str, browser: Browser, documenten: Documenten
) -> None:
    with pagina(browser, documenten(how_many)) as bladzij:
        for width in (BUREAU, TELEFOON):
            bladzij.set_viewport_size({"width": width, "height": 800})
            rand, *vakken = bladzij.eval_on_selector_all(
                ".netwerk, .netwerk .midden, .netwerk h3, .netwerk ul ul li",
                "alle => alle.map(e => e.getBoundingClientRect().toJSON())",
            )
            assert len(vakken) == int(how_many) + 2
            for vak in vakken:
                assert rand["left"] - 1 <= vak["left"]
                assert vak["right"] <= rand["right"] + 1
            assert not [pair for pair in combinations(vakken, 2) if _overlap(*pair)]
            ingekort = "alle => alle.filter(e => e.scrollWidth > e.clientWidth + 1 && e.clientWidth).length"
            assert bladzij.eval_on_selector_all(".netwerk ul ul *", ingekort) == 0


def test_many_names_stand_in_two_columns_about_as_long_and_in_one_on_a_telephone(
    browser: Browser, documenten: Documenten
) -> None:
    with pagina(browser, documenten("60")) as bladzij:
        for width, columns in ((BUREAU, 2), (TELEFOON, 1)):
            bladzij.set_viewport_size({"width": width, "height": 800})
            left = bladzij.eval_on_selector_all(
                ".netwerk ul ul li", "alle => alle.map(e => Math.round(e.getBoundingClientRect().left))"
            )
            how_many = Counter(left).values()
            assert len(how_many) == columns
            assert max(how_many) - min(how_many) <= 6


def _overlap(one: dict[str, float], other: dict[str, float]) -> bool:
    beside = one["right"] <= other["left"] or other["right"] <= one["left"]
    above = one["bottom"] <= other["top"] + 2 or other["bottom"] <= one["top"] + 2
    return not (beside or above)


def test_the_first_tab_goes_to_the_link_over_the_heading(browser: Browser, documenten: Documenten) -> None:
    with pagina(browser, documenten("voorbeeld")) as bladzij:
        bladzij.keyboard.press("Tab")
        assert bladzij.evaluate("document.activeElement.textContent") == "Naar de inhoud"
        assert bladzij.evaluate("document.activeElement.getBoundingClientRect().top") > 0
        bladzij.keyboard.press("Enter")
        assert bladzij.evaluate("document.activeElement.id") == "inhoud"


def druk_af(browser: Browser, file: Path) -> list[str]:
    """Print *file* on A4 and return the text of each page."""
    with pagina(browser, file) as bladzij:
        pdf: Any = PdfReader(io.BytesIO(bladzij.pdf(prefer_css_page_size=True)))
    for sheet in pdf.pages:
        assert round(float(sheet.mediabox.width)) in (595, 596)
        assert round(float(sheet.mediabox.height)) in (842, 843)
    return [sheet.extract_text() for sheet in pdf.pages]


def gevuld(browser: Browser, file: Path) -> tuple[float, int]:
    """Return how many pages *file* fills with the fonts of this machine, and how many letters its screen has."""
    with pagina(browser, file) as bladzij:
        letters = len("".join(bladzij.inner_text("main").split()))
        bladzij.emulate_media(media="print")
        bladzij.set_viewport_size({"width": BINNEN_MARGES[0], "height": 100})
        return bladzij.evaluate("document.documentElement.scrollHeight") / BINNEN_MARGES[1], letters


@pytest.mark.parametrize("soort", ["voorbeeld", "begin", "vijandig", "werkblad"])
def test_on_paper_stands_all_of_it_little_stays_blank_and_no_page_is_empty(
    soort: str, browser: Browser, documenten: Documenten
) -> None:
    bladen = druk_af(browser, documenten(soort))
    needed, letters = gevuld(browser, documenten(soort))
    # To keep together what belongs together costs 6 to 24%, with narrow letters and with wide ones.
    assert len(bladen) <= needed * 1.5
    for number, sheet in enumerate(bladen, 1):
        assert f"{number} van {len(bladen)}" in sheet
    texts = [re.sub(r"\d+ van \d+|\s", "", sheet) for sheet in bladen]
    assert min(map(len, texts)) > 40, "a page is empty"
    assert sum(map(len, texts)) > letters * 0.95  # a sign that a font lacks may be left out


def test_on_paper_the_heading_of_a_fase_stays_with_its_first_stap(browser: Browser, documenten: Documenten) -> None:
    bladen = [sheet for soort in ("voorbeeld", "begin") for sheet in druk_af(browser, documenten(soort))]
    met_kop = [sheet for sheet in bladen if "Uitkomst:" in sheet]
    assert met_kop
    for sheet in met_kop:
        assert re.search(r"\b[\dg]\.\d ", sheet.rpartition("Uitkomst:")[2])


def test_a_long_table_repeats_its_heads_on_paper_and_no_row_is_cut(browser: Browser, documenten: Documenten) -> None:
    bladen = druk_af(browser, documenten("60"))
    met_rijen = [sheet for sheet in bladen if re.search(r"werk\d\d", sheet)]
    assert len(met_rijen) >= 2
    assert all(re.search(r"Organisatie\s+Plan", sheet) for sheet in met_rijen)
    for number in range(60):
        [sheet] = [sheet for sheet in bladen if f"werk{number:02}" in sheet]
        assert f"Bureau{number:02}" in sheet


def test_a_contact_in_the_netwerkkaart_is_not_cut_on_paper(browser: Browser, documenten: Documenten) -> None:
    bladen = druk_af(browser, documenten("60"))
    for number in range(60):
        [sheet] = [sheet for sheet in bladen if f"wens{number:02}" in sheet]
        assert f"Organisatie{number:02}" in sheet
