"""The action plan: every answer once, what is typed comes out as typed, and nothing is overwritten."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any, get_args, get_type_hints

import jsonschema
import pytest
from helpers.places import CONTENT, VOORBEELD, Golden
from helpers.world import World

from routekaart_cli.domain.routekaart import Keuze
from routekaart_cli.inhoud.folder import Inhoud
from routekaart_cli.plan import records, werkblad
from routekaart_cli.project import store


def test_the_plan_is_the_golden_one(small: World, golden: Golden) -> None:
    golden("actieplan.md", small.run("export", "-").stdout)


def test_the_chapters_of_the_short_plan_come_first_and_the_whole_plan_adds_the_rest(small: World) -> None:
    def headings(*options: str) -> list[str]:
        return re.findall(r"^## (.*)$", small.run("export", "-", *options).stdout, re.MULTILINE)

    short = ["Onze wijk, onze groep, ons doel", "Waar we staan", "Wat we nu doen", "Netwerkkaart", "Wat nog open is"]
    whole = [*short, "Kerngroep en besluiten", "Geld en tijd", "De stappen, fase voor fase"]
    assert headings() == short
    assert headings("--volledig") == headings("--voor", "ons") == whole
    assert headings("--met-bijlagen")[len(short) :] == [
        "Bijlage: alle stappen", "Bijlage: tips uit de routekaart", "Bijlage: voorbeelden uit de routekaart",
        "Bijlage: wat er veranderde sinds 2021", "Bijlage: hulp en contact",
    ]  # fmt: skip


def test_a_sentence_whose_answer_is_not_there_is_left_out_and_so_is_an_empty_chapter(small_world: World) -> None:
    small_world.start("wijk.naam=De Weide")
    plan = small_world.run("export", "-").stdout
    assert re.findall(r"^## (.*)$", plan, re.MULTILINE) == ["Waar we staan", "Wat we nu doen"]
    assert "None" not in plan
    assert "{" not in plan


def test_a_long_text_ends_at_a_sentence_and_says_where_the_rest_is(small_world: World) -> None:
    long = "Dit is een zin van ons. " * 40
    small_world.start("wijk.naam=De Weide", f"groep.aanleiding={long}")
    outcome = small_world.run("export", "-")
    assert "Dit is een zin van ons. (verder in de volledige versie)." in outcome.stdout
    assert len(outcome.stdout) < 2000
    assert "Ingekort: 'Waarom we beginnen'." in outcome.stderr
    assert " ".join(long.split()) in small_world.run("export", "-", "--volledig").stdout


def test_what_the_short_plan_leaves_out_is_said_with_how_to_have_it(small: World) -> None:
    said = " ".join(small.run("export").stderr.split())
    assert re.search(r"Niet erin: .*Kerngroep en besluiten \(2\) en Geld en tijd \(3\)\.", said), said
    assert "Alles erin? routekaart export --volledig" in said
    assert "Niet erin" not in small.run("export", "-", "--volledig").stderr


def test_a_disagreement_stands_without_who_said_what_unless_it_is_for_the_group(small: World) -> None:
    end = "Wij zijn het daarover nog niet eens."
    assert f"- Zijn we het eens: ja, of nee. {end}" in small.run("export", "-").stdout
    assert f"- Zijn we het eens: ja (Fatima), of nee (Kees). {end}" in small.run("export", "-", "--voor", "ons").stdout


def test_the_plan_for_the_gemeente_tells_its_reader_nothing_to_do_and_nothing_of_the_routekaart(
    zonnehoek: World, inhoud: Inhoud
) -> None:
    plan = re.sub("<!--.*?-->", "", zonnehoek.run("export", "-").stdout)
    assert not re.search(r"\b(jullie|je|jij|omdat jullie|niet gevonden)\b", plan)
    told = [stap.titel for fase in inhoud.all_fasen for stap in fase.stappen if stap.werk]
    assert told
    assert not [titel for titel in told if titel in plan]


MOST_WORDS = {"voorbeeld": 250, "begin": 120}


@pytest.mark.parametrize("soort", list(MOST_WORDS))
def test_most_words_of_the_plan_are_those_of_the_group(
    world: World, soort: str, record_property: Callable[[str, object], None]
) -> None:
    """Ours are those that stand more often in the plan than in the answers, counted word by word."""
    if soort == "voorbeeld":
        world.bestand.write_bytes(VOORBEELD.read_bytes())
    else:
        world.start("wijk.naam=De Weide", "wijk.gemeente=Zwolle", "wijk.woningen=300", "groep.doel=Samen van het gas.")
    plan = json.loads(world.run("export", "-", "--formaat", "json").stdout)["plan"]
    given = store.load(world.bestand).antwoorden.values()
    said = Counter(word for antwoord in given for word in words(antwoord.waarde))
    ours = Counter(
        word for part in ("titel", "van", "vragen", "slot", "hoofdstukken") for word in words(shown(plan[part]))
    )
    counting = sum((ours - said).values())
    record_property(f"our words in the plan, {soort}", counting)
    assert counting <= MOST_WORDS[soort]


def shown(part: Any) -> Any:
    """Return what a reader sees of a *part* of the plan in JSON."""
    if isinstance(part, dict):
        return [shown(value) for name, value in part.items() if name not in ("id", "soort", "fasen", "door")]
    return [shown(value) for value in part] if isinstance(part, list) else part


def words(part: object) -> list[str]:
    """Return the words in every text in *part*, in small letters."""
    if isinstance(part, str):
        return re.findall(r"\w+", part.lower())
    values = part.values() if isinstance(part, Mapping) else part if isinstance(part, (list, tuple)) else ()
    return [word for value in values for word in words(value)]


def test_the_appendices_fit_what_the_group_chose(small_world: World) -> None:
    small_world.start("wijk.naam=De Weide", "wijk.leeft=jongeren", "stand.fase=doen")
    plan = small_world.run("export", "-", "--met-bijlagen").stdout
    assert "**Vraag jongeren:** Zij hebben ideeën." in plan
    assert "Een straatfeest" not in plan
    assert ("Er kwam een subsidie" in plan, "Er was een regeling" in plan) == (True, False)
    assert "omdat jullie" not in plan


def test_the_federatie_of_the_province_stands_in_the_appendices(small_world: World) -> None:
    small_world.start("wijk.naam=De Weide", "wijk.provincie=fryslan")
    assert "fryslan.voorbeeld.invalid" in small_world.run("export", "-", "--met-bijlagen").stdout


FIXED_TEXTS = [
    *("actieplan.md.j2", "actieplan.html.j2", "werkblad.yaml.j2", "LEESMIJ.md"),
]


@pytest.mark.parametrize("name", FIXED_TEXTS)
def test_the_fixed_text_of_a_template_is_plain_language(name: str) -> None:
    """On average at most twelve words a sentence, and none over twenty; a value counts as one word."""
    text = (CONTENT / "sjablonen" / name).read_text(encoding="utf-8")
    bare = re.sub(r"\{#.*?#\}|\{%.*?%\}|<!--.*?-->|^\|[-| ]+$|`[^`]*`", " X ", text, flags=re.DOTALL | re.MULTILINE)
    bare = re.sub(r"<[^>]+>", "\n\n", re.sub(r"\{\{.*?\}\}", " X ", bare))
    sentences = [re.findall(r"[\w'-]*[a-z][\w'-]*", phrase) for phrase in re.split(r"[.!?:|]|\n\s*[-#>*|]|\n\n", bare)]
    lengths = [len(phrase) for phrase in sentences if phrase]
    assert max(lengths) <= 20, max(sentences, key=len)
    assert sum(lengths) / len(lengths) <= 12


DESCRIBED: dict[str, type] = {
    "Elk document": records.Stuk,
    "Het plan zelf": records.Plan,
    "Een fase": records.PlanFase,
    "Een stap": records.PlanStap,
    "Een hoofdstuk": records.PlanHoofdstuk,
    "Een blok": records.Blok,
    "Een actie": records.PlanActie,
    "Een dag": records.PlanDatum,
    "Een open punt": records.OpenPunt,
    "Een mening": records.Mening,
    "Het werkblad": werkblad.Werkblad,
    "Een deel van het werkblad": werkblad.Werkdeel,
    "Een vraag op het werkblad": werkblad.Werkvraag,
    "Een keuze": Keuze,
}
"""Which record each section of LEESMIJ.md describes."""


def test_the_data_of_a_template_is_described_completely_and_nothing_more() -> None:
    text = (CONTENT / "sjablonen" / "LEESMIJ.md").read_text(encoding="utf-8")
    parts = {part.split("\n", 1)[0]: part for part in text.split("\n### ")[1:]}
    described = {
        heading: re.findall(r"^\| `[\w.]+\.(\w+)` \| \S", part, re.MULTILINE) for heading, part in parts.items()
    }
    real = {heading: sorted(soort.__annotations__) for heading, soort in DESCRIBED.items()}
    assert {heading: sorted(names) for heading, names in described.items()} == real


def test_every_record_that_a_template_can_reach_is_described() -> None:
    reached: set[object] = set()
    to_see: list[object] = [records.Stuk, records.Plan, werkblad.Werkblad]
    while to_see:
        soort = to_see.pop()
        reached.add(soort)
        velden = get_type_hints(soort).values()
        parts = {part for veld in velden for part in (veld, *get_args(veld))}
        to_see += [part for part in parts if hasattr(part, "__annotations__") and part not in reached]
    assert reached == {*DESCRIBED.values(), records.Lezer, records.Bloksoort}


def test_the_plan_in_json_is_what_its_schema_says(zonnehoek: World, world: World) -> None:
    assert world.run("inhoud", "schema", "schemas").code == 0
    schema = json.loads((world.folder / "schemas" / "actieplan.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    complete_text = json.loads(zonnehoek.run("export", "-", "--formaat", "json").stdout)
    jsonschema.validate(complete_text, schema)
    world.bestand.unlink()
    world.start("wijk.naam=De Weide")
    jsonschema.validate(json.loads(world.run("export", "-", "--formaat", "json").stdout), schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**complete_text, "plan": {**complete_text["plan"], "wijk": 1}}, schema)


def test_the_plan_in_json_is_the_golden_one(small: World, golden: Golden) -> None:
    golden("actieplan.json", small.run("export", "-", "--formaat", "json").stdout)


@pytest.mark.parametrize("formaat", ["md", "html"])
def test_the_head_says_only_what_was_answered_and_reads_well(world: World, formaat: str) -> None:
    world.start("wijk.naam=de Kuil", "wijk.gemeente=Gemeente Zwolle", "groep.woordvoerder=Fatima en Kees")
    plan = world.run("export", "-", "--formaat", formaat).stdout
    assert "Actieplan de Kuil" in plan
    assert "gemeente Zwolle · 23 november 2026" in plan
    assert "gemeente gemeente" not in plan.lower()
    assert "Vragen?" in plan


def test_the_report_afterwards_says_what_was_planned_what_it_costs_and_whom_they_reached(zonnehoek: World) -> None:
    report = zonnehoek.run("export", "-", "--soort", "verslag").stdout
    assert report.startswith("# Verslag De Zonnehoek")
    for line in ("| Plannen koppelen | 13 november 2026 | bezig |", "Op 8 oktober kwamen 57 mensen.", "**€ 6.300**"):
        assert line in report
    assert "37 huishoudens" in report
    assert "<!--" not in report
    assert zonnehoek.run("export", "--soort", "verslag", "--formaat", "docx").code == 0
    assert (zonnehoek.folder / "verslag.docx").is_file()
    for args in (["verslag", "v.ics"], ["iets"]):
        assert zonnehoek.run("export", "--soort", *args).code == 2
