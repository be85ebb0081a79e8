"""The werkblad: every vraag once, on paper and in a form, and what is filled in comes back as it was meant."""

from __future__ import annotations

import re
from datetime import date

import pytest
from helpers.places import Golden
from helpers.world import World
from pypdf import PdfReader

from routekaart_cli.domain.antwoorden import Record, Stand, Waarde
from routekaart_cli.domain.routekaart import INGEVULD, Deel, Intake, Keuze, Soort, Voorwaarde, Vraag
from routekaart_cli.domain.vaste_vragen import is_of_every_stap
from routekaart_cli.dutch import lowered
from routekaart_cli.inhoud import find
from routekaart_cli.inhoud.folder import Inhoud
from routekaart_cli.plan import werkblad
from routekaart_cli.project import store

SHEETS = ("", "1", "2", "3", "4", "5", "gemeente")
TEKST = 'Dit is \'s avonds afgesproken: "ja, mits" #1 [x] & * {y}'


def sheet(world: World, fase: str, formaat: str = "md") -> str:
    outcome = world.run("werkblad", *([fase] if fase else []), "--formaat", formaat)
    assert outcome.code == 0, outcome.stderr
    return outcome.stdout


def vragen(inhoud: Inhoud, fase: str) -> tuple[Vraag, ...]:
    return find.fase(inhoud, fase).vragen if fase else inhoud.intake.vragen


def ids(form: str) -> list[str]:
    """Return the ids of the vragen in *form*, as often as they stand there."""
    return re.findall(r"^([a-z][^\s:]*):(?: \|)?$", form, re.MULTILINE)


@pytest.mark.parametrize(("name", "args"), [("werkblad", ()), ("werkblad-2", ("2",))])
@pytest.mark.parametrize("formaat", ["md", "yaml"])
def test_the_werkblad_is_the_golden_one(
    small: World, golden: Golden, name: str, args: tuple[str, ...], formaat: str
) -> None:
    golden(f"{name}.{formaat}", small.run("werkblad", *args, "--formaat", formaat).stdout)


def test_every_vraag_there_is_stands_in_one_form_once(world: World, inhoud: Inhoud) -> None:
    found = [vraag_id for fase in SHEETS for vraag_id in ids(sheet(world, fase, "yaml"))]
    asked = [vraag["id"] for vraag in world.run("vragen", "--json").gegevens["vragen"]]
    assert sorted(found) == sorted(asked)
    assert len(set(found)) == len(found)


@pytest.mark.parametrize("fase", SHEETS)
def test_on_paper_stands_every_vraag_once_without_an_id_and_what_every_stap_has_is_one_table(
    world: World, inhoud: Inhoud, fase: str
) -> None:
    paper = sheet(world, fase).replace("\\", "")
    for number, vraag in enumerate((v for v in vragen(inhoud, fase) if not is_of_every_stap(v)), 1):
        assert paper.count(f"**{number}. {vraag.vraag}**") == 1
        assert f"{vraag.id}:" not in paper
        assert "`" not in paper
    assert paper.count("| Stap | Stand | Wie | Wanneer |") == bool(fase)
    assert not {"Kies er één.", "Bijvoorbeeld:", "Naam van de vraag"} & {*re.findall(r"\w[^.:]+[.:]", paper)}


def test_the_werkblad_of_fase_2_is_at_most_six_pages(world: World) -> None:
    assert world.run("werkblad", "2", "--naar", "w.pdf").code == 0
    assert len(PdfReader(world.folder / "w.pdf").pages) <= 6


@pytest.mark.parametrize("fase", SHEETS)
def test_every_keuze_and_every_field_can_be_seen(world: World, inhoud: Inhoud, fase: str) -> None:
    documents = {formaat: sheet(world, fase, formaat) for formaat in ("md", "yaml")}
    for vraag in vragen(inhoud, fase):
        for part in (vraag, *vraag.velden):
            for keuze in part.keuzes:
                shown = keuze.tekst if not is_of_every_stap(vraag) else lowered(keuze.tekst)
                assert shown.replace("'", "") in documents["md"].replace("'", "").replace("\\", "")
                assert keuze.id in documents["yaml"]
        for veld in vraag.velden:
            assert veld.kort in documents["md"]


def test_when_a_vraag_is_asked_stands_there_in_words(small_world: World) -> None:
    intake, fase = sheet(small_world, ""), sheet(small_world, "2")
    assert "Alleen als jullie bij vraag 4 (Wat er ligt) kozen voor 'Een aanpak'." in intake
    assert "Een stap die nog niet begonnen is, kunnen jullie hierna overslaan." in fase
    assert sheet(small_world, "2", "yaml").count("Zijn jullie met deze stap bezig? Dan horen deze vragen erbij.") == 2
    assert "None" not in intake + fase


@pytest.mark.parametrize(
    ("waarden", "words"),
    [
        (("a",), "kozen voor 'A'"),
        (("a", "b"), "iets anders kozen dan 'C'"),
        (("a", "b", "c"), "een keuze maakten"),
        ((INGEVULD,), "iets invulden"),
    ],
)
def test_a_condition_is_said_in_the_shortest_words(waarden: tuple[str, ...], words: str) -> None:
    keuzes = tuple(Keuze(id_, id_.upper()) for id_ in "abc")
    first = Vraag("een", "Een", "Welke?", Soort.KEUZE, keuzes=keuzes)
    second = Vraag("twee", "Twee", "En dan?", Soort.TEKST, als=(Voorwaarde("een", waarden),))
    (part,) = werkblad.of_intake(Intake(Deel("b", "Begin", (first, second)), (), (), "", ()), date(2026, 11, 23)).delen
    assert part.vragen[1].alleen_als == f"Alleen als jullie bij vraag 1 (Een) {words}."


def filling(vraag: Vraag, times: int = 0) -> tuple[str, Waarde]:
    """Return what a person writes for *vraag* in a form, and the value that it is."""
    match vraag.soort:
        case Soort.GETAL:
            return "ongeveer 1.200", "1200"
        case Soort.BEDRAG:
            return "€ 1.250,50", "1250.50"
        case Soort.DATUM:
            return "31-1-2027", "2027-01-31"
        case Soort.JA_NEE:
            return "Ja", "ja"
        case Soort.KEUZE:
            return vraag.keuzes[-1].id, vraag.keuzes[-1].id
        case Soort.MEERKEUZE:
            merged = [keuze.id for keuze in vraag.keuzes if not keuze.alleen][:2]
            return ", ".join(merged), tuple(merged)
        case Soort.LANGE_TEKST:
            return f"  {TEKST}\n\n  En nog een regel: klaar.", f"{TEKST}\n\nEn nog een regel: klaar."
        case _:
            return f"  {TEKST} {times}", f"{TEKST} {times}"


def fill_in(form: str, vraag: Vraag) -> tuple[str, Waarde]:
    """Return *form* with an answer to *vraag* typed where a person types it, and the value that it is."""
    if vraag.soort is not Soort.LIJST:
        typed, waarde = filling(vraag)
        block, bare = f"\n{vraag.id}: |\n", f"\n{vraag.id}:\n"
        line, vol = (block, f"{block}{typed}\n") if block in form else (bare, f"\n{vraag.id}: {typed}\n")
        assert form.count(line) == 1
        return form.replace(line, vol), waarde
    before, heading, after = form.partition(f"{vraag.id}:\n")
    rows: list[Record] = []
    for times in range(2):  # of the three that the form has room for
        row: dict[str, str] = {}
        for veld in vraag.velden:
            typed, waarde = filling(veld, times)
            typed = "'" + typed.strip().replace("'", "''") + "'"
            after = after.replace(f" {veld.id}:\n", f" {veld.id}: {typed}\n", 1)
            row[veld.id] = str(waarde)
        rows.append(row)
    return before + heading + after, tuple(rows)


@pytest.mark.parametrize("fase", SHEETS)
def test_a_form_that_is_filled_in_comes_back_for_every_soort(world: World, inhoud: Inhoud, fase: str) -> None:
    form, expected = sheet(world, fase, "yaml"), {}
    for vraag in vragen(inhoud, fase):
        form, expected[vraag.id] = fill_in(form, vraag)
    (world.folder / "antwoorden.yaml").write_text(form, encoding="utf-8")
    outcome = world.run("start", "--antwoorden", "antwoorden.yaml", "--geen-invoer")
    assert outcome.code == 0, outcome.stderr
    antwoorden = store.load(world.bestand).antwoorden
    assert {vraag_id: antwoord.waarde for vraag_id, antwoord in antwoorden.items()} == expected


SLIPS = """\
wijk.naam: De Weide
wijk.woningen: best veel
wijk.leeft: groen, vogels
wijk.namen: De Weide
groep.mensen:
  - naam: Tom
    rol: voorzitter
  - rol: penningmeester
  - naam: Els
    telefoon: 06
geld.begroting:
  - post: Zaal
    bedrag: duur
    tijd: nu
"""


def test_a_form_with_slips_names_every_one_with_its_line_and_keeps_the_rest(world: World) -> None:
    (world.folder / "een.yaml").write_text(SLIPS, encoding="utf-8")
    outcome = world.run("start", "--antwoorden", "een.yaml", "--geen-invoer")
    assert outcome.code == 2
    said = " ".join(outcome.stderr.split())
    assert "In een.yaml kloppen 7 antwoorden niet. Het andere antwoord is bewaard." in said
    for line, title, accepted in (
        (2, "Hoeveel woningen staan er ongeveer in de wijk?", "Dat is geen getal. Typ een heel getal"),
        (3, "Wat houdt de wijk bezig, naast energie?", "Je kunt kiezen uit: veiligheid, groen"),
        (4, "wijk.namen", "Bedoel je 'wijk.naam'?"),
        (8, "Wie zitten er in jullie groep? (deel 2)", "Vul ook in: naam."),
        (10, "Wie zitten er in jullie groep? (telefoon, deel 3)", "Wel: naam, rol en contact."),
        (13, "Wat gaat jullie plan kosten, en wie betaalt dat? (Bedrag, deel 1)", "Typ een bedrag in euro's"),
        (14, "Wat gaat jullie plan kosten, en wie betaalt dat? (tijd, deel 1)", "Het veld 'tijd' bestaat niet."),
    ):
        assert f"regel {line}, {title}" in said
        assert accepted in said.partition(f"regel {line},")[2].partition("regel ")[0]
    assert list(store.load(world.bestand).antwoorden) == ["wijk.naam"]


def test_a_misspelt_name_of_a_field_is_one_slip(world: World) -> None:
    (world.folder / "een.yaml").write_text("groep.mensen:\n  - nam: Tom\n", encoding="utf-8")
    said = " ".join(world.run("start", "--antwoorden", "een.yaml", "--geen-invoer").stderr.split())
    assert "In een.yaml klopt 1 antwoord niet. Er is niets bewaard." in said
    assert "Het veld 'nam' bestaat niet." in said


def test_every_soort_of_vraag_is_in_the_forms(inhoud: Inhoud) -> None:
    every = [part for vraag in inhoud.vragen for part in (vraag, *vraag.velden)]
    assert {vraag.soort for vraag in every} == set(Soort)


@pytest.mark.parametrize("fase", SHEETS)
def test_an_empty_form_changes_nothing(zonnehoek: World, fase: str) -> None:
    before = zonnehoek.bestand.read_bytes()
    (zonnehoek.folder / "leeg.yaml").write_text(sheet(zonnehoek, fase, "yaml"), encoding="utf-8")
    outcome = zonnehoek.run("start", "--antwoorden", "leeg.yaml", "--geen-invoer")
    assert "In leeg.yaml is nog niets ingevuld." in outcome.stderr
    assert zonnehoek.bestand.read_bytes() == before


@pytest.mark.parametrize("empty", ["", " ''", " ~", " null", ' "  "', " []", "\n- naam:\n  rol: ''", "\n- ''"])
def test_what_is_left_empty_in_a_file_takes_no_answer_away(world: World, empty: str) -> None:
    world.start("wijk.naam=De Weide", "groep.mensen=Tom; voorzitter", "wijk.leeft=groen")
    before = store.load(world.bestand)
    for vraag_id in ("wijk.naam", "groep.mensen", "wijk.leeft"):
        (world.folder / "een.yaml").write_text(f"{vraag_id}:{empty}\ngroep.naam: Weide Warm\n", encoding="utf-8")
        assert world.run("start", "--antwoorden", "een.yaml", "--geen-invoer").code == 0
        new = store.load(world.bestand)
        assert new.antwoorden["groep.naam"].waarde == "Weide Warm"
        assert {name: a for name, a in new.antwoorden.items() if name != "groep.naam"} == before.antwoorden


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("wijk.naam: De Weide #2", 21),
        ("wijk.naam: #2", 12),
        ("wijk.leeft:\n- groen # en meer", 9),
        ("groep.mensen:\n- naam: Kees\r\n  rol: nr #2", 11),
        ("wijk.naam: caf\u00e9\u2028\u2028  op de hoek #2", 14),
    ],
)
def test_a_hash_behind_an_answer_in_a_form_is_refused_for_what_follows_would_be_lost(
    world: World, line: str, column: int
) -> None:
    world.start("groep.naam=Weide Warm")
    before = world.bestand.read_bytes()
    (world.folder / "een.yaml").write_text(f"# uitleg\n{line}\n", encoding="utf-8", newline="")
    outcome = world.run("start", "--antwoorden", "een.yaml", "--geen-invoer")
    assert outcome.code == 1
    assert f":{column}: wat achter dit # staat, telt niet mee." in " ".join(outcome.stderr.split())
    assert world.bestand.read_bytes() == before


@pytest.mark.parametrize("line", ["wijk.naam: 'Weide #2' # ja", "wijk.naam: Weide#2", "wijk.naam: |  # ja\n  Weide #2"])
def test_a_hash_that_loses_nothing_is_kept(world: World, line: str) -> None:
    (world.folder / "een.yaml").write_text(f"{line}\n# uitleg\n", encoding="utf-8")
    assert world.run("start", "--antwoorden", "een.yaml", "--geen-invoer").code == 0
    assert store.load(world.bestand).antwoorden["wijk.naam"].waarde in ("Weide #2", "Weide#2")


def test_an_empty_field_of_a_row_is_left_out(world: World) -> None:
    row = "groep.mensen:\n  - naam: Tom\n    rol: null\n    contact:\n  - naam: ~\n    rol:\n"
    (world.folder / "een.yaml").write_text(row, encoding="utf-8")
    assert world.run("start", "--antwoorden", "een.yaml", "--geen-invoer").code == 0
    assert store.load(world.bestand).antwoorden["groep.mensen"].waarde == ({"naam": "Tom"},)


def test_an_empty_answer_with_the_command_still_means_left_empty(world: World) -> None:
    world.start("wijk.naam=De Weide", "groep.naam=")
    assert store.load(world.bestand).antwoorden["groep.naam"].stand is Stand.LEEG


def test_a_form_can_say_that_it_is_not_known_yet(world: World) -> None:
    form = sheet(world, "", "yaml").replace("\nwijk.naam: |\n", "\nwijk.naam: |\n  weet ik nog niet\n")
    (world.folder / "antwoorden.yaml").write_text(form, encoding="utf-8")
    world.run("start", "--antwoorden", "antwoorden.yaml", "--geen-invoer")
    assert store.load(world.bestand).antwoorden["wijk.naam"].stand is Stand.WEET_NIET


def test_the_werkblad_goes_to_a_file_in_the_format_of_its_name(world: World) -> None:
    outcome = world.run("werkblad", "3", "--naar", "vragen.html")
    assert "Het werkblad staat in vragen.html." in outcome.stderr
    assert (world.folder / "vragen.html").read_text(encoding="utf-8") == sheet(world, "3", "html")
    outcome = world.run("werkblad", "--naar", "vragen.yaml")
    assert "routekaart start --antwoorden vragen.yaml" in " ".join(outcome.stderr.split())
    assert (
        "routekaart werkblad --naar vragen.yaml --overschrijf" in world.run("werkblad", "--naar", "vragen.yaml").stderr
    )
    assert world.run("werkblad", "--naar", "vragen.yaml", "--overschrijf").code == 0


@pytest.mark.parametrize(
    ("args", "says"), [(("9",), "Fase '9' bestaat niet"), (("--formaat", "ics"), "md, html, docx, pdf of yaml")]
)
def test_what_is_not_there_is_said_with_what_is(world: World, args: tuple[str, ...], says: str) -> None:
    outcome = world.run("werkblad", *args)
    assert outcome.code == 2
    assert says in outcome.stderr


def test_as_json_the_werkblad_is_one_text(world: World) -> None:
    data = world.run("werkblad", "3", "--json").gegevens
    assert data == {"formaat": "md", "bestand": None, "werkblad": sheet(world, "3")}
