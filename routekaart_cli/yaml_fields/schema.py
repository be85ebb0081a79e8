"""The JSON Schema of a YAML file: what its reader asks for, when it is given a file in which nothing stands.

So nothing is described twice. What the schema refuses, the reader refuses; the reader sees more, such as an id that is
nowhere. (But for spaces around a word, which only the reader lets pass.)
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any, TypeVar

from routekaart_cli.yaml_fields.fields import Fields, Reader
from routekaart_cli.yaml_fields.nodes import Node, Pairs, Place, Scalar

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)

Schema = Mapping[str, object]
_NOWHERE = Place(1, 1)
_SCALAR = ["string", "number", "boolean"]  # we read each of these as text
_TEXT: Schema = {"type": [*_SCALAR, "null"]}
_TEXTS: Schema = {"type": [*_SCALAR, "null", "array"], "items": _TEXT}


def schema_of(build: Callable[[Fields], object]) -> Schema:
    """Return the schema of what *build* reads."""
    asked = _Asked("#", {})
    build(asked)
    return asked.schema


class _Asked(Fields):
    """Fields that are all missing; it keeps which are asked for, and in which way.

    *pointer* is where their schema stands, *above* by key where the schema of a list around it stands.
    """

    def __init__(self, pointer: str, above: Mapping[str, str]) -> None:
        super().__init__(Reader(""), Pairs({}, {}, _NOWHERE), silent=True)
        self._pointer = pointer
        self._above = above
        self._fields: dict[str, Schema] = {}
        self._must: list[str] = []

    @property
    def schema(self) -> Schema:
        must = {"required": self._must} if self._must else {}
        return {"type": "object", "properties": self._fields, **must, "additionalProperties": False}

    def _keep(self, key: str, schema: Schema, *, verplicht: bool) -> None:
        self._fields[key] = schema
        if verplicht and key not in self._must:
            self._must.append(key)

    def node(self, key: str, *, verplicht: bool = False) -> Node | None:
        self._keep(key, {}, verplicht=verplicht)
        return None

    def raw(self, key: str, default: str | None = None) -> str:
        must = default is None
        self._keep(key, {"type": _SCALAR, "pattern": r"\S"} if must else _TEXT, verplicht=must)
        return default or ""

    def flag(self, key: str) -> bool:
        self._keep(key, {"enum": ["ja", "nee"]}, verplicht=False)
        return False

    def choice(self, key: str, possible: type[E], default: E | None = None) -> E:
        words = [*map(str, possible), *([] if default is None else ["", None])]
        self._keep(key, {"enum": list(dict.fromkeys(words))}, verplicht=default is None)
        return next(iter(possible)) if default is None else default

    def isodate(self, key: str, default: str | None = None) -> str:
        kind = "string" if default is None else ["string", "null"]
        self._keep(key, {"type": kind, "format": "date"}, verplicht=default is None)
        return default or ""

    def placed_texts(self, key: str, *, verplicht: bool = False) -> tuple[Scalar, ...]:
        self._keep(key, _TEXTS, verplicht=verplicht)
        return ()

    def pairs(self, key: str) -> Iterator[tuple[str, Node, Place]]:
        self._keep(key, {**_or_nothing("object"), "additionalProperties": _TEXTS}, verplicht=False)
        return iter(())

    def record(self, key: str, build: Callable[[Fields], T], *, verplicht: bool = False) -> T | None:
        within = _Asked(f"{self._pointer}/properties/{key}", self._above)
        built = build(within)
        self._keep(key, within.schema, verplicht=verplicht)
        return built

    def records(
        self,
        key: str,
        build: Callable[[Fields], T],
        *,
        verplicht: bool = False,
        words: Mapping[str, tuple[T, ...]] = MappingProxyType({}),
    ) -> tuple[T, ...]:
        pointer = f"{self._pointer}/properties/{key}"
        if key in self._above:  # a list of its own kind
            self._keep(key, {"$ref": self._above[key]}, verplicht=verplicht)
            return ()
        within = _Asked(f"{pointer}/items", {**self._above, key: pointer})
        build(within)
        self._keep(key, {**_or_nothing("array", *words), "items": within.schema}, verplicht=verplicht)
        return ()


def _or_nothing(kind: str, *words: str) -> dict[str, Any]:
    """Return the schema of a *kind*, or one of *words*, or nothing, in the ways in which YAML writes that."""
    return {"type": [kind, "string", "null"], "pattern": f"^({'|'.join(('', *words))})$"}
