"""Which parts of the interview a group goes through."""

from __future__ import annotations

from routekaart_cli.domain import intake, voortgang
from routekaart_cli.domain.antwoorden import Antwoorden
from routekaart_cli.domain.in_words import fase_naam
from routekaart_cli.domain.routekaart import Deel, Fase, Vraag
from routekaart_cli.inhoud.folder import ZIJSPOOR, Inhoud


def route(inhoud: Inhoud, antwoorden: Antwoorden) -> tuple[Deel, ...]:
    """Return the parts a group goes through: the intake, and once that is done the fase it works on.

    A fase that is finished gives way to the next one that is not.
    """
    if intake.next_vraag(inhoud.intake.vragen, antwoorden):
        return inhoud.intake.delen
    fase = voortgang.huidige_fase(inhoud.intake, (*inhoud.fase_ids, ZIJSPOOR), inhoud.fase, antwoorden)
    return (*inhoud.intake.delen, fase_deel(fase))


def fase_deel(fase: Fase) -> Deel:
    """Return *fase* as a part of the interview."""
    return Deel(fase.id, fase_naam(fase.nummer, fase.titel), fase.vragen)


def deel_van(inhoud: Inhoud, vraag: Vraag) -> Deel:
    """Return the part of the interview in which *vraag* stands."""
    delen = (*inhoud.intake.delen, *map(fase_deel, inhoud.alles))
    return next(deel for deel in delen if vraag in deel.vragen)
