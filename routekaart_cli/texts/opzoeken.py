"""Words of the reference half: tips, voorbeelden, begrippen, contact, what changed, and search."""

from __future__ import annotations

SOORTEN = {
    "begrip": ("Moeilijk woord", "Moeilijke woorden"),
    "fase": ("Fase", "Fasen"),
    "stap": ("Stap", "Stappen"),
    "tip": ("Tip", "Tips"),
    "voorbeeld": ("Voorbeeld", "Voorbeelden en tools"),
    "vraag": ("Vraag", "Vragen"),
    "antwoord": ("Jullie antwoord", "Jullie antwoorden"),
    "actueel": ("Sinds 2021 veranderd", "Sinds 2021 veranderd"),
    "contact": ("Wie kan helpen", "Wie kan helpen"),
    "hulp": ("Uitleg over routekaart", "Uitleg over routekaart"),
}
"""How each kind of result is called, for one and for more."""
