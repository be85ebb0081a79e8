"""What can come next on the command line: commands, options, and the values of each kind of argument."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from routekaart_cli.cli import usage
from routekaart_cli.cli.typer_dutch import visible
from routekaart_cli.domain.routekaart import Status
from routekaart_cli.environment.world import Environment

Choices = Iterable[tuple[str, str]]
"""What can be typed, and what it is."""


def complete(env: Environment, program: Any, earlier: Sequence[str], current: str) -> list[tuple[str, str]]:
    """Return what can be typed for the word *current* after the words *earlier*; nothing: perhaps a file.

    *program* is the context of the program with all its commands.
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
        keuzes: Choices = _choices(env, program, opdracht, open_option)
    elif has_value and (option := _option(opdracht, program, name)):
        keuzes = [(f"{name}={waarde}", what) for waarde, what in _choices(env, program, opdracht, option)]
    elif current.startswith("-"):
        keuzes = [
            (name, param.help) for param in visible(opdracht.get_params(program), "option") for name in param.opts
        ]
    elif opdracht is groep:
        keuzes = [(part.naam, part.wat) for part in groep.opdrachten]
    else:
        params = [param for param in opdracht.params if param.param_type_name == "argument"]
        keuzes = _choices(env, program, opdracht, params[arguments]) if arguments < len(params) else []
    return _fitting(list(keuzes), current)


def _fitting(keuzes: Sequence[tuple[str, str]], current: str) -> list[tuple[str, str]]:
    """Return those of *keuzes* that begin with *current*; else without capitals and accents; else by the end of an id.

    One after the other, because a shell puts what all that are offered begin with in place of what was typed.
    """
    from routekaart_cli.inhoud.search import without_accents

    wanted = without_accents(current)
    return (
        [keuze for keuze in keuzes if keuze[0].startswith(current)]
        or [keuze for keuze in keuzes if without_accents(keuze[0]).startswith(wanted)]
        or [keuze for keuze in keuzes if without_accents(keuze[0]).rpartition(".")[2].startswith(wanted)]
    )


def _option(opdracht: Any, program: Any, word: str) -> Any:
    """Return the option *word* of *opdracht* if a value must follow it, else None."""
    return next((p for p in opdracht.get_params(program) if word in p.opts and not p.is_flag), None)


def _choices(env: Environment, program: Any, opdracht: Any, param: Any) -> Choices:
    soort = SOORTEN.get(f"{opdracht.name} {param.metavar}") or SOORTEN.get(param.metavar)
    return soort(env, program) if soort else ()


def _fasen(env: Environment, _: Any) -> Choices:
    inhoud = env.inhoud
    yield from ((str(fase.nummer), fase.titel) for fase in inhoud.fasen)
    yield from ((fase.id, fase.titel) for fase in inhoud.all_fasen)


def _stappen(env: Environment, _: Any) -> Choices:
    stappen = [stap for fase in env.inhoud.all_fasen for stap in fase.stappen]
    yield from ((stap.nummer, stap.titel) for stap in stappen)
    yield from ((stap.id, stap.titel) for stap in stappen)


def _voorbeelden(env: Environment, program: Any) -> Choices:
    yield from _fasen(env, program)
    yield from ((part.id, part.titel) for fase in env.inhoud.all_fasen for part in fase.voorbeelden)


def _onderwerpen(env: Environment, program: Any) -> Choices:
    yield from ((part.id, part.titel) for part in env.inhoud.onderwerpen)
    yield from _opdrachten(env, program)


def _opdrachten(_: Environment, program: Any) -> list[tuple[str, str]]:
    return [(part.naam, part.wat) for part in program.command.opdrachten]


def _names(*names: str) -> Callable[[Environment, Any], Choices]:
    return lambda _env, _programma: [(name, "") for name in names]


def _formats(document: str) -> Callable[[Environment, Any], Choices]:
    """Return the formats that a document (`PLAN` or `WERKBLAD`) can have."""

    def keuzes(_env: Environment, _programma: Any) -> Choices:
        from routekaart_cli.documents import formats

        return [(formaat.naam, "") for formaat in getattr(formats, document)]

    return keuzes


SOORTEN: Mapping[str, Callable[[Environment, Any], Choices]] = {
    usage.META_FASE: _fasen,
    usage.META_FASE_NAAM: _fasen,
    usage.META_STAP: _stappen,
    usage.META_STATUS: _names(*Status),
    usage.META_VRAAG: lambda env, _: [(vraag.id, vraag.kort) for vraag in env.inhoud.vragen],
    usage.META_VOORBEELD: _voorbeelden,
    usage.META_WOORD: lambda env, _: [(begrip.woord, begrip.uitleg) for begrip in env.inhoud.begrippen],
    usage.META_PROVINCIE: lambda env, _: [
        (name, part.provincienaam) for part in env.inhoud.contact.federaties for name in (part.provincie, *part.ook)
    ],
    usage.META_ONDERWERP: _onderwerpen,
    f"export {usage.META_FORMAAT}": _formats("PLAN"),
    f"werkblad {usage.META_FORMAAT}": _formats("WERKBLAD"),
    usage.META_SHELL: _names("bash", "zsh", "fish", "powershell"),
    usage.META_INHOUD: _names("controleer", "schema", "kaart"),
    usage.META_DOCUMENT: lambda env, program: [*_opdrachten(env, program), ("actieplan", "Het actieplan in JSON.")],
}
"""By what stands in the help for an argument (with its command, when those differ), the values it can have."""
