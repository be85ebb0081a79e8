"""`routekaart inhoud`: for those who write the content."""

from __future__ import annotations

import json
from typing import Annotated, TypedDict

import typer

from routekaart_cli import files
from routekaart_cli.cli import completion
from routekaart_cli.cli.typer_dutch import missing
from routekaart_cli.documents import plan_json, trial
from routekaart_cli.dutch import did_you_mean, enumeration, nearest
from routekaart_cli.dutch.opdrachten import to_type
from routekaart_cli.environment import paths
from routekaart_cli.environment.world import Environment
from routekaart_cli.errors import UnknownName, UsageProblem
from routekaart_cli.inhoud import check, location
from routekaart_cli.pages import redactie

SchemasJson = TypedDict("SchemasJson", {"bestanden": list[str]})


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
            metavar="[MAP]",
            help="Bij controleer en kaart: de map met de teksten. Bij schema: de map waarin de schema's komen.",
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
        _write_schemas(env, name)
        return
    if name:
        env.use_inhoud(name)
    if what == "kaart":
        fasen = [(fase, env.inhoud.file_of(fase.nummer)) for fase in env.inhoud.all_fasen]
        further, layered = check.rest(env.inhoud), env.inhoud.differences()
        env.show(
            lambda: redactie.kaart(fasen, further, env.inhoud.name, layered),
            json=lambda: redactie.kaart_json(fasen, further, layered),
        )
    else:
        findings = trial.findings(env.inhoud, env.today)
        folder = str(env.inhoud.folder)
        env.show(
            lambda: redactie.bevindingen(findings, [str(folder) for folder in env.inhoud.folders], _unread(env)),
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


def _write_schemas(env: Environment, name: str) -> None:
    """Write the schemas of the texts, and that of the plan in JSON, in the folder *name*, and tell how to use them."""
    from routekaart_cli.inhoud import kinds  # only here

    if not name:
        example = to_type("inhoud", "schema", "schemas")
        raise UsageProblem(missing("MAP"), f"In welke map mogen de schema's komen? Typ bijvoorbeeld: {example}")
    folder, shown = paths.user_path(env.cwd, name), name.rstrip("/\\")
    texts = {kind: f"{json.dumps(kinds.schema(kind), indent=2)}\n" for kind in kinds.READERS}
    texts["actieplan"] = plan_json.render_schema()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise files.refused(folder, error) from error
    for kind, text in texts.items():
        files.write_atomic(folder / _schema_file(kind), text.encode(), durable=False)
    if env.options.json:
        env.show_json(SchemasJson(bestanden=[f"{shown}/{_schema_file(kind)}" for kind in texts]))
        return
    use = {
        f"{shown}/{_schema_file(kind)}": [f"{env.inhoud.name}/{pattern}" for pattern in patterns]
        for kind, (_, patterns) in kinds.READERS.items()
    }
    env.say(
        f"In {name} staan nu de schema's van de teksten, en in actieplan.schema.json dat van het plan in JSON.\n"
        "Werk je in VS Code met de uitbreiding YAML? Zet dan dit in .vscode/settings.json:"
    )
    env.stdout.write(json.dumps({"yaml.schemas": use}, indent=2) + "\n")


def _schema_file(kind: str) -> str:
    return f"{kind}.schema.json"
