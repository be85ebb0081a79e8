"""YAML text to nodes, with every finding at its place.

Built on the events of PyYAML, because building its own nodes can crash the process on deep nesting and because values
must stay text (`NO`, `012` and `12:30` are what a person typed). Aliases, anchors and tags are refused.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from routekaart_cli.errors import NOT_UTF8
from routekaart_cli.yaml_fields.nodes import Bevinding, Node, Pairs, Place, Scalar, Series

_CAUSE_INDENT = "Vaak staat een regel te ver naar links of naar rechts. Vergelijk met de regels erboven."
_CAUSE_COLON = "Vaak komt dit door een dubbele punt in de tekst. Zet de tekst dan tussen aanhalingstekens."


MAX_DEPTH = 20
_BAR = re.compile(r":\s+\|[+-]?\s+[^\s#]")
"""Text on the same line as the sign that it comes below."""
_LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""What ends a line for PyYAML, so that its line numbers are ours."""

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class Unreadable(Exception):
    """The text cannot be read further; *finding* says why."""

    def __init__(self, place: Place, text: str) -> None:
        super().__init__(text)
        self.bevinding = Bevinding(place, text)


def parse(data: bytes, findings: list[Bevinding], *, comment_behind: bool = True) -> Node | None:
    """Return the node in *data* (UTF-8), None when it is empty; a key that stands twice becomes one of *findings*.

    Without *comment_behind* so does a `#` behind a value without quotes: YAML stops reading there, while who wrote
    `Kees #2` in a form meant all of it.

    Raises `Unreadable` at the first thing that makes no sense.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        preceding = data[: error.start].decode("utf-8-sig", errors="replace")
        place = Place(preceding.count("\n") + 1, len(preceding) - preceding.rfind("\n"))
        raise Unreadable(place, NOT_UTF8) from None
    builder = _Builder(findings, [] if comment_behind else _LINE_END.split(text))
    try:
        for event in yaml.parse(text, Loader=_Loader):
            builder.add(event)
    except yaml.reader.ReaderError:
        found = yaml.reader.Reader.NON_PRINTABLE.search(text)
        preceding = text[: found.start()] if found else ""
        place = Place(preceding.count("\n") + 1, len(preceding) - preceding.rfind("\n"))
        raise Unreadable(place, _senseless("Er staat een onzichtbaar teken in het bestand. Haal het weg.")) from None
    except yaml.MarkedYAMLError as error:
        if conflict := re.search(r"^<{7} ", text, re.MULTILINE):
            place = Place(text[: conflict.start()].count("\n") + 1, 1)
            raise Unreadable(
                place,
                _senseless(
                    "Git zette hier twee versies onder elkaar. Laat er één staan. "
                    "Haal ook de regels met <<<<<<<, ======= en >>>>>>> weg."
                ),
            ) from None
        in_text = "quoted scalar" in (error.context or "")
        mark = (error.context_mark if in_text else None) or error.problem_mark or error.context_mark
        place = Place(mark.line + 1, mark.column + 1) if mark else Place(1, 1)
        raise Unreadable(place, _senseless(_cause(text, place, error))) from None
    return builder.top


class _Builder:
    """Puts events together, with a stack of its own so that no nesting can exhaust Python's."""

    def __init__(self, findings: list[Bevinding], lines: list[str]) -> None:
        self.bevindingen = findings
        self._lines = lines
        """The lines in which no `#` may stand behind a value; none: it may."""
        self.top: Node | None = None
        self._open: list[Series | Pairs] = []
        # For each open mapping the key that waits for its value.
        self._keys: list[Scalar | None] = []

    def add(self, event: Any) -> None:
        mark = event.start_mark
        place = Place(mark.line + 1, mark.column + 1)
        if type(event) is yaml.ScalarEvent and event.anchor is None and event.tag is None:  # nearly all are
            if self._lines and not event.style:
                self._check_hash(event.end_mark)
            self._place(Scalar(event.value, place, not event.style))
            return
        match event:
            case yaml.AliasEvent():
                raise Unreadable(place, "een verwijzing met * mag hier niet. Schrijf de tekst voluit op")
            case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                self._open.pop()
                self._keys.pop()
            case yaml.NodeEvent():
                self._node(event, place)

    def _node(self, event: Any, place: Place) -> None:
        if event.anchor is not None:
            raise Unreadable(
                place,
                "een anker met & mag hier niet. Staat er een & in je tekst? Zet de tekst dan tussen aanhalingstekens",
            )
        if event.tag is not None:
            raise Unreadable(
                place,
                "een label met ! mag hier niet. Staat er een ! vooraan in je tekst? "
                "Zet de tekst dan tussen aanhalingstekens",
            )
        if len(self._open) >= MAX_DEPTH:
            raise Unreadable(place, "hier staan te veel lagen in elkaar")
        lijst = isinstance(event, yaml.SequenceStartEvent)
        node = Series([], place) if lijst else Pairs({}, {}, place, braces=bool(event.flow_style))
        self._place(node)
        self._open.append(node)
        self._keys.append(None)

    def _check_hash(self, end: Any) -> None:
        line = self._lines[end.line] if end.line < len(self._lines) else ""
        behind = line[end.column :].lstrip()
        if behind.startswith("#"):
            column = len(line) - len(behind) + 1
            self.bevindingen.append(
                Bevinding(
                    Place(end.line + 1, column),
                    "wat achter dit # staat, telt niet mee. Hoort het bij je antwoord? "
                    "Zet dan aanhalingstekens om het hele antwoord. "
                    "Is het uitleg? Zet die op een eigen regel",
                )
            )

    def _place(self, node: Node) -> None:
        if not self._open:
            if self.top is not None:
                raise Unreadable(node.place, "hier begint met --- een tweede deel. Zet alles in één deel")
            self.top = node
            return
        parent, key = self._open[-1], self._keys[-1]
        if isinstance(parent, Series):
            parent.parts.append(node)
        elif key is None:
            if not isinstance(node, Scalar):
                raise Unreadable(node.place, "de naam van een veld moet gewone tekst zijn")
            self._keys[-1] = node
        else:
            self._keys[-1] = None
            name, place, _ = key
            if parent.places.setdefault(name, place) is place:
                parent.pairs[name] = node
                return
            earlier = parent.places[name]
            self.bevindingen.append(Bevinding(place, f"veld '{name}' staat er twee keer, ook op regel {earlier.line}"))


def _cause(text: str, place: Place, error: yaml.MarkedYAMLError) -> str:
    """Return in Dutch what usually causes *error*, judged by the line it points at and its English name."""
    lines = text.split("\n")
    line = lines[place.line - 1] if place.line <= len(lines) else ""
    english = f"{error.problem} {error.context}"
    if "\t" in line:
        return "Er staat een tab in deze regel. Gebruik spaties."
    if "cannot start any token" in english or "block sequence entries are not allowed" in english:
        return "Een tekst die begint met een teken zoals @, %, * of - zet je tussen aanhalingstekens."
    if _BAR.search(line):
        return "Achter het teken | hoort niets. Schrijf de tekst op de regel eronder, met twee spaties ervoor."
    if "mapping values are not allowed" in english:
        second = ":" in line[: place.column - 1]
        return _CAUSE_COLON if second else _CAUSE_INDENT
    if "quoted scalar" in english or "'" in line or '"' in line:
        return "Vaak komt dit door een aanhalingsteken dat niet sluit. Een ' binnen 'tekst' schrijf je als ''."
    if ": " in line.partition(": ")[2]:
        return _CAUSE_COLON
    return _CAUSE_INDENT


def _senseless(cause: str) -> str:
    return f"dit is niet te begrijpen als YAML. {cause}"
