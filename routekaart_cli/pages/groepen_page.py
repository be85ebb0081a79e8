"""The page of many groups: who is late, who is silent, and how many there are of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from routekaart_cli.dutch import lowered, plural, sentence
from routekaart_cli.dutch.dates import day_in_words
from routekaart_cli.dutch.opdrachten import to_type
from routekaart_cli.pages.blocks import FURTHER, Block, Heading, Item, Opdracht, Page, Paragraph
from routekaart_cli.plan.groepen import Groep, Verzameling


def page(found: Verzameling, folders: Sequence[str]) -> Page:
    """Every group of *found*, below *folders*, in two lines: how it is, and what comes next."""
    late = [groep for groep in found.groepen if groep.te_laat]
    rest = found.groepen[len(late) :]
    blocks: list[Block] = [Heading(found.titel, 1)]
    if not found.groepen:
        blocks.append(Paragraph("Geen groep past hierbij. Laat een keuze weg, zoals --te-laat."))
    silent = "De andere groepen, langst stil eerst" if late else "Langst stil eerst"
    for title, groepen in (("Een datum is voorbij", late), (silent, rest)):
        if groepen:
            blocks += [Heading(title), *map(_item, groepen)]
    for title, counts in (("Per provincie", found.provincies), ("Per fase", found.fasen)):
        if counts:
            counted = [Item(one.naam, behind=_groepen(one.groepen), emphasis=False) for one in counts]
            blocks += [Heading(title), *counted]
    if found.onleesbaar:
        blocks.append(Heading(f"Niet gelezen: {plural(len(found.onleesbaar), 'bestand', 'bestanden')}"))
        blocks += [Item(one.bestand, behind=one.reden, emphasis=False) for one in found.onleesbaar]
    return (
        *blocks,
        Heading(FURTHER),
        Opdracht(to_type("overzicht", *folders, "--stil", 60), "wie al 60 dagen niets veranderde"),
        Opdracht(to_type("overzicht", *folders, "--naar", "groepen.xlsx"), "deze tabel in een bestand"),
    )


def _item(groep: Groep) -> Item:
    following = f"{groep.stap} {groep.stapnaam}" if groep.stap else "alle stappen zijn klaar"
    until = f", klaar op {day_in_words(groep.wanneer)}" if groep.wanneer else ""
    where = ", ".join(part for part in (groep.gemeente, lowered(groep.fasenaam)) if part)
    return Item(
        groep.wijk or groep.bestand,
        behind=where,
        alineas=(". ".join(_state(groep)) + ".", sentence(f"Nu: {following}{until}")),
    )


def _state(groep: Groep) -> Iterator[str]:
    if groep.te_laat:
        yield plural(groep.te_laat, "datum voorbij", "datums voorbij")
    if groep.dagen_stil is None:
        yield "Nergens staat wanneer er iets veranderde"
    else:
        yield f"Al {plural(groep.dagen_stil, 'dag', 'dagen')} stil" if groep.dagen_stil else "Vandaag nog veranderd"
    if groep.open_punten:
        yield plural(groep.open_punten, "open punt", "open punten")
    if groep.onbeantwoord:
        yield f"{plural(groep.onbeantwoord, 'vraag', 'vragen')} aan de gemeente zonder antwoord"


def _groepen(how_many: int) -> str:
    return plural(how_many, "groep", "groepen")
