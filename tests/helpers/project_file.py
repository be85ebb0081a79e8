"""A project file as somebody else might have written it, and what stands in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from helpers.world import INHOUD, NOW

from routekaart_cli.project import store
from routekaart_cli.project.werk import Werk


def window(folder: Path, said: list[str] | None = None, now: Callable[[], str] = NOW.isoformat) -> Werk:
    """Open the project of *folder* in a window of its own, without a screen; *said* hears what it tells."""
    said = [] if said is None else said
    return Werk(folder / "routekaart-project.yaml", now, said.append, lambda id_: INHOUD.vraag_of(id_).kort).load()


def waarde(path: Path, vraag_id: str = "wijk.naam") -> object:
    antwoord = store.load(path).antwoorden.get(vraag_id)
    if antwoord and antwoord.alternatieven:
        return [side.waarde for side in antwoord.alternatieven]
    return antwoord and antwoord.waarde


def write(path: Path, **antwoorden: str) -> Path:
    lines = "".join(f"  {name.replace('_', '.')}: {{waarde: {text}}}\n" for name, text in antwoorden.items())
    path.write_text(f"formaat: 1\nantwoorden:\n{lines}", encoding="utf-8")
    return path


def beside(path: Path, name: str) -> Path:
    """Return the file *name* (`wijzigingen`, `sessie-1`) that this computer keeps beside the project file *path*."""
    (found,) = (path.parent / ".routekaart").glob(f"{path.stem}.[a-z][a-z][a-z][a-z].{name}.yaml")
    return found
