"""Where the content lies and of which day it is, without reading it: `--versie` must be quick."""

from __future__ import annotations

import re
from pathlib import Path

MAIN_FILE = "routekaart.yaml"
LAYER_FILE = "laag.yaml"
_PEILDATUM = re.compile(r"^ +peildatum: *(\d{4}-\d{2}-\d{2}) *$", re.MULTILINE)


def shipped() -> Path:
    """Return the folder with the texts that ship: inside an installed package, else beside it in a checkout."""
    here = Path(__file__).parent.parent
    return here / "content" if (here / "content").is_dir() else here.parent / "content"


def is_content(folder: Path) -> bool:
    """Is *folder* a whole content?"""
    return (folder / MAIN_FILE).is_file()


def is_layer(folder: Path) -> bool:
    """Does *folder* lie over a content, and is it none itself?"""
    return (folder / LAYER_FILE).is_file() and not is_content(folder)


def peildatum(folder: Path) -> str:
    """Return the ISO date up to which the texts in *folder* were looked up; empty when it does not say so."""
    try:
        found = _PEILDATUM.search((folder / MAIN_FILE).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        return ""
    return found[1] if found else ""
