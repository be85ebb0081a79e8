"""`routekaart werkblad`: the vragen on paper, or as a form to fill in."""

from __future__ import annotations

from typing import Annotated

import typer

from routekaart_cli.cli import usage
from routekaart_cli.dutch import unbroken
from routekaart_cli.environment.world import Environment


def werkblad(
    ctx: typer.Context,
    fase: Annotated[
        str,
        typer.Argument(
            metavar=usage.META_FASE_NAAM,
            help="Een nummer of een naam, zoals 3. Leeg: de vragen vooraf, over wijk en groep.",
        ),
    ] = "",
    formaat: Annotated[
        str,
        typer.Option(
            "--formaat",
            metavar=usage.META_FORMAAT,
            help="md om te lezen, html om te printen, of yaml om in te vullen. Standaard: md.",
        ),
    ] = "",
    to: Annotated[
        str,
        typer.Option("--naar", metavar=usage.META_BESTAND, help="Waar het werkblad komt. Zonder dit: op het scherm."),
    ] = "-",
    overwrite: Annotated[bool, typer.Option("--overschrijf", help=usage.EXPORT_OVERSCHRIJF)] = False,
) -> None:
    from routekaart_cli.cli import plannen
    from routekaart_cli.documents import formats
    from routekaart_cli.files import write_atomic
    from routekaart_cli.plan import werkblad as werkbladen

    env = ctx.ensure_object(Environment)
    inhoud = env.inhoud
    sheet = werkbladen.of_fase(inhoud.find_fase(fase)) if fase else werkbladen.of_intake(inhoud.intake)
    soort = formats.choose(formaat, to, formats.WERKBLAD)
    opdracht = f"{sheet.opdracht.removeprefix('routekaart ')} --naar"
    target = plannen.target_of(env, to, opdracht, overwrite=overwrite)
    text = soort.make(sheet, plannen.own_template(env, soort.sjabloon))
    if target:
        write_atomic(target, text.encode())
        name = env.name_of(target)
        env.say(
            (
                f"Het invulbestand staat in {name}. Vul het in en typ daarna:\n  "
                f"{unbroken(f'routekaart start --antwoorden {name}')}"
            )
            if soort.naam == "yaml"
            else f"Het werkblad staat in {name}."
        )
    if env.opties.json:
        env.show_json(
            {"formaat": soort.naam, "bestand": str(target) if target else None, "werkblad": None if target else text}
        )
    elif not target:
        env.write_document(text)
