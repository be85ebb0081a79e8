"""The command for whoever helps many groups: one look at all of them."""

from __future__ import annotations

import functools
import shlex
from datetime import date
from typing import Annotated, TypedDict

import typer

from routekaart_cli.cli import completion
from routekaart_cli.cli.options import Overwrite
from routekaart_cli.documents import formats
from routekaart_cli.domain import voortgang
from routekaart_cli.domain.antwoorden import Project
from routekaart_cli.domain.in_words import fase_name
from routekaart_cli.dutch import plural
from routekaart_cli.environment import paths
from routekaart_cli.environment.world import Environment
from routekaart_cli.errors import NoProject, UnreadableFile, UsageProblem
from routekaart_cli.files import as_bytes, write_atomic
from routekaart_cli.inhoud import find
from routekaart_cli.inhoud.folder import Inhoud
from routekaart_cli.plan import groepen
from routekaart_cli.plan.groepen import Filter, Groep, Telling, Verzameling
from routekaart_cli.project import projecten

OverzichtJson = TypedDict("OverzichtJson", {
    "mappen": list[str], "bestand": str | None, "groepen": tuple[Groep, ...], "provincies": tuple[Telling, ...],
    "fasen": tuple[Telling, ...], "onleesbaar": tuple[projecten.Unread, ...],
})  # fmt: skip


def overzicht(
    ctx: typer.Context,
    folders: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[MAP…]", help="De map met de mappen van de groepen; het mogen er meer zijn. Leeg: deze map."
        ),
    ] = None,
    gemeente: Annotated[str, typer.Option("--gemeente", metavar="NAAM", help="Alleen groepen in deze gemeente.")] = "",
    fase: Annotated[
        str,
        typer.Option(
            "--fase", metavar="N", help="Alleen groepen die in deze fase zijn.", autocompletion=completion.fasen
        ),
    ] = "",
    te_laat: Annotated[bool, typer.Option("--te-laat", help="Alleen groepen met een datum die voorbij is.")] = False,
    stil: Annotated[
        str,
        typer.Option("--stil", metavar="DAGEN", help="Alleen groepen die al zoveel dagen niets veranderden."),
    ] = "",
    to: Annotated[
        str,
        typer.Option(
            "--naar", metavar="BESTAND", help="Schrijf de tabel in een bestand: .xlsx, .csv, .html of .sqlite."
        ),
    ] = "",
    overwrite: Overwrite = False,
) -> None:
    env = ctx.ensure_object(Environment)
    if stil and not (stil.isdecimal() and len(stil) < 6):
        raise UsageProblem(f"'{stil}' is geen aantal dagen.", "Schrijf een heel getal, bijvoorbeeld: --stil 60")
    wanted = Filter(gemeente, find.fase(env.inhoud, fase).id if fase else "", te_laat, int(stil or 0))
    here = folders or ["."]
    soort = formats.choose("", to, formats.OVERZICHT)
    again = shlex.join(["overzicht", *here, "--naar"])
    target = paths.target(env.cwd, to, again, overwrite=overwrite, never=env.project_path) if to else None
    found = collect(env, here, wanted)
    if target:
        write_atomic(target, as_bytes(soort.make(found, env.inhoud.path(f"sjablonen/{soort.sjabloon}"))))
        env.say(f"Het overzicht van {plural(len(found.groepen), 'groep', 'groepen')} staat in {env.name_of(target)}.")
    if env.options.json or not target:
        from routekaart_cli.pages import groepen_page

        env.show(
            lambda: groepen_page.page(found, here),
            json=lambda: OverzichtJson(
                mappen=here, bestand=str(target) if target else None, groepen=found.groepen,
                provincies=found.provincies, fasen=found.fasen, onleesbaar=found.onleesbaar,
            ),
        )  # fmt: skip


def _groep(inhoud: Inhoud, today: date, found: projecten.Found, project: Project) -> Groep:
    """Return the row of the *project* that was *found*."""
    antwoorden = inhoud.read_now(project.antwoorden)
    stand = voortgang.overzicht(inhoud.intake, inhoud.fasen, inhoud.zijspoor, antwoorden, today)
    return groepen.of_project(stand, project, inhoud.provincies, found.name, today)


def collect(env: Environment, folders: list[str], wanted: Filter) -> Verzameling:
    """Return the groups below *folders* that fit *wanted*; raises `NoProject` when there is none at all."""
    unread: list[projecten.Unread] = []
    found: list[projecten.Found] = []
    for folder in folders:
        path = paths.user_path(env.cwd, folder)
        if not paths.is_there(path):
            raise UnreadableFile(f"{folder}: deze map is er niet.", "Kijk of de naam klopt.")
        for file in projecten.find(path, folder if len(folders) > 1 else ""):
            if isinstance(file, projecten.Unread):
                unread.append(file)
            else:
                found.append(file)
    make = functools.partial(_groep, env.inhoud, env.today)
    rows: list[projecten.Read[Groep]] = []
    for one in env.counting(projecten.read(found, make), len(found), "Projecten lezen"):
        if isinstance(one, projecten.Unread):
            unread.append(one)
        elif one:
            rows.append(one)
    if not rows and not unread:
        raise NoProject(
            f"Er is geen projectbestand in {', '.join(folders)}.",
            "Kies de map waarin de mappen van de groepen staan.",
        )
    copies, with_copies = projecten.copies(rows)
    alone = [
        projecten.read_whole(r.found, make) if r.found in with_copies else r for r in rows if r.found not in copies
    ]
    fitting = [row.made for row in alone if wanted.fits(row.made)]
    return groepen.collect(fitting, unread, [fase_name(fase) for fase in env.inhoud.all_fasen], env.today)
