"""The fields of a YAML file, asked for by name: every finding at once, each with its place, in Dutch."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from operator import methodcaller
from types import MappingProxyType
from typing import Annotated, Any, TypeVar, get_args, get_origin, get_type_hints

from routekaart_cli.dutch import enumeration, nearest, plural
from routekaart_cli.errors import REPAIR, UnreadableFile
from routekaart_cli.yaml_fields.nodes import Bevinding, Node, Pairs, Place, Scalar, Series

_NO_TEXT = "hier hoort één tekst te staan, geen lijst of velden"
_NO_FIELDS = "hier horen velden te staan, zoals `titel: tekst`"


T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)
R = TypeVar("R", bound=tuple[Any, ...])


class Reader:
    """Reads one file and collects what is wrong in it.

    *name* is how the file is called in messages. After reading, `finish` raises `UnreadableFile` with every finding.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self.bevindingen: list[Bevinding] = []

    def report(self, place: Place, text: str) -> None:
        self.bevindingen.append(Bevinding(place, text))

    def where(self, place: Place) -> str:
        return f"{place.file or self.name}:{place.line}:{place.column}"

    def finish(self, hint: str = REPAIR) -> None:
        """Raise `UnreadableFile` with all findings in the order of the file, or return when there are none."""
        if self.bevindingen:
            ordered = sorted(self.bevindingen, key=lambda finding: (finding.place.file, finding.place))
            lines = [f"{self.where(finding.place)}: {finding.text}" for finding in ordered]
            raise UnreadableFile(_bevindingen(lines), hint, tuple(lines))

    def parse(self, data: bytes, *, comment_behind: bool = True) -> Node | None:
        """Return what stands in *data*; None, with a finding, when there is nothing or it makes no sense.

        Without *comment_behind* a `#` behind a value is a finding too.
        """
        from routekaart_cli.yaml_fields.parser import Unreadable, parse  # loads PyYAML: not needed for compiled content

        try:
            node = parse(data, self.bevindingen, comment_behind=comment_behind)
        except Unreadable as gestopt:
            self.bevindingen.append(gestopt.bevinding)
            return None
        if node is None:
            self.report(Place(1, 1), "het bestand is leeg")
        return node

    def fields(self, node: Node | None) -> Fields:
        """Return the fields of *node*, which must be a mapping; without one they are empty and ask for nothing."""
        if isinstance(node, Pairs):
            return Fields(self, node)
        if node is not None:
            self.report(node.place, _NO_FIELDS)
        return Fields(self, Pairs({}, {}, Place(1, 1)), silent=True)


class Fields:
    """The fields of one mapping, asked for by name.

    A missing field without a default, or one of the wrong shape, becomes a finding and an empty value, so that reading
    goes on and all findings come at once. `close` reports the fields nobody asked for.
    """

    def __init__(self, reader: Reader, node: Pairs, *, silent: bool = False) -> None:
        self.reader = reader
        self.place = node.place
        self._node = node
        self._asked: list[str] = []
        self._silent = silent

    def place_of(self, key: str) -> Place:
        """Return where the value of *key* stands, or else the record itself."""
        node = self._node.pairs.get(key)
        return node.place if node else self.place

    def node(self, key: str, *, verplicht: bool = False) -> Node | None:
        """Return the bare node of *key*, or None."""
        self._asked.append(key)
        found = self._node.pairs.get(key)
        if found is None and verplicht and not self._silent:
            self.reader.report(self.place, f"veld '{key}' ontbreekt")
        return found

    def raw(self, key: str, default: str | None = None) -> str:
        """Return the text of *key* exactly as written."""
        node = self.node(key, verplicht=default is None)
        if node is None:
            return default or ""
        if not isinstance(node, Scalar):
            self.reader.report(node.place, _NO_TEXT)
            return ""
        if default is None and not node.value.strip():
            self.reader.report(node.place, f"veld '{key}' is leeg")
        return node.value

    def text(self, key: str, default: str | None = None) -> str:
        """Return one line of text: line ends and runs of spaces become one space."""
        return " ".join(self.raw(key, default).split())

    def prose(self, key: str, default: str | None = None) -> str:
        """Return paragraphs, each on one line, with an empty line between them."""
        paragraphs = re.split(r"\n\s*\n", self.raw(key, default).strip())
        return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)

    def flag(self, key: str) -> bool:
        """Return True for `yes`; `nee` is the default."""
        waarde = self.text(key, "nee")
        if waarde not in ("ja", "nee"):
            self.reader.report(self.place_of(key), f"'{waarde}' kan hier niet. Schrijf ja of nee")
        return waarde == "ja"

    def choice(self, key: str, possible: type[E], default: E | None = None) -> E:
        """Return the member of *possible* that is written here."""
        waarde = self.text(key, default)
        try:
            return possible(waarde)
        except ValueError:
            if waarde:
                self.reader.report(self.place_of(key), not_allowed(waarde, list(possible)))
            return next(iter(possible))

    def isodate(self, key: str, default: str | None = None) -> str:
        """Return an ISO date, checked, as text."""
        waarde = self.text(key, default)
        try:
            date.fromisoformat(waarde)
        except ValueError:
            if waarde:
                self.reader.report(self.place_of(key), f"'{waarde}' is geen datum. Schrijf een datum zo: 2026-11-23")
        return waarde

    def texts(self, key: str, *, verplicht: bool = False) -> tuple[str, ...]:
        """Return a list of texts; one bare text counts as a list of one, nothing as an empty one."""
        return tuple(text.value for text in self.placed_texts(key, verplicht=verplicht))

    def placed_texts(self, key: str, *, verplicht: bool = False) -> tuple[Scalar, ...]:
        """Return the texts of `texts` with their places."""
        node = self.node(key, verplicht=verplicht)
        return () if node is None else self._texts_in(node)

    def texts_of(self, node: Node) -> tuple[str, ...]:
        """Return the texts in *node*: one text, or a list of them."""
        return tuple(text.value for text in self._texts_in(node))

    def _texts_in(self, node: Node) -> tuple[Scalar, ...]:
        parts = node.parts if isinstance(node, Series) else [node]
        for part in parts:
            if not isinstance(part, Scalar):
                self.reader.report(part.place, _NO_TEXT)
        return tuple(part for part in parts if isinstance(part, Scalar))

    def pairs(self, key: str) -> Iterator[tuple[str, Node, Place]]:
        """Yield each name, value and place of the mapping under *key*; nothing when it is not there."""
        node = self.node(key)
        if node is None or (isinstance(node, Scalar) and not node.value):
            return
        if not isinstance(node, Pairs):
            self.reader.report(node.place, _NO_FIELDS)
            return
        for name, waarde in node.pairs.items():
            yield name, waarde, node.places[name]

    def record(self, key: str, build: Callable[[Fields], T], *, verplicht: bool = False) -> T | None:
        """Return what *build* makes of the mapping under *key*, or None when it is not there."""
        node = self.node(key, verplicht=verplicht)
        return None if node is None else self.record_of(node, build)

    def record_of(self, node: Node, build: Callable[[Fields], T]) -> T | None:
        """Return what *build* makes of *node*, and report the fields it did not ask for."""
        if not isinstance(node, Pairs):
            self.reader.report(node.place, _NO_FIELDS)
            return None
        fields = Fields(self.reader, node)
        built = build(fields)
        fields.close()
        return built

    def records(
        self,
        key: str,
        build: Callable[[Fields], T],
        *,
        verplicht: bool = False,
        words: Mapping[str, tuple[T, ...]] = MappingProxyType({}),
    ) -> tuple[T, ...]:
        """Return what *build* makes of each mapping in the list under *key*, or what the one of *words* there is."""
        node = self.node(key, verplicht=verplicht)
        if node is None:
            return ()
        if isinstance(node, Scalar) and node.value in ("", *words):
            return words.get(node.value, ())
        if not isinstance(node, Series):
            self.reader.report(node.place, "hier hoort een lijst te staan, met een streepje voor elk deel")
            return ()
        built = (self.record_of(part, build) for part in node.parts)
        return tuple(record for record in built if record is not None)

    def rest(self) -> dict[str, Node]:
        """Return the fields nobody asked for, instead of reporting them."""
        return {name: node for name, node in self._node.pairs.items() if name not in self._asked}

    def take_rest(self) -> dict[str, Node]:
        """Return the fields nobody asked for, and do not report them later."""
        rest = self.rest()
        self._asked.extend(rest)
        return rest

    def close(self) -> None:
        """Report every field nobody asked for, with the name it was probably meant to have."""
        for name, node in self.rest().items():
            meant = nearest(name, self._asked)
            # Without a value, or like no field at all, it was rather a text with a comma in it.
            comma = self._node.braces and (not meant or node == Scalar("", node.place, bare=True))
            message = (
                (
                    f"onbekend veld '{name}'. Binnen {{ }} begint na een komma een nieuw veld. "
                    "Hoort dit nog bij de tekst ervoor? Zet dan aanhalingstekens om de hele tekst"
                )
                if comma
                else _unknown_veld(name, meant)
            )
            self.reader.report(self._node.places[name], message)


def build(soort: type[R], fields: Fields, **given: object) -> R:
    """Return a record of *soort*, a named tuple, read from *fields*: each field by its type.

    `str` is one line, `bool` ja or nee, a `StrEnum` one of its members, `tuple[str, ...]` a list of texts; a record, or
    a tuple of them, is read in the same way. `Annotated[str, "prose"]` names the method of `Fields` that reads it, and
    behind it what that is told besides the name. What has a default need not be there.

    What is *given* is not read so: a value is taken as it is, a function builds each record of a list.
    """
    values = dict(given)
    for name, read, verplicht in _readings(soort):
        if name not in given:
            values[name] = read(fields)
        elif callable(one := given[name]):
            values[name] = fields.records(name, one, verplicht=verplicht)
    return soort(**values)


@functools.cache
def _readings(soort: Any) -> tuple[tuple[str, Callable[[Fields], object], bool], ...]:
    """Return of each field of *soort* its name, what reads it from fields, and whether it must be there."""
    defaults = {name: (default,) for name, default in soort._field_defaults.items()}
    hints = get_type_hints(soort, include_extras=True).items()
    return tuple((name, _reading(name, hint, defaults.get(name, ())), name not in defaults) for name, hint in hints)


def _reading(name: str, hint: Any, default: tuple[object, ...]) -> Callable[[Fields], object]:
    """Return what reads the field *name* of the type *hint*; without a *default* it must be there."""
    origin, parts = get_origin(hint), get_args(hint)
    if origin is Annotated:
        way, *told = hint.__metadata__
        return methodcaller(way, name, *(told or default))
    if hint is str:
        return methodcaller("text", name, *default)
    if hint is bool:
        return methodcaller("flag", name)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return methodcaller("choice", name, hint, *default)
    if parts[:1] == (str,):
        return methodcaller("texts", name, verplicht=not default)
    one = functools.partial(build, parts[0] if parts else hint)
    return methodcaller("records" if origin is tuple else "record", name, one, verplicht=not default)


def _unknown_veld(key: str, meant: str | None) -> str:
    vraag = f". Bedoel je '{meant}'?" if meant else ""
    return f"onbekend veld '{key}'{vraag}"


def _bevindingen(lines: list[str]) -> str:
    """Join the findings of a file under a count, when there is more than one."""
    if len(lines) == 1:
        return lines[0]
    return "\n".join([f"{plural(len(lines), 'fout', 'fouten')} gevonden:", *lines])


def not_allowed(waarde: str, possible: list[str]) -> str:
    return f"'{waarde}' kan hier niet. Kies uit {enumeration(possible, 'of')}"
