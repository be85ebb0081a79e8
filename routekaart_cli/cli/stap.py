"""`routekaart stap`: show one stap, or change how it is doing."""

from __future__ import annotations

from typing import Annotated

import typer

from routekaart_cli.cli import usage
from routekaart_cli.environment.world import Environment


def stap(
    ctx: typer.Context,
    name: Annotated[
        str, typer.Argument(metavar=usage.META_STAP, help="Een nummer of een id: 3.2 of verdiepen.businesscase.")
    ],
    status: Annotated[
        str | None,
        typer.Option(
            "--status", metavar=usage.META_STATUS, help="Zet de status: niet-begonnen, bezig, klaar of past-niet."
        ),
    ] = None,
    wie: Annotated[str | None, typer.Option("--wie", metavar="NAAM", help="Wie deze stap oppakt.")] = None,
    datum: Annotated[
        str | None,
        typer.Option("--datum", metavar="DATUM", help="Wanneer de stap af is, bijvoorbeeld 31-1-2027 of eind maart."),
    ] = None,
    notitie: Annotated[
        str | None, typer.Option("--notitie", metavar=usage.META_TEKST, help="Een notitie bij de stap.")
    ] = None,
    no_explanation: Annotated[bool, typer.Option("--geen-uitleg", help=usage.GEEN_UITLEG)] = False,
) -> None:
    from routekaart_cli.domain import actueel
    from routekaart_cli.domain.vaste_vragen import NOTITIE, STATUS, WANNEER, WIE
    from routekaart_cli.gesprek.given import answer

    env = ctx.ensure_object(Environment)
    fase, chosen = env.inhoud.find_stap(name)
    new = {STATUS: status, WIE: wie, WANNEER: datum, NOTITIE: notitie}
    texts = {chosen.vraag_id(part): text for part, text in new.items() if text is not None}
    given = {vraag.id: answer(env, vraag, texts[vraag.id]) for vraag in chosen.vragen if vraag.id in texts}
    if given:
        env.werk(existing=True).answer_all(given)
        env.say(f"Stap {chosen.nummer}, {chosen.titel}, is bijgewerkt.")
    antwoorden = env.counted(chosen.vragen)
    changed = actueel.belonging_to(env.inhoud.actueel_for(fase), chosen.id)
    if env.opties.json:
        from routekaart_cli.pages import json_document, json_inhoud

        changes = [json_inhoud.actueel_item(item, env.today) for item in changed]
        env.show_json({**json_document.stap(chosen, antwoorden, env.today), "actueel": changes})
        return
    from routekaart_cli.pages import guide, items

    page = guide.stap(fase, chosen, changed, antwoorden, env.today)
    env.show(page if no_explanation else items.with_explanations(page, env.inhoud.begrippen))
