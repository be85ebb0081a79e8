"""The program: which commands there are, and in which group of the help they stand."""

from __future__ import annotations

import typer

from routekaart_cli.cli.dutch import DutchGroup, Opdracht
from routekaart_cli.cli.environment import Environment
from routekaart_cli.texts import hulp

OPDRACHTEN = (
    Opdracht("start", hulp.AAN_DE_SLAG, hulp.START),
    Opdracht("vragen", hulp.AAN_DE_SLAG, hulp.VRAGEN),
    Opdracht("werkblad", hulp.AAN_DE_SLAG, hulp.WERKBLAD),
    Opdracht("fase", hulp.OPZOEKEN, hulp.FASE),
    Opdracht("tips", hulp.OPZOEKEN, hulp.TIPS),
    Opdracht("voorbeelden", hulp.OPZOEKEN, hulp.VOORBEELDEN),
    Opdracht("begrippen", hulp.OPZOEKEN, hulp.BEGRIPPEN),
    Opdracht("zoek", hulp.OPZOEKEN, hulp.ZOEK),
    Opdracht("gemeente", hulp.OPZOEKEN, hulp.GEMEENTE),
    Opdracht("contact", hulp.OPZOEKEN, hulp.CONTACT),
    Opdracht("actueel", hulp.OPZOEKEN, hulp.ACTUEEL),
    Opdracht("hulp", hulp.OPZOEKEN, hulp.HULP_OPDRACHT),
    Opdracht("stap", hulp.JULLIE_PROJECT, hulp.STAP),
    Opdracht("status", hulp.JULLIE_PROJECT, hulp.STATUS),
    Opdracht("nakijken", hulp.JULLIE_PROJECT, hulp.NAKIJKEN),
    Opdracht("terugdraaien", hulp.JULLIE_PROJECT, hulp.TERUGDRAAIEN),
    Opdracht("samenvoegen", hulp.JULLIE_PROJECT, hulp.SAMENVOEGEN),
    Opdracht("controleer", hulp.JULLIE_PROJECT, hulp.CONTROLEER),
    Opdracht("export", hulp.JULLIE_PROJECT, hulp.EXPORT),
    Opdracht("agenda", hulp.JULLIE_PROJECT, hulp.AGENDA),
    Opdracht("inhoud", hulp.VOOR_REDACTEUREN, hulp.INHOUD),
    Opdracht("voltooiing", hulp.AAN_DE_SLAG, hulp.VOLTOOIING),
)


def dashboard(ctx: typer.Context) -> None:
    """Show where the group is, or what routekaart is, when no command is given."""
    if ctx.invoked_subcommand is None:
        from routekaart_cli.cli.status import welcome

        welcome(ctx.ensure_object(Environment))


app = typer.Typer(
    cls=DutchGroup,
    help=hulp.PROGRAMMA,
    invoke_without_command=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.callback()(dashboard)

command = typer.main.get_command(app)
if isinstance(command, DutchGroup):
    command.know(OPDRACHTEN)
