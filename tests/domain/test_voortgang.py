"""Where a group is: the status of stappen, the fase it works on, and what to do now."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest
from helpers.world import World

from routekaart_cli.domain import voortgang
from routekaart_cli.domain.antwoorden import Alternatief, Antwoord, Stand
from routekaart_cli.domain.routekaart import (
    Adviesregel,
    Deel,
    Fase,
    Intake,
    Keuze,
    Soort,
    Stap,
    Status,
    Verplicht,
    Voorwaarde,
    Vraag,
)
from routekaart_cli.domain.voortgang import Actie, Reden

TODAY = date(2026, 11, 23)
YESTERDAY, TOMORROW = ((TODAY + timedelta(days=days)).isoformat() for days in (-1, 1))
STATUS_KEUZES = tuple(Keuze(status.value, status.value) for status in Status)


def make_stap(stap_id: str) -> Stap:
    """Return a stap with its status and, while it is in progress, wie and wanneer."""
    underway = (Voorwaarde(f"{stap_id}.status", ("bezig",)),)
    return Stap(
        stap_id,
        "1.1",
        stap_id,
        "",
        (
            Vraag(f"{stap_id}.status", "Status", "Hoe?", Soort.KEUZE, keuzes=STATUS_KEUZES),
            Vraag(f"{stap_id}.wie", "Wie", "Wie?", Soort.TEKST, als=underway, blijft=()),
            Vraag(f"{stap_id}.wanneer", "Wanneer", "Wanneer?", Soort.DATUM, als=underway, blijft=()),
        ),
    )


def make_fase(fase_id: str, number: int | None, how_many: int) -> Fase:
    return Fase(fase_id, number, fase_id, "", "", tuple(make_stap(f"{fase_id}.s{n}") for n in range(1, how_many + 1)))


ONE, TWO, GEMEENTE = make_fase("een", 1, 3), make_fase("twee", 2, 2), make_fase("gemeente", None, 1)
EVERYTHING = (ONE, TWO, GEMEENTE)
INTAKE = Intake(
    Deel("wijk", "Wijk", (Vraag("naam", "Naam", "Naam?", Soort.TEKST, verplicht=Verplicht.AANGERADEN),)),
    (
        Deel(
            "stand",
            "Stand",
            (
                Vraag("plan", "Plan", "Is er een plan?", Soort.JA_NEE),
                Vraag("wie-plan", "Wie", "Wie maakte het?", Soort.TEKST, als=(Voorwaarde("plan", ("ja",)),)),
                Vraag("fase", "Fase", "Welke?", Soort.KEUZE, keuzes=tuple(Keuze(f.id, f.id) for f in EVERYTHING)),
            ),
        ),
    ),
    (),
    "fase",
    (Adviesregel("twee", (Voorwaarde("plan", ("ja",)),), "Er is een plan."), Adviesregel("een", (), "Begin hier.")),
)


def given(waarden: dict[str, str]) -> dict[str, Antwoord]:
    return {name: Antwoord(Stand.GEGEVEN, waarde) for name, waarde in waarden.items()}


def names(acties: tuple[Actie, ...]) -> list[tuple[str, Reden]]:
    return [(actie.stap.id, actie.reden) for actie in acties]


@pytest.mark.parametrize(
    ("antwoord", "status"),
    [
        (None, Status.NIET_BEGONNEN),
        (Antwoord(Stand.GEGEVEN, "bezig"), Status.BEZIG),
        (Antwoord(Stand.GEGEVEN, "klaar"), Status.KLAAR),
        (Antwoord(Stand.GEGEVEN, "past-niet"), Status.PAST_NIET),
        (Antwoord(Stand.GEGEVEN, "bijna"), Status.NIET_BEGONNEN),
        (Antwoord(Stand.GEGEVEN, ("klaar",)), Status.NIET_BEGONNEN),
        (Antwoord(Stand.WEET_NIET), Status.NIET_BEGONNEN),
        (Antwoord(Stand.ONEENS, alternatieven=(Alternatief("klaar"),)), Status.NIET_BEGONNEN),
    ],
    ids=["none", "bezig", "klaar", "past-niet", "unknown-word", "a-list", "unknown", "disagreed"],
)
def test_a_stap_has_the_status_the_group_gave_it(antwoord: Antwoord | None, status: Status) -> None:
    antwoorden = {"een.s1.status": antwoord} if antwoord else {}
    assert voortgang.status(ONE.stappen[0], antwoorden) is status


def test_the_stappen_of_a_fase_are_counted_by_status() -> None:
    antwoorden = given({"een.s1.status": "klaar", "een.s2.status": "bezig", "twee.s1.status": "klaar"})
    assert voortgang.status_counts(ONE, antwoorden) == Counter(
        {Status.KLAAR: 1, Status.BEZIG: 1, Status.NIET_BEGONNEN: 1}
    )


@pytest.mark.parametrize(
    ("first", "second", "afgerond"),
    [
        ("klaar", "klaar", True),
        ("klaar", "past-niet", True),
        ("past-niet", "past-niet", True),
        ("klaar", "bezig", False),
        ("klaar", "niet-begonnen", False),
    ],
)
def test_a_fase_is_done_when_every_stap_is_done_or_does_not_fit(first: str, second: str, *, afgerond: bool) -> None:
    antwoorden = given({"twee.s1.status": first, "twee.s2.status": second})
    assert voortgang.is_finished(TWO, antwoorden) is afgerond


@pytest.mark.parametrize(
    ("antwoorden", "fase"),
    [
        ({}, "een"),
        ({"plan": "ja"}, "twee"),
        ({"plan": "ja", "fase": "een"}, "een"),
        ({"fase": "gemeente"}, "gemeente"),
        ({"plan": "ja", "fase": "vroeger"}, "twee"),
        ({"fase": "twee", "een.s2.status": "bezig"}, "een"),
        ({"fase": "een", "twee.s1.status": "bezig"}, "twee"),
        ({"fase": "een", "gemeente.s1.status": "bezig"}, "een"),
    ],
    ids=[
        "nothing-known",
        "advised",
        "chosen",
        "side-track",
        "chosen-but-gone",
        "busy-before",
        "busy-after",
        "busy-aside",
    ],
)
def test_a_group_works_where_a_stap_is_in_progress_or_what_it_chose_or_else_what_is_advised(
    antwoorden: dict[str, str], fase: str
) -> None:
    by_id = {fase.id: fase for fase in EVERYTHING}
    current = voortgang.current_fase(INTAKE, list(by_id), by_id.__getitem__, given(antwoorden))
    assert current.id == fase


@pytest.mark.parametrize(
    ("status", "wanneer", "expired"),
    [
        ("bezig", YESTERDAY, True),
        ("niet-begonnen", YESTERDAY, True),
        ("bezig", TODAY.isoformat(), False),
        ("bezig", TOMORROW, False),
        ("klaar", YESTERDAY, False),
        ("past-niet", YESTERDAY, False),
        ("bezig", "eind maart", False),
        ("bezig", "1-1-2030", False),
    ],
)
def test_a_date_has_passed_when_it_is_before_today_and_the_stap_is_open(
    status: str, wanneer: str, *, expired: bool
) -> None:
    antwoorden = given({"een.s1.status": status, "een.s1.wanneer": wanneer})
    assert voortgang.is_late(ONE.stappen[0], antwoorden, TODAY) is expired


def test_a_stap_without_a_date_is_never_late() -> None:
    assert not voortgang.is_late(ONE.stappen[0], given({"een.s1.status": "bezig"}), TODAY)
    unknown = {"een.s1.wanneer": Antwoord(Stand.WEET_NIET)}
    assert not voortgang.is_late(ONE.stappen[0], unknown, TODAY)


def test_what_is_late_comes_first_then_what_is_in_progress_by_date_then_what_comes_next() -> None:
    antwoorden = given(
        {
            "een.s1.status": "bezig",
            "een.s2.status": "bezig",
            "een.s2.wanneer": "2027-03-01",
            "twee.s1.status": "bezig",
            "twee.s1.wanneer": "2027-01-31",
            "twee.s1.wie": "Jan",
            "gemeente.s1.status": "bezig",
            "gemeente.s1.wanneer": YESTERDAY,
        }
    )
    acties = voortgang.acties(EVERYTHING, "een", antwoorden, TODAY)
    assert names(acties) == [
        ("gemeente.s1", Reden.DATUM_VOORBIJ),
        ("twee.s1", Reden.BEZIG),
        ("een.s2", Reden.BEZIG),
        ("een.s1", Reden.BEZIG),
        ("een.s3", Reden.VOLGENDE),
    ]
    assert acties[1] == Actie(TWO.stappen[0], Reden.BEZIG, "Jan", "2027-01-31")
    assert acties[3] == Actie(ONE.stappen[0], Reden.BEZIG, "", "")


def test_a_planned_stap_that_is_late_is_named_once() -> None:
    antwoorden = given({"een.s2.wanneer": YESTERDAY})
    assert names(voortgang.acties(EVERYTHING, "een", antwoorden, TODAY)) == [
        ("een.s2", Reden.DATUM_VOORBIJ),
        ("een.s1", Reden.VOLGENDE),
        ("een.s3", Reden.VOLGENDE),
    ]


def test_what_was_agreed_on_is_an_action_before_it_begins_in_another_fase_after_what_comes_next() -> None:
    agreements = {
        "een.s2.wie": "Els", "een.s3.wanneer": TOMORROW, "twee.s1.wie": "Piet", "twee.s2.wanneer": TOMORROW,
        "gemeente.s1.status": "past-niet", "gemeente.s1.wie": "Jan",
    }  # fmt: skip
    assert names(voortgang.acties(EVERYTHING, "een", given(agreements), TODAY)) == [
        ("een.s3", Reden.AFGESPROKEN),
        ("een.s2", Reden.AFGESPROKEN),
        ("een.s1", Reden.VOLGENDE),
        ("twee.s2", Reden.AFGESPROKEN),
        ("twee.s1", Reden.AFGESPROKEN),
    ]


def test_after_a_fase_without_new_stappen_comes_the_next_one() -> None:
    done = given({f"{stap.id}.status": "klaar" for stap in ONE.stappen})
    assert names(voortgang.acties(EVERYTHING, "een", done, TODAY)) == [
        ("twee.s1", Reden.VOLGENDE),
        ("twee.s2", Reden.VOLGENDE),
    ]


def test_an_earlier_fase_is_not_what_comes_next() -> None:
    assert [actie.stap.id for actie in voortgang.acties(EVERYTHING, "twee", {}, TODAY)] == ["twee.s1", "twee.s2"]


def test_when_all_is_done_there_is_nothing_to_do() -> None:
    done = given({f"{stap.id}.status": "klaar" for fase in EVERYTHING for stap in fase.stappen})
    assert voortgang.acties(EVERYTHING, "een", done, TODAY) == ()


def test_an_overview_of_nothing_advises_the_first_fase_and_counts_the_whole_intake() -> None:
    overzicht = voortgang.overzicht(INTAKE, (ONE, TWO), GEMEENTE, {}, TODAY)
    assert overzicht.huidig is ONE
    assert overzicht.advies == "Begin hier."
    assert overzicht.intake_nog == (3, 4)
    assert overzicht.all_fasen == EVERYTHING
    assert [actie.stap.id for actie in overzicht.acties] == ["een.s1", "een.s2", "een.s3"]
    assert [vraag.id for vraag in overzicht.open_punten] == ["naam"]
    assert overzicht.geparkeerd == ()
    assert overzicht.fase_of(TWO.stappen[1]) is TWO


def test_an_overview_gives_no_reason_for_a_fase_the_group_chose_against_the_advice() -> None:
    antwoorden = given({"naam": "De Weide", "plan": "ja", "wie-plan": "Jan", "fase": "gemeente"})
    overzicht = voortgang.overzicht(INTAKE, (ONE, TWO), GEMEENTE, antwoorden, TODAY)
    assert overzicht.huidig is GEMEENTE
    assert overzicht.advies == ""
    assert overzicht.intake_nog == (0, 0)
    assert [actie.stap.id for actie in overzicht.acties] == ["gemeente.s1"]
    assert overzicht.open_punten == ()


def test_an_overview_counts_only_the_answers_that_count() -> None:
    antwoorden = given({"naam": "De Weide", "plan": "nee", "wie-plan": "Jan", "een.s1.wie": "Piet"})
    overzicht = voortgang.overzicht(INTAKE, (ONE, TWO), GEMEENTE, antwoorden, TODAY)
    assert overzicht.geparkeerd == ("wie-plan",)
    assert list(overzicht.antwoorden) == ["naam", "plan", "een.s1.wie"]
    assert overzicht.intake_nog == (1, 1)
    assert overzicht.acties[0].wie == "Piet"


def test_what_the_gemeente_did_not_answer_in_time_is_named_until_the_answer_stands_there(world: World) -> None:
    asked = "overheid.vragen=Komt er geld?;Wij hebben niets;1-11-2026 | Mag de zaal?;Voor onze avonden;31-12-2026"
    world.start("wijk.naam=De Weide", asked)
    for args in (["status"], ["agenda"]):
        out = " ".join(world.run(*args).stdout.split())
        assert "Nog geen antwoord van de gemeente" in out
        assert "Komt er geld?" in out
        assert "Mag de zaal?" not in out.partition("Open punten")[0].partition("Wat we nog niet weten")[0]
    assert world.run("status", "--json").gegevens["onbeantwoord"] == [{"vraag": "Komt er geld?", "voor": "2026-11-01"}]
    assert "Nog geen antwoord van de gemeente op: Komt er geld?" in " ".join(world.lines().stderr.split())
    world.start("overheid.vragen=Komt er geld?;Wij hebben niets;1-11-2026;toegezegd")
    assert "Nog geen antwoord" not in world.run("status").stdout
