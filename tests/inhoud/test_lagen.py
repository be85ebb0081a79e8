"""A layer: what a federatie adds to the content, replaces in it and takes away from it, without touching its files."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from helpers.places import LAAG, README
from helpers.world import World

from routekaart_cli.errors import UnreadableFile
from routekaart_cli.inhoud import cache, lagen
from routekaart_cli.inhoud.folder import Inhoud

FOOT = "Met teksten van Verzonnen Friese Federatie (versie 1.2, nagezocht tot 20 november 2026)."
Layered = Callable[..., Inhoud]


@pytest.fixture
def layered(small_inhoud: Inhoud, tmp_path: Path) -> Layered:
    """Return a function that lays files over the small content: what each holds, in a layer called `eigen`."""

    def lay(texts: dict[str, str], *below: Path) -> Inhoud:
        folder = tmp_path / "eigen"
        for name, text in {"laag.yaml": "naam: Eigen\nversie: '1'\npeildatum: 2026-11-01\n", **texts}.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return Inhoud(
            small_inhoud.folder, "content", [*(lagen.load(one, one.name) for one in below), lagen.load(folder, "eigen")]
        )

    return lay


@pytest.fixture
def friesland(small: World, small_inhoud: Inhoud) -> World:
    """The world of the small content with the layer of the made-up federatie over it, and a project."""
    small.variables = {"ROUTEKAART_INHOUD": os.pathsep.join([str(small_inhoud.folder), str(LAAG)])}
    return small


def shown(world: World, *args: str) -> str:
    outcome = world.run(*args)
    assert (outcome.code, outcome.stderr) == (0, "")
    return " ".join(outcome.stdout.split())


@pytest.mark.parametrize(
    ("args", "there", "gone"),
    [
        (["fase", "1"], ["Jullie vinden een mienskip", "1.1 Zoek een mienskip", "1.2 Kies", "1.3 Nodig de"], []),
        (["tips", "1"], ["Praat met je buren", "Praat op het kaatsveld"], ["Vraag jongeren"]),
        (["voorbeelden", "straatfeest"], ["Een dorp begon", "Er kwamen veertig buren."], ["Een straat begon"]),
        (["begrippen"], ["federatie", "mienskip", "Geld van de provincie"], ["Geld van de overheid"]),
        (["actueel"], ["Er is een Fries fonds", "Er kwam een subsidie"], ["Er was een regeling"]),
        (["contact", "friesland"], ["nieuw.voorbeeld.invalid", "Verzonnen Fries loket", "invalid/fryslan"], []),
        (["contact", "overijssel"], ["Verzonnen Overijsselse Federatie"], ["Verzonnen loket"]),
        (["hulp", "federatie"], ["Bel ons als jullie vastlopen."], []),
        (["stap", "1.1"], ["Is er een energiecoach in het dorp?", "Vraag de buren"], []),
        (["vragen"], ["groep.fries-fonds", "terpen (De terp)", "groen (Groen en natuur)"], ["groep.subsidie"]),
        (["zoek", "kaatsveld"], ["Praat op het kaatsveld"], []),
    ],
    ids=lambda part: "_".join(part) if isinstance(part, list) else "",
)  # fmt: skip
def test_a_page_shows_what_the_layer_makes_of_it_and_says_so_at_its_foot(
    friesland: World, args: list[str], there: list[str], gone: list[str]
) -> None:
    page = shown(friesland, *args)
    assert [text for text in there if text not in page] == []
    assert [text for text in gone if text in page] == []
    assert page.endswith(FOOT)


def test_a_page_without_a_layer_says_nothing_of_layers(small: World) -> None:
    assert "Met teksten van" not in shown(small, "fase", "1")


def test_begrippen_stay_in_the_order_of_the_alphabet(friesland: World) -> None:
    words = [begrip["woord"] for begrip in friesland.run("begrippen", "--json").gegevens["begrippen"]]
    assert words == sorted(words)


def test_the_plan_has_the_answers_to_new_vragen_and_the_layer_at_its_foot(friesland: World) -> None:
    assert friesland.run("start", "--geen-invoer", "--antwoord", "groep.fries-fonds=ja").code == 0
    for name in ("plan.md", "plan.html"):
        outcome = friesland.run("export", name, "--volledig")
        assert outcome.code == 0, outcome.stderr
        text = (friesland.folder / name).read_text(encoding="utf-8")
        assert "Fries fonds" in text
        assert "Verzonnen Friese Federatie" in text
        assert "versie 1.2" in text
    for args in (("agenda", "agenda.html"), ("werkblad", "1", "--naar", "blad.html")):
        assert friesland.run(*args).code == 0
        assert FOOT in (friesland.folder / args[-1]).read_text(encoding="utf-8")


def test_an_answer_to_a_vraag_that_a_layer_took_away_stays_in_the_file(small: World, small_inhoud: Inhoud) -> None:
    small.start("groep.subsidie=ja")
    small.variables = {"ROUTEKAART_INHOUD": f"{small_inhoud.folder}{os.pathsep}{LAAG}"}
    small.start("groep.fries-fonds=nee")
    assert "groep.subsidie:" in small.bestand.read_text(encoding="utf-8")
    assert "groep.subsidie" in small.run("controleer", "--json").gegevens["vraag_weg"]
    small.variables = {}
    assert small.run("nakijken", "--json").stdout.count('"groep.subsidie": {') == 1


def test_a_vraag_of_a_layer_reads_the_answer_to_what_it_was_called(layered: Layered, small: World) -> None:
    small.start("groep.subsidie=ja")
    small.inhoud = layered({"intake.yaml": (
        "delen:\n- id: groep\n  vragen:\n  - {id: subsidie, weg: ja}\n"
        "  - {id: geld-gekregen, heette: groep.subsidie, kort: G, vraag: Is er geld?, waarom: Zo., soort: ja-nee}\n"
    )})  # fmt: skip
    answers = {
        name: one
        for part in small.run("nakijken", "--json").gegevens["delen"]
        for name, one in part["antwoorden"].items()
    }
    assert answers["groep.geld-gekregen"] == {"stand": "gegeven", "waarde": "ja"}


def test_the_last_layer_lies_on_top(layered: Layered) -> None:
    inhoud = layered({"fasen/1-beginnen.yaml": "doel: Het laatste woord.\nuitkomst: Nieuw.\n"}, LAAG)
    fase = inhoud.fase("beginnen")
    assert (fase.doel, fase.uitkomst, fase.stappen[0].titel) == ("Het laatste woord.", "Nieuw.", "Zoek een mienskip")
    assert inhoud.told_lagen == f"{FOOT[:-1]}; Eigen (versie 1, nagezocht tot 1 november 2026)."


def test_a_layer_can_bring_a_fase_and_change_when_a_vraag_is_asked(layered: Layered, small_inhoud: Inhoud) -> None:
    text = (small_inhoud.folder / "fasen" / "2-doen.yaml").read_text(encoding="utf-8")
    inhoud = layered(
        {
            "routekaart.yaml": "fasen: [1-beginnen, 2-doen, 3-vieren]\n",
            "fasen/3-vieren.yaml": text.replace("id: doen", "id: vieren"),
            "fasen/2-doen.yaml": "stappen:\n- id: geld\n  vragen:\n  - id: aanvraag\n    als: {begroting: '5'}\n",
        }
    )
    assert inhoud.fase_ids == ("beginnen", "doen", "vieren")
    with pytest.raises(UnreadableFile, match=r"^eigen/fasen/2-doen\.yaml:5:11: voorwaarde: '5' is geen keuze"):
        inhoud.fase("doen")


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("hulp.yaml", "onderwerpen:\n- {id: toetsn, weg: ja}\n", "2:3: 'toetsn' kan niet weg, want het is er niet."),
        ("hulp.yaml", "onderwerpen:\n- id: toetsen\n  titl: X\n", "eigen/hulp.yaml:3:3: onbekend veld 'titl'. Bedoel"),
        ("hulp.yaml", "onderwerpen: [\n", "eigen/hulp.yaml:2:1: dit is niet te begrijpen als YAML"),
        ("hulp.yaml", "onderwerpen:\n- id: nieuw\n  uitleg: Kort.\n", "eigen/hulp.yaml:2:3: veld 'titel' ontbreekt"),
        ("hulpp.yaml", "a: b\n", "eigen/hulpp.yaml: zo'n bestand heeft de inhoud niet."),
        ("begrippen.yaml", "begrippen:\n- id: subsidie\n  bron: krant\n", "eigen/begrippen.yaml:2: bron 'krant'"),
        ("sjablonen/actieplan.md.j2", "{{ plan.onzin }}\n", "eigen/sjablonen/actieplan.md.j2:1: het"),
        ("laag.yaml", "naam: X\n", "eigen/laag.yaml:1:1: veld 'versie' ontbreekt"),
    ],
)  # fmt: skip
def test_what_is_wrong_in_a_layer_is_found_with_its_file(
    layered: Layered, small: World, file: str, text: str, said: str
) -> None:
    layered({})
    (small.folder / "eigen" / file).parent.mkdir(exist_ok=True)
    (small.folder / "eigen" / file).write_text(text, encoding="utf-8")
    outcome = small.run("inhoud", "controleer", f"{small.inhoud.folder}{os.pathsep}eigen")
    assert outcome.code == 1
    assert said in " ".join((outcome.stdout + outcome.stderr).split())


def test_the_example_is_sound_and_the_map_says_what_comes_from_it(friesland: World) -> None:
    friesland.width = 200
    assert shown(friesland, "inhoud", "controleer").startswith("De inhoud is in orde.")
    layer = friesland.run("inhoud", "kaart", "--json").gegevens["lagen"]
    said = {(Path(one["bestand"].partition(":")[0]).name, one["item"], one["wat"]) for one in layer}
    assert {
        ("1-beginnen.yaml", "groep-zoeken", "veranderd: titel"),
        ("1-beginnen.yaml", "groep-zoeken.energiecoach", "nieuw"),
        ("1-beginnen.yaml", "jongeren", "weg"),
        ("1-beginnen.yaml", "", "veranderd: doel"),
        ("contact.yaml", "Verzonnen loket", "weg"),
    } <= said
    assert "contact.yaml:2:5 · fryslan: veranderd: site" in shown(friesland, "inhoud", "kaart")


def test_a_change_in_a_layer_is_seen_though_the_content_was_kept(
    layered: Layered, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    monkeypatch.setattr(cache, "_folder", lambda: tmp_path / "cache" / "inhoud")
    for goal in ("Eerst.", "Daarna iets anders."):
        for _ in range(2):
            assert layered({"fasen/1-beginnen.yaml": f"doel: {goal}\n"}).fase("beginnen").doel == goal
    (tmp_path / "eigen" / "fasen" / "1-beginnen.yaml").unlink()
    assert layered({}).fase("beginnen").doel == "Jullie vinden een groep mensen die mee wil doen."


def test_a_template_and_the_huisstijl_of_a_layer_are_used_and_can_lean_on_ours(friesland: World) -> None:
    layer = Path(shutil.copytree(LAAG, friesland.folder / "laag"))
    own = layer / "sjablonen"
    own.mkdir(exist_ok=True)
    (own / "actieplan.html.j2").write_text(
        '{% extends "basis.html.j2" %}{% block titel %}X{% endblock %}{% block blad %}Eigen vorm{% endblock %}', "utf-8"
    )
    document = docx.Document()
    document.sections[0].footer.paragraphs[0].text = "De voet van onze huisstijl"
    document.save(str(own / "huisstijl.docx"))
    friesland.variables["ROUTEKAART_INHOUD"] = friesland.variables["ROUTEKAART_INHOUD"].replace(str(LAAG), str(layer))
    assert friesland.run("export", "plan.html").code == 0
    assert "Eigen vorm" in (friesland.folder / "plan.html").read_text(encoding="utf-8")
    assert friesland.run("export", "plan.docx").code == 0
    made = docx.Document(str(friesland.folder / "plan.docx"))
    assert made.sections[0].footer.paragraphs[0].text == "De voet van onze huisstijl"


def test_a_layer_alone_lies_over_the_content_that_ships(world: World) -> None:
    layer = world.folder / "map met spatie"
    (layer / "fasen").mkdir(parents=True)
    (layer / "laag.yaml").write_text("naam: Eigen\nversie: '1'\npeildatum: 2026-11-01\n", encoding="utf-8")
    (layer / "fasen" / "1-opstarten.yaml").write_text("doel: Ons eigen doel.\n", encoding="utf-8")
    page = shown(world, "fase", "1", "--inhoud", "map met spatie")
    assert "Ons eigen doel." in page
    assert "--inhoud 'map met spatie'" in page.replace("\u00a0", " ")
    assert page.endswith("Met teksten van Eigen (versie 1, nagezocht tot 1 november 2026).")
    (starter, *_) = world.run("snelkoppeling", "--inhoud", "map met spatie", "--json").gegevens["bestanden"]
    text = Path(starter).read_text(encoding="utf-8")
    assert str(layer) in text
    assert str(world.inhoud.folder) not in text


def test_several_can_be_named_one_by_one_but_only_one_whole_content(small: World) -> None:
    shutil.copytree(LAAG, small.folder / "laag")
    shutil.copytree(small.inhoud.folder, small.folder / "content")
    assert FOOT in shown(small, "fase", "1", "--inhoud", "content", "--inhoud", "laag")
    assert FOOT in shown(small, "--inhoud", "laag", "fase", "1", "--inhoud", "content")
    outcome = small.run("fase", "1", "--inhoud", "content", "--inhoud", str(small.inhoud.folder))
    assert outcome.code == 2
    assert "zijn allebei een hele inhoud" in " ".join(outcome.stderr.split())
    outcome = small.run("fase", "1", "--inhoud", "nergens")
    assert (outcome.code, outcome.stderr.count("laag.yaml")) == (1, 1)


def test_the_example_in_the_readme_is_a_layer_over_the_content_that_ships(world: World) -> None:
    (text,) = re.findall(r"^```yaml\n(doel: .*?)^```", README.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    layer = world.folder / "friesland"
    (layer / "fasen").mkdir(parents=True)
    shutil.copy(LAAG / "laag.yaml", layer)
    (layer / "fasen" / "1-opstarten.yaml").write_text(text, encoding="utf-8")
    assert world.run("inhoud", "controleer", "friesland").code == 0
    assert [one["wat"] for one in world.run("inhoud", "kaart", "friesland", "--json").gegevens["lagen"]] == [
        "veranderd: titel", "nieuw", "weg", "veranderd: doel",
    ]  # fmt: skip
    assert FOOT in world.run("--inhoud", "friesland", "--versie").stdout
