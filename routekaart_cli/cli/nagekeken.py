"""The review of all answers: a numbered list, and changing one of them without going through the others."""

from __future__ import annotations

from routekaart_cli import intake
from routekaart_cli.cli import sessie
from routekaart_cli.cli.interview import Gesprek, fase_deel, route
from routekaart_cli.cli.project import Werk
from routekaart_cli.errors import InputNeeded
from routekaart_cli.model import Antwoord, Deel, Soort, Stand, Vraag
from routekaart_cli.prompts import Opdracht, Scherm
from routekaart_cli.render import review as pagina
from routekaart_cli.texts import gesprek, invoer


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
    while True:
        delen = parts(werk)
        inhoud = werk.env.inhoud
        werk.env.show(
            pagina.nakijken(delen, inhoud.alles, intake.tellend(inhoud.vragen, werk.project.antwoorden)), gesprek=True
        )
        if not (werk.env.kan_vragen and (werk.env.stdout.isatty() or werk.env.opties.toegankelijk)):
            return
        vraag = _which(werk, [vraag for deel in delen for vraag in deel.vragen])
        if vraag is None or not _ask(werk, vraag):
            werk.env.say(f"\n{gesprek.gestopt_nakijken(werk.naam)}")
            return


def change(werk: Werk, vraag_id: str) -> None:
    """Ask only the vraag with *vraag_id*, and what its answer newly makes necessary.

    Raises `UnknownName` with the nearest id, `InputNeeded` when nobody is there to answer.
    """
    vraag = werk.env.inhoud.zoek_vraag(vraag_id)
    if not werk.env.kan_vragen:
        regel = invoer.open_vraag(vraag_id, vraag.vraag)
        raise InputNeeded(invoer.open_vragen([regel], 0), invoer.GEEN_TERMINAL_HINT)
    _ask(werk, vraag)


def as_json(werk: Werk) -> object:
    """Return the list for a program."""
    from routekaart_cli.render import json_document

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


def _which(werk: Werk, vragen: list[Vraag]) -> Vraag | None:
    """Ask for the number of a vraag; Enter alone is enough."""
    vraag = Vraag("", gesprek.NAKIJKEN_KORT, gesprek.NAKIJKEN_WELKE, Soort.GETAL, gesprek.NAKIJKEN_WAAROM)
    asker = sessie.asker(werk.env)
    while True:
        reactie = asker.ask(Scherm(vraag, "", werk.env.vandaag))
        if reactie is Opdracht.HULP:
            asker.tell(gesprek.NAKIJKEN_WAAROM)
            continue
        if not isinstance(reactie, Antwoord) or reactie.stand is not Stand.GEGEVEN:
            return None
        nummer = int(str(reactie.waarde))
        if 1 <= nummer <= len(vragen):
            return vragen[nummer - 1]
        asker.tell(invoer.nummer_hint(len(vragen)))


def _ask(werk: Werk, vraag: Vraag) -> bool:
    """Ask *vraag* and what it newly makes necessary; say on leaving that all is kept. False when they want to stop."""
    vrager = sessie.asker(werk.env)
    sessie.retry(werk, vrager)
    try:
        return Gesprek(werk, vrager).ask_one(vraag)
    except KeyboardInterrupt:
        werk.env.say(f"\n{gesprek.gestopt_nakijken(werk.naam)}")
        raise
