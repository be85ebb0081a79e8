"""`routekaart begrippen`: what difficult words mean."""

from __future__ import annotations

from typing import Annotated

import typer

from routekaart_cli.cli.environment import Environment
from routekaart_cli.texts import hulp


def begrippen(
    ctx: typer.Context,
    woorden: Annotated[
        list[str] | None, typer.Argument(metavar=hulp.META_WOORD, help="Het woord. Leeg: alle woorden.")
    ] = None,
) -> None:
    from routekaart_cli import actueel

    env = ctx.ensure_object(Environment)
    woord = " ".join(woorden or ())
    gekozen = env.inhoud.zoek_begrip(woord) if woord else None
    veranderd = actueel.bij(env.inhoud.actueel, gekozen.id) if gekozen else ()
    if env.opties.json:
        from routekaart_cli.render import json_inhoud

        if gekozen:
            items = [json_inhoud.actueel_item(item, env.vandaag) for item in veranderd]
            env.show_json({"begrip": json_inhoud.begrip(gekozen), "actueel": items})
        else:
            env.show_json({"begrippen": [json_inhoud.begrip(begrip) for begrip in env.inhoud.begrippen]})
        return
    from routekaart_cli.render import opzoeken

    env.show(opzoeken.begrip(gekozen, veranderd, env.vandaag) if gekozen else opzoeken.begrippen(env.inhoud.begrippen))
