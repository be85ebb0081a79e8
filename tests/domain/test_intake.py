"""The intake: which vraag is next, which answers count, and how many are still to come."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from random import Random
from typing import Any

import pytest
from helpers.walking import next_vraag
from hypothesis import given
from hypothesis import strategies as st

from routekaart_cli.domain import intake
from routekaart_cli.domain.antwoorden import Alternatief, Antwoord, Antwoorden, Stand, Waarde
from routekaart_cli.domain.routekaart import Adviesregel, Deel, Intake, Keuze, Soort, Verplicht, Voorwaarde, Vraag
from routekaart_cli.inhoud.folder import Inhoud

WEET_NIET = Antwoord(Stand.WEET_NIET)
ONEENS = Antwoord(Stand.ONEENS, alternatieven=(Alternatief("ja"), Alternatief("nee")))
ABC = tuple(Keuze(letter, letter.upper()) for letter in "abc")


def make(vraag_id: str, soort: Soort = Soort.JA_NEE, als: dict[str, str] | None = None, **rest: Any) -> Vraag:
    """Return a vraag that is asked when *als* holds: the id of an earlier vraag to its values, `a b` for a or b."""
    if soort in (Soort.KEUZE, Soort.MEERKEUZE):
        rest.setdefault("keuzes", ABC)
    return Vraag(vraag_id, vraag_id, f"{vraag_id}?", soort, als=voorwaarden(als or {}), **rest)


def voorwaarden(als: dict[str, str]) -> tuple[Voorwaarde, ...]:
    return tuple(Voorwaarde(vraag, tuple(waarden.split())) for vraag, waarden in als.items())


def said(**waarden: Waarde | Antwoord) -> dict[str, Antwoord]:
    """Return answers: a value for each id, or an `Antwoord` as it is."""
    return {name: w if isinstance(w, Antwoord) else Antwoord(Stand.GEGEVEN, w) for name, w in waarden.items()}


def ids(vragen: tuple[Vraag, ...]) -> list[str]:
    return [vraag.id for vraag in vragen]


def volgende(vragen: tuple[Vraag, ...], antwoorden: Antwoorden) -> str | None:
    vraag = next_vraag(vragen, antwoorden)
    return vraag.id if vraag else None


RIOOL = (
    make("riool"),
    make("wanneer", Soort.TEKST, {"riool": "ja"}),
    make("wie", Soort.MEERKEUZE),
    make("hoe", Soort.TEKST, {"wie": "a b"}),
    make("samen", Soort.TEKST, {"riool": "ja", "wie": "b"}),
)


@pytest.mark.parametrize(
    ("antwoorden", "expected"),
    [
        (said(), "riool"),
        (said(riool="ja"), "wanneer"),
        (said(riool="nee"), "wie"),
        (said(riool=WEET_NIET), "wie"),
        (said(riool=Antwoord(Stand.LATER)), "wie"),
        (said(riool=Antwoord(Stand.LEEG)), "wie"),
        (said(riool=ONEENS), "wie"),
        (said(riool="ja", wanneer="in 2028", wie=("a",)), "hoe"),
        (said(riool="ja", wanneer="in 2028", wie=("c",)), None),
        (said(riool="ja", wanneer="in 2028", wie=("b", "c"), hoe="bellen"), "samen"),
        (said(riool="nee", wie=("b",), hoe="bellen"), None),
        (said(wie=("b",), hoe="bellen"), "riool"),
        (said(riool="ja", wanneer="in 2028", wie=()), None),
    ],
)
def test_the_next_vraag_is_the_first_that_applies_and_has_no_answer(
    antwoorden: Antwoorden, expected: str | None
) -> None:
    assert volgende(RIOOL, antwoorden) == expected


def test_without_vragen_nothing_is_asked() -> None:
    assert next_vraag((), {}) is None
    assert intake.asked((), {}) == ()
    assert intake.remaining((), {}) == (0, 0)


def test_what_another_answer_may_tell_is_counted_as_one_that_may_come() -> None:
    vragen = (make("wijk.gemeente", Soort.TEKST), make("wijk.provincie", Soort.KEUZE))
    assert intake.remaining(vragen, {}) == (1, 2)
    typed = said(**{"wijk.gemeente": "Zwolle"})
    assert intake.remaining(vragen, typed) == (1, 1)
    followed = {"wijk.provincie": Antwoord(Stand.GEGEVEN, "a", afgeleid=True)}
    assert intake.remaining(vragen, typed | followed) == (0, 0)
    assert intake.remaining(vragen, followed) == (1, 2), "the first is asked again"


@pytest.mark.parametrize(("waarde", "asked"), [("Sanne", True), ("Nog niemand.", False), ("niemand", False)])
def test_about_nobody_nothing_more_is_asked(waarde: str, *, asked: bool) -> None:
    vragen = (make("contact", Soort.TEKST), make("opdracht", Soort.TEKST, {"contact": "ingevuld"}))
    assert ("opdracht" in ids(intake.asked(vragen, said(contact=waarde)))) is asked


def test_the_path_ends_at_the_first_open_vraag() -> None:
    assert ids(intake.asked(RIOOL, said(riool="ja"))) == ["riool", "wanneer"]
    assert ids(intake.asked(RIOOL, said(riool="nee", wie=("a",)))) == ["riool", "wie", "hoe"]
    assert ids(intake.asked(RIOOL, said(riool="nee", wie=("a",), hoe="bellen"))) == ["riool", "wie", "hoe"]


def test_a_session_goes_on_where_the_last_one_stopped() -> None:
    antwoorden: dict[str, Antwoord] = {}
    put = []
    for waarde in ("ja", "in 2028", ("b",), "bellen", "samen met de buren"):
        vraag = volgende(RIOOL, dict(antwoorden))
        assert vraag
        put.append(vraag)
        antwoorden |= said(**{vraag: waarde})
    assert put == ids(RIOOL)
    assert volgende(RIOOL, antwoorden) is None


def test_another_answer_parks_what_no_longer_applies_and_brings_it_back() -> None:
    antwoorden = said(riool="ja", wanneer="in 2028", wie=("b",), hoe="bellen", samen="met de buren")
    assert intake.parked(RIOOL, antwoorden) == ()
    different = antwoorden | said(riool="nee")
    assert intake.parked(RIOOL, different) == ("wanneer", "samen")
    assert list(intake.counted(RIOOL, different)) == ["riool", "wie", "hoe"]
    assert volgende(RIOOL, different) is None
    back = different | said(riool="ja")
    assert intake.parked(RIOOL, back) == ()
    assert intake.counted(RIOOL, back) == antwoorden


def test_an_answer_parked_by_a_parked_answer_does_not_count_either() -> None:
    vragen = (make("a"), make("b", als={"a": "ja"}), make("c", als={"b": "ja"}))
    antwoorden = said(a="nee", b="ja", c="ja")
    assert intake.parked(vragen, antwoorden) == ("b", "c")
    assert list(intake.counted(vragen, antwoorden)) == ["a"]


def test_an_answer_without_its_condition_answered_is_parked() -> None:
    vragen = (make("a"), make("b", als={"a": "ja"}))
    assert intake.parked(vragen, said(b="ja")) == ("b",)


def test_an_answer_to_a_vraag_that_does_not_exist_any_more_is_ignored() -> None:
    antwoorden = said(riool="nee", vroeger="iets")
    assert list(intake.counted(RIOOL, antwoorden)) == ["riool"]
    assert intake.parked(RIOOL, antwoorden) == ()


STAP = (
    make("status", Soort.KEUZE),
    make("eigen", als={"status": "b"}, blijft=voorwaarden({"status": "c"})),
    make("wie", Soort.TEKST, {"status": "b"}, blijft=()),
    make("gewoon", Soort.TEKST, {"status": "b"}),
    make("daarna", als={"eigen": "ja"}),
)


@pytest.mark.parametrize(
    ("status", "counting"),
    [
        ("a", ["status", "wie"]),
        ("b", ["status", "eigen", "wie", "gewoon", "daarna"]),
        ("c", ["status", "eigen", "wie", "daarna"]),
    ],
)
def test_an_answer_can_stay_when_its_vraag_is_asked_no_longer(status: str, counting: list[str]) -> None:
    antwoorden = said(status=status, eigen="ja", wie="Jan", gewoon="iets", daarna="nee")
    assert list(intake.counted(STAP, antwoorden)) == counting


def test_an_answer_that_stays_is_not_on_the_path_but_decides_what_follows() -> None:
    antwoorden = said(status="c", eigen="ja")
    assert ids(intake.asked(STAP, antwoorden)) == ["status", "daarna"]
    assert intake.remaining(STAP, antwoorden) == (1, 1)


def test_a_vraag_that_could_stay_is_not_asked_for_that() -> None:
    assert volgende(STAP, said(status="c")) is None
    assert volgende(STAP, said(status="a")) is None


def test_what_was_put_off_is_found_on_the_path_only() -> None:
    later = Antwoord(Stand.LATER)
    antwoorden = said(riool="nee", wanneer=later, wie=later)
    assert ids(intake.put_off(RIOOL, antwoorden)) == ["wie"]
    assert intake.put_off(RIOOL, said(riool=WEET_NIET)) == ()


@pytest.mark.parametrize(
    ("antwoord", "nee", "aangeraden"),
    [
        (None, False, True),
        (Antwoord(Stand.GEGEVEN, "ja"), False, False),
        (Antwoord(Stand.LEEG), False, True),
        (WEET_NIET, True, True),
        (Antwoord(Stand.LATER), True, True),
        (ONEENS, True, True),
    ],
    ids=["none", "given", "skipped", "unknown", "later", "disagreed"],
)
def test_an_open_point_is_what_we_do_not_know_or_left_out_though_advised(
    antwoord: Antwoord | None, *, nee: bool, aangeraden: bool
) -> None:
    antwoorden = {"v": antwoord} if antwoord else {}
    for verplicht, expected in ((Verplicht.NEE, nee), (Verplicht.AANGERADEN, aangeraden), (Verplicht.JA, aangeraden)):
        assert bool(intake.open_punten((make("v", verplicht=verplicht),), antwoorden)) is expected


def test_a_vraag_that_does_not_apply_is_no_open_point() -> None:
    vragen = (make("a"), make("b", als={"a": "ja"}, verplicht=Verplicht.AANGERADEN))
    assert intake.open_punten(vragen, said(a="nee")) == ()
    assert intake.open_punten(vragen, said(a="nee", b=WEET_NIET)) == ()
    assert ids(intake.open_punten(vragen, said(a="ja"))) == ["b"]


@pytest.mark.parametrize(
    ("antwoorden", "expected"),
    [
        (said(), (2, 5)),
        (said(riool="ja"), (2, 4)),
        (said(riool="nee"), (1, 2)),
        (said(riool=WEET_NIET), (1, 2)),
        (said(riool="ja", wanneer="in 2028"), (1, 3)),
        (said(riool="ja", wanneer="in 2028", wie=("a",)), (1, 1)),
        (said(riool="ja", wanneer="in 2028", wie=("b",)), (2, 2)),
        (said(riool="ja", wanneer="in 2028", wie=("c",)), (0, 0)),
        (said(wie=("c",)), (1, 2)),
    ],
)
def test_the_vragen_to_come_are_counted_over_all_paths(antwoorden: Antwoorden, expected: tuple[int, int]) -> None:
    assert intake.remaining(RIOOL, antwoorden) == expected


def test_two_vragen_that_exclude_each_other_count_as_one() -> None:
    vragen = (make("k", Soort.KEUZE), make("bij-a", als={"k": "a"}), make("bij-b", als={"k": "b"}))
    assert intake.remaining(vragen, {}) == (1, 2)
    more = (make("k", Soort.MEERKEUZE), *vragen[1:])
    assert intake.remaining(more, {}) == (1, 3)


def test_a_keuze_that_stands_alone_opens_no_path_with_another() -> None:
    keuzes = (*ABC, Keuze("niets", "Niets", alleen=True))
    vragen = (
        make("k", Soort.MEERKEUZE, keuzes=keuzes),
        make("bij-a", als={"k": "a"}),
        make("geen", als={"k": "niets"}),
    )
    assert intake.remaining(vragen, {}) == (1, 2)


def test_answers_to_other_vragen_decide_their_conditions() -> None:
    part = (make("b", als={"a": "ja"}), make("c"))
    assert intake.remaining(part, said(a="ja")) == (2, 2)
    assert intake.remaining(part, said(a="nee")) == (1, 1)
    assert intake.remaining(part, {}) == (1, 1)


def test_sixty_vragen_that_each_depend_on_another_are_counted_at_once() -> None:
    chain = tuple(make(f"v{number}", als={f"v{number - 1}": "ja"} if number else {}) for number in range(60))
    assert intake.remaining(chain, {}) == (1, 60)


def test_the_advice_is_the_first_rule_that_holds_for_the_answers_that_count() -> None:
    lines = (
        Adviesregel("drie", voorwaarden({"plan": "ja"}), "Er is een plan."),
        Adviesregel("twee", voorwaarden({"groep": "ja"}), "Er is een groep."),
        Adviesregel("een", (), "Er is nog niets."),
    )
    vragen = (make("groep"), make("plan", als={"groep": "ja"}))
    stand = Intake(Deel("stand", "Stand", vragen), (), (), "fase", lines)
    assert intake.advies(stand, {}) == ("een", "Er is nog niets.")
    assert intake.advies(stand, said(groep="ja")) == ("twee", "Er is een groep.")
    assert intake.advies(stand, said(groep="ja", plan="ja")) == ("drie", "Er is een plan.")
    assert intake.advies(stand, said(groep="nee", plan="ja")) == ("een", "Er is nog niets.")


def test_what_holds_of_some_conditions_is_told_as_it_is() -> None:
    reasons = voorwaarden({"a": "ja", "b": "x y", "c": "ja"})
    antwoorden = said(a="ja", b=("y", "z"), c=WEET_NIET)
    assert intake.past(reasons, antwoorden) == reasons[:2]
    assert not intake.applies(reasons, antwoorden)
    assert intake.applies(reasons[:2], antwoorden)
    assert intake.applies((), {})


# Random sets of vragen, with every path walked


def possible(vraag: Vraag) -> list[Antwoord]:
    """Return every answer to *vraag* that can make a difference."""
    if vraag.soort is Soort.JA_NEE:
        waarden: list[Waarde] = ["ja", "nee"]
    elif vraag.soort is Soort.KEUZE:
        waarden = [keuze.id for keuze in vraag.keuzes]
    else:
        letters = [keuze.id for keuze in vraag.keuzes]
        waarden = [part for how_many in (1, 2, 3) for part in combinations(letters, how_many)]
    return [WEET_NIET, *(Antwoord(Stand.GEGEVEN, waarde) for waarde in waarden)]


@st.composite
def vragen_lists(draw: st.DrawFn) -> tuple[Vraag, ...]:
    vragen: list[Vraag] = []
    for number in range(draw(st.integers(1, 5))):
        als = {}
        for earlier in draw(st.lists(st.sampled_from(vragen), max_size=2, unique=True)) if vragen else []:
            waarden = ["ja", "nee"] if earlier.soort is Soort.JA_NEE else ["a", "b", "c"]
            als[earlier.id] = " ".join(draw(st.lists(st.sampled_from(waarden), min_size=1, max_size=2, unique=True)))
        soort = draw(st.sampled_from([Soort.JA_NEE, Soort.KEUZE, Soort.MEERKEUZE]))
        vragen.append(make(f"v{number}", soort, als))
    return tuple(vragen)


def count_all_paths(vragen: tuple[Vraag, ...], antwoorden: Antwoorden) -> tuple[int, int]:
    """Return the fewest and the most vragen that are asked, by giving every possible answer to each."""
    vraag = next_vraag(vragen, antwoorden)
    if vraag is None:
        return 0, 0
    decided = any(voorwaarde.vraag == vraag.id for later_ones in vragen for voorwaarde in later_ones.als)
    branches = [
        count_all_paths(vragen, {**antwoorden, vraag.id: antwoord})
        for antwoord in (possible(vraag) if decided else [WEET_NIET])
    ]
    return 1 + min(fewest for fewest, _ in branches), 1 + max(most for _, most in branches)


@given(vragen=vragen_lists(), data=st.data())
def test_the_count_of_what_is_to_come_is_that_of_all_paths_walked(
    vragen: tuple[Vraag, ...], data: st.DataObject
) -> None:
    antwoorden: dict[str, Antwoord] = {}
    for _ in range(data.draw(st.integers(0, len(vragen)))):
        if vraag := next_vraag(vragen, antwoorden):
            antwoorden[vraag.id] = data.draw(st.sampled_from(possible(vraag)))
    assert intake.remaining(vragen, antwoorden) == count_all_paths(vragen, antwoorden)


@given(vragen=vragen_lists(), data=st.data())
def test_the_count_is_right_with_answers_given_in_any_order(vragen: tuple[Vraag, ...], data: st.DataObject) -> None:
    chosen = data.draw(st.sets(st.sampled_from(vragen)))
    antwoorden = {vraag.id: data.draw(st.sampled_from(possible(vraag))) for vraag in vragen if vraag in chosen}
    assert intake.remaining(vragen, antwoorden) == count_all_paths(vragen, antwoorden)


@given(vragen=vragen_lists(), data=st.data())
def test_every_answer_counts_or_is_parked_and_the_path_counts(vragen: tuple[Vraag, ...], data: st.DataObject) -> None:
    antwoorden = {vraag.id: data.draw(st.sampled_from(possible(vraag))) for vraag in vragen if data.draw(st.booleans())}
    counting, geparkeerd = intake.counted(vragen, antwoorden), intake.parked(vragen, antwoorden)
    assert sorted([*counting, *geparkeerd]) == sorted(antwoorden)
    answered = [vraag.id for vraag in intake.asked(vragen, antwoorden) if vraag.id in antwoorden]
    assert list(counting)[: len(answered)] == answered
    assert intake.counted(vragen, counting) == counting


# The content that ships


def gok(vraag: Vraag, chance: Random) -> Antwoord:
    """Return some answer to *vraag*."""
    stand = chance.choice([Stand.GEGEVEN] * 7 + [Stand.WEET_NIET, Stand.LATER, Stand.LEEG])
    if stand is not Stand.GEGEVEN:
        return Antwoord(stand)
    keuzes = [keuze.id for keuze in vraag.keuzes]
    match vraag.soort:
        case Soort.JA_NEE:
            return Antwoord(stand, chance.choice(["ja", "nee"]))
        case Soort.KEUZE:
            return Antwoord(stand, chance.choice(keuzes))
        case Soort.MEERKEUZE:
            return Antwoord(
                stand, tuple(sorted(chance.sample(keuzes, chance.randint(1, len(keuzes))), key=keuzes.index))
            )
        case Soort.LIJST:
            return Antwoord(stand, ({vraag.velden[0].id: "Jan"},))
    return Antwoord(stand, "2027-01-31" if vraag.soort is Soort.DATUM else "350")


def walk_once(vragen: tuple[Vraag, ...], chance: Random) -> Iterator[dict[str, Antwoord]]:
    """Answer each next vraag at random, and yield the answers before each of them and at the end."""
    antwoorden: dict[str, Antwoord] = {}
    yield dict(antwoorden)
    for _ in vragen:
        vraag = next_vraag(vragen, antwoorden)
        if vraag is None:
            return
        antwoorden[vraag.id] = gok(vraag, chance)
        yield dict(antwoorden)
    assert next_vraag(vragen, antwoorden) is None, "more vragen were asked than there are"


@given(chance=st.randoms(use_true_random=False))
def test_any_walk_through_the_shipped_content_ends_and_counts_every_answer(inhoud: Inhoud, chance: Random) -> None:
    *_, antwoorden = walk_once(inhoud.vragen, chance)
    assert intake.parked(inhoud.vragen, antwoorden) == ()
    assert list(intake.counted(inhoud.vragen, antwoorden)) == ids(intake.asked(inhoud.vragen, antwoorden))
    fase, reden = intake.advies(inhoud.intake, antwoorden)
    assert fase in inhoud.fase_ids
    assert reden


@given(chance=st.randoms(use_true_random=False))
def test_the_count_of_what_is_to_come_always_holds_in_the_shipped_content(inhoud: Inhoud, chance: Random) -> None:
    parts = [*(part.vragen for part in inhoud.intake.delen), *(fase.vragen for fase in inhoud.all_fasen)]
    vragen = chance.choice(parts)
    moments = list(walk_once(vragen, chance))
    previous = intake.remaining(vragen, {})
    for left_over, antwoorden in zip(range(len(moments) - 1, -1, -1), moments, strict=True):
        fewest, most = intake.remaining(vragen, antwoorden)
        assert fewest <= left_over <= most
        assert most <= previous[1]
        previous = (fewest, most)
    assert previous == (0, 0)
