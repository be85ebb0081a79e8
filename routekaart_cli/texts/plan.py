"""Words of the action plan that its template cannot hold, and what is said when a document is made."""

from __future__ import annotations

AFSPRAAK = "afspraak"


def sjabloon_fout(sjabloon: str, regel: int, melding: str) -> str:
    return f"{sjabloon}:{regel}: het sjabloon klopt niet. {melding}"


SJABLOON_HINT = "Verbeter het sjabloon en probeer het opnieuw."
