"""`routekaart begrippen`: what difficult words mean."""

from __future__ import annotations

from typing import Annotated

import typer

from routekaart_cli.cli import words
from routekaart_cli.environment.world import Environment


def begrippen(
    ctx: typer.Context,
    woorden: Annotated[
        list[str] | None, typer.Argument(metavar=words.META_WOORD, help="Het woord. Leeg: alle woorden.")
    ] = None,
) -> None:
    from routekaart_cli.domain import actueel

    env = ctx.ensure_object(Environment)
    woord = " ".join(woorden or ())
    gekozen = env.inhoud.zoek_begrip(woord) if woord else None
    veranderd = actueel.bij(env.inhoud.actueel, gekozen.id) if gekozen else ()
    if env.opties.json:
        from routekaart_cli.pages import json_inhoud

        if gekozen:
            items = [json_inhoud.actueel_item(item, env.vandaag) for item in veranderd]
            env.show_json({"begrip": json_inhoud.begrip(gekozen), "actueel": items})
        else:
            env.show_json({"begrippen": [json_inhoud.begrip(begrip) for begrip in env.inhoud.begrippen]})
        return
    from routekaart_cli.pages import reference

    env.show(
        reference.begrip(gekozen, veranderd, env.vandaag) if gekozen else reference.begrippen(env.inhoud.begrippen)
    )
