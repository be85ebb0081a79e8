"""`routekaart status`, and `routekaart` alone: where are we, and what makes sense now."""

from __future__ import annotations

import typer

from routekaart_cli.environment.world import Environment


def status(ctx: typer.Context) -> None:
    _show(ctx.ensure_object(Environment))


def welcome(env: Environment) -> None:
    """Show where the group is, or without a project what routekaart is."""
    env.opdracht = "routekaart"
    if env.project_path and env.project_path.exists():
        _show(env)
        return
    inhoud = env.inhoud
    if env.opties.json:
        from routekaart_cli.pages import json_document

        env.show_json({"fasen": [json_document.fase_short(fase, None) for fase in inhoud.all_fasen]})
        return
    from routekaart_cli.pages import guide

    env.show(guide.welcome_page(inhoud.routekaart, inhoud.fasen))


def _show(env: Environment) -> None:
    now = env.overzicht()
    file = env.name_of(env.file_path)
    if env.opties.json:
        from routekaart_cli.pages import json_document

        env.show_json(json_document.status(now, file, env.today))
        return
    from routekaart_cli.pages import guide

    env.show(guide.status(now, file))
