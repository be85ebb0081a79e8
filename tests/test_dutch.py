"""No English reaches a person: in no help, in no usage error, for no command."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from wereld import Wereld

from routekaart_cli.cli.app import OPDRACHTEN

README = Path(__file__).parent.parent / "README.md"
BRONNEN = sorted((Path(__file__).parent.parent / "routekaart_cli").rglob("*.py"))
ENGELS = re.compile(
    r"\b(usage|options?:|commands?:|arguments?:|show this|and exit|missing|no such|did you mean|error|invalid|value|"
    r"required|default|got unexpected|extra|try|for help|requires|takes|text\b|integer|boolean|aborted|does not|"
    r"the|this|is not|argument)\b",
    re.IGNORECASE,
)
MISBRUIK = (
    ["--onzin"], ["--json=ja"], ["-x"], ["een", "twee", "drie", "vier"], ["--project"], ["--hlep"], ["--alles=ja"],
    ["--antwoord", "x"], ["--overschrijf=ja"],
)  # fmt: skip


@pytest.mark.parametrize("vlag", ["--help", "-h", "--hulp"])
@pytest.mark.parametrize("opdracht", [[], *([opdracht.naam] for opdracht in OPDRACHTEN)], ids=str)
def test_help_is_dutch_and_ends_well(wereld: Wereld, opdracht: list[str], vlag: str) -> None:
    uitkomst = wereld.run(*opdracht, vlag)
    assert uitkomst.code == 0
    assert uitkomst.uit.startswith("Gebruik: routekaart")
    assert not ENGELS.findall(uitkomst.uit)


@pytest.mark.parametrize("misbruik", MISBRUIK, ids=" ".join)
@pytest.mark.parametrize("opdracht", [[], *([opdracht.naam] for opdracht in OPDRACHTEN)], ids=str)
def test_misuse_is_answered_in_dutch_and_says_what_now(
    wereld: Wereld, opdracht: list[str], misbruik: list[str]
) -> None:
    uitkomst = wereld.run(*opdracht, *misbruik)
    assert uitkomst.code == 2
    assert not uitkomst.uit
    assert not ENGELS.findall(uitkomst.fout)
    assert re.search(r"--help|Bedoel je|Typ |Schrijf |Alle (vragen|opdrachten)", uitkomst.fout)


def test_an_unknown_command_offers_the_nearest(wereld: Wereld) -> None:
    uitkomst = wereld.run("fsae")
    assert uitkomst.code == 2
    assert uitkomst.fout.startswith("Onbekende opdracht 'fsae'.\nBedoel je 'fase'?")


def test_an_unknown_option_offers_the_nearest(wereld: Wereld) -> None:
    assert "Bedoel je '--overschrijf'?" in wereld.run("export", "--overschijf").fout


def test_help_of_the_program_shows_every_command_in_a_group(wereld: Wereld) -> None:
    uit = wereld.run("--help").uit
    for groep in ("Aan de slag:", "Opzoeken:", "Jullie project:"):
        assert groep in uit
    assert all(re.search(rf"^  {opdracht.naam} ", uit, re.MULTILINE) for opdracht in OPDRACHTEN)


def test_every_command_stands_in_the_readme() -> None:
    tekst = README.read_text(encoding="utf-8")
    assert all(f"| `routekaart {opdracht.naam}" in tekst for opdracht in OPDRACHTEN)


def test_no_prompt_of_a_library_that_swallows_ctrl_c_or_speaks_english_is_used() -> None:
    verboden = re.compile(r"questionary\.(confirm|form|prompt|press_any_key)\b(?!s)|typer\.(prompt|confirm)|\)\.ask\(")
    for bron in BRONNEN:
        assert not verboden.search(bron.read_text(encoding="utf-8")), bron.name


def test_every_dutch_sentence_stands_with_the_words() -> None:
    zinnen = re.compile(r"\"[^\"\n]*\b(jullie|het|een|niet|voor|jouw)\b [^\"\n]*\"")
    for bron in BRONNEN:
        if "texts" not in bron.parts:
            kaal = re.sub(r'""".*?"""|#.*', "", bron.read_text(encoding="utf-8"), flags=re.DOTALL)
            gevonden = [zin for zin in zinnen.findall(kaal) if "weet ik" not in zin]
            assert not gevonden or bron.name == "antwoorden.py", (bron.name, gevonden)
