"""The project file: what goes in comes out, and nothing that goes wrong loses anything."""

from __future__ import annotations

import errno
import io
import os
import stat
import time
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import UTC
from pathlib import Path
from typing import Any

import pytest
import yaml
from helpers.world import World
from hypothesis import given
from hypothesis import strategies as st

from routekaart_cli import files
from routekaart_cli.domain.antwoorden import Alternatief, Antwoord, Entry, Geschiedenis, Project, Stand, Waarde
from routekaart_cli.dutch.characters import clean
from routekaart_cli.errors import UnreadableFile, WriteFailed
from routekaart_cli.project import from_yaml, store, to_yaml, versies, wijzigingen
from routekaart_cli.yaml_fields.fields import Reader

DE_WEIDE = Project({"wijk.naam": Antwoord(Stand.GEGEVEN, "De Weide", "2026-11-23T20:00:00+00:00")})


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "routekaart-project.yaml"


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file that all examples of a random test share."""
    return tmp_path_factory.mktemp("store") / "routekaart-project.yaml"


def write(path: Path, antwoorden: str, heading: str = "formaat: 1\n") -> Path:
    """Write a project file as a person would, with *antwoorden* indented below their heading."""
    lines = "".join(f"  {line}\n" for line in antwoorden.splitlines())
    path.write_text(f"{heading}antwoorden:\n{lines}", encoding="utf-8")
    return path


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def names(folder: Path) -> list[str]:
    return [file.name for file in folder.iterdir()]


def what_is_there(waarde: Waarde) -> object:
    """Return *waarde* as any other program finds it in the file."""
    return waarde if isinstance(waarde, str) else [dict(d) if isinstance(d, Mapping) else d for d in waarde]


# What goes in comes out


AWKWARD = (
    "", " ", "\n", "  ingesprongen\nregel", "een\n\n\ntwee\n", "een\n twee\n  drie", "een \ntwee", "a\n\tb", "NO",
    "012", "12:30", "1_000", "2026-01-31", "null", "~", "=", "<<", "- a", "a: b", "# geen opmerking", "x #y", "'", '"',
    "'t Zand", "...", "---", "%YAML", "!a", "&a", "*a", "|", ">", "@", "`", "{}", "[]", "? a", "\\n", "a\u2028b\nc",
    "a\x85b", "\ufeffa", "😀\n👩‍👩‍👧", "e\u0301", "\x00", "\x1b[31m", "x" * 300, "woord " * 60,
)  # fmt: skip
tekst = (
    st.sampled_from(AWKWARD)
    | st.text(st.sampled_from(" \n\t#:'\"-|>%@&*!?[]{},\\~=ab1é😀\u2028\x85\ufeff"), max_size=20)
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
)
regel = tekst.map(clean)
waarden: st.SearchStrategy[Waarde] = (
    tekst
    | st.lists(tekst, max_size=3).map(tuple)
    | st.lists(st.dictionaries(tekst, tekst, max_size=3), max_size=3).map(tuple)
)
OURS = ["formaat", "project", "gezien", "antwoorden", "waarde", "open", "alternatieven", "gewijzigd", "door", "versie"]
losse_sleutels = tekst.filter(lambda name: name not in OURS)
onbekend: st.SearchStrategy[dict[str, object]] = st.dictionaries(
    losse_sleutels,
    st.recursive(
        tekst, lambda kind: st.lists(kind, max_size=2) | st.dictionaries(tekst, kind, max_size=2), max_leaves=4
    ),
    max_size=2,
)
momenten = st.just("") | st.datetimes(timezones=st.just(UTC)).map(lambda moment: moment.isoformat())
stand_en_waarde = (
    st.tuples(st.just(Stand.GEGEVEN), waarden, st.just(()))
    | st.tuples(st.sampled_from([Stand.LEEG, Stand.WEET_NIET, Stand.LATER]), st.just(""), st.just(()))
    | st.tuples(
        st.just(Stand.ONEENS),
        st.just(""),
        st.lists(
            st.tuples(waarden, regel).map(lambda pair: Alternatief(*pair)),
            min_size=2,
            max_size=3,
            unique_by=lambda side: str(side.waarde),
        ).map(tuple),
    )
)
antwoorden = st.tuples(stand_en_waarde, momenten, regel, onbekend).map(
    lambda part: (
        Antwoord(part[0][0], "", part[1], "", part[0][2])  # who said so stands with each opinion
        if part[0][2]
        else Antwoord(part[0][0], part[0][1], part[1], part[2], (), part[3])
    )
)
ids = tekst.filter(lambda name: not name.startswith(versies.CONCEPT))  # no id of a vraag has a colon in it
projecten = st.tuples(st.dictionaries(ids, antwoorden, max_size=4), onbekend).map(
    lambda part: Project(part[0], 1, part[1])
)


@given(project=projecten)
def test_what_is_saved_is_loaded_again_and_a_second_save_is_the_same_to_the_byte(file: Path, project: Project) -> None:
    store.save(file, project)
    loaded = store.load(file)
    assert (loaded.antwoorden, loaded.unknown) == (project.antwoorden, project.unknown)
    store.save(file, loaded)
    once = file.read_bytes()
    assert store.load(file) == loaded
    store.save(file, loaded)
    assert file.read_bytes() == once


@given(one=projecten, other=projecten, back=st.booleans())
def test_any_change_is_noted_and_read_back_as_it_was(*, one: Project, other: Project, back: bool) -> None:
    wijziging = wijzigingen.difference(one.antwoorden, other.antwoorden, "toen")
    geschiedenis = Geschiedenis((wijziging,) * 2, (wijziging,) * back)
    reader = Reader("wijzigingen.yaml")
    node = reader.parse(to_yaml.dump_geschiedenis(geschiedenis).encode())
    assert from_yaml.geschiedenis(reader.fields(node)) == geschiedenis


@given(project=projecten)
def test_any_other_program_reads_the_same_values_in_the_file(project: Project) -> None:
    inhoud = yaml.safe_load(to_yaml.dump(project))
    assert inhoud["formaat"] == 2
    assert list(inhoud["antwoorden"]) == list(project.antwoorden)
    for vraag_id, antwoord in project.antwoorden.items():
        if antwoord.stand is Stand.GEGEVEN:
            assert inhoud["antwoorden"][vraag_id]["waarde"] == what_is_there(antwoord.waarde)


@given(raw=tekst)
def test_a_text_of_several_lines_stands_in_the_file_as_it_was_typed(raw: str) -> None:
    neat = clean(raw, lines=True)
    inhoud = to_yaml.dump(Project({"v": Antwoord(Stand.GEGEVEN, neat)}))
    if "\n" in neat and not neat[0].isspace() and all(unicodedata.category(char)[0] in "LNPZ\n" for char in neat):
        for line in neat.split("\n"):
            assert f"      {line}\n" in inhoud or not line


def test_what_people_type_can_be_read_in_the_file(path: Path) -> None:
    typical: dict[str, Waarde] = {
        "a": "Café 't Hoekje: naïef",
        "b": "Een.\n\n- Twee, Fryslân\n  drie: vier #vijf",
        "c": ("koop", "vve"),
        "d": ({"naam": "Jan", "rol": "voorzitter"},),
    }
    store.save(path, Project({name: Antwoord(Stand.GEGEVEN, waarde) for name, waarde in typical.items()}))
    inhoud = path.read_text(encoding="utf-8")
    assert "    waarde: 'Café ''t Hoekje: naïef'\n" in inhoud
    assert "    waarde: |-\n      Een.\n\n      - Twee, Fryslân\n        drie: vier #vijf\n" in inhoud
    assert "    - koop\n    - vve\n" in inhoud
    assert "    - naam: Jan\n      rol: voorzitter\n" in inhoud


def test_an_emoji_can_be_read_in_the_file() -> None:
    inhoud = to_yaml.dump(Project({"v": Antwoord(Stand.GEGEVEN, "Feest 🎉\nop straat")}))
    assert "    waarde: |-\n      Feest 🎉\n      op straat\n" in inhoud


def test_of_many_answers_a_save_writes_anew_what_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The file is byte for byte what it would be if it had all been written at once."""
    many = {f"v{number}": Antwoord(Stand.GEGEVEN, f"Nummer {number} 🎉") for number in range(500)}
    before = versies.write(Project(), Project(), many, "abcd", "")
    to_yaml.dump(before)
    after = versies.write(before, before, {"v7": Antwoord(Stand.GEGEVEN, "anders")}, "abcd", "")
    written = []
    fields = to_yaml._entries_fields

    def spy(entries: Sequence[Entry]) -> dict[str, object]:
        written.append(entries)
        return fields(entries)

    monkeypatch.setattr(to_yaml, "_entries_fields", spy)
    text = to_yaml.dump(after)
    assert written == [after.entries["v7"]]
    to_yaml._written.clear()
    assert to_yaml.dump(after) == text


def test_the_header_stands_first_and_once(path: Path) -> None:
    store.save(path, DE_WEIDE)
    store.save(path, store.load(path))
    inhoud = path.read_text(encoding="utf-8")
    assert inhoud.startswith(f"{to_yaml.HEADER}formaat: 2\n")
    assert inhoud.count("# Dit is het projectbestand") == 1


def test_alternatives_come_back_with_who_said_them(path: Path) -> None:
    sides = (Alternatief("ja", "Jan"), Alternatief(("koop", "vve")), Alternatief(({"naam": "Piet"},), "Els"))
    project = Project({"v": Antwoord(Stand.ONEENS, gewijzigd="2026-11-23T20:00:00+00:00", alternatieven=sides)})
    store.save(path, project)
    assert store.load(path).antwoorden == project.antwoorden


# A file that a person changed


@pytest.mark.parametrize(
    ("written", "waarde"),
    [
        ("350", "350"),
        ("012", "012"),
        ("2026-01-31", "2026-01-31"),
        ("12:30", "12:30"),
        ("NO", "NO"),
        ("ja", "ja"),
        ("~", "~"),
        ("''", ""),
        ("[1, 2]", ("1", "2")),
        ("[{aantal: 012}]", ({"aantal": "012"},)),
        ("[]", ()),
    ],
)
def test_a_value_typed_in_the_file_stays_the_text_it_is(path: Path, written: str, waarde: Waarde) -> None:
    write(path, f"v:\n  waarde: {written}")
    assert store.load(path).antwoorden["v"] == Antwoord(Stand.GEGEVEN, waarde)
    store.save(path, store.load(path))
    assert store.load(path).antwoorden["v"] == Antwoord(Stand.GEGEVEN, waarde)


def test_keys_we_do_not_know_stay_where_they_are(path: Path) -> None:
    write(
        path,
        "v:\n  waarde: x\n  kleur: {tint: [012, NO]}\nw:\n  open: later\n  sinds: gisteren",
        "formaat: 1\nvlag: yes\n",
    )
    with path.open("a", encoding="utf-8") as file:
        file.write("\nnotitie: onderaan\n")
    loaded = store.load(path)
    store.save(path, versies.write(loaded, loaded, {"v": Antwoord(Stand.GEGEVEN, "y")}, "abcd", ""))
    loaded = store.load(path)
    assert loaded.unknown == {"vlag": "yes", "notitie": "onderaan"}
    text = path.read_text(encoding="utf-8")
    assert text.index("\nvlag:") < text.index("\nantwoorden:") < text.index("\nnotitie:")
    assert loaded.antwoorden["v"] == Antwoord(Stand.GEGEVEN, "y")
    assert loaded.antwoorden["w"] == Antwoord(Stand.LATER, unknown={"sinds": "gisteren"})


def test_keys_we_do_not_know_keep_their_type(path: Path) -> None:
    unknown = "getal: 1\nniets: ~\ndag: 2026-01-01\ntekst: '1'\nlijst: [1, a b]\n"
    write(path, "v: {waarde: x, n: 012, ja: true}", f"formaat: 1\n{unknown}")
    before = yaml.safe_load(path.read_text(encoding="utf-8"))
    for _ in range(2):
        store.save(path, store.load(path))
    after = yaml.safe_load(path.read_text(encoding="utf-8"))
    for name in ("getal", "niets", "dag", "tekst", "lijst"):
        assert (after[name], type(after[name])) == (before[name], type(before[name]))
    assert {name: after["antwoorden"]["v"][name] for name in ("n", "ja")} == {"n": 10, "ja": True}


def test_a_file_without_answers_is_an_empty_project(path: Path) -> None:
    for inhoud in (
        "formaat: 1\n",
        "formaat: 1\nantwoorden:\n",
        "formaat: 1\nantwoorden: {}\n",
        "\ufeffformaat: '1'\r\n",
    ):
        path.write_text(inhoud, encoding="utf-8")
        assert store.load(path) == Project()


@pytest.mark.parametrize(
    ("antwoord", "message"),
    [
        ("v: x", "3:6: een antwoord staat op een regel eronder, zo: waarde: x"),
        ("v: {waarde: {a: b}}", "3:15: hier hoort een tekst te staan, of een lijst met een streepje voor elk deel"),
        ("v: {waarde: [a, [b]]}", "3:15: hier hoort een tekst te staan, of een lijst met een streepje voor elk deel"),
        ("v: {waarde: [{a: [b]}]}", "3:15: hier hoort een tekst te staan, of een lijst met een streepje voor elk deel"),
        (
            "v: {waarde: [a, {b: c}]}",
            "3:15: hier hoort een tekst te staan, of een lijst met een streepje voor elk deel",
        ),
        ("v: {open: misschien}", "3:13: bij dit antwoord hoort"),
        ("v: {door: Jan}", "3:6: bij dit antwoord hoort"),
        ("v: {alternatieven: [{door: Jan}]}", "3:23: bij dit antwoord hoort"),
        ("v: {waarde: x}\nv: {waarde: y}", "4:3: veld 'v' staat er twee keer, ook op regel 3"),
        ("v: {waarde: Let op: x}", "3:"),
    ],
)
def test_a_mistake_in_an_answer_is_found_where_it_stands_and_left_alone(
    path: Path, antwoord: str, message: str
) -> None:
    write(path, antwoord)
    before = path.read_bytes()
    with pytest.raises(UnreadableFile) as caught:
        store.load(path)
    assert f"{path}:{message}" in caught.value.message
    assert path.read_bytes() == before


def test_every_mistake_in_the_file_is_named_at_once(path: Path) -> None:
    write(path, "a: x\nb: {open: nooit}\nc: {waarde: {}}")
    with pytest.raises(UnreadableFile) as caught:
        store.load(path)
    assert [line.split(": ")[0] for line in caught.value.message.splitlines()[1:]] == [
        f"{path}:{spot}" for spot in ("3:6", "4:13", "5:15")
    ]


@pytest.mark.parametrize("formaat", ["nul", "0", "-1", "1.5", "", "²", pytest.param("9" * 5_000, id="endless")])
def test_a_format_that_does_not_exist_is_refused(path: Path, formaat: str) -> None:
    write(path, "v: {waarde: x}", f"formaat: {formaat}\n")
    with pytest.raises(UnreadableFile, match="formaat"):
        store.save(path, store.load(path))


def test_a_file_without_a_format_is_refused(path: Path) -> None:
    with pytest.raises(UnreadableFile, match="'formaat' ontbreekt"):
        store.load(write(path, "v: {waarde: x}", ""))


def test_a_newer_file_can_be_read_and_is_never_overwritten(path: Path) -> None:
    write(path, "v: {waarde: x, kleur: rood}", "formaat: 3\nnieuw: ja\n")
    before = path.read_bytes()
    newer = store.load(path)
    assert newer.antwoorden["v"].waarde == "x"
    with pytest.raises(UnreadableFile, match="nieuwere routekaart"):
        store.save(path, newer)
    assert path.read_bytes() == before


@pytest.mark.parametrize("antwoord", ["v: De Weide", "v: !nieuw x", "v: {waarde: [[x]]}"])
def test_a_newer_file_in_a_shape_we_do_not_know_says_that_it_is_newer(path: Path, antwoord: str) -> None:
    write(path, antwoord, "formaat: 3\n")
    with pytest.raises(UnreadableFile, match="nieuwere routekaart"):
        store.load(path)


# Loose answers


def loose(path: Path) -> dict[str, object]:
    return {name: part.waarde for name, part in store.load_antwoorden(path).items()}


def test_loose_answers_are_read_as_texts_lists_and_records(path: Path) -> None:
    path.write_text("a: NO\nb: [koop, vve]\nc:\n  - {naam: Jan}\nd:\n", encoding="utf-8")
    assert loose(path) == {"a": "NO", "b": ("koop", "vve"), "c": ({"naam": "Jan"},), "d": ""}


def test_a_form_from_a_word_processor_is_read_as_it_was_meant(path: Path) -> None:
    path.write_text("a:\u00a0overijssel\nb: “De Weide”\nc:\n\u00a0 - naam: Jan\nd: Zij zei: ‘ja’\n", encoding="utf-8")
    with pytest.raises(UnreadableFile):  # the last line has a colon of its own, and is named
        store.load_antwoorden(path)
    path.write_text("a:\u00a0overijssel\nb: “De Weide”\nc:\n\u00a0 - naam: Jan\nd: Zij zei ‘ja’\n", encoding="utf-8")
    assert loose(path) == {
        "a": "overijssel", "b": "De Weide", "c": ({"naam": "Jan"},), "d": "Zij zei ‘ja’",
    }  # fmt: skip


def test_a_project_file_gives_its_answers_as_they_stand_there(path: Path) -> None:
    write(path, "a: {waarde: x, door: Jan}\nb: {open: later}\nc: {alternatieven: [{waarde: y}, {waarde: z}]}")
    assert loose(path) == {
        "a": Antwoord(Stand.GEGEVEN, "x", door="Jan"),
        "b": Antwoord(Stand.LATER),
        "c": Antwoord(Stand.ONEENS, alternatieven=(Alternatief("y"), Alternatief("z"))),
    }


# The file on the disk


def test_a_new_file_is_for_its_owner_only(path: Path) -> None:
    store.save(path, DE_WEIDE)
    assert mode(path) == 0o600


@pytest.mark.parametrize("rights", [0o640, 0o644, 0o660, 0o600], ids=oct)
def test_the_permissions_of_an_existing_file_stay(path: Path, rights: int) -> None:
    path.touch()
    path.chmod(rights)
    store.save(path, DE_WEIDE)
    assert mode(path) == rights


def test_a_file_that_somebody_made_read_only_is_not_replaced(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store.save(path, DE_WEIDE)
    real = os.access
    monkeypatch.setattr(os, "access", lambda where, how: where != path and real(where, how))  # for root too
    with pytest.raises(WriteFailed, match="geen toestemming"):
        store.check_writable(path, DE_WEIDE)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can make a file of somebody else")
def test_where_the_owner_cannot_be_kept_the_group_is(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store.save(path, DE_WEIDE)
    os.chown(path, 1234, 5678)
    path.chmod(0o660)
    real = os.chown

    def chown(where: Path, uid: int, gid: int) -> None:
        if uid != -1:
            raise PermissionError
        real(where, uid, gid)

    monkeypatch.setattr(os, "chown", chown)
    store.save(path, DE_WEIDE)
    assert (path.stat().st_gid, mode(path)) == (5678, 0o660)


def test_what_a_killed_program_left_behind_is_removed_when_it_is_old(world: World) -> None:
    world.start("wijk.naam=De Weide")
    old, new = (world.folder / f".routekaart-project.yaml.{name}.tmp" for name in ("oud", "nieuw"))
    for rest, moment in ((old, 0.0), (new, time.time())):  # the clock of the file system may be another
        rest.touch()
        os.utime(rest, (moment, moment))
    world.start("wijk.naam=Het Zand")
    assert (old.exists(), new.exists()) == (False, True)


def test_a_link_stays_a_link_to_the_file_that_is_written(tmp_path: Path, path: Path) -> None:
    (tmp_path / "gedeeld").mkdir()
    real = tmp_path / "gedeeld" / "ons-plan.yaml"
    real.touch()
    path.symlink_to(real)
    store.save(path, DE_WEIDE)
    assert path.is_symlink()
    assert store.load(real).antwoorden == DE_WEIDE.antwoorden
    assert names(tmp_path / "gedeeld") == ["ons-plan.yaml"]


def test_a_link_to_a_file_that_is_not_there_yet_makes_that_file(tmp_path: Path, path: Path) -> None:
    path.symlink_to(tmp_path / "nieuw.yaml")
    store.save(path, DE_WEIDE)
    assert path.is_symlink()
    assert store.load(tmp_path / "nieuw.yaml").antwoorden == DE_WEIDE.antwoorden


def test_a_saved_file_is_on_the_disk_before_it_takes_its_place(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stappen: list[str] = []

    def onthoud(name: str) -> None:
        real = getattr(os, name)

        def function(*args: Any) -> Any:
            stappen.append(name)
            return real(*args)

        monkeypatch.setattr(os, name, function)

    onthoud("fsync")
    onthoud("replace")
    store.save(path, DE_WEIDE)
    assert stappen == ["fsync", "replace", "fsync"]


def refuses(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def interrupted(*_: object, **__: object) -> None:
    raise KeyboardInterrupt


class FullDisk(io.FileIO):
    """A file that takes half of what is written."""

    def write(self, data: Any) -> int:
        super().write(data[: len(data) // 2])
        raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize("function", ["os.fsync", "os.replace", "tempfile.mkstemp", "os.fdopen"])
@pytest.mark.parametrize("exists", [True, False], ids=["existing", "new"])
def test_a_full_disk_leaves_the_old_file_and_nothing_else(
    path: Path, monkeypatch: pytest.MonkeyPatch, function: str, *, exists: bool
) -> None:
    if exists:
        store.save(path, DE_WEIDE)
    before = {name.name: name.read_bytes() for name in path.parent.iterdir()}
    monkeypatch.setattr(function, FullDisk if function == "os.fdopen" else refuses)
    with pytest.raises(WriteFailed) as caught:
        store.save(path, Project())
    assert caught.value.message == f"{path}: opslaan lukt niet (de schijf is vol)."
    assert caught.value.hint == files.WRITE_HINT
    assert {name.name: name.read_bytes() for name in path.parent.iterdir()} == before


@pytest.mark.parametrize("function", ["os.fsync", "os.replace"])
def test_an_interrupt_while_saving_leaves_the_old_file_and_nothing_else(
    path: Path, monkeypatch: pytest.MonkeyPatch, function: str
) -> None:
    store.save(path, DE_WEIDE)
    monkeypatch.setattr(function, interrupted)
    with pytest.raises(KeyboardInterrupt):
        store.save(path, Project())
    assert names(path.parent) == [path.name]
    assert store.load(path).antwoorden == DE_WEIDE.antwoorden


def test_a_folder_that_cannot_be_synced_is_no_reason_to_fail(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.fsync
    monkeypatch.setattr(
        os, "fsync", lambda handle: refuses() if stat.S_ISDIR(os.fstat(handle).st_mode) else real(handle)
    )
    store.save(path, DE_WEIDE)
    assert store.load(path).antwoorden == DE_WEIDE.antwoorden


def test_a_folder_that_is_not_there_is_said_in_dutch(tmp_path: Path) -> None:
    with pytest.raises(WriteFailed, match="de map of het bestand is er niet"):
        store.save(tmp_path / "weg" / "plan.yaml", DE_WEIDE)


def test_a_folder_in_place_of_the_file_is_said_in_dutch_and_kept(path: Path) -> None:
    path.mkdir()
    with pytest.raises(WriteFailed, match="dit is een map"):
        store.save(path, DE_WEIDE)
    assert names(path.parent) == [path.name]


# Which file


@pytest.mark.parametrize("below", [".", "a", "a/b/c"])
def test_the_project_file_is_found_in_the_folder_or_one_above_it(tmp_path: Path, below: str) -> None:
    World(tmp_path).start("wijk.naam=De Weide")
    (tmp_path / below).mkdir(parents=True, exist_ok=True)
    World(tmp_path / below).start("wijk.gemeente=Zwolle")
    assert list(store.load(tmp_path / "routekaart-project.yaml").antwoorden) == ["wijk.gemeente", "wijk.naam"]


def test_the_nearest_project_file_wins(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    for folder, name in ((tmp_path, "ver"), (tmp_path / "a", "dichtbij")):
        store.save(folder / "routekaart-project.yaml", Project({"wijk.naam": Antwoord(Stand.GEGEVEN, name)}))
    World(tmp_path / "a" / "b").start("wijk.gemeente=Zwolle")
    assert "wijk.gemeente" in store.load(tmp_path / "a" / "routekaart-project.yaml").antwoorden
    assert "wijk.gemeente" not in store.load(tmp_path / "routekaart-project.yaml").antwoorden
