"""The editors' rules for begrippen, contact and actueel: their readers rely on them, though the guide runs without."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from datetime import date

from routekaart_cli.domain.routekaart import Actueel, Contact, Zekerheid
from routekaart_cli.dutch import enumeration
from routekaart_cli.inhoud.begrippen import voorkomend
from routekaart_cli.inhoud.folder import Inhoud

_TWIJFEL = ("waarschijnlijk", "niet bevestigd", "niet gevonden", "zou")
"""One of these says in a text that it is not certain."""


LANGSTE_UITLEG = 20
_BEDRAG = re.compile(r"€|\beuro?\b", re.IGNORECASE)
_JAAR = re.compile(r"\b(19|20)\d\d\b")
_ZIN = re.compile(r"(?<=[.?!])\s+")

Melding = tuple[str, str]
"""The field that names the record, as it is written, and what is wrong there."""


def findings(inhoud: Inhoud, vandaag: date) -> Iterator[str]:
    """Yield what breaks a rule in *inhoud* on the day *vandaag*, with its file and, when found, its line."""
    meldingen = {
        "begrippen.yaml": _begrippen(inhoud), "contact.yaml": _contact(inhoud, vandaag),
        "actueel.yaml": _actueel(inhoud.actueel, vandaag),
    }  # fmt: skip
    for bestand, gevonden in meldingen.items():
        tekst = (inhoud.map / bestand).read_text("utf-8")
        yield from (f"{_plek(bestand, _regel(tekst, veld))}: {melding}" for veld, melding in gevonden)


def _regel(tekst: str, veld: str) -> int | None:
    """Return the line of *tekst* on which only *veld* stands; None when it is written in another way."""
    gevonden = re.search(rf"^ *(- )?{re.escape(veld)} *$", tekst, re.MULTILINE)
    return tekst.count("\n", 0, gevonden.start()) + 1 if gevonden else None


def _begrippen(inhoud: Inhoud) -> Iterator[Melding]:
    fasen = {fase.id for fase in inhoud.alles}
    gezien: dict[str, str] = {}
    vorige = ""
    for begrip in inhoud.begrippen:
        veld = f"id: {begrip.id}"
        for vorm in begrip.vormen:
            if vorm.lower() in gezien:
                yield veld, f"het woord '{vorm}' staat ook al bij het begrip '{gezien[vorm.lower()]}'"
            gezien.setdefault(vorm.lower(), begrip.id)
        if _alphabetical(begrip.woord) < _alphabetical(vorige):
            yield veld, f"'{begrip.woord}' hoort in het alfabet vóór '{vorige}'"
        vorige = begrip.woord
        if begrip.id in fasen:
            yield veld, f"id '{begrip.id}' is al het id van een fase"
        een_zin = re.fullmatch(r"([^.!?]|(?<=\d)\.(?=\d))+\.", begrip.uitleg)
        if not een_zin or len(begrip.uitleg.split()) > LANGSTE_UITLEG:
            yield (
                veld,
                f"de uitleg van '{begrip.woord}' moet één zin zijn, met een punt en hoogstens {LANGSTE_UITLEG} woorden",
            )
        if voorkomend([begrip], begrip.uitleg):
            yield veld, f"in de uitleg van '{begrip.woord}' staat het woord zelf. Kies andere woorden"
        if begrip.bron != "eigen uitleg" and not begrip.bron.startswith("https://"):
            yield veld, f"bron '{begrip.bron}' is geen adres. Begin met https:// of schrijf: eigen uitleg"


def _contact(inhoud: Inhoud, vandaag: date) -> Iterator[Melding]:
    contact, keuzes = inhoud.contact, inhoud.provincies
    yield from _checked(contact.gecontroleerd_op, f"gecontroleerd_op: {contact.gecontroleerd_op}", vandaag)
    yield from _provincies(contact, keuzes)
    for federatie in contact.federaties:
        yield from _source(f"naam: {federatie.naam}", federatie.bron, federatie.datum)
    for loket in contact.loketten:
        if loket.provincie not in keuzes:
            yield f"naam: {loket.naam}", _provincie_onbekend(loket.provincie)
        yield from _source(f"naam: {loket.naam}", loket.adres, loket.datum)
    for partner in contact.coalitie.partners:
        yield from _source(f"naam: {partner.naam}", partner.bron, partner.datum)


def _provincies(contact: Contact, keuzes: dict[str, str]) -> Iterator[Melding]:
    """Yield where the federaties are not exactly the *keuzes* of the vraag: a group must find the one it chose."""
    provincies = [federatie.provincie for federatie in contact.federaties]
    for federatie in contact.federaties:
        if federatie.provincie not in keuzes:
            yield f"provincie: {federatie.provincie}", _provincie_onbekend(federatie.provincie)
    for provincie, keer in Counter(provincies).items():
        if keer > 1:
            yield f"provincie: {provincie}", f"de provincie '{provincie}' heeft al een federatie"
    if ontbreekt := [naam for id_, naam in keuzes.items() if id_ not in provincies]:
        yield "federaties:", f"er is geen federatie voor {enumeration(ontbreekt)}"
    if sorted(provincies) == sorted(keuzes) and provincies != list(keuzes):
        yield "federaties:", "de federaties staan niet in de volgorde van de keuzes bij 'wijk.provincie'"


def _actueel(items: tuple[Actueel, ...], vandaag: date) -> Iterator[Melding]:
    for item in items:
        veld = f"id: {item.id}"
        yield from _checked(item.gecontroleerd_op, veld, vandaag)
        for bron in item.bronnen:
            yield from _source(veld, bron.adres, bron.datum)
        for zin in (item.titel, *_ZIN.split(item.tekst)):
            if _BEDRAG.search(zin) and not _JAAR.search(zin):
                yield veld, f"zet een jaartal bij dit bedrag, in dezelfde zin: {zin}"
        kern = item.tekst.lower().partition("\n\n")[0]
        if item.zekerheid is Zekerheid.WAARSCHIJNLIJK and not any(woord in kern for woord in _TWIJFEL):
            yield (
                veld,
                (
                    "dit is waarschijnlijk, niet zeker. Zeg dat in het eerste deel van de tekst, met "
                    f"{enumeration(_TWIJFEL, 'of')}"
                ),
            )


def _source(veld: str, adres: str, datum: str) -> Iterator[Melding]:
    if not adres.startswith("https://"):
        yield veld, f"'{adres}' is geen adres. Begin met https://"
    if datum != "zonder datum" and not _JAAR.search(datum):
        yield veld, f"in de datum '{datum}' staat geen jaar. Is er geen datum? Schrijf dan: zonder datum"


def _checked(datum: str, veld: str, vandaag: date) -> Iterator[Melding]:
    if date.fromisoformat(datum) > vandaag:
        yield veld, f"'gecontroleerd_op' is {datum}, en die dag moet nog komen"


def _alphabetical(woord: str) -> str:
    return unicodedata.normalize("NFKD", woord.casefold())


def _plek(bestand: str, regel: int | None) -> str:
    """Return where something stands: `content/contact.yaml:17`, or only the file when the line is not known."""
    return f"content/{bestand}:{regel}" if regel else f"content/{bestand}"


def _provincie_onbekend(provincie: str) -> str:
    return f"'{provincie}' is geen keuze van 'wijk.provincie'"
