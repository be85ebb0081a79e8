"""Every figure, name, place and date of the source stands in the content, and what later turned out wrong does not.

Here alone a test names words of the content that ships: they are facts, which no editor rewrites.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from helpers.world import World

from routekaart_cli.domain.routekaart import Voorbeeld
from routekaart_cli.inhoud.folder import Inhoud


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[*_]", "", text).split()).lower()


def _of_fase(inhoud: Inhoud, name: str) -> str:
    fase = inhoud.fase(name)
    parts = [fase.titel, fase.doel, fase.uitkomst]
    for stap in fase.stappen:
        parts += [stap.titel, stap.uitleg]
    for tip in (*fase.tips, *fase.tips_voor_gemeenten):
        parts += [tip.titel, tip.tekst]
    for voorbeeld in fase.voorbeelden:
        parts += [voorbeeld.titel, voorbeeld.plaats, voorbeeld.kern, voorbeeld.verhaal]
    if fase.beleid:
        parts += [fase.beleid.titel, fase.beleid.tekst]
    return _plain("\n".join(parts))


FACTS = {
    "opstarten": [
        "veiligheid, groen, armoede of afval", "woningcorporatie", "natuur en milieufederatie", "jongerenwerk",
        "zaal of online", "kerngroep", "energiebroedplaats", "natuur en milieu overijssel", "utrecht-overvecht",
        "nieuwe energie voor de vechtzoom", "buurtbegeleider", "buurtmanifest", "werkblad voor lokaal initiatief",
        "flyer over het betrekken van jongeren", "duurzame techniek", "klimaatadaptatie", "co-creatie", "gelijkwaardig",
    ],
    "plan-maken": [
        "klankbordgroep", "bewonersavond", "renovatie", "participatieprincipes", "provincie", "energiecoöperatie",
        "welzijnswerk", "zwolle", "stichting berkum energieneutraal", "stroomnet en het gasnet", "projectleider",
        "adviseurs van de toekomst", "fase 1 en bij fase 2", "regentonnen en bloemzaad", "sporthal", "deelauto's",
        "speeltuinen", "schone buurt", "groen dak", "regenwater", "energiecoaches", "opleiding",
    ],
    "verdiepen": [
        "technisch expert", "financieel haalbaar", "energiecoöperatie", "leningen|lening", "subsidies", "voorlopers",
        "85 graden", "60 graden", "zet 'm op 60 of lager", "zet 'm op 70 of lager", "14 deelnemers", "everdingen",
        "twekkelerveld", "enschede", "uitvraag", "hier opgewekt", "beslisboom warmte", "pizza", "uitlegfilmpje",
    ],
    "besluiten": [
        "gemeenteraad", "inspreken", "excursie", "wijkmanager", "baambrugge", "abcoude", "middengroep",
        "12 utrechtse gemeenten", "2.200 jongeren", "75%", "grunneger power", "natuur en milieufederatie groningen",
        "westpoort", "roodehaan/stainkoel'n",
    ],
    "uitvoeren": [
        "energiecafés", "kookworkshop op inductie", "themarondeleiding", "inkoopactie", "92 huishoudens", "93%",
        "kwaliteitscheck", "korting", "onrendabele top", "aardgasvrije wijken", "offertes", "warmtepomp", "tour",
    ],
    "gemeente": [
        "eind 2021", "transitievisie warmte", "tijdlijn", "netwerkkaart", "commissieavond", "wijk voor wijk", "wup",
        "groen, mobiliteit en energie", "spiekkaarten res 1.0", "energierekening", "scenario's", "budget",
    ],
}  # fmt: skip


@pytest.mark.parametrize("fase", FACTS)
def test_each_figure_name_and_place_of_the_source_stands_in_its_fase(inhoud: Inhoud, fase: str) -> None:
    said = _of_fase(inhoud, fase)
    assert not [fact for fact in FACTS[fase] if not any(part in said for part in fact.split("|"))]


def test_who_to_turn_to_stands_where_people_look_for_help_and_gemeenten_are_invited_too(world: World) -> None:
    said = _plain(world.run("contact").stdout)
    for fact in (
        "info@natuurenmilieufederaties.nl", "030-256 73 60", "natuurenmilieufederaties.nl/jouw-provincie",
        "participatiecoalitie.nl", "klimaatstichting hier", "lsa bewoners", "energie samen", "stichting buurkracht",
    ):  # fmt: skip
        assert fact in said, fact
    invited = _plain(world.inhoud.contact.uitnodiging)
    assert "bewoner" in invited
    assert "gemeente" in invited


LAWS = {
    "nu.wcw": ["vervangt de warmtewet", "naar verwachting in op 1 januari 2027", "9 december 2025", "april 2026"],
    "nu.wgiw": ["1 januari 2026", "23 april 2024", "10 december 2024", "7 juli 2025"],
    "nu.aanwijzen": ["kiest de eigenaar zelf", "op aardgas blijven kan niet", "ongeveer 8 jaar"],
    "nu.aanbod-warmtebedrijf": ["telt als ja", "14 dagen", "drie jaar", "ook als je niets hebt gezegd"],
    "nu.svoh": ["31 december 2025", "31 december 2029", "€ 10.000", "€ 15.000", "niet voor woningcorporaties"],
    "nu.warmtefonds": ["€ 60.000", "bedrag dat mensen kunnen lenen, stijgt mee"],
    "nu.wis": ["250 aansluitingen in 5 gebouwen", "ondernemers", "31 augustus 2026", "waarschijnlijk heel anders"],
    "nu.energie-delen": ["dezelfde leverancier", "4 juni 2024", "56"],
    "nu.isde": ["hoofdverblijf", "2030", "€ 400", "€ 511 miljoen"],
    "nu.warmtebedrijf": ["artikel 2.2", "zeven jaar"],
    "nu.participatiecoalitie": ["14 juli 2023"],
}


@pytest.mark.parametrize("name", LAWS)
def test_a_law_or_scheme_says_what_its_source_says(inhoud: Inhoud, name: str) -> None:
    item = next(part for part in inhoud.actueel if part.id == name)
    said = _plain(f"{item.titel}\n{item.tekst}")
    assert not [fact for fact in LAWS[name] if fact not in said]


def test_a_subsidy_that_is_not_for_corporaties_is_not_shown_because_of_one(inhoud: Inhoud) -> None:
    svoh = next(part for part in inhoud.actueel if part.id == "nu.svoh")
    assert "corporatie" not in {waarde for part in svoh.past_bij for waarde in part.waarden}


def test_each_dated_claim_has_a_source_with_a_date_of_its_own(inhoud: Inhoud) -> None:
    assert not [item.id for item in inhoud.actueel if not all(part.datum and part.adres for part in item.bronnen)]


def test_every_voorbeeld_says_what_a_group_can_use_and_every_page_shows_it(world: World, inhoud: Inhoud) -> None:
    for voorbeeld in _voorbeelden(inhoud):
        assert voorbeeld.bruikbaar, voorbeeld.id
        said = _plain(world.run("voorbeelden", voorbeeld.id).stdout)
        assert _plain(f"Voor jullie: {voorbeeld.bruikbaar}") in said


def test_what_only_an_editor_needs_stands_on_no_page(world: World, inhoud: Inhoud) -> None:
    notes = [item.redactie for item in inhoud.actueel if item.redactie]
    notes += [voorbeeld.redactie for voorbeeld in _voorbeelden(inhoud) if voorbeeld.redactie]
    pages = [world.run("actueel", "--alles"), *(world.run("fase", fase.id, "--alles") for fase in inhoud.all_fasen)]
    said = _plain("\n".join(page.stdout for page in pages))
    assert notes
    assert not [note for note in notes if _plain(note) in said]


@pytest.mark.parametrize("fase", FACTS)
def test_a_whole_fase_can_be_taken_in_with_at_most_ten_words_explained(world: World, fase: str) -> None:
    lines = world.run("fase", fase, "--alles").stdout.splitlines()
    assert len(lines) <= 220
    words = lines[lines.index("Moeilijke woorden*") + 1 : lines.index("Wat kun je nu doen?")]
    assert len([line for line in words if line.startswith("•")]) <= 10


def _voorbeelden(inhoud: Inhoud) -> Iterator[Voorbeeld]:
    return (voorbeeld for fase in inhoud.all_fasen for voorbeeld in fase.voorbeelden)
