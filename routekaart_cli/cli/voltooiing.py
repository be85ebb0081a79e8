"""`routekaart voltooiing`: the script with which a shell completes what somebody types, and what it then asks us."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from routekaart_cli.cli import words
from routekaart_cli.dutch import did_you_mean, enumeration
from routekaart_cli.environment.world import Environment

SCHELPEN = {"bash": "bash.sh", "zsh": "zsh.sh", "fish": "fish.fish", "powershell": "powershell.ps1"}


def voltooiing(
    ctx: typer.Context,
    woorden: Annotated[
        list[str] | None,
        typer.Argument(
            metavar=words.META_SHELL,
            help=(
                "Jouw shell: bash, zsh, fish of powershell. "
                "Voor bash zet je in ~/.bashrc: source <(routekaart voltooiing bash). "
                "Voor een andere shell staat het bovenaan het script."
            ),
        ),
    ] = None,
    voor: Annotated[
        str, typer.Option("--voor", metavar=words.META_TEKST, help="Dit gebruikt het script zelf.", hidden=True)
    ] = "",
) -> None:
    from routekaart_cli.dutch import nearest
    from routekaart_cli.errors import UnknownName, UsageProblem

    env = ctx.ensure_object(Environment)
    gegeven = woorden or []
    if voor.startswith("="):
        from routekaart_cli.cli import completion

        for waarde, wat in completion.complete(env, ctx.parent, gegeven, voor[1:]):
            env.stdout.write(f"{waarde}\t{wat}\n" if wat else f"{waarde}\n")
        return
    if len(gegeven) != 1:
        raise UsageProblem(words.ontbreekt(words.META_SHELL), _shell_hint(None, list(SCHELPEN)))
    (schelp,) = gegeven
    if schelp not in SCHELPEN:
        bedoeld = nearest(schelp, SCHELPEN, 0.5)
        raise UnknownName(f"De shell '{schelp}' kennen we niet.", _shell_hint(bedoeld, list(SCHELPEN)))
    script = Path(__file__).parent.parent / "voltooiing" / SCHELPEN[schelp]
    env.stdout.write(script.read_text(encoding="utf-8"))


def _shell_hint(bedoeld: str | None, namen: list[str]) -> str:
    return f"{did_you_mean(bedoeld)}Kies uit {enumeration(namen, 'of')}.\nTyp bijvoorbeeld: routekaart voltooiing bash"
