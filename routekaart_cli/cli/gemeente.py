"""`routekaart gemeente`: the side track, bringing your plan to the gemeente."""

from __future__ import annotations

from typing import Annotated

import typer

from routekaart_cli.cli.environment import Environment
from routekaart_cli.texts import hulp


def gemeente(
    ctx: typer.Context,
    alles: Annotated[bool, typer.Option("--alles", help=hulp.GEMEENTE_ALLES)] = False,
    geen_uitleg: Annotated[bool, typer.Option("--geen-uitleg", help=hulp.GEEN_UITLEG)] = False,
) -> None:
    from routekaart_cli.cli.fase import show

    env = ctx.ensure_object(Environment)
    show(env, env.inhoud.zijspoor, alles=alles, geen_uitleg=geen_uitleg)
