"""`routekaart export`: the action plan as a document."""

from __future__ import annotations

from typing import Annotated

import typer

from routekaart_cli.cli.environment import Environment
from routekaart_cli.texts import hulp


def export(
    ctx: typer.Context,
    bestand: Annotated[str, typer.Argument(metavar=hulp.META_DOEL, help=hulp.EXPORT_BESTAND)] = "actieplan.md",
    overschrijf: Annotated[bool, typer.Option("--overschrijf", help=hulp.EXPORT_OVERSCHRIJF)] = False,
) -> None:
    from routekaart_cli.cli import paden
    from routekaart_cli.cli.project import overzicht
    from routekaart_cli.errors import NoProject
    from routekaart_cli.files import write_atomic
    from routekaart_cli.render import plan, sjabloon
    from routekaart_cli.texts import schermen

    env = ctx.ensure_object(Environment)
    project = env.need_project()
    if not project.antwoorden:
        raise NoProject(schermen.PLAN_LEEG, schermen.PLAN_LEEG_HINT)
    doel = None if bestand == "-" else paden.target(env.cwd, bestand, overschrijf=overschrijf, nooit=env.project_path)
    inhoud = env.inhoud
    gegevens = plan.build(inhoud.routekaart, inhoud.intake, inhoud.contact, overzicht(env, project), env.vandaag)
    tekst = sjabloon.render(gegevens, inhoud.map / "sjablonen")
    if doel:
        write_atomic(doel, tekst.encode())
        env.say(schermen.plan_geschreven(env.naam_van(doel)))
    if env.opties.json:
        env.show_json({"bestand": str(doel) if doel else None, "plan": None if doel else tekst})
    elif not doel:
        env.write_document(tekst)
