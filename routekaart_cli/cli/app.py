"""The program: which commands there are, and in which group of the help they stand."""

from __future__ import annotations

import typer

from routekaart_cli.cli import usage
from routekaart_cli.cli.typer_dutch import Command, DutchGroup
from routekaart_cli.environment.world import Environment

COMMANDS = (
    Command(
        "start",
        usage.AAN_DE_SLAG,
        "Begin met de vragen, of ga verder waar jullie waren. Elk antwoord wordt meteen bewaard.",
    ),
    Command("vragen", usage.AAN_DE_SLAG, "Laat alle vragen zien, zonder ze te stellen."),
    Command("werkblad", usage.AAN_DE_SLAG, "Zet de vragen op papier, of in een bestand om in te vullen."),
    Command("fase", usage.OPZOEKEN, "Laat één fase zien. Zonder nummer: de vijf fasen met jullie voortgang."),
    Command("tips", usage.OPZOEKEN, "De tips van een fase. Zonder nummer: alle tips, per fase."),
    Command("voorbeelden", usage.OPZOEKEN, "De voorbeelden en tools van een fase, of één voorbeeld helemaal."),
    Command("begrippen", usage.OPZOEKEN, "Wat moeilijke woorden betekenen."),
    Command("zoek", usage.OPZOEKEN, "Zoek in alle teksten en in jullie antwoorden."),
    Command("gemeente", usage.OPZOEKEN, "Het zijspoor: jullie plan inbrengen bij de gemeente."),
    Command("contact", usage.OPZOEKEN, "Wie jullie kan helpen, ook in jullie provincie."),
    Command("actueel", usage.OPZOEKEN, "Wat er sinds 2021 veranderd is: wetten, plannen en geld."),
    Command("hulp", usage.OPZOEKEN, "Uitleg over een opdracht of een onderwerp, zoals toetsen."),
    Command("stap", usage.JULLIE_PROJECT, "Laat één stap zien, of werk hem bij."),
    Command("status", usage.JULLIE_PROJECT, "Zie waar jullie staan en wat nu slim is om te doen."),
    Command("nakijken", usage.JULLIE_PROJECT, "Kijk jullie antwoorden na, en verander ze."),
    Command(
        "terugdraaien",
        usage.JULLIE_PROJECT,
        "Maak de laatste wijziging ongedaan. Tot twintig keer, ook na een nieuwe start.",
    ),
    Command("samenvoegen", usage.JULLIE_PROJECT, "Voeg antwoorden uit een andere kopie van jullie bestand toe."),
    Command("controleer", usage.JULLIE_PROJECT, "Kijk of jullie bestand in orde is en wat er nog ontbreekt."),
    Command("export", usage.JULLIE_PROJECT, "Maak het actieplan als document."),
    Command("agenda", usage.JULLIE_PROJECT, "Maak de agenda voor de volgende bijeenkomst."),
    Command("inhoud", usage.VOOR_REDACTEUREN, "Controleer de teksten, of zie hoe ze in elkaar zitten."),
    Command("voltooiing", usage.AAN_DE_SLAG, "Een script waarmee je shell opdrachten aanvult als je Tab typt."),
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
    command.know(COMMANDS)
