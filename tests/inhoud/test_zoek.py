"""`zoek`: finds what a person means, whatever its form, says where it stands, and helps when it was misspelt."""

from __future__ import annotations

import pytest
from helpers.world import Wereld

from routekaart_cli.inhoud.search import Piece, bedoeld, search, search_most, stem


def stuk(title: str, text: str = "", soort: str = "tip") -> Piece:
    return Piece(soort, title.lower(), title, text, "routekaart")


@pytest.mark.parametrize(
    "forms",
    [
        "jongere jongeren", "coöperatie cooperaties Coöperatie", "huis huizen", "wijk wijken Wijk", "buur buren",
        "gemeente gemeenten", "plan plannen", "advies adviezen", "initiatief initiatieven", "bus bussen",
        "warmtenet warmtenetten", "school scholen", "isolatie isolaties", "idee ideeën", "vergadering vergaderingen",
    ],
)  # fmt: skip
def test_the_forms_of_a_word_have_one_stem(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


def test_words_that_differ_keep_different_stems() -> None:
    words = ["wijk", "wij", "plan", "plein", "buurt", "bus", "huis", "hout", "warm", "warmte", "net"]
    assert len({stem(word) for word in words}) == len(words)


def test_a_title_comes_before_a_text_and_a_whole_word_before_a_part() -> None:
    pieces = [stuk("Iets", "Een energieplan."), stuk("Anders", "Maak een plan."), stuk("Plan maken")]
    assert [hit.piece.titel for hit in search(pieces, "plannen")] == ["Plan maken", "Anders", "Iets"]


def test_a_part_of_a_word_in_a_title_stays_below_the_whole_word_in_a_text() -> None:
    pieces = [stuk("College van wethouders"), stuk("Praten", "Vraag het de ouderen.")]
    assert [hit.piece.titel for hit in search(pieces, "ouderen")] == ["Praten", "College van wethouders"]


def test_the_title_that_is_just_the_term_comes_first_and_then_the_shortest() -> None:
    pieces = [stuk("Hybride warmtepomp"), stuk("Een warmtepomp"), stuk("Warmtepompen", "Warm.")]
    assert [hit.piece.titel for hit in search(pieces, "warmtepomp")] == [
        "Warmtepompen", "Een warmtepomp", "Hybride warmtepomp",
    ]  # fmt: skip
    pieces = [stuk("Gemeente", soort="vraag"), stuk("Met de gemeente"), stuk("Breng het in")._replace(ook="gemeente")]
    assert [hit.piece.titel for hit in search(pieces, "gemeente")] == [
        "Breng het in", "Met de gemeente", "Gemeente",
    ]  # fmt: skip


def test_an_id_is_found_only_by_who_types_one() -> None:
    stap = stuk("De wijk in")._replace(id="opstarten.de-wijk-in")
    assert [len(search([stap], term)) for term in ("opstarten", "opstarten.", "opstarten.de-wijk-in")] == [0, 0, 1]


def test_when_nothing_has_all_words_what_has_most_is_found() -> None:
    pieces = [stuk("A", "Praten met de gemeente."), stuk("B", "Praten."), stuk("C", "Niets.")]
    assert [hit.piece.titel for hit in search_most(pieces, "praten gemeente qqq")] == ["A"]
    assert search_most(pieces, "qqq www") == ()


def test_another_word_for_the_title_counts_as_much_and_is_not_shown() -> None:
    (hit,) = search([stuk("Fryslân")._replace(ook="Friesland")], "friesland")
    assert (hit.piece.titel, hit.score >= 30) == ("Fryslân", True)


def test_every_word_must_be_there_and_the_sentence_with_most_is_shown() -> None:
    pieces = [stuk("A", "Eerst praten. Dan met de gemeente praten. Klaar."), stuk("B", "Alleen de gemeente.")]
    (hit,) = search(pieces, "gemeente praten")
    assert hit.sentence == "Dan met de gemeente praten."


def test_a_long_sentence_is_cut_between_words() -> None:
    (hit,) = search([stuk("A", "woord " * 100)], "woord")
    assert len(hit.sentence) <= 204
    assert hit.sentence.endswith("woord ...")


def test_a_long_sentence_is_cut_around_the_hit() -> None:
    (hit,) = search([stuk("A", f"{'voor ' * 100}hier {'na ' * 100}")], "hier")
    assert "hier" in hit.sentence
    assert hit.sentence.startswith("... voor")
    assert hit.sentence.endswith("na ...")


@pytest.mark.parametrize(
    ("typed", "better"),
    [
        ("jongern", "jongeren"), ("gemeetne praten", "gemeente praten"), ("qqqqq", None), ("", None),
        ("vergunning", None), ("adres", None), ("jongeren verkenning", None), ("jongeren verkening", None),
    ],
)  # fmt: skip
def test_a_misspelt_word_offers_the_nearest_that_there_is(typed: str, better: str | None) -> None:
    pieces = [stuk("Gemeente", "Met jongeren praten."), stuk("De RES", "Een verkenning.")]
    assert bedoeld(pieces, typed) == better


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
    hits = wereld.run("zoek", term, "--json").gegevens["treffers"]
    if soort:
        assert (soort, id_) in [(hit["soort"], hit["id"]) for hit in hits]


def test_the_own_answers_are_searched_and_only_those_that_count(wereld: Wereld) -> None:
    wereld.start("wijk.naam=De Kwikstaart")
    (hit,) = wereld.run("zoek", "kwikstaarten", "--json").gegevens["treffers"]
    assert (hit["soort"], hit["id"], hit["zin"]) == ("antwoord", "wijk.naam", "De Kwikstaart")
    assert not Wereld(wereld.map.parent).run("zoek", "kwikstaart", "--json").gegevens["treffers"]


def test_every_command_that_a_result_offers_shows_it(zonnehoek: Wereld) -> None:
    for term in ("gemeente", "jongere", "warmte", "zonnehoek", "toets", "drenthe", "subsidie"):
        for opdracht in {hit["opdracht"] for hit in zonnehoek.run("zoek", term, "--json").gegevens["treffers"]}:
            if not opdracht.startswith("routekaart nakijken"):  # which asks
                assert zonnehoek.run(*opdracht.split()[1:]).code == 0, opdracht


def test_results_stand_under_their_kind_with_fase_and_id_at_most_five_of_each(wereld: Wereld) -> None:
    short, alles = wereld.run("zoek", "gemeente").uit, wereld.run("zoek", "gemeente", "--alles").uit
    assert "\nEn nog " in short
    assert "\nEn nog " not in alles
    assert "fase 2, Plan maken, plan-maken.maak-afspraken-met-de-gemeente" in " ".join(short.split())
    assert short.count("•") < alles.count("•")


@pytest.mark.parametrize(
    ("term", "first"),
    [
        ("warmtepomp", "warmtepomp"), ("wethouder", "wethouder"), ("gemeente", "gemeente"), ("opstarten", "opstarten"),
    ],
)  # fmt: skip
def test_who_types_a_name_gets_what_has_that_name(wereld: Wereld, term: str, first: str) -> None:
    assert wereld.run("zoek", term, "--json").gegevens["treffers"][0]["id"] == first


def test_what_is_offered_finds_something_and_else_the_nearest_is_shown(wereld: Wereld) -> None:
    outcome = wereld.run("zoek", "hoe", "begin", "ik")
    assert "Bedoel je" not in outcome.uit
    assert "Deze woorden staan nergens bij elkaar." in outcome.uit
    assert "gevonden." in outcome.uit
    assert not wereld.run("zoek", "hoe", "begin", "ik", "--json").gegevens["alle_woorden"]


def test_the_command_for_everything_that_was_found_can_be_typed_as_it_stands(wereld: Wereld) -> None:
    assert """routekaart zoek de ''"'"'wijk'"'"'' --alles""" in wereld.run("zoek", "de", "'wijk'").uit
