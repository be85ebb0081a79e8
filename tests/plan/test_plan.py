"""The action plan: every answer once, what is typed comes out as typed, and nothing is overwritten."""

from __future__ import annotations

import json
import re
from typing import get_args, get_type_hints

import jsonschema
import pytest
from helpers.places import CONTENT, VOORBEELD, Golden
from helpers.world import World

from routekaart_cli.documents.markdown import inline
from routekaart_cli.domain.routekaart import Bron, Federatie, Keuze, Koepel, Loket, Zekerheid
from routekaart_cli.inhoud.folder import Inhoud
from routekaart_cli.plan import agenda, records, werkblad
from routekaart_cli.project import store


def test_the_plan_is_the_golden_one(small: World, golden: Golden) -> None:
    golden("actieplan.md", small.run("export", "-").stdout)


def test_the_chapters_stand_in_the_order_of_a_serious_plan(small: World) -> None:
    headings = re.findall(r"^## (.*)$", small.run("export", "-").stdout, re.MULTILINE)
    assert headings == [
        "Samenvatting", "Waar we staan", "De eerste acties", "Aanleiding", "Ambitie en doel", "Wat er al is", "De wijk",
        "Kerngroep en besluiten", "Netwerkkaart", "Geld en tijd",
        "De stappen, fase voor fase", "Open punten", "Hulp en contact", "Bijlage: tips uit de routekaart",
        "Bijlage: voorbeelden uit de routekaart", "Bijlage: wat er veranderde sinds 2021", "Bron",
    ]  # fmt: skip


def test_an_empty_chapter_does_not_appear(world: World) -> None:
    world.start("wijk.naam=De Weide")
    plan = world.run("export", "-").stdout
    assert "## De wijk" not in plan
    assert "## Netwerkkaart" not in plan
    assert "None" not in plan
    assert not re.search(
        r"^#+ .*\n+(#|\Z)(?!##)", plan.replace("## De stappen, fase voor fase\n\n###", ""), re.MULTILINE
    )


def test_what_is_not_known_stands_once_as_an_open_point(small: World) -> None:
    small.start("groep.doel=weet ik nog niet")
    plan = small.run("export", "-").stdout
    assert "- **Nog open: Aanvraag** (Stap 2.1, Regel geld). Weten we nog niet." in plan
    assert plan.count("Weten we nog niet") == 2
    assert plan.count("**Nog open: Ons doel**") == 1


def test_a_disagreement_stands_with_what_was_said_and_by_whom(small: World) -> None:
    small.start("groep.doel=weet ik nog niet")
    plan = small.run("export", "-").stdout
    assert "We zijn het nog niet eens:\n  - Ja (dit zegt Fatima)\n  - Nee (dit zegt Kees)\n" in plan
    assert "*Nog open: Ons doel; Zijn we het eens.*" in plan


def test_a_reader_can_tell_the_answers_from_the_text_of_the_routekaart(zonnehoek: World, inhoud: Inhoud) -> None:
    """Sentences of the content stand in quotes, and nothing of the group does."""
    lines = zonnehoek.run("export", "-").stdout.splitlines()
    quotes = [line.lstrip()[2:] for line in lines if line.lstrip().startswith("> ")]
    antwoorden = [antwoord.waarde for antwoord in store.load(VOORBEELD).antwoorden.values()]
    assert not [quote for quote in quotes if quote in antwoorden]
    for fase in inhoud.all_fasen:
        for text in (fase.uitkomst, *(tip.tekst for tip in fase.tips), *(part.kern for part in fase.voorbeelden)):
            phrase = str(inline(text))
            assert all(phrase in line and line.lstrip().startswith(">") for line in lines if phrase[:40] in line), (
                phrase
            )


def test_tips_and_voorbeelden_fit_what_the_group_chose_and_say_why(small_world: World) -> None:
    small_world.start("wijk.naam=De Weide", "wijk.leeft=jongeren", "stand.fase=doen")
    plan = small_world.run("export", "-").stdout
    assert "**Vraag jongeren**" in plan
    assert "*Dit staat hier, omdat jullie bij ‘Wat er leeft’ kozen voor ‘Jongeren en spelen’.*" in plan
    assert "*Dit staat hier, omdat jullie nu werken aan fase 2, Doen.*" in plan
    assert "Een straatfeest" not in plan


def test_what_is_near_or_changed_for_this_group_is_in_the_plan_with_the_reason(world: World) -> None:
    world.start("wijk.naam=De Weide", "wijk.provincie=overijssel", "wijk.bezit=vve", "stand.fase=plan-maken")
    plan = json.loads(world.run("export", "-", "--formaat", "json").stdout)["plan"]
    title, kort = world.inhoud.fase("plan-maken").titel, world.inhoud.vraag_of("wijk.provincie").kort
    reasons = {part["id"]: part["reden"] for part in (*plan["voorbeelden"], *plan["actueel"])}
    assert reasons["uitvoeren.voorbeeld.pilot-berkum"].endswith(f"bij ‘{kort}’ kozen voor ‘Overijssel’.")
    assert reasons["nu.warmteprogramma"] == f"Dit staat hier, omdat jullie nu werken aan fase 2, {title}."
    vve = [reden for reden in reasons.values() if "VvE" in reden]
    assert vve
    assert "svoh" not in " ".join(reasons)


def test_what_no_longer_holds_is_not_in_the_plan(small_world: World) -> None:
    small_world.start("wijk.naam=De Weide", "stand.fase=doen")
    plan = small_world.run("export", "-").stdout
    assert ("Er kwam een subsidie" in plan, "Er was een regeling" in plan) == (True, False)


def test_the_federatie_of_the_province_stands_in_the_plan(world: World) -> None:
    world.start("wijk.naam=De Weide", "wijk.provincie=fryslan")
    assert "Friese Milieu Federatie (FMF): www.fmf.frl" in world.run("export", "-").stdout


FIXED_TEXTS = [
    *("actieplan.md.j2", "actieplan.html.j2", "agenda.md.j2", "LEESMIJ.md"),
    *("werkblad.md.j2", "werkblad.html.j2", "werkblad.yaml.j2"),
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
    "Het plan zelf": records.Plan,
    "Een fase": records.PlanFase,
    "Een stap": records.PlanStap,
    "Een hoofdstuk": records.PlanHoofdstuk,
    "Een antwoord": records.Veld,
    "Een actie": records.PlanActie,
    "Een dag": records.PlanDatum,
    "Een tip of voorbeeld": records.Fitting,
    "Iets wat veranderde": records.PlanActueel,
    "Een open punt": records.OpenPunt,
    "Een mening": records.Mening,
    "De federatie": Federatie,
    "Een loket": Loket,
    "De koepel": Koepel,
    "De bron": Bron,
    "De agenda": agenda.Agenda,
    "Wie en wat": agenda.WieWat,
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
    real = {heading: sorted(get_type_hints(soort)) for heading, soort in DESCRIBED.items()}
    assert {heading: sorted(names) for heading, names in described.items()} == real


def test_every_record_that_a_template_can_reach_is_described() -> None:
    reached: set[object] = set()
    to_see: list[object] = [records.Plan, agenda.Agenda, werkblad.Werkblad]
    while to_see:
        soort = to_see.pop()
        reached.add(soort)
        velden = get_type_hints(soort).values()
        parts = {part for veld in velden for part in (veld, *get_args(veld))}
        to_see += [part for part in parts if hasattr(part, "__annotations__") and part not in reached]
    assert reached == {*DESCRIBED.values(), Zekerheid}


def test_the_plan_in_json_is_what_its_schema_says(zonnehoek: World, world: World) -> None:
    schema = json.loads(world.run("inhoud", "schema", "actieplan").stdout)
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
def test_the_summary_says_only_what_was_answered_and_reads_well(world: World, formaat: str) -> None:
    world.start("wijk.naam=de Kuil", "wijk.gemeente=Gemeente Zwolle", "groep.woordvoerder=Fatima en Kees")
    plan = world.run("export", "-", "--formaat", formaat).stdout
    assert "Onze wijk: de Kuil, in de gemeente Zwolle" in plan
    assert "gemeente gemeente" not in plan.lower()
    assert "Woordvoerder: Fatima en Kees" in plan
    assert "Wij willen" not in plan
    reden = json.loads(world.run("export", "-", "--formaat", "json").stdout)["plan"]["fase_reden"]
    assert reden
    assert (f"\n> {reden}\n" if formaat == "md" else f'<div class="routekaart-tekst"><p>{reden}</p></div>') in plan
