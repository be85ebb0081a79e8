"""`controleer`: what is well, what is missing, what does not fit, and what only a newer routekaart knows."""

from __future__ import annotations

from helpers.world import Wereld

from routekaart_cli.domain.antwoorden import Antwoord, Stand
from routekaart_cli.project import store


def test_controleer_says_that_all_is_well_or_what_is_missing(zonnehoek: Wereld) -> None:
    outcome = zonnehoek.run("controleer")
    assert outcome.code == 0
    assert "Nog niet eens: 1" in outcome.uit
    assert "Nog open: 3" in outcome.uit
    assert len(outcome.uit.splitlines()) <= 24
    assert zonnehoek.run("controleer", "--streng").code == 1


def test_controleer_names_what_does_not_fit_what_is_unknown_and_what_is_gone(wereld: Wereld) -> None:
    wereld.bestand.write_text(
        "formaat: 1\nkleur: rood\nantwoorden:\n  wijk.woningen: {waarde: veel, tint: x}\n  oud.weg: {waarde: y}\n"
        "  wijk.provincie: {waarde: overijsel}\n",
        encoding="utf-8",
    )
    data = wereld.run("controleer", "--json").gegevens
    assert [part["id"] for part in data["past_niet"]] == ["wijk.provincie", "wijk.woningen"]
    assert data["vraag_weg"] == ["oud.weg"]
    assert data["onbekend"] == ["kleur", "wijk.woningen: tint"]
    wereld.start("wijk.naam=De Weide")
    after = store.load(wereld.bestand)
    assert after.onbekend == {"kleur": "rood"}
    assert after.antwoorden["oud.weg"] == Antwoord(Stand.GEGEVEN, "y")


def test_controleer_says_that_a_newer_file_can_only_be_looked_at(wereld: Wereld) -> None:
    wereld.bestand.write_text("formaat: 2\nantwoorden: {wijk.naam: {waarde: De Weide}}\n", encoding="utf-8")
    assert "van een nieuwere routekaart" in wereld.run("controleer").uit
    assert wereld.run("status").code == 0
    assert wereld.run("start", "--geen-invoer", "--antwoord", "wijk.naam=x").code == 1


def test_an_empty_file_says_how_to_begin_again(wereld: Wereld) -> None:
    wereld.bestand.touch()
    assert "begin opnieuw met routekaart start" in " ".join(wereld.run("status").fout.split())


def test_streng_is_content_with_a_project_in_which_nothing_is_missing(wereld: Wereld) -> None:
    vragen = wereld.run("vragen", "--json").gegevens["vragen"]
    wereld.bestand.write_text(
        "formaat: 1\nantwoorden:\n"
        + "".join(f"  {vraag['id']}: {{open: overgeslagen}}\n" for vraag in vragen if vraag["verplicht"] == "nee"),
        encoding="utf-8",
    )
    open_punten = wereld.run("controleer", "--json").gegevens["open_punten"]
    keuze = {vraag["id"]: vraag for vraag in vragen}
    for _ in range(30):
        for name in open_punten:
            vraag = keuze[name]
            wereld.start(
                f"{name}="
                + (
                    vraag["keuzes"][0]["id"]
                    if vraag["keuzes"]
                    else {"ja-nee": "ja", "getal": "3"}.get(vraag["soort"], "x")
                )
            )
        open_punten = wereld.run("controleer", "--json").gegevens["open_punten"]
        if not open_punten:
            break
    assert wereld.run("controleer", "--streng").code == 0
    assert "Er ontbreekt niets." in wereld.run("controleer").uit
