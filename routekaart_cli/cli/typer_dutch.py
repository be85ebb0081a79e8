"""Typer in Dutch: help screens, usage errors and suggestions, and the options that every command takes.

Typer has no way to translate; what stands here uses its public classes and builds each sentence from the parts of an
error, never from its English text (which differs per version).
"""

from __future__ import annotations

import contextlib
import importlib
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated, Any, NamedTuple, TypedDict

import typer
from typer.core import TyperCommand, TyperGroup

from routekaart_cli import VERSIE
from routekaart_cli.dutch import did_you_mean, nearest
from routekaart_cli.dutch.characters import wrap
from routekaart_cli.dutch.opdrachten import to_type
from routekaart_cli.environment.world import Environment
from routekaart_cli.errors import UnknownName, UsageProblem

_OPTIES = "[OPTIES]"
HELP_NAMES = ["-h", "--help", "--hulp"]


def _option(*names: str, callback: Any = None, **how: Any) -> Any:
    return typer.Option(*names, expose_value=False, callback=callback or _keep, **how)


def _keep(ctx: typer.Context, param: typer.CallbackParam, waarde: Any) -> None:
    """Put the value of an option that holds everywhere in the environment; once on, it stays on."""
    if waarde and param.name:
        setattr(ctx.ensure_object(Environment).options, param.name, waarde)


def _add_inhoud(ctx: typer.Context, _: typer.CallbackParam, folders: list[str] | None) -> None:
    """Put folders with texts in the environment, after those that were named before."""
    options = ctx.ensure_object(Environment).options
    options.inhoud = os.pathsep.join([*filter(None, [options.inhoud]), *(folders or ())])


def _versie(ctx: typer.Context, param: typer.CallbackParam, waarde: bool) -> None:
    if waarde:
        import platform

        from routekaart_cli.inhoud import location

        env = ctx.ensure_object(Environment)
        folder = env.content_folder
        layers = f"{told}\n" if env.asked_inhoud and (told := env.inhoud.told_lagen) else ""
        env.stdout.write(
            f"routekaart {VERSIE}, in {Path(__file__).parent.parent}\n"
            f"Teksten van {location.peildatum(folder) or 'onbekende datum'}, in {folder}\n"
            f"{layers}"
            f"Python {platform.python_version()}, in {sys.executable}\n"
        )
        raise typer.Exit


def _json_schema(ctx: typer.Context, param: typer.CallbackParam, waarde: bool) -> None:
    if waarde:
        import json

        json_schema = importlib.import_module("routekaart_cli.cli.json_schema")  # it loads every command
        name = ctx.info_name if ctx.parent else ""
        if name and name not in json_schema.DOCUMENTS:
            raise UsageProblem(f"De opdracht {name} geeft geen JSON.", help_hint(ctx.command_path))
        schema = json_schema.document(name) if name else json_schema.of_all()
        ctx.ensure_object(Environment).stdout.write(json.dumps(schema, indent=2) + "\n")
        raise typer.Exit


def _help(ctx: typer.Context, param: typer.CallbackParam, waarde: bool) -> None:
    if waarde:
        ctx.ensure_object(Environment).stdout.write(f"{help_text(ctx)}\n")
        raise typer.Exit


def _everywhere(
    project: Annotated[
        str, _option("-p", "--project", metavar="PAD", help="Het projectbestand, of de map waarin het staat.")
    ] = "",
    inhoud: Annotated[
        list[str] | None,
        _option(
            "--inhoud",
            metavar="MAP",
            help="De map met eigen teksten, of met een laag eroverheen. Het mogen er meer zijn.",
            callback=_add_inhoud,
            is_eager=True,
        ),
    ] = None,
    json: Annotated[bool, _option("--json", help="Geef de uitkomst als JSON, voor andere programma's.")] = False,
    schema: Annotated[
        bool, _option("--json-schema", help="Laat zien wat er in die JSON staat.", callback=_json_schema, is_eager=True)
    ] = False,
    no_color: Annotated[bool, _option("--geen-kleur", "--no-color", help="Gebruik geen kleuren.")] = False,
    no_input: Annotated[bool, _option("--geen-invoer", "--no-input", help="Stel geen vragen.")] = False,
    accessible: Annotated[
        bool, _option("--toegankelijk", help="Gewone regels, geschikt voor een schermlezer.")
    ] = False,
    version: Annotated[
        bool, _option("-v", "--versie", "--version", help="Laat de versie zien.", callback=_versie, is_eager=True)
    ] = False,
    hulp: Annotated[bool, _option(*HELP_NAMES, help="Laat deze uitleg zien.", callback=_help, is_eager=True)] = False,
) -> None:
    """Hold the options that every command takes; nobody calls it."""


def _params() -> list[Any]:
    """Return the options of `_everywhere` as Typer makes them: how one is built differs per version."""
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command(add_help_option=False)(_everywhere)
    return typer.main.get_command(app).params


EVERYWHERE = _params()
HELP = EVERYWHERE[-1]


class _Dutch:
    """What a command and the group of commands have in common."""

    params: list[Any]

    def get_params(self, ctx: Any) -> list[Any]:
        return [*self.params, *EVERYWHERE]

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        try:
            return list(super().parse_args(ctx, args))  # type: ignore[misc]
        except typer.TyperException as error:
            if getattr(error, "ctx", None) is None:  # the parser does not say where it was
                error.ctx = ctx  # type: ignore[attr-defined]
            raise

    def get_help_option(self, ctx: Any) -> Any:
        return HELP

    def format_help(self, ctx: Any, formatter: Any) -> None:
        formatter.width = min(ctx.ensure_object(Environment).width, 100)
        formatter.write(f"{wrap(' '.join(['Gebruik:', ctx.command_path, *self.usage_words(ctx)]), formatter.width)}\n")
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(getattr(self, "help", "") or "")
        self._begin(ctx, formatter)
        _lijst(formatter, "Wat je invult", map(_line, visible(self.params, "argument")))
        _lijst(formatter, "Opties", map(_line, visible(self.params, "option")))
        _lijst(formatter, "Bij elke opdracht", map(_line, EVERYWHERE))

    def usage_words(self, ctx: Any) -> list[str]:
        return [_OPTIES, *(p.metavar for p in self.params if p.param_type_name == "argument")]

    def _begin(self, ctx: Any, formatter: Any) -> None:
        """Write what the help begins with."""


class DutchCommand(_Dutch, TyperCommand):
    """One command."""

    opdracht: Command

    def _begin(self, ctx: Any, formatter: Any) -> None:
        formatter.write("".join(["\nBijvoorbeeld:\n", *(f"  {line}\n" for line in self.opdracht.lines)]))

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        ctx.ensure_object(Environment).opdracht = ctx.info_name
        ctx.allow_extra_args = True
        left_over = super().parse_args(ctx, args)
        if left_over:
            search = f"Zoeken in alle teksten: {to_type('zoek', *left_over)}"
            raise UsageProblem(too_many_words(left_over), f"{help_hint(ctx.command_path)}\n{search}")
        return left_over


class Command(NamedTuple):
    """A command: its name, its group in the help, what it does, and the module here with a function of its name."""

    naam: str
    groep: str
    wat: str
    module: str
    voorbeelden: tuple[str, ...]
    """Command lines to begin with, as they are typed, but for the name of the program."""
    ook: str = ""
    """Other words that people try."""

    @property
    def lines(self) -> list[str]:
        """The voorbeelden, each as a command to stand in a text."""
        return [to_type(*voorbeeld.split()) for voorbeeld in self.voorbeelden]


class DutchGroup(_Dutch, TyperGroup):
    """The program itself: all commands, in groups. Only the one that is used is imported."""

    opdrachten: Sequence[Command] = ()

    def know(self, opdrachten: Sequence[Command]) -> None:
        """Have these *opdrachten*."""
        self.opdrachten = opdrachten

    def list_commands(self, ctx: Any) -> list[str]:
        return [opdracht.naam for opdracht in self.opdrachten]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        opdracht = next((opdracht for opdracht in self.opdrachten if opdracht.naam == cmd_name), None)
        if opdracht is None:
            return None
        module = importlib.import_module(f"routekaart_cli.cli.{opdracht.module}")
        app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
        app.command(opdracht.naam, cls=DutchCommand, help=opdracht.wat)(getattr(module, opdracht.naam))
        command: Any = typer.main.get_command(app)
        command.opdracht = opdracht
        return command

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if args[0] not in self.list_commands(ctx):
            meant = self._meant(args[0].lower()) or _fase(ctx, args[0]) or nearest(args[0], self.list_commands(ctx))
            raise UsageProblem(
                f"Onbekende opdracht '{args[0]}'.",
                f"{did_you_mean(meant) or _in_the_texts(args[0])}Alle opdrachten zie je met: {to_type('--help')}",
            )
        return super().resolve_command(ctx, args)

    def _meant(self, word: str) -> str | None:
        """Return the name of the command of which people also say *word*."""
        return next((opdracht.naam for opdracht in self.opdrachten if word in opdracht.ook.split()), None)

    def usage_words(self, ctx: Any) -> list[str]:
        return [_OPTIES, "[OPDRACHT]"]

    def _begin(self, ctx: Any, formatter: Any) -> None:
        for groep in dict.fromkeys(opdracht.groep for opdracht in self.opdrachten):
            _lijst(formatter, groep, ((part.naam, part.wat) for part in self.opdrachten if part.groep == groep))


HulpregelJson = TypedDict("HulpregelJson", {"naam": str, "uitleg": str})
OpdrachthulpJson = TypedDict("OpdrachthulpJson", {
    "naam": str, "wat": str, "gebruik": str, "invullen": list[HulpregelJson], "opties": list[HulpregelJson],
})  # fmt: skip


def help_text(ctx: Any) -> str:
    """Return the help of the command of *ctx*, with commands as they are typed here."""
    return wrap(ctx.ensure_object(Environment).spell(ctx.get_help()), None)


def help_fields(ctx: Any) -> OpdrachthulpJson:
    """Return the help of the command of *ctx* for a program."""

    def lines(*params: Any) -> list[HulpregelJson]:
        return [HulpregelJson(naam=name, uitleg=explanation) for name, explanation in map(_line, params)]

    opdracht = ctx.command
    return OpdrachthulpJson(
        naam=ctx.info_name, wat=opdracht.help, gebruik=" ".join([ctx.command_path, *opdracht.usage_words(ctx)]),
        invullen=lines(*visible(opdracht.params, "argument")),
        opties=lines(*visible(opdracht.params, "option"), *EVERYWHERE),
    )  # fmt: skip


def usage_problem(error: typer.TyperException, name: str) -> UsageProblem:
    """Return what is wrong in Dutch for any usage error of Typer in the command *name*, built from its parts.

    The classes are private to Typer, so they are told apart by name.
    """
    ctx: Any = getattr(error, "ctx", None)
    opdracht = ctx.command_path if ctx else f"routekaart {name}".strip()
    hint = help_hint(opdracht)
    option = str(getattr(error, "option_name", "") or "")
    match type(error).__name__:
        case "NoSuchOption":
            meant = nearest(option, _option_names(ctx))
            return UsageProblem(f"Onbekende optie '{option}'.", f"{did_you_mean(meant)}{hint}")
        case "BadOptionUsage":
            param = next((p for p in ctx.command.get_params(ctx) if option in p.opts), None) if ctx else None
            what = _option_with_value if getattr(param, "is_flag", False) else _option_without_value
            return UsageProblem(what(option), hint)
        case "MissingParameter":
            param = getattr(error, "param", None)
            name = getattr(param, "metavar", None) or getattr(param, "name", None) or ""
            return UsageProblem(missing(name), f"Typ bijvoorbeeld: {ctx.command.opdracht.lines[0]}\n{hint}")
    return UsageProblem("Deze opdracht begrijpen we niet.", hint)


def visible(params: Iterable[Any], soort: str) -> list[Any]:
    """Return those of *params* that the help shows: an `argument` or an `option`."""
    return [param for param in params if param.param_type_name == soort and not getattr(param, "hidden", False)]


def _fase(ctx: Any, typed: str) -> str | None:
    """Return the command that shows the fase *typed*, or None when it is none."""
    from routekaart_cli.inhoud import find  # only for what is no command

    with contextlib.suppress(UnknownName):
        fase = find.fase(ctx.ensure_object(Environment).inhoud, typed)
        return to_type("fase", typed if typed.isdecimal() else fase.id)
    return None


def _in_the_texts(word: str) -> str:
    """Say how to look *word* up, on a line; nothing when it is no word."""
    return f"Zoek je dit in de teksten? Typ: {to_type('zoek', word)}\n" if word.isalpha() else ""


def _option_names(ctx: Any) -> list[str]:
    return [name for param in ctx.command.get_params(ctx) for name in param.opts] if ctx else []


def _line(param: Any) -> tuple[str, str]:
    """Return what a person types for *param* and what it does; Typer's own line would add English."""
    names = (
        ", ".join(sorted(param.opts, key=lambda name: name.startswith("--")))
        if param.param_type_name == "option"
        else ""
    )
    waarde = "" if getattr(param, "is_flag", False) else param.metavar or ""
    return f"{names} {waarde}".strip(), param.help or ""


def _lijst(formatter: Any, heading: str, lines: Iterable[tuple[str, str]]) -> None:
    """Write *lines* (name and what it does) under *heading*; nothing when there are none."""
    filled = list(lines)
    if filled:
        wide = min(max(len(name) for name, _ in filled), formatter.width // 3) + 2
        formatter.write(f"\n{heading}:\n")
        for name, what in filled:
            first, *rest = wrap(what, formatter.width - wide - 2).split("\n")
            loose = len(name) > wide - 2  # a long name has a line of its own
            formatter.write(f"  {name}\n  {'':{wide}}{first}\n" if loose else f"  {name:{wide}}{first}\n")
            formatter.write("".join(f"  {'':{wide}}{line}\n" for line in rest))


def _option_without_value(option: str) -> str:
    return f"Achter '{option}' ontbreekt een waarde."


def _option_with_value(option: str) -> str:
    return f"Achter '{option}' hoort geen waarde."


def too_many_words(words: list[str]) -> str:
    return f"'{' '.join(words)}' kan hier niet."


_MISSING = {
    "STAP": "Welke stap?", "TERM": "Wat zoek je?", "BESTAND": "Welk bestand?", "SHELL": "Welke shell?",
    "WAT": "Wat wil je zien of controleren?",
}  # fmt: skip


def missing(name: str) -> str:
    word = name.strip("[].")
    return f"{_MISSING[word]} Zet het erachter." if word in _MISSING else f"{word} ontbreekt."


def help_hint(opdracht: str) -> str:
    """Say how to see the help of *opdracht*, which begins with the name of the program."""
    return f"Uitleg: {to_type(*opdracht.split()[1:], '--help')}"
