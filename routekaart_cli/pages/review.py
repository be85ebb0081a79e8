"""The pages on which a group looks over its answers: all of them, and what was changed. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from routekaart_cli.domain.antwoorden import Antwoord, Antwoorden, Wijziging
from routekaart_cli.domain.in_words import woorden
from routekaart_cli.domain.routekaart import Deel, Fase, Vraag
from routekaart_cli.dutch import plural, sentence
from routekaart_cli.dutch.dates import moment
from routekaart_cli.pages import phrases
from routekaart_cli.pages.blokken import Alinea, Blok, Kop, Opdracht, Pagina, Punt

Vragen = Mapping[str, tuple[Vraag, str]]
"""By id: a vraag, and the number of its stap or nothing."""

MEESTE_ANTWOORDEN = 10
KORT = 60


def nakijken(delen: Sequence[Deel], fasen: Sequence[Fase], antwoorden: Antwoorden) -> Pagina:
    """Every answer under its part and its stap (of *fasen*), as a short statement with a number to change it by."""
    stappen = {stap.id: f"{stap.nummer} {stap.titel}" for fase in fasen for stap in fase.stappen}
    blokken: list[Blok] = [Kop("Jullie antwoorden", 1)]
    nummer = 0
    stap = ""
    for deel in delen:
        blokken.append(Kop(deel.titel))
        for vraag in deel.vragen:
            nummer += 1
            if vraag.stap and vraag.stap != stap:
                stap = vraag.stap
                blokken.append(Kop(stappen[stap], 3))
            tekst = _woorden(vraag, antwoorden.get(vraag.id))
            blokken.append(Punt(vraag.kort, merk=f"{nummer}.", achter=tekst, nadruk=False))
    return tuple(blokken)


def teruggedraaid(gebeurd: Wijziging, vragen: Vragen, *, opnieuw: bool) -> Pagina:
    """What turning a change back (or making it again) did: for every answer what stood there and what stands there."""
    blokken: list[Blok] = [
        Kop("Toch weer veranderd" if opnieuw else "Teruggedraaid", 1),
        Alinea(f"Dit was de wijziging van {moment(gebeurd.moment)}."),
    ]
    for naam, oud, nieuw in _antwoorden(gebeurd, vragen):
        blokken.append(Punt(naam, alineas=(f"Er stond: {oud}", f"Nu staat er: {nieuw}")))
    blokken += [Alinea(regel) for regel in _rest(gebeurd)]
    blokken.append(Kop(phrases.VERDER))
    if not opnieuw:
        blokken.append(Opdracht("routekaart terugdraaien --opnieuw", "dit toch weer veranderen"))
    blokken += [
        Opdracht("routekaart terugdraaien", "nog een wijziging terugdraaien"),
        Opdracht("routekaart terugdraaien --lijst", "zien wat er terug kan"),
    ]
    return tuple(blokken)


def wijzigingenlijst(gedaan: Sequence[Wijziging], vragen: Vragen) -> Pagina:
    """What can be turned back, newest first."""
    blokken: list[Blok] = [
        Kop("Wat jullie kunnen terugdraaien", 1),
        Alinea("De nieuwste wijziging staat bovenaan en gaat als eerste terug."),
    ]
    for nummer, wijziging in enumerate(reversed(gedaan), 1):
        regels = tuple(
            f"{naam}. Eerst: {sentence(_kort(oud))} Daarna: {sentence(_kort(nieuw))}"
            for naam, oud, nieuw in _antwoorden(wijziging, vragen)
        )
        blokken.append(Punt(moment(wijziging.moment), merk=f"{nummer}.", alineas=(*regels, *_rest(wijziging))))
    return (
        *blokken,
        Kop(phrases.VERDER),
        Opdracht("routekaart terugdraaien", "de wijziging die bovenaan staat terugdraaien"),
    )


def _antwoorden(wijziging: Wijziging, vragen: Vragen) -> Iterator[tuple[str, str, str]]:
    """Yield of the first answers of *wijziging* what they are about, and what stood and stands there, in words."""
    for vraag_id in list(wijziging.oud)[:MEESTE_ANTWOORDEN]:
        vraag, stap = vragen[vraag_id]
        naam = f"Stap {stap}, {vraag.kort}" if stap else vraag.kort
        yield naam, _woorden(vraag, wijziging.oud[vraag_id]), _woorden(vraag, wijziging.nieuw[vraag_id])


def _rest(wijziging: Wijziging) -> tuple[str, ...]:
    """Return a line about the answers that `_antwoorden` leaves out, if any."""
    over = len(wijziging.oud) - MEESTE_ANTWOORDEN
    return (f"En nog {plural(over, 'ander antwoord', 'andere antwoorden')}.",) if over > 0 else ()


def _woorden(vraag: Vraag, antwoord: Antwoord | None) -> str:
    return woorden(vraag, antwoord) if antwoord else phrases.NOG_NIET


def _kort(tekst: str) -> str:
    """Return *tekst* on one line, cut at a word when it is long."""
    regel = " ".join(tekst.split())
    return regel if len(regel) <= KORT else f"{regel[:KORT].rpartition(' ')[0] or regel[:KORT]} ..."
