"""The pages of the reference half, as blocks: tips, voorbeelden, begrippen, contact, what changed, search. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from routekaart_cli.domain import intake
from routekaart_cli.domain.actueel import still_holding
from routekaart_cli.domain.antwoorden import Antwoorden  # fmt: skip
from routekaart_cli.domain.in_words import ZIJSPOOR_NAME, fase_in_sentence, fase_name, fase_title
from routekaart_cli.domain.routekaart import (
    Actueel,
    Begrip,
    Contact,
    Fase,
    Federatie,
    Loket,
    Partner,
    Tip,
    Treffersoort,
    Voorbeeld,
    Zekerheid,
)
from routekaart_cli.dutch import capitalized, plural
from routekaart_cli.dutch.dates import day_in_words
from routekaart_cli.dutch.opdrachten import to_type
from routekaart_cli.pages import items
from routekaart_cli.pages.blocks import (
    FURTHER,
    LET_OP,
    TIPS_GEMEENTEN,
    Block,
    Heading,
    Item,
    Opdracht,
    Page,
    Paragraph,
    paragraphs,
)
from routekaart_cli.pages.items import item_of_actueel

if TYPE_CHECKING:
    from routekaart_cli.inhoud.search import Hit, Result

SOORTEN: dict[Treffersoort, tuple[str, str]] = {
    "begrip": ("Moeilijk woord", "Moeilijke woorden"),
    "fase": ("Fase", "Fasen"),
    "stap": ("Stap", "Stappen"),
    "tip": ("Tip", "Tips"),
    "voorbeeld": ("Voorbeeld", "Voorbeelden en tools"),
    "vraag": ("Vraag", "Vragen"),
    "antwoord": ("Jullie antwoord", "Jullie antwoorden"),
    "actueel": ("Sinds 2021 veranderd", "Sinds 2021 veranderd"),
    "contact": ("Wie kan helpen", "Wie kan helpen"),
    "hulp": ("Uitleg over routekaart", "Uitleg over routekaart"),
}
"""How each kind of result is called, for one and for more."""


_VOORBEELDEN = "Voorbeelden en tools"
_TIPS = "Tips"


_DO_GEMEENTE = "jullie plan inbrengen bij de gemeente"
_DO_FASE = "de hele fase lezen"


_DO_VOORBEELDEN = "alle voorbeelden, per fase"
_DO_ZOEK = "iets opzoeken in alle teksten"


_NOTHING_FOUND = "Niets gevonden."
_FITS_YOU = "past bij jullie antwoorden"


MOST_HITS = 5
"""So many of a kind are shown; the rest is counted."""


def tips(fasen: Sequence[Fase], antwoorden: Antwoorden) -> Page:
    """The titles of the tips of all *fasen*, or for one fase the whole tips; *antwoorden* say which fit."""
    one = len(fasen) == 1
    blocks: list[Block] = [] if one else [Heading(_TIPS, 1)]
    for fase in fasen:
        title, phrase = fase_title(fase), fase_in_sentence(fase)
        blocks.append(Heading(f"{_TIPS} bij {phrase}" if one else title, 1 if one else 2, fase.nummer or 0))
        blocks += [_tip(tip, antwoorden, whole=one) for tip in fase.tips]
        if fase.tips_voor_gemeenten:
            blocks.append(Heading(TIPS_GEMEENTEN, 3))
            blocks += [_tip(tip, antwoorden, whole=one) for tip in fase.tips_voor_gemeenten]
    code = (fasen[0].nummer or fasen[0].id) if one else 3
    blocks += [
        Heading(FURTHER),
        Opdracht(to_type("fase", code), _DO_FASE)
        if one
        else Opdracht(to_type("tips", code), "de tips van een fase helemaal lezen"),
        Opdracht(to_type("voorbeelden"), _DO_VOORBEELDEN),
    ]
    return tuple(blocks)


def voorbeelden(fasen: Sequence[Fase], antwoorden: Antwoorden) -> Page:
    """The voorbeelden of all *fasen* with what they are about, or for one fase the whole stories."""
    one = len(fasen) == 1
    blocks: list[Block] = [] if one else [Heading(_VOORBEELDEN, 1)]
    for fase in fasen:
        title, phrase = fase_title(fase), fase_in_sentence(fase)
        if fase.voorbeelden or one:
            blocks.append(Heading(f"{_VOORBEELDEN} bij {phrase}" if one else title, 1 if one else 2, fase.nummer or 0))
        for voorbeeld in fase.voorbeelden:
            short = Item(voorbeeld.titel, behind=_behind(voorbeeld, antwoorden), alineas=(voorbeeld.kern,))
            blocks.append(short._replace(alineas=_whole(voorbeeld)) if one else short)
    if one and not fasen[0].voorbeelden:
        blocks.append(Paragraph(_NOTHING_FOUND))
    first = next((part for fase in fasen for part in fase.voorbeelden), None)
    blocks.append(Heading(FURTHER))
    if first and not one:
        blocks.append(Opdracht(to_type("voorbeelden", _last_part(first.id)), "een voorbeeld helemaal lezen"))
    blocks.append(
        Opdracht(to_type("voorbeelden"), _DO_VOORBEELDEN) if one else Opdracht(to_type("zoek", "jongeren"), _DO_ZOEK)
    )
    return tuple(blocks)


def voorbeeld(fase: Fase, voorbeeld: Voorbeeld, antwoorden: Antwoorden) -> Page:
    """One voorbeeld of *fase*, the whole story."""
    return (
        Heading(voorbeeld.titel, 1, fase.nummer or 0),
        Heading(fase_name(fase), 3),
        *([Paragraph(behind)] if (behind := capitalized(_behind(voorbeeld, antwoorden))) else []),
        *(Paragraph(paragraph) for paragraph in _whole(voorbeeld)),
        Heading(FURTHER),
        Opdracht(to_type("fase", fase.nummer or fase.id), _DO_FASE),
        Opdracht(to_type("voorbeelden"), _DO_VOORBEELDEN),
    )


def begrippen(begrippen: Sequence[Begrip]) -> Page:
    """Every difficult word with its explanation."""
    return (
        Heading("Moeilijke woorden", 1),
        *(Item(begrip.woord, behind=begrip.uitleg) for begrip in begrippen),
        Heading(FURTHER),
        Opdracht(to_type("begrippen", "warmtenet"), "één woord opzoeken, met de bron"),
    )


def begrip(begrip: Begrip, changed: Sequence[Actueel], peildatum: str, today: date) -> Page:
    """One difficult word, with its source and what *changed* about it, looked up until *peildatum*."""
    blocks: list[Block] = [Heading(begrip.woord, 1), Paragraph(begrip.uitleg)]
    if begrip.ook:
        blocks.append(Paragraph(f"Andere vormen: {', '.join(begrip.ook)}."))
    blocks.append(
        Paragraph(f"Bron: {begrip.bron}" if begrip.bron.startswith("http") else "Deze uitleg is van ons zelf.")
    )
    if begrip.zekerheid is not Zekerheid.ZEKER:
        blocks.append(Paragraph("Dit is waarschijnlijk, niet zeker.", let_op=True))
    blocks += items.changed_since(changed, today, peildatum=peildatum)
    return (
        *blocks,
        Heading(FURTHER),
        Opdracht(to_type("zoek", *begrip.woord.split()), _DO_ZOEK),
        Opdracht(to_type("begrippen"), "alle moeilijke woorden"),
    )


def contact(contact: Contact, federatie: Federatie | None, *, own: bool) -> Page:
    """Who can help: in the provincie of *federatie* (that of the project, when *own*) or in all, then elsewhere."""
    blocks: list[Block] = [Heading("Wie jullie kan helpen", 1), Paragraph(contact.uitnodiging)]
    if federatie:
        blocks.append(Heading(federatie.provincienaam))
        if own:
            blocks.append(
                Paragraph("Dit is de provincie van jullie project. Voor een andere provincie zet je de naam erachter.")
            )
        blocks.append(_federatie(federatie))
        blocks += [_loket(loket) for loket in contact.loketten if loket.provincie == federatie.provincie]
    else:
        blocks.append(Heading("In elke provincie"))
        blocks += [_provincie(part) for part in contact.federaties]
    koepel = contact.koepel
    partners = contact.coalitie.partners
    blocks += [
        Heading("Landelijk"),
        Item(
            koepel.naam,
            alineas=(
                *(partner.helpt_met for partner in partners if partner.naam == koepel.naam),
                f"E-mail: {koepel.email}", f"Telefoon: {koepel.telefoon}", _site(koepel.site),
                f"Jullie eigen federatie: {koepel.jouw_provincie}", f"{LET_OP} {koepel.let_op}",
            ),
        ),
        Heading(contact.coalitie.naam),
        *paragraphs(contact.coalitie.tekst),
        *(_partner(partner) for partner in partners if partner.naam != koepel.naam),
        Paragraph(
            f"Nagezocht op {day_in_words(contact.gecontroleerd_op)}. Of een adres nu nog werkt, is niet gecontroleerd."
        ),
        Heading(FURTHER),
        Opdracht(to_type("contact", "drenthe"), "wie helpt in een provincie"),
        Opdracht(to_type("gemeente"), _DO_GEMEENTE),
    ]  # fmt: skip
    return tuple(blocks)


def actueel(changed: Sequence[Actueel], peildatum: str, today: date, *, everything: bool) -> Page:
    """What *changed*, under its themes, looked up until *peildatum*.

    With *everything* also what has ended, the rest of each text, and the sources with their address.
    """
    shown = changed if everything else still_holding(changed, today)
    blocks: list[Block] = [
        Heading("Wat er sinds 2021 veranderde", 1),
        Paragraph(
            f"Nagezocht tot {day_in_words(peildatum)}. Tussen haakjes staat het jaar van de bron. Zeker: een officiële "
            "of rechtstreekse bron zegt het. Waarschijnlijk: de bron is ouder of uit de tweede hand. Niet bekend: wij "
            "vonden geen bron."
        ),
    ]
    for thema, groep in groupby(shown, key=lambda item: item.thema):
        blocks.append(Heading(thema))
        blocks += [item_of_actueel(item, today, everything=everything) for item in groep]
    blocks.append(Heading(FURTHER))
    if not everything:
        blocks.append(Opdracht(to_type("actueel", "--alles"), "ook wat afgelopen is, en alle bronnen"))
    blocks.append(Opdracht(to_type("gemeente"), _DO_GEMEENTE))
    return tuple(blocks)


def found_page(result: Result, fasen: Sequence[Fase], *, everything: bool) -> Page:
    """What a search in *fasen* and beyond found, per kind with the best first; when nothing, what was meant."""
    term, hits, all_words, meant = result
    names = {
        fase.nummer or fase.id: (f"fase {fase.nummer}, {fase.titel}" if fase.nummer else ZIJSPOOR_NAME.lower())
        for fase in fasen
    }
    blocks: list[Block] = [Heading(f"Gezocht: {term}", 1)]
    if not hits:
        blocks.append(Paragraph(_NOTHING_FOUND))
        if meant:
            return (*blocks, Paragraph(f"Bedoel je '{meant}'? Typ dan: {to_type('zoek', *meant.split())}"))
        return (
            *blocks,
            Paragraph("Probeer een ander woord, of een korter woord."),
            Heading(FURTHER),
            Opdracht(to_type("begrippen"), "alle moeilijke woorden"),
            Opdracht(to_type("contact"), "wie jullie kan helpen"),
        )
    if not all_words:
        blocks.append(Paragraph("Deze woorden staan nergens bij elkaar. Hier staan de meeste ervan."))
    blocks.append(Paragraph(f"{plural(len(hits), 'plek', 'plekken')} gevonden."))
    more = False
    for soort in dict.fromkeys(hit.piece.soort for hit in hits):
        groep = [hit for hit in hits if hit.piece.soort == soort]
        blocks.append(Heading(_soort_heading(soort, len(groep))))
        blocks += [_hit(hit, names) for hit in (groep if everything else groep[:MOST_HITS])]
        if not everything and groep[MOST_HITS:]:
            more = True
            blocks.append(Paragraph(f"En nog {len(groep) - MOST_HITS}."))
    if more:
        everything_found = Opdracht(to_type("zoek", *term.split(), "--alles"), "alles wat er gevonden is")
        blocks += [Heading(FURTHER), everything_found]
    return tuple(blocks)


def _whole(voorbeeld: Voorbeeld) -> tuple[str, ...]:
    return (*items.verhaal(voorbeeld), *items.sources(voorbeeld.meer))


def _hit(hit: Hit, fasen: Mapping[int | str, str]) -> Item:
    piece = hit.piece
    color = None if piece.fase is None else piece.fase if isinstance(piece.fase, int) else 0
    where = fasen[piece.fase] if piece.fase else ""
    return Item(piece.titel, behind=where, alineas=(hit.sentence, piece.opdracht), fase=color)


def _tip(tip: Tip, antwoorden: Antwoorden, *, whole: bool) -> Item:
    item = items.tip(tip) if whole else Item(tip.titel)
    return item._replace(behind=_FITS_YOU if intake.past(tip.past_bij, antwoorden) else "")


def _behind(voorbeeld: Voorbeeld, antwoorden: Antwoorden) -> str:
    fits = _FITS_YOU if intake.past(voorbeeld.past_bij, antwoorden) else ""
    return ", ".join(part for part in (items.voorbeeld_behind(voorbeeld.soort, voorbeeld.plaats), fits) if part)


def _provincie(federatie: Federatie) -> Item:
    """One line for *federatie*; below it, when its address is old, what that rests on."""
    old = () if federatie.zekerheid is Zekerheid.ZEKER else _bron(federatie)
    return Item(federatie.provincienaam, behind=f"{federatie.naam}, {federatie.site}", alineas=old)


def _federatie(federatie: Federatie) -> Item:
    return Item(federatie.naam, alineas=(_site(federatie.site), *_bron(federatie)))


def _bron(federatie: Federatie) -> tuple[str, ...]:
    old = () if federatie.zekerheid is Zekerheid.ZEKER else ("Deze bron is oud. Kijk of de site nog klopt.",)
    return (_bron_van(federatie.bron, federatie.datum), *old)


def _loket(loket: Loket) -> Item:
    return Item(loket.naam, alineas=(loket.tekst, _bron_van(loket.adres, loket.datum)))


def _partner(partner: Partner) -> Item:
    return Item(partner.naam, behind=partner.site, alineas=(partner.helpt_met,))


def _last_part(id_: str) -> str:
    return id_.rpartition(".")[2]


def _bron_van(address: str, datum: str) -> str:
    return f"Bron: {address} ({datum})"


def _site(address: str) -> str:
    return f"Site: {address}"


def _soort_heading(soort: Treffersoort, how_many: int) -> str:
    return f"{SOORTEN[soort][how_many != 1]}: {how_many}"
