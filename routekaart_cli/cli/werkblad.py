"""`routekaart werkblad`: the vragen on paper, or as a form to fill in."""

from __future__ import annotations

from typing import Annotated

import typer

from routekaart_cli.cli import words
from routekaart_cli.dutch import unbroken
from routekaart_cli.environment.world import Environment


def werkblad(
    ctx: typer.Context,
    fase: Annotated[
        str,
        typer.Argument(
            metavar=words.META_FASE_NAAM,
            help="Een nummer of een naam, zoals 3. Leeg: de vragen vooraf, over wijk en groep.",
        ),
    ] = "",
    formaat: Annotated[
        str,
        typer.Option(
            "--formaat",
            metavar=words.META_FORMAAT,
            help="md om te lezen, html om te printen, of yaml om in te vullen. Standaard: md.",
        ),
    ] = "",
    naar: Annotated[
        str,
        typer.Option("--naar", metavar=words.META_BESTAND, help="Waar het werkblad komt. Zonder dit: op het scherm."),
    ] = "-",
    overschrijf: Annotated[bool, typer.Option("--overschrijf", help=words.EXPORT_OVERSCHRIJF)] = False,
) -> None:
    from routekaart_cli.cli import plannen
    from routekaart_cli.documents import formats
    from routekaart_cli.files import write_atomic
    from routekaart_cli.plan import werkblad as werkbladen

    env = ctx.ensure_object(Environment)
    inhoud = env.inhoud
    blad = werkbladen.van_fase(inhoud.zoek_fase(fase)) if fase else werkbladen.van_intake(inhoud.intake)
    soort = formats.choose(formaat, naar, formats.WERKBLAD)
    opdracht = f"{blad.opdracht.removeprefix('routekaart ')} --naar"
    doel = plannen.doel_van(env, naar, opdracht, overschrijf=overschrijf)
    tekst = soort.make(blad, plannen.eigen_sjabloon(env, soort.sjabloon))
    if doel:
        write_atomic(doel, tekst.encode())
        naam = env.naam_van(doel)
        env.say(
            (
                f"Het invulbestand staat in {naam}. Vul het in en typ daarna:\n  "
                f"{unbroken(f'routekaart start --antwoorden {naam}')}"
            )
            if soort.naam == "yaml"
            else f"Het werkblad staat in {naam}."
        )
    if env.opties.json:
        env.show_json(
            {"formaat": soort.naam, "bestand": str(doel) if doel else None, "werkblad": None if doel else tekst}
        )
    elif not doel:
        env.write_document(tekst)
