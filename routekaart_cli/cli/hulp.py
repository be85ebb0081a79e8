"""`routekaart hulp`: help on the program, on a command or on a subject."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from routekaart_cli.cli import words
from routekaart_cli.cli.typer_dutch import help_fields
from routekaart_cli.domain.routekaart import Onderwerp
from routekaart_cli.dutch import did_you_mean, enumeration, nearest
from routekaart_cli.dutch.characters import vouw
from routekaart_cli.environment.world import Environment
from routekaart_cli.errors import UnknownName


def hulp(
    ctx: typer.Context,
    onderwerp: Annotated[
        str,
        typer.Argument(
            metavar=words.META_ONDERWERP,
            help="Een opdracht, of: toetsen, toegankelijkheid, exitcodes. Leeg: alle opdrachten.",
        ),
    ] = "",
) -> None:
    env = ctx.ensure_object(Environment)
    programma: Any = ctx.parent
    onderwerpen = {deel.id: deel for deel in env.inhoud.onderwerpen}
    if onderwerp in onderwerpen:
        _show_onderwerp(env, onderwerpen[onderwerp])
    elif onderwerp:
        _show_opdracht(env, programma, onderwerp, list(onderwerpen))
    elif env.opties.json:
        opdrachten = [deel._asdict() for deel in programma.command.opdrachten]
        env.show_json({"opdrachten": opdrachten, "onderwerpen": list(onderwerpen)})
    else:
        env.write(f"{programma.get_help()}\n\n{vouw(_onderwerpen(list(onderwerpen)), env.breedte)}\n")


def _show_opdracht(env: Environment, programma: Any, naam: str, onderwerpen: list[str]) -> None:
    opdracht = programma.command.get_command(programma, naam)
    if opdracht is None:
        bedoeld = nearest(naam, [*programma.command.list_commands(programma), *onderwerpen], 0.5)
        raise UnknownName(
            f"Over '{naam}' is geen uitleg.", f"{did_you_mean(bedoeld)}Waar uitleg over is, zie je met: routekaart hulp"
        )
    with opdracht.make_context(naam, [], parent=programma, resilient_parsing=True) as binnen:
        if env.opties.json:
            env.opdracht = "hulp"
            env.show_json(help_fields(binnen))
        else:
            env.write(f"{binnen.get_help()}\n")


def _show_onderwerp(env: Environment, onderwerp: Onderwerp) -> None:
    if env.opties.json:
        from routekaart_cli.pages import json_inhoud

        env.show_json(json_inhoud.onderwerp(onderwerp))
        return
    from routekaart_cli.pages import guide

    env.show(guide.onderwerp(onderwerp))


def _onderwerpen(namen: list[str]) -> str:
    return f"Er is ook uitleg over {enumeration(namen)}. Typ bijvoorbeeld: routekaart hulp {namen[0]}"
