"""The commands that make a document: `export`, `agenda` and `werkblad`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from importlib.util import find_spec
from typing import Annotated, NotRequired, TypedDict

import typer

from routekaart_cli.cli import added, completion, writing
from routekaart_cli.cli.options import Overwrite, WithoutPeople
from routekaart_cli.documents import formats
from routekaart_cli.documents.levend import Kept
from routekaart_cli.domain.routekaart import Keuze, Soort, Vraag
from routekaart_cli.dutch import enumeration
from routekaart_cli.dutch.opdrachten import to_type
from routekaart_cli.environment.world import Environment
from routekaart_cli.errors import UsageProblem
from routekaart_cli.files import as_bytes, write_atomic
from routekaart_cli.inhoud import find
from routekaart_cli.pages import groepsapp
from routekaart_cli.plan import agenda as agendas
from routekaart_cli.plan import werkblad as werkbladen
from routekaart_cli.plan.builder import Omvang
from routekaart_cli.plan.lezers import Verdacht
from routekaart_cli.plan.records import Lezer, Stuk

For = Annotated[
    str,
    typer.Option(
        "--voor",
        metavar="WIE",
        help="Voor wie het is: ons, gemeente of iedereen.",
        autocompletion=completion.names(*Lezer),
    ),
]
_SOORTEN = ("plan", "verslag")
ExportJson = TypedDict("ExportJson", {
    "formaat": str, "voor": Lezer, "bestand": str | None, "plan": str | None, "weggelaten": Mapping[str, int],
    "verdacht": tuple[Verdacht, ...], "niet_in_plan": tuple[str, ...],
    "behouden": NotRequired[tuple[Kept, ...]], "stuk": NotRequired[tuple[str, ...]],
    "terug": NotRequired[tuple[str, ...]],
})  # fmt: skip
AgendaJson = TypedDict("AgendaJson", {"bestand": str | None, "agenda": Stuk})
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
                "De soort: md, html, docx, pdf, xlsx, ics, csv of json. "
                "Zonder deze optie kijkt routekaart naar het einde van de bestandsnaam."
            ),
            autocompletion=completion.names(*(soort.naam for soort in formats.PLAN)),
        ),
    ] = "",
    voor: For = "",
    without: WithoutPeople = False,
    soort: Annotated[
        str,
        typer.Option(
            "--soort",
            metavar="SOORT",
            help="plan, of verslag: voor een subsidie, achteraf. Standaard: plan.",
            autocompletion=completion.names(*_SOORTEN),
        ),
    ] = "plan",
    whole: Annotated[
        bool, typer.Option("--volledig", help="Alles wat jullie opschreven, niet alleen het korte plan.")
    ] = False,
    appendices: Annotated[
        bool, typer.Option("--met-bijlagen", help="Ook wat de routekaart zegt: tips, voorbeelden en alle stappen.")
    ] = False,
    template: Annotated[
        str,
        typer.Option(
            "--sjabloon",
            metavar="PAD",
            help="Gebruik een eigen sjabloon. Hoe dat moet, staat in LEESMIJ.md naast onze sjablonen.",
        ),
    ] = "",
    huisstijl: Annotated[
        str, typer.Option("--huisstijl", metavar="BESTAND", help="Een document van Word met jullie opmaak (.docx).")
    ] = "",
    reminder: Annotated[
        str,
        typer.Option(
            "--herinnering", metavar="DAGEN", help="Bij .ics: zoveel dagen van tevoren gaat er een herinnering af."
        ),
    ] = "",
    made_up: Annotated[
        bool, typer.Option("--voorbeeld", help="Het plan van een verzonnen wijk, om te zien hoe het wordt.")
    ] = False,
    overwrite: Overwrite = False,
) -> None:
    env = ctx.ensure_object(Environment)
    reader = writing.lezer(voor, without=without)
    if soort not in _SOORTEN:
        raise UsageProblem(f"De soort '{soort}' bestaat niet.", f"Kies: {enumeration(_SOORTEN, 'of')}.")
    report = soort == "verslag"
    omvang = Omvang(reader, whole, appendices, made_up, report)
    name = "verslag" if report else "voorbeeldplan" if made_up else "actieplan"
    names = [file or f"{name}.{formaat.lower() or ('ics' if reminder else 'md')}"]
    asked = file or formaat or voor or without or template or made_up or report or reminder or env.options.json
    if not asked and env.can_ask:
        names, reader = _for_whom(env)
        omvang = omvang._replace(voor=reader)
        if not names:
            return
    sources = writing.Sources(formaat, template, huisstijl, reminder)
    typed = added.by_hand(env, names, omvang, sources)
    for number, name in enumerate(names, 1):
        done = writing.export(env, name, omvang, sources, typed, overwrite=overwrite)
        if number == len(names):
            writing.say_what_is_in_it(env, done.plan, done.checked, chapters=writing.has_chapters(done.formaat))
    if env.options.json:
        text = done.document if isinstance(done.document, str) and not done.target else None
        data = ExportJson(
            formaat=done.formaat.naam, voor=reader, bestand=str(done.target) if done.target else None, plan=text,
            weggelaten=done.checked.left_out, verdacht=done.checked.suspects,
            niet_in_plan=(*done.plan.weggelaten, *done.plan.ingekort),
        )  # fmt: skip
        if done.updated:
            data.update({"behouden": done.updated.behouden, "stuk": done.updated.broken, "terug": done.updated.back})
        env.show_json(data)
    elif not done.target:
        env.write_document(done.document)


def _for_whom(env: Environment) -> tuple[list[str], Lezer]:
    """Ask for whom the plan is; return the files to make of it (none when they stop), and their reader."""
    from routekaart_cli.gesprek.tafel import Stopped, Tafel

    keuzes = (
        Keuze("gemeente", "De gemeente: in Word en PDF"),
        Keuze("ons", "Onszelf: een html-bestand met alles erin"),
        Keuze("markdown", "Markdown, om er zelf verder in te schrijven"),
    )
    waarom = "Voor de gemeente staan er voornamen in, en geen notities. Voor jullie zelf staat alles erin."
    vraag = Vraag("", "Voor wie", "Voor wie is het plan?", Soort.KEUZE, waarom, keuzes=keuzes)
    try:
        chosen = Tafel.of(env, env.werk()).choose(vraag, proposal="gemeente")
    except Stopped:
        return [], Lezer.GEMEENTE
    if chosen == "ons":
        return ["actieplan-ons.html"], Lezer.ONS
    if chosen == "gemeente":
        return ["actieplan.docx", *(["actieplan.pdf"] if find_spec("typst") else [])], Lezer.GEMEENTE
    return ["actieplan.md"], Lezer.GEMEENTE


def agenda(
    ctx: typer.Context,
    file: Annotated[
        str,
        typer.Argument(
            metavar="[BESTAND]",
            help="Waar de agenda komt, zoals agenda.docx. Ook .pdf, .html en .md. Standaard: op het scherm.",
        ),
    ] = "",
    kort: Annotated[
        bool, typer.Option("--kort", help="Alleen wie wat doet en wanneer, om in de app van de groep te plakken.")
    ] = False,
    voor: For = "",
    without: WithoutPeople = False,
    overwrite: Overwrite = False,
) -> None:
    env = ctx.ensure_object(Environment)
    if kort and not env.options.json:
        env.write(f"{groepsapp.lines(env.overzicht(), env.inhoud.intake, env.today)}\n")
        return
    omvang = Omvang(writing.lezer(voor, without=without, default=Lezer.ONS))
    target = writing.target_of(env, file or "-", writing.opdracht(env, omvang, Lezer.ONS), overwrite=overwrite)
    soort = formats.choose("", file, formats.DOCUMENT)
    plan, checked = writing.build(env, omvang)
    data = replace(agendas.build(plan, env.today), slot=env.inhoud.told_lagen)
    if target:
        write_atomic(target, as_bytes(soort.make(data, writing.own_template(env, soort.sjabloon))))
        env.say(f"De agenda staat in {env.name_of(target)}.")
    if omvang.voor is not Lezer.ONS:
        writing.say_what_is_in_it(env, plan, checked, chapters=False)
    if env.options.json:
        env.show_json(AgendaJson(bestand=str(target) if target else None, agenda=data))
    elif file == "-":
        env.write_document(soort.make(data, writing.own_template(env, soort.sjabloon)))
    elif not target:
        from routekaart_cli.pages.plan_page import stuk_page

        env.show(stuk_page(data))


def werkblad(
    ctx: typer.Context,
    fase: Annotated[
        str,
        typer.Argument(
            metavar="[N|NAAM]",
            help="Een nummer of een naam, zoals 3. Zonder fase: de vragen vooraf, over wijk en groep.",
            autocompletion=completion.fasen,
        ),
    ] = "",
    formaat: Annotated[
        str,
        typer.Option(
            "--formaat",
            metavar="FORMAAT",
            help="docx, pdf of html om te printen, md om te lezen, yaml om in te vullen. Standaard: md.",
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
    chosen = find.fase(inhoud, fase) if fase else None
    sheet = werkbladen.of_fase(chosen, env.today) if chosen else werkbladen.of_intake(inhoud.intake, env.today)
    sheet = replace(sheet, slot=f"{sheet.slot} {inhoud.told_lagen}".strip())
    soort = formats.choose(formaat, to, formats.WERKBLAD)
    opdracht = f"werkblad {fase} --naar" if fase else "werkblad --naar"
    target = writing.target_of(env, to, opdracht, overwrite=overwrite)
    document = soort.make(sheet, writing.own_template(env, soort.sjabloon))
    if target:
        write_atomic(target, as_bytes(document))
        name = env.name_of(target)
        begin = to_type("start", "--antwoorden", name)
        env.say(
            f"Het invulbestand staat in {name}. Vul het in en typ daarna:\n  {begin}"
            if soort.naam == "yaml"
            else f"Het werkblad staat in {name}."
        )
    if env.options.json:
        written, text = str(target) if target else None, document if isinstance(document, str) else None
        env.show_json(WerkbladJson(formaat=soort.naam, bestand=written, werkblad=None if target else text))
    elif not target:
        env.write_document(document)
