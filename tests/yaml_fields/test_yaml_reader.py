"""Reading YAML: text stays text, every finding has its place, and no file can do harm."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from routekaart_cli.errors import NOT_UTF8, UnreadableFile
from routekaart_cli.files import read_bytes
from routekaart_cli.project import store
from routekaart_cli.yaml_fields.fields import Fields, Reader, build
from routekaart_cli.yaml_fields.nodes import plain

NAME = "plan.yaml"


class Color(StrEnum):
    ROOD = "rood"
    GROEN = "groen"


class Leaf(NamedTuple):
    naam: str
    groot: bool = False


class Tree(NamedTuple):
    soort: Color
    uitleg: Annotated[str, "prose"]
    geplant: Annotated[str, "isodate", ""]
    stam: Leaf
    ook: tuple[str, ...]
    bladeren: tuple[Leaf, ...] = ()
    vrucht: Leaf | None = None
    rijp: Color = Color.GROEN
    opmerking: str = ""


LEAST = "soort: rood\nuitleg: a\nstam: {naam: b}\nook: [c]\n"


def build_tree(fields: Fields) -> Tree:
    return build(Tree, fields)


def open_text(text: str | bytes) -> tuple[Reader, Fields]:
    reader = Reader(NAME)
    return reader, reader.fields(reader.parse(text if isinstance(text, bytes) else text.encode()))


def read_yaml(text: str | bytes) -> dict[str, Any]:
    """Return every field of *text* as plain strings, lists and dicts."""
    reader, fields = open_text(text)
    as_read = {name: plain(node) for name, node in fields.take_rest().items()}
    reader.finish()
    return as_read


def built_from(text: str, build: Callable[[Fields], object]) -> object:
    """Return what *build* makes of *text*, as reading a file does it: unknown fields are findings too."""
    reader, fields = open_text(text)
    built = build(fields)
    fields.close()
    reader.finish()
    return built


def message_of(text: str | bytes, build: Callable[[Fields], object] | None = None) -> str:
    """Return what is said of a *text* that cannot be read."""
    with pytest.raises(UnreadableFile) as caught:
        built_from(str(text), build) if build else read_yaml(text)
    assert caught.value.hint
    return caught.value.message


# Text stays text


@pytest.mark.parametrize(
    "typed",
    ["NO", "yes", "on", "012", "0612345677", "12:30", "1_000", "1.10", "1e3", "0x1F", "2026-01-31", "2026-13-45", "~",
     "null", "true", ".inf", "=", "<<", "€ 3.500", "5% korting", "a:b", "a#b", "wie?", "ja, nee"],
)  # fmt: skip
def test_a_value_is_what_was_typed(typed: str) -> None:
    assert read_yaml(f"veld: {typed}\n") == {"veld": typed}
    assert read_yaml(f"lijst:\n  - {typed}\n") == {"lijst": [typed]}


@pytest.mark.parametrize("key", ["yes", "no", "on", "012", "1.10", "2026-01-31", "null", "~", "wijk.naam"])
def test_a_key_is_what_was_typed(key: str) -> None:
    assert read_yaml(f"{key}: x\n") == {key: "x"}


@pytest.mark.parametrize(
    ("text", "waarde"),
    [
        ("a: 'Zet ''m op 60'", "Zet 'm op 60"),
        ('a: "Let op: vraag\\nnog een"', "Let op: vraag\nnog een"),
        ("a: |\n  een\n\n  twee\n", "een\n\ntwee\n"),
        ("a: |-\n  een\n    twee\n", "een\n  twee"),
        ("a: >-\n  een\n  twee\n", "een twee"),
        ("a:\n", ""),
        ("a: ''", ""),
        ("a: x # opmerking", "x"),
        ("a: {b: [1, 2], c: }", {"b": ["1", "2"], "c": ""}),
        ("---\na: x\n...\n", "x"),
        ("%YAML 1.1\n---\na: x\n", "x"),
        ("\ufeffa: x\n", "x"),
        ("a: x\r\n", "x"),
        ("# kop\n\na: 👩‍👩‍👧\n", "👩‍👩‍👧"),
    ],
)
def test_the_ways_to_write_yaml_are_understood(text: str, waarde: object) -> None:
    assert read_yaml(text) == {"a": waarde}


# Fields


def test_a_line_of_text_and_paragraphs_are_put_straight() -> None:
    text = "regel: |\n  een\n    twee\nalineas: |\n  een\n  twee\n\n\n  drie\nkaal: ' een '\n"
    built = built_from(text, lambda f: (f.text("regel"), f.prose("alineas"), f.raw("kaal"), f.text("weg", "niets")))
    assert built == ("een twee", "een twee\n\ndrie", " een ", "niets")


def test_lists_flags_choices_and_dates_are_read() -> None:
    text = "een: x\nmeer: [x, y]\nwel: ja\nkleur: groen\ndag: 2026-11-23\n"
    built = built_from(
        text,
        lambda f: (
            f.texts("een"), f.texts("meer"), f.texts("geen"), f.flag("wel"), f.flag("niet"),
            f.choice("kleur", Color), f.choice("tint", Color, Color.ROOD), f.isodate("dag"),
        ),
    )  # fmt: skip
    assert built == (("x",), ("x", "y"), (), True, False, Color.GROEN, Color.ROOD, "2026-11-23")


def test_records_are_built_in_order_and_an_empty_list_is_none() -> None:
    text = "delen:\n  - naam: een\n  - {naam: twee}\nleeg:\nook: []\n"
    built = built_from(
        text,
        lambda f: [f.records(name, lambda g: g.text("naam")) for name in ("delen", "leeg", "ook", "weg")],
    )
    assert built == [("een", "twee"), (), (), ()]


@pytest.mark.parametrize(
    ("text", "build", "expected"),
    [
        ("naam: x\n", lambda f: (f.text("naam"), f.text("titel")), "1:1: veld 'titel' ontbreekt"),
        ("naam: x\ntitel:\n", lambda f: (f.text("naam"), f.text("titel")), "2:7: veld 'titel' is leeg"),
        ("titel: [a]\n", lambda f: f.text("titel"), "1:8: hier hoort één tekst te staan, geen lijst of velden"),
        ("titel:\n  a: b\n", lambda f: f.text("titel"), "2:3: hier hoort één tekst te staan, geen lijst of velden"),
        ("namen: [a, [b]]\n", lambda f: f.texts("namen"), "1:12: hier hoort één tekst te staan, geen lijst of velden"),
        ("wel: true\n", lambda f: f.flag("wel"), "1:6: 'true' kan hier niet. Schrijf ja of nee"),
        ("kleur: geel\n", lambda f: f.choice("kleur", Color), "1:8: 'geel' kan hier niet. Kies uit rood of groen"),
        ("dag: 2026-13-45\n", lambda f: f.isodate("dag"), "1:6: '2026-13-45' is geen datum"),
        (
            "delen: tekst\n",
            lambda f: f.records("delen", lambda g: g),
            "1:8: hier hoort een lijst te staan, met een streepje voor elk deel",
        ),
        (
            "delen: [x]\n",
            lambda f: f.records("delen", lambda g: g),
            "1:9: hier horen velden te staan, zoals `titel: tekst`",
        ),
        (
            "delen: {a: b}\n",
            lambda f: f.records("delen", lambda g: g),
            "1:8: hier hoort een lijst te staan, met een streepje voor elk deel",
        ),
        ("deel: x\n", lambda f: f.record("deel", lambda g: g), "1:7: hier horen velden te staan, zoals `titel: tekst`"),
        ("paren: x\n", lambda f: list(f.pairs("paren")), "1:8: hier horen velden te staan, zoals `titel: tekst`"),
        ("naam: x\n", lambda f: f.records("delen", lambda g: g, verplicht=True), "1:1: veld 'delen' ontbreekt"),
    ],
)
def test_a_field_of_the_wrong_shape_is_found_where_it_stands(
    text: str, build: Callable[[Fields], object], expected: str
) -> None:
    assert f"{NAME}:{expected}" in message_of(text, build)


def test_an_unknown_field_is_found_with_the_name_it_was_meant_to_have() -> None:
    assert message_of("titel: x\ntitle: y\n", lambda f: (f.text("titel"),)) == (
        "plan.yaml:2:1: onbekend veld 'title'. Bedoel je 'titel'?"
    )
    assert message_of("titel: x\nzzz: y\n", lambda f: (f.text("titel"),)) == "plan.yaml:2:1: onbekend veld 'zzz'"
    in_part = message_of("deel:\n  naam: x\n  namm: y\n", lambda f: f.record("deel", lambda g: g.text("naam")))
    assert in_part == "plan.yaml:3:3: onbekend veld 'namm'. Bedoel je 'naam'?"


def test_a_comma_that_began_a_field_between_braces_is_explained() -> None:
    def build(f: Fields) -> object:
        return f.records("keuzes", lambda g: (g.text("id"), g.text("tekst")))

    for text in ("Een, twee", "Een, twee: drie", "Een,\n    twee", "Een, tekst2"):
        said = message_of(f"keuzes:\n  - {{id: x, tekst: {text}}}\n", build)
        assert said.endswith(
            "Binnen { } begint na een komma een nieuw veld. "
            "Hoort dit nog bij de tekst ervoor? Zet dan aanhalingstekens om de hele tekst"
        ), said
        assert "onbekend veld 't" in said
    assert built_from("keuzes:\n  - {id: x, tekst: 'Een, twee'}\n", build) == (("x", "Een, twee"),)


def test_a_field_that_is_only_spelled_wrong_between_braces_has_nothing_to_do_with_a_comma() -> None:
    said = message_of("deel: {namm: x}\n", lambda f: f.record("deel", lambda g: g.text("naam", "")))
    assert said == "plan.yaml:1:8: onbekend veld 'namm'. Bedoel je 'naam'?"


def test_a_field_that_stands_twice_is_found_with_both_lines() -> None:
    assert (
        message_of("titel: a\nanders: b\ntitel: c\n")
        == "plan.yaml:3:1: veld 'titel' staat er twee keer, ook op regel 1"
    )
    assert ":4:5: veld 'a' staat er twee keer, ook op regel 3" in message_of("x:\n  y:\n    a: 1\n    a: 2\n")


def test_all_findings_come_at_once_in_the_order_of_the_file() -> None:
    text = "delen:\n  - namm: x\n  - naam: [a]\n  - naam: x\n    naam: y\nkleur: geel\ndag: morgen\nzomaar: x\n"

    def build(f: Fields) -> object:
        day = f.isodate("dag")
        return day, f.choice("kleur", Color), f.text("titel"), f.records("delen", lambda g: g.text("naam"))

    first, *lines = message_of(text, build).splitlines()
    assert first == "8 fouten gevonden:"
    assert [line.split(": ")[0] for line in lines] == [
        f"{NAME}:{spot}" for spot in ("1:1", "2:5", "2:5", "3:11", "5:5", "6:8", "7:6", "8:1")
    ]


# What cannot be read


@pytest.mark.parametrize(
    ("text", "spot", "cause"),
    [
        ("titel: x\n\tdoel: y\n", "2:", "Er staat een tab in deze regel. Gebruik spaties."),
        ("deel:\n\tdoel: y\n", "2:1", "Er staat een tab in deze regel. Gebruik spaties."),
        (
            "een: 1\ntip: Let op: vraag\n",
            "2:12",
            "Vaak komt dit door een dubbele punt in de tekst. Zet de tekst dan tussen aanhalingstekens.",
        ),
        (
            "- tip: Let op: vraag\n",
            "1:14",
            "Vaak komt dit door een dubbele punt in de tekst. Zet de tekst dan tussen aanhalingstekens.",
        ),
        (
            "titel: 'Zet 'm op 60'\n",
            "1:",
            "Vaak komt dit door een aanhalingsteken dat niet sluit. Een ' binnen 'tekst' schrijf je als ''.",
        ),
        (
            'titel: "Zet" op 60\n',
            "1:",
            "Vaak komt dit door een aanhalingsteken dat niet sluit. Een ' binnen 'tekst' schrijf je als ''.",
        ),
        (
            "deel:\n   een: 1\n  twee: 2\n",
            "3:3",
            "Vaak staat een regel te ver naar links of naar rechts. Vergelijk met de regels erboven.",
        ),
        (
            "- een\ntwee: 2\n",
            "2:1",
            "Vaak staat een regel te ver naar links of naar rechts. Vergelijk met de regels erboven.",
        ),
        (
            "titel: x\n  doel: y\n",
            "2:",
            "Vaak staat een regel te ver naar links of naar rechts. Vergelijk met de regels erboven.",
        ),
        (
            "een: 1\ntwee: | tekst\ndrie: 3\n",
            "2:9",
            "Achter het teken | hoort niets. Schrijf de tekst op de regel eronder, met twee spaties ervoor.",
        ),
        ("een: 1\ntwee: x\x07y\ndrie: 3\n", "2:", "Er staat een onzichtbaar teken in het bestand. Haal het weg."),
        ("een: \x00\n", "1:", "Er staat een onzichtbaar teken in het bestand. Haal het weg."),
        (
            "een: @home\n",
            "1:6",
            "Een tekst die begint met een teken zoals @, %, * of - zet je tussen aanhalingstekens.",
        ),
        (
            "een: - streep\n",
            "1:6",
            "Een tekst die begint met een teken zoals @, %, * of - zet je tussen aanhalingstekens.",
        ),
        (
            "een: 1\n<<<<<<< HEAD\ntwee: 2\n=======\ntwee: 3\n>>>>>>> jan\n",
            "2:1",
            (
                "Git zette hier twee versies onder elkaar. Laat er één staan. "
                "Haal ook de regels met <<<<<<<, ======= en >>>>>>> weg."
            ),
        ),
    ],
)
def test_broken_yaml_is_explained_in_dutch_with_its_place(text: str, spot: str, cause: str) -> None:
    said = message_of(text)
    assert said.startswith(f"{NAME}:{spot}")
    assert said.endswith(cause)


def test_a_quote_that_does_not_close_is_found_where_it_opens() -> None:
    said = message_of('een: 1\ntwee: "open\ndrie: 3\nvier: 4\n')
    assert said.endswith(
        "Vaak komt dit door een aanhalingsteken dat niet sluit. Een ' binnen 'tekst' schrijf je als ''."
    )
    assert said.startswith(f"{NAME}:2:7")


def test_an_invisible_character_is_found_on_its_line_after_letters_with_accents() -> None:
    lines = ["# " + "é" * 60, "titel: een\x07twee", *(f"veld{number}: x" for number in range(20))]
    assert message_of("\n".join(lines)).startswith(f"{NAME}:2:")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: *b\n", "1:4: een verwijzing met * mag hier niet. Schrijf de tekst voluit op"),
        (
            "a: &b c\n",
            "1:4: een anker met & mag hier niet. Staat er een & in je tekst? Zet de tekst dan tussen aanhalingstekens",
        ),
        (
            "a: &b [c]\n",
            "1:4: een anker met & mag hier niet. Staat er een & in je tekst? Zet de tekst dan tussen aanhalingstekens",
        ),
        (
            "&b a: c\n",
            "1:1: een anker met & mag hier niet. Staat er een & in je tekst? Zet de tekst dan tussen aanhalingstekens",
        ),
        (
            "a: !!str b\n",
            (
                "1:4: een label met ! mag hier niet. Staat er een ! vooraan in je tekst? "
                "Zet de tekst dan tussen aanhalingstekens"
            ),
        ),
        (
            "a: !b\n",
            (
                "1:4: een label met ! mag hier niet. Staat er een ! vooraan in je tekst? "
                "Zet de tekst dan tussen aanhalingstekens"
            ),
        ),
        (
            "a: !!python/object:os.system [ls]\n",
            (
                "1:4: een label met ! mag hier niet. Staat er een ! vooraan in je tekst? "
                "Zet de tekst dan tussen aanhalingstekens"
            ),
        ),
        ("- a\n- b\n", "1:1: hier horen velden te staan, zoals `titel: tekst`"),
        ("zomaar tekst\n", "1:1: hier horen velden te staan, zoals `titel: tekst`"),
        ("a: b\n---\nc: d\n", "3:1: hier begint met --- een tweede deel. Zet alles in één deel"),
        ("a: b\n...\n---\n- c\n", "4:1: hier begint met --- een tweede deel. Zet alles in één deel"),
        ("? [a]\n: b\n", "1:3: de naam van een veld moet gewone tekst zijn"),
        ("{{a: b}: c}\n", "1:2: de naam van een veld moet gewone tekst zijn"),
        ("", "1:1: het bestand is leeg"),
        (" \n\n", "1:1: het bestand is leeg"),
        ("# alleen een opmerking\n", "1:1: het bestand is leeg"),
        ("\ufeff", "1:1: het bestand is leeg"),
        (b"a: b\nc: caf\xe9\n", f"2:7: {NOT_UTF8}"),
        (b"\xff\xfea\x00", f"1:1: {NOT_UTF8}"),
        (b"a: \xed\xa0\x80\n", f"1:4: {NOT_UTF8}"),
        ("a: caf\u00e9 ".encode() + b"caf\xe9", f"1:12: {NOT_UTF8}"),
    ],
)
def test_what_we_do_not_take_is_named_with_its_place(text: str | bytes, expected: str) -> None:
    assert message_of(text) == f"{NAME}:{expected}"


@pytest.mark.parametrize(
    "text",
    ["[" * 100_000, "{" * 100_000, "{a: " * 100_000, "- " * 100_000, "a: " + "[" * 100_000, "? " * 100_000,
     "[" * 100_000 + "]" * 100_000, "".join(" " * depth + "a:\n" for depth in range(500))],
    ids=["brackets", "braces", "mappings", "dashes", "under-a-key", "questions", "closed", "indents"],
)  # fmt: skip
def test_endless_nesting_is_refused_without_a_crash(text: str) -> None:
    assert message_of(text).startswith(f"{NAME}:")


def test_a_bomb_of_aliases_is_refused_before_it_grows() -> None:
    lines = ["a0: &a0 [x, x]", *(f"a{number}: &a{number} [*a{number - 1}, *a{number - 1}]" for number in range(1, 60))]
    assert (
        "een anker met & mag hier niet. Staat er een & in je tekst? Zet de tekst dan tussen aanhalingstekens"
        in message_of("\n".join(lines))
    )


# The file itself


def test_a_file_is_read_as_its_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"a: \xff\r\n")
    assert read_bytes(tmp_path / "a.yaml", NAME) == b"a: \xff\r\n"


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"plan\.yaml: dit bestand is er niet"):
        read_bytes(tmp_path / "weg.yaml", NAME)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="geen gewoon bestand"):
        read_bytes(tmp_path, NAME)


def test_a_pipe_is_no_file_and_nobody_waits_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pijp")
    with pytest.raises(UnreadableFile, match="geen gewoon bestand"):
        read_bytes(tmp_path / "pijp", NAME)


def test_a_device_is_no_file() -> None:
    with pytest.raises(UnreadableFile, match="geen gewoon bestand"):
        read_bytes(Path("/dev/zero"), NAME)


def test_a_file_of_more_than_20_megabytes_is_not_read(tmp_path: Path) -> None:
    large = tmp_path / "groot.yaml"
    large.touch()
    os.truncate(large, 20_000_001)
    with pytest.raises(UnreadableFile, match="groter dan 20 MB"):
        read_bytes(large, NAME)


def test_a_path_through_a_file_is_refused_in_dutch(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    with pytest.raises(UnreadableFile, match="een deel van het pad is geen map"):
        read_bytes(tmp_path / "a" / "b.yaml", NAME)


def test_a_link_to_itself_is_refused(tmp_path: Path) -> None:
    (tmp_path / "rond").symlink_to(tmp_path / "rond")
    with pytest.raises(UnreadableFile, match="lezen lukt niet"):
        read_bytes(tmp_path / "rond", NAME)


# Anything at all


PIECES = (
    "formaat: 1\n", "formaat: ", "antwoorden:\n", "  wijk.naam:\n", "    waarde: ", "    open: later\n",
    "    door: x\n", "    alternatieven:\n", "      - waarde: ", "[", "]", "{", "}", "- ", "? ", ": ", ", ",
    "&a ", "*a", "!!str ", "'", '"', "|\n", ">-\n", "%YAML 1.1\n", "---\n", "...\n", "#", "\\", "\\u", "\t",
    "\n", "  ", "x", "é", "😀", "\x85", "\u2028", "\ufeff", "\x00", "\x07", "9" * 5_000, "<<", "~",
)  # fmt: skip
stukken = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("willekeurig") / "routekaart-project.yaml"


@given(data=st.binary(max_size=200) | st.text().map(str.encode) | stukken.map(str.encode))
@example(data=b"formaat: " + b"9" * 5_000)
@example(data=b'formaat: 1\nx: "\\ud800"\n')
@example(data=b"formaat: 1\nantwoorden: {wijk.naam: {waarde: [{a: [b]}]}}\n")
def test_any_file_is_a_project_or_refused_with_a_sentence(file: Path, data: bytes) -> None:
    file.write_bytes(data)
    try:
        store.load(file)
    except UnreadableFile as error:
        assert str(file) in error.message  # noqa: PT017
    assert file.read_bytes() == data


@given(data=stukken.map(str.encode))
def test_any_file_is_a_set_of_answers_or_refused_with_a_sentence(file: Path, data: bytes) -> None:
    file.write_bytes(data)
    try:
        store.load_antwoorden(file)
    except UnreadableFile as error:
        assert error.message  # noqa: PT017


# What PyYAML itself reads back otherwise than it wrote it is left out: the other line ends of Unicode.
leesbaar = st.text(
    st.sampled_from(" \n\t#:'\"-|>%@&*!?[]{},\\~=é😀\x00\x7f\ufeff")
    | st.characters(exclude_categories=["Cs", "Zl", "Zp"], exclude_characters="\x85"),
    max_size=12,
)
gegevens = st.dictionaries(
    leesbaar,
    st.recursive(
        leesbaar,
        lambda kind: st.lists(kind, max_size=3) | st.dictionaries(leesbaar, kind, max_size=3),
        max_leaves=6,
    ),
    max_size=3,
)


@given(waarde=gegevens, unicode=st.booleans(), stream=st.sampled_from([True, False, None]))
def test_what_pyyaml_writes_is_read_back_as_the_same_text(
    *, waarde: dict[str, object], unicode: bool, stream: bool | None
) -> None:
    without_anchors = json.loads(json.dumps(waarde))
    text = yaml.safe_dump(without_anchors, allow_unicode=unicode, default_flow_style=stream, sort_keys=False)
    assert read_yaml(text) == waarde


def test_a_record_is_read_by_its_types() -> None:
    text = (
        "soort: groen\nuitleg: |\n  een\n  twee\n\n  drie\ngeplant: 2026-11-25\nstam: {naam: x  y, groot: ja}\nook: z\n"
    )
    more = "bladeren:\n  - naam: p\n  - naam: q\nvrucht: {naam: r}\nrijp: rood\nopmerking: s\n"
    assert built_from(text + more, build_tree) == Tree(
        Color.GROEN, "een twee\n\ndrie", "2026-11-25", Leaf("x y", groot=True), ("z",), (Leaf("p"), Leaf("q")),
        Leaf("r"), Color.ROOD, "s",
    )  # fmt: skip


def test_what_has_a_default_need_not_be_there() -> None:
    assert built_from(LEAST, build_tree) == Tree(Color.ROOD, "a", "", Leaf("b"), ("c",))


def test_what_has_no_default_must_be_there() -> None:
    missing = [line.partition(": ")[2] for line in message_of("opmerking: a", build_tree).split("\n")[1:]]
    assert missing == [f"veld '{name}' ontbreekt" for name in ("soort", "uitleg", "stam", "ook")]


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("rijp: blauw", "5:7: 'blauw' kan hier niet. Kies uit rood of groen"),
        ("geplant: gisteren", "5:10: 'gisteren' is geen datum. Schrijf een datum zo: 2026-11-23"),
        ("vrucht: r", "5:9: hier horen velden te staan, zoals `titel: tekst`"),
        ("vrucht: {groot: ja}", "5:9: veld 'naam' ontbreekt"),
        ("vrucht: {naam: r, groot: jawel}", "5:26: 'jawel' kan hier niet. Schrijf ja of nee"),
        ("bladeren: {naam: r}", "5:11: hier hoort een lijst te staan, met een streepje voor elk deel"),
        ("bladeren:\n  - {naam: [r]}", "6:12: hier hoort één tekst te staan, geen lijst of velden"),
        ("opmerkin: s", "5:1: onbekend veld 'opmerkin'. Bedoel je 'opmerking'?"),
    ],
)
def test_what_does_not_fit_its_type_is_found_at_its_place(line: str, what: str) -> None:
    assert message_of(LEAST + line, build_tree) == f"{NAME}:{what}"


def test_what_is_given_is_not_read() -> None:
    def leaf(fields: Fields) -> Leaf:
        return build(Leaf, fields, groot=True)

    text = LEAST.replace("stam: {naam: b}\n", "") + "bladeren: [{naam: d}]"
    tree = built_from(text, lambda fields: build(Tree, fields, stam=Leaf("e"), bladeren=leaf))
    assert tree == Tree(Color.ROOD, "a", "", Leaf("e"), ("c",), (Leaf("d", groot=True),))
    assert "onbekend veld 'stam'" in message_of(LEAST, lambda fields: build(Tree, fields, stam=Leaf("e")))
