"""`zoek`: finds what a person means, whatever its form, says where it stands, and helps when it was misspelt."""

from __future__ import annotations

import re

import pytest
from helpers.world import World

from routekaart_cli.domain.routekaart import Treffersoort
from routekaart_cli.inhoud.search import Piece, search, search_most, stem, suggestion


def piece_of(title: str, text: str = "", soort: Treffersoort = "tip") -> Piece:
    return Piece(soort, title.lower(), title, text, "routekaart")


@pytest.mark.parametrize(
    "forms",
    [
        "jongere jongeren", "coöperatie cooperaties Coöperatie", "huis huizen", "wijk wijken Wijk", "buur buren",
        "gemeente gemeenten", "plan plannen", "advies adviezen", "initiatief initiatieven", "bus bussen",
        "warmtenet warmtenetten", "school scholen", "wet wetten", "wonen woon", "dak daken", "glas glazen",
        "deel delen", "isolatie isolaties", "idee ideeën", "vergadering vergaderingen",
    ],
)  # fmt: skip
def test_the_forms_of_a_word_have_one_stem(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


def test_words_that_differ_keep_different_stems() -> None:
    words = [
        "wijk",
        "wij",
        "plan",
        "plein",
        "buurt",
        "bus",
        "huis",
        "hout",
        "warm",
        "warmte",
        "net",
        "wet",
        "weten",
        "vak",
        "vaak",
    ]
    assert len({stem(word) for word in words}) == len(words)


def test_a_short_word_is_no_beginning_and_the_word_as_typed_comes_first() -> None:
    pieces = [piece_of("Wethouder", "Die moet het weten."), piece_of("A", "Twee wetten."), piece_of("Bee", "De wet.")]
    assert [hit.piece.titel for hit in search(pieces, "wet")] == ["Bee", "A"]


def test_what_only_fills_a_sentence_is_not_looked_for() -> None:
    pieces = [piece_of("Wat het is", "Wat is dat?"), piece_of("Isolatie", "Wie isoleert, betaalt een offerte.")]
    assert [hit.piece.titel for hit in search(pieces, "wat kan een offerte")] == ["Isolatie"]
    assert [hit.piece.titel for hit in search(pieces, "wat is")] == ["Wat het is"]


def test_a_title_comes_before_a_text_and_a_whole_word_before_a_part() -> None:
    pieces = [piece_of("Iets", "Een energieplan."), piece_of("Anders", "Maak een plan."), piece_of("Plan maken")]
    assert [hit.piece.titel for hit in search(pieces, "plannen")] == ["Plan maken", "Anders", "Iets"]


def test_a_part_of_a_word_in_a_title_stays_below_the_whole_word_in_a_text() -> None:
    pieces = [piece_of("College van wethouders"), piece_of("Praten", "Vraag het de ouderen.")]
    assert [hit.piece.titel for hit in search(pieces, "ouderen")] == ["Praten", "College van wethouders"]


def test_the_title_that_is_just_the_term_comes_first_and_then_the_shortest() -> None:
    pieces = [piece_of("Hybride warmtepomp"), piece_of("Een warmtepomp"), piece_of("Warmtepompen", "Warm.")]
    assert [hit.piece.titel for hit in search(pieces, "warmtepomp")] == [
        "Warmtepompen", "Een warmtepomp", "Hybride warmtepomp",
    ]  # fmt: skip
    pieces = [
        piece_of("Gemeente", soort="vraag"),
        piece_of("Met de gemeente"),
        piece_of("Breng het in")._replace(ook="gemeente"),
    ]
    assert [hit.piece.titel for hit in search(pieces, "gemeente")] == [
        "Breng het in", "Met de gemeente", "Gemeente",
    ]  # fmt: skip


def test_an_id_is_found_only_by_who_types_one() -> None:
    stap = piece_of("De wijk in")._replace(id="opstarten.de-wijk-in")
    assert [len(search([stap], term)) for term in ("opstarten", "opstarten.", "opstarten.de-wijk-in")] == [0, 0, 1]


def test_when_nothing_has_all_words_what_has_most_is_found() -> None:
    pieces = [piece_of("A", "Praten met de gemeente."), piece_of("B", "Praten."), piece_of("C", "Niets.")]
    assert [hit.piece.titel for hit in search_most(pieces, "praten gemeente qqq")] == ["A"]
    assert search_most(pieces, "qqq www") == ()


def test_another_word_for_the_title_counts_as_much_and_is_not_shown() -> None:
    (hit,) = search([piece_of("Fryslân")._replace(ook="Friesland")], "friesland")
    assert (hit.piece.titel, hit.score >= 30) == ("Fryslân", True)


def test_every_word_must_be_there_and_the_sentence_with_most_is_shown() -> None:
    pieces = [piece_of("A", "Eerst praten. Dan met de gemeente praten. Klaar."), piece_of("B", "Alleen de gemeente.")]
    (hit,) = search(pieces, "gemeente praten")
    assert hit.sentence == "Dan met de gemeente praten."


def test_a_long_sentence_is_cut_between_words() -> None:
    (hit,) = search([piece_of("A", "woord " * 100)], "woord")
    assert len(hit.sentence) <= 204
    assert hit.sentence.endswith("woord ...")


def test_a_long_sentence_is_cut_around_the_hit() -> None:
    (hit,) = search([piece_of("A", f"{'voor ' * 100}hier {'na ' * 100}")], "hier")
    assert "hier" in hit.sentence
    assert hit.sentence.startswith("... voor")
    assert hit.sentence.endswith("na ...")


@pytest.mark.parametrize(
    ("typed", "better"),
    [
        ("jongern", "jongeren"), ("gemeetne praten", "gemeente praten"), ("qqqqq", None), ("", None),
        ("vergunning", None), ("ongeren", None), ("adres", None), ("jongeren verkenning", None),
        ("jongeren verkening", None),
    ],
)  # fmt: skip
def test_a_misspelt_word_offers_the_nearest_that_there_is(typed: str, better: str | None) -> None:
    pieces = [piece_of("Gemeente", "Met jongeren praten."), piece_of("De RES", "Een verkenning.")]
    assert suggestion(pieces, typed) == better


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
def test_all_content_is_searched(world: World, term: str, soort: str, id_: str) -> None:
    hits = world.run("zoek", term, "--json").gegevens["treffers"]
    if soort:
        assert (soort, id_) in [(hit["soort"], hit["id"]) for hit in hits]


def test_the_own_answers_are_searched_and_only_those_that_count(world: World) -> None:
    world.start("wijk.naam=De Kwikstaart")
    (hit,) = world.run("zoek", "kwikstaarten", "--json").gegevens["treffers"]
    assert (hit["soort"], hit["id"], hit["zin"]) == ("antwoord", "wijk.naam", "De Kwikstaart")
    assert not World(world.folder.parent).run("zoek", "kwikstaart", "--json").gegevens["treffers"]


def test_every_command_that_a_result_offers_shows_it(zonnehoek: World) -> None:
    for term in ("gemeente", "jongere", "warmte", "zonnehoek", "toets", "drenthe", "subsidie"):
        for opdracht in {hit["opdracht"] for hit in zonnehoek.run("zoek", term, "--json").gegevens["treffers"]}:
            if not opdracht.startswith("routekaart nakijken"):  # which asks
                assert zonnehoek.run(*opdracht.split()[1:]).code == 0, opdracht


def test_results_stand_under_their_kind_with_fase_and_command_at_most_five_of_each(world: World) -> None:
    fase = world.inhoud.fase("plan-maken")
    short, everything = world.run("zoek", "gemeente").stdout, world.run("zoek", "gemeente", "--alles").stdout
    assert "\nEn nog " in short
    assert "\nEn nog " not in everything
    assert f"· fase 2, {fase.titel}\n" in short
    assert re.search(r"^  routekaart stap 2\.\d$", short, re.MULTILINE)
    assert short.count("•") < everything.count("•")


@pytest.mark.parametrize(
    ("term", "first"),
    [
        ("warmtepomp", "warmtepomp"), ("netbeheerder", "netbeheerder"), ("gemeente", "gemeente"),
        ("opstarten", "opstarten"),
    ],
)  # fmt: skip
def test_who_types_a_name_gets_what_has_that_name(world: World, term: str, first: str) -> None:
    assert world.run("zoek", term, "--json").gegevens["treffers"][0]["id"] == first


def test_what_is_offered_finds_something_and_else_the_nearest_is_shown(world: World) -> None:
    outcome = world.run("zoek", "begin", "qqqqq")
    assert "Bedoel je" not in outcome.stdout
    assert "Deze woorden staan nergens bij elkaar." in outcome.stdout
    assert "gevonden." in outcome.stdout
    assert not world.run("zoek", "begin", "qqqqq", "--json").gegevens["alle_woorden"]


def test_the_command_for_everything_that_was_found_can_be_typed_as_it_stands(world: World) -> None:
    assert """routekaart zoek de ''"'"'wijk'"'"'' --alles""" in world.run("zoek", "de", "'wijk'").stdout
