"""Characters: what may be stored, and what may reach a terminal."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routekaart_cli.dutch.characters import clean, visible, wrap

DIRECTION = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
AWKWARD = f"\x1b[]0;31mPO\\\x07\x00\x08\x9b\x85\t\n\r\x0b\x0c \xa0\u2028\u2029\ufeff\u0301\u200dea{DIRECTION}"

tekst = st.text(st.sampled_from(AWKWARD) | st.characters())


def is_control_char(char: str) -> bool:
    return unicodedata.category(char) in ("Cc", "Cs") or char in DIRECTION


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param("\x1b[31mDe Weide\x1b[0m", id="colour"),
        pytest.param("De \x1b[2J\x1b[1;1HWeide", id="clear-screen"),
        pytest.param("De Weide\x1b]0;titel\x07", id="window-title-bell"),
        pytest.param("De \x1b]8;;https://x.nl\x1b\\Weide\x1b]8;;\x1b\\", id="link"),
        pytest.param("De Weide\x1b[?25l", id="hide-cursor"),
        pytest.param("De \x1bMWeide\x1bc", id="two-character-escapes"),
        pytest.param("\x1b7De Weide\x1b8\x1b>", id="save-and-restore-cursor"),
        pytest.param("De \x9b31mWeide", id="colour-in-one-byte"),
        pytest.param("De Weide\x1b(B\x1b[m", id="reset-by-tput"),
        pytest.param("De\x00 We\x07ide\x7f", id="control"),
        pytest.param("De Wei\x9fde\x80", id="c1-control"),
        pytest.param("De \u202eWeide\u202c\u2066\u200f", id="bidi"),
        pytest.param("\ufeffDe Weide", id="byte-order-mark"),
        pytest.param("De \ud800Weide", id="half-a-surrogate-pair"),
        pytest.param("\t De \t Weide  ", id="tabs-and-spaces"),
        pytest.param("De\u00a0Weide", id="non-breaking-space"),
    ],
)
def test_only_the_visible_words_are_stored(raw: str) -> None:
    assert clean(raw) == "De Weide"
    assert " ".join(clean(raw, lines=True).split()) == "De Weide"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\n\n", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"], ids=ascii)
def test_a_line_end_never_glues_two_words_together(end: str) -> None:
    assert clean(f"De{end}Weide") == "De Weide"
    assert clean(f"De{end}Weide", lines=True).split() == ["De", "Weide"]


def test_a_long_text_keeps_its_lines_and_empty_lines() -> None:
    assert clean("\r\n  Een.  \r\n\r\nTwee.\rDrie.\n\n", lines=True) == "Een.\n\nTwee.\nDrie."


def test_a_tab_is_a_blank_as_between_cells_of_a_spreadsheet() -> None:
    assert clean("Jan\tde Vries\tKerkstraat") == "Jan de Vries Kerkstraat"


def test_letters_with_accents_get_one_form() -> None:
    assert clean("Frysla\u0302n") == "Frysl\u00e2n"


@pytest.mark.parametrize("raw", ["👩‍👩‍👧", "€ 3.500 (±)", "naïef – “Zó!”", "[b]:house:", "مرحبا"])
def test_every_script_and_sign_stays(raw: str) -> None:
    assert clean(raw) == raw
    assert visible(raw) == raw


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("\x1b[31mrood", "<U+001B>[31mrood"),
        ("a\x00b\x07", "a<U+0000>b<U+0007>"),
        ("links\u202erechts", "links<U+202E>rechts"),
        ("een\ntwee\tdrie", "een\ntwee drie"),
        ("een\r\ntwee", "een<U+000D>\ntwee"),
        ("\ufeffa", "<U+FEFF>a"),
    ],
    ids=["escape", "control", "bidi", "newline-and-tab", "carriage-return", "byte-order-mark"],
)
def test_what_cannot_be_shown_is_shown_as_its_number(raw: str, shown: str) -> None:
    assert visible(raw) == shown


@given(raw=tekst, lines=st.booleans())
def test_cleaning_twice_changes_nothing(raw: str, *, lines: bool) -> None:
    once = clean(raw, lines=lines)
    assert clean(once, lines=lines) == once


@given(tekst)
def test_one_line_holds_no_control_character_and_no_blanks_around(raw: str) -> None:
    line = clean(raw)
    assert not any(map(is_control_char, line))
    assert line == line.strip()
    assert visible(line) == line


@given(tekst)
def test_several_lines_hold_no_control_character_but_newlines(raw: str) -> None:
    lines = clean(raw, lines=True)
    assert not any(map(is_control_char, lines.replace("\n", "")))
    assert all(line == line.rstrip() for line in lines.split("\n"))
    assert visible(lines) == lines


@given(tekst)
def test_no_control_character_but_newline_reaches_the_terminal(raw: str) -> None:
    shown = visible(raw)
    assert not any(map(is_control_char, shown.replace("\n", "")))
    assert shown.count("\n") == raw.count("\n")
    shown.encode()


@given(tekst)
def test_showing_twice_changes_nothing(raw: str) -> None:
    assert visible(visible(raw)) == visible(raw)


def test_a_line_is_as_wide_as_it_is_shown_when_it_is_wrapped() -> None:
    assert wrap("Kees kent het woord 中文 heel goed.", 24) == "Kees kent het woord 中文\nheel goed."
    assert wrap("Kees kent het woord 中文 heel goed.", 23) == "Kees kent het woord\n中文 heel goed."


@pytest.mark.parametrize("typed", ["\u200bZwolle", "Zwol\u00adle", "Zwolle\u2060", "\ufeffZwolle", "Zwolle\u00a0"])
def test_what_nobody_sees_does_not_come_along_with_a_paste(typed: str) -> None:
    assert clean(typed) == "Zwolle"


@pytest.mark.parametrize("typed", ["\u200b", "\u3164", "\u00ad\u00ad", "\u2800 \u2800", "\u2060\n"])
def test_what_nobody_sees_alone_is_no_answer(typed: str) -> None:
    assert clean(typed) == clean(typed, lines=True) == ""


def test_the_parts_of_an_emoji_stay_together() -> None:
    assert clean("👩\u200d👩\u200d👧") == "👩\u200d👩\u200d👧"
