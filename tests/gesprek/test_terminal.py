"""The interview on a real terminal: keys, mistakes, stopping in every way, narrow screens, and no English."""

from __future__ import annotations

import contextlib
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from helpers.terminal import CTRL_B, CTRL_C, CTRL_D, ENTER, NEER, Terminal
from helpers.world import Wereld

from routekaart_cli.gesprek.vragers.menu_keys import HABIT
from routekaart_cli.project import store

ENGELS = (
    "arrow keys", "shortcuts", "to select", "to toggle", "to invert", "type to filter", "done", "Invalid input",
    "Cancelled", "Yes", "Description:", "Answer:", "Finish with", "Press any key", "WARNING", "Aborted",
)  # fmt: skip

VRAAG_PER_SOORT = {
    "tekst": ("wijk.naam=", "Hoe heet jullie wijk"),
    "keuze": ("wijk.provincie=", "Groningen"),
    "getal": ("wijk.woningen=", "Typ een getal"),
    "meerkeuze": ("wijk.bezit=", "Kies met de spatiebalk"),
    "lange-tekst": ("groep.aanleiding=", "Alt+Enter"),
    "lijst": ("groep.mensen=", "Toevoegen"),
    "ja-nee": ("overheid.contact=", "typ j of n"),
    "datum": ("opstarten.de-wijk-in.wanneer=", "Typ een datum"),
}


@pytest.fixture
def alles_beantwoord(wereld: Wereld) -> Wereld:
    """A project in which every vraag up to the first stap has an answer, and that stap is in progress."""
    antwoorden = [
        f"{vraag['id']}=weet ik nog niet"
        for vraag in wereld.run("vragen", "--json").gegevens["vragen"]
        if vraag["fase"] in (None, 1)
    ]
    wereld.start(*antwoorden, "opstarten.de-wijk-in.status=bezig", "overheid.contact=ja", "stand.fase=opstarten")
    return wereld


def at_question(wereld: Wereld, soort: str, *options: str, **variables: str) -> Terminal:
    """Return a terminal that stands at a vraag of *soort*: only its answer is taken out of the file."""
    vraag_id, zichtbaar = VRAAG_PER_SOORT[soort]
    lines = wereld.bestand.read_text(encoding="utf-8").split("\n")
    spot = lines.index(f"  {vraag_id.rstrip('=')}:")
    wereld.bestand.write_text("\n".join(lines[:spot] + lines[spot + 3 :]), encoding="utf-8")
    terminal = Terminal(wereld.map, "start", *options, width=100, height=60, TMPDIR=str(wereld.map), **variables)
    terminal.until("\n>" if "--toegankelijk" in options else zichtbaar)
    return terminal


@pytest.mark.parametrize("soort", VRAAG_PER_SOORT)
def test_no_english_word_stands_at_a_question(alles_beantwoord: Wereld, soort: str) -> None:
    terminal = at_question(alles_beantwoord, soort)
    terminal.type("?", *([ENTER] if soort in ("tekst", "getal", "lange-tekst", "datum") else []))
    terminal.type(CTRL_C)
    terminal.end()
    assert not [word for word in ENGELS if word in terminal.all_fasen]


@pytest.mark.parametrize("soort", VRAAG_PER_SOORT)
@pytest.mark.parametrize(
    "manier", [(CTRL_C, 130), (CTRL_D, 0), ("SIGTERM", 143), ("SIGHUP", 129)], ids=["C", "D", "TERM", "HUP"]
)
@pytest.mark.parametrize("options", [[], ["--toegankelijk"]], ids=["menu", "lines"])
def test_stopping_in_any_way_loses_nothing_and_says_how_to_go_on(
    alles_beantwoord: Wereld,
    soort: str,
    manier: tuple[str, int],
    options: list[str],
    record_property: Callable[[str, int], None],
) -> None:
    stop, code = manier
    terminal = at_question(alles_beantwoord, soort, *options)
    bewaard = alles_beantwoord.bestand.read_bytes()
    if stop.startswith("SIG"):
        terminal.kill(getattr(signal, stop))
    else:
        terminal.type(stop)
    opdracht = " ".join(["routekaart start", *options])
    terminal.until(f"Alles is bewaard in routekaart-project.yaml. Ga verder met: {opdracht}")
    assert terminal.instellingen() == terminal.vooraf
    assert terminal.end() == code
    assert alles_beantwoord.bestand.read_bytes() == bewaard
    record_property("ways to stop, per soort and per rendering", 1)


def test_ctrl_c_before_the_first_answer_makes_no_file(wereld: Wereld) -> None:
    terminal = Terminal(wereld.map, "start")
    terminal.until("Hoe heet jullie wijk")
    terminal.type(CTRL_C)
    assert terminal.end() == 130
    assert "Er was nog niets om te bewaren" in terminal.tekst
    assert not wereld.bestand.exists()


@pytest.mark.parametrize("options", [(), ("--toegankelijk",)], ids=["menu", "lines"])
def test_an_impatient_ctrl_c_is_one_ctrl_c(wereld: Wereld, options: tuple[str, ...]) -> None:
    wereld.start("wijk.naam=De Weide")
    for wacht in (0, 0.01, 0.03, 0.1, 0.2):
        terminal = Terminal(wereld.map, "start", *options)
        terminal.until("In welke gemeente")
        for _ in range(6):
            terminal.send(CTRL_C)
            time.sleep(wacht / 6)
        assert terminal.end() == 130
        assert "Traceback" not in terminal.all_fasen
        assert terminal.all_fasen.count("Alles is bewaard") <= 1


def test_j_is_yes(alles_beantwoord: Wereld) -> None:
    terminal = at_question(alles_beantwoord, "ja-nee")
    terminal.type("n", "j", ENTER)
    terminal.until("Bewaard: Ja.")


def test_a_refused_number_says_what_is_accepted_and_stays_editable(alles_beantwoord: Wereld) -> None:
    terminal = at_question(alles_beantwoord, "getal")
    terminal.type("12x", ENTER)
    terminal.until("Dat is geen getal. Typ een heel getal, bijvoorbeeld 350 of 1.200.")
    terminal.type("\x7f", ENTER)
    terminal.until("Bewaard: 12.")


def test_enter_without_a_cross_teaches_the_space_bar(alles_beantwoord: Wereld) -> None:
    terminal = at_question(alles_beantwoord, "meerkeuze")
    terminal.type(ENTER)
    terminal.until("Kies eerst met de spatiebalk.")
    terminal.type(" ", NEER, " ", ENTER)
    terminal.until("Bewaard: ")
    assert "Bewaard: van de bewoners zelf, van een woningcorporatie." in terminal.tekst


@pytest.mark.parametrize("key", [CTRL_B, "<"])
def test_back_in_a_menu_goes_to_the_question_before(alles_beantwoord: Wereld, key: str) -> None:
    terminal = at_question(alles_beantwoord, "keuze")
    terminal.type(key)
    terminal.until("Vraag 2. De wijk.")


def test_a_colon_in_a_menu_takes_an_opdracht(alles_beantwoord: Wereld) -> None:
    terminal = at_question(alles_beantwoord, "keuze")
    terminal.type(":", "overzicht", ENTER)
    terminal.until("- Natuurlijke momenten: Weet ik nog niet")


def test_a_person_is_added_field_by_field(alles_beantwoord: Wereld) -> None:
    terminal = at_question(alles_beantwoord, "lijst")
    terminal.type(ENTER)
    terminal.until("Hoe heet deze persoon?")
    terminal.type("Fatima", ENTER)
    terminal.until("Wat doet deze persoon")
    assert "naam: Fatima" in alles_beantwoord.bestand.read_text(encoding="utf-8")
    terminal.type("trekker", ENTER)
    terminal.until("mailadres")
    terminal.type(ENTER)
    terminal.until("1. Fatima (trekker)")


def test_escape_sequences_in_the_file_never_reach_the_terminal(wereld: Wereld) -> None:
    wereld.bestand.write_text(
        'formaat: 1\nantwoorden:\n  wijk.naam: {waarde: "a\\e[31mrood\\u202e"}\n', encoding="utf-8"
    )
    terminal = Terminal(wereld.map, "start", height=60)
    terminal.until("In welke gemeente")
    terminal.type("<", ENTER)
    terminal.until("Vraag 1. De wijk.")
    terminal.type(CTRL_C)
    terminal.end()
    assert "\x1b[31m" not in terminal.all_fasen
    assert "\u202e" not in terminal.all_fasen


@pytest.mark.parametrize("width", [40, 80])
def test_words_are_not_cut_at(width: int, tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, "start", width=width, height=60)
    terminal.until("Hoe heet jullie wijk")
    terminal.type("De Weide", ENTER, "Zwolle", ENTER)
    terminal.until("Groningen")
    words = " ".join(terminal.tekst.split())
    assert "Elk antwoord komt meteen in het bestand routekaart-project.yaml." in words
    assert "Routekaart stuurt niets weg." in words


def test_a_dumb_terminal_gets_plain_lines_without_escape_bytes(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, "start", TERM="dumb")
    terminal.until("\n>")
    terminal.type("De Weide\n")
    terminal.until("Bewaard: De Weide.")
    terminal.type(CTRL_D)
    assert terminal.end() == 0
    assert "\x1b" not in terminal.all_fasen


@pytest.mark.parametrize("haakjes", [True, False], ids=["bracketed", "bare"])
def test_pasted_lines_never_answer_the_next_question(tmp_path: Path, *, haakjes: bool) -> None:
    terminal = Terminal(tmp_path, "start")
    terminal.until("Hoe heet jullie wijk")
    geplakt = "De Weide\nZwolle\n4\n350\n"
    terminal.type(f"\x1b[200~{geplakt}\x1b[201~" if haakjes else geplakt.replace("\n", "\r"))
    if haakjes:
        terminal.type(ENTER)
        terminal.until("Bewaard: De Weide Zwolle 4 350.")
    else:
        terminal.until("Er kwamen meer regels mee dan er nodig waren.")
    terminal.until("Vraag 2. De wijk.")
    terminal.type(CTRL_C)
    terminal.end()
    assert (tmp_path / "routekaart-project.yaml").read_text(encoding="utf-8").count("waarde:") == 1


@pytest.mark.parametrize(("key", "daarna"), [("<", "Vraag 1. De wijk."), ("?", "Bijvoorbeeld: "), (":stop", "bewaard")])
def test_an_opdracht_typed_behind_an_answer_is_no_part_of_it(wereld: Wereld, key: str, daarna: str) -> None:
    wereld.start("wijk.naam=De Weide", "wijk.gemeente=Zwolle")
    terminal = Terminal(wereld.map, "start")
    terminal.until("Groningen")
    terminal.type("<", key, ENTER)
    terminal.until(daarna)
    assert "waarde: Zwolle\n" in wereld.bestand.read_text(encoding="utf-8")


def test_crosses_stay_when_somebody_asks_for_help(alles_beantwoord: Wereld) -> None:
    terminal = at_question(alles_beantwoord, "meerkeuze")
    terminal.type(" ", NEER, " ", "?")
    time.sleep(HABIT)
    terminal.type(ENTER)
    terminal.until("Bewaard: van de bewoners zelf, van een woningcorporatie.")


@pytest.mark.parametrize("toetsen", [("?", ENTER), (f"?{ENTER}",)], ids=["after", "at once"])
def test_an_enter_out_of_habit_behind_a_question_mark_takes_no_answer(
    alles_beantwoord: Wereld, toetsen: tuple[str, ...]
) -> None:
    terminal = at_question(alles_beantwoord, "keuze")
    terminal.type(*toetsen)
    terminal.until("kan helpen.")
    assert "Bewaard:" not in terminal.tekst
    assert "meer regels" not in terminal.tekst
    time.sleep(HABIT)
    terminal.type(ENTER)
    terminal.until("Bewaard: Groningen.")


def test_an_enter_out_of_habit_behind_back_stays_there(alles_beantwoord: Wereld) -> None:
    terminal = at_question(alles_beantwoord, "keuze")
    terminal.type("<", ENTER)
    terminal.until("Vraag 2. De wijk.")
    assert terminal.tekst.count("Vraag 3.") == 1
    time.sleep(HABIT)
    terminal.type(ENTER)
    terminal.until("Blijft staan: Weet ik nog niet.")


def test_an_enter_that_is_meant_counts_at_once(alles_beantwoord: Wereld) -> None:
    terminal = at_question(alles_beantwoord, "keuze")
    terminal.type("?", NEER, ENTER)
    terminal.until("Bewaard: Fryslân.")


@pytest.mark.parametrize("soort", VRAAG_PER_SOORT)
def test_the_signal_of_ctrl_c_stops_like_the_key(alles_beantwoord: Wereld, soort: str) -> None:
    terminal = at_question(alles_beantwoord, soort)
    terminal.kill(signal.SIGINT)
    terminal.until("Alles is bewaard in routekaart-project.yaml.")
    assert terminal.end() == 130


def test_a_question_mark_can_become_the_end_of_an_answer_that_is_there(wereld: Wereld) -> None:
    wereld.start("wijk.naam=Wie doet mee")
    terminal = Terminal(wereld.map, "nakijken", "wijk.naam")
    terminal.until("> Wie doet mee")
    terminal.type("?", ENTER)
    terminal.until("Hoort het vraagteken bij je antwoord?")
    terminal.until("> Wie doet mee?")
    terminal.type(ENTER)
    terminal.until("Bewaard: Wie doet mee?")
    terminal.end()


def test_what_was_typed_before_the_help_stands_there_only_once(wereld: Wereld) -> None:
    wereld.start("wijk.naam=Wie doet mee")
    terminal = Terminal(wereld.map, "start")
    terminal.until("In welke gemeente")
    terminal.type("<", ENTER, "?", ENTER, "\x7f", "!", ENTER)
    terminal.until("Bewaard: Wie doet mee!")
    terminal.type("<", ENTER)
    terminal.until("\n > Wie doet mee!")
    terminal.type(CTRL_C)
    terminal.end()


def test_the_refusal_of_an_answer_that_fills_the_screen_stays_in_sight(wereld: Wereld) -> None:
    terminal = Terminal(wereld.map, "start")
    terminal.until("Hoe heet jullie wijk")
    terminal.send("\x1b[200~" + "heel lang " * 2_100 + "\x1b[201~")
    terminal.type(ENTER)
    terminal.until("Dit antwoord is te lang. Het kan hoogstens 20000 tekens zijn.")
    terminal.type(CTRL_C)
    terminal.end()


def test_only_an_empty_lijst_can_be_unknown(alles_beantwoord: Wereld) -> None:
    terminal = at_question(alles_beantwoord, "lijst")
    assert "Weet ik nog niet" in terminal.tekst
    terminal.type(ENTER, "Fatima", ENTER, ENTER, ENTER)
    terminal.until("Iets weghalen")
    assert "Weet ik nog niet" not in terminal.tekst.rpartition("1. Fatima")[2]
    terminal.type(CTRL_C)
    terminal.end()


def test_plain_lines_take_a_long_text_up_to_an_empty_line(wereld: Wereld) -> None:
    vragen = wereld.run("vragen", "--json").gegevens["vragen"]
    until = [v["id"] for v in vragen].index("groep.aanleiding")
    wereld.start(*(f"{v['id']}=weet ik nog niet" for v in vragen[:until]))
    terminal = Terminal(wereld.map, "start", "--toegankelijk")
    terminal.until("Een lege regel sluit het af.")
    terminal.type("De huizen zijn koud.\nDe rekening is hoog.\n\n")
    terminal.until("Wat willen jullie bereiken")
    terminal.type(CTRL_D)
    terminal.end()
    assert "      De huizen zijn koud.\n      De rekening is hoog.\n" in wereld.bestand.read_text(encoding="utf-8")
    assert "\x1b" not in terminal.all_fasen


def test_pasted_lines_never_answer_the_next_question_in_plain_lines(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, "start", "--toegankelijk")
    terminal.until("Hoe heet jullie wijk")
    terminal.type("De Weide\nZwolle\n4\n")
    terminal.until("Er kwamen meer regels mee")
    terminal.type(CTRL_D)
    terminal.end()
    assert (tmp_path / "routekaart-project.yaml").read_text(encoding="utf-8").count("waarde:") == 1


def test_a_line_that_the_terminal_would_cut_is_refused_in_plain_lines(wereld: Wereld) -> None:
    terminal = Terminal(wereld.map, "start", "--toegankelijk", height=60)
    terminal.until("Hoe heet jullie wijk")
    terminal.type("x" * 5000 + ENTER)
    terminal.until("Deze regel is te lang voor de terminal")
    terminal.type(f"De Weide{ENTER}")
    terminal.until("Bewaard: De Weide.")
    terminal.type(CTRL_C)
    assert terminal.end() == 130


def test_a_colon_by_mistake_brings_the_menu_back(alles_beantwoord: Wereld) -> None:
    terminal = at_question(alles_beantwoord, "keuze")
    terminal.type(":", ENTER)
    terminal.until("kan helpen.")
    terminal.type(NEER, ENTER)
    terminal.until("Bewaard: Fryslân.")


def test_a_long_answer_is_written_in_a_program_of_ones_own(alles_beantwoord: Wereld, tmp_path: Path) -> None:
    program = tmp_path / "schrijf"
    program.write_text('#!/bin/sh\nprintf "Het is koud.\\n:stop is hier tekst.\\n" > "$1"\n', encoding="utf-8")
    program.chmod(0o755)
    terminal = at_question(alles_beantwoord, "lange-tekst", EDITOR=str(program))
    terminal.type("?", ENTER)
    terminal.until("Typ :editor.")
    terminal.type(":editor", ENTER)
    terminal.until("Bewaard: Het is koud.")
    text = alles_beantwoord.bestand.read_text(encoding="utf-8")
    assert "      Het is koud.\n      :stop is hier tekst.\n" in text


def test_what_is_saved_in_a_window_of_its_own_is_read_when_they_are_done(alles_beantwoord: Wereld) -> None:
    terminal = at_question(alles_beantwoord, "lange-tekst", EDITOR="true")
    terminal.type(":editor", ENTER)
    terminal.until("Klaar met schrijven?")
    (file,) = alles_beantwoord.map.glob("routekaart-*.txt")
    file.write_text("Het is koud.\n", encoding="utf-8")
    terminal.type(ENTER)
    terminal.until("Bewaard: Het is koud.")
    assert file.exists()
    assert file.name in terminal.tekst


def test_a_file_in_which_nothing_was_written_stays_and_is_named(alles_beantwoord: Wereld) -> None:
    terminal = at_question(alles_beantwoord, "lange-tekst", EDITOR="true")
    terminal.type(":editor", ENTER)
    terminal.until("Klaar met schrijven?")
    terminal.type(ENTER)
    terminal.until("blijft staan.")
    (file,) = alles_beantwoord.map.glob("routekaart-*.txt")
    assert file.name in terminal.tekst


def test_what_is_not_utf_8_is_refused_and_kept(alles_beantwoord: Wereld) -> None:
    terminal = at_question(alles_beantwoord, "lange-tekst", EDITOR="sh -c 'printf caf\\\\351 > $0'")
    terminal.type(":editor", ENTER)
    terminal.until("Bewaar hem in je tekstprogramma als UTF-8.")
    terminal.until("staat nog in")
    (file,) = alles_beantwoord.map.glob("routekaart-*.txt")
    assert file.read_bytes() == b"caf\xe9"
    assert file.name in terminal.tekst


def test_a_text_program_that_does_not_start_is_named(alles_beantwoord: Wereld) -> None:
    terminal = at_question(alles_beantwoord, "lange-tekst", EDITOR="/bestaat/niet")
    terminal.type(":editor", ENTER)
    terminal.until("Het tekstprogramma '/bestaat/niet' start niet.")


@pytest.mark.parametrize("editor", ["", "/bestaat/niet", "false"])
def test_without_a_program_that_works_the_question_comes_back(alles_beantwoord: Wereld, editor: str) -> None:
    terminal = at_question(alles_beantwoord, "lange-tekst", EDITOR=editor, VISUAL="")
    bewaard = alles_beantwoord.bestand.read_bytes()
    terminal.type(":editor", ENTER)
    terminal.until("tekstprogramma")
    terminal.type(CTRL_C)
    assert terminal.end() == 130
    assert alles_beantwoord.bestand.read_bytes() == bewaard


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
    terminal.type(NEER, ENTER)
    terminal.until("Hoe heet jullie wijk")
    terminal.type(CTRL_C)
    terminal.end()


@pytest.mark.parametrize("soort", VRAAG_PER_SOORT)
@pytest.mark.parametrize("haakjes", [True, False], ids=["bracketed", "bare"])
def test_a_paste_answers_at_most_the_question_it_was_pasted_at(
    alles_beantwoord: Wereld, soort: str, *, haakjes: bool
) -> None:
    terminal = at_question(alles_beantwoord, soort)
    before = store.load(alles_beantwoord.bestand).antwoorden
    geplakt = "1\nj\x07\n\x1b[31m2\n:wis\n:stop\n"
    terminal.type(f"\x1b[200~{geplakt}\x1b[201~" if haakjes else geplakt.replace("\n", "\r"))
    with contextlib.suppress(OSError):  # after a first line that fits, nothing may be left to ask
        terminal.type(CTRL_C)
    assert terminal.end() in (0, 130)
    after = store.load(alles_beantwoord.bestand).antwoorden
    assert set(after) - set(before) <= {VRAAG_PER_SOORT[soort][0].rstrip("=")}
    assert all(after[vraag_id] == antwoord for vraag_id, antwoord in before.items())


@pytest.fixture
def elsewhere(tmp_path: Path) -> Wereld:
    """The world of an empty folder, when somewhere else a project was used."""
    for name in ("een", "twee"):
        (tmp_path / name).mkdir()
    terminal = Terminal(tmp_path / "een", "start")
    terminal.until("Hoe heet jullie wijk")
    terminal.type("De Weide", ENTER)
    terminal.until("Bewaard: De Weide.")
    terminal.type(CTRL_C)
    terminal.end()
    return Wereld(tmp_path / "twee")


@pytest.mark.parametrize(("stop", "code"), [([CTRL_C], 130), ([CTRL_D], 0), ([":", "stop", ENTER], 0)])
@pytest.mark.parametrize("options", [[], ["--toegankelijk"]], ids=["menu", "lines"])
def test_stopping_while_a_project_is_chosen_says_so(
    elsewhere: Wereld, options: list[str], stop: list[str], code: int
) -> None:
    terminal = Terminal(elsewhere.map, "start", *options)
    terminal.until("Met welk project willen jullie verder?")
    terminal.type("?", *([ENTER] if options else []))
    terminal.until("laatst gebruikte.")
    terminal.type(*stop)
    terminal.until("Gestopt. Er was nog niets om te bewaren.")
    assert terminal.end() == code
    assert not elsewhere.bestand.exists()


@pytest.mark.parametrize("options", [[], ["--toegankelijk"]], ids=["menu", "lines"])
@pytest.mark.parametrize("manier", [(CTRL_C, 130), (CTRL_D, 0), ("SIGTERM", 143)], ids=["C", "D", "TERM"])
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
    wereld: Wereld, options: list[str], manier: tuple[str, int], spot: tuple[str, str, str]
) -> None:
    (stop, code), (opdracht, vraag, lock) = manier, spot
    for name in ("De Weide", "De Linde"):
        wereld.run("nakijken", "wijk.naam", "--toegankelijk", source=f"{name}\n")
        wereld.lines(name)
    terminal = Terminal(wereld.map, *opdracht.split(), *options, height=100)
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
