"""`inhoud`: all that is wrong in the content at once, and a map of it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from helpers.content import change, copy
from helpers.world import NU, Wereld

from routekaart_cli.documents import trial
from routekaart_cli.domain.routekaart import Voorwaarde
from routekaart_cli.inhoud import check
from routekaart_cli.inhoud.folder import Inhoud


@pytest.fixture
def kopie(inhoud: Inhoud, tmp_path: Path) -> Path:
    """A copy of the content, to break."""
    return copy(inhoud, tmp_path / "content")


def place_of(map: Path, bestand: str, deel: str) -> str:
    """Return where *deel* begins in *bestand*, as a finding says it."""
    regels = (map / bestand).read_text(encoding="utf-8").partition(deel)[0].split("\n")
    return f"content/{bestand}:{len(regels)}:{len(regels[-1]) + 1}"


def test_the_content_that_ships_is_sound(wereld: Wereld) -> None:
    uitkomst = wereld.run("inhoud", "controleer")
    assert uitkomst.code == 0
    assert uitkomst.uit.startswith("De inhoud is in orde.\n")


def test_what_is_wrong_in_every_file_comes_at_once_with_its_place(kopie: Path) -> None:
    change(kopie, "fasen/3-verdiepen.yaml", "titel: Verdiepen", "titl: Verdiepen")
    change(kopie, "begrippen.yaml", "    woord: ", "    wrd: ")
    change(kopie, "contact.yaml", "gecontroleerd_op: 2026-11-23", "gecontroleerd_op: gisteren")
    change(kopie, "hulp.yaml", "id: toetsen", "id: Toetsen!")
    (kopie / "fasen" / "5-uitvoeren.yaml").unlink()
    bevindingen = trial.findings(Inhoud(kopie), NU.date())
    assert [regel.partition(":")[0] for regel in bevindingen] == [
        "content/begrippen.yaml", "content/begrippen.yaml", "content/contact.yaml", "content/hulp.yaml",
        "content/fasen/3-verdiepen.yaml",
        "content/fasen/3-verdiepen.yaml", "content/fasen/5-uitvoeren.yaml",
    ]  # fmt: skip
    assert "content/fasen/3-verdiepen.yaml:2:1: onbekend veld 'titl'. Bedoel je 'titel'?" in bevindingen


@pytest.mark.parametrize(
    ("oud", "nieuw", "fout"),
    [
        ("wijk.leeft: energierekening", "wijk.leeft: geluk", "is 'geluk' geen keuze van 'wijk.leeft'"),
        (
            "wijk.leeft: energierekening", "wijk.lfeet: energierekening",
            "hoort een vraag 'wijk.lfeet', maar die bestaat niet",
        ),
    ],
)  # fmt: skip
def test_what_must_hold_between_files_is_checked(kopie: Path, oud: str, nieuw: str, fout: str) -> None:
    change(kopie, "fasen/3-verdiepen.yaml", oud, nieuw)
    waar = "content/fasen/3-verdiepen.yaml: bij 'verdiepen.voorbeeld.zet-m-op-60'"
    assert trial.findings(Inhoud(kopie), NU.date()) == (f"{waar} {fout}",)


@pytest.mark.parametrize(
    ("oud", "nieuw", "waar"),
    [
        ("ook: [aanwijsbevoegdheden]", "ook: ['']", "21:11: ''"),
        ("ook: [aanwijsbevoegdheden]", "ook: [aanwijsbevoegdheden, '!']", "21:32: '!'"),
        ("woord: aanwijsbevoegdheid\n", "woord: '?!'\n", "20:12: '?!'"),
    ],
)
def test_a_form_of_a_begrip_in_which_no_word_stands_is_found_with_its_place(
    kopie: Path, oud: str, nieuw: str, waar: str
) -> None:
    change(kopie, "begrippen.yaml", oud, nieuw)
    assert trial.findings(Inhoud(kopie), NU.date()) == (
        f"content/begrippen.yaml:{waar} is geen woord. Schrijf ten minste één letter of cijfer",
    )


@pytest.mark.parametrize(
    ("bestand", "kort", "lang"),
    [
        ("fasen/2-plan-maken.yaml", "organiseer-jezelf", "plan-maken.organiseer-jezelf"),
        ("fasen/2-plan-maken.yaml", "werkgroepen", "plan-maken.organiseer-jezelf.werkgroepen"),
        ("fasen/2-plan-maken.yaml", "makkelijk-en-concreet", "plan-maken.tip.makkelijk-en-concreet"),
        ("fasen/2-plan-maken.yaml", "natuurlijke-momenten", "voorbeeld.natuurlijke-momenten"),
        ("gemeente.yaml", "overleg-intern", "gemeente.tip.overleg-intern"),
        ("intake.yaml", "bezit", "wijk.bezit"),
    ],
)
def test_an_id_that_repeats_what_it_stands_under_is_found_with_the_id_to_write(
    kopie: Path, bestand: str, kort: str, lang: str
) -> None:
    change(kopie, bestand, f"- id: {kort}\n", f"- id: {lang}\n")
    (bevinding,) = trial.findings(Inhoud(kopie), NU.date())
    assert bevinding == (
        f"{place_of(kopie, bestand, lang)}: in id '{lang}' hoort geen punt. Schrijf alleen: {kort}. "
        "Wat ervoor komt, zet routekaart er zelf bij"
    )


def test_a_condition_names_a_vraag_of_the_same_stap_by_its_short_id_and_any_by_its_full_one(
    inhoud: Inhoud, kopie: Path
) -> None:
    stap = "plan-maken.organiseer-jezelf"
    (kort,) = (vraag for vraag in inhoud.vragen if vraag.id == f"{stap}.andere-werkgroep")
    assert kort.als[1:] == (Voorwaarde(f"{stap}.werkgroepen", ("andere",)),)
    change(kopie, "fasen/2-plan-maken.yaml", "          werkgroepen: andere", f"          {stap}.werkgroepen: andere")
    change(kopie, "fasen/2-plan-maken.yaml", "combineren: ja", f"{stap}.werkgroepen: techniek")
    anders = Inhoud(kopie)
    assert anders.zoek_vraag(kort.id) == kort
    elders = anders.zoek_vraag("plan-maken.koppel-plannen.combinatie")
    assert elders.als[1:] == (Voorwaarde(f"{stap}.werkgroepen", ("techniek",)),)


@pytest.mark.parametrize(
    ("bestand", "oud", "kort", "lang"),
    [
        (
            "fasen/2-plan-maken.yaml",
            "combineren: ja",
            "werkgroepen: techniek",
            "plan-maken.organiseer-jezelf.werkgroepen",
        ),
        ("intake.yaml", "energieplan: ja", "leeft: groen", "wijk.leeft"),
    ],
)
def test_a_condition_that_names_a_vraag_of_another_stap_by_its_short_id_is_found_with_the_full_one(
    kopie: Path, bestand: str, oud: str, kort: str, lang: str
) -> None:
    change(kopie, bestand, f" {oud}\n", f" {kort}\n")
    (bevinding,) = trial.findings(Inhoud(kopie), NU.date())
    assert bevinding == (
        f"{place_of(kopie, bestand, kort)}: voorwaarde: "
        f"vraag '{kort.partition(':')[0]}' bestaat niet of komt pas later. Bedoel je '{lang}'?"
    )


def test_a_vraag_of_every_stap_can_depend_on_another_one_of_that_stap(kopie: Path) -> None:
    change(kopie, "routekaart.yaml", "    soort: datum\n", "    soort: datum\n    als:\n      status: bezig\n")
    assert trial.findings(Inhoud(kopie), NU.date()) == ()
    wanneer = Inhoud(kopie).zoek_vraag("verdiepen.businesscase.wanneer")
    bezig = Voorwaarde("verdiepen.businesscase.status", ("bezig",))
    assert (wanneer.als, wanneer.blijft) == ((bezig, bezig), (bezig,))


def test_the_choice_of_a_fase_has_the_titles_of_the_fasen(kopie: Path) -> None:
    change(kopie, "fasen/3-verdiepen.yaml", "titel: Verdiepen", "titel: Dieper kijken")
    change(kopie, "gemeente.yaml", "titel: Je plan inbrengen bij", "titel: Praten met")
    anders = Inhoud(kopie)
    keuzes = [keuze.tekst for keuze in anders.zoek_vraag("stand.fase").keuzes]
    assert keuzes == [
        "Fase 1: Opstarten", "Fase 2: Plan maken", "Fase 3: Dieper kijken", "Fase 4: Besluiten", "Fase 5: Uitvoeren",
        "Het zijspoor: praten met de gemeente",
    ]  # fmt: skip
    assert [keuze.id for keuze in anders.zoek_vraag("stand.fase").keuzes] == [fase.id for fase in anders.alles]


def test_the_intake_can_be_read_while_a_fase_cannot(kopie: Path) -> None:
    change(kopie, "fasen/3-verdiepen.yaml", "titel: Verdiepen", "titl: Verdiepen")
    (kopie / "fasen" / "5-uitvoeren.yaml").unlink()
    change(kopie, "intake.yaml", "    titel: De wijk", "    titl: De wijk")
    bestanden = [bevinding.partition(":")[0] for bevinding in trial.findings(Inhoud(kopie), NU.date())]
    assert bestanden == [
        "content/intake.yaml", "content/intake.yaml", "content/fasen/3-verdiepen.yaml",
        "content/fasen/3-verdiepen.yaml", "content/fasen/5-uitvoeren.yaml",
    ]  # fmt: skip


def test_a_provincie_is_called_what_the_intake_calls_it(kopie: Path) -> None:
    change(kopie, "intake.yaml", "tekst: Fryslân", "tekst: Friesland aan zee")
    namen = {federatie.provincie: federatie.provincienaam for federatie in Inhoud(kopie).contact.federaties}
    assert namen["fryslan"] == "Friesland aan zee"
    assert namen["noord-brabant"] == "Noord-Brabant"


def test_an_id_that_two_files_have_is_found(kopie: Path) -> None:
    shutil.copy(kopie / "fasen" / "4-besluiten.yaml", kopie / "fasen" / "5-uitvoeren.yaml")
    dubbel = list(check._double(Inhoud(kopie)))
    assert dubbel[0] == (
        "content/fasen/5-uitvoeren.yaml: id 'besluiten.informeren-en-ophalen' bestaat al in "
        "content/fasen/4-besluiten.yaml"
    )


def test_a_file_of_a_fase_that_nobody_names_is_found(kopie: Path) -> None:
    shutil.copy(kopie / "fasen" / "5-uitvoeren.yaml", kopie / "fasen" / "6-nazorg.yaml")
    (bevinding,) = trial.findings(Inhoud(kopie), NU.date())
    assert bevinding.startswith("content/fasen/6-nazorg.yaml: dit bestand staat niet bij `fasen`")


@pytest.mark.parametrize(
    ("sjabloon", "regel", "melding"),
    [
        ("actieplan.md.j2", "{{ plan.wijkje }}", "een naam die niet bestaat"),
        ("actieplan.md.j2", "<!-- blok a b -->", "Schrijf een blok zo"),
        ("actieplan.html.j2", "{% if %}", "De opbouw klopt niet"),
        ("basis.html.j2", "{% if %}", "De opbouw klopt niet"),
        ("agenda.md.j2", "{% if %}", "De opbouw klopt niet"),
        ("agenda.md.j2", "{% if not agenda.wijk %}{{ agenda.wijkje }}{% endif %}", "een naam die niet bestaat"),
        ("werkblad.md.j2", "{{ werkblad.titels }}", "een naam die niet bestaat"),
        ("werkblad.yaml.j2", "{{ werkblad.delen }}", "geen tekst of getal"),
        ("werkblad.html.j2", "{% if %}", "De opbouw klopt niet"),
    ],
)
def test_a_mistake_in_a_template_is_found_with_its_line(kopie: Path, sjabloon: str, regel: str, melding: str) -> None:
    tekst = (kopie / "sjablonen" / sjabloon).read_text(encoding="utf-8")
    (kopie / "sjablonen" / sjabloon).write_text(f"{tekst}{regel}\n", encoding="utf-8")
    (bevinding,) = trial.findings(Inhoud(kopie), NU.date())
    assert bevinding.startswith(f"content/sjablonen/{sjabloon}:{len(tekst.splitlines()) + 1}: het sjabloon klopt niet.")
    assert melding in bevinding


def test_a_template_that_is_only_wrong_without_people_is_found(kopie: Path) -> None:
    change(kopie, "sjablonen/actieplan.md.j2", "De velden voor namen", "{{ plan.wijkje }} De velden voor namen")
    (bevinding,) = trial.findings(Inhoud(kopie), NU.date())
    assert bevinding.startswith("content/sjablonen/actieplan.md.j2:72: ")


def test_a_mistake_in_the_made_up_project_is_found(kopie: Path) -> None:
    change(kopie, "voorbeeldproject.yaml", "formaat: 1", "formaat: een")
    (bevinding,) = trial.findings(Inhoud(kopie), NU.date())
    assert bevinding.startswith("content/voorbeeldproject.yaml:4:")


def test_a_template_that_is_gone_is_found(kopie: Path) -> None:
    (kopie / "sjablonen" / "agenda.md.j2").unlink()
    (bevinding,) = trial.findings(Inhoud(kopie), NU.date())
    assert bevinding == "content/sjablonen/agenda.md.j2: dit sjabloon kan niet gelezen worden."


def test_findings_end_with_exit_code_1(wereld: Wereld, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trial, "findings", lambda *_: ("content/x.yaml:1:1: dit klopt niet",))
    uitkomst = wereld.run("inhoud", "controleer")
    assert uitkomst.code == 1
    assert uitkomst.uit.startswith("1 fout in de inhoud\n")
    assert wereld.run("inhoud", "controleer", "--json").gegevens == {
        "in_orde": False, "bevindingen": ["content/x.yaml:1:1: dit klopt niet"],
    }  # fmt: skip


def test_the_map_counts_what_there_is(wereld: Wereld, inhoud: Inhoud) -> None:
    kaart = wereld.run("inhoud", "kaart", "--json").gegevens
    assert sum(stap["vragen"] for fase in kaart["fasen"] for stap in fase["stappen"]) == sum(
        len(fase.vragen) for fase in inhoud.alles
    )
    for fase in kaart["fasen"]:
        assert (inhoud.map / fase["bestand"]).is_file()
    assert {deel["bestand"]: deel["aantal"] for deel in kaart["verder"]}["begrippen.yaml"] == len(inhoud.begrippen)
    assert "3.2 Businesscase · verdiepen.businesscase, 8 vragen" in wereld.run("inhoud", "kaart").uit
