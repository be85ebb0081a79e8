"""The projects that were used last on this computer: only where their files are, nothing of what is in them."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path

MEESTE = 5


def known() -> list[Path]:
    """Return the project files that were used last and are still there, newest first."""
    with contextlib.suppress(OSError, ValueError, RuntimeError):
        paden = json.loads(_bestand().read_text(encoding="utf-8"))
        if isinstance(paden, list):
            return [Path(pad) for pad in paden if isinstance(pad, str) and Path(pad).is_file()][:MEESTE]
    return []


def remember(path: Path) -> None:
    """Keep that the project file *path* was used; where that cannot be, it is left at that."""
    if not path.is_file():
        return
    from routekaart_cli import files
    from routekaart_cli.errors import WriteFailed

    with contextlib.suppress(OSError, RuntimeError, WriteFailed):
        eerst = path.resolve()
        bekend = [eerst, *(pad for pad in known() if pad != eerst)][:MEESTE]
        bestand = _bestand()
        bestand.parent.mkdir(parents=True, exist_ok=True)
        files.write_atomic(bestand, json.dumps([str(pad) for pad in bekend], indent=1).encode(), durable=False)


def _bestand() -> Path:
    import platformdirs

    return platformdirs.user_state_path("routekaart", appauthor=False) / "projecten.json"
