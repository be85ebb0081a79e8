"""Pages on a screen, with Rich. The only module that knows Rich."""

# ruff: noqa: TID253  # this is where Rich lives

from __future__ import annotations

import io
import re
from typing import NamedTuple, TextIO

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text

from routekaart_cli.dutch.characters import zichtbaar
from routekaart_cli.pages import phrases
from routekaart_cli.pages.blokken import UITGELEGD, Alinea, Blok, Kop, Opdracht, Pagina, Punt

BREEDST = 88
"""Longer lines are hard to read."""

# Of the 256 colours those that keep a contrast of at least 4.2 on black as well as on white (WCAG; a test counts it).
# The colour of the side track, and of fase 1 to 5: the number and the name always stand beside it.
FASEKLEUR = (243, 130, 63, 30, 129, 64)
LET_OP_KLEUR = 162
_STATUS = {"klaar": ("✓", "+"), "bezig": ("●", "*"), "niet-begonnen": ("○", "o"), "past-niet": ("–", "-")}
_TEKENS = "✓●○–━•·»"
_ADRES = re.compile(r"(https?://|www\.)[^\s,;()]*[^\s,;().]|[\w.+-]+@[\w-]+(\.[\w-]+)+|\b[\w-]+\.(nl|nu|frl|eu)\b")


class Kan(NamedTuple):
    """What the screen can: marks beyond plain characters, bold, colours beside bold, and addresses one can click."""

    tekens: bool = True
    opmaak: bool = False
    """Without it there is no escape byte."""
    kleuren: bool = False
    links: bool = False


def render(pagina: Pagina, breedte: int, kan: Kan = Kan()) -> str:  # cannot be changed  # noqa: B008  # cannot be changed
    """Return *pagina* as text, at most *breedte* wide (but for words longer than that), for a screen that *kan*."""
    blad = _Blad(min(breedte, BREEDST), tekens=kan.tekens, links=kan.links)
    blad.add(pagina)
    if not kan.opmaak:
        return "".join(f"{regel.plain}\n" for regel in blad.regels)
    from rich.console import Console  # half of Rich, and only for a terminal

    console = Console(
        file=io.StringIO(),
        width=blad.breedte,
        markup=False,
        emoji=False,
        highlight=False,
        force_terminal=True,
        no_color=not kan.kleuren,
        color_system="256",
        legacy_windows=False,
    )
    with console.capture() as gevangen:
        # All at once: each print of Rich costs as much as a screenful of text.
        console.print(Text("\n").join(blad.regels), soft_wrap=True)
    return gevangen.get()


def kan_tekens(stream: TextIO) -> bool:
    """Can *stream* write the characters that mark things?"""
    try:
        _TEKENS.encode(stream.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


class _Blad:
    """The lines of a page, *breedte* wide."""

    def __init__(self, breedte: int, *, tekens: bool, links: bool) -> None:
        self.breedte = breedte
        self.tekens = tekens
        self.links = links
        self.opdracht_breed = 0
        self.regels: list[Text] = []
        self.streep, self.stip, self.tussen = ("━", "•", "·") if tekens else ("=", "-", "-")

    def add(self, pagina: Pagina) -> None:
        opdrachten = [len(blok.opdracht) for blok in pagina if isinstance(blok, Opdracht)]
        self.opdracht_breed = max((breed for breed in opdrachten if self._past_naast(breed)), default=0)
        vorige: Blok | None = None
        for blok in pagina:
            if vorige is not None and _witregel(vorige, blok):
                self.regels.append(Text())
            self._blok(blok)
            vorige = blok

    def _blok(self, blok: Blok) -> None:
        match blok:
            case Kop():
                kleur = _fasestijl(blok.fase)
                self._regels(blok.tekst, stijl=f"bold {kleur}" if blok.niveau < 3 else "bold")
                if blok.niveau == 1:
                    self.regels.append(Text(self.streep * min(cell_len(blok.tekst), self.breedte), style=kleur))
            case Alinea():
                merk = Text(f"{phrases.LET_OP} ", style=f"bold color({LET_OP_KLEUR})") if blok.let_op else Text()
                self._regels(blok.tekst, merk=merk, hangend=False)
            case Punt():
                self._punt(blok)
            case Opdracht():
                self._opdracht(blok)

    def _punt(self, punt: Punt) -> None:
        kleur = _fasestijl(punt.fase)
        nadruk = f"bold {kleur}" if punt.nadruk else kleur
        merk = Text(f"{punt.merk or self.stip} ", style=nadruk if punt.fase is not None else "")
        if punt.status:
            merk = Text.assemble(f"{_STATUS[punt.status][not self.tekens]} ", (f"{punt.merk} ", f"bold {kleur}"))
        titel = Text.assemble(self._text(punt.titel, nadruk))
        if punt.achter:
            titel.append_text(self._text(f" {self.tussen} {punt.achter}"))
        self._hangend(merk, titel)
        for alinea in punt.alineas:
            self._regels(alinea, inspringen=merk.cell_len)

    def _past_naast(self, breed: int) -> bool:
        """Is there room beside a command of *breed* for what it does?"""
        return self.breedte >= 70 and breed + 4 < self.breedte // 2

    def _opdracht(self, blok: Opdracht) -> None:
        opdracht = Text(f"  {blok.opdracht}", style="bold")
        if self._past_naast(len(blok.opdracht)):
            self._hangend(Text.assemble(opdracht, " " * (self.opdracht_breed + 4 - opdracht.cell_len)), Text(blok.wat))
        else:
            self._hangend(Text("  "), Text(blok.opdracht, style="bold"))
            self._regels(blok.wat, inspringen=4)

    def _regels(
        self, tekst: str, *, inspringen: int = 0, stijl: str = "", merk: Text | None = None, hangend: bool = True
    ) -> None:
        for regel in tekst.split("\n"):
            begin = merk or Text(" " * inspringen)
            if hangend:
                self._hangend(begin, self._text(regel, stijl))
            else:
                self._hangend(Text(), Text.assemble(begin, self._text(regel, stijl)))

    def _text(self, tekst: str, stijl: str = "") -> Text:
        """Return *tekst* safe for a terminal, with its addresses as links where that can be."""
        regel = Text(zichtbaar(tekst).replace(UITGELEGD, "*"), style=stijl)
        if self.links:
            for adres in _ADRES.finditer(regel.plain):
                voor = "" if adres[0].startswith("http") else "mailto:" if "@" in adres[0] else "https://"
                regel.stylize(Style(link=f"{voor}{adres[0]}"), *adres.span())
        return regel

    def _hangend(self, merk: Text, tekst: Text) -> None:
        """Add *tekst* wrapped on words beside *merk*; its further lines hang below its first."""
        links = merk.cell_len if merk.cell_len < self.breedte // 2 else 2
        for index, regel in enumerate(_vouw(tekst, self.breedte - links)):
            begin = merk if index == 0 else Text(" " * links)
            self.regels.append(Text.assemble(begin, regel) if regel else Text())


def _vouw(tekst: Text, breedte: int) -> list[Text]:
    """Return *tekst* in lines of at most *breedte*, broken at spaces; a longer word, like an address, stays whole."""
    regels: list[Text] = []
    for regel in tekst.split("\n", allow_blank=True):
        breuken, gevuld = [], 0
        for woord in re.finditer(r"[^ ]+ *| +", regel.plain):
            if gevuld and gevuld + cell_len(woord[0].rstrip(" ")) > breedte:
                breuken.append(woord.start())
                gevuld = 0
            gevuld += cell_len(woord[0])
        regels += regel.divide(breuken)
    for regel in regels:
        regel.rstrip()
    return regels


def _witregel(vorige: Blok, blok: Blok) -> bool:
    """Is there an empty line between these two? Always, but between short items and after the heading of a part."""
    if isinstance(vorige, Kop):
        return vorige.niveau == 1
    if isinstance(blok, Opdracht) and isinstance(vorige, Opdracht):
        return False
    if isinstance(blok, Punt) and isinstance(vorige, Punt):
        return bool(vorige.alineas or blok.alineas)
    return True


def _fasestijl(fase: int | None) -> str:
    return "" if fase is None else f"color({FASEKLEUR[fase]})"
