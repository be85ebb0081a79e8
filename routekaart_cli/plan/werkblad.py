"""What is on a werkblad: the vragen of the intake or of one fase, to fill in on paper or in a file. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from routekaart_cli.domain.in_words import JA, NEE, fase_titel
from routekaart_cli.domain.routekaart import Fase, Intake, Keuze, Soort, Vraag
from routekaart_cli.dutch import enumeration, sentence

_JA_NEE = (Keuze("ja", JA), Keuze("nee", NEE))


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


def van_intake(intake: Intake) -> Werkblad:
    """Return the werkblad with every vraag of *intake* once."""
    maak = _Maker(intake.vragen)
    delen = tuple(Werkdeel(deel.titel, "", maak.vragen(deel.vragen), ()) for deel in intake.delen)
    return Werkblad("De vragen vooraf", "routekaart werkblad", "", "", delen)


def van_fase(fase: Fase) -> Werkblad:
    """Return the werkblad with every vraag of *fase* once, stap by stap."""
    maak = _Maker(fase.vragen)
    delen = []
    for stap in fase.stappen:
        altijd = [vraag for vraag in stap.vragen if not _bij_bezig(vraag)]
        bezig = [vraag for vraag in stap.vragen if _bij_bezig(vraag)]
        delen.append(
            Werkdeel(f"{stap.nummer} {stap.titel}", stap.uitleg, maak.vragen(altijd), maak.vragen(bezig)),
        )
    titel = fase_titel(fase.nummer, fase.titel)
    return Werkblad(
        titel, f"routekaart werkblad {fase.nummer or fase.id}", fase.doel, sentence(fase.uitkomst), tuple(delen)
    )


def _bij_bezig(vraag: Vraag) -> bool:
    return any(deel.vraag == f"{vraag.stap}.status" for deel in vraag.als)


class _Maker:
    """Makes the vragen of one werkblad, which refer to each other by number."""

    def __init__(self, vragen: Sequence[Vraag]) -> None:
        self.nummers = {vraag.id: nummer for nummer, vraag in enumerate(vragen, 1)}
        self.op_id = {vraag.id: vraag for vraag in vragen}

    def vragen(self, vragen: Sequence[Vraag]) -> tuple[Werkvraag, ...]:
        return tuple(self._vraag(vraag) for vraag in vragen)

    def _vraag(self, vraag: Vraag) -> Werkvraag:
        return Werkvraag(
            id=vraag.id,
            nummer=self.nummers.get(vraag.id, 0),
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
                    "datum": "Schrijf een datum, zoals 31-1-2027.",
                    "lijst": "Gebruik voor elk deel van de lijst een nieuwe regel.",
                }
            )[vraag.soort],
            keuzes=_keuzes(vraag),
            velden=self.vragen(vraag.velden),
            alleen_als=self._alleen_als(vraag),
        )

    def _alleen_als(self, vraag: Vraag) -> str:
        """Return in words when *vraag* is asked, beside the status of its stap; the shortest way to say it."""
        delen = []
        for voorwaarde in vraag.als:
            if voorwaarde.vraag == f"{vraag.stap}.status":
                continue
            eerder = self.op_id[voorwaarde.vraag]
            wel = [keuze.tekst for keuze in _keuzes(eerder) if keuze.id in voorwaarde.waarden]
            niet = [keuze.tekst for keuze in _keuzes(eerder) if keuze.id not in voorwaarde.waarden]
            anders = len(niet) < len(wel)
            delen.append(_bij_vraag(self.nummers[eerder.id], eerder.kort, niet if anders else wel, anders=anders))
        return f"Alleen als jullie {' en '.join(delen)}." if delen else ""


def _keuzes(vraag: Vraag) -> tuple[Keuze, ...]:
    return _JA_NEE if vraag.soort is Soort.JA_NEE else vraag.keuzes


def _bij_vraag(nummer: int, kort: str, keuzes: list[str], *, anders: bool) -> str:
    """Return that one of *keuzes* was chosen at an earlier vraag, or with *anders* something else than those."""
    wat = enumeration([f"'{keuze}'" for keuze in keuzes], "of")
    if not anders:
        keus = f"kozen voor {wat}"
    else:
        keus = f"iets anders kozen dan {wat}" if keuzes else "een keuze maakten"
    return f"bij vraag {nummer} ({kort}) {keus}"
