"""What can come next on the command line: commands, options, and the values of each kind of argument."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from routekaart_cli.cli import words
from routekaart_cli.cli.typer_dutch import zichtbaar
from routekaart_cli.domain.routekaart import Status
from routekaart_cli.environment.world import Environment

Keuzes = Iterable[tuple[str, str]]
"""What can be typed, and what it is."""


def complete(env: Environment, programma: Any, eerder: Sequence[str], huidig: str) -> list[tuple[str, str]]:
    """Return what can be typed for the word *huidig* after the words *eerder*; nothing: perhaps a file.

    *programma* is the context of the program with all its commands.
    """
    groep = programma.command
    opdracht, argumenten, open_optie = groep, 0, None
    for woord in eerder:
        if open_optie:
            open_optie = None
        elif woord.startswith("-"):
            open_optie = _optie(opdracht, programma, woord)
        elif opdracht is groep:
            opdracht = groep.get_command(programma, woord)
            if opdracht is None:
                return []
        else:
            argumenten += 1
    naam, heeft_waarde, _ = huidig.partition("=")
    if open_optie:
        keuzes: Keuzes = _waarden(env, programma, opdracht, open_optie)
    elif heeft_waarde and (optie := _optie(opdracht, programma, naam)):
        keuzes = [(f"{naam}={waarde}", wat) for waarde, wat in _waarden(env, programma, opdracht, optie)]
    elif huidig.startswith("-"):
        keuzes = [
            (naam, param.help) for param in zichtbaar(opdracht.get_params(programma), "option") for naam in param.opts
        ]
    elif opdracht is groep:
        keuzes = [(deel.naam, deel.wat) for deel in groep.opdrachten]
    else:
        params = [param for param in opdracht.params if param.param_type_name == "argument"]
        keuzes = _waarden(env, programma, opdracht, params[argumenten]) if argumenten < len(params) else []
    return _passend(list(keuzes), huidig)


def _passend(keuzes: Sequence[tuple[str, str]], huidig: str) -> list[tuple[str, str]]:
    """Return those of *keuzes* that begin with *huidig*; else without capitals and accents; else by the end of an id.

    One after the other, because a shell puts what all that are offered begin with in place of what was typed.
    """
    from routekaart_cli.inhoud.search import kaal

    gezocht = kaal(huidig)
    return (
        [keuze for keuze in keuzes if keuze[0].startswith(huidig)]
        or [keuze for keuze in keuzes if kaal(keuze[0]).startswith(gezocht)]
        or [keuze for keuze in keuzes if kaal(keuze[0]).rpartition(".")[2].startswith(gezocht)]
    )


def _optie(opdracht: Any, programma: Any, woord: str) -> Any:
    """Return the option *woord* of *opdracht* if a value must follow it, else None."""
    return next((p for p in opdracht.get_params(programma) if woord in p.opts and not p.is_flag), None)


def _waarden(env: Environment, programma: Any, opdracht: Any, param: Any) -> Keuzes:
    soort = SOORTEN.get(f"{opdracht.name} {param.metavar}") or SOORTEN.get(param.metavar)
    return soort(env, programma) if soort else ()


def _fasen(env: Environment, _: Any) -> Keuzes:
    inhoud = env.inhoud
    yield from ((str(fase.nummer), fase.titel) for fase in inhoud.fasen)
    yield from ((fase.id, fase.titel) for fase in inhoud.alles)


def _stappen(env: Environment, _: Any) -> Keuzes:
    stappen = [stap for fase in env.inhoud.alles for stap in fase.stappen]
    yield from ((stap.nummer, stap.titel) for stap in stappen)
    yield from ((stap.id, stap.titel) for stap in stappen)


def _voorbeelden(env: Environment, programma: Any) -> Keuzes:
    yield from _fasen(env, programma)
    yield from ((deel.id, deel.titel) for fase in env.inhoud.alles for deel in fase.voorbeelden)


def _onderwerpen(env: Environment, programma: Any) -> Keuzes:
    yield from ((deel.id, deel.titel) for deel in env.inhoud.onderwerpen)
    yield from _opdrachten(env, programma)


def _opdrachten(_: Environment, programma: Any) -> list[tuple[str, str]]:
    return [(deel.naam, deel.wat) for deel in programma.command.opdrachten]


def _namen(*namen: str) -> Callable[[Environment, Any], Keuzes]:
    return lambda _env, _programma: [(naam, "") for naam in namen]


def _formaten(document: str) -> Callable[[Environment, Any], Keuzes]:
    """Return the formats that a document (`PLAN` or `WERKBLAD`) can have."""

    def keuzes(_env: Environment, _programma: Any) -> Keuzes:
        from routekaart_cli.documents import formats

        return [(formaat.naam, "") for formaat in getattr(formats, document)]

    return keuzes


SOORTEN: Mapping[str, Callable[[Environment, Any], Keuzes]] = {
    words.META_FASE: _fasen,
    words.META_FASE_NAAM: _fasen,
    words.META_STAP: _stappen,
    words.META_STATUS: _namen(*Status),
    words.META_VRAAG: lambda env, _: [(vraag.id, vraag.kort) for vraag in env.inhoud.vragen],
    words.META_VOORBEELD: _voorbeelden,
    words.META_WOORD: lambda env, _: [(begrip.woord, begrip.uitleg) for begrip in env.inhoud.begrippen],
    words.META_PROVINCIE: lambda env, _: [
        (naam, deel.provincienaam) for deel in env.inhoud.contact.federaties for naam in (deel.provincie, *deel.ook)
    ],
    words.META_ONDERWERP: _onderwerpen,
    f"export {words.META_FORMAAT}": _formaten("PLAN"),
    f"werkblad {words.META_FORMAAT}": _formaten("WERKBLAD"),
    words.META_SHELL: _namen("bash", "zsh", "fish", "powershell"),
    words.META_INHOUD: _namen("controleer", "schema", "kaart"),
    words.META_DOCUMENT: lambda env, programma: [*_opdrachten(env, programma), ("actieplan", "Het actieplan in JSON.")],
}
"""By what stands in the help for an argument (with its command, when those differ), the values it can have."""
