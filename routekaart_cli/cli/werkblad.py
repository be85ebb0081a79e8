"""`routekaart werkblad`: the vragen on paper, or as a form to fill in."""

from __future__ import annotations

from typing import Annotated

import typer

from routekaart_cli.cli.environment import Environment
from routekaart_cli.texts import hulp


def werkblad(
    ctx: typer.Context,
    fase: Annotated[str, typer.Argument(metavar=hulp.META_FASE_NAAM, help=hulp.WERKBLAD_FASE)] = "",
    formaat: Annotated[str, typer.Option("--formaat", metavar=hulp.META_FORMAAT, help=hulp.WERKBLAD_FORMAAT)] = "",
    naar: Annotated[str, typer.Option("--naar", metavar=hulp.META_BESTAND, help=hulp.WERKBLAD_NAAR)] = "-",
    overschrijf: Annotated[bool, typer.Option("--overschrijf", help=hulp.EXPORT_OVERSCHRIJF)] = False,
) -> None:
    from routekaart_cli.cli import plannen
    from routekaart_cli.files import write_atomic
    from routekaart_cli.render import documenten, werkblad_document
    from routekaart_cli.render import werkblad as werkbladen
    from routekaart_cli.texts import werkblad as woorden

    env = ctx.ensure_object(Environment)
    inhoud = env.inhoud
    blad = werkbladen.van_fase(inhoud.zoek_fase(fase)) if fase else werkbladen.van_intake(inhoud.intake)
    soort = documenten.choose(formaat, naar, werkblad_document.FORMATEN)
    opdracht = f"{blad.opdracht.removeprefix('routekaart ')} --naar"
    doel = plannen.doel_van(env, naar, opdracht, overschrijf=overschrijf)
    tekst = werkblad_document.render(soort, blad, plannen.eigen_sjabloon(env, soort.sjabloon))
    if doel:
        write_atomic(doel, tekst.encode())
        naam = env.naam_van(doel)
        env.say(woorden.invulbestand(naam) if soort.naam == "yaml" else woorden.geschreven(naam))
    if env.opties.json:
        env.show_json(
            {"formaat": soort.naam, "bestand": str(doel) if doel else None, "werkblad": None if doel else tekst}
        )
    elif not doel:
        env.write_document(tekst)
