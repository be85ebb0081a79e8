"""`routekaart gemeente`: the side track, bringing your plan to the gemeente."""

from __future__ import annotations

from typing import Annotated

import typer

from routekaart_cli.cli import usage
from routekaart_cli.environment.world import Environment


def gemeente(
    ctx: typer.Context,
    everything: Annotated[bool, typer.Option("--alles", help=usage.GEMEENTE_ALLES)] = False,
    no_explanation: Annotated[bool, typer.Option("--geen-uitleg", help=usage.GEEN_UITLEG)] = False,
) -> None:
    from routekaart_cli.cli.fase import show

    env = ctx.ensure_object(Environment)
    show(env, env.inhoud.zijspoor, everything=everything, no_explanation=no_explanation)
