"""The action plan in Markdown, in blocks that can be told from what people add."""

from __future__ import annotations

import re
from pathlib import Path

from routekaart_cli.documents import levend, templates
from routekaart_cli.errors import UnreadableFile
from routekaart_cli.plan.records import Plan

_LOOKS_LIKE = re.compile(r"\s*<!--\s*blok\b", re.IGNORECASE)
_BLOCK = re.compile(r"\s*<!-- blok ([\w.-]|\{\{.*?\}\})+ -->\s*")
"""The line with which a template begins a block; a part of its name can be a value."""


def render(plan: Plan, template: Path) -> str:
    """Return *plan* by the template *template*; raises `UnreadableFile` with template and line."""
    text = templates.render_markdown(template, {"plan": plan})
    _check_blocks(template)
    heading = (
        f"<!-- routekaart:actieplan {'zonder' if plan.zonder_persoonsgegevens else 'met'}-persoonsgegevens. "
        "Eigen tekst? Zet die boven een "
        "regel met begin, of onder een regel met einde. Dan blijft die staan als je het plan opnieuw maakt. -->"
    )
    return levend.mark(text, heading)


def _check_blocks(template: Path) -> None:
    """Raise `UnreadableFile` for a line in *template* that is meant to begin a block, and does not."""
    for number, line in enumerate(template.read_text(encoding="utf-8").split("\n"), 1):
        if _LOOKS_LIKE.match(line) and not _BLOCK.fullmatch(line):
            raise UnreadableFile(
                templates.template_error(
                    str(template), number, "Schrijf een blok zo: <!-- blok NAAM -->. In de naam staan geen spaties."
                ),
                templates.TEMPLATE_HINT,
            )
