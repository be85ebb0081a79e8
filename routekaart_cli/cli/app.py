"""The program: which commands there are, and in which group of the help they stand."""

from __future__ import annotations

import typer

from routekaart_cli.cli import words
from routekaart_cli.cli.typer_dutch import DutchGroup, Opdracht
from routekaart_cli.environment.world import Environment

OPDRACHTEN = (
    Opdracht(
        "start",
        words.AAN_DE_SLAG,
        "Begin met de vragen, of ga verder waar jullie waren. Elk antwoord wordt meteen bewaard.",
    ),
    Opdracht("vragen", words.AAN_DE_SLAG, "Laat alle vragen zien, zonder ze te stellen."),
    Opdracht("werkblad", words.AAN_DE_SLAG, "Zet de vragen op papier, of in een bestand om in te vullen."),
    Opdracht("fase", words.OPZOEKEN, "Laat één fase zien. Zonder nummer: de vijf fasen met jullie voortgang."),
    Opdracht("tips", words.OPZOEKEN, "De tips van een fase. Zonder nummer: alle tips, per fase."),
    Opdracht("voorbeelden", words.OPZOEKEN, "De voorbeelden en tools van een fase, of één voorbeeld helemaal."),
    Opdracht("begrippen", words.OPZOEKEN, "Wat moeilijke woorden betekenen."),
    Opdracht("zoek", words.OPZOEKEN, "Zoek in alle teksten en in jullie antwoorden."),
    Opdracht("gemeente", words.OPZOEKEN, "Het zijspoor: jullie plan inbrengen bij de gemeente."),
    Opdracht("contact", words.OPZOEKEN, "Wie jullie kan helpen, ook in jullie provincie."),
    Opdracht("actueel", words.OPZOEKEN, "Wat er sinds 2021 veranderd is: wetten, plannen en geld."),
    Opdracht("hulp", words.OPZOEKEN, "Uitleg over een opdracht of een onderwerp, zoals toetsen."),
    Opdracht("stap", words.JULLIE_PROJECT, "Laat één stap zien, of werk hem bij."),
    Opdracht("status", words.JULLIE_PROJECT, "Zie waar jullie staan en wat nu slim is om te doen."),
    Opdracht("nakijken", words.JULLIE_PROJECT, "Kijk jullie antwoorden na, en verander ze."),
    Opdracht(
        "terugdraaien",
        words.JULLIE_PROJECT,
        "Maak de laatste wijziging ongedaan. Tot twintig keer, ook na een nieuwe start.",
    ),
    Opdracht("samenvoegen", words.JULLIE_PROJECT, "Voeg antwoorden uit een andere kopie van jullie bestand toe."),
    Opdracht("controleer", words.JULLIE_PROJECT, "Kijk of jullie bestand in orde is en wat er nog ontbreekt."),
    Opdracht("export", words.JULLIE_PROJECT, "Maak het actieplan als document."),
    Opdracht("agenda", words.JULLIE_PROJECT, "Maak de agenda voor de volgende bijeenkomst."),
    Opdracht("inhoud", words.VOOR_REDACTEUREN, "Controleer de teksten, of zie hoe ze in elkaar zitten."),
    Opdracht("voltooiing", words.AAN_DE_SLAG, "Een script waarmee je shell opdrachten aanvult als je Tab typt."),
)


def dashboard(ctx: typer.Context) -> None:
    """Show where the group is, or what routekaart is, when no command is given."""
    if ctx.invoked_subcommand is None:
        from routekaart_cli.cli.status import welcome

        welcome(ctx.ensure_object(Environment))


app = typer.Typer(
    cls=DutchGroup,
    help=(
        """\
Routekaart helpt jullie stap voor stap naar een duurzame wijk zonder aardgas.

Begin met: routekaart start
"""
    ),
    invoke_without_command=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.callback()(dashboard)

command = typer.main.get_command(app)
if isinstance(command, DutchGroup):
    command.know(OPDRACHTEN)
