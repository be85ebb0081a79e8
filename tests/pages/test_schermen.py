"""Every page on any screen: as wide or narrow as it is, with the characters and colours it has."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from helpers.colours import contrast
from helpers.english import english
from helpers.pages import NARROW, READING, SMALL_READING, naam
from helpers.places import CONTENT, Golden
from helpers.terminal import CTRL_C, Terminal
from helpers.world import World

from routekaart_cli.environment import screen
from routekaart_cli.pages import terminal
from routekaart_cli.pages.blocks import Heading, Item, Paragraph

Counter = Callable[[str, int], None]
WIDTHS = (40, 50, 66, 80, 120, 200)
ENCODINGS = ("cp1252", "latin-1", "ascii", "cp850")
WITHOUT_COLOR: tuple[tuple[dict[str, str], tuple[str, ...]], ...] = (
    ({}, ()), ({"NO_COLOR": "1"}, ()), ({"TERM": "dumb"}, ()), ({}, ("--geen-kleur",)), ({}, ("--toegankelijk",)),
)  # fmt: skip
"""Variables and an option that ask for no colour; the first has nothing: it is a pipe."""
BAR = re.compile(r"^[━=]+$", re.MULTILINE)


def words(text: str) -> list[str]:
    """Return every word of *text* in order, without the line under a title."""
    return BAR.sub("", text).split()


def too_wide(text: str, width: int) -> list[str]:
    """Return the lines of *text* wider than *width*, but for an address or a command, which stay whole."""
    from rich.cells import cell_len

    lines = [line for line in text.split("\n") if not line.lstrip().startswith("routekaart ")]
    return [line for line in lines if cell_len(line) > width and len(line.split()) > 2]


@pytest.fixture
def after_an_evening(zonnehoek: World) -> World:
    """The world of the made-up wijk, with changes that can be turned back."""
    zonnehoek.run("stap", "2.4", "--status", "bezig", "--wie", "Kees [b]vet[/b] 中文 ×½")
    return zonnehoek


@pytest.mark.parametrize(
    ("width", "args"), [*((80, args) for args in SMALL_READING), *((40, args) for args in NARROW)],
    ids=lambda part: naam(part) if isinstance(part, tuple) else str(part),
)  # fmt: skip
def test_each_page_is_the_golden_one(small: World, golden: Golden, args: tuple[str, ...], width: int) -> None:
    small.width = width
    outcome = small.run(*args)
    assert (outcome.code, outcome.stderr) == (0, "")
    stdout = re.sub(rf"Gelezen:\s{small.inhoud.folder}", "Gelezen: content", outcome.stdout)
    golden(f"schermen/{width}/{naam(args)}.txt", stdout)


@pytest.mark.parametrize("width", [80, 40])
def test_the_welcome_is_the_golden_one(small: World, golden: Golden, width: int) -> None:
    small.bestand.unlink()
    small.width = width
    golden(f"schermen/{width}/welkom.txt", small.run().stdout)


@pytest.mark.one_in(3)
@pytest.mark.parametrize("args", READING, ids=naam)
def test_each_page_over_the_content_that_ships_fits_and_says_no_english_but_that_of_the_content(
    after_an_evening: World, args: tuple[str, ...]
) -> None:
    of_the_content = {word for file in CONTENT.rglob("*.yaml") for word in english(file.read_text(encoding="utf-8"))}
    for width in (40, 80):
        after_an_evening.width = width
        outcome = after_an_evening.run(*args)
        assert (outcome.code, outcome.stderr) == (0, "")
        assert outcome.stdout.strip()
        assert too_wide(outcome.stdout, width) == []
        assert set(english(outcome.stdout)) <= of_the_content


def test_the_welcome_fits_a_screen_of_80_by_24_with_the_prompt_below_it(world: World) -> None:
    out = world.run().stdout
    assert out.count("\n") <= 23
    for fase in world.inhoud.fasen:
        assert f"{fase.nummer} {fase.titel}" in out
    assert len(re.findall(r"^  routekaart ", out, re.MULTILINE)) == 3


@pytest.mark.one_in(5)
@pytest.mark.parametrize("args", READING, ids=naam)
@pytest.mark.parametrize("accessible", [False, True], ids=["screen", "plain lines"])
def test_no_word_is_cut_and_no_line_too_long_at_any_width(
    after_an_evening: World, args: tuple[str, ...], record_property: Counter, *, accessible: bool
) -> None:
    after_an_evening.terminal = True  # plain lines are wrapped on a terminal only
    after_an_evening.variables = {"ACCESSIBLE": "1"} if accessible else {"NO_COLOR": "1"}
    seen = []
    for width in WIDTHS:
        after_an_evening.width = width
        out = after_an_evening.run(*args).stdout
        assert too_wide(out, width) == []
        seen.append(words(out))
    assert all(words == seen[-1] for words in seen)
    record_property("screens at a width", len(WIDTHS))


@pytest.mark.one_in(5)
@pytest.mark.parametrize("args", READING, ids=naam)
def test_a_screen_with_few_characters_shows_what_looks_most_like_it(
    after_an_evening: World, args: tuple[str, ...], record_property: Counter
) -> None:
    whole = after_an_evening.run(*args)
    for encoding in ENCODINGS:
        after_an_evening.encoding = encoding
        outcome = after_an_evening.run(*args)
        assert outcome.code == whole.code
        chinees = whole.stdout.count("中文")  # what nothing looks like becomes a question mark
        assert outcome.stdout.count("?") == whole.stdout.count("?") + 2 * chinees, encoding
    record_property("screens in another encoding", len(ENCODINGS))


@pytest.mark.one_in(5)
@pytest.mark.parametrize("args", READING, ids=naam)
def test_without_colours_no_escape_byte_is_sent(
    after_an_evening: World, args: tuple[str, ...], record_property: Counter
) -> None:
    for variables, flag in WITHOUT_COLOR:
        after_an_evening.terminal = bool(variables or flag)
        after_an_evening.variables = {"TERM": "xterm-256color", "FORCE_HYPERLINK": "1", **variables}
        outcome = after_an_evening.run(*args, *flag)
        assert "\x1b" not in outcome.stdout + outcome.stderr, (variables, flag)
    record_property("screens without colour", len(WITHOUT_COLOR))


@pytest.mark.one_in(3)
@pytest.mark.parametrize("args", READING, ids=naam)
def test_with_colours_and_links_the_words_are_the_same(after_an_evening: World, args: tuple[str, ...]) -> None:
    bare = after_an_evening.run(*args).stdout
    after_an_evening.terminal = True
    after_an_evening.variables = {"TERM": "xterm-256color", "FORCE_HYPERLINK": "1"}
    colored = after_an_evening.run(*args).stdout
    assert re.sub(r"\x1b\[[0-9;]*m|\x1b\]8;[^\x1b]*\x1b\\", "", colored) == bare


def _contrast(rgb: Sequence[int]) -> float:
    """Return the least contrast that the colour *rgb* has, on black and on white."""
    return min(contrast(rgb, other) for other in ((0, 0, 0), (255, 255, 255)))


def _rgb(color: int) -> list[int]:
    """Return what one of the 256 colours is, above the sixteen that differ per terminal."""
    stair = (0, 95, 135, 175, 215, 255)
    index = color - 16
    return (
        [8 + 10 * (color - 232)] * 3 if color >= 232 else [stair[index // 36], stair[index // 6 % 6], stair[index % 6]]
    )


def test_each_colour_of_a_page_keeps_its_contrast_on_black_and_on_white_and_has_one_meaning() -> None:
    kleuren = [*terminal.FASE_COLOR, terminal.WARNING_COLOR]
    assert len(set(kleuren)) == len(kleuren)
    assert all(_contrast(_rgb(color)) >= 4.2 for color in kleuren)


def test_each_colour_of_the_interview_keeps_its_contrast_and_is_not_one_that_differs_per_terminal() -> None:
    from routekaart_cli.gesprek.vragers import menu_keys

    styles = " ".join(style for _, style in menu_keys._STYLE.style_rules)
    kleuren = re.findall(r"#([0-9a-f]{6})", styles)
    assert kleuren
    assert "ansi" not in styles
    assert all(_contrast(bytes.fromhex(color)) >= 4.2 for color in kleuren)


def test_a_terminal_with_only_its_own_sixteen_colours_gets_bold_and_no_colour(zonnehoek: World) -> None:
    zonnehoek.terminal = True
    zonnehoek.variables = {"TERM": "linux"}
    assert set(re.findall(r"\x1b\[([0-9;]*)m", zonnehoek.run("fase", "3").stdout)) == {"1", "0"}


@pytest.mark.parametrize(
    ("variables", "can"),
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
    world: World, variables: dict[str, str], *, can: bool
) -> None:
    world.terminal = True
    world.variables = variables
    out = world.run("contact", "drenthe").stdout
    assert ("\x1b]8;" in out) is can
    assert ("https://nmfdrenthe.nl\x1b\\nmfdrenthe.nl" in out) is can
    assert "nmfdrenthe.nl" in out


def test_a_bare_address_and_a_mail_address_are_links_too(world: World) -> None:
    world.terminal = True
    world.variables = {"FORCE_HYPERLINK": "1"}
    out = world.run("contact").stdout
    for whole, shown in (
        ("https://nmfgroningen.nl", "nmfgroningen.nl"),
        ("mailto:info@natuurenmilieufederaties.nl", "info@natuurenmilieufederaties.nl"),
    ):
        assert f"{whole}\x1b\\{shown}" in out


def test_text_of_a_person_is_never_markup_nor_a_link_that_says_something_else(world: World) -> None:
    page = (
        Heading("[red]x[/red]", 1),
        Paragraph("[/] :house: \x1b[31m"),
        Item("[b]", behind="[link=https://a.nl]b[/link]"),
    )
    out = terminal.render(page, 80, terminal.Abilities(opmaak=True, kleuren=True))
    for literal in ("[red]x[/red]", "[/] :house: <U+001B>[31m", "[b]", "[link=https://a.nl]b[/link]"):
        assert literal in re.sub(r"\x1b\[[0-9;]*m", "", out)


PAGER = """#!/bin/sh
echo "pager: LESS=$LESS" >&2
cat > gelezen.txt
"""


@pytest.fixture
def pager(zonnehoek: World) -> Path:
    """A pager that keeps what it gets in the folder of the project."""
    path = zonnehoek.folder / "pager"
    path.write_text(PAGER, encoding="utf-8")
    path.chmod(0o755)
    return path


@pytest.mark.parametrize(
    ("args", "start", "end"),
    [(["fase", "3"], "Fase 3 van 5: ", "3.7"), (["hulp"], "Gebruik: routekaart", "--versie")],
)
def test_a_long_page_goes_through_the_pager_a_person_chose(
    zonnehoek: World, pager: Path, args: list[str], start: str, end: str
) -> None:
    screen = Terminal(zonnehoek.folder, *args, height=24, PAGER=f"{pager} -x")
    assert screen.end() == 0
    as_read = (zonnehoek.folder / "gelezen.txt").read_text(encoding="utf-8")
    assert start in as_read
    assert end in as_read
    assert "pager: LESS=FRX" in screen.all_fasen


@pytest.mark.parametrize(
    ("args", "variables", "height"),
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
    zonnehoek: World, pager: Path, args: list[str], variables: dict[str, str], height: int
) -> None:
    screen = Terminal(zonnehoek.folder, *args, width=80, height=height, **{"PAGER": str(pager), **variables})
    if args == ["nakijken"]:
        screen.until("Typ een nummer om iets te veranderen.")
        screen.type(CTRL_C)
    screen.end()
    assert not (zonnehoek.folder / "gelezen.txt").exists()
    assert screen.all_fasen


def test_off_a_terminal_there_is_never_a_pager(zonnehoek: World) -> None:
    zonnehoek.terminal = True
    zonnehoek.variables = {"PAGER": "false"}
    assert "3.7" in zonnehoek.run("fase", "3").stdout  # stdin is no terminal here


@pytest.mark.parametrize("pager", ["false", "sh -c 'exit 3'"])
def test_a_pager_that_fails_does_not_take_the_page_away(zonnehoek: World, pager: str) -> None:
    screen = Terminal(zonnehoek.folder, "fase", "3", height=24, PAGER=pager)
    assert screen.end() == 0
    assert "Fase 3" in screen.all_fasen


def test_leaving_the_pager_halfway_or_with_ctrl_c_is_no_error(zonnehoek: World) -> None:
    for pager in ("head -1", "sh -c 'kill -INT $$'"):
        assert screen.show_in_pager("regel\n" * 100_000, ["sh", "-c", pager], os.environ, "utf-8")
    target = Terminal(zonnehoek.folder, "fase", "3", height=24, PAGER="sh -c 'echo pager; exec sleep 30'")
    target.wait_for(lambda: "pager" in target.all_fasen, 20)
    target.type(CTRL_C)
    assert target.end() == 0
    assert "Traceback" not in target.all_fasen
