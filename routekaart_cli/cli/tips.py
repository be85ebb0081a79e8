"""`routekaart tips`: the tips of one fase, or the titles of all."""

from __future__ import annotations

from typing import Annotated

import typer

from routekaart_cli.cli import words
from routekaart_cli.environment.world import Environment


def tips(
    ctx: typer.Context,
    naam: Annotated[str, typer.Argument(metavar=words.META_FASE_NAAM, help=words.FASE_NAAM)] = "",
) -> None:
    env = ctx.ensure_object(Environment)
    fasen = [env.inhoud.zoek_fase(naam)] if naam else list(env.inhoud.alles)
    if env.opties.json:
        from routekaart_cli.pages import json_inhoud

        env.show_json({"fasen": [json_inhoud.tips(fase) for fase in fasen]})
        return
    from routekaart_cli.pages import reference

    env.show(reference.tips(fasen, env.tellend(env.inhoud.vragen) or {}))
