"""`routekaart vragen`: every question, without asking it."""

from __future__ import annotations

from typing import Annotated

import typer

from routekaart_cli.cli.environment import Environment
from routekaart_cli.texts import hulp


def vragen(
    ctx: typer.Context,
    fase: Annotated[
        str,
        typer.Option("--fase", metavar=hulp.META_FASE, help="Alleen de vragen van deze fase: 1 tot 5, of gemeente."),
    ] = "",
) -> None:
    from routekaart_cli.texts import schermen

    env = ctx.ensure_object(Environment)
    inhoud = env.inhoud
    gekozen = [inhoud.zoek_fase(fase)] if fase else list(inhoud.alles)
    delen = [] if fase else [(deel.titel, deel.vragen) for deel in inhoud.intake.delen]
    delen += [(schermen.fase_naam(deel.nummer, deel.titel), deel.vragen) for deel in gekozen]
    if env.opties.json:
        from routekaart_cli.render import json_document

        env.show_json({"vragen": [json_document.vraag(vraag) for _, groep in delen for vraag in groep]})
        return
    from routekaart_cli.render import pages

    env.show(pages.vragen(delen))
