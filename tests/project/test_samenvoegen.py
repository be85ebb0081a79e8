"""Two windows, two laptops: what both kept is kept, and what they disagree on stands side by side."""

from __future__ import annotations

import contextlib
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from helpers.world import Stroom, Wereld
from hypothesis import given
from hypothesis import strategies as st

from routekaart_cli.domain.antwoorden import Alternatief, Antwoord, Project, Stand, Waarde
from routekaart_cli.domain.routekaart import Soort, Vraag
from routekaart_cli.environment.world import Environment
from routekaart_cli.errors import WriteFailed
from routekaart_cli.gesprek.werk import Werk
from routekaart_cli.project import sidecar, store
from routekaart_cli.project.samenvoeging import Herkomst, merge

VROEG, LATER, LAATST = (f"2026-11-2{day}T20:00:00+00:00" for day in (1, 2, 3))
JAN, FATIMA, ELS = ({"naam": name} for name in ("Jan", "Fatima", "Els"))


def zegt(waarde: Waarde, gewijzigd: str = VROEG, by_whom: str = "") -> Antwoord:
    return Antwoord(Stand.GEGEVEN, waarde, gewijzigd, by_whom)


def project(**antwoorden: Antwoord) -> Project:
    return Project(antwoorden)


def oneens(antwoord: Antwoord) -> list[Waarde]:
    assert antwoord.stand is Stand.ONEENS
    return [side.waarde for side in antwoord.alternatieven]


# With what both began with


def test_what_only_one_of_them_changed_counts() -> None:
    basis = project(a=zegt("1"), b=zegt("1"))
    merged = merge(project(a=zegt("2"), b=zegt("1")), project(a=zegt("1"), b=zegt("3")), basis)
    assert merged.project == project(a=zegt("2"), b=zegt("3"))
    assert merged.herkomst == {"a": Herkomst.OURS, "b": Herkomst.THEIRS}


def test_what_one_took_away_and_the_other_left_alone_is_gone() -> None:
    basis = project(a=zegt("1"), b=zegt("1"))
    assert merge(project(b=zegt("1")), basis, basis).project == project(b=zegt("1"))
    assert merge(basis, project(a=zegt("1")), basis).project == project(a=zegt("1"))


def test_what_one_took_away_and_the_other_changed_stays() -> None:
    merged = merge(project(), project(a=zegt("2")), project(a=zegt("1")))
    assert merged.project == project(a=zegt("2"))


def test_what_both_changed_stands_side_by_side_with_who_said_it() -> None:
    merged = merge(project(a=zegt("2", LATER, "Jan")), project(a=zegt("3", LAATST, "Els")), project(a=zegt("1")))
    sides = (Alternatief("2", "Jan"), Alternatief("3", "Els"))
    assert merged.project == project(a=Antwoord(Stand.ONEENS, gewijzigd=LAATST, alternatieven=sides))
    assert merged.van(Herkomst.DISAGREED) == ("a",)


def test_the_same_change_by_both_is_one_answer() -> None:
    merged = merge(project(a=zegt("2", LATER)), project(a=zegt("2", LAATST)), project(a=zegt("1")))
    assert merged.project == project(a=zegt("2", LAATST))
    assert not merged.herkomst


def test_an_answer_goes_before_not_knowing_yet() -> None:
    for open_punt in (Stand.WEET_NIET, Stand.LATER, Stand.LEEG):
        for basis in (project(), None):
            merged = merge(project(a=Antwoord(open_punt, gewijzigd=LAATST)), project(a=zegt("1")), basis)
            assert merged.project == project(a=zegt("1"))


def test_a_third_opinion_comes_beside_the_other_two() -> None:
    twee = project(a=Antwoord(Stand.ONEENS, alternatieven=(Alternatief("1"), Alternatief("2"))))
    merged = merge(twee, project(a=zegt("3")), project())
    assert oneens(merged.project.antwoorden["a"]) == ["1", "2", "3"]
    assert merge(merged.project, project(a=zegt("3")), project()).project == merged.project


def test_who_changes_an_opinion_takes_the_old_one_back() -> None:
    zij = project(a=Antwoord(Stand.ONEENS, alternatieven=(Alternatief("1"), Alternatief("2"))))
    merged = merge(project(a=zegt("3")), zij, project(a=zegt("1")))
    assert oneens(merged.project.antwoorden["a"]) == ["3", "2"]


def test_people_added_by_both_are_all_there_and_who_was_taken_off_is_not() -> None:
    basis = project(a=zegt((JAN,)))
    assert merge(project(a=zegt((JAN, ELS))), project(a=zegt((JAN, FATIMA))), basis).project.antwoorden["a"].waarde == (
        JAN,
        ELS,
        FATIMA,
    )
    assert merge(project(a=zegt((ELS,))), project(a=zegt((JAN, FATIMA))), basis).project.antwoorden["a"].waarde == (
        ELS,
        FATIMA,
    )


# Without it


def test_without_a_base_the_one_that_changed_after_they_parted_counts() -> None:
    samen_gehad = {"samen": zegt("x", LATER)}
    ours, theirs = (
        Project({**samen_gehad, "a": zegt("oud", VROEG)}),
        Project({**samen_gehad, "a": zegt("nieuw", LAATST)}),
    )
    assert merge(ours, theirs).project.antwoorden["a"].waarde == "nieuw"
    assert merge(theirs, ours).project.antwoorden["a"].waarde == "nieuw"


@pytest.mark.parametrize(
    ("one", "other"), [(LATER, LAATST), (LAATST, LAATST), (VROEG, "gisteren"), ("", ""), (VROEG, VROEG)]
)
def test_without_a_base_and_when_the_moments_do_not_decide_it_both_stay(one: str, other: str) -> None:
    begin = {"samen": zegt("x", VROEG)}
    merged = merge(Project({**begin, "a": zegt("1", one)}), Project({**begin, "a": zegt("2", other)}))
    assert oneens(merged.project.antwoorden["a"]) == ["1", "2"]


def test_without_a_base_an_answer_that_only_one_has_stays() -> None:
    merged = merge(project(a=zegt("1")), project(b=zegt("2")))
    assert merged.project == project(a=zegt("1"), b=zegt("2"))


def test_keys_we_do_not_know_come_from_both() -> None:
    ours = Project({"a": zegt("1")._replace(onbekend={"x": "1"})}, onbekend={"p": "1"})
    theirs = Project({"a": zegt("1")._replace(onbekend={"y": "2"})}, onbekend={"q": "2"})
    merged = merge(ours, theirs).project
    assert (merged.antwoorden["a"].onbekend, merged.onbekend) == ({"x": "1", "y": "2"}, {"p": "1", "q": "2"})


waarden = st.sampled_from(["1", "2", ("x",), ("x", "y"), (JAN,), (JAN, ELS)])
antwoorden = st.one_of(
    st.builds(zegt, waarden, st.sampled_from([VROEG, LATER, LAATST, ""]), st.sampled_from(["", "Jan"])),
    st.builds(Antwoord, st.sampled_from([Stand.LEEG, Stand.LATER, Stand.WEET_NIET])),
)
projecten = st.dictionaries(st.sampled_from("abc"), antwoorden).map(Project)


def gezegd(origin: Project) -> set[tuple[str, str]]:
    """Return every value that stands in *origin*, with its vraag; of a lijst every record."""
    waarden = [
        (vraag_id, waarde)
        for vraag_id, antwoord in origin.antwoorden.items()
        for waarde in (antwoord.waarde, *(side.waarde for side in antwoord.alternatieven))
    ]
    return {
        (vraag_id, str(part))
        for vraag_id, waarde in waarden
        for part in (waarde if isinstance(waarde, tuple) and JAN in waarde else [waarde])
    }


@given(ours=projecten, theirs=projecten, basis=projecten)
def test_merging_loses_nothing_that_one_of_them_changed(ours: Project, theirs: Project, basis: Project) -> None:
    after = gezegd(merge(ours, theirs, basis).project)
    for vraag_id, waarde in gezegd(ours) - gezegd(basis):
        antwoord = ours.antwoorden[vraag_id]
        if antwoord.stand is Stand.GEGEVEN and not antwoord.same(basis.antwoorden.get(vraag_id)):
            assert (vraag_id, waarde) in after


@given(ours=projecten, theirs=projecten)
def test_merging_the_same_copy_again_loses_nothing(ours: Project, theirs: Project) -> None:
    eens = merge(ours, theirs).project
    assert gezegd(merge(eens, theirs).project) >= gezegd(eens) - {(vraag_id, "") for vraag_id in "abc"}


@given(ours=projecten)
def test_a_project_merged_with_itself_or_with_its_base_stays_as_it_is(ours: Project) -> None:
    assert merge(ours, ours).project == ours
    assert merge(ours, Project(), Project()).project == ours


# Two windows on one file


def venster(folder: Path) -> tuple[Werk, Stroom]:
    zegt_het = Stroom()
    return Werk.open(Environment(folder, {}, (Stroom(), Stroom(), zegt_het))), zegt_het


NAAM, GEMEENTE = (Vraag(name, name, name, Soort.TEKST) for name in ("wijk.naam", "wijk.gemeente"))


@pytest.mark.parametrize("bestaat", [True, False], ids=["existing", "new"])
def test_two_windows_that_answer_different_vragen_keep_both(wereld: Wereld, *, bestaat: bool) -> None:
    if bestaat:
        wereld.start("wijk.woningen=350")
    (one, _), (other, _) = venster(wereld.map), venster(wereld.map)
    one.answer(NAAM, zegt("De Weide"))
    other.answer(GEMEENTE, zegt("Zwolle"))
    erin = store.load(wereld.bestand).antwoorden
    assert (erin["wijk.naam"].waarde, erin["wijk.gemeente"].waarde) == ("De Weide", "Zwolle")
    assert len(erin) == 2 + bestaat


def test_two_windows_that_answer_the_same_vraag_keep_both_and_it_is_said(wereld: Wereld) -> None:
    (one, _), (other, gezegd_door_ander) = venster(wereld.map), venster(wereld.map)
    one.answer(NAAM, zegt("De Weide"))
    other.answer(NAAM, zegt("Het Zand"))
    assert oneens(store.load(wereld.bestand).antwoorden["wijk.naam"]) == ["Het Zand", "De Weide"]
    assert "iemand anders gaf intussen een ander antwoord" in gezegd_door_ander.getvalue()
    assert "nakijken\u00a0wijk.naam" in gezegd_door_ander.getvalue().replace("nakijken wijk", "nakijken\u00a0wijk")


def test_a_file_that_was_taken_away_while_we_worked_comes_back_whole(wereld: Wereld) -> None:
    wereld.start("wijk.naam=De Weide")
    werk, _ = venster(wereld.map)
    wereld.bestand.unlink()
    werk.answer(GEMEENTE, zegt("Zwolle"))
    assert list(store.load(wereld.bestand).antwoorden) == ["wijk.naam", "wijk.gemeente"]


SCHRIJVER = """
import sys
from pathlib import Path
from routekaart_cli.domain.antwoorden import Antwoord, Stand
from routekaart_cli.domain.routekaart import Soort, Vraag
from routekaart_cli.environment.world import Environment
from routekaart_cli.gesprek.werk import Werk
map, wie, zelfde, hoeveel = sys.argv[1:]
werk = Werk.open(Environment(Path(map), {}, (sys.stdin, sys.stdout, sys.stderr)))
for n in range(int(hoeveel)):
    naam = f"v{n}" if zelfde == "zelfde" else f"{wie}{n}"
    if naam not in werk.project.antwoorden:  # as in the conversation: what has an answer is not asked
        werk.answer(Vraag(naam, naam, naam, Soort.TEKST), Antwoord(Stand.GEGEVEN, f"{wie} zegt {n}"))
        print(f"{wie} zegt {n}")
"""


@pytest.mark.parametrize("what", ["zelfde", "ander"])
def test_two_processes_that_write_at_the_same_time_lose_nothing(
    wereld: Wereld, what: str, schrijvers: int, record_property: Callable[[str, int], None]
) -> None:
    processen = [
        subprocess.Popen(
            [sys.executable, "-c", SCHRIJVER, str(wereld.map), wie, what, str(schrijvers)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        for wie in ("a", "b")
    ]
    said = [line for proces in processen for line in proces.communicate(timeout=300)[0].splitlines()]
    assert [proces.returncode for proces in processen] == [0, 0]
    sides = [a.alternatieven or (Alternatief(a.waarde),) for a in store.load(wereld.bestand).antwoorden.values()]
    assert sorted(str(side.waarde) for part in sides for side in part) == sorted(said)
    assert len(sides) == (schrijvers if what == "zelfde" else 2 * schrijvers)
    record_property("answers of two processes at once", len(said))


# A shared folder, where there is no lock and an old file may come back


@pytest.fixture
def geen_slot(monkeypatch: pytest.MonkeyPatch) -> None:
    @contextlib.contextmanager
    def not_these(*_: object) -> Iterator[bool]:
        yield False

    monkeypatch.setattr(sidecar, "locked", not_these)


@pytest.mark.usefixtures("geen_slot")
def test_an_answer_that_somebody_overwrote_without_a_lock_comes_back(
    wereld: Wereld, monkeypatch: pytest.MonkeyPatch
) -> None:
    wereld.start("wijk.woningen=350")
    (one, said), (other, _) = venster(wereld.map), venster(wereld.map)
    echt = store.save

    def met_iemand_ertussen(path: Path, new: Project) -> object:
        monkeypatch.setattr(store, "save", echt)
        one.answer(NAAM, zegt("De Weide"))
        return echt(path, new)

    monkeypatch.setattr(store, "save", met_iemand_ertussen)
    other.answer(Vraag("groep.naam", "", "", Soort.TEKST), zegt("Warm"))
    assert "wijk.naam" not in store.load(wereld.bestand).antwoorden
    one.answer(GEMEENTE, zegt("Zwolle"))
    assert set(store.load(wereld.bestand).antwoorden) == {"wijk.woningen", "wijk.naam", "wijk.gemeente", "groep.naam"}
    assert "een antwoord van net verdwenen. Het staat er weer in." in " ".join(said.getvalue().split())


def test_answers_of_this_session_survive_a_shared_folder_that_puts_an_older_file_back(wereld: Wereld) -> None:
    wereld.start("wijk.woningen=350", "wijk.naam=Oud")
    parent = wereld.bestand.read_bytes()
    werk, said = venster(wereld.map)
    werk.answer(NAAM, zegt("De Weide"))
    werk.answer(Vraag("groep.naam", "", "", Soort.TEKST), zegt("Warm"))
    werk.clear(Vraag("wijk.woningen", "", "", Soort.GETAL))
    wereld.bestand.write_bytes(parent)
    werk.answer(GEMEENTE, zegt("Zwolle"))
    antwoorden = store.load(wereld.bestand).antwoorden
    assert {name: antwoord.waarde for name, antwoord in antwoorden.items()} == {
        "wijk.naam": "De Weide", "groep.naam": "Warm", "wijk.gemeente": "Zwolle",
    }  # fmt: skip
    assert "2 antwoorden van net verdwenen" in " ".join(said.getvalue().split())


def test_what_another_window_took_away_or_changed_knowingly_stays_so(wereld: Wereld) -> None:
    one, said = venster(wereld.map)
    one.answer(NAAM, zegt("De Weide"))
    one.answer(GEMEENTE, zegt("Zwolle"))
    other, _ = venster(wereld.map)
    other.clear(NAAM)
    other.answer(GEMEENTE, zegt("Kampen"))
    one.answer(Vraag("groep.naam", "", "", Soort.TEKST), zegt("Warm"))
    antwoorden = store.load(wereld.bestand).antwoorden
    assert {name: antwoord.waarde for name, antwoord in antwoorden.items()} == {
        "wijk.gemeente": "Kampen", "groep.naam": "Warm",
    }  # fmt: skip
    assert not said.getvalue()


def test_what_another_program_wrote_just_after_us_is_seen(wereld: Wereld, monkeypatch: pytest.MonkeyPatch) -> None:
    werk, _ = venster(wereld.map)
    echt = Path.replace

    def met_iemand_erna(self: Path, target: Path) -> Path:
        outcome = echt(self, target)
        if target == wereld.bestand:
            monkeypatch.setattr(Path, "replace", echt)
            text = target.read_text(encoding="utf-8")
            target.write_text(text + "  groep.naam: {waarde: Warm}\n", encoding="utf-8")
        return outcome

    monkeypatch.setattr(Path, "replace", met_iemand_erna)
    werk.answer(NAAM, zegt("De Weide"))
    werk.answer(GEMEENTE, zegt("Zwolle"))
    assert list(store.load(wereld.bestand).antwoorden) == ["wijk.naam", "wijk.gemeente", "groep.naam"]


def test_a_failed_save_that_is_tried_often_is_one_change(wereld: Wereld, monkeypatch: pytest.MonkeyPatch) -> None:
    wereld.start("wijk.naam=Een")
    wereld.start("wijk.naam=Twee")
    werk, _ = venster(wereld.map)
    echt, left_over = store.save, iter(range(30))

    def vol(path: Path, new: Project) -> object:
        if next(left_over, None) is None:
            return echt(path, new)
        raise WriteFailed("vol")

    monkeypatch.setattr(store, "save", vol)
    werk.ask_again = lambda _: True
    werk.answer(NAAM, zegt("Drie"))
    for earlier in ("Twee", "Een"):
        wereld.run("terugdraaien")
        assert store.load(wereld.bestand).antwoorden["wijk.naam"].waarde == earlier


def test_the_same_change_as_an_earlier_one_is_a_change_of_its_own(wereld: Wereld) -> None:
    werk, _ = venster(wereld.map)
    werk.answer(GEMEENTE, zegt("Zwolle"))
    werk.answer(NAAM, zegt("De Weide"))
    wereld.run("terugdraaien")
    text = wereld.bestand.read_text(encoding="utf-8")
    wereld.bestand.write_text(text[: text.index("antwoorden:")] + "antwoorden: {}\n", encoding="utf-8")
    werk.clear(NAAM)  # what this window kept before, and nobody took away knowingly, comes back with it
    assert list(store.load(wereld.bestand).antwoorden) == ["wijk.gemeente"]
    assert wereld.run("terugdraaien", "--opnieuw").code == 1


def test_a_file_that_is_broken_for_a_moment_ends_nothing(wereld: Wereld, monkeypatch: pytest.MonkeyPatch) -> None:
    wereld.start("wijk.naam=De Weide")
    werk, _ = venster(wereld.map)
    whole = wereld.bestand.read_bytes()
    wereld.bestand.write_bytes(whole[:60])
    monkeypatch.setattr("time.sleep", lambda _: wereld.bestand.write_bytes(whole))
    werk.answer(GEMEENTE, zegt("Zwolle"))
    assert list(store.load(wereld.bestand).antwoorden) == ["wijk.naam", "wijk.gemeente"]


def test_keys_we_do_not_know_that_somebody_edits_meanwhile_stay_edited(wereld: Wereld) -> None:
    wereld.bestand.write_text(
        "formaat: 1\nkleur: rood\noud: ja\nantwoorden:\n  wijk.naam: {waarde: x, tint: rood}\n", encoding="utf-8"
    )
    werk, _ = venster(wereld.map)
    wereld.bestand.write_text(
        "formaat: 1\nkleur: blauw\nantwoorden:\n  wijk.naam: {waarde: x, tint: blauw}\n", encoding="utf-8"
    )
    werk.answer(GEMEENTE, zegt("Zwolle"))
    after = store.load(wereld.bestand)
    assert after.onbekend == {"kleur": "blauw"}
    assert after.antwoorden["wijk.naam"].onbekend == {"tint": "blauw"}
