"""What changed since the source was written: what belongs where, and does it still hold? Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from routekaart_cli.domain.routekaart import Actueel, Zekerheid
from routekaart_cli.dutch.dates import in_short


def belonging_to(items: Sequence[Actueel], *ids: str) -> tuple[Actueel, ...]:
    """Return those of *items* that belong to one of *ids* (of a fase, a stap or a begrip), in their own order."""
    return tuple(item for item in items if not set(ids).isdisjoint(item.hoort_bij))


def has_expired(item: Actueel, today: date) -> bool:
    """Is *today* after the last day that *item* surely holds?"""
    return bool(item.geldig_tot) and date.fromisoformat(item.geldig_tot) < today


def houdbaarheid(item: Actueel, today: date) -> str:
    """Return in words how certain *item* is, of what date, how long it holds, and where to ask."""
    geldig_tot = in_short(date.fromisoformat(item.geldig_tot)) if item.geldig_tot else ""
    if has_expired(item, today):
        return f"Verlopen: dit gold tot en met {geldig_tot}. Vraag {item.vraag_na} hoe het nu is."
    looked_up = in_short(date.fromisoformat(item.gecontroleerd_op))
    datum = item.bronnen[0].datum
    if item.zekerheid is Zekerheid.ZEKER:
        return (
            f"{_bron_in_words(datum).capitalize()}, nagezocht op {looked_up}. {_then_words(geldig_tot, item.vraag_na)}"
        )
    return (
        f"Niet bevestigd: {_bron_in_words(datum)}, nagezocht op {looked_up}. {_then_words(geldig_tot, item.vraag_na)}"
    )


def _bron_in_words(datum: str) -> str:
    return f"bron {datum if datum.startswith(('zonder', 'rond')) else f'van {datum}'}"


def _then_words(geldig_tot: str, vraag_na: str) -> str:
    again = f" Kijk na {geldig_tot} of dit nog klopt." if geldig_tot else ""
    return f"Vraag het na {vraag_na}.{again}"
