"""What is wrong in the content, in all files at once, and how much there is: for those who write it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from routekaart_cli.domain.routekaart import Fase, Tip, Voorbeeld, Voorwaarde
from routekaart_cli.errors import UnreadableFile
from routekaart_cli.inhoud import rules
from routekaart_cli.inhoud.folder import ZIJSPOOR, Inhoud


class FileCount(NamedTuple):
    """How many of something a file holds."""

    bestand: str
    wat: str
    aantal: int


def in_files(inhoud: Inhoud) -> tuple[str, ...]:
    """Return everything that is wrong within the files of *inhoud*, each with its place."""
    return tuple(_in_files(inhoud))


def between_files(inhoud: Inhoud, today: date) -> tuple[str, ...]:
    """Return what does not hold between the files of *inhoud*, and which rule of the editors is broken.

    It is used on the day *today*; each file must be sound in itself.
    """
    return (*_between_files(inhoud), *rules.findings(inhoud, today))


def file_of(inhoud: Inhoud, fase: Fase) -> str:
    """Return in which file *fase* stands."""
    return "gemeente.yaml" if fase.nummer is None else f"fasen/{inhoud.routekaart.fasen[fase.nummer - 1]}.yaml"


def rest(inhoud: Inhoud) -> tuple[FileCount, ...]:
    """Return what the files hold that are no fase."""
    return (
        FileCount("intake.yaml", "vragen", len(inhoud.intake.vragen)),
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
    fasen = {fase.id for fase in inhoud.all_fasen}
    yield from (
        f"content/intake.yaml: het advies noemt fase '{line.fase}', maar die bestaat niet"
        for line in inhoud.intake.advies
        if line.fase not in fasen
    )
    known = {f"{name}.yaml" for name in inhoud.routekaart.fasen}
    loose = sorted(path.name for path in (inhoud.folder / "fasen").glob("*.yaml"))
    yield from (
        f"content/fasen/{name}: dit bestand staat niet bij `fasen` in content/routekaart.yaml"
        for name in loose
        if name not in known
    )


def _double(inhoud: Inhoud) -> Iterator[str]:
    seen: dict[str, str] = {}
    for file, id_ in _ids(inhoud):
        if id_ in seen:
            yield f"content/{file}: id '{id_}' bestaat al in content/{seen[id_]}"
        seen.setdefault(id_, file)


def _conditions(inhoud: Inhoud) -> Iterator[str]:
    keuzes = {vraag.id: {keuze.id for keuze in vraag.keuzes} or {"ja", "nee"} for vraag in inhoud.vragen}
    for file, id_, voorwaarde in _past_bij(inhoud):
        if voorwaarde.vraag not in keuzes:
            yield f"content/{file}: bij '{id_}' hoort een vraag '{voorwaarde.vraag}', maar die bestaat niet"
            continue
        foreign = [waarde for waarde in voorwaarde.waarden if waarde not in keuzes[voorwaarde.vraag]]
        yield from (
            f"content/{file}: bij '{id_}' is '{waarde}' geen keuze van '{voorwaarde.vraag}'" for waarde in foreign
        )


def _ids(inhoud: Inhoud) -> Iterator[tuple[str, str]]:
    yield from (("intake.yaml", vraag.id) for vraag in inhoud.intake.vragen)
    for fase in inhoud.all_fasen:
        for groep in (fase.stappen, fase.vragen, fase.tips, fase.tips_voor_gemeenten, fase.voorbeelden):
            yield from ((file_of(inhoud, fase), part.id) for part in groep)


def _past_bij(inhoud: Inhoud) -> Iterator[tuple[str, str, Voorwaarde]]:
    for fase in inhoud.all_fasen:
        tips: tuple[Tip | Voorbeeld, ...] = (*fase.tips, *fase.tips_voor_gemeenten, *fase.voorbeelden)
        for part in tips:
            yield from ((file_of(inhoud, fase), part.id, voorwaarde) for voorwaarde in part.past_bij)
    for item in inhoud.actueel:
        yield from (("actueel.yaml", item.id, voorwaarde) for voorwaarde in item.past_bij)
