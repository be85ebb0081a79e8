"""What changed since the source was written: what belongs where, and does it still hold? Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from routekaart_cli.datums import kort
from routekaart_cli.model import Actueel, Zekerheid
from routekaart_cli.texts import actueel as texts


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
        return texts.verlopen(geldig_tot, item.vraag_na)
    nagezocht = kort(date.fromisoformat(item.gecontroleerd_op))
    datum = item.bronnen[0].datum
    if item.zekerheid is Zekerheid.ZEKER:
        return texts.zeker(datum, nagezocht, geldig_tot, item.vraag_na)
    return texts.onbevestigd(datum, nagezocht, geldig_tot, item.vraag_na)
