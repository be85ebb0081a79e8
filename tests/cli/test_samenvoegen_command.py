"""`samenvoegen`: a copy from the mail, two files, and the branches of git become one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from helpers.places import README
from helpers.project_file import schrijf, waarde
from helpers.world import Wereld


def test_a_copy_from_the_mail_is_merged_into_the_project(wereld: Wereld) -> None:
    schrijf(wereld.bestand, wijk_naam="De Weide", wijk_woningen="350")
    schrijf(wereld.map / "van-jan.yaml", wijk_naam="Het Zand", wijk_gemeente="Zwolle")
    outcome = wereld.run("samenvoegen", "van-jan.yaml")
    assert outcome.code == 0
    assert waarde(wereld.bestand) == ["De Weide", "Het Zand"]
    assert waarde(wereld.bestand, "wijk.gemeente") == "Zwolle"
    assert waarde(wereld.map / "van-jan.yaml") == "Het Zand"
    assert "Uit van-jan.yaml" in outcome.uit
    wereld.run("terugdraaien")
    assert waarde(wereld.bestand) == "De Weide"


def test_two_files_come_together_in_the_first_seen_from_their_base(wereld: Wereld) -> None:
    one = schrijf(wereld.map / "een.yaml", wijk_naam="De Weide", wijk_gemeente="Zwolle")
    twee = schrijf(wereld.map / "twee.yaml", wijk_naam="Het Zand")
    schrijf(wereld.map / "basis.yaml", wijk_naam="De Weide", wijk_gemeente="Zwolle")
    outcome = wereld.run("samenvoegen", "een.yaml", "twee.yaml", "--basis", "basis.yaml", "--json")
    assert outcome.gegevens == {"bestand": "een.yaml", "antwoorden": {"wijk.naam": "hun", "wijk.gemeente": "hun"}}
    assert waarde(one) == "Het Zand"
    assert waarde(one, "wijk.gemeente") is None
    assert waarde(twee) == "Het Zand"


def test_what_gave_way_in_a_merge_is_shown(wereld: Wereld) -> None:
    wereld.start("wijk.woningen=350", "wijk.naam=De Weide")
    schrijf(wereld.map / "basis.yaml", wijk_naam="De Weide", wijk_woningen="350")
    schrijf(wereld.map / "van-jan.yaml", wijk_naam="Het Zand", wijk_woningen="350")
    outcome = wereld.run("samenvoegen", "van-jan.yaml", "--basis", "basis.yaml")
    assert "Het Zand\n  In plaats van: De Weide" in outcome.uit


def test_a_merge_that_brings_nothing_changes_nothing_and_offers_no_way_back(wereld: Wereld) -> None:
    wereld.start("wijk.naam=De Weide")
    wereld.start("wijk.gemeente=Zwolle")
    schrijf(wereld.map / "ouder.yaml", wijk_naam="De Weide")
    for name in ("ouder.yaml", "routekaart-project.yaml"):
        outcome = wereld.run("samenvoegen", name)
        assert "Er is niets veranderd" in outcome.uit
        assert "terugdraaien" not in outcome.uit + outcome.fout
    assert "Er stond: Zwolle" in wereld.run("terugdraaien").uit


@pytest.mark.parametrize("args", [["a", "b", "c"], ["--git", "a", "b"], ["is-er-niet.yaml"], []])
def test_a_merge_that_cannot_be_says_why_and_changes_nothing(wereld: Wereld, args: list[str]) -> None:
    schrijf(wereld.bestand, wijk_naam="De Weide")
    before = wereld.bestand.read_bytes()
    outcome = wereld.run("samenvoegen", *args)
    assert outcome.code in (1, 2)
    assert outcome.fout
    assert wereld.bestand.read_bytes() == before


def git(folder: Path, *args: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["git", *args],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null", "LANG": "C.UTF-8"},
    )


@pytest.fixture
def repository(wereld: Wereld) -> Path:
    """A git repository with a project file, set up with the two lines of the README."""
    readme = README.read_text(encoding="utf-8")
    lines = [line for line in readme.splitlines() if "merge=routekaart" in line or "merge.routekaart" in line]
    assert len(lines) == 2
    git(wereld.map, "init", "-q", "-b", "main")
    git(wereld.map, "config", "user.name", "Jan")
    git(wereld.map, "config", "user.email", "jan@example.org")
    for line in lines:
        opdracht = line.replace("routekaart samenvoegen", f"{sys.executable} -m routekaart_cli samenvoegen")
        subprocess.run(["sh", "-c", opdracht], cwd=wereld.map, check=True)
    wereld.start("wijk.naam=De Weide", "wijk.woningen=350")
    bewaar(wereld.map)
    return wereld.map


def bewaar(folder: Path) -> None:
    git(folder, "add", "-A")
    assert git(folder, "commit", "-qm", "antwoorden").returncode == 0


def test_git_merges_branches_that_changed_different_and_the_same_answers(repository: Path, wereld: Wereld) -> None:
    assert not [name for name in git(repository, "ls-files").stdout.split() if ".routekaart" in name]
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
