"""Where everything stands in the picture of the netwerkkaart: the group in the middle, who it knows around it. Pure.

Every name has a line of its own, so names never overlap, however many there are. Names that do not fit their place are
shortened; the table beside the picture has them whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from routekaart_cli.plan.gegevens import Veld
from routekaart_cli.tekens import zichtbaar

REGEL = 24
"""The height of one line, in the units of the picture: pixels when it is shown at its own width."""
_TUSSEN = 14
"""The room between two branches."""
_LETTER = 13
_MIDDEN = (150, 20)
"""How wide the box in the middle is, and how high one line in it."""
_AFSTAND = 74
"""From the box in the middle to the names."""
_SMAL = 480
"""Below this width there is room for names on one side only."""
# Widths of letters as a part of their height, a little more than in the usual fonts; the rest is 0.58.
_BREEDTES = dict.fromkeys("ijlI.,:;'|!()[] ", 0.33) | dict.fromkeys("mwMW@%&", 0.95) | dict.fromkeys("<>=+~#", 0.64)
MEER = "…"


@dataclass(frozen=True, slots=True)
class Tekst:
    x: float
    y: float
    """The baseline."""
    tekst: str
    """As it fits in the picture."""


@dataclass(frozen=True, slots=True)
class Naam:
    """One name, with its dot and the line to it."""

    x: float
    y: float
    lijn: str
    """The path from its branch, for the `d` of an SVG path."""
    label: Tekst


@dataclass(frozen=True, slots=True)
class Tak:
    """One kind of contacts. *nummer* (1 and up) gives it a colour; a branch that was cut in two keeps its number."""

    nummer: int
    titel: Tekst
    lijn: str
    x: float
    y: float
    namen: tuple[Naam, ...]
    rechts: bool
    """Do the names stand to the right of their dots?"""


@dataclass(frozen=True, slots=True)
class Kaart:
    breedte: float
    hoogte: float
    x: float
    """The box in the middle: its corner, width and height."""
    y: float
    vak_breedte: float
    vak_hoogte: float
    midden: tuple[Tekst, ...]
    takken: tuple[Tak, ...]


@dataclass(frozen=True, slots=True)
class _Stuk:
    """A branch, or the part of it that goes on one side."""

    nummer: int
    titel: str
    namen: tuple[str, ...]

    @property
    def hoogte(self) -> float:
        return REGEL * (1 + len(self.namen))


def takken(velden: Sequence[Veld]) -> list[tuple[str, tuple[str, ...]]]:
    """Return the branches in *velden*: of each table its label, and what stands first in each row."""
    return [(veld.kort, tuple(_eerste(rij) for rij in veld.rijen)) for veld in velden if veld.rijen]


def _eerste(rij: Sequence[str]) -> str:
    return next((cel for cel in rij if cel), MEER)


def teken(midden: str, takken: Sequence[tuple[str, Sequence[str]]], breedte: float = 720) -> Kaart:
    """Return the picture of *midden* with around it the names of each of *takken* (title and names), *breedte* wide."""
    stukken = [_Stuk(nummer, titel, tuple(namen)) for nummer, (titel, namen) in enumerate(takken, 1) if namen]
    if breedte < _SMAL:
        return _smal(midden, stukken, breedte)
    return _breed(midden, *_verdeel(stukken), breedte)


def kort(tekst: str, breedte: float, letter: float = _LETTER) -> str:
    """Return *tekst* on one line, shortened to about *breedte* when set in letters *letter* high."""
    tekst = " ".join(zichtbaar(tekst).split())
    if _meet(tekst, letter) <= breedte:
        return tekst
    while tekst and _meet(tekst + MEER, letter) > breedte:
        tekst = tekst[:-1]
    return tekst.rstrip(" ,.-(") + MEER


def _meet(tekst: str, letter: float) -> float:
    """Return about how wide *tekst* is; letters from outside the Latin script count as wide."""
    return letter * sum(
        _BREEDTES.get(teken, 0.74 if teken.isupper() else 0.58) if ord(teken) < 0x2000 else 1.0 for teken in tekst
    )


def _verdeel(stukken: Sequence[_Stuk]) -> tuple[list[_Stuk], list[_Stuk]]:
    """Divide *stukken* over the right and the left, about as high; a branch that is too large for one side is cut."""
    helft = max(6, -(-sum(len(stuk.namen) for stuk in stukken) // 2))
    gesneden = [
        _Stuk(stuk.nummer, stuk.titel, stuk.namen[van : van + helft])
        for stuk in stukken
        for van in range(0, len(stuk.namen), helft)
    ]
    rechts: list[_Stuk] = []
    links: list[_Stuk] = []
    for stuk in gesneden:
        kant = rechts if _hoogte(rechts) <= _hoogte(links) else links
        kant.append(stuk)
    return rechts, links


def _hoogte(stukken: Sequence[_Stuk]) -> float:
    return sum(stuk.hoogte for stuk in stukken) + _TUSSEN * max(0, len(stukken) - 1)


@dataclass(frozen=True, slots=True)
class _Kant:
    """One side of the picture: where the box ends, and how far there is room."""

    rechts: bool
    rand: float
    ruimte: float
    """From the box to the edge of the picture."""

    def x(self, afstand: float) -> float:
        """Return the place at *afstand* from the box."""
        return self.rand + (afstand if self.rechts else -afstand)

    def bocht(self, van: tuple[float, float], naar: tuple[float, float]) -> str:
        """Return the path of a bow between two points, each given as its distance from the box and its height."""
        midden = (van[0] + naar[0]) / 2
        (x, y), (tot_x, tot_y) = (self.x(van[0]), van[1]), (self.x(naar[0]), naar[1])
        return f"M{x:g} {y:g}C{self.x(midden):g} {y:g} {self.x(midden):g} {tot_y:g} {tot_x:g} {tot_y:g}"


def _breed(midden: str, rechts: list[_Stuk], links: list[_Stuk], breedte: float) -> Kaart:
    vak, regel = _MIDDEN
    # With names on one side only, the box stands more to the other.
    vak_x = (breedte - vak) / 2 if links else breedte / 8
    hoogte = max(_hoogte(rechts), _hoogte(links), 5 * regel) + REGEL
    regels = _regels(midden, vak - 24, 3)
    vak_hoogte = len(regels) * regel + 24
    hart = hoogte / 2
    kanten = (
        (_Kant(rechts=True, rand=vak_x + vak, ruimte=breedte - vak_x - vak), rechts),
        (_Kant(rechts=False, rand=vak_x, ruimte=vak_x), links),
    )
    takken: list[Tak] = []
    for kant, stukken in kanten:
        y = hart - _hoogte(stukken) / 2
        for stuk in stukken:
            takken.append(_tak(stuk, kant, hart, y))
            y += stuk.hoogte + _TUSSEN
    boven = hart - vak_hoogte / 2
    teksten = tuple(
        Tekst(vak_x + vak / 2, boven + 12 + regel * (index + 0.72), tekst) for index, tekst in enumerate(regels)
    )
    return Kaart(breedte, hoogte, vak_x, boven, vak, vak_hoogte, teksten, tuple(takken))


def _tak(stuk: _Stuk, kant: _Kant, hart: float, y: float) -> Tak:
    """Return the branch *stuk*, from the height *y* on, on the side *kant* of a box with its middle at *hart*."""
    knoop = (34.0, y + stuk.hoogte / 2)
    ruimte = kant.ruimte - _AFSTAND - 4
    namen = []
    for index, naam in enumerate(stuk.namen, 1):
        punt = (_AFSTAND - 12.0, y + REGEL * (index + 0.5))
        label = Tekst(kant.x(_AFSTAND), punt[1] + _LETTER * 0.36, kort(naam, ruimte))
        namen.append(Naam(kant.x(punt[0]), punt[1], kant.bocht(knoop, punt), label))
    titel = Tekst(kant.x(_AFSTAND), y + REGEL * 0.68, kort(stuk.titel, ruimte, _LETTER * 1.08))
    lijn = kant.bocht((0, hart), knoop)
    return Tak(stuk.nummer, titel, lijn, kant.x(knoop[0]), knoop[1], tuple(namen), kant.rechts)


def _smal(midden: str, stukken: Sequence[_Stuk], breedte: float) -> Kaart:
    """The box on top, and all names below each other along one line."""
    regel = _MIDDEN[1]
    regels = _regels(midden, breedte - 24, 2)
    vak_hoogte = len(regels) * regel + 20.0
    y, stam = vak_hoogte + _TUSSEN, 14.0
    takken = []
    for stuk in stukken:
        knoop_x, knoop_y = stam + 16, y + REGEL / 2
        namen = []
        for index, naam in enumerate(stuk.namen, 1):
            punt_x, punt_y = stam + 32, y + REGEL * (index + 0.5)
            label = Tekst(stam + 44, punt_y + _LETTER * 0.36, kort(naam, breedte - stam - 48))
            namen.append(Naam(punt_x, punt_y, f"M{knoop_x:g} {knoop_y:g}V{punt_y:g}H{punt_x:g}", label))
        titel = Tekst(stam + 28, knoop_y + _LETTER * 0.36, kort(stuk.titel, breedte - stam - 32, _LETTER * 1.08))
        lijn = f"M{stam:g} {vak_hoogte:g}V{knoop_y:g}H{knoop_x:g}"
        takken.append(Tak(stuk.nummer, titel, lijn, knoop_x, knoop_y, tuple(namen), rechts=True))
        y += stuk.hoogte + _TUSSEN
    teksten = tuple(Tekst(breedte / 2, 10 + regel * (index + 0.72), tekst) for index, tekst in enumerate(regels))
    return Kaart(breedte, y, 0, 0, breedte, vak_hoogte, teksten, tuple(takken))


def _regels(tekst: str, breedte: float, meeste: int) -> list[str]:
    """Return *tekst* on at most *meeste* lines that fit in *breedte*; what does not fit is left out."""
    regels: list[str] = []
    woorden = tekst.split()
    while woorden and len(regels) < meeste:
        regel = woorden.pop(0)
        while woorden and _meet(f"{regel} {woorden[0]}", _LETTER * 1.15) <= breedte:
            regel += f" {woorden.pop(0)}"
        if woorden and len(regels) == meeste - 1:
            regel += f" {' '.join(woorden)}"
        regels.append(kort(regel, breedte, _LETTER * 1.15))
    return regels
