"""No English reaches a person: in no help, in no usage error, for no command."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from helpers.english import english
from helpers.places import README, ROOT
from helpers.world import World

from routekaart_cli.cli.app import COMMANDS

Counter = Callable[[str, int], None]
SOURCES = sorted((ROOT / "routekaart_cli").rglob("*.py"))
COMMAND_NAMES = [opdracht.naam for opdracht in COMMANDS]
MISUSE_EVERYWHERE = (
    ["--onzin"], ["--json=ja"], ["-x"], ["-xyz"], ["--project"], ["-p"], ["--hlep"], ["--geen-kleur=1"], ["---"],
    ["--fase", "3", "--onzin"], ["--jsn"], ["--toegankelijk=nee"], ["--versie=2"], ["--hulp=ja"],
)  # fmt: skip
"""Misuse of what every command takes."""
OWN_MISTAKES = (
    ["fsae"], ["Fase"], ["fase3"], ["help"], [""],
    ["start", "--antwoord"], ["start", "--antwoord", "x"], ["start", "--antwoord", "x=1"], ["start", "--fase", "9"],
    ["start", "--antwoord", "wijk.bezit=kop"], ["start", "--antwoorden", "nergens.yaml"], ["start", "morgen"],
    ["vragen", "--fase", "verdipen"], ["vragen", "3"], ["fase", "6"], ["fase", "verdipen"], ["fase", "3", "4"],
    ["fase", "--alles=ja"], ["fase", "3", "--geen-uitlg"], ["stap"], ["stap", "9.9"], ["stap", "3.2", "3.3"],
    ["stap", "verdiepen.bussinescase"], ["stap", "3.2", "--status", "klar"], ["stap", "3.2", "--datum", "ooit"],
    ["stap", "3.2", "--wie"], ["tips", "9"], ["tips", "3", "4"], ["voorbeelden", "berkm"], ["voorbeelden", "3", "4"],
    ["begrippen", "warmtent"], ["begrippen", "a", "b"], ["zoek"], ["zoek", "?!"], ["zoek", "--alles"],
    ["gemeente", "x"],
    ["contact", "drente"], ["contact", "holland"], ["contact", "a", "b"], ["actueel", "x"], ["hulp", "toesten"],
    ["hulp", "a", "b"], ["status", "x"], ["nakijken", "wijk.nam"], ["terugdraaien", "9"],
    ["terugdraaien", "--lijst=ja"],
    ["samenvoegen"], ["samenvoegen", "nergens.yaml"], ["controleer", "--strng"], ["export", "--overschijf"],
    ["export", "--formaat", "pfd"], ["export", "plan.odt"], ["export", "nergens/plan.md"], ["werkblad", "9"],
    ["werkblad", "--formaat", "doc"], ["werkblad", "3", "4"], ["agenda", "a", "b"], ["agenda", "nergens/agenda.md"],
    ["export", "a", "b"], ["overzicht", "nergens"], ["overzicht", "--stil", "x"], ["overzicht", "--naar", "x.odt"],
    ["inhoud"], ["inhoud", "kart"], ["inhoud", "schema"], ["inhoud", "kaart", "x"],
    ["voltooiing"], ["voltooiing", "bsh"], ["voltooiing", "bash", "zsh"],
)  # fmt: skip
"""Misuse of each command."""


@pytest.mark.parametrize(
    ("args", "hint"),
    [
        (["verdiepen"], "Bedoel je 'routekaart fase verdiepen'?"), (["opstarten"], "Bedoel je 'routekaart fase ops"),
        (["3"], "Bedoel je 'routekaart fase 3'?"), (["stap", "1"], "zie je met: routekaart fase 1\n"),
        (["stap", "g"], "zie je met: routekaart fase gemeente\n"), (["fsae"], "Bedoel je 'fase'?"),
        (["stap", ""], "De stappen staan per fase."), (["fase", "--alle"], "Bedoel je '--alles'?"),
    ],
)  # fmt: skip
def test_a_hint_leads_to_what_was_meant(world: World, args: list[str], hint: str) -> None:
    assert hint in world.run(*args).stderr


@pytest.mark.parametrize("args", [["fase", "-x"], ["--foo"], ["qqq"]])
def test_what_is_like_nothing_gets_no_guess(world: World, args: list[str]) -> None:
    assert "Bedoel je" not in world.run(*args).stderr


@pytest.mark.parametrize("name", ["", *COMMAND_NAMES])
def test_help_is_dutch_in_every_form_and_the_same(world: World, name: str, record_property: Counter) -> None:
    opdracht = [name] if name else []
    screens = [world.run(*opdracht, flag) for flag in ("--help", "-h", "--hulp")]
    screens += [world.run("hulp", name)] if name else []
    for turn in screens:
        assert (turn.code, turn.stderr) == (0, "")
        assert turn.stdout == screens[0].stdout
        assert turn.stdout.startswith("Gebruik: routekaart")
        assert not english(turn.stdout)
    record_property("help screens without English", len(screens))


@pytest.mark.parametrize("error", [*MISUSE_EVERYWHERE, *OWN_MISTAKES], ids=" ".join)
def test_misuse_is_answered_in_dutch_and_says_what_now(
    zonnehoek: World, error: list[str], record_property: Counter
) -> None:
    for_all = [[name, *error] for name in COMMAND_NAMES] if error in MISUSE_EVERYWHERE else []
    cases = [error, *for_all]
    before = zonnehoek.bestand.read_bytes()
    for args in cases:
        outcome = zonnehoek.run(*args)
        assert outcome.code in ((1, 2) if error in OWN_MISTAKES else (2,)), args
        assert not outcome.stdout, args
        assert not english(outcome.stderr), (args, outcome.stderr)
        assert re.search(
            r"--help|Bedoel je|Typ |Schrijf |Kies |Alle |Kijk |Begin |Maak |Zie |zie je", outcome.stderr
        ), args
    assert zonnehoek.bestand.read_bytes() == before
    record_property("kinds of misuse answered in Dutch", len(cases))


def test_an_unknown_command_offers_the_nearest(world: World) -> None:
    outcome = world.run("fsae")
    assert outcome.code == 2
    assert outcome.stderr.startswith("Onbekende opdracht 'fsae'.\nBedoel je 'fase'?")


def test_an_unknown_option_offers_the_nearest(world: World) -> None:
    assert "Bedoel je '--overschrijf'?" in world.run("export", "--overschijf").stderr


def test_help_of_the_program_shows_every_command_in_a_group(world: World) -> None:
    out = world.run("--help").stdout
    for groep in ("Aan de slag:", "Opzoeken:", "Jullie project:", "Voor adviseurs en redacteuren:"):
        assert groep in out
    assert all(re.search(rf"^  {opdracht.naam} ", out, re.MULTILINE) for opdracht in COMMANDS)


def test_every_command_stands_in_the_readme() -> None:
    text = README.read_text(encoding="utf-8")
    assert all(f"| `routekaart {opdracht.naam}" in text for opdracht in COMMANDS)


def test_no_prompt_of_a_library_that_swallows_ctrl_c_or_speaks_english_is_used() -> None:
    forbidden = re.compile(r"questionary\.(confirm|form|prompt|press_any_key)\b(?!s)|typer\.(prompt|confirm)|\)\.ask\(")
    for bron in SOURCES:
        assert not forbidden.search(bron.read_text(encoding="utf-8")), bron.name


def test_no_english_stands_in_the_strings_of_the_program() -> None:
    sentences = [(bron.name, phrase) for bron in SOURCES for phrase in _strings(bron)]
    assert {bron for bron, _ in sentences} >= {"app.py", "errors.py"}
    assert [(name, phrase) for name, phrase in sentences if english(phrase)] == []


def _strings(bron: Path) -> list[str]:
    """Return the texts of more than one word in *bron*: no docstrings, nor what a library's words are compared with."""
    tree = ast.parse(bron.read_text(encoding="utf-8"))
    explanation = {id(part.value) for part in ast.walk(tree) if isinstance(part, ast.Expr)}
    explanation |= {id(part.left) for part in ast.walk(tree) if isinstance(part, ast.Compare)}
    return [
        part.value
        for part in ast.walk(tree)
        if isinstance(part, ast.Constant) and isinstance(part.value, str) and id(part) not in explanation
        if " " in part.value.strip()
    ]
