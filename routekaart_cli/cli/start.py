"""`routekaart start`: create or continue the guided intake."""

from __future__ import annotations

from typing import Annotated

import typer

from routekaart_cli.cli import usage
from routekaart_cli.environment.world import Environment


def start(
    ctx: typer.Context,
    antwoord: Annotated[
        list[str] | None, typer.Option("--antwoord", metavar="ID=WAARDE", help="Geef een antwoord mee. Dit mag vaker.")
    ] = None,
    antwoorden: Annotated[
        str,
        typer.Option(
            "--antwoorden",
            metavar=usage.META_BESTAND,
            help="Lees antwoorden uit een invulbestand (zie werkblad) of een ander YAML-bestand.",
        ),
    ] = "",
    fase: Annotated[
        str, typer.Option("--fase", metavar=usage.META_FASE, help="Ga verder met deze fase: 1 tot 5, of gemeente.")
    ] = "",
) -> None:
    from routekaart_cli.gesprek import sessie
    from routekaart_cli.gesprek.given import parse_given

    env = ctx.ensure_object(Environment)
    if not sessie.choose_project(env):
        return
    werk = env.werk(evening=env.can_ask)
    outcome = sessie.hold(env, werk, parse_given(env, antwoord or [], antwoorden, fase))
    if env.opties.json:
        env.show_json(outcome)
