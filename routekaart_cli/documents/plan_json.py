"""The whole action plan as JSON, for other programs, and the schema that says what is in it."""

from __future__ import annotations

import json

from routekaart_cli.domain.as_json import exactly, schema_of, values
from routekaart_cli.plan.records import Plan

SCHEMA = "routekaart/actieplan/1"


def render(plan: Plan) -> str:
    """Return *plan* with every field it has, in the order of its records."""
    return _dump({"schema": SCHEMA, "plan": values(plan)})


def render_schema() -> str:
    """Return the JSON Schema of what `render` makes."""
    return _dump(
        {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": "Het actieplan van routekaart",
            **exactly({"schema": {"const": SCHEMA}, "plan": schema_of(Plan)}),
        }
    )


def _dump(document: object) -> str:
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"
