"""A plan without personal data: nothing that says who somebody is comes through, in any format."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from helpers import complete
from helpers.world import World

from routekaart_cli.documents.formats import PLAN
from routekaart_cli.domain.antwoorden import Alternatief, Antwoord, Project, Stand
from routekaart_cli.domain.routekaart import Delen, Soort, Vraag
from routekaart_cli.inhoud import find
from routekaart_cli.inhoud.folder import Inhoud
from routekaart_cli.plan import personen
from routekaart_cli.project import to_yaml

DOCUMENTS = {"agenda": ["agenda"], **{part.naam: ["export", "-", "--formaat", part.naam] for part in PLAN}}
"""Every document that can be made without people, and how."""
CANARY = "kanarie"
PERSON = re.compile(
    r"\b(wie|naam|namen|contact|contactpersoon|mailadres|telefoonnummer|aanspreekpunt|notitie|woordvoerder)\b"
)
NO_PERSON = {
    "wijk.naam": "a wijk",
    "groep.naam": "a group",
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
    assert CANARY not in re.sub(r"\r?\n[ \t]|\\", "", outcome.stdout).lower()
    assert CANARY not in outcome.stderr.lower()
    record_property("canaries looked for", text.count(CANARY))
    record_property("documents without a canary", [document])


@pytest.mark.parametrize("stand", [Stand.GEGEVEN, Stand.ONEENS])
def test_every_canary_sings_in_a_plan_with_people(world: World, inhoud: Inhoud, stand: Stand) -> None:
    """The other test looks for something that is there: each personal field does come out when it may."""
    world.bestand.write_text(to_yaml.dump(canaries(inhoud, stand)), encoding="utf-8")
    plan = world.run("export", "-", "--formaat", "json").stdout
    for name, vraag, is_person in velden(inhoud):
        if is_person and vraag.soort in (Soort.TEKST, Soort.LANGE_TEKST):
            assert f"{CANARY}-{name}" in plan, name


def test_every_field_that_sounds_personal_is_marked_so(inhoud: Inhoud) -> None:
    for name, vraag, is_person in velden(inhoud):
        words = f"{name.rpartition('.')[2]} {vraag.kort} {vraag.vraag}".lower()
        if vraag.soort in (Soort.TEKST, Soort.LANGE_TEKST) and PERSON.search(words):
            assert is_person != (name in NO_PERSON), name


def test_what_is_not_personal_stays(small: World) -> None:
    plan = small.run("export", "-", "--zonder-persoonsgegevens").stdout
    for text in (
        "| De school | Bewoners |",
        "De velden voor namen, contact en notities zijn weggelaten.",
        "  - Ja\n  - Nee\n",
        "| 1.2 Kies een doel | zondag 1 november 2026 (datum voorbij) |",
    ):
        assert text in plan
    assert "nog af te spreken | nog" not in plan
    assert "Fatima" not in plan


def test_the_command_says_what_it_left_out(zonnehoek: World) -> None:
    said = " ".join(zonnehoek.run("export", "--zonder-persoonsgegevens").stderr.split())
    assert re.search(r"Weggelaten: \d+ namen en contactgegevens, \d+ notities en \d+ keer wie het antwoord gaf\.", said)
    assert "in eigen zinnen kan nog een naam of telefoonnummer staan. Kijk vooral bij: 'Onze werkwijze'" in said
    counting = zonnehoek.run("export", "-", "--zonder-persoonsgegevens", "--json").gegevens["weggelaten"]
    assert set(counting) == {"namen", "notities", "wie-zei-het"}


@pytest.mark.parametrize(
    ("target", "suspects"),
    [
        ("Bel 06-12345678", True), ("Bel 06 12 34 56 78.", True), ("+31 (0)6 12345678", True),
        ("(0570) 12 34 56", True), ("0031612345678", True), ("mail kees@voorbeeld.example", True),
        ("Klaar op 01-02-2027", False), ("320 woningen in 2030", False), ("NL91ABNA0417164300", False),
        ("10.000 euro @ huis", False),
    ],
)  # fmt: skip
def test_a_way_to_reach_somebody_in_their_own_words_is_pointed_at(world: World, target: str, *, suspects: bool) -> None:
    world.start(f"groep.doel={target}")
    said = " ".join(world.run("export", "--zonder-persoonsgegevens").stderr.split())
    assert "In de velden voor namen, contact en notities stond niets. Lees het na" in said
    assert ("Kijk vooral bij: 'Ons doel'" in said) == suspects


def test_a_command_to_type_again_is_still_without_people(zonnehoek: World) -> None:
    for opdracht, name in (("export", "delen.json"), ("export", "delen.md"), ("agenda", "delen.md")):
        (zonnehoek.folder / name).write_text("van ons", encoding="utf-8")
        said = " ".join(zonnehoek.run(opdracht, name, "--zonder-persoonsgegevens").stderr.split())
        assert f"routekaart {opdracht} --zonder-persoonsgegevens {name} --overschrijf" in said


def test_an_answer_that_was_given_does_not_become_an_open_point(inhoud: Inhoud) -> None:
    vraag = find.vraag(inhoud, "groep.woordvoerder")
    left_over, gone, _ = personen.without([vraag], {vraag.id: Antwoord(Stand.GEGEVEN, "Fatima")})
    assert left_over[vraag.id] == Antwoord(Stand.GEGEVEN, "")
    assert gone == {personen.NAMES: 1}


def test_a_row_that_somebody_wrote_as_a_text_loses_its_name_too(inhoud: Inhoud) -> None:
    vraag = find.vraag(inhoud, "opstarten.gezamenlijke-ambitie.helpers")
    left_over, _, _ = personen.without([vraag], {vraag.id: Antwoord(Stand.GEGEVEN, "Samira")})
    assert left_over[vraag.id].waarde == ()


def test_a_row_about_somebody_goes_when_only_what_was_chosen_is_left(inhoud: Inhoud) -> None:
    helpers = find.vraag(inhoud, "opstarten.gezamenlijke-ambitie.helpers")
    left_over, _, _ = personen.without(
        [helpers], {helpers.id: Antwoord(Stand.GEGEVEN, ({"naam": "Samira", "waarbij": "af-en-toe"},))}
    )
    assert left_over[helpers.id].waarde == ()
    activiteiten = find.vraag(inhoud, "uitvoeren.hou-de-energie-in-de-wijk.activiteiten")
    cooking = Antwoord(Stand.GEGEVEN, ({"activiteit": "koken", "wie": "Tom"},))
    assert personen.without([activiteiten], {activiteiten.id: cooking}).antwoorden[activiteiten.id].waarde == (
        {"activiteit": "koken"},
    )
