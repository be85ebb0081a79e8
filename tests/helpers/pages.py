"""Every command that shows a page, as somebody types it: the tests of screens, JSON and terminals go through them.

Documents (`export -`, `werkblad`, `agenda`) are not among them: they are written as they are, in UTF-8.
"""

from __future__ import annotations

READING: tuple[tuple[str, ...], ...] = (
    (),
    ("vragen", "--fase", "5"),
    ("fase",),
    ("fase", "1"),
    ("fase", "3"),
    ("fase", "3", "--alles"),
    ("fase", "4", "--geen-uitleg"),
    ("tips",),
    ("tips", "2"),
    ("voorbeelden",),
    ("voorbeelden", "4"),
    ("voorbeelden", "berkum"),
    ("begrippen",),
    ("begrippen", "warmtenet"),
    ("zoek", "jongere"),
    ("zoek", "Zonnehoek"),
    ("zoek", "jongern"),
    ("gemeente",),
    ("contact",),
    ("contact", "friesland"),
    ("actueel",),
    ("actueel", "--alles"),
    ("hulp",),
    ("hulp", "stap"),
    ("hulp", "exitcodes"),
    ("stap", "2.3"),
    ("stap", "g.1"),
    ("status",),
    ("nakijken",),
    ("controleer",),
    ("terugdraaien", "--lijst"),
    ("terugdraaien", "--sessie"),
    ("overzicht",),
    ("inhoud", "controleer"),
    ("inhoud", "kaart"),
)

SMALL_READING: tuple[tuple[str, ...], ...] = (
    (), ("vragen", "--fase", "2"), ("fase",), ("fase", "1"), ("fase", "2", "--alles"), ("fase", "2", "--geen-uitleg"),
    ("tips",), ("tips", "1"), ("voorbeelden",), ("voorbeelden", "1"), ("voorbeelden", "straatfeest"), ("begrippen",),
    ("begrippen", "warmtenet"), ("zoek", "jongere"), ("zoek", "Zonnehoek"), ("zoek", "jongern"), ("gemeente",),
    ("contact",), ("contact", "friesland"), ("actueel",), ("actueel", "--alles"), ("hulp",), ("hulp", "stap"),
    ("hulp", "toetsen"), ("stap", "2.1"), ("stap", "g.1"), ("status",), ("nakijken",), ("controleer",),
    ("terugdraaien", "--lijst"), ("terugdraaien", "--sessie"), ("overzicht",), ("inhoud", "controleer"),
    ("inhoud", "kaart"),
)  # fmt: skip
"""Every page once over the small content, for the goldens."""
NARROW: tuple[tuple[str, ...], ...] = (
    (), ("fase", "1"), ("voorbeelden", "straatfeest"), ("stap", "2.1"), ("status",), ("nakijken",), ("overzicht",),
)  # fmt: skip
"""Those of them of which the golden screen of 40 columns is kept too."""


def naam(args: tuple[str, ...]) -> str:
    """Return a name for a file with the page of *args*."""
    return "_".join(args).replace("--", "") or "routekaart"
