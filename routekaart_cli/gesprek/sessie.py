"""One session of `start`: what is said before, during and after, with a person or without one."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from routekaart_cli.domain import intake, voortgang
from routekaart_cli.domain.antwoorden import Antwoord, Stand
from routekaart_cli.domain.routekaart import Keuze, Soort, Vraag
from routekaart_cli.dutch import plural, sentence, unbroken
from routekaart_cli.environment.world import FILE_NAME, Environment
from routekaart_cli.errors import InputNeeded, RoutekaartError, UnreadableFile
from routekaart_cli.gesprek import offering, spoken, tafel
from routekaart_cli.gesprek.route import route
from routekaart_cli.gesprek.verloop import Gesprek
from routekaart_cli.gesprek.vragers.asker import Asker, Turn
from routekaart_cli.gesprek.werk import Werk
from routekaart_cli.project import recent

MOST_OPEN = 5


def say_welcome(werk: Werk) -> None:
    """Say what this is and where it is kept; to a group that returns, what it has."""
    if not werk.env.can_ask:
        return
    inhoud, antwoorden = werk.env.inhoud, werk.project.antwoorden
    if antwoorden:
        wijk = antwoorden.get("wijk.naam")
        elsewhere = "" if werk.path.parent == werk.env.cwd else werk.naam
        werk.env.say(_welcome_back(str(wijk.waarde) if wijk else "", len(antwoorden), elsewhere))
        return
    fewest, most = intake.remaining(inhoud.intake.vragen, antwoorden)
    werk.env.say("\n\n".join(_welcome(inhoud.routekaart.titel, werk.naam, fewest, most)))


def say_given(werk: Werk, given: Mapping[str, Antwoord]) -> None:
    """Say how many given answers were kept, and which of them do not count now."""
    if not given:
        return
    werk.env.say(f"{plural(len(given), 'antwoord', 'antwoorden')} bewaard in {werk.naam}.")
    parked = set(intake.parked(werk.env.inhoud.vragen, werk.project.antwoorden))
    for vraag_id in given:
        if vraag_id in parked:
            werk.env.say(
                f"Let op: het antwoord op '{vraag_id}' is bewaard, maar telt nu niet mee. "
                "Een eerder antwoord sluit het uit."
            )


def interview(werk: Werk) -> None:
    """Hold the conversation; however it ends, say that all is kept and how to go on."""
    asker_ = asker_for(werk.env)
    retry(werk, asker_)
    try:
        # Lines from a pipe are answers to the vragen, so there nothing else is asked.
        if werk.env.stdin.isatty():
            offering.offer(werk, asker_)
        Gesprek(werk, asker_).run()
    except tafel.Stopped:
        _say_stopped(werk)
    except KeyboardInterrupt:
        _say_stopped(werk)
        raise
    else:
        _say_done(werk)
    finally:
        recent.remember(werk.path)


def retry(werk: Werk, asker: Asker) -> None:
    """Have *asker* ask whether to try again when saving fails: the answer just typed would be lost.

    Lines from a pipe are answers to the vragen, so there nothing is asked.
    """

    def nogmaals(error: RoutekaartError) -> bool:
        asker.tell(f"{error.message}\nHet laatste antwoord is nog niet bewaard. Alle andere wel.")
        vraag = Vraag(
            "",
            "Nog een keer opslaan",
            "Nog een keer proberen?",
            Soort.JA_NEE,
            (
                "Los eerst op wat hierboven staat. Maak ruimte op de schijf, of zorg dat je weer bij de map kunt. "
                "Kies dan Ja. "
                "Met Nee stopt routekaart. Schrijf je laatste antwoord dan eerst ergens op."
            ),
        )
        try:
            return tafel.agree(werk.env, asker, vraag, werk.project.antwoorden)
        except (tafel.Stopped, KeyboardInterrupt):  # then the answer is lost, and that must be said
            return False

    if werk.env.stdin.isatty():
        werk.ask_again = nogmaals


def without_person(werk: Werk, given: Mapping[str, Antwoord]) -> None:
    """Raise `InputNeeded` with the open questions; with `--geen-invoer` given answers alone are enough."""
    open_now = _open(werk)
    if open_now and not (given and werk.env.opties.no_input):
        lines = [spoken.open_vraag(vraag.id, vraag.vraag) for vraag in open_now[:MOST_OPEN]]
        raise InputNeeded(spoken.open_vragen(lines, len(open_now) - len(lines)), spoken.NO_TERMINAL_HINT)


def outcome(werk: Werk) -> dict[str, object]:
    """Return what a program wants to know after a session."""
    return {
        "bestand": str(werk.path),
        "antwoorden": len(werk.project.antwoorden),
        "open": [vraag.id for vraag in _open(werk)],
    }


def _open(werk: Werk) -> tuple[Vraag, ...]:
    """Return the vragen of the route that apply now and have no answer."""
    vragen = [vraag for part in route(werk.env.inhoud, werk.project.antwoorden) for vraag in part.vragen]
    return intake.unanswered(vragen, werk.project.antwoorden)


def choose_project(env: Environment) -> bool:
    """Outside a project folder, let a person choose between the projects used last and a new one; False to stop.

    Lines from a pipe are answers to the vragen, so there nothing is asked.
    """
    if env.project_path or not (env.can_ask and env.stdin.isatty()):
        return True
    paths = recent.projects()
    if not paths:
        return True
    keuzes = [Keuze(f"p{n}", _project_in_words(path)) for n, path in enumerate(paths)]
    keuzes.append(Keuze("nieuw", "Een nieuw project in deze map"))
    vraag = Vraag(
        "",
        "Project",
        "Met welk project willen jullie verder?",
        Soort.KEUZE,
        "In deze map staat nog geen project. Dit zijn de projecten die je hier het laatst gebruikte.",
        keuzes=tuple(keuzes),
    )
    try:
        reaction = tafel.ask(env, asker_for(env), Turn(vraag, "", env.today, can_be_unknown=False), {})
    except tafel.Stopped:
        env.say(f"\n{_stopped_empty(_opdracht(env))}")
        return False
    except KeyboardInterrupt:
        env.say(f"\n{_stopped_empty(_opdracht(env))}")
        raise
    chosen = next((path for n, path in enumerate(paths) if reaction == Antwoord(Stand.GEGEVEN, f"p{n}")), None)
    if chosen:
        env.project_path = chosen
        env.opties.project = str(chosen)
    return True


def _project_in_words(path: Path) -> str:
    from routekaart_cli.project import store

    try:
        wijk = voortgang.text_of(store.load(path).antwoorden.get("wijk.naam"))
    except UnreadableFile:
        wijk = ""
    return _recent(wijk, str(path.parent) if path.name == FILE_NAME else str(path))


def asker_for(env: Environment) -> Asker:
    """Return who asks: menus on a terminal, plain lines when asked for or when nothing more is possible."""
    if env.accessible or not env.stdin.isatty():
        from routekaart_cli.gesprek.vragers.lines import LinesAsker

        return LinesAsker(env.stdin, env.stderr, env.width)
    from routekaart_cli.gesprek.vragers.menu import MenuAsker

    return MenuAsker(env.stderr, env.width, color=env.color)


def _opdracht(env: Environment) -> str:
    """Return the command that goes on with this session."""
    import shlex

    options = env.opties
    parts = ["routekaart", "start", *(["--project", options.project] if options.project else [])]
    return shlex.join([*parts, *(["--toegankelijk"] if options.accessible else [])])


def _say_stopped(werk: Werk) -> None:
    if werk.project.antwoorden:
        werk.env.say(f"\nAlles is bewaard in {werk.naam}. Ga verder met: {unbroken(_opdracht(werk.env))}")
    else:
        werk.env.say(f"\n{_stopped_empty(_opdracht(werk.env))}")


def _say_done(werk: Werk) -> None:
    inhoud = werk.env.inhoud
    part = route(inhoud, werk.project.antwoorden)[-1]
    number = next((fase.nummer for fase in inhoud.all_fasen if fase.id == part.id), None)
    opdrachten = [
        ("routekaart status", "zien waar jullie staan"),
        (f"routekaart stap {number or 'g'}.1", "een stap lezen of bijwerken"),
        ("routekaart export", "het actieplan maken"),
    ]
    if number and number < len(inhoud.fase_ids):
        opdrachten.append((f"routekaart start --fase {number + 1}", "verder met de volgende fase"))
    werk.env.say(
        "\n".join(
            [
                "",
                f"Klaar. {part.titel}: alle vragen zijn beantwoord.",
                "Wat jullie nu kunnen doen:",
                *_next_commands(opdrachten),
            ]
        )
    )


def _welcome(title: str, path: str, fewest: int, most: int) -> list[str]:
    """Return what is said before the very first question: what this is, how long, where it is kept, how to stop."""
    how_many = f"{fewest} tot {most}" if fewest != most else str(most)
    return [
        f"{title}. Welkom bij de routekaart.",
        (
            f"We beginnen met {how_many} korte vragen over jullie wijk en jullie groep. "
            "Bij de meeste hoef je alleen te "
            "kiezen. Daarna volgen de stappen van de fase die bij jullie past."
        ),
        (
            f"Elk antwoord komt meteen in het bestand {path}. Routekaart stuurt niets weg. In de map "
            ".routekaart ernaast komen kopieën van jullie laatste avonden. Er kunnen namen en telefoonnummers in "
            "staan. Een plan om te delen kan ook zonder die gegevens."
        ),
        "Je kunt op elk moment stoppen en later verdergaan.",
    ]


def _welcome_back(wijk: str, given: int, file: str) -> str:
    """Greet a group with *given* answers; name the *file* when it is not in this folder."""
    where = f" {sentence(f'Wijk: {wijk}')}" if wijk else ""
    which = f" Ze staan in {file}." if file else ""
    return f"Welkom terug.{where} Er {'is' if given == 1 else 'zijn'} {plural(given, 'antwoord', 'antwoorden')}.{which}"


def _stopped_empty(opdracht: str) -> str:
    return f"Gestopt. Er was nog niets om te bewaren. Begin opnieuw met: {unbroken(opdracht)}"


def _next_commands(opdrachten: list[tuple[str, str]]) -> list[str]:
    """Return a line for each command and what it does, commands first."""
    wide = max(len(opdracht) for opdracht, _ in opdrachten)
    return [f"  {opdracht:<{wide}}  {what}" for opdracht, what in opdrachten]


def _recent(wijk: str, folder: str) -> str:
    return f"{wijk}, in {folder}" if wijk else folder
