"""`routekaart fase`: one fase as a page, or the five of them."""

from __future__ import annotations

from typing import Annotated

import typer

from routekaart_cli.cli import words
from routekaart_cli.domain.routekaart import Fase
from routekaart_cli.environment.world import Environment


def fase(
    ctx: typer.Context,
    naam: Annotated[str, typer.Argument(metavar=words.META_FASE_NAAM, help=words.FASE_NAAM)] = "",
    alles: Annotated[bool, typer.Option("--alles", help="Ook alle tips en de volledige voorbeelden.")] = False,
    geen_uitleg: Annotated[bool, typer.Option("--geen-uitleg", help=words.GEEN_UITLEG)] = False,
) -> None:
    env = ctx.ensure_object(Environment)
    inhoud = env.inhoud
    if naam:
        show(env, inhoud.zoek_fase(naam), alles=alles, geen_uitleg=geen_uitleg)
        return
    antwoorden = env.tellend(inhoud.vragen)
    if env.opties.json:
        from routekaart_cli.pages import json_document

        env.show_json({"fasen": [json_document.fase_kort(deel, antwoorden) for deel in inhoud.alles]})
        return
    from routekaart_cli.pages import guide

    env.show(guide.fasen(inhoud.routekaart, inhoud.fasen, inhoud.zijspoor, antwoorden))


def show(env: Environment, gekozen: Fase, *, alles: bool, geen_uitleg: bool) -> None:
    """Show the fase *gekozen*, with its difficult words explained unless *geen_uitleg*."""
    from routekaart_cli.domain import actueel

    inhoud = env.inhoud
    antwoorden = env.tellend(gekozen.vragen)
    van_stappen_ook = inhoud.actueel_bij(gekozen)
    veranderd = van_stappen_ook if alles else actueel.bij(van_stappen_ook, gekozen.id)
    if env.opties.json:
        from routekaart_cli.pages import json_inhoud

        env.show_json(json_inhoud.fase(gekozen, veranderd, antwoorden, env.vandaag, alles=alles))
        return
    from routekaart_cli.pages import guide, parts

    pagina = guide.fase(inhoud.routekaart, gekozen, veranderd, antwoorden, env.vandaag, alles=alles)
    env.show(pagina if geen_uitleg else parts.met_uitleg(pagina, inhoud.begrippen))
