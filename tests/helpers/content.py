"""A copy of the content that a test may break."""

from __future__ import annotations

import shutil
from pathlib import Path

from routekaart_cli.inhoud.folder import Inhoud


def copy(inhoud: Inhoud, folder: Path) -> Path:
    """Copy the files of *inhoud* to *folder*, which is not there yet, and return it."""
    return Path(shutil.copytree(inhoud.folder, folder, ignore=shutil.ignore_patterns("__pycache__")))


def change(folder: Path, file: str, old: str, new: str) -> str:
    """Replace the first *old* in a file of the content in *folder*, and return what that file says then."""
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    text = text.replace(old, new, 1)
    (folder / file).write_text(text, encoding="utf-8")
    return text
