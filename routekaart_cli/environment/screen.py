"""What the terminal is and can: its size, its colours, links, and the program a person reads long pages with."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Mapping

_KNOW_LINKS = ("iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "rio", "Tabby")
_TERMS_KNOW_LINKS = ("kitty", "alacritty", "foot", "ghostty", "contour")


def size() -> tuple[int, int]:
    """Return the columns and lines: what COLUMNS and LINES say, or of the first stream on a terminal, or 80 and 24."""
    columns, lines = 0, 0
    for handle in (1, 2, 0):
        with contextlib.suppress(OSError):
            columns, lines = os.get_terminal_size(handle)
            break
    return _said("COLUMNS") or columns or 80, _said("LINES") or lines or 24


def _said(name: str) -> int:
    text = os.environ.get(name, "")
    return int(text[:6]) if text.isdecimal() else 0


def knows_colors(variables: Mapping[str, str]) -> bool:
    """Does the terminal have the 256 colours of which we know the contrast?

    Its own sixteen can be anything, such as yellow on white: with only those we do without.
    """
    return "256" in variables.get("TERM", "") or bool(variables.get("COLORTERM") or variables.get("WT_SESSION"))


def knows_links(variables: Mapping[str, str]) -> bool:
    """Does the terminal make a link of an address that is marked as one (OSC 8)? Some print rubbish, so only if known.

    FORCE_HYPERLINK=1 or 0 is how a person overrules it, in every program.
    """
    said = variables.get("FORCE_HYPERLINK")
    if said is not None:
        return said not in ("", "0")
    term = variables.get("TERM", "")
    if term.startswith(("screen", "tmux")):
        return False
    vte = variables.get("VTE_VERSION", "")
    return (
        variables.get("TERM_PROGRAM") in _KNOW_LINKS
        or any(name in term for name in _TERMS_KNOW_LINKS)
        or bool(variables.get("WT_SESSION") or variables.get("KONSOLE_VERSION"))
        or (vte.isdecimal() and int(vte) >= 5000)
    )


def pager(variables: Mapping[str, str]) -> list[str]:
    """Return the command of the pager: what PAGER says, else `less`, or nothing when there is none."""
    import shlex
    import shutil

    with contextlib.suppress(ValueError):
        opdracht = shlex.split(variables.get("PAGER", "less"))
        if opdracht and opdracht[0] != "cat" and shutil.which(opdracht[0], path=variables.get("PATH")):
            return opdracht
    return []


def show_in_pager(text: str, opdracht: list[str], variables: Mapping[str, str], encoding: str) -> bool:
    """Let a person read *text* in the pager *opdracht*; return False when it could not begin, or failed.

    Unless LESS says otherwise, less says how to go on, keeps colours, ends by itself when all fits, and leaves the page
    on the screen. Leaving the pager halfway, or interrupting it, is a way to have read enough.
    """
    import signal
    import subprocess

    environ = {
        "LESS": "FRXPSpatie voor meer, q als je klaar bent$",
        "LESSCHARSET": "utf-8" if "utf" in encoding.lower() else "latin1",
        **variables,
    }
    previous_handler = signal.signal(signal.SIGINT, lambda *_: None)  # Ctrl-C is for the pager, which has the keyboard
    try:
        done = subprocess.run(opdracht, input=text.encode(encoding, "benader"), env=environ, check=False)  # noqa: S603
    except OSError:
        return False
    finally:
        signal.signal(signal.SIGINT, previous_handler)
    return not 0 < done.returncode < 128  # below and above: a signal, so somebody had read enough
