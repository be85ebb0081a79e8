"""The action plan in Markdown, in blocks that can be told from what people add."""

from __future__ import annotations

import re
from pathlib import Path

from routekaart_cli.documents import levend, templates
from routekaart_cli.errors import UnreadableFile
from routekaart_cli.plan.records import Plan

_LIJKT = re.compile(r"\s*<!--\s*blok\b", re.IGNORECASE)
_BLOK = re.compile(r"\s*<!-- blok ([\w.-]|\{\{.*?\}\})+ -->\s*")
"""The line with which a template begins a block; a part of its name can be a value."""


def render(plan: Plan, sjabloon: Path) -> str:
    """Return *plan* by the template *sjabloon*; raises `UnreadableFile` with template and line."""
    tekst = templates.render_markdown(sjabloon, {"plan": plan})
    _check_blokken(sjabloon)
    kop = (
        f"<!-- routekaart:actieplan {'zonder' if plan.zonder_persoonsgegevens else 'met'}-persoonsgegevens. "
        "Eigen tekst? Zet die boven een "
        "regel met begin, of onder een regel met einde. Dan blijft die staan als je het plan opnieuw maakt. -->"
    )
    return levend.mark(tekst, kop)


def _check_blokken(sjabloon: Path) -> None:
    """Raise `UnreadableFile` for a line in *sjabloon* that is meant to begin a block, and does not."""
    for nummer, regel in enumerate(sjabloon.read_text(encoding="utf-8").split("\n"), 1):
        if _LIJKT.match(regel) and not _BLOK.fullmatch(regel):
            raise UnreadableFile(
                templates.sjabloon_fout(
                    str(sjabloon), nummer, "Schrijf een blok zo: <!-- blok NAAM -->. In de naam staan geen spaties."
                ),
                templates.SJABLOON_HINT,
            )
