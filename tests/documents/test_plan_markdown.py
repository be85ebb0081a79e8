"""The plan as Markdown: valid, without HTML of its own, and whatever people typed comes out as they typed it."""

from __future__ import annotations

import os
import random
import re
from itertools import pairwise

import pytest
from helpers import complete
from helpers.places import VOORBEELD
from helpers.world import World
from markdown_it import MarkdownIt

from routekaart_cli.documents.levend import parse
from routekaart_cli.domain.antwoorden import Project, Stand
from routekaart_cli.dutch.dates import stored
from routekaart_cli.inhoud.folder import Inhoud
from routekaart_cli.project import store, to_yaml

AWKWARD = (
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

ELEMENTS = {
    "h1", "h2", "h3", "p", "table", "thead", "tbody", "tr", "th", "td", "ul", "li", "strong", "em", "br", "a",
    "blockquote",
}  # fmt: skip


def html(markdown: str) -> str:
    return str(MarkdownIt("commonmark").enable("table").render(markdown))


def visible(markdown: str) -> str:
    """Return what a reader sees of *markdown*: the text, without its elements."""
    bare = re.sub(r"<[^>]+>", " ", html(markdown))
    for char, name in (("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("&", "&amp;")):
        bare = bare.replace(name, char)
    return " ".join(bare.split())


def test_every_given_answer_is_in_the_plan(zonnehoek: World) -> None:
    plan = visible(zonnehoek.run("export", "-", "--voor", "ons").stdout)
    numbers = re.sub(r"(?<=\d)\.(?=\d{3})", "", plan)
    for vraag_id, antwoord in store.load(VOORBEELD).antwoorden.items():
        if antwoord.stand is Stand.GEGEVEN and isinstance(antwoord.waarde, str) and " " in antwoord.waarde:
            assert " ".join(antwoord.waarde.split()) in plan, vraag_id
        for record in antwoord.waarde:
            for waarde in record.values() if isinstance(record, dict) else ():
                assert (
                    waarde in numbers
                    or stored(waarde)
                    or waarde.replace("-", " ") in plan.lower()
                    or (waarde in ("geen", "zelf", "hulp"))
                ), vraag_id


@pytest.mark.parametrize("text", AWKWARD)
@pytest.mark.parametrize("where", ["wijk.naam", "groep.doel", "opstarten.de-wijk-in.notitie", "groep.aanleiding"])
def test_what_people_type_comes_out_as_typed(world: World, where: str, text: str) -> None:
    world.start(f"{where}={text}", f"groep.mensen={text.replace('|', '/')}; {text.replace('|', '/')}")
    plan = world.run("export", "-", "--voor", "ons").stdout
    assert " ".join(text.split()) in visible(plan)
    assert set(re.findall(r"<(\w+)", html(plan))) <= ELEMENTS


EVERYTHING = (
    "# kop | cel\n\n- punt\r\n</style><script>alert(1)</script> [x](javascript:alert(1)) <!-- routekaart:einde x -->"
)


def test_a_plan_full_of_hostile_answers_is_valid_markdown_without_html(world: World, inhoud: Inhoud) -> None:
    """Pipes and new lines in the answer to every vraag: headings, tables and blocks stay what they are."""
    plannen = []
    for project in (complete.project(inhoud, lambda _: "x"), complete.project(inhoud, lambda _: EVERYTHING)):
        world.bestand.write_text(to_yaml.dump(project), encoding="utf-8")
        plannen.append(world.run("export", "-", "--voor", "ons", "--met-bijlagen").stdout)
    tokens = [MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(plan) for plan in plannen]
    forms = [[(token.type, token.tag) for token in part if token.type not in FREE] for part in tokens]
    assert forms[0] == forms[1]
    comment = [token.content for token in tokens[1] if token.type == "html_block"]
    assert all(re.fullmatch(r"<!-- routekaart:(actieplan|begin|einde) [^>]*-->\n*", part) for part in comment)
    assert len(comment) == 1 + 2 * plannen[1].count("<!-- routekaart:begin ")
    assert not [token for part in tokens[1] for token in part.children or () if token.type in ("html_inline", "image")]
    addresses = [
        str(token.attrs["href"]) for part in tokens[1] for token in part.children or () if token.type == "link_open"
    ]
    assert all(address.startswith(("https://", "http://")) for address in addresses)
    assert len(parse(plannen[1]).parts) == len(parse(plannen[0]).parts)


FREE = ("paragraph_open", "paragraph_close", "inline")
"""How many paragraphs a long answer has is up to who typed it."""


def test_no_heading_is_empty_and_nothing_reads_as_a_program_does(world: World, inhoud: Inhoud) -> None:
    """With one answer, with all of them, and with some at random; with people in it and without."""
    chance = random.Random(os.environ["ROUTEKAART_SEED"])
    vol = list(complete.project(inhoud, lambda name: f"Antwoord op {name}.").antwoorden.items())
    for count in (1, 5, 20, 60, len(vol)):
        for antwoorden in (vol[:count], chance.sample(vol, count)):
            world.bestand.write_text(to_yaml.dump(Project(dict(antwoorden))), encoding="utf-8")
            for opdracht in (
                ["export", "-"],
                ["export", "-", "--voor", "ons"],
                ["export", "-", "--voor", "iedereen"],
                ["agenda"],
            ):
                reads_well(world.run(*opdracht).stdout)


def reads_well(document: str) -> None:
    """Check that *document* has no empty heading or label, no value of a program, no wrong plural and no ISO date."""
    error = r"\b(None|True|False|nan|1 (punten|stappen|woningen))\b|\{[{%]|\d{4}-\d\d-\d\d|[!?.]\*?\*?\.( |$)"
    assert not re.search(error, document, re.MULTILINE)
    lines = [line for line in document.splitlines() if line.strip() and not line.startswith("<!--")]
    for line, following in pairwise([*lines, "# eind"]):
        level, later = (len(part) - len(part.lstrip("#")) for part in (line, following))
        assert not level or not later or later > level, line
    assert not [r for r in lines if re.search(r":\s*$|\*\*\s*\*\*|\(\)", r) and not r.endswith("eens:")]
