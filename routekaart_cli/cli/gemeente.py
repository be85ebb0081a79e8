"""`routekaart gemeente`: the side track, bringing your plan to the gemeente."""

from __future__ import annotations

from typing import Annotated

import typer

from routekaart_cli.cli import words
from routekaart_cli.environment.world import Environment


def gemeente(
    ctx: typer.Context,
    alles: Annotated[bool, typer.Option("--alles", help=words.GEMEENTE_ALLES)] = False,
    geen_uitleg: Annotated[bool, typer.Option("--geen-uitleg", help=words.GEEN_UITLEG)] = False,
) -> None:
    from routekaart_cli.cli.fase import show

    env = ctx.ensure_object(Environment)
    show(env, env.inhoud.zijspoor, alles=alles, geen_uitleg=geen_uitleg)
