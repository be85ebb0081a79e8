"""Words for what changed since the source was written: how certain, of when, and where to ask."""

from __future__ import annotations


def zeker(datum: str, nagezocht: str, geldig_tot: str, vraag_na: str) -> str:
    return f"{_bron(datum).capitalize()}, nagezocht op {nagezocht}. {_daarna(geldig_tot, vraag_na)}"


def onbevestigd(datum: str, nagezocht: str, geldig_tot: str, vraag_na: str) -> str:
    return f"Niet bevestigd: {_bron(datum)}, nagezocht op {nagezocht}. {_daarna(geldig_tot, vraag_na)}"


def verlopen(geldig_tot: str, vraag_na: str) -> str:
    return f"Verlopen: dit gold tot en met {geldig_tot}. Vraag {vraag_na} hoe het nu is."


def _bron(datum: str) -> str:
    return f"bron {datum if datum.startswith(('zonder', 'rond')) else f'van {datum}'}"


def _daarna(geldig_tot: str, vraag_na: str) -> str:
    opnieuw = f" Kijk na {geldig_tot} of dit nog klopt." if geldig_tot else ""
    return f"Vraag het na {vraag_na}.{opnieuw}"
