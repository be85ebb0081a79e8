"""The action plan: every answer once, what is typed comes out as typed, and nothing is overwritten."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from wereld import Wereld

from routekaart_cli import store
from routekaart_cli.content import Inhoud
from routekaart_cli.model import Stand
from routekaart_cli.render.markdown import inline

VOORBEELD = Path(__file__).parent.parent / "content" / "voorbeeldproject.yaml"
GOLDEN = Path(__file__).parent / "goldens" / "actieplan.md"
LASTIG = (
    "# kop",
    "| tabel |",
    "<b>vet</b>",
    "[link](https://x.nl)",
    "1. een",
    "---",
    "* ster *",
    "{{ 7 * 7 }}",
    "a_b_c",
)


def html(markdown: str) -> str:
    return str(MarkdownIt("commonmark").enable("table").render(markdown))


def zichtbaar(markdown: str) -> str:
    """Return what a reader sees of *markdown*: the text, without its elements."""
    kaal = re.sub(r"<[^>]+>", " ", html(markdown))
    for teken, naam in (("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("&", "&amp;")):
        kaal = kaal.replace(naam, teken)
    return " ".join(kaal.split())


def test_the_plan_of_the_example_is_the_golden_one(zonnehoek: Wereld) -> None:
    assert zonnehoek.run("export", "-").uit == GOLDEN.read_text(encoding="utf-8")


def test_the_chapters_stand_in_the_order_of_a_serious_plan(zonnehoek: Wereld) -> None:
    koppen = re.findall(r"^## (.*)$", zonnehoek.run("export", "-").uit, re.MULTILINE)
    assert koppen == [
        "Samenvatting", "Waar we staan", "De eerste acties", "Aanleiding", "Ambitie en doel", "Wat er al is", "De wijk",
        "Kerngroep en besluiten", "Netwerkkaart", "Afspraken met de gemeente", "Bewoners betrekken",
        "Technische mogelijkheden", "Geld en tijd", "Communicatie", "Natuur, landschap en andere thema's",
        "De stappen, fase voor fase", "Tips die bij ons passen", "Voorbeelden van anderen", "Open punten",
        "Hulp en contact", "Bron",
    ]  # fmt: skip


def test_an_empty_chapter_does_not_appear(wereld: Wereld) -> None:
    wereld.start("wijk.naam=De Weide")
    plan = wereld.run("export", "-").uit
    assert "## De wijk" not in plan
    assert "## Netwerkkaart" not in plan
    assert "None" not in plan
    assert not re.search(
        r"^#+ .*\n+(#|\Z)(?!##)", plan.replace("## De stappen, fase voor fase\n\n###", ""), re.MULTILINE
    )


def test_every_given_answer_is_in_the_plan(zonnehoek: Wereld) -> None:
    plan = zichtbaar(zonnehoek.run("export", "-").uit)
    for vraag_id, antwoord in store.load(VOORBEELD).antwoorden.items():
        if antwoord.stand is Stand.GEGEVEN and isinstance(antwoord.waarde, str) and " " in antwoord.waarde:
            assert " ".join(antwoord.waarde.split()) in plan, vraag_id
        for record in antwoord.waarde:
            for waarde in record.values() if isinstance(record, dict) else ():
                assert waarde in plan or waarde.replace("-", " ") in plan.lower() or waarde in ("geen", "zelf"), (
                    vraag_id
                )


def test_what_is_not_known_stands_once_as_an_open_point(zonnehoek: Wereld) -> None:
    plan = zonnehoek.run("export", "-").uit
    assert "- **Nog open: Wie aan het eind beslist** (Stap 2.5, Maak afspraken met de gemeente)." in plan
    assert plan.count("Weten we nog niet") == 2
    assert plan.count("**Nog open: Bedrag van de gemeente**") == 1


def test_a_disagreement_stands_with_what_was_said_and_by_whom(zonnehoek: Wereld) -> None:
    plan = zonnehoek.run("export", "-").uit
    assert "We zijn het nog niet eens:\n  - De gemeenteraad (dit zegt Fatima)\n  - Gemeente en bewoners samen" in plan
    assert "*Nog open: Onze wijk in dat plan; Wie aan het eind beslist.*" in plan


def test_a_reader_can_tell_the_answers_from_the_text_of_the_routekaart(zonnehoek: Wereld, inhoud: Inhoud) -> None:
    """Sentences of the content stand in quotes, and nothing of the group does."""
    regels = zonnehoek.run("export", "-").uit.splitlines()
    citaten = [regel.lstrip()[2:] for regel in regels if regel.lstrip().startswith("> ")]
    antwoorden = [antwoord.waarde for antwoord in store.load(VOORBEELD).antwoorden.values()]
    assert not [citaat for citaat in citaten if citaat in antwoorden]
    for fase in inhoud.alles:
        for tekst in (fase.uitkomst, *(tip.tekst for tip in fase.tips), *(deel.kern for deel in fase.voorbeelden)):
            zin = str(inline(tekst))
            assert all(zin in regel and regel.lstrip().startswith(">") for regel in regels if zin[:40] in regel), zin


@pytest.mark.parametrize("tekst", LASTIG)
@pytest.mark.parametrize("waar", ["wijk.naam", "groep.doel", "opstarten.de-wijk-in.notitie", "groep.aanleiding"])
def test_what_people_type_comes_out_as_typed(wereld: Wereld, waar: str, tekst: str) -> None:
    wereld.start(f"{waar}={tekst}", f"groep.mensen={tekst.replace('|', '/')}; {tekst.replace('|', '/')}")
    plan = wereld.run("export", "-").uit
    assert " ".join(tekst.split()) in zichtbaar(plan)
    assert set(re.findall(r"<(\w+)", html(plan))) <= {
        "h1", "h2", "h3", "p", "table", "thead", "tbody", "tr", "th", "td", "ul", "li", "strong", "em", "br", "a",
        "blockquote",
    }  # fmt: skip


def test_tips_and_voorbeelden_fit_what_the_group_chose_and_say_why(wereld: Wereld) -> None:
    wereld.start("wijk.naam=De Weide", "wijk.leeft=jongeren", "stand.fase=uitvoeren")
    plan = wereld.run("export", "-").uit
    assert "**Adviseurs van de Toekomst**" in plan
    assert "*Dit staat hier, omdat jullie bij 'Wat er leeft naast energie' kozen voor: jongeren en spelen.*" in plan
    assert "*Dit staat hier, omdat jullie nu werken aan fase 5, Uitvoeren.*" in plan
    assert "Energiebroedplaats" not in plan


def test_the_federatie_of_the_province_stands_in_the_plan(wereld: Wereld) -> None:
    wereld.start("wijk.naam=De Weide", "wijk.provincie=fryslan")
    assert "Friese Milieu Federatie (FMF): www.fmf.frl" in wereld.run("export", "-").uit


def test_the_plan_is_written_to_a_file_and_never_over_another_one(zonnehoek: Wereld) -> None:
    doel = zonnehoek.map / "actieplan.md"
    assert zonnehoek.run("export").code == 0
    assert doel.read_text(encoding="utf-8") == zonnehoek.run("export", "-").uit
    doel.write_text("van ons", encoding="utf-8")
    uitkomst = zonnehoek.run("export")
    assert uitkomst.code == 1
    assert "routekaart export actieplan.md --overschrijf" in uitkomst.fout
    assert doel.read_text(encoding="utf-8") == "van ons"
    assert zonnehoek.run("export", "--overschrijf").code == 0
    assert doel.read_text(encoding="utf-8") != "van ons"


def test_a_folder_that_does_not_exist_is_said(zonnehoek: Wereld) -> None:
    uitkomst = zonnehoek.run("export", "weg/plan.md")
    assert uitkomst.code == 1
    assert "bestaat niet" in " ".join(uitkomst.fout.split())


def test_without_answers_there_is_no_plan(wereld: Wereld) -> None:
    assert wereld.run("export").code == 1
    assert not (wereld.map / "actieplan.md").exists()


def test_a_mistake_in_the_template_is_named_with_its_line(zonnehoek: Wereld, monkeypatch: pytest.MonkeyPatch) -> None:
    kopie = zonnehoek.map / "content"
    for bestand in Inhoud().map.rglob("*"):
        if bestand.is_file() and "__pycache__" not in bestand.parts:
            doel = kopie / bestand.relative_to(Inhoud().map)
            doel.parent.mkdir(parents=True, exist_ok=True)
            doel.write_bytes(bestand.read_bytes())
    monkeypatch.setattr("routekaart_cli.content.content_map", lambda: kopie)
    sjabloon = kopie / "sjablonen" / "actieplan.md.j2"
    for regel in ("{{ plan.wijkk }}", "{% if plan.wijk %}"):
        sjabloon.write_text(f"een\n{regel}\n", encoding="utf-8")
        uitkomst = zonnehoek.run("export", "-")
        assert uitkomst.code == 1
        assert re.search(r"content/sjablonen/actieplan.md.j2:[23]:", uitkomst.fout)


def test_the_format_follows_from_the_name_of_the_file(zonnehoek: Wereld) -> None:
    assert zonnehoek.run("export", "plan.json").code == 0
    assert json.loads((zonnehoek.map / "plan.json").read_text(encoding="utf-8"))["plan"]["wijk"].startswith("De Zonne")
    assert zonnehoek.run("export", "--formaat", "json").code == 0
    assert (zonnehoek.map / "actieplan.json").exists()
    assert zonnehoek.run("export", "plan.md", "--formaat", "json", "--overschrijf").code == 0
    assert json.loads((zonnehoek.map / "plan.md").read_text(encoding="utf-8"))


@pytest.mark.parametrize("args", [("plan.docx",), ("--formaat", "docx")])
def test_a_format_that_is_not_there_is_refused_with_those_that_are(zonnehoek: Wereld, args: tuple[str, ...]) -> None:
    uitkomst = zonnehoek.run("export", *args)
    assert uitkomst.code == 2
    assert "docx" in uitkomst.fout
    assert "md" in uitkomst.fout.split("--formaat:")[1]
    assert [pad.name for pad in zonnehoek.map.iterdir()] == ["routekaart-project.yaml"]
