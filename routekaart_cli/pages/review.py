"""The pages on which a group looks over its answers: all of them, and what was changed. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from routekaart_cli.domain.antwoorden import Antwoord, Antwoorden, Wijziging
from routekaart_cli.domain.in_words import in_words
from routekaart_cli.domain.routekaart import Deel, Fase, Vraag
from routekaart_cli.dutch import plural, sentence
from routekaart_cli.dutch.dates import moment_in_words
from routekaart_cli.pages import phrases
from routekaart_cli.pages.blokken import Block, Heading, Item, Opdracht, Page, Paragraph

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


def turned_back(happened: Wijziging, vragen: Vragen, *, again: bool) -> Page:
    """What turning a change back (or making it again) did: for every answer what stood there and what stands there."""
    blocks: list[Block] = [
        Heading("Toch weer veranderd" if again else "Teruggedraaid", 1),
        Paragraph(f"Dit was de wijziging van {moment_in_words(happened.moment)}."),
    ]
    for name, old, new in _antwoorden(happened, vragen):
        blocks.append(Item(name, alineas=(f"Er stond: {old}", f"Nu staat er: {new}")))
    blocks += [Paragraph(line) for line in _rest(happened)]
    blocks.append(Heading(phrases.FURTHER))
    if not again:
        blocks.append(Opdracht("routekaart terugdraaien --opnieuw", "dit toch weer veranderen"))
    blocks += [
        Opdracht("routekaart terugdraaien", "nog een wijziging terugdraaien"),
        Opdracht("routekaart terugdraaien --lijst", "zien wat er terug kan"),
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
        Heading(phrases.FURTHER),
        Opdracht("routekaart terugdraaien", "de wijziging die bovenaan staat terugdraaien"),
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


def _in_words(vraag: Vraag, antwoord: Antwoord | None) -> str:
    return in_words(vraag, antwoord) if antwoord else phrases.NOT_YET


def _shortened(text: str) -> str:
    """Return *text* on one line, cut at a word when it is long."""
    line = " ".join(text.split())
    return line if len(line) <= KORT else f"{line[:KORT].rpartition(' ')[0] or line[:KORT]} ..."
