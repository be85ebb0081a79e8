"""`routekaart export`: the action plan as a document."""

from __future__ import annotations

from typing import Annotated

import typer

from routekaart_cli.cli.environment import Environment
from routekaart_cli.texts import hulp


def export(
    ctx: typer.Context,
    bestand: Annotated[str, typer.Argument(metavar=hulp.META_DOEL, help=hulp.EXPORT_BESTAND)] = "",
    formaat: Annotated[str, typer.Option("--formaat", metavar=hulp.META_FORMAAT, help=hulp.EXPORT_FORMAAT)] = "",
    zonder: Annotated[bool, typer.Option("--zonder-persoonsgegevens", help=hulp.EXPORT_ZONDER)] = False,
    sjabloon: Annotated[str, typer.Option("--sjabloon", metavar=hulp.PAD, help=hulp.EXPORT_SJABLOON)] = "",
    overschrijf: Annotated[bool, typer.Option("--overschrijf", help=hulp.EXPORT_OVERSCHRIJF)] = False,
) -> None:
    from routekaart_cli.cli import plannen
    from routekaart_cli.files import write_atomic
    from routekaart_cli.render import documenten
    from routekaart_cli.texts import plan as woorden

    env = ctx.ensure_object(Environment)
    soort = documenten.choose(formaat, bestand)
    plan, weggelaten = plannen.build(env, zonder=zonder)
    naam = bestand or f"actieplan.{soort.naam}"
    doel = plannen.doel_van(env, naam, overschrijf=overschrijf)
    tekst = documenten.render(soort, plan, plannen.sjabloon_van(env, soort, sjabloon))
    if doel:
        write_atomic(doel, tekst.encode())
        env.say(woorden.geschreven(env.naam_van(doel), namen=not zonder))
    if zonder:
        env.say(woorden.weggelaten(weggelaten))
    if env.opties.json:
        env.show_json({"bestand": str(doel) if doel else None, "plan": None if doel else tekst})
    elif not doel:
        env.write_document(tekst)
