"""The items that return on several pages: a fase, a stap, a tip, a voorbeeld, what changed, a difficult word. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from routekaart_cli.domain import actueel, voortgang
from routekaart_cli.domain.antwoorden import Antwoorden
from routekaart_cli.domain.in_words import STATUS_IN_WORDS
from routekaart_cli.domain.routekaart import Actueel, Begrip, Fase, Routekaart, Stap, Status, Tip, Verwijzing, Voorbeeld
from routekaart_cli.domain.vaste_vragen import WANNEER, WIE
from routekaart_cli.dutch import plural
from routekaart_cli.dutch.dates import day_in_words
from routekaart_cli.inhoud.begrippen import WordFinder
from routekaart_cli.pages.blocks import EXPLAINED, FURTHER, LET_OP, Block, Heading, Item, Page, Paragraph

_BRUIKBAAR = "Voor jullie:"
"""Before what another group can use of a voorbeeld."""


MOST_WORDS = 10
"""So many difficult words are explained below a page."""


def fase_item(fase: Fase, antwoorden: Antwoorden | None) -> Item:
    """A fase in one line, with the counts of its stappen; without *antwoorden* how many there are."""
    if antwoorden is None:
        return Item(fase.titel, fase.code, plural(len(fase.stappen), "stap", "stappen"), fase=fase.nummer or 0)
    counting = voortgang.status_counts(fase, antwoorden)
    if voortgang.is_finished(fase, antwoorden):
        state = Status.KLAAR
    else:
        state = Status.NIET_BEGONNEN if counting[Status.NIET_BEGONNEN] == len(fase.stappen) else Status.BEZIG
    behind = _counts_in_words({status.value: count for status, count in counting.items()})
    return Item(fase.titel, fase.code, behind, state.value, fase=fase.nummer or 0)


def item_of_stap(stap: Stap, antwoorden: Antwoorden | None, today: date) -> Item:
    """A stap with what it is, and with *antwoorden* how it is doing."""
    paragraphs = tuple(stap.uitleg.split("\n\n"))
    if antwoorden is None:
        return Item(stap.titel, mark=stap.nummer, alineas=paragraphs)
    status = voortgang.status(stap, antwoorden).value
    stands = _stap_state(
        status,
        stap.text(WIE, antwoorden),
        day_in_words(stap.text(WANNEER, antwoorden)),
        past=voortgang.is_late(stap, antwoorden, today),
    )
    return Item(stap.titel, mark=stap.nummer, behind=stands, status=status, alineas=paragraphs)


def tip(tip: Tip) -> Item:
    """A whole tip."""
    return Item(tip.titel, alineas=tuple(tip.tekst.split("\n\n")))


def voorbeeld(number: int, voorbeeld: Voorbeeld, *, everything: bool) -> Item:
    """The title of a voorbeeld, with *everything* its story too."""
    behind = voorbeeld_behind(voorbeeld.soort, voorbeeld.plaats)
    if not everything:
        return Item(voorbeeld.titel, mark=f"{number}.", behind=behind)
    return Item(voorbeeld.titel, mark=f"{number}.", behind=behind, alineas=verhaal(voorbeeld))


def verhaal(voorbeeld: Voorbeeld) -> tuple[str, ...]:
    """The whole story of a voorbeeld, with what others can use of it and what to watch."""
    parts = [voorbeeld.kern, *voorbeeld.verhaal.split("\n\n")]
    if voorbeeld.bruikbaar:
        parts.append(f"{_BRUIKBAAR} {voorbeeld.bruikbaar}")
    if voorbeeld.let_op:
        parts.append(f"{LET_OP} {voorbeeld.let_op}")
    return tuple(parts)


def sources(verwijzingen: Iterable[Verwijzing]) -> tuple[str, ...]:
    """Where to read more, a line for each, with its address and its date."""
    return tuple(f"Meer lezen: {more.tekst}, {more.adres} ({more.datum})" for more in verwijzingen)


def changed_since(
    changed: Sequence[Actueel], today: date, *, peildatum: str = "", whole: Collection[str] = ()
) -> list[Block]:
    """What *changed* for the subject of the page, under a heading of its own; nothing when nothing did.

    Of those with an id in *whole* (empty: of all) the heart stands there too, of the rest the title. Below them stands
    the *peildatum*, on a page that does not say it elsewhere.
    """
    if not changed:
        return []
    told = [item for item in changed if not whole or item.id in whole]
    rest = [item for item in changed if item not in told]
    return [
        Heading("Nieuw sinds 2021", 2, 0),
        *(item_of_actueel(item, today, everything=False) for item in told),
        *(item_of_actueel(item, today, everything=False)._replace(alineas=()) for item in rest),
        *([Paragraph(f"Nagezocht tot {day_in_words(peildatum)}.")] if peildatum else []),
    ]


def item_of_actueel(item: Actueel, today: date, *, everything: bool) -> Item:
    """What changed, how certain that is and what to ask; with *everything* the rest of the text and its sources too."""
    kern, *rest = item.tekst.split("\n\n")
    ask = [question] if (question := actueel.to_ask(item)) else []
    alineas = (kern, *rest, *ask, *sources(item.bronnen)) if everything else (kern, *ask)
    return Item(item.titel, behind=actueel.houdbaarheid(item, today), alineas=alineas)


def with_explanations(page: Page, begrippen: Sequence[Begrip]) -> Page:
    """Return *page* with its first difficult words marked where they first stand, and explained before what to do next.

    A word that the page itself explains, in the words of its begrip, is left out; so is what comes after the first ten.
    """
    further = page.index(Heading(FURTHER))
    said = "\n".join(_texts(page[:further])).lower()
    met: list[Begrip] = []
    _mark_all(page[:further], WordFinder(begrippen), met)
    shown = [begrip for begrip in met if begrip.uitleg.rstrip(".").lower() not in said][:MOST_WORDS]
    if not shown:
        return page
    return (
        *_mark_all(page[:further], WordFinder(shown), []),
        Heading(f"Moeilijke woorden{EXPLAINED}"),
        *(Item(begrip.woord, behind=begrip.uitleg) for begrip in shown),
        *page[further:],
    )


def _texts(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.tekst
        elif isinstance(block, Item):
            yield from block.alineas


def _mark_all(blocks: Iterable[Block], lijst: WordFinder, seen: list[Begrip]) -> list[Block]:
    return [_marked(block, lijst, seen) for block in blocks]


def _marked(block: Block, lijst: WordFinder, seen: list[Begrip]) -> Block:
    """Return *block* with the words of *lijst* marked that were not *seen* before, and add those."""
    match block:
        case Paragraph():
            return block._replace(tekst=lijst.mark(block.tekst, EXPLAINED, seen))
        case Item():
            return block._replace(alineas=tuple(lijst.mark(paragraph, EXPLAINED, seen) for paragraph in block.alineas))
    return block


def bron(routekaart: Routekaart) -> Paragraph:
    """Where all of it comes from, and when it was looked up last."""
    bron = routekaart.bron
    return Paragraph(
        f"Bron: {bron.titel} ({bron.uitgever}, {bron.periode}). Nagezocht tot {day_in_words(bron.peildatum)}."
    )


def _counts_in_words(counting: dict[str, int]) -> str:
    """Return counts per status in words: `2 klaar, 1 bezig, 3 nog niet begonnen`; what is zero is left out."""
    return ", ".join(
        f"{counting[name]} {word}"
        for name, word in (
            {"klaar": "klaar", "bezig": "bezig", "niet-begonnen": "nog niet begonnen", "past-niet": "past niet"}
        ).items()
        if counting.get(name)
    )


def _stap_state(status: str, wie: str, wanneer: str, *, past: bool) -> str:
    """Return how a stap is doing in a few words."""
    parts = [STATUS_IN_WORDS[status]]
    still_open = status in ("bezig", "niet-begonnen")
    if still_open and wie:
        parts.append(wie)
    if still_open and wanneer:
        parts.append(f"de datum {wanneer} is voorbij" if past else f"moet klaar zijn op {wanneer}")
    return ", ".join(parts)


def voorbeeld_behind(soort: str, place: str) -> str:
    return ", ".join(part for part in ("hulpmiddel" if soort == "tool" else "", place) if part)
