"""Who reads it: what a reader may not see comes through in no format, and what is left to look at is pointed at."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import pytest
from helpers import complete
from helpers.office import text_of
from helpers.world import World

from routekaart_cli.documents.formats import PLAN
from routekaart_cli.domain.antwoorden import Alternatief, Antwoord, Project, Stand
from routekaart_cli.domain.routekaart import Delen, Soort, Vraag
from routekaart_cli.inhoud import find
from routekaart_cli.inhoud.folder import Inhoud
from routekaart_cli.plan import lezers
from routekaart_cli.plan.records import Lezer
from routekaart_cli.project import to_yaml

BINARY = ("docx", "pdf", "xlsx")
DOCUMENTS = {
    "agenda": ["agenda"],
    **{
        part.naam: ["export", f"plan.{part.naam}" if part.naam in BINARY else "-", "--formaat", part.naam]
        for part in PLAN
    },
}
"""Every document that can be made without people, and how."""
CANARY = "kanarie"
PERSON = re.compile(
    r"\b(wie|naam|namen|contact|contactpersoon|mailadres|telefoonnummer|aanspreekpunt|notitie|woordvoerder)\b"
)
NO_PERSON = {
    "wijk.naam": "a wijk",
    "groep.naam": "a group",
    "geld.begroting.wie-betaalt": "an organisation",
    "overheid.opdracht": "a task, not who has it",
    "opstarten.nodig-partners-uit.partners.naam": "an organisation",
    "opstarten.gezamenlijke-ambitie.nog-erbij": "parties",
    "plan-maken.verken-wat-jullie-kunnen-doen.ideeen.met-wie": "a partner",
    "plan-maken.koppel-plannen.combinatie": "work to combine",
    "verdiepen.businesscase.scenarios.naam": "a scenario",
    "verdiepen.stappenplan.kosten.betaler": "a party",
    "uitvoeren.draagkracht.kleine-stappen.voor-wie": "a group of people",
}
"""Fields that sound as if they were about a person, and are not; each of them is still there."""


def velden(inhoud: Inhoud) -> list[tuple[str, Vraag, bool]]:
    """Return every vraag and every field of a lijst: its id, itself, and whether it is personal."""
    found = []
    for vraag in inhoud.vragen:
        if vraag.soort is not Soort.LIJST:
            found.append((vraag.id, vraag, vraag.delen is not Delen.JA))
        found += [(f"{vraag.id}.{veld.id}", veld, {vraag.delen, veld.delen} != {Delen.JA}) for veld in vraag.velden]
    return found


def canaries(inhoud: Inhoud, stand: Stand) -> Project:
    """Return a project with a canary wherever a person can be; when the *stand* is ONEENS, as two opinions."""
    personal = {name for name, _, is_person in velden(inhoud) if is_person}
    filled = complete.project(inhoud, lambda name: f"{CANARY}-{name}" if name in personal else f"gewoon {name}")
    antwoorden = {}
    for name, given in filled.antwoorden.items():
        rows = given.waarde
        if isinstance(rows, tuple) and isinstance(rows[0], dict):
            rows = ({**rows[0], "vreemd": f"{CANARY}-vreemd-veld"},)
        if stand is Stand.ONEENS and find.vraag(inhoud, name).soort in (Soort.TEKST, Soort.LANGE_TEKST, Soort.LIJST):
            sides = tuple(Alternatief(rows, f"{CANARY}-{side}", {"x": f"{CANARY}-kant"}) for side in ("a", "b"))
            antwoorden[name] = Antwoord(Stand.ONEENS, "", given.gewijzigd, f"{CANARY}-door", sides)
        else:
            antwoorden[name] = given._replace(
                waarde=rows, door=f"{CANARY}-door", unknown={"extra": f"{CANARY}-sleutel"}
            )
    antwoorden["vraag.die.weg.is"] = Antwoord(Stand.GEGEVEN, f"{CANARY}-weg")
    return Project(antwoorden, unknown={"vreemd": f"{CANARY}-bestand"})


@pytest.mark.parametrize("document", DOCUMENTS)
@pytest.mark.parametrize("stand", [Stand.GEGEVEN, Stand.ONEENS])
def test_no_canary_comes_through(
    world: World, inhoud: Inhoud, document: str, stand: Stand, record_property: Callable[[str, object], None]
) -> None:
    text = to_yaml.dump(canaries(inhoud, stand))
    world.bestand.write_text(text, encoding="utf-8")
    outcome = world.run(*DOCUMENTS[document], "--zonder-persoonsgegevens")
    assert outcome.code == 0, outcome.stderr
    made = world.folder / f"plan.{document}"
    seen = text_of(made.read_bytes()) if document in BINARY else outcome.stdout
    assert CANARY not in re.sub(r"\r?\n[ \t]|\\", "", seen).lower()
    assert CANARY not in outcome.stderr.lower()
    record_property("canaries looked for", text.count(CANARY))
    record_property("documents without a canary", [document])


@pytest.mark.parametrize("stand", [Stand.GEGEVEN, Stand.ONEENS])
def test_every_canary_sings_in_a_plan_with_people(world: World, inhoud: Inhoud, stand: Stand) -> None:
    """The other test looks for something that is there: each personal field does come out when it may."""
    world.bestand.write_text(to_yaml.dump(canaries(inhoud, stand)), encoding="utf-8")
    plan = world.run("export", "-", "--formaat", "json", "--voor", "ons").stdout
    for name, vraag, is_person in velden(inhoud):
        if is_person and vraag.soort in (Soort.TEKST, Soort.LANGE_TEKST):
            assert f"{CANARY}-{name}" in plan, name


def test_every_field_that_sounds_personal_is_marked_so(inhoud: Inhoud) -> None:
    for name, vraag, is_person in velden(inhoud):
        words = f"{name.rpartition('.')[2]} {vraag.kort} {vraag.vraag}".lower()
        if vraag.soort in (Soort.TEKST, Soort.LANGE_TEKST) and PERSON.search(words):
            assert is_person != (name in NO_PERSON), name


def test_the_gemeente_sees_first_names_and_the_woordvoerder_whole(zonnehoek: World) -> None:
    plan = zonnehoek.run("export", "-", "--volledig").stdout
    assert "Vragen? Fatima El Amrani" in plan
    assert "| Ravi |" in plan
    for gone in ("Ramdin", "ravi@voorbeeld", "06-00000001", "Petra was ziek", "dit zegt", "(Kees)"):
        assert gone not in plan, gone
    assert "Basisschool Het Kompas" in plan


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("Annie Hoekstra en Tom Verhagen", "Annie en Tom"), ("De hele kerngroep", "De hele kerngroep"),
        ("Marloes de Wit", "Marloes"), ("Fatima El Amrani, 06-12345678", "Fatima"), ("Kees", "Kees"),
        ("Kees De Vries", "Kees"), ("Joost Meijerink, team Duurzaam", "Joost, team Duurzaam"),
        ("Basisschool Het Kompas", "Basisschool Het Kompas"), ("王伟", "王伟"), ("", ""),
    ],
)  # fmt: skip
def test_a_name_becomes_a_first_name_and_what_is_no_name_stays(typed: str, seen: str) -> None:
    assert lezers.first_names(typed, {"kees"}) == seen


@pytest.mark.parametrize(
    ("args", "lezer"),
    [
        ((), "gemeente"), (("--voor", "ons"), "ons"), (("--voor", "IEDEREEN"), "iedereen"),
        (("--zonder-persoonsgegevens",), "iedereen"), (("--voor", "iedereen", "--zonder-persoonsgegevens"), "iedereen"),
    ],
)  # fmt: skip
def test_the_reader_is_the_gemeente_unless_another_is_named(small: World, args: tuple[str, ...], lezer: str) -> None:
    assert small.run("export", "-", "--json", *args).gegevens["voor"] == lezer


@pytest.mark.parametrize("args", [("--voor", "gemente"), ("--voor", "ons", "--zonder-persoonsgegevens")])
def test_a_reader_that_is_not_there_or_that_contradicts_is_refused(small: World, args: tuple[str, ...]) -> None:
    outcome = small.run("export", *args)
    assert outcome.code == 2
    assert "iedereen" in outcome.stderr


def test_the_command_says_what_it_left_out_and_what_to_look_at(zonnehoek: World) -> None:
    said = " ".join(zonnehoek.run("export").stderr.split())
    assert re.search(r"Weggelaten: \d+ namen en contactgegevens, \d+ notities en \d+ keer wie het antwoord gaf\.", said)
    assert "Wie aan het eind beslist: daar zijn jullie het niet over eens" in said
    assert "2.3 Koppel plannen: de datum 13 november 2026 is voorbij" in said
    assert "Dit is niet alles. Lees het ook zelf na." in said
    counting = zonnehoek.run("export", "-", "--voor", "iedereen", "--json").gegevens["weggelaten"]
    assert set(counting) == {"namen", "notities", "wie-zei-het"}


@pytest.mark.parametrize(
    ("target", "found"),
    [
        ("Bel 06-12345678", "06-12345678"), ("Bel 06 12 34 56 78.", "06 12 34 56 78"),
        ("+31 (0)6 12345678", "+31 (0)6 12345678"), ("0570\u20131234567", "0570\u20131234567"),
        ("NL91ABNA0417164300", "0417164300"),
        ("mail kees@voorbeeld.example", "kees@voorbeeld.example"),
        ("Klaar op 01-02-2027", ""), ("320 woningen in 2030", ""), ("10.000 euro @ huis", ""),
        ("Bo regelt het", "Bo"), ("wij vragen FATIMA", "FATIMA"),
        ("\u738b\u4f1f\u8bf4\u597d", "\u738b\u4f1f\u8bf4\u597d"),
        ("Ze zijn samen", ""),
    ],
)  # fmt: skip
def test_a_name_or_a_way_to_reach_somebody_in_their_own_words_is_pointed_at(
    world: World, target: str, found: str
) -> None:
    world.start(f"groep.doel={target}", "groep.mensen=Fatima El Amrani; Bo; \u738b\u4f1f")
    suspects = world.run("export", "-", "--voor", "iedereen", "--json").gegevens["verdacht"]
    assert suspects == ([{"vraag": "groep.doel", "gevonden": [found]}] if found else [])


def test_a_command_to_type_again_is_still_for_the_same_reader(zonnehoek: World) -> None:
    for opdracht, name in (("export", "delen.json"), ("export", "delen.md"), ("agenda", "delen.md")):
        (zonnehoek.folder / name).write_text("van ons", encoding="utf-8")
        said = " ".join(zonnehoek.run(opdracht, name, "--zonder-persoonsgegevens").stderr.split())
        assert f"routekaart {opdracht} --voor iedereen {name} --overschrijf" in said


def seen(inhoud: Inhoud, vraag_id: str, antwoord: Antwoord) -> tuple[Antwoord, Mapping[str, int]]:
    """Return what everybody sees of *antwoord*, and what was left out."""
    vraag = find.vraag(inhoud, vraag_id)
    left_over, gone, _ = lezers.select([vraag], {vraag.id: antwoord}, Lezer.IEDEREEN)
    return left_over[vraag.id], gone


def test_an_answer_that_was_given_does_not_become_an_open_point(inhoud: Inhoud) -> None:
    left_over, gone = seen(inhoud, "groep.woordvoerder", Antwoord(Stand.GEGEVEN, "Fatima"))
    assert left_over == Antwoord(Stand.GEGEVEN, "")
    assert gone == {lezers.NAMES: 1}


def test_a_row_that_somebody_wrote_as_a_text_loses_its_name_too(inhoud: Inhoud) -> None:
    left_over, _ = seen(inhoud, "opstarten.gezamenlijke-ambitie.helpers", Antwoord(Stand.GEGEVEN, "Samira"))
    assert left_over.waarde == ()


def test_a_row_about_somebody_goes_when_only_what_was_chosen_is_left(inhoud: Inhoud) -> None:
    helper = Antwoord(Stand.GEGEVEN, ({"naam": "Samira", "waarbij": "af-en-toe"},))
    assert seen(inhoud, "opstarten.gezamenlijke-ambitie.helpers", helper)[0].waarde == ()
    cooking = Antwoord(Stand.GEGEVEN, ({"activiteit": "koken", "wie": "Tom"},))
    left_over, _ = seen(inhoud, "uitvoeren.hou-de-energie-in-de-wijk.activiteiten", cooking)
    assert left_over.waarde == ({"activiteit": "koken"},)
