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
from pathlib import Path
from typing import Any

from routekaart_cli.yaml_nodes import Node, Plaats, Reeks, Tekst, Velden

_VORM = 1
"""Raise this when the nodes below get another shape."""


def load(source: Path) -> Node | None:
    """Return the node that was kept for the YAML file *source*, or None when there is none of this moment."""
    try:
        stempel, kaal = marshal.loads(_path(source).read_bytes())  # noqa: S302  # as much ours as the bytecode beside it
        return _node(kaal) if stempel == _stempel(source) else None
    except (OSError, ValueError, TypeError, AttributeError, EOFError, NotImplementedError):
        return None


def save(source: Path, node: Node) -> None:
    """Keep *node*, read from the YAML file *source*."""
    if sys.dont_write_bytecode:
        return
    with contextlib.suppress(OSError, NotImplementedError):
        doel = _path(source)
        doel.parent.mkdir(parents=True, exist_ok=True)
        tijdelijk = doel.with_suffix(f".{os.getpid()}.tmp")
        tijdelijk.write_bytes(marshal.dumps((_stempel(source), _kaal(node))))
        tijdelijk.replace(doel)


def _path(source: Path) -> Path:
    return Path(importlib.util.cache_from_source(str(source)))


def _stempel(source: Path) -> tuple[int, int, int]:
    info = source.stat()
    return _VORM, info.st_size, info.st_mtime_ns


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
