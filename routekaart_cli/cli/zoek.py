"""`routekaart zoek`: find words in all content and in the own project."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from routekaart_cli.cli.environment import Environment
from routekaart_cli.texts import hulp


def zoek(
    ctx: typer.Context,
    woorden: Annotated[
        list[str],
        typer.Argument(metavar=hulp.META_TERM, help="Een of meer woorden. Hoofdletters en accenten maken niet uit."),
    ],
    alles: Annotated[bool, typer.Option("--alles", help="Laat alles zien wat er gevonden is.")] = False,
) -> None:
    from routekaart_cli import zoekbaar, zoeken
    from routekaart_cli.errors import UsageProblem

    env = ctx.ensure_object(Environment)
    programma: Any = ctx.parent
    inhoud = env.inhoud
    term = " ".join(" ".join(woorden).split())
    if not zoeken.stammen(term):
        raise UsageProblem(
            hulp.ontbreekt(hulp.META_TERM), "Typ een woord om te zoeken, bijvoorbeeld: routekaart zoek jongeren"
        )
    stukken = (
        *zoekbaar.fasen(inhoud.alles),
        *zoekbaar.opzoeken(inhoud.begrippen, inhoud.actueel, inhoud.contact, inhoud.onderwerpen),
        *zoekbaar.opdrachten((deel.naam, deel.wat) for deel in programma.command.opdrachten),
        *zoekbaar.vragen(inhoud.vragen, env.tellend(inhoud.vragen) or {}),
    )
    uitslag = zoeken.zoek_op(stukken, term)
    if env.opties.json:
        from routekaart_cli.render import json_inhoud

        env.show_json(json_inhoud.gevonden(uitslag))
        return
    from routekaart_cli.render import opzoeken

    env.show(opzoeken.gevonden(uitslag, inhoud.alles, alles=alles))
