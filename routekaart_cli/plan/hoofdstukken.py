"""The chapters of the plan: the short ones as `routekaart.yaml` lays them down, then all else that the group wrote."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from routekaart_cli.domain.antwoorden import Antwoorden, Stand
from routekaart_cli.domain.in_words import records
from routekaart_cli.domain.routekaart import Fase, Hoofdstuk, Planregel, Soort, Toont, Vraag
from routekaart_cli.domain.vaste_vragen import is_of_every_stap
from routekaart_cli.dutch import capitalized, enumeration, lowered, sentence
from routekaart_cli.dutch.dates import day_in_words
from routekaart_cli.plan import kalender
from routekaart_cli.plan.records import (
    Blok,
    Bloksoort,
    Lezer,
    OpenPunt,
    PlanActie,
    PlanDatum,
    PlanFase,
    PlanHoofdstuk,
    PlanStap,
)
from routekaart_cli.plan.velden import FURTHER, MOST_ROWS, blok, given, in_sentence, shortened, table

UITKOMST = "uitkomst"
"""The last part of the id of what came out of a fase."""
MOST_ACTIES = 8
_PLACE = re.compile(r"\{([^{}]*)\}")
_AGREED = "nog af te spreken"


@dataclass(frozen=True, slots=True)
class Material:
    """What the chapters are made of, and how much of it goes in."""

    voor: Lezer
    volledig: bool
    vragen: Mapping[str, Vraag]
    antwoorden: Antwoorden
    fasen: Sequence[PlanFase]
    acties: Sequence[PlanActie]
    datums: Sequence[PlanDatum]
    open_punten: Sequence[OpenPunt]
    today: date
    cut: list[str] = field(default_factory=list)
    """The labels of what stands in it for a part only."""


def hoofdstukken(
    all_of_them: Sequence[Hoofdstuk], fasen: Sequence[Fase], material: Material
) -> Iterator[PlanHoofdstuk]:
    """Yield the chapters with something in them, in their order; the stappen, which have no chapter, come last."""
    shown = _shown(all_of_them, material.vragen)
    for hoofdstuk in all_of_them:
        blokken = list(_short(hoofdstuk, material, shown))
        if material.volledig:
            blokken += _rest(hoofdstuk.id, material, shown)
        if blokken:
            yield PlanHoofdstuk(hoofdstuk.id, hoofdstuk.titel, tuple(blokken))
    if material.volledig and (stappen := tuple(_stappen(fasen, material))):
        yield PlanHoofdstuk("stappen", "De stappen, fase voor fase", stappen)


def left_out(all_of_them: Sequence[Hoofdstuk], material: Material) -> Iterator[str]:
    """Yield the chapters of the whole plan that are not in this one, each with how many answers it has."""
    if material.volledig:
        return
    shown = _shown(all_of_them, material.vragen)
    for hoofdstuk in all_of_them:
        if amount := len(list(_rest(hoofdstuk.id, material, shown))):
            yield f"{hoofdstuk.titel} ({amount})"


def _shown(all_of_them: Sequence[Hoofdstuk], vragen: Mapping[str, Vraag]) -> set[str]:
    """Return the ids of the vragen whose answers have a place in the short plan; a lijst that is counted has none."""
    regels = [regel for hoofdstuk in all_of_them for regel in hoofdstuk.kort]
    counted = {name for regel in regels if regel.tekst for name in regel.vragen if vragen[name].soort is Soort.LIJST}
    return {name for regel in regels for name in regel.vragen} - (counted - {regel.tabel for regel in regels})


def _short(hoofdstuk: Hoofdstuk, material: Material, shown: set[str]) -> Iterator[Blok]:
    """Yield the blocks of *hoofdstuk* in the short plan; sentences that follow each other are one alinea."""
    zinnen: list[str] = []
    for regel in hoofdstuk.kort:
        zin = _zin(regel, material)
        if zin and not regel.nadruk and "\n" not in zin:
            zinnen.append(zin)
        elif zin or not regel.tekst:
            if zinnen:
                yield Blok(Bloksoort.ALINEA, tekst=" ".join(zinnen))
            zinnen = []
            yield from [Blok(Bloksoort.NADRUK if regel.nadruk else Bloksoort.ALINEA, tekst=zin)] if zin else ()
            yield from _tabel(regel, material)
            yield from _made(regel.toont, material, shown)
    if zinnen:
        yield Blok(Bloksoort.ALINEA, tekst=" ".join(zinnen))


def _zin(regel: Planregel, material: Material) -> str:
    """Return the sentence of *regel* filled in; empty when it has none, or an answer that it names was not given."""
    answers = {name: given(name, material.antwoorden) for name in regel.vragen}
    if not regel.tekst or not all(answers.values()):
        return ""

    def fill(found: re.Match[str]) -> str:
        vraag, antwoord = material.vragen[found[1]], answers[found[1]]
        text = in_sentence(vraag, antwoord.waarde) if antwoord else ""
        text = capitalized(text) if vraag.keuzes and not found.start() else text
        if vraag.soort is Soort.LANGE_TEKST and material.volledig:
            return text.strip()
        short = shortened(text)
        material.cut.extend([vraag.kort] if short.endswith(FURTHER) else [])
        return short

    return sentence(_PLACE.sub(fill, regel.tekst))


def _tabel(regel: Planregel, material: Material) -> Iterator[Blok]:
    vraag, antwoord = material.vragen.get(regel.tabel), given(regel.tabel, material.antwoorden)
    if not vraag or not antwoord:
        return
    rows = records(vraag, antwoord.waarde)
    some = rows if material.volledig else rows[:MOST_ROWS]
    material.cut.extend([vraag.kort] if len(some) < len(rows) else [])
    others = [veld.id for veld in vraag.velden if material.volledig and any(row.get(veld.id) for row in rows)]
    if some:
        yield table(vraag, some, tuple(dict.fromkeys((*regel.kolommen, *others))))


def _made(toont: Toont, material: Material, shown: set[str]) -> Iterator[Blok]:
    """Yield what routekaart makes of the answers."""
    match toont:
        case Toont.FASEN:
            numbered = tuple(fase for fase in material.fasen if fase.nummer)
            yield Blok(Bloksoort.FASEN, punten=tuple(_fasen_in_words(material)), fasen=numbered)
        case Toont.ACTIES:
            yield from _acties(material)
        case Toont.PLANNING:
            yield from _planning(material, shown)
        case Toont.STAPPEN:
            yield from _planned(material)
        case Toont.OPEN:
            points = [_open_in_words(punt, material) for punt in material.open_punten if punt.hoe_id != Stand.LEEG]
            some = points if material.volledig else points[:MOST_ROWS]
            material.cut.extend(["Wat nog open is"] if len(some) < len(points) else [])
            if some:
                yield Blok(Bloksoort.LIJST, punten=tuple(some))


def _fasen_in_words(material: Material) -> Iterator[str]:
    numbered = [fase for fase in material.fasen if fase.nummer]
    begun = [fase for fase in material.fasen if fase.klaar or fase.bezig or fase.huidig]
    for fase in (fase for fase in numbered if fase in begun):
        new = "hier beginnen we" if fase.huidig and not fase.klaar and not fase.bezig else fase.in_woorden
        outcome = given(f"{fase.id}.{UITKOMST}", material.antwoorden)
        text = sentence(shortened(str(outcome.waarde))) if outcome else ""
        yield f"Fase {fase.nummer}, {fase.titel}: {new}. {text}".rstrip()
    if later := [str(fase.nummer) for fase in numbered if fase not in begun]:
        yield f"Fase {enumeration(later)}: nog niet begonnen."
    yield from (f"Met de gemeente: {fase.in_woorden}." for fase in begun if not fase.nummer)


def _acties(material: Material) -> Iterator[Blok]:
    agreed = [actie for actie in material.acties if actie.wie or actie.wanneer or actie.reden_id == "bezig"]
    if acties := (agreed or list(material.acties[:1]))[:MOST_ACTIES]:
        who = material.voor is not Lezer.IEDEREEN
        rows = ((actie.werk, actie.wie or _AGREED, _when(actie)) for actie in acties)
        yield Blok(
            Bloksoort.TABEL,
            kolommen=("Wat", "Wie", "Wanneer") if who else ("Wat", "Wanneer"),
            rijen=tuple(row if who else (row[0], row[2]) for row in rows),
        )


def _planned(material: Material) -> Iterator[Blok]:
    begun = [stap for fase in material.fasen for stap in fase.stappen if stap.nodig and _is_planned(stap)]
    if begun:
        rows = tuple((stap.werk, day_in_words(stap.wanneer_iso or stap.wanneer), stap.status) for stap in begun)
        yield Blok(Bloksoort.TABEL, kolommen=("Wat", "Gepland", "Hoe het staat"), rijen=rows)


def _is_planned(stap: PlanStap) -> bool:
    return bool(stap.wanneer) or stap.status_id != "niet-begonnen"


def _when(actie: PlanActie) -> str:
    day = day_in_words(actie.wanneer_iso or actie.wanneer)
    return f"nieuwe datum volgt (was {day})" if actie.te_laat else day or _AGREED


def _planning(material: Material, shown: set[str]) -> Iterator[Blok]:
    """Yield the line of time: what is agreed on for a day to come and what others plan; no day of another table."""
    moments = kalender.moments(material.datums, material.vragen, material.antwoorden, material.today, shown)
    if moments:
        who = material.voor is not Lezer.IEDEREEN and any(moment.wie for moment in moments)
        yield Blok(
            Bloksoort.TIJDLIJN,
            kolommen=("Wanneer", "Wat", "Wie") if who else ("Wanneer", "Wat"),
            rijen=tuple((m.wanneer, m.wat, m.wie) if who else (m.wanneer, m.wat) for m in moments),
            plekken=kalender.places(moments, material.today),
        )


def _open_in_words(punt: OpenPunt, material: Material) -> str:
    vraag = material.vragen[punt.id]
    name = punt.kort
    if is_of_every_stap(vraag):
        stap = next(stap for fase in material.fasen for stap in fase.stappen if stap.id == punt.stap)
        name = f"{stap.werk}, {lowered(name)}"
    match punt.hoe_id:
        case Stand.ONEENS:
            sides = [_side(mening.tekst, mening.door) for mening in punt.meningen]
            short = all(len(side) < 90 for side in sides)
            return (
                f"{name}: {', of '.join(sides)}. Wij zijn het daarover nog niet eens."
                if short
                else (f"{name}. Wij zijn het daarover nog niet eens.")
            )
        case Stand.LATER:
            return f"{name}: dat zoeken we uit."
    return f"{name}: dat weten we nog niet."


def _side(text: str, door: str) -> str:
    words = lowered(" ".join(text.split())).rstrip(".")
    return f"{words} ({door})" if door else words


def _rest(hoofdstuk: str, material: Material, shown: set[str]) -> Iterator[Blok]:
    """Yield what else the group wrote that belongs in the chapter with the id *hoofdstuk*."""
    for vraag in material.vragen.values():
        antwoord = given(vraag.id, material.antwoorden)
        if antwoord and vraag.hoofdstuk == hoofdstuk and vraag.id not in shown:
            yield blok(vraag, antwoord)


def _stappen(fasen: Sequence[Fase], material: Material) -> Iterator[Blok]:
    """Yield the stappen of which the group wrote something: how it stands, what has no chapter, the notitie."""
    of_id = {stap.id: stap for fase in material.fasen for stap in fase.stappen}
    for fase in fasen:
        for stap in fase.stappen:
            own = [
                blok(vraag, antwoord)
                for vraag in stap.vragen
                if not vraag.hoofdstuk and not is_of_every_stap(vraag)
                if (antwoord := given(vraag.id, material.antwoorden))
            ]
            made = of_id[stap.id]
            if own or made.wie or made.wanneer or made.notitie or made.status_id != "niet-begonnen":
                yield Blok(Bloksoort.KOP, f"{made.nummer} {made.titel}")
                yield Blok(Bloksoort.ALINEA, tekst=_stap_in_words(made))
                yield from own
                yield from [Blok(Bloksoort.ALINEA, tekst=made.notitie)] if made.notitie else ()


def _stap_in_words(stap: PlanStap) -> str:
    when = f"{'Datum' if stap.klaar else 'Af op'}: {stap.wanneer}" if stap.wanneer else ""
    parts = (capitalized(stap.status), f"Wie: {stap.wie}" if stap.wie else "", when)
    return " ".join(sentence(part) for part in parts if part)
