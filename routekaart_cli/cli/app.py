"""The Typer app: which commands there are, and in which group of the help they stand."""

from __future__ import annotations

from collections.abc import Callable

import typer

from routekaart_cli.cli.dutch import DutchCommand, DutchGroup
from routekaart_cli.cli.export import export
from routekaart_cli.cli.fase import fase
from routekaart_cli.cli.stap import stap
from routekaart_cli.cli.start import start
from routekaart_cli.cli.status import dashboard, status
from routekaart_cli.cli.vragen import vragen
from routekaart_cli.texts import hulp

_OPDRACHTEN: tuple[tuple[str, Callable[..., None], str, str], ...] = (
    ("start", start, hulp.AAN_DE_SLAG, hulp.START),
    ("vragen", vragen, hulp.AAN_DE_SLAG, hulp.VRAGEN),
    ("fase", fase, hulp.OPZOEKEN, hulp.FASE),
    ("stap", stap, hulp.JULLIE_PROJECT, hulp.STAP),
    ("status", status, hulp.JULLIE_PROJECT, hulp.STATUS),
    ("export", export, hulp.JULLIE_PROJECT, hulp.EXPORT),
)

app = typer.Typer(
    cls=DutchGroup,
    help=hulp.PROGRAMMA,
    invoke_without_command=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.callback()(dashboard)
for _naam, _functie, _groep, _help in _OPDRACHTEN:
    app.command(_naam, cls=DutchCommand, rich_help_panel=_groep, help=_help)(_functie)

command = typer.main.get_command(app)
