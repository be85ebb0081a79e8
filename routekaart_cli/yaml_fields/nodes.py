"""What a YAML file holds: texts, lists and mappings that know their place."""

from __future__ import annotations

from typing import NamedTuple


class Place(NamedTuple):
    line: int
    column: int
    file: str = ""
    """What the file is called, where that is not the one that is read: a layer over it."""


class Bare(str):
    """A text that was written without quotes: a number, a day or nothing, to other programs."""

    __slots__ = ()


class Scalar(NamedTuple):
    value: str
    place: Place
    bare: bool = False
    """Was it written without quotes?"""


class Series(NamedTuple):
    parts: list[Node]
    place: Place


class Pairs(NamedTuple):
    pairs: dict[str, Node]
    places: dict[str, Place]
    """Where each key stands."""
    place: Place
    braces: bool = False
    """Is it written as `{…}`? Not kept in compiled content: what is kept has no findings."""


Node = Scalar | Series | Pairs


class Bevinding(NamedTuple):
    """Something wrong, and where."""

    place: Place
    text: str


def plain(node: Node) -> object:
    """Return *node* as plain strings, lists and dicts, to write it again as it was."""
    if isinstance(node, Scalar):
        return Bare(node.value) if node.bare else node.value
    if isinstance(node, Series):
        return [plain(part) for part in node.parts]
    return {name: plain(waarde) for name, waarde in node.pairs.items()}
