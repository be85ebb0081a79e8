"""What is on a werkblad: the vragen of the intake or of one fase, to fill in on paper or in a file. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from routekaart_cli.domain.in_words import NO, YES, fase_title
from routekaart_cli.domain.routekaart import INGEVULD, Fase, Intake, Keuze, Soort, Vraag
from routekaart_cli.domain.vaste_vragen import STATUS
from routekaart_cli.dutch import enumeration, sentence
from routekaart_cli.dutch.opdrachten import spelled, to_type

_JA_NEE = (Keuze("ja", YES), Keuze("nee", NO))


@dataclass(frozen=True, slots=True)
class Werkvraag:
    """One vraag on paper; also one field of a lijst."""

    id: str
    nummer: int
    """Its place on this werkblad; 0 for a field of a lijst."""
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
class Werkblad:
    """All that a template of the werkblad can use; described in `content/sjablonen/LEESMIJ.md`."""

    titel: str
    opdracht: str
    """What a person types to make this werkblad."""
    doel: str
    uitkomst: str
    delen: tuple[Werkdeel, ...]


def of_intake(intake: Intake) -> Werkblad:
    """Return the werkblad with every vraag of *intake* once."""
    make = _Maker([vraag for part in intake.all_delen for vraag in part.vragen])
    parts = tuple(Werkdeel(part.titel, "", make.vragen(part.vragen), ()) for part in intake.all_delen)
    return Werkblad("De vragen vooraf", spelled(to_type("werkblad")), "", "", parts)


def of_fase(fase: Fase) -> Werkblad:
    """Return the werkblad with every vraag of *fase* once, stap by stap."""
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
    return Werkblad(fase_title(fase), opdracht, fase.doel, sentence(fase.uitkomst), tuple(parts))


def _when_underway(vraag: Vraag) -> bool:
    return any(part.vraag == f"{vraag.stap}.{STATUS}" for part in vraag.als)


class _Maker:
    """Makes the vragen of one werkblad, which refer to each other by number."""

    def __init__(self, vragen: Sequence[Vraag]) -> None:
        self.numbers = {vraag.id: number for number, vraag in enumerate(vragen, 1)}
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
