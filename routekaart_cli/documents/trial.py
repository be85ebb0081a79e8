"""What is wrong in our own templates: each is filled in, with a whole project, one without people and an empty one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from routekaart_cli.documents import formats
from routekaart_cli.domain import voortgang
from routekaart_cli.domain.antwoorden import Antwoorden
from routekaart_cli.errors import UnreadableFile
from routekaart_cli.inhoud import check
from routekaart_cli.inhoud.folder import Inhoud
from routekaart_cli.plan import agenda, builder, personen, werkblad
from routekaart_cli.plan.records import Plan
from routekaart_cli.project import store


def findings(inhoud: Inhoud, vandaag: date) -> tuple[str, ...]:
    """Return everything that is wrong in *inhoud*, each with its file, when it is used on the day *vandaag*.

    What holds between files, the editors' rules and the templates are looked at once all files can be read.
    """
    found = check.in_files(inhoud) or (*check.between_files(inhoud, vandaag), *_in_templates(inhoud, vandaag))
    return tuple(dict.fromkeys(found))


def _in_templates(inhoud: Inhoud, vandaag: date) -> Iterator[str]:
    """Yield what is wrong in the templates of *inhoud* on the day *vandaag*; its other files must be sound.

    The made-up project that they are tried with is looked at too.
    """
    try:
        antwoorden = store.load(inhoud.map / "voorbeeldproject.yaml").antwoorden
    except UnreadableFile as fout:
        yield from _said(inhoud, fout)
        return
    for maak in (*_plannen(inhoud, antwoorden, vandaag), *_werkbladen(inhoud)):
        try:
            maak()
        except UnreadableFile as fout:
            yield from _said(inhoud, fout)


def _said(inhoud: Inhoud, fout: UnreadableFile) -> Iterator[str]:
    """Yield what *fout* says, with places in *inhoud* as an editor knows them."""
    for bevinding in fout.bevindingen or (fout.message,):
        yield bevinding.replace(str(inhoud.map / "x")[:-1], "content/")


def _plannen(inhoud: Inhoud, antwoorden: Antwoorden, vandaag: date) -> Iterator[Callable[[], object]]:
    map = inhoud.map / "sjablonen"
    for plan in _voorbeelden(inhoud, antwoorden, vandaag):
        for formaat in formats.PLAN:
            if formaat.sjabloon:
                yield lambda f=formaat, p=plan: f.make(p, map / f.sjabloon)  # type: ignore[misc]
        gegevens = agenda.build(plan, vandaag)
        (blad,) = formats.AGENDA
        yield lambda g=gegevens, f=blad: f.make(g, map / f.sjabloon)  # type: ignore[misc]


def _voorbeelden(inhoud: Inhoud, antwoorden: Antwoorden, vandaag: date) -> Iterator[Plan]:
    """Yield the plan of a group with *antwoorden*, with and without people, and that of one that has nothing yet."""
    anoniem = personen.zonder(inhoud.vragen, antwoorden).antwoorden
    gevallen: list[tuple[Antwoorden, bool]] = [(antwoorden, False), (anoniem, True), ({}, False)]
    for gegeven, zonder in gevallen:
        stand = voortgang.overzicht(inhoud.intake, inhoud.fasen, inhoud.zijspoor, gegeven, vandaag)
        yield builder.build(inhoud, stand, vandaag, zonder_persoonsgegevens=zonder)


def _werkbladen(inhoud: Inhoud) -> Iterator[Callable[[], object]]:
    map = inhoud.map / "sjablonen"
    for blad in (werkblad.van_intake(inhoud.intake), *(werkblad.van_fase(fase) for fase in inhoud.alles)):
        for formaat in formats.WERKBLAD:
            yield lambda f=formaat, b=blad: f.make(b, map / f.sjabloon)  # type: ignore[misc]
