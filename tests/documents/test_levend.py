"""A plan that lives on: whatever people type in the exported file is there after the next export."""

from __future__ import annotations

import os
import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from helpers.world import Wereld
from hypothesis import given
from hypothesis import strategies as st

from routekaart_cli.documents.levend import Bijgewerkt, digest, mark, parse, update

KOP = "<!-- routekaart:actieplan met-persoonsgegevens. -->"
BLOKKEN = ("titel", "samenvatting", "stand", "hoofdstuk-gebied", "stappen", "tips", "bron")
GETYPT = (
    "Dit schreven wij zelf.", "# Eigen kop", "- een punt", "| a | b |", "```", "<!-- onze opmerking -->", "    code",
    "<!-- routekaart:begin", "<!-- routekaart:einde tips", "-->", "<!-- blok tips -->", "> citaat", "\ttab", "é 👩‍👩‍👧",
)  # fmt: skip
KAPOT = ("weg", "achteraan", "vooraan", "halveren", "dubbel", "ander-merk", "andere-naam")


def plan(*inhoud: tuple[str, str]) -> str:
    """Return a plan with these blocks: name and text."""
    return mark("".join(f"<!-- blok {naam} -->\n## {naam}\n\n{tekst}\n" for naam, tekst in inhoud), KOP)


teksten = st.sampled_from(["Eerste tekst.", "Andere tekst.", "Een\n\ntekst\nmet regels.", "- punt\n- punt", "```"])


@st.composite
def plannen(draw: st.DrawFn) -> str:
    """A plan with some of the blocks, in their order, each with some text."""
    namen = draw(
        st.lists(st.sampled_from(BLOKKEN), unique=True, min_size=1).map(lambda n: sorted(n, key=BLOKKEN.index))
    )
    return plan(*((naam, draw(teksten)) for naam in namen))


@st.composite
def bewerkingen(draw: st.DrawFn, document: str) -> str:
    """*document* after people typed in it, anywhere, and spoiled some of the lines of comment."""
    regels = document.split("\n")
    for nummer in range(draw(st.integers(0, 5))):
        plek = draw(st.integers(0, len(regels)))
        regels[plek:plek] = [f"{draw(st.sampled_from(GETYPT))} getypt-{nummer}"]
    for soort in draw(st.lists(st.sampled_from(KAPOT), max_size=4)):
        merken = [index for index, regel in enumerate(regels) if "routekaart:" in regel and "getypt" not in regel]
        if merken:
            _spoil(regels, draw(st.sampled_from(merken)), soort)
    for _ in range(draw(st.integers(0, 2))):
        van = draw(st.integers(0, len(regels)))
        tot = draw(st.integers(van, min(len(regels), van + 8)))
        regels[tot:tot] = [regel for regel in regels[van:tot] if "getypt" not in regel]
    return draw(st.sampled_from(["\n", "\r\n"])).join(regels)


def _spoil(regels: list[str], index: int, soort: str) -> None:
    regel = regels[index]
    regels[index : index + 1] = {
        "weg": [],
        "achteraan": [f"{regel} getypt-achteraan"],
        "vooraan": [f"getypt-vooraan {regel}"],
        "halveren": [regel[: len(regel) // 2]],
        "dubbel": [regel, regel],
        "ander-merk": [re.sub(r"[0-9a-f]{10}", "0123456789", regel)],
        "andere-naam": [regel.replace("tips", "bron").replace("stand", "verzonnen")],
    }[soort]


def getypt(tekst: str) -> list[str]:
    return [regel for regel in tekst.replace("\r\n", "\n").split("\n") if "getypt" in regel]


@given(data=st.data(), eerst=plannen(), later=plannen())
def test_no_line_that_was_typed_is_ever_lost_and_unchanged_blocks_are_fresh(
    data: st.DataObject, eerst: str, later: str
) -> None:
    bewerkt = data.draw(bewerkingen(eerst))
    nieuw = update(bewerkt, later)
    assert getypt(nieuw.tekst) == getypt(bewerkt)

    vers = {deel.id: deel for deel in parse(later).delen if deel.id}
    voor = [deel for deel in parse(bewerkt).delen if deel.id]
    na = [deel for deel in parse(nieuw.tekst).delen if deel.id]
    assert set(vers) <= {deel.id for deel in na}
    assert [deel.id for deel in na if deel.veranderd] == [blok.id for blok in nieuw.behouden]
    for deel in na:
        assert deel.veranderd or deel == vers[deel.id]
    for deel in voor:
        assert not deel.veranderd or deel in na or digest(deel.regels) == vers[deel.id].merk

    assert update(nieuw.tekst, later).tekst == nieuw.tekst
    assert update(nieuw.tekst, later).stuk == ()


@given(eerst=plannen(), later=plannen())
def test_a_plan_that_nobody_touched_becomes_the_new_one(eerst: str, later: str) -> None:
    nieuw = update(eerst, later)
    assert nieuw == Bijgewerkt(later, terug=nieuw.terug)
    assert nieuw.terug == tuple(
        blok.titel for blok in parse(later).delen if blok.id and f"begin {blok.id} " not in eerst
    )


@given(eerst=plannen(), later=plannen(), eigen=st.lists(st.sampled_from(GETYPT[:-3]), min_size=1, max_size=3))
def test_what_stands_outside_the_blocks_stays_behind_the_same_block(eerst: str, later: str, eigen: list[str]) -> None:
    eind = "<!-- routekaart:einde bron -->"
    eerst, later = (f"{deel}{plan(('bron', 'x')).split(KOP)[1]}" for deel in (eerst, later))
    bewerkt = eerst[: eerst.rindex(eind)] + f"{eind}\n\n" + "\n".join(f"{r} getypt" for r in eigen) + "\n"
    nieuw = update(bewerkt, later).tekst
    assert nieuw.rindex(eind) < nieuw.index("getypt")


def test_a_changed_block_is_kept_and_told_apart_by_whether_there_is_a_newer_text() -> None:
    oud = plan(("titel", "een"), ("stand", "een"), ("tips", "een"))
    bewerkt = oud.replace("een", "van ons")
    nieuw = update(bewerkt, plan(("titel", "een"), ("stand", "twee")))
    assert nieuw.tekst == bewerkt
    assert [(blok.id, blok.nieuwer, blok.vervallen) for blok in nieuw.behouden] == [
        ("titel", False, False), ("stand", True, False), ("tips", False, True),
    ]  # fmt: skip


def test_an_emptied_block_stays_empty_and_a_block_that_is_taken_away_comes_back() -> None:
    oud = plan(("titel", "een"), ("stand", "een"), ("tips", "een"))
    leeg = re.sub(r"(begin stand \w+ -->).*?(?=<!-- routekaart:einde)", r"\1\n", oud, flags=re.DOTALL)
    assert update(leeg, oud).tekst == leeg
    weg = re.sub(r"<!-- routekaart:begin stand.*?einde stand -->\n\n", "", oud, flags=re.DOTALL)
    assert update(weg, oud) == Bijgewerkt(oud, terug=("stand",))


def test_a_block_that_comes_back_is_said_with_how_to_leave_it_out(zonnehoek: Wereld, doel: Path) -> None:
    weg = re.sub(
        r"<!-- routekaart:begin tips .*?einde tips -->\n", "", doel.read_text(encoding="utf-8"), flags=re.DOTALL
    )
    doel.write_text(weg, encoding="utf-8")
    gezegd = " ".join(zonnehoek.run("export").fout.split())
    assert (
        "Nieuw of teruggezet: 'Bijlage: tips uit de routekaart'. Wil je zo'n stuk weglaten? Maak het dan leeg" in gezegd
    )
    assert "teruggezet" not in zonnehoek.run("export").fout


def test_a_block_without_its_end_is_whole_when_nobody_changed_it_and_said_when_somebody_did() -> None:
    oud, later = plan(("titel", "een"), ("tips", "een")), plan(("titel", "twee"), ("tips", "twee"))
    zonder_eind = oud.replace("<!-- routekaart:einde titel -->\n", "")
    assert update(zonder_eind, later) == Bijgewerkt(later)
    bewerkt = zonder_eind.replace("een", "van ons", 1)
    nieuw = update(bewerkt, later)
    assert nieuw.stuk == ("titel",)
    assert "van ons" in nieuw.tekst
    assert nieuw.tekst.count("twee") == 2


def test_a_block_without_its_begin_is_kept_as_loose_text_and_said() -> None:
    oud = plan(("titel", "een"), ("tips", "een"))
    nieuw = update(re.sub(r"<!-- routekaart:begin titel.*\n", "", oud), oud)
    assert nieuw.stuk == ("titel",)
    assert nieuw.tekst.count("## titel") == 2


def test_the_names_of_blocks_are_unique_and_empty_blocks_are_left_out() -> None:
    blokken = [
        deel.id for deel in parse(mark("voor\n<!-- blok a -->\n\n<!-- blok b -->\nx\n<!-- blok b -->\ny\n", KOP)).delen
    ]
    assert [naam for naam in blokken if naam] == ["begin", "b", "b--2"]


def test_a_file_of_somebody_else_is_not_ours() -> None:
    assert not parse("# Notulen\n\n<!-- opmerking -->\n").van_ons
    assert parse(plan(("titel", "x"))).van_ons


@pytest.fixture
def doel(zonnehoek: Wereld) -> Path:
    """The exported plan of the made-up wijk, with a paragraph of our own and a chapter that was changed."""
    zonnehoek.run("export")
    doel = zonnehoek.map / "actieplan.md"
    tekst = doel.read_text(encoding="utf-8")
    tekst = tekst.replace("<!-- routekaart:einde tips -->", "<!-- routekaart:einde tips -->\n\nOns eigen verhaal.")
    doel.write_text(tekst.replace("ongeveer 320 woningen", "ruim 300 woningen"), encoding="utf-8")
    return doel


def test_the_next_export_keeps_what_people_typed_and_says_what_it_left_alone(zonnehoek: Wereld, doel: Path) -> None:
    zonnehoek.start("groep.doel=Een warme wijk voor iedereen.")
    uitkomst = zonnehoek.run("export")
    tekst = doel.read_text(encoding="utf-8")
    assert uitkomst.code == 0
    assert "**Ons doel:** Een warme wijk voor iedereen." in tekst
    assert "Ons eigen verhaal." in tekst
    assert "ruim 300 woningen" in tekst
    gezegd = " ".join(uitkomst.fout.split())
    assert "'Samenvatting' hebben jullie zelf veranderd. Dat blijft zo staan. Er is nu wel nieuwe tekst." in gezegd
    assert "routekaart export nieuw.md" in gezegd
    assert zonnehoek.run("export", "--json").gegevens["behouden"] == [
        {"id": "samenvatting", "titel": "Samenvatting", "nieuwer": True, "vervallen": False}
    ]


def test_a_plan_with_people_and_one_without_never_run_into_each_other(zonnehoek: Wereld, doel: Path) -> None:
    voor = doel.read_bytes()
    uitkomst = zonnehoek.run("export", "--zonder-persoonsgegevens")
    assert uitkomst.code == 1
    assert "routekaart export delen.md --zonder-persoonsgegevens" in uitkomst.fout
    assert doel.read_bytes() == voor
    assert zonnehoek.run("export", "delen.md", "--zonder-persoonsgegevens").code == 0
    assert zonnehoek.run("export", "delen.md", "--zonder-persoonsgegevens").code == 0
    assert zonnehoek.run("export", "delen.md").code == 1


@pytest.mark.parametrize(
    "weg", [r"\A.*\n", r"<!-- routekaart:(?!begin tips ).*\n", r"<!-- routekaart:(?!einde tips ).*\n"]
)
def test_a_plan_without_people_gets_none_when_its_first_line_is_gone(zonnehoek: Wereld, weg: str) -> None:
    doel = zonnehoek.map / "delen.md"
    zonnehoek.run("export", "delen.md", "--zonder-persoonsgegevens")
    doel.write_text(re.sub(weg, "", doel.read_text(encoding="utf-8")), encoding="utf-8")
    voor = doel.read_bytes()
    assert zonnehoek.run("export", "delen.md").code == 1
    assert doel.read_bytes() == voor


def test_a_plan_that_lost_its_first_line_goes_on_as_what_it_was(zonnehoek: Wereld) -> None:
    for opties in ((), ("--zonder-persoonsgegevens",)):
        heel = zonnehoek.run("export", "-", *opties).uit
        (zonnehoek.map / "plan.md").write_text(heel.partition("\n")[2], encoding="utf-8")
        assert zonnehoek.run("export", "plan.md", *opties).code == 0
        assert (zonnehoek.map / "plan.md").read_text(encoding="utf-8").split() == heel.split()


def test_a_plan_in_another_encoding_is_left_alone(zonnehoek: Wereld, doel: Path) -> None:
    anders = doel.read_text(encoding="utf-8").encode("cp1252", errors="replace")
    doel.write_bytes(anders)
    uitkomst = zonnehoek.run("export")
    assert uitkomst.code == 1
    assert "UTF-8" in uitkomst.fout
    assert doel.read_bytes() == anders


def test_real_plans_keep_every_line_over_many_exports(
    zonnehoek: Wereld, gesprekken: int, record_property: Callable[[str, int], None]
) -> None:
    """Export, type at random places, change answers, export again: with the real template and a real file."""
    kans = random.Random(os.environ["ROUTEKAART_SEED"])
    zonnehoek.run("export")
    doel = zonnehoek.map / "actieplan.md"
    for beurt in range(gesprekken):
        regels = doel.read_text(encoding="utf-8").split("\n")
        for nummer in range(kans.randrange(1, 4)):
            plek = kans.randrange(len(regels))
            regels[plek:plek] = [f"{kans.choice(GETYPT)} getypt-{beurt}-{nummer}"]
        if kans.random() < 0.3:
            merken = [i for i, regel in enumerate(regels) if "routekaart:" in regel and "getypt" not in regel]
            _spoil(regels, kans.choice(merken), kans.choice(KAPOT))
        bewerkt = "\n".join(regels)
        doel.write_text(bewerkt, encoding="utf-8")
        zonnehoek.start(
            f"groep.doel=Doel {beurt}", f"wijk.leeft={kans.choice(['jongeren', 'groen', 'veiligheid', ''])}"
        )
        assert zonnehoek.run("export").code == 0
        assert getypt(doel.read_text(encoding="utf-8")) == getypt(bewerkt)
    record_property("exports over what people typed", gesprekken)
