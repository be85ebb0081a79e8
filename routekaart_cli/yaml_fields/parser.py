"""YAML text to nodes, with every finding at its place.

Built on the events of PyYAML, because building its own nodes can crash the process on deep nesting and because values
must stay text (`NO`, `012` and `12:30` are what a person typed). Aliases, anchors and tags are refused.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from routekaart_cli.errors import GEEN_UTF8
from routekaart_cli.yaml_fields.nodes import Bevinding, Node, Plaats, Reeks, Tekst, Velden

_OORZAAK_INSPRINGEN = "Vaak staat een regel te ver naar links of naar rechts. Vergelijk met de regels erboven."
_OORZAAK_DUBBELE_PUNT = "Vaak komt dit door een dubbele punt in de tekst. Zet de tekst dan tussen aanhalingstekens."


MAX_DIEPTE = 20
_STREEP = re.compile(r":\s+\|[+-]?\s+[^\s#]")
"""Text on the same line as the sign that it comes below."""
_REGELEINDE = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""What ends a line for PyYAML, so that its line numbers are ours."""

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class Unreadable(Exception):
    """The text cannot be read further; *bevinding* says why."""

    def __init__(self, plaats: Plaats, tekst: str) -> None:
        super().__init__(tekst)
        self.bevinding = Bevinding(plaats, tekst)


def parse(data: bytes, bevindingen: list[Bevinding], *, uitleg_erachter: bool = True) -> Node | None:
    """Return the node in *data* (UTF-8), None when it is empty; a key that stands twice becomes one of *bevindingen*.

    Without *uitleg_erachter* so does a `#` behind a value without quotes: YAML stops reading there, while who wrote
    `Kees #2` in a form meant all of it.

    Raises `Unreadable` at the first thing that makes no sense.
    """
    try:
        tekst = data.decode("utf-8-sig")
    except UnicodeDecodeError as fout:
        ervoor = data[: fout.start].decode("utf-8-sig", errors="replace")
        plaats = Plaats(ervoor.count("\n") + 1, len(ervoor) - ervoor.rfind("\n"))
        raise Unreadable(plaats, GEEN_UTF8) from None
    builder = _Builder(bevindingen, [] if uitleg_erachter else _REGELEINDE.split(tekst))
    try:
        for event in yaml.parse(tekst, Loader=_Loader):
            builder.add(event)
    except yaml.reader.ReaderError:
        gevonden = yaml.reader.Reader.NON_PRINTABLE.search(tekst)
        ervoor = tekst[: gevonden.start()] if gevonden else ""
        plaats = Plaats(ervoor.count("\n") + 1, len(ervoor) - ervoor.rfind("\n"))
        raise Unreadable(
            plaats, _niet_te_begrijpen("Er staat een onzichtbaar teken in het bestand. Haal het weg.")
        ) from None
    except yaml.MarkedYAMLError as fout:
        if conflict := re.search(r"^<{7} ", tekst, re.MULTILINE):
            plaats = Plaats(tekst[: conflict.start()].count("\n") + 1, 1)
            raise Unreadable(
                plaats,
                _niet_te_begrijpen(
                    "Git zette hier twee versies onder elkaar. Laat er één staan. "
                    "Haal ook de regels met <<<<<<<, ======= en >>>>>>> weg."
                ),
            ) from None
        in_tekst = "quoted scalar" in (fout.context or "")
        mark = (fout.context_mark if in_tekst else None) or fout.problem_mark or fout.context_mark
        plaats = Plaats(mark.line + 1, mark.column + 1) if mark else Plaats(1, 1)
        raise Unreadable(plaats, _niet_te_begrijpen(_oorzaak(tekst, plaats, fout))) from None
    return builder.top


class _Builder:
    """Puts events together, with a stack of its own so that no nesting can exhaust Python's."""

    def __init__(self, bevindingen: list[Bevinding], regels: list[str]) -> None:
        self.bevindingen = bevindingen
        self._regels = regels
        """The lines in which no `#` may stand behind a value; none: it may."""
        self.top: Node | None = None
        self._open: list[Reeks | Velden] = []
        # For each open mapping the key that waits for its value.
        self._sleutels: list[Tekst | None] = []

    def add(self, event: Any) -> None:
        plaats = Plaats(event.start_mark.line + 1, event.start_mark.column + 1)
        match event:
            case yaml.AliasEvent():
                raise Unreadable(plaats, "een verwijzing met * mag hier niet. Schrijf de tekst voluit op")
            case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                self._open.pop()
                self._sleutels.pop()
            case yaml.NodeEvent():
                self._node(event, plaats)

    def _node(self, event: Any, plaats: Plaats) -> None:
        if event.anchor is not None:
            raise Unreadable(
                plaats,
                "een anker met & mag hier niet. Staat er een & in je tekst? Zet de tekst dan tussen aanhalingstekens",
            )
        if event.tag is not None:
            raise Unreadable(
                plaats,
                (
                    "een label met ! mag hier niet. Staat er een ! vooraan in je tekst? "
                    "Zet de tekst dan tussen aanhalingstekens"
                ),
            )
        if isinstance(event, yaml.ScalarEvent):
            if self._regels and not event.style:
                self._check_hekje(event.end_mark)
            self._place(Tekst(event.value, plaats))
            return
        if len(self._open) >= MAX_DIEPTE:
            raise Unreadable(plaats, "hier staan te veel lagen in elkaar")
        lijst = isinstance(event, yaml.SequenceStartEvent)
        node = Reeks([], plaats) if lijst else Velden({}, {}, plaats, accolades=bool(event.flow_style))
        self._place(node)
        self._open.append(node)
        self._sleutels.append(None)

    def _check_hekje(self, einde: Any) -> None:
        regel = self._regels[einde.line] if einde.line < len(self._regels) else ""
        achter = regel[einde.column :].lstrip()
        if achter.startswith("#"):
            kolom = len(regel) - len(achter) + 1
            self.bevindingen.append(
                Bevinding(
                    Plaats(einde.line + 1, kolom),
                    (
                        "wat achter dit # staat, telt niet mee. Hoort het bij je antwoord? "
                        "Zet dan aanhalingstekens om het hele antwoord. "
                        "Is het uitleg? Zet die op een eigen regel"
                    ),
                )
            )

    def _place(self, node: Node) -> None:
        if not self._open:
            if self.top is not None:
                raise Unreadable(node.plaats, "hier begint met --- een tweede deel. Zet alles in één deel")
            self.top = node
            return
        ouder, sleutel = self._open[-1], self._sleutels[-1]
        if isinstance(ouder, Reeks):
            ouder.delen.append(node)
        elif sleutel is not None:
            self._pair(ouder, sleutel, node)
            self._sleutels[-1] = None
        elif isinstance(node, Tekst):
            self._sleutels[-1] = node
        else:
            raise Unreadable(node.plaats, "de naam van een veld moet gewone tekst zijn")

    def _pair(self, ouder: Velden, sleutel: Tekst, node: Node) -> None:
        eerder = ouder.plaatsen.setdefault(sleutel.waarde, sleutel.plaats)
        if eerder is sleutel.plaats:
            ouder.paren[sleutel.waarde] = node
        else:
            melding = f"veld '{sleutel.waarde}' staat er twee keer, ook op regel {eerder.regel}"
            self.bevindingen.append(Bevinding(sleutel.plaats, melding))


def _oorzaak(tekst: str, plaats: Plaats, fout: yaml.MarkedYAMLError) -> str:
    """Return in Dutch what usually causes *fout*, judged by the line it points at and its English name."""
    regels = tekst.split("\n")
    regel = regels[plaats.regel - 1] if plaats.regel <= len(regels) else ""
    engels = f"{fout.problem} {fout.context}"
    if "\t" in regel:
        return "Er staat een tab in deze regel. Gebruik spaties."
    if "cannot start any token" in engels or "block sequence entries are not allowed" in engels:
        return "Een tekst die begint met een teken zoals @, %, * of - zet je tussen aanhalingstekens."
    if _STREEP.search(regel):
        return "Achter het teken | hoort niets. Schrijf de tekst op de regel eronder, met twee spaties ervoor."
    if "mapping values are not allowed" in engels:
        tweede = ":" in regel[: plaats.kolom - 1]
        return _OORZAAK_DUBBELE_PUNT if tweede else _OORZAAK_INSPRINGEN
    if "quoted scalar" in engels or "'" in regel or '"' in regel:
        return "Vaak komt dit door een aanhalingsteken dat niet sluit. Een ' binnen 'tekst' schrijf je als ''."
    if ": " in regel.partition(": ")[2]:
        return _OORZAAK_DUBBELE_PUNT
    return _OORZAAK_INSPRINGEN


def _niet_te_begrijpen(oorzaak: str) -> str:
    return f"dit is niet te begrijpen als YAML. {oorzaak}"
