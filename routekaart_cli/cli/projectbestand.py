"""The commands for the project file: undoing, merging and checking.

Apart from `jullie_project`: `status` and `stap` are used most, and need none of what is loaded for these.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, TypedDict

import typer

from routekaart_cli.cli import options
from routekaart_cli.domain import vergeten
from routekaart_cli.domain.antwoorden import Project, Wijziging
from routekaart_cli.domain.routekaart import Vraag
from routekaart_cli.dutch import plural
from routekaart_cli.dutch.opdrachten import to_type
from routekaart_cli.environment import paths
from routekaart_cli.environment.world import Environment
from routekaart_cli.errors import NothingToUndo, UnknownName, UsageProblem
from routekaart_cli.inhoud import find
from routekaart_cli.pages import bestand, json_document
from routekaart_cli.pages.blocks import FURTHER, Heading, Opdracht, Paragraph
from routekaart_cli.project import controle, kopieen, sidecar, store
from routekaart_cli.project.samenvoeging import Herkomst, Samenvoeging, merge
from routekaart_cli.project.werk import Werk
from routekaart_cli.project.wijzigingen import difference

SessiesJson = TypedDict("SessiesJson", {"sessies": list[bestand.Sessieregel]})
KopieJson = TypedDict("KopieJson", {"bestand": str, "antwoorden": int})
SamenvoegingJson = TypedDict("SamenvoegingJson", {"bestand": str, "antwoorden": Mapping[str, Herkomst]})

_NOTHING = "Er is niets om terug te draaien."
_NOTHING_HINT = f"Een antwoord veranderen kan altijd met: {to_type('nakijken')}"


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

        raise UsageProblem(
            f"Kopie {number} terugzetten? Typ: {to_type('terugdraaien', '--sessie', number)}", restoring.SESSIE_HINT
        )
    if lijst and again:
        raise UsageProblem(
            "--lijst en --opnieuw kunnen niet samen.",
            f"Eerst zien wat er terug kan? Typ alleen: {to_type('terugdraaien', '--lijst')}",
        )
    if lijst:
        _show_wijzigingen(env)
        return
    turned = env.werk(existing=True).turn_back(again=again)
    happened = turned.happened
    for vraag_id in turned.passed:
        env.say(f"{env.inhoud.vraag_of(vraag_id).kort}: dit is intussen veranderd, en blijft zoals het is.")
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
    git: Annotated[bool, typer.Option("--git", help="Werk voor git: drie bestanden, %O %A %B.")] = False,
) -> None:
    env = ctx.ensure_object(Environment)
    given = [paths.user_path(env.cwd, name) for name in files]
    if git:
        if len(given) != 3:
            raise UsageProblem(
                "Met --git horen er precies drie bestanden te staan.",
                f"Zet in git: {to_type('samenvoegen', '--git', '%O', '%A', '%B')}",
            )
        _merge_for_git(env, *given[1:])
        return
    if len(given) > 2:
        raise UsageProblem(
            "Noem één of twee bestanden.", f"Typ bijvoorbeeld: {to_type('samenvoegen', 'kopie-van-jan.yaml')}"
        )
    if len(given) == 2:
        env.project_path = given[0]
    werk = env.werk(existing=True)
    before, other = werk.project, _copy(given[-1])
    merged = werk.take_in(other)
    changed = bool(difference(before.antwoorden, merged.project.antwoorden, "").oud)
    ours, theirs = env.name_of(werk.path), env.name_of(given[-1])
    env.show(
        lambda: bestand.samenvoeging(
            merged, {name: env.inhoud.vraag_of(name) for name in merged.herkomst}, ours, theirs, changed=changed
        ),
        json=lambda: SamenvoegingJson(bestand=ours, antwoorden=merged.herkomst),
    )
    if changed and not env.options.json:
        env.say(f"Alles staat nu in {ours}.")
    elif merged.displaced and env.can_ask and not env.options.json:
        _take_after_all(env, werk, merged)


def _take_after_all(env: Environment, werk: Werk, merged: Samenvoeging) -> None:
    """Ask whether what gave way to ours is wanted after all: a merge of it was undone, or it was changed since."""
    from routekaart_cli.gesprek import restoring

    one = len(merged.displaced) == 1
    text = f"Willen jullie {'het antwoord' if one else 'die antwoorden'} uit de kopie toch overnemen?"
    waarom = "Met ja komt het in plaats van wat er nu bij jullie staat. Met nee blijft alles zoals het is."
    if restoring.confirmed(env, werk, "Toch overnemen", text, waarom):
        werk.change(merged.displaced)
        env.say(f"Overgenomen. Ongedaan maken kan met: {to_type('terugdraaien')}")


def _copy(path: Path) -> Project:
    """Return the project in the copy *path*; raises `UnreadableFile`, also when it is of a newer format."""
    project = store.load(path)
    store.check_format(path, project)
    return project


def _merge_for_git(env: Environment, ours: Path, theirs: Path) -> None:
    """Do what git asks of a merge driver: leave the merge of *ours* and *theirs* in *ours*.

    Disagreements are answers too, so there is nothing left for git to solve; and what both began with is not needed.
    """
    merged = merge(_copy(ours), _copy(theirs))
    store.save(ours, merged.project)
    for vraag_id in merged.ids_from(Herkomst.DISAGREED):
        env.say(f"{vraag_id}: in allebei veranderd. Beide antwoorden staan er nu in.")


def vergeet(
    ctx: typer.Context,
    naam: Annotated[list[str], typer.Argument(metavar="NAAM...", help="De naam zoals hij in de antwoorden staat.")],
) -> None:
    env = ctx.ensure_object(Environment)
    name = " ".join(naam)
    werk = env.werk(existing=True)
    without, drafts = (
        vergeten.without(env.inhoud.vragen, said, name) for said in (werk.project.antwoorden, werk.project.concepten)
    )
    if not (without or drafts):
        raise UnknownName(
            f"De naam '{name}' staat in geen antwoord.", f"Zoek hoe de naam er staat met: {to_type('zoek', name)}"
        )
    after = {**werk.project.antwoorden, **without}.items()
    left = {vraag_id: antwoord for vraag_id, antwoord in after if antwoord}
    changed = difference(werk.project.antwoorden, left, env.now)
    if not env.options.json:
        env.show(bestand.vergeten(name, changed, _vragen(env, changed)), gesprek=env.can_ask)
    if env.can_ask:
        from routekaart_cli.gesprek import restoring

        waarom = "Met ja is deze naam overal weg, ook uit de kopieën van eerdere avonden. Dat kan niet terug."
        if not restoring.confirmed(env, werk, "Vergeten", "Willen jullie dit weghalen?", waarom):
            env.say(restoring.SESSIE_NIET)
            return
    werk.forget(without, drafts)
    env.say(
        f"{name} is weg uit {env.name_of(werk.path)}, en uit de kopieën en de laatste wijzigingen op deze computer. "
        "Dit kan niet terug. Op een andere computer gebeurt hetzelfde, zodra dit bestand daar is. "
        "Een plan dat je al maakte, verandert niet: maak het opnieuw."
    )
    first = naam[0]
    if naam[1:] and (also := vergeten.without(env.inhoud.vragen, werk.project.antwoorden, first)):
        env.say(
            f"'{first}' staat nog in {plural(len(also), 'antwoord', 'antwoorden')}. Moet dat ook weg? Typ: "
            f"{to_type('vergeet', first)}"
        )
    if env.options.json:
        env.show_json(json_document.wijziging(changed, _vragen(env, changed)))


def kopie(
    ctx: typer.Context,
    target: Annotated[str, typer.Argument(metavar="BESTAND", help="Waar de kopie komt, zoals kopie.yaml.")],
    overwrite: options.Overwrite = False,
) -> None:
    env = ctx.ensure_object(Environment)
    project = env.need_project()
    file = paths.target(env.cwd, target, "kopie", overwrite=overwrite, never=env.project_path)
    store.save(file, project)
    name = env.name_of(file)
    env.show(
        (
            Paragraph(
                f"In {name} staan alle {plural(len(project.antwoorden), 'antwoord', 'antwoorden')}, ook de namen."
            ),
            Heading(FURTHER),
            Opdracht(to_type("samenvoegen", name), "later terughalen wat erin kwam"),
        ),
        json=lambda: KopieJson(bestand=name, antwoorden=len(project.antwoorden)),
    )


def controleer(
    ctx: typer.Context,
    strict: Annotated[
        bool, typer.Option("--streng", help="Geef exitcode 1 als er iets ontbreekt of niet klopt.")
    ] = False,
) -> None:
    env = ctx.ensure_object(Environment)
    project = env.need_project()
    outcome = controle.controleer(env.inhoud.vragen, project, env.today)
    beside = [kopie.name for kopie, _ in kopieen.news(env.file_path, project)]
    env.show(
        lambda: bestand.controle(outcome, env.name_of(env.file_path), len(project.antwoorden), beside),
        json=lambda: json_document.controle(outcome, beside),
    )
    if strict and not outcome.complete:
        raise typer.Exit(1)
