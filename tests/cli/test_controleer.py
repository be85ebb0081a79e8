"""`controleer`: what is well, what is missing, what does not fit, and what only a newer routekaart knows."""

from __future__ import annotations

import re

import pytest
from helpers.world import World

from routekaart_cli.domain.antwoorden import Antwoord, Stand
from routekaart_cli.domain.routekaart import Verplicht
from routekaart_cli.project import store


def test_controleer_says_that_all_is_well_or_what_is_missing(zonnehoek: World) -> None:
    outcome = zonnehoek.run("controleer")
    assert outcome.code == 0
    assert "Nog niet eens: 1" in outcome.stdout
    assert re.search(r"Nog open: \d", outcome.stdout)
    assert len(outcome.stdout.splitlines()) <= 24
    assert zonnehoek.run("controleer", "--streng").code == 1


def test_controleer_names_what_does_not_fit_what_is_unknown_and_what_is_gone(world: World) -> None:
    world.bestand.write_text(
        "formaat: 1\nkleur: rood\nantwoorden:\n  wijk.woningen: {waarde: veel, tint: x}\n  oud.weg: {waarde: y}\n"
        "  wijk.provincie: {waarde: overijsel}\n",
        encoding="utf-8",
    )
    data = world.run("controleer", "--json").gegevens
    assert [part["id"] for part in data["past_niet"]] == ["wijk.provincie", "wijk.woningen"]
    assert data["vraag_weg"] == ["oud.weg"]
    assert data["onbekend"] == ["kleur", "wijk.woningen: tint"]
    world.start("wijk.naam=De Weide")
    after = store.load(world.bestand)
    assert after.unknown == {"kleur": "rood"}
    assert after.antwoorden["oud.weg"] == Antwoord(Stand.GEGEVEN, "y")


def test_controleer_says_that_a_newer_file_can_only_be_looked_at(world: World) -> None:
    world.bestand.write_text("formaat: 3\nantwoorden: {wijk.naam: {waarde: De Weide}}\n", encoding="utf-8")
    assert "van een nieuwere routekaart" in world.run("controleer").stdout
    assert world.run("status").code == 0
    assert world.run("start", "--geen-invoer", "--antwoord", "wijk.naam=x").code == 1


def test_an_empty_file_says_how_to_begin_again(world: World) -> None:
    world.bestand.touch()
    assert "begin opnieuw met routekaart start" in " ".join(world.run("status").stderr.split())


def test_streng_is_content_with_a_project_in_which_nothing_is_missing(world: World) -> None:
    vragen = world.run("vragen", "--json").gegevens["vragen"]
    world.bestand.write_text(
        "formaat: 1\nantwoorden:\n"
        + "".join(f"  {vraag['id']}: {{open: overgeslagen}}\n" for vraag in vragen if vraag["verplicht"] == "nee"),
        encoding="utf-8",
    )
    open_punten = world.run("controleer", "--json").gegevens["open_punten"]
    keuze = {vraag["id"]: vraag for vraag in vragen}
    for _ in range(30):
        for name in open_punten:
            vraag = keuze[name]
            world.start(
                f"{name}="
                + (
                    vraag["keuzes"][0]["id"]
                    if vraag["keuzes"]
                    else {"ja-nee": "ja", "getal": "3"}.get(vraag["soort"], "x")
                )
            )
        open_punten = world.run("controleer", "--json").gegevens["open_punten"]
        if not open_punten:
            break
    assert world.run("controleer", "--streng").code == 0
    assert "Er ontbreekt niets." in world.run("controleer").stdout


@pytest.mark.parametrize(
    "wrong",
    [
        "wijk.naam: {open: later}",
        "wijk.naam: {alternatieven: [{waarde: De Weide, door: Kees}, {waarde: Het Zand, door: Tom}]}",
        "wijk.woningen: {waarde: heel veel}",
    ],
    ids=["open", "not agreed", "no number"],
)
def test_one_thing_that_is_missing_is_enough_to_say_so(small_world: World, wrong: str) -> None:
    vragen = small_world.inhoud.vragen
    answered = {v.id: "{open: overgeslagen}" for v in vragen} | {
        v.id: "{waarde: iets}" for v in vragen if v.verplicht is not Verplicht.NEE
    }
    name = wrong.partition(":")[0]
    lines = [f"  {vraag_id}: {answer}\n" for vraag_id, answer in answered.items() if vraag_id != name]
    begin = f"formaat: 1\nantwoorden:\n{''.join(lines)}"
    small_world.bestand.write_text(f"{begin}  {name}: {{waarde: '3'}}\n", encoding="utf-8")
    assert small_world.run("controleer", "--streng").code == 0
    small_world.bestand.write_text(f"{begin}  {wrong}\n", encoding="utf-8")
    assert small_world.run("controleer", "--streng").code == 1
    assert "Er ontbreekt niets." not in small_world.run("controleer").stdout


@pytest.mark.parametrize("vraag", ["wijk.woningen", "opstarten.de-wijk-in.wanneer"])
def test_what_is_by_hand_no_number_or_day_stays_as_typed_is_named_and_counts_as_open(world: World, vraag: str) -> None:
    world.start(f"{vraag}=weet ik nog niet", "opstarten.de-wijk-in.status=bezig")
    text = world.bestand.read_text(encoding="utf-8").replace("open: weet-ik-nog-niet", "waarde: ooit, een stuk of tien")
    world.bestand.write_text(text, encoding="utf-8")
    outcome = world.run("controleer", "--json").gegevens
    assert [part["id"] for part in outcome["past_niet"]] == [vraag]
    assert vraag in world.run("status", "--json").gegevens["open_punten"]
    world.start("wijk.naam=De Weide")
    assert "waarde: ooit, een stuk of tien\n" in world.bestand.read_text(encoding="utf-8")
