"""`routekaart export`: the action plan as a document."""

from __future__ import annotations

from typing import Annotated

import typer

from routekaart_cli.cli import words
from routekaart_cli.environment.world import Environment


def export(
    ctx: typer.Context,
    bestand: Annotated[
        str,
        typer.Argument(
            metavar=words.META_DOEL,
            help="Waar het plan komt, zoals plan.md. Een - schrijft het op het scherm. Standaard: actieplan.md.",
        ),
    ] = "",
    formaat: Annotated[
        str,
        typer.Option(
            "--formaat",
            metavar=words.META_FORMAAT,
            help=(
                "De soort: md, html, ics, csv of json. "
                "Zonder deze optie kijkt routekaart naar het einde van de bestandsnaam."
            ),
        ),
    ] = "",
    zonder: Annotated[bool, typer.Option("--zonder-persoonsgegevens", help=words.EXPORT_ZONDER)] = False,
    sjabloon: Annotated[
        str,
        typer.Option(
            "--sjabloon",
            metavar=words.PAD,
            help="Gebruik een eigen sjabloon. Hoe dat moet, staat in LEESMIJ.md naast onze sjablonen.",
        ),
    ] = "",
    overschrijf: Annotated[bool, typer.Option("--overschrijf", help=words.EXPORT_OVERSCHRIJF)] = False,
) -> None:
    from routekaart_cli.cli import plannen
    from routekaart_cli.documents import formats

    env = ctx.ensure_object(Environment)
    naam = bestand or f"actieplan.{formaat.lower() or 'md'}"
    opdracht = plannen.opdracht(env, zonder=zonder, formaat=formaat, sjabloon=sjabloon)
    doel = plannen.doel_van(env, naam, opdracht, overschrijf=True)  # whether it is there is for `write`: it can live on
    soort = formats.choose(formaat, naam)
    plan, anoniem = plannen.build(env, zonder=zonder)
    tekst = plannen.render(env, soort, plan, plannen.sjabloon_van(env, soort, sjabloon))
    uitkomst = {}
    if doel:
        uitkomst = plannen.write(env, doel, tekst, plannen.Hoe(soort, overschrijf, zonder, opdracht))
    if zonder:
        plannen.say_left_out(env, anoniem)
    elif doel:
        env.say("Lees het na voor je het deelt: er kunnen namen en telefoonnummers in staan.")
    if env.opties.json:
        gegevens = {"formaat": soort.naam, "bestand": str(doel) if doel else None, "plan": None if doel else tekst}
        weg = {"weggelaten": dict(anoniem.weggelaten), "verdacht": list(anoniem.verdacht)}
        env.show_json({**gegevens, **weg, **uitkomst})
    elif not doel:
        env.write_document(tekst)
