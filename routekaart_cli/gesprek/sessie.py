"""One session of `start`: what is said before, during and after, with a person or without one."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from pathlib import Path
from typing import TypedDict

from routekaart_cli.domain import intake, voortgang
from routekaart_cli.domain.antwoorden import Antwoord, text_of
from routekaart_cli.domain.routekaart import Fase, Keuze, Soort, Vraag
from routekaart_cli.domain.vaste_vragen import STATUS, WIJK
from routekaart_cli.domain.volgorde import vragen_of_fase
from routekaart_cli.dutch import plural, sentence
from routekaart_cli.dutch.opdrachten import to_type
from routekaart_cli.environment.world import FILE_NAME, Environment
from routekaart_cli.errors import InputNeeded, UnreadableFile
from routekaart_cli.gesprek import restoring, spoken
from routekaart_cli.gesprek.avond import Avond
from routekaart_cli.gesprek.tafel import Stopped, Tafel, current_fase
from routekaart_cli.pages import groepsapp
from routekaart_cli.project import recent
from routekaart_cli.project.werk import Werk

MOST_OPEN = 5
StartJson = TypedDict("StartJson", {"bestand": str, "antwoorden": int, "open": list[str]})


def hold(env: Environment, werk: Werk, given: Mapping[str, Antwoord], fase: Fase | None = None) -> StartJson:
    """Keep the *given* answers in *werk* and ask the rest, straight at *fase* when there is one.

    Return what a program wants to know of the session. Raises `InputNeeded` when something is open and nobody is there
    to ask, unless there should be no questions and answers were given; `UnreadableFile` and `WriteFailed` when saving
    does not work.
    """
    if env.can_ask:
        _say_welcome(env, werk)
    werk.change(given)
    _say_given(env, werk, given)
    if env.can_ask:
        interview(Tafel.of(env, werk), fase)
    elif (left := _open(env, werk)) and not (given and env.options.no_input):
        raise InputNeeded(spoken.open_vragen(left[:MOST_OPEN], len(left[MOST_OPEN:])), spoken.NO_TERMINAL_HINT)
    ids = [vraag.id for vraag in _open(env, werk)]
    return StartJson(bestand=str(werk.path), antwoorden=len(werk.project.antwoorden), open=ids)


def interview(tafel: Tafel, fase: Fase | None = None) -> None:
    """Hold the conversation, straight at *fase* when there is one; however it ends, say that all is kept.

    Who stops by saying so also gets what to paste in the app of the group.
    """
    tafel.offer_retry()
    restoring.tidy(tafel)
    try:
        # Lines from a pipe are answers to the vragen, so there nothing else is asked.
        if tafel.env.stdin.isatty():
            restoring.offer(tafel)
        with contextlib.suppress(Stopped):
            Avond(tafel).run(fase)
    except KeyboardInterrupt:
        _say_stopped(tafel)
        raise
    else:
        _say_what_to_paste(tafel)
        _say_stopped(tafel)
    finally:
        recent.remember(tafel.werk.path)


def choose_project(env: Environment) -> bool:
    """Outside a project folder, let a person choose between the projects used last and a new one; False to stop.

    One in a folder above that is of somebody else is a choice too. Lines from a pipe are answers to the vragen, so
    there nothing is asked.
    """
    if not (env.can_ask and env.stdin.isatty()):
        return True
    if strangers := env.strangers_project:
        env.project_path = None  # until it is chosen
        env.say(f"Let op: {strangers} is van iemand anders op deze computer.")
    elif env.project_path:
        return True
    paths = {f"p{n}": path for n, path in enumerate([*recent.projects(), *([strangers] if strangers else [])])}
    if not paths:
        return True
    vraag = Vraag(
        "",
        "Project",
        "Met welk project willen jullie verder?",
        Soort.KEUZE,
        "In deze map staat nog geen project van jullie. Kies er een van eerder, of begin een nieuw.",
        keuzes=(
            *(Keuze(id_, _project_in_words(path)) for id_, path in paths.items()),
            Keuze("nieuw", "Een nieuw project in deze map"),
        ),
    )
    tafel = Tafel.of(env, env.new_werk())
    try:
        chosen = paths.get(tafel.choose(vraag) or "")
    except Stopped:
        _say_stopped(tafel)
        return False
    except KeyboardInterrupt:
        _say_stopped(tafel)
        raise
    if chosen:
        env.use_project(chosen)
    return True


def _project_in_words(path: Path) -> str:
    from routekaart_cli.project import store

    folder = str(path.parent) if path.name == FILE_NAME else str(path)
    try:
        wijk = text_of(store.load(path).antwoorden.get(WIJK))
    except UnreadableFile:
        wijk = ""
    return f"{wijk}, in {folder}" if wijk else folder


def _open(env: Environment, werk: Werk) -> tuple[Vraag, ...]:
    """Return the vragen that apply now and have no answer: of the intake, and of the fase they work on."""
    inhoud = env.inhoud
    antwoorden = inhoud.read_now(werk.project.antwoorden)
    fase = current_fase(inhoud, intake.counted(inhoud.vragen, antwoorden))
    status = tuple(stap.vraag(STATUS) for stap in fase.stappen)
    vragen = (*inhoud.intake.vragen, *status, *vragen_of_fase(fase, antwoorden, working=True))
    return intake.unanswered(vragen, antwoorden)


def _say_welcome(env: Environment, werk: Werk) -> None:
    """Say what this is, what comes of it and how to stop; to a group that returns, what it has."""
    if werk.project.antwoorden:
        env.say(_welcome_back(env, werk))
        return
    env.say(
        f"{env.inhoud.routekaart.titel}. Welkom bij de routekaart.\n\n"
        f"Wij stellen vragen en bewaren elk antwoord op deze computer, in {env.name_of(werk.path)}. Na een "
        "paar vragen weten jullie waar je het best kunt beginnen. Stoppen kan altijd. Zien wat eruit komt?\n"
        f"  {to_type('export', '--voorbeeld', 'plan.html')}"
    )


def _welcome_back(env: Environment, werk: Werk) -> str:
    antwoorden = werk.project.antwoorden
    wijk, how_many = antwoorden.get(WIJK), len(antwoorden)
    named = f" {sentence(f'Wijk: {wijk.waarde}')}" if wijk and wijk.waarde else ""
    elsewhere = "" if werk.path.parent == env.cwd else f" Ze staan in {env.name_of(werk.path)}."
    verb = "is" if how_many == 1 else "zijn"
    late = voortgang.onbeantwoord(intake.counted(env.inhoud.vragen, env.inhoud.read_now(antwoorden)), env.today)
    asked = f" Nog geen antwoord van de gemeente op: {late[0].vraag}" if late else ""
    more = f" En op nog {plural(len(late) - 1, 'vraag', 'vragen')}." if late[1:] else ""
    return (
        f"Welkom terug.{named} Er {verb} {plural(how_many, 'antwoord', 'antwoorden')}.{elsewhere}"
        f"{sentence(asked) if asked else ''}{more}"
    )


def _say_given(env: Environment, werk: Werk, given: Mapping[str, Antwoord]) -> None:
    """Say how many given answers were kept, and which of them do not count now."""
    if not given:
        return
    env.say(f"{plural(len(given), 'antwoord', 'antwoorden')} bewaard in {env.name_of(werk.path)}.")
    parked = set(intake.parked(env.inhoud.vragen, werk.project.antwoorden))
    for vraag_id in given:
        if vraag_id in parked:
            env.say(
                f"Let op: Het antwoord op '{vraag_id}' is bewaard, maar telt nu niet mee. "
                "Een eerder antwoord sluit het uit."
            )


def _say_stopped(tafel: Tafel) -> None:
    """Say that all is kept, and the command that goes on with this session."""
    opdracht = to_type("start", *(["--toegankelijk"] if tafel.env.options.accessible else []))
    if tafel.antwoorden:
        tafel.env.say(f"\nAlles is bewaard in {tafel.file_name}. Ga verder met: {opdracht}")
    else:
        tafel.env.say(f"\nGestopt. Er was nog niets om te bewaren. Begin opnieuw met: {opdracht}")


def _say_what_to_paste(tafel: Tafel) -> None:
    """Say who does what by when, in lines for the app of the group."""
    if not tafel.antwoorden:
        return
    now = tafel.overzicht
    if any(actie.wie or actie.wanneer for actie in now.acties) or now.open_punten:
        lines = groepsapp.lines(now, tafel.inhoud.intake, tafel.env.today)
        tafel.env.say(f"\nTot hier vanavond. Dit kun je zo in de app van de groep plakken:\n\n{lines}")
        tafel.env.say(f"\nAgenda maken: {to_type('agenda')}")
