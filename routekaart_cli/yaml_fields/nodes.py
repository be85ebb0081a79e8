"""What a YAML file holds: texts, lists and mappings that know their place."""

from __future__ import annotations

from typing import NamedTuple


class Plaats(NamedTuple):
    regel: int
    kolom: int


class Tekst(NamedTuple):
    waarde: str
    plaats: Plaats


class Reeks(NamedTuple):
    delen: list[Node]
    plaats: Plaats


class Velden(NamedTuple):
    paren: dict[str, Node]
    plaatsen: dict[str, Plaats]
    """Where each key stands."""
    plaats: Plaats
    accolades: bool = False
    """Is it written as `{…}`? Not kept in compiled content: what is kept has no findings."""


Node = Tekst | Reeks | Velden


class Bevinding(NamedTuple):
    """Something wrong, and where."""

    plaats: Plaats
    tekst: str


def plain(node: Node) -> object:
    """Return *node* as plain strings, lists and dicts."""
    if isinstance(node, Tekst):
        return node.waarde
    if isinstance(node, Reeks):
        return [plain(deel) for deel in node.delen]
    return {naam: plain(waarde) for naam, waarde in node.paren.items()}
