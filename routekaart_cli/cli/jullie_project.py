"""The commands for the project of a group: where it stands, one stap, and looking the answers over."""

from __future__ import annotations

from typing import Annotated

import typer

from routekaart_cli.cli import completion
from routekaart_cli.cli.options import NoExplanation
from routekaart_cli.domain.actueel import belonging_to, still_holding
from routekaart_cli.domain.in_words import in_words
from routekaart_cli.domain.routekaart import Status
from routekaart_cli.domain.vaste_vragen import NOTITIE, STATUS, WANNEER, WIE
from routekaart_cli.dutch import sentence
from routekaart_cli.environment.world import Environment
from routekaart_cli.inhoud import find
from routekaart_cli.pages import guide, items, json_document


def stap(
    ctx: typer.Context,
    name: Annotated[
        str,
        typer.Argument(
            metavar="STAP",
            help="Een nummer of een id: 3.2 of verdiepen.businesscase.",
            autocompletion=completion.stappen,
        ),
    ],
    status: Annotated[
        str | None,
        typer.Option(
            "--status",
            metavar="STATUS",
            help="Zet de status: niet-begonnen, bezig, klaar of past-niet.",
            autocompletion=completion.names(*Status),
        ),
    ] = None,
    wie: Annotated[str | None, typer.Option("--wie", metavar="NAAM", help="Wie deze stap oppakt.")] = None,
    datum: Annotated[
        str | None,
        typer.Option(
            "--wanneer", "--datum", metavar="DATUM", help="Wanneer de stap af is, bijvoorbeeld 31-1-2027 of eind maart."
        ),
    ] = None,
    notitie: Annotated[str | None, typer.Option("--notitie", metavar="TEKST", help="Een notitie bij de stap.")] = None,
    no_explanation: NoExplanation = False,
) -> None:
    env = ctx.ensure_object(Environment)
    fase, chosen = find.stap(env.inhoud, name)
    new = {STATUS: status, WIE: wie, WANNEER: datum, NOTITIE: notitie}
    texts = {chosen.vraag_id(part): text for part, text in new.items() if text is not None}
    if texts:
        from routekaart_cli.gesprek.given import answer

        given = {vraag.id: answer(env, vraag, texts[vraag.id]) for vraag in chosen.vragen if vraag.id in texts}
        env.werk(existing=True).change(given)
        kept = env.counted(chosen.vragen) or {}
        said = [f"{v.kort}: {in_words(v, kept[v.id])}" for v in chosen.vragen if v.id in given and v.id in kept]
        env.say(f"Stap {chosen.nummer}, {chosen.titel}, is bijgewerkt. {sentence('. '.join(said))}")
        if not env.options.json:
            return
    antwoorden = env.counted(chosen.vragen)
    changed = still_holding(belonging_to(env.inhoud.actueel_for(fase), chosen.id), env.today)
    env.show(
        lambda: items.with_explanations(
            guide.stap(fase, chosen, changed, antwoorden, env.today, peildatum=env.inhoud.routekaart.bron.peildatum),
            () if no_explanation else env.inhoud.begrippen,
        ),
        json=lambda: json_document.StapMetActueelJson(
            {
                **json_document.stap(chosen, antwoorden, env.today),
                "actueel": json_document.actueel(changed, env.today),
            }
        ),
    )


def welcome(env: Environment) -> None:
    """Show where the group is, or without a project what routekaart is."""
    env.opdracht = "routekaart"
    if env.project_path and env.project_path.exists():
        _show_status(env)
        return
    inhoud = env.inhoud
    env.show(
        lambda: guide.welcome_page(inhoud.routekaart, inhoud.fasen),
        json=lambda: json_document.FasenJson(fasen=[json_document.korte_fase(f, None) for f in inhoud.all_fasen]),
    )


def status(ctx: typer.Context) -> None:
    _show_status(ctx.ensure_object(Environment))


def _show_status(env: Environment) -> None:
    now = env.overzicht()
    file = env.name_of(env.file_path)
    env.show(lambda: guide.status(now, file), json=lambda: json_document.status(now, file, env.today))


def nakijken(
    ctx: typer.Context,
    vraag: Annotated[
        str,
        typer.Argument(
            metavar="[VRAAG]",
            help="De naam van één vraag, zoals wijk.naam. Zonder naam: alle antwoorden.",
            autocompletion=completion.vragen,
        ),
    ] = "",
) -> None:
    from routekaart_cli.gesprek import reviewing  # the gesprek loads much that no other command here needs

    env = ctx.ensure_object(Environment)
    werk = env.werk(existing=True, evening=env.can_ask, read_only=not (vraag or env.can_ask))
    if vraag:
        reviewing.change(env, werk, vraag)
    elif env.options.json:
        antwoorden = env.inhoud.read_now(werk.project.antwoorden)
        parts = reviewing.reviewed_parts(env.inhoud, antwoorden)
        env.show_json(json_document.nakijken(parts, env.inhoud.vragen, antwoorden))
    else:
        reviewing.review(env, werk)
