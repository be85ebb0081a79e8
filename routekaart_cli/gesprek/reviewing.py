"""The review of all answers: a numbered list, and changing one of them without going through the others."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence

from routekaart_cli.domain import intake
from routekaart_cli.domain.antwoorden import Antwoorden
from routekaart_cli.domain.routekaart import Deel, Soort, Vraag
from routekaart_cli.dutch import did_you_mean, nearest
from routekaart_cli.environment.world import Environment
from routekaart_cli.errors import InputNeeded, UnknownName
from routekaart_cli.gesprek import spoken
from routekaart_cli.gesprek.tafel import Stopped, Tafel, current_fase, part_of_fase
from routekaart_cli.gesprek.verloop import Gesprek
from routekaart_cli.inhoud import find
from routekaart_cli.inhoud.folder import Inhoud
from routekaart_cli.pages import bestand
from routekaart_cli.pages.blocks import Page
from routekaart_cli.project.werk import Werk


def reviewed_parts(inhoud: Inhoud, antwoorden: Antwoorden) -> tuple[Deel, ...]:
    """Return what is reviewed: the intake, the fase the group works on, and every other fase with an answer.

    In each part only the vragen that apply now, or whose answer counts.
    """
    counting = intake.counted(inhoud.vragen, antwoorden)
    now = current_fase(inhoud, counting).id
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
        env.show(_page(env.inhoud, env.inhoud.read_now(werk.project.antwoorden))[0])
        return
    with _conversation(env, werk) as tafel:
        review_at(tafel, Gesprek(tafel))


def review_at(tafel: Tafel, gesprek: Gesprek) -> None:
    """Show the list at *tafel* and ask what they change in *gesprek*, until it is enough. Raises `Stopped`."""
    while True:
        page, vragen = _page(tafel.inhoud, tafel.antwoorden)
        tafel.show(page, paged=False)
        vraag = which(
            tafel, vragen, "Welk antwoord willen jullie veranderen?", "Druk alleen op Enter als jullie klaar zijn."
        )
        if vraag is None:
            return
        gesprek.ask_one(vraag)


def change(env: Environment, werk: Werk, vraag_id: str) -> None:
    """Ask only the vraag with *vraag_id*, and what its answer newly makes necessary.

    Raises `UnknownName` with the nearest id, `InputNeeded` when nobody is there to answer.
    """
    vraag = find.vraag(env.inhoud, vraag_id)
    if not env.can_ask:
        raise InputNeeded(spoken.open_vragen([vraag]), spoken.NO_TERMINAL_HINT)
    with _conversation(env, werk) as tafel:
        Gesprek(tafel).ask_one(vraag)


def _page(inhoud: Inhoud, antwoorden: Antwoorden) -> tuple[Page, list[Vraag]]:
    """Return the list, and the vragen in the order of their numbers."""
    parts = reviewed_parts(inhoud, antwoorden)
    page = bestand.nakijken(parts, inhoud.all_fasen, intake.counted(inhoud.vragen, antwoorden))
    return page, [vraag for part in parts for vraag in part.vragen]


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


def which(tafel: Tafel, vragen: Sequence[Vraag], text: str, enter: str) -> Vraag | None:
    """Return the one of *vragen* whose number or id is typed at the vraag *text*; None for Enter alone, as it says."""
    vraag = Vraag(
        "",
        "Nummer",
        text,
        Soort.TEKST,
        "Voor elk antwoord staat een nummer. Typ dat nummer, dan komt de vraag terug.",
    )
    while True:
        typed = tafel.choose(vraag, instruction=f"Typ een nummer om iets te veranderen. {enter}")
        if typed is None:
            return None
        if typed.isdecimal() and 1 <= int(typed[:9]) <= len(vragen):
            return vragen[int(typed) - 1]
        try:
            return find.vraag(tafel.inhoud, typed)
        except UnknownName:
            meant = did_you_mean(nearest(typed, [vraag.id for vraag in vragen]))
            tafel.tell(f"'{typed}' staat niet in de lijst. {meant}{spoken.number_hint(len(vragen))}")
