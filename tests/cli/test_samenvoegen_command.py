"""`samenvoegen`: a copy from the mail, two files, and the branches of git become one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from helpers.git import git
from helpers.places import README
from helpers.project_file import waarde, write
from helpers.world import World


def test_a_copy_from_the_mail_is_merged_into_the_project(world: World) -> None:
    write(world.bestand, wijk_naam="De Weide", wijk_woningen="350")
    write(world.folder / "van-jan.yaml", wijk_naam="Het Zand", wijk_gemeente="Zwolle")
    outcome = world.run("samenvoegen", "van-jan.yaml")
    assert outcome.code == 0
    assert both(world) == {"De Weide", "Het Zand"}
    assert waarde(world.bestand, "wijk.gemeente") == "Zwolle"
    assert waarde(world.folder / "van-jan.yaml") == "Het Zand"
    assert "Uit van-jan.yaml" in outcome.stdout
    world.run("terugdraaien")
    assert waarde(world.bestand) == "De Weide"


def both(world: World) -> set[object]:
    """Return what stands side by side as the name of the wijk."""
    sides = waarde(world.bestand)
    assert isinstance(sides, list)
    return set(sides)


def mailed(world: World, name: str, old: str, new: str) -> Path:
    """Return a copy of the project file in which somebody changed *old* into *new*."""
    copy = world.folder / name
    text = world.bestand.read_text(encoding="utf-8")
    assert old in text
    copy.write_text(text.replace(old, new), encoding="utf-8")
    return copy


def test_what_only_the_copy_changed_counts_and_shows_what_gave_way(world: World) -> None:
    world.start("wijk.woningen=350", "wijk.naam=De Weide")
    mailed(world, "van-jan.yaml", "De Weide", "Het Zand")
    outcome = world.run("samenvoegen", "van-jan.yaml")
    assert "Het Zand\n  In plaats van: De Weide" in outcome.stdout
    assert waarde(world.bestand) == "Het Zand"


def test_what_both_changed_stands_side_by_side_and_once_settled_stays_so(world: World) -> None:
    world.start("wijk.naam=De Weide")
    mailed(world, "van-jan.yaml", "De Weide", "Het Zand")
    world.start("wijk.naam=De Hoek")
    assert world.run("samenvoegen", "van-jan.yaml", "--json").gegevens["antwoorden"] == {"wijk.naam": "niet-eens"}
    world.start("wijk.naam=Het Zand")
    assert "Er is niets veranderd" in world.run("samenvoegen", "van-jan.yaml").stdout
    assert waarde(world.bestand) == "Het Zand"


def test_a_merge_that_was_undone_can_be_wanted_after_all_and_is_asked_about_once(world: World) -> None:
    world.start("wijk.naam=De Weide")
    mailed(world, "van-jan.yaml", "De Weide", "Het Zand")
    world.run("samenvoegen", "van-jan.yaml")
    world.run("terugdraaien")
    assert waarde(world.bestand) == "De Weide"
    for typed, kept in (("", "De Weide"), ("nee\n", "De Weide"), ("ja\n", "Het Zand")):
        outcome = world.run("samenvoegen", "van-jan.yaml", "--toegankelijk", source=typed)
        assert "Willen jullie het antwoord uit de kopie toch overnemen?" in " ".join(outcome.stderr.split())
        assert waarde(world.bestand) == kept
    assert "toch overnemen" not in world.run("samenvoegen", "van-jan.yaml", "--toegankelijk").stderr


def test_two_files_come_together_in_the_first(world: World) -> None:
    world.start("wijk.naam=De Weide", "wijk.gemeente=Zwolle")
    two = mailed(world, "twee.yaml", "Zwolle", "Kampen")
    one = mailed(world, "een.yaml", "De Weide", "Het Zand")
    outcome = world.run("samenvoegen", "een.yaml", "twee.yaml", "--json")
    assert outcome.gegevens == {"bestand": "een.yaml", "antwoorden": {"wijk.gemeente": "hun", "wijk.naam": "ons"}}
    assert (waarde(one), waarde(one, "wijk.gemeente")) == ("Het Zand", "Kampen")
    assert waarde(two) == "De Weide"


def test_a_copy_of_a_newer_routekaart_is_refused_by_its_own_name_before_anything_is_written(world: World) -> None:
    world.start("wijk.naam=De Weide")
    before = world.bestand.read_bytes()
    mailed(world, "nieuw.yaml", "formaat: 2", "formaat: 3")
    outcome = world.run("samenvoegen", "nieuw.yaml")
    assert outcome.code == 1
    assert "nieuw.yaml: dit bestand is gemaakt met een nieuwere routekaart" in " ".join(outcome.stderr.split())
    assert world.bestand.read_bytes() == before


def test_a_merge_that_brings_nothing_changes_nothing_and_offers_no_way_back(world: World) -> None:
    world.start("wijk.naam=De Weide")
    world.start("wijk.gemeente=Zwolle")
    write(world.folder / "ouder.yaml", wijk_naam="De Weide")
    for name in ("ouder.yaml", "routekaart-project.yaml"):
        outcome = world.run("samenvoegen", name)
        assert "Er is niets veranderd" in outcome.stdout
        assert "terugdraaien" not in outcome.stdout + outcome.stderr
    assert "Er stond: Zwolle" in world.run("terugdraaien").stdout


@pytest.mark.parametrize("args", [["a", "b", "c"], ["--git", "a", "b"], ["is-er-niet.yaml"], []])
def test_a_merge_that_cannot_be_says_why_and_changes_nothing(world: World, args: list[str]) -> None:
    write(world.bestand, wijk_naam="De Weide")
    before = world.bestand.read_bytes()
    outcome = world.run("samenvoegen", *args)
    assert outcome.code in (1, 2)
    assert outcome.stderr
    assert world.bestand.read_bytes() == before


@pytest.fixture
def repository(world: World) -> Path:
    """A git repository with a project file, set up with the two lines of the README."""
    readme = README.read_text(encoding="utf-8")
    lines = [line for line in readme.splitlines() if "merge=routekaart" in line or "merge.routekaart" in line]
    assert len(lines) == 2
    git(world.folder, "init", "-q", "-b", "main")
    git(world.folder, "config", "user.name", "Jan")
    git(world.folder, "config", "user.email", "jan@example.org")
    for line in lines:
        opdracht = line.replace("routekaart samenvoegen", f"{sys.executable} -m routekaart_cli samenvoegen")
        subprocess.run(["sh", "-c", opdracht], cwd=world.folder, check=True)
    world.start("wijk.naam=De Weide", "wijk.woningen=350")
    keep(world.folder)
    return world.folder


def keep(folder: Path) -> None:
    git(folder, "add", "-A")
    assert git(folder, "commit", "-qm", "antwoorden").returncode == 0


def test_git_merges_what_two_people_changed_different_and_the_same(repository: Path, tmp_path: Path) -> None:
    assert not [name for name in git(repository, "ls-files").stdout.split() if ".routekaart" in name]
    world, jan = World(repository), World(tmp_path / "jan")
    git(repository, "clone", "-q", ".", str(jan.folder))
    for key in ("user.name", "user.email"):
        git(jan.folder, "config", key, "jan")
    jan.start("wijk.gemeente=Zwolle", "wijk.naam=Het Zand")
    keep(jan.folder)
    world.start("wijk.woningen=400", "wijk.naam=De Hoek")
    keep(repository)
    merged_text = git(repository, "pull", "-q", "--no-rebase", "--no-edit", str(jan.folder), "main")
    assert merged_text.returncode == 0, merged_text.stdout + merged_text.stderr
    assert both(world) == {"De Hoek", "Het Zand"}
    assert waarde(world.bestand, "wijk.gemeente") == "Zwolle"
    assert waarde(world.bestand, "wijk.woningen") == "400"
    assert "<<<<" not in world.bestand.read_text(encoding="utf-8")
    assert git(repository, "status", "--porcelain").stdout == ""


def test_git_merges_files_that_two_people_began_apart(repository: Path, world: World) -> None:
    git(repository, "switch", "-q", "--orphan", "apart")
    git(repository, "checkout", "main", "--", ".gitattributes")
    world.bestand.unlink(missing_ok=True)
    world.start("wijk.gemeente=Zwolle")
    keep(repository)
    merged_text = git(repository, "merge", "main", "--allow-unrelated-histories", "-m", "samen")
    assert merged_text.returncode == 0, merged_text.stdout + merged_text.stderr
    assert waarde(world.bestand) == "De Weide"
    assert waarde(world.bestand, "wijk.gemeente") == "Zwolle"


def test_a_branch_with_a_broken_file_leaves_the_conflict_to_git(repository: Path, world: World) -> None:
    git(repository, "switch", "-qc", "jan")
    world.bestand.write_text("formaat: [", encoding="utf-8")
    keep(repository)
    git(repository, "switch", "-q", "main")
    world.start("wijk.naam=De Hoek")
    keep(repository)
    assert git(repository, "merge", "jan", "-m", "samen").returncode == 1
    assert waarde(world.bestand) == "De Hoek"
