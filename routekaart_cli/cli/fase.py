"""`routekaart fase`: one fase as a page, or the five of them."""

from __future__ import annotations

from typing import Annotated

import typer

from routekaart_cli.cli.environment import Environment
from routekaart_cli.texts import hulp


def fase(
    ctx: typer.Context,
    naam: Annotated[str, typer.Argument(metavar="[N|NAAM]", help=hulp.FASE_NAAM)] = "",
    alles: Annotated[bool, typer.Option("--alles", help=hulp.FASE_ALLES)] = False,
) -> None:
    from routekaart_cli.cli.project import tellend

    env = ctx.ensure_object(Environment)
    inhoud, project = env.inhoud, env.load_project()
    if naam:
        gekozen = inhoud.zoek_fase(naam)
        antwoorden = tellend(project, gekozen.vragen)
    else:
        antwoorden = tellend(project, inhoud.vragen)
    if env.opties.json:
        from routekaart_cli.render import json_document as document

        if naam:
            env.show_json(document.fase(gekozen, antwoorden, env.vandaag, alles=alles))
        else:
            env.show_json({"fasen": [document.fase_kort(deel, antwoorden) for deel in inhoud.alles]})
        return
    from routekaart_cli.render import pages

    if naam:
        env.show(pages.fase(gekozen, len(inhoud.fase_ids), antwoorden, env.vandaag, alles=alles))
    else:
        env.show(pages.fasen(inhoud.fasen, inhoud.zijspoor, antwoorden))
