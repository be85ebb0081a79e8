"""A document that lives on: blocks that we made, and what people typed around them and in them. Pure.

Every block stands between two lines of comment. The first one carries a digest of what we put in, so that a change
inside can be seen: such a block is theirs from then on. What stands outside the blocks is theirs anyway.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from routekaart_cli.plan.records import Lezer

_TEMPLATE = re.compile(r"\s*<!-- blok ([\w.\\-]+) -->\s*")
_HEADER = re.compile(
    r"\s*<!-- routekaart:actieplan (?:voor-(ons|gemeente|iedereen)|(met|zonder)-persoonsgegevens)\b"
    r"(?: van-(?P<van>[0-9a-f]{10}))?.*"
)
_VAN = re.compile(r" van-[0-9a-f]{10}(?=\.)")
_BEGIN = re.compile(
    r"\s*<!--\s*routekaart:begin\s+([\w.-]+)\s+([0-9a-f]{10})(?:\s+(zonder|gemeente|iedereen))?\s*-->\s*"
)
_END = re.compile(r"\s*<!--\s*routekaart:einde\s+([\w.-]+)\s*-->\s*")
_TITLE = re.compile(r"#{1,6} (.*)")


class Block(NamedTuple):
    """A part of a document: a block of ours, or without an *id* the loose lines of somebody else."""

    lines: tuple[str, ...]
    id: str = ""
    mark: str = ""
    """The digest of what we put in the block."""
    voor: Lezer = Lezer.ONS
    """Whom its begin names as its reader."""

    @property
    def changed(self) -> bool:
        """Did somebody change something in this block?"""
        return digest(self.lines) != self.mark

    @property
    def titel(self) -> str:
        """What the block is called: its first heading, or else its id."""
        headings = (_TITLE.match(line) for line in self.lines)
        return next((heading[1].replace("\\", "") for heading in headings if heading), self.id)


class Document(NamedTuple):
    """A document as it was read."""

    parts: tuple[Block, ...]
    has_header: bool
    """Is its first line of ours there?"""
    voor: Lezer | None
    """Whose plan it is. The begins say it too; None when those are gone as well."""
    van: str
    """Of which project it is, as `mark` wrote it; empty in an older one."""
    broken: tuple[str, ...]
    """The ids of blocks of which a line of comment is gone or was changed; their text is loose."""

    @property
    def is_ours(self) -> bool:
        return bool(self.has_header or self.broken or any(part.id for part in self.parts))


class Kept(NamedTuple):
    """A block that somebody changed and that was therefore left as it is."""

    id: str
    titel: str
    nieuwer: bool
    """Is there a newer text for it?"""
    vervallen: bool
    """Would it no longer be in the plan?"""


class Updated(NamedTuple):
    text: str
    behouden: tuple[Kept, ...] = ()
    broken: tuple[str, ...] = ()
    """The titles of blocks that came again, because a line of comment of the old one was not right."""
    back: tuple[str, ...] = ()
    """The titles of blocks that are new, or that somebody took away: which of the two is not to be seen."""


def digest(lines: Sequence[str]) -> str:
    """Return what changes when *lines* do; blanks at the ends of lines and empty lines around do not count."""
    text = "\n".join(line.rstrip() for line in lines).strip("\n")
    return hashlib.sha256(text.encode()).hexdigest()[:10]


def mark(text: str, voor: Lezer, project: str = "") -> str:
    """Return *text*, as a template made it for *voor*, with our line above it and every block between its two lines.

    That line says of which *project* it is, so that two wijken in one folder do not mix.

    A template begins a block with `<!-- blok NAAM -->`. What stands before the first is a block too.
    """
    blocks: list[tuple[str, list[str]]] = [("begin", [])]
    whose = f" van-{digest([project])}" if project else ""
    heading = (
        f"<!-- routekaart:actieplan voor-{voor}{whose}. Eigen tekst? Zet die boven een regel met begin, of onder een "
        "regel met einde. Dan blijft die staan als je het plan opnieuw maakt. -->"
    )
    for line in text.split("\n"):
        if found := _TEMPLATE.fullmatch(line):
            name = found[1].replace("\\", "")
            double = sum(id_ == name or id_.startswith(f"{name}--") for id_, _ in blocks)
            blocks.append((f"{name}--{double + 1}" if double else name, []))
        else:
            blocks[-1][1].append(line)
    filled = [_block(name, lines, voor) for name, lines in blocks if any(line.strip() for line in lines)]
    return "\n".join(["\n\n".join([heading, *("\n".join(_lines(block)) for block in filled)]), ""])


def bare(text: str) -> str:
    """Return *text*, as a template made it, without what begins a block: for one that does not live on."""
    return "\n".join(line for line in text.split("\n") if not _TEMPLATE.fullmatch(line)).strip("\n") + "\n"


def parse(text: str) -> Document:
    """Return the parts of *text*. A block without its begin or its end becomes loose text; no line gets lost."""
    reader = _Reader()
    for line in text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n"):
        reader.read(line)
    reader.close()
    headings = (_HEADER.fullmatch(line) for part in reader.parts if not part.id for line in part.lines)
    first = next(filter(None, headings), None)
    said = _lezer(first[1] or first[2]) if first else None
    voor = said or max(reader.voor, key=list(Lezer).index, default=None)
    van = (first["van"] or "") if first else ""
    return Document(tuple(reader.parts), bool(said), voor, van, tuple(dict.fromkeys(reader.broken)))


def _lezer(word: str | None) -> Lezer:
    """Return the reader that a mark names; older ones said with or without personal data."""
    older: dict[str, Lezer] = {"met": Lezer.ONS, "zonder": Lezer.IEDEREEN}
    return older.get(word) or Lezer(word) if word else Lezer.ONS


def update(old: str, new: str) -> Updated:
    """Return the document *old* with the blocks of *new*, both as `mark` makes them.

    Blocks that nobody changed are fresh, or gone when *new* has them no longer. Blocks that somebody changed stay as
    they are. New ones come before the one that follows them in *new*. Everything else stays where it stands.
    """
    as_read, fresh = parse(old), parse(new)
    blocks = {part.id: part for part in fresh.parts if part.id}
    heading = new.split("\n", 1)[0]
    bare_heading = _VAN.sub("", heading)
    out: list[Block] = [] if as_read.has_header else [Block((heading, ""))]
    behouden: list[Kept] = []
    for part in as_read.parts:
        now = blocks.get(part.id)
        if not part.id:
            out.append(
                part._replace(
                    lines=tuple(heading if _VAN.sub("", line) == bare_heading else line for line in part.lines)
                )
            )
        elif not part.changed or (now and digest(part.lines) == now.mark):
            out += [now] if now else []
        else:
            out.append(part)
            behouden.append(Kept(part.id, (now or part).titel, bool(now and now.mark != part.mark), now is None))
    was = {*as_read.broken, *(part.id for part in out)}
    _insert(out, list(blocks.values()))
    text = "\n".join(line for part in _joined(out) for line in _lines(part))
    piece = tuple(blocks[id_].titel for id_ in as_read.broken if id_ in blocks)
    back = tuple(block.titel for block in blocks.values() if block.id not in was)
    return Updated(_as_it_was(old, text), tuple(behouden), piece, back)


class _Reader:
    """Reads a document line by line."""

    def __init__(self) -> None:
        self.parts: list[Block] = []
        self.broken: list[str] = []
        self.voor: list[Lezer] = []
        """What every begin said, also of a block that is not whole."""
        self._loose: list[str] = []
        self._open: tuple[str, str, Lezer] | None = None
        """The id, the digest and the rest of the block that we are in; its lines are in *_binnen*."""
        self._within: list[str] = []

    def read(self, line: str) -> None:
        if start := _BEGIN.fullmatch(line):
            self._break()
            self._flush()
            self._open = (start[1], start[2], _lezer(start[3]))
            self.voor.append(_lezer(start[3]))
        elif end := _END.fullmatch(line):
            if self._open and self._open[0] == end[1]:
                self._end()
            else:
                self._break()
                self.broken.append(end[1])
        elif self._open:
            self._within.append(line)
        else:
            self._loose.append(line)

    def close(self) -> None:
        self._break()
        self._flush()

    def _end(self) -> None:
        if self._open:
            self.parts.append(Block(tuple(self._within), *self._open))
        self._open, self._within = None, []

    def _break(self) -> None:
        """The block that is open never ends: it is whole all the same when its text is as we made it."""
        if self._open and digest(self._within) == self._open[1]:
            self._end()
            self._loose = [""]  # what stood between this block and the next
        elif self._open:
            self.broken.append(self._open[0])
            self._loose += self._within
        self._open, self._within = None, []

    def _flush(self) -> None:
        if self._loose:
            self.parts.append(Block(tuple(self._loose)))
        self._loose = []


def _block(name: str, lines: Sequence[str], voor: Lezer) -> Block:
    # With empty lines around: not every reader of Markdown sees where a table ends without one.
    inhoud = ("", *"\n".join(lines).strip("\n").split("\n"), "")
    return Block(inhoud, name, digest(inhoud), voor)


def _lines(part: Block) -> Sequence[str]:
    if not part.id:
        return part.lines
    mark = part.mark if part.voor is Lezer.ONS else f"{part.mark} {part.voor}"
    return (f"<!-- routekaart:begin {part.id} {mark} -->", *part.lines, f"<!-- routekaart:einde {part.id} -->")


def _insert(out: list[Block], blocks: Sequence[Block]) -> None:
    """Put those of *blocks* that are not in *out* there, each before the next one that is, or at the end."""
    blank = Block(("",))
    for index, block in enumerate(blocks):
        ids = [part.id for part in out]
        if block.id in ids:
            continue
        spot = next((ids.index(later.id) for later in blocks[index + 1 :] if later.id in ids), len(out))
        out[spot:spot] = [blank, block, blank]


def _joined(parts: Sequence[Block]) -> Iterator[Block]:
    """Yield *parts* with loose lines that came together as one, and one empty line where two met."""
    for loose, groep in groupby(parts, key=lambda part: not part.id):
        if not loose:
            yield from groep
            continue
        lines: list[str] = []
        for part in groep:
            start = 1 if lines and not lines[-1].strip() and not part.lines[0].strip() else 0
            lines += part.lines[start:]
        yield Block(tuple(lines))


def _as_it_was(old: str, text: str) -> str:
    """Return *text* with the line ends and the first mark that the file had."""
    if "\r\n" in old:
        text = text.replace("\n", "\r\n")
    return ("\ufeff" if old.startswith("\ufeff") else "") + text
