"""Difficult words: found as whole words in any form, and explained at `?`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from helpers.world import Wereld

from routekaart_cli.domain.routekaart import Begrip
from routekaart_cli.inhoud.begrippen import Woordenlijst, voorkomend
from routekaart_cli.inhoud.folder import Inhoud

MOEILIJK = Path(__file__).parent / "moeilijke_woorden.txt"
GEEN_TEKST = {
    "adres",
    "als",
    "bron",
    "datum",
    "fasen",
    "hoofdstuk",
    "hoort_bij",
    "id",
    "past_bij",
    "site",
    "soort",
    "zekerheid",
}
NAMEN = {
    "BMF", "DWA", "EM", "FMF", "G40", "HIER", "KEI", "LSA", "MNH", "NLVOW", "NMFF", "NMU", "TAUW", "ZMf",
}  # fmt: skip
"""Names of organisations in capitals."""


@pytest.mark.parametrize(
    ("tekst", "woorden"),
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
def test_a_word_is_found_whole_and_in_any_form(inhoud: Inhoud, tekst: str, woorden: list[str]) -> None:
    assert [begrip.woord for begrip in voorkomend(inhoud.begrippen, tekst)] == woorden


def test_a_begrip_is_marked_behind_its_word_where_it_first_stands(inhoud: Inhoud) -> None:
    gezien: list[Begrip] = []
    lijst = Woordenlijst(inhoud.begrippen)
    assert (
        lijst.mark("De SDE++, de RES en het plan van aanpak.", "*", gezien)
        == "De SDE++*, de RES* en het plan van aanpak*."
    )
    adres = "https://energieloket.nl/warmtetransitie-nu"
    assert lijst.mark(f"Lees {adres} (2024)", "*", gezien) == f"Lees {adres} (2024)"
    assert lijst.mark("De res geldt ook hier. De RES niet.", "*", gezien) == "De res geldt ook hier. De RES niet."


def test_no_begrip_is_a_word_that_stands_everywhere(inhoud: Inhoud) -> None:
    stappen = [stap for fase in inhoud.alles for stap in fase.stappen]
    gevonden = Counter(
        begrip.woord
        for stap in stappen
        for begrip in voorkomend(inhoud.begrippen, " ".join([stap.uitleg, *(vraag.vraag for vraag in stap.vragen)]))
    )
    assert not [woord for woord, keer in gevonden.items() if keer > len(stappen) / 3]


def test_every_difficult_word_in_the_content_is_a_begrip(inhoud: Inhoud) -> None:
    begin = tuple(
        woord
        for regel in MOEILIJK.read_text("utf-8").splitlines()
        if not regel.startswith("#")
        for woord in regel.split()
    )
    lijst = Woordenlijst(inhoud.begrippen)
    onbekend = {
        f"{bestand}: {woord}"
        for bestand, tekst in _teksten(inhoud)
        for woord in re.findall(r"[\w-]+", tekst.lower())
        if woord.startswith(begin) and not _is_begrip(woord, lijst, tekst)
    }
    assert not onbekend


def test_every_abbreviation_in_the_content_is_a_begrip_or_a_name(inhoud: Inhoud) -> None:
    lijst = Woordenlijst(inhoud.begrippen)
    onbekend = {
        f"{bestand}: {woord}"
        for bestand, tekst in _teksten(inhoud)
        for woord in re.findall(r"\b(?!IJ)[A-Z]\w*[A-Z]\w*", tekst)
        if woord not in NAMEN and not _is_begrip(woord.lower(), lijst, tekst)
    }
    assert not onbekend


def test_help_explains_the_difficult_words_of_its_vraag(wereld: Wereld) -> None:
    wereld.start("wijk.naam=De Weide")
    gezegd = wereld.run("nakijken", "wijk.bezit", "--toegankelijk", invoer="?\n").fout
    assert "VvE: De vereniging van alle eigenaren in een appartementengebouw." in gezegd


def _is_begrip(woord: str, lijst: Woordenlijst, tekst: str) -> bool:
    """Does *woord*, from *tekst*, belong to a begrip of *lijst* that is found there?"""
    return any(woord in vorm.lower() for begrip, _ in lijst.find(tekst) for vorm in begrip.vormen)


def _teksten(inhoud: Inhoud) -> Iterator[tuple[str, str]]:
    """Yield every text of content/ with the name of its file, but for the help on the program itself."""
    for bestand in sorted(inhoud.map.rglob("*.yaml")):
        if bestand.name not in ("voorbeeldproject.yaml", "hulp.yaml"):
            yield from (
                (bestand.name, tekst) for tekst in _delen(yaml.load(bestand.read_text("utf-8"), yaml.BaseLoader))
            )


def _delen(node: object) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, list):
        for deel in node:
            yield from _delen(deel)
    elif isinstance(node, dict):
        for sleutel, deel in node.items():
            if sleutel not in GEEN_TEKST:
                yield from _delen(deel)
