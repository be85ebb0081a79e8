"""The reference half: tips, voorbeelden, begrippen, contact and what changed, and what happens when it was misspelt."""

from __future__ import annotations

import pytest
from helpers.world import World

from routekaart_cli.domain.routekaart import Begrip
from routekaart_cli.inhoud import find
from routekaart_cli.inhoud.folder import Inhoud
from routekaart_cli.pages import items
from routekaart_cli.pages.blocks import FURTHER, Heading, Item, Paragraph


def test_the_tips_of_a_fase_are_whole_and_of_all_fasen_only_titles(small_world: World) -> None:
    assert "Neem koffie mee." in small_world.run("tips", "1").stdout
    all_of = small_world.run("tips").stdout
    assert "• Praat met je buren\n" in all_of
    assert "Neem koffie mee." not in all_of


def test_a_tip_that_fits_the_answers_says_so(world: World, zonnehoek: World) -> None:
    assert "past bij jullie antwoorden" in zonnehoek.run("tips").stdout
    zonnehoek.bestand.unlink()
    assert "past bij jullie antwoorden" not in zonnehoek.run("tips").stdout


@pytest.mark.parametrize("args", [["tips"], ["fase"], ["fase", "3"], ["stap", "1.1"], ["contact"], ["zoek", "wijk"]])
def test_a_project_that_is_not_where_it_was_asked_for_is_said_and_the_page_is_shown(
    world: World, args: list[str]
) -> None:
    without, met = world.run(*args), world.run(*args, "-p", "nergens.yaml")
    shown = met.stdout.replace(" --project nergens.yaml", "").split()
    assert (without.stderr, shown, met.code) == ("", without.stdout.split(), 0)
    assert met.stderr.startswith("nergens.yaml: dit projectbestand is er niet.\n")
    assert not list(world.folder.iterdir())


@pytest.mark.parametrize("name", ["straatfeest", "beginnen.voorbeeld.straatfeest", "STRAATFEEST"])
def test_a_voorbeeld_is_found_by_its_name(small_world: World, name: str) -> None:
    out = small_world.run("voorbeelden", name).stdout
    assert out.startswith("Een straatfeest\n")
    assert "veertig buren" in out


def test_every_tip_and_voorbeeld_of_the_content_can_be_looked_up(world: World, inhoud: Inhoud) -> None:
    for fase in inhoud.all_fasen:
        tips = world.run("tips", fase.id, "--json").gegevens["fasen"][0]
        assert [tip["id"] for tip in tips["tips"]] == [tip.id for tip in fase.tips]
        for voorbeeld in fase.voorbeelden:
            assert world.run("voorbeelden", voorbeeld.id).stdout.startswith(voorbeeld.titel[:60])


@pytest.mark.parametrize(
    ("typed", "word"), [("warmtenetten", "warmtenet"), ("VVE", "VvE"), ("energiecooperatie", "energiecoöperatie")]
)
def test_a_begrip_is_found_in_any_form_with_its_source(world: World, typed: str, word: str) -> None:
    out = world.run("begrippen", typed).stdout
    assert out.startswith(f"{word}\n")
    assert "Bron: https://" in out


def test_a_begrip_without_a_source_says_that_the_words_are_our_own(world: World, inhoud: Inhoud) -> None:
    without = next(begrip for begrip in inhoud.begrippen if not begrip.bron.startswith("http"))
    assert "Deze uitleg is van ons zelf." in world.run("begrippen", without.id).stdout


def test_every_begrip_can_be_looked_up_by_each_of_its_forms(world: World, inhoud: Inhoud) -> None:
    for begrip in inhoud.begrippen:
        for form in (begrip.woord, *begrip.ook):
            assert find.begrip(inhoud, form) == begrip


def test_a_difficult_word_is_marked_once_and_explained_below(small_world: World) -> None:
    out = small_world.run("stap", "1.1").stdout
    assert out.count("warmtenet*") == 1
    assert "\n\nMoeilijke woorden*\n• warmtenet · Buizen onder" in out
    assert out.index("Moeilijke woorden*") < out.index("\nWat kun je nu doen?\n")


def test_a_word_that_the_page_explains_in_its_own_text_is_not_explained_twice(small_inhoud: Inhoud) -> None:
    said = Paragraph("Een warmtenet is: buizen onder de straat die warm water naar huizen brengen.")
    page = (said, Heading(FURTHER))
    assert items.with_explanations(page, small_inhoud.begrippen) == page


def test_of_many_difficult_words_the_first_ten_are_explained() -> None:
    begrippen = [Begrip(f"b{n}", f"woord{n}", f"Uitleg {n}.", "eigen uitleg") for n in range(12)]
    page = (Paragraph(" ".join(begrip.woord for begrip in begrippen)), Heading(FURTHER))
    explained = [block.titel for block in items.with_explanations(page, begrippen) if isinstance(block, Item)]
    assert explained == [f"woord{n}" for n in range(10)]


@pytest.mark.parametrize("args", [["fase", "3"], ["stap", "3.2"], ["gemeente"]])
def test_without_explanation_nothing_is_marked(world: World, args: list[str]) -> None:
    out = world.run(*args, "--geen-uitleg").stdout
    assert "*" not in out
    assert "Moeilijke woorden" not in out


def test_in_plain_lines_a_word_is_explained_without_a_mark(small_world: World) -> None:
    out = small_world.run("stap", "1.1", "--toegankelijk").stdout
    assert "*" not in out
    assert "Moeilijke woorden.\nwarmtenet: Buizen onder" in out


def test_contact_knows_the_provincie_of_the_project(zonnehoek: World) -> None:
    out = zonnehoek.run("contact").stdout
    assert "Natuur en Milieu Overijssel" in out
    assert "Dit is de provincie van jullie project." in out
    assert "Friese" not in out
    assert "Overijssel" not in zonnehoek.run("contact", "friesland").stdout


@pytest.mark.parametrize("typed", ["Fryslân", "fryslan", "friesland", "FRIESLAND", "frys"])
def test_contact_takes_a_provincie_as_people_write_it(world: World, typed: str) -> None:
    assert "Friese Milieu Federatie" in world.run("contact", typed).stdout


def test_contact_without_a_project_shows_all_twelve(world: World, inhoud: Inhoud) -> None:
    out = world.run("contact").stdout
    assert all(federatie.site in out for federatie in inhoud.contact.federaties)
    assert len(inhoud.contact.federaties) == 12


def test_an_address_that_is_not_confirmed_says_so(world: World, inhoud: Inhoud) -> None:
    assert " ".join(inhoud.contact.koepel.let_op.split()) in " ".join(world.run("contact", "drenthe").stdout.split())
    assert "Deze bron is oud." in world.run("contact", "limburg").stdout


def test_what_changed_stands_with_what_it_belongs_to(world: World) -> None:
    for args in (["fase", "4"], ["stap", "g.1"], ["begrippen", "warmtenet"], ["gemeente"]):
        assert "Nieuw sinds 2021" in world.run(*args).stdout, args


def test_the_day_it_was_looked_up_stands_once_and_the_year_of_its_source_at_every_change(small_world: World) -> None:
    out = " ".join(small_world.run("actueel").stdout.split())
    assert (out.count("Nagezocht tot"), out.count("zeker (2025)"), out.count("waarschijnlijk (2024)")) == (1, 1, 1)
    assert "https://" not in out
    assert "https://" in small_world.run("actueel", "--alles").stdout


def test_one_change_is_shown_whole_by_its_name(small_world: World) -> None:
    one, every = small_world.run("actueel", "verlopen").stdout, small_world.run("actueel", "--alles").stdout
    assert "https://" in one
    assert one.count("•") == 1 < every.count("•")
    assert "Bedoel je 'subsidie'?" in small_world.run("actueel", "subsidi").stderr


@pytest.mark.parametrize(
    ("args", "meant"),
    [
        (["tips", "verdipen"], "verdiepen"), (["voorbeelden", "berkm"], "berkum"),
        (["begrippen", "warmtent"], "warmtenet"), (["contact", "drente"], "Drenthe"), (["inhoud", "kart"], "kaart"),
        (["voltooiing", "bsh"], "bash"), (["hulp", "toesten"], "toetsen"), (["stap", "verdiepen.bussinescase"],
        "verdiepen.businesscase"), (["zoek", "jongern"], "jongeren"),
    ],
)  # fmt: skip
def test_what_was_misspelt_offers_the_nearest(world: World, args: list[str], meant: str) -> None:
    outcome = world.run(*args)
    assert f"Bedoel je '{meant}'?" in outcome.stderr + outcome.stdout


@pytest.mark.parametrize("args", [["stap"], ["zoek"], ["voltooiing"], ["inhoud"], ["samenvoegen"]])
def test_what_is_missing_is_named_with_an_example(world: World, args: list[str]) -> None:
    outcome = world.run(*args)
    assert outcome.code == 2
    assert "? Zet het erachter." in outcome.stderr
    assert f"routekaart {args[0]} " in outcome.stderr


@pytest.mark.parametrize(
    ("args", "heading"),
    [
        (["begrippen", "hybride", "warmtepomp"], "hybride warmtepomp"),
        (["contact", "noord", "holland"], "Noord-Holland"),
        (["begrippen", "wet", "collectieve", "warmte"], "Wcw"),
    ],
)  # fmt: skip
def test_a_name_of_more_words_needs_no_quotes(world: World, args: list[str], heading: str) -> None:
    assert heading in world.run(*args).stdout.splitlines()
