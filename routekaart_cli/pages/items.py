"""The items that return on several pages: a fase, a stap, a tip, a voorbeeld, what changed, a difficult word. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from routekaart_cli.domain import actueel, voortgang
from routekaart_cli.domain.antwoorden import Antwoorden
from routekaart_cli.domain.in_words import STATUS_IN_WORDS
from routekaart_cli.domain.routekaart import Actueel, Begrip, Fase, Routekaart, Stap, Status, Tip, Voorbeeld
from routekaart_cli.domain.vaste_vragen import WANNEER, WIE
from routekaart_cli.dutch import plural
from routekaart_cli.dutch.dates import day_in_words
from routekaart_cli.inhoud.begrippen import WordFinder
from routekaart_cli.pages.blocks import EXPLAINED, FURTHER, LET_OP, Block, Heading, Item, Page, Paragraph


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
    """The whole story of a voorbeeld, with what to watch and where to read more."""
    parts = [voorbeeld.kern, *voorbeeld.verhaal.split("\n\n")]
    if voorbeeld.let_op:
        parts.append(f"{LET_OP} {voorbeeld.let_op}")
    return (*parts, *(_verwijzing(more.tekst, more.adres, more.datum) for more in voorbeeld.meer))


def changed_since(items: Sequence[Actueel], today: date, *, everything: bool) -> list[Block]:
    """What changed for the subject of the page, under a heading of its own; nothing when nothing did."""
    if not items:
        return []
    return [
        Heading("Let op: sinds 2021 veranderd", 2, 0),
        *(item_of_actueel(item, today, everything=everything) for item in items),
    ]


def item_of_actueel(item: Actueel, today: date, *, everything: bool) -> Item:
    """What changed, how certain that is and of when; with *everything* the rest of the text and its sources too."""
    kern, *rest = item.tekst.split("\n\n")
    bronnen = [_verwijzing(bron.tekst, bron.adres, bron.datum) for bron in item.bronnen]
    stands = actueel.houdbaarheid(item, today)
    return Item(item.titel, alineas=(kern, *rest, stands, *bronnen) if everything else (kern, stands))


def with_explanations(page: Page, begrippen: Sequence[Begrip]) -> Page:
    """Return *page* with each of *begrippen* marked where it first stands, and explained before what to do next."""
    lijst = WordFinder(begrippen)
    seen: list[Begrip] = []
    further = page.index(Heading(FURTHER))
    blocks = [_marked(block, lijst, seen) for block in page[:further]]
    if seen:
        blocks.append(Heading(f"Moeilijke woorden{EXPLAINED}"))
        blocks += [Item(begrip.woord, behind=begrip.uitleg) for begrip in seen]
    return (*blocks, *page[further:])


def _marked(block: Block, lijst: WordFinder, seen: list[Begrip]) -> Block:
    """Return *block* with the words of *lijst* marked that were not *seen* before, and add those."""
    match block:
        case Paragraph():
            return block._replace(tekst=lijst.mark(block.tekst, EXPLAINED, seen))
        case Item():
            return block._replace(alineas=tuple(lijst.mark(paragraph, EXPLAINED, seen) for paragraph in block.alineas))
    return block


def bron(routekaart: Routekaart) -> Paragraph:
    """Where all of it comes from."""
    bron = routekaart.bron
    return Paragraph(
        f"Bron: {bron.titel} ({bron.uitgever}, {bron.periode}). Nagezocht tot {day_in_words(bron.peildatum)}."
    )


def _counts_in_words(counting: dict[str, int]) -> str:
    """Return counts per status in words: `2 klaar, 1 bezig, 3 te doen`; what is zero is left out."""
    return ", ".join(
        f"{counting[name]} {word}"
        for name, word in (
            {"klaar": "klaar", "bezig": "bezig", "niet-begonnen": "te doen", "past-niet": "past niet"}
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


def _verwijzing(text: str, address: str, datum: str) -> str:
    return f"Meer lezen: {text}, {address} ({datum})"


def voorbeeld_behind(soort: str, place: str) -> str:
    return ", ".join(part for part in (soort if soort == "tool" else "", place) if part)
