"""The glossary: every thing routekaart knows, as frozen records without behaviour beyond look-ups.

Named tuples, because making thirty frozen dataclasses takes 35 ms at every start and these take 6.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated, Literal, NamedTuple

from routekaart_cli.domain.antwoorden import Antwoorden, text_of

# What stands behind `str` says how content/ writes it: a bare one is one line.
Prose = Annotated[str, "prose"]
"""Paragraphs, with an empty line between them."""
Isodate = Annotated[str, "isodate"]
"""A day, as `2026-11-23`."""
OptionalIsodate = Annotated[str, "isodate", ""]

Treffersoort = Literal[
    "fase", "stap", "tip", "voorbeeld", "begrip", "actueel", "contact", "hulp", "vraag", "antwoord"
]  # fmt: skip
"""What a search can find."""


class Soort(StrEnum):
    """What kind of answer a vraag wants."""

    TEKST = "tekst"
    LANGE_TEKST = "lange-tekst"
    JA_NEE = "ja-nee"
    KEUZE = "keuze"
    MEERKEUZE = "meerkeuze"
    GETAL = "getal"
    BEDRAG = "bedrag"
    DATUM = "datum"
    LIJST = "lijst"


class Verplicht(StrEnum):
    """Must a vraag be answered? `aangeraden` makes an open point and never blocks."""

    NEE = "nee"
    AANGERADEN = "aangeraden"
    JA = "ja"


class Delen(StrEnum):
    """Who may see an answer: everybody, the gemeente too, or only the group itself."""

    JA = "ja"
    GEMEENTE = "gemeente"
    NEE = "nee"


class Status(StrEnum):
    """How a stap is doing; the ids of the keuzes of its vraag `status`."""

    NIET_BEGONNEN = "niet-begonnen"
    BEZIG = "bezig"
    KLAAR = "klaar"
    PAST_NIET = "past-niet"


class VoorbeeldSoort(StrEnum):
    """A story of others, or something to use."""

    VOORBEELD = "voorbeeld"
    TOOL = "tool"


class Zekerheid(StrEnum):
    """How certain a fact is: an official source says so, it is an older, indirect or single one, or none was found."""

    ZEKER = "zeker"
    WAARSCHIJNLIJK = "waarschijnlijk"
    NIET_BEKEND = "niet bekend"


class Keuze(NamedTuple):
    id: str
    tekst: str
    alleen: bool = False
    """In a meerkeuze: excludes the others (`Niets bijzonders`)."""
    ook: tuple[str, ...] = ()
    """Other words that people type for it."""


INGEVULD = "ingevuld"
"""As the waarde of a voorwaarde: whatever was answered."""


class Voorwaarde(NamedTuple):
    """Holds when the answer to *vraag* is one of *waarden*, or for a meerkeuze contains one of them."""

    vraag: str
    waarden: tuple[str, ...]


class Vraag(NamedTuple):
    id: str
    kort: str
    """A label of a few words, for plans and reviews."""
    vraag: str
    soort: Soort
    waarom: str = ""
    voorbeeld: str = ""
    keuzes: tuple[Keuze, ...] = ()
    velden: tuple[Vraag, ...] = ()
    """The fields of one record of a lijst, as small vragen."""
    als: tuple[Voorwaarde, ...] = ()
    """All must hold, or the vraag is not asked."""
    blijft: tuple[Voorwaarde, ...] | None = None
    """When all these hold, an answer that was given counts though the vraag is not asked; None: it never does."""
    verplicht: Verplicht = Verplicht.NEE
    delen: Delen = Delen.JA
    heette: tuple[str, ...] = ()
    """Ids under which older project files hold the answer."""
    uit: str = ""
    """Where answers to offer stand: a vraag, or a veld of a lijst (`groep.mensen.naam`)."""
    achteraf: bool = False
    """Of a veld: is it asked only when its record is changed later?"""
    hoofdstuk: str = ""
    """The chapter of the plan where the answer stands; empty: under its stap."""
    fase: int | str | None = None
    """1 to 5, `gemeente`, or None for the intake."""
    stap: str | None = None

    @property
    def possible(self) -> tuple[str, ...]:
        """What a voorwaarde on this vraag can ask for."""
        if self.soort is Soort.JA_NEE:
            return ("ja", "nee")
        return tuple(keuze.id for keuze in self.keuzes) or (INGEVULD,)

    def text_of(self, keuze_id: str) -> str:
        """Return the words of the keuze with *keuze_id*; an unknown id comes back as it is."""
        return next((keuze.tekst for keuze in self.keuzes if keuze.id == keuze_id), keuze_id)


class Stap(NamedTuple):
    id: str
    nummer: str
    """For people: `3.2`, or `g.1` on the side track."""
    titel: str
    uitleg: Prose
    vragen: tuple[Vraag, ...]
    """First the status, then the stap's own vragen, then wie, wanneer and notitie."""
    werk: str = ""
    """What the group does in it, for their own plan, where the titel would tell the reader what to do."""

    def vraag_id(self, part: str) -> str:
        """Return the id of its vraag *part*, one of those that every stap has: `status`."""
        return f"{self.id}.{part}"

    def vraag(self, part: str) -> Vraag:
        """Return its vraag *part*, one of those that every stap has."""
        return next(vraag for vraag in self.vragen if vraag.id == self.vraag_id(part))

    def text(self, part: str, antwoorden: Antwoorden) -> str:
        """Return what stands in *antwoorden* for its vraag *part*; empty when there is nothing."""
        return text_of(antwoorden.get(self.vraag_id(part)))


class Tip(NamedTuple):
    id: str
    titel: str
    tekst: Prose
    hoofdtip: bool = False
    past_bij: tuple[Voorwaarde, ...] = ()
    """The tip fits specially when one of these holds; empty: it always fits its fase."""


class Verwijzing(NamedTuple):
    tekst: str
    adres: str
    datum: str
    """When the copy that was read is from, in words."""


class Voorbeeld(NamedTuple):
    id: str
    titel: str
    soort: VoorbeeldSoort
    kern: str
    verhaal: Prose
    plaats: str = ""
    bruikbaar: str = ""
    """What another group can use of it, in one line."""
    let_op: str = ""
    meer: tuple[Verwijzing, ...] = ()
    past_bij: tuple[Voorwaarde, ...] = ()
    redactie: str = ""
    """What only an editor needs to know, as everywhere: no page shows it."""


class Actueel(NamedTuple):
    """What changed since the source was written, from one or more sources that say it with the same certainty."""

    id: str
    thema: str
    """The heading it stands under."""
    titel: str
    tekst: Prose
    """The first alinea says what changed, the others the rest."""
    zekerheid: Zekerheid
    vraag_na: str
    """Where to ask how it is now, to go on after `Vraag`: `bij de gemeente`."""
    gecontroleerd_op: Isodate
    """When we last looked (ISO), as `geldig_tot` is the last day that it surely holds; empty: no end is known."""
    geldig_tot: OptionalIsodate
    hoort_bij: tuple[str, ...]
    """Ids of the fases, stappen and begrippen that it belongs to."""
    bronnen: tuple[Verwijzing, ...]
    """The first is the one that counts: its date is the date of the item."""
    past_bij: tuple[Voorwaarde, ...] = ()
    """As for a tip: it fits specially when one of these holds; empty: it fits everyone."""
    vraag: str = ""
    """A question to read aloud there; empty when there is nothing to ask."""
    redactie: str = ""


class Beleid(NamedTuple):
    """The Transitievisie Warmte as history; what replaced it is `Actueel` and belongs to the same fase."""

    titel: str
    tekst: Prose


class Fase(NamedTuple):
    id: str
    nummer: int | None
    """None for the side track of the gemeente."""
    titel: str
    doel: str
    uitkomst: str
    stappen: tuple[Stap, ...]
    tips: tuple[Tip, ...] = ()
    voorbeelden: tuple[Voorbeeld, ...] = ()
    beleid: Beleid | None = None
    tips_voor_gemeenten: tuple[Tip, ...] = ()
    eigen_vragen: tuple[Vraag, ...] = ()
    """The vragen about the fase as a whole: what came out of it."""

    @property
    def code(self) -> str:
        """What a person types: `3`, or `g` for the side track."""
        return str(self.nummer) if self.nummer else "g"

    @property
    def vragen(self) -> tuple[Vraag, ...]:
        return (*(vraag for stap in self.stappen for vraag in stap.vragen), *self.eigen_vragen)


class Deel(NamedTuple):
    """A part of the interview with a heading of its own: a part of the intake, or one fase."""

    id: str
    titel: str
    vragen: tuple[Vraag, ...]
    los: bool = False
    """Does it stand outside the intake, to be asked when the group chooses it?"""


class Adviesregel(NamedTuple):
    """When *als* holds, begin with *fase* (an id), because of *reden*."""

    fase: str
    als: tuple[Voorwaarde, ...]
    reden: str


class Intake(NamedTuple):
    begin: Deel
    """The few vragen that come first; right after them stands the advies."""
    delen: tuple[Deel, ...]
    """The parts that follow."""
    extra: tuple[Deel, ...]
    """The parts outside the intake."""
    fasevraag: str
    """The id of the vraag that keeps which fase the group chose; it is among *extra*."""
    advies: tuple[Adviesregel, ...]

    @property
    def vragen(self) -> tuple[Vraag, ...]:
        """The vragen that the intake asks, in order."""
        return tuple(vraag for part in (self.begin, *self.delen) for vraag in part.vragen)

    @property
    def all_delen(self) -> tuple[Deel, ...]:
        return (self.begin, *self.delen, *self.extra)


class Bron(NamedTuple):
    titel: str
    uitgever: str
    periode: str
    peildatum: Isodate
    toelichting: str


class Toont(StrEnum):
    """What routekaart itself makes of the answers, to stand in a chapter of the plan."""

    NIETS = ""
    FASEN = "fasen"
    ACTIES = "acties"
    PLANNING = "planning"
    OPEN = "open"
    STAPPEN = "stappen"
    """What was planned, and how far it came."""


class Planregel(NamedTuple):
    """One thing in a chapter of the short plan: a sentence, a table, or what routekaart makes of the answers."""

    tekst: str = ""
    """Names answers as `{wijk.woningen}`, of a lijst how many rows; left out when one of them was not given."""
    nadruk: bool = False
    """Does the tekst stand out, in an alinea of its own?"""
    tabel: str = ""
    """The id of a lijst, of which *kolommen* (all without) are shown; a column that is named stays when it is empty."""
    kolommen: tuple[str, ...] = ()
    toont: Toont = Toont.NIETS

    @property
    def vragen(self) -> tuple[str, ...]:
        """The ids of the vragen whose answers it shows."""
        return (self.tabel,) if self.tabel else tuple(re.findall(r"\{([^{}]*)\}", self.tekst))


class Hoofdstuk(NamedTuple):
    id: str
    titel: str
    kort: tuple[Planregel, ...] = ()
    """What stands in the short plan; without it the chapter is in the whole plan only."""


class Routekaart(NamedTuple):
    titel: str
    ondertitel: str
    inleiding: Prose
    bron: Bron
    fasen: tuple[str, ...]
    """The names of the files of the fasen, in order: `1-opstarten`."""
    stapvragen: tuple[Vraag, ...]
    """The vragen that every stap gets; their ids are the last part only (`status`)."""
    fasevragen: tuple[Vraag, ...]
    """The vragen that every fase gets about itself, in the same way."""
    hoofdstukken: tuple[Hoofdstuk, ...]
    slot: str
    """The last line of every plan."""
    verslag: tuple[Hoofdstuk, ...] = ()
    """The chapters of the report afterwards: what was planned, what came of it, what it cost, whom they reached."""


class Federatie(NamedTuple):
    provincie: str
    provincienaam: str
    """What the intake calls the provincie."""
    naam: str
    site: str
    bron: str
    datum: str
    zekerheid: Zekerheid
    ook: tuple[str, ...] = ()
    """Other names of the provincie."""


class Loket(NamedTuple):
    provincie: str
    naam: str
    tekst: str
    adres: str
    datum: str


class Koepel(NamedTuple):
    naam: str
    email: str
    telefoon: str
    site: str
    jouw_provincie: str
    let_op: str


class Partner(NamedTuple):
    naam: str
    site: str
    helpt_met: str
    bron: str
    datum: str


class Coalitie(NamedTuple):
    naam: str
    site: str
    tekst: Prose
    partners: tuple[Partner, ...] = ()


class Contact(NamedTuple):
    gecontroleerd_op: Isodate
    uitnodiging: str
    """To whom: residents as well as gemeenten."""
    koepel: Koepel
    federaties: tuple[Federatie, ...]
    coalitie: Coalitie
    loketten: tuple[Loket, ...] = ()


class Begrip(NamedTuple):
    """A difficult word, explained in one sentence."""

    id: str
    woord: str
    uitleg: str
    bron: str
    """An address, or `eigen uitleg` when no source was found."""
    zekerheid: Zekerheid = Zekerheid.ZEKER
    ook: tuple[str, ...] = ()
    """Other forms of the word."""

    @property
    def forms(self) -> tuple[str, ...]:
        return (self.woord, *self.ook)


class Regel(NamedTuple):
    """What one types or sees, and what it does."""

    wat: str
    doet: str


class Onderwerp(NamedTuple):
    """A subject of `hulp`: paragraphs, then lines, then a conversation."""

    id: str
    titel: str
    uitleg: Prose
    regels: tuple[Regel, ...] = ()
    gesprek: Annotated[str, "raw"] = ""
    """Line by line, as it looks on a screen."""
