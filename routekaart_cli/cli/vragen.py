"""`routekaart vragen`: every question, without asking it."""

from __future__ import annotations

from typing import Annotated

import typer

from routekaart_cli.cli import usage
from routekaart_cli.domain.in_words import fase_name
from routekaart_cli.environment.world import Environment


def vragen(
    ctx: typer.Context,
    fase: Annotated[
        str,
        typer.Option("--fase", metavar=usage.META_FASE, help="Alleen de vragen van deze fase: 1 tot 5, of gemeente."),
    ] = "",
) -> None:

    env = ctx.ensure_object(Environment)
    inhoud = env.inhoud
    chosen = [inhoud.find_fase(fase)] if fase else list(inhoud.all_fasen)
    parts = [] if fase else [(part.titel, part.vragen) for part in inhoud.intake.delen]
    parts += [(fase_name(part.nummer, part.titel), part.vragen) for part in chosen]
    if env.opties.json:
        from routekaart_cli.pages import json_document

        env.show_json({"vragen": [json_document.vraag(vraag) for _, groep in parts for vraag in groep]})
        return
    from routekaart_cli.pages import guide

    env.show(guide.vragen(parts))
