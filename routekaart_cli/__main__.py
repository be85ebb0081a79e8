"""The one place where every outcome becomes an exit code; the table stands in the README."""

from __future__ import annotations

import gc

from routekaart_cli import files

# Loading makes many objects and little garbage: looking for it meanwhile takes a twentieth of what a page takes.
gc.set_threshold(100_000, 20, 100)

import contextlib
import os
import signal
import sys
from types import FrameType

import typer

from routekaart_cli.cli.app import command
from routekaart_cli.cli.typer_dutch import usage_problem
from routekaart_cli.environment.world import Environment
from routekaart_cli.errors import Interrupted, RoutekaartError


def main() -> None:
    """Run the program on the real world and exit."""
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), _interrupt)
    sys.unraisablehook = _again
    try:
        code = run(sys.argv[1:], Environment.from_system())
    except KeyboardInterrupt:  # once more, while the first was being told
        code = 128 + signal.SIGINT
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # all is said: an impatient Ctrl-C must not bring English
    sys.exit(code)


def run(args: list[str], env: Environment) -> int:
    """Run the command in *args* in the world *env*; return its exit code."""
    try:
        try:
            with command.make_context("routekaart", list(args), obj=env) as ctx:
                command.invoke(ctx)
            env.stdout.flush()
        except typer.TyperException as error:
            raise usage_problem(error, env.opdracht) from error
    except typer.Exit as out:
        return out.exit_code
    except RoutekaartError as error:
        _tell(error, env, json="--json" in args)
        return error.exit_code
    except BrokenPipeError:  # the reader left (`| head`): not our problem
        _silence()
        return 0
    except OSError as error:
        _silence()
        env.say(f"Dit lukt niet: {files.reden(error)}.\n{files.WRITE_HINT}")
        return 1
    except KeyboardInterrupt as gestopt:
        if env.opdracht != "start":  # the interview says it itself, with how to go on
            env.say("Gestopt.")
        return 128 + (gestopt.signum if isinstance(gestopt, Interrupted) else signal.SIGINT)
    except Exception as error:  # noqa: BLE001  # the last net: anything else becomes a report
        _report(error, env)
        return 3
    return 0


def _silence() -> None:
    """Send what is still to come on stdout nowhere, or Python would complain when it closes a stream that is broken."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _interrupt(signum: int, _frame: FrameType | None) -> None:
    raise Interrupted(signum)


def _again(lost: sys.UnraisableHookArgs) -> None:
    """Bring back a Ctrl-C that came where Python drops it with a word of English: in the end of an object."""
    if not issubclass(lost.exc_type, KeyboardInterrupt):
        sys.__unraisablehook__(lost)
        return
    from threading import Timer, main_thread  # seldom

    def send() -> None:
        if sys.platform == "win32":
            signal.raise_signal(signal.SIGINT)
        else:  # to the one that waits for a key
            signal.pthread_kill(main_thread().ident or 0, signal.SIGINT)

    Timer(0.01, send).start()  # later: here it would be dropped once more


def _tell(error: RoutekaartError, env: Environment, *, json: bool) -> None:
    if env.options.json or json:
        from routekaart_cli.pages import json_document

        env.stderr.write(json_document.render_error(env.opdracht, error))
    else:
        env.say(f"{error.message}\n{error.hint}" if error.hint else error.message)


def _report(error: Exception, env: Environment) -> None:
    """Write a report of our own fault: where in the code it happened, and nothing that anybody typed."""
    import platform
    import tempfile
    import traceback

    from routekaart_cli import VERSIE

    where = [f"{stap.filename}:{stap.lineno} {stap.name}" for stap in traceback.extract_tb(error.__traceback__)]
    lines = [f"routekaart {VERSIE}, Python {platform.python_version()}", type(error).__name__, *where]
    try:
        handle, path = tempfile.mkstemp(prefix="routekaart-verslag-", suffix=".txt")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")
    except OSError:
        path = ""
    kept = f"Een verslag zonder antwoorden staat in {path}. Stuur het aan wie je routekaart gaf."
    if not path:
        kept = "Een verslag schrijven lukte niet. Meld aan wie je routekaart gaf wat je typte."
    env.say(f"Er ging iets mis in routekaart zelf. Dat ligt niet aan jullie. Wat bewaard was, is nog bewaard.\n{kept}")


if __name__ == "__main__":
    main()
