"""The review of all answers: a numbered list, and changing one of them without going through the others."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence

from routekaart_cli.domain import intake
from routekaart_cli.domain.antwoorden import Antwoorden
from routekaart_cli.domain.routekaart import Deel, Soort, Vraag
from routekaart_cli.environment.world import Environment
from routekaart_cli.errors import InputNeeded, UnknownName
from routekaart_cli.gesprek import spoken
from routekaart_cli.gesprek.tafel import Stopped, Tafel, part_of_fase, route
from routekaart_cli.gesprek.verloop import Gesprek
from routekaart_cli.inhoud import find
from routekaart_cli.inhoud.folder import Inhoud
from routekaart_cli.pages import bestand
from routekaart_cli.project.werk import Werk


def reviewed_parts(inhoud: Inhoud, antwoorden: Antwoorden) -> tuple[Deel, ...]:
    """Return what is reviewed: the intake, the fase the group works on, and every other fase with an answer.

    In each part only the vragen that apply now, or whose answer counts.
    """
    counting = intake.counted(inhoud.vragen, antwoorden)
    now = route(inhoud, antwoorden)[-1].id
    fasen = [
        part_of_fase(fase)
        for fase in inhoud.all_fasen
        if fase.id == now or any(vraag.id in counting for vraag in fase.vragen)
    ]
    return tuple(
        part._replace(vragen=tuple(v for v in part.vragen if v.id in counting or intake.applies(v.als, counting)))
        for part in (*inhoud.intake.all_delen, *fasen)
    )


def review(env: Environment, werk: Werk) -> None:
    """Show the list; with somebody there, let them change answers by number until they have seen enough."""
    if not (env.can_ask and (env.stdout.isatty() or env.options.accessible)):
        _show(env, werk)
        return
    with _conversation(env, werk) as tafel:
        while True:
            vraag = _which(tafel, _show(env, werk))
            if vraag is None:
                return
            Gesprek(tafel).ask_one(vraag)


def change(env: Environment, werk: Werk, vraag_id: str) -> None:
    """Ask only the vraag with *vraag_id*, and what its answer newly makes necessary.

    Raises `UnknownName` with the nearest id, `InputNeeded` when nobody is there to answer.
    """
    vraag = find.vraag(env.inhoud, vraag_id)
    if not env.can_ask:
        raise InputNeeded(spoken.open_vragen([vraag]), spoken.NO_TERMINAL_HINT)
    with _conversation(env, werk) as tafel:
        Gesprek(tafel).ask_one(vraag)


def _show(env: Environment, werk: Werk) -> list[Vraag]:
    """Show the list; return the vragen in the order of their numbers."""
    now = env.inhoud.read_now(werk.project.antwoorden)
    parts = reviewed_parts(env.inhoud, now)
    antwoorden = intake.counted(env.inhoud.vragen, now)
    env.show(bestand.nakijken(parts, env.inhoud.all_fasen, antwoorden), gesprek=True)
    return [vraag for part in parts for vraag in part.vragen]


@contextlib.contextmanager
def _conversation(env: Environment, werk: Werk) -> Iterator[Tafel]:
    """Give the table; when they are done, and also when they stop in the middle, say that all is kept."""
    tafel = Tafel.of(env, werk)
    tafel.offer_retry()
    kept = f"\nAlles is bewaard in {tafel.file_name}."
    try:
        with contextlib.suppress(Stopped):
            yield tafel
    except KeyboardInterrupt:
        env.say(kept)
        raise
    env.say(kept)


def _which(tafel: Tafel, vragen: Sequence[Vraag]) -> Vraag | None:
    """Return the vraag whose number or id is typed, or None for Enter alone."""
    vraag = Vraag(
        "",
        "Nummer",
        "Welk antwoord willen jullie veranderen?",
        Soort.TEKST,
        "Voor elk antwoord staat een nummer. Typ dat nummer, dan komt de vraag terug.",
    )
    while True:
        typed = tafel.choose(vraag, instruction="Typ het nummer dat ervoor staat. Alleen Enter: klaar.")
        if typed is None:
            return None
        if typed.isdecimal() and 1 <= int(typed[:9]) <= len(vragen):
            return vragen[int(typed) - 1]
        try:
            return find.vraag(tafel.inhoud, typed)
        except UnknownName as unknown:
            hint = spoken.number_hint(len(vragen)) if typed.isdecimal() else f"{unknown.message} {unknown.hint}"
            tafel.tell(hint)
