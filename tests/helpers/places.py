"""Where the tests and what they hold against stand, wherever the test that asks is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

TESTS = Path(__file__).parent.parent
ROOT = TESTS.parent
"""The folder of the README."""
CONTENT = ROOT / "content"
VOORBEELD = CONTENT / "voorbeeldproject.yaml"
GOLDENS = TESTS / "goldens"
PICTURES = TESTS / "afbeeldingen"
"""The pictures in the README, over the content that ships."""
SMALL_CONTENT = TESTS / "small_content"
"""A little content that never changes, and a project that goes with it: what the goldens are made of."""
LAAG = TESTS / "laag"
"""The layer of a made-up federatie over the small content."""
Golden = Callable[[str, str], None]
"""The fixture `golden`: it holds a text against the file of `tests/goldens/` with a name."""
PROJECTS = TESTS / "projecten"
"""A project file of every format there was."""
README = ROOT / "README.md"
