"""English that a library would say, and that no person may meet."""

from __future__ import annotations

import re

ENGLISH = re.compile(
    r"\b(usage|options?:|commands?:|arguments?|show this|exit|missing|no such|did you mean|errors?|"
    r"invalid|values?|required|default|got|unexpected|extra|try|for help|requires?|takes|text\b|integer|boolean|path|"
    r"aborted|does not|doesn|the|this|that|is not|not|with|from|and|or|must|should|choose|unknown|command|option|"
    r"expected|found|file|directory|please|valid|empty|string|number)\b",
    re.IGNORECASE,
)
ENGLISH_IN_NAMES = re.compile(r"--(help|json|no-color|no-input|version|project|formaat|overschrijf)|\bPATH\b")


def english(text: str) -> list[str]:
    """Return the words of the stop-list in *text*, but for the names of options that scripts know."""
    return ENGLISH.findall(ENGLISH_IN_NAMES.sub("", text))
