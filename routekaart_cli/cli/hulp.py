"""`routekaart hulp`: help on the program, on a command or on a subject."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from routekaart_cli.cli.environment import Environment
from routekaart_cli.errors import UnknownName
from routekaart_cli.model import Onderwerp
from routekaart_cli.namen import nearest
from routekaart_cli.texts import hulp as woorden


def hulp(
    ctx: typer.Context,
    onderwerp: Annotated[str, typer.Argument(metavar=woorden.META_ONDERWERP, help=woorden.HULP_ONDERWERP)] = "",
) -> None:
    env = ctx.ensure_object(Environment)
    programma: Any = ctx.parent
    onderwerpen = {deel.id: deel for deel in env.inhoud.onderwerpen}
    if onderwerp in onderwerpen:
        _show(env, onderwerpen[onderwerp])
        return
    if not onderwerp:
        env.stdout.write(f"{programma.get_help()}\n\n{woorden.onderwerpen(list(onderwerpen))}\n")
        return
    opdracht = programma.command.get_command(programma, onderwerp)
    if opdracht is None:
        bedoeld = nearest(onderwerp, [*programma.command.list_commands(programma), *onderwerpen])
        raise UnknownName(woorden.onderwerp_onbekend(onderwerp), woorden.onderwerp_hint(bedoeld))
    with opdracht.make_context(onderwerp, [], parent=programma, resilient_parsing=True) as binnen:
        env.stdout.write(f"{binnen.get_help()}\n")


def _show(env: Environment, onderwerp: Onderwerp) -> None:
    if env.opties.json:
        from routekaart_cli.render import json_document

        env.show_json(json_document.onderwerp(onderwerp))
        return
    from routekaart_cli.render import pages

    env.show(pages.onderwerp(onderwerp))
