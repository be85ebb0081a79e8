"""The interview on a real terminal: keys, mistakes, stopping in every way, narrow screens, and no English.

Over the small content, so that a word of the content that ships is free to change.
"""

from __future__ import annotations

import contextlib
import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from helpers.terminal import CTRL_B, CTRL_C, CTRL_D, DOWN, ENTER, UP, Terminal
from helpers.world import World

from routekaart_cli.gesprek.vragers.menu_keys import HABIT
from routekaart_cli.inhoud.folder import Inhoud
from routekaart_cli.project import store

pytestmark = pytest.mark.usefixtures("small_terminal")

ENGLISH = (
    "arrow keys", "shortcuts", "to select", "to toggle", "to invert", "type to filter", "done", "Invalid input",
    "Cancelled", "Yes", "Description:", "Answer:", "Finish with", "Press any key", "WARNING", "Aborted",
)  # fmt: skip

VRAAG_PER_SOORT = {
    "tekst": ("wijk.naam=", "Hoe heet jullie wijk"),
    "keuze": ("wijk.provincie=", "Fryslân"),
    "getal": ("wijk.woningen=", "Typ een getal"),
    "meerkeuze": ("wijk.leeft=", "Kies met de spatiebalk"),
    "lange-tekst": ("groep.aanleiding=", "Alt+Enter"),
    "lijst": ("groep.mensen=", "Toevoegen"),
    "ja-nee": ("groep.subsidie=", "typ j of n"),
    "datum": ("groep.sinds=", "Typ een datum"),
}
FIRST = ("tekst", "keuze")
"""The soorten of which the vraag is one of the first; the others stand in a part."""


@pytest.fixture
def world(world: World, small_inhoud: Inhoud) -> World:
    world.inhoud = small_inhoud
    return world


@pytest.fixture
def everything_answered(world: World) -> World:
    """A project in which every vraag up to the first stap has an answer, and that stap is in progress."""
    antwoorden = [
        f"{vraag['id']}=weet ik nog niet"
        for vraag in world.run("vragen", "--json").gegevens["vragen"]
        if vraag["fase"] in (None, 1)
    ]
    world.start(*antwoorden, "beginnen.groep-zoeken.status=bezig", "stand.er-ligt=aanpak", "stand.fase=beginnen")
    return world


def at_question(world: World, soort: str, *options: str, **variables: str) -> Terminal:
    """Return a terminal that stands at a vraag of *soort*: only its answer is taken out of the file."""
    vraag_id, zichtbaar = VRAAG_PER_SOORT[soort]
    lines = world.bestand.read_text(encoding="utf-8").split("\n")
    spot = lines.index(f"  {vraag_id.rstrip('=')}:")
    world.bestand.write_text("\n".join(lines[:spot] + lines[spot + 4 :]), encoding="utf-8")
    terminal = Terminal(world.folder, "start", *options, width=100, height=60, TMPDIR=str(world.folder), **variables)
    if soort not in FIRST:
        terminal.until("Waar willen jullie nu mee verder?")
        in_wijk = ["1", ENTER] if options else [UP, UP, ENTER]
        terminal.type(*(in_wijk if soort in ("getal", "meerkeuze") else [ENTER]))
    terminal.until("\n>" if "--toegankelijk" in options else zichtbaar)
    return terminal


@pytest.mark.one_in(3)
@pytest.mark.parametrize("soort", VRAAG_PER_SOORT)
def test_no_english_word_stands_at_a_question(everything_answered: World, soort: str) -> None:
    terminal = at_question(everything_answered, soort)
    terminal.type("?", *([ENTER] if soort in ("tekst", "getal", "lange-tekst", "datum") else []))
    terminal.type(CTRL_C)
    terminal.end()
    assert not [word for word in ENGLISH if word in terminal.all_fasen]


@pytest.mark.one_in(5)
@pytest.mark.parametrize("soort", VRAAG_PER_SOORT)
@pytest.mark.parametrize(
    "way", [(CTRL_C, 130), (CTRL_D, 0), ("SIGTERM", 143), ("SIGHUP", 129)], ids=["C", "D", "TERM", "HUP"]
)
@pytest.mark.parametrize("options", [[], ["--toegankelijk"]], ids=["menu", "lines"])
def test_stopping_in_any_way_loses_nothing_and_says_how_to_go_on(
    everything_answered: World,
    soort: str,
    way: tuple[str, int],
    options: list[str],
    record_property: Callable[[str, int], None],
) -> None:
    stop, code = way
    terminal = at_question(everything_answered, soort, *options)
    saved = everything_answered.bestand.read_bytes()
    if stop.startswith("SIG"):
        terminal.kill(getattr(signal, stop))
    else:
        terminal.type(stop)
    terminal.until("Alles is bewaard in routekaart-project.yaml. Ga verder met:")
    terminal.until(" ".join(["-m routekaart_cli start", *options]))
    assert ("--toegankelijk" in terminal.tekst.rpartition("Ga verder met:")[2]) is bool(options)
    assert terminal.settings_of() == terminal.vooraf
    assert terminal.end() == code
    assert everything_answered.bestand.read_bytes() == saved
    record_property("ways to stop, per soort and per rendering", 1)


def test_ctrl_c_before_the_first_answer_makes_no_file(world: World) -> None:
    terminal = Terminal(world.folder, "start")
    terminal.until("Hoe heet jullie wijk")
    terminal.type(CTRL_C)
    assert terminal.end() == 130
    assert "Er was nog niets om te bewaren" in terminal.tekst
    assert not world.bestand.exists()


@pytest.mark.parametrize("options", [(), ("--toegankelijk",)], ids=["menu", "lines"])
def test_an_impatient_ctrl_c_is_one_ctrl_c(world: World, options: tuple[str, ...]) -> None:
    world.start("wijk.naam=De Weide")
    for waiting in (0, 0.01, 0.03, 0.1, 0.2):
        terminal = Terminal(world.folder, "start", *options)
        terminal.until("In welke gemeente")
        for _ in range(6):
            terminal.send(CTRL_C)
            time.sleep(waiting / 6)
        assert terminal.end() == 130
        assert "Traceback" not in terminal.all_fasen
        assert terminal.all_fasen.count("Alles is bewaard") <= 1


def test_n_is_no(everything_answered: World) -> None:
    terminal = at_question(everything_answered, "ja-nee")
    terminal.type("j", "n", ENTER)
    terminal.until("Bewaard: Nee.")


def test_a_refused_number_says_what_is_accepted_and_stays_editable(everything_answered: World) -> None:
    terminal = at_question(everything_answered, "getal")
    terminal.type("12x", ENTER)
    terminal.until("Dat is geen getal. Typ een heel getal, bijvoorbeeld 350 of 1.200.")
    terminal.type("\x7f", ENTER)
    terminal.until("Bewaard: 12.")


def test_enter_without_a_cross_teaches_the_space_bar(everything_answered: World) -> None:
    terminal = at_question(everything_answered, "meerkeuze")
    terminal.type(ENTER)
    terminal.until("Kies eerst met de spatiebalk.")
    terminal.type(" ", DOWN, " ", ENTER)
    terminal.until("Bewaard: ")
    assert "Bewaard: groen en natuur, jongeren en spelen." in terminal.tekst


@pytest.mark.parametrize("key", [CTRL_B, "<"])
def test_back_in_a_menu_goes_to_the_question_before(everything_answered: World, key: str) -> None:
    terminal = at_question(everything_answered, "keuze")
    terminal.type(key)
    terminal.until("Vraag 2. Om te beginnen.")


def test_a_colon_in_a_menu_takes_an_opdracht(everything_answered: World) -> None:
    terminal = at_question(everything_answered, "keuze")
    terminal.type(":", "overzicht", ENTER)
    terminal.until("Aantal woningen · Weet ik nog niet")


def test_a_person_is_added_field_by_field(everything_answered: World) -> None:
    terminal = at_question(everything_answered, "lijst")
    terminal.type(ENTER)
    terminal.until("Hoe heet deze persoon?")
    terminal.type("Fatima", ENTER)
    terminal.until("Wat doet deze persoon")
    assert "naam: Fatima" in everything_answered.bestand.read_text(encoding="utf-8")
    terminal.type("trekker", ENTER)
    terminal.until("mailadres")
    terminal.type(ENTER)
    terminal.until("1. Fatima (trekker)")


def test_escape_sequences_in_the_file_never_reach_the_terminal(world: World) -> None:
    world.bestand.write_text(
        'formaat: 1\nantwoorden:\n  wijk.naam: {waarde: "a\\e[31mrood\\u202e"}\n', encoding="utf-8"
    )
    terminal = Terminal(world.folder, "start", height=60)
    terminal.until("In welke gemeente")
    terminal.type("<", ENTER)
    terminal.until("Vraag 1. Om te beginnen.")
    terminal.type(CTRL_C)
    terminal.end()
    assert "\x1b[31m" not in terminal.all_fasen
    assert "\u202e" not in terminal.all_fasen


@pytest.mark.parametrize("width", [40, 80])
def test_words_are_not_cut_at(width: int, tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, "start", width=width, height=60)
    terminal.until("Hoe heet jullie wijk")
    terminal.type("De Weide", ENTER, "Zwolle", ENTER)
    terminal.until("Fryslân")
    words = " ".join(terminal.tekst.split())
    assert "bewaren elk antwoord op deze computer, in routekaart-project.yaml." in words
    assert "Stoppen kan altijd." in words


def test_a_dumb_terminal_gets_plain_lines_without_escape_bytes(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, "start", TERM="dumb")
    terminal.until("\n>")
    terminal.type("De Weide\n")
    terminal.until("Bewaard: De Weide.")
    terminal.type(CTRL_D)
    assert terminal.end() == 0
    assert "\x1b" not in terminal.all_fasen


@pytest.mark.parametrize("brackets", [True, False], ids=["bracketed", "bare"])
def test_pasted_lines_never_answer_the_next_question(tmp_path: Path, *, brackets: bool) -> None:
    terminal = Terminal(tmp_path, "start")
    terminal.until("Hoe heet jullie wijk")
    pasted = "De Weide\nZwolle\n4\n350\n"
    terminal.type(f"\x1b[200~{pasted}\x1b[201~" if brackets else pasted.replace("\n", "\r"))
    if brackets:
        terminal.type(ENTER)
        terminal.until("Bewaard: De Weide Zwolle 4 350.")
    else:
        terminal.until("Er kwamen meer regels mee dan er nodig waren.")
    terminal.until("Vraag 2. Om te beginnen.")
    terminal.type(CTRL_C)
    terminal.end()
    assert (tmp_path / "routekaart-project.yaml").read_text(encoding="utf-8").count("waarde:") == 1


@pytest.mark.parametrize(
    ("key", "afterwards"), [("<", "Vraag 1. Om te beginnen."), ("?", "De gemeente beslist mee."), (":stop", "bewaard")]
)
def test_an_opdracht_typed_behind_an_answer_is_no_part_of_it(world: World, key: str, afterwards: str) -> None:
    world.start("wijk.naam=De Weide", "wijk.gemeente=Zwolle")
    terminal = Terminal(world.folder, "start")
    terminal.until("Fryslân")
    terminal.type("<", key, ENTER)
    terminal.until(afterwards)
    assert "waarde: Zwolle\n" in world.bestand.read_text(encoding="utf-8")


def test_crosses_stay_when_somebody_asks_for_help(everything_answered: World) -> None:
    terminal = at_question(everything_answered, "meerkeuze")
    terminal.type(" ", DOWN, " ", "?")
    time.sleep(HABIT)
    terminal.type(ENTER)
    terminal.until("Bewaard: groen en natuur, jongeren en spelen.")


@pytest.mark.parametrize("keys", [("?", ENTER), (f"?{ENTER}",)], ids=["after", "at once"])
def test_an_enter_out_of_habit_behind_a_question_mark_takes_no_answer(
    everything_answered: World, keys: tuple[str, ...]
) -> None:
    terminal = at_question(everything_answered, "keuze")
    terminal.type(*keys)
    terminal.until("Elke provincie heeft een federatie.")
    assert "Bewaard:" not in terminal.tekst
    assert "meer regels" not in terminal.tekst
    time.sleep(HABIT)
    terminal.type(ENTER)
    terminal.until("Bewaard: Fryslân.")


def test_an_enter_out_of_habit_behind_back_stays_there(everything_answered: World) -> None:
    terminal = at_question(everything_answered, "keuze")
    terminal.type("<", ENTER)
    terminal.until("Vraag 2. Om te beginnen.")
    assert terminal.tekst.count("Vraag 3.") == 1
    time.sleep(HABIT)
    terminal.type(ENTER)
    terminal.until("Blijft staan: Weet ik nog niet.")


def test_an_enter_that_is_meant_counts_at_once(everything_answered: World) -> None:
    terminal = at_question(everything_answered, "keuze")
    terminal.type("?", DOWN, ENTER)
    terminal.until("Bewaard: Overijssel.")


@pytest.mark.one_in(3)
@pytest.mark.parametrize("soort", VRAAG_PER_SOORT)
def test_the_signal_of_ctrl_c_stops_like_the_key(everything_answered: World, soort: str) -> None:
    terminal = at_question(everything_answered, soort)
    terminal.kill(signal.SIGINT)
    terminal.until("Alles is bewaard in routekaart-project.yaml.")
    assert terminal.end() == 130


@pytest.mark.parametrize("soort", ["tekst", "keuze", "meerkeuze", "lijst"])
def test_back_from_ctrl_z_the_question_stands_there_and_takes_its_keys(everything_answered: World, soort: str) -> None:
    terminal = at_question(everything_answered, soort)
    terminal.leave_and_come_back()
    assert {">", "»"} & set(terminal.tekst), "nothing was drawn again"
    terminal.type(":", "stop", ENTER)
    terminal.until("Alles is bewaard in routekaart-project.yaml.")
    assert terminal.end() == 0


def test_back_from_ctrl_z_plain_lines_ask_again(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, "start", "--toegankelijk")
    terminal.until("\n>")
    terminal.leave_and_come_back()
    assert "Hoe heet jullie wijk" in terminal.tekst
    terminal.type("De Weide\n")
    terminal.until("Bewaard: De Weide.")
    terminal.type(CTRL_D)
    assert terminal.end() == 0


@pytest.mark.parametrize("soort", ["tekst", "keuze", "meerkeuze"])
def test_in_a_window_made_narrow_halfway_the_question_can_still_be_answered(
    everything_answered: World, soort: str
) -> None:
    terminal = at_question(everything_answered, soort)
    terminal.resize(40, 20)
    terminal.resize(90, 30)
    terminal.type(*([" "] if soort == "meerkeuze" else ["Zand"] if soort == "tekst" else []), ENTER)
    terminal.until("Bewaard: ")
    terminal.type(CTRL_C)
    assert terminal.end() == 130


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can make a file of somebody else")
@pytest.mark.parametrize(("keys", "wijk"), [([ENTER], "Wijk: Het Zand."), ([DOWN, ENTER], "Hoe heet jullie wijk")])
def test_a_project_of_a_stranger_in_a_folder_above_is_taken_only_when_chosen(
    world: World, keys: list[str], wijk: str
) -> None:
    world.start("wijk.naam=Het Zand")
    os.chown(world.bestand, 1234, 1234)
    (world.folder / "hier").mkdir()
    terminal = Terminal(world.folder / "hier", "start")
    terminal.until("is van iemand anders op deze computer.")
    terminal.until("Met welk project willen jullie verder?")
    terminal.type(*keys)
    terminal.until(wijk)
    terminal.type(CTRL_C)
    terminal.end()


def test_a_question_mark_can_become_the_end_of_an_answer_that_is_there(world: World) -> None:
    world.start("wijk.naam=Wie doet mee")
    terminal = Terminal(world.folder, "nakijken", "wijk.naam")
    terminal.until("> Wie doet mee")
    terminal.type("?", ENTER)
    terminal.until("Hoort het vraagteken bij je antwoord?")
    terminal.until("> Wie doet mee?")
    terminal.type(ENTER)
    terminal.until("Bewaard: Wie doet mee?")
    terminal.end()


def test_what_was_typed_before_the_help_stands_there_only_once(world: World) -> None:
    world.start("wijk.naam=Wie doet mee")
    terminal = Terminal(world.folder, "start")
    terminal.until("In welke gemeente")
    terminal.type("<", ENTER, "?", ENTER, "\x7f", "!", ENTER)
    terminal.until("Bewaard: Wie doet mee!")
    terminal.type("<", ENTER)
    terminal.until("\n > Wie doet mee!")
    terminal.type(CTRL_C)
    terminal.end()


def test_the_refusal_of_an_answer_that_fills_the_screen_stays_in_sight(world: World) -> None:
    terminal = Terminal(world.folder, "start")
    terminal.until("Hoe heet jullie wijk")
    terminal.send("\x1b[200~" + "heel lang " * 2_100 + "\x1b[201~")
    terminal.type(ENTER)
    terminal.until("Dit antwoord is te lang. Het kan hoogstens 20000 tekens zijn.")
    terminal.type(CTRL_C)
    terminal.end()


def test_only_an_empty_lijst_can_be_unknown(everything_answered: World) -> None:
    terminal = at_question(everything_answered, "lijst")
    assert "Weet ik nog niet" in terminal.tekst
    terminal.type(ENTER, "Fatima", ENTER, ENTER, ENTER)
    terminal.until("Iets weghalen")
    assert "Weet ik nog niet" not in terminal.tekst.rpartition("1. Fatima")[2]
    terminal.type(CTRL_C)
    terminal.end()


def test_plain_lines_take_a_long_text_up_to_an_empty_line(world: World) -> None:
    vragen = world.run("vragen", "--json").gegevens["vragen"]
    until = [v["id"] for v in vragen].index("groep.aanleiding")
    world.start(*(f"{v['id']}=weet ik nog niet" for v in vragen[:until]))
    terminal = Terminal(world.folder, "start", "--toegankelijk")
    terminal.until("\n>")
    terminal.type(ENTER)
    terminal.until("Een lege regel sluit het af.")
    terminal.type("De huizen zijn koud.\nDe rekening is hoog.\n\n")
    terminal.until("Wat willen jullie bereiken")
    terminal.type(CTRL_D)
    terminal.end()
    assert "      De huizen zijn koud.\n      De rekening is hoog.\n" in world.bestand.read_text(encoding="utf-8")
    assert "\x1b" not in terminal.all_fasen


def test_pasted_lines_never_answer_the_next_question_in_plain_lines(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, "start", "--toegankelijk")
    terminal.until("Hoe heet jullie wijk")
    terminal.type("De Weide\nZwolle\n4\n")
    terminal.until("Er kwamen meer regels mee")
    terminal.type(CTRL_D)
    terminal.end()
    assert (tmp_path / "routekaart-project.yaml").read_text(encoding="utf-8").count("waarde:") == 1


def test_a_line_that_the_terminal_would_cut_is_refused_in_plain_lines(world: World) -> None:
    terminal = Terminal(world.folder, "start", "--toegankelijk", height=60)
    terminal.until("Hoe heet jullie wijk")
    terminal.type("x" * 5000 + ENTER)
    terminal.until("Deze regel is te lang voor de terminal")
    terminal.type(f"De Weide{ENTER}")
    terminal.until("Bewaard: De Weide.")
    terminal.type(CTRL_C)
    assert terminal.end() == 130


def test_a_colon_by_mistake_brings_the_menu_back(everything_answered: World) -> None:
    terminal = at_question(everything_answered, "keuze")
    terminal.type(":", ENTER)
    terminal.until("Elke provincie heeft een federatie.")
    terminal.type(DOWN, ENTER)
    terminal.until("Bewaard: Overijssel.")


def test_a_long_answer_is_written_in_a_program_of_ones_own(everything_answered: World, tmp_path: Path) -> None:
    program = tmp_path / "schrijf"
    program.write_text('#!/bin/sh\nprintf "Het is koud.\\n:stop is hier tekst.\\n" > "$1"\n', encoding="utf-8")
    program.chmod(0o755)
    terminal = at_question(everything_answered, "lange-tekst", EDITOR=str(program))
    terminal.type("?", ENTER)
    terminal.until("Typ :editor.")
    terminal.type(":editor", ENTER)
    terminal.until("Bewaard: Het is koud.")
    text = everything_answered.bestand.read_text(encoding="utf-8")
    assert "      Het is koud.\n      :stop is hier tekst.\n" in text


def test_what_is_saved_in_a_window_of_its_own_is_read_when_they_are_done(everything_answered: World) -> None:
    terminal = at_question(everything_answered, "lange-tekst", EDITOR="true")
    terminal.type(":editor", ENTER)
    terminal.until("Klaar met schrijven?")
    (file,) = everything_answered.folder.glob("routekaart-*.txt")
    file.write_text("Het is koud.\n", encoding="utf-8")
    terminal.type(ENTER)
    terminal.until("Bewaard: Het is koud.")
    assert file.exists()
    assert file.name in terminal.tekst


def test_a_file_in_which_nothing_was_written_stays_and_is_named(everything_answered: World) -> None:
    terminal = at_question(everything_answered, "lange-tekst", EDITOR="true")
    terminal.type(":editor", ENTER)
    terminal.until("Klaar met schrijven?")
    terminal.type(ENTER)
    terminal.until("blijft staan.")
    (file,) = everything_answered.folder.glob("routekaart-*.txt")
    assert file.name in terminal.tekst


def test_what_is_not_utf_8_is_refused_and_kept(everything_answered: World) -> None:
    terminal = at_question(everything_answered, "lange-tekst", EDITOR="sh -c 'printf caf\\\\351 > $0'")
    terminal.type(":editor", ENTER)
    terminal.until("Bewaar hem in je tekstprogramma als UTF-8.")
    terminal.until("staat nog in")
    (file,) = everything_answered.folder.glob("routekaart-*.txt")
    assert file.read_bytes() == b"caf\xe9"
    assert file.name in terminal.tekst


def test_a_text_program_that_does_not_start_is_named(everything_answered: World) -> None:
    terminal = at_question(everything_answered, "lange-tekst", EDITOR="/bestaat/niet")
    terminal.type(":editor", ENTER)
    terminal.until("Het tekstprogramma '/bestaat/niet' start niet.")


def test_without_one_that_was_chosen_a_text_program_that_is_there_is_taken(
    everything_answered: World, tmp_path: Path
) -> None:
    (tmp_path / "nano").write_text('#!/bin/sh\nprintf "Het is koud.\\n" > "$1"\n', encoding="utf-8")
    (tmp_path / "nano").chmod(0o755)
    terminal = at_question(everything_answered, "lange-tekst", PATH=f"{tmp_path}:/usr/bin:/bin")
    terminal.type(":editor", ENTER)
    terminal.until("Bewaard: Het is koud.")


@pytest.mark.parametrize("editor", ["", "/bestaat/niet", "false"])
def test_without_a_program_that_works_the_question_comes_back(everything_answered: World, editor: str) -> None:
    nowhere = {} if editor else {"PATH": "/bestaat/niet"}
    terminal = at_question(everything_answered, "lange-tekst", EDITOR=editor, VISUAL="", **nowhere)
    saved = everything_answered.bestand.read_bytes()
    terminal.type(":editor", ENTER)
    terminal.until("tekstprogramma")
    terminal.type(CTRL_C)
    assert terminal.end() == 130
    assert everything_answered.bestand.read_bytes() == saved


def test_start_elsewhere_offers_the_projects_used_last_beside_a_new_one(tmp_path: Path) -> None:
    for name in ("een", "twee", "drie"):
        (tmp_path / name).mkdir()
    terminal = Terminal(tmp_path / "een", "start")
    terminal.until("Hoe heet jullie wijk")
    terminal.type("De Weide", ENTER)
    terminal.until("Bewaard: De Weide.")
    terminal.type(CTRL_C)
    terminal.end()
    terminal = Terminal(tmp_path / "twee", "start")
    terminal.until("Met welk project")
    terminal.until("» De Weide, in")
    assert "Weet ik nog niet" not in terminal.tekst
    terminal.type(ENTER)
    terminal.until("Welkom terug. Wijk: De Weide.")
    terminal.type(CTRL_C)
    terminal.end()
    assert not list((tmp_path / "twee").iterdir())
    terminal = Terminal(tmp_path / "drie", "start")
    terminal.until("Met welk project")
    terminal.type(DOWN, ENTER)
    terminal.until("Hoe heet jullie wijk")
    terminal.type(CTRL_C)
    terminal.end()


@pytest.mark.one_in(3)
@pytest.mark.parametrize("soort", VRAAG_PER_SOORT)
@pytest.mark.parametrize("brackets", [True, False], ids=["bracketed", "bare"])
def test_a_paste_answers_at_most_the_question_it_was_pasted_at(
    everything_answered: World, soort: str, *, brackets: bool
) -> None:
    terminal = at_question(everything_answered, soort)
    before = store.load(everything_answered.bestand).antwoorden
    pasted = "1\nj\x07\n\x1b[31m2\n:wis\n:stop\n"
    terminal.type(f"\x1b[200~{pasted}\x1b[201~" if brackets else pasted.replace("\n", "\r"))
    with contextlib.suppress(OSError):  # after a first line that fits, nothing may be left to ask
        terminal.type(CTRL_C)
    assert terminal.end() in (0, 130)
    after = store.load(everything_answered.bestand).antwoorden
    assert set(after) - set(before) <= {VRAAG_PER_SOORT[soort][0].rstrip("=")}
    assert all(after[vraag_id] == antwoord for vraag_id, antwoord in before.items())


@pytest.fixture
def elsewhere(tmp_path: Path) -> World:
    """The world of an empty folder, when somewhere else a project was used."""
    for name in ("een", "twee"):
        (tmp_path / name).mkdir()
    terminal = Terminal(tmp_path / "een", "start")
    terminal.until("Hoe heet jullie wijk")
    terminal.type("De Weide", ENTER)
    terminal.until("Bewaard: De Weide.")
    terminal.type(CTRL_C)
    terminal.end()
    return World(tmp_path / "twee")


@pytest.mark.one_in(5)
@pytest.mark.parametrize(("stop", "code"), [([CTRL_C], 130), ([CTRL_D], 0), ([":", "stop", ENTER], 0)])
@pytest.mark.parametrize("options", [[], ["--toegankelijk"]], ids=["menu", "lines"])
def test_stopping_while_a_project_is_chosen_says_so(
    elsewhere: World, options: list[str], stop: list[str], code: int
) -> None:
    terminal = Terminal(elsewhere.folder, "start", *options)
    terminal.until("Met welk project willen jullie verder?")
    terminal.type("?", *([ENTER] if options else []))
    terminal.until("Kies er een van eerder")
    terminal.type(*stop)
    terminal.until("Gestopt. Er was nog niets om te bewaren.")
    assert terminal.end() == code
    assert not elsewhere.bestand.exists()


@pytest.mark.one_in(5)
@pytest.mark.parametrize("options", [[], ["--toegankelijk"]], ids=["menu", "lines"])
@pytest.mark.parametrize("way", [(CTRL_C, 130), (CTRL_D, 0), ("SIGTERM", 143)], ids=["C", "D", "TERM"])
@pytest.mark.parametrize(
    "spot",
    [
        ("nakijken", "Welk antwoord", "Alles is bewaard in routekaart-project.yaml."),
        ("nakijken wijk.naam", "Hoe heet", "Alles is bewaard in routekaart-project.yaml."),
        ("terugdraaien --sessie 1", "Willen jullie deze kopie", "Er is niets veranderd."),
    ],
    ids=["list", "one", "session"],
)
def test_stopping_outside_the_interview_says_what_is_kept_on_a_line_of_its_own(
    world: World, options: list[str], way: tuple[str, int], spot: tuple[str, str, str]
) -> None:
    (stop, code), (opdracht, vraag, lock) = way, spot
    for name in ("De Weide", "De Linde"):
        world.run("nakijken", "wijk.naam", "--toegankelijk", source=f"{name}\n")
        world.lines(name)
    terminal = Terminal(world.folder, *opdracht.split(), *options, height=100)
    terminal.until(vraag)
    terminal.until(">" if options or opdracht.startswith("nakijken") else "»")
    if stop == "SIGTERM":
        terminal.kill(signal.SIGTERM)
    else:
        terminal.type(stop)
    terminal.until(lock)
    assert terminal.end() == code
    assert lock in terminal.tekst.split("\n")
    assert "> Gestopt" not in terminal.tekst


@pytest.mark.parametrize("options", [(), ("--toegankelijk",)], ids=["menu", "lines"])
def test_an_opdracht_on_the_last_line_of_a_long_text_is_that_opdracht(
    everything_answered: World, options: tuple[str, ...]
) -> None:
    vraag_id, _ = VRAAG_PER_SOORT["lange-tekst"]
    terminal = at_question(everything_answered, "lange-tekst", *options)
    terminal.type("De huizen zijn koud.", ENTER if options else "\x1b\r", ":stop", ENTER)
    terminal.until("Bewaard: De huizen zijn koud.")
    terminal.end()
    kept = store.load(everything_answered.bestand).antwoorden[vraag_id.rstrip("=")]
    assert kept.waarde == "De huizen zijn koud."


@pytest.mark.parametrize("options", [(), ("--toegankelijk",)], ids=["menu", "lines"])
def test_stop_as_a_whole_answer_is_asked_about(everything_answered: World, options: tuple[str, ...]) -> None:
    vraag_id, _ = VRAAG_PER_SOORT["tekst"]
    for choice, kept in (("1", False), ("2", True)):
        terminal = at_question(everything_answered, "tekst", *options)
        terminal.type("Stop", ENTER)
        terminal.until("Wat bedoel je?")
        terminal.type(*([choice] if options else ["\x1b[B"] * (choice == "2")), ENTER)
        terminal.until("Ga verder met" if not kept else "Bewaard: Stop.")
        terminal.type(CTRL_D)
        terminal.end()
        assert (vraag_id.rstrip("=") in store.load(everything_answered.bestand).antwoorden) == kept
        if not kept:
            everything_answered.start(f"{vraag_id.rstrip('=')}=weet ik nog niet")
