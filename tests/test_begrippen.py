"""Difficult words: found as whole words in any form, and explained at `?`."""

from __future__ import annotations

import pytest
from wereld import Wereld

from routekaart_cli.begrippen import voorkomend
from routekaart_cli.content import Inhoud


@pytest.mark.parametrize(
    ("tekst", "woorden"),
    [
        ("Een warmtenet of twee WARMTENETTEN.", ["warmtenet"]),
        ("Een hybride warmtepomp", ["hybride warmtepomp"]),
        ("De resultaten van het warmtenetwerk", []),
        ("De kerngroep en de VvE", ["kerngroep", "VvE"]),
        ("", []),
    ],
)
def test_a_word_is_found_whole_and_in_any_form(inhoud: Inhoud, tekst: str, woorden: list[str]) -> None:
    assert [begrip.woord for begrip in voorkomend(inhoud.begrippen, tekst)] == woorden


def test_every_begrip_is_one_short_sentence_with_a_source_and_forms_of_its_own(inhoud: Inhoud) -> None:
    vormen = [vorm.lower() for begrip in inhoud.begrippen for vorm in (begrip.woord, *begrip.ook)]
    assert len(vormen) == len(set(vormen))
    for begrip in inhoud.begrippen:
        assert len(begrip.uitleg.split()) <= 20, begrip.woord
        assert begrip.uitleg.endswith(".")
        assert begrip.bron == "eigen uitleg" or begrip.bron.startswith("https://")
    assert [b.woord.lower() for b in inhoud.begrippen] == sorted(b.woord.lower() for b in inhoud.begrippen)


def test_help_explains_the_difficult_words_of_its_vraag(wereld: Wereld) -> None:
    wereld.start("wijk.naam=De Weide")
    gezegd = wereld.run("nakijken", "wijk.bezit", "--toegankelijk", invoer="?\n").fout
    assert "VvE: De vereniging van alle eigenaren in een appartementengebouw." in gezegd
