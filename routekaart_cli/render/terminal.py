"""Pages on a screen, with Rich. The only module that knows Rich."""

from __future__ import annotations

from typing import TextIO

from rich.console import Console
from rich.text import Text

from routekaart_cli.render.blokken import Alinea, Blok, Kop, Opdracht, Pagina, Punt
from routekaart_cli.tekens import zichtbaar
from routekaart_cli.texts import schermen

BREEDST = 88
"""Longer lines are hard to read."""

# Standard colours that keep their contrast on a light and on a dark background.
_FASEKLEUR = ("blue", "magenta", "blue", "cyan", "green", "magenta")
_STATUS = {
    "klaar": ("✓", "+", "green"),
    "bezig": ("●", "*", "blue"),
    "niet-begonnen": ("○", "o", ""),
    "past-niet": ("–", "-", "dim"),
}
_STIJL_LET_OP = "bold red"


def show(pagina: Pagina, stream: TextIO, breedte: int, *, kleur: bool) -> None:
    """Print *pagina* on *stream*, at most *breedte* wide; without *kleur* or off a terminal no escape byte is sent."""
    op_scherm = kleur and stream.isatty()
    console = Console(
        file=stream,
        width=min(breedte, BREEDST),
        markup=False,
        emoji=False,
        highlight=False,
        force_terminal=op_scherm,
        no_color=not op_scherm,
        color_system="standard" if op_scherm else None,
        legacy_windows=False,
    )
    _Scherm(console, tekens=_kan(stream, "✓●○–━•")).show(pagina)


class _Scherm:
    def __init__(self, console: Console, *, tekens: bool) -> None:
        self.console = console
        self.tekens = tekens
        self.opdracht_breed = 0
        self.regels: list[Text] = []
        self.streep, self.stip = ("━", "•") if tekens else ("=", "-")

    def show(self, pagina: Pagina) -> None:
        self.opdracht_breed = max((len(blok.opdracht) for blok in pagina if isinstance(blok, Opdracht)), default=0)
        vorige: Blok | None = None
        for blok in pagina:
            if vorige is not None and _witregel(vorige, blok):
                self._regel(Text())
            self._blok(blok)
            vorige = blok
        # All at once: each print of Rich costs as much as a screenful of text.
        self.console.print(Text("\n").join(self.regels), soft_wrap=True)

    def _regel(self, regel: Text) -> None:
        self.regels.append(regel)

    def _blok(self, blok: Blok) -> None:
        match blok:
            case Kop():
                kleur = _FASEKLEUR[blok.fase] if blok.fase is not None else ""
                self._regels(blok.tekst, stijl=f"bold {kleur}" if blok.niveau < 3 else "bold")
                if blok.niveau == 1:
                    self._regel(Text(self.streep * min(len(blok.tekst), self.console.width), style=kleur))
            case Alinea():
                merk = Text(f"{schermen.LET_OP} ", style=_STIJL_LET_OP) if blok.let_op else Text()
                self._regels(blok.tekst, merk=merk, hangend=False)
            case Punt():
                self._punt(blok)
            case Opdracht():
                self._opdracht(blok)

    def _punt(self, punt: Punt) -> None:
        merk = Text(f"{punt.merk or self.stip} ")
        if punt.status:
            mooi, kaal, stijl = _STATUS[punt.status]
            merk = Text.assemble((f"{mooi if self.tekens else kaal} ", stijl), (f"{punt.merk} ", "bold"))
        titel = Text.assemble((zichtbaar(punt.titel), "bold" if punt.nadruk else ""))
        if punt.achter:
            titel.append(f" · {zichtbaar(punt.achter)}" if self.tekens else f" - {zichtbaar(punt.achter)}")
        self._hangend(merk, titel)
        for alinea in punt.alineas:
            self._regels(alinea, inspringen=merk.cell_len)

    def _opdracht(self, blok: Opdracht) -> None:
        opdracht = Text(f"  {blok.opdracht}", style="bold")
        if self.console.width >= 70:
            self._hangend(Text.assemble(opdracht, " " * (self.opdracht_breed + 4 - opdracht.cell_len)), Text(blok.wat))
        else:
            self._regel(opdracht)
            self._regels(blok.wat, inspringen=4)

    def _regels(
        self, tekst: str, *, inspringen: int = 0, stijl: str = "", merk: Text | None = None, hangend: bool = True
    ) -> None:
        for regel in zichtbaar(tekst).split("\n"):
            begin = merk or Text(" " * inspringen)
            if hangend:
                self._hangend(begin, Text(regel, style=stijl))
            else:
                self._hangend(Text(), Text.assemble(begin, (regel, stijl)))

    def _hangend(self, merk: Text, tekst: Text) -> None:
        """Print *tekst* wrapped on words beside *merk*; its further lines hang below its first."""
        links = merk.cell_len if merk.cell_len < self.console.width // 2 else 2
        regels = tekst.wrap(self.console, max(self.console.width - links, 10))
        for index, regel in enumerate(regels):
            regel.rstrip()
            begin = merk if index == 0 else Text(" " * links)
            self._regel(Text.assemble(begin, regel) if regel else Text())


def _witregel(vorige: Blok, blok: Blok) -> bool:
    """Is there an empty line between these two? Always, but between short items and after the heading of a part."""
    if isinstance(vorige, Kop):
        return vorige.niveau == 1
    if isinstance(blok, Opdracht) and isinstance(vorige, Opdracht):
        return False
    if isinstance(blok, Punt) and isinstance(vorige, Punt):
        return bool(vorige.alineas or blok.alineas)
    return True


def _kan(stream: TextIO, tekens: str) -> bool:
    """Can *stream* write these characters?"""
    try:
        tekens.encode(stream.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True
