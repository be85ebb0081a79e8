"""The commands to begin with: `start`, `vragen`, `snelkoppeling` and `voltooiing`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, TypedDict

import typer

from routekaart_cli.cli import completion
from routekaart_cli.cli.typer_dutch import missing
from routekaart_cli.domain.in_words import fase_name
from routekaart_cli.dutch import did_you_mean, enumeration, nearest
from routekaart_cli.dutch.opdrachten import to_type
from routekaart_cli.environment import paths
from routekaart_cli.environment.world import FILE_NAME, Environment
from routekaart_cli.errors import UnknownName, UsageProblem
from routekaart_cli.inhoud import find, location
from routekaart_cli.pages import guide, json_document

SnelkoppelingJson = TypedDict("SnelkoppelingJson", {"bestanden": list[str], "map": str})
SCRIPTS = {shell: Path(__file__).parent / "shells" / file for shell, file in completion.SHELLS.items()}


def start(
    ctx: typer.Context,
    antwoord: Annotated[
        list[str] | None, typer.Option("--antwoord", metavar="ID=WAARDE", help="Geef een antwoord mee. Dit mag vaker.")
    ] = None,
    antwoorden: Annotated[
        str,
        typer.Option(
            "--antwoorden",
            metavar="BESTAND",
            help="Lees antwoorden uit een invulbestand (zie werkblad) of een ander YAML-bestand; - leest stdin.",
        ),
    ] = "",
    fase: Annotated[
        str,
        typer.Option(
            "--fase",
            metavar="FASE",
            help="Ga verder met deze fase: 1 tot 5, of gemeente.",
            autocompletion=completion.fasen,
        ),
    ] = "",
) -> None:
    from routekaart_cli.gesprek import sessie  # the gesprek loads much that no other command here needs
    from routekaart_cli.gesprek.given import parse_form, parse_given, refused

    env = ctx.ensure_object(Environment)
    if not sessie.choose_project(env):
        return
    werk = env.werk(evening=env.can_ask)
    straight_to = find.fase(env.inhoud, fase) if fase else None
    given = parse_given(env, antwoord or [], fase)
    if antwoorden:
        form = parse_form(env, antwoorden)
        given = form.antwoorden | given
        if form.slips:
            werk.change(given)
            raise refused(antwoorden, form)
    outcome = sessie.hold(env, werk, given, straight_to)
    if env.options.json:
        env.show_json(outcome)


def vragen(
    ctx: typer.Context,
    fase: Annotated[
        str,
        typer.Option(
            "--fase",
            metavar="FASE",
            help="Alleen de vragen van deze fase: 1 tot 5, of gemeente.",
            autocompletion=completion.fasen,
        ),
    ] = "",
) -> None:
    env = ctx.ensure_object(Environment)
    inhoud = env.inhoud
    chosen = [find.fase(inhoud, fase)] if fase else list(inhoud.all_fasen)
    parts = [] if fase else [(part.titel, part.vragen) for part in inhoud.intake.all_delen]
    parts += [(fase_name(part), part.vragen) for part in chosen]
    env.show(
        lambda: guide.vragen(parts),
        json=lambda: json_document.VragenJson(vragen=[json_document.vraag(v) for _, part in parts for v in part]),
    )


def snelkoppeling(ctx: typer.Context) -> None:
    from routekaart_cli.environment import starter  # seldom

    env = ctx.ensure_object(Environment)
    project = env.project_path.absolute() if env.project_path and paths.is_there(env.project_path) else None
    folder = project.parent if project else starter.folder()
    options = ["--project", str(project)] if project and project.name != FILE_NAME else []
    if env.asked_inhoud:
        folders = env.inhoud.folders[1:] if env.content_folder == location.shipped() else env.inhoud.folders
        options += [part for folder in folders for part in ("--inhoud", str(folder.absolute()))]
    made = [str(file) for file in starter.put(folder, options)]
    if env.options.json:
        env.show_json(SnelkoppelingJson(bestanden=made, map=str(folder)))
        return
    menu = ", of kies het in het menu met programma's" if made[-1].endswith(starter.LINUX.suffix) else ""
    env.say(
        f"Klaar. Dubbelklik hierop{menu}. Dan opent een terminal met de vragen:\n"
        + "".join(f"  {file}\n" for file in made)
        + f"Jullie bestand {'staat' if project else 'komt'} in {folder}.\n"
        "Vraagt je computer of je dit vertrouwt? Sta het dan toe. Wil je hem niet meer? Gooi hem gewoon weg."
    )


def voltooiing(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="SHELL",
            help=(
                "Jouw shell: bash, zsh, fish of powershell. "
                f"Voor bash zet je in ~/.bashrc: source <({to_type('voltooiing', 'bash')}). "
                "Voor een andere shell staat het bovenaan het script."
            ),
            autocompletion=completion.names(*completion.SHELLS),
        ),
    ] = None,
    before: Annotated[
        str, typer.Option("--voor", metavar="TEKST", help="Dit gebruikt het script zelf.", hidden=True)
    ] = "",
) -> None:
    env = ctx.ensure_object(Environment)
    given = words or []
    if before.startswith("="):
        for waarde, what in completion.complete(ctx.parent, given, before[1:]):
            env.stdout.write(f"{waarde}\t{what}\n" if what else f"{waarde}\n")
        return
    kinds = f"Kies uit {enumeration(list(SCRIPTS), 'of')}.\nTyp bijvoorbeeld: {to_type('voltooiing', 'bash')}"
    if len(given) != 1:
        raise UsageProblem(missing("SHELL"), kinds)
    (shell,) = given
    if shell not in SCRIPTS:
        meant = nearest(shell, SCRIPTS, 0.5)
        raise UnknownName(f"De shell '{shell}' kennen we niet.", f"{did_you_mean(meant)}{kinds}")
    env.stdout.write(SCRIPTS[shell].read_text(encoding="utf-8"))
