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
    ("inhoud", "controleer"),
    ("inhoud", "kaart"),
)


def naam(args: tuple[str, ...]) -> str:
    """Return a name for a file with the page of *args*."""
    return "_".join(args).replace("--", "") or "routekaart"
