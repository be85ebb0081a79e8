"""The editors' rules for begrippen, contact and actueel: their readers rely on them, though the guide runs without."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from datetime import date

from routekaart_cli.begrippen import voorkomend
from routekaart_cli.content import Inhoud
from routekaart_cli.model import Actueel, Contact, Zekerheid
from routekaart_cli.texts import regels as texts

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
        yield from (f"{texts.plek(bestand, _regel(tekst, veld))}: {melding}" for veld, melding in gevonden)


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
                yield veld, texts.vorm_dubbel(vorm, gezien[vorm.lower()])
            gezien.setdefault(vorm.lower(), begrip.id)
        if _alphabetical(begrip.woord) < _alphabetical(vorige):
            yield veld, texts.niet_op_volgorde(begrip.woord, vorige)
        vorige = begrip.woord
        if begrip.id in fasen:
            yield veld, texts.begrip_als_fase(begrip.id)
        een_zin = re.fullmatch(r"([^.!?]|(?<=\d)\.(?=\d))+\.", begrip.uitleg)
        if not een_zin or len(begrip.uitleg.split()) > LANGSTE_UITLEG:
            yield veld, texts.geen_korte_zin(begrip.woord, LANGSTE_UITLEG)
        if voorkomend([begrip], begrip.uitleg):
            yield veld, texts.legt_zichzelf_uit(begrip.woord)
        if begrip.bron != "eigen uitleg" and not begrip.bron.startswith("https://"):
            yield veld, texts.begrip_zonder_bron(begrip.bron)


def _contact(inhoud: Inhoud, vandaag: date) -> Iterator[Melding]:
    contact, keuzes = inhoud.contact, inhoud.provincies
    yield from _checked(contact.gecontroleerd_op, f"gecontroleerd_op: {contact.gecontroleerd_op}", vandaag)
    yield from _provincies(contact, keuzes)
    for federatie in contact.federaties:
        yield from _source(f"naam: {federatie.naam}", federatie.bron, federatie.datum)
    for loket in contact.loketten:
        if loket.provincie not in keuzes:
            yield f"naam: {loket.naam}", texts.provincie_onbekend(loket.provincie)
        yield from _source(f"naam: {loket.naam}", loket.adres, loket.datum)
    for partner in contact.coalitie.partners:
        yield from _source(f"naam: {partner.naam}", partner.bron, partner.datum)


def _provincies(contact: Contact, keuzes: dict[str, str]) -> Iterator[Melding]:
    """Yield where the federaties are not exactly the *keuzes* of the vraag: a group must find the one it chose."""
    provincies = [federatie.provincie for federatie in contact.federaties]
    for federatie in contact.federaties:
        if federatie.provincie not in keuzes:
            yield f"provincie: {federatie.provincie}", texts.provincie_onbekend(federatie.provincie)
    for provincie, keer in Counter(provincies).items():
        if keer > 1:
            yield f"provincie: {provincie}", texts.provincie_dubbel(provincie)
    if ontbreekt := [naam for id_, naam in keuzes.items() if id_ not in provincies]:
        yield "federaties:", texts.provincie_zonder(ontbreekt)
    if sorted(provincies) == sorted(keuzes) and provincies != list(keuzes):
        yield "federaties:", texts.FEDERATIES_VOLGORDE


def _actueel(items: tuple[Actueel, ...], vandaag: date) -> Iterator[Melding]:
    for item in items:
        veld = f"id: {item.id}"
        yield from _checked(item.gecontroleerd_op, veld, vandaag)
        for bron in item.bronnen:
            yield from _source(veld, bron.adres, bron.datum)
        for zin in (item.titel, *_ZIN.split(item.tekst)):
            if _BEDRAG.search(zin) and not _JAAR.search(zin):
                yield veld, texts.bedrag_zonder_jaar(zin)
        kern = item.tekst.lower().partition("\n\n")[0]
        if item.zekerheid is Zekerheid.WAARSCHIJNLIJK and not any(woord in kern for woord in texts.TWIJFEL):
            yield veld, texts.TWIJFEL_ONTBREEKT


def _source(veld: str, adres: str, datum: str) -> Iterator[Melding]:
    if not adres.startswith("https://"):
        yield veld, texts.geen_adres(adres)
    if datum != "zonder datum" and not _JAAR.search(datum):
        yield veld, texts.geen_jaar(datum)


def _checked(datum: str, veld: str, vandaag: date) -> Iterator[Melding]:
    if date.fromisoformat(datum) > vandaag:
        yield veld, texts.in_de_toekomst(datum)


def _alphabetical(woord: str) -> str:
    return unicodedata.normalize("NFKD", woord.casefold())
