"""`routekaart nakijken`: check your answers, and change one by its number or its id."""

from __future__ import annotations

from typing import Annotated

import typer

from routekaart_cli.cli.environment import Environment
from routekaart_cli.texts import hulp


def nakijken(
    ctx: typer.Context,
    vraag: Annotated[
        str,
        typer.Argument(
            metavar=hulp.META_VRAAG, help="De naam van één vraag, zoals wijk.naam. Zonder naam: alle antwoorden."
        ),
    ] = "",
) -> None:
    from routekaart_cli.cli import nagekeken
    from routekaart_cli.cli.project import Werk

    env = ctx.ensure_object(Environment)
    werk = Werk.open(env, bestaand=True, gesprek=env.kan_vragen, alleen_lezen=not (vraag or env.kan_vragen))
    if vraag:
        nagekeken.change(werk, vraag)
    elif env.opties.json:
        env.show_json(nagekeken.as_json(werk))
    else:
        nagekeken.review(werk)
