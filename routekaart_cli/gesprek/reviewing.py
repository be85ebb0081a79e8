"""The review of all answers: a numbered list, and changing one of them without going through the others."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence

from routekaart_cli.domain import intake
from routekaart_cli.domain.antwoorden import Antwoord, Stand
from routekaart_cli.domain.routekaart import Deel, Soort, Vraag
from routekaart_cli.errors import InputNeeded, UnknownName
from routekaart_cli.gesprek import sessie, spoken, tafel
from routekaart_cli.gesprek.route import part_of_fase, route
from routekaart_cli.gesprek.verloop import Gesprek
from routekaart_cli.gesprek.vragers.asker import Asker, Turn
from routekaart_cli.gesprek.werk import Werk
from routekaart_cli.pages import review as pagina


def reviewed_parts(werk: Werk) -> tuple[Deel, ...]:
    """Return what is reviewed: the intake, the fase the group works on, and every other fase with an answer.

    In each part only the vragen that apply now, or whose answer counts.
    """
    inhoud, antwoorden = werk.env.inhoud, werk.project.antwoorden
    counting = intake.counted(inhoud.vragen, antwoorden)
    now = route(inhoud, antwoorden)[-1].id
    fasen = [
        part_of_fase(fase)
        for fase in inhoud.all_fasen
        if fase.id == now or any(vraag.id in counting for vraag in fase.vragen)
    ]
    return tuple(
        part._replace(vragen=tuple(v for v in part.vragen if v.id in counting or intake.applies(v.als, counting)))
        for part in (*inhoud.intake.delen, *fasen)
    )


def review(werk: Werk) -> None:
    """Show the list; with somebody there, let them change answers by number until they have seen enough."""
    if not (werk.env.can_ask and (werk.env.stdout.isatty() or werk.env.opties.accessible)):
        _show(werk, reviewed_parts(werk))
        return
    with _conversation(werk) as asker:
        while True:
            parts_ = reviewed_parts(werk)
            _show(werk, parts_)
            vraag = _which(werk, asker, [vraag for part in parts_ for vraag in part.vragen])
            if vraag is None:
                return
            Gesprek(werk, asker).ask_one(vraag)


def change(werk: Werk, vraag_id: str) -> None:
    """Ask only the vraag with *vraag_id*, and what its answer newly makes necessary.

    Raises `UnknownName` with the nearest id, `InputNeeded` when nobody is there to answer.
    """
    vraag = werk.env.inhoud.find_vraag(vraag_id)
    if not werk.env.can_ask:
        line = spoken.open_vraag(vraag_id, vraag.vraag)
        raise InputNeeded(spoken.open_vragen([line], 0), spoken.NO_TERMINAL_HINT)
    with _conversation(werk) as asker:
        Gesprek(werk, asker).ask_one(vraag)


def as_json(werk: Werk) -> object:
    """Return the list for a program."""
    from routekaart_cli.pages import json_document

    counting = intake.counted(werk.env.inhoud.vragen, werk.project.antwoorden)
    return {
        "delen": [
            {
                "id": part.id,
                "titel": part.titel,
                "antwoorden": {
                    vraag.id: json_document.antwoord(vraag, counting[vraag.id]) if vraag.id in counting else None
                    for vraag in part.vragen
                },
            }
            for part in reviewed_parts(werk)
        ],
        "geparkeerd": list(intake.parked(werk.env.inhoud.vragen, werk.project.antwoorden)),
    }


def _show(werk: Werk, parts: Sequence[Deel]) -> None:
    inhoud = werk.env.inhoud
    antwoorden = intake.counted(inhoud.vragen, werk.project.antwoorden)
    werk.env.show(pagina.nakijken(parts, inhoud.all_fasen, antwoorden), gesprek=True)


@contextlib.contextmanager
def _conversation(werk: Werk) -> Iterator[Asker]:
    """Give who asks; when they are done, and also when they stop in the middle, say that all is kept."""
    asker = sessie.asker_for(werk.env)
    sessie.retry(werk, asker)
    try:
        with contextlib.suppress(tafel.Stopped):
            yield asker
    except KeyboardInterrupt:
        werk.env.say(f"\n{_review_stopped(werk.naam)}")
        raise
    werk.env.say(f"\n{_review_stopped(werk.naam)}")


def _which(werk: Werk, asker: Asker, vragen: Sequence[Vraag]) -> Vraag | None:
    """Return the vraag whose number or id is typed, or None for Enter alone."""
    vraag = Vraag(
        "",
        "Nummer",
        "Welk antwoord willen jullie veranderen?",
        Soort.TEKST,
        "Voor elk antwoord staat een nummer. Typ dat nummer, dan komt de vraag terug.",
    )
    turn = Turn(
        vraag,
        "",
        werk.env.today,
        can_be_unknown=False,
        instruction="Typ het nummer dat ervoor staat. Alleen Enter: klaar.",
    )
    while True:
        match tafel.ask(werk.env, asker, turn, werk.project.antwoorden):
            case Antwoord(stand=Stand.GEGEVEN, waarde=str() as typed):
                pass
            case _:
                return None
        if typed.isdecimal() and 1 <= int(typed[:9]) <= len(vragen):
            return vragen[int(typed) - 1]
        try:
            return werk.env.inhoud.find_vraag(typed)
        except UnknownName as unknown:
            hint = spoken.nummer_hint(len(vragen)) if typed.isdecimal() else f"{unknown.message} {unknown.hint}"
            asker.tell(hint)


def _review_stopped(path: str) -> str:
    return f"Alles is bewaard in {path}."
