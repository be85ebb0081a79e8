"""What can come next on the command line: commands, options, and the values of each kind of argument."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from routekaart_cli.cli.typer_dutch import visible
from routekaart_cli.dutch import without_accents
from routekaart_cli.inhoud.folder import Inhoud

Choices = Iterable[tuple[str, str]]
"""What can be typed, and what it is."""

INHOUD = ("controleer", "schema", "kaart")
SHELLS = {"bash": "bash.sh", "zsh": "zsh.sh", "fish": "fish.fish", "powershell": "powershell.ps1"}
"""The shells that can complete, with the name of the script for it."""


def complete(program: Any, earlier: Sequence[str], current: str) -> list[tuple[str, str]]:
    """Return what can be typed for the word *current* after the words *earlier*; nothing: perhaps a file.

    *program* is the context of the program with all its commands. What an argument or an option can be, it says
    itself (`autocompletion=`), with one of the functions below.
    """
    groep = program.command
    opdracht, arguments, open_option = groep, 0, None
    for word in earlier:
        if open_option:
            open_option = None
        elif word.startswith("-"):
            open_option = _option(opdracht, program, word)
        elif opdracht is groep:
            opdracht = groep.get_command(program, word)
            if opdracht is None:
                return []
        else:
            arguments += 1
    name, has_value, _ = current.partition("=")
    if open_option:
        keuzes: Choices = _choices(program, open_option)
    elif has_value and (option := _option(opdracht, program, name)):
        keuzes = [(f"{name}={waarde}", what) for waarde, what in _choices(program, option)]
    elif current.startswith("-"):
        keuzes = [
            (name, param.help) for param in visible(opdracht.get_params(program), "option") for name in param.opts
        ]
    elif opdracht is groep:
        keuzes = [(part.naam, part.wat) for part in groep.opdrachten]
    else:
        params = [param for param in opdracht.params if param.param_type_name == "argument"]
        keuzes = _choices(program, params[arguments]) if arguments < len(params) else []
    return _fitting(list(keuzes), current)


def _fitting(keuzes: Sequence[tuple[str, str]], current: str) -> list[tuple[str, str]]:
    """Return those of *keuzes* that begin with *current*; else without capitals and accents; else by the end of an id.

    One after the other, because a shell puts what all that are offered begin with in place of what was typed.
    """
    wanted = without_accents(current)
    return (
        [keuze for keuze in keuzes if keuze[0].startswith(current)]
        or [keuze for keuze in keuzes if without_accents(keuze[0]).startswith(wanted)]
        or [keuze for keuze in keuzes if without_accents(keuze[0]).rpartition(".")[2].startswith(wanted)]
    )


def _option(opdracht: Any, program: Any, word: str) -> Any:
    """Return the option *word* of *opdracht* if a value must follow it, else None."""
    return next((p for p in opdracht.get_params(program) if word in p.opts and not p.is_flag), None)


def _choices(program: Any, param: Any) -> Choices:
    return [(item.value, item.help or "") for item in param.shell_complete(program, "")]


def _inhoud(program: Any) -> Inhoud:
    inhoud: Inhoud = program.obj.inhoud
    return inhoud


def fasen(ctx: Any) -> Choices:
    inhoud = _inhoud(ctx)
    yield from ((str(fase.nummer), fase.titel) for fase in inhoud.fasen)
    yield from ((fase.id, fase.titel) for fase in inhoud.all_fasen)


def stappen(ctx: Any) -> Choices:
    found = [stap for fase in _inhoud(ctx).all_fasen for stap in fase.stappen]
    yield from ((stap.nummer, stap.titel) for stap in found)
    yield from ((stap.id, stap.titel) for stap in found)


def voorbeelden(ctx: Any) -> Choices:
    yield from fasen(ctx)
    yield from ((part.id, part.titel) for fase in _inhoud(ctx).all_fasen for part in fase.voorbeelden)


def vragen(ctx: Any) -> Choices:
    return [(vraag.id, vraag.kort) for vraag in _inhoud(ctx).vragen]


def begrippen(ctx: Any) -> Choices:
    return [(begrip.woord, begrip.uitleg) for begrip in _inhoud(ctx).begrippen]


def actueel(ctx: Any) -> Choices:
    return [(item.id.rpartition(".")[2], item.titel) for item in _inhoud(ctx).actueel]


def provincies(ctx: Any) -> Choices:
    federaties = _inhoud(ctx).contact.federaties
    return [(name, part.provincienaam) for part in federaties for name in (part.provincie, *part.ook)]


def onderwerpen(ctx: Any) -> Choices:
    yield from ((part.id, part.titel) for part in _inhoud(ctx).onderwerpen)
    yield from ((part.naam, part.wat) for part in ctx.command.opdrachten)


def names(*possible: str) -> Callable[[], Choices]:
    """Return what completes to one of *possible*."""
    return lambda: [(name, "") for name in possible]
