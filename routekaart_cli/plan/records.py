"""The data of the action plan: all that a document or a template can use.

`content/sjablonen/LEESMIJ.md` describes every name in Dutch. What is not there is an empty text or an empty list.
Fields in words stand beside the same as an id or an ISO date (`_id`, `_iso`), for documents that programs read.
"""

from __future__ import annotations

from dataclasses import dataclass

from routekaart_cli.domain.routekaart import Bron, Federatie, Isodate, Koepel, Loket, OptionalIsodate

AFSPRAAK = "afspraak"


@dataclass(frozen=True, slots=True)
class Veld:
    """One answer: its label, and a text, several chosen texts, or a table."""

    id: str
    """The id of the vraag."""
    kort: str
    soort: str
    tekst: str = ""
    punten: tuple[str, ...] = ()
    kolommen: tuple[str, ...] = ()
    """Of a lijst: the labels of the fields that hold anything."""
    kolom_ids: tuple[str, ...] = ()
    rijen: tuple[tuple[str, ...], ...] = ()
    door: str = ""
    """Who said it, when that was kept."""


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
    velden: tuple[Veld, ...]
    open_punten: tuple[OpenPunt, ...]


@dataclass(frozen=True, slots=True)
class PlanStap:
    id: str
    nummer: str
    titel: str
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
    velden: tuple[Veld, ...]
    open_punten: tuple[OpenPunt, ...]
    """What is open and stands in no chapter."""
    elders: tuple[str, ...]
    """The titles of the chapters that hold its other answers."""


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
    stappen: tuple[PlanStap, ...]


@dataclass(frozen=True, slots=True)
class PlanActie:
    id: str
    """The id of the stap."""
    nummer: str
    titel: str
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
    """The same at the next export, as long as the stap or the first field of the row stays the same."""
    soort: str
    """`stap` (something to have done by that day) or `afspraak` (something that happens that day)."""
    wat: str
    waar: str
    """The stap, or the label of the vraag, it belongs to."""
    wanneer: str
    wanneer_iso: OptionalIsodate
    wie: str
    klaar: bool
    gewijzigd: str
    """When this was last changed: a moment, ISO with offset, or empty."""
    afgerond: str
    """When a stap got the status that says it is finished: likewise; empty when it is not."""


@dataclass(frozen=True, slots=True)
class Fitting:
    """A tip or voorbeeld, with the reason why it is in this plan."""

    id: str
    titel: str
    tekst: str
    plaats: str
    fase: str
    """The id of the fase it comes from."""
    reden: str


@dataclass(frozen=True, slots=True)
class PlanActueel:
    """What changed since the source was written, with the reason why it is in this plan."""

    id: str
    titel: str
    tekst: str
    houdbaarheid: str
    """In words: how certain, of what date, and where to ask."""
    bron: str
    adres: str
    reden: str


@dataclass(frozen=True, slots=True)
class Plan:
    titel: str
    datum: str
    datum_iso: Isodate
    zonder_persoonsgegevens: bool
    wijk: str
    gemeente: str
    provincie: str
    groep: str
    woningen: str
    doel: str
    woordvoerder: str
    fase: str
    fase_reden: str
    stappen: int
    stappen_klaar: int
    stappen_bezig: int
    fasen: tuple[PlanFase, ...]
    acties: tuple[PlanActie, ...]
    datums: tuple[PlanDatum, ...]
    """By date."""
    hoofdstukken: tuple[PlanHoofdstuk, ...]
    """Those with an answer or an open point."""
    tips: tuple[Fitting, ...]
    voorbeelden: tuple[Fitting, ...]
    actueel: tuple[PlanActueel, ...]
    open_punten: tuple[OpenPunt, ...]
    federatie: Federatie | None
    loketten: tuple[Loket, ...]
    koepel: Koepel
    bron: Bron
