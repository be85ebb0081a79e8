"""Writing a long answer in a text program of one's own: what VISUAL or EDITOR says."""

from __future__ import annotations

import contextlib
import os
import signal
from pathlib import Path

from routekaart_cli.antwoorden import parse_antwoord
from routekaart_cli.cli.environment import Environment
from routekaart_cli.errors import RefusedAnswer
from routekaart_cli.model import Antwoord, Stand, Vraag
from routekaart_cli.texts import gesprek


def program(env: Environment) -> str:
    """Return the text program of whoever sits here; empty when there is none, or nobody to use it."""
    if not env.stdin.isatty():
        return ""
    return env.variabelen.get("VISUAL", "") or env.variabelen.get("EDITOR", "")


def write(env: Environment, vraag: Vraag, huidig: Antwoord | None) -> Antwoord | None:
    """Let somebody write the answer to *vraag*, beginning with *huidig*; None when it stays as it is.

    Raises `RefusedAnswer` when there is no program, it fails, or what was written does not fit: then its file is kept.
    """
    opdracht = program(env)
    if not opdracht:
        raise RefusedAnswer(gesprek.GEEN_EDITOR, gesprek.GEEN_EDITOR_HINT)
    begin = str(huidig.waarde) if huidig and huidig.stand is Stand.GEGEVEN else ""
    import tempfile  # only to write: it loads much

    greep, naam = tempfile.mkstemp(prefix="routekaart-", suffix=".txt")
    with os.fdopen(greep, "w", encoding="utf-8") as bestand:
        bestand.write(begin)
    try:
        _run(opdracht, naam)
        tekst = Path(naam).read_text(encoding="utf-8", errors="replace")
        antwoord = parse_antwoord(vraag, tekst, env.vandaag) if tekst.strip() and tekst.strip() != begin else None
    except RefusedAnswer as geweigerd:
        raise RefusedAnswer(geweigerd.message, f"{geweigerd.hint} {gesprek.geschreven(naam)}".strip()) from None
    except (OSError, ValueError):
        raise RefusedAnswer(gesprek.EDITOR_MISLUKT, gesprek.GEEN_EDITOR_HINT) from None
    with contextlib.suppress(OSError):
        Path(naam).unlink()
    return antwoord


def _run(opdracht: str, naam: str) -> None:
    """Run *opdracht* on the file *naam*; a Ctrl-C in it is its own."""
    import shlex
    import subprocess

    vorige = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        subprocess.run([*shlex.split(opdracht), naam], check=True)  # noqa: S603  # their own program, that they chose
    except subprocess.CalledProcessError:
        raise RefusedAnswer(gesprek.EDITOR_MISLUKT) from None
    finally:
        signal.signal(signal.SIGINT, vorige)
