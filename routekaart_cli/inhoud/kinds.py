"""The kinds of YAML file in content/: what reads each, and its JSON Schema for programs in which editors write."""

from __future__ import annotations

from collections.abc import Callable

from routekaart_cli.domain.routekaart import Fase, Keuze
from routekaart_cli.inhoud import content_records
from routekaart_cli.yaml_fields.fields import Fields, Reader
from routekaart_cli.yaml_fields.schema import Schema, schema_of


def _fase(fields: Fields) -> Fase:
    return content_records.fase(fields, 1, content_records.routekaart(Reader("").fields(None)))


READERS: dict[str, tuple[Callable[[Fields], object], tuple[str, ...]]] = {
    "routekaart": (content_records.routekaart, ("routekaart.yaml",)),
    "intake": (lambda fields: content_records.intake(fields, (), (Keuze("", ""),)), ("intake.yaml",)),
    "fase": (_fase, ("fasen/*.yaml", "gemeente.yaml")),
    "begrippen": (content_records.begrippen, ("begrippen.yaml",)),
    "actueel": (content_records.actueel, ("actueel.yaml",)),
    "contact": (content_records.contact, ("contact.yaml",)),
    "hulp": (content_records.onderwerpen, ("hulp.yaml",)),
}
"""By the name of a kind what reads it, and which files are of it."""


def schema(name: str) -> Schema:
    """Return the schema of the files of the kind *name*."""
    read, files = READERS[name]
    return {"title": f"{' en '.join(files)} van routekaart", **schema_of(read)}
