"""`routekaart fase`: one fase as a page, or the five of them."""

from __future__ import annotations

from typing import Annotated

import typer

from routekaart_cli.cli import usage
from routekaart_cli.domain.routekaart import Fase
from routekaart_cli.environment.world import Environment


def fase(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar=usage.META_FASE_NAAM, help=usage.FASE_NAAM)] = "",
    everything: Annotated[bool, typer.Option("--alles", help="Ook alle tips en de volledige voorbeelden.")] = False,
    no_explanation: Annotated[bool, typer.Option("--geen-uitleg", help=usage.GEEN_UITLEG)] = False,
) -> None:
    env = ctx.ensure_object(Environment)
    inhoud = env.inhoud
    if name:
        show(env, inhoud.find_fase(name), everything=everything, no_explanation=no_explanation)
        return
    antwoorden = env.counted(inhoud.vragen)
    if env.opties.json:
        from routekaart_cli.pages import json_document

        env.show_json({"fasen": [json_document.fase_short(part, antwoorden) for part in inhoud.all_fasen]})
        return
    from routekaart_cli.pages import guide

    env.show(guide.fasen(inhoud.routekaart, inhoud.fasen, inhoud.zijspoor, antwoorden))


def show(env: Environment, chosen: Fase, *, everything: bool, no_explanation: bool) -> None:
    """Show the fase *chosen*, with its difficult words explained unless *no_explanation*."""
    from routekaart_cli.domain import actueel

    inhoud = env.inhoud
    antwoorden = env.counted(chosen.vragen)
    of_stappen_too = inhoud.actueel_for(chosen)
    changed = of_stappen_too if everything else actueel.belonging_to(of_stappen_too, chosen.id)
    if env.opties.json:
        from routekaart_cli.pages import json_inhoud

        env.show_json(json_inhoud.fase(chosen, changed, antwoorden, env.today, everything=everything))
        return
    from routekaart_cli.pages import guide, items

    page = guide.fase(inhoud.routekaart, chosen, changed, antwoorden, env.today, everything=everything)
    env.show(page if no_explanation else items.with_explanations(page, inhoud.begrippen))
