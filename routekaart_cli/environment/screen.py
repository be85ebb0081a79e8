"""What the terminal is and can: its size, its colours, links, and the program a person reads long pages with."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Mapping

_KENT_LINKS = ("iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "rio", "Tabby")
_TERM_KENT_LINKS = ("kitty", "alacritty", "foot", "ghostty", "contour")


def maat() -> tuple[int, int]:
    """Return the columns and lines: what COLUMNS and LINES say, or of the first stream on a terminal, or 80 and 24."""
    kolommen, regels = 0, 0
    for greep in (1, 2, 0):
        with contextlib.suppress(OSError):
            kolommen, regels = os.get_terminal_size(greep)
            break
    return _gezegd("COLUMNS") or kolommen or 80, _gezegd("LINES") or regels or 24


def _gezegd(naam: str) -> int:
    tekst = os.environ.get(naam, "")
    return int(tekst[:6]) if tekst.isdecimal() else 0


def kent_kleuren(variabelen: Mapping[str, str]) -> bool:
    """Does the terminal have the 256 colours of which we know the contrast?

    Its own sixteen can be anything, such as yellow on white: with only those we do without.
    """
    return "256" in variabelen.get("TERM", "") or bool(variabelen.get("COLORTERM") or variabelen.get("WT_SESSION"))


def kent_links(variabelen: Mapping[str, str]) -> bool:
    """Does the terminal make a link of an address that is marked as one (OSC 8)? Some print rubbish, so only if known.

    FORCE_HYPERLINK=1 or 0 is how a person overrules it, in every program.
    """
    gezegd = variabelen.get("FORCE_HYPERLINK")
    if gezegd is not None:
        return gezegd not in ("", "0")
    term = variabelen.get("TERM", "")
    if term.startswith(("screen", "tmux")):
        return False
    vte = variabelen.get("VTE_VERSION", "")
    return (
        variabelen.get("TERM_PROGRAM") in _KENT_LINKS
        or any(naam in term for naam in _TERM_KENT_LINKS)
        or bool(variabelen.get("WT_SESSION") or variabelen.get("KONSOLE_VERSION"))
        or (vte.isdecimal() and int(vte) >= 5000)
    )


def pager(variabelen: Mapping[str, str]) -> list[str]:
    """Return the command of the pager: what PAGER says, else `less`, or nothing when there is none."""
    import shlex
    import shutil

    with contextlib.suppress(ValueError):
        opdracht = shlex.split(variabelen.get("PAGER", "less"))
        if opdracht and opdracht[0] != "cat" and shutil.which(opdracht[0], path=variabelen.get("PATH")):
            return opdracht
    return []


def lees(tekst: str, opdracht: list[str], variabelen: Mapping[str, str], codering: str) -> bool:
    """Let a person read *tekst* in the pager *opdracht*; return False when it could not begin, or failed.

    Unless LESS says otherwise, less says how to go on, keeps colours, ends by itself when all fits, and leaves the page
    on the screen. Leaving the pager halfway, or interrupting it, is a way to have read enough.
    """
    import signal
    import subprocess

    omgeving = {
        "LESS": "FRXPSpatie voor meer, q als je klaar bent$",
        "LESSCHARSET": "utf-8" if "utf" in codering.lower() else "latin1",
        **variabelen,
    }
    onderbreken = signal.signal(signal.SIGINT, lambda *_: None)  # Ctrl-C is for the pager, which has the keyboard
    try:
        klaar = subprocess.run(opdracht, input=tekst.encode(codering, "benader"), env=omgeving, check=False)  # noqa: S603
    except OSError:
        return False
    finally:
        signal.signal(signal.SIGINT, onderbreken)
    return not 0 < klaar.returncode < 128  # below and above: a signal, so somebody had read enough
