"""The project file: what goes in comes out, and nothing that goes wrong loses anything."""

from __future__ import annotations

import errno
import io
import os
import stat
import time
import unicodedata
from collections.abc import Mapping
from datetime import UTC
from pathlib import Path
from typing import Any

import pytest
import yaml
from helpers.world import Wereld
from hypothesis import given
from hypothesis import strategies as st

from routekaart_cli import files
from routekaart_cli.domain.antwoorden import Alternatief, Antwoord, Geschiedenis, Project, Stand, Waarde
from routekaart_cli.dutch.characters import schoon
from routekaart_cli.errors import UnreadableFile, WriteFailed
from routekaart_cli.project import from_yaml, store, to_yaml, wijzigingen
from routekaart_cli.yaml_fields.fields import Reader

DE_WEIDE = Project({"wijk.naam": Antwoord(Stand.GEGEVEN, "De Weide", "2026-11-23T20:00:00+00:00")})


@pytest.fixture
def pad(tmp_path: Path) -> Path:
    return tmp_path / "routekaart-project.yaml"


@pytest.fixture(scope="module")
def bestand(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file that all examples of a random test share."""
    return tmp_path_factory.mktemp("store") / "routekaart-project.yaml"


def schrijf(pad: Path, antwoorden: str, kop: str = "formaat: 1\n") -> Path:
    """Write a project file as a person would, with *antwoorden* indented below their heading."""
    regels = "".join(f"  {regel}\n" for regel in antwoorden.splitlines())
    pad.write_text(f"{kop}antwoorden:\n{regels}", encoding="utf-8")
    return pad


def mode(pad: Path) -> int:
    return stat.S_IMODE(pad.stat().st_mode)


def namen(map: Path) -> list[str]:
    return [bestand.name for bestand in map.iterdir()]


def wat_er_staat(waarde: Waarde) -> object:
    """Return *waarde* as any other program finds it in the file."""
    return waarde if isinstance(waarde, str) else [dict(d) if isinstance(d, Mapping) else d for d in waarde]


# What goes in comes out


LASTIG = (
    "", " ", "\n", "  ingesprongen\nregel", "een\n\n\ntwee\n", "een\n twee\n  drie", "een \ntwee", "a\n\tb", "NO",
    "012", "12:30", "1_000", "2026-01-31", "null", "~", "=", "<<", "- a", "a: b", "# geen opmerking", "x #y", "'", '"',
    "'t Zand", "...", "---", "%YAML", "!a", "&a", "*a", "|", ">", "@", "`", "{}", "[]", "? a", "\\n", "a\u2028b\nc",
    "a\x85b", "\ufeffa", "😀\n👩‍👩‍👧", "e\u0301", "\x00", "\x1b[31m", "x" * 300, "woord " * 60,
)  # fmt: skip
tekst = (
    st.sampled_from(LASTIG)
    | st.text(st.sampled_from(" \n\t#:'\"-|>%@&*!?[]{},\\~=ab1é😀\u2028\x85\ufeff"), max_size=20)
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
)
regel = tekst.map(schoon)
waarden: st.SearchStrategy[Waarde] = (
    tekst
    | st.lists(tekst, max_size=3).map(tuple)
    | st.lists(st.dictionaries(tekst, tekst, max_size=3), max_size=3).map(tuple)
)
losse_sleutels = tekst.filter(
    lambda naam: naam not in ("formaat", "waarde", "open", "alternatieven", "gewijzigd", "door", "antwoorden")
)
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
        st.lists(st.tuples(waarden, regel).map(lambda paar: Alternatief(*paar)), min_size=1, max_size=3).map(tuple),
    )
)
antwoorden = st.tuples(stand_en_waarde, momenten, regel, onbekend).map(
    lambda deel: Antwoord(deel[0][0], deel[0][1], deel[1], deel[2], deel[0][2], deel[3])
)
projecten = st.tuples(st.dictionaries(tekst, antwoorden, max_size=4), onbekend).map(
    lambda deel: Project(deel[0], 1, deel[1])
)


@given(project=projecten)
def test_what_is_saved_is_loaded_again_and_a_second_save_is_the_same_to_the_byte(
    bestand: Path, project: Project
) -> None:
    store.save(bestand, project)
    eens = bestand.read_bytes()
    geladen = store.load(bestand)
    assert geladen == project
    assert list(geladen.antwoorden) == list(project.antwoorden)
    store.save(bestand, geladen)
    assert bestand.read_bytes() == eens


@given(een=projecten, ander=projecten, terug=st.booleans())
def test_any_change_is_noted_and_read_back_as_it_was(*, een: Project, ander: Project, terug: bool) -> None:
    wijziging = wijzigingen.verschil(een.antwoorden, ander.antwoorden, "toen")
    geschiedenis = Geschiedenis((wijziging,) * 2, (wijziging,) * terug)
    reader = Reader("wijzigingen.yaml")
    node = reader.parse(to_yaml.dump_geschiedenis(geschiedenis).encode())
    assert from_yaml.geschiedenis(reader.fields(node)) == geschiedenis


@given(project=projecten)
def test_any_other_program_reads_the_same_values_in_the_file(project: Project) -> None:
    inhoud = yaml.safe_load(to_yaml.dump(project))
    assert inhoud["formaat"] == 1
    assert list(inhoud["antwoorden"]) == list(project.antwoorden)
    for vraag_id, antwoord in project.antwoorden.items():
        if antwoord.stand is Stand.GEGEVEN:
            assert inhoud["antwoorden"][vraag_id]["waarde"] == wat_er_staat(antwoord.waarde)


@given(ruw=tekst)
def test_a_text_of_several_lines_stands_in_the_file_as_it_was_typed(ruw: str) -> None:
    netjes = schoon(ruw, regels=True)
    inhoud = to_yaml.dump(Project({"v": Antwoord(Stand.GEGEVEN, netjes)}))
    if (
        "\n" in netjes
        and not netjes[0].isspace()
        and all(unicodedata.category(teken)[0] in "LNPZ\n" for teken in netjes)
    ):
        for regel in netjes.split("\n"):
            assert f"      {regel}\n" in inhoud or not regel


def test_what_people_type_can_be_read_in_the_file(pad: Path) -> None:
    typisch: dict[str, Waarde] = {
        "a": "Café 't Hoekje: naïef",
        "b": "Een.\n\n- Twee, Fryslân\n  drie: vier #vijf",
        "c": ("koop", "vve"),
        "d": ({"naam": "Jan", "rol": "voorzitter"},),
    }
    store.save(pad, Project({naam: Antwoord(Stand.GEGEVEN, waarde) for naam, waarde in typisch.items()}))
    inhoud = pad.read_text(encoding="utf-8")
    assert "    waarde: 'Café ''t Hoekje: naïef'\n" in inhoud
    assert "    waarde: |-\n      Een.\n\n      - Twee, Fryslân\n        drie: vier #vijf\n" in inhoud
    assert "    - koop\n    - vve\n" in inhoud
    assert "    - naam: Jan\n      rol: voorzitter\n" in inhoud


def test_an_emoji_can_be_read_in_the_file() -> None:
    inhoud = to_yaml.dump(Project({"v": Antwoord(Stand.GEGEVEN, "Feest 🎉\nop straat")}))
    assert "    waarde: |-\n      Feest 🎉\n      op straat\n" in inhoud


def test_the_header_stands_first_and_once(pad: Path) -> None:
    store.save(pad, DE_WEIDE)
    store.save(pad, store.load(pad))
    inhoud = pad.read_text(encoding="utf-8")
    assert inhoud.startswith(f"{to_yaml.KOP}formaat: 1\n")
    assert inhoud.count("# Dit is het projectbestand") == 1


def test_alternatives_come_back_with_who_said_them(pad: Path) -> None:
    kanten = (Alternatief("ja", "Jan"), Alternatief(("koop", "vve")), Alternatief(({"naam": "Piet"},), "Els"))
    project = Project({"v": Antwoord(Stand.ONEENS, gewijzigd="2026-11-23T20:00:00+00:00", alternatieven=kanten)})
    store.save(pad, project)
    assert store.load(pad) == project


# A file that a person changed


@pytest.mark.parametrize(
    ("geschreven", "waarde"),
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
def test_a_value_typed_in_the_file_stays_the_text_it_is(pad: Path, geschreven: str, waarde: Waarde) -> None:
    schrijf(pad, f"v:\n  waarde: {geschreven}")
    assert store.load(pad).antwoorden["v"] == Antwoord(Stand.GEGEVEN, waarde)
    store.save(pad, store.load(pad))
    assert store.load(pad).antwoorden["v"] == Antwoord(Stand.GEGEVEN, waarde)


def test_keys_we_do_not_know_stay_where_they_are(pad: Path) -> None:
    schrijf(
        pad,
        "v:\n  waarde: x\n  kleur: {tint: [012, NO]}\nw:\n  open: later\n  sinds: gisteren",
        "formaat: 1\nvlag: yes\n",
    )
    store.save(pad, store.load(pad).met("v", Antwoord(Stand.GEGEVEN, "y")))
    geladen = store.load(pad)
    assert geladen.onbekend == {"vlag": "yes"}
    assert geladen.antwoorden["v"] == Antwoord(Stand.GEGEVEN, "y", onbekend={"kleur": {"tint": ["012", "NO"]}})
    assert geladen.antwoorden["w"] == Antwoord(Stand.LATER, onbekend={"sinds": "gisteren"})


def test_a_file_without_answers_is_an_empty_project(pad: Path) -> None:
    for inhoud in (
        "formaat: 1\n",
        "formaat: 1\nantwoorden:\n",
        "formaat: 1\nantwoorden: {}\n",
        "\ufeffformaat: '1'\r\n",
    ):
        pad.write_text(inhoud, encoding="utf-8")
        assert store.load(pad) == Project()


@pytest.mark.parametrize(
    ("antwoord", "melding"),
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
        ("v: {alternatieven: [{door: Jan}]}", "3:23: veld 'waarde' ontbreekt"),
        ("v: {waarde: x}\nv: {waarde: y}", "4:3: veld 'v' staat er twee keer, ook op regel 3"),
        ("v: {waarde: Let op: x}", "3:"),
    ],
)
def test_a_mistake_in_an_answer_is_found_where_it_stands_and_left_alone(pad: Path, antwoord: str, melding: str) -> None:
    schrijf(pad, antwoord)
    vooraf = pad.read_bytes()
    with pytest.raises(UnreadableFile) as gevangen:
        store.load(pad)
    assert f"{pad}:{melding}" in gevangen.value.message
    assert pad.read_bytes() == vooraf


def test_every_mistake_in_the_file_is_named_at_once(pad: Path) -> None:
    schrijf(pad, "a: x\nb: {open: nooit}\nc: {waarde: {}}")
    with pytest.raises(UnreadableFile) as gevangen:
        store.load(pad)
    assert [regel.split(": ")[0] for regel in gevangen.value.message.splitlines()[1:]] == [
        f"{pad}:{plek}" for plek in ("3:6", "4:13", "5:15")
    ]


@pytest.mark.parametrize("formaat", ["nul", "0", "-1", "1.5", "", "²", pytest.param("9" * 5_000, id="endless")])
def test_a_format_that_does_not_exist_is_refused(pad: Path, formaat: str) -> None:
    schrijf(pad, "v: {waarde: x}", f"formaat: {formaat}\n")
    with pytest.raises(UnreadableFile, match="formaat"):
        store.save(pad, store.load(pad))


def test_a_file_without_a_format_is_refused(pad: Path) -> None:
    with pytest.raises(UnreadableFile, match="'formaat' ontbreekt"):
        store.load(schrijf(pad, "v: {waarde: x}", ""))


def test_a_newer_file_can_be_read_and_is_never_overwritten(pad: Path) -> None:
    schrijf(pad, "v: {waarde: x, kleur: rood}", "formaat: 2\nnieuw: ja\n")
    vooraf = pad.read_bytes()
    nieuwer = store.load(pad)
    assert nieuwer.antwoorden["v"].waarde == "x"
    with pytest.raises(UnreadableFile, match="nieuwere routekaart"):
        store.save(pad, nieuwer)
    assert pad.read_bytes() == vooraf


@pytest.mark.parametrize("antwoord", ["v: De Weide", "v: !nieuw x", "v: {waarde: [[x]]}"])
def test_a_newer_file_in_a_shape_we_do_not_know_says_that_it_is_newer(pad: Path, antwoord: str) -> None:
    schrijf(pad, antwoord, "formaat: 2\n")
    with pytest.raises(UnreadableFile, match="nieuwere routekaart"):
        store.load(pad)


# Loose answers


def test_loose_answers_are_read_as_texts_lists_and_records(pad: Path) -> None:
    pad.write_text("a: NO\nb: [koop, vve]\nc:\n  - {naam: Jan}\nd:\n", encoding="utf-8")
    assert store.load_antwoorden(pad) == {"a": "NO", "b": ("koop", "vve"), "c": ({"naam": "Jan"},), "d": ""}


def test_a_project_file_gives_its_answers_as_they_stand_there(pad: Path) -> None:
    schrijf(pad, "a: {waarde: x, door: Jan}\nb: {open: later}\nc: {alternatieven: [{waarde: y}, {waarde: z}]}")
    assert store.load_antwoorden(pad) == {
        "a": Antwoord(Stand.GEGEVEN, "x", door="Jan"),
        "b": Antwoord(Stand.LATER),
        "c": Antwoord(Stand.ONEENS, alternatieven=(Alternatief("y"), Alternatief("z"))),
    }


# The file on the disk


def test_a_new_file_is_for_its_owner_only(pad: Path) -> None:
    store.save(pad, DE_WEIDE)
    assert mode(pad) == 0o600


@pytest.mark.parametrize("rechten", [0o640, 0o644, 0o660, 0o600], ids=oct)
def test_the_permissions_of_an_existing_file_stay(pad: Path, rechten: int) -> None:
    pad.touch()
    pad.chmod(rechten)
    store.save(pad, DE_WEIDE)
    assert mode(pad) == rechten


def test_a_file_that_somebody_made_read_only_is_not_replaced(pad: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store.save(pad, DE_WEIDE)
    echt = os.access
    monkeypatch.setattr(os, "access", lambda waar, hoe: waar != pad and echt(waar, hoe))  # for root too
    with pytest.raises(WriteFailed, match="geen toestemming"):
        store.check_writable(pad, DE_WEIDE)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can make a file of somebody else")
def test_where_the_owner_cannot_be_kept_the_group_is(pad: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store.save(pad, DE_WEIDE)
    os.chown(pad, 1234, 5678)
    pad.chmod(0o660)
    echt = os.chown

    def chown(waar: Path, uid: int, gid: int) -> None:
        if uid != -1:
            raise PermissionError
        echt(waar, uid, gid)

    monkeypatch.setattr(os, "chown", chown)
    store.save(pad, DE_WEIDE)
    assert (pad.stat().st_gid, mode(pad)) == (5678, 0o660)


def test_what_a_killed_program_left_behind_is_removed_when_it_is_old(wereld: Wereld) -> None:
    wereld.start("wijk.naam=De Weide")
    oud, nieuw = (wereld.map / f".routekaart-project.yaml.{naam}.tmp" for naam in ("oud", "nieuw"))
    for rest, moment in ((oud, 0.0), (nieuw, time.time())):  # the clock of the file system may be another
        rest.touch()
        os.utime(rest, (moment, moment))
    wereld.start("wijk.naam=Het Zand")
    assert (oud.exists(), nieuw.exists()) == (False, True)


def test_a_link_stays_a_link_to_the_file_that_is_written(tmp_path: Path, pad: Path) -> None:
    (tmp_path / "gedeeld").mkdir()
    echt = tmp_path / "gedeeld" / "ons-plan.yaml"
    echt.touch()
    pad.symlink_to(echt)
    store.save(pad, DE_WEIDE)
    assert pad.is_symlink()
    assert store.load(echt) == DE_WEIDE
    assert namen(tmp_path / "gedeeld") == ["ons-plan.yaml"]


def test_a_link_to_a_file_that_is_not_there_yet_makes_that_file(tmp_path: Path, pad: Path) -> None:
    pad.symlink_to(tmp_path / "nieuw.yaml")
    store.save(pad, DE_WEIDE)
    assert pad.is_symlink()
    assert store.load(tmp_path / "nieuw.yaml") == DE_WEIDE


def test_a_saved_file_is_on_the_disk_before_it_takes_its_place(pad: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stappen: list[str] = []

    def onthoud(naam: str) -> None:
        echt = getattr(os, naam)

        def functie(*args: Any) -> Any:
            stappen.append(naam)
            return echt(*args)

        monkeypatch.setattr(os, naam, functie)

    onthoud("fsync")
    onthoud("replace")
    store.save(pad, DE_WEIDE)
    assert stappen == ["fsync", "replace", "fsync"]


def weigert(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def onderbroken(*_: object, **__: object) -> None:
    raise KeyboardInterrupt


class VolleSchijf(io.FileIO):
    """A file that takes half of what is written."""

    def write(self, data: Any) -> int:
        super().write(data[: len(data) // 2])
        raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize("functie", ["os.fsync", "os.replace", "tempfile.mkstemp", "os.fdopen"])
@pytest.mark.parametrize("bestaat", [True, False], ids=["existing", "new"])
def test_a_full_disk_leaves_the_old_file_and_nothing_else(
    pad: Path, monkeypatch: pytest.MonkeyPatch, functie: str, *, bestaat: bool
) -> None:
    if bestaat:
        store.save(pad, DE_WEIDE)
    vooraf = {naam.name: naam.read_bytes() for naam in pad.parent.iterdir()}
    monkeypatch.setattr(functie, VolleSchijf if functie == "os.fdopen" else weigert)
    with pytest.raises(WriteFailed) as gevangen:
        store.save(pad, Project())
    assert gevangen.value.message == f"{pad}: opslaan lukt niet (de schijf is vol)."
    assert gevangen.value.hint == files.SCHRIJVEN_HINT
    assert {naam.name: naam.read_bytes() for naam in pad.parent.iterdir()} == vooraf


@pytest.mark.parametrize("functie", ["os.fsync", "os.replace"])
def test_an_interrupt_while_saving_leaves_the_old_file_and_nothing_else(
    pad: Path, monkeypatch: pytest.MonkeyPatch, functie: str
) -> None:
    store.save(pad, DE_WEIDE)
    monkeypatch.setattr(functie, onderbroken)
    with pytest.raises(KeyboardInterrupt):
        store.save(pad, Project())
    assert namen(pad.parent) == [pad.name]
    assert store.load(pad) == DE_WEIDE


def test_a_folder_that_cannot_be_synced_is_no_reason_to_fail(pad: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    echt = os.fsync
    monkeypatch.setattr(os, "fsync", lambda greep: weigert() if stat.S_ISDIR(os.fstat(greep).st_mode) else echt(greep))
    store.save(pad, DE_WEIDE)
    assert store.load(pad) == DE_WEIDE


def test_a_folder_that_is_not_there_is_said_in_dutch(tmp_path: Path) -> None:
    with pytest.raises(WriteFailed, match="de map of het bestand is er niet"):
        store.save(tmp_path / "weg" / "plan.yaml", DE_WEIDE)


def test_a_folder_in_place_of_the_file_is_said_in_dutch_and_kept(pad: Path) -> None:
    pad.mkdir()
    with pytest.raises(WriteFailed, match="dit is een map"):
        store.save(pad, DE_WEIDE)
    assert namen(pad.parent) == [pad.name]


# Which file


@pytest.mark.parametrize("onder", [".", "a", "a/b/c"])
def test_the_project_file_is_found_in_the_folder_or_one_above_it(tmp_path: Path, onder: str) -> None:
    Wereld(tmp_path).start("wijk.naam=De Weide")
    (tmp_path / onder).mkdir(parents=True, exist_ok=True)
    Wereld(tmp_path / onder).start("wijk.gemeente=Zwolle")
    assert list(store.load(tmp_path / "routekaart-project.yaml").antwoorden) == ["wijk.naam", "wijk.gemeente"]


def test_the_nearest_project_file_wins(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    for map, naam in ((tmp_path, "ver"), (tmp_path / "a", "dichtbij")):
        store.save(map / "routekaart-project.yaml", Project({"wijk.naam": Antwoord(Stand.GEGEVEN, naam)}))
    Wereld(tmp_path / "a" / "b").start("wijk.gemeente=Zwolle")
    assert "wijk.gemeente" in store.load(tmp_path / "a" / "routekaart-project.yaml").antwoorden
    assert "wijk.gemeente" not in store.load(tmp_path / "routekaart-project.yaml").antwoorden
