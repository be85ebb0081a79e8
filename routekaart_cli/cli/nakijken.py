"""`routekaart nakijken`: check your answers, and change one by its number or its id."""

from __future__ import annotations

from typing import Annotated

import typer

from routekaart_cli.cli import usage
from routekaart_cli.environment.world import Environment


def nakijken(
    ctx: typer.Context,
    vraag: Annotated[
        str,
        typer.Argument(
            metavar=usage.META_VRAAG, help="De naam van één vraag, zoals wijk.naam. Zonder naam: alle antwoorden."
        ),
    ] = "",
) -> None:
    from routekaart_cli.gesprek import reviewing
    from routekaart_cli.gesprek.werk import Werk

    env = ctx.ensure_object(Environment)
    werk = Werk.open(env, existing=True, gesprek=env.can_ask, read_only=not (vraag or env.can_ask))
    if vraag:
        reviewing.change(werk, vraag)
    elif env.opties.json:
        env.show_json(reviewing.as_json(werk))
    else:
        reviewing.review(werk)
