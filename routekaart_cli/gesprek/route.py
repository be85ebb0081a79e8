"""Which parts of the interview a group goes through."""

from __future__ import annotations

from routekaart_cli.domain import intake, voortgang
from routekaart_cli.domain.antwoorden import Antwoorden
from routekaart_cli.domain.in_words import fase_name
from routekaart_cli.domain.routekaart import Deel, Fase, Vraag
from routekaart_cli.inhoud.folder import ZIJSPOOR, Inhoud


def route(inhoud: Inhoud, antwoorden: Antwoorden) -> tuple[Deel, ...]:
    """Return the parts a group goes through: the intake, and once that is done the fase it works on.

    A fase that is finished gives way to the next one that is not.
    """
    if intake.next_vraag(inhoud.intake.vragen, antwoorden):
        return inhoud.intake.delen
    fase = voortgang.current_fase(inhoud.intake, (*inhoud.fase_ids, ZIJSPOOR), inhoud.fase, antwoorden)
    return (*inhoud.intake.delen, part_of_fase(fase))


def part_of_fase(fase: Fase) -> Deel:
    """Return *fase* as a part of the interview."""
    return Deel(fase.id, fase_name(fase.nummer, fase.titel), fase.vragen)


def part_of(inhoud: Inhoud, vraag: Vraag) -> Deel:
    """Return the part of the interview in which *vraag* stands."""
    parts = (*inhoud.intake.delen, *map(part_of_fase, inhoud.all_fasen))
    return next(part for part in parts if vraag in part.vragen)
