"""One session of `start`: what is said before, during and after, with a person or without one."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from routekaart_cli.domain import intake, voortgang
from routekaart_cli.domain.antwoorden import Antwoord, Stand
from routekaart_cli.domain.routekaart import Keuze, Soort, Vraag
from routekaart_cli.dutch import plural, sentence, unbroken
from routekaart_cli.environment.world import BESTANDSNAAM, Environment
from routekaart_cli.errors import InputNeeded, RoutekaartError, UnreadableFile
from routekaart_cli.gesprek import offering, spoken, tafel
from routekaart_cli.gesprek.route import route
from routekaart_cli.gesprek.verloop import Gesprek
from routekaart_cli.gesprek.vragers.asker import Asker, Scherm
from routekaart_cli.gesprek.werk import Werk
from routekaart_cli.project import recent

MEESTE_OPEN = 5


def say_welcome(werk: Werk) -> None:
    """Say what this is and where it is kept; to a group that returns, what it has."""
    if not werk.env.kan_vragen:
        return
    inhoud, antwoorden = werk.env.inhoud, werk.project.antwoorden
    if antwoorden:
        wijk = antwoorden.get("wijk.naam")
        elders = "" if werk.path.parent == werk.env.cwd else werk.naam
        werk.env.say(_welkom_terug(str(wijk.waarde) if wijk else "", len(antwoorden), elders))
        return
    minst, meest = intake.nog(inhoud.intake.vragen, antwoorden)
    werk.env.say("\n\n".join(_welkom(inhoud.routekaart.titel, werk.naam, minst, meest)))


def say_given(werk: Werk, gegeven: Mapping[str, Antwoord]) -> None:
    """Say how many given answers were kept, and which of them do not count now."""
    if not gegeven:
        return
    werk.env.say(f"{plural(len(gegeven), 'antwoord', 'antwoorden')} bewaard in {werk.naam}.")
    parkeren = set(intake.geparkeerd(werk.env.inhoud.vragen, werk.project.antwoorden))
    for vraag_id in gegeven:
        if vraag_id in parkeren:
            werk.env.say(
                f"Let op: het antwoord op '{vraag_id}' is bewaard, maar telt nu niet mee. "
                "Een eerder antwoord sluit het uit."
            )


def interview(werk: Werk) -> None:
    """Hold the conversation; however it ends, say that all is kept and how to go on."""
    vrager = asker(werk.env)
    retry(werk, vrager)
    try:
        # Lines from a pipe are answers to the vragen, so there nothing else is asked.
        if werk.env.stdin.isatty():
            offering.offer(werk, vrager)
        Gesprek(werk, vrager).run()
    except tafel.Gestopt:
        _say_stopped(werk)
    except KeyboardInterrupt:
        _say_stopped(werk)
        raise
    else:
        _say_done(werk)
    finally:
        recent.remember(werk.path)


def retry(werk: Werk, vrager: Asker) -> None:
    """Have *vrager* ask whether to try again when saving fails: the answer just typed would be lost.

    Lines from a pipe are answers to the vragen, so there nothing is asked.
    """

    def nogmaals(fout: RoutekaartError) -> bool:
        vrager.tell(f"{fout.message}\nHet laatste antwoord is nog niet bewaard. Alle andere wel.")
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
            return tafel.agree(werk.env, vrager, vraag, werk.project.antwoorden)
        except (tafel.Gestopt, KeyboardInterrupt):  # then the answer is lost, and that must be said
            return False

    if werk.env.stdin.isatty():
        werk.nogmaals = nogmaals


def without_person(werk: Werk, gegeven: Mapping[str, Antwoord]) -> None:
    """Raise `InputNeeded` with the open questions; with `--geen-invoer` given answers alone are enough."""
    open_nu = _open(werk)
    if open_nu and not (gegeven and werk.env.opties.geen_invoer):
        regels = [spoken.open_vraag(vraag.id, vraag.vraag) for vraag in open_nu[:MEESTE_OPEN]]
        raise InputNeeded(spoken.open_vragen(regels, len(open_nu) - len(regels)), spoken.GEEN_TERMINAL_HINT)


def outcome(werk: Werk) -> dict[str, object]:
    """Return what a program wants to know after a session."""
    return {
        "bestand": str(werk.path),
        "antwoorden": len(werk.project.antwoorden),
        "open": [vraag.id for vraag in _open(werk)],
    }


def _open(werk: Werk) -> tuple[Vraag, ...]:
    """Return the vragen of the route that apply now and have no answer."""
    vragen = [vraag for deel in route(werk.env.inhoud, werk.project.antwoorden) for vraag in deel.vragen]
    return intake.onbeantwoord(vragen, werk.project.antwoorden)


def choose_project(env: Environment) -> bool:
    """Outside a project folder, let a person choose between the projects used last and a new one; False to stop.

    Lines from a pipe are answers to the vragen, so there nothing is asked.
    """
    if env.project_path or not (env.kan_vragen and env.stdin.isatty()):
        return True
    paden = recent.known()
    if not paden:
        return True
    keuzes = [Keuze(f"p{n}", _project_woorden(pad)) for n, pad in enumerate(paden)]
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
        reactie = tafel.ask(env, asker(env), Scherm(vraag, "", env.vandaag, weet_niet=False), {})
    except tafel.Gestopt:
        env.say(f"\n{_gestopt_leeg(_opdracht(env))}")
        return False
    except KeyboardInterrupt:
        env.say(f"\n{_gestopt_leeg(_opdracht(env))}")
        raise
    gekozen = next((pad for n, pad in enumerate(paden) if reactie == Antwoord(Stand.GEGEVEN, f"p{n}")), None)
    if gekozen:
        env.project_path = gekozen
        env.opties.project = str(gekozen)
    return True


def _project_woorden(pad: Path) -> str:
    from routekaart_cli.project import store

    try:
        wijk = voortgang.tekst_van(store.load(pad).antwoorden.get("wijk.naam"))
    except UnreadableFile:
        wijk = ""
    return _recent(wijk, str(pad.parent) if pad.name == BESTANDSNAAM else str(pad))


def asker(env: Environment) -> Asker:
    """Return who asks: menus on a terminal, plain lines when asked for or when nothing more is possible."""
    if env.toegankelijk or not env.stdin.isatty():
        from routekaart_cli.gesprek.vragers.lines import LinesAsker

        return LinesAsker(env.stdin, env.stderr, env.breedte)
    from routekaart_cli.gesprek.vragers.menu import MenuAsker

    return MenuAsker(env.stderr, env.breedte, kleur=env.kleur)


def _opdracht(env: Environment) -> str:
    """Return the command that goes on with this session."""
    import shlex

    opties = env.opties
    delen = ["routekaart", "start", *(["--project", opties.project] if opties.project else [])]
    return shlex.join([*delen, *(["--toegankelijk"] if opties.toegankelijk else [])])


def _say_stopped(werk: Werk) -> None:
    if werk.project.antwoorden:
        werk.env.say(f"\nAlles is bewaard in {werk.naam}. Ga verder met: {unbroken(_opdracht(werk.env))}")
    else:
        werk.env.say(f"\n{_gestopt_leeg(_opdracht(werk.env))}")


def _say_done(werk: Werk) -> None:
    inhoud = werk.env.inhoud
    deel = route(inhoud, werk.project.antwoorden)[-1]
    nummer = next((fase.nummer for fase in inhoud.alles if fase.id == deel.id), None)
    opdrachten = [
        ("routekaart status", "zien waar jullie staan"),
        (f"routekaart stap {nummer or 'g'}.1", "een stap lezen of bijwerken"),
        ("routekaart export", "het actieplan maken"),
    ]
    if nummer and nummer < len(inhoud.fase_ids):
        opdrachten.append((f"routekaart start --fase {nummer + 1}", "verder met de volgende fase"))
    werk.env.say(
        "\n".join(
            [
                "",
                f"Klaar. {deel.titel}: alle vragen zijn beantwoord.",
                "Wat jullie nu kunnen doen:",
                *_hierna(opdrachten),
            ]
        )
    )


def _welkom(titel: str, pad: str, minst: int, meest: int) -> list[str]:
    """Return what is said before the very first question: what this is, how long, where it is kept, how to stop."""
    hoeveel = f"{minst} tot {meest}" if minst != meest else str(meest)
    return [
        f"{titel}. Welkom bij de routekaart.",
        (
            f"We beginnen met {hoeveel} korte vragen over jullie wijk en jullie groep. Bij de meeste hoef je alleen te "
            "kiezen. Daarna volgen de stappen van de fase die bij jullie past."
        ),
        (
            f"Elk antwoord komt meteen in het bestand {pad}. Routekaart stuurt niets weg. In de map "
            ".routekaart ernaast komen kopieën van jullie laatste avonden. Er kunnen namen en telefoonnummers in "
            "staan. Een plan om te delen kan ook zonder die gegevens."
        ),
        "Je kunt op elk moment stoppen en later verdergaan.",
    ]


def _welkom_terug(wijk: str, gegeven: int, bestand: str) -> str:
    """Greet a group with *gegeven* answers; name the *bestand* when it is not in this folder."""
    waar = f" {sentence(f'Wijk: {wijk}')}" if wijk else ""
    welk = f" Ze staan in {bestand}." if bestand else ""
    return (
        f"Welkom terug.{waar} Er {'is' if gegeven == 1 else 'zijn'} {plural(gegeven, 'antwoord', 'antwoorden')}.{welk}"
    )


def _gestopt_leeg(opdracht: str) -> str:
    return f"Gestopt. Er was nog niets om te bewaren. Begin opnieuw met: {unbroken(opdracht)}"


def _hierna(opdrachten: list[tuple[str, str]]) -> list[str]:
    """Return a line for each command and what it does, commands first."""
    breed = max(len(opdracht) for opdracht, _ in opdrachten)
    return [f"  {opdracht:<{breed}}  {wat}" for opdracht, wat in opdrachten]


def _recent(wijk: str, map: str) -> str:
    return f"{wijk}, in {map}" if wijk else map
