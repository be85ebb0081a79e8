"""The arguments and options that several commands take."""

from __future__ import annotations

from typing import Annotated

import typer

from routekaart_cli.cli import completion

FaseName = Annotated[
    str,
    typer.Argument(
        metavar="[N|NAAM]",
        help="Een nummer of een naam: 3, verdiepen of gemeente.",
        autocompletion=completion.fasen,
    ),
]
NoExplanation = Annotated[bool, typer.Option("--geen-uitleg", help="Zonder uitleg van moeilijke woorden.")]
WithoutPeople = Annotated[
    bool,
    typer.Option("--zonder-persoonsgegevens", help="Hetzelfde als --voor iedereen: zonder namen, contact en notities."),
]
Overwrite = Annotated[bool, typer.Option("--overschrijf", help="Vervang een bestand dat er al is.")]
