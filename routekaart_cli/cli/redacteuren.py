"""`routekaart inhoud`: for those who write the content and for those who read our JSON."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from routekaart_cli.cli import completion
from routekaart_cli.documents import plan_json, trial
from routekaart_cli.dutch import did_you_mean, enumeration, nearest
from routekaart_cli.dutch.opdrachten import to_type
from routekaart_cli.environment.world import Environment
from routekaart_cli.errors import UnknownName
from routekaart_cli.inhoud import check, location
from routekaart_cli.pages import redactie

ACTIEPLAN = "actieplan"
"""What `export --formaat json` gives: no document of a command, but it has a schema too."""


def inhoud(
    ctx: typer.Context,
    what: Annotated[
        str,
        typer.Argument(
            metavar="WAT",
            help="Kies: controleer, schema of kaart.",
            autocompletion=completion.names(*completion.INHOUD),
        ),
    ],
    name: Annotated[
        str,
        typer.Argument(
            metavar="[MAP|OPDRACHT]",
            help="Bij controleer en kaart: de map met de teksten. Bij schema: een opdracht, of actieplan.",
            autocompletion=completion.documents,
        ),
    ] = "",
) -> None:
    env = ctx.ensure_object(Environment)
    if what not in completion.INHOUD:
        raise UnknownName(
            f"'{what}' kan hier niet.",
            f"{did_you_mean(nearest(what, completion.INHOUD, 0.5))}Kies uit {enumeration(completion.INHOUD, 'of')}.\n"
            f"Typ bijvoorbeeld: {to_type('inhoud', 'controleer')}",
        )
    if what == "schema":
        env.stdout.write(_schema(name))
        return
    if name:
        env.use_inhoud(name)
    if what == "kaart":
        fasen = [(fase, env.inhoud.file_of(fase.nummer)) for fase in env.inhoud.all_fasen]
        further = check.rest(env.inhoud)
        env.show(
            lambda: redactie.kaart(fasen, further, env.inhoud.name), json=lambda: redactie.kaart_json(fasen, further)
        )
    else:
        findings = trial.findings(env.inhoud, env.today)
        folder = str(env.inhoud.folder)
        env.show(
            lambda: redactie.bevindingen(findings, folder, _unread(env)),
            json=lambda: redactie.BevindingenJson(in_orde=not findings, map=folder, bevindingen=findings),
        )
        if findings:
            raise typer.Exit(1)


def _unread(env: Environment) -> str:
    """Return the name of a content in or around the working folder that is not the one in use, or nothing."""
    for folder in (env.cwd, env.cwd / "content"):
        if location.is_content(folder) and not folder.samefile(env.inhoud.folder):
            return "." if folder == env.cwd else folder.name
    return ""


def _schema(name: str) -> str:
    """Return the schema of the document of the command *name*, or without a name of them all."""
    from routekaart_cli.cli import json_schema  # it loads the commands, of which it shows what they give

    names = [*json_schema.DOCUMENTS, ACTIEPLAN]
    if name and name not in names:
        raise UnknownName(
            f"Van '{name}' is er geen schema.",
            f"{did_you_mean(nearest(name, names))}Er is een schema van {enumeration(names)}.",
        )
    if name == ACTIEPLAN:
        return plan_json.render_schema()
    schema = json_schema.document(name) if name else json_schema.of_all()
    return json.dumps(schema, indent=2) + "\n"
