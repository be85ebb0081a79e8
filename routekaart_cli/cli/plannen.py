"""The plan of a project as a document: built with or without the people in it, and written with what people added."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from routekaart_cli.documents import formats
from routekaart_cli.documents.formats import Formaat
from routekaart_cli.documents.levend import MET, ZONDER, parse, update
from routekaart_cli.domain import voortgang
from routekaart_cli.dutch import enumeration, plural, unbroken
from routekaart_cli.environment import paths
from routekaart_cli.environment.world import Environment
from routekaart_cli.errors import GEEN_UTF8, HERSTEL, NoProject, TargetExists, UnreadableFile, UsageProblem
from routekaart_cli.files import read_bytes, write_atomic
from routekaart_cli.plan import builder, personen
from routekaart_cli.plan.personen import Anoniem
from routekaart_cli.plan.records import Plan

_GESCHREVEN = {"csv": "De lijst met acties staat", "ics": "De datums voor in de agenda staan"}


class Hoe(NamedTuple):
    """How a document is written: in which format, over what is there, and without people."""

    formaat: Formaat
    overschrijf: bool
    zonder: bool
    opdracht: str
    """What a person types to make it again, without the name of the file."""


def build(env: Environment, *, zonder: bool) -> tuple[Plan, Anoniem]:
    """Return the plan of the project of *env*, and what it was made of: *zonder* leaves the people out.

    People are taken out of the answers, before anything is made of them. Raises `NoProject`, `UnreadableFile`.
    """
    antwoorden = env.need_project().antwoorden
    if not antwoorden:
        raise NoProject("Er zijn nog geen antwoorden om een plan van te maken.", "Begin met: routekaart start")
    inhoud = env.inhoud
    anoniem = personen.zonder(inhoud.vragen, antwoorden) if zonder else Anoniem(antwoorden)
    stand = voortgang.overzicht(inhoud.intake, inhoud.fasen, inhoud.zijspoor, anoniem.antwoorden, env.vandaag)
    return builder.build(inhoud, stand, env.vandaag, zonder_persoonsgegevens=zonder), anoniem


def say_left_out(env: Environment, anoniem: Anoniem) -> None:
    """Say what a plan without people left out, and where a name may still be."""
    kort = [env.inhoud.vraag_bij(vraag_id).kort for vraag_id in anoniem.verdacht]
    env.say(_weggelaten(anoniem.weggelaten, kort))


def render(env: Environment, formaat: Formaat, plan: Plan, sjabloon: Path) -> str:
    """Return *plan* as a document; raises `UnreadableFile` when *sjabloon* is wrong, with where it is explained."""
    try:
        return formaat.make(plan, sjabloon)
    except UnreadableFile as fout:
        uitleg = f"Hoe een sjabloon in elkaar zit, staat in {eigen_sjabloon(env, 'LEESMIJ.md')!s}"
        raise UnreadableFile(fout.message, f"{fout.hint}\n{uitleg}") from fout


def sjabloon_van(env: Environment, formaat: Formaat, gevraagd: str) -> Path:
    """Return the template for *formaat*: the one *gevraagd*, or ours.

    Raises `UsageProblem` when *formaat* has none, or when the name of the template says another one: the format decides
    what makes its values safe.
    """
    if gevraagd and not formaat.sjabloon:
        raise UsageProblem(
            f"Bij het formaat {formaat.naam} hoort geen sjabloon.", "Laat --sjabloon weg, of kies een ander formaat."
        )
    ander = formats.of_name(gevraagd.lower().removesuffix(".j2"))
    if ander and ander.sjabloon and ander != formaat:
        raise UsageProblem(
            f"{gevraagd} is een sjabloon voor {ander.naam}, en dit plan wordt {formaat.naam}.",
            f"Zet erbij: --formaat {ander.naam}. Of kies een ander sjabloon.",
        )
    return paths.user_path(env.cwd, gevraagd) if gevraagd else eigen_sjabloon(env, formaat.sjabloon)


def eigen_sjabloon(env: Environment, naam: str) -> Path:
    """Return our own template called *naam*."""
    return env.inhoud.map / "sjablonen" / naam


def doel_van(env: Environment, getypt: str, opdracht: str, *, overschrijf: bool) -> Path | None:
    """Return the file to write that a person means with *getypt*, or None for stdout (`-`).

    *opdracht* is what a person types before it, to make the document again. Raises `TargetExists`, `WriteFailed`.
    """
    if getypt == "-":
        return None
    try:
        return paths.target(env.cwd, getypt, opdracht, overschrijf=overschrijf, nooit=env.project_path)
    except TargetExists as fout:
        if _is_plan(paths.user_path(env.cwd, getypt)):  # to replace it loses what people typed in it
            raise TargetExists(
                fout.message,
                (
                    "Dit is jullie actieplan. Komt er iets anders voor in de plaats? "
                    "Dan is weg wat jullie er zelf in schreven.\n"
                    "Kies een andere naam."
                ),
            ) from fout
        raise


def write(env: Environment, doel: Path, tekst: str, hoe: Hoe) -> dict[str, object]:
    """Write the plan *tekst* to *doel* and say so; return for --json what stayed as people made it.

    When it lives on, what people typed in a plan that is there already stays. Raises `TargetExists` when
    *doel* is something else, or a plan with people in it while this one is without (or the other way round, or when it
    does not say), and then writes nothing; `UnreadableFile`, `WriteFailed`.
    """
    naam = env.naam_van(doel)
    doel_van(env, naam, hoe.opdracht, overschrijf=hoe.overschrijf or hoe.formaat.levend)
    if hoe.overschrijf or not hoe.formaat.levend or not paths.is_there(doel):
        write_atomic(doel, tekst.encode())
        env.say(f"{_GESCHREVEN.get(hoe.formaat.naam, 'Het actieplan staat')} in {naam}.")
        return {}
    oud = _read(doel, naam)
    gelezen = parse(oud)
    if not gelezen.van_ons:
        raise TargetExists(paths.doel_bestaat(naam), paths.doel_bestaat_hint(hoe.opdracht, naam))
    if gelezen.personen != (ZONDER if hoe.zonder else MET):
        raise TargetExists(_ander_plan(naam, zonder=hoe.zonder), _ander_plan_hint(zonder=hoe.zonder))
    nieuw = update(oud, tekst)
    write_atomic(doel, nieuw.tekst.encode())
    env.say(f"Het actieplan in {naam} is bijgewerkt. Wat jullie er zelf bij schreven, staat er nog.")
    for blok in nieuw.behouden:
        env.say(_behouden(blok.titel, blok.id, naam, nieuwer=blok.nieuwer, vervallen=blok.vervallen))
    for titel in nieuw.stuk:
        env.say(
            f"Bij '{titel}' was een regel met <!-- veranderd of weg. Daarom staan de oude en de nieuwe tekst er nu "
            "allebei. Haal zelf weg wat dubbel is."
        )
    if nieuw.terug:
        env.say(
            f"Nieuw of teruggezet: {_genoemd(list(nieuw.terug))}. Wil je zo'n stuk weglaten? "
            "Maak het dan leeg tussen de regels met begin en einde. Die regels blijven staan."
        )
    behouden = [blok._asdict() for blok in nieuw.behouden]
    return {"behouden": behouden, "stuk": list(nieuw.stuk), "terug": list(nieuw.terug)}


def _read(doel: Path, naam: str) -> str:
    try:
        return read_bytes(doel, naam).decode()
    except UnicodeDecodeError as fout:
        raise UnreadableFile(f"{naam}: {GEEN_UTF8}.", HERSTEL) from fout


def _is_plan(doel: Path) -> bool:
    """Is the file *doel* a plan of ours, in which people may have typed?"""
    if not doel.is_file():
        return False
    try:
        return parse(_read(doel, doel.name)).van_ons
    except UnreadableFile:
        return False


def opdracht(env: Environment, *, zonder: bool, formaat: str = "", sjabloon: str = "") -> str:
    """Return this command as a person can type it again: without one of its options it makes something else."""
    waarden = {"--formaat": formaat, "--sjabloon": sjabloon}
    opties = [deel for naam, waarde in waarden.items() if waarde for deel in (naam, shlex.quote(waarde))]
    return " ".join([env.opdracht, *(["--zonder-persoonsgegevens"] if zonder else []), *opties])


def _behouden(titel: str, blok: str, pad: str, *, nieuwer: bool, vervallen: bool) -> str:
    """Say that a block was left as somebody made it, and how to have the new text."""
    zelf = f"'{titel}' hebben jullie zelf veranderd. Dat blijft zo staan."
    if vervallen:
        return f"{zelf} Het hoort niet meer bij het plan. Is het niet meer nodig? Haal het dan zelf weg."
    if not nieuwer:
        return zelf
    return (
        f"{zelf} Er is nu wel nieuwe tekst. Die zie je met: {unbroken('routekaart export nieuw.md')}. "
        f"Wil je die in {pad}? "
        f"Haal het blok dan weg, van de regel 'begin {blok}' tot en met de regel 'einde {blok}'. Maak het plan opnieuw."
    )


def _ander_plan(pad: str, *, zonder: bool) -> str:
    """Say why a plan without (*zonder*) people cannot go where one with people is, or the other way round."""
    if zonder:
        return f"In {pad} staan misschien al namen. Er is niets veranderd."
    return f"{pad} is misschien een plan zonder persoonsgegevens. Er is niets veranderd."


def _ander_plan_hint(*, zonder: bool) -> str:
    opdracht = "export delen.md --zonder-persoonsgegevens" if zonder else "export plan.md"
    return f"Kies een andere naam, bijvoorbeeld met:\n  {unbroken(f'routekaart {opdracht}')}"


def _weggelaten(tellen: Mapping[str, int], verdacht: list[str]) -> str:
    """Say what a plan without people left out, counted by kind, and in which answers somebody may still be."""
    delen = [
        plural(tellen[soort], *vormen)
        for soort, vormen in (
            {
                "namen": ("naam of contactgegeven", "namen en contactgegevens"),
                "notities": ("notitie", "notities"),
                "wie-zei-het": ("keer wie het antwoord gaf", "keer wie het antwoord gaf"),
                "onbekend": ("gegeven dat routekaart niet kent", "gegevens die routekaart niet kent"),
            }
        ).items()
        if tellen.get(soort)
    ]
    wat = f"Weggelaten: {enumeration(delen)}." if delen else "In de velden voor namen, contact en notities stond niets."
    kijk = f" Kijk vooral bij: {_genoemd(verdacht)}." if verdacht else ""
    return f"{wat} Lees het na voor je het deelt: in eigen zinnen kan nog een naam of telefoonnummer staan.{kijk}"


def _genoemd(titels: list[str]) -> str:
    return enumeration([f"'{titel}'" for titel in titels])
