"""`routekaart tips`: the tips of one fase, or the titles of all."""

from __future__ import annotations

from typing import Annotated

import typer

from routekaart_cli.cli import usage
from routekaart_cli.environment.world import Environment


def tips(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar=usage.META_FASE_NAAM, help=usage.FASE_NAAM)] = "",
) -> None:
    env = ctx.ensure_object(Environment)
    fasen = [env.inhoud.find_fase(name)] if name else list(env.inhoud.all_fasen)
    if env.opties.json:
        from routekaart_cli.pages import json_inhoud

        env.show_json({"fasen": [json_inhoud.tips(fase) for fase in fasen]})
        return
    from routekaart_cli.pages import reference

    env.show(reference.tips(fasen, env.counted(env.inhoud.vragen) or {}))
