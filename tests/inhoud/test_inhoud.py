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
def kopie(small_inhoud: Inhoud, tmp_path: Path) -> Path:
    """A copy of the small content, to break."""
    return copy(small_inhoud, tmp_path / "content")


def place_of(folder: Path, file: str, part: str) -> str:
    """Return where *part* begins in *file*, as a finding says it."""
    lines = (folder / file).read_text(encoding="utf-8").partition(part)[0].split("\n")
    return f"content/{file}:{len(lines)}:{len(lines[-1]) + 1}"


def feest_only_if(voorwaarde: str) -> tuple[str, str]:
    """Return what to replace in the second stap of fase 2, and with what, to ask its vraag on a *voorwaarde* only."""
    waarom = "waarom: Een feest houdt de moed erin."
    return waarom, f"{waarom}\n        als: {{{voorwaarde}}}"


def test_the_content_that_ships_is_sound(world: World) -> None:
    outcome = world.run("inhoud", "controleer")
    assert outcome.code == 0
    assert outcome.stdout.startswith("De inhoud is in orde.\n")


def test_what_is_wrong_in_every_file_comes_at_once_with_its_place(kopie: Path) -> None:
    change(kopie, "fasen/1-beginnen.yaml", "titel: Beginnen", "titl: Beginnen")
    change(kopie, "begrippen.yaml", "    woord: ", "    wrd: ")
    change(kopie, "contact.yaml", "gecontroleerd_op: 2026-11-23", "gecontroleerd_op: gisteren")
    change(kopie, "hulp.yaml", "id: toetsen", "id: Toetsen!")
    (kopie / "fasen" / "2-doen.yaml").unlink()
    findings = trial.findings(Inhoud(kopie), NOW.date())
    assert [line.partition(":")[0] for line in findings] == [
        "content/begrippen.yaml", "content/begrippen.yaml", "content/contact.yaml", "content/hulp.yaml",
        "content/fasen/1-beginnen.yaml", "content/fasen/1-beginnen.yaml", "content/fasen/2-doen.yaml",
    ]  # fmt: skip
    assert "content/fasen/1-beginnen.yaml:2:1: onbekend veld 'titl'. Bedoel je 'titel'?" in findings


@pytest.mark.parametrize(
    ("file", "first", "field"),
    [
        ("routekaart.yaml", "titel:", "bron"),
        ("routekaart.yaml", "titel:", "fasen"),
        ("contact.yaml", "gecontroleerd_op:", "koepel"),
        ("contact.yaml", "gecontroleerd_op:", "coalitie"),
    ],
)
def test_a_part_that_a_page_leans_on_must_be_there(kopie: Path, file: str, first: str, field: str) -> None:
    change(kopie, file, f"\n{field}:", f"\nx{field}:")
    assert f"{place_of(kopie, file, first)}: veld '{field}' ontbreekt" in trial.findings(Inhoud(kopie), NOW.date())


@pytest.mark.parametrize(
    ("old", "new", "error"),
    [
        ("wijk.leeft: jongeren", "wijk.leeft: geluk", "is 'geluk' geen keuze van 'wijk.leeft'"),
        (
            "wijk.leeft: jongeren", "wijk.lfeet: jongeren", "hoort een vraag 'wijk.lfeet', maar die bestaat niet",
        ),
    ],
)  # fmt: skip
def test_what_must_hold_between_files_is_checked(kopie: Path, old: str, new: str, error: str) -> None:
    change(kopie, "fasen/1-beginnen.yaml", old, new)
    where = "content/fasen/1-beginnen.yaml: bij 'beginnen.tip.jongeren'"
    assert trial.findings(Inhoud(kopie), NOW.date()) == (f"{where} {error}",)


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("ook: [federaties]", "ook: ['']", "4:11: ''"),
        ("ook: [federaties]", "ook: [federaties, '!']", "4:23: '!'"),
        ("woord: federatie\n", "woord: '?!'\n", "3:12: '?!'"),
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
        ("fasen/2-doen.yaml", "geld", "doen.geld"),
        ("fasen/2-doen.yaml", "van-wie", "doen.geld.van-wie"),
        ("fasen/2-doen.yaml", "foto", "doen.tip.foto"),
        ("fasen/2-doen.yaml", "rekenhulp", "voorbeeld.rekenhulp"),
        ("gemeente.yaml", "luister", "gemeente.tip.luister"),
        ("intake.yaml", "leeft", "wijk.leeft"),
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
    small_inhoud: Inhoud, kopie: Path
) -> None:
    short = find.vraag(small_inhoud, "doen.geld.aanvraag")
    assert short.als[1:] == (Voorwaarde("doen.geld.van-wie", ("gemeente",)),)
    change(kopie, "fasen/2-doen.yaml", "als: {van-wie: gemeente}", "als: {doen.geld.van-wie: gemeente}")
    change(kopie, "fasen/2-doen.yaml", *feest_only_if("doen.geld.van-wie: bewoners"))
    different = Inhoud(kopie)
    assert find.vraag(different, short.id) == short
    elsewhere = find.vraag(different, "doen.feest.wat")
    assert elsewhere.als[1:] == (Voorwaarde("doen.geld.van-wie", ("bewoners",)),)


@pytest.mark.parametrize(
    ("file", "old", "new", "long"),
    [
        ("fasen/2-doen.yaml", *feest_only_if("van-wie: bewoners"), "doen.geld.van-wie"),
        ("intake.yaml", "als: {stand.er-ligt: aanpak}\n  -", "als: {leeft: groen}\n  -", "wijk.leeft"),
    ],
)
def test_a_condition_that_names_a_vraag_of_another_stap_by_its_short_id_is_found_with_the_full_one(
    kopie: Path, file: str, old: str, new: str, long: str
) -> None:
    change(kopie, file, old, new)
    (finding,) = trial.findings(Inhoud(kopie), NOW.date())
    short = new.rpartition("{")[2]
    assert finding == (
        f"{place_of(kopie, file, short)}: voorwaarde: "
        f"vraag '{short.partition(':')[0]}' bestaat niet of komt pas later. Bedoel je '{long}'?"
    )


def test_a_vraag_of_every_stap_can_depend_on_another_one_of_that_stap(kopie: Path) -> None:
    change(kopie, "routekaart.yaml", "    soort: datum\n", "    soort: datum\n    als:\n      status: bezig\n")
    assert trial.findings(Inhoud(kopie), NOW.date()) == ()
    wanneer = find.vraag(Inhoud(kopie), "doen.geld.wanneer")
    underway = Voorwaarde("doen.geld.status", ("bezig",))
    assert (wanneer.als, wanneer.blijft) == ((underway, underway), (underway,))


def test_the_choice_of_a_fase_has_the_titles_of_the_fasen(kopie: Path) -> None:
    change(kopie, "fasen/1-beginnen.yaml", "titel: Beginnen", "titel: Eerst praten")
    change(kopie, "gemeente.yaml", "titel: Je plan inbrengen bij", "titel: Praten met")
    different = Inhoud(kopie)
    keuzes = [keuze.tekst for keuze in find.vraag(different, "stand.fase").keuzes]
    assert keuzes == ["Fase 1: Eerst praten", "Fase 2: Doen", "Het gemeentespoor: praten met de gemeente"]
    assert [keuze.id for keuze in find.vraag(different, "stand.fase").keuzes] == [
        fase.id for fase in different.all_fasen
    ]


def test_the_intake_can_be_read_while_a_fase_cannot(kopie: Path) -> None:
    change(kopie, "fasen/1-beginnen.yaml", "titel: Beginnen", "titl: Beginnen")
    (kopie / "fasen" / "2-doen.yaml").unlink()
    change(kopie, "intake.yaml", "    titel: De wijk", "    titl: De wijk")
    files = [finding.partition(":")[0] for finding in trial.findings(Inhoud(kopie), NOW.date())]
    assert files == [
        "content/intake.yaml", "content/intake.yaml", "content/fasen/1-beginnen.yaml",
        "content/fasen/1-beginnen.yaml", "content/fasen/2-doen.yaml",
    ]  # fmt: skip


def test_a_provincie_is_called_what_the_intake_calls_it(kopie: Path) -> None:
    change(kopie, "intake.yaml", "tekst: Fryslân", "tekst: Friesland aan zee")
    names = {federatie.provincie: federatie.provincienaam for federatie in Inhoud(kopie).contact.federaties}
    assert names["fryslan"] == "Friesland aan zee"
    assert names["overijssel"] == "Overijssel"


def test_an_id_that_two_files_have_is_found(kopie: Path) -> None:
    shutil.copy(kopie / "fasen" / "1-beginnen.yaml", kopie / "fasen" / "2-doen.yaml")
    double = list(check._double(Inhoud(kopie)))
    assert double[0] == (
        "content/fasen/2-doen.yaml: id 'beginnen.groep-zoeken' bestaat al in content/fasen/1-beginnen.yaml"
    )


def test_the_map_names_the_file_of_a_fase_whose_id_is_another(small_world: World, kopie: Path) -> None:
    change(kopie, "fasen/2-doen.yaml", "id: doen\n", "id: anders\n")
    small_world.inhoud = Inhoud(kopie)
    files = [fase["bestand"] for fase in small_world.run("inhoud", "kaart", "--json").gegevens["fasen"]]
    assert files == ["fasen/1-beginnen.yaml", "fasen/2-doen.yaml", "gemeente.yaml"]


def test_a_file_of_a_fase_that_nobody_names_is_found(kopie: Path) -> None:
    shutil.copy(kopie / "fasen" / "2-doen.yaml", kopie / "fasen" / "3-nazorg.yaml")
    (finding,) = trial.findings(Inhoud(kopie), NOW.date())
    assert finding.startswith("content/fasen/3-nazorg.yaml: dit bestand staat niet bij `fasen`")


@pytest.mark.one_in(5)
@pytest.mark.parametrize(
    ("template", "line", "message"),
    [
        ("actieplan.md.j2", "{{ plan.wijkje }}", "een naam die niet bestaat"),
        ("actieplan.md.j2", "<!-- blok a b -->", "Schrijf een blok zo"),
        ("actieplan.html.j2", "{% if %}", "De opbouw klopt niet"),
        ("basis.html.j2", "{% if %}", "De opbouw klopt niet"),
        ("actieplan.md.j2", "{% if not plan.wijk %}{{ plan.wijkje }}{% endif %}", "een naam die niet bestaat"),
        ("werkblad.yaml.j2", "{{ werkblad.titels }}", "een naam die niet bestaat"),
        ("werkblad.yaml.j2", "{{ werkblad.delen }}", "geen tekst of getal"),
        ("werkblad.yaml.j2", "{% if %}", "De opbouw klopt niet"),
    ],
)
def test_a_mistake_in_a_template_is_found_with_its_line(kopie: Path, template: str, line: str, message: str) -> None:
    text = (kopie / "sjablonen" / template).read_text(encoding="utf-8")
    (kopie / "sjablonen" / template).write_text(f"{text}{line}\n", encoding="utf-8")
    (finding,) = trial.findings(Inhoud(kopie), NOW.date())
    assert finding.startswith(f"content/sjablonen/{template}:{len(text.splitlines()) + 1}: het sjabloon klopt niet.")
    assert message in finding


def test_a_template_that_is_only_wrong_for_a_made_up_wijk_is_found(kopie: Path) -> None:
    only_then = "{% if plan.waarschuwing %}"
    text = change(kopie, "sjablonen/actieplan.md.j2", only_then, f"{only_then}{{{{ plan.wijkje }}}}")
    (finding,) = trial.findings(Inhoud(kopie), NOW.date())
    line = text.partition("{{ plan.wijkje }}")[0].count("\n") + 1
    assert finding.startswith(f"content/sjablonen/actieplan.md.j2:{line}: ")


def test_a_mistake_in_the_made_up_project_is_found(kopie: Path) -> None:
    change(kopie, "voorbeeldproject.yaml", "formaat: 1", "formaat: een")
    (finding,) = trial.findings(Inhoud(kopie), NOW.date())
    assert finding.startswith("content/voorbeeldproject.yaml:2:")


def test_a_template_that_is_gone_is_found(kopie: Path) -> None:
    (kopie / "sjablonen" / "werkblad.yaml.j2").unlink()
    (finding,) = trial.findings(Inhoud(kopie), NOW.date())
    assert finding == "content/sjablonen/werkblad.yaml.j2: dit sjabloon kan niet gelezen worden."


def test_findings_end_with_exit_code_1(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trial, "findings", lambda *_: ("content/x.yaml:1:1: dit klopt niet",))
    outcome = world.run("inhoud", "controleer")
    assert outcome.code == 1
    assert outcome.stdout.startswith("1 fout in de inhoud\n")
    assert world.run("inhoud", "controleer", "--json").gegevens == {
        "in_orde": False, "map": str(world.inhoud.folder), "bevindingen": ["content/x.yaml:1:1: dit klopt niet"],
    }  # fmt: skip


def test_texts_in_a_folder_of_ones_own_are_used_and_named(world: World) -> None:
    own = world.folder / "mijn teksten"
    copy(Inhoud(), own)
    change(own, "fasen/3-verdiepen.yaml", "titel: Verdiepen", "titel: Dieper graven")
    for way in (["--inhoud", "mijn teksten"], ["--inhoud", str(own)]):
        assert "Dieper graven" in world.run("fase", "3", *way).stdout
    world.variables = {"ROUTEKAART_INHOUD": "mijn teksten"}
    assert "Dieper graven" in world.run("fase", "3").stdout
    assert f", in {own}" in world.run("--versie").stdout
    assert f"Gelezen: {own}" in " ".join(world.run("inhoud", "controleer").stdout.split())


def test_what_is_wrong_in_a_folder_of_ones_own_is_found_there_and_said_with_its_name(world: World) -> None:
    own = world.folder / "content"
    copy(Inhoud(), own)
    (own / "hulp.yaml").write_text("onderwerpen: [\n", encoding="utf-8")
    shipped = world.run("inhoud", "controleer")
    assert shipped.code == 0
    assert "De teksten in content zijn niet gelezen. Controleer ze met: routekaart inhoud controleer content" in (
        " ".join(shipped.stdout.split())
    )
    outcome = world.run("inhoud", "controleer", "content")
    assert (outcome.code, "content/hulp.yaml:2:" in outcome.stdout) == (1, True)


@pytest.mark.parametrize("folder", ["weg", "."])
def test_a_folder_without_texts_is_refused_with_what_to_choose(world: World, folder: str) -> None:
    for args in (["fase", "3", "--inhoud", folder], ["--inhoud", folder, "--versie"], ["inhoud", "kaart", folder]):
        outcome = world.run(*args)
        assert outcome.code == 1
        assert "Kies de map waarin routekaart.yaml staat" in outcome.stderr


def test_the_map_counts_what_there_is(small_world: World, small_inhoud: Inhoud) -> None:
    kaart = small_world.run("inhoud", "kaart", "--json").gegevens
    assert sum(stap["vragen"] for fase in kaart["fasen"] for stap in fase["stappen"]) == sum(
        len(stap.vragen) for fase in small_inhoud.all_fasen for stap in fase.stappen
    )
    for fase in kaart["fasen"]:
        assert (small_inhoud.folder / fase["bestand"]).is_file()
    assert {part["bestand"]: part["aantal"] for part in kaart["verder"]}["begrippen.yaml"] == 3
    assert "2.1 Regel geld · doen.geld, 7 vragen" in small_world.run("inhoud", "kaart").stdout


def test_what_is_wrong_in_the_routekaart_is_said_once(kopie: Path) -> None:
    change(kopie, "routekaart.yaml", "soort: datum", "soort: tekst")
    (finding,) = trial.findings(Inhoud(kopie), NOW.date())
    assert finding.endswith("routekaart rekent op een vraag 'wanneer' van de soort datum")


def test_an_id_in_a_list_on_one_line_is_found_on_that_line(kopie: Path) -> None:
    change(kopie, "actueel.yaml", "hoort_bij: [doen, ", "hoort_bij: [doen, verdiepen.stapenplan, ")
    (finding,) = trial.findings(Inhoud(kopie), NOW.date())
    assert finding.startswith(f"{place_of(kopie, 'actueel.yaml', 'hoort_bij: [').rpartition(':')[0]}: er is geen fase")
