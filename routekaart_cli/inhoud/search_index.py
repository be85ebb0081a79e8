"""What can be found by searching: each thing of the content and each answer as a piece of text. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from routekaart_cli.domain.antwoorden import Antwoorden
from routekaart_cli.domain.in_words import in_words
from routekaart_cli.domain.routekaart import Actueel, Begrip, Contact, Fase, Onderwerp, Vraag
from routekaart_cli.domain.vaste_vragen import is_of_every_stap
from routekaart_cli.inhoud.search import Piece

SOORTEN = ("fase", "stap", "tip", "voorbeeld", "begrip", "actueel", "contact", "hulp", "vraag", "antwoord")


def fasen(fasen: Iterable[Fase]) -> Iterator[Piece]:
    """Yield each fase with its stappen, tips and voorbeelden."""
    for fase in fasen:
        code = fase.nummer or fase.id
        beleid = f"{fase.beleid.titel}\n{fase.beleid.tekst}" if fase.beleid else ""
        outcome = f"{fase.doel}\n{fase.uitkomst}\n{beleid}".strip()
        yield Piece("fase", fase.id, fase.titel, outcome, f"routekaart fase {code}", code, fase.id)
        for stap in fase.stappen:
            yield Piece(
                "stap", stap.id, f"{stap.nummer} {stap.titel}", stap.uitleg, f"routekaart stap {stap.nummer}", code
            )
        for tip in (*fase.tips, *fase.tips_voor_gemeenten):
            yield Piece("tip", tip.id, tip.titel, tip.tekst, f"routekaart tips {code}", code)
        for part in fase.voorbeelden:
            text = "\n".join((part.kern, part.verhaal, part.plaats, part.let_op, *(more.tekst for more in part.meer)))
            opdracht = f"routekaart voorbeelden {part.id.rpartition('.')[2]}"
            yield Piece("voorbeeld", part.id, part.titel, text, opdracht, code)


def reference(
    begrippen: Iterable[Begrip], actueel: Iterable[Actueel], contact: Contact, onderwerpen: Iterable[Onderwerp]
) -> Iterator[Piece]:
    """Yield the difficult words, what changed, who can help, and the subjects of the help."""
    for begrip in begrippen:
        opdracht = f"routekaart begrippen {begrip.id}"
        yield Piece("begrip", begrip.id, begrip.woord, begrip.uitleg, opdracht, ook=" ".join(begrip.ook))
    for item in actueel:
        yield Piece("actueel", item.id, item.titel, item.tekst, "routekaart actueel")
    for federatie in contact.federaties:
        title = f"{federatie.naam}, {federatie.provincienaam}"
        opdracht = f"routekaart contact {federatie.provincie}"
        yield Piece("contact", federatie.provincie, title, federatie.site, opdracht, ook=" ".join(federatie.ook))
    for loket in contact.loketten:
        opdracht = f"routekaart contact {loket.provincie}"
        yield Piece("contact", loket.provincie, loket.naam, loket.tekst, opdracht, ook=loket.provincie)
    koepel = contact.koepel
    text = f"{koepel.email}\n{koepel.telefoon}\n{koepel.site}\n{koepel.let_op}"
    yield Piece("contact", "", koepel.naam, text, "routekaart contact", ook="contact hulp telefoon e-mail")
    yield Piece("contact", "", contact.coalitie.naam, contact.coalitie.tekst, "routekaart contact")
    for partner in contact.coalitie.partners:
        yield Piece("contact", "", partner.naam, f"{partner.helpt_met}\n{partner.site}", "routekaart contact")
    for onderwerp in onderwerpen:
        text = "\n".join((onderwerp.uitleg, *(f"{what}: {doet}" for what, doet in onderwerp.regels)))
        yield Piece("hulp", onderwerp.id, onderwerp.titel, text, f"routekaart hulp {onderwerp.id}", ook=onderwerp.id)


def opdrachten(opdrachten: Iterable[tuple[str, str]]) -> Iterator[Piece]:
    """Yield each command, of which *opdrachten* say the name and what it does."""
    for name, what in opdrachten:
        yield Piece("hulp", name, f"routekaart {name}", what, f"routekaart hulp {name}")


def vragen(vragen: Iterable[Vraag], antwoorden: Antwoorden) -> Iterator[Piece]:
    """Yield each vraag that is about something of its own, and each of *antwoorden*."""
    for vraag in vragen:
        opdracht = f"routekaart nakijken {vraag.id}"
        if vraag.id in antwoorden:
            yield Piece("antwoord", vraag.id, vraag.kort, in_words(vraag, antwoorden[vraag.id]), opdracht, vraag.fase)
        if not is_of_every_stap(vraag):
            text = "\n".join((vraag.vraag, vraag.waarom, *(keuze.tekst for keuze in vraag.keuzes)))
            yield Piece("vraag", vraag.id, vraag.kort, text, opdracht, vraag.fase)
