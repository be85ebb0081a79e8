"""The action plan in Markdown, in blocks that can be told from what people add."""

from __future__ import annotations

from pathlib import Path

from routekaart_cli.plan import levend
from routekaart_cli.plan.gegevens import Plan
from routekaart_cli.render import sjabloon as sjablonen
from routekaart_cli.texts import plan as woorden


def render(plan: Plan, sjabloon: Path) -> str:
    """Return *plan* by the template *sjabloon*; raises `UnreadableFile` with template and line."""
    kop = woorden.plan_kop(zonder=plan.zonder_persoonsgegevens)
    return levend.mark(sjablonen.render_markdown(sjabloon, {"plan": plan}), kop)
