"""An older project file tells the same story after a vraag was renamed, or several became one."""

from __future__ import annotations

import pytest

from routekaart_cli.domain import vroeger
from routekaart_cli.domain.antwoorden import Antwoord, Antwoorden, Stand
from routekaart_cli.domain.routekaart import Soort, Vraag

VRAGEN = (Vraag("groep.huishoudens", "Huishoudens", "Hoeveel?", Soort.GETAL, heette=("meten.meedoen", "oud.meedoen")),)


def said(**given: str) -> dict[str, Antwoord]:
    return {name.replace("_", "."): Antwoord(Stand.GEGEVEN, waarde) for name, waarde in given.items()}


def waarden(antwoorden: Antwoorden) -> dict[str, object]:
    return {vraag_id: antwoord.waarde for vraag_id, antwoord in antwoorden.items()}


def test_an_answer_under_an_id_of_before_is_one_to_the_vraag_of_now() -> None:
    assert waarden(vroeger.read_now(VRAGEN, said(meten_meedoen="45"))) == {"groep.huishoudens": "45"}


def test_an_answer_to_the_vraag_itself_goes_before_an_older_one() -> None:
    both = said(meten_meedoen="45", groep_huishoudens="60")
    assert waarden(vroeger.read_now(VRAGEN, both)) == {"groep.huishoudens": "60"}


def test_what_was_a_vraag_of_its_own_is_now_a_row_of_a_lijst() -> None:
    velden = (
        Vraag("post", "", "", Soort.TEKST, heette=("waarvoor",)), Vraag("bedrag", "", "", Soort.BEDRAG),
    )  # fmt: skip
    vraag = Vraag("geld.begroting", "", "", Soort.LIJST, velden=velden, heette=("oud.bedrag", "oud.kosten"))
    rows = Antwoord(Stand.GEGEVEN, ({"waarvoor": "Zaal", "bedrag": "600"},))
    before = {"oud.kosten": rows, **said(oud_bedrag="5.000 euro")}
    expected = ({"post": "5.000 euro"}, {"post": "Zaal", "bedrag": "600"})
    assert waarden(vroeger.read_now((vraag,), before)) == {"geld.begroting": expected}
    now = {"geld.begroting": Antwoord(Stand.GEGEVEN, ({"post": "Drukwerk"},))}
    assert vroeger.read_now((vraag,), {**before, **now}) == now, "what was taken out of it would come back"
    unknown = {"oud.kosten": Antwoord(Stand.WEET_NIET)}
    assert vroeger.read_now((vraag,), unknown) == {"geld.begroting": Antwoord(Stand.WEET_NIET)}


def test_no_contact_at_the_gemeente_is_nobody_to_name() -> None:
    assert waarden(vroeger.read_now((), said(overheid_contact="nee"))) == {"overheid.contactpersoon": "Nog niemand"}
    both = said(overheid_contact="ja", overheid_contactpersoon="Sanne")
    assert waarden(vroeger.read_now((), both)) == {"overheid.contactpersoon": "Sanne"}


def test_answers_that_are_of_now_are_left_as_they_are() -> None:
    now = said(groep_huishoudens="60", wijk_naam="De Weide")
    assert vroeger.read_now(VRAGEN, now) is now


@pytest.mark.parametrize(
    ("given", "now"),
    [
        ({"stand_intentie": "nee"}, "niets"),
        ({"stand_intentie": "ja"}, "samen-beginnen"),
        ({"stand_intentie": "ja", "stand_procesplan": "nee"}, "samen-beginnen"),
        ({"stand_intentie": "ja", "stand_procesplan": "ja"}, "aanpak"),
        ({"stand_intentie": "ja", "stand_procesplan": "ja", "stand_energieplan": "ja"}, "concept-energieplan"),
        ({"stand_besluit": "ja", "stand_energieplan": "ja"}, "besluit"),
        ({"stand_intentie": "ja", "stand_er-ligt": "besluit"}, "besluit"),
    ],
)
def test_what_four_vragen_said_is_what_lies_there_now(given: dict[str, str], now: str) -> None:
    assert waarden(vroeger.read_now(VRAGEN, said(**given))) == {"stand.er-ligt": now}


def test_not_knowing_whether_there_was_an_intentie_is_not_knowing_what_lies_there() -> None:
    unknown = Antwoord(Stand.WEET_NIET)
    assert vroeger.read_now(VRAGEN, {"stand.intentie": unknown}) == {"stand.er-ligt": unknown}
