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
    pad = shutil.which("chromium")
    if pad is None:
        assert not request.config.getoption("--volledig"), "chromium is missing"
        pytest.skip("chromium is missing")
    with sync_playwright() as playwright:
        gestart = playwright.chromium.launch(executable_path=pad, args=list(ARGUMENTEN))
        yield gestart
        gestart.close()


@pytest.fixture(scope="module")
def documenten(tmp_path_factory: pytest.TempPathFactory, inhoud: Inhoud) -> Documenten:
    """Return what makes HTML: a werkblad, or the plan of a project that is `vijandig` or has `60` organisations."""

    @cache
    def maak(soort: str) -> Path:
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

    return maak


def _project(soort: str, inhoud: Inhoud) -> Project:
    if soort == "vijandig":
        return overal(inhoud)
    antwoorden = {"wijk.naam": Antwoord(Stand.GEGEVEN, "De Weide")}
    if soort.isdecimal():
        rijen = tuple(
            {"naam": f"Organisatie{nummer:02} van de {'W' * (nummer % 40)}", "wil": f"wens{nummer:02}"}
            for nummer in range(int(soort))
        )
        antwoorden[PARTNERS] = Antwoord(Stand.GEGEVEN, rijen)
        plannen = ({"organisatie": f"Bureau{nummer:02}", "plan": f"werk{nummer:02}"} for nummer in range(int(soort)))
        antwoorden[PLANNEN] = Antwoord(Stand.GEGEVEN, tuple(plannen))
        for vraag in (PARTNERS, PLANNEN):
            antwoorden[f"{vraag.rpartition('.')[0]}.status"] = Antwoord(Stand.GEGEVEN, "bezig")
    return Project(antwoorden)


@contextmanager
def pagina(browser: Browser, bestand: Path, breedte: int = BUREAU, kleur: Kleur = "light") -> Iterator[Page]:
    """Open *bestand*; afterwards nothing but that file was asked for, and nothing complained."""
    gevraagd: list[str] = []
    gezegd: list[str] = []
    context = browser.new_context(
        viewport={"width": breedte, "height": 800}, color_scheme=kleur, reduced_motion="reduce"
    )
    context.on("request", lambda verzoek: gevraagd.append(verzoek.url))
    bladzij = context.new_page()
    bladzij.on("console", lambda regel: gezegd.append(regel.text))
    bladzij.on("pageerror", lambda fout: gezegd.append(str(fout)))
    bladzij.on("dialog", lambda venster: gezegd.append(venster.message))
    bladzij.goto(bestand.as_uri())
    try:
        yield bladzij
    finally:
        context.close()
    assert gevraagd == [bestand.as_uri()]
    assert gezegd == []


SCHERMEN: list[tuple[int, Kleur]] = [(BUREAU, "light"), (TELEFOON, "dark"), (BUREAU, "dark"), (TELEFOON, "light")]


@pytest.mark.parametrize("soort", ["voorbeeld", "vijandig", "begin", "werkblad"])
def test_axe_finds_nothing_on_any_screen_light_or_dark(
    soort: str,
    browser: Browser,
    documenten: Documenten,
    request: pytest.FixtureRequest,
    record_property: Callable[[str, object], None],
) -> None:
    kort = 4 if soort == "voorbeeld" else 1
    schermen = SCHERMEN if request.config.getoption("--volledig") else SCHERMEN[-kort:]
    gevonden = []
    for breedte, kleur in schermen:
        with pagina(browser, documenten(soort), breedte, kleur) as bladzij:
            gevonden += [(v["id"], v["nodes"][0]["html"]) for v in Axe().run(bladzij).response["violations"]]
    record_property("axe: pages checked", len(schermen))
    record_property("axe: violations", len(gevonden))
    assert gevonden == []


@pytest.mark.parametrize("soort", ["voorbeeld", "vijandig", "60", "werkblad"])
def test_nothing_is_wider_than_the_screen(soort: str, browser: Browser, documenten: Documenten) -> None:
    with pagina(browser, documenten(soort)) as bladzij:
        for breedte in (TELEFOON, 390, 768):
            bladzij.set_viewport_size({"width": breedte, "height": 800})
            assert bladzij.evaluate("document.documentElement.scrollWidth") <= breedte
            alles = "[...document.querySelectorAll('main *:not(thead *)')]"
            buiten = f".filter(e => e.getBoundingClientRect().right > {breedte + 1}).map(e => e.outerHTML)"
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


@pytest.mark.parametrize("hoeveel", ["1", "5", "20", "60"])
def test_names_in_the_netwerkkaart_are_whole_and_do_not_overlap(
    hoeveel: str, browser: Browser, documenten: Documenten
) -> None:
    with pagina(browser, documenten(hoeveel)) as bladzij:
        for breedte in (BUREAU, TELEFOON):
            bladzij.set_viewport_size({"width": breedte, "height": 800})
            rand, *vakken = bladzij.eval_on_selector_all(
                ".netwerk, .netwerk .midden, .netwerk h3, .netwerk ul ul li",
                "alle => alle.map(e => e.getBoundingClientRect().toJSON())",
            )
            assert len(vakken) == int(hoeveel) + 2
            for vak in vakken:
                assert rand["left"] - 1 <= vak["left"]
                assert vak["right"] <= rand["right"] + 1
            assert not [paar for paar in combinations(vakken, 2) if _overlap(*paar)]
            ingekort = "alle => alle.filter(e => e.scrollWidth > e.clientWidth + 1 && e.clientWidth).length"
            assert bladzij.eval_on_selector_all(".netwerk ul ul *", ingekort) == 0


def test_many_names_stand_in_two_columns_about_as_long_and_in_one_on_a_telephone(
    browser: Browser, documenten: Documenten
) -> None:
    with pagina(browser, documenten("60")) as bladzij:
        for breedte, kolommen in ((BUREAU, 2), (TELEFOON, 1)):
            bladzij.set_viewport_size({"width": breedte, "height": 800})
            links = bladzij.eval_on_selector_all(
                ".netwerk ul ul li", "alle => alle.map(e => Math.round(e.getBoundingClientRect().left))"
            )
            hoeveel = Counter(links).values()
            assert len(hoeveel) == kolommen
            assert max(hoeveel) - min(hoeveel) <= 6


def _overlap(een: dict[str, float], ander: dict[str, float]) -> bool:
    naast = een["right"] <= ander["left"] or ander["right"] <= een["left"]
    boven = een["bottom"] <= ander["top"] + 2 or ander["bottom"] <= een["top"] + 2
    return not (naast or boven)


def test_the_first_tab_goes_to_the_link_over_the_heading(browser: Browser, documenten: Documenten) -> None:
    with pagina(browser, documenten("voorbeeld")) as bladzij:
        bladzij.keyboard.press("Tab")
        assert bladzij.evaluate("document.activeElement.textContent") == "Naar de inhoud"
        assert bladzij.evaluate("document.activeElement.getBoundingClientRect().top") > 0
        bladzij.keyboard.press("Enter")
        assert bladzij.evaluate("document.activeElement.id") == "inhoud"


def druk_af(browser: Browser, bestand: Path) -> list[str]:
    """Print *bestand* on A4 and return the text of each page."""
    with pagina(browser, bestand) as bladzij:
        pdf: Any = PdfReader(io.BytesIO(bladzij.pdf(prefer_css_page_size=True)))
    for blad in pdf.pages:
        assert round(float(blad.mediabox.width)) in (595, 596)
        assert round(float(blad.mediabox.height)) in (842, 843)
    return [blad.extract_text() for blad in pdf.pages]


def gevuld(browser: Browser, bestand: Path) -> tuple[float, int]:
    """Return how many pages *bestand* fills with the fonts of this machine, and how many letters its screen has."""
    with pagina(browser, bestand) as bladzij:
        letters = len("".join(bladzij.inner_text("main").split()))
        bladzij.emulate_media(media="print")
        bladzij.set_viewport_size({"width": BINNEN_MARGES[0], "height": 100})
        return bladzij.evaluate("document.documentElement.scrollHeight") / BINNEN_MARGES[1], letters


@pytest.mark.parametrize("soort", ["voorbeeld", "begin", "vijandig", "werkblad"])
def test_on_paper_stands_all_of_it_little_stays_blank_and_no_page_is_empty(
    soort: str, browser: Browser, documenten: Documenten
) -> None:
    bladen = druk_af(browser, documenten(soort))
    nodig, letters = gevuld(browser, documenten(soort))
    # To keep together what belongs together costs 6 to 24%, with narrow letters and with wide ones.
    assert len(bladen) <= nodig * 1.5
    for nummer, blad in enumerate(bladen, 1):
        assert f"{nummer} van {len(bladen)}" in blad
    teksten = [re.sub(r"\d+ van \d+|\s", "", blad) for blad in bladen]
    assert min(map(len, teksten)) > 40, "a page is empty"
    assert sum(map(len, teksten)) > letters * 0.95  # a sign that a font lacks may be left out


def test_on_paper_the_heading_of_a_fase_stays_with_its_first_stap(browser: Browser, documenten: Documenten) -> None:
    bladen = [blad for soort in ("voorbeeld", "begin") for blad in druk_af(browser, documenten(soort))]
    met_kop = [blad for blad in bladen if "Uitkomst:" in blad]
    assert met_kop
    for blad in met_kop:
        assert re.search(r"\b[\dg]\.\d ", blad.rpartition("Uitkomst:")[2])


def test_a_long_table_repeats_its_heads_on_paper_and_no_row_is_cut(browser: Browser, documenten: Documenten) -> None:
    bladen = druk_af(browser, documenten("60"))
    met_rijen = [blad for blad in bladen if re.search(r"werk\d\d", blad)]
    assert len(met_rijen) >= 2
    assert all(re.search(r"Organisatie\s+Plan", blad) for blad in met_rijen)
    for nummer in range(60):
        [blad] = [blad for blad in bladen if f"werk{nummer:02}" in blad]
        assert f"Bureau{nummer:02}" in blad


def test_a_contact_in_the_netwerkkaart_is_not_cut_on_paper(browser: Browser, documenten: Documenten) -> None:
    bladen = druk_af(browser, documenten("60"))
    for nummer in range(60):
        [blad] = [blad for blad in bladen if f"wens{nummer:02}" in blad]
        assert f"Organisatie{nummer:02}" in blad
