"""`routekaart actueel`: what changed since the source was written."""

from __future__ import annotations

from typing import Annotated

import typer

from routekaart_cli.cli import usage
from routekaart_cli.environment.world import Environment


def actueel(
    ctx: typer.Context,
    everything: Annotated[bool, typer.Option("--alles", help=usage.GEMEENTE_ALLES)] = False,
) -> None:
    env = ctx.ensure_object(Environment)
    items = env.inhoud.actueel
    if env.opties.json:
        from routekaart_cli.pages import json_inhoud

        env.show_json({"actueel": [json_inhoud.actueel_item(item, env.today) for item in items]})
        return
    from routekaart_cli.pages import reference

    env.show(reference.actueel(items, env.today, everything=everything))
