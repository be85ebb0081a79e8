"""What people typed in a plan that lives on, for the same plan in another document. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from routekaart_cli.documents.levend import digest, parse
from routekaart_cli.plan.records import Blok, Bloksoort, Lezer, Plan, PlanHoofdstuk

_COMMENT = re.compile(r"\s*<!--.*-->\s*")
_POINT = re.compile(r"\s*(?:[-*+]|\d{1,3}[.)])\s+")
_HEADING = re.compile(r"#{1,6}\s+")
_MARKS = re.compile(r"\*\*|__|`|\\(?=[^\w\s])")


class Added(NamedTuple):
    """What people typed in one plan."""

    naam: str
    """Of the file."""
    voor: Lezer
    stukken: tuple[tuple[str, str], ...]
    """Each text, with the id of the chapter it stands behind; without one it stands before them all or at the end."""
    veranderd: tuple[str, ...]
    """The titles of the blocks in which they changed something: what is theirs there is not to be seen."""


def found(naam: str, text: str, project: str) -> Added | None:
    """Return what people typed in the file *naam* that holds *text*; None if not, or for another *project*."""
    document = parse(text)
    if document.voor is None or document.van != digest([project]):
        return None
    behind, stukken = "", []
    for part in document.parts:
        if part.id:
            behind = part.id.partition("--")[0].removeprefix("hoofdstuk-")
        elif own := "\n".join(line for line in part.lines if not _COMMENT.fullmatch(line)).strip():
            stukken.append((behind, own))
    changed = tuple(part.titel for part in document.parts if part.id and part.changed)
    # Where a line of comment is gone, our own text is loose too.
    stukken = [] if document.broken else stukken
    return Added(naam, document.voor, tuple(stukken), changed) if stukken or changed else None


def with_added(plan: Plan, added: Iterable[Added]) -> Plan:
    """Return *plan* with every text of *added* once, each at the end of its chapter, or else in one of their own."""
    texts = dict.fromkeys(stuk for one in added for stuk in one.stukken)
    behind: dict[str, list[Blok]] = {}
    known = {hoofdstuk.id for hoofdstuk in plan.hoofdstukken}
    for id_, text in texts:
        behind.setdefault(id_ if id_ in known else "", []).extend(_blokken(text))
    chapters = [
        replace(hoofdstuk, blokken=(*hoofdstuk.blokken, *behind.get(hoofdstuk.id, ())))
        for hoofdstuk in plan.hoofdstukken
    ]
    if loose := behind.get(""):
        chapters.append(PlanHoofdstuk("eigen-tekst", "Wat wij er zelf bij schreven", tuple(loose)))
    return replace(plan, hoofdstukken=tuple(chapters))


def _blokken(text: str) -> Iterator[Blok]:
    """Yield what *text*, in Markdown, is to a reader: headings, lists and paragraphs."""
    for piece in re.split(r"\n\s*\n", text):
        lines = [line for line in piece.split("\n") if line.strip()]
        if lines and all(map(_POINT.match, lines)):
            yield Blok(Bloksoort.LIJST, punten=tuple(_bare(_POINT.sub("", line, 1)) for line in lines))
            continue
        while lines and _HEADING.match(lines[0]):
            yield Blok(Bloksoort.KOP, _bare(_HEADING.sub("", lines.pop(0), 1)))
        if lines:
            yield Blok(Bloksoort.ALINEA, tekst="\n".join(map(_bare, lines)))


def _bare(line: str) -> str:
    return _MARKS.sub("", line).strip()
