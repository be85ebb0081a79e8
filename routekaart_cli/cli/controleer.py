"""`routekaart controleer`: is the file sound, and what is missing before the plan can go to the gemeente."""

from __future__ import annotations

from typing import Annotated

import typer

from routekaart_cli.environment.world import Environment
from routekaart_cli.project import kopieen


def controleer(
    ctx: typer.Context,
    streng: Annotated[
        bool, typer.Option("--streng", help="Geef exitcode 1 als er iets ontbreekt of niet klopt.")
    ] = False,
) -> None:
    from routekaart_cli.project import controle

    env = ctx.ensure_object(Environment)
    project = env.need_project()
    uitkomst = controle.controleer(env.inhoud.vragen, project, env.vandaag)
    naast = [pad.name for pad in kopieen.beside(env.nieuw_path)]
    if env.opties.json:
        from routekaart_cli.pages import json_document

        env.show_json(json_document.controle(uitkomst, naast))
    else:
        from routekaart_cli.pages import bestand

        env.show(bestand.controle(uitkomst, env.naam_van(env.nieuw_path), len(project.antwoorden), naast))
    if streng and not uitkomst.compleet:
        raise typer.Exit(1)
