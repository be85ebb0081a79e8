"""Writing a long answer in a text program of one's own: what VISUAL or EDITOR says."""

from __future__ import annotations

import contextlib
import os
import signal
from pathlib import Path

from routekaart_cli.domain.antwoorden import Antwoord, Antwoorden, Stand
from routekaart_cli.domain.invoer import parse_antwoord
from routekaart_cli.domain.routekaart import Keuze, Soort, Vraag
from routekaart_cli.environment.world import Environment
from routekaart_cli.errors import RefusedAnswer
from routekaart_cli.gesprek import tafel
from routekaart_cli.gesprek.vragers.asker import Asker, Scherm

_GEEN_EDITOR_HINT = "Typ je antwoord hier, of stop en typ eerst: export EDITOR=nano"


def write(env: Environment, asker: Asker, scherm: Scherm, antwoorden: Antwoorden) -> Antwoord | None:
    """Let somebody write the answer to *scherm*, beginning with what is there; None when it stays as it is.

    Programs with a window of their own return at once: as long as nothing was written, *asker* asks when they are done.
    The file goes only when what it says is the answer, and no program can have it open. Raises `RefusedAnswer` when
    there is no program, it fails, or what was written does not fit, and `Gestopt`.
    """
    opdracht = env.tekstprogramma
    if not opdracht:
        raise RefusedAnswer("Er is geen tekstprogramma ingesteld.", _GEEN_EDITOR_HINT)
    huidig = scherm.huidig
    begin = str(huidig.waarde) if huidig and huidig.stand is Stand.GEGEVEN else ""
    import tempfile  # only to write: it loads much

    greep, naam = tempfile.mkstemp(prefix="routekaart-", suffix=".txt")
    bestand = Path(naam)
    with os.fdopen(greep, "w", encoding="utf-8") as stroom:
        stroom.write(begin)
    _run(opdracht, bestand, begin)
    try:
        tekst = _read(bestand)
        open_venster = tekst.strip() in ("", begin)
        if open_venster and _is_done(env, asker, bestand, antwoorden):
            tekst = _read(bestand)
        antwoord = parse_antwoord(scherm.vraag, tekst, env.vandaag) if tekst.strip() not in ("", begin) else None
    except RefusedAnswer as geweigerd:
        raise RefusedAnswer(geweigerd.message, f"{geweigerd.hint} {_geschreven(naam)}".strip()) from None
    if open_venster:
        asker.tell(_geschreven(naam) if antwoord else f"Er is niets veranderd. Het bestand {naam} blijft staan.")
    else:
        with contextlib.suppress(OSError):
            bestand.unlink()
    return antwoord


def _is_done(env: Environment, asker: Asker, bestand: Path, antwoorden: Antwoorden) -> bool:
    """Wait until they have written in *bestand*; return whether they have."""
    asker.tell(
        f"In {bestand!s} is nog niets veranderd. Staat je tekstprogramma nog open? "
        "Bewaar daar je tekst, en kies dan Ja."
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
    return tafel.agree(env, asker, vraag, antwoorden, voorstel="ja")


def _read(bestand: Path) -> str:
    """Return what was written in *bestand*; raises `RefusedAnswer` when it is not UTF-8, or gone."""
    try:
        return bestand.read_text(encoding="utf-8-sig")
    except ValueError:
        raise RefusedAnswer("Deze tekst kunnen we niet lezen. Bewaar hem in je tekstprogramma als UTF-8.") from None
    except OSError:
        raise RefusedAnswer("Het bestand waarin je schreef, is weg.") from None


def _run(opdracht: str, bestand: Path, begin: str) -> None:
    """Run *opdracht* on *bestand*, which says *begin*; a Ctrl-C in it is its own.

    Raises `RefusedAnswer` when it does not start or ends with an error; the file then goes if nothing was written.
    """
    import shlex
    import subprocess

    vorige = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        code = subprocess.run([*shlex.split(opdracht), str(bestand)], check=False).returncode  # their own  # noqa: S603  # their own
    except (OSError, ValueError):
        bestand.unlink()
        raise RefusedAnswer(
            f"Het tekstprogramma '{opdracht}' start niet. Er is niets veranderd.", _GEEN_EDITOR_HINT
        ) from None
    finally:
        signal.signal(signal.SIGINT, vorige)
    if code and _read(bestand) != begin:
        raise RefusedAnswer(_editor_mislukt(opdracht), _geschreven(str(bestand)))
    if code:
        bestand.unlink()
        raise RefusedAnswer(_editor_mislukt(opdracht), _GEEN_EDITOR_HINT)


def _geschreven(pad: str) -> str:
    return f"Wat je schreef, staat nog in {pad}."


def _editor_mislukt(opdracht: str) -> str:
    return f"Het tekstprogramma '{opdracht}' eindigde met een fout. Er is niets veranderd."
