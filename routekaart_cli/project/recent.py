"""The projects that were used last on this computer: only where their files are, nothing of what is in them."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path

MOST = 5


def projects() -> list[Path]:
    """Return the project files that were used last and are still there, newest first."""
    with contextlib.suppress(OSError, ValueError, RuntimeError):
        paths = json.loads(_file().read_text(encoding="utf-8"))
        if isinstance(paths, list):
            return [Path(path) for path in paths if isinstance(path, str) and Path(path).is_file()][:MOST]
    return []


def remember(path: Path) -> None:
    """Keep that the project file *path* was used; where that cannot be, it is left at that."""
    if not path.is_file():
        return
    from routekaart_cli import files
    from routekaart_cli.errors import WriteFailed

    with contextlib.suppress(OSError, RuntimeError, WriteFailed):
        begin = path.resolve()
        known_ = [begin, *(path for path in projects() if path != begin)][:MOST]
        file = _file()
        file.parent.mkdir(parents=True, exist_ok=True)
        files.write_atomic(file, json.dumps([str(path) for path in known_], indent=1).encode(), durable=False)


def _file() -> Path:
    import platformdirs

    return platformdirs.user_state_path("routekaart", appauthor=False) / "projecten.json"
