"""A record as JSON, and the JSON Schema of it, both from its types. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import is_dataclass
from enum import StrEnum
from types import NoneType
from typing import Annotated, Any, Literal, NotRequired, get_args, get_origin, get_type_hints, is_typeddict

from routekaart_cli.dutch.opdrachten import spelled

Schema = Mapping[str, object]
_KINDS = {str: "string", int: "integer", bool: "boolean", NoneType: "null"}
_PATTERNS = {"isodate": r"^\d{4}-\d{2}-\d{2}$", "moment": r"^\d{4}-\d{2}-\d{2}T"}
"""What `Annotated` says of a text; a text behind it, such as an empty one, can stand there too."""


def values(part: object) -> object:
    """Return the record, mapping, list or value *part* as what JSON knows."""
    if isinstance(part, Mapping):
        return {name: values(item) for name, item in part.items()}
    if fields := getattr(part, "_fields", ()) or getattr(part, "__dataclass_fields__", ()):
        return {name: values(getattr(part, name)) for name in fields}
    if isinstance(part, (tuple, list)):
        return [values(item) for item in part]
    return spelled(part) if isinstance(part, str) else part


def schema_of(kind: Any) -> Schema:
    """Return the JSON Schema of what `values` makes of a *kind*: a record, or what is typed as a field of one."""
    origin, parts = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _annotated(*parts)
    if origin is Literal:
        return {"enum": list(parts)}
    if origin in (tuple, list):
        return {"type": "array", "items": schema_of(parts[0])}
    if origin is Mapping:
        return {"type": "object", "additionalProperties": schema_of(parts[1])}
    if parts:
        return {"anyOf": [schema_of(option) for option in parts]}
    if is_typeddict(kind) or is_dataclass(kind) or hasattr(kind, "_fields"):
        hints = get_type_hints(kind, include_extras=True)
        may = {name: get_args(hint)[0] for name, hint in hints.items() if get_origin(hint) is NotRequired}
        return exactly({name: schema_of(may.get(name, hint)) for name, hint in hints.items()}, *may)
    return {"enum": [str(member) for member in kind]} if issubclass(kind, StrEnum) else {"type": _KINDS[kind]}


def exactly(fields: Schema, *may: str) -> Schema:
    """Return the schema of an object with these *fields* and no others; those that it only *may* have can be absent."""
    must = [name for name in fields if name not in may]
    return {"type": "object", "properties": fields, "required": must, "additionalProperties": False}


def _annotated(base: Any, way: Any, *also: str) -> Schema:
    """Return the schema of a *base* of which *way* says more: a pattern by its name, or a type that is narrower."""
    if way not in _PATTERNS:
        return schema_of(base if isinstance(way, str) else way)
    text = {**schema_of(base), "pattern": _PATTERNS[way]}
    return {"anyOf": [text, {"enum": list(also)}]} if also else text
