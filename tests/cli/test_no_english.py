"""No English reaches a person: in no help, in no usage error, for no command."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from helpers.places import README, ROOT
from helpers.world import Wereld

from routekaart_cli.cli.app import COMMANDS

Teller = Callable[[str, int], None]
BRONNEN = sorted((ROOT / "routekaart_cli").rglob("*.py"))
ENGELS = re.compile(
    r"\b(usage|options?:|commands?:|arguments?|show this|exit|missing|no such|did you mean|errors?|"
    r"invalid|values?|required|default|got|unexpected|extra|try|for help|requires?|takes|text\b|integer|boolean|path|"
    r"aborted|does not|doesn|the|this|that|is not|not|with|from|and|or|must|should|choose|unknown|command|option|"
    r"expected|found|file|directory|please|valid|empty|string|number)\b",
    re.IGNORECASE,
)
ENGELS_IN_NAMEN = re.compile(r"--(help|json|no-color|no-input|version|project|formaat|overschrijf)|\bPATH\b")
OPDRACHTNAMEN = [opdracht.naam for opdracht in COMMANDS]
OVERAL_FOUT = (
    ["--onzin"], ["--json=ja"], ["-x"], ["-xyz"], ["--project"], ["-p"], ["--hlep"], ["--geen-kleur=1"], ["---"],
    ["--fase", "3", "--onzin"], ["--jsn"], ["--toegankelijk=nee"], ["--versie=2"], ["--hulp=ja"],
)  # fmt: skip
"""Misuse of what every command takes."""
EIGEN_FOUT = (
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
    ["export", "--formaat", "pfd"], ["export", "plan.docx"], ["export", "nergens/plan.md"], ["werkblad", "9"],
    ["werkblad", "--formaat", "doc"], ["werkblad", "3", "4"], ["agenda", "a", "b"], ["agenda", "nergens/agenda.md"],
    ["export", "a", "b"], ["inhoud"], ["inhoud", "kart"], ["inhoud", "schema", "fsae"], ["inhoud", "kaart", "x"],
    ["voltooiing"], ["voltooiing", "bsh"], ["voltooiing", "bash", "zsh"],
)  # fmt: skip
"""Misuse of each command."""


def english(text: str) -> list[str]:
    """Return the words of the stop-list in *text*, but for the names of options that scripts know."""
    return ENGELS.findall(ENGELS_IN_NAMEN.sub("", text))


@pytest.mark.parametrize(
    ("args", "hint"),
    [
        (["verdiepen"], "Bedoel je 'routekaart fase verdiepen'?"), (["opstarten"], "Bedoel je 'routekaart fase ops"),
        (["3"], "Bedoel je 'routekaart fase 3'?"), (["stap", "1"], "zie je met: routekaart fase 1\n"),
        (["stap", "g"], "zie je met: routekaart fase gemeente\n"), (["fsae"], "Bedoel je 'fase'?"),
        (["stap", ""], "De stappen staan per fase."), (["fase", "--alle"], "Bedoel je '--alles'?"),
    ],
)  # fmt: skip
def test_a_hint_leads_to_what_was_meant(wereld: Wereld, args: list[str], hint: str) -> None:
    assert hint in wereld.run(*args).fout


@pytest.mark.parametrize("args", [["fase", "-x"], ["--foo"], ["qqq"]])
def test_what_is_like_nothing_gets_no_guess(wereld: Wereld, args: list[str]) -> None:
    assert "Bedoel je" not in wereld.run(*args).fout


@pytest.mark.parametrize("name", ["", *OPDRACHTNAMEN])
def test_help_is_dutch_in_every_form_and_the_same(wereld: Wereld, name: str, record_property: Teller) -> None:
    opdracht = [name] if name else []
    schermen = [wereld.run(*opdracht, vlag) for vlag in ("--help", "-h", "--hulp")]
    schermen += [wereld.run("hulp", name)] if name else []
    for turn in schermen:
        assert (turn.code, turn.fout) == (0, "")
        assert turn.uit == schermen[0].uit
        assert turn.uit.startswith("Gebruik: routekaart")
        assert not english(turn.uit)
    record_property("help screens without English", len(schermen))


@pytest.mark.parametrize("error", [*OVERAL_FOUT, *EIGEN_FOUT], ids=" ".join)
def test_misuse_is_answered_in_dutch_and_says_what_now(
    zonnehoek: Wereld, error: list[str], record_property: Teller
) -> None:
    voor_alle = [[name, *error] for name in OPDRACHTNAMEN] if error in OVERAL_FOUT else []
    cases = [error, *voor_alle]
    before = zonnehoek.bestand.read_bytes()
    for args in cases:
        outcome = zonnehoek.run(*args)
        assert outcome.code in ((1, 2) if error in EIGEN_FOUT else (2,)), args
        assert not outcome.uit, args
        assert not english(outcome.fout), (args, outcome.fout)
        assert re.search(r"--help|Bedoel je|Typ |Schrijf |Kies |Alle |Kijk |Begin |Maak |Zie |zie je", outcome.fout), (
            args
        )
    assert zonnehoek.bestand.read_bytes() == before
    record_property("kinds of misuse answered in Dutch", len(cases))


def test_an_unknown_command_offers_the_nearest(wereld: Wereld) -> None:
    outcome = wereld.run("fsae")
    assert outcome.code == 2
    assert outcome.fout.startswith("Onbekende opdracht 'fsae'.\nBedoel je 'fase'?")


def test_an_unknown_option_offers_the_nearest(wereld: Wereld) -> None:
    assert "Bedoel je '--overschrijf'?" in wereld.run("export", "--overschijf").fout


def test_help_of_the_program_shows_every_command_in_a_group(wereld: Wereld) -> None:
    out = wereld.run("--help").uit
    for groep in ("Aan de slag:", "Opzoeken:", "Jullie project:", "Voor redacteuren:"):
        assert groep in out
    assert all(re.search(rf"^  {opdracht.naam} ", out, re.MULTILINE) for opdracht in COMMANDS)


def test_every_command_stands_in_the_readme() -> None:
    text = README.read_text(encoding="utf-8")
    assert all(f"| `routekaart {opdracht.naam}" in text for opdracht in COMMANDS)


def test_no_prompt_of_a_library_that_swallows_ctrl_c_or_speaks_english_is_used() -> None:
    verboden = re.compile(r"questionary\.(confirm|form|prompt|press_any_key)\b(?!s)|typer\.(prompt|confirm)|\)\.ask\(")
    for bron in BRONNEN:
        assert not verboden.search(bron.read_text(encoding="utf-8")), bron.name


def test_no_english_stands_in_the_strings_of_the_program() -> None:
    zinnen = [(bron.name, phrase) for bron in BRONNEN for phrase in _strings(bron)]
    assert len(zinnen) > 500, "the strings are where this test looks for them"
    assert [(name, phrase) for name, phrase in zinnen if english(phrase)] == []


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
