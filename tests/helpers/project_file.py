"""A project file as somebody else might have written it, and what stands in it."""

from __future__ import annotations

from pathlib import Path

from routekaart_cli.project import store


def waarde(pad: Path, vraag_id: str = "wijk.naam") -> object:
    antwoord = store.load(pad).antwoorden.get(vraag_id)
    if antwoord and antwoord.alternatieven:
        return [kant.waarde for kant in antwoord.alternatieven]
    return antwoord and antwoord.waarde


def schrijf(pad: Path, **antwoorden: str) -> Path:
    regels = "".join(f"  {naam.replace('_', '.')}: {{waarde: {tekst}}}\n" for naam, tekst in antwoorden.items())
    pad.write_text(f"formaat: 1\nantwoorden:\n{regels}", encoding="utf-8")
    return pad
