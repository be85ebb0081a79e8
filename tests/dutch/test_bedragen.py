"""Amounts of money are read as people write them, kept plainly, and shown as euros."""

from __future__ import annotations

import pytest

from routekaart_cli.dutch import bedragen


@pytest.mark.parametrize(
    ("typed", "stored", "shown"),
    [
        ("1250", "1250", "€ 1.250"), ("1.250", "1250", "€ 1.250"), ("€ 1.250,50", "1250.50", "€ 1.250,50"),
        ("€1250,-", "1250", "€ 1.250"), ("ongeveer 1200", "1200", "€ 1.200"), ("99,5", "99.50", "€ 99,50"),
        ("ca. 1.200 euro", "1200", "€ 1.200"), ("1 200 000", "1200000", "€ 1.200.000"),
        ("1250.50", "1250.50", "€ 1.250,50"),
        ("0", "0", "€ 0"), ("EUR 75.", "75", "€ 75"),
    ],
)  # fmt: skip
def test_an_amount_is_read_kept_and_shown(typed: str, stored: str, shown: str) -> None:
    value = bedragen.amount(typed)
    assert value is not None
    assert (bedragen.stored(value), bedragen.in_euros(value)) == (stored, shown)
    assert bedragen.amount(bedragen.stored(value)) == bedragen.amount(bedragen.in_euros(value)) == value


@pytest.mark.parametrize("typed", ["", "veel", "-5", "1.2000", "12,345", "1,2,3", "10 tot 20", "€", "9" * 13, "1e3"])
def test_what_is_no_amount_is_none(typed: str) -> None:
    assert bedragen.amount(typed) is None
