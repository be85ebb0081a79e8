"""The plan as Markdown: valid, without HTML of its own, and whatever people typed comes out as they typed it."""

from __future__ import annotations

import os
import random
import re
from itertools import pairwise

import pytest
from helpers import complete
from helpers.places import VOORBEELD
from helpers.world import Wereld
from markdown_it import MarkdownIt

from routekaart_cli.documents.levend import parse
from routekaart_cli.domain.antwoorden import Project, Stand
from routekaart_cli.inhoud.folder import Inhoud
from routekaart_cli.project import store, to_yaml

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

ELEMENTEN = {
    "h1", "h2", "h3", "p", "table", "thead", "tbody", "tr", "th", "td", "ul", "li", "strong", "em", "br", "a",
    "blockquote",
}  # fmt: skip


def html(markdown: str) -> str:
    return str(MarkdownIt("commonmark").enable("table").render(markdown))


def zichtbaar(markdown: str) -> str:
    """Return what a reader sees of *markdown*: the text, without its elements."""
    kaal = re.sub(r"<[^>]+>", " ", html(markdown))
    for teken, naam in (("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("&", "&amp;")):
        kaal = kaal.replace(naam, teken)
    return " ".join(kaal.split())


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


@pytest.mark.parametrize("tekst", LASTIG)
@pytest.mark.parametrize("waar", ["wijk.naam", "groep.doel", "opstarten.de-wijk-in.notitie", "groep.aanleiding"])
def test_what_people_type_comes_out_as_typed(wereld: Wereld, waar: str, tekst: str) -> None:
    wereld.start(f"{waar}={tekst}", f"groep.mensen={tekst.replace('|', '/')}; {tekst.replace('|', '/')}")
    plan = wereld.run("export", "-").uit
    assert " ".join(tekst.split()) in zichtbaar(plan)
    assert set(re.findall(r"<(\w+)", html(plan))) <= ELEMENTEN


ALLES = (
    "# kop | cel\n\n- punt\r\n</style><script>alert(1)</script> [x](javascript:alert(1)) <!-- routekaart:einde x -->"
)


def test_a_plan_full_of_hostile_answers_is_valid_markdown_without_html(wereld: Wereld, inhoud: Inhoud) -> None:
    """Pipes and new lines in the answer to every vraag: headings, tables and blocks stay what they are."""
    plannen = []
    for project in (complete.project(inhoud, lambda _: "x"), complete.project(inhoud, lambda _: ALLES)):
        wereld.bestand.write_text(to_yaml.dump(project), encoding="utf-8")
        plannen.append(wereld.run("export", "-").uit)
    tokens = [MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(plan) for plan in plannen]
    vormen = [[(token.type, token.tag) for token in deel if token.type not in VRIJ] for deel in tokens]
    assert vormen[0] == vormen[1]
    commentaar = [token.content for token in tokens[1] if token.type == "html_block"]
    assert all(re.fullmatch(r"<!-- routekaart:(actieplan|begin|einde) [^>]*-->\n*", deel) for deel in commentaar)
    assert len(commentaar) == 1 + 2 * plannen[1].count("<!-- routekaart:begin ")
    assert not [token for deel in tokens[1] for token in deel.children or () if token.type in ("html_inline", "image")]
    adressen = [
        str(token.attrs["href"]) for deel in tokens[1] for token in deel.children or () if token.type == "link_open"
    ]
    assert all(adres.startswith(("https://", "http://")) for adres in adressen)
    assert len(parse(plannen[1]).delen) == len(parse(plannen[0]).delen)


VRIJ = ("paragraph_open", "paragraph_close", "inline")
"""How many paragraphs a long answer has is up to who typed it."""


def test_no_heading_is_empty_and_nothing_reads_as_a_program_does(wereld: Wereld, inhoud: Inhoud) -> None:
    """With one answer, with all of them, and with some at random; with people in it and without."""
    kans = random.Random(os.environ["ROUTEKAART_SEED"])
    vol = list(complete.project(inhoud, lambda naam: f"Antwoord op {naam}.").antwoorden.items())
    for aantal in (1, 5, 20, 60, len(vol)):
        for antwoorden in (vol[:aantal], kans.sample(vol, aantal)):
            wereld.bestand.write_text(to_yaml.dump(Project(dict(antwoorden))), encoding="utf-8")
            for opdracht in (["export", "-"], ["export", "-", "--zonder-persoonsgegevens"], ["agenda"]):
                reads_well(wereld.run(*opdracht).uit)


def reads_well(document: str) -> None:
    """Check that *document* has no empty heading or label, no value of a program, no wrong plural and no ISO date."""
    fout = r"\b(None|True|False|nan|1 (punten|stappen|woningen))\b|\{[{%]|\d{4}-\d\d-\d\d|[!?.]\*?\*?\.( |$)"
    assert not re.search(fout, document, re.MULTILINE)
    regels = [regel for regel in document.splitlines() if regel.strip() and not regel.startswith("<!--")]
    for regel, volgende in pairwise([*regels, "# eind"]):
        niveau, later = (len(deel) - len(deel.lstrip("#")) for deel in (regel, volgende))
        assert not niveau or not later or later > niveau, regel
    assert not [r for r in regels if re.search(r":\s*$|\*\*\s*\*\*|\(\)", r) and not r.endswith("eens:")]
