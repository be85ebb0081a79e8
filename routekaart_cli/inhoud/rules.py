"""The editors' rules for begrippen, contact and actueel: their readers rely on them, though the guide runs without."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

from routekaart_cli.domain.routekaart import Contact, Zekerheid
from routekaart_cli.dutch import did_you_mean, enumeration, nearest, without_accents
from routekaart_cli.inhoud.begrippen import occurring
from routekaart_cli.inhoud.folder import Inhoud

_DOUBT = ("waarschijnlijk", "niet bevestigd", "niet gevonden", "zou")
"""One of these says in a text that it is not certain."""


LONGEST_EXPLANATION = 20
_AMOUNT = re.compile(r"€|\beuro?\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(19|20)\d\d\b")
_SENTENCE = re.compile(r"(?<=[.?!])\s+")

Complaint = tuple[str, str]
"""The field that names the record, as it is written, and what is wrong there."""


def findings(inhoud: Inhoud, today: date) -> Iterator[str]:
    """Yield what breaks a rule in *inhoud* on the day *today*, with its file and, when found, its line."""
    messages = {
        "begrippen.yaml": _begrippen(inhoud), "contact.yaml": _contact(inhoud, today),
        "actueel.yaml": _actueel(inhoud, today),
    }  # fmt: skip
    for file, found in messages.items():
        text = (inhoud.folder / file).read_text("utf-8")
        yield from (f"{_where(file, _line(text, veld))}: {message}" for veld, message in found)


def _line(text: str, veld: str) -> int | None:
    """Return the line of *text* on which only *veld* stands; None when it is written in another way."""
    found = re.search(rf"^ *(- )?{re.escape(veld)} *$", text, re.MULTILINE)
    return text.count("\n", 0, found.start()) + 1 if found else None


def _begrippen(inhoud: Inhoud) -> Iterator[Complaint]:
    fasen = {fase.id for fase in inhoud.all_fasen}
    seen: dict[str, str] = {}
    previous = ""
    for begrip in inhoud.begrippen:
        veld = f"id: {begrip.id}"
        for form in begrip.forms:
            if form.lower() in seen:
                yield veld, f"het woord '{form}' staat ook al bij het begrip '{seen[form.lower()]}'"
            seen.setdefault(form.lower(), begrip.id)
        if without_accents(begrip.woord) < without_accents(previous):
            yield veld, f"'{begrip.woord}' hoort in het alfabet vóór '{previous}'"
        previous = begrip.woord
        if begrip.id in fasen:
            yield veld, f"id '{begrip.id}' is al het id van een fase"
        one_sentence = re.fullmatch(r"([^.!?]|(?<=\d)\.(?=\d))+\.", begrip.uitleg)
        if not one_sentence or len(begrip.uitleg.split()) > LONGEST_EXPLANATION:
            yield (
                veld,
                (
                    f"de uitleg van '{begrip.woord}' moet één zin zijn, met een punt en hoogstens "
                    f"{LONGEST_EXPLANATION} woorden"
                ),
            )
        if occurring([begrip], begrip.uitleg):
            yield veld, f"in de uitleg van '{begrip.woord}' staat het woord zelf. Kies andere woorden"
        if begrip.bron != "eigen uitleg" and not begrip.bron.startswith("https://"):
            yield veld, f"bron '{begrip.bron}' is geen adres. Begin met https:// of schrijf: eigen uitleg"


def _contact(inhoud: Inhoud, today: date) -> Iterator[Complaint]:
    contact, keuzes = inhoud.contact, inhoud.provincies
    yield from _checked(contact.gecontroleerd_op, f"gecontroleerd_op: {contact.gecontroleerd_op}", today)
    yield from _provincies(contact, keuzes)
    for federatie in contact.federaties:
        yield from _source(f"naam: {federatie.naam}", federatie.bron, federatie.datum)
    for loket in contact.loketten:
        if loket.provincie not in keuzes:
            yield f"naam: {loket.naam}", _unknown_provincie(loket.provincie)
        yield from _source(f"naam: {loket.naam}", loket.adres, loket.datum)
    for partner in contact.coalitie.partners:
        yield from _source(f"naam: {partner.naam}", partner.bron, partner.datum)


def _provincies(contact: Contact, keuzes: dict[str, str]) -> Iterator[Complaint]:
    """Yield where the federaties are not exactly the *keuzes* of the vraag: a group must find the one it chose."""
    provincies = [federatie.provincie for federatie in contact.federaties]
    for federatie in contact.federaties:
        if federatie.provincie not in keuzes:
            yield f"provincie: {federatie.provincie}", _unknown_provincie(federatie.provincie)
    for provincie, times in Counter(provincies).items():
        if times > 1:
            yield f"provincie: {provincie}", f"de provincie '{provincie}' heeft al een federatie"
    if missing := [name for id_, name in keuzes.items() if id_ not in provincies]:
        yield "federaties:", f"er is geen federatie voor {enumeration(missing)}"
    if sorted(provincies) == sorted(keuzes) and provincies != list(keuzes):
        yield "federaties:", "de federaties staan niet in de volgorde van de keuzes bij 'wijk.provincie'"


def _actueel(inhoud: Inhoud, today: date) -> Iterator[Complaint]:
    stappen = (stap.id for fase in inhoud.all_fasen for stap in fase.stappen)
    known = {*(fase.id for fase in inhoud.all_fasen), *stappen, *(begrip.id for begrip in inhoud.begrippen)}
    for item in inhoud.actueel:
        veld = f"id: {item.id}"
        for name in item.hoort_bij:
            if name not in known:
                meant = did_you_mean(nearest(name, known))
                yield name, f"er is geen fase, stap of begrip met het id '{name}'. {meant}".rstrip()
        yield from _checked(item.gecontroleerd_op, veld, today)
        for bron in item.bronnen:
            yield from _source(veld, bron.adres, bron.datum)
        for phrase in (item.titel, *_SENTENCE.split(item.tekst)):
            if _AMOUNT.search(phrase) and not _YEAR.search(phrase):
                yield veld, f"zet een jaartal bij dit bedrag, in dezelfde zin: {phrase}"
        kern = item.tekst.lower().partition("\n\n")[0]
        if item.zekerheid is Zekerheid.WAARSCHIJNLIJK and not any(word in kern for word in _DOUBT):
            yield (
                veld,
                (
                    "dit is waarschijnlijk, niet zeker. Zeg dat in het eerste deel van de tekst, met "
                    f"{enumeration(_DOUBT, 'of')}"
                ),
            )


def _source(veld: str, address: str, datum: str) -> Iterator[Complaint]:
    if not address.startswith("https://"):
        yield veld, f"'{address}' is geen adres. Begin met https://"
    if datum != "zonder datum" and not _YEAR.search(datum):
        yield veld, f"in de datum '{datum}' staat geen jaar. Is er geen datum? Schrijf dan: zonder datum"


def _checked(datum: str, veld: str, today: date) -> Iterator[Complaint]:
    if date.fromisoformat(datum) > today:
        yield veld, f"'gecontroleerd_op' is {datum}, en die dag moet nog komen"


def _where(file: str, line: int | None) -> str:
    """Return where something stands: `content/contact.yaml:17`, or only the file when the line is not known."""
    return f"content/{file}:{line}" if line else f"content/{file}"


def _unknown_provincie(provincie: str) -> str:
    return f"'{provincie}' is geen keuze van 'wijk.provincie'"
