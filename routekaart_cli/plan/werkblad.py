"""What is on a werkblad: the vragen of the intake or of one fase, to fill in on paper or in a file. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from routekaart_cli.domain.in_words import NO, YES, fase_in_sentence
from routekaart_cli.domain.routekaart import INGEVULD, Fase, Intake, Keuze, Soort, Stap, Status, Vraag
from routekaart_cli.domain.standen import LETTERS
from routekaart_cli.domain.vaste_vragen import STATUS, is_of_every_stap
from routekaart_cli.dutch import enumeration, lowered
from routekaart_cli.dutch.opdrachten import spelled, to_type
from routekaart_cli.plan.records import Blok, Bloksoort, Lezer, PlanHoofdstuk, Stuk

_ROWS = 4
"""How many rows of a lijst fit on paper; more can be written on the back."""
_JA_NEE = (Keuze("ja", YES), Keuze("nee", NO))


@dataclass(frozen=True, slots=True)
class Werkvraag:
    """One vraag on paper; also one field of a lijst."""

    id: str
    nummer: int
    """Its place on this werkblad; 0 for a field of a lijst, and for what every stap has: on paper that is one table."""
    kort: str
    vraag: str
    waarom: str
    voorbeeld: str
    soort: str
    invullen: str
    """What to do, in one sentence."""
    keuzes: tuple[Keuze, ...]
    velden: tuple[Werkvraag, ...]
    alleen_als: str
    """When it is asked, in words; empty for always."""


@dataclass(frozen=True, slots=True)
class Werkdeel:
    """A part of the intake, or one stap."""

    titel: str
    uitleg: str
    vragen: tuple[Werkvraag, ...]
    bij_bezig: tuple[Werkvraag, ...]
    """The vragen that are asked only when the group is working on this stap."""


@dataclass(frozen=True, slots=True)
class Werkblad(Stuk):
    """Its chapters are for paper; its parts hold the same vragen, and those of every stap, for a form."""

    delen: tuple[Werkdeel, ...]


def of_intake(intake: Intake, today: date) -> Werkblad:
    """Return the werkblad with every vraag of *intake* once, made on the day *today*."""
    make = _Maker([vraag for part in intake.all_delen for vraag in part.vragen])
    parts = tuple(Werkdeel(part.titel, "", make.vragen(part.vragen), ()) for part in intake.all_delen)
    return _sheet("de vragen vooraf", spelled(to_type("werkblad")), parts, (), today)


def of_fase(fase: Fase, today: date) -> Werkblad:
    """Return the werkblad with every vraag of *fase* once, stap by stap, made on the day *today*."""
    make = _Maker(fase.vragen)
    parts = []
    for stap in fase.stappen:
        always = [vraag for vraag in stap.vragen if not _when_underway(vraag)]
        underway = [vraag for vraag in stap.vragen if _when_underway(vraag)]
        parts.append(
            Werkdeel(f"{stap.nummer} {stap.titel}", stap.uitleg, make.vragen(always), make.vragen(underway)),
        )
    parts.append(Werkdeel("De fase als geheel", "", make.vragen(fase.eigen_vragen), ()))
    opdracht = spelled(to_type("werkblad", fase.nummer or fase.id))
    return _sheet(fase_in_sentence(fase), opdracht, tuple(parts), fase.stappen, today)


def _sheet(titel: str, opdracht: str, delen: tuple[Werkdeel, ...], stappen: Sequence[Stap], today: date) -> Werkblad:
    """Return the werkblad called *titel*, that *opdracht* makes, with *delen* of which some are about *stappen*."""
    chapters = [PlanHoofdstuk("stappen", "Waar staan jullie?", tuple(_stand(stappen)))] if stappen else []
    for number, deel in enumerate(delen, 1):
        own = tuple(_on_paper(v) for v in (*deel.vragen, *deel.bij_bezig) if v.nummer)
        uitleg = [Blok(Bloksoort.ALINEA, tekst=deel.uitleg)] if deel.uitleg else []
        chapters += [PlanHoofdstuk(f"deel-{number}", deel.titel, (*uitleg, *own))] if own else []
    if stappen:
        notes = Blok(Bloksoort.VRAAG, "Wat willen jullie nog onthouden?", regels=6)
        chapters.append(PlanHoofdstuk("notities", "Notities", (notes,)))
    start = spelled(to_type("start"))
    return Werkblad(
        titel=f"Werkblad: {titel}",
        van="Bespreek elke vraag samen. Nog niet bekend? Schrijf een vraagteken. Een vraag overslaan mag.",
        vragen="",
        waarschuwing="",
        slot=f"Klaar? Typ de antwoorden over met: {start}. Liever in een bestand? {opdracht} --naar antwoorden.yaml",
        datum_iso=today.isoformat(),
        voor=Lezer.IEDEREEN,
        wijk="",
        groep="",
        hoofdstukken=tuple(chapters),
        delen=delen,
    )


def _stand(stappen: Sequence[Stap]) -> Iterator[Blok]:
    """Yield the vragen that every one of *stappen* has, as one table."""
    meaning = (f"{LETTERS[Status(keuze.id)]} = {lowered(keuze.tekst)}" for keuze in stappen[0].vragen[0].keuzes)
    yield Blok(
        Bloksoort.VRAAG,
        "Hoe staat het met elke stap, wie pakt die op, en wanneer is die af?",
        f"Schrijf bij Stand: {', '.join(meaning)}. Een stap die nog niet begonnen is, kunnen jullie hierna overslaan.",
        kolommen=("Stap", "Stand", "Wie", "Wanneer"),
        rijen=tuple((f"{stap.nummer} {stap.titel}", "", "", "") for stap in stappen),
    )


def _on_paper(vraag: Werkvraag) -> Blok:
    """Return *vraag* with room for its answer."""
    lijst = [f"Bij {veld.kort}: {' / '.join(k.tekst for k in veld.keuzes)}." for veld in vraag.velden if veld.keuzes]
    more = "Meer antwoorden mag." if vraag.soort == Soort.MEERKEUZE else ""
    empty = tuple("" for _ in vraag.velden)
    return Blok(
        Bloksoort.VRAAG,
        f"{vraag.nummer}. {vraag.vraag}",
        " ".join(part for part in (vraag.alleen_als, vraag.waarom.strip(), more, *lijst) if part),
        punten=tuple(f"{k.tekst} (alleen dit)" if k.alleen else k.tekst for k in vraag.keuzes),
        kolommen=tuple(veld.kort for veld in vraag.velden),
        rijen=(empty,) * _ROWS if empty else (),
        regels=0 if vraag.keuzes or vraag.velden else 4 if vraag.soort == Soort.LANGE_TEKST else 1,
    )


def _when_underway(vraag: Vraag) -> bool:
    return any(part.vraag == f"{vraag.stap}.{STATUS}" for part in vraag.als)


class _Maker:
    """Makes the vragen of one werkblad, which refer to each other by number."""

    def __init__(self, vragen: Sequence[Vraag]) -> None:
        own = [vraag.id for vraag in vragen if not is_of_every_stap(vraag)]
        self.numbers = {vraag_id: number for number, vraag_id in enumerate(own, 1)}
        self.by_id = {vraag.id: vraag for vraag in vragen}

    def vragen(self, vragen: Sequence[Vraag]) -> tuple[Werkvraag, ...]:
        return tuple(self._vraag(vraag) for vraag in vragen)

    def _vraag(self, vraag: Vraag) -> Werkvraag:
        return Werkvraag(
            id=vraag.id,
            nummer=self.numbers.get(vraag.id, 0),
            kort=vraag.kort,
            vraag=vraag.vraag,
            waarom=vraag.waarom,
            voorbeeld=vraag.voorbeeld,
            soort=vraag.soort.value,
            invullen=(
                {
                    "tekst": "Schrijf een korte tekst.",
                    "lange-tekst": "Schrijf zoveel als jullie willen.",
                    "ja-nee": "Kies ja of nee.",
                    "keuze": "Kies er één.",
                    "meerkeuze": "Kies er één of meer.",
                    "getal": "Schrijf een getal.",
                    "bedrag": "Schrijf een bedrag in euro's.",
                    "datum": "Schrijf een datum, zoals 31-1-2027.",
                    "lijst": "Gebruik voor elk deel van de lijst een nieuwe regel.",
                }
            )[vraag.soort],
            keuzes=_keuzes(vraag),
            velden=self.vragen(vraag.velden),
            alleen_als=self._only_if(vraag),
        )

    def _only_if(self, vraag: Vraag) -> str:
        """Return in words when *vraag* is asked, beside the status of its stap; the shortest way to say it."""
        parts = []
        for voorwaarde in vraag.als:
            if voorwaarde.vraag == f"{vraag.stap}.{STATUS}":
                continue
            earlier = self.by_id[voorwaarde.vraag]
            if voorwaarde.waarden == (INGEVULD,):
                parts.append(f"bij vraag {self.numbers[earlier.id]} ({earlier.kort}) iets invulden")
                continue
            these = [keuze.tekst for keuze in _keuzes(earlier) if keuze.id in voorwaarde.waarden]
            not_these = [keuze.tekst for keuze in _keuzes(earlier) if keuze.id not in voorwaarde.waarden]
            different = len(not_these) < len(these)
            parts.append(
                _at_vraag(
                    self.numbers[earlier.id], earlier.kort, not_these if different else these, different=different
                )
            )
        return f"Alleen als jullie {' en '.join(parts)}." if parts else ""


def _keuzes(vraag: Vraag) -> tuple[Keuze, ...]:
    return _JA_NEE if vraag.soort is Soort.JA_NEE else vraag.keuzes


def _at_vraag(number: int, short: str, keuzes: list[str], *, different: bool) -> str:
    """Return that one of *keuzes* was chosen at an earlier vraag, or with *different* something else than those."""
    what = enumeration([f"'{keuze}'" for keuze in keuzes], "of")
    if not different:
        choice = f"kozen voor {what}"
    else:
        choice = f"iets anders kozen dan {what}" if keuzes else "een keuze maakten"
    return f"bij vraag {number} ({short}) {choice}"
