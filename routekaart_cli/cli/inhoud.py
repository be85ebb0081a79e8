"""`routekaart inhoud`: for those who write the content and for those who read our JSON."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Annotated

import typer

from routekaart_cli.cli import usage
from routekaart_cli.dutch import did_you_mean, enumeration
from routekaart_cli.environment.world import Environment

ACTIEPLAN = "actieplan"
"""What `export --formaat json` gives: no document of a command, but it has a schema too."""


def inhoud(
    ctx: typer.Context,
    what: Annotated[str, typer.Argument(metavar=usage.META_INHOUD, help="Kies: controleer, schema of kaart.")],
    name: Annotated[
        str,
        typer.Argument(
            metavar=usage.META_DOCUMENT,
            help="Bij schema: de opdracht waarvan je het document wilt kennen, of actieplan.",
        ),
    ] = "",
) -> None:
    from routekaart_cli.dutch import nearest
    from routekaart_cli.errors import UnknownName, UsageProblem

    if what not in COMMANDS:
        meant = nearest(what, COMMANDS, 0.5)
        raise UnknownName(f"'{what}' kan hier niet.", _what_hint(meant, list(COMMANDS)))
    if name and what != "schema":
        raise UsageProblem(usage.too_many_words([name]), usage.help_hint(ctx.command_path))
    COMMANDS[what](ctx.ensure_object(Environment), name)


def _controleer(env: Environment, _: str) -> None:
    from routekaart_cli.documents import trial

    findings = trial.findings(env.inhoud, env.today)
    if env.opties.json:
        env.show_json({"in_orde": not findings, "bevindingen": list(findings)})
    else:
        from routekaart_cli.pages import redactie

        env.show(redactie.bevindingen(findings))
    if findings:
        raise typer.Exit(1)


def _schema(env: Environment, name: str) -> None:
    import json

    from routekaart_cli.documents import plan_json
    from routekaart_cli.dutch import nearest
    from routekaart_cli.errors import UnknownName
    from routekaart_cli.pages import json_schema

    names = [*json_schema.DOCUMENTS, ACTIEPLAN]
    if name and name not in names:
        raise UnknownName(
            f"Van '{name}' is er geen schema.",
            f"{did_you_mean(nearest(name, names))}Er is een schema van {enumeration(names)}.",
        )
    if name == ACTIEPLAN:
        env.stdout.write(plan_json.render_schema())
        return
    schema = json_schema.document(name) if name else json_schema.all_fasen()
    env.stdout.write(json.dumps(schema, indent=2) + "\n")


def _kaart(env: Environment, _: str) -> None:
    from routekaart_cli.inhoud import check
    from routekaart_cli.pages import redactie

    fasen = [(fase, check.file_of(env.inhoud, fase)) for fase in env.inhoud.all_fasen]
    further = check.rest(env.inhoud)
    if env.opties.json:
        env.show_json(redactie.kaart_json(fasen, further))
    else:
        env.show(redactie.kaart(fasen, further))


COMMANDS: Mapping[str, Callable[[Environment, str], None]] = {
    "controleer": _controleer, "schema": _schema, "kaart": _kaart,
}  # fmt: skip


def _what_hint(meant: str | None, names: list[str]) -> str:
    return f"{did_you_mean(meant)}Kies uit {enumeration(names, 'of')}.\nTyp bijvoorbeeld: routekaart inhoud {names[0]}"
