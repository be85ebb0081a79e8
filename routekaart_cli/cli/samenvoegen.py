"""`routekaart samenvoegen`: one project file out of two copies, also as a merge driver of git."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from routekaart_cli.cli import words
from routekaart_cli.domain.antwoorden import Project
from routekaart_cli.environment.world import Environment
from routekaart_cli.project.samenvoeging import Samenvoeging


def samenvoegen(
    ctx: typer.Context,
    bestanden: Annotated[
        list[str],
        typer.Argument(metavar=words.META_BESTANDEN, help="De kopie. Met twee bestanden komt alles in het eerste."),
    ],
    basis: Annotated[
        str, typer.Option("--basis", metavar=words.META_BESTAND, help="Het bestand waar allebei mee begonnen.")
    ] = "",
    git: Annotated[bool, typer.Option("--git", help="Werk voor git: drie bestanden, %O %A %B.")] = False,
) -> None:
    from routekaart_cli.environment import paths
    from routekaart_cli.errors import UsageProblem
    from routekaart_cli.gesprek.werk import Werk
    from routekaart_cli.project import store
    from routekaart_cli.project.samenvoeging import voeg_samen
    from routekaart_cli.project.wijzigingen import verschil

    env = ctx.ensure_object(Environment)
    namen = [paths.user_path(env.cwd, naam) for naam in bestanden]
    if git:
        if len(namen) != 3:
            raise UsageProblem(
                "Met --git horen er precies drie bestanden te staan.",
                "Zet in git: routekaart samenvoegen --git %O %A %B",
            )
        _as_driver(env, *namen)
        return
    if len(namen) > 2:
        raise UsageProblem("Noem één of twee bestanden.", "Typ bijvoorbeeld: routekaart samenvoegen kopie-van-jan.yaml")
    if len(namen) == 2:
        env.project_path = namen[0]
    werk = Werk.open(env, bestaand=True)
    eerst = store.load(paths.user_path(env.cwd, basis)) if basis else None
    samen = voeg_samen(werk.project, store.load(namen[-1]), eerst)
    veranderd = bool(verschil(werk.project.antwoorden, samen.project.antwoorden, "").oud)
    werk.replace(samen.project)
    _show(env, samen, werk.naam, env.naam_van(namen[-1]), veranderd=veranderd)


def _as_driver(env: Environment, basis: Path, ons: Path, hun: Path) -> None:
    """Do what git asks of a merge driver: leave the merge of *ons* and *hun* in *ons*.

    Git gives an empty *basis* when both sides made the file. Disagreements are answers too, so there is nothing left
    for git to solve.
    """
    from routekaart_cli.project import store
    from routekaart_cli.project.samenvoeging import Herkomst, voeg_samen

    eerst = store.load(basis) if basis.stat().st_size else Project()
    samen = voeg_samen(store.load(ons), store.load(hun), eerst)
    store.save(ons, samen.project)
    for vraag_id in samen.van(Herkomst.ONEENS):
        env.say(f"{vraag_id}: in allebei veranderd. Beide antwoorden staan er nu in.")


def _show(env: Environment, samen: Samenvoeging, ons: str, hun: str, *, veranderd: bool) -> None:

    if env.opties.json:
        env.show_json({"bestand": ons, "antwoorden": {naam: van.value for naam, van in samen.herkomst.items()}})
        return
    from routekaart_cli.pages import bestand

    vragen = {naam: env.inhoud.vraag_bij(naam) for naam in samen.herkomst}
    env.show(bestand.samenvoeging(samen, vragen, ons, hun, veranderd=veranderd))
    if veranderd:
        env.say(f"Alles staat nu in {ons}.")
