"""A plan without personal data: nothing that says who somebody is comes through, in any format."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from helpers import complete
from helpers.world import Wereld

from routekaart_cli.documents.formats import PLAN
from routekaart_cli.domain.antwoorden import Alternatief, Antwoord, Project, Stand
from routekaart_cli.domain.routekaart import Soort, Vraag
from routekaart_cli.inhoud.folder import Inhoud
from routekaart_cli.plan import personen
from routekaart_cli.project import to_yaml

DOCUMENTEN = {"agenda": ["agenda"], **{deel.naam: ["export", "-", "--formaat", deel.naam] for deel in PLAN}}
"""Every document that can be made without people, and how."""
KANARIE = "kanarie"
PERSOON = re.compile(
    r"\b(wie|naam|namen|contact|contactpersoon|mailadres|telefoonnummer|aanspreekpunt|notitie|woordvoerder)\b"
)
GEEN_PERSOON = {
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
    gevonden = []
    for vraag in inhoud.vragen:
        if vraag.soort is not Soort.LIJST:
            gevonden.append((vraag.id, vraag, vraag.persoonsgegeven))
        gevonden += [
            (f"{vraag.id}.{veld.id}", veld, vraag.persoonsgegeven or veld.persoonsgegeven) for veld in vraag.velden
        ]
    return gevonden


def kanaries(inhoud: Inhoud, stand: Stand) -> Project:
    """Return a project with a canary wherever a person can be; when the *stand* is ONEENS, as two opinions."""
    persoonlijk = {naam for naam, _, is_persoon in velden(inhoud) if is_persoon}
    gevuld = complete.project(inhoud, lambda naam: f"{KANARIE}-{naam}" if naam in persoonlijk else f"gewoon {naam}")
    antwoorden = {}
    for naam, gegeven in gevuld.antwoorden.items():
        rijen = gegeven.waarde
        if isinstance(rijen, tuple) and isinstance(rijen[0], dict):
            rijen = ({**rijen[0], "vreemd": f"{KANARIE}-vreemd-veld"},)
        if stand is Stand.ONEENS and inhoud.zoek_vraag(naam).soort in (Soort.TEKST, Soort.LANGE_TEKST, Soort.LIJST):
            kanten = tuple(Alternatief(rijen, f"{KANARIE}-{kant}", {"x": f"{KANARIE}-kant"}) for kant in ("a", "b"))
            antwoorden[naam] = Antwoord(Stand.ONEENS, "", gegeven.gewijzigd, f"{KANARIE}-door", kanten)
        else:
            antwoorden[naam] = gegeven._replace(
                waarde=rijen, door=f"{KANARIE}-door", onbekend={"extra": f"{KANARIE}-sleutel"}
            )
    antwoorden["vraag.die.weg.is"] = Antwoord(Stand.GEGEVEN, f"{KANARIE}-weg")
    return Project(antwoorden, onbekend={"vreemd": f"{KANARIE}-bestand"})


@pytest.mark.parametrize("document", DOCUMENTEN)
@pytest.mark.parametrize("stand", [Stand.GEGEVEN, Stand.ONEENS])
def test_no_canary_comes_through(
    wereld: Wereld, inhoud: Inhoud, document: str, stand: Stand, record_property: Callable[[str, object], None]
) -> None:
    tekst = to_yaml.dump(kanaries(inhoud, stand))
    wereld.bestand.write_text(tekst, encoding="utf-8")
    uitkomst = wereld.run(*DOCUMENTEN[document], "--zonder-persoonsgegevens")
    assert uitkomst.code == 0, uitkomst.fout
    assert KANARIE not in re.sub(r"\r?\n[ \t]|\\", "", uitkomst.uit).lower()
    assert KANARIE not in uitkomst.fout.lower()
    record_property("canaries looked for", tekst.count(KANARIE))
    record_property("documents without a canary", [document])


@pytest.mark.parametrize("stand", [Stand.GEGEVEN, Stand.ONEENS])
def test_every_canary_sings_in_a_plan_with_people(wereld: Wereld, inhoud: Inhoud, stand: Stand) -> None:
    """The other test looks for something that is there: each personal field does come out when it may."""
    wereld.bestand.write_text(to_yaml.dump(kanaries(inhoud, stand)), encoding="utf-8")
    plan = wereld.run("export", "-", "--formaat", "json").uit
    for naam, vraag, is_persoon in velden(inhoud):
        if is_persoon and vraag.soort in (Soort.TEKST, Soort.LANGE_TEKST):
            assert f"{KANARIE}-{naam}" in plan, naam


def test_every_field_that_sounds_personal_is_marked_so(inhoud: Inhoud) -> None:
    for naam, vraag, is_persoon in velden(inhoud):
        woorden = f"{naam.rpartition('.')[2]} {vraag.kort} {vraag.vraag}".lower()
        if vraag.soort in (Soort.TEKST, Soort.LANGE_TEKST) and PERSOON.search(woorden):
            assert is_persoon != (naam in GEEN_PERSOON), naam


def test_what_is_not_personal_stays(zonnehoek: Wereld) -> None:
    plan = zonnehoek.run("export", "-", "--zonder-persoonsgegevens").uit
    for tekst in (
        "| Woningcorporatie De Brug | 96 huurhuizen goed renoveren, met tevreden huurders |",
        "De velden voor namen, contact en notities zijn weggelaten.",
        "- De gemeenteraad\n",
        "| 2.3 Koppel plannen | vrijdag 13 november 2026 (datum voorbij) |",
    ):
        assert tekst in plan
    assert "nog af te spreken | nog" not in plan
    assert "Fatima" not in plan


def test_the_command_says_what_it_left_out(zonnehoek: Wereld) -> None:
    gezegd = " ".join(zonnehoek.run("export", "--zonder-persoonsgegevens").fout.split())
    assert re.search(
        r"Weggelaten: \d+ namen en contactgegevens, \d+ notities en \d+ keer wie het antwoord gaf\.", gezegd
    )
    assert "in eigen zinnen kan nog een naam of telefoonnummer staan. Kijk vooral bij: 'Onze werkwijze'" in gezegd
    tellen = zonnehoek.run("export", "-", "--zonder-persoonsgegevens", "--json").gegevens["weggelaten"]
    assert set(tellen) == {"namen", "notities", "wie-zei-het"}


@pytest.mark.parametrize(
    ("doel", "verdacht"),
    [
        ("Bel 06-12345678", True), ("Bel 06 12 34 56 78.", True), ("+31 (0)6 12345678", True),
        ("(0570) 12 34 56", True), ("0031612345678", True), ("mail kees@voorbeeld.example", True),
        ("Klaar op 01-02-2027", False), ("320 woningen in 2030", False), ("NL91ABNA0417164300", False),
        ("10.000 euro @ huis", False),
    ],
)  # fmt: skip
def test_a_way_to_reach_somebody_in_their_own_words_is_pointed_at(wereld: Wereld, doel: str, *, verdacht: bool) -> None:
    wereld.start(f"groep.doel={doel}")
    gezegd = " ".join(wereld.run("export", "--zonder-persoonsgegevens").fout.split())
    assert "In de velden voor namen, contact en notities stond niets. Lees het na" in gezegd
    assert ("Kijk vooral bij: 'Ons doel'" in gezegd) == verdacht


def test_a_command_to_type_again_is_still_without_people(zonnehoek: Wereld) -> None:
    for opdracht, naam in (("export", "delen.json"), ("export", "delen.md"), ("agenda", "delen.md")):
        (zonnehoek.map / naam).write_text("van ons", encoding="utf-8")
        gezegd = " ".join(zonnehoek.run(opdracht, naam, "--zonder-persoonsgegevens").fout.split())
        assert f"routekaart {opdracht} --zonder-persoonsgegevens {naam} --overschrijf" in gezegd


def test_an_answer_that_was_given_does_not_become_an_open_point(inhoud: Inhoud) -> None:
    vraag = inhoud.zoek_vraag("groep.woordvoerder")
    over, weg, _ = personen.zonder([vraag], {vraag.id: Antwoord(Stand.GEGEVEN, "Fatima")})
    assert over[vraag.id] == Antwoord(Stand.GEGEVEN, "")
    assert weg == {personen.NAMEN: 1}


def test_a_row_that_somebody_wrote_as_a_text_loses_its_name_too(inhoud: Inhoud) -> None:
    vraag = inhoud.zoek_vraag("opstarten.gezamenlijke-ambitie.helpers")
    over, _, _ = personen.zonder([vraag], {vraag.id: Antwoord(Stand.GEGEVEN, "Samira")})
    assert over[vraag.id].waarde == ()


def test_a_row_about_somebody_goes_when_only_what_was_chosen_is_left(inhoud: Inhoud) -> None:
    helpers = inhoud.zoek_vraag("opstarten.gezamenlijke-ambitie.helpers")
    over, _, _ = personen.zonder(
        [helpers], {helpers.id: Antwoord(Stand.GEGEVEN, ({"naam": "Samira", "waarbij": "af-en-toe"},))}
    )
    assert over[helpers.id].waarde == ()
    activiteiten = inhoud.zoek_vraag("uitvoeren.hou-de-energie-in-de-wijk.activiteiten")
    koken = Antwoord(Stand.GEGEVEN, ({"activiteit": "koken", "wie": "Tom"},))
    assert personen.zonder([activiteiten], {activiteiten.id: koken}).antwoorden[activiteiten.id].waarde == (
        {"activiteit": "koken"},
    )
