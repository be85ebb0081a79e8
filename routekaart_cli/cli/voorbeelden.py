"""`routekaart voorbeelden`: those of one fase, one of them, or the titles of all."""

from __future__ import annotations

from typing import Annotated

import typer

from routekaart_cli.cli.environment import Environment
from routekaart_cli.texts import hulp


def voorbeelden(
    ctx: typer.Context,
    naam: Annotated[
        str,
        typer.Argument(
            metavar=hulp.META_VOORBEELD, help="Een fase, zoals 3, of de naam van een voorbeeld. Leeg: alle titels."
        ),
    ] = "",
) -> None:
    env = ctx.ensure_object(Environment)
    fasen, gekozen = env.inhoud.zoek_voorbeelden(naam) if naam else (env.inhoud.alles, None)
    if env.opties.json:
        from routekaart_cli.render import json_inhoud

        if gekozen:
            env.show_json({"fase": fasen[0].id, "voorbeeld": json_inhoud.voorbeeld(gekozen, alles=True)})
        else:
            env.show_json({"fasen": [json_inhoud.voorbeelden(fase) for fase in fasen]})
        return
    from routekaart_cli.render import opzoeken

    antwoorden = env.tellend(env.inhoud.vragen) or {}
    if gekozen:
        env.show(opzoeken.voorbeeld(fasen[0], gekozen, antwoorden))
    else:
        env.show(opzoeken.voorbeelden(fasen, antwoorden))
