"""`routekaart voorbeelden`: those of one fase, one of them, or the titles of all."""

from __future__ import annotations

from typing import Annotated

import typer

from routekaart_cli.cli import words
from routekaart_cli.environment.world import Environment


def voorbeelden(
    ctx: typer.Context,
    naam: Annotated[
        str,
        typer.Argument(
            metavar=words.META_VOORBEELD, help="Een fase, zoals 3, of de naam van een voorbeeld. Leeg: alle titels."
        ),
    ] = "",
) -> None:
    env = ctx.ensure_object(Environment)
    fasen, gekozen = env.inhoud.zoek_voorbeelden(naam) if naam else (env.inhoud.alles, None)
    if env.opties.json:
        from routekaart_cli.pages import json_inhoud

        if gekozen:
            env.show_json({"fase": fasen[0].id, "voorbeeld": json_inhoud.voorbeeld(gekozen, alles=True)})
        else:
            env.show_json({"fasen": [json_inhoud.voorbeelden(fase) for fase in fasen]})
        return
    from routekaart_cli.pages import reference

    antwoorden = env.tellend(env.inhoud.vragen) or {}
    if gekozen:
        env.show(reference.voorbeeld(fasen[0], gekozen, antwoorden))
    else:
        env.show(reference.voorbeelden(fasen, antwoorden))
