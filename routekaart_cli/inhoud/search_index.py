"""What can be found by searching: each thing of the content and each answer as a piece of text. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from routekaart_cli.domain.antwoorden import Antwoorden
from routekaart_cli.domain.in_words import woorden
from routekaart_cli.domain.routekaart import Actueel, Begrip, Contact, Fase, Onderwerp, Vraag
from routekaart_cli.inhoud.search import Stuk

SOORTEN = ("fase", "stap", "tip", "voorbeeld", "begrip", "actueel", "contact", "hulp", "vraag", "antwoord")


def fasen(fasen: Iterable[Fase]) -> Iterator[Stuk]:
    """Yield each fase with its stappen, tips and voorbeelden."""
    for fase in fasen:
        code = fase.nummer or fase.id
        beleid = f"{fase.beleid.titel}\n{fase.beleid.tekst}" if fase.beleid else ""
        uitkomst = f"{fase.doel}\n{fase.uitkomst}\n{beleid}".strip()
        yield Stuk("fase", fase.id, fase.titel, uitkomst, f"routekaart fase {code}", code, fase.id)
        for stap in fase.stappen:
            yield Stuk(
                "stap", stap.id, f"{stap.nummer} {stap.titel}", stap.uitleg, f"routekaart stap {stap.nummer}", code
            )
        for tip in (*fase.tips, *fase.tips_voor_gemeenten):
            yield Stuk("tip", tip.id, tip.titel, tip.tekst, f"routekaart tips {code}", code)
        for deel in fase.voorbeelden:
            tekst = "\n".join((deel.kern, deel.verhaal, deel.plaats, deel.let_op, *(meer.tekst for meer in deel.meer)))
            opdracht = f"routekaart voorbeelden {deel.id.rpartition('.')[2]}"
            yield Stuk("voorbeeld", deel.id, deel.titel, tekst, opdracht, code)


def opzoeken(
    begrippen: Iterable[Begrip], actueel: Iterable[Actueel], contact: Contact, onderwerpen: Iterable[Onderwerp]
) -> Iterator[Stuk]:
    """Yield the difficult words, what changed, who can help, and the subjects of the help."""
    for begrip in begrippen:
        opdracht = f"routekaart begrippen {begrip.id}"
        yield Stuk("begrip", begrip.id, begrip.woord, begrip.uitleg, opdracht, ook=" ".join(begrip.ook))
    for item in actueel:
        yield Stuk("actueel", item.id, item.titel, item.tekst, "routekaart actueel")
    for federatie in contact.federaties:
        titel = f"{federatie.naam}, {federatie.provincienaam}"
        opdracht = f"routekaart contact {federatie.provincie}"
        yield Stuk("contact", federatie.provincie, titel, federatie.site, opdracht, ook=" ".join(federatie.ook))
    for loket in contact.loketten:
        opdracht = f"routekaart contact {loket.provincie}"
        yield Stuk("contact", loket.provincie, loket.naam, loket.tekst, opdracht, ook=loket.provincie)
    koepel = contact.koepel
    tekst = f"{koepel.email}\n{koepel.telefoon}\n{koepel.site}\n{koepel.let_op}"
    yield Stuk("contact", "", koepel.naam, tekst, "routekaart contact", ook="contact hulp telefoon e-mail")
    yield Stuk("contact", "", contact.coalitie.naam, contact.coalitie.tekst, "routekaart contact")
    for partner in contact.coalitie.partners:
        yield Stuk("contact", "", partner.naam, f"{partner.helpt_met}\n{partner.site}", "routekaart contact")
    for onderwerp in onderwerpen:
        tekst = "\n".join((onderwerp.uitleg, *(f"{wat}: {doet}" for wat, doet in onderwerp.regels)))
        yield Stuk("hulp", onderwerp.id, onderwerp.titel, tekst, f"routekaart hulp {onderwerp.id}", ook=onderwerp.id)


def opdrachten(opdrachten: Iterable[tuple[str, str]]) -> Iterator[Stuk]:
    """Yield each command, of which *opdrachten* say the name and what it does."""
    for naam, wat in opdrachten:
        yield Stuk("hulp", naam, f"routekaart {naam}", wat, f"routekaart hulp {naam}")


def vragen(vragen: Iterable[Vraag], antwoorden: Antwoorden) -> Iterator[Stuk]:
    """Yield each vraag that is about something of its own, and each of *antwoorden*."""
    for vraag in vragen:
        opdracht = f"routekaart nakijken {vraag.id}"
        if vraag.id in antwoorden:
            yield Stuk("antwoord", vraag.id, vraag.kort, woorden(vraag, antwoorden[vraag.id]), opdracht, vraag.fase)
        if not vraag.id.endswith((".status", ".wie", ".wanneer", ".notitie")):
            tekst = "\n".join((vraag.vraag, vraag.waarom, *(keuze.tekst for keuze in vraag.keuzes)))
            yield Stuk("vraag", vraag.id, vraag.kort, tekst, opdracht, vraag.fase)
