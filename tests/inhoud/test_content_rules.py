"""What the editors of begrippen, contact and actueel must keep to: kept by what ships, and each breach is reported."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from helpers.content import change, copy

from routekaart_cli.documents import trial
from routekaart_cli.inhoud.folder import Inhoud

TODAY = date(2026, 11, 24)


Break = Callable[[str, str, str], tuple[str, tuple[str, ...]]]


@pytest.fixture
def break_content(inhoud: Inhoud, tmp_path: Path) -> Break:
    """A function that replaces something in a file of the content; it returns that file and what is then found."""

    def break_content(file: str, old: str, new: str) -> tuple[str, tuple[str, ...]]:
        kopie = copy(inhoud, tmp_path / "content")
        text = change(kopie, file, old, new)
        return text, trial.findings(Inhoud(kopie), TODAY)

    return break_content


def line_of(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


def test_the_content_that_ships_keeps_every_rule(inhoud: Inhoud) -> None:
    assert trial.findings(inhoud, TODAY) == ()


@pytest.mark.parametrize(
    ("old", "new", "error"),
    [
        ("woord: aanspreekpunt", "woord: aansluitovereenkomst", "het woord 'aansluitovereenkomst' staat ook al bij"),
        ("ook: [aanspreekpersoon]", "ook: [Aansluitovereenkomst]", "het woord 'Aansluitovereenkomst' staat ook al bij"),
        ("woord: aanspreekpunt", "woord: aaneen", "'aaneen' hoort in het alfabet vóór 'aansluitovereenkomst'"),
        ("id: aanspreekpunt", "id: opstarten", "id 'opstarten' is al het id van een fase"),
        ("terechtkunt met vragen.", "terechtkunt. Met vragen.", "de uitleg van 'aanspreekpunt' moet één zin zijn"),
        ("terechtkunt met vragen.", "terechtkunt", "de uitleg van 'aanspreekpunt' moet één zin zijn"),
        ("met vragen.", f"{'met ' * 20}vragen.", "de uitleg van 'aanspreekpunt' moet één zin zijn"),
        ("Iemand bij wie", "Aanspreekpunt bij wie", "in de uitleg van 'aanspreekpunt' staat het woord zelf"),
        ("vragen.\n    bron: eigen uitleg", "vragen.\n    bron: weet ik niet", "bron 'weet ik niet' is geen adres."),
    ],
)
def test_a_begrip_that_breaks_a_rule_is_reported(break_content: Break, old: str, new: str, error: str) -> None:
    _, (finding, *_) = break_content("begrippen.yaml", old, new)
    assert finding.startswith(f"content/begrippen.yaml:10: {error}")


@pytest.mark.parametrize(
    ("old", "new", "veld", "error"),
    [
        ("op: 2026-11-23", "op: 2062-11-23", "gecontroleerd_op", "'gecontroleerd_op' is 2062-11-23, en die dag moet"),
        (": fryslan", ": groningen", "provincie: groningen", "de provincie 'groningen' heeft al een federatie"),
        (": fryslan", ": groningen", "federaties:", "er is geen federatie voor Fryslân"),
        (": fryslan", ": atlantis", "provincie: atlantis", "'atlantis' is geen keuze van 'wijk.provincie'"),
        ("https://nmfgroningen", "nmfgroningen", "naam: Natuur en Milieufederatie Gro", "'nmfgroningen.nl/"),
        ("datum: 2 mei 2022", "datum: 2 mei", "naam: Natuur en Milieufederatie Dr", "in de datum '2 mei'"),
        (
            "provincie: drenthe\n    naam: Steun", "provincie: atlantis\n    naam: Steun", "naam: Steunpunt lokale",
            "'atlantis' is geen keuze van 'wijk.provincie'",
        ),
        ("adres: https://www.nmfd", "adres: www.nmfd", "naam: Steunpunt lokale", "'www.nmfdrenthe.nl/"),
        ("bron: https://hier.nu", "bron: hier.nu", "naam: Klimaatstichting HIER", "'hier.nu/bewonersinitiatieven"),
    ],
)  # fmt: skip
def test_an_address_that_breaks_a_rule_is_reported(
    break_content: Break, old: str, new: str, veld: str, error: str
) -> None:
    text, findings = break_content("contact.yaml", old, new)
    where = f"content/contact.yaml:{line_of(text, veld)}: "
    assert any(finding.startswith(where + error) for finding in findings), findings


def test_federaties_in_another_order_than_the_keuzes_are_reported(inhoud: Inhoud, break_content: Break) -> None:
    text = (inhoud.folder / "contact.yaml").read_text(encoding="utf-8")
    _, first, second, _ = re.split(r"(?m)(?=^  - provincie: (?:groningen|fryslan|drenthe)$)", text, maxsplit=3)
    _, findings = break_content("contact.yaml", first + second, second + first)
    (finding,) = findings
    where = f"content/contact.yaml:{line_of(text, 'federaties:')}: "
    assert finding.startswith(f"{where}de federaties staan niet in de volgorde van de keuzes")


@pytest.mark.parametrize(
    ("old", "new", "item", "error"),
    [
        ("op: 2026-11-23", "op: 2062-11-23", "warmteprogramma", "'gecontroleerd_op' is 2062-11-23, en die dag moet"),
        ("https://dwa.nl/warmteprogramma", "dwa", "warmteprogramma", "'dwa' is geen adres. Begin met https://"),
        ("datum: '2024'", "datum: later", "warmteprogramma", "in de datum 'later' staat geen jaar"),
        ("In 2024 was het bedrag", "Nu is het bedrag", "sah", "zet een jaartal bij dit bedrag, in dezelfde zin: Nu is"),
        ("Waarschijnlijk moet", "Dus moet", "warmteprogramma-klaar", "dit is waarschijnlijk, niet zeker. Zeg dat in"),
    ],
)
def test_an_item_that_breaks_a_rule_is_reported(
    break_content: Break, old: str, new: str, item: str, error: str
) -> None:
    text, findings = break_content("actueel.yaml", old, new)
    (finding,) = findings
    assert finding.startswith(f"content/actueel.yaml:{line_of(text, f'id: nu.{item}')}: {error}")


@pytest.mark.parametrize("amount", ["€ 6.000", "EUR 6.000", "6.000 euro"])
def test_an_amount_is_known_however_it_is_written(break_content: Break, amount: str) -> None:
    _, (finding,) = break_content("actueel.yaml", "Elke gemeente maakt", f"Je krijgt {amount}. Die maakt")
    assert finding == (f"content/actueel.yaml:9: zet een jaartal bij dit bedrag, in dezelfde zin: Je krijgt {amount}.")


def test_a_record_whose_name_is_written_in_another_way_is_reported_with_its_file(break_content: Break) -> None:
    old = "id: nu.warmteprogramma\n        titel: Het"
    _, (finding,) = break_content(
        "actueel.yaml", old, old.replace("nu.warmteprogramma", "'nu.warmteprogramma'") + " 6 euro"
    )
    assert finding.startswith("content/actueel.yaml: zet een jaartal bij dit bedrag")
