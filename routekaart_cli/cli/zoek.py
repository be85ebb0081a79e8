"""`routekaart zoek`: find words in all content and in the own project."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from routekaart_cli.cli import usage
from routekaart_cli.environment.world import Environment


def zoek(
    ctx: typer.Context,
    words: Annotated[
        list[str],
        typer.Argument(metavar=usage.META_TERM, help="Een of meer woorden. Hoofdletters en accenten maken niet uit."),
    ],
    everything: Annotated[bool, typer.Option("--alles", help="Laat alles zien wat er gevonden is.")] = False,
) -> None:
    from routekaart_cli.errors import UsageProblem
    from routekaart_cli.inhoud import search, search_index

    env = ctx.ensure_object(Environment)
    program: Any = ctx.parent
    inhoud = env.inhoud
    term = " ".join(" ".join(words).split())
    if not search.stems(term):
        raise UsageProblem(
            usage.missing(usage.META_TERM), "Typ een woord om te zoeken, bijvoorbeeld: routekaart zoek jongeren"
        )
    pieces = (
        *search_index.fasen(inhoud.all_fasen),
        *search_index.reference(inhoud.begrippen, inhoud.actueel, inhoud.contact, inhoud.onderwerpen),
        *search_index.opdrachten((part.naam, part.wat) for part in program.command.opdrachten),
        *search_index.vragen(inhoud.vragen, env.counted(inhoud.vragen) or {}),
    )
    result = search.search_for(pieces, term)
    if env.opties.json:
        from routekaart_cli.pages import json_inhoud

        env.show_json(json_inhoud.found_page(result))
        return
    from routekaart_cli.pages import reference

    env.show(reference.found_page(result, inhoud.all_fasen, everything=everything))
