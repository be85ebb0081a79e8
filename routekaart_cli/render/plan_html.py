"""The action plan in HTML: one file that needs nothing else."""

from __future__ import annotations

from pathlib import Path

from routekaart_cli.plan.gegevens import Plan
from routekaart_cli.render import sjabloon as sjablonen


def render(plan: Plan, sjabloon: Path) -> str:
    """Return *plan* by the template *sjabloon*; raises `UnreadableFile` with template and line."""
    return sjablonen.render_html(sjabloon, {"plan": plan})
