"""Every page on any screen: as wide or narrow as it is, with the characters and colours it has."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from helpers.colours import contrast
from helpers.pages import LEZEN, naam
from helpers.places import Golden
from helpers.terminal import CTRL_C, Terminal
from helpers.world import Wereld

from routekaart_cli.environment import screen
from routekaart_cli.pages import terminal
from routekaart_cli.pages.blokken import Alinea, Kop, Punt

Teller = Callable[[str, int], None]
BREEDTES = (40, 50, 66, 80, 120, 200)
CODERINGEN = ("cp1252", "latin-1", "ascii", "cp850")
ZONDER_KLEUR: tuple[tuple[dict[str, str], tuple[str, ...]], ...] = (
    ({}, ()), ({"NO_COLOR": "1"}, ()), ({"TERM": "dumb"}, ()), ({}, ("--geen-kleur",)), ({}, ("--toegankelijk",)),
)  # fmt: skip
"""Variables and an option that ask for no colour; the first has nothing: it is a pipe."""
STREEP = re.compile(r"^[━=]+$", re.MULTILINE)


def words(tekst: str) -> list[str]:
    """Return every word of *tekst* in order, without the line under a title."""
    return STREEP.sub("", tekst).split()


@pytest.fixture
def na_een_avond(zonnehoek: Wereld) -> Wereld:
    """The world of the made-up wijk, with changes that can be turned back."""
    zonnehoek.run("stap", "2.4", "--status", "bezig", "--wie", "Kees [b]vet[/b] 中文 ×½")
    return zonnehoek


@pytest.mark.parametrize("args", LEZEN, ids=naam)
@pytest.mark.parametrize("breedte", [80, 40])
def test_each_page_is_the_golden_one(na_een_avond: Wereld, golden: Golden, args: tuple[str, ...], breedte: int) -> None:
    na_een_avond.breedte = breedte
    uitkomst = na_een_avond.run(*args)
    assert (uitkomst.code, uitkomst.fout) == (0, "")
    golden(f"schermen/{breedte}/{naam(args)}.txt", uitkomst.uit)


@pytest.mark.parametrize("breedte", [80, 40])
def test_the_welcome_is_the_golden_one(wereld: Wereld, golden: Golden, breedte: int) -> None:
    wereld.breedte = breedte
    golden(f"schermen/{breedte}/welkom.txt", wereld.run().uit)


def test_the_welcome_fits_a_screen_of_80_by_24_with_the_prompt_below_it(wereld: Wereld) -> None:
    uit = wereld.run().uit
    assert uit.count("\n") <= 23
    for titel in ("1 Opstarten", "2 Plan maken", "3 Verdiepen", "4 Besluiten", "5 Uitvoeren"):
        assert titel in uit
    assert len(re.findall(r"^  routekaart ", uit, re.MULTILINE)) == 3


@pytest.mark.parametrize("args", LEZEN, ids=naam)
@pytest.mark.parametrize("toegankelijk", [False, True], ids=["screen", "plain lines"])
def test_no_word_is_cut_and_no_line_too_long_at_any_width(
    na_een_avond: Wereld, args: tuple[str, ...], record_property: Teller, *, toegankelijk: bool
) -> None:
    from rich.cells import cell_len

    na_een_avond.terminal = True  # plain lines are wrapped on a terminal only
    na_een_avond.variabelen = {"ACCESSIBLE": "1"} if toegankelijk else {"NO_COLOR": "1"}
    gezien = []
    for breedte in BREEDTES:
        na_een_avond.breedte = breedte
        uit = na_een_avond.run(*args).uit
        for regel in uit.split("\n"):
            breed = cell_len(regel)
            assert breed <= breedte or len(regel.split()) <= 2, (breedte, regel)  # only an address stays whole
        gezien.append(words(uit))
    assert all(woorden == gezien[-1] for woorden in gezien)
    record_property("screens at a width", len(BREEDTES))


@pytest.mark.parametrize("args", LEZEN, ids=naam)
def test_a_screen_with_few_characters_shows_what_looks_most_like_it(
    na_een_avond: Wereld, args: tuple[str, ...], record_property: Teller
) -> None:
    heel = na_een_avond.run(*args)
    for codering in CODERINGEN:
        na_een_avond.codering = codering
        uitkomst = na_een_avond.run(*args)
        assert uitkomst.code == heel.code
        chinees = heel.uit.count("中文")  # what nothing looks like becomes a question mark
        assert uitkomst.uit.count("?") == heel.uit.count("?") + 2 * chinees, codering
    record_property("screens in another encoding", len(CODERINGEN))


@pytest.mark.parametrize("args", LEZEN, ids=naam)
def test_without_colours_no_escape_byte_is_sent(
    na_een_avond: Wereld, args: tuple[str, ...], record_property: Teller
) -> None:
    for variabelen, vlag in ZONDER_KLEUR:
        na_een_avond.terminal = bool(variabelen or vlag)
        na_een_avond.variabelen = {"TERM": "xterm-256color", "FORCE_HYPERLINK": "1", **variabelen}
        uitkomst = na_een_avond.run(*args, *vlag)
        assert "\x1b" not in uitkomst.uit + uitkomst.fout, (variabelen, vlag)
    record_property("screens without colour", len(ZONDER_KLEUR))


@pytest.mark.parametrize("args", LEZEN, ids=naam)
def test_with_colours_and_links_the_words_are_the_same(na_een_avond: Wereld, args: tuple[str, ...]) -> None:
    kaal = na_een_avond.run(*args).uit
    na_een_avond.terminal = True
    na_een_avond.variabelen = {"TERM": "xterm-256color", "FORCE_HYPERLINK": "1"}
    kleurig = na_een_avond.run(*args).uit
    assert re.sub(r"\x1b\[[0-9;]*m|\x1b\]8;[^\x1b]*\x1b\\", "", kleurig) == kaal


def _contrast(rgb: Sequence[int]) -> float:
    """Return the least contrast that the colour *rgb* has, on black and on white."""
    return min(contrast(rgb, ander) for ander in ((0, 0, 0), (255, 255, 255)))


def _rgb(kleur: int) -> list[int]:
    """Return what one of the 256 colours is, above the sixteen that differ per terminal."""
    trap = (0, 95, 135, 175, 215, 255)
    index = kleur - 16
    return [8 + 10 * (kleur - 232)] * 3 if kleur >= 232 else [trap[index // 36], trap[index // 6 % 6], trap[index % 6]]


def test_each_colour_of_a_page_keeps_its_contrast_on_black_and_on_white_and_has_one_meaning() -> None:
    kleuren = [*terminal.FASEKLEUR, terminal.LET_OP_KLEUR]
    assert len(set(kleuren)) == len(kleuren)
    assert all(_contrast(_rgb(kleur)) >= 4.2 for kleur in kleuren)


def test_each_colour_of_the_interview_keeps_its_contrast_and_is_not_one_that_differs_per_terminal() -> None:
    from routekaart_cli.gesprek.vragers import menu_look

    stijlen = " ".join(stijl for _, stijl in menu_look._STIJL.style_rules)
    kleuren = re.findall(r"#([0-9a-f]{6})", stijlen)
    assert kleuren
    assert "ansi" not in stijlen
    assert all(_contrast(bytes.fromhex(kleur)) >= 4.2 for kleur in kleuren)


def test_a_terminal_with_only_its_own_sixteen_colours_gets_bold_and_no_colour(zonnehoek: Wereld) -> None:
    zonnehoek.terminal = True
    zonnehoek.variabelen = {"TERM": "linux"}
    assert set(re.findall(r"\x1b\[([0-9;]*)m", zonnehoek.run("fase", "3").uit)) == {"1", "0"}


@pytest.mark.parametrize(
    ("variabelen", "kan"),
    [
        ({"TERM": "xterm-256color"}, False),
        ({"TERM": "xterm-256color", "VTE_VERSION": "6800"}, True),
        ({"TERM": "xterm-256color", "VTE_VERSION": "4600"}, False),
        ({"TERM": "xterm-kitty"}, True),
        ({"TERM": "screen-256color", "TERM_PROGRAM": "WezTerm"}, False),
        ({"TERM_PROGRAM": "WezTerm"}, True),
        ({"TERM": "xterm-kitty", "FORCE_HYPERLINK": "0"}, False),
        ({"TERM": "xterm", "FORCE_HYPERLINK": "1"}, True),
    ],
)
def test_an_address_is_a_link_only_where_the_terminal_is_known_to_make_one(
    wereld: Wereld, variabelen: dict[str, str], *, kan: bool
) -> None:
    wereld.terminal = True
    wereld.variabelen = variabelen
    uit = wereld.run("contact", "drenthe").uit
    assert ("\x1b]8;" in uit) is kan
    assert ("https://www.nmfdrenthe.nl\x1b\\www.nmfdrenthe.nl" in uit) is kan
    assert "www.nmfdrenthe.nl" in uit


def test_a_bare_address_and_a_mail_address_are_links_too(wereld: Wereld) -> None:
    wereld.terminal = True
    wereld.variabelen = {"FORCE_HYPERLINK": "1"}
    uit = wereld.run("contact").uit
    for heel, getoond in (
        ("https://nmfgroningen.nl", "nmfgroningen.nl"),
        ("mailto:info@natuurenmilieufederaties.nl", "info@natuurenmilieufederaties.nl"),
    ):
        assert f"{heel}\x1b\\{getoond}" in uit


def test_text_of_a_person_is_never_markup_nor_a_link_that_says_something_else(wereld: Wereld) -> None:
    pagina = (Kop("[red]x[/red]", 1), Alinea("[/] :house: \x1b[31m"), Punt("[b]", achter="[link=https://a.nl]b[/link]"))
    uit = terminal.render(pagina, 80, terminal.Kan(opmaak=True, kleuren=True))
    for letterlijk in ("[red]x[/red]", "[/] :house: <U+001B>[31m", "[b]", "[link=https://a.nl]b[/link]"):
        assert letterlijk in re.sub(r"\x1b\[[0-9;]*m", "", uit)


PAGER = """#!/bin/sh
echo "pager: LESS=$LESS" >&2
cat > gelezen.txt
"""


@pytest.fixture
def pager(zonnehoek: Wereld) -> Path:
    """A pager that keeps what it gets in the folder of the project."""
    pad = zonnehoek.map / "pager"
    pad.write_text(PAGER, encoding="utf-8")
    pad.chmod(0o755)
    return pad


@pytest.mark.parametrize(
    ("args", "begin", "eind"),
    [(["fase", "3"], "Fase 3 van 5: Verdiepen", "3.7"), (["hulp"], "Gebruik: routekaart", "--versie")],
)
def test_a_long_page_goes_through_the_pager_a_person_chose(
    zonnehoek: Wereld, pager: Path, args: list[str], begin: str, eind: str
) -> None:
    screen = Terminal(zonnehoek.map, *args, hoogte=24, PAGER=f"{pager} -x")
    assert screen.end() == 0
    gelezen = (zonnehoek.map / "gelezen.txt").read_text(encoding="utf-8")
    assert begin in gelezen
    assert eind in gelezen
    assert "pager: LESS=FRX" in screen.alles


@pytest.mark.parametrize(
    ("args", "variabelen", "hoogte"),
    [
        (["fase"], {}, 40),
        (["fase", "3", "--toegankelijk"], {}, 24),
        (["hulp", "--toegankelijk"], {}, 24),
        (["--help", "--toegankelijk"], {}, 24),
        (["fase", "3"], {"TERM": "dumb"}, 24),
        (["fase", "3"], {"PAGER": "cat"}, 24),
        (["fase", "3"], {"PAGER": ""}, 24),
        (["fase", "3"], {"PAGER": "bestaat-niet"}, 24),
        (["fase", "3", "--json"], {}, 24),
        (["nakijken"], {}, 24),
    ],
)
def test_a_short_page_plain_lines_json_and_a_conversation_need_no_pager(
    zonnehoek: Wereld, pager: Path, args: list[str], variabelen: dict[str, str], hoogte: int
) -> None:
    screen = Terminal(zonnehoek.map, *args, breedte=80, hoogte=hoogte, **{"PAGER": str(pager), **variabelen})
    if args == ["nakijken"]:
        screen.until("Typ het nummer dat ervoor staat")
        screen.type(CTRL_C)
    screen.end()
    assert not (zonnehoek.map / "gelezen.txt").exists()
    assert screen.alles


def test_off_a_terminal_there_is_never_a_pager(zonnehoek: Wereld) -> None:
    zonnehoek.terminal = True
    zonnehoek.variabelen = {"PAGER": "false"}
    assert "3.7" in zonnehoek.run("fase", "3").uit  # stdin is no terminal here


@pytest.mark.parametrize("pager", ["false", "sh -c 'exit 3'"])
def test_a_pager_that_fails_does_not_take_the_page_away(zonnehoek: Wereld, pager: str) -> None:
    screen = Terminal(zonnehoek.map, "fase", "3", hoogte=24, PAGER=pager)
    assert screen.end() == 0
    assert "Fase 3" in screen.alles


def test_leaving_the_pager_halfway_or_with_ctrl_c_is_no_error(zonnehoek: Wereld) -> None:
    for pager in ("head -1", "sh -c 'kill -INT $$'"):
        assert screen.lees("regel\n" * 100_000, ["sh", "-c", pager], os.environ, "utf-8")
    doel = Terminal(zonnehoek.map, "fase", "3", hoogte=24, PAGER="sh -c 'echo pager; exec sleep 30'")
    doel.wait_for(lambda: "pager" in doel.alles, 20)
    doel.type(CTRL_C)
    assert doel.end() == 0
    assert "Traceback" not in doel.alles
