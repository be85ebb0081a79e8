"""Typer in Dutch: help screens, usage errors and suggestions, and the options that every command takes.

Typer has no way to translate; what stands here uses its public classes and builds each sentence from the parts of an
error, never from its English text (which differs per version).
"""

from __future__ import annotations

import contextlib
import importlib
from collections.abc import Iterable, Sequence
from typing import Annotated, Any, NamedTuple

import typer
from typer.core import TyperCommand, TyperGroup

from routekaart_cli import VERSIE
from routekaart_cli.cli import words
from routekaart_cli.dutch import did_you_mean, nearest
from routekaart_cli.dutch.characters import vouw
from routekaart_cli.environment.world import Environment
from routekaart_cli.errors import UnknownName, UsageProblem

_OPTIES = "[OPTIES]"
HELP_NAMEN = ["-h", "--help", "--hulp"]


def _optie(*namen: str, callback: Any = None, **hoe: Any) -> Any:
    return typer.Option(*namen, expose_value=False, callback=callback or _keep, **hoe)


def _keep(ctx: typer.Context, param: typer.CallbackParam, waarde: Any) -> None:
    """Put the value of an option that holds everywhere in the environment; once on, it stays on."""
    if waarde and param.name:
        setattr(ctx.ensure_object(Environment).opties, param.name, waarde)


def _versie(ctx: typer.Context, param: typer.CallbackParam, waarde: bool) -> None:
    if waarde:
        ctx.ensure_object(Environment).stdout.write(f"routekaart {VERSIE}\n")
        raise typer.Exit


def _help(ctx: typer.Context, param: typer.CallbackParam, waarde: bool) -> None:
    if waarde:
        ctx.ensure_object(Environment).stdout.write(f"{ctx.get_help()}\n")
        raise typer.Exit


def _overal(
    project: Annotated[
        str, _optie("-p", "--project", metavar=words.PAD, help="Het projectbestand, of de map waarin het staat.")
    ] = "",
    json: Annotated[bool, _optie("--json", help="Geef de uitkomst als JSON, voor andere programma's.")] = False,
    geen_kleur: Annotated[bool, _optie("--geen-kleur", "--no-color", help="Gebruik geen kleuren.")] = False,
    geen_invoer: Annotated[bool, _optie("--geen-invoer", "--no-input", help="Stel geen vragen.")] = False,
    toegankelijk: Annotated[
        bool, _optie("--toegankelijk", help="Gewone regels, geschikt voor een schermlezer.")
    ] = False,
    versie: Annotated[
        bool, _optie("--versie", "--version", help="Laat de versie zien.", callback=_versie, is_eager=True)
    ] = False,
    hulp: Annotated[bool, _optie(*HELP_NAMEN, help="Laat deze uitleg zien.", callback=_help, is_eager=True)] = False,
) -> None:
    """Hold the options that every command takes; nobody calls it."""


def _params() -> list[Any]:
    """Return the options of `_overal` as Typer makes them: how one is built differs per version."""
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command(add_help_option=False)(_overal)
    return typer.main.get_command(app).params


OVERAL = _params()
HULP = OVERAL[-1]


class _Dutch:
    """What a command and the group of commands have in common."""

    params: list[Any]

    def get_params(self, ctx: Any) -> list[Any]:
        return [*self.params, *OVERAL]

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        try:
            return list(super().parse_args(ctx, args))  # type: ignore[misc]
        except typer.TyperException as fout:
            if getattr(fout, "ctx", None) is None:  # the parser does not say where it was
                fout.ctx = ctx  # type: ignore[attr-defined]
            raise

    def get_help_option(self, ctx: Any) -> Any:
        return HULP

    def format_help(self, ctx: Any, formatter: Any) -> None:
        formatter.width = min(ctx.ensure_object(Environment).breedte, 100)
        formatter.write(f"{vouw(' '.join(['Gebruik:', ctx.command_path, *self.usage_words(ctx)]), formatter.width)}\n")
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(getattr(self, "help", "") or "")
        self._groepen(ctx, formatter)
        _lijst(formatter, "Wat je invult", map(_regel, zichtbaar(self.params, "argument")))
        _lijst(formatter, "Opties", map(_regel, zichtbaar(self.params, "option")))
        _lijst(formatter, "Bij elke opdracht", map(_regel, OVERAL))

    def usage_words(self, ctx: Any) -> list[str]:
        return [_OPTIES, *(p.metavar for p in self.params if p.param_type_name == "argument")]

    def _groepen(self, ctx: Any, formatter: Any) -> None:
        pass


class DutchCommand(_Dutch, TyperCommand):
    """One command."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        ctx.ensure_object(Environment).opdracht = ctx.info_name
        ctx.allow_extra_args = True
        over = super().parse_args(ctx, args)
        if over:
            raise UsageProblem(words.te_veel_woorden(over), words.help_hint(ctx.command_path))
        return over


class Opdracht(NamedTuple):
    """A command: a function *naam* in a module of that name here, its group in the help, and what it does."""

    naam: str
    groep: str
    wat: str


class DutchGroup(_Dutch, TyperGroup):
    """The program itself: all commands, in groups. Only the one that is used is imported."""

    opdrachten: Sequence[Opdracht] = ()

    def know(self, opdrachten: Sequence[Opdracht]) -> None:
        """Have these *opdrachten*."""
        self.opdrachten = opdrachten

    def list_commands(self, ctx: Any) -> list[str]:
        return [opdracht.naam for opdracht in self.opdrachten]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        opdracht = next((opdracht for opdracht in self.opdrachten if opdracht.naam == cmd_name), None)
        if opdracht is None:
            return None
        module = importlib.import_module(f"routekaart_cli.cli.{opdracht.naam}")
        app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
        app.command(opdracht.naam, cls=DutchCommand, help=opdracht.wat)(getattr(module, opdracht.naam))
        return typer.main.get_command(app)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if args[0] not in self.list_commands(ctx):
            bedoeld = _fase(ctx, args[0]) or nearest(args[0], self.list_commands(ctx))
            raise UsageProblem(
                f"Onbekende opdracht '{args[0]}'.",
                f"{did_you_mean(bedoeld)}Alle opdrachten zie je met: routekaart --help",
            )
        return super().resolve_command(ctx, args)

    def usage_words(self, ctx: Any) -> list[str]:
        return [_OPTIES, "[OPDRACHT]"]

    def _groepen(self, ctx: Any, formatter: Any) -> None:
        for groep in (words.AAN_DE_SLAG, words.OPZOEKEN, words.JULLIE_PROJECT, words.VOOR_REDACTEUREN):
            _lijst(formatter, groep, ((deel.naam, deel.wat) for deel in self.opdrachten if deel.groep == groep))


def help_fields(ctx: Any) -> dict[str, object]:
    """Return the help of the command of *ctx* for a program."""
    opdracht = ctx.command
    soorten = {soort: [_regel(p) for p in zichtbaar(opdracht.params, soort)] for soort in ("argument", "option")}
    return {
        "naam": ctx.info_name,
        "wat": opdracht.help,
        "gebruik": " ".join([ctx.command_path, *opdracht.usage_words(ctx)]),
        "invullen": [{"naam": naam, "uitleg": uitleg} for naam, uitleg in soorten["argument"]],
        "opties": [{"naam": naam, "uitleg": uitleg} for naam, uitleg in [*soorten["option"], *map(_regel, OVERAL)]],
    }


def usage_problem(fout: typer.TyperException, naam: str) -> UsageProblem:
    """Return what is wrong in Dutch for any usage error of Typer in the command *naam*, built from its parts.

    The classes are private to Typer, so they are told apart by name.
    """
    ctx: Any = getattr(fout, "ctx", None)
    opdracht = ctx.command_path if ctx else f"routekaart {naam}".strip()
    hint = words.help_hint(opdracht)
    optie = str(getattr(fout, "option_name", "") or "")
    match type(fout).__name__:
        case "NoSuchOption":
            bedoeld = nearest(optie, _optie_namen(ctx))
            return UsageProblem(f"Onbekende optie '{optie}'.", f"{did_you_mean(bedoeld)}{words.help_hint(opdracht)}")
        case "BadOptionUsage":
            param = next((p for p in ctx.command.get_params(ctx) if optie in p.opts), None) if ctx else None
            wat = _optie_met_waarde if getattr(param, "is_flag", False) else _optie_zonder_waarde
            return UsageProblem(wat(optie), hint)
        case "MissingParameter":
            param = getattr(fout, "param", None)
            naam = getattr(param, "metavar", None) or getattr(param, "name", None) or ""
            return UsageProblem(words.ontbreekt(naam), _ontbreekt_hint(naam, opdracht))
    return UsageProblem("Deze opdracht begrijpen we niet.", hint)


def zichtbaar(params: Iterable[Any], soort: str) -> list[Any]:
    """Return those of *params* that the help shows: an `argument` or an `option`."""
    return [param for param in params if param.param_type_name == soort and not getattr(param, "hidden", False)]


def _fase(ctx: Any, getypt: str) -> str | None:
    """Return the command that shows the fase *getypt*, or None when it is none."""
    with contextlib.suppress(UnknownName):
        fase = ctx.ensure_object(Environment).inhoud.zoek_fase(getypt)
        return f"routekaart fase {getypt if getypt.isdecimal() else fase.id}"
    return None


def _optie_namen(ctx: Any) -> list[str]:
    return [naam for param in ctx.command.get_params(ctx) for naam in param.opts] if ctx else []


def _regel(param: Any) -> tuple[str, str]:
    """Return what a person types for *param* and what it does; Typer's own line would add English."""
    namen = (
        ", ".join(sorted(param.opts, key=lambda naam: naam.startswith("--")))
        if param.param_type_name == "option"
        else ""
    )
    waarde = "" if getattr(param, "is_flag", False) else param.metavar or ""
    return f"{namen} {waarde}".strip(), param.help or ""


def _lijst(formatter: Any, kop: str, regels: Iterable[tuple[str, str]]) -> None:
    """Write *regels* (name and what it does) under *kop*; nothing when there are none."""
    gevuld = list(regels)
    if gevuld:
        breed = min(max(len(naam) for naam, _ in gevuld), formatter.width // 3) + 2
        formatter.write(f"\n{kop}:\n")
        for naam, wat in gevuld:
            eerste, *rest = vouw(wat, formatter.width - breed - 2).split("\n")
            los = len(naam) > breed - 2  # a long name has a line of its own
            formatter.write(f"  {naam}\n  {'':{breed}}{eerste}\n" if los else f"  {naam:{breed}}{eerste}\n")
            formatter.write("".join(f"  {'':{breed}}{regel}\n" for regel in rest))


def _optie_zonder_waarde(optie: str) -> str:
    return f"Achter '{optie}' ontbreekt een waarde."


def _optie_met_waarde(optie: str) -> str:
    return f"Achter '{optie}' hoort geen waarde."


_INGEVULD = {
    words.META_STAP: "routekaart stap 3.2",
    words.META_TERM: "routekaart zoek jongeren",
    words.META_SHELL: "routekaart voltooiing bash",
    words.META_INHOUD: "routekaart inhoud kaart",
    words.META_BESTANDEN: "routekaart samenvoegen kopie.yaml",
}


def _ontbreekt_hint(naam: str, opdracht: str) -> str:
    voorbeeld = f"Typ bijvoorbeeld: {_INGEVULD[naam]}\n" if naam in _INGEVULD else ""
    return f"{voorbeeld}{words.help_hint(opdracht)}"
