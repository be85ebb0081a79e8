"""What is wrong in our own templates: each is filled in, with a whole project, one without people and an empty one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from routekaart_cli import store, voortgang
from routekaart_cli.content import Inhoud
from routekaart_cli.errors import UnreadableFile
from routekaart_cli.model import Antwoorden
from routekaart_cli.plan import agenda, bouwen, personen
from routekaart_cli.plan.gegevens import Plan
from routekaart_cli.render import documenten, sjabloon, werkblad, werkblad_document


def findings(inhoud: Inhoud, vandaag: date) -> Iterator[str]:
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
        for formaat in documenten.FORMATEN:
            if formaat.sjabloon:
                yield lambda f=formaat, p=plan: documenten.render(f, p, map / f.sjabloon)  # type: ignore[misc]
        gegevens = {"agenda": agenda.build(plan, vandaag)}
        yield lambda g=gegevens: sjabloon.render_markdown(map / documenten.AGENDA_SJABLOON, g)  # type: ignore[misc]


def _voorbeelden(inhoud: Inhoud, antwoorden: Antwoorden, vandaag: date) -> Iterator[Plan]:
    """Yield the plan of a group with *antwoorden*, with and without people, and that of one that has nothing yet."""
    anoniem = personen.zonder(inhoud.vragen, antwoorden).antwoorden
    gevallen: list[tuple[Antwoorden, bool]] = [(antwoorden, False), (anoniem, True), ({}, False)]
    for gegeven, zonder in gevallen:
        stand = voortgang.overzicht(inhoud.intake, inhoud.fasen, inhoud.zijspoor, gegeven, vandaag)
        yield bouwen.build(inhoud, stand, vandaag, zonder_persoonsgegevens=zonder)


def _werkbladen(inhoud: Inhoud) -> Iterator[Callable[[], object]]:
    map = inhoud.map / "sjablonen"
    for blad in (werkblad.van_intake(inhoud.intake), *(werkblad.van_fase(fase) for fase in inhoud.alles)):
        for formaat in werkblad_document.FORMATEN:
            yield lambda f=formaat, b=blad: werkblad_document.render(f, b, map / f.sjabloon)  # type: ignore[misc]
