"""What stands on each page, as blocks. Pure: records and answers in, blocks out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from routekaart_cli.domain import voortgang
from routekaart_cli.domain.antwoorden import Antwoorden, text_of
from routekaart_cli.domain.in_words import (
    STATUS_IN_WORDS,
    ZIJSPOOR_NAME,
    fase_in_sentence,
    fase_name,
    in_words,
    reden_in_words,
)
from routekaart_cli.domain.routekaart import (
    INGEVULD,
    Actueel,
    Fase,
    Keuze,
    Onderwerp,
    Routekaart,
    Stap,
    Status,
    Vraag,
)
from routekaart_cli.domain.vaste_vragen import GEMEENTE, STATUS, VRAGEN, WIJK
from routekaart_cli.domain.voortgang import Actie, Overzicht, Reden
from routekaart_cli.dutch import plural
from routekaart_cli.dutch.dates import day_in_words
from routekaart_cli.dutch.opdrachten import to_type
from routekaart_cli.pages import items
from routekaart_cli.pages.blocks import (
    DO_CONTACT,
    FURTHER,
    TIPS_GEMEENTEN,
    Block,
    Heading,
    Item,
    Opdracht,
    Page,
    Paragraph,
    paragraphs,
)

_BEGIN_FASE = "de vragen van deze fase beantwoorden"
_DO_ACTUEEL = "alles wat er veranderde, met de bronnen"
_READ_STAP = "een stap lezen of bijwerken"


_SOORTEN = {
    "tekst": "korte tekst",
    "lange-tekst": "langere tekst",
    "ja-nee": "ja of nee",
    "keuze": "kies er één",
    "meerkeuze": "kies er één of meer",
    "getal": "een getal",
    "bedrag": "een bedrag",
    "datum": "een datum",
    "lijst": "een lijst",
}


_DO_FASE_3 = "een fase bekijken"


_DO_START = "beginnen met de vragen, of verdergaan"
_FIVE_FASEN = "De vijf fasen"


MOST_ACTIES = 3


def welcome_page(routekaart: Routekaart, fasen: Sequence[Fase]) -> Page:
    """The page without a project: what this is, the five fasen, three examples. It fits a screen of 80 by 24."""
    return (
        Heading(f"{routekaart.titel}: {routekaart.ondertitel.lower()}", 1),
        Paragraph(
            "Met routekaart maken jullie een plan voor de wijk. Routekaart stelt vragen en bewaart elk antwoord op "
            "deze "
            "computer. Daarna maakt het er een actieplan van."
        ),
        Heading(_FIVE_FASEN),
        *(Item(fase.titel, fase.code, fase.doel, fase=fase.nummer) for fase in fasen),
        Heading(FURTHER),
        Opdracht(to_type("start"), _DO_START),
        Opdracht(to_type("fase", "3"), _DO_FASE_3),
        Opdracht(to_type("hulp"), "alle opdrachten"),
    )


def fasen(routekaart: Routekaart, fasen: Sequence[Fase], zijspoor: Fase, antwoorden: Antwoorden | None) -> Page:
    """The five fasen and the side track, with the progress of a project or else what it is about."""
    return (
        Heading(_FIVE_FASEN, 1),
        *([] if antwoorden else paragraphs(routekaart.inleiding)),
        *(items.fase_item(fase, antwoorden) for fase in (*fasen, zijspoor)),
        Heading(FURTHER),
        Opdracht(to_type("fase", "3"), _DO_FASE_3),
        Opdracht(to_type("start"), _DO_START),
        items.bron(routekaart),
    )


def fase(
    routekaart: Routekaart,
    fase: Fase,
    changed: Sequence[Actueel],
    antwoorden: Antwoorden | None,
    today: date,
    *,
    everything: bool,
) -> Page:
    """One fase as on its page of the source, with what has *changed*.

    With *everything* also all tips, the full voorbeelden, and the titles of what changed for its stappen.
    """
    tips = [tip for tip in fase.tips if everything or tip.hoofdtip]
    blocks: list[Block] = [
        Heading(
            (
                f"Fase {fase.nummer} van {len(routekaart.fasen)}: {fase.titel}"
                if fase.nummer
                else f"{ZIJSPOOR_NAME}: {fase.titel}"
            ),
            1,
            fase.nummer or 0,
        ),
        Paragraph(fase.doel),
        Heading("Stappen", 2, fase.nummer or 0),
        *(items.item_of_stap(stap, antwoorden, today) for stap in fase.stappen),
        Heading("Uitkomst", 2, fase.nummer or 0),
        Paragraph(fase.uitkomst),
    ]
    if tips:
        blocks += [Heading("Tips", 2, fase.nummer or 0), *(items.tip(tip) for tip in tips)]
    if fase.voorbeelden:
        blocks.append(Heading("Voorbeelden en tools", 2, fase.nummer or 0))
        blocks += [
            items.voorbeeld(n, voorbeeld, everything=everything) for n, voorbeeld in enumerate(fase.voorbeelden, 1)
        ]
    if fase.beleid:
        blocks += [Heading(fase.beleid.titel, 2, 0), *paragraphs(fase.beleid.tekst)]
    own = {item.id for item in changed if fase.id in item.hoort_bij}
    blocks += items.changed_since(changed, today, whole=own)
    if fase.tips_voor_gemeenten:
        blocks += [Heading(TIPS_GEMEENTEN, 2, 0), *(items.tip(tip) for tip in fase.tips_voor_gemeenten)]
    blocks.append(Heading(FURTHER))
    if not everything:
        what = "alle tips en de volledige voorbeelden" if fase.nummer else "alles wat er veranderde, per stap"
        blocks.append(Opdracht(to_type("fase", fase.nummer or fase.id, "--alles"), what))
    elif fase.voorbeelden:
        name = fase.voorbeelden[0].id.rpartition(".")[2]
        blocks.append(Opdracht(to_type("voorbeelden", name), "een voorbeeld met de bronnen"))
    if everything and changed:
        blocks.append(Opdracht(to_type("actueel", "--alles"), _DO_ACTUEEL))
    blocks.append(Opdracht(to_type("stap", fase.stappen[0].nummer), _READ_STAP))
    blocks.append(Opdracht(to_type("start", "--fase", fase.nummer or fase.id), _BEGIN_FASE))
    blocks.append(Opdracht(to_type("contact"), DO_CONTACT))
    blocks.append(items.bron(routekaart))
    return tuple(blocks)


def stap(
    fase: Fase, stap: Stap, changed: Sequence[Actueel], antwoorden: Antwoorden | None, today: date, *, peildatum: str
) -> Page:
    """One stap: what it is, the answers that count, the vragen that are open, and what has *changed* for it.

    That was looked up until *peildatum*.
    """
    blocks: list[Block] = [
        Heading(f"{stap.nummer} {stap.titel}", 1, fase.nummer or 0),
        Heading(fase_name(fase), 3),
        *paragraphs(stap.uitleg),
    ]
    given = [vraag for vraag in stap.vragen if antwoorden and vraag.id in antwoorden]
    if antwoorden and given:
        blocks.append(Heading("Jullie antwoorden"))
        blocks += [Item(vraag.kort, behind=in_words(vraag, antwoorden[vraag.id])) for vraag in given]
    open_vragen = [vraag for vraag in stap.vragen if vraag not in given]
    if open_vragen:
        blocks += [Heading("Vragen bij deze stap"), *(Item(vraag.vraag, emphasis=False) for vraag in open_vragen)]
    blocks += [
        *items.changed_since(changed, today, peildatum=peildatum),
        Heading(FURTHER),
        Opdracht(to_type("stap", stap.nummer, "--status", "bezig"), "een stap bijwerken: wie, wanneer, bezig of klaar"),
        Opdracht(to_type("start", "--fase", fase.nummer or fase.id), _BEGIN_FASE),
    ]
    if changed:
        blocks.append(Opdracht(to_type("actueel", "--alles"), _DO_ACTUEEL))
    return tuple(blocks)


def status(overzicht: Overzicht, file: str) -> Page:
    """Where the group is: counts per fase, what makes sense now and why, dates that passed, open points.

    *file* is the project file as a person would write it.
    """
    antwoorden, current = overzicht.antwoorden, overzicht.huidig
    wijk, gemeente = (text_of(antwoorden.get(id_)) for id_ in (WIJK, GEMEENTE))
    blocks: list[Block] = [Heading(_wijk_heading(wijk, gemeente), 1), Paragraph(f"Projectbestand: {file}")]
    if overzicht.intake_nog[1]:
        blocks.append(Paragraph(_intake_open(*overzicht.intake_nog), let_op=True))
    blocks += [Heading("Waar jullie staan"), *(items.fase_item(fase, antwoorden) for fase in overzicht.all_fasen)]
    if overzicht.advies and not overzicht.intake_nog[1]:
        begun = any(voortgang.status(stap, antwoorden) is not Status.NIET_BEGONNEN for stap in current.stappen)
        verb = "ga verder met" if begun else "begin met"
        blocks.append(Paragraph(f"Ons advies: {verb} {fase_in_sentence(current)}. {overzicht.advies}"))
    blocks.append(Heading("Wat nu slim is"))
    for actie in overzicht.acties[:MOST_ACTIES]:
        fase = overzicht.fase_of(actie.stap).nummer or 0
        waarom = (reden(overzicht, actie),)
        blocks.append(Item(actie.stap.titel, actie.stap.nummer, actie.wie, alineas=waarom, fase=fase))
    past = sum(actie.reden is Reden.DATUM_VOORBIJ for actie in overzicht.acties)
    if past > MOST_ACTIES:
        blocks.append(Paragraph(_more_past(past - MOST_ACTIES), let_op=True))
    if not overzicht.acties:
        blocks.append(Paragraph("Alle stappen zijn klaar. Vier feest met de wijk!"))
    if overzicht.onbeantwoord:
        blocks.append(Heading("Nog geen antwoord van de gemeente"))
        blocks += [Item(item.vraag, behind=f"graag vóór {day_in_words(item.voor)}") for item in overzicht.onbeantwoord]
        blocks.append(Opdracht(to_type("nakijken", VRAGEN), "opschrijven wat de gemeente zei"))
    if overzicht.open_punten:
        blocks += [Heading("Open punten"), Paragraph(_open_punten(len(overzicht.open_punten)))]
    stap = overzicht.acties[0].stap if overzicht.acties else current.stappen[0]
    blocks += [
        Heading(FURTHER),
        Opdracht(to_type("start"), _DO_START),
        Opdracht(to_type("stap", stap.nummer), _READ_STAP),
        Opdracht(to_type("export"), "het actieplan maken"),
    ]
    return tuple(blocks)


def reden(overzicht: Overzicht, actie: Actie) -> str:
    """Return in words why *actie* makes sense now."""
    fase = overzicht.fase_of(actie.stap)
    return reden_in_words(actie.reden, day_in_words(actie.wanneer), fase_in_sentence(fase))


def vragen(parts: Sequence[tuple[str, Sequence[Vraag]]]) -> Page:
    """Every vraag under the heading of its part, with its id, soort, keuzes and conditions."""
    every = [vraag for _, vragen in parts for vraag in vragen]
    blocks: list[Block] = [Heading(plural(len(every), "vraag", "vragen"), 1)]
    if example := min((vraag for vraag in every if vraag.voorbeeld), key=lambda v: len(v.voorbeeld), default=None):
        answer = to_type("start", "--antwoord", f"{example.id}={example.voorbeeld}")
        blocks.append(Paragraph(f"Een antwoord meegeven kan zo: {answer}"))
    for title, groep in parts:
        blocks.append(Heading(title))
        blocks += [Item(vraag.id, alineas=tuple(_vraag_lines(vraag))) for vraag in groep]
    return tuple(blocks)


def onderwerp(onderwerp: Onderwerp) -> Page:
    """One subject of the help."""
    return (
        Heading(onderwerp.titel, 1),
        *paragraphs(onderwerp.uitleg),
        *(Item(what, behind=doet) for what, doet in onderwerp.regels),
        *([Paragraph(onderwerp.gesprek)] if onderwerp.gesprek else []),
    )


def _vraag_lines(vraag: Vraag) -> Iterator[str]:
    als = " en ".join(_als_line(part.vraag, part.waarden) for part in vraag.als)
    yield vraag.vraag
    yield f"{_SOORTEN[vraag.soort]}{f'. Alleen als {als}' if als else ''}"
    if vraag.keuzes:
        yield f"Keuzes: {', '.join([_keuze(keuze) for keuze in vraag.keuzes])}"
    if vraag.velden:
        yield _velden_line(
            [
                f"{veld.id} ({', '.join(_keuze(k) for k in veld.keuzes)})" if veld.keuzes else veld.id
                for veld in vraag.velden
            ]
        )


def _keuze(keuze: Keuze) -> str:
    return f"{keuze.id} ({keuze.tekst})" if keuze.id != keuze.tekst.lower() else keuze.id


def _als_line(vraag: str, waarden: tuple[str, ...]) -> str:
    if vraag.endswith(f".{STATUS}"):
        return f"de stap {' of '.join(STATUS_IN_WORDS.get(waarde, waarde) for waarde in waarden)} is"
    if waarden == (INGEVULD,):
        return f"{vraag} is ingevuld"
    return f"{vraag} = {' of '.join(waarden)}"


def _velden_line(velden: list[str]) -> str:
    return f"Velden: {'; '.join(velden)}"


def _wijk_heading(wijk: str, gemeente: str) -> str:
    if not wijk:
        return "Jullie wijk"
    return f"{wijk}, {gemeente}" if gemeente else wijk


def _intake_open(fewest: int, most: int) -> str:
    how_many = f"{fewest} tot {most}" if fewest != most else f"{most}"
    return f"De vragen over jullie wijk en groep zijn nog niet klaar: nog {how_many}. Ga verder met: {to_type('start')}"


def _open_punten(how_many: int) -> str:
    verb = "Dat staat" if how_many == 1 else "Die staan"
    return f"{plural(how_many, 'open punt', 'open punten')}. {verb} achter in het actieplan."


def _more_past(how_many: int) -> str:
    datums = "is nog 1 datum" if how_many == 1 else f"zijn nog {how_many} datums"
    return f"er {datums} voorbij. Je ziet ze met: {to_type('fase')}"
