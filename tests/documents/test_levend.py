"""A plan that lives on: whatever people type in the exported file is there after the next export."""

from __future__ import annotations

import os
import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from helpers.world import World
from hypothesis import given
from hypothesis import strategies as st

from routekaart_cli.documents.levend import Updated, digest, mark, parse, update
from routekaart_cli.plan.records import Lezer

HEADER = mark("", Lezer.ONS).split("\n")[0]
BLOCKS = ("titel", "samenvatting", "stand", "hoofdstuk-gebied", "stappen", "tips", "bron")
TYPED = (
    "Dit schreven wij zelf.", "# Eigen kop", "- een punt", "| a | b |", "```", "<!-- onze opmerking -->", "    code",
    "<!-- routekaart:begin", "<!-- routekaart:einde tips", "-->", "<!-- blok tips -->", "> citaat", "\ttab", "é 👩‍👩‍👧",
)  # fmt: skip
BROKEN = ("weg", "achteraan", "vooraan", "halveren", "dubbel", "ander-merk", "andere-naam")


def plan(*inhoud: tuple[str, str]) -> str:
    """Return a plan with these blocks: name and text."""
    return mark("".join(f"<!-- blok {name} -->\n## {name}\n\n{text}\n" for name, text in inhoud), Lezer.ONS)


texts = st.sampled_from(["Eerste tekst.", "Andere tekst.", "Een\n\ntekst\nmet regels.", "- punt\n- punt", "```"])


@st.composite
def plans(draw: st.DrawFn) -> str:
    """A plan with some of the blocks, in their order, each with some text."""
    names = draw(st.lists(st.sampled_from(BLOCKS), unique=True, min_size=1).map(lambda n: sorted(n, key=BLOCKS.index)))
    return plan(*((name, draw(texts)) for name in names))


@st.composite
def edits(draw: st.DrawFn, document: str) -> str:
    """*document* after people typed in it, anywhere, and spoiled some of the lines of comment."""
    lines = document.split("\n")
    for number in range(draw(st.integers(0, 5))):
        spot = draw(st.integers(0, len(lines)))
        lines[spot:spot] = [f"{draw(st.sampled_from(TYPED))} getypt-{number}"]
    for soort in draw(st.lists(st.sampled_from(BROKEN), max_size=4)):
        marks = [index for index, line in enumerate(lines) if "routekaart:" in line and "getypt" not in line]
        if marks:
            _spoil(lines, draw(st.sampled_from(marks)), soort)
    for _ in range(draw(st.integers(0, 2))):
        origin = draw(st.integers(0, len(lines)))
        until = draw(st.integers(origin, min(len(lines), origin + 8)))
        lines[until:until] = [line for line in lines[origin:until] if "getypt" not in line]
    return draw(st.sampled_from(["\n", "\r\n"])).join(lines)


def _spoil(lines: list[str], index: int, soort: str) -> None:
    line = lines[index]
    lines[index : index + 1] = {
        "weg": [],
        "achteraan": [f"{line} getypt-achteraan"],
        "vooraan": [f"getypt-vooraan {line}"],
        "halveren": [line[: len(line) // 2]],
        "dubbel": [line, line],
        "ander-merk": [re.sub(r"[0-9a-f]{10}", "0123456789", line)],
        "andere-naam": [line.replace("tips", "bron").replace("stand", "verzonnen")],
    }[soort]


def getypt(text: str) -> list[str]:
    return [line for line in text.replace("\r\n", "\n").split("\n") if "getypt" in line]


@given(data=st.data(), begin=plans(), later=plans())
def test_no_line_that_was_typed_is_ever_lost_and_unchanged_blocks_are_fresh(
    data: st.DataObject, begin: str, later: str
) -> None:
    edited = data.draw(edits(begin))
    new = update(edited, later)
    assert getypt(new.text) == getypt(edited)

    fresh = {part.id: part for part in parse(later).parts if part.id}
    before = [part for part in parse(edited).parts if part.id]
    after = [part for part in parse(new.text).parts if part.id]
    assert set(fresh) <= {part.id for part in after}
    assert [part.id for part in after if part.changed] == [block.id for block in new.behouden]
    for part in after:
        assert part.changed or part == fresh[part.id]
    for part in before:
        assert not part.changed or part in after or digest(part.lines) == fresh[part.id].mark

    assert update(new.text, later).text == new.text
    assert update(new.text, later).broken == ()


@given(begin=plans(), later=plans())
def test_a_plan_that_nobody_touched_becomes_the_new_one(begin: str, later: str) -> None:
    new = update(begin, later)
    assert new == Updated(later, back=new.back)
    assert new.back == tuple(
        block.titel for block in parse(later).parts if block.id and f"begin {block.id} " not in begin
    )


@given(begin=plans(), later=plans(), own=st.lists(st.sampled_from(TYPED[:-3]), min_size=1, max_size=3))
def test_what_stands_outside_the_blocks_stays_behind_the_same_block(begin: str, later: str, own: list[str]) -> None:
    end = "<!-- routekaart:einde bron -->"
    begin, later = (f"{part}{plan(('bron', 'x')).split(HEADER)[1]}" for part in (begin, later))
    edited = begin[: begin.rindex(end)] + f"{end}\n\n" + "\n".join(f"{r} getypt" for r in own) + "\n"
    new = update(edited, later).text
    assert new.rindex(end) < new.index("getypt")


def test_a_changed_block_is_kept_and_told_apart_by_whether_there_is_a_newer_text() -> None:
    old = plan(("titel", "een"), ("stand", "een"), ("tips", "een"))
    edited = old.replace("een", "van ons")
    new = update(edited, plan(("titel", "een"), ("stand", "twee")))
    assert new.text == edited
    assert [(block.id, block.nieuwer, block.vervallen) for block in new.behouden] == [
        ("titel", False, False), ("stand", True, False), ("tips", False, True),
    ]  # fmt: skip


def test_an_emptied_block_stays_empty_and_a_block_that_is_taken_away_comes_back() -> None:
    old = plan(("titel", "een"), ("stand", "een"), ("tips", "een"))
    empty = re.sub(r"(begin stand \w+ -->).*?(?=<!-- routekaart:einde)", r"\1\n", old, flags=re.DOTALL)
    assert update(empty, old).text == empty
    gone = re.sub(r"<!-- routekaart:begin stand.*?einde stand -->\n\n", "", old, flags=re.DOTALL)
    assert update(gone, old) == Updated(old, back=("stand",))


def test_a_block_that_comes_back_is_said_with_how_to_leave_it_out(zonnehoek: World, target: Path) -> None:
    gone = re.sub(
        r"<!-- routekaart:begin hoofdstuk-open .*?einde hoofdstuk-open -->\n",
        "",
        target.read_text(encoding="utf-8"),
        flags=re.DOTALL,
    )
    target.write_text(gone, encoding="utf-8")
    said = " ".join(zonnehoek.run("export").stderr.split())
    assert "Nieuw of teruggezet: 'Wat nog open is'. Wil je zo'n stuk weglaten? Maak het dan leeg" in said
    assert "teruggezet" not in zonnehoek.run("export").stderr


def test_a_block_without_its_end_is_whole_when_nobody_changed_it_and_said_when_somebody_did() -> None:
    old, later = plan(("titel", "een"), ("tips", "een")), plan(("titel", "twee"), ("tips", "twee"))
    without_end = old.replace("<!-- routekaart:einde titel -->\n", "")
    assert update(without_end, later) == Updated(later)
    edited = without_end.replace("\neen", "\nvan ons", 1)
    new = update(edited, later)
    assert new.broken == ("titel",)
    assert "van ons" in new.text
    assert new.text.count("twee") == 2


def test_a_block_without_its_begin_is_kept_as_loose_text_and_said() -> None:
    old = plan(("titel", "een"), ("tips", "een"))
    new = update(re.sub(r"<!-- routekaart:begin titel.*\n", "", old), old)
    assert new.broken == ("titel",)
    assert new.text.count("## titel") == 2


def test_the_names_of_blocks_are_unique_and_empty_blocks_are_left_out() -> None:
    blocks = [
        part.id
        for part in parse(mark("voor\n<!-- blok a -->\n\n<!-- blok b -->\nx\n<!-- blok b -->\ny\n", Lezer.ONS)).parts
    ]
    assert [name for name in blocks if name] == ["begin", "b", "b--2"]


def test_a_file_of_somebody_else_is_not_ours() -> None:
    assert not parse("# Notulen\n\n<!-- opmerking -->\n").is_ours
    assert parse(plan(("titel", "x"))).is_ours


@pytest.fixture
def target(zonnehoek: World) -> Path:
    """The exported plan of the made-up wijk, with a paragraph of our own and a chapter that was changed."""
    zonnehoek.run("export")
    target = zonnehoek.folder / "actieplan.md"
    text = target.read_text(encoding="utf-8")
    text = text.replace("<!-- routekaart:einde slot -->", "<!-- routekaart:einde slot -->\n\nOns eigen verhaal.")
    target.write_text(text.replace("ongeveer 320 woningen", "ruim 300 woningen"), encoding="utf-8")
    return target


def test_the_next_export_keeps_what_people_typed_and_says_what_it_left_alone(zonnehoek: World, target: Path) -> None:
    zonnehoek.start("groep.doel=Een warme wijk voor iedereen.")
    outcome = zonnehoek.run("export")
    text = target.read_text(encoding="utf-8")
    assert outcome.code == 0
    assert "ruim 300 woningen" in text
    assert "Ons eigen verhaal." in text
    assert "ruim 300 woningen" in text
    said = " ".join(outcome.stderr.split())
    changed = "'Onze wijk, onze groep, ons doel' hebben jullie zelf veranderd. Dat blijft zo staan."
    assert f"{changed} Er is nu wel nieuwe tekst." in said
    assert "routekaart export nieuw.md" in said
    assert zonnehoek.run("export", "--json").gegevens["behouden"] == [
        {"id": "hoofdstuk-wij", "titel": "Onze wijk, onze groep, ons doel", "nieuwer": True, "vervallen": False}
    ]


def test_a_plan_with_people_and_one_without_never_run_into_each_other(zonnehoek: World, target: Path) -> None:
    before = target.read_bytes()
    outcome = zonnehoek.run("export", "--zonder-persoonsgegevens")
    assert outcome.code == 1
    assert "routekaart export delen.md --voor iedereen" in outcome.stderr.replace("\u00a0", " ")
    assert target.read_bytes() == before
    assert zonnehoek.run("export", "delen.md", "--zonder-persoonsgegevens").code == 0
    assert zonnehoek.run("export", "delen.md", "--zonder-persoonsgegevens").code == 0
    assert zonnehoek.run("export", "delen.md").code == 1


@pytest.mark.parametrize(
    "gone", [r"\A.*\n", r"<!-- routekaart:(?!begin slot ).*\n", r"<!-- routekaart:(?!einde slot ).*\n"]
)
def test_a_plan_without_people_gets_none_when_its_first_line_is_gone(zonnehoek: World, gone: str) -> None:
    target = zonnehoek.folder / "delen.md"
    zonnehoek.run("export", "delen.md", "--zonder-persoonsgegevens")
    target.write_text(re.sub(gone, "", target.read_text(encoding="utf-8")), encoding="utf-8")
    before = target.read_bytes()
    assert zonnehoek.run("export", "delen.md").code == 1
    assert target.read_bytes() == before


def test_a_plan_that_lost_its_first_line_goes_on_as_what_it_was(zonnehoek: World) -> None:
    for options in ((), ("--zonder-persoonsgegevens",)):
        whole = zonnehoek.run("export", "-", *options).stdout
        (zonnehoek.folder / "plan.md").write_text(whole.partition("\n")[2], encoding="utf-8")
        assert zonnehoek.run("export", "plan.md", *options).code == 0
        assert (zonnehoek.folder / "plan.md").read_text(encoding="utf-8").split() == whole.split()


def test_a_plan_in_another_encoding_is_left_alone(zonnehoek: World, target: Path) -> None:
    different = target.read_text(encoding="utf-8").encode("cp1252", errors="replace")
    target.write_bytes(different)
    outcome = zonnehoek.run("export")
    assert outcome.code == 1
    assert "UTF-8" in outcome.stderr
    assert target.read_bytes() == different


@pytest.mark.how_many(30, 100)
def test_real_plans_keep_every_line_over_many_exports(
    zonnehoek: World, how_many: int, record_property: Callable[[str, int], None]
) -> None:
    """Export, type at random places, change answers, export again: with the real template and a real file."""
    chance = random.Random(os.environ["ROUTEKAART_SEED"])
    zonnehoek.run("export")
    target = zonnehoek.folder / "actieplan.md"
    for turn in range(how_many):
        lines = target.read_text(encoding="utf-8").split("\n")
        for number in range(chance.randrange(1, 4)):
            spot = chance.randrange(len(lines))
            lines[spot:spot] = [f"{chance.choice(TYPED)} getypt-{turn}-{number}"]
        if chance.random() < 0.3:
            marks = [i for i, line in enumerate(lines) if "routekaart:" in line and "getypt" not in line]
            _spoil(lines, chance.choice(marks), chance.choice(BROKEN))
        edited = "\n".join(lines)
        target.write_text(edited, encoding="utf-8")
        zonnehoek.start(
            f"groep.doel=Doel {turn}", f"wijk.leeft={chance.choice(['jongeren', 'groen', 'veiligheid', ''])}"
        )
        assert zonnehoek.run("export").code == 0
        assert getypt(target.read_text(encoding="utf-8")) == getypt(edited)
    record_property("exports over what people typed", how_many)
