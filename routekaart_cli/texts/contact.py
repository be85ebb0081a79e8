"""Words for the addresses of people who can help."""

from __future__ import annotations

from routekaart_cli.texts import bedoel_je, opsomming

CONTACT_OOK = "contact hulp telefoon e-mail"
"""What somebody types who looks for an address."""


def provincie_onbekend(getypt: str) -> str:
    return f"De provincie '{getypt}' bestaat niet."


def provincie_hint(bedoeld: str | None, namen: list[str]) -> str:
    return f"{bedoel_je(bedoeld)}Kies uit {opsomming(namen, 'of')}."
