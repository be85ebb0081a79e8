"""Content that was read before, kept as Python keeps its own bytecode: reading YAML anew doubles what a page costs.

The same folder (`__pycache__`, or PYTHONPYCACHEPREFIX), the same switch (PYTHONDONTWRITEBYTECODE) and the same rule: it
counts only while the source has the same size and time. What cannot be read or written is left at that.
"""

from __future__ import annotations

import contextlib
import importlib.util
import marshal
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from routekaart_cli.yaml_fields.nodes import Node, Pairs, Place, Scalar, Series

_SHAPE = 1
"""Raise this when the nodes below, or the records of `model`, get another shape."""

StampOf = tuple[int, int, int]
T = TypeVar("T")


def load(source: Path) -> Node | None:
    """Return the node that was kept for the YAML file *source*, or None when there is none of this moment."""
    return _load(source, "", _node)


def load_text(source: Path, veld: str) -> str | None:
    """Return the text of one *veld* of the mapping that was kept for *source*, or None: quicker than all its nodes."""
    return _load(source, "", lambda bare: str(bare[2][veld][2][2]))


def save(source: Path, node: Node, origin: StampOf | None) -> None:
    """Keep *node*, read from the YAML file *source* when that had the stamp *origin* (None: it had none)."""
    _save(source, "", _bare(node), origin)


def load_records(source: Path, make: Callable[[Any], T]) -> tuple[T, ...] | None:
    """Return what *make* makes of each record that was kept for *source*, or None.

    That is quicker than its nodes, for a long list of which a page uses little; nothing is checked again.
    """
    return _load(source, "records", lambda bare: tuple(map(make, bare)))


def save_records(source: Path, records: tuple[Any, ...], origin: StampOf | None) -> None:
    """Keep *records*, made of the YAML file *source* as `save` does: named tuples of texts and of such tuples."""
    _save(source, "records", _plain(records), origin)


def stamp_of(source: Path) -> StampOf | None:
    """Return how *source* is at this moment; ask it before reading, as Python does: a change in between is then seen.

    None when the system does not say.
    """
    try:
        info = source.stat()
    except OSError:
        return None
    return _SHAPE, info.st_size, info.st_mtime_ns


def _load(source: Path, soort: str, make: Callable[[Any], T]) -> T | None:
    try:
        origin, bare = marshal.loads(_path(source, soort).read_bytes())  # as much ours as the bytecode  # noqa: S302  # as much ours as the bytecode
        return make(bare) if origin == stamp_of(source) else None
    except (OSError, ValueError, TypeError, AttributeError, LookupError, EOFError, NotImplementedError):
        return None


def _save(source: Path, soort: str, bare: Any, origin: StampOf | None) -> None:
    if sys.dont_write_bytecode or origin is None:
        return
    with contextlib.suppress(OSError, NotImplementedError):
        target = _path(source, soort)
        target.parent.mkdir(parents=True, exist_ok=True)
        temporary = target.with_suffix(f".{os.getpid()}.tmp")
        temporary.write_bytes(marshal.dumps((origin, bare)))
        temporary.replace(target)


def _path(source: Path, soort: str) -> Path:
    return Path(importlib.util.cache_from_source(str(source), optimization=soort))


def _plain(part: object) -> Any:
    """Return *part* in what marshal knows: bare tuples and texts."""
    return tuple(map(_plain, part)) if isinstance(part, tuple) else str(part)


def _bare(node: Node) -> tuple[Any, ...]:
    """Return *node* in what marshal knows: its place and its text, list or pairs."""
    match node:
        case Scalar():
            inhoud: Any = node.value
        case Series():
            inhoud = [_bare(part) for part in node.parts]
        case Pairs():
            inhoud = {name: (*node.places[name], _bare(waarde)) for name, waarde in node.pairs.items()}
    return (*node.place, inhoud)


def _node(bare: tuple[Any, ...]) -> Node:
    line, column, inhoud = bare
    place = Place(line, column)
    if isinstance(inhoud, str):
        return Scalar(inhoud, place)
    if isinstance(inhoud, list):
        return Series([_node(part) for part in inhoud], place)
    pairs = {name: _node(waarde) for name, (_, _, waarde) in inhoud.items()}
    return Pairs(pairs, {name: Place(r, k) for name, (r, k, _) in inhoud.items()}, place)
