"""`routekaart samenvoegen`: one project file out of two copies, also as a merge driver of git."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from routekaart_cli.cli import usage
from routekaart_cli.domain.antwoorden import Project
from routekaart_cli.environment.world import Environment
from routekaart_cli.project.samenvoeging import Samenvoeging


def samenvoegen(
    ctx: typer.Context,
    files: Annotated[
        list[str],
        typer.Argument(metavar=usage.META_BESTANDEN, help="De kopie. Met twee bestanden komt alles in het eerste."),
    ],
    basis: Annotated[
        str, typer.Option("--basis", metavar=usage.META_BESTAND, help="Het bestand waar allebei mee begonnen.")
    ] = "",
    git: Annotated[bool, typer.Option("--git", help="Werk voor git: drie bestanden, %O %A %B.")] = False,
) -> None:
    from routekaart_cli.environment import paths
    from routekaart_cli.errors import UsageProblem
    from routekaart_cli.project import store
    from routekaart_cli.project.samenvoeging import merge
    from routekaart_cli.project.wijzigingen import difference

    env = ctx.ensure_object(Environment)
    names = [paths.user_path(env.cwd, name) for name in files]
    if git:
        if len(names) != 3:
            raise UsageProblem(
                "Met --git horen er precies drie bestanden te staan.",
                "Zet in git: routekaart samenvoegen --git %O %A %B",
            )
        _as_driver(env, *names)
        return
    if len(names) > 2:
        raise UsageProblem("Noem één of twee bestanden.", "Typ bijvoorbeeld: routekaart samenvoegen kopie-van-jan.yaml")
    if len(names) == 2:
        env.project_path = names[0]
    werk = env.werk(existing=True)
    begin = store.load(paths.user_path(env.cwd, basis)) if basis else None
    merged = merge(werk.project, store.load(names[-1]), begin)
    changed = bool(difference(werk.project.antwoorden, merged.project.antwoorden, "").oud)
    werk.replace(merged.project)
    _show(env, merged, env.name_of(werk.path), env.name_of(names[-1]), changed=changed)


def _as_driver(env: Environment, basis: Path, ours: Path, theirs: Path) -> None:
    """Do what git asks of a merge driver: leave the merge of *ours* and *theirs* in *ours*.

    Git gives an empty *basis* when both sides made the file. Disagreements are answers too, so there is nothing left
    for git to solve.
    """
    from routekaart_cli.project import store
    from routekaart_cli.project.samenvoeging import Herkomst, merge

    begin = store.load(basis) if basis.stat().st_size else Project()
    merged = merge(store.load(ours), store.load(theirs), begin)
    store.save(ours, merged.project)
    for vraag_id in merged.ids_from(Herkomst.DISAGREED):
        env.say(f"{vraag_id}: in allebei veranderd. Beide antwoorden staan er nu in.")


def _show(env: Environment, merged: Samenvoeging, ours: str, theirs: str, *, changed: bool) -> None:

    if env.opties.json:
        env.show_json({"bestand": ours, "antwoorden": {name: origin.value for name, origin in merged.herkomst.items()}})
        return
    from routekaart_cli.pages import bestand

    vragen = {name: env.inhoud.vraag_of(name) for name in merged.herkomst}
    env.show(bestand.samenvoeging(merged, vragen, ours, theirs, changed=changed))
    if changed:
        env.say(f"Alles staat nu in {ours}.")
