"""`routekaart controleer`: is the file sound, and what is missing before the plan can go to the gemeente."""

from __future__ import annotations

from typing import Annotated

import typer

from routekaart_cli.environment.world import Environment
from routekaart_cli.project import kopieen


def controleer(
    ctx: typer.Context,
    strict: Annotated[
        bool, typer.Option("--streng", help="Geef exitcode 1 als er iets ontbreekt of niet klopt.")
    ] = False,
) -> None:
    from routekaart_cli.project import controle

    env = ctx.ensure_object(Environment)
    project = env.need_project()
    outcome = controle.controleer(env.inhoud.vragen, project, env.today)
    beside = [path.name for path in kopieen.beside(env.file_path)]
    if env.opties.json:
        from routekaart_cli.pages import json_document

        env.show_json(json_document.controle(outcome, beside))
    else:
        from routekaart_cli.pages import bestand

        env.show(bestand.controle(outcome, env.name_of(env.file_path), len(project.antwoorden), beside))
    if strict and not outcome.complete:
        raise typer.Exit(1)
