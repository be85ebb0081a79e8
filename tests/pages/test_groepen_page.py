"""The look at all groups on a screen."""

from __future__ import annotations

from datetime import date

from routekaart_cli.pages.blocks import Item
from routekaart_cli.pages.groepen_page import page
from routekaart_cli.plan.groepen import Groep, collect


def test_a_title_that_ends_a_sentence_gets_no_full_stop() -> None:
    groep = Groep(
        wijk="De Weide", gemeente="", provincie="", fase="opstarten", fasenaam="Fase 1, Opstarten", stap="1.1",
        stapnaam="De wijk in!", wanneer="", te_laat=0, open_punten=0, onbeantwoord=0, gewijzigd="", dagen_stil=None,
        bestand="a.yaml",
    )  # fmt: skip
    blocks = page(collect([groep], [], [], date(2026, 11, 23)), [])
    [item] = [block for block in blocks if isinstance(block, Item) and block.titel == "De Weide"]
    assert item.alineas[-1] == "Nu: 1.1 De wijk in!"
