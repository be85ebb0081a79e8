"""The werkblad as a document: to print, or as a form that `start --antwoorden` reads."""

from __future__ import annotations

from pathlib import Path

from routekaart_cli.render import sjabloon as sjablonen
from routekaart_cli.render.documenten import Formaat
from routekaart_cli.render.werkblad import Werkblad

FORMATEN = (
    Formaat("md", sjabloon="werkblad.md.j2", achter=("markdown", "txt")),
    Formaat("html", sjabloon="werkblad.html.j2", achter=("htm",)),
    Formaat("yaml", sjabloon="werkblad.yaml.j2", achter=("yml",)),
)
_RENDER = {"md": sjablonen.render_markdown, "html": sjablonen.render_html, "yaml": sjablonen.render_yaml}


def render(formaat: Formaat, werkblad: Werkblad, sjabloon: Path) -> str:
    """Return *werkblad* in *formaat*, by the template *sjabloon*; raises `UnreadableFile` with template and line."""
    return _RENDER[formaat.naam](sjabloon, {"werkblad": werkblad})
