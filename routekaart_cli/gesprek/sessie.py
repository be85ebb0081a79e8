"""One session of `start`: what is said before, during and after, with a person or without one."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TypedDict

from routekaart_cli.domain import intake
from routekaart_cli.domain.antwoorden import Antwoord, text_of
from routekaart_cli.domain.routekaart import Keuze, Soort, Vraag
from routekaart_cli.domain.vaste_vragen import WIJK
from routekaart_cli.dutch import plural, sentence
from routekaart_cli.dutch.opdrachten import to_type
from routekaart_cli.environment.world import FILE_NAME, Environment
from routekaart_cli.errors import InputNeeded, UnreadableFile
from routekaart_cli.gesprek import restoring, spoken
from routekaart_cli.gesprek.tafel import Stopped, Tafel, route
from routekaart_cli.gesprek.verloop import Gesprek
from routekaart_cli.project import recent
from routekaart_cli.project.werk import Werk

MOST_OPEN = 5
StartJson = TypedDict("StartJson", {"bestand": str, "antwoorden": int, "open": list[str]})


def hold(env: Environment, werk: Werk, given: Mapping[str, Antwoord]) -> StartJson:
    """Keep the *given* answers in *werk* and ask the rest; return what a program wants to know of the session.

    Raises `InputNeeded` when something is open and nobody is there to ask, unless there should be no questions and
    answers were given; `UnreadableFile` and `WriteFailed` when saving does not work.
    """
    if env.can_ask:
        _say_welcome(env, werk)
    werk.change(given)
    _say_given(env, werk, given)
    if env.can_ask:
        interview(Tafel.of(env, werk))
    elif (left := _open(env, werk)) and not (given and env.options.no_input):
        raise InputNeeded(spoken.open_vragen(left[:MOST_OPEN], len(left[MOST_OPEN:])), spoken.NO_TERMINAL_HINT)
    ids = [vraag.id for vraag in _open(env, werk)]
    return StartJson(bestand=str(werk.path), antwoorden=len(werk.project.antwoorden), open=ids)


def interview(tafel: Tafel) -> None:
    """Hold the conversation; however it ends, say that all is kept and how to go on."""
    tafel.offer_retry()
    restoring.tidy(tafel)
    try:
        # Lines from a pipe are answers to the vragen, so there nothing else is asked.
        if tafel.env.stdin.isatty():
            restoring.offer(tafel)
        Gesprek(tafel).run()
    except Stopped:
        _say_stopped(tafel)
    except KeyboardInterrupt:
        _say_stopped(tafel)
        raise
    else:
        _say_done(tafel)
    finally:
        recent.remember(tafel.werk.path)


def choose_project(env: Environment) -> bool:
    """Outside a project folder, let a person choose between the projects used last and a new one; False to stop.

    Lines from a pipe are answers to the vragen, so there nothing is asked.
    """
    if env.project_path or not (env.can_ask and env.stdin.isatty()):
        return True
    paths = {f"p{n}": path for n, path in enumerate(recent.projects())}
    if not paths:
        return True
    vraag = Vraag(
        "",
        "Project",
        "Met welk project willen jullie verder?",
        Soort.KEUZE,
        "In deze map staat nog geen project. Dit zijn de projecten die je hier het laatst gebruikte.",
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
    """Return the vragen of the route that apply now and have no answer."""
    antwoorden = env.inhoud.read_now(werk.project.antwoorden)
    vragen = [vraag for part in route(env.inhoud, antwoorden) for vraag in part.vragen]
    return intake.unanswered(vragen, antwoorden)


def _say_welcome(env: Environment, werk: Werk) -> None:
    """Say what this is, how long it takes, where it is kept and how to stop; to a group that returns, what it has."""
    inhoud, antwoorden = env.inhoud, werk.project.antwoorden
    if antwoorden:
        env.say(_welcome_back(env, werk))
        return
    fewest, most = intake.remaining(inhoud.intake.vragen, antwoorden)
    how_many = f"{fewest} tot {most}" if fewest != most else str(most)
    env.say(
        f"{inhoud.routekaart.titel}. Welkom bij de routekaart.\n\n"
        f"We beginnen met {how_many} korte vragen over jullie wijk en jullie groep. Bij de meeste hoef je alleen te "
        "kiezen. Daarna volgen de stappen van de fase die bij jullie past.\n\n"
        f"Elk antwoord komt meteen in het bestand {env.name_of(werk.path)}. Routekaart stuurt niets weg. In de map "
        ".routekaart ernaast komen kopieën van jullie laatste avonden. Er kunnen namen en telefoonnummers in staan. "
        "Een plan om te delen kan ook zonder die gegevens.\n\n"
        "Je kunt op elk moment stoppen en later verdergaan."
    )


def _welcome_back(env: Environment, werk: Werk) -> str:
    antwoorden = werk.project.antwoorden
    wijk, how_many = antwoorden.get(WIJK), len(antwoorden)
    named = f" {sentence(f'Wijk: {wijk.waarde}')}" if wijk and wijk.waarde else ""
    elsewhere = "" if werk.path.parent == env.cwd else f" Ze staan in {env.name_of(werk.path)}."
    verb = "is" if how_many == 1 else "zijn"
    return f"Welkom terug.{named} Er {verb} {plural(how_many, 'antwoord', 'antwoorden')}.{elsewhere}"


def _say_given(env: Environment, werk: Werk, given: Mapping[str, Antwoord]) -> None:
    """Say how many given answers were kept, and which of them do not count now."""
    if not given:
        return
    env.say(f"{plural(len(given), 'antwoord', 'antwoorden')} bewaard in {env.name_of(werk.path)}.")
    parked = set(intake.parked(env.inhoud.vragen, werk.project.antwoorden))
    for vraag_id in given:
        if vraag_id in parked:
            env.say(
                f"Let op: het antwoord op '{vraag_id}' is bewaard, maar telt nu niet mee. "
                "Een eerder antwoord sluit het uit."
            )


def _say_stopped(tafel: Tafel) -> None:
    """Say that all is kept, and the command that goes on with this session."""
    opdracht = to_type("start", *(["--toegankelijk"] if tafel.env.options.accessible else []))
    if tafel.antwoorden:
        tafel.env.say(f"\nAlles is bewaard in {tafel.file_name}. Ga verder met: {opdracht}")
    else:
        tafel.env.say(f"\nGestopt. Er was nog niets om te bewaren. Begin opnieuw met: {opdracht}")


def _say_done(tafel: Tafel) -> None:
    inhoud = tafel.inhoud
    part = route(inhoud, tafel.antwoorden)[-1]
    number = next((fase.nummer for fase in inhoud.all_fasen if fase.id == part.id), None)
    opdrachten = {
        to_type("status"): "zien waar jullie staan",
        to_type("stap", f"{number or 'g'}.1"): "een stap lezen of bijwerken",
        to_type("export"): "het actieplan maken",
    }
    if number and number < len(inhoud.fase_ids):
        opdrachten[to_type("start", "--fase", number + 1)] = "verder met de volgende fase"
    opdrachten = {tafel.env.spell(opdracht): what for opdracht, what in opdrachten.items()}
    wide = max(map(len, opdrachten))
    lines = [f"  {opdracht:<{wide}}  {what}" for opdracht, what in opdrachten.items()]
    done = f"Klaar. {part.titel}: alle vragen zijn beantwoord."
    tafel.env.say("\n".join(["", done, "Wat jullie nu kunnen doen:", *lines]))
