"""How a command line is typed here: what we are called, and quoted for the shell."""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Mapping, Sequence
from pathlib import Path

from routekaart_cli.dutch.opdrachten import PROGRAM

WINDOWS = os.name == "nt"
ONE_FILE = ".pyz"
"""How the program is called when it is one file, which Python must run."""


def program(typed: Sequence[str], seen: Sequence[str]) -> str:
    """Return what to type for this program: its name when the shell finds it, else as it was called now.

    *typed* is the command line of Python, as `sys.orig_argv`; *seen* what Python made of it, as `sys.argv`.
    """
    script = Path(seen[0])
    package = __package__.partition(".")[0]
    if (script.parent.name, script.name) == (package, "__main__.py"):
        return f"{_called(typed[0])} -m {package}"
    if script.suffix == ONE_FILE:
        return f"{_called(typed[0])} {quoted(seen[0])}"
    if script.stem != PROGRAM:  # loaded by another program
        return PROGRAM
    on_path = (Path(folder) / script.name for folder in os.get_exec_path())
    found = next((path for path in on_path if os.access(path, os.X_OK)), None)  # without shutil, which loads slowly
    if found and script.is_absolute() and os.path.realpath(found) == os.path.realpath(script):
        return PROGRAM
    return _called(seen[0])


def quoted(word: str) -> str:
    """Return *word* as one word of a command line: for PowerShell on Windows, elsewhere for any shell."""
    if not WINDOWS:
        return shlex.quote(word)
    return word if re.fullmatch(r"[\w%+=:./\\-]+", word) else "'" + word.replace("'", "''") + "'"


def text_program(variables: Mapping[str, str]) -> list[str]:
    """Return the command of the text program that *variables* name, or else of one that is there, or nothing."""
    import shutil  # seldom

    said = variables.get("VISUAL", "").strip() or variables.get("EDITOR", "").strip()
    if not said:
        path = variables.get("PATH")
        return next(([name] for name in ("nano", "vi", "notepad") if shutil.which(name, path=path)), [])
    # A path with spaces or backslashes is mostly written without quotes: what is there counts, the longest first.
    parts = said.split(" ")
    for end in range(len(parts), 0, -1):
        program = " ".join(parts[:end]).strip("\"'")
        if shutil.which(program, path=variables.get("PATH")):
            return [program, *_words(" ".join(parts[end:]))]
    return _words(said)


def _words(text: str) -> list[str]:
    try:
        return shlex.split(text)
    except ValueError:  # a quote that is not closed
        return text.split()


def _called(path: str) -> str:
    """Return *path* as the first word of a command line; PowerShell takes a quoted one for a text without `&`."""
    word = quoted(path)
    return f"& {word}" if WINDOWS and word != path else word
