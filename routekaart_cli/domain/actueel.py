"""What changed since the source was written: what belongs where, and does it still hold? Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from routekaart_cli.domain.routekaart import Actueel, Zekerheid
from routekaart_cli.dutch.dates import kort


def bij(items: Sequence[Actueel], *ids: str) -> tuple[Actueel, ...]:
    """Return those of *items* that belong to one of *ids* (of a fase, a stap or a begrip), in their own order."""
    return tuple(item for item in items if not set(ids).isdisjoint(item.hoort_bij))


def is_verlopen(item: Actueel, vandaag: date) -> bool:
    """Is *vandaag* after the last day that *item* surely holds?"""
    return bool(item.geldig_tot) and date.fromisoformat(item.geldig_tot) < vandaag


def houdbaarheid(item: Actueel, vandaag: date) -> str:
    """Return in words how certain *item* is, of what date, how long it holds, and where to ask."""
    geldig_tot = kort(date.fromisoformat(item.geldig_tot)) if item.geldig_tot else ""
    if is_verlopen(item, vandaag):
        return f"Verlopen: dit gold tot en met {geldig_tot}. Vraag {item.vraag_na} hoe het nu is."
    nagezocht = kort(date.fromisoformat(item.gecontroleerd_op))
    datum = item.bronnen[0].datum
    if item.zekerheid is Zekerheid.ZEKER:
        return (
            f"{_bron_woorden(datum).capitalize()}, nagezocht op {nagezocht}. "
            f"{_daarna_woorden(geldig_tot, item.vraag_na)}"
        )
    return (
        f"Niet bevestigd: {_bron_woorden(datum)}, nagezocht op {nagezocht}. "
        f"{_daarna_woorden(geldig_tot, item.vraag_na)}"
    )


def _bron_woorden(datum: str) -> str:
    return f"bron {datum if datum.startswith(('zonder', 'rond')) else f'van {datum}'}"


def _daarna_woorden(geldig_tot: str, vraag_na: str) -> str:
    opnieuw = f" Kijk na {geldig_tot} of dit nog klopt." if geldig_tot else ""
    return f"Vraag het na {vraag_na}.{opnieuw}"
