"""Something to double-click: a file that opens a terminal in a folder and begins with the vragen there."""

from __future__ import annotations

import re
import shlex
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from routekaart_cli import files
from routekaart_cli.dutch.opdrachten import PROGRAM
from routekaart_cli.environment.shell import ONE_FILE

_TEMPLATES = Path(__file__).parent / "starters"


class Kind(NamedTuple):
    """How a system wants a starter: how its name ends, how a word in it is quoted, and how its lines end."""

    suffix: str
    quote: Callable[[str], str]
    newline: str = "\n"


def _for_cmd(word: str) -> str:
    return '"' + word.replace("%", "%%") + '"'


def _for_desktop(word: str) -> str:
    """Quote *word* as an argument of Exec, in a text of such a file."""
    return '"' + _in_desktop(re.sub(r'["`$\\]', r"\\\g<0>", word)).replace("%", "%%") + '"'


def _in_desktop(text: str) -> str:
    """Return *text* on one line of such a file."""
    return text.replace("\\", "\\\\").replace("\n", "\\n")


WINDOWS = Kind(".cmd", _for_cmd, "\r\n")
MACOS = Kind(".command", shlex.quote)
LINUX = Kind(".desktop", _for_desktop)


def folder() -> Path:
    """Return where a project comes that has no place yet: among the documents of whoever sits here."""
    import platformdirs

    return platformdirs.user_documents_path() / PROGRAM.capitalize()


def put(where: Path, options: Sequence[str]) -> list[Path]:
    """Make starters that run `start` with *options* in the folder *where*, which is made too; return their files.

    One comes on the desktop and, on Linux, one in the menu of programs. Raises `WriteFailed`.
    """
    kind = {"win32": WINDOWS, "darwin": MACOS}.get(sys.platform, LINUX)
    naam = "Routekaart" if where.name.lower() == PROGRAM else f"Routekaart {where.name}"
    starter = text(kind, naam, where, [*_program(), "start", *options]).encode()
    paths = [place / f"{naam}{kind.suffix}" for place in _places(kind)]
    for path in paths:
        try:
            where.mkdir(parents=True, exist_ok=True)
            path.parent.mkdir(parents=True, exist_ok=True)
            files.write_atomic(path, starter, durable=False, follow=False)
            path.chmod(0o755)
        except OSError as error:
            raise files.refused(path, error) from error
    return paths


def text(kind: Kind, naam: str, where: Path, opdracht: Sequence[str]) -> str:
    """Return the starter *naam* of this *kind*, which runs *opdracht* in the folder *where*."""
    parts = {"NAAM": _in_desktop(naam), "MAP": kind.quote(str(where)), "OPDRACHT": " ".join(map(kind.quote, opdracht))}
    template = (_TEMPLATES / f"routekaart{kind.suffix}").read_text(encoding="utf-8")
    return re.sub("@(NAAM|MAP|OPDRACHT)@", lambda found: parts[found[1]], template).replace("\n", kind.newline)


def _program() -> list[str]:
    """Return what runs this program from any folder."""
    if sys.argv[0].endswith(ONE_FILE):
        return [sys.executable, str(Path(sys.argv[0]).absolute())]
    script = Path(sys.executable).with_name(f"{PROGRAM}.exe" if sys.platform == "win32" else PROGRAM)
    return [str(script)] if script.is_file() else [sys.executable, "-m", __package__.partition(".")[0]]


def _places(kind: Kind) -> list[Path]:
    import platformdirs

    desktop = platformdirs.user_desktop_path()
    if kind is not LINUX:
        return [desktop]
    menu = platformdirs.user_data_path() / "applications"
    return [desktop, menu] if desktop.is_dir() else [menu]
