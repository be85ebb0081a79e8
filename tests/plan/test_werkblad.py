"""The werkblad: every vraag once, on paper and in a form, and what is filled in comes back as it was meant."""

from __future__ import annotations

import re

import pytest
from helpers.places import Golden
from helpers.world import Wereld

from routekaart_cli.domain.antwoorden import Record, Stand, Waarde
from routekaart_cli.domain.routekaart import Soort, Vraag
from routekaart_cli.inhoud.folder import Inhoud
from routekaart_cli.project import store

BLADEN = ("", "1", "2", "3", "4", "5", "gemeente")
TEKST = 'Dit is \'s avonds afgesproken: "ja, mits" #1 [x] & * {y}'


def blad(wereld: Wereld, fase: str, formaat: str = "md") -> str:
    outcome = wereld.run("werkblad", *([fase] if fase else []), "--formaat", formaat)
    assert outcome.code == 0, outcome.fout
    return outcome.uit


def vragen(inhoud: Inhoud, fase: str) -> tuple[Vraag, ...]:
    return inhoud.find_fase(fase).vragen if fase else inhoud.intake.vragen


def ids(document: str, formaat: str) -> list[str]:
    """Return the ids of the vragen in *document*, as often as they stand there."""
    patroon = {
        "md": r"^Naam van de vraag: `([^`]+)`$",
        "html": r"Naam van de vraag: <code>([^<]+)</code>",
        "yaml": r"^([a-z][^\s:]*):(?: \|)?$",
    }[formaat]
    return re.findall(patroon, document, re.MULTILINE)


@pytest.mark.parametrize(("name", "args"), [("werkblad", ()), ("werkblad-2", ("2",))])
@pytest.mark.parametrize("formaat", ["md", "html", "yaml"])
def test_the_werkblad_is_the_golden_one(
    wereld: Wereld, golden: Golden, name: str, args: tuple[str, ...], formaat: str
) -> None:
    golden(f"{name}.{formaat}", wereld.run("werkblad", *args, "--formaat", formaat).uit)


@pytest.mark.parametrize("formaat", ["md", "html", "yaml"])
def test_every_vraag_there_is_stands_on_one_werkblad_once(wereld: Wereld, inhoud: Inhoud, formaat: str) -> None:
    found = [vraag_id for fase in BLADEN for vraag_id in ids(blad(wereld, fase, formaat), formaat)]
    asked = [vraag["id"] for vraag in wereld.run("vragen", "--json").gegevens["vragen"]]
    assert sorted(found) == sorted(asked)
    assert len(set(found)) == len(found)


@pytest.mark.parametrize("fase", BLADEN)
def test_every_keuze_and_every_field_can_be_seen(wereld: Wereld, inhoud: Inhoud, fase: str) -> None:
    documenten = {formaat: blad(wereld, fase, formaat) for formaat in ("md", "yaml")}
    for vraag in vragen(inhoud, fase):
        for part in (vraag, *vraag.velden):
            for keuze in part.keuzes:
                assert keuze.tekst.replace("'", "") in documenten["md"].replace("'", "").replace("\\", "")
                assert keuze.id in documenten["yaml"]
        for veld in vraag.velden:
            assert veld.kort in documenten["md"]


def test_when_a_vraag_is_asked_stands_there_in_words(wereld: Wereld) -> None:
    intake, fase = blad(wereld, ""), blad(wereld, "3")
    assert "Alleen als jullie bij vraag 18 (Vast contact bij de gemeente) kozen voor 'Ja'." in intake
    assert "Alleen als jullie bij vraag 8 (Natuurlijke momenten) iets anders kozen dan 'Geen groot werk'." in intake
    assert fase.count("Zijn jullie met deze stap bezig? Dan horen deze vragen erbij.") == 7
    assert "None" not in intake + fase


def invulling(vraag: Vraag, times: int = 0) -> tuple[str, Waarde]:
    """Return what a person writes for *vraag* in a form, and the value that it is."""
    match vraag.soort:
        case Soort.GETAL:
            return "ongeveer 1.200", "1200"
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


def vul_in(formulier: str, vraag: Vraag) -> tuple[str, Waarde]:
    """Return *formulier* with an answer to *vraag* typed where a person types it, and the value that it is."""
    if vraag.soort is not Soort.LIJST:
        typed, waarde = invulling(vraag)
        block, bare = f"\n{vraag.id}: |\n", f"\n{vraag.id}:\n"
        line, vol = (block, f"{block}{typed}\n") if block in formulier else (bare, f"\n{vraag.id}: {typed}\n")
        assert formulier.count(line) == 1
        return formulier.replace(line, vol), waarde
    before, heading, after = formulier.partition(f"{vraag.id}:\n")
    rows: list[Record] = []
    for times in range(2):  # of the three that the form has room for
        row: dict[str, str] = {}
        for veld in vraag.velden:
            typed, waarde = invulling(veld, times)
            typed = "'" + typed.strip().replace("'", "''") + "'"
            after = after.replace(f" {veld.id}:\n", f" {veld.id}: {typed}\n", 1)
            row[veld.id] = str(waarde)
        rows.append(row)
    return before + heading + after, tuple(rows)


@pytest.mark.parametrize("fase", BLADEN)
def test_a_form_that_is_filled_in_comes_back_for_every_soort(wereld: Wereld, inhoud: Inhoud, fase: str) -> None:
    formulier, verwacht = blad(wereld, fase, "yaml"), {}
    for vraag in vragen(inhoud, fase):
        formulier, verwacht[vraag.id] = vul_in(formulier, vraag)
    (wereld.map / "antwoorden.yaml").write_text(formulier, encoding="utf-8")
    outcome = wereld.run("start", "--antwoorden", "antwoorden.yaml", "--geen-invoer")
    assert outcome.code == 0, outcome.fout
    antwoorden = store.load(wereld.bestand).antwoorden
    assert {vraag_id: antwoord.waarde for vraag_id, antwoord in antwoorden.items()} == verwacht


def test_every_soort_of_vraag_is_in_the_forms(inhoud: Inhoud) -> None:
    assert {vraag.soort for vraag in inhoud.vragen} == set(Soort)


@pytest.mark.parametrize("fase", BLADEN)
def test_an_empty_form_changes_nothing(zonnehoek: Wereld, fase: str) -> None:
    before = zonnehoek.bestand.read_bytes()
    (zonnehoek.map / "leeg.yaml").write_text(blad(zonnehoek, fase, "yaml"), encoding="utf-8")
    outcome = zonnehoek.run("start", "--antwoorden", "leeg.yaml", "--geen-invoer")
    assert "In leeg.yaml is nog niets ingevuld." in outcome.fout
    assert zonnehoek.bestand.read_bytes() == before


@pytest.mark.parametrize("empty", ["", " ''", " ~", " null", ' "  "', " []", "\n- naam:\n  rol: ''", "\n- ''"])
def test_what_is_left_empty_in_a_file_takes_no_answer_away(wereld: Wereld, empty: str) -> None:
    wereld.start("wijk.naam=De Weide", "groep.mensen=Tom; voorzitter", "wijk.leeft=groen")
    before = store.load(wereld.bestand)
    for vraag_id in ("wijk.naam", "groep.mensen", "wijk.leeft"):
        (wereld.map / "een.yaml").write_text(f"{vraag_id}:{empty}\ngroep.naam: Weide Warm\n", encoding="utf-8")
        assert wereld.run("start", "--antwoorden", "een.yaml", "--geen-invoer").code == 0
        new = store.load(wereld.bestand)
        assert new.antwoorden["groep.naam"].waarde == "Weide Warm"
        assert new.without("groep.naam") == before


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
    wereld: Wereld, line: str, column: int
) -> None:
    wereld.start("groep.naam=Weide Warm")
    before = wereld.bestand.read_bytes()
    (wereld.map / "een.yaml").write_text(f"# uitleg\n{line}\n", encoding="utf-8", newline="")
    outcome = wereld.run("start", "--antwoorden", "een.yaml", "--geen-invoer")
    assert outcome.code == 1
    assert f":{column}: wat achter dit # staat, telt niet mee." in " ".join(outcome.fout.split())
    assert wereld.bestand.read_bytes() == before


@pytest.mark.parametrize("line", ["wijk.naam: 'Weide #2' # ja", "wijk.naam: Weide#2", "wijk.naam: |  # ja\n  Weide #2"])
def test_a_hash_that_loses_nothing_is_kept(wereld: Wereld, line: str) -> None:
    (wereld.map / "een.yaml").write_text(f"{line}\n# uitleg\n", encoding="utf-8")
    assert wereld.run("start", "--antwoorden", "een.yaml", "--geen-invoer").code == 0
    assert store.load(wereld.bestand).antwoorden["wijk.naam"].waarde in ("Weide #2", "Weide#2")


def test_an_empty_field_of_a_row_is_left_out(wereld: Wereld) -> None:
    row = "groep.mensen:\n  - naam: Tom\n    rol: null\n    contact:\n  - naam: ~\n    rol:\n"
    (wereld.map / "een.yaml").write_text(row, encoding="utf-8")
    assert wereld.run("start", "--antwoorden", "een.yaml", "--geen-invoer").code == 0
    assert store.load(wereld.bestand).antwoorden["groep.mensen"].waarde == ({"naam": "Tom"},)


def test_an_empty_answer_with_the_command_still_means_left_empty(wereld: Wereld) -> None:
    wereld.start("wijk.naam=De Weide", "groep.naam=")
    assert store.load(wereld.bestand).antwoorden["groep.naam"].stand is Stand.LEEG


def test_a_form_can_say_that_it_is_not_known_yet(wereld: Wereld) -> None:
    formulier = blad(wereld, "", "yaml").replace("\nwijk.naam: |\n", "\nwijk.naam: |\n  weet ik nog niet\n")
    (wereld.map / "antwoorden.yaml").write_text(formulier, encoding="utf-8")
    wereld.run("start", "--antwoorden", "antwoorden.yaml", "--geen-invoer")
    assert store.load(wereld.bestand).antwoorden["wijk.naam"].stand is Stand.WEET_NIET


def test_the_werkblad_goes_to_a_file_in_the_format_of_its_name(wereld: Wereld) -> None:
    outcome = wereld.run("werkblad", "3", "--naar", "vragen.html")
    assert "Het werkblad staat in vragen.html." in outcome.fout
    assert (wereld.map / "vragen.html").read_text(encoding="utf-8") == blad(wereld, "3", "html")
    outcome = wereld.run("werkblad", "--naar", "vragen.yaml")
    assert "routekaart start --antwoorden vragen.yaml" in " ".join(outcome.fout.split())
    assert (
        "routekaart werkblad --naar vragen.yaml --overschrijf" in wereld.run("werkblad", "--naar", "vragen.yaml").fout
    )
    assert wereld.run("werkblad", "--naar", "vragen.yaml", "--overschrijf").code == 0


@pytest.mark.parametrize(
    ("args", "zegt"), [(("9",), "Fase '9' bestaat niet"), (("--formaat", "pdf"), "md, html of yaml")]
)
def test_what_is_not_there_is_said_with_what_is(wereld: Wereld, args: tuple[str, ...], zegt: str) -> None:
    outcome = wereld.run("werkblad", *args)
    assert outcome.code == 2
    assert zegt in outcome.fout


def test_as_json_the_werkblad_is_one_text(wereld: Wereld) -> None:
    data = wereld.run("werkblad", "3", "--json").gegevens
    assert data == {"formaat": "md", "bestand": None, "werkblad": blad(wereld, "3")}
