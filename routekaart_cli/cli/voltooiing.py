"""`routekaart voltooiing`: the script with which a shell completes what somebody types, and what it then asks us."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from routekaart_cli.cli import usage
from routekaart_cli.dutch import did_you_mean, enumeration
from routekaart_cli.environment.world import Environment

SHELLS = {"bash": "bash.sh", "zsh": "zsh.sh", "fish": "fish.fish", "powershell": "powershell.ps1"}


def voltooiing(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar=usage.META_SHELL,
            help=(
                "Jouw shell: bash, zsh, fish of powershell. "
                "Voor bash zet je in ~/.bashrc: source <(routekaart voltooiing bash). "
                "Voor een andere shell staat het bovenaan het script."
            ),
        ),
    ] = None,
    before: Annotated[
        str, typer.Option("--voor", metavar=usage.META_TEKST, help="Dit gebruikt het script zelf.", hidden=True)
    ] = "",
) -> None:
    from routekaart_cli.dutch import nearest
    from routekaart_cli.errors import UnknownName, UsageProblem

    env = ctx.ensure_object(Environment)
    given = words or []
    if before.startswith("="):
        from routekaart_cli.cli import completion

        for waarde, what in completion.complete(env, ctx.parent, given, before[1:]):
            env.stdout.write(f"{waarde}\t{what}\n" if what else f"{waarde}\n")
        return
    if len(given) != 1:
        raise UsageProblem(usage.missing(usage.META_SHELL), _shell_hint(None, list(SHELLS)))
    (shell,) = given
    if shell not in SHELLS:
        meant = nearest(shell, SHELLS, 0.5)
        raise UnknownName(f"De shell '{shell}' kennen we niet.", _shell_hint(meant, list(SHELLS)))
    script = Path(__file__).parent.parent / "voltooiing" / SHELLS[shell]
    env.stdout.write(script.read_text(encoding="utf-8"))


def _shell_hint(meant: str | None, names: list[str]) -> str:
    return f"{did_you_mean(meant)}Kies uit {enumeration(names, 'of')}.\nTyp bijvoorbeeld: routekaart voltooiing bash"
