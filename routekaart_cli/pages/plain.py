"""Pages as plain lines for a screen reader: sentences, no colours, no boxes, no sign that means something by itself."""

from __future__ import annotations

from collections.abc import Iterator

from routekaart_cli.dutch import sentence
from routekaart_cli.dutch.characters import wrap
from routekaart_cli.pages.blocks import EXPLAINED, LET_OP, Block, Heading, Item, Opdracht, Page, Paragraph


def render(page: Page, width: int | None = None) -> str:
    """Return *page* as lines, wrapped on words at *width*; without one each paragraph is one line."""
    lines = "\n".join(line for block in page for line in _lines(block)).lstrip("\n").replace(EXPLAINED, "")
    return wrap(lines, width) + "\n"


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield ""
            yield sentence(block.tekst)
        case Paragraph():
            yield from (f"{LET_OP} {block.tekst}" if block.let_op else block.tekst).split("\n")
        case Item():
            mark = f"{block.mark} " if block.mark else ""
            between = ", " if ": " in block.titel else ": "
            yield sentence(f"{mark}{block.titel}{between + block.behind if block.behind else ''}")
            for paragraph in block.alineas:
                yield from paragraph.split("\n")
        case Opdracht():
            yield f"Typ {block.opdracht} voor: {block.wat}."
