"""Copies: of the last sessions, of the file before it is changed for good, and those a shared folder makes."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from helpers.terminal import CTRL_C, Terminal
from helpers.world import Wereld

from routekaart_cli import formaten, sidecar, store
from routekaart_cli.cli import kopie_terug, kopieen
from routekaart_cli.cli.environment import Environment
from routekaart_cli.model import Antwoord, Project, Stand

PROJECTEN = Path(__file__).parent / "projecten"


def waarde(pad: Path, vraag_id: str = "wijk.naam") -> object:
    antwoord = store.load(pad).antwoorden.get(vraag_id)
    if antwoord and antwoord.alternatieven:
        return [kant.waarde for kant in antwoord.alternatieven]
    return antwoord and antwoord.waarde


def schrijf(pad: Path, **antwoorden: str) -> Path:
    regels = "".join(f"  {naam.replace('_', '.')}: {{waarde: {tekst}}}\n" for naam, tekst in antwoorden.items())
    pad.write_text(f"formaat: 1\nantwoorden:\n{regels}", encoding="utf-8")
    return pad


# Of the last sessions


def test_the_last_state_of_each_of_ten_evenings_is_kept(wereld: Wereld) -> None:
    for avond in range(14):
        wereld.lines("<", f"avond {avond}", ":stop") if avond else wereld.lines("avond 0", ":stop")
        wereld.run("start", "--geen-invoer", "--antwoord", f"wijk.naam=laat op avond {avond}")
    nummers = [kopie.nummer for kopie in sidecar.kopieen(wereld.bestand)]
    assert nummers == list(range(14, 4, -1))
    assert [waarde(kopie.path) for kopie in sidecar.kopieen(wereld.bestand)] == [
        f"laat op avond {avond}" for avond in range(13, 3, -1)
    ]


def test_what_was_edited_by_hand_is_kept_before_it_is_changed(wereld: Wereld) -> None:
    wereld.start("wijk.naam=De Weide")
    schrijf(wereld.bestand, wijk_naam="met de hand")
    wereld.start("wijk.naam=Het Zand")
    assert [waarde(kopie.path) for kopie in sidecar.kopieen(wereld.bestand)] == ["Het Zand", "met de hand", "De Weide"]


def test_copies_are_for_their_owner_only(wereld: Wereld) -> None:
    wereld.start("wijk.naam=De Weide")
    assert stat.S_IMODE(sidecar.kopieen(wereld.bestand)[0].path.stat().st_mode) == 0o600


def test_a_session_comes_back_after_showing_what_differs_and_can_be_undone(wereld: Wereld) -> None:
    wereld.lines("De Weide", ":stop")
    wereld.lines("<", "Het Zand", ":stop")
    lijst = wereld.run("terugdraaien", "--sessie").uit
    assert "2. maandag 23 november 2026 om 20:00" in lijst
    assert "1 antwoord, zoals het nu is" in lijst
    assert "1 antwoord, 1 anders dan nu" in lijst
    uitkomst = wereld.run("terugdraaien", "--sessie", "1")
    assert "Nu: Het Zand\n  Dan: De Weide" in uitkomst.uit
    assert waarde(wereld.bestand) == "De Weide"
    wereld.run("terugdraaien")
    assert waarde(wereld.bestand) == "Het Zand"


def test_a_person_is_asked_before_a_session_comes_back(wereld: Wereld) -> None:
    wereld.lines("De Weide", ":stop")
    wereld.lines("<", "Het Zand", ":stop")
    for getypt, erna in (("nee\n", "Het Zand"), (":stop\n", "Het Zand"), ("", "Het Zand"), ("?\nja\n", "De Weide")):
        uitkomst = wereld.run("terugdraaien", "--sessie", "1", "--toegankelijk", invoer=getypt)
        assert uitkomst.code == 0
        assert waarde(wereld.bestand) == erna


def test_a_session_comes_back_in_place_of_a_file_that_cannot_be_read_and_that_is_kept(wereld: Wereld) -> None:
    wereld.lines("De Weide", ":stop")
    wereld.bestand.write_bytes(b"\x00kapot")
    uitkomst = wereld.run("status")
    assert uitkomst.code == 1
    assert "is nog heel. Die zet je terug met: routekaart terugdraaien --sessie 1" in " ".join(uitkomst.fout.split())
    assert wereld.run("terugdraaien", "--sessie", "1").code == 0
    assert waarde(wereld.bestand) == "De Weide"
    assert (wereld.map / ".routekaart" / "routekaart-project.onleesbaar.yaml").read_bytes() == b"\x00kapot"


@pytest.mark.parametrize(
    ("args", "code", "melding"),
    [
        (("--sessie", "7"), 2, "Kopie 7 is er niet."),
        (("--sessie", "1"), 1, "Kopie 1 is zoals het nu is."),
        (("3",), 2, "Een nummer hoort bij --sessie."),
        (("--sessie", "een"), 2, "Kopie een is er niet."),
    ],
)
def test_a_session_that_cannot_come_back_says_why(
    wereld: Wereld, args: tuple[str, ...], code: int, melding: str
) -> None:
    wereld.start("wijk.naam=De Weide")
    uitkomst = wereld.run("terugdraaien", *args)
    assert uitkomst.code == code
    assert melding in uitkomst.fout


def test_a_copy_that_cannot_be_read_is_passed_over_and_said(wereld: Wereld) -> None:
    wereld.lines("De Weide", ":stop")
    wereld.lines("<", "Het Zand", ":stop")
    sidecar.kopieen(wereld.bestand)[0].path.write_bytes(b"\x00")
    assert "2. niet te lezen" in wereld.run("terugdraaien", "--sessie").uit
    assert "Kopie 2 is niet te lezen." in wereld.run("terugdraaien", "--sessie", "2").fout
    wereld.bestand.write_bytes(b"\x00")
    assert "terugdraaien --sessie 1" in " ".join(wereld.run("status").fout.split())


def test_a_file_broken_while_we_work_costs_no_answer(wereld: Wereld) -> None:
    wereld.start("wijk.naam=De Weide")
    terminal = Terminal(wereld.map, "start", "--toegankelijk", hoogte=60)
    terminal.until("In welke gemeente")
    wereld.bestand.write_bytes(b"\x00kapot")
    terminal.type("Zwolle\r")
    terminal.until("Nog een keer proberen?")
    terminal.type("n\r")
    terminal.until("terugdraaien --sessie")
    assert terminal.end() == 1
    assert wereld.bestand.read_bytes() == b"\x00kapot"
    assert waarde(sidecar.kopieen(wereld.bestand)[0].path, "wijk.gemeente") == "Zwolle"


def test_what_another_window_kept_while_the_question_stood_there_stays(
    wereld: Wereld, monkeypatch: pytest.MonkeyPatch
) -> None:
    wereld.lines("De Weide", ":stop")
    wereld.lines("<", "Het Zand", ":stop")

    def ja(env: Environment, antwoorden: object) -> bool:
        wereld.start("wijk.gemeente=Zwolle")
        return True

    monkeypatch.setattr(kopie_terug, "_confirmed", ja)
    assert wereld.run("terugdraaien", "--sessie", "1", "--toegankelijk").code == 0
    assert (waarde(wereld.bestand), waarde(wereld.bestand, "wijk.gemeente")) == ("De Weide", "Zwolle")


def test_putting_a_copy_in_place_of_an_unreadable_file_offers_no_undo_of_something_else(wereld: Wereld) -> None:
    wereld.lines("De Weide", ":stop")
    wereld.bestand.write_bytes(b"\x00kapot")
    uitkomst = wereld.run("terugdraaien", "--sessie", "1")
    gezegd = " ".join(uitkomst.fout.split())
    assert "In kopie 1 staat 1 antwoord. Het bestand zelf is niet te lezen." in gezegd
    assert "Het onleesbare bestand is bewaard als .routekaart/routekaart-project.onleesbaar.yaml" in gezegd
    assert "Ongedaan maken" not in gezegd


def test_something_else_in_place_of_a_copy_holds_nobody_up(wereld: Wereld) -> None:
    wereld.start("wijk.naam=De Weide")
    os.mkfifo(wereld.map / ".routekaart" / "routekaart-project.sessie-400.yaml")
    (wereld.map / ".routekaart" / f"routekaart-project.sessie-{'9' * 40}.yaml").touch()
    wereld.start("wijk.naam=Het Zand")
    assert waarde(sidecar.kopieen(wereld.bestand)[0].path) == "Het Zand"


def test_whoever_shares_the_folder_shares_what_is_beside_the_file(wereld: Wereld) -> None:
    wereld.map.chmod(0o2770)
    wereld.bestand.touch()
    wereld.bestand.chmod(0o660)
    wereld.bestand.write_text("formaat: 1\n", encoding="utf-8")
    wereld.start("wijk.naam=De Weide")
    ernaast = wereld.map / ".routekaart"
    assert stat.S_IMODE(ernaast.stat().st_mode) & 0o770 == 0o770
    for naam in ("sessie-1.yaml", "wijzigingen.yaml", "slot"):
        assert stat.S_IMODE((ernaast / f"routekaart-project.{naam}").stat().st_mode) == 0o660


def test_a_folder_beside_the_file_that_is_not_ours_costs_no_answer(
    wereld: Wereld, monkeypatch: pytest.MonkeyPatch
) -> None:
    wereld.start("wijk.naam=De Weide")
    echt = os.stat

    def weigert(pad: object, *args: object, **namen: object) -> object:
        if ".routekaart/" in str(pad):
            raise PermissionError(13, "Permission denied")
        return echt(pad, *args, **namen)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "stat", weigert)
    uitkomst = wereld.lines("Zwolle", ":stop")
    assert uitkomst.code == 0
    assert waarde(wereld.bestand, "wijk.gemeente") == "Zwolle"


# Formats


def test_of_every_format_that_was_released_there_is_a_file_and_it_opens() -> None:
    assert sorted(pad.name for pad in PROJECTEN.glob("formaat-*.yaml")) == [
        f"formaat-{nummer}.yaml" for nummer in range(1, formaten.nieuwste() + 1)
    ]
    for pad in PROJECTEN.glob("formaat-*.yaml"):
        project = store.load(pad)
        assert project.antwoorden["wijk.naam"].waarde == "De Weide"
        assert project.antwoorden["plan-maken.maak-afspraken-met-de-gemeente.besluit"].stand is Stand.ONEENS
        assert project.onbekend == {"opmerking": "van ons"}


def test_an_older_file_becomes_the_newest_format_and_its_copy_stays(
    wereld: Wereld, monkeypatch: pytest.MonkeyPatch
) -> None:
    def hernoem(project: Project) -> Project:
        return Project({"wijk.naam": project.antwoorden["buurt"]}, 2, project.onbekend)

    schrijf(wereld.bestand, buurt="De Weide")
    oud = wereld.bestand.read_bytes()
    monkeypatch.setattr(formaten, "MIGRATIES", (hernoem,))
    assert wereld.run("nakijken", "--json").code == 0
    assert wereld.bestand.read_bytes() == oud
    wereld.start("wijk.gemeente=Zwolle")
    assert "formaat: 2\n" in wereld.bestand.read_text(encoding="utf-8")
    assert waarde(wereld.bestand) == "De Weide"
    assert (wereld.map / ".routekaart" / "routekaart-project.formaat-1.yaml").read_bytes() == oud


# Made by a shared folder


NAMEN = [
    "routekaart-project (conflicted copy 2026-11-24 200000).yaml",
    "routekaart-project (conflicterende kopie van Jan 2026-11-24).yaml",
    "routekaart-project (Jan's conflicted copy 2026-11-24).yaml",
    "routekaart-project_conflict-20261124-200000.yaml",
    "routekaart-project.sync-conflict-20261124-200000-ABCDEFG.yaml",
    "routekaart-project-LAPTOP-JAN.yaml",
    "routekaart-project-Jans-MacBook.yaml",
    "routekaart-project (1).yaml",
    "routekaart-project - kopie.yaml",
]


@pytest.mark.parametrize("naam", NAMEN)
def test_a_copy_of_a_shared_folder_is_known_by_its_name(wereld: Wereld, naam: str) -> None:
    schrijf(wereld.bestand, wijk_naam="De Weide")
    kopie = schrijf(wereld.map / naam, wijk_naam="Het Zand")
    assert kopieen.beside(wereld.bestand) == [kopie]
    assert naam in wereld.run("controleer", "--json").uit


def test_copies_beside_a_linked_file_are_found_where_it_really_is(wereld: Wereld, tmp_path: Path) -> None:
    gedeeld = tmp_path / "gedeeld"
    gedeeld.mkdir()
    kopie = schrijf(gedeeld / NAMEN[0], wijk_naam="Het Zand")
    wereld.bestand.symlink_to(schrijf(gedeeld / "routekaart-project.yaml", wijk_naam="De Weide"))
    assert kopieen.beside(wereld.bestand) == [kopie]


def test_a_copy_that_is_put_away_never_replaces_an_earlier_one(wereld: Wereld) -> None:
    schrijf(wereld.bestand, wijk_naam="De Weide")
    for naam in ("Het Zand", "De Hoek"):
        sidecar.put_away(wereld.bestand, schrijf(wereld.map / NAMEN[0], wijk_naam=naam))
    weggezet = [waarde(pad) for pad in (wereld.map / ".routekaart").glob("*conflicted*")]
    assert sorted(map(str, weggezet)) == ["De Hoek", "Het Zand"]


@pytest.mark.parametrize("naam", ["routekaart-project.yaml", "routekaart-project-oud.yaml", "ander (1).yaml", "x.yaml"])
def test_other_files_are_left_alone(wereld: Wereld, naam: str) -> None:
    schrijf(wereld.bestand, wijk_naam="De Weide")
    schrijf(wereld.map / naam, wijk_naam="De Weide")
    (wereld.map / NAMEN[0]).mkdir()
    assert kopieen.beside(wereld.bestand) == []


def test_start_offers_to_merge_a_copy_and_puts_it_away(wereld: Wereld) -> None:
    schrijf(wereld.bestand, wijk_naam="De Weide")
    kopie = schrijf(wereld.map / NAMEN[0], wijk_naam="De Weide", wijk_gemeente="Zwolle")
    terminal = Terminal(wereld.map, "start", hoogte=60)
    terminal.until("samenvoegen?")
    terminal.type("j", "\r")
    terminal.until("De kopie is verplaatst naar .routekaart")
    terminal.until("In welke provincie")
    terminal.type(CTRL_C)
    terminal.end()
    assert waarde(wereld.bestand, "wijk.gemeente") == "Zwolle"
    assert not kopie.exists()
    assert (wereld.map / ".routekaart" / kopie.name).exists()


def test_whoever_says_no_keeps_the_copy_and_hears_how_to_merge_later(wereld: Wereld) -> None:
    schrijf(wereld.bestand, wijk_naam="De Weide")
    kopie = schrijf(wereld.map / NAMEN[0], wijk_gemeente="Zwolle")
    terminal = Terminal(wereld.map, "start", hoogte=60)
    terminal.until("samenvoegen?")
    terminal.type("n", "\r")
    terminal.until("Later samenvoegen kan met")
    terminal.until("In welke gemeente")
    terminal.type(CTRL_C)
    terminal.end()
    assert kopie.exists()


# Merged by hand


def test_a_copy_from_the_mail_is_merged_into_the_project(wereld: Wereld) -> None:
    schrijf(wereld.bestand, wijk_naam="De Weide", wijk_woningen="350")
    schrijf(wereld.map / "van-jan.yaml", wijk_naam="Het Zand", wijk_gemeente="Zwolle")
    uitkomst = wereld.run("samenvoegen", "van-jan.yaml")
    assert uitkomst.code == 0
    assert waarde(wereld.bestand) == ["De Weide", "Het Zand"]
    assert waarde(wereld.bestand, "wijk.gemeente") == "Zwolle"
    assert waarde(wereld.map / "van-jan.yaml") == "Het Zand"
    assert "Uit van-jan.yaml" in uitkomst.uit
    wereld.run("terugdraaien")
    assert waarde(wereld.bestand) == "De Weide"


def test_two_files_come_together_in_the_first_seen_from_their_base(wereld: Wereld) -> None:
    een = schrijf(wereld.map / "een.yaml", wijk_naam="De Weide", wijk_gemeente="Zwolle")
    twee = schrijf(wereld.map / "twee.yaml", wijk_naam="Het Zand")
    schrijf(wereld.map / "basis.yaml", wijk_naam="De Weide", wijk_gemeente="Zwolle")
    uitkomst = wereld.run("samenvoegen", "een.yaml", "twee.yaml", "--basis", "basis.yaml", "--json")
    assert uitkomst.gegevens == {"bestand": "een.yaml", "antwoorden": {"wijk.naam": "hun", "wijk.gemeente": "hun"}}
    assert waarde(een) == "Het Zand"
    assert waarde(een, "wijk.gemeente") is None
    assert waarde(twee) == "Het Zand"


def test_what_gave_way_in_a_merge_is_shown(wereld: Wereld) -> None:
    wereld.start("wijk.woningen=350", "wijk.naam=De Weide")
    schrijf(wereld.map / "basis.yaml", wijk_naam="De Weide", wijk_woningen="350")
    schrijf(wereld.map / "van-jan.yaml", wijk_naam="Het Zand", wijk_woningen="350")
    uitkomst = wereld.run("samenvoegen", "van-jan.yaml", "--basis", "basis.yaml")
    assert "Het Zand\n  In plaats van: De Weide" in uitkomst.uit


def test_a_merge_that_brings_nothing_changes_nothing_and_offers_no_way_back(wereld: Wereld) -> None:
    wereld.start("wijk.naam=De Weide")
    wereld.start("wijk.gemeente=Zwolle")
    schrijf(wereld.map / "ouder.yaml", wijk_naam="De Weide")
    for naam in ("ouder.yaml", "routekaart-project.yaml"):
        uitkomst = wereld.run("samenvoegen", naam)
        assert "Er is niets veranderd" in uitkomst.uit
        assert "terugdraaien" not in uitkomst.uit + uitkomst.fout
    assert "Er stond: Zwolle" in wereld.run("terugdraaien").uit


@pytest.mark.parametrize("args", [["a", "b", "c"], ["--git", "a", "b"], ["is-er-niet.yaml"], []])
def test_a_merge_that_cannot_be_says_why_and_changes_nothing(wereld: Wereld, args: list[str]) -> None:
    schrijf(wereld.bestand, wijk_naam="De Weide")
    vooraf = wereld.bestand.read_bytes()
    uitkomst = wereld.run("samenvoegen", *args)
    assert uitkomst.code in (1, 2)
    assert uitkomst.fout
    assert wereld.bestand.read_bytes() == vooraf


def git(map: Path, *args: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["git", *args],
        cwd=map,
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null", "LANG": "C.UTF-8"},
    )


@pytest.fixture
def repository(wereld: Wereld) -> Path:
    """A git repository with a project file, set up with the two lines of the README."""
    readme = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
    regels = [regel for regel in readme.splitlines() if "merge=routekaart" in regel or "merge.routekaart" in regel]
    assert len(regels) == 2
    git(wereld.map, "init", "-q", "-b", "main")
    git(wereld.map, "config", "user.name", "Jan")
    git(wereld.map, "config", "user.email", "jan@example.org")
    for regel in regels:
        opdracht = regel.replace("routekaart samenvoegen", f"{sys.executable} -m routekaart_cli samenvoegen")
        subprocess.run(["sh", "-c", opdracht], cwd=wereld.map, check=True)
    wereld.start("wijk.naam=De Weide", "wijk.woningen=350")
    bewaar(wereld.map)
    return wereld.map


def bewaar(map: Path) -> None:
    git(map, "add", "-A")
    assert git(map, "commit", "-qm", "antwoorden").returncode == 0


def test_git_merges_branches_that_changed_different_and_the_same_answers(repository: Path, wereld: Wereld) -> None:
    assert not [naam for naam in git(repository, "ls-files").stdout.split() if ".routekaart" in naam]
    git(repository, "switch", "-qc", "jan")
    wereld.start("wijk.gemeente=Zwolle", "wijk.naam=Het Zand")
    bewaar(repository)
    git(repository, "switch", "-q", "main")
    wereld.start("wijk.woningen=400", "wijk.naam=De Hoek")
    bewaar(repository)
    samengevoegd = git(repository, "merge", "jan", "-m", "samen")
    assert samengevoegd.returncode == 0, samengevoegd.stdout + samengevoegd.stderr
    assert waarde(wereld.bestand) == ["De Hoek", "Het Zand"]
    assert waarde(wereld.bestand, "wijk.gemeente") == "Zwolle"
    assert waarde(wereld.bestand, "wijk.woningen") == "400"
    assert "<<<<" not in wereld.bestand.read_text(encoding="utf-8")
    assert git(repository, "status", "--porcelain").stdout == ""


def test_git_merges_files_that_two_people_began_apart(repository: Path, wereld: Wereld) -> None:
    git(repository, "switch", "-q", "--orphan", "apart")
    git(repository, "checkout", "main", "--", ".gitattributes")
    wereld.bestand.unlink(missing_ok=True)
    wereld.start("wijk.gemeente=Zwolle")
    bewaar(repository)
    samengevoegd = git(repository, "merge", "main", "--allow-unrelated-histories", "-m", "samen")
    assert samengevoegd.returncode == 0, samengevoegd.stdout + samengevoegd.stderr
    assert waarde(wereld.bestand) == "De Weide"
    assert waarde(wereld.bestand, "wijk.gemeente") == "Zwolle"


def test_a_branch_with_a_broken_file_leaves_the_conflict_to_git(repository: Path, wereld: Wereld) -> None:
    git(repository, "switch", "-qc", "jan")
    wereld.bestand.write_text("formaat: [", encoding="utf-8")
    bewaar(repository)
    git(repository, "switch", "-q", "main")
    wereld.start("wijk.naam=De Hoek")
    bewaar(repository)
    assert git(repository, "merge", "jan", "-m", "samen").returncode == 1
    assert waarde(wereld.bestand) == "De Hoek"


# Looked over


def test_controleer_says_that_all_is_well_or_what_is_missing(zonnehoek: Wereld) -> None:
    uitkomst = zonnehoek.run("controleer")
    assert uitkomst.code == 0
    assert "Nog niet eens: 1" in uitkomst.uit
    assert "Nog open: 3" in uitkomst.uit
    assert len(uitkomst.uit.splitlines()) <= 24
    assert zonnehoek.run("controleer", "--streng").code == 1


def test_controleer_names_what_does_not_fit_what_is_unknown_and_what_is_gone(wereld: Wereld) -> None:
    wereld.bestand.write_text(
        "formaat: 1\nkleur: rood\nantwoorden:\n  wijk.woningen: {waarde: veel, tint: x}\n  oud.weg: {waarde: y}\n"
        "  wijk.provincie: {waarde: overijsel}\n",
        encoding="utf-8",
    )
    gegevens = wereld.run("controleer", "--json").gegevens
    assert [deel["id"] for deel in gegevens["past_niet"]] == ["wijk.provincie", "wijk.woningen"]
    assert gegevens["vraag_weg"] == ["oud.weg"]
    assert gegevens["onbekend"] == ["kleur", "wijk.woningen: tint"]
    wereld.start("wijk.naam=De Weide")
    erna = store.load(wereld.bestand)
    assert erna.onbekend == {"kleur": "rood"}
    assert erna.antwoorden["oud.weg"] == Antwoord(Stand.GEGEVEN, "y")


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
        for naam in open_punten:
            vraag = keuze[naam]
            wereld.start(
                f"{naam}="
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
