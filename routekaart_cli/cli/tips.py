"""`routekaart tips`: the tips of one fase, or the titles of all."""

from __future__ import annotations

from typing import Annotated

import typer

from routekaart_cli.cli.environment import Environment
from routekaart_cli.texts import hulp


def tips(
    ctx: typer.Context,
    naam: Annotated[str, typer.Argument(metavar=hulp.META_FASE_NAAM, help=hulp.FASE_NAAM)] = "",
) -> None:
    env = ctx.ensure_object(Environment)
    fasen = [env.inhoud.zoek_fase(naam)] if naam else list(env.inhoud.alles)
    if env.opties.json:
        from routekaart_cli.render import json_inhoud

        env.show_json({"fasen": [json_inhoud.tips(fase) for fase in fasen]})
        return
    from routekaart_cli.render import opzoeken

    env.show(opzoeken.tips(fasen, env.tellend(env.inhoud.vragen) or {}))
