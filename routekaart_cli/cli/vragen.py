"""`routekaart vragen`: every question, without asking it."""

from __future__ import annotations

from typing import Annotated

import typer

from routekaart_cli.cli import words
from routekaart_cli.domain.in_words import fase_naam
from routekaart_cli.environment.world import Environment


def vragen(
    ctx: typer.Context,
    fase: Annotated[
        str,
        typer.Option("--fase", metavar=words.META_FASE, help="Alleen de vragen van deze fase: 1 tot 5, of gemeente."),
    ] = "",
) -> None:

    env = ctx.ensure_object(Environment)
    inhoud = env.inhoud
    gekozen = [inhoud.zoek_fase(fase)] if fase else list(inhoud.alles)
    delen = [] if fase else [(deel.titel, deel.vragen) for deel in inhoud.intake.delen]
    delen += [(fase_naam(deel.nummer, deel.titel), deel.vragen) for deel in gekozen]
    if env.opties.json:
        from routekaart_cli.pages import json_document

        env.show_json({"vragen": [json_document.vraag(vraag) for _, groep in delen for vraag in groep]})
        return
    from routekaart_cli.pages import guide

    env.show(guide.vragen(delen))
