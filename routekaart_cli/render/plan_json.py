"""The whole action plan as JSON, for other programs, and the schema that says what is in it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import is_dataclass
from enum import StrEnum
from pathlib import Path
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

from routekaart_cli.plan.gegevens import Plan

SCHEMA = "routekaart/actieplan/1"
_SOORTEN = {str: "string", int: "integer", bool: "boolean", NoneType: "null"}
_DAG = {"anyOf": [{"type": "string", "format": "date"}, {"const": ""}]}
"""A field that ends on `_iso`: a day, or empty."""


def render(plan: Plan, sjabloon: Path) -> str:  # noqa: ARG001  # every format is asked in the same way
    """Return *plan* with every field it has, in the order of its records."""
    return _dump({"schema": SCHEMA, "plan": values(plan)})


def values(deel: object) -> object:
    """Return the record, list or value *deel* as what JSON knows."""
    if isinstance(deel, tuple) and not hasattr(deel, "_fields"):
        return [values(punt) for punt in deel]
    velden = get_type_hints(type(deel)) if _is_record(type(deel)) else {}
    return {naam: values(getattr(deel, naam)) for naam in velden} or deel


def render_schema() -> str:
    """Return the JSON Schema of what `render` makes."""
    return _dump(
        {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": "Het actieplan van routekaart",
            **_object({"schema": {"const": SCHEMA}, "plan": schema_of(Plan)}),
        }
    )


def schema_of(soort: Any) -> dict[str, object]:
    """Return the JSON Schema of what `values` makes of a *soort*: a record, a tuple of one kind, a text or a number."""
    if _is_record(soort):
        velden = get_type_hints(soort).items()
        return _object({naam: _DAG if naam.endswith("_iso") else schema_of(veld) for naam, veld in velden})
    if get_origin(soort) is tuple:
        return {"type": "array", "items": schema_of(get_args(soort)[0])}
    if keuzes := get_args(soort):
        return {"anyOf": [schema_of(keuze) for keuze in keuzes]}
    if issubclass(soort, StrEnum):
        return {"enum": [str(waarde) for waarde in soort]}
    return {"type": _SOORTEN[soort]}


def _is_record(soort: Any) -> bool:
    return is_dataclass(soort) or hasattr(soort, "_fields")


def _object(velden: Mapping[str, object]) -> dict[str, object]:
    return {"type": "object", "properties": velden, "required": list(velden), "additionalProperties": False}


def _dump(document: object) -> str:
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"
