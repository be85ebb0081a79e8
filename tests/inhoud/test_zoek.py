"""`zoek`: finds what a person means, whatever its form, says where it stands, and helps when it was misspelt."""

from __future__ import annotations

import pytest
from helpers.world import Wereld

from routekaart_cli.inhoud.search import Stuk, bedoeld, stam, zoek, zoek_meeste


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


def test_a_part_of_a_word_in_a_title_stays_below_the_whole_word_in_a_text() -> None:
    stukken = [stuk("College van wethouders"), stuk("Praten", "Vraag het de ouderen.")]
    assert [treffer.stuk.titel for treffer in zoek(stukken, "ouderen")] == ["Praten", "College van wethouders"]


def test_the_title_that_is_just_the_term_comes_first_and_then_the_shortest() -> None:
    stukken = [stuk("Hybride warmtepomp"), stuk("Een warmtepomp"), stuk("Warmtepompen", "Warm.")]
    assert [treffer.stuk.titel for treffer in zoek(stukken, "warmtepomp")] == [
        "Warmtepompen", "Een warmtepomp", "Hybride warmtepomp",
    ]  # fmt: skip
    stukken = [stuk("Gemeente", soort="vraag"), stuk("Met de gemeente"), stuk("Breng het in")._replace(ook="gemeente")]
    assert [treffer.stuk.titel for treffer in zoek(stukken, "gemeente")] == [
        "Breng het in", "Met de gemeente", "Gemeente",
    ]  # fmt: skip


def test_an_id_is_found_only_by_who_types_one() -> None:
    stap = stuk("De wijk in")._replace(id="opstarten.de-wijk-in")
    assert [len(zoek([stap], term)) for term in ("opstarten", "opstarten.", "opstarten.de-wijk-in")] == [0, 0, 1]


def test_when_nothing_has_all_words_what_has_most_is_found() -> None:
    stukken = [stuk("A", "Praten met de gemeente."), stuk("B", "Praten."), stuk("C", "Niets.")]
    assert [treffer.stuk.titel for treffer in zoek_meeste(stukken, "praten gemeente qqq")] == ["A"]
    assert zoek_meeste(stukken, "qqq www") == ()


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


def test_a_long_sentence_is_cut_around_the_hit() -> None:
    (treffer,) = zoek([stuk("A", f"{'voor ' * 100}hier {'na ' * 100}")], "hier")
    assert "hier" in treffer.zin
    assert treffer.zin.startswith("... voor")
    assert treffer.zin.endswith("na ...")


@pytest.mark.parametrize(
    ("getypt", "beter"),
    [
        ("jongern", "jongeren"), ("gemeetne praten", "gemeente praten"), ("qqqqq", None), ("", None),
        ("vergunning", None), ("adres", None), ("jongeren verkenning", None), ("jongeren verkening", None),
    ],
)  # fmt: skip
def test_a_misspelt_word_offers_the_nearest_that_there_is(getypt: str, beter: str | None) -> None:
    stukken = [stuk("Gemeente", "Met jongeren praten."), stuk("De RES", "Een verkenning.")]
    assert bedoeld(stukken, getypt) == beter


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
        ("telefoon", "contact", ""),
        ("e-mail", "contact", ""),
        ("030-256", "contact", ""),
        ("contact", "contact", ""),
        ("hulp", "contact", ""),
        ("actieplan", "hulp", "export"),
        ("drenthe", "contact", "drenthe"),
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


@pytest.mark.parametrize(
    ("term", "eerste"),
    [
        ("warmtepomp", "warmtepomp"), ("wethouder", "wethouder"), ("gemeente", "gemeente"), ("opstarten", "opstarten"),
    ],
)  # fmt: skip
def test_who_types_a_name_gets_what_has_that_name(wereld: Wereld, term: str, eerste: str) -> None:
    assert wereld.run("zoek", term, "--json").gegevens["treffers"][0]["id"] == eerste


def test_what_is_offered_finds_something_and_else_the_nearest_is_shown(wereld: Wereld) -> None:
    uitkomst = wereld.run("zoek", "hoe", "begin", "ik")
    assert "Bedoel je" not in uitkomst.uit
    assert "Deze woorden staan nergens bij elkaar." in uitkomst.uit
    assert "gevonden." in uitkomst.uit
    assert not wereld.run("zoek", "hoe", "begin", "ik", "--json").gegevens["alle_woorden"]


def test_the_command_for_everything_that_was_found_can_be_typed_as_it_stands(wereld: Wereld) -> None:
    assert """routekaart zoek de ''"'"'wijk'"'"'' --alles""" in wereld.run("zoek", "de", "'wijk'").uit
