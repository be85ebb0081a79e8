"""`routekaart fase`: one fase as a page, or the five of them."""

from __future__ import annotations

from typing import Annotated

import typer

from routekaart_cli.cli.environment import Environment
from routekaart_cli.texts import hulp


def fase(
    ctx: typer.Context,
    naam: Annotated[str, typer.Argument(metavar=hulp.META_FASE_NAAM, help=hulp.FASE_NAAM)] = "",
    alles: Annotated[bool, typer.Option("--alles", help=hulp.FASE_ALLES)] = False,
) -> None:
    env = ctx.ensure_object(Environment)
    inhoud = env.inhoud
    gekozen = inhoud.zoek_fase(naam) if naam else None
    antwoorden = env.tellend(gekozen.vragen if gekozen else inhoud.vragen)
    if env.opties.json:
        from routekaart_cli.render import json_document as document

        if gekozen:
            veranderd = inhoud.actueel_bij(gekozen)
            env.show_json(document.fase(gekozen, veranderd, antwoorden, env.vandaag, alles=alles))
        else:
            env.show_json({"fasen": [document.fase_kort(deel, antwoorden) for deel in inhoud.alles]})
        return
    from routekaart_cli.render import pages

    if gekozen:
        veranderd = inhoud.actueel_bij(gekozen)
        env.show(pages.fase(inhoud.routekaart, gekozen, veranderd, antwoorden, env.vandaag, alles=alles))
    else:
        env.show(pages.fasen(inhoud.fasen, inhoud.zijspoor, antwoorden))
