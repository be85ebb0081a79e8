"""A project file as somebody else might have written it, and what stands in it."""

from __future__ import annotations

from pathlib import Path

from routekaart_cli.project import store


def waarde(path: Path, vraag_id: str = "wijk.naam") -> object:
    antwoord = store.load(path).antwoorden.get(vraag_id)
    if antwoord and antwoord.alternatieven:
        return [side.waarde for side in antwoord.alternatieven]
    return antwoord and antwoord.waarde


def write(path: Path, **antwoorden: str) -> Path:
    lines = "".join(f"  {name.replace('_', '.')}: {{waarde: {text}}}\n" for name, text in antwoorden.items())
    path.write_text(f"formaat: 1\nantwoorden:\n{lines}", encoding="utf-8")
    return path
