"""`routekaart voltooiing`: the script with which a shell completes what somebody types, and what it then asks us."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from routekaart_cli.cli.environment import Environment
from routekaart_cli.texts import hulp

SCHELPEN = {"bash": "bash.sh", "zsh": "zsh.sh", "fish": "fish.fish", "powershell": "powershell.ps1"}


def voltooiing(
    ctx: typer.Context,
    woorden: Annotated[list[str] | None, typer.Argument(metavar=hulp.META_SHELL, help=hulp.VOLTOOIING_SHELL)] = None,
    voor: Annotated[str, typer.Option("--voor", metavar=hulp.META_TEKST, help=hulp.VOLTOOIING_VOOR, hidden=True)] = "",
) -> None:
    from routekaart_cli.errors import UnknownName, UsageProblem
    from routekaart_cli.namen import nearest

    env = ctx.ensure_object(Environment)
    gegeven = woorden or []
    if voor.startswith("="):
        from routekaart_cli.cli import aanvullen

        for waarde, wat in aanvullen.complete(env, ctx.parent, gegeven, voor[1:]):
            env.stdout.write(f"{waarde}\t{wat}\n" if wat else f"{waarde}\n")
        return
    if len(gegeven) != 1:
        raise UsageProblem(hulp.ontbreekt(hulp.META_SHELL), hulp.shell_hint(None, list(SCHELPEN)))
    (schelp,) = gegeven
    if schelp not in SCHELPEN:
        bedoeld = nearest(schelp, SCHELPEN, 0.5)
        raise UnknownName(hulp.shell_onbekend(schelp), hulp.shell_hint(bedoeld, list(SCHELPEN)))
    script = Path(__file__).parent.parent / "voltooiing" / SCHELPEN[schelp]
    env.stdout.write(script.read_text(encoding="utf-8"))
