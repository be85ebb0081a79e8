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

from routekaart_cli.yaml_fields.nodes import Node, Plaats, Reeks, Tekst, Velden

_VORM = 1
"""Raise this when the nodes below, or the records of `model`, get another shape."""

Stempel = tuple[int, int, int]
T = TypeVar("T")


def load(source: Path) -> Node | None:
    """Return the node that was kept for the YAML file *source*, or None when there is none of this moment."""
    return _load(source, "", _node)


def load_text(source: Path, veld: str) -> str | None:
    """Return the text of one *veld* of the mapping that was kept for *source*, or None: quicker than all its nodes."""
    return _load(source, "", lambda kaal: str(kaal[2][veld][2][2]))


def save(source: Path, node: Node, van: Stempel | None) -> None:
    """Keep *node*, read from the YAML file *source* when that had the stamp *van* (None: it had none)."""
    _save(source, "", _kaal(node), van)


def load_records(source: Path, make: Callable[[Any], T]) -> tuple[T, ...] | None:
    """Return what *make* makes of each record that was kept for *source*, or None.

    That is quicker than its nodes, for a long list of which a page uses little; nothing is checked again.
    """
    return _load(source, "records", lambda kaal: tuple(map(make, kaal)))


def save_records(source: Path, records: tuple[Any, ...], van: Stempel | None) -> None:
    """Keep *records*, made of the YAML file *source* as `save` does: named tuples of texts and of such tuples."""
    _save(source, "records", _plain(records), van)


def stempel(source: Path) -> Stempel | None:
    """Return how *source* is at this moment; ask it before reading, as Python does: a change in between is then seen.

    None when the system does not say.
    """
    try:
        info = source.stat()
    except OSError:
        return None
    return _VORM, info.st_size, info.st_mtime_ns


def _load(source: Path, soort: str, make: Callable[[Any], T]) -> T | None:
    try:
        van, kaal = marshal.loads(_path(source, soort).read_bytes())  # as much ours as the bytecode  # noqa: S302  # as much ours as the bytecode
        return make(kaal) if van == stempel(source) else None
    except (OSError, ValueError, TypeError, AttributeError, LookupError, EOFError, NotImplementedError):
        return None


def _save(source: Path, soort: str, kaal: Any, van: Stempel | None) -> None:
    if sys.dont_write_bytecode or van is None:
        return
    with contextlib.suppress(OSError, NotImplementedError):
        doel = _path(source, soort)
        doel.parent.mkdir(parents=True, exist_ok=True)
        tijdelijk = doel.with_suffix(f".{os.getpid()}.tmp")
        tijdelijk.write_bytes(marshal.dumps((van, kaal)))
        tijdelijk.replace(doel)


def _path(source: Path, soort: str) -> Path:
    return Path(importlib.util.cache_from_source(str(source), optimization=soort))


def _plain(deel: object) -> Any:
    """Return *deel* in what marshal knows: bare tuples and texts."""
    return tuple(map(_plain, deel)) if isinstance(deel, tuple) else str(deel)


def _kaal(node: Node) -> tuple[Any, ...]:
    """Return *node* in what marshal knows: its place and its text, list or pairs."""
    match node:
        case Tekst():
            inhoud: Any = node.waarde
        case Reeks():
            inhoud = [_kaal(deel) for deel in node.delen]
        case Velden():
            inhoud = {naam: (*node.plaatsen[naam], _kaal(waarde)) for naam, waarde in node.paren.items()}
    return (*node.plaats, inhoud)


def _node(kaal: tuple[Any, ...]) -> Node:
    regel, kolom, inhoud = kaal
    plaats = Plaats(regel, kolom)
    if isinstance(inhoud, str):
        return Tekst(inhoud, plaats)
    if isinstance(inhoud, list):
        return Reeks([_node(deel) for deel in inhoud], plaats)
    paren = {naam: _node(waarde) for naam, (_, _, waarde) in inhoud.items()}
    return Velden(paren, {naam: Plaats(r, k) for naam, (r, k, _) in inhoud.items()}, plaats)
