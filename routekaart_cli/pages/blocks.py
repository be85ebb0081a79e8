"""The few blocks and shared words every page is made of, so that all pages look alike on every kind of screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

LET_OP = "Let op:"
TIPS_GEMEENTEN = "Tips voor gemeenten"
FURTHER = "Wat kun je nu doen?"
DO_CONTACT = "hulp, voor bewoners en voor gemeenten"
NOT_YET = "Nog niet ingevuld"
EXPLAINED = "\ue000"
"""Stands behind a difficult word that is explained below on the same page; a screen shows it as a mark."""


class Heading(NamedTuple):
    """A heading of *level* 1 (the page), 2 (a part) or 3. *fase* (1 to 5, 0 for the side track) gives it a colour."""

    tekst: str
    level: int = 2
    fase: int | None = None


class Paragraph(NamedTuple):
    """A paragraph; *let_op* marks a warning."""

    tekst: str
    let_op: bool = False


class Item(NamedTuple):
    """An item of a list: a mark (`3.1`, or empty for a bullet), a title, its state in words, and paragraphs below it.

    *status* is the id of a status, for the sign before it.
    """

    titel: str
    mark: str = ""
    behind: str = ""
    status: str = ""
    alineas: tuple[str, ...] = ()
    emphasis: bool = True
    fase: int | None = None
    """As for a heading."""


class Opdracht(NamedTuple):
    """A command to type, and what it does."""

    opdracht: str
    wat: str


Block = Heading | Paragraph | Item | Opdracht
Page = tuple[Block, ...]


def with_texts(page: Page, change: Callable[[str], str]) -> Page:
    """Return *page* with *change* made to each of its texts."""

    def changed(part: Any) -> Any:
        if isinstance(part, tuple):
            return tuple(map(changed, part))
        return change(part) if isinstance(part, str) else part

    return tuple(type(block)(*map(changed, block)) for block in page)


def paragraphs(text: str) -> list[Paragraph]:
    """Return the paragraphs of *text*, which have an empty line between them."""
    return [Paragraph(paragraph) for paragraph in text.split("\n\n")]
