"""`routekaart inhoud`: for those who write the content and for those who read our JSON."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Annotated

import typer

from routekaart_cli.cli import words
from routekaart_cli.dutch import did_you_mean, enumeration
from routekaart_cli.environment.world import Environment

ACTIEPLAN = "actieplan"
"""What `export --formaat json` gives: no document of a command, but it has a schema too."""


def inhoud(
    ctx: typer.Context,
    wat: Annotated[str, typer.Argument(metavar=words.META_INHOUD, help="Kies: controleer, schema of kaart.")],
    naam: Annotated[
        str,
        typer.Argument(
            metavar=words.META_DOCUMENT,
            help="Bij schema: de opdracht waarvan je het document wilt kennen, of actieplan.",
        ),
    ] = "",
) -> None:
    from routekaart_cli.dutch import nearest
    from routekaart_cli.errors import UnknownName, UsageProblem

    if wat not in OPDRACHTEN:
        bedoeld = nearest(wat, OPDRACHTEN, 0.5)
        raise UnknownName(f"'{wat}' kan hier niet.", _wat_hint(bedoeld, list(OPDRACHTEN)))
    if naam and wat != "schema":
        raise UsageProblem(words.te_veel_woorden([naam]), words.help_hint(ctx.command_path))
    OPDRACHTEN[wat](ctx.ensure_object(Environment), naam)


def _controleer(env: Environment, _: str) -> None:
    from routekaart_cli.documents import trial

    bevindingen = trial.findings(env.inhoud, env.vandaag)
    if env.opties.json:
        env.show_json({"in_orde": not bevindingen, "bevindingen": list(bevindingen)})
    else:
        from routekaart_cli.pages import redactie

        env.show(redactie.bevindingen(bevindingen))
    if bevindingen:
        raise typer.Exit(1)


def _schema(env: Environment, naam: str) -> None:
    import json

    from routekaart_cli.documents import plan_json
    from routekaart_cli.dutch import nearest
    from routekaart_cli.errors import UnknownName
    from routekaart_cli.pages import json_schema

    namen = [*json_schema.DOCUMENTEN, ACTIEPLAN]
    if naam and naam not in namen:
        raise UnknownName(
            f"Van '{naam}' is er geen schema.",
            f"{did_you_mean(nearest(naam, namen))}Er is een schema van {enumeration(namen)}.",
        )
    if naam == ACTIEPLAN:
        env.stdout.write(plan_json.render_schema())
        return
    schema = json_schema.document(naam) if naam else json_schema.alles()
    env.stdout.write(json.dumps(schema, indent=2) + "\n")


def _kaart(env: Environment, _: str) -> None:
    from routekaart_cli.inhoud import check
    from routekaart_cli.pages import redactie

    fasen = [(fase, check.file_of(env.inhoud, fase)) for fase in env.inhoud.alles]
    verder = check.rest(env.inhoud)
    if env.opties.json:
        env.show_json(redactie.kaart_json(fasen, verder))
    else:
        env.show(redactie.kaart(fasen, verder))


OPDRACHTEN: Mapping[str, Callable[[Environment, str], None]] = {
    "controleer": _controleer, "schema": _schema, "kaart": _kaart,
}  # fmt: skip


def _wat_hint(bedoeld: str | None, namen: list[str]) -> str:
    return (
        f"{did_you_mean(bedoeld)}Kies uit {enumeration(namen, 'of')}.\nTyp bijvoorbeeld: routekaart inhoud {namen[0]}"
    )
