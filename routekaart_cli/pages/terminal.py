"""Pages on a screen, with Rich. The only module that knows Rich."""

# ruff: noqa: TID253  # this is where Rich lives

from __future__ import annotations

import io
import re
import time
from collections.abc import Iterable, Iterator
from typing import NamedTuple, TextIO, TypeVar

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text

from routekaart_cli.dutch.characters import visible
from routekaart_cli.pages.blocks import EXPLAINED, LET_OP, Block, Heading, Item, Opdracht, Page, Paragraph

T = TypeVar("T")
WIDEST = 88
"""Longer lines are hard to read."""

# Of the 256 colours those that keep a contrast of at least 4.2 on black as well as on white (WCAG; a test counts it).
# The colour of the side track, and of fase 1 to 5: the number and the name always stand beside it.
FASE_COLOR = (243, 130, 63, 30, 129, 64)
WARNING_COLOR = 162
_STATUS = {"klaar": ("✓", "+"), "bezig": ("●", "*"), "niet-begonnen": ("○", "o"), "past-niet": ("–", "-")}
_CHARS = "✓●○–━•·»"
_ADRES = re.compile(
    r"(https?://|www\.)[^\s,;()]*[^\s,;().]"
    # Only where a word begins: elsewhere a long one would cost its length squared.
    r"|(?<![\w.+-])[\w.+-]+@[\w-]+(\.[\w-]+)+|(?<![\w-])[\w-]+\.(nl|nu|frl|eu)\b(/[^\s,;()]*[^\s,;().])?"
)


class Abilities(NamedTuple):
    """What the screen can: marks beyond plain characters, bold, colours beside bold, and addresses one can click."""

    tekens: bool = True
    opmaak: bool = False
    """Without it there is no escape byte."""
    kleuren: bool = False
    left_links: bool = False


def render(page: Page, width: int, can: Abilities = Abilities()) -> str:  # noqa: B008  # cannot be changed
    """Return *page* as text, at most *width* wide (but for words longer than that), for a screen that *can*."""
    sheet = _Sheet(min(width, WIDEST), chars=can.tekens, left=can.left_links)
    sheet.add(page)
    for line in sheet.lines:
        line.plain = line.plain.replace("\u00a0", " ")  # it kept the words of a command together
    if not can.opmaak:
        return "".join(f"{line.plain}\n" for line in sheet.lines)
    from rich.console import Console  # half of Rich, and only for a terminal

    console = Console(
        file=io.StringIO(),
        width=sheet.width,
        markup=False,
        emoji=False,
        highlight=False,
        force_terminal=True,
        no_color=not can.kleuren,
        color_system="256",
        legacy_windows=False,
    )
    with console.capture() as caught:
        # All at once: each print of Rich costs as much as a screenful of text.
        console.print(Text("\n").join(sheet.lines), soft_wrap=True)
    return caught.get()


def can_show(stream: TextIO) -> bool:
    """Can *stream* write the characters that mark things?"""
    try:
        _CHARS.encode(stream.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def counting(items: Iterable[T], total: int, what: str, stream: TextIO, *, colors: bool) -> Iterator[T]:
    """Yield *items*, *total* of them; after a second a bar on *stream* says how far *what* is, and goes at the end."""
    bar, begun = None, time.monotonic()
    try:
        for number, item in enumerate(items, 1):
            if bar is None and time.monotonic() - begun > 1:
                from rich.console import Console
                from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

                columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(separator=" van ")
                bar = Progress(*columns, console=Console(file=stream, no_color=not colors), transient=True)
                task = bar.add_task(what, total=total)
                bar.start()
            if bar:
                bar.update(task, completed=number)
            yield item
    finally:
        if bar:
            bar.stop()


class _Sheet:
    """The lines of a page, *width* wide."""

    def __init__(self, width: int, *, chars: bool, left: bool) -> None:
        self.width = width
        self.tekens = chars
        self.left_links = left
        self.opdracht_width = 0
        self.lines: list[Text] = []
        self.bar, self.bullet, self.between = ("━", "•", "·") if chars else ("=", "-", "-")

    def add(self, page: Page) -> None:
        opdrachten = [len(block.opdracht) for block in page if isinstance(block, Opdracht)]
        self.opdracht_width = max((wide for wide in opdrachten if self._fits_beside(wide)), default=0)
        previous: Block | None = None
        for block in page:
            if previous is not None and _blank_line(previous, block):
                self.lines.append(Text())
            self._block(block)
            previous = block

    def _block(self, block: Block) -> None:
        match block:
            case Heading():
                color = _fase_style(block.fase)
                self._lines(block.tekst, style=f"bold {color}" if block.level < 3 else "bold")
                if block.level == 1:
                    self.lines.append(Text(self.bar * min(cell_len(block.tekst), self.width), style=color))
            case Paragraph():
                mark = Text(f"{LET_OP} ", style=f"bold color({WARNING_COLOR})") if block.let_op else Text()
                self._lines(block.tekst, mark=mark, hanging=False)
            case Item():
                self._item(block)
            case Opdracht():
                self._opdracht(block)

    def _item(self, item: Item) -> None:
        color = _fase_style(item.fase)
        emphasis = f"bold {color}" if item.emphasis else color
        mark = Text(f"{item.mark or self.bullet} ", style=emphasis if item.fase is not None else "")
        if item.status:
            mark = Text.assemble(f"{_STATUS[item.status][not self.tekens]} ", (f"{item.mark} ", f"bold {color}"))
        title = Text.assemble(self._text(item.titel, emphasis))
        if item.behind:
            title.append_text(self._text(f" {self.between} {item.behind}"))
        self._hanging(mark, title)
        for paragraph in item.alineas:
            self._lines(paragraph, indent=mark.cell_len)

    def _fits_beside(self, wide: int) -> bool:
        """Is there room beside a command of *wide* for what it does?"""
        return self.width >= 70 and wide + 4 < self.width // 2

    def _opdracht(self, block: Opdracht) -> None:
        opdracht = Text(f"  {block.opdracht}", style="bold")
        if self._fits_beside(len(block.opdracht)):
            self._hanging(Text.assemble(opdracht, " " * (self.opdracht_width + 4 - opdracht.cell_len)), Text(block.wat))
        else:
            self._hanging(Text("  "), Text(block.opdracht, style="bold"))
            self._lines(block.wat, indent=4)

    def _lines(
        self, text: str, *, indent: int = 0, style: str = "", mark: Text | None = None, hanging: bool = True
    ) -> None:
        for line in text.split("\n"):
            start = mark or Text(" " * indent)
            if hanging:
                self._hanging(start, self._text(line, style))
            else:
                self._hanging(Text(), Text.assemble(start, self._text(line, style)))

    def _text(self, text: str, style: str = "") -> Text:
        """Return *text* safe for a terminal, with its addresses as links where that can be."""
        line = Text(visible(text).replace(EXPLAINED, "*"), style=style)
        if self.left_links:
            for address in _ADRES.finditer(line.plain):
                before = "" if address[0].startswith("http") else "mailto:" if "@" in address[0] else "https://"
                line.stylize(Style(link=f"{before}{address[0]}"), *address.span())
        return line

    def _hanging(self, mark: Text, text: Text) -> None:
        """Add *text* wrapped on words beside *mark*; its further lines hang below its first."""
        left = mark.cell_len if mark.cell_len < self.width // 2 else 2
        for index, line in enumerate(_wrap(text, self.width - left)):
            start = mark if index == 0 else Text(" " * left)
            self.lines.append(Text.assemble(start, line) if line else Text())


def _wrap(text: Text, width: int) -> list[Text]:
    """Return *text* in lines of at most *width*, broken at spaces; a longer word, like an address, stays whole."""
    lines: list[Text] = []
    for line in text.split("\n", allow_blank=True):
        breaks, filled = [], 0
        for word in re.finditer(r"[^ ]+ *| +", line.plain):
            if filled and filled + cell_len(word[0].rstrip(" ")) > width:
                breaks.append(word.start())
                filled = 0
            filled += cell_len(word[0])
        lines += line.divide(breaks)
    for line in lines:
        line.rstrip()
    return lines


def _blank_line(previous: Block, block: Block) -> bool:
    """Is there an empty line between these two? Always, but between short items and after the heading of a part."""
    if isinstance(previous, Heading):
        return previous.level == 1
    if isinstance(block, Opdracht) and isinstance(previous, Opdracht):
        return False
    if isinstance(block, Item) and isinstance(previous, Item):
        return bool(previous.alineas or block.alineas)
    return True


def _fase_style(fase: int | None) -> str:
    return "" if fase is None else f"color({FASE_COLOR[fase]})"
