"""`routekaart contact`: who can help, in the provincie of the project or another one."""

from __future__ import annotations

from typing import Annotated

import typer

from routekaart_cli.cli import usage
from routekaart_cli.environment.world import Environment


def contact(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar=usage.META_PROVINCIE, help="Een provincie, zoals drenthe. Leeg: de provincie van jullie project."
        ),
    ] = None,
) -> None:
    from routekaart_cli.domain.antwoorden import text_of
    from routekaart_cli.domain.vaste_vragen import PROVINCIE
    from routekaart_cli.inhoud import find

    env = ctx.ensure_object(Environment)
    contact = env.inhoud.contact
    provincie = " ".join(words or ())
    antwoorden = {} if provincie else env.counted(env.inhoud.intake.vragen) or {}
    own = text_of(antwoorden.get(PROVINCIE))
    typed = provincie or own
    federatie = find.find_federatie(contact.federaties, typed) if typed else None
    if env.opties.json:
        from routekaart_cli.pages import json_inhoud

        env.show_json(json_inhoud.contact(contact, federatie))
        return
    from routekaart_cli.pages import reference

    env.show(reference.contact(contact, federatie, own=not provincie))
