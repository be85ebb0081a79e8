"""`routekaart stap`: show one stap, or change how it is doing."""

from __future__ import annotations

from typing import Annotated

import typer

from routekaart_cli.cli import words
from routekaart_cli.environment.world import Environment


def stap(
    ctx: typer.Context,
    naam: Annotated[
        str, typer.Argument(metavar=words.META_STAP, help="Een nummer of een id: 3.2 of verdiepen.businesscase.")
    ],
    status: Annotated[
        str | None,
        typer.Option(
            "--status", metavar=words.META_STATUS, help="Zet de status: niet-begonnen, bezig, klaar of past-niet."
        ),
    ] = None,
    wie: Annotated[str | None, typer.Option("--wie", metavar="NAAM", help="Wie deze stap oppakt.")] = None,
    datum: Annotated[
        str | None,
        typer.Option("--datum", metavar="DATUM", help="Wanneer de stap af is, bijvoorbeeld 31-1-2027 of eind maart."),
    ] = None,
    notitie: Annotated[
        str | None, typer.Option("--notitie", metavar=words.META_TEKST, help="Een notitie bij de stap.")
    ] = None,
    geen_uitleg: Annotated[bool, typer.Option("--geen-uitleg", help=words.GEEN_UITLEG)] = False,
) -> None:
    from routekaart_cli.domain import actueel
    from routekaart_cli.gesprek.given import answer

    env = ctx.ensure_object(Environment)
    fase, gekozen = env.inhoud.zoek_stap(naam)
    nieuw = {"status": status, "wie": wie, "wanneer": datum, "notitie": notitie}
    vragen = {vraag.id: vraag for vraag in gekozen.vragen}
    gegeven = {
        f"{gekozen.id}.{deel}": answer(env, vragen[f"{gekozen.id}.{deel}"], tekst)
        for deel, tekst in nieuw.items()
        if tekst is not None
    }
    if gegeven:
        from routekaart_cli.gesprek.werk import Werk

        Werk.open(env, bestaand=True).answer_all(gegeven)
        env.say(f"Stap {gekozen.nummer}, {gekozen.titel}, is bijgewerkt.")
    antwoorden = env.tellend(gekozen.vragen)
    veranderd = actueel.bij(env.inhoud.actueel_bij(fase), gekozen.id)
    if env.opties.json:
        from routekaart_cli.pages import json_document, json_inhoud

        items = [json_inhoud.actueel_item(item, env.vandaag) for item in veranderd]
        env.show_json({**json_document.stap(gekozen, antwoorden, env.vandaag), "actueel": items})
        return
    from routekaart_cli.pages import guide, parts

    pagina = guide.stap(fase, gekozen, veranderd, antwoorden, env.vandaag)
    env.show(pagina if geen_uitleg else parts.met_uitleg(pagina, env.inhoud.begrippen))
