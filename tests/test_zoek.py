"""`zoek`: finds what a person means, whatever its form, says where it stands, and helps when it was misspelt."""

from __future__ import annotations

import pytest
from wereld import Wereld

from routekaart_cli.zoeken import Stuk, bedoeld, stam, zoek


def stuk(titel: str, tekst: str = "", soort: str = "tip") -> Stuk:
    return Stuk(soort, titel.lower(), titel, tekst, "routekaart")


@pytest.mark.parametrize(
    "vormen",
    [
        "jongere jongeren", "coöperatie cooperaties Coöperatie", "huis huizen", "wijk wijken Wijk", "buur buren",
        "gemeente gemeenten", "plan plannen", "advies adviezen", "initiatief initiatieven", "bus bussen",
        "warmtenet warmtenetten", "school scholen", "isolatie isolaties", "idee ideeën", "vergadering vergaderingen",
    ],
)  # fmt: skip
def test_the_forms_of_a_word_have_one_stem(vormen: str) -> None:
    assert len({stam(vorm) for vorm in vormen.split()}) == 1


def test_words_that_differ_keep_different_stems() -> None:
    woorden = ["wijk", "wij", "plan", "plein", "buurt", "bus", "huis", "hout", "warm", "warmte", "net"]
    assert len({stam(woord) for woord in woorden}) == len(woorden)


def test_a_title_comes_before_a_text_and_a_whole_word_before_a_part() -> None:
    stukken = [stuk("Iets", "Een energieplan."), stuk("Anders", "Maak een plan."), stuk("Plan maken")]
    assert [treffer.stuk.titel for treffer in zoek(stukken, "plannen")] == ["Plan maken", "Anders", "Iets"]


def test_another_word_for_the_title_counts_as_much_and_is_not_shown() -> None:
    (treffer,) = zoek([stuk("Fryslân")._replace(ook="Friesland")], "friesland")
    assert (treffer.stuk.titel, treffer.score >= 30) == ("Fryslân", True)


def test_every_word_must_be_there_and_the_sentence_with_most_is_shown() -> None:
    stukken = [stuk("A", "Eerst praten. Dan met de gemeente praten. Klaar."), stuk("B", "Alleen de gemeente.")]
    (treffer,) = zoek(stukken, "gemeente praten")
    assert treffer.zin == "Dan met de gemeente praten."


def test_a_long_sentence_is_cut_between_words() -> None:
    (treffer,) = zoek([stuk("A", "woord " * 100)], "woord")
    assert len(treffer.zin) <= 204
    assert treffer.zin.endswith("woord ...")


@pytest.mark.parametrize(
    ("getypt", "beter"), [("jongern", "jongeren"), ("gemeetne praten", "gemeente praten"), ("qqqqq", None), ("", None)]
)
def test_a_misspelt_word_offers_the_nearest_that_there_is(getypt: str, beter: str | None) -> None:
    assert bedoeld([stuk("Gemeente", "Met jongeren praten.")], getypt) == beter


@pytest.mark.parametrize(
    ("term", "soort", "id_"),
    [
        ("swipocratie", "voorbeeld", "besluiten.voorbeeld.swipocratie"),
        ("businesscase", "stap", "verdiepen.businesscase"),
        ("warmtenetten", "begrip", "warmtenet"),
        ("FRYSLAN", "contact", "fryslan"),
        ("friesland", "contact", "fryslan"),
        ("Wcw", "actueel", "nu.wcw"),
        ("exitcode", "hulp", "exitcodes"),
        ("verduurzaamd klimaat", "", ""),
    ],
)
def test_all_content_is_searched(wereld: Wereld, term: str, soort: str, id_: str) -> None:
    treffers = wereld.run("zoek", term, "--json").gegevens["treffers"]
    if soort:
        assert (soort, id_) in [(treffer["soort"], treffer["id"]) for treffer in treffers]


def test_the_own_answers_are_searched_and_only_those_that_count(wereld: Wereld) -> None:
    wereld.start("wijk.naam=De Kwikstaart")
    (treffer,) = wereld.run("zoek", "kwikstaarten", "--json").gegevens["treffers"]
    assert (treffer["soort"], treffer["id"], treffer["zin"]) == ("antwoord", "wijk.naam", "De Kwikstaart")
    assert not Wereld(wereld.map.parent).run("zoek", "kwikstaart", "--json").gegevens["treffers"]


def test_every_command_that_a_result_offers_shows_it(zonnehoek: Wereld) -> None:
    for term in ("gemeente", "jongere", "warmte", "zonnehoek", "toets", "drenthe", "subsidie"):
        for opdracht in {treffer["opdracht"] for treffer in zonnehoek.run("zoek", term, "--json").gegevens["treffers"]}:
            if not opdracht.startswith("routekaart nakijken"):  # which asks
                assert zonnehoek.run(*opdracht.split()[1:]).code == 0, opdracht


def test_results_stand_under_their_kind_with_fase_and_id_at_most_five_of_each(wereld: Wereld) -> None:
    kort, alles = wereld.run("zoek", "gemeente").uit, wereld.run("zoek", "gemeente", "--alles").uit
    assert "\nEn nog " in kort
    assert "\nEn nog " not in alles
    assert "fase 2, Plan maken, plan-maken.maak-afspraken-met-de-gemeente" in " ".join(kort.split())
    assert kort.count("•") < alles.count("•")
