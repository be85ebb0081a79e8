"""`inhoud`: all that is wrong in the content at once, and a map of it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from helpers.content import change, copy
from helpers.world import NOW, World

from routekaart_cli.documents import trial
from routekaart_cli.domain.routekaart import Voorwaarde
from routekaart_cli.inhoud import check, find
from routekaart_cli.inhoud.folder import Inhoud


@pytest.fixture
def kopie(inhoud: Inhoud, tmp_path: Path) -> Path:
    """A copy of the content, to break."""
    return copy(inhoud, tmp_path / "content")


def place_of(folder: Path, file: str, part: str) -> str:
    """Return where *part* begins in *file*, as a finding says it."""
    lines = (folder / file).read_text(encoding="utf-8").partition(part)[0].split("\n")
    return f"content/{file}:{len(lines)}:{len(lines[-1]) + 1}"


def test_the_content_that_ships_is_sound(world: World) -> None:
    outcome = world.run("inhoud", "controleer")
    assert outcome.code == 0
    assert outcome.stdout.startswith("De inhoud is in orde.\n")


def test_what_is_wrong_in_every_file_comes_at_once_with_its_place(kopie: Path) -> None:
    change(kopie, "fasen/3-verdiepen.yaml", "titel: Verdiepen", "titl: Verdiepen")
    change(kopie, "begrippen.yaml", "    woord: ", "    wrd: ")
    change(kopie, "contact.yaml", "gecontroleerd_op: 2026-11-23", "gecontroleerd_op: gisteren")
    change(kopie, "hulp.yaml", "id: toetsen", "id: Toetsen!")
    (kopie / "fasen" / "5-uitvoeren.yaml").unlink()
    findings = trial.findings(Inhoud(kopie), NOW.date())
    assert [line.partition(":")[0] for line in findings] == [
        "content/begrippen.yaml", "content/begrippen.yaml", "content/contact.yaml", "content/hulp.yaml",
        "content/fasen/3-verdiepen.yaml",
        "content/fasen/3-verdiepen.yaml", "content/fasen/5-uitvoeren.yaml",
    ]  # fmt: skip
    assert "content/fasen/3-verdiepen.yaml:2:1: onbekend veld 'titl'. Bedoel je 'titel'?" in findings


@pytest.mark.parametrize(
    ("file", "field"),
    [
        ("routekaart.yaml", "bron"),
        ("routekaart.yaml", "fasen"),
        ("contact.yaml", "koepel"),
        ("contact.yaml", "coalitie"),
    ],
)
def test_a_part_that_a_page_leans_on_must_be_there(kopie: Path, file: str, field: str) -> None:
    change(kopie, file, f"\n{field}:", f"\nx{field}:")
    assert f"content/{file}:2:1: veld '{field}' ontbreekt" in trial.findings(Inhoud(kopie), NOW.date())


@pytest.mark.parametrize(
    ("old", "new", "error"),
    [
        ("wijk.leeft: energierekening", "wijk.leeft: geluk", "is 'geluk' geen keuze van 'wijk.leeft'"),
        (
            "wijk.leeft: energierekening", "wijk.lfeet: energierekening",
            "hoort een vraag 'wijk.lfeet', maar die bestaat niet",
        ),
    ],
)  # fmt: skip
def test_what_must_hold_between_files_is_checked(kopie: Path, old: str, new: str, error: str) -> None:
    change(kopie, "fasen/3-verdiepen.yaml", old, new)
    where = "content/fasen/3-verdiepen.yaml: bij 'verdiepen.voorbeeld.zet-m-op-60'"
    assert trial.findings(Inhoud(kopie), NOW.date()) == (f"{where} {error}",)


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("ook: [aanwijsbevoegdheden]", "ook: ['']", "21:11: ''"),
        ("ook: [aanwijsbevoegdheden]", "ook: [aanwijsbevoegdheden, '!']", "21:32: '!'"),
        ("woord: aanwijsbevoegdheid\n", "woord: '?!'\n", "20:12: '?!'"),
    ],
)
def test_a_form_of_a_begrip_in_which_no_word_stands_is_found_with_its_place(
    kopie: Path, old: str, new: str, where: str
) -> None:
    change(kopie, "begrippen.yaml", old, new)
    assert trial.findings(Inhoud(kopie), NOW.date()) == (
        f"content/begrippen.yaml:{where} is geen woord. Schrijf ten minste één letter of cijfer",
    )


@pytest.mark.parametrize(
    ("file", "short", "long"),
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
    kopie: Path, file: str, short: str, long: str
) -> None:
    change(kopie, file, f"- id: {short}\n", f"- id: {long}\n")
    (finding,) = trial.findings(Inhoud(kopie), NOW.date())
    assert finding == (
        f"{place_of(kopie, file, long)}: in id '{long}' hoort geen punt. Schrijf alleen: {short}. "
        "Wat ervoor komt, zet routekaart er zelf bij"
    )


def test_a_condition_names_a_vraag_of_the_same_stap_by_its_short_id_and_any_by_its_full_one(
    inhoud: Inhoud, kopie: Path
) -> None:
    stap = "plan-maken.organiseer-jezelf"
    (short,) = (vraag for vraag in inhoud.vragen if vraag.id == f"{stap}.andere-werkgroep")
    assert short.als[1:] == (Voorwaarde(f"{stap}.werkgroepen", ("andere",)),)
    change(kopie, "fasen/2-plan-maken.yaml", "          werkgroepen: andere", f"          {stap}.werkgroepen: andere")
    change(kopie, "fasen/2-plan-maken.yaml", "combineren: ja", f"{stap}.werkgroepen: techniek")
    different = Inhoud(kopie)
    assert find.vraag(different, short.id) == short
    elsewhere = find.vraag(different, "plan-maken.koppel-plannen.combinatie")
    assert elsewhere.als[1:] == (Voorwaarde(f"{stap}.werkgroepen", ("techniek",)),)


@pytest.mark.parametrize(
    ("file", "old", "short", "long"),
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
    kopie: Path, file: str, old: str, short: str, long: str
) -> None:
    change(kopie, file, f" {old}\n", f" {short}\n")
    (finding,) = trial.findings(Inhoud(kopie), NOW.date())
    assert finding == (
        f"{place_of(kopie, file, short)}: voorwaarde: "
        f"vraag '{short.partition(':')[0]}' bestaat niet of komt pas later. Bedoel je '{long}'?"
    )


def test_a_vraag_of_every_stap_can_depend_on_another_one_of_that_stap(kopie: Path) -> None:
    change(kopie, "routekaart.yaml", "    soort: datum\n", "    soort: datum\n    als:\n      status: bezig\n")
    assert trial.findings(Inhoud(kopie), NOW.date()) == ()
    wanneer = find.vraag(Inhoud(kopie), "verdiepen.businesscase.wanneer")
    underway = Voorwaarde("verdiepen.businesscase.status", ("bezig",))
    assert (wanneer.als, wanneer.blijft) == ((underway, underway), (underway,))


def test_the_choice_of_a_fase_has_the_titles_of_the_fasen(kopie: Path) -> None:
    change(kopie, "fasen/3-verdiepen.yaml", "titel: Verdiepen", "titel: Dieper kijken")
    change(kopie, "gemeente.yaml", "titel: Je plan inbrengen bij", "titel: Praten met")
    different = Inhoud(kopie)
    keuzes = [keuze.tekst for keuze in find.vraag(different, "stand.fase").keuzes]
    assert keuzes == [
        "Fase 1: Opstarten", "Fase 2: Plan maken", "Fase 3: Dieper kijken", "Fase 4: Besluiten", "Fase 5: Uitvoeren",
        "Het zijspoor: praten met de gemeente",
    ]  # fmt: skip
    assert [keuze.id for keuze in find.vraag(different, "stand.fase").keuzes] == [
        fase.id for fase in different.all_fasen
    ]


def test_the_intake_can_be_read_while_a_fase_cannot(kopie: Path) -> None:
    change(kopie, "fasen/3-verdiepen.yaml", "titel: Verdiepen", "titl: Verdiepen")
    (kopie / "fasen" / "5-uitvoeren.yaml").unlink()
    change(kopie, "intake.yaml", "    titel: De wijk", "    titl: De wijk")
    files = [finding.partition(":")[0] for finding in trial.findings(Inhoud(kopie), NOW.date())]
    assert files == [
        "content/intake.yaml", "content/intake.yaml", "content/fasen/3-verdiepen.yaml",
        "content/fasen/3-verdiepen.yaml", "content/fasen/5-uitvoeren.yaml",
    ]  # fmt: skip


def test_a_provincie_is_called_what_the_intake_calls_it(kopie: Path) -> None:
    change(kopie, "intake.yaml", "tekst: Fryslân", "tekst: Friesland aan zee")
    names = {federatie.provincie: federatie.provincienaam for federatie in Inhoud(kopie).contact.federaties}
    assert names["fryslan"] == "Friesland aan zee"
    assert names["noord-brabant"] == "Noord-Brabant"


def test_an_id_that_two_files_have_is_found(kopie: Path) -> None:
    shutil.copy(kopie / "fasen" / "4-besluiten.yaml", kopie / "fasen" / "5-uitvoeren.yaml")
    double = list(check._double(Inhoud(kopie)))
    assert double[0] == (
        "content/fasen/5-uitvoeren.yaml: id 'besluiten.informeren-en-ophalen' bestaat al in "
        "content/fasen/4-besluiten.yaml"
    )


def test_a_file_of_a_fase_that_nobody_names_is_found(kopie: Path) -> None:
    shutil.copy(kopie / "fasen" / "5-uitvoeren.yaml", kopie / "fasen" / "6-nazorg.yaml")
    (finding,) = trial.findings(Inhoud(kopie), NOW.date())
    assert finding.startswith("content/fasen/6-nazorg.yaml: dit bestand staat niet bij `fasen`")


@pytest.mark.parametrize(
    ("template", "line", "message"),
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
def test_a_mistake_in_a_template_is_found_with_its_line(kopie: Path, template: str, line: str, message: str) -> None:
    text = (kopie / "sjablonen" / template).read_text(encoding="utf-8")
    (kopie / "sjablonen" / template).write_text(f"{text}{line}\n", encoding="utf-8")
    (finding,) = trial.findings(Inhoud(kopie), NOW.date())
    assert finding.startswith(f"content/sjablonen/{template}:{len(text.splitlines()) + 1}: het sjabloon klopt niet.")
    assert message in finding


def test_a_template_that_is_only_wrong_without_people_is_found(kopie: Path) -> None:
    change(kopie, "sjablonen/actieplan.md.j2", "De velden voor namen", "{{ plan.wijkje }} De velden voor namen")
    (finding,) = trial.findings(Inhoud(kopie), NOW.date())
    assert finding.startswith("content/sjablonen/actieplan.md.j2:72: ")


def test_a_mistake_in_the_made_up_project_is_found(kopie: Path) -> None:
    change(kopie, "voorbeeldproject.yaml", "formaat: 1", "formaat: een")
    (finding,) = trial.findings(Inhoud(kopie), NOW.date())
    assert finding.startswith("content/voorbeeldproject.yaml:4:")


def test_a_template_that_is_gone_is_found(kopie: Path) -> None:
    (kopie / "sjablonen" / "agenda.md.j2").unlink()
    (finding,) = trial.findings(Inhoud(kopie), NOW.date())
    assert finding == "content/sjablonen/agenda.md.j2: dit sjabloon kan niet gelezen worden."


def test_findings_end_with_exit_code_1(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trial, "findings", lambda *_: ("content/x.yaml:1:1: dit klopt niet",))
    outcome = world.run("inhoud", "controleer")
    assert outcome.code == 1
    assert outcome.stdout.startswith("1 fout in de inhoud\n")
    assert world.run("inhoud", "controleer", "--json").gegevens == {
        "in_orde": False, "bevindingen": ["content/x.yaml:1:1: dit klopt niet"],
    }  # fmt: skip


def test_the_map_counts_what_there_is(world: World, inhoud: Inhoud) -> None:
    kaart = world.run("inhoud", "kaart", "--json").gegevens
    assert sum(stap["vragen"] for fase in kaart["fasen"] for stap in fase["stappen"]) == sum(
        len(fase.vragen) for fase in inhoud.all_fasen
    )
    for fase in kaart["fasen"]:
        assert (inhoud.folder / fase["bestand"]).is_file()
    assert {part["bestand"]: part["aantal"] for part in kaart["verder"]}["begrippen.yaml"] == len(inhoud.begrippen)
    assert "3.2 Businesscase · verdiepen.businesscase, 8 vragen" in world.run("inhoud", "kaart").stdout


def test_what_is_wrong_in_the_routekaart_is_said_once(kopie: Path) -> None:
    change(kopie, "routekaart.yaml", "soort: datum", "soort: tekst")
    (finding,) = trial.findings(Inhoud(kopie), NOW.date())
    assert finding.endswith("routekaart rekent op een vraag 'wanneer' van de soort datum")


def test_an_id_in_a_list_on_one_line_is_found_on_that_line(kopie: Path) -> None:
    text = (kopie / "actueel.yaml").read_text(encoding="utf-8")
    first = text[text.index("hoort_bij:\n") : text.index("bronnen:")]
    inline = f"hoort_bij: [{', '.join([*first.split('- ')[1:], 'verdiepen.stapenplan'])}]".replace("\n", " ")
    change(kopie, "actueel.yaml", first, f"{inline}\n        ")
    (finding,) = trial.findings(Inhoud(kopie), NOW.date())
    assert finding.startswith(f"{place_of(kopie, 'actueel.yaml', 'hoort_bij: [').rpartition(':')[0]}: er is geen fase")
