"""Writing a long answer in a text program of one's own: what VISUAL or EDITOR says, or one that is there."""

from __future__ import annotations

import contextlib
import os
import signal
from pathlib import Path

from routekaart_cli.domain.antwoorden import Antwoord, Stand
from routekaart_cli.domain.invoer import parse_antwoord
from routekaart_cli.domain.routekaart import Keuze, Soort, Vraag
from routekaart_cli.errors import RefusedAnswer
from routekaart_cli.gesprek.tafel import Tafel
from routekaart_cli.gesprek.vragers.asker import Turn

_NO_EDITOR_HINT = "Typ je antwoord hier, of zet EDITOR op een tekstprogramma dat er is."


def write(tafel: Tafel, turn: Turn) -> Antwoord | None:
    """Let somebody write the answer to *turn*, beginning with what is there; None when it stays as it is.

    Programs with a window of their own return at once: as long as nothing was written, they are asked when they are
    done. The file goes only when what it says is the answer, and no program can have it open. Raises `RefusedAnswer`
    when there is no program, it fails, or what was written does not fit, and `Stopped`.
    """
    opdracht = tafel.env.text_program
    if not opdracht:
        raise RefusedAnswer("Er is geen tekstprogramma gevonden.", _NO_EDITOR_HINT)
    current = turn.current
    start = str(current.waarde) if current and current.stand is Stand.GEGEVEN else ""
    import tempfile  # only to write: it loads much

    handle, name = tempfile.mkstemp(prefix="routekaart-", suffix=".txt")
    file = Path(name)
    with os.fdopen(handle, "w", encoding="utf-8") as stream:
        stream.write(start)
    _run(opdracht, file, start)
    try:
        text = _read(file)
        open_window = text.strip() in ("", start)
        if open_window and _is_done(tafel, file):
            text = _read(file)
        antwoord = parse_antwoord(turn.vraag, text, tafel.env.today) if text.strip() not in ("", start) else None
    except RefusedAnswer as refusal:
        raise RefusedAnswer(refusal.message, f"{refusal.hint} {_written(name)}".strip()) from None
    if open_window:
        tafel.tell(_written(name) if antwoord else f"Er is niets veranderd. Het bestand {name} blijft staan.")
    else:
        with contextlib.suppress(OSError):
            file.unlink()
    return antwoord


def _is_done(tafel: Tafel, file: Path) -> bool:
    """Wait until they have written in *file*; return whether they have."""
    tafel.tell(
        f"In {file!s} is nog niets veranderd. Staat je tekstprogramma nog open? Bewaar daar je tekst, en kies dan Ja."
    )
    keuzes = (Keuze("ja", "Ja, lees wat ik schreef"), Keuze("nee", "Nee, er verandert niets"))
    vraag = Vraag(
        "",
        "Klaar met schrijven",
        "Klaar met schrijven?",
        Soort.KEUZE,
        "Sommige tekstprogramma's gaan open in een eigen venster. Bewaar je tekst daar eerst.",
        keuzes=keuzes,
    )
    return tafel.choose(vraag, proposal="ja") == "ja"


def _read(file: Path) -> str:
    """Return what was written in *file*; raises `RefusedAnswer` when it is not UTF-8, or gone."""
    try:
        return file.read_text(encoding="utf-8-sig")
    except ValueError:
        raise RefusedAnswer("Deze tekst kunnen we niet lezen. Bewaar hem in je tekstprogramma als UTF-8.") from None
    except OSError:
        raise RefusedAnswer("Het bestand waarin je schreef, is weg.") from None


def _run(opdracht: list[str], file: Path, start: str) -> None:
    """Run *opdracht* on *file*, which says *start*; a Ctrl-C in it is its own.

    Raises `RefusedAnswer` when it does not start or ends with an error; the file then goes if nothing was written.
    """
    import subprocess

    previous = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        code = subprocess.run([*opdracht, str(file)], check=False).returncode  # noqa: S603  # their own
    except (OSError, ValueError):  # it is not there, or its name cannot be one
        file.unlink()
        raise RefusedAnswer(
            f"Het tekstprogramma '{' '.join(opdracht)}' start niet. Er is niets veranderd.", _NO_EDITOR_HINT
        ) from None
    finally:
        signal.signal(signal.SIGINT, previous)
    if code and _read(file) != start:
        raise RefusedAnswer(_editor_failed(opdracht), _written(str(file)))
    if code:
        file.unlink()
        raise RefusedAnswer(_editor_failed(opdracht), _NO_EDITOR_HINT)


def _written(path: str) -> str:
    return f"Wat je schreef, staat nog in {path}."


def _editor_failed(opdracht: list[str]) -> str:
    return f"Het tekstprogramma '{' '.join(opdracht)}' eindigde met een fout. Er is niets veranderd."
