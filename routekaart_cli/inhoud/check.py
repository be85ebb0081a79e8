"""What is wrong in the content, in all files at once, and how much there is: for those who write it.

The rules at the end hold for begrippen, contact and actueel: their readers rely on them, though the guide runs without.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from routekaart_cli.domain.routekaart import Contact, Tip, Voorbeeld, Voorwaarde
from routekaart_cli.dutch import did_you_mean, enumeration, nearest, without_accents
from routekaart_cli.errors import UnreadableFile
from routekaart_cli.inhoud import lagen, leesbaarheid
from routekaart_cli.inhoud.begrippen import occurring
from routekaart_cli.inhoud.folder import ZIJSPOOR, Inhoud


class FileCount(NamedTuple):
    """How many of something a file holds."""

    bestand: str
    wat: str
    aantal: int


def in_files(inhoud: Inhoud) -> tuple[str, ...]:
    """Return everything that is wrong within the files of *inhoud*, each with its place."""
    return tuple(dict.fromkeys(_in_files(inhoud)))  # what is wrong in routekaart.yaml is met again in other files


def between_files(inhoud: Inhoud, today: date) -> tuple[str, ...]:
    """Return what does not hold between the files of *inhoud*, and which rule of the editors is broken.

    It is used on the day *today*; each file must be sound in itself.
    """
    return (*_between_files(inhoud), *_broken_rules(inhoud, today))


def rest(inhoud: Inhoud) -> tuple[FileCount, ...]:
    """Return what the files hold that are no fase."""
    return (
        FileCount("intake.yaml", "vragen", sum(len(part.vragen) for part in inhoud.intake.all_delen)),
        FileCount("begrippen.yaml", "begrippen", len(inhoud.begrippen)),
        FileCount("actueel.yaml", "items", len(inhoud.actueel)),
        FileCount("contact.yaml", "federaties", len(inhoud.contact.federaties)),
        FileCount("hulp.yaml", "onderwerpen", len(inhoud.onderwerpen)),
    )


def _in_files(inhoud: Inhoud) -> Iterator[str]:
    readers: list[Callable[[], object]] = [
        lambda: inhoud.routekaart, lambda: inhoud.intake, lambda: inhoud.begrippen, lambda: inhoud.contact,
        lambda: inhoud.onderwerpen, lambda: inhoud.fase(ZIJSPOOR),
    ]  # fmt: skip
    for read_one in readers:
        yield from _tried(read_one)
    if not list(_tried(lambda: inhoud.routekaart)):
        for fase in inhoud.fase_ids:
            yield from _tried(lambda fase=fase: inhoud.fase(fase))  # type: ignore[misc]
    yield from _tried(lambda: inhoud.actueel)


def _tried(read_one: Callable[[], object]) -> tuple[str, ...]:
    try:
        read_one()
    except UnreadableFile as error:
        return error.bevindingen or (error.message,)
    return ()


def _between_files(inhoud: Inhoud) -> Iterator[str]:
    yield from _double(inhoud)
    yield from _conditions(inhoud)
    yield from _hoofdstukken(inhoud)
    of_rows = (veld for vraag in inhoud.vragen for veld in vraag.velden)
    yield from (
        f"{inhoud.name}/: bij '{vraag.id}' staat uit: {vraag.uit}, maar zo'n vraag of veld bestaat niet"
        for vraag in (*inhoud.vragen, *of_rows)
        if vraag.uit and not inhoud.offers(vraag)
    )
    fasen = {fase.id for fase in inhoud.all_fasen}
    yield from (
        f"{inhoud.name}/intake.yaml: het advies noemt fase '{line.fase}', maar die bestaat niet"
        for line in inhoud.intake.advies
        if line.fase not in fasen
    )
    known = {f"{name}.yaml" for name in inhoud.routekaart.fasen}
    loose = sorted(path.name for path in (inhoud.folder / "fasen").glob("*.yaml"))
    yield from (
        f"{inhoud.name}/fasen/{name}: dit bestand staat niet bij `fasen` in {inhoud.name}/routekaart.yaml"
        for name in loose
        if name not in known
    )
    for laag in inhoud.lagen:
        of_content = {path for path in lagen.files(laag) if (inhoud.folder / path).exists()}
        yield from (
            f"{laag.name}/{path}: zo'n bestand heeft de inhoud niet. Geef het dezelfde naam als daar"
            for path in lagen.files(laag)
            if path not in of_content and path.removeprefix("fasen/") not in known
        )


def _double(inhoud: Inhoud) -> Iterator[str]:
    seen: dict[str, str] = {}
    for file, id_ in _ids(inhoud):
        if id_ in seen:
            yield f"{inhoud.name}/{file}: id '{id_}' bestaat al in {inhoud.name}/{seen[id_]}"
        seen.setdefault(id_, file)


def _conditions(inhoud: Inhoud) -> Iterator[str]:
    keuzes = {vraag.id: vraag.possible for vraag in inhoud.vragen}
    for file, id_, voorwaarde in _past_bij(inhoud):
        if voorwaarde.vraag not in keuzes:
            yield f"{inhoud.name}/{file}: bij '{id_}' hoort een vraag '{voorwaarde.vraag}', maar die bestaat niet"
            continue
        foreign = [waarde for waarde in voorwaarde.waarden if waarde not in keuzes[voorwaarde.vraag]]
        yield from (
            f"{inhoud.name}/{file}: bij '{id_}' is '{waarde}' geen keuze van '{voorwaarde.vraag}'" for waarde in foreign
        )


def _hoofdstukken(inhoud: Inhoud) -> Iterator[str]:
    vragen = {vraag.id: vraag for vraag in inhoud.vragen}
    for hoofdstuk in (*inhoud.routekaart.hoofdstukken, *inhoud.routekaart.verslag):
        where = f"content/routekaart.yaml: hoofdstuk '{hoofdstuk.id}'"
        for regel in hoofdstuk.kort:
            if sum(map(bool, (regel.tekst, regel.tabel, regel.toont))) != 1:
                yield f"{where}: een regel van `kort` heeft tekst, tabel of toont, en maar één daarvan"
            unknown = [name for name in regel.vragen if name not in vragen]
            yield from (f"{where} noemt de vraag '{name}', maar die bestaat niet" for name in unknown)
            if regel.tabel in vragen:
                velden = {veld.id for veld in vragen[regel.tabel].velden}
                foreign = [name for name in regel.kolommen if name not in velden]
                yield from (f"{where}: '{name}' is geen veld van de lijst '{regel.tabel}'" for name in foreign)


def _ids(inhoud: Inhoud) -> Iterator[tuple[str, str]]:
    yield from (("intake.yaml", vraag.id) for part in inhoud.intake.all_delen for vraag in part.vragen)
    for fase in inhoud.all_fasen:
        for groep in (fase.stappen, fase.vragen, fase.tips, fase.tips_voor_gemeenten, fase.voorbeelden):
            yield from ((inhoud.file_of(fase.nummer), part.id) for part in groep)


def _past_bij(inhoud: Inhoud) -> Iterator[tuple[str, str, Voorwaarde]]:
    for fase in inhoud.all_fasen:
        tips: tuple[Tip | Voorbeeld, ...] = (*fase.tips, *fase.tips_voor_gemeenten, *fase.voorbeelden)
        for part in tips:
            yield from ((inhoud.file_of(fase.nummer), part.id, voorwaarde) for voorwaarde in part.past_bij)
    for item in inhoud.actueel:
        yield from (("actueel.yaml", item.id, voorwaarde) for voorwaarde in item.past_bij)


LONGEST_EXPLANATION = 20
_AMOUNT = re.compile(r"€|\beuro?\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(19|20)\d\d\b")
_SENTENCE = re.compile(r"(?<=[.?!])\s+")

Complaint = tuple[str, str]
"""The field that names the record, as it is written, and what is wrong there."""


def _broken_rules(inhoud: Inhoud, today: date) -> Iterator[str]:
    """Yield what breaks a rule in *inhoud* on the day *today*, with its file and, when found, its line."""
    messages = {
        "begrippen.yaml": _begrippen(inhoud), "contact.yaml": _contact(inhoud, today),
        "actueel.yaml": _actueel(inhoud, today),
    }  # fmt: skip
    for file, found in (*messages.items(), *_unreadable(inhoud)):
        texts = [(name, path.read_text("utf-8")) for name, path in reversed(inhoud.sources(file))]
        for veld, message in found:
            lines = ((name, _line(text, veld)) for name, text in texts)  # of the topmost layer that has it
            name, line = next((one for one in lines if one[1]), (texts[-1][0], None))
            yield f"{_where(name, line)}: {message}"


def _unreadable(inhoud: Inhoud) -> Iterator[tuple[str, Iterator[Complaint]]]:
    """Yield each file with its sentences that do not read aloud well."""
    parts = {
        "routekaart.yaml": [("inleiding", inhoud.routekaart.inleiding)],
        "intake.yaml": [(v.id, v.waarom) for part in inhoud.intake.all_delen for v in part.vragen],
        "actueel.yaml": [(item.id, item.tekst) for item in inhoud.actueel],
        "contact.yaml": leesbaarheid.of_contact(inhoud.contact),
        "hulp.yaml": [(part.id, part.uitleg) for part in inhoud.onderwerpen],
        **{inhoud.file_of(fase.nummer): leesbaarheid.of_fase(fase) for fase in inhoud.all_fasen},
    }
    for file, texts in parts.items():
        yield file, ((_veld(name), what) for name, text in texts for what in leesbaarheid.complaints(text))


def _veld(name: str) -> str:
    """Return how what has this *name* is found in its file: by its id, or else by the words themselves."""
    if " " in name or not name.islower():
        return f"naam: {name}"
    return f"id: {name}" if name.startswith("nu.") else f"id: {name.rpartition('.')[2]}"


def _line(text: str, veld: str) -> int | None:
    """Return the line of *text* on which only *veld* stands, or else (`[a, b]`) the first with it; None without one."""
    sought = re.escape(veld)
    found = re.search(rf"^ *(- )?{sought} *$", text, re.MULTILINE) or re.search(rf"(?<![\w.-]){sought}(?![\w.-])", text)
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


def _source(veld: str, address: str, datum: str) -> Iterator[Complaint]:
    if not address.startswith("https://"):
        yield veld, f"'{address}' is geen adres. Begin met https://"
    if datum != "zonder datum" and not _YEAR.search(datum):
        yield veld, f"in de datum '{datum}' staat geen jaar. Is er geen datum? Schrijf dan: zonder datum"


def _checked(datum: str, veld: str, today: date) -> Iterator[Complaint]:
    if date.fromisoformat(datum) > today:
        yield veld, f"'gecontroleerd_op' is {datum}, en die dag moet nog komen"


def _where(file: str, line: int | None) -> str:
    """Return where something stands: `contact.yaml:17`, or only the file when the line is not known."""
    return f"{file}:{line}" if line else file


def _unknown_provincie(provincie: str) -> str:
    return f"'{provincie}' is geen keuze van 'wijk.provincie'"
