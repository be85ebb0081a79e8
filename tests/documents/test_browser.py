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
from helpers.world import World
from playwright.sync_api import Browser, Page, sync_playwright
from pypdf import PdfReader

from routekaart_cli.domain.antwoorden import Antwoord, Project, Stand
from routekaart_cli.inhoud.folder import Inhoud
from routekaart_cli.project import store

ARGUMENTS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
TELEPHONE, BUREAU = 320, 1200
WITHIN_MARGINS = (665, 986)
"""An A4 page within the margins of stijl.css, in the pixels of CSS: 176 by 261 mm."""
PARTNERS = "opstarten.nodig-partners-uit.partners"
PLANS = "plan-maken.koppel-plannen.plannen-van-anderen"
Color = Literal["light", "dark"]
Documenten = Callable[[str], Path]


@pytest.fixture(scope="module")
def browser(request: pytest.FixtureRequest) -> Iterator[Browser]:
    path = shutil.which("chromium")
    if path is None:
        assert not request.config.getoption("--volledig"), "chromium is missing"
        pytest.skip("chromium is missing")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield started
        started.close()


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory, inhoud: Inhoud) -> Documenten:
    """Return what makes HTML: a werkblad, or the plan of a project that is `hostile` or has `60` organisations."""

    @cache
    def make(soort: str) -> Path:
        world = World(tmp_path_factory.mktemp(soort))
        args = ["export", "plan.html", "--voor", "ons", "--met-bijlagen"]
        if soort == "werkblad":
            args = ["werkblad", "2", "--naar", "plan.html"]
        elif soort == "voorbeeld":
            world.bestand.write_bytes((inhoud.folder / "voorbeeldproject.yaml").read_bytes())
        else:
            store.save(world.bestand, _project(soort, inhoud))
        assert world.run(*args).code == 0
        return world.folder / "plan.html"

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
        antwoorden[PLANS] = Antwoord(Stand.GEGEVEN, tuple(plannen))
        for vraag in (PARTNERS, PLANS):
            antwoorden[f"{vraag.rpartition('.')[0]}.status"] = Antwoord(Stand.GEGEVEN, "bezig")
    return Project(antwoorden)


@contextmanager
def page(browser: Browser, file: Path, width: int = BUREAU, color: Color = "light") -> Iterator[Page]:
    """Open *file*; afterwards nothing but that file was asked for, and nothing complained."""
    asked: list[str] = []
    said: list[str] = []
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=color, reduced_motion="reduce")
    context.on("request", lambda request: asked.append(request.url))
    sheet = context.new_page()
    sheet.on("console", lambda line: said.append(line.text))
    sheet.on("pageerror", lambda error: said.append(str(error)))
    sheet.on("dialog", lambda window: said.append(window.message))
    sheet.goto(file.as_uri())
    try:
        yield sheet
    finally:
        context.close()
    assert asked == [file.as_uri()]
    assert said == []


SCREENS: list[tuple[int, Color]] = [(BUREAU, "light"), (TELEPHONE, "dark"), (BUREAU, "dark"), (TELEPHONE, "light")]


@pytest.mark.parametrize("soort", ["voorbeeld", "vijandig", "begin", "werkblad"])
def test_axe_finds_nothing_on_any_screen_light_or_dark(
    soort: str,
    browser: Browser,
    documents: Documenten,
    request: pytest.FixtureRequest,
    record_property: Callable[[str, object], None],
) -> None:
    short = 4 if soort == "voorbeeld" else 1
    screens = SCREENS if request.config.getoption("--volledig") else SCREENS[-short:]
    found = []
    for width, color in screens:
        with page(browser, documents(soort), width, color) as sheet:
            found += [(v["id"], v["nodes"][0]["html"]) for v in Axe().run(sheet).response["violations"]]
    record_property("axe: pages checked", len(screens))
    record_property("axe: violations", len(found))
    assert found == []


@pytest.mark.parametrize("soort", ["voorbeeld", "vijandig", "60", "werkblad"])
def test_nothing_is_wider_than_the_screen(soort: str, browser: Browser, documents: Documenten) -> None:
    with page(browser, documents(soort)) as sheet:
        for width in (TELEPHONE, 390, 768):
            sheet.set_viewport_size({"width": width, "height": 800})
            assert sheet.evaluate("document.documentElement.scrollWidth") <= width
            everything = "[...document.querySelectorAll('main *:not(thead *)')]"
            outside = f".filter(e => e.getBoundingClientRect().right > {width + 1}).map(e => e.outerHTML)"
            assert sheet.evaluate(everything + outside) == []


def test_hostile_answers_run_nothing(
    browser: Browser, documents: Documenten, record_property: Callable[[str, object], None]
) -> None:
    with page(browser, documents("vijandig")) as sheet:
        for element in sheet.query_selector_all("nav a")[:5]:
            element.click()
        sheet.mouse.move(400, 400)
        assert sheet.evaluate("window.gehackt") is None
        assert sheet.query_selector_all("script, img, iframe, object, embed, link, form") == []
        assert sheet.evaluate("document.styleSheets.length") == 1
        assert sheet.evaluate("getComputedStyle(document.body).display") == "block"
        record_property("html: hostile answers in the page", sheet.content().count("gehackt"))


@pytest.mark.parametrize("how_many", ["1", "5", "20", "60"])
def test_names_in_the_netwerkkaart_are_whole_and_do_not_overlap(
    how_many: str, browser: Browser, documents: Documenten
) -> None:
    with page(browser, documents(how_many)) as sheet:
        for width in (BUREAU, TELEPHONE):
            sheet.set_viewport_size({"width": width, "height": 800})
            rand, *boxes = sheet.eval_on_selector_all(
                ".netwerk, .netwerk .midden, .netwerk h3, .netwerk ul ul li",
                "alle => alle.map(e => e.getBoundingClientRect().toJSON())",
            )
            assert len(boxes) == int(how_many) + 2
            for box in boxes:
                assert rand["left"] - 1 <= box["left"]
                assert box["right"] <= rand["right"] + 1
            assert not [pair for pair in combinations(boxes, 2) if _overlap(*pair)]
            shortened = "alle => alle.filter(e => e.scrollWidth > e.clientWidth + 1 && e.clientWidth).length"
            assert sheet.eval_on_selector_all(".netwerk ul ul *", shortened) == 0


def test_many_names_stand_in_two_columns_about_as_long_and_in_one_on_a_telephone(
    browser: Browser, documents: Documenten
) -> None:
    with page(browser, documents("60")) as sheet:
        for width, columns in ((BUREAU, 2), (TELEPHONE, 1)):
            sheet.set_viewport_size({"width": width, "height": 800})
            left = sheet.eval_on_selector_all(
                ".netwerk ul ul li", "alle => alle.map(e => Math.round(e.getBoundingClientRect().left))"
            )
            how_many = Counter(left).values()
            assert len(how_many) == columns
            assert max(how_many) - min(how_many) <= 6


def _overlap(one: dict[str, float], other: dict[str, float]) -> bool:
    beside = one["right"] <= other["left"] or other["right"] <= one["left"]
    above = one["bottom"] <= other["top"] + 2 or other["bottom"] <= one["top"] + 2
    return not (beside or above)


def test_the_first_tab_goes_to_the_link_over_the_heading(browser: Browser, documents: Documenten) -> None:
    with page(browser, documents("voorbeeld")) as sheet:
        sheet.keyboard.press("Tab")
        assert sheet.evaluate("document.activeElement.textContent") == "Naar de inhoud"
        assert sheet.evaluate("document.activeElement.getBoundingClientRect().top") > 0
        sheet.keyboard.press("Enter")
        assert sheet.evaluate("document.activeElement.id") == "inhoud"


def print_to_pdf(browser: Browser, file: Path) -> list[str]:
    """Print *file* on A4 and return the text of each page."""
    with page(browser, file) as sheet_:
        pdf: Any = PdfReader(io.BytesIO(sheet_.pdf(prefer_css_page_size=True)))
    for sheet in pdf.pages:
        assert round(float(sheet.mediabox.width)) in (595, 596)
        assert round(float(sheet.mediabox.height)) in (842, 843)
    return [sheet.extract_text() for sheet in pdf.pages]


def filled(browser: Browser, file: Path) -> tuple[float, int]:
    """Return how many pages *file* fills with the fonts of this machine, and how many letters its screen has."""
    with page(browser, file) as sheet:
        letters = len("".join(sheet.inner_text("main").split()))
        sheet.emulate_media(media="print")
        sheet.set_viewport_size({"width": WITHIN_MARGINS[0], "height": 100})
        return sheet.evaluate("document.documentElement.scrollHeight") / WITHIN_MARGINS[1], letters


@pytest.mark.parametrize("soort", ["voorbeeld", "begin", "vijandig", "werkblad"])
def test_on_paper_stands_all_of_it_little_stays_blank_and_no_page_is_empty(
    soort: str, browser: Browser, documents: Documenten
) -> None:
    sheets = print_to_pdf(browser, documents(soort))
    needed, letters = filled(browser, documents(soort))
    # To keep together what belongs together costs 6 to 24%, with narrow letters and with wide ones.
    assert len(sheets) <= needed * 1.5
    for number, sheet in enumerate(sheets, 1):
        assert f"{number} van {len(sheets)}" in sheet
    texts = [re.sub(r"\d+ van \d+|\s", "", sheet) for sheet in sheets]
    assert min(map(len, texts)) > 40, "a page is empty"
    assert sum(map(len, texts)) > letters * 0.95  # a sign that a font lacks may be left out


def test_a_long_table_repeats_its_heads_on_paper_and_no_row_is_cut(browser: Browser, documents: Documenten) -> None:
    sheets = print_to_pdf(browser, documents("60"))
    with_rows = [sheet for sheet in sheets if re.search(r"werk\d\d", sheet)]
    assert len(with_rows) >= 2
    assert all(re.search(r"Organisatie\s+Plan", sheet) for sheet in with_rows)
    for number in range(60):
        [sheet] = [sheet for sheet in sheets if f"werk{number:02}" in sheet]
        assert f"Bureau{number:02}" in sheet


def test_a_contact_in_the_netwerkkaart_is_not_cut_on_paper(browser: Browser, documents: Documenten) -> None:
    sheets = print_to_pdf(browser, documents("60"))
    for number in range(60):
        [sheet] = [sheet for sheet in sheets if f"wens{number:02}" in sheet]
        assert f"Organisatie{number:02}" in sheet
