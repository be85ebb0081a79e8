"""What changed since the source: it belongs to things that exist, and a page says how certain and how old it is."""

from __future__ import annotations

import re
from datetime import date

import pytest
from helpers.world import World

from routekaart_cli.domain import actueel
from routekaart_cli.domain.routekaart import Actueel, Verwijzing, Zekerheid
from routekaart_cli.inhoud.folder import Inhoud

TODAY = date(2026, 11, 24)


def item(zekerheid: Zekerheid = Zekerheid.ZEKER, geldig_tot: str = "", datum: str = "juni 2024") -> Actueel:
    """Return an item that belongs to stap `verdiepen.businesscase`."""
    bronnen = (Verwijzing("Een bron", "https://voorbeeld.nl", datum),)
    return Actueel(
        "nu.iets", "Geld", "Iets", "Er is iets.", zekerheid, "bij de gemeente", "2026-11-23", geldig_tot,
        ("verdiepen.businesscase", "businesscase"), bronnen,
    )  # fmt: skip


def test_an_item_is_found_by_each_thing_it_belongs_to_once() -> None:
    items = (item(), item()._replace(id="nu.anders", hoort_bij=("verdiepen",)))
    assert actueel.belonging_to(items, "verdiepen.businesscase", "businesscase") == items[:1]
    assert actueel.belonging_to(items, "verdiepen", "businesscase") == items
    assert actueel.belonging_to(items, "opstarten") == ()


def test_an_item_holds_on_its_last_day_and_has_expired_the_day_after() -> None:
    assert not actueel.has_expired(item(geldig_tot="2026-11-24"), TODAY)
    assert actueel.has_expired(item(geldig_tot="2026-11-23"), TODAY)
    assert not actueel.has_expired(item(), TODAY)


@pytest.mark.parametrize(
    ("given", "phrase"),
    [
        (item(), "zeker (2024)"),
        (item(geldig_tot="2026-12-31", datum="zonder datum"), "zeker (zonder datum)"),
        (item(Zekerheid.WAARSCHIJNLIJK, datum="2022 of 2023"), "waarschijnlijk (2023)"),
        (item(Zekerheid.NIET_BEKEND), "niet bekend (2024)"),
        (item(geldig_tot="2026-08-31"), "afgelopen op 31 augustus 2026"),
    ],
    ids=["certain", "certain for a time", "probable", "unknown", "expired"],
)
def test_one_of_three_words_says_how_certain_it_is_with_the_year_of_its_source(given: Actueel, phrase: str) -> None:
    assert actueel.houdbaarheid(given, TODAY) == phrase


def test_instead_of_a_doubt_there_is_a_question_to_read_aloud() -> None:
    asked = item()._replace(vraag="Is het er nog?")
    assert (actueel.to_ask(asked), actueel.to_ask(item())) == ("Vraag bij de gemeente: 'Is het er nog?'", "")


def test_a_fase_shows_what_changed_for_it_and_all_of_it_with_alles(small_world: World) -> None:
    short, long = small_world.run("fase", "gemeente").stdout, small_world.run("fase", "gemeente", "--alles").stdout
    assert "Nieuw sinds 2021" in short
    assert "Jongeren doen mee" in short
    assert "Jongeren doen mee" in long
    assert "voorbeeld.invalid/school" not in long


def test_what_has_ended_is_shown_only_when_everything_is(small_world: World) -> None:
    for args in (["fase", "2"], ["stap", "2.1"], ["actueel"]):
        assert "Er was een regeling" not in small_world.run(*args).stdout, args
    for args in (["fase", "2", "--alles"], ["actueel", "--alles"]):
        assert "Er was een regeling · afgelopen op 30 juni 2026" in small_world.run(*args).stdout, args


def test_a_stap_shows_what_changed_for_it(small_world: World) -> None:
    assert "Er kwam een subsidie" in small_world.run("stap", "2.1").stdout
    assert "Nieuw sinds 2021" not in small_world.run("stap", "1.1").stdout


def test_what_a_law_says_goes_with_the_doubt_whether_it_holds_yet(inhoud: Inhoud) -> None:
    law = re.compile("BWBR0052212|dutch-collective-heat-act|nysingh.nl")
    from_the_law = [part for part in inhoud.actueel if any(law.search(bron.adres) for bron in part.bronnen)]
    assert len(from_the_law) >= 7
    for part in from_the_law:
        kern = part.tekst.partition("\n\n")[0]
        assert re.search("[Zz]odra de (Wcw|Wgiw)|naar verwachting|niet\\s+nagaan", kern), part.id


def test_the_page_of_all_that_changed_can_be_taken_in(world: World) -> None:
    assert len(world.run("actueel").stdout.splitlines()) <= 150


def test_a_page_of_a_fase_does_not_state_a_law_as_in_force(small_world: World) -> None:
    [first, _] = [paragraph.strip() for paragraph in small_world.inhoud.actueel[0].tekst.split("\n\n")]
    assert first in small_world.run("fase", "2").stdout  # where the doubt about a law stands


def test_what_a_stap_leaves_out_of_what_changed_is_one_command_away(world: World, inhoud: Inhoud) -> None:
    out = world.run("stap", "3.6").stdout
    assert ("Nieuw sinds 2021" in out, "routekaart actueel --alles" in out) == (True, True)
    assert "routekaart actueel" not in world.run("stap", "1.1").stdout


def test_a_document_of_a_fase_has_what_changed_as_the_page_has(world: World) -> None:
    found = []
    for flag in ([], ["--alles"]):
        found.append([part["titel"] for part in world.run("fase", "3", "--json", *flag).gegevens["actueel"]])
        page = " ".join(world.run("fase", "3", *flag).stdout.split())
        assert all(title in page for title in found[-1])
    short, everything = found
    assert 0 < len(short) < len(everything)
