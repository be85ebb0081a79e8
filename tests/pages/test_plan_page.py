"""The plan and the agenda on a screen: a table stands there as a list."""

from __future__ import annotations

from routekaart_cli.pages.blocks import Item
from routekaart_cli.pages.plan_page import stuk_page
from routekaart_cli.plan.records import Blok, Bloksoort, Lezer, PlanHoofdstuk, Stuk


def test_a_row_says_once_what_two_columns_say_and_to_what_a_yes_is() -> None:
    """The heads of the columns are not there."""
    tabel = Blok(
        Bloksoort.TABEL,
        kolommen=("Post", "Wie", "Wanneer", "Toegezegd"),
        rijen=(("Zaal", "nog af te spreken", "nog af te spreken", "Ja"),),
    )
    stuk = Stuk("Plan", "", "", "", "", "2026-11-23", Lezer.ONS, "", "", (PlanHoofdstuk("geld", "Geld", (tabel,)),))
    assert stuk_page(stuk)[-1] == Item("Zaal", behind="nog af te spreken, toegezegd: ja", emphasis=False)
