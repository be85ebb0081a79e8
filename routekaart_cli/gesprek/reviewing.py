"""The review of all answers: a numbered list, and changing one of them without going through the others."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence

from routekaart_cli.domain import intake
from routekaart_cli.domain.antwoorden import Antwoord, Stand
from routekaart_cli.domain.routekaart import Deel, Soort, Vraag
from routekaart_cli.errors import InputNeeded, UnknownName
from routekaart_cli.gesprek import sessie, spoken, tafel
from routekaart_cli.gesprek.route import fase_deel, route
from routekaart_cli.gesprek.verloop import Gesprek
from routekaart_cli.gesprek.vragers.asker import Asker, Scherm
from routekaart_cli.gesprek.werk import Werk
from routekaart_cli.pages import review as pagina


def parts(werk: Werk) -> tuple[Deel, ...]:
    """Return what is reviewed: the intake, the fase the group works on, and every other fase with an answer.

    In each part only the vragen that apply now, or whose answer counts.
    """
    inhoud, antwoorden = werk.env.inhoud, werk.project.antwoorden
    tellen = intake.tellend(inhoud.vragen, antwoorden)
    nu = route(inhoud, antwoorden)[-1].id
    fasen = [
        fase_deel(fase) for fase in inhoud.alles if fase.id == nu or any(vraag.id in tellen for vraag in fase.vragen)
    ]
    return tuple(
        deel._replace(vragen=tuple(v for v in deel.vragen if v.id in tellen or intake.geldt(v.als, tellen)))
        for deel in (*inhoud.intake.delen, *fasen)
    )


def review(werk: Werk) -> None:
    """Show the list; with somebody there, let them change answers by number until they have seen enough."""
    if not (werk.env.kan_vragen and (werk.env.stdout.isatty() or werk.env.opties.toegankelijk)):
        _show(werk, parts(werk))
        return
    with _conversation(werk) as vrager:
        while True:
            delen = parts(werk)
            _show(werk, delen)
            vraag = _which(werk, vrager, [vraag for deel in delen for vraag in deel.vragen])
            if vraag is None:
                return
            Gesprek(werk, vrager).ask_one(vraag)


def change(werk: Werk, vraag_id: str) -> None:
    """Ask only the vraag with *vraag_id*, and what its answer newly makes necessary.

    Raises `UnknownName` with the nearest id, `InputNeeded` when nobody is there to answer.
    """
    vraag = werk.env.inhoud.zoek_vraag(vraag_id)
    if not werk.env.kan_vragen:
        regel = spoken.open_vraag(vraag_id, vraag.vraag)
        raise InputNeeded(spoken.open_vragen([regel], 0), spoken.GEEN_TERMINAL_HINT)
    with _conversation(werk) as vrager:
        Gesprek(werk, vrager).ask_one(vraag)


def as_json(werk: Werk) -> object:
    """Return the list for a program."""
    from routekaart_cli.pages import json_document

    tellen = intake.tellend(werk.env.inhoud.vragen, werk.project.antwoorden)
    return {
        "delen": [
            {
                "id": deel.id,
                "titel": deel.titel,
                "antwoorden": {
                    vraag.id: json_document.antwoord(vraag, tellen[vraag.id]) if vraag.id in tellen else None
                    for vraag in deel.vragen
                },
            }
            for deel in parts(werk)
        ],
        "geparkeerd": list(intake.geparkeerd(werk.env.inhoud.vragen, werk.project.antwoorden)),
    }


def _show(werk: Werk, delen: Sequence[Deel]) -> None:
    inhoud = werk.env.inhoud
    antwoorden = intake.tellend(inhoud.vragen, werk.project.antwoorden)
    werk.env.show(pagina.nakijken(delen, inhoud.alles, antwoorden), gesprek=True)


@contextlib.contextmanager
def _conversation(werk: Werk) -> Iterator[Asker]:
    """Give who asks; when they are done, and also when they stop in the middle, say that all is kept."""
    vrager = sessie.asker(werk.env)
    sessie.retry(werk, vrager)
    try:
        with contextlib.suppress(tafel.Gestopt):
            yield vrager
    except KeyboardInterrupt:
        werk.env.say(f"\n{_gestopt_nakijken(werk.naam)}")
        raise
    werk.env.say(f"\n{_gestopt_nakijken(werk.naam)}")


def _which(werk: Werk, vrager: Asker, vragen: Sequence[Vraag]) -> Vraag | None:
    """Return the vraag whose number or id is typed, or None for Enter alone."""
    vraag = Vraag(
        "",
        "Nummer",
        "Welk antwoord willen jullie veranderen?",
        Soort.TEKST,
        "Voor elk antwoord staat een nummer. Typ dat nummer, dan komt de vraag terug.",
    )
    scherm = Scherm(
        vraag, "", werk.env.vandaag, weet_niet=False, instructie="Typ het nummer dat ervoor staat. Alleen Enter: klaar."
    )
    while True:
        match tafel.ask(werk.env, vrager, scherm, werk.project.antwoorden):
            case Antwoord(stand=Stand.GEGEVEN, waarde=str() as getypt):
                pass
            case _:
                return None
        if getypt.isdecimal() and 1 <= int(getypt[:9]) <= len(vragen):
            return vragen[int(getypt) - 1]
        try:
            return werk.env.inhoud.zoek_vraag(getypt)
        except UnknownName as onbekend:
            hint = spoken.nummer_hint(len(vragen)) if getypt.isdecimal() else f"{onbekend.message} {onbekend.hint}"
            vrager.tell(hint)


def _gestopt_nakijken(pad: str) -> str:
    return f"Alles is bewaard in {pad}."
