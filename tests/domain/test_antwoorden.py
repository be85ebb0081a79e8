"""Answers: what each soort takes, what it refuses and with which example, and how an answer reads."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import Any

import pytest
from hypothesis import given, reject
from hypothesis import strategies as st

from routekaart_cli.domain.antwoorden import Alternatief, Antwoord, Stand, Waarde
from routekaart_cli.domain.in_words import OVERGESLAGEN, WEET_NIET, in_words, waarde_in_words
from routekaart_cli.domain.invoer import MAX_CHARS, Raw, accepted, check, parse_antwoord
from routekaart_cli.domain.routekaart import Keuze, Soort, Verplicht, Vraag
from routekaart_cli.errors import RefusedAnswer

TODAY = date(2026, 11, 23)
EVERY_SOORT = pytest.mark.parametrize("soort", list(Soort))
KEUZES = (
    Keuze("groen", "Groen en natuur"),
    Keuze("verkeer", "Verkeer, parkeren en deelauto's"),
    Keuze("water-en-hitte", "Wateroverlast en hitte"),
    Keuze("niets", "Niets bijzonders", alleen=True),
)


def make(soort: Soort, **rest: Any) -> Vraag:
    """Return a small vraag of *soort*, with keuzes or fields where it needs them."""
    if soort in (Soort.KEUZE, Soort.MEERKEUZE):
        rest.setdefault("keuzes", KEUZES)
    if soort is Soort.LIJST:
        rest.setdefault(
            "velden",
            (
                Vraag("naam", "Naam", "Wie?", Soort.TEKST),
                Vraag("datum", "Datum", "Wanneer?", Soort.DATUM),
                Vraag("aantal", "Aantal", "Hoeveel?", Soort.GETAL),
            ),
        )
    return Vraag("v", "Vraag", "Wat?", soort, **rest)


def checked(soort: Soort, raw: Raw) -> Waarde:
    return check(make(soort), raw, TODAY)


def refused_answer(vraag: Vraag, raw: Raw) -> RefusedAnswer:
    with pytest.raises(RefusedAnswer) as caught:
        check(vraag, raw, TODAY)
    return caught.value


@pytest.mark.parametrize(
    ("soort", "raw", "waarde"),
    [
        (Soort.TEKST, "  De   Weide ", "De Weide"),
        (Soort.TEKST, "een\r\ntwee", "een twee"),
        (Soort.TEKST, "[b] :house: # -", "[b] :house: # -"),
        (Soort.TEKST, "x" * MAX_CHARS, "x" * MAX_CHARS),
        (Soort.LANGE_TEKST, "een \r\n\r\n twee\n", "een\n\n twee"),
        (Soort.JA_NEE, "j", "ja"),
        (Soort.JA_NEE, "J", "ja"),
        (Soort.JA_NEE, " Ja ", "ja"),
        (Soort.JA_NEE, "y", "ja"),
        (Soort.JA_NEE, "YES", "ja"),
        (Soort.JA_NEE, "n", "nee"),
        (Soort.JA_NEE, "NEE", "nee"),
        (Soort.JA_NEE, "no", "nee"),
        (Soort.KEUZE, "1", "groen"),
        (Soort.KEUZE, " 4 ", "niets"),
        (Soort.KEUZE, "groen", "groen"),
        (Soort.KEUZE, "GROEN", "groen"),
        (Soort.KEUZE, "Groen en natuur", "groen"),
        (Soort.KEUZE, "verkeer, parkeren en deelauto's.", "verkeer"),
        (Soort.MEERKEUZE, "1 3", ("groen", "water-en-hitte")),
        (Soort.MEERKEUZE, "1,3", ("groen", "water-en-hitte")),
        (Soort.MEERKEUZE, "1, 3", ("groen", "water-en-hitte")),
        (Soort.MEERKEUZE, "3;1", ("groen", "water-en-hitte")),
        (Soort.MEERKEUZE, " 3 1 3 ", ("groen", "water-en-hitte")),
        (Soort.MEERKEUZE, "1\n3", ("groen", "water-en-hitte")),
        (Soort.MEERKEUZE, "groen water-en-hitte", ("groen", "water-en-hitte")),
        (Soort.MEERKEUZE, "water-en-hitte, Groen", ("groen", "water-en-hitte")),
        (Soort.MEERKEUZE, "Groen en natuur", ("groen",)),
        (Soort.MEERKEUZE, "Groen en natuur, Wateroverlast en hitte", ("groen", "water-en-hitte")),
        (Soort.MEERKEUZE, "Verkeer, parkeren en deelauto's", ("verkeer",)),
        (Soort.MEERKEUZE, "niets", ("niets",)),
        (Soort.MEERKEUZE, "4 4", ("niets",)),
        (Soort.MEERKEUZE, ["water-en-hitte", "Groen en natuur"], ("groen", "water-en-hitte")),
        (Soort.GETAL, "350", "350"),
        (Soort.GETAL, "1.200", "1200"),
        (Soort.GETAL, "1 200 000", "1200000"),
        (Soort.GETAL, "1\u00a0200", "1200"),
        (Soort.GETAL, "007", "7"),
        (Soort.GETAL, "0", "0"),
        (Soort.GETAL, "ongeveer 350", "350"),
        (Soort.GETAL, "Circa 350", "350"),
        (Soort.GETAL, "ca. 1.200", "1200"),
        (Soort.GETAL, "zo'n 350", "350"),
        (Soort.GETAL, "rond de 350", "350"),
        (Soort.GETAL, "± 350", "350"),
        (Soort.GETAL, "~350", "350"),
        (Soort.GETAL, "zo’n 350", "350"),
        (Soort.GETAL, "+/- 350", "350"),
        (Soort.GETAL, "ruim 350", "350"),
        (Soort.GETAL, "bijna 1.200", "1200"),
        (Soort.GETAL, "350.", "350"),
        (Soort.GETAL, "350+", "350"),
        (Soort.GETAL, "350 woningen", "350"),
        (Soort.GETAL, "ongeveer 1.200 kleine huizen.", "1200"),
        (Soort.GETAL, "999999999999", "999999999999"),
        (Soort.DATUM, "31-1-2027", "2027-01-31"),
        (Soort.DATUM, "eind maart", "2027-03-31 eind maart 2027"),
        (Soort.DATUM, "morgen", "2026-11-24"),
        (Soort.LIJST, "Jan", ({"naam": "Jan"},)),
        (Soort.LIJST, "Jan; 31-1-2027; 1.200", ({"naam": "Jan", "datum": "2027-01-31", "aantal": "1200"},)),
        (Soort.LIJST, "Jan;;12", ({"naam": "Jan", "aantal": "12"},)),
        (Soort.LIJST, "Jan | Piet ; morgen", ({"naam": "Jan"}, {"naam": "Piet", "datum": "2026-11-24"})),
        (Soort.LIJST, "Jan\r\nPiet\n", ({"naam": "Jan"}, {"naam": "Piet"})),
        (Soort.LIJST, "| Jan || ; |", ({"naam": "Jan"},)),
        (Soort.LIJST, ["Jan; morgen", "Piet"], ({"naam": "Jan", "datum": "2026-11-24"}, {"naam": "Piet"})),
        (Soort.LIJST, [{"aantal": "1.200", "naam": "a;b|c"}], ({"naam": "a;b|c", "aantal": "1200"},)),
        (Soort.LIJST, [{"naam": "Jan", "datum": " "}], ({"naam": "Jan"},)),
    ],
)
def test_a_form_that_people_use_is_accepted(soort: Soort, raw: Raw, waarde: Waarde) -> None:
    assert checked(soort, raw) == waarde


@pytest.mark.parametrize(
    ("soort", "raw"),
    [
        (Soort.TEKST, ""),
        (Soort.TEKST, " \t\x1b[31m\u202e "),
        (Soort.TEKST, ["een", "twee"]),
        (Soort.LANGE_TEKST, "\n \n"),
        (Soort.JA_NEE, "misschien"),
        (Soort.JA_NEE, "ja nee"),
        (Soort.JA_NEE, "1"),
        (Soort.KEUZE, "0"),
        (Soort.KEUZE, "5"),
        (Soort.KEUZE, "-1"),
        (Soort.KEUZE, "²"),
        (Soort.KEUZE, "goren"),
        (Soort.KEUZE, "1 3"),
        (Soort.KEUZE, ["groen"]),
        (Soort.MEERKEUZE, "1 5"),
        (Soort.MEERKEUZE, "groen, geel"),
        (Soort.MEERKEUZE, ["groen", ""]),
        pytest.param(Soort.MEERKEUZE, "x," * 1_000, id="many-commas"),
        (Soort.GETAL, "veel"),
        (Soort.GETAL, "-5"),
        (Soort.GETAL, "3,5"),
        (Soort.GETAL, "1.20"),
        (Soort.GETAL, "1.2000"),
        (Soort.GETAL, "350 of 400"),
        (Soort.GETAL, "2 duizend"),
        (Soort.GETAL, "3 honderdtal huizen"),
        (Soort.GETAL, "12x"),
        (Soort.GETAL, "driehonderd"),
        (Soort.GETAL, "woningen"),
        (Soort.GETAL, "350 maar dat is niet zeker"),
        (Soort.GETAL, "ongeveer"),
        (Soort.GETAL, "9999999999999"),
        (Soort.DATUM, "31-2-2027"),
        (Soort.DATUM, "straks"),
        (Soort.LIJST, "; morgen"),
        (Soort.LIJST, "Jan; straks"),
        (Soort.LIJST, "Jan; morgen; 3; 4"),
        (Soort.LIJST, " | ; | \n"),
        (Soort.LIJST, [{"naam": "Jan", "rol": "trekker"}]),
        (Soort.LIJST, [{"datum": "morgen"}]),
        (Soort.LIJST, [{"naam": "\x1b[0m"}]),
        (Soort.LIJST, [{}]),
        (Soort.LIJST, []),
    ],
)
def test_what_does_not_fit_is_refused_with_a_sentence_and_a_hint(soort: Soort, raw: Raw) -> None:
    error = refused_answer(make(soort), raw)
    assert error.message.endswith(".")
    assert error.hint
    assert error.exit_code == 2


@pytest.mark.parametrize(
    ("soort", "voorbeelden"),
    [
        (Soort.JA_NEE, ["j", "n"]),
        (Soort.GETAL, ["350", "1.200"]),
        (Soort.DATUM, ["31-1-2027", "31 jan", "eind maart"]),
        (Soort.KEUZE, [keuze.id for keuze in KEUZES]),
        (Soort.MEERKEUZE, [keuze.id for keuze in KEUZES]),
        (Soort.TEKST, ["De Weide"]),
        (Soort.LANGE_TEKST, ["De Weide"]),
    ],
)
def test_the_examples_in_a_hint_are_accepted(soort: Soort, voorbeelden: list[str]) -> None:
    vraag = make(soort, voorbeeld="De Weide")
    hint = refused_answer(vraag, "" if "tekst" in soort else "wat dan ook").hint
    assert hint == accepted(vraag)
    for voorbeeld in voorbeelden:
        assert re.search(rf"(?<!\w){re.escape(voorbeeld)}(?!\w)", hint), voorbeeld
        assert check(vraag, voorbeeld, TODAY)


def test_the_hint_of_a_lijst_names_its_fields_and_marks_as_they_are_accepted() -> None:
    vraag = make(
        Soort.LIJST, velden=(Vraag("naam", "Naam", "Wie?", Soort.TEKST), Vraag("rol", "Rol", "Wat?", Soort.TEKST))
    )
    hint = refused_answer(vraag, "").hint
    assert "naam ; rol" in hint
    assert check(vraag, "naam ; rol | naam ; rol", TODAY) == ({"naam": "naam", "rol": "rol"},) * 2


def test_a_keuze_that_is_almost_right_is_suggested() -> None:
    assert "Bedoel je 'groen'?" in refused_answer(make(Soort.KEUZE), "goren").hint


def test_a_refused_field_of_a_lijst_names_the_fields_there_are() -> None:
    assert "'rol'" in refused_answer(make(Soort.LIJST), [{"rol": "trekker"}]).message
    assert "naam, datum en aantal" in refused_answer(make(Soort.LIJST), "a;b;c;d").message
    assert "naam" in refused_answer(make(Soort.LIJST), "; morgen").message


@pytest.mark.parametrize("raw", ["1 4", "niets, groen", ["niets", "groen"]])
def test_a_keuze_that_stands_alone_is_refused_beside_another(raw: Raw) -> None:
    assert "'Niets bijzonders'" in refused_answer(make(Soort.MEERKEUZE), raw).message


def test_words_with_a_comma_are_understood_among_other_words() -> None:
    raw = "Groen en natuur, Verkeer, parkeren en deelauto's"
    assert checked(Soort.MEERKEUZE, raw) == ("groen", "verkeer")


@pytest.mark.parametrize("raw", [",", " ; ", ",,;"])
def test_only_separators_are_never_a_given_meerkeuze(raw: str) -> None:
    with pytest.raises(RefusedAnswer):
        parse_antwoord(make(Soort.MEERKEUZE), raw, TODAY)


@EVERY_SOORT
def test_a_text_that_is_too_long_is_refused(soort: Soort) -> None:
    message = refused_answer(make(soort), "x" * (MAX_CHARS + 1)).message
    assert message == f"Dit antwoord is te lang. Het kan hoogstens {MAX_CHARS} tekens zijn."


@pytest.mark.parametrize("soort", [Soort.KEUZE, Soort.MEERKEUZE, Soort.GETAL, Soort.DATUM])
def test_an_endless_number_is_refused_like_any_other(soort: Soort) -> None:
    refused_answer(make(soort), "9" * 5_000)


@EVERY_SOORT
@pytest.mark.parametrize("typed", ["weet ik nog niet", "Weet ik nog niet.", " WEET  ik niet ", "weet-ik-nog-niet"])
def test_everyone_may_answer_that_they_do_not_know_yet(soort: Soort, typed: str) -> None:
    vraag = make(soort, verplicht=Verplicht.JA)
    assert parse_antwoord(vraag, typed, TODAY) == Antwoord(Stand.WEET_NIET)


def test_a_keuze_with_the_words_of_not_knowing_is_that_keuze() -> None:
    vraag = make(Soort.KEUZE, keuzes=(Keuze("ja", "Ja"), Keuze("onbekend", "Weet ik nog niet")))
    assert parse_antwoord(vraag, "weet ik nog niet", TODAY) == Antwoord(Stand.GEGEVEN, "onbekend")


@EVERY_SOORT
def test_everyone_may_put_a_question_off(soort: Soort) -> None:
    assert parse_antwoord(make(soort, verplicht=Verplicht.JA), " :later ", TODAY) == Antwoord(Stand.LATER)


@EVERY_SOORT
@pytest.mark.parametrize("empty", ["", "  \t\n", "\x1b[31m", []], ids=["nothing", "blanks", "escape", "empty-list"])
def test_an_empty_answer_skips_a_question_that_may_be_skipped(soort: Soort, empty: Raw) -> None:
    for verplicht in (Verplicht.NEE, Verplicht.AANGERADEN):
        assert parse_antwoord(make(soort, verplicht=verplicht), empty, TODAY) == Antwoord(Stand.LEEG)


@EVERY_SOORT
@pytest.mark.parametrize("empty", ["", "  \t\n", "\x1b[31m", []], ids=["nothing", "blanks", "escape", "empty-list"])
def test_an_empty_answer_is_refused_where_one_is_needed(soort: Soort, empty: Raw) -> None:
    with pytest.raises(RefusedAnswer, match="nodig") as caught:
        parse_antwoord(make(soort, verplicht=Verplicht.JA), empty, TODAY)
    assert "weet ik nog niet" in caught.value.hint


AWKWARD = st.text(st.sampled_from("a 1;|,:\n\r\t\x00\x07\x1b[]m\x85\x9b\u202e\u2028\ufeff") | st.characters())
RECORDS = st.lists(
    st.fixed_dictionaries(
        {"naam": AWKWARD.map(lambda text: f"J{text}")},
        optional={"datum": st.dates().map(date.isoformat), "aantal": st.integers(0, 10**12 - 1).map(str)},
    ),
    min_size=1,
)
RAW: dict[Soort, st.SearchStrategy[Raw]] = {
    Soort.TEKST: AWKWARD,
    Soort.LANGE_TEKST: AWKWARD,
    Soort.JA_NEE: st.sampled_from(["j", "J", "ja", "n", "Nee", "yes", "no"]),
    Soort.KEUZE: st.sampled_from(["1", "4", *(k.id for k in KEUZES), *(k.tekst for k in KEUZES)]),
    Soort.MEERKEUZE: st.lists(st.sampled_from(["1", "2", "3", "groen", "verkeer"]), min_size=1).map(" ".join),
    Soort.BEDRAG: st.integers(0, 10**9 - 1).map(lambda amount: f"€ {amount:,}".replace(",", ".")),
    Soort.GETAL: st.integers(0, 10**12 - 1).map(lambda amount: f"ca. {amount:,}".replace(",", ".")),
    Soort.DATUM: st.dates().map(date.isoformat) | st.sampled_from(["eind maart", "vrijdag", "over 2 weken"]),
    Soort.LIJST: RECORDS | st.lists(AWKWARD.map(lambda text: f"J{text}".replace(";", "")), min_size=1).map("|".join),
}


@EVERY_SOORT
@given(data=st.data())
def test_an_accepted_answer_is_accepted_again_and_stays_the_same(soort: Soort, data: st.DataObject) -> None:
    vraag = make(soort)
    try:
        once = check(vraag, data.draw(RAW[soort]), TODAY)
    except RefusedAnswer:
        reject()
    assert check(vraag, once, TODAY) == once


@EVERY_SOORT
@given(raw=AWKWARD)
def test_whatever_is_typed_is_an_answer_or_a_refusal(soort: Soort, raw: str) -> None:
    vraag = make(soort)
    try:
        antwoord = parse_antwoord(vraag, raw, TODAY)
    except RefusedAnswer as error:
        assert error.hint  # noqa: PT017
    else:
        assert in_words(vraag, antwoord)


@pytest.mark.parametrize("soort", [Soort.TEKST, Soort.LANGE_TEKST, Soort.LIJST])
@given(raw=AWKWARD)
def test_control_characters_never_survive(soort: Soort, raw: str) -> None:
    try:
        waarde = check(make(soort), [{"naam": raw}] if soort is Soort.LIJST else raw, TODAY)
    except RefusedAnswer:
        reject()
    text = (
        waarde if isinstance(waarde, str) else "".join(str(part["naam"]) for part in waarde if isinstance(part, dict))
    )
    assert text
    left_over = text.replace("\n", "") if soort is Soort.LANGE_TEKST else text
    assert not any(
        unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") or char in "\u202e\ufeff" for char in left_over
    )


@pytest.mark.parametrize(
    ("soort", "waarde", "expected"),
    [
        (Soort.TEKST, "De Weide", "De Weide"),
        (Soort.LANGE_TEKST, "een\ntwee", "een\ntwee"),
        (Soort.JA_NEE, "ja", "Ja"),
        (Soort.JA_NEE, "nee", "Nee"),
        (Soort.KEUZE, "groen", "Groen en natuur"),
        (Soort.GETAL, "2030", "2030"),
        (Soort.GETAL, "12000", "12.000"),
        (Soort.GETAL, "350", "350"),
        (Soort.DATUM, "2027-01-31", "zondag 31 januari 2027"),
        (Soort.LIJST, ({"naam": "Jan", "datum": "2027-01-31"}, {"naam": "Piet"}), "Jan (zondag 31 januari 2027); Piet"),
    ],
)
def test_an_answer_reads_as_people_say_it(soort: Soort, waarde: Waarde, expected: str) -> None:
    assert in_words(make(soort), Antwoord(Stand.GEGEVEN, waarde)) == expected


def test_a_yes_in_a_lijst_says_to_what() -> None:
    velden = (Vraag("post", "Post", "Waarvoor?", Soort.TEKST), Vraag("zeker", "Toegezegd", "Zeker?", Soort.JA_NEE))
    vraag = Vraag("geld", "Geld", "Wat kost het?", Soort.LIJST, velden=velden)
    said = Antwoord(Stand.GEGEVEN, ({"post": "Zaal", "zeker": "ja"},))
    assert in_words(vraag, said) == "Zaal (toegezegd: ja)"


def test_a_meerkeuze_reads_as_the_words_of_its_keuzes_in_their_order() -> None:
    as_read = in_words(make(Soort.MEERKEUZE), Antwoord(Stand.GEGEVEN, ("groen", "verkeer", "niets"))).lower()
    places = [as_read.index(keuze.tekst.lower()) for keuze in KEUZES if keuze.id != "water-en-hitte"]
    assert places == sorted(places)
    assert "water" not in as_read


@pytest.mark.parametrize(
    ("antwoord", "expected"),
    [
        (Antwoord(Stand.WEET_NIET), WEET_NIET),
        (Antwoord(Stand.LATER), "Voor later"),
        (Antwoord(Stand.LEEG), OVERGESLAGEN),
        (
            Antwoord(Stand.ONEENS, alternatieven=(Alternatief("groen", "Jan"), Alternatief("niets"))),
            "We zijn het nog niet eens: Groen en natuur (Jan) / Niets bijzonders",
        ),
    ],
    ids=["unknown", "later", "skipped", "disagreed"],
)
def test_an_answer_without_a_value_reads_as_what_we_know(antwoord: Antwoord, expected: str) -> None:
    assert in_words(make(Soort.KEUZE), antwoord) == expected


@pytest.mark.parametrize(
    ("soort", "waarde"),
    [
        (Soort.JA_NEE, "misschien"),
        (Soort.KEUZE, "weg"),
        (Soort.KEUZE, ("groen", "weg")),
        (Soort.MEERKEUZE, "weg"),
        (Soort.MEERKEUZE, ({"naam": "weg"},)),
        (Soort.GETAL, "weg"),
        (Soort.DATUM, "2026-13-45"),
        (Soort.TEKST, ({"naam": "Jan"},)),
        (Soort.LIJST, "weg"),
        (Soort.LIJST, ("Jan", "Piet")),
        (Soort.LIJST, ({"vroeger-veld": "Jan"},)),
    ],
)
def test_a_stored_value_that_does_not_fit_any_more_is_still_shown(soort: Soort, waarde: Waarde) -> None:
    shown = waarde_in_words(make(soort), waarde)
    for part in [waarde] if isinstance(waarde, str) else waarde:
        for text in [part] if isinstance(part, str) else part.values():
            assert text in shown or text == "groen"


def test_an_endless_number_in_the_file_can_be_shown() -> None:
    assert in_words(make(Soort.GETAL), Antwoord(Stand.GEGEVEN, "9" * 5_000))


TEKST = st.text() | st.sampled_from(["ja", "groen", "2027-01-31", "1200", "٣", "²"])
WAARDEN: st.SearchStrategy[Waarde] = (
    TEKST
    | st.lists(TEKST, max_size=4).map(tuple)
    | st.lists(st.dictionaries(st.sampled_from(["naam", "datum", "aantal", "weg"]), TEKST), max_size=4).map(tuple)
)


@EVERY_SOORT
@given(waarde=WAARDEN, other=WAARDEN, stand=st.sampled_from(Stand))
def test_any_stored_answer_can_be_shown(soort: Soort, waarde: Waarde, other: Waarde, stand: Stand) -> None:
    antwoord = Antwoord(stand, waarde, alternatieven=(Alternatief(waarde), Alternatief(other, "Jan")))
    assert isinstance(in_words(make(soort), antwoord), str)


def test_a_weekday_that_is_not_on_that_date_is_refused_with_both_possibilities() -> None:
    with pytest.raises(RefusedAnswer) as refusal:
        checked(Soort.DATUM, "zondag 1 mei 2027")
    assert "zaterdag 1 mei 2027" in refusal.value.message
    assert refusal.value.hint == "Typ 1-5-2027, of 2-5-2027 als je die weekdag bedoelt."


@pytest.mark.parametrize(
    ("typed", "chosen"),
    [
        ("1.", ("a",)), ("1 en 2", ("a", "b")), ("1, 2 en 3", ("a", "b", "c")), ("1 t/m 3", ("a", "b", "c")),
        ("2-3", ("b", "c")), ("alle", ("a", "b", "c")), ("Alles.", ("a", "b", "c")),
    ],
)  # fmt: skip
def test_several_keuzes_are_named_by_number_as_people_do(typed: str, chosen: tuple[str, ...]) -> None:
    keuzes = (Keuze("a", "Aa"), Keuze("b", "Bb"), Keuze("c", "Cc"), Keuze("niets", "Niets", alleen=True))
    vraag = Vraag("x", "X", "Welke?", Soort.MEERKEUZE, keuzes=keuzes)
    assert check(vraag, typed, date(2026, 11, 25)) == chosen
