"""The pages about the project file itself: is it sound, what did a merge do, which copies are there. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from routekaart_cli.domain.antwoorden import Antwoord, Antwoorden, Moment, Wijziging
from routekaart_cli.domain.in_words import fase_title, in_words, stap_name
from routekaart_cli.domain.routekaart import Deel, Fase, Stap, Vraag
from routekaart_cli.dutch import lowered, plural, sentence
from routekaart_cli.dutch.dates import moment_in_words
from routekaart_cli.dutch.opdrachten import to_type
from routekaart_cli.pages.blocks import FURTHER, NOT_YET, Block, Heading, Item, Opdracht, Page, Paragraph
from routekaart_cli.project.controle import Controle
from routekaart_cli.project.samenvoeging import Herkomst, Samenvoeging

MOST = 5
"""So many of a kind are named; the rest is counted, so that it stays one screen."""


def controle(seen: Controle, file: str, count: int, beside: Sequence[str]) -> Page:
    """Is the file called *file*, with *count* answers, sound, what is missing, and which copies are *beside* it."""
    blocks: list[Block] = [Heading("Controle van jullie project", 1)]
    blocks.append(
        Paragraph(f"{file} is te lezen. Er {'staat' if count == 1 else 'staan'} {_count_antwoorden(count)} in.")
    )
    if seen.nieuwer:
        blocks.append(
            Paragraph(
                "Dit bestand is van een nieuwere routekaart. Je kunt het hier alleen bekijken. Werk routekaart bij.",
                let_op=True,
            )
        )
    groups = (
        (
            ("Past niet bij de vraag", "Deze antwoorden staan wel in het bestand, maar kloppen niet."),
            [(part.vraag.kort, part.reden, part.vraag.id) for part in seen.past_niet],
        ),
        (
            ("Nog niet eens", "Alle meningen zijn bewaard. Kies samen, of zet het op de agenda."),
            [(vraag.kort, "", vraag.id) for vraag in seen.oneens],
        ),
        (
            ("Nog open", "Deze antwoorden heb je nodig voor een goed gesprek met de gemeente."),
            [(vraag.kort, "", vraag.id) for vraag in seen.open_punten],
        ),
        (
            ("Vraag bestaat niet meer", "De antwoorden blijven in het bestand. Ze staan niet in het plan."),
            [(name, "", "") for name in seen.weg],
        ),
        (
            ("Onbekend in het bestand", "Routekaart kent dit niet en laat het staan."),
            [(name, "", "") for name in seen.unknown],
        ),
        (
            ("Kopie naast jullie bestand", "Misschien staan er antwoorden in die jullie missen."),
            [(name, "", "") for name in beside],
        ),
    )
    for (title, explanation), items in groups:
        if items:
            blocks += [Heading(f"{title}: {len(items)}"), Paragraph(explanation)]
            blocks += [Item(name, behind=reden, emphasis=False) for name, reden, _ in items[:MOST]]
            if items[MOST:]:
                blocks.append(Paragraph(f"En nog {len(items) - MOST}."))
    if seen.geparkeerd:
        blocks.append(Paragraph(_parked(len(seen.geparkeerd))))
    blocks.append(
        Paragraph(
            "Er ontbreekt niets. Dit plan kan naar de gemeente."
            if seen.complete
            else "Het plan is nog niet compleet. Exporteren kan wel: wat open is, staat erin als open punt."
        )
    )
    blocks.append(Heading(FURTHER))
    first = [vraag.id for vraag in (*(part.vraag for part in seen.past_niet), *seen.oneens, *seen.open_punten)]
    if first:
        blocks.append(Opdracht(to_type("nakijken", first[0]), "het eerste punt oplossen"))
    if beside:
        blocks.append(Opdracht(to_type("start"), "de kopie samenvoegen"))
    blocks.append(Opdracht(to_type("export"), "het actieplan maken"))
    return tuple(blocks)


def samenvoeging(
    merged: Samenvoeging, vragen: Mapping[str, Vraag], ours: str, theirs: str, *, changed: bool = True
) -> Page:
    """What a merge of the files called *ours* and *theirs* took from where, and whether *ours* was changed by it."""
    blocks: list[Block] = [Heading("Samengevoegd", 1)]
    if not merged.herkomst:
        return (*blocks, Paragraph("De bestanden zeggen hetzelfde. Er is niets veranderd."))
    for herkomst, title in (
        (Herkomst.DISAGREED, "In allebei anders: jullie meningen staan naast elkaar"),
        (Herkomst.THEIRS, _out_of(theirs)),
        (Herkomst.BOTH, "Uit allebei samen"),
        (Herkomst.OURS, _out_of(ours)),
    ):
        if ids := merged.ids_from(herkomst):
            blocks.append(Heading(title))
            for vraag_id in ids:
                antwoord = merged.project.antwoorden.get(vraag_id)
                text = in_words(vragen[vraag_id], antwoord) if antwoord else "weggehaald"
                earlier = merged.displaced.get(vraag_id)
                paragraphs = (f"In plaats van: {in_words(vragen[vraag_id], earlier)}",) if earlier else ()
                blocks.append(Item(vragen[vraag_id].kort, behind=text, emphasis=False, alineas=paragraphs))
    if not changed:
        why = (
            "wat anders was, is bij jullie later veranderd" if merged.displaced else "alles stond al in jullie bestand"
        )
        return (*blocks, Paragraph(f"Er is niets veranderd: {why}."))
    blocks.append(Heading(FURTHER))
    if oneens := merged.ids_from(Herkomst.DISAGREED):
        blocks.append(Opdracht(to_type("nakijken", oneens[0]), "samen kiezen uit de meningen"))
    blocks.append(Opdracht(to_type("terugdraaien"), "het samenvoegen ongedaan maken"))
    return tuple(blocks)


def vergeten(name: str, difference: Wijziging, vragen: Mapping[str, tuple[Vraag, str]]) -> Page:
    """Where *name* stands, and what is left there without it."""
    blocks: list[Block] = [Heading(f"Hier staat {name}", 1)]
    for vraag_id, old in difference.oud.items():
        vraag, stap = vragen[vraag_id]
        title = f"Stap {stap}, {vraag.kort}" if stap else vraag.kort
        before, after = (_in_words(vraag, antwoord) for antwoord in (old, difference.nieuw.get(vraag_id)))
        blocks.append(Item(title, alineas=(f"Nu: {before}", f"Dan: {after}"), emphasis=False))
    return tuple(blocks)


class Sessieregel(NamedTuple):
    """What is said of the copy of an earlier session."""

    nummer: int
    moment: Moment
    antwoorden: int | None
    """How many there are; None when it cannot be read."""
    anders: int | None
    """How many are not as they are now; None when that cannot be told."""


def sessies(lines: Sequence[Sessieregel]) -> Page:
    """The copies of earlier sessions."""
    blocks: list[Block] = [
        Heading("Kopieën van jullie laatste avonden", 1),
        Paragraph("De nieuwste staat bovenaan. Terugzetten kun je altijd weer ongedaan maken."),
    ]
    for number, wanneer, antwoorden, different in lines:
        what = "niet te lezen" if antwoorden is None else _sessie_difference(antwoorden, different)
        blocks.append(
            Item(moment_in_words(wanneer) if wanneer else what, mark=f"{number}.", behind=what if wanneer else "")
        )
    first = next((number for number, _, antwoorden, different in lines if antwoorden and different != 0), lines[0][0])
    return (
        *blocks,
        Heading(FURTHER),
        Opdracht(to_type("terugdraaien", "--sessie", first), "zien wat er dan verandert, en terugzetten"),
    )


def sessie(difference: Wijziging, vragen: Mapping[str, Vraag], number: str) -> Page:
    """What putting back copy *number* changes."""
    blocks: list[Block] = [Heading(f"Kopie {number}: dit verandert er", 1)]
    for name, old in difference.oud.items():
        before, after = (_in_words(vragen[name], antwoord) for antwoord in (old, difference.nieuw[name]))
        blocks.append(Item(vragen[name].kort, alineas=(f"Nu: {before}", f"Dan: {after}")))
    return tuple(blocks)


def _in_words(vraag: Vraag, antwoord: Antwoord | None) -> str:
    return in_words(vraag, antwoord) if antwoord else NOT_YET


def _sessie_difference(antwoorden: int, different: int | None) -> str:
    total = plural(antwoorden, "antwoord", "antwoorden")
    if different is None:
        return total
    return f"{total}, {different} anders dan nu" if different else f"{total}, zoals het nu is"


def _parked(how_many: int) -> str:
    return f"Verder {'geldt' if how_many == 1 else 'gelden'} {_count_antwoorden(how_many)} nu niet. Ze blijven bewaard."


def _count_antwoorden(how_many: int) -> str:
    return plural(how_many, "antwoord", "antwoorden")


def _out_of(file: str) -> str:
    return f"Uit {file}"


Vragen = Mapping[str, tuple[Vraag, str]]
"""By id: a vraag, and the number of its stap or nothing."""

MOST_ANTWOORDEN = 10
KORT = 60


def nakijken(parts: Sequence[Deel], fasen: Sequence[Fase], antwoorden: Antwoorden) -> Page:
    """Every answer under its part and its stap (of *fasen*), as a short statement with a number to change it by."""
    stappen = {stap.id: f"{stap.nummer} {stap.titel}" for fase in fasen for stap in fase.stappen}
    blocks: list[Block] = [Heading("Jullie antwoorden", 1)]
    number = 0
    stap = ""
    for part in parts:
        blocks.append(Heading(part.titel))
        for vraag in part.vragen:
            number += 1
            if vraag.stap and vraag.stap != stap:
                stap = vraag.stap
                blocks.append(Heading(stappen[stap], 3))
            text = _in_words(vraag, antwoorden.get(vraag.id))
            blocks.append(Item(vraag.kort, mark=f"{number}.", behind=text, emphasis=False))
    return tuple(blocks)


def overzicht(parts: Sequence[Deel], fasen: Sequence[Fase], antwoorden: Antwoorden) -> Page:
    """What was answered so far, in *parts* of the intake and in *fasen*; each stap is named."""
    blocks: list[Block] = [Heading("Jullie antwoorden", 1)]
    for part in parts:
        blocks += _given(part.titel, 2, part.vragen, antwoorden)
    for fase in fasen:
        of_stappen: list[Block] = []
        for stap in fase.stappen:
            of_stappen += _given(stap_name(stap.nummer, stap.titel), 3, stap.vragen, antwoorden)
        blocks += [Heading(fase_title(fase)), *of_stappen] if of_stappen else []
    return tuple(blocks) if blocks[1:] else (*blocks, Paragraph("Er is nog niets ingevuld."))


def _given(title: str, level: int, vragen: Sequence[Vraag], antwoorden: Antwoorden) -> list[Block]:
    given = [Item(v.kort, behind=in_words(v, antwoorden[v.id]), emphasis=False) for v in vragen if v.id in antwoorden]
    return [Heading(title, level), *given] if given else []


def terugblik(title: str, vragen: Sequence[Vraag], stappen: Mapping[str, Stap], antwoorden: Antwoorden) -> str:
    """What a group said in one part, called *title*: a line for each of *vragen*, with a number to change it by."""
    lines = [title]
    for number, vraag in enumerate(vragen, 1):
        stap = stappen.get(vraag.stap or "")
        of = f"Stap {stap.nummer}, {lowered(vraag.kort)}" if stap else vraag.kort
        lines.append(f"{number}. {of}: {_shortened(_in_words(vraag, antwoorden.get(vraag.id)))}")
    return "\n".join(lines)


def turned_back(happened: Wijziging, vragen: Vragen, *, again: bool) -> Page:
    """What turning a change back (or making it again) did: for every answer what stood there and what stands there."""
    blocks: list[Block] = [
        Heading("Opnieuw gedaan" if again else "Teruggedraaid", 1),
        Paragraph(f"Dit was de wijziging van {moment_in_words(happened.moment)}."),
    ]
    for name, old, new in _antwoorden(happened, vragen):
        blocks.append(Item(name, alineas=(f"Er stond: {old}", f"Nu staat er: {new}")))
    blocks += [Paragraph(line) for line in _rest(happened)]
    blocks.append(Heading(FURTHER))
    if not again:
        blocks.append(Opdracht(to_type("terugdraaien", "--opnieuw"), "het terugdraaien ongedaan maken"))
    blocks += [
        Opdracht(to_type("terugdraaien"), "nog een wijziging terugdraaien"),
        Opdracht(to_type("terugdraaien", "--lijst"), "zien wat er terug kan"),
    ]
    return tuple(blocks)


def wijzigingen_list(done: Sequence[Wijziging], vragen: Vragen) -> Page:
    """What can be turned back, newest first."""
    blocks: list[Block] = [
        Heading("Wat jullie kunnen terugdraaien", 1),
        Paragraph("De nieuwste wijziging staat bovenaan en gaat als eerste terug."),
    ]
    for number, wijziging in enumerate(reversed(done), 1):
        lines = tuple(
            f"{name}. Eerst: {sentence(_shortened(old))} Daarna: {sentence(_shortened(new))}"
            for name, old, new in _antwoorden(wijziging, vragen)
        )
        blocks.append(Item(moment_in_words(wijziging.moment), mark=f"{number}.", alineas=(*lines, *_rest(wijziging))))
    return (
        *blocks,
        Heading(FURTHER),
        Opdracht(to_type("terugdraaien"), "de wijziging die bovenaan staat terugdraaien"),
    )


def _antwoorden(wijziging: Wijziging, vragen: Vragen) -> Iterator[tuple[str, str, str]]:
    """Yield of the first answers of *wijziging* what they are about, and what stood and stands there, in words."""
    for vraag_id in list(wijziging.oud)[:MOST_ANTWOORDEN]:
        vraag, stap = vragen[vraag_id]
        name = f"Stap {stap}, {vraag.kort}" if stap else vraag.kort
        yield name, _in_words(vraag, wijziging.oud[vraag_id]), _in_words(vraag, wijziging.nieuw[vraag_id])


def _rest(wijziging: Wijziging) -> tuple[str, ...]:
    """Return a line about the answers that `_antwoorden` leaves out, if any."""
    left_over = len(wijziging.oud) - MOST_ANTWOORDEN
    return (f"En nog {plural(left_over, 'ander antwoord', 'andere antwoorden')}.",) if left_over > 0 else ()


def _shortened(text: str) -> str:
    """Return *text* on one line, cut at a word when it is long."""
    line = " ".join(text.split())
    return line if len(line) <= KORT else f"{line[:KORT].rpartition(' ')[0] or line[:KORT]} ..."
