"""`routekaart export`: the action plan as a document."""

from __future__ import annotations

from typing import Annotated

import typer

from routekaart_cli.cli import usage
from routekaart_cli.environment.world import Environment


def export(
    ctx: typer.Context,
    file: Annotated[
        str,
        typer.Argument(
            metavar=usage.META_DOEL,
            help="Waar het plan komt, zoals plan.md. Een - schrijft het op het scherm. Standaard: actieplan.md.",
        ),
    ] = "",
    formaat: Annotated[
        str,
        typer.Option(
            "--formaat",
            metavar=usage.META_FORMAAT,
            help=(
                "De soort: md, html, ics, csv of json. "
                "Zonder deze optie kijkt routekaart naar het einde van de bestandsnaam."
            ),
        ),
    ] = "",
    without: Annotated[bool, typer.Option("--zonder-persoonsgegevens", help=usage.EXPORT_ZONDER)] = False,
    template: Annotated[
        str,
        typer.Option(
            "--sjabloon",
            metavar=usage.PAD,
            help="Gebruik een eigen sjabloon. Hoe dat moet, staat in LEESMIJ.md naast onze sjablonen.",
        ),
    ] = "",
    overwrite: Annotated[bool, typer.Option("--overschrijf", help=usage.EXPORT_OVERSCHRIJF)] = False,
) -> None:
    from routekaart_cli.cli import plannen
    from routekaart_cli.documents import formats

    env = ctx.ensure_object(Environment)
    name = file or f"actieplan.{formaat.lower() or 'md'}"
    opdracht = plannen.opdracht(env, without=without, formaat=formaat, template=template)
    target = plannen.target_of(
        env, name, opdracht, overwrite=True
    )  # whether it is there is for `write`: it can live on
    soort = formats.choose(formaat, name)
    plan, anonymous = plannen.build(env, without=without)
    text = plannen.render(env, soort, plan, plannen.template_for(env, soort, template))
    outcome = {}
    if target:
        outcome = plannen.write(env, target, text, plannen.How(soort, overwrite, without, opdracht))
    if without:
        plannen.say_left_out(env, anonymous)
    elif target:
        env.say("Lees het na voor je het deelt: er kunnen namen en telefoonnummers in staan.")
    if env.opties.json:
        data = {"formaat": soort.naam, "bestand": str(target) if target else None, "plan": None if target else text}
        gone = {"weggelaten": dict(anonymous.left_out), "verdacht": list(anonymous.suspects)}
        env.show_json({**data, **gone, **outcome})
    elif not target:
        env.write_document(text)
