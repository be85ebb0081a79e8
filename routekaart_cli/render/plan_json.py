"""The whole action plan as JSON, for other programs; `content/sjablonen/actieplan.schema.json` describes it."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from pathlib import Path

from routekaart_cli.plan.gegevens import Plan

SCHEMA = "routekaart/actieplan/1"


def render(plan: Plan, sjabloon: Path) -> str:  # noqa: ARG001  # every format is asked in the same way
    """Return *plan* with every field it has, in the order of its records."""
    return json.dumps({"schema": SCHEMA, "plan": _values(plan)}, indent=2, ensure_ascii=False) + "\n"


def _values(deel: object) -> object:
    if is_dataclass(deel):
        return {veld.name: _values(getattr(deel, veld.name)) for veld in fields(deel)}
    if isinstance(deel, tuple):
        return {n: _values(w) for n, w in deel._asdict().items()} if hasattr(deel, "_asdict") else [*map(_values, deel)]
    return deel
