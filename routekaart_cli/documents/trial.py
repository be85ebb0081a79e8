"""What is wrong in our own templates: each is filled in, with a whole project, one for everybody and an empty one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from routekaart_cli.documents import formats
from routekaart_cli.domain import voortgang
from routekaart_cli.domain.antwoorden import Antwoorden
from routekaart_cli.errors import UnreadableFile
from routekaart_cli.inhoud import check
from routekaart_cli.inhoud.folder import Inhoud
from routekaart_cli.plan import builder, lezers, werkblad
from routekaart_cli.plan.records import Lezer, Plan
from routekaart_cli.project import store


def findings(inhoud: Inhoud, today: date) -> tuple[str, ...]:
    """Return everything that is wrong in *inhoud*, each with its file, when it is used on the day *today*.

    What holds between files and the editors' rules are looked at once all files can be read; the templates once all
    that is right, since no plan can be made with a vraag that is not there.
    """
    found = check.in_files(inhoud) or check.between_files(inhoud, today) or _in_templates(inhoud, today)
    return tuple(dict.fromkeys(found))


def _in_templates(inhoud: Inhoud, today: date) -> Iterator[str]:
    """Yield what is wrong in the templates of *inhoud* on the day *today*; its other files must be sound.

    The made-up project that they are tried with is looked at too.
    """
    try:
        antwoorden = inhoud.read_now(store.load(inhoud.path("voorbeeldproject.yaml")).antwoorden)
    except UnreadableFile as error:
        yield from _said(inhoud, error)
        return
    for make in (*_plannen(inhoud, antwoorden, today), *_werkbladen(inhoud, today)):
        try:
            make()
        except UnreadableFile as error:
            yield from _said(inhoud, error)


def _said(inhoud: Inhoud, error: UnreadableFile) -> Iterator[str]:
    """Yield what *error* says, with places in *inhoud* as an editor knows them."""
    for finding in error.bevindingen or (error.message,):
        for folder, name in ((inhoud.folder, inhoud.name), *((laag.folder, laag.name) for laag in inhoud.lagen)):
            finding = finding.replace(str(folder), name)  # noqa: PLW2901  # as an editor knows it
        yield finding


def _plannen(inhoud: Inhoud, antwoorden: Antwoorden, today: date) -> Iterator[Callable[[], object]]:
    for plan in _voorbeelden(inhoud, antwoorden, today):
        for formaat in formats.PLAN:
            if formaat.sjabloon:
                yield lambda f=formaat, p=plan: f.make(p, inhoud.path(f"sjablonen/{f.sjabloon}"))  # type: ignore[misc]


def _voorbeelden(inhoud: Inhoud, antwoorden: Antwoorden, today: date) -> Iterator[Plan]:
    """Yield the plan of a group with *antwoorden*, whole and for everybody, and that of one that has nothing yet."""
    cases: list[tuple[Antwoorden, builder.Omvang]] = [
        (antwoorden, builder.Omvang(volledig=True, bijlagen=True)),
        (antwoorden, builder.Omvang(Lezer.IEDEREEN, verzonnen=True)),
        ({}, builder.Omvang()),
    ]
    for given, omvang in cases:
        seen = lezers.select(inhoud.vragen, given, omvang.voor).antwoorden
        stand = voortgang.overzicht(inhoud.intake, inhoud.fasen, inhoud.zijspoor, seen, today)
        yield builder.build(inhoud, stand, today, omvang)


def _werkbladen(inhoud: Inhoud, today: date) -> Iterator[Callable[[], object]]:
    form = formats.WERKBLAD[-1]
    paper = werkblad.of_intake(inhoud.intake, today)  # of a fase it has the same kinds of blocks
    for formaat in formats.WERKBLAD:
        yield lambda f=formaat: f.make(paper, inhoud.path(f"sjablonen/{f.sjabloon}"))  # type: ignore[misc]
    for sheet in (werkblad.of_fase(fase, today) for fase in inhoud.all_fasen):
        yield lambda b=sheet: form.make(b, inhoud.path(f"sjablonen/{form.sjabloon}"))  # type: ignore[misc]
