"""The data of the action plan: all that a document or a template can use.

`content/sjablonen/LEESMIJ.md` describes every name in Dutch. What is not there is an empty text or an empty list.
Fields in words stand beside the same as an id or an ISO date (`_id`, `_iso`), for documents that programs read.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from routekaart_cli.domain.routekaart import Isodate, OptionalIsodate

AFSPRAAK = "afspraak"


class Lezer(StrEnum):
    """For whom a document is, from few people to many."""

    ONS = "ons"
    GEMEENTE = "gemeente"
    IEDEREEN = "iedereen"

    def is_wider(self, other: Lezer) -> bool:
        """Do more people read what is for this reader than what is for the *other*?"""
        return list(Lezer).index(self) > list(Lezer).index(other)


class Bloksoort(StrEnum):
    KOP = "kop"
    ALINEA = "alinea"
    NADRUK = "nadruk"
    """An alinea that stands out: what the group wants."""
    LIJST = "lijst"
    TABEL = "tabel"
    FASEN = "fasen"
    """Where the group is, as a picture; its *punten* say the same in words."""
    TIJDLIJN = "tijdlijn"
    """What comes when, as a line and as a table: the first column holds the moment, *plekken* where on the line."""
    VRAAG = "vraag"
    """To fill in by hand: *punten* to tick, empty cells of a table, or *regels* to write on."""


@dataclass(frozen=True, slots=True)
class Blok:
    """One piece of a chapter. Every format makes its own of it; its words are the same everywhere."""

    soort: Bloksoort
    kop: str = ""
    """The label of an alinea or a lijst, the title of a table or picture; may be empty."""
    tekst: str = ""
    punten: tuple[str, ...] = ()
    kolommen: tuple[str, ...] = ()
    rijen: tuple[tuple[str, ...], ...] = ()
    getallen: tuple[int, ...] = ()
    """Which columns of a table hold amounts."""
    totaal: tuple[str, ...] = ()
    """The last row of a table that counts up."""
    fasen: tuple[PlanFase, ...] = ()
    plekken: tuple[int, ...] = ()
    """Of each row where it is on the line of time, from 0 to 1000."""
    regels: int = 0
    """How many lines to write on."""
    door: str = ""
    """Who said it, when that was kept and may be read."""
    id: str = ""
    """The id of the vraag; empty for what routekaart made of several answers."""


@dataclass(frozen=True, slots=True)
class Mening:
    """One side of a disagreement."""

    tekst: str
    door: str


@dataclass(frozen=True, slots=True)
class OpenPunt:
    id: str
    """The id of the vraag."""
    kort: str
    vraag: str
    waar: str
    hoofdstuk: str
    """The id of the chapter where the answer would stand, or empty."""
    stap: str
    """The id of its stap, or empty."""
    hoe: str
    """In words: not known yet, put off, no agreement, or not answered."""
    hoe_id: str
    meningen: tuple[Mening, ...]
    """When there is no agreement: what was said, and by whom."""


@dataclass(frozen=True, slots=True)
class PlanHoofdstuk:
    id: str
    titel: str
    blokken: tuple[Blok, ...]
    bijlage: bool = False
    """Does it hold what the routekaart says, and not what the group wrote?"""


@dataclass(frozen=True, slots=True)
class PlanStap:
    id: str
    nummer: str
    titel: str
    werk: str
    """What the group does in it: its title in the words of a plan."""
    status: str
    """In words."""
    status_id: str
    klaar: bool
    nodig: bool
    """False when the stap does not fit this wijk."""
    te_laat: bool
    wie: str
    wanneer: str
    wanneer_iso: OptionalIsodate
    notitie: str


@dataclass(frozen=True, slots=True)
class PlanFase:
    id: str
    nummer: int | None
    """None for the side track."""
    titel: str
    naam: str
    """Number and title as a heading."""
    uitkomst: str
    huidig: bool
    """Is this the fase the group works on?"""
    klaar: int
    bezig: int
    te_doen: int
    past_niet: int
    in_woorden: str
    """How it is doing: `klaar`, `1 van 6 stappen klaar, 3 bezig` or `nog niet begonnen`."""
    stappen: tuple[PlanStap, ...]


@dataclass(frozen=True, slots=True)
class PlanActie:
    id: str
    """The id of the stap."""
    nummer: str
    titel: str
    werk: str
    wie: str
    wanneer: str
    wanneer_iso: OptionalIsodate
    te_laat: bool
    reden: str
    """Why now: in words."""
    reden_id: str


@dataclass(frozen=True, slots=True)
class PlanDatum:
    """One day in the calendar: the end of a stap, or an agreement, activity or milestone with a date."""

    id: str
    """The same at the next export, as long as the stap or the row is there."""
    soort: str
    """`stap` (something to have done by that day) or `afspraak` (something that happens that day)."""
    wat: str
    waar: str
    """The stap, or the label of the vraag, it belongs to."""
    wanneer: str
    """With the time, or a period as somebody said it."""
    wanneer_iso: Isodate
    """Of a period its last day."""
    tijd: str
    """On that day, such as `20:00`; mostly empty."""
    ongeveer: str
    """The period as somebody said it, such as `voorjaar 2027`; empty when the day itself was said."""
    plek: str
    """Where it is; mostly empty."""
    meer: str
    """What else was written about it, each on a line."""
    wie: str
    klaar: bool
    """Is it done or dropped, so that the day no longer counts?"""
    gewijzigd: str
    """When this was last changed: a moment, ISO with offset, or empty."""
    afgerond: str
    """When a stap got the status that says it is finished: likewise; empty when it is not."""


@dataclass(frozen=True, slots=True)
class Stuk:
    """A document of chapters: a plan, an agenda or a werkblad. Every format makes its own of it."""

    titel: str
    van: str
    """Whose it is, of where and of when, in one line."""
    vragen: str
    """Whom to ask, with how to reach them; empty when nobody was named."""
    waarschuwing: str
    """What a reader must know first, such as that the wijk is made up; mostly empty."""
    slot: str
    """The last line."""
    datum_iso: Isodate
    voor: Lezer
    wijk: str
    groep: str
    hoofdstukken: tuple[PlanHoofdstuk, ...]
    """Those with something in them."""


@dataclass(frozen=True, slots=True)
class Plan(Stuk):
    datum: str
    project: str
    """What tells this group from every other, for programs; the same after a change of name."""
    versie: int
    """Rises with every change that any laptop of the group made."""
    gemeente: str
    provincie: str
    doel: str
    woordvoerder: str
    fase: str
    weggelaten: tuple[str, ...]
    """The chapters of the whole plan that this one leaves out, each with how many answers."""
    ingekort: tuple[str, ...]
    """The labels of what this plan gives only the begin of."""
    fasen: tuple[PlanFase, ...]
    acties: tuple[PlanActie, ...]
    datums: tuple[PlanDatum, ...]
    """By date."""
    onbeantwoord: tuple[str, ...]
    """What the gemeente did not answer in time, with the day."""
    open_punten: tuple[OpenPunt, ...]
