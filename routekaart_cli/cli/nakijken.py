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

    env = ctx.ensure_object(Environment)
    werk = env.werk(existing=True, evening=env.can_ask, read_only=not (vraag or env.can_ask))
    if vraag:
        reviewing.change(env, werk, vraag)
    elif env.opties.json:
        from routekaart_cli.pages import json_document

        antwoorden = werk.project.antwoorden
        parts = reviewing.reviewed_parts(env.inhoud, antwoorden)
        env.show_json(json_document.nakijken(parts, env.inhoud.vragen, antwoorden))
    else:
        reviewing.review(env, werk)
