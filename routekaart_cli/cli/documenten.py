"""The commands that make a document: `export`, `agenda` and `werkblad`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, NotRequired, TypedDict

import typer

from routekaart_cli.cli import completion, writing
from routekaart_cli.cli.options import Overwrite, WithoutPeople
from routekaart_cli.documents import formats
from routekaart_cli.documents.levend import Kept
from routekaart_cli.dutch.opdrachten import to_type
from routekaart_cli.environment.world import Environment
from routekaart_cli.files import write_atomic
from routekaart_cli.inhoud import find
from routekaart_cli.plan import agenda as agendas
from routekaart_cli.plan import werkblad as werkbladen

ExportJson = TypedDict("ExportJson", {
    "formaat": str, "bestand": str | None, "plan": str | None, "weggelaten": Mapping[str, int],
    "verdacht": tuple[str, ...], "behouden": NotRequired[tuple[Kept, ...]], "stuk": NotRequired[tuple[str, ...]],
    "terug": NotRequired[tuple[str, ...]],
})  # fmt: skip
AgendaJson = TypedDict("AgendaJson", {"bestand": str | None, "agenda": agendas.Agenda})
WerkbladJson = TypedDict("WerkbladJson", {"formaat": str, "bestand": str | None, "werkblad": str | None})


def export(
    ctx: typer.Context,
    file: Annotated[
        str,
        typer.Argument(
            metavar="[BESTAND]",
            help="Waar het plan komt, zoals plan.md. Een - schrijft het op het scherm. Standaard: actieplan.md.",
        ),
    ] = "",
    formaat: Annotated[
        str,
        typer.Option(
            "--formaat",
            metavar="FORMAAT",
            help=(
                "De soort: md, html, ics, csv of json. "
                "Zonder deze optie kijkt routekaart naar het einde van de bestandsnaam."
            ),
            autocompletion=completion.names(*(soort.naam for soort in formats.PLAN)),
        ),
    ] = "",
    without: WithoutPeople = False,
    template: Annotated[
        str,
        typer.Option(
            "--sjabloon",
            metavar="PAD",
            help="Gebruik een eigen sjabloon. Hoe dat moet, staat in LEESMIJ.md naast onze sjablonen.",
        ),
    ] = "",
    overwrite: Overwrite = False,
) -> None:
    env = ctx.ensure_object(Environment)
    name = file or f"actieplan.{formaat.lower() or 'md'}"
    opdracht = writing.opdracht(env, without=without, formaat=formaat, template=template)
    # whether the file is there is for `write`: a plan can live on
    target = writing.target_of(env, name, opdracht, overwrite=True)
    soort = formats.choose(formaat, name)
    plan, anonymous = writing.build(env, without=without)
    text = writing.render(env, soort, plan, writing.template_for(env, soort, template))
    how = writing.How(soort, overwrite, without, opdracht)
    updated = writing.write(env, target, text, how) if target else None
    if without:
        writing.say_left_out(env, anonymous)
    elif target:
        env.say("Lees het na voor je het deelt: er kunnen namen en telefoonnummers in staan.")
    if env.options.json:
        data = ExportJson(
            formaat=soort.naam, bestand=str(target) if target else None, plan=None if target else text,
            weggelaten=anonymous.left_out, verdacht=anonymous.suspects,
        )  # fmt: skip
        if updated:
            data.update({"behouden": updated.behouden, "stuk": updated.broken, "terug": updated.back})
        env.show_json(data)
    elif not target:
        env.write_document(text)


def agenda(
    ctx: typer.Context,
    file: Annotated[
        str,
        typer.Argument(metavar="[BESTAND]", help="Waar de agenda komt, zoals agenda.md. Standaard: op het scherm."),
    ] = "-",
    without: WithoutPeople = False,
    overwrite: Overwrite = False,
) -> None:
    env = ctx.ensure_object(Environment)
    target = writing.target_of(env, file, writing.opdracht(env, without=without), overwrite=overwrite)
    soort = formats.choose("", file, formats.AGENDA)
    plan, anonymous = writing.build(env, without=without)
    data = agendas.build(plan, env.today)
    text = soort.make(data, writing.own_template(env, soort.sjabloon))
    if target:
        write_atomic(target, text.encode())
        env.say(f"De agenda staat in {env.name_of(target)}.")
    if without:
        writing.say_left_out(env, anonymous)
    if env.options.json:
        env.show_json(AgendaJson(bestand=str(target) if target else None, agenda=data))
    elif not target:
        env.write_document(text)


def werkblad(
    ctx: typer.Context,
    fase: Annotated[
        str,
        typer.Argument(
            metavar="[N|NAAM]",
            help="Een nummer of een naam, zoals 3. Leeg: de vragen vooraf, over wijk en groep.",
            autocompletion=completion.fasen,
        ),
    ] = "",
    formaat: Annotated[
        str,
        typer.Option(
            "--formaat",
            metavar="FORMAAT",
            help="md om te lezen, html om te printen, of yaml om in te vullen. Standaard: md.",
            autocompletion=completion.names(*(soort.naam for soort in formats.WERKBLAD)),
        ),
    ] = "",
    to: Annotated[
        str,
        typer.Option("--naar", metavar="BESTAND", help="Waar het werkblad komt. Zonder dit: op het scherm."),
    ] = "-",
    overwrite: Overwrite = False,
) -> None:
    env = ctx.ensure_object(Environment)
    inhoud = env.inhoud
    sheet = werkbladen.of_fase(find.fase(inhoud, fase)) if fase else werkbladen.of_intake(inhoud.intake)
    soort = formats.choose(formaat, to, formats.WERKBLAD)
    opdracht = f"{sheet.opdracht.removeprefix('routekaart ')} --naar"
    target = writing.target_of(env, to, opdracht, overwrite=overwrite)
    text = soort.make(sheet, writing.own_template(env, soort.sjabloon))
    if target:
        write_atomic(target, text.encode())
        name = env.name_of(target)
        begin = to_type("start", "--antwoorden", name)
        env.say(
            f"Het invulbestand staat in {name}. Vul het in en typ daarna:\n  {begin}"
            if soort.naam == "yaml"
            else f"Het werkblad staat in {name}."
        )
    if env.options.json:
        written = str(target) if target else None
        env.show_json(WerkbladJson(formaat=soort.naam, bestand=written, werkblad=None if target else text))
    elif not target:
        env.write_document(text)
