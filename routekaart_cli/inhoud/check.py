"""What is wrong in the content, in all files at once, and how much there is: for those who write it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from routekaart_cli.domain.routekaart import Fase, Tip, Voorbeeld, Voorwaarde
from routekaart_cli.errors import UnreadableFile
from routekaart_cli.inhoud import rules
from routekaart_cli.inhoud.folder import ZIJSPOOR, Inhoud


class Deelbestand(NamedTuple):
    """How many of something a file holds."""

    bestand: str
    wat: str
    aantal: int


def in_files(inhoud: Inhoud) -> tuple[str, ...]:
    """Return everything that is wrong within the files of *inhoud*, each with its place."""
    return tuple(_in_files(inhoud))


def between_files(inhoud: Inhoud, vandaag: date) -> tuple[str, ...]:
    """Return what does not hold between the files of *inhoud*, and which rule of the editors is broken.

    It is used on the day *vandaag*; each file must be sound in itself.
    """
    return (*_between_files(inhoud), *rules.findings(inhoud, vandaag))


def file_of(inhoud: Inhoud, fase: Fase) -> str:
    """Return in which file *fase* stands."""
    return "gemeente.yaml" if fase.nummer is None else f"fasen/{inhoud.routekaart.fasen[fase.nummer - 1]}.yaml"


def rest(inhoud: Inhoud) -> tuple[Deelbestand, ...]:
    """Return what the files hold that are no fase."""
    return (
        Deelbestand("intake.yaml", "vragen", len(inhoud.intake.vragen)),
        Deelbestand("begrippen.yaml", "begrippen", len(inhoud.begrippen)),
        Deelbestand("actueel.yaml", "items", len(inhoud.actueel)),
        Deelbestand("contact.yaml", "federaties", len(inhoud.contact.federaties)),
        Deelbestand("hulp.yaml", "onderwerpen", len(inhoud.onderwerpen)),
    )


def _in_files(inhoud: Inhoud) -> Iterator[str]:
    lezen: list[Callable[[], object]] = [
        lambda: inhoud.routekaart, lambda: inhoud.intake, lambda: inhoud.begrippen, lambda: inhoud.contact,
        lambda: inhoud.onderwerpen, lambda: inhoud.fase(ZIJSPOOR),
    ]  # fmt: skip
    for lees in lezen:
        yield from _tried(lees)
    if not list(_tried(lambda: inhoud.routekaart)):
        for fase in inhoud.fase_ids:
            yield from _tried(lambda fase=fase: inhoud.fase(fase))  # type: ignore[misc]
    yield from _tried(lambda: inhoud.actueel)


def _tried(lees: Callable[[], object]) -> tuple[str, ...]:
    try:
        lees()
    except UnreadableFile as fout:
        return fout.bevindingen or (fout.message,)
    return ()


def _between_files(inhoud: Inhoud) -> Iterator[str]:
    yield from _double(inhoud)
    yield from _conditions(inhoud)
    fasen = {fase.id for fase in inhoud.alles}
    yield from (
        f"content/intake.yaml: het advies noemt fase '{regel.fase}', maar die bestaat niet"
        for regel in inhoud.intake.advies
        if regel.fase not in fasen
    )
    bekend = {f"{naam}.yaml" for naam in inhoud.routekaart.fasen}
    los = sorted(pad.name for pad in (inhoud.map / "fasen").glob("*.yaml"))
    yield from (
        f"content/fasen/{naam}: dit bestand staat niet bij `fasen` in content/routekaart.yaml"
        for naam in los
        if naam not in bekend
    )


def _double(inhoud: Inhoud) -> Iterator[str]:
    gezien: dict[str, str] = {}
    for bestand, id_ in _ids(inhoud):
        if id_ in gezien:
            yield f"content/{bestand}: id '{id_}' bestaat al in content/{gezien[id_]}"
        gezien.setdefault(id_, bestand)


def _conditions(inhoud: Inhoud) -> Iterator[str]:
    keuzes = {vraag.id: {keuze.id for keuze in vraag.keuzes} or {"ja", "nee"} for vraag in inhoud.vragen}
    for bestand, id_, voorwaarde in _past_bij(inhoud):
        if voorwaarde.vraag not in keuzes:
            yield f"content/{bestand}: bij '{id_}' hoort een vraag '{voorwaarde.vraag}', maar die bestaat niet"
            continue
        vreemd = [waarde for waarde in voorwaarde.waarden if waarde not in keuzes[voorwaarde.vraag]]
        yield from (
            f"content/{bestand}: bij '{id_}' is '{waarde}' geen keuze van '{voorwaarde.vraag}'" for waarde in vreemd
        )


def _ids(inhoud: Inhoud) -> Iterator[tuple[str, str]]:
    yield from (("intake.yaml", vraag.id) for vraag in inhoud.intake.vragen)
    for fase in inhoud.alles:
        for groep in (fase.stappen, fase.vragen, fase.tips, fase.tips_voor_gemeenten, fase.voorbeelden):
            yield from ((file_of(inhoud, fase), deel.id) for deel in groep)


def _past_bij(inhoud: Inhoud) -> Iterator[tuple[str, str, Voorwaarde]]:
    for fase in inhoud.alles:
        tips: tuple[Tip | Voorbeeld, ...] = (*fase.tips, *fase.tips_voor_gemeenten, *fase.voorbeelden)
        for deel in tips:
            yield from ((file_of(inhoud, fase), deel.id, voorwaarde) for voorwaarde in deel.past_bij)
    for item in inhoud.actueel:
        yield from (("actueel.yaml", item.id, voorwaarde) for voorwaarde in item.past_bij)
