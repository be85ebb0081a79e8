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
def break_content(small_inhoud: Inhoud, tmp_path: Path) -> Break:
    """A function that replaces something in a file of the small content; it returns that and what is then found."""

    def break_content(file: str, old: str, new: str) -> tuple[str, tuple[str, ...]]:
        kopie = copy(small_inhoud, tmp_path / "content")
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
        ("woord: warmtenet", "woord: subsidie", "het woord 'subsidie' staat ook al bij"),
        ("ook: [warmtenetten]", "ook: [Subsidie]", "het woord 'Subsidie' staat ook al bij"),
        ("woord: warmtenet", "woord: school", "'school' hoort in het alfabet vóór 'subsidie'"),
        ("id: warmtenet", "id: doen", "id 'doen' is al het id van een fase"),
        ("straat die warm", "straat. Die warm", "de uitleg van 'warmtenet' moet één zin zijn"),
        ("huizen brengen.", "huizen brengen", "de uitleg van 'warmtenet' moet één zin zijn"),
        ("huizen brengen.", f"huizen{' en' * 20} brengen.", "de uitleg van 'warmtenet' moet één zin zijn"),
        ("Buizen onder", "Warmtenet onder", "in de uitleg van 'warmtenet' staat het woord zelf"),
        ("brengen.\n    bron: eigen uitleg", "brengen.\n    bron: weet ik niet", "bron 'weet ik niet' is geen adres."),
    ],
)
def test_a_begrip_that_breaks_a_rule_is_reported(break_content: Break, old: str, new: str, error: str) -> None:
    _, (finding, *_) = break_content("begrippen.yaml", old, new)
    assert finding.startswith(f"content/begrippen.yaml:12: {error}")


@pytest.mark.parametrize(
    ("old", "new", "veld", "error"),
    [
        ("op: 2026-11-23", "op: 2062-11-23", "gecontroleerd_op", "'gecontroleerd_op' is 2062-11-23, en die dag moet"),
        (": overijssel", ": fryslan", "provincie: fryslan", "de provincie 'fryslan' heeft al een federatie"),
        (": fryslan", ": overijssel", "federaties:", "er is geen federatie voor Fryslân"),
        (": fryslan", ": atlantis", "provincie: atlantis", "'atlantis' is geen keuze van 'wijk.provincie'"),
        ("https://voorbeeld.invalid/f", "voorbeeld.invalid/f", "naam: Verzonnen Fri", "'voorbeeld.invalid/fryslan'"),
        ("datum: '2022'", "datum: 2 mei", "naam: Verzonnen Ov", "in de datum '2 mei'"),
        (
            "provincie: overijssel\n    naam: Verzonnen loket", "provincie: atlantis\n    naam: Verzonnen loket",
            "naam: Verzonnen loket", "'atlantis' is geen keuze van 'wijk.provincie'",
        ),
        ("adres: https://voor", "adres: voor", "naam: Verzonnen loket", "'voorbeeld.invalid/loket'"),
        (
            "bron: https://voorbeeld.invalid/par", "bron: voorbeeld.invalid/par", "naam: Verzonnen partner",
            "'voorbeeld.invalid/partner'",
        ),
    ],
)  # fmt: skip
def test_an_address_that_breaks_a_rule_is_reported(
    break_content: Break, old: str, new: str, veld: str, error: str
) -> None:
    text, findings = break_content("contact.yaml", old, new)
    where = f"content/contact.yaml:{line_of(text, veld)}: "
    assert any(finding.startswith(where + error) for finding in findings), findings


def test_federaties_in_another_order_than_the_keuzes_are_reported(small_inhoud: Inhoud, break_content: Break) -> None:
    text = (small_inhoud.folder / "contact.yaml").read_text(encoding="utf-8")
    _, first, second, _ = re.split(r"(?m)(?=^  - provincie: |^loketten:$)", text, maxsplit=3)
    _, findings = break_content("contact.yaml", first + second, second + first)
    (finding,) = findings
    where = f"content/contact.yaml:{line_of(text, 'federaties:')}: "
    assert finding.startswith(f"{where}de federaties staan niet in de volgorde van de keuzes")


@pytest.mark.parametrize(
    ("old", "new", "item", "error"),
    [
        ("op: 2026-11-23", "op: 2062-11-23", "subsidie", "'gecontroleerd_op' is 2062-11-23, en die dag moet"),
        ("'https://voorbeeld.invalid/nu'", "nu", "subsidie", "'nu' is geen adres. Begin met https://"),
        ("datum: '2025'", "datum: later", "subsidie", "in de datum 'later' staat geen jaar"),
        (
            "In 2025 was er een subsidie van 100 euro in 2025",
            "Nu is er 100 euro",
            "subsidie",
            "zet een jaartal bij dit bedrag, in dezelfde zin: Nu is",
        ),
        (
            "Dit is waarschijnlijk zo.",
            "Dit is zo. Dat is goed. Doe mee.",
            "jongeren",
            "hier staan drie korte zinnen achter elkaar. Maak er een of twee van: Dit is zo.",
        ),
        (
            "Dit is waarschijnlijk zo.",
            f"Dit is{' heel' * 18} goed.",
            "jongeren",
            "deze zin heeft 21 woorden, en 20 is het meeste: Dit is heel",
        ),
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
    _, (finding,) = break_content("actueel.yaml", "Vraag er dus naar.", f"Je krijgt {amount}.")
    assert finding == (f"content/actueel.yaml:4: zet een jaartal bij dit bedrag, in dezelfde zin: Je krijgt {amount}.")


def test_a_record_whose_name_is_written_in_another_way_is_reported_with_its_file(break_content: Break) -> None:
    old = "id: nu.subsidie\n        titel: Er"
    _, (finding,) = break_content("actueel.yaml", old, old.replace("nu.subsidie", "'nu.subsidie'") + " 6 euro")
    assert finding.startswith("content/actueel.yaml: zet een jaartal bij dit bedrag")
