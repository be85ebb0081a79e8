"""`routekaart stap`: show one stap, or change how it is doing."""

from __future__ import annotations

from typing import Annotated

import typer

from routekaart_cli.cli.environment import Environment
from routekaart_cli.texts import hulp


def stap(
    ctx: typer.Context,
    naam: Annotated[str, typer.Argument(metavar=hulp.META_STAP, help=hulp.STAP_NAAM)],
    status: Annotated[str | None, typer.Option("--status", metavar=hulp.META_STATUS, help=hulp.STAP_STATUS)] = None,
    wie: Annotated[str | None, typer.Option("--wie", metavar=hulp.META_NAAM, help=hulp.STAP_WIE)] = None,
    datum: Annotated[str | None, typer.Option("--datum", metavar=hulp.META_DATUM, help=hulp.STAP_DATUM)] = None,
    notitie: Annotated[str | None, typer.Option("--notitie", metavar=hulp.META_TEKST, help=hulp.STAP_NOTITIE)] = None,
    geen_uitleg: Annotated[bool, typer.Option("--geen-uitleg", help=hulp.GEEN_UITLEG)] = False,
) -> None:
    from routekaart_cli import actueel
    from routekaart_cli.cli.gegeven import answer
    from routekaart_cli.texts import schermen

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
        from routekaart_cli.cli.project import Werk

        Werk.open(env, bestaand=True).answer_all(gegeven)
        env.say(schermen.stap_bijgewerkt(gekozen.nummer, gekozen.titel))
    antwoorden = env.tellend(gekozen.vragen)
    veranderd = actueel.bij(env.inhoud.actueel_bij(fase), gekozen.id)
    if env.opties.json:
        from routekaart_cli.render import json_document, json_inhoud

        items = [json_inhoud.actueel_item(item, env.vandaag) for item in veranderd]
        env.show_json({**json_document.stap(gekozen, antwoorden, env.vandaag), "actueel": items})
        return
    from routekaart_cli.render import pages, punten

    pagina = pages.stap(fase, gekozen, veranderd, antwoorden, env.vandaag)
    env.show(pagina if geen_uitleg else punten.met_uitleg(pagina, env.inhoud.begrippen))
