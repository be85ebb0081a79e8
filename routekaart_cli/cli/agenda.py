"""`routekaart agenda`: what the next meeting is about."""

from __future__ import annotations

from typing import Annotated

import typer

from routekaart_cli.cli import usage
from routekaart_cli.environment.world import Environment


def agenda(
    ctx: typer.Context,
    file: Annotated[
        str,
        typer.Argument(metavar=usage.META_DOEL, help="Waar de agenda komt, zoals agenda.md. Standaard: op het scherm."),
    ] = "-",
    without: Annotated[bool, typer.Option("--zonder-persoonsgegevens", help=usage.EXPORT_ZONDER)] = False,
    overwrite: Annotated[bool, typer.Option("--overschrijf", help=usage.EXPORT_OVERSCHRIJF)] = False,
) -> None:
    from routekaart_cli.cli import plannen
    from routekaart_cli.documents import formats
    from routekaart_cli.domain.as_json import values
    from routekaart_cli.files import write_atomic
    from routekaart_cli.plan import agenda as agendas

    env = ctx.ensure_object(Environment)
    target = plannen.target_of(env, file, plannen.opdracht(env, without=without), overwrite=overwrite)
    soort = formats.choose("", file, formats.AGENDA)
    plan, anonymous = plannen.build(env, without=without)
    data = agendas.build(plan, env.today)
    text = soort.make(data, plannen.own_template(env, soort.sjabloon))
    if target:
        write_atomic(target, text.encode())
        env.say(f"De agenda staat in {env.name_of(target)}.")
    if without:
        plannen.say_left_out(env, anonymous)
    if env.opties.json:
        env.show_json({"bestand": str(target) if target else None, "agenda": values(data)})
    elif not target:
        env.write_document(text)
