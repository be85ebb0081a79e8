"""The commands for the project file: undoing, merging and checking.

Apart from `jullie_project`: `status` and `stap` are used most, and need none of what is loaded for these.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, TypedDict

import typer

from routekaart_cli.domain.antwoorden import Project, Wijziging
from routekaart_cli.domain.routekaart import Vraag
from routekaart_cli.dutch import unbroken
from routekaart_cli.environment import paths
from routekaart_cli.environment.world import Environment
from routekaart_cli.errors import NothingToUndo, UsageProblem
from routekaart_cli.inhoud import find
from routekaart_cli.pages import bestand, json_document
from routekaart_cli.project import controle, kopieen, sidecar, store
from routekaart_cli.project.samenvoeging import Herkomst, merge
from routekaart_cli.project.wijzigingen import difference

SessiesJson = TypedDict("SessiesJson", {"sessies": list[bestand.Sessieregel]})
SamenvoegingJson = TypedDict("SamenvoegingJson", {"bestand": str, "antwoorden": Mapping[str, Herkomst]})

_NOTHING = "Er is niets om terug te draaien."
_NOTHING_HINT = "Een antwoord veranderen kan altijd met: routekaart nakijken"


def terugdraaien(
    ctx: typer.Context,
    number: Annotated[str, typer.Argument(metavar="[NUMMER]", help="Het nummer van een kopie, bij --sessie.")] = "",
    sessie: Annotated[
        bool, typer.Option("--sessie", help="Laat de kopieën van eerdere avonden zien, of zet er een terug.")
    ] = False,
    lijst: Annotated[bool, typer.Option("--lijst", help="Laat alleen zien wat er terug kan.")] = False,
    again: Annotated[bool, typer.Option("--opnieuw", help="Maak het terugdraaien zelf ongedaan.")] = False,
) -> None:
    env = ctx.ensure_object(Environment)
    if sessie:
        _restore(env, number) if number else _show_sessies(env)
        return
    if number:
        from routekaart_cli.gesprek import restoring

        raise UsageProblem("Een nummer hoort bij --sessie.", restoring.SESSIE_HINT)
    if lijst and again:
        raise UsageProblem(
            "--lijst en --opnieuw kunnen niet samen.",
            f"Eerst zien wat er terug kan? Typ alleen: {unbroken('routekaart terugdraaien --lijst')}",
        )
    if lijst:
        _show_wijzigingen(env)
        return
    happened = env.werk(existing=True).turn_back(again=again)
    if not happened.oud:
        raise NothingToUndo("Er is niets teruggedraaid dat terug kan komen." if again else _NOTHING, _NOTHING_HINT)
    vragen = _vragen(env, happened)
    env.show(
        lambda: bestand.turned_back(happened, vragen, again=again),
        json=lambda: json_document.wijziging(happened, vragen),
    )


def _show_wijzigingen(env: Environment) -> None:
    """Show what can be turned back, newest first; reading is enough for that."""
    env.need_project()
    done = sidecar.load_geschiedenis(env.file_path).gedaan
    if not (done or env.options.json):
        env.say(f"{_NOTHING}\n{_NOTHING_HINT}")
        return
    env.show(
        lambda: bestand.wijzigingen_list(done, _vragen(env, *done)),
        json=lambda: json_document.WijzigingenJson(
            wijzigingen=[json_document.wijziging(w, _vragen(env, w)) for w in reversed(done)]
        ),
    )


def _restore(env: Environment, number: str) -> None:
    """Put the copy *number* of an earlier session back."""
    from routekaart_cli.gesprek import restoring

    happened = restoring.restore(env, number)
    if happened is None:
        env.say(restoring.SESSIE_NIET)
    elif env.options.json:
        env.show_json(json_document.wijziging(happened, _vragen(env, happened)))


def _show_sessies(env: Environment) -> None:
    """Show the copies of earlier sessions."""
    from routekaart_cli.gesprek import restoring

    found = restoring.sessies(env, restoring.current(env))
    lines = [
        bestand.Sessieregel(s.nummer, s.moment, len(s.project.antwoorden) if s.project else None, s.anders)
        for s in found
    ]
    if not (lines or env.options.json):
        env.say("Er zijn nog geen kopieën. De eerste komt er bij het eerste antwoord.")
        return
    env.show(lambda: bestand.sessies(lines), json=lambda: SessiesJson(sessies=lines))


def _vragen(env: Environment, *wijzigingen: Wijziging) -> dict[str, tuple[Vraag, str]]:
    """Return every vraag in *wijzigingen* by id, with the number of its stap."""
    vragen = [env.inhoud.vraag_of(name) for wijziging in wijzigingen for name in wijziging.oud]
    return {v.id: (v, find.stap(env.inhoud, v.stap)[1].nummer if v.stap else "") for v in vragen}


def samenvoegen(
    ctx: typer.Context,
    files: Annotated[
        list[str],
        typer.Argument(metavar="BESTAND...", help="De kopie. Met twee bestanden komt alles in het eerste."),
    ],
    basis: Annotated[
        str, typer.Option("--basis", metavar="BESTAND", help="Het bestand waar allebei mee begonnen.")
    ] = "",
    git: Annotated[bool, typer.Option("--git", help="Werk voor git: drie bestanden, %O %A %B.")] = False,
) -> None:
    env = ctx.ensure_object(Environment)
    given = [paths.user_path(env.cwd, name) for name in files]
    if git:
        if len(given) != 3:
            raise UsageProblem(
                "Met --git horen er precies drie bestanden te staan.",
                "Zet in git: routekaart samenvoegen --git %O %A %B",
            )
        _merge_for_git(env, *given)
        return
    if len(given) > 2:
        raise UsageProblem("Noem één of twee bestanden.", "Typ bijvoorbeeld: routekaart samenvoegen kopie-van-jan.yaml")
    if len(given) == 2:
        env.project_path = given[0]
    werk = env.werk(existing=True)
    begin = store.load(paths.user_path(env.cwd, basis)) if basis else None
    merged = merge(werk.project, store.load(given[-1]), begin)
    changed = bool(difference(werk.project.antwoorden, merged.project.antwoorden, "").oud)
    werk.replace(merged.project)
    ours, theirs = env.name_of(werk.path), env.name_of(given[-1])
    env.show(
        lambda: bestand.samenvoeging(
            merged, {name: env.inhoud.vraag_of(name) for name in merged.herkomst}, ours, theirs, changed=changed
        ),
        json=lambda: SamenvoegingJson(bestand=ours, antwoorden=merged.herkomst),
    )
    if changed and not env.options.json:
        env.say(f"Alles staat nu in {ours}.")


def _merge_for_git(env: Environment, basis: Path, ours: Path, theirs: Path) -> None:
    """Do what git asks of a merge driver: leave the merge of *ours* and *theirs* in *ours*.

    Git gives an empty *basis* when both sides made the file. Disagreements are answers too, so there is nothing left
    for git to solve.
    """
    begin = store.load(basis) if basis.stat().st_size else Project()
    merged = merge(store.load(ours), store.load(theirs), begin)
    store.save(ours, merged.project)
    for vraag_id in merged.ids_from(Herkomst.DISAGREED):
        env.say(f"{vraag_id}: in allebei veranderd. Beide antwoorden staan er nu in.")


def controleer(
    ctx: typer.Context,
    strict: Annotated[
        bool, typer.Option("--streng", help="Geef exitcode 1 als er iets ontbreekt of niet klopt.")
    ] = False,
) -> None:
    env = ctx.ensure_object(Environment)
    project = env.need_project()
    outcome = controle.controleer(env.inhoud.vragen, project, env.today)
    beside = [path.name for path in kopieen.beside(env.file_path)]
    env.show(
        lambda: bestand.controle(outcome, env.name_of(env.file_path), len(project.antwoorden), beside),
        json=lambda: json_document.controle(outcome, beside),
    )
    if strict and not outcome.complete:
        raise typer.Exit(1)
