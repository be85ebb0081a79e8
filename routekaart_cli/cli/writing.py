"""The plan of a project as a document: built with or without the people in it, and written with what people added."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from routekaart_cli.documents import formats
from routekaart_cli.documents.formats import Formaat
from routekaart_cli.documents.levend import WITH, WITHOUT, Updated, parse, update
from routekaart_cli.domain import voortgang
from routekaart_cli.dutch import enumeration, plural
from routekaart_cli.dutch.opdrachten import to_type
from routekaart_cli.environment import paths
from routekaart_cli.environment.world import Environment
from routekaart_cli.errors import NOT_UTF8, REPAIR, NoProject, TargetExists, UnreadableFile, UsageProblem
from routekaart_cli.files import read_bytes, write_atomic
from routekaart_cli.plan import builder, personen
from routekaart_cli.plan.personen import Anonymous
from routekaart_cli.plan.records import Plan

_WRITTEN = {"csv": "De lijst met acties staat", "ics": "De datums voor in de agenda staan"}


class How(NamedTuple):
    """How a document is written: in which format, over what is there, and without people."""

    formaat: Formaat
    overwrite: bool
    without: bool
    opdracht: str
    """What a person types to make it again, without the name of the file."""


def build(env: Environment, *, without: bool) -> tuple[Plan, Anonymous]:
    """Return the plan of the project of *env*, and what it was made of: *without* leaves the people out.

    People are taken out of the answers, before anything is made of them. Raises `NoProject`, `UnreadableFile`.
    """
    antwoorden = env.need_project().antwoorden
    if not antwoorden:
        raise NoProject("Er zijn nog geen antwoorden om een plan van te maken.", f"Begin met: {to_type('start')}")
    inhoud = env.inhoud
    anonymous = personen.without(inhoud.vragen, antwoorden) if without else Anonymous(antwoorden)
    stand = voortgang.overzicht(inhoud.intake, inhoud.fasen, inhoud.zijspoor, anonymous.antwoorden, env.today)
    return builder.build(inhoud, stand, env.today, zonder_persoonsgegevens=without), anonymous


def say_left_out(env: Environment, anonymous: Anonymous) -> None:
    """Say what a plan without people left out, and where a name may still be."""
    short = [env.inhoud.vraag_of(vraag_id).kort for vraag_id in anonymous.suspects]
    env.say(_left_out(anonymous.left_out, short))


def render(env: Environment, formaat: Formaat, plan: Plan, template: Path) -> str:
    """Return *plan* as a document; raises `UnreadableFile` when *template* is wrong, with where it is explained."""
    try:
        return formaat.make(plan, template)
    except UnreadableFile as error:
        explanation = f"Hoe een sjabloon in elkaar zit, staat in {own_template(env, 'LEESMIJ.md')!s}"
        raise UnreadableFile(error.message, f"{error.hint}\n{explanation}") from error


def template_for(env: Environment, formaat: Formaat, asked: str) -> Path:
    """Return the template for *formaat*: the one *asked*, or ours.

    Raises `UsageProblem` when *formaat* has none, or when the name of the template says another one: the format decides
    what makes its values safe.
    """
    if asked and not formaat.sjabloon:
        raise UsageProblem(
            f"Bij het formaat {formaat.naam} hoort geen sjabloon.", "Laat --sjabloon weg, of kies een ander formaat."
        )
    other = formats.of_name(asked.lower().removesuffix(".j2"))
    if other and other.sjabloon and other != formaat:
        raise UsageProblem(
            f"{asked} is een sjabloon voor {other.naam}, en dit plan wordt {formaat.naam}.",
            f"Zet erbij: --formaat {other.naam}. Of kies een ander sjabloon.",
        )
    return paths.user_path(env.cwd, asked) if asked else own_template(env, formaat.sjabloon)


def own_template(env: Environment, name: str) -> Path:
    """Return our own template called *name*."""
    return env.inhoud.folder / "sjablonen" / name


def target_of(env: Environment, typed: str, opdracht: str, *, overwrite: bool) -> Path | None:
    """Return the file to write that a person means with *typed*, or None for stdout (`-`).

    *opdracht* is what a person types before it, to make the document again. Raises `TargetExists`, `WriteFailed`.
    """
    if typed == "-":
        return None
    try:
        return paths.target(env.cwd, typed, opdracht, overwrite=overwrite, never=env.project_path)
    except TargetExists as error:
        if _is_plan(paths.user_path(env.cwd, typed)):  # to replace it loses what people typed in it
            raise TargetExists(
                error.message,
                "Dit is jullie actieplan. Komt er iets anders voor in de plaats? "
                "Dan is weg wat jullie er zelf in schreven.\n"
                "Kies een andere naam.",
            ) from error
        raise


def write(env: Environment, target: Path, text: str, how: How) -> Updated | None:
    """Write the plan *text* to *target* and say so; return what was updated, when one was there that lives on.

    When it lives on, what people typed in a plan that is there already stays. Raises `TargetExists` when
    *target* is something else, or a plan with people in it while this one is without (or the other way round, or when
    it does not say), and then writes nothing; `UnreadableFile`, `WriteFailed`.
    """
    name = env.name_of(target)
    target_of(env, name, how.opdracht, overwrite=how.overwrite or how.formaat.levend)
    if how.overwrite or not how.formaat.levend or not paths.is_there(target):
        write_atomic(target, text.encode())
        env.say(f"{_WRITTEN.get(how.formaat.naam, 'Het actieplan staat')} in {name}.")
        return None
    old = _read(target, name)
    as_read = parse(old)
    if not as_read.is_ours:
        raise TargetExists(paths.target_exists(name), paths.target_exists_hint(how.opdracht, name))
    if as_read.people != (WITHOUT if how.without else WITH):
        raise TargetExists(_other_plan(name, without=how.without), _other_plan_hint(without=how.without))
    new = update(old, text)
    write_atomic(target, new.text.encode())
    env.say(f"Het actieplan in {name} is bijgewerkt. Wat jullie er zelf bij schreven, staat er nog.")
    for block in new.behouden:
        env.say(_kept_words(block.titel, block.id, name, newer=block.nieuwer, expired=block.vervallen))
    for title in new.broken:
        env.say(
            f"Bij '{title}' was een regel met <!-- veranderd of weg. Daarom staan de oude en de nieuwe tekst er nu "
            "allebei. Haal zelf weg wat dubbel is."
        )
    if new.back:
        env.say(
            f"Nieuw of teruggezet: {_named(list(new.back))}. Wil je zo'n stuk weglaten? "
            "Maak het dan leeg tussen de regels met begin en einde. Die regels blijven staan."
        )
    return new


def _read(target: Path, name: str) -> str:
    try:
        return read_bytes(target, name).decode()
    except UnicodeDecodeError as error:
        raise UnreadableFile(f"{name}: {NOT_UTF8}.", REPAIR) from error


def _is_plan(target: Path) -> bool:
    """Is the file *target* a plan of ours, in which people may have typed?"""
    if not target.is_file():
        return False
    try:
        return parse(_read(target, target.name)).is_ours
    except UnreadableFile:
        return False


def opdracht(env: Environment, *, without: bool, formaat: str = "", template: str = "") -> str:
    """Return this command as a person can type it again: without one of its options it makes something else."""
    waarden = {"--formaat": formaat, "--sjabloon": template}
    options = [part for name, waarde in waarden.items() if waarde for part in (name, shlex.quote(waarde))]
    return " ".join([env.opdracht, *(["--zonder-persoonsgegevens"] if without else []), *options])


def _kept_words(title: str, block: str, path: str, *, newer: bool, expired: bool) -> str:
    """Say that a block was left as somebody made it, and how to have the new text."""
    handled = f"'{title}' hebben jullie zelf veranderd. Dat blijft zo staan."
    if expired:
        return f"{handled} Het hoort niet meer bij het plan. Is het niet meer nodig? Haal het dan zelf weg."
    if not newer:
        return handled
    return (
        f"{handled} Er is nu wel nieuwe tekst. Die zie je met: {to_type('export', 'nieuw.md')}. "
        f"Wil je die in {path}? "
        f"Haal het blok dan weg, van de regel 'begin {block}' tot en met de regel 'einde {block}'. "
        "Maak het plan opnieuw."
    )


def _other_plan(path: str, *, without: bool) -> str:
    """Say why a plan without (*without*) people cannot go where one with people is, or the other way round."""
    if without:
        return f"In {path} staan misschien al namen. Er is niets veranderd."
    return f"{path} is misschien een plan zonder persoonsgegevens. Er is niets veranderd."


def _other_plan_hint(*, without: bool) -> str:
    words = ("export", "delen.md", "--zonder-persoonsgegevens") if without else ("export", "plan.md")
    return f"Kies een andere naam, bijvoorbeeld met:\n  {to_type(*words)}"


def _left_out(counting: Mapping[str, int], suspects: list[str]) -> str:
    """Say what a plan without people left out, counted by kind, and in which answers somebody may still be."""
    parts = [
        plural(counting[soort], *forms)
        for soort, forms in (
            {
                "namen": ("naam of contactgegeven", "namen en contactgegevens"),
                "notities": ("notitie", "notities"),
                "wie-zei-het": ("keer wie het antwoord gaf", "keer wie het antwoord gaf"),
                "onbekend": ("gegeven dat routekaart niet kent", "gegevens die routekaart niet kent"),
            }
        ).items()
        if counting.get(soort)
    ]
    what = (
        f"Weggelaten: {enumeration(parts)}." if parts else "In de velden voor namen, contact en notities stond niets."
    )
    look = f" Kijk vooral bij: {_named(suspects)}." if suspects else ""
    return f"{what} Lees het na voor je het deelt: in eigen zinnen kan nog een naam of telefoonnummer staan.{look}"


def _named(titles: list[str]) -> str:
    return enumeration([f"'{title}'" for title in titles])
