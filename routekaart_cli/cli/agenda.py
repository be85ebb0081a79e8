"""`routekaart agenda`: what the next meeting is about."""

from __future__ import annotations

from typing import Annotated

import typer

from routekaart_cli.cli import words
from routekaart_cli.environment.world import Environment


def agenda(
    ctx: typer.Context,
    bestand: Annotated[
        str,
        typer.Argument(metavar=words.META_DOEL, help="Waar de agenda komt, zoals agenda.md. Standaard: op het scherm."),
    ] = "-",
    zonder: Annotated[bool, typer.Option("--zonder-persoonsgegevens", help=words.EXPORT_ZONDER)] = False,
    overschrijf: Annotated[bool, typer.Option("--overschrijf", help=words.EXPORT_OVERSCHRIJF)] = False,
) -> None:
    from routekaart_cli.cli import plannen
    from routekaart_cli.documents import formats
    from routekaart_cli.domain.as_json import values
    from routekaart_cli.files import write_atomic
    from routekaart_cli.plan import agenda as agendas

    env = ctx.ensure_object(Environment)
    doel = plannen.doel_van(env, bestand, plannen.opdracht(env, zonder=zonder), overschrijf=overschrijf)
    soort = formats.choose("", bestand, formats.AGENDA)
    plan, anoniem = plannen.build(env, zonder=zonder)
    gegevens = agendas.build(plan, env.vandaag)
    tekst = soort.make(gegevens, plannen.eigen_sjabloon(env, soort.sjabloon))
    if doel:
        write_atomic(doel, tekst.encode())
        env.say(f"De agenda staat in {env.naam_van(doel)}.")
    if zonder:
        plannen.say_left_out(env, anoniem)
    if env.opties.json:
        env.show_json({"bestand": str(doel) if doel else None, "agenda": values(gegevens)})
    elif not doel:
        env.write_document(tekst)
