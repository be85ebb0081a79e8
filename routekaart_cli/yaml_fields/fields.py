"""The fields of a YAML file, asked for by name: every finding at once, each with its place, in Dutch."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from enum import StrEnum
from typing import TypeVar

from routekaart_cli.dutch import enumeration, nearest, plural
from routekaart_cli.errors import HERSTEL, UnreadableFile
from routekaart_cli.yaml_fields.nodes import Bevinding, Node, Plaats, Reeks, Tekst, Velden

_GEEN_TEKST = "hier hoort één tekst te staan, geen lijst of velden"
_GEEN_VELDEN = "hier horen velden te staan, zoals `titel: tekst`"


T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)


class Reader:
    """Reads one file and collects what is wrong in it.

    *naam* is how the file is called in messages. After reading, `finish` raises `UnreadableFile` with every finding.
    """

    def __init__(self, naam: str) -> None:
        self.naam = naam
        self.bevindingen: list[Bevinding] = []

    def melden(self, plaats: Plaats, tekst: str) -> None:
        self.bevindingen.append(Bevinding(plaats, tekst))

    def plek(self, plaats: Plaats) -> str:
        return f"{self.naam}:{plaats.regel}:{plaats.kolom}"

    def finish(self, hint: str = HERSTEL) -> None:
        """Raise `UnreadableFile` with all findings in the order of the file, or return when there are none."""
        if self.bevindingen:
            gesorteerd = sorted(self.bevindingen, key=lambda bevinding: bevinding.plaats)
            regels = [f"{self.plek(bevinding.plaats)}: {bevinding.tekst}" for bevinding in gesorteerd]
            raise UnreadableFile(_bevindingen(regels), hint, tuple(regels))

    def parse(self, data: bytes, *, uitleg_erachter: bool = True) -> Node | None:
        """Return what stands in *data*; None, with a finding, when there is nothing or it makes no sense.

        Without *uitleg_erachter* a `#` behind a value is a finding too.
        """
        from routekaart_cli.yaml_fields.parser import Unreadable, parse  # loads PyYAML: not needed for compiled content

        try:
            node = parse(data, self.bevindingen, uitleg_erachter=uitleg_erachter)
        except Unreadable as gestopt:
            self.bevindingen.append(gestopt.bevinding)
            return None
        if node is None:
            self.melden(Plaats(1, 1), "het bestand is leeg")
        return node

    def fields(self, node: Node | None) -> Fields:
        """Return the fields of *node*, which must be a mapping; without one they are empty and ask for nothing."""
        if isinstance(node, Velden):
            return Fields(self, node)
        if node is not None:
            self.melden(node.plaats, _GEEN_VELDEN)
        return Fields(self, Velden({}, {}, Plaats(1, 1)), stil=True)


class Fields:
    """The fields of one mapping, asked for by name.

    A missing field without a default, or one of the wrong shape, becomes a finding and an empty value, so that reading
    goes on and all findings come at once. `close` reports the fields nobody asked for.
    """

    def __init__(self, reader: Reader, node: Velden, *, stil: bool = False) -> None:
        self.reader = reader
        self.plaats = node.plaats
        self._node = node
        self._gevraagd: list[str] = []
        self._stil = stil

    def plaats_van(self, sleutel: str) -> Plaats:
        """Return where the value of *sleutel* stands, or else the record itself."""
        node = self._node.paren.get(sleutel)
        return node.plaats if node else self.plaats

    def node(self, sleutel: str, *, verplicht: bool = False) -> Node | None:
        """Return the bare node of *sleutel*, or None."""
        self._gevraagd.append(sleutel)
        gevonden = self._node.paren.get(sleutel)
        if gevonden is None and verplicht and not self._stil:
            self.reader.melden(self.plaats, f"veld '{sleutel}' ontbreekt")
        return gevonden

    def raw(self, sleutel: str, default: str | None = None) -> str:
        """Return the text of *sleutel* exactly as written."""
        node = self.node(sleutel, verplicht=default is None)
        if node is None:
            return default or ""
        if not isinstance(node, Tekst):
            self.reader.melden(node.plaats, _GEEN_TEKST)
            return ""
        if default is None and not node.waarde.strip():
            self.reader.melden(node.plaats, f"veld '{sleutel}' is leeg")
        return node.waarde

    def text(self, sleutel: str, default: str | None = None) -> str:
        """Return one line of text: line ends and runs of spaces become one space."""
        return " ".join(self.raw(sleutel, default).split())

    def prose(self, sleutel: str, default: str | None = None) -> str:
        """Return paragraphs, each on one line, with an empty line between them."""
        alineas = re.split(r"\n\s*\n", self.raw(sleutel, default).strip())
        return "\n\n".join(" ".join(alinea.split()) for alinea in alineas)

    def flag(self, sleutel: str) -> bool:
        """Return True for `ja`; `nee` is the default."""
        waarde = self.text(sleutel, "nee")
        if waarde not in ("ja", "nee"):
            self.reader.melden(self.plaats_van(sleutel), f"'{waarde}' kan hier niet. Schrijf ja of nee")
        return waarde == "ja"

    def choice(self, sleutel: str, mogelijk: type[E], default: E | None = None) -> E:
        """Return the member of *mogelijk* that is written here."""
        waarde = self.text(sleutel, default)
        try:
            return mogelijk(waarde)
        except ValueError:
            if waarde:
                self.reader.melden(self.plaats_van(sleutel), niet_toegestaan(waarde, list(mogelijk)))
            return next(iter(mogelijk))

    def isodate(self, sleutel: str, default: str | None = None) -> str:
        """Return an ISO date, checked, as text."""
        waarde = self.text(sleutel, default)
        try:
            date.fromisoformat(waarde)
        except ValueError:
            if waarde:
                self.reader.melden(
                    self.plaats_van(sleutel), f"'{waarde}' is geen datum. Schrijf een datum zo: 2026-11-23"
                )
        return waarde

    def texts(self, sleutel: str) -> tuple[str, ...]:
        """Return a list of texts; one bare text counts as a list of one, nothing as an empty one."""
        node = self.node(sleutel)
        return () if node is None else self.texts_of(node)

    def texts_of(self, node: Node) -> tuple[str, ...]:
        """Return the texts in *node*: one text, or a list of them."""
        return tuple(tekst.waarde for tekst in self.placed_texts_of(node))

    def placed_texts(self, sleutel: str) -> tuple[Tekst, ...]:
        """Return the texts of `texts` with their places; at least one must be there."""
        node = self.node(sleutel, verplicht=True)
        return () if node is None else self.placed_texts_of(node)

    def placed_texts_of(self, node: Node) -> tuple[Tekst, ...]:
        """Return the texts of `texts_of` with their places."""
        delen = node.delen if isinstance(node, Reeks) else [node]
        for deel in delen:
            if not isinstance(deel, Tekst):
                self.reader.melden(deel.plaats, _GEEN_TEKST)
        return tuple(deel for deel in delen if isinstance(deel, Tekst))

    def pairs(self, sleutel: str) -> Iterator[tuple[str, Node, Plaats]]:
        """Yield each name, value and place of the mapping under *sleutel*; nothing when it is not there."""
        node = self.node(sleutel)
        if node is None or (isinstance(node, Tekst) and not node.waarde):
            return
        if not isinstance(node, Velden):
            self.reader.melden(node.plaats, _GEEN_VELDEN)
            return
        for naam, waarde in node.paren.items():
            yield naam, waarde, node.plaatsen[naam]

    def record(self, sleutel: str, build: Callable[[Fields], T]) -> T | None:
        """Return what *build* makes of the mapping under *sleutel*, or None when it is not there."""
        node = self.node(sleutel)
        return None if node is None else self.record_of(node, build)

    def record_of(self, node: Node, build: Callable[[Fields], T]) -> T | None:
        """Return what *build* makes of *node*, and report the fields it did not ask for."""
        if not isinstance(node, Velden):
            self.reader.melden(node.plaats, _GEEN_VELDEN)
            return None
        fields = Fields(self.reader, node)
        gebouwd = build(fields)
        fields.close()
        return gebouwd

    def records(self, sleutel: str, build: Callable[[Fields], T], *, verplicht: bool = False) -> tuple[T, ...]:
        """Return what *build* makes of each mapping in the list under *sleutel*."""
        node = self.node(sleutel, verplicht=verplicht)
        if node is None or (isinstance(node, Tekst) and not node.waarde):
            return ()
        if not isinstance(node, Reeks):
            self.reader.melden(node.plaats, "hier hoort een lijst te staan, met een streepje voor elk deel")
            return ()
        gebouwd = (self.record_of(deel, build) for deel in node.delen)
        return tuple(record for record in gebouwd if record is not None)

    def rest(self) -> dict[str, Node]:
        """Return the fields nobody asked for, instead of reporting them."""
        return {naam: node for naam, node in self._node.paren.items() if naam not in self._gevraagd}

    def take_rest(self) -> dict[str, Node]:
        """Return the fields nobody asked for, and do not report them later."""
        rest = self.rest()
        self._gevraagd.extend(rest)
        return rest

    def close(self) -> None:
        """Report every field nobody asked for, with the name it was probably meant to have."""
        for naam, node in self.rest().items():
            bedoeld = nearest(naam, self._gevraagd)
            # Without a value, or like no field at all, it was rather a text with a comma in it.
            komma = self._node.accolades and (not bedoeld or node == Tekst("", node.plaats))
            melding = (
                (
                    f"onbekend veld '{naam}'. Binnen {{ }} begint na een komma een nieuw veld. "
                    "Hoort dit nog bij de tekst ervoor? Zet dan aanhalingstekens om de hele tekst"
                )
                if komma
                else _onbekend_veld(naam, bedoeld)
            )
            self.reader.melden(self._node.plaatsen[naam], melding)


def _onbekend_veld(sleutel: str, bedoeld: str | None) -> str:
    vraag = f". Bedoel je '{bedoeld}'?" if bedoeld else ""
    return f"onbekend veld '{sleutel}'{vraag}"


def _bevindingen(regels: list[str]) -> str:
    """Join the findings of a file under a count, when there is more than one."""
    if len(regels) == 1:
        return regels[0]
    return "\n".join([f"{plural(len(regels), 'fout', 'fouten')} gevonden:", *regels])


def niet_toegestaan(waarde: str, mogelijk: list[str]) -> str:
    return f"'{waarde}' kan hier niet. Kies uit {enumeration(mogelijk, 'of')}"
