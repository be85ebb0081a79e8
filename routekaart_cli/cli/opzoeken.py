"""The commands to look something up in the content: the fasen, tips, voorbeelden, words, people and changes."""

from __future__ import annotations

from typing import Annotated, Any, TypedDict

import typer

from routekaart_cli.cli import completion
from routekaart_cli.cli.options import FaseName, NoExplanation
from routekaart_cli.cli.typer_dutch import help_fields, help_text, missing
from routekaart_cli.domain.actueel import belonging_to, still_holding
from routekaart_cli.domain.antwoorden import text_of
from routekaart_cli.domain.routekaart import Fase
from routekaart_cli.domain.vaste_vragen import PROVINCIE
from routekaart_cli.dutch import did_you_mean, enumeration, nearest
from routekaart_cli.dutch.characters import wrap
from routekaart_cli.dutch.opdrachten import to_type
from routekaart_cli.environment.world import Environment
from routekaart_cli.errors import UnknownName, UsageProblem
from routekaart_cli.inhoud import find
from routekaart_cli.pages import guide, items, json_document, reference

OpdrachtJson = TypedDict("OpdrachtJson", {"naam": str, "groep": str, "wat": str})
HulpJson = TypedDict("HulpJson", {"opdrachten": list[OpdrachtJson], "onderwerpen": list[str]})


def fase(
    ctx: typer.Context,
    name: FaseName = "",
    everything: Annotated[bool, typer.Option("--alles", help="Ook alle tips en de volledige voorbeelden.")] = False,
    no_explanation: NoExplanation = False,
) -> None:
    env = ctx.ensure_object(Environment)
    inhoud = env.inhoud
    if name:
        _show_fase(env, find.fase(inhoud, name), everything=everything, no_explanation=no_explanation)
        return
    antwoorden = env.counted(inhoud.vragen)
    env.show(
        lambda: guide.fasen(inhoud.routekaart, inhoud.fasen, inhoud.zijspoor, antwoorden),
        json=lambda: json_document.FasenJson(
            fasen=[json_document.korte_fase(part, antwoorden) for part in inhoud.all_fasen]
        ),
    )


def gemeente(
    ctx: typer.Context,
    everything: Annotated[bool, typer.Option("--alles", help="Ook alles wat er per stap veranderde.")] = False,
    no_explanation: NoExplanation = False,
) -> None:
    env = ctx.ensure_object(Environment)
    _show_fase(env, env.inhoud.zijspoor, everything=everything, no_explanation=no_explanation)


def _show_fase(env: Environment, chosen: Fase, *, everything: bool, no_explanation: bool) -> None:
    """Show the fase *chosen*, with its difficult words explained unless *no_explanation*."""
    inhoud = env.inhoud
    antwoorden = env.counted(chosen.vragen)
    of_stappen_too = inhoud.actueel_for(chosen)
    changed = of_stappen_too if everything else still_holding(belonging_to(of_stappen_too, chosen.id), env.today)
    env.show(
        lambda: items.with_explanations(
            guide.fase(inhoud.routekaart, chosen, changed, antwoorden, env.today, everything=everything),
            () if no_explanation else inhoud.begrippen,
        ),
        json=lambda: json_document.fase(chosen, changed, antwoorden, env.today, everything=everything),
    )


def tips(ctx: typer.Context, name: FaseName = "") -> None:
    env = ctx.ensure_object(Environment)
    fasen = [find.fase(env.inhoud, name)] if name else list(env.inhoud.all_fasen)
    env.show(
        lambda: reference.tips(fasen, env.counted(env.inhoud.vragen) or {}),
        json=lambda: json_document.TipsJson(fasen=[json_document.fasetips(fase) for fase in fasen]),
    )


def voorbeelden(
    ctx: typer.Context,
    name: Annotated[
        str,
        typer.Argument(
            metavar="[N|VOORBEELD]",
            help="Een fase, zoals 3, of de naam van een voorbeeld. Zonder naam: alle titels.",
            autocompletion=completion.voorbeelden,
        ),
    ] = "",
) -> None:
    env = ctx.ensure_object(Environment)
    if not name:
        _show_voorbeelden(env, env.inhoud.all_fasen)
        return
    fasen, chosen = find.voorbeelden(env.inhoud, name)
    if chosen is None:
        _show_voorbeelden(env, fasen)
        return
    env.show(
        lambda: reference.voorbeeld(fasen[0], chosen, env.counted(env.inhoud.vragen) or {}),
        json=lambda: json_document.EenVoorbeeldJson(
            fase=fasen[0].id, voorbeeld=json_document.voorbeeld(chosen, everything=True)
        ),
    )


def _show_voorbeelden(env: Environment, fasen: tuple[Fase, ...]) -> None:
    env.show(
        lambda: reference.voorbeelden(fasen, env.counted(env.inhoud.vragen) or {}),
        json=lambda: json_document.VoorbeeldenJson(fasen=[json_document.fasevoorbeelden(f) for f in fasen]),
    )


def begrippen(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[WOORD]", help="Het woord. Zonder woord: alle woorden.", autocompletion=completion.begrippen
        ),
    ] = None,
) -> None:
    env = ctx.ensure_object(Environment)
    inhoud = env.inhoud
    word = " ".join(words or ())
    if not word:
        env.show(
            lambda: reference.begrippen(inhoud.begrippen),
            json=lambda: json_document.BegrippenJson(begrippen=inhoud.begrippen),
        )
        return
    chosen = find.begrip(inhoud, word)
    changed = belonging_to(inhoud.actueel, chosen.id)
    env.show(
        lambda: reference.begrip(chosen, changed, inhoud.routekaart.bron.peildatum, env.today),
        json=lambda: json_document.BegripJson(begrip=chosen, actueel=json_document.actueel(changed, env.today)),
    )


def zoek(
    ctx: typer.Context,
    words: Annotated[
        list[str],
        typer.Argument(metavar="TERM...", help="Een of meer woorden. Hoofdletters en accenten maken niet uit."),
    ],
    everything: Annotated[bool, typer.Option("--alles", help="Laat alles zien wat er gevonden is.")] = False,
) -> None:
    from routekaart_cli.inhoud import search  # to look up one thing takes none of it

    env = ctx.ensure_object(Environment)
    program: Any = ctx.parent
    inhoud = env.inhoud
    term = " ".join(" ".join(words).split())
    if not search.stems(term):
        raise UsageProblem(missing("TERM"), f"Typ een woord om te zoeken, bijvoorbeeld: {to_type('zoek', 'jongeren')}")
    pieces = (
        *search.of_fasen(inhoud.all_fasen),
        *search.of_reference(inhoud.begrippen, inhoud.actueel, inhoud.contact, inhoud.onderwerpen),
        *search.of_opdrachten((part.naam, part.wat) for part in program.command.opdrachten),
        *search.of_vragen(inhoud.vragen, env.counted(inhoud.vragen) or {}),
    )
    result = search.search_for(pieces, term)
    env.show(
        lambda: reference.found_page(result, inhoud.all_fasen, everything=everything),
        json=lambda: json_document.found_page(result),
    )


def contact(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PROVINCIE]",
            help="Een provincie, zoals drenthe. Zonder naam: de provincie van jullie project.",
            autocompletion=completion.provincies,
        ),
    ] = None,
) -> None:
    env = ctx.ensure_object(Environment)
    contact = env.inhoud.contact
    provincie = " ".join(words or ())
    antwoorden = {} if provincie else env.counted(env.inhoud.intake.vragen) or {}
    typed = provincie or text_of(antwoorden.get(PROVINCIE))
    federatie = find.federatie(contact.federaties, typed) if typed else None
    env.show(
        lambda: reference.contact(contact, federatie, own=not provincie),
        json=lambda: json_document.contact(contact, federatie),
    )


def actueel(
    ctx: typer.Context,
    name: Annotated[
        str,
        typer.Argument(
            metavar="[WAT]", help="Eén verandering, zoals wcw. Leeg: alles.", autocompletion=completion.actueel
        ),
    ] = "",
    everything: Annotated[
        bool, typer.Option("--alles", help="Ook wat afgelopen is, en de bronnen met hun adres.")
    ] = False,
) -> None:
    env = ctx.ensure_object(Environment)
    changed = (find.actueel(env.inhoud, name),) if name else env.inhoud.actueel
    peildatum = env.inhoud.routekaart.bron.peildatum
    env.show(
        lambda: reference.actueel(changed, peildatum, env.today, everything=everything or bool(name)),
        json=lambda: json_document.AlleActueelJson(actueel=json_document.actueel(changed, env.today)),
    )


def hulp(
    ctx: typer.Context,
    onderwerp: Annotated[
        str,
        typer.Argument(
            metavar="[ONDERWERP]",
            help="Een opdracht, of: toetsen, toegankelijkheid, exitcodes. Zonder naam: alle opdrachten.",
            autocompletion=completion.onderwerpen,
        ),
    ] = "",
) -> None:
    env = ctx.ensure_object(Environment)
    program: Any = ctx.parent
    onderwerpen = {part.id: part for part in env.inhoud.onderwerpen}
    if onderwerp in onderwerpen:
        chosen = onderwerpen[onderwerp]
        env.show(lambda: guide.onderwerp(chosen), json=lambda: chosen)
    elif onderwerp:
        _show_opdracht(env, program, onderwerp, list(onderwerpen))
    elif env.options.json:
        opdrachten = [OpdrachtJson(naam=p.naam, groep=p.groep, wat=p.wat) for p in program.command.opdrachten]
        env.show_json(HulpJson(opdrachten=opdrachten, onderwerpen=list(onderwerpen)))
    else:
        names = list(onderwerpen)
        further = f"Er is ook uitleg over {enumeration(names)}. Typ bijvoorbeeld: {to_type('hulp', names[0])}"
        env.write(f"{help_text(program)}\n\n{wrap(env.spell(further), env.width)}\n")


def _show_opdracht(env: Environment, program: Any, name: str, onderwerpen: list[str]) -> None:
    opdracht = program.command.get_command(program, name)
    if opdracht is None:
        meant = nearest(name, [*program.command.list_commands(program), *onderwerpen], 0.5)
        raise UnknownName(
            f"Over '{name}' is geen uitleg.", f"{did_you_mean(meant)}Alle onderwerpen staan in: {to_type('hulp')}"
        )
    with opdracht.make_context(name, [], parent=program, resilient_parsing=True) as within:
        if env.options.json:
            env.opdracht = "hulp"
            env.show_json(help_fields(within))
        else:
            env.write(f"{help_text(within)}\n")
