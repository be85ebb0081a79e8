"""The plan of a project as a document: built with or without the people in it, and written with what people added."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import NamedTuple

from routekaart_cli import voortgang
from routekaart_cli.cli import paden
from routekaart_cli.cli.environment import Environment
from routekaart_cli.errors import NoProject, TargetExists, UnreadableFile, UsageProblem
from routekaart_cli.files import write_atomic
from routekaart_cli.plan import bouwen, personen
from routekaart_cli.plan.gegevens import Plan
from routekaart_cli.plan.levend import MET, ZONDER, parse, update
from routekaart_cli.plan.personen import Anoniem
from routekaart_cli.render import documenten
from routekaart_cli.render.documenten import Formaat
from routekaart_cli.texts import lezen, schermen
from routekaart_cli.texts import plan as woorden
from routekaart_cli.yaml_reader import read_bytes


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
        raise NoProject(woorden.LEEG, woorden.LEEG_HINT)
    inhoud = env.inhoud
    anoniem = personen.zonder(inhoud.vragen, antwoorden) if zonder else Anoniem(antwoorden)
    stand = voortgang.overzicht(inhoud.intake, inhoud.fasen, inhoud.zijspoor, anoniem.antwoorden, env.vandaag)
    return bouwen.build(inhoud, stand, env.vandaag, zonder_persoonsgegevens=zonder), anoniem


def say_left_out(env: Environment, anoniem: Anoniem) -> None:
    """Say what a plan without people left out, and where a name may still be."""
    kort = [env.inhoud.vraag_bij(vraag_id).kort for vraag_id in anoniem.verdacht]
    env.say(woorden.weggelaten(anoniem.weggelaten, kort))


def render(env: Environment, formaat: Formaat, plan: Plan, sjabloon: Path) -> str:
    """Return *plan* as a document; raises `UnreadableFile` when *sjabloon* is wrong, with where it is explained."""
    try:
        return documenten.render(formaat, plan, sjabloon)
    except UnreadableFile as fout:
        uitleg = woorden.sjabloon_uitleg(str(eigen_sjabloon(env, "LEESMIJ.md")))
        raise UnreadableFile(fout.message, f"{fout.hint}\n{uitleg}") from fout


def sjabloon_van(env: Environment, formaat: Formaat, gevraagd: str) -> Path:
    """Return the template for *formaat*: the one *gevraagd*, or ours.

    Raises `UsageProblem` when *formaat* has none, or when the name of the template says another one: the format decides
    what makes its values safe.
    """
    if gevraagd and not formaat.sjabloon:
        raise UsageProblem(woorden.geen_sjabloon(formaat.naam), woorden.GEEN_SJABLOON_HINT)
    ander = documenten.of_name(gevraagd.lower().removesuffix(".j2"))
    if ander and ander.sjabloon and ander != formaat:
        raise UsageProblem(
            woorden.ander_sjabloon(gevraagd, ander.naam, formaat.naam), woorden.ander_sjabloon_hint(ander.naam)
        )
    return paden.user_path(env.cwd, gevraagd) if gevraagd else eigen_sjabloon(env, formaat.sjabloon)


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
        return paden.target(env.cwd, getypt, opdracht, overschrijf=overschrijf, nooit=env.project_path)
    except TargetExists as fout:
        if _is_plan(paden.user_path(env.cwd, getypt)):  # to replace it loses what people typed in it
            raise TargetExists(fout.message, woorden.PLAN_WEG_HINT) from fout
        raise


def write(env: Environment, doel: Path, tekst: str, hoe: Hoe) -> dict[str, object]:
    """Write the plan *tekst* to *doel* and say so; return for --json what stayed as people made it.

    When it lives on, what people typed in a plan that is there already stays. Raises `TargetExists` when
    *doel* is something else, or a plan with people in it while this one is without (or the other way round, or when it
    does not say), and then writes nothing; `UnreadableFile`, `WriteFailed`.
    """
    naam = env.naam_van(doel)
    doel_van(env, naam, hoe.opdracht, overschrijf=hoe.overschrijf or hoe.formaat.levend)
    if hoe.overschrijf or not hoe.formaat.levend or not paden.is_there(doel):
        write_atomic(doel, tekst.encode())
        env.say(woorden.geschreven(naam, hoe.formaat.naam))
        return {}
    oud = _read(doel, naam)
    gelezen = parse(oud)
    if not gelezen.van_ons:
        raise TargetExists(schermen.doel_bestaat(naam), schermen.doel_bestaat_hint(hoe.opdracht, naam))
    if gelezen.personen != (ZONDER if hoe.zonder else MET):
        raise TargetExists(woorden.ander_plan(naam, zonder=hoe.zonder), woorden.ander_plan_hint(zonder=hoe.zonder))
    nieuw = update(oud, tekst)
    write_atomic(doel, nieuw.tekst.encode())
    env.say(woorden.bijgewerkt(naam))
    for blok in nieuw.behouden:
        env.say(woorden.behouden(blok.titel, blok.id, naam, nieuwer=blok.nieuwer, vervallen=blok.vervallen))
    for titel in nieuw.stuk:
        env.say(woorden.stuk(titel))
    if nieuw.terug:
        env.say(woorden.terug(list(nieuw.terug)))
    behouden = [blok._asdict() for blok in nieuw.behouden]
    return {"behouden": behouden, "stuk": list(nieuw.stuk), "terug": list(nieuw.terug)}


def _read(doel: Path, naam: str) -> str:
    try:
        return read_bytes(doel, naam).decode()
    except UnicodeDecodeError as fout:
        raise UnreadableFile(f"{naam}: {lezen.GEEN_UTF8}.", lezen.HERSTEL) from fout


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
