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

MET, ZONDER = "met", "zonder"
"""What `Document.personen` says of a plan with or without personal data."""
_SJABLOON = re.compile(r"\s*<!-- blok ([\w.\\-]+) -->\s*")
_KOP = re.compile(r"\s*<!-- routekaart:actieplan (met|zonder)-persoonsgegevens\b.*")
_BEGIN = re.compile(r"\s*<!--\s*routekaart:begin\s+([\w.-]+)\s+([0-9a-f]{10})(\s+zonder)?\s*-->\s*")
_EINDE = re.compile(r"\s*<!--\s*routekaart:einde\s+([\w.-]+)\s*-->\s*")
_TITEL = re.compile(r"#{1,6} (.*)")


class Deel(NamedTuple):
    """A part of a document: a block of ours, or without an *id* the loose lines of somebody else."""

    regels: tuple[str, ...]
    id: str = ""
    merk: str = ""
    """The digest of what we put in the block."""
    zonder: bool = False
    """Does its begin say that there is no personal data in it?"""

    @property
    def veranderd(self) -> bool:
        """Did somebody change something in this block?"""
        return digest(self.regels) != self.merk

    @property
    def titel(self) -> str:
        """What the block is called: its first heading, or else its id."""
        koppen = (_TITEL.match(regel) for regel in self.regels)
        return next((kop[1].replace("\\", "") for kop in koppen if kop), self.id)


class Document(NamedTuple):
    """A document as it was read."""

    delen: tuple[Deel, ...]
    kop: bool
    """Is its first line of ours there?"""
    personen: str
    """Is it a plan `MET` or `ZONDER` personal data? The begins say it too; empty when those are gone as well."""
    stuk: tuple[str, ...]
    """The ids of blocks of which a line of comment is gone or was changed; their text is loose."""

    @property
    def van_ons(self) -> bool:
        return bool(self.kop or self.stuk or any(deel.id for deel in self.delen))


class Behouden(NamedTuple):
    """A block that somebody changed and that was therefore left as it is."""

    id: str
    titel: str
    nieuwer: bool
    """Is there a newer text for it?"""
    vervallen: bool
    """Would it no longer be in the plan?"""


class Bijgewerkt(NamedTuple):
    tekst: str
    behouden: tuple[Behouden, ...] = ()
    stuk: tuple[str, ...] = ()
    """The titles of blocks that came again, because a line of comment of the old one was not right."""
    terug: tuple[str, ...] = ()
    """The titles of blocks that are new, or that somebody took away: which of the two is not to be seen."""


def digest(regels: Sequence[str]) -> str:
    """Return what changes when *regels* do; blanks at the ends of lines and empty lines around do not count."""
    tekst = "\n".join(regel.rstrip() for regel in regels).strip("\n")
    return hashlib.sha256(tekst.encode()).hexdigest()[:10]


def mark(tekst: str, kop: str) -> str:
    """Return *tekst*, as a template made it, with *kop* above it and every block between its two lines.

    A template begins a block with `<!-- blok NAAM -->`. What stands before the first is a block too.
    """
    blokken: list[tuple[str, list[str]]] = [("begin", [])]
    soort = _KOP.fullmatch(kop)
    zonder = bool(soort and soort[1] == ZONDER)
    for regel in tekst.split("\n"):
        if gevonden := _SJABLOON.fullmatch(regel):
            naam = gevonden[1].replace("\\", "")
            dubbel = sum(id_ == naam or id_.startswith(f"{naam}--") for id_, _ in blokken)
            blokken.append((f"{naam}--{dubbel + 1}" if dubbel else naam, []))
        else:
            blokken[-1][1].append(regel)
    gevuld = [_blok(naam, regels, zonder=zonder) for naam, regels in blokken if any(regel.strip() for regel in regels)]
    return "\n".join(["\n\n".join([kop, *("\n".join(_lines(blok)) for blok in gevuld)]), ""])


def parse(tekst: str) -> Document:
    """Return the parts of *tekst*. A block without its begin or its end becomes loose text; no line gets lost."""
    lezer = _Lezer()
    for regel in tekst.removeprefix("\ufeff").replace("\r\n", "\n").split("\n"):
        lezer.read(regel)
    lezer.close()
    koppen = (_KOP.fullmatch(regel) for deel in lezer.delen if not deel.id for regel in deel.regels)
    gezegd = next((kop[1] for kop in koppen if kop), "")
    personen = gezegd or (ZONDER if any(lezer.zonder) else MET if lezer.zonder else "")
    return Document(tuple(lezer.delen), bool(gezegd), personen, tuple(dict.fromkeys(lezer.stuk)))


def update(oud: str, nieuw: str) -> Bijgewerkt:
    """Return the document *oud* with the blocks of *nieuw*, both as `mark` makes them.

    Blocks that nobody changed are fresh, or gone when *nieuw* has them no longer. Blocks that somebody changed stay as
    they are. New ones come before the one that follows them in *nieuw*. Everything else stays where it stands.
    """
    gelezen, vers = parse(oud), parse(nieuw)
    blokken = {deel.id: deel for deel in vers.delen if deel.id}
    uit: list[Deel] = [] if gelezen.kop else [Deel((nieuw.split("\n", 1)[0], ""))]
    behouden: list[Behouden] = []
    for deel in gelezen.delen:
        nu = blokken.get(deel.id)
        if not deel.id:
            uit.append(deel)
        elif not deel.veranderd or (nu and digest(deel.regels) == nu.merk):
            uit += [nu] if nu else []
        else:
            uit.append(deel)
            behouden.append(Behouden(deel.id, (nu or deel).titel, bool(nu and nu.merk != deel.merk), nu is None))
    was = {*gelezen.stuk, *(deel.id for deel in uit)}
    _insert(uit, list(blokken.values()))
    tekst = "\n".join(regel for deel in _joined(uit) for regel in _lines(deel))
    stuk = tuple(blokken[id_].titel for id_ in gelezen.stuk if id_ in blokken)
    terug = tuple(blok.titel for blok in blokken.values() if blok.id not in was)
    return Bijgewerkt(_as_it_was(oud, tekst), tuple(behouden), stuk, terug)


class _Lezer:
    """Reads a document line by line."""

    def __init__(self) -> None:
        self.delen: list[Deel] = []
        self.stuk: list[str] = []
        self.zonder: list[bool] = []
        """What every begin said, also of a block that is not whole."""
        self._los: list[str] = []
        self._open: tuple[str, str, bool] | None = None
        """The id, the digest and the rest of the block that we are in; its lines are in *_binnen*."""
        self._binnen: list[str] = []

    def read(self, regel: str) -> None:
        if begin := _BEGIN.fullmatch(regel):
            self._break()
            self._flush()
            self._open = (begin[1], begin[2], bool(begin[3]))
            self.zonder.append(bool(begin[3]))
        elif einde := _EINDE.fullmatch(regel):
            if self._open and self._open[0] == einde[1]:
                self._end()
            else:
                self._break()
                self.stuk.append(einde[1])
        elif self._open:
            self._binnen.append(regel)
        else:
            self._los.append(regel)

    def close(self) -> None:
        self._break()
        self._flush()

    def _end(self) -> None:
        if self._open:
            self.delen.append(Deel(tuple(self._binnen), *self._open))
        self._open, self._binnen = None, []

    def _break(self) -> None:
        """The block that is open never ends: it is whole all the same when its text is as we made it."""
        if self._open and digest(self._binnen) == self._open[1]:
            self._end()
            self._los = [""]  # what stood between this block and the next
        elif self._open:
            self.stuk.append(self._open[0])
            self._los += self._binnen
        self._open, self._binnen = None, []

    def _flush(self) -> None:
        if self._los:
            self.delen.append(Deel(tuple(self._los)))
        self._los = []


def _blok(naam: str, regels: Sequence[str], *, zonder: bool) -> Deel:
    # With empty lines around: not every reader of Markdown sees where a table ends without one.
    inhoud = ("", *"\n".join(regels).strip("\n").split("\n"), "")
    return Deel(inhoud, naam, digest(inhoud), zonder)


def _lines(deel: Deel) -> Sequence[str]:
    if not deel.id:
        return deel.regels
    merk = f"{deel.merk} {ZONDER}" if deel.zonder else deel.merk
    return (f"<!-- routekaart:begin {deel.id} {merk} -->", *deel.regels, f"<!-- routekaart:einde {deel.id} -->")


def _insert(uit: list[Deel], blokken: Sequence[Deel]) -> None:
    """Put those of *blokken* that are not in *uit* there, each before the next one that is, or at the end."""
    wit = Deel(("",))
    for index, blok in enumerate(blokken):
        ids = [deel.id for deel in uit]
        if blok.id in ids:
            continue
        plek = next((ids.index(later.id) for later in blokken[index + 1 :] if later.id in ids), len(uit))
        uit[plek:plek] = [wit, blok, wit]


def _joined(delen: Sequence[Deel]) -> Iterator[Deel]:
    """Yield *delen* with loose lines that came together as one, and one empty line where two met."""
    for los, groep in groupby(delen, key=lambda deel: not deel.id):
        if not los:
            yield from groep
            continue
        regels: list[str] = []
        for deel in groep:
            begin = 1 if regels and not regels[-1].strip() and not deel.regels[0].strip() else 0
            regels += deel.regels[begin:]
        yield Deel(tuple(regels))


def _as_it_was(oud: str, tekst: str) -> str:
    """Return *tekst* with the line ends and the first mark that the file had."""
    if "\r\n" in oud:
        tekst = tekst.replace("\n", "\r\n")
    return ("\ufeff" if oud.startswith("\ufeff") else "") + tekst
