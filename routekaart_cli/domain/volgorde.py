"""In which order the vragen of a fase are put, now that it is known how its stappen are doing. Pure."""

from __future__ import annotations

from routekaart_cli.domain import voortgang
from routekaart_cli.domain.antwoorden import Antwoorden
from routekaart_cli.domain.routekaart import Fase, Stap, Status, Vraag
from routekaart_cli.domain.vaste_vragen import WANNEER, WIE, is_of_every_stap
from routekaart_cli.dutch import enumeration, lowered

WHO_AND_WHEN = "Wie en wanneer?"


def vragen_of_fase(fase: Fase, antwoorden: Antwoorden, *, working: bool, done_too: bool = False) -> tuple[Vraag, ...]:
    """Return what is asked of *fase*, given the *antwoorden* that count: depth by honesty.

    Of a stap in progress its own vragen, and who and when; once what came out of the stappen that are done; and who
    and when of what has not begun, when they are *working* on this fase. With *done_too* also the own vragen of the
    stappen that are done.
    """
    by_status: dict[Status, list[Stap]] = {status: [] for status in Status}
    for stap in fase.stappen:
        by_status[voortgang.status(stap, antwoorden)].append(stap)
    vragen: list[Vraag] = []
    for stap in by_status[Status.BEZIG]:
        vragen += [*own_vragen(stap), who_and_when(stap)]
    if by_status[Status.KLAAR]:
        names = [lowered(stap.werk or stap.titel).rstrip("!.") for stap in by_status[Status.KLAAR]]
        done = f"Klaar: {enumeration(names)}."
        vragen += [vraag._replace(vraag=f"{vraag.vraag}\n{done}") for vraag in fase.eigen_vragen]
    if working:
        vragen += map(who_and_when, by_status[Status.NIET_BEGONNEN])
    if done_too:
        vragen += [_always(vraag) for stap in by_status[Status.KLAAR] for vraag in own_vragen(stap)]
    return tuple(vragen)


def own_vragen(stap: Stap) -> tuple[Vraag, ...]:
    """Return the vragen that only *stap* has."""
    return tuple(vraag for vraag in stap.vragen if not is_of_every_stap(vraag))


def who_and_when(stap: Stap) -> Vraag:
    """Return the vraag who does *stap*, as the one line that asks when as well."""
    vraag = _always(stap.vraag(WIE))
    return vraag._replace(kort=WHO_AND_WHEN, vraag=WHO_AND_WHEN, voorbeeld="Fatima, eind maart")


def new_date(stap: Stap, in_words: str) -> Vraag:
    """Return the vraag when *stap* is done, for a date *in_words* that has passed."""
    return _always(stap.vraag(WANNEER))._replace(vraag=f"Afgesproken was {in_words}. Dat is voorbij. Wat wordt het nu?")


def _always(vraag: Vraag) -> Vraag:
    """Return *vraag* as it is asked whether its stap is in progress or not."""
    return vraag._replace(als=tuple(part for part in vraag.als if part.vraag != f"{vraag.stap}.status"))
