"""A record as JSON, and the JSON Schema of it, both from its types. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import is_dataclass
from enum import StrEnum
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

Schema = Mapping[str, object]
_KINDS = {str: "string", int: "integer", bool: "boolean", NoneType: "null"}
_DAY = {"anyOf": [{"type": "string", "format": "date"}, {"const": ""}]}
"""A field that ends on `_iso`: a day, or empty."""


def values(part: object) -> object:
    """Return the record, list or value *part* as what JSON knows."""
    if isinstance(part, tuple) and not hasattr(part, "_fields"):
        return [values(item) for item in part]
    fields = get_type_hints(type(part)) if _is_record(type(part)) else {}
    return {name: values(getattr(part, name)) for name in fields} or part


def schema_of(kind: Any) -> Schema:
    """Return the JSON Schema of what `values` makes of a *kind*: a record, a tuple of one kind, a text or a number."""
    if _is_record(kind):
        fields = get_type_hints(kind).items()
        return exactly({name: _DAY if name.endswith("_iso") else schema_of(field) for name, field in fields})
    if get_origin(kind) is tuple:
        return {"type": "array", "items": schema_of(get_args(kind)[0])}
    if options := get_args(kind):
        return {"anyOf": [schema_of(option) for option in options]}
    if issubclass(kind, StrEnum):
        return {"enum": [str(member) for member in kind]}
    return {"type": _KINDS[kind]}


def exactly(fields: Schema) -> Schema:
    """Return the schema of an object that has these *fields* and no others."""
    return {"type": "object", "properties": fields, "required": list(fields), "additionalProperties": False}


def _is_record(kind: Any) -> bool:
    return is_dataclass(kind) or hasattr(kind, "_fields")
