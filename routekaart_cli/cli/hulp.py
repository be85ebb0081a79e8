"""`routekaart hulp`: help on the program, on a command or on a subject."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from routekaart_cli.cli import usage
from routekaart_cli.cli.typer_dutch import help_fields
from routekaart_cli.domain.routekaart import Onderwerp
from routekaart_cli.dutch import did_you_mean, enumeration, nearest
from routekaart_cli.dutch.characters import wrap
from routekaart_cli.environment.world import Environment
from routekaart_cli.errors import UnknownName


def hulp(
    ctx: typer.Context,
    onderwerp: Annotated[
        str,
        typer.Argument(
            metavar=usage.META_ONDERWERP,
            help="Een opdracht, of: toetsen, toegankelijkheid, exitcodes. Leeg: alle opdrachten.",
        ),
    ] = "",
) -> None:
    env = ctx.ensure_object(Environment)
    program: Any = ctx.parent
    onderwerpen = {part.id: part for part in env.inhoud.onderwerpen}
    if onderwerp in onderwerpen:
        _show_onderwerp(env, onderwerpen[onderwerp])
    elif onderwerp:
        _show_opdracht(env, program, onderwerp, list(onderwerpen))
    elif env.opties.json:
        opdrachten = [part._asdict() for part in program.command.opdrachten]
        env.show_json({"opdrachten": opdrachten, "onderwerpen": list(onderwerpen)})
    else:
        env.write(f"{program.get_help()}\n\n{wrap(_onderwerpen(list(onderwerpen)), env.width)}\n")


def _show_opdracht(env: Environment, program: Any, name: str, onderwerpen: list[str]) -> None:
    opdracht = program.command.get_command(program, name)
    if opdracht is None:
        meant = nearest(name, [*program.command.list_commands(program), *onderwerpen], 0.5)
        raise UnknownName(
            f"Over '{name}' is geen uitleg.", f"{did_you_mean(meant)}Waar uitleg over is, zie je met: routekaart hulp"
        )
    with opdracht.make_context(name, [], parent=program, resilient_parsing=True) as within:
        if env.opties.json:
            env.opdracht = "hulp"
            env.show_json(help_fields(within))
        else:
            env.write(f"{within.get_help()}\n")


def _show_onderwerp(env: Environment, onderwerp: Onderwerp) -> None:
    if env.opties.json:
        from routekaart_cli.pages import json_inhoud

        env.show_json(json_inhoud.onderwerp(onderwerp))
        return
    from routekaart_cli.pages import guide

    env.show(guide.onderwerp(onderwerp))


def _onderwerpen(names: list[str]) -> str:
    return f"Er is ook uitleg over {enumeration(names)}. Typ bijvoorbeeld: routekaart hulp {names[0]}"
