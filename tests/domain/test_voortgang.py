"""Where a group is: the status of stappen, the fase it works on, and what to do now."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest

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

VANDAAG = date(2026, 11, 23)
GISTEREN, MORGEN = ((VANDAAG + timedelta(days=days)).isoformat() for days in (-1, 1))
STATUS_KEUZES = tuple(Keuze(status.value, status.value) for status in Status)


def maak_stap(stap_id: str) -> Stap:
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


def maak_fase(fase_id: str, number: int | None, how_many: int) -> Fase:
    return Fase(fase_id, number, fase_id, "", "", tuple(maak_stap(f"{fase_id}.s{n}") for n in range(1, how_many + 1)))


EEN, TWEE, GEMEENTE = maak_fase("een", 1, 3), maak_fase("twee", 2, 2), maak_fase("gemeente", None, 1)
ALLES = (EEN, TWEE, GEMEENTE)
INTAKE = Intake(
    (
        Deel("wijk", "Wijk", (Vraag("naam", "Naam", "Naam?", Soort.TEKST, verplicht=Verplicht.AANGERADEN),)),
        Deel(
            "stand",
            "Stand",
            (
                Vraag("plan", "Plan", "Is er een plan?", Soort.JA_NEE),
                Vraag("wie-plan", "Wie", "Wie maakte het?", Soort.TEKST, als=(Voorwaarde("plan", ("ja",)),)),
                Vraag("fase", "Fase", "Welke?", Soort.KEUZE, keuzes=tuple(Keuze(f.id, f.id) for f in ALLES)),
            ),
        ),
    ),
    "fase",
    (Adviesregel("twee", (Voorwaarde("plan", ("ja",)),), "Er is een plan."), Adviesregel("een", (), "Begin hier.")),
)


def gegeven(waarden: dict[str, str]) -> dict[str, Antwoord]:
    return {name: Antwoord(Stand.GEGEVEN, waarde) for name, waarde in waarden.items()}


def namen(acties: tuple[Actie, ...]) -> list[tuple[str, Reden]]:
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
    assert voortgang.status(EEN.stappen[0], antwoorden) is status


def test_the_stappen_of_a_fase_are_counted_by_status() -> None:
    antwoorden = gegeven({"een.s1.status": "klaar", "een.s2.status": "bezig", "twee.s1.status": "klaar"})
    assert voortgang.tellen(EEN, antwoorden) == Counter({Status.KLAAR: 1, Status.BEZIG: 1, Status.NIET_BEGONNEN: 1})


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
    antwoorden = gegeven({"twee.s1.status": first, "twee.s2.status": second})
    assert voortgang.is_finished(TWEE, antwoorden) is afgerond


@pytest.mark.parametrize(
    ("antwoorden", "fase"),
    [
        ({}, "een"),
        ({"plan": "ja"}, "twee"),
        ({"plan": "ja", "fase": "een"}, "een"),
        ({"fase": "gemeente"}, "gemeente"),
        ({"plan": "ja", "fase": "vroeger"}, "twee"),
    ],
    ids=["nothing-known", "advised", "chosen", "side-track", "chosen-but-gone"],
)
def test_a_group_works_on_the_fase_it_chose_or_else_the_advised_one(antwoorden: dict[str, str], fase: str) -> None:
    by_id = {fase.id: fase for fase in ALLES}
    current = voortgang.current_fase(INTAKE, list(by_id), by_id.__getitem__, gegeven(antwoorden))
    assert current.id == fase


@pytest.mark.parametrize(
    ("status", "wanneer", "verlopen"),
    [
        ("bezig", GISTEREN, True),
        ("niet-begonnen", GISTEREN, True),
        ("bezig", VANDAAG.isoformat(), False),
        ("bezig", MORGEN, False),
        ("klaar", GISTEREN, False),
        ("past-niet", GISTEREN, False),
        ("bezig", "eind maart", False),
        ("bezig", "1-1-2030", False),
    ],
)
def test_a_date_has_passed_when_it_is_before_today_and_the_stap_is_open(
    status: str, wanneer: str, *, verlopen: bool
) -> None:
    antwoorden = gegeven({"een.s1.status": status, "een.s1.wanneer": wanneer})
    assert voortgang.is_late(EEN.stappen[0], antwoorden, VANDAAG) is verlopen


def test_a_stap_without_a_date_is_never_late() -> None:
    assert not voortgang.is_late(EEN.stappen[0], gegeven({"een.s1.status": "bezig"}), VANDAAG)
    unknown = {"een.s1.wanneer": Antwoord(Stand.WEET_NIET)}
    assert not voortgang.is_late(EEN.stappen[0], unknown, VANDAAG)


def test_what_is_late_comes_first_then_what_is_in_progress_by_date_then_what_comes_next() -> None:
    antwoorden = gegeven(
        {
            "een.s1.status": "bezig",
            "een.s2.status": "bezig",
            "een.s2.wanneer": "2027-03-01",
            "twee.s1.status": "bezig",
            "twee.s1.wanneer": "2027-01-31",
            "twee.s1.wie": "Jan",
            "gemeente.s1.status": "bezig",
            "gemeente.s1.wanneer": GISTEREN,
        }
    )
    acties = voortgang.acties(ALLES, "een", antwoorden, VANDAAG)
    assert namen(acties) == [
        ("gemeente.s1", Reden.DATUM_VOORBIJ),
        ("twee.s1", Reden.BEZIG),
        ("een.s2", Reden.BEZIG),
        ("een.s1", Reden.BEZIG),
        ("een.s3", Reden.VOLGENDE),
    ]
    assert acties[1] == Actie(TWEE.stappen[0], Reden.BEZIG, "Jan", "2027-01-31")
    assert acties[3] == Actie(EEN.stappen[0], Reden.BEZIG, "", "")


def test_a_planned_stap_that_is_late_is_named_once() -> None:
    antwoorden = gegeven({"een.s2.wanneer": GISTEREN})
    assert namen(voortgang.acties(ALLES, "een", antwoorden, VANDAAG)) == [
        ("een.s2", Reden.DATUM_VOORBIJ),
        ("een.s1", Reden.VOLGENDE),
        ("een.s3", Reden.VOLGENDE),
    ]


def test_what_was_agreed_on_is_an_action_before_it_begins_in_another_fase_after_what_comes_next() -> None:
    afspraken = {
        "een.s2.wie": "Els", "een.s3.wanneer": MORGEN, "twee.s1.wie": "Piet", "twee.s2.wanneer": MORGEN,
        "gemeente.s1.status": "past-niet", "gemeente.s1.wie": "Jan",
    }  # fmt: skip
    assert namen(voortgang.acties(ALLES, "een", gegeven(afspraken), VANDAAG)) == [
        ("een.s3", Reden.AFGESPROKEN),
        ("een.s2", Reden.AFGESPROKEN),
        ("een.s1", Reden.VOLGENDE),
        ("twee.s2", Reden.AFGESPROKEN),
        ("twee.s1", Reden.AFGESPROKEN),
    ]


def test_after_a_fase_without_new_stappen_comes_the_next_one() -> None:
    done = gegeven({f"{stap.id}.status": "klaar" for stap in EEN.stappen})
    assert namen(voortgang.acties(ALLES, "een", done, VANDAAG)) == [
        ("twee.s1", Reden.VOLGENDE),
        ("twee.s2", Reden.VOLGENDE),
    ]


def test_an_earlier_fase_is_not_what_comes_next() -> None:
    assert [actie.stap.id for actie in voortgang.acties(ALLES, "twee", {}, VANDAAG)] == ["twee.s1", "twee.s2"]


def test_when_all_is_done_there_is_nothing_to_do() -> None:
    done = gegeven({f"{stap.id}.status": "klaar" for fase in ALLES for stap in fase.stappen})
    assert voortgang.acties(ALLES, "een", done, VANDAAG) == ()


def test_an_overview_of_nothing_advises_the_first_fase_and_counts_the_whole_intake() -> None:
    overzicht = voortgang.overzicht(INTAKE, (EEN, TWEE), GEMEENTE, {}, VANDAAG)
    assert overzicht.huidig is EEN
    assert overzicht.advies == "Begin hier."
    assert overzicht.intake_nog == (3, 4)
    assert overzicht.all_fasen == ALLES
    assert [actie.stap.id for actie in overzicht.acties] == ["een.s1", "een.s2", "een.s3"]
    assert [vraag.id for vraag in overzicht.open_punten] == ["naam"]
    assert overzicht.geparkeerd == ()
    assert overzicht.fase_of(TWEE.stappen[1]) is TWEE


def test_an_overview_gives_no_reason_for_a_fase_the_group_chose_against_the_advice() -> None:
    antwoorden = gegeven({"naam": "De Weide", "plan": "ja", "wie-plan": "Jan", "fase": "gemeente"})
    overzicht = voortgang.overzicht(INTAKE, (EEN, TWEE), GEMEENTE, antwoorden, VANDAAG)
    assert overzicht.huidig is GEMEENTE
    assert overzicht.advies == ""
    assert overzicht.intake_nog == (0, 0)
    assert [actie.stap.id for actie in overzicht.acties] == ["gemeente.s1"]
    assert overzicht.open_punten == ()


def test_an_overview_counts_only_the_answers_that_count() -> None:
    antwoorden = gegeven({"naam": "De Weide", "plan": "nee", "wie-plan": "Jan", "een.s1.wie": "Piet"})
    overzicht = voortgang.overzicht(INTAKE, (EEN, TWEE), GEMEENTE, antwoorden, VANDAAG)
    assert overzicht.geparkeerd == ("wie-plan",)
    assert list(overzicht.antwoorden) == ["naam", "plan", "een.s1.wie"]
    assert overzicht.intake_nog == (1, 1)
    assert overzicht.acties[0].wie == "Piet"
