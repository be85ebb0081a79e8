"""Many groups as one table: where each is, who is late, who is silent. Pure, and without what people are called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, NamedTuple

from routekaart_cli.domain.antwoorden import Project, text_of
from routekaart_cli.domain.in_words import fase_name
from routekaart_cli.domain.routekaart import OptionalIsodate
from routekaart_cli.domain.vaste_vragen import GEMEENTE, PROVINCIE, WIJK
from routekaart_cli.domain.voortgang import Overzicht, Reden
from routekaart_cli.dutch import dates, plural, without_accents
from routekaart_cli.plan.records import Blok, Bloksoort, Lezer, PlanHoofdstuk, Stuk
from routekaart_cli.project.projecten import Unread

UNKNOWN = "Onbekend"


class Groep(NamedTuple):
    """Where one group is. What is not known is empty."""

    wijk: str
    gemeente: str
    provincie: str
    fase: str
    """The id of the fase it works on."""
    fasenaam: str
    stap: str
    """The number of the next stap."""
    stapnaam: str
    wanneer: OptionalIsodate
    """When that should be done."""
    te_laat: int
    """How many stappen should have been done."""
    open_punten: int
    onbeantwoord: int
    """How many questions the gemeente did not answer in time."""
    gewijzigd: OptionalIsodate
    """The day of the last change."""
    dagen_stil: int | None
    """How many days that is ago; None when nothing says it."""
    bestand: str
    """The project file, below the folder that was named."""


def of_project(stand: Overzicht, project: Project, provincies: Mapping[str, str], bestand: str, today: date) -> Groep:
    """Return the row of a *project* of which *stand* says where it is; *provincies* are their names by id."""
    texts = {id_: text_of(stand.antwoorden.get(id_)) for id_ in (WIJK, GEMEENTE, PROVINCIE)}
    actie = next(iter(stand.acties), None)
    days = sorted({antwoord.gewijzigd[:10] for antwoord in project.antwoorden.values()}, reverse=True)
    changed = next((day for text in days if (day := dates.stored(text))), None)
    due = dates.stored(actie.wanneer) if actie else None
    return Groep(
        wijk=texts[WIJK],
        gemeente=texts[GEMEENTE],
        provincie=provincies.get(texts[PROVINCIE], texts[PROVINCIE]),
        fase=stand.huidig.id,
        fasenaam=fase_name(stand.huidig),
        stap=actie.stap.nummer if actie else "",
        stapnaam=actie.stap.titel if actie else "",
        wanneer=due.isoformat() if due else "",
        te_laat=sum(actie.reden is Reden.DATUM_VOORBIJ for actie in stand.acties),
        open_punten=len(stand.open_punten),
        onbeantwoord=len(stand.onbeantwoord),
        gewijzigd=changed.isoformat() if changed else "",
        dagen_stil=max(0, (today - changed).days) if changed else None,
        bestand=bestand,
    )


class Filter(NamedTuple):
    """Which groups somebody wants to see; what is empty leaves none out."""

    gemeente: str = ""
    fase: str = ""
    te_laat: bool = False
    stil: int = 0

    def fits(self, groep: Groep) -> bool:
        return (
            (not self.gemeente or without_accents(self.gemeente) == without_accents(groep.gemeente))
            and (not self.fase or self.fase == groep.fase)
            and (not self.te_laat or groep.te_laat > 0)
            and (groep.dagen_stil is None or groep.dagen_stil >= self.stil)
        )


class Telling(NamedTuple):
    naam: str
    groepen: int


@dataclass(frozen=True, slots=True)
class Verzameling:
    """The groups that were found, in order: first who is late, then who has been silent longest."""

    groepen: tuple[Groep, ...]
    onleesbaar: tuple[Unread, ...]
    fasen: tuple[Telling, ...]
    provincies: tuple[Telling, ...]
    datum_iso: str

    KOLOMMEN: ClassVar = (
        "Wijk", "Gemeente", "Provincie", "Fase", "Volgende stap", "Klaar op", "Te laat", "Open punten",
        "Gemeente antwoordt niet", "Laatst gewijzigd", "Dagen stil", "Bestand",
    )  # fmt: skip

    @property
    def titel(self) -> str:
        return f"Overzicht van {plural(len(self.groepen), 'groep', 'groepen')}"

    @property
    def rijen(self) -> list[tuple[str | int, ...]]:
        """The groups as rows of a table, below `KOLOMMEN`."""
        return [
            (
                g.wijk, g.gemeente, g.provincie, g.fasenaam, f"{g.stap} {g.stapnaam}".strip(), g.wanneer, g.te_laat,
                g.open_punten, g.onbeantwoord, g.gewijzigd, "" if g.dagen_stil is None else g.dagen_stil, g.bestand,
            )
            for g in self.groepen
        ]  # fmt: skip

    @property
    def tabellen(self) -> list[tuple[str, tuple[str, ...], list[tuple[str | int, ...]]]]:
        """Each table with its name and columns; what could not be read only when there is any."""
        unread: list[tuple[str, tuple[str, ...], list[tuple[str | int, ...]]]] = [
            ("Niet gelezen", ("Bestand", "Waarom"), [tuple(one) for one in self.onleesbaar])
        ]
        return [
            ("Groepen", self.KOLOMMEN, self.rijen),
            ("Per provincie", ("Provincie", "Groepen"), [tuple(one) for one in self.provincies]),
            ("Per fase", ("Fase", "Groepen"), [tuple(one) for one in self.fasen]),
            *(unread if self.onleesbaar else []),
        ]

    @property
    def records(self) -> Mapping[str, tuple[type, Sequence[tuple[object, ...]]]]:
        """The tables of a database."""
        return {"groepen": (Groep, self.groepen), "onleesbaar": (Unread, self.onleesbaar)}

    @property
    def stuk(self) -> Stuk:
        """The same as a document."""
        return Stuk(
            titel=self.titel, van=f"gemaakt op {dates.day_in_words(self.datum_iso)}", vragen="", waarschuwing="",
            slot="", datum_iso=self.datum_iso, voor=Lezer.ONS, wijk="", groep="",
            hoofdstukken=tuple(
                PlanHoofdstuk(
                    without_accents(naam).replace(" ", "-"), naam,
                    (Blok(Bloksoort.TABEL, kolommen=kolommen, rijen=tuple(tuple(map(str, rij)) for rij in rijen)),),
                )
                for naam, kolommen, rijen in self.tabellen
            ),
        )  # fmt: skip


def collect(groepen: Sequence[Groep], onleesbaar: Sequence[Unread], fasen: Sequence[str], today: date) -> Verzameling:
    """Return *groepen* in order, with how many work on each of *fasen* (their names) and how many a provincie has."""

    def order(groep: Groep) -> tuple[bool, bool, int, str, str]:
        return not groep.te_laat, groep.dagen_stil is not None, -(groep.dagen_stil or 0), groep.wijk, groep.bestand

    ordered = sorted(groepen, key=order)
    by_fase = Counter(groep.fasenaam for groep in groepen)
    by_provincie = Counter(groep.provincie or UNKNOWN for groep in groepen)
    return Verzameling(
        groepen=tuple(ordered),
        onleesbaar=tuple(onleesbaar),
        fasen=tuple(Telling(naam, by_fase[naam]) for naam in fasen if by_fase[naam]),
        provincies=tuple(Telling(*one) for one in sorted(by_provincie.items(), key=lambda one: (-one[1], one[0]))),
        datum_iso=today.isoformat(),
    )
