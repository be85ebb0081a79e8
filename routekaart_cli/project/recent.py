"""What this computer keeps for itself: where the projects are that were used last, and the name by which it writes.

Nothing of what is in a project.
"""

from __future__ import annotations

import contextlib
import functools
import json
import os
import platform
import re
from pathlib import Path

from routekaart_cli import files
from routekaart_cli.errors import WriteFailed
from routekaart_cli.project import versies

MOST = 5
NAME = "[a-z]{4}"
"""What the name of a writer looks like."""


def projects() -> list[Path]:
    """Return the project files that were used last and are still there, newest first."""
    paths = _kept("projecten")
    found = [Path(path) for path in paths if isinstance(path, str)] if isinstance(paths, list) else []
    return [path for path in found if path.is_file()][:MOST]


def remember(path: Path) -> None:
    """Keep that the project file *path* was used; where that cannot be, it is left at that."""
    if path.is_file():
        here = path.resolve()
        _keep("projecten", [str(path) for path in (here, *(path for path in projects() if path != here))][:MOST])


def writer(path: Path, *, not_this: str = "") -> str:
    """Return the name by which this computer writes in the folder of the project file *path*.

    It is random, and drawn once, or again when it is *not_this*; a folder that was moved keeps it. Where nothing can be
    kept, it follows from the folder and the name of the computer.
    """
    folder = Path(os.path.realpath(path)).parent
    known = [str(folder)]
    with contextlib.suppress(OSError):
        info = folder.stat()
        known.append(f"{info.st_dev}:{info.st_ino}")
    names = _kept("schrijvers")
    names = names if isinstance(names, dict) else {}
    for key in known:
        name = names.get(key)
        if isinstance(name, str) and re.fullmatch(NAME, name) and name != not_this:
            return name
    drawn = versies.draw(4)
    kept = _keep("schrijvers", {**names, **dict.fromkeys(known, drawn)})
    return drawn if kept else versies.letters(platform.node(), str(folder))[:4]


def _kept(name: str) -> object:
    with contextlib.suppress(OSError, ValueError, RuntimeError):
        file = _file(name)
        return _read(file, files.stamp(file))
    return None


@functools.lru_cache(maxsize=4)
def _read(file: Path, _: files.Stamp | None) -> object:
    """Return what is in *file*; asked at every save, and read again when its stamp is another."""
    return json.loads(file.read_text(encoding="utf-8"))


def _keep(name: str, what: object) -> bool:
    """Keep *what* in the file called *name*; return whether that could be done."""
    try:
        file = _file(name)
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        files.write_atomic(file, json.dumps(what, indent=1).encode(), durable=False)
    except (OSError, RuntimeError, WriteFailed):
        return False
    return True


def _file(name: str) -> Path:
    import platformdirs

    return platformdirs.user_state_path("routekaart", appauthor=False) / f"{name}.json"
