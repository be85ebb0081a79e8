"""`routekaart begrippen`: what difficult words mean."""

from __future__ import annotations

from typing import Annotated

import typer

from routekaart_cli.cli import usage
from routekaart_cli.environment.world import Environment


def begrippen(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None, typer.Argument(metavar=usage.META_WOORD, help="Het woord. Leeg: alle woorden.")
    ] = None,
) -> None:
    from routekaart_cli.domain import actueel

    env = ctx.ensure_object(Environment)
    word = " ".join(words or ())
    chosen = env.inhoud.find_begrip(word) if word else None
    changed = actueel.belonging_to(env.inhoud.actueel, chosen.id) if chosen else ()
    if env.opties.json:
        from routekaart_cli.pages import json_inhoud

        if chosen:
            items = [json_inhoud.actueel_item(item, env.today) for item in changed]
            env.show_json({"begrip": json_inhoud.begrip(chosen), "actueel": items})
        else:
            env.show_json({"begrippen": [json_inhoud.begrip(begrip) for begrip in env.inhoud.begrippen]})
        return
    from routekaart_cli.pages import reference

    env.show(reference.begrip(chosen, changed, env.today) if chosen else reference.begrippen(env.inhoud.begrippen))
