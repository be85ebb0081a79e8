"""`routekaart zoek`: find words in all content and in the own project."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from routekaart_cli.cli import words
from routekaart_cli.environment.world import Environment


def zoek(
    ctx: typer.Context,
    woorden: Annotated[
        list[str],
        typer.Argument(metavar=words.META_TERM, help="Een of meer woorden. Hoofdletters en accenten maken niet uit."),
    ],
    alles: Annotated[bool, typer.Option("--alles", help="Laat alles zien wat er gevonden is.")] = False,
) -> None:
    from routekaart_cli.errors import UsageProblem
    from routekaart_cli.inhoud import search, search_index

    env = ctx.ensure_object(Environment)
    programma: Any = ctx.parent
    inhoud = env.inhoud
    term = " ".join(" ".join(woorden).split())
    if not search.stammen(term):
        raise UsageProblem(
            words.ontbreekt(words.META_TERM), "Typ een woord om te zoeken, bijvoorbeeld: routekaart zoek jongeren"
        )
    stukken = (
        *search_index.fasen(inhoud.alles),
        *search_index.opzoeken(inhoud.begrippen, inhoud.actueel, inhoud.contact, inhoud.onderwerpen),
        *search_index.opdrachten((deel.naam, deel.wat) for deel in programma.command.opdrachten),
        *search_index.vragen(inhoud.vragen, env.tellend(inhoud.vragen) or {}),
    )
    uitslag = search.zoek_op(stukken, term)
    if env.opties.json:
        from routekaart_cli.pages import json_inhoud

        env.show_json(json_inhoud.gevonden(uitslag))
        return
    from routekaart_cli.pages import reference

    env.show(reference.gevonden(uitslag, inhoud.alles, alles=alles))
