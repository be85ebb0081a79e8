"""`routekaart voorbeelden`: those of one fase, one of them, or the titles of all."""

from __future__ import annotations

from typing import Annotated

import typer

from routekaart_cli.cli import usage
from routekaart_cli.environment.world import Environment


def voorbeelden(
    ctx: typer.Context,
    name: Annotated[
        str,
        typer.Argument(
            metavar=usage.META_VOORBEELD, help="Een fase, zoals 3, of de naam van een voorbeeld. Leeg: alle titels."
        ),
    ] = "",
) -> None:
    env = ctx.ensure_object(Environment)
    fasen, chosen = env.inhoud.find_voorbeelden(name) if name else (env.inhoud.all_fasen, None)
    if env.opties.json:
        from routekaart_cli.pages import json_inhoud

        if chosen:
            env.show_json({"fase": fasen[0].id, "voorbeeld": json_inhoud.voorbeeld(chosen, everything=True)})
        else:
            env.show_json({"fasen": [json_inhoud.voorbeelden(fase) for fase in fasen]})
        return
    from routekaart_cli.pages import reference

    antwoorden = env.counted(env.inhoud.vragen) or {}
    if chosen:
        env.show(reference.voorbeeld(fasen[0], chosen, antwoorden))
    else:
        env.show(reference.voorbeelden(fasen, antwoorden))
