"""Difficult words: found as whole words in any form, and explained at `?`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from helpers.world import World

from routekaart_cli.domain.routekaart import Begrip
from routekaart_cli.inhoud.begrippen import WordFinder, occurring
from routekaart_cli.inhoud.folder import Inhoud

DIFFICULT = Path(__file__).parent / "moeilijke_woorden.txt"
NO_TEXT = {
    "adres",
    "als",
    "uit",
    "bron",
    "datum",
    "fasen",
    "hoofdstuk",
    "hoort_bij",
    "id",
    "past_bij",
    "redactie",
    "site",
    "soort",
    "zekerheid",
}
NAMES = {
    "BMF", "DWA", "EM", "FMF", "G40", "HIER", "KEI", "LSA", "MNH", "NLVOW", "NMFF", "NMU", "TAUW", "ZMf",
}  # fmt: skip
"""Names of organisations in capitals."""


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Een warmtenet of twee WARMTENETTEN.", ["warmtenet"]),
        ("Een hybride warmtepomp", ["hybride warmtepomp"]),
        ("Een warmtepomp of een hybride warmtepomp", ["warmtepomp", "hybride warmtepomp"]),
        ("De resultaten van het warmtenetwerk", []),
        ("De kerngroep en de VvE", ["kerngroep", "VvE"]),
        ("Typ :wis en wijs iemand aan. Dat gaf res-ultaat", []),
        ("De WIS, de SDE++ en de RES.", ["WIS", "SDE++", "RES"]),
        ("Leerlingen van het Zone College", []),
        ("", []),
    ],
)
def test_a_word_is_found_whole_and_in_any_form(inhoud: Inhoud, text: str, words: list[str]) -> None:
    assert [begrip.woord for begrip in occurring(inhoud.begrippen, text)] == words


def test_a_begrip_is_marked_behind_its_word_where_it_first_stands(inhoud: Inhoud) -> None:
    seen: list[Begrip] = []
    lijst = WordFinder(inhoud.begrippen)
    assert (
        lijst.mark("De SDE++, de RES en het plan van aanpak.", "*", seen)
        == "De SDE++*, de RES* en het plan van aanpak*."
    )
    address = "https://energieloket.nl/warmtetransitie-nu"
    assert lijst.mark(f"Lees {address} (2024)", "*", seen) == f"Lees {address} (2024)"
    assert lijst.mark("De res geldt ook hier. De RES niet.", "*", seen) == "De res geldt ook hier. De RES niet."


def test_no_begrip_is_a_word_that_stands_everywhere(inhoud: Inhoud) -> None:
    stappen = [stap for fase in inhoud.all_fasen for stap in fase.stappen]
    found = Counter(
        begrip.woord
        for stap in stappen
        for begrip in occurring(inhoud.begrippen, " ".join([stap.uitleg, *(vraag.vraag for vraag in stap.vragen)]))
    )
    assert not [word for word, times in found.items() if times > len(stappen) / 3]


def test_every_difficult_word_in_the_content_is_a_begrip(inhoud: Inhoud) -> None:
    start = tuple(
        word for line in DIFFICULT.read_text("utf-8").splitlines() if not line.startswith("#") for word in line.split()
    )
    lijst = WordFinder(inhoud.begrippen)
    unknown = {
        f"{file}: {word}"
        for file, text in _texts(inhoud)
        for word in re.findall(r"[\w-]+", text.lower())
        if word.startswith(start) and not _is_begrip(word, lijst, text)
    }
    assert not unknown


def test_every_abbreviation_in_the_content_is_a_begrip_or_a_name(inhoud: Inhoud) -> None:
    lijst = WordFinder(inhoud.begrippen)
    unknown = {
        f"{file}: {word}"
        for file, text in _texts(inhoud)
        for word in re.findall(r"\b(?!IJ)[A-Z]\w*[A-Z]\w*", text)
        if word not in NAMES and not _is_begrip(word.lower(), lijst, text)
    }
    assert not unknown


def test_help_explains_the_difficult_words_of_its_vraag(world: World) -> None:
    world.start("wijk.naam=De Weide")
    said = world.run("nakijken", "wijk.bezit", "--toegankelijk", source="?\n").stderr
    assert "VvE: De vereniging van alle eigenaren in een appartementengebouw." in said


def _is_begrip(word: str, lijst: WordFinder, text: str) -> bool:
    """Does *word*, from *text*, belong to a begrip of *lijst* that is found there?"""
    return any(word in form.lower() for begrip, _ in lijst.find(text) for form in begrip.forms)


def _texts(inhoud: Inhoud) -> Iterator[tuple[str, str]]:
    """Yield every text of content/ with the name of its file, but for the help on the program itself."""
    for file in sorted(inhoud.folder.rglob("*.yaml")):
        if file.name not in ("voorbeeldproject.yaml", "hulp.yaml"):
            yield from ((file.name, text) for text in _pieces_of(yaml.load(file.read_text("utf-8"), yaml.BaseLoader)))


def _pieces_of(node: object) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, list):
        for part in node:
            yield from _pieces_of(part)
    elif isinstance(node, dict):
        for key, part in node.items():
            if key not in NO_TEXT:
                yield from _pieces_of(part)
