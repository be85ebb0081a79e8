"""The plan of a project as a document: built for its reader, and written with what people added."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from routekaart_cli.documents import formats
from routekaart_cli.documents.eigen_tekst import Added, with_added
from routekaart_cli.documents.formats import Formaat
from routekaart_cli.documents.levend import Updated, parse, update
from routekaart_cli.domain import voortgang
from routekaart_cli.domain.antwoorden import Stand
from routekaart_cli.dutch import did_you_mean, enumeration, nearest, plural
from routekaart_cli.dutch.dates import day_in_words
from routekaart_cli.dutch.opdrachten import to_type
from routekaart_cli.environment import paths
from routekaart_cli.environment.world import Environment
from routekaart_cli.errors import NOT_UTF8, REPAIR, NoProject, TargetExists, UnreadableFile, UsageProblem
from routekaart_cli.files import as_bytes, read_bytes, write_atomic
from routekaart_cli.plan import builder, lezers
from routekaart_cli.plan.builder import Omvang
from routekaart_cli.plan.lezers import Verdacht
from routekaart_cli.plan.records import Lezer, Plan
from routekaart_cli.project import store

VOORBEELDPROJECT = "voorbeeldproject.yaml"
_WRITTEN = {"csv": "De lijst met acties staat", "ics": "De datums voor in de agenda staan"}
READERS = {Lezer.ONS: "jullie zelf", Lezer.GEMEENTE: "de gemeente", Lezer.IEDEREEN: "iedereen"}
_FOR = {
    Lezer.ONS: "Dit is voor jullie zelf. Alle namen en notities staan erin.",
    Lezer.GEMEENTE: "Dit is voor de gemeente. Jullie woordvoerder staat erin, met mail of telefoon als die er is. "
    "Anderen staan er met hun voornaam in.",
    Lezer.IEDEREEN: "Dit is voor iedereen. De velden voor namen, contact en notities zijn weggelaten.",
}


class How(NamedTuple):
    """How a document is written: in which format, over what is there, and for whom."""

    formaat: Formaat
    overwrite: bool
    omvang: Omvang
    opdracht: str
    """What a person types to make it again, without the name of the file."""


class Sources(NamedTuple):
    """What a person named to make a document with: a format, a template, a huisstijl; all may be empty."""

    formaat: str
    sjabloon: str
    huisstijl: str
    herinnering: str
    """So many days before each day in a calendar it reminds of it."""


class Exported(NamedTuple):
    """A plan as a document: what was made, of what, and where it went."""

    formaat: Formaat
    target: Path | None
    plan: Plan
    checked: Checked
    document: str | bytes
    updated: Updated | None


class Checked(NamedTuple):
    """What a plan left out for its reader, and what in it a person must look at."""

    left_out: Mapping[str, int]
    suspects: tuple[Verdacht, ...]


def lezer(typed: str, *, without: bool, default: Lezer = Lezer.GEMEENTE) -> Lezer:
    """Return the reader that a person named; *without* personal data is another name of everybody.

    Raises `UsageProblem` with the readers there are, or when both say something else.
    """
    name = typed.strip().lower()
    if not name:
        return Lezer.IEDEREEN if without else default
    if name not in set(Lezer):
        hint = f"{did_you_mean(nearest(name, Lezer))}Kies: {enumeration(list(Lezer), 'of')}."
        raise UsageProblem(f"Een plan voor '{typed}' kan routekaart niet maken.", hint)
    if without and name != Lezer.IEDEREEN:
        raise UsageProblem(
            f"--zonder-persoonsgegevens past niet bij --voor {name}.", "Het betekent hetzelfde als --voor iedereen."
        )
    return Lezer(name)


def export(
    env: Environment, name: str, omvang: Omvang, sources: Sources, added: Sequence[Added] = (), *, overwrite: bool
) -> Exported:
    """Make the plan of *env* as *omvang* says and write it to the file *name*; with `-` it is only made.

    What was *added* to other documents of this plan stands in it too.

    Raises `NoProject`, `NothingToExport`, `TargetExists`, `UnreadableFile`, `UsageProblem`, `WriteFailed`.
    """
    formaat = formats.choose(sources.formaat, name, formats_of(omvang))
    again = opdracht(env, omvang, Lezer.GEMEENTE, **sources._asdict())
    # Whether the file is there is for `write`: a plan can live on.
    target = target_of(env, name, again, overwrite=True)
    plan, checked = build(env, omvang._replace(volledig=omvang.volledig or formaat.volledig))
    plan = with_added(plan, added)
    document = render(env, formaat, plan, template_for(env, formaat, sources))
    if sources.herinnering:
        document = _reminding(formaat, str(document), sources.herinnering)
    how = How(formaat, overwrite, omvang, again)
    return Exported(formaat, target, plan, checked, document, write(env, target, document, how) if target else None)


def _reminding(formaat: Formaat, document: str, days: str) -> str:
    from routekaart_cli.documents import plan_ics

    if formaat.naam != "ics":
        raise UsageProblem("--herinnering hoort bij een agenda (.ics).", "Laat de naam eindigen op .ics.")
    if not days.isdecimal() or int(days) > plan_ics.MOST_DAYS:
        raise UsageProblem(
            f"'{days}' dagen van tevoren kan niet.", f"Typ een getal van 0 tot en met {plan_ics.MOST_DAYS}."
        )
    return plan_ics.reminding(document, int(days))


def formats_of(omvang: Omvang) -> Sequence[Formaat]:
    """Return the formats in which a document as *omvang* says can be made."""
    return formats.DOCUMENT if omvang.verslag else formats.PLAN


def build(env: Environment, omvang: Omvang) -> tuple[Plan, Checked]:
    """Return the plan of the project of *env* as *omvang* says, and what of the answers it was made of.

    What the reader may not see is taken out of the answers, before anything is made of them. Raises `NoProject`,
    `UnreadableFile`.
    """
    project = store.load(env.inhoud.path(VOORBEELDPROJECT)) if omvang.verzonnen else env.need_project()
    antwoorden = env.inhoud.read_now(project.antwoorden)
    if not antwoorden:
        raise NoProject("Er zijn nog geen antwoorden om een plan van te maken.", f"Begin met: {to_type('start')}")
    inhoud = env.inhoud
    selection = lezers.select(inhoud.vragen, antwoorden, omvang.voor)
    stand = voortgang.overzicht(inhoud.intake, inhoud.fasen, inhoud.zijspoor, selection.antwoorden, env.today)
    plan = builder.build(inhoud, stand, env.today, omvang, project)
    return plan, Checked(selection.left_out, lezers.in_plan(plan, selection.suspects))


def has_chapters(formaat: Formaat) -> bool:
    """Is a plan in *formaat* its chapters, so that it can be shorter or longer?"""
    return formaat.naam not in _WRITTEN


def say_what_is_in_it(env: Environment, plan: Plan, checked: Checked, *, chapters: bool) -> None:
    """Say for whom *plan* is, what it left out, and what a person must look at before it is shared.

    Which *chapters* are shorter than can be, is said where they stand in what was made.
    """
    if plan.waarschuwing:
        env.say(plan.waarschuwing)
        return
    env.say(" ".join([_FOR[plan.voor], *_left_out(checked.left_out)]))
    if chapters and plan.weggelaten:
        whole = to_type(env.opdracht, "--volledig")
        env.say(f"Dit is het korte plan. Niet erin: {enumeration(plan.weggelaten)}. Alles erin? {whole}")
    if chapters and plan.ingekort:
        env.say(f"Ingekort: {named(list(plan.ingekort))}.")
    if plan.voor is not Lezer.ONS:
        look = [f"  - {line}" for line in _look_at(env, plan, checked)]
        first = "Kijk hiernaar voor je het deelt:" if look else "Lees het na voor je het deelt."
        last = "Dit is niet alles. Lees het ook zelf na." if look else "Er kan altijd nog een naam in staan."
        env.say("\n".join([first, *look, last]) if look else f"{first} {last}")


def _look_at(env: Environment, plan: Plan, checked: Checked) -> Iterator[str]:
    for part in checked.suspects:
        yield f"{env.inhoud.vraag_of(part.vraag).kort}: {', '.join(part.gevonden)}"
    for punt in plan.open_punten:
        if punt.hoe_id == Stand.ONEENS:
            yield f"{punt.kort}: daar zijn jullie het niet over eens"
    for actie in plan.acties:
        if actie.te_laat:
            yield f"{actie.nummer} {actie.titel}: de datum {day_in_words(actie.wanneer_iso)} is voorbij"


def render(env: Environment, formaat: Formaat, plan: Plan, template: Path) -> str | bytes:
    """Return *plan* as a document; raises `UnreadableFile` when *template* is wrong, with where it is explained."""
    try:
        return formaat.make(plan, template)
    except UnreadableFile as error:
        explanation = f"Hoe een sjabloon in elkaar zit, staat in {own_template(env, 'LEESMIJ.md')!s}"
        raise UnreadableFile(error.message, f"{error.hint}\n{explanation}") from error


def template_for(env: Environment, formaat: Formaat, sources: Sources) -> Path:
    """Return the template for *formaat*: the one that was named, or ours; for Word a document with a huisstijl.

    Raises `UsageProblem` when *formaat* has none, or when the name of the template says another one: the format decides
    what makes its values safe.
    """
    _, asked, huisstijl, _ = sources
    if huisstijl and formaat.naam != "docx":
        raise UsageProblem("--huisstijl hoort bij een document van Word.", "Laat de naam eindigen op .docx.")
    if huisstijl:
        path = paths.user_path(env.cwd, huisstijl)
        if not path.is_file():
            raise UnreadableFile(f"{path} is er niet.", "Kijk of de naam klopt.")
        return path
    if asked and not formaat.sjabloon.endswith(".j2"):
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
    return env.inhoud.path(f"sjablonen/{name}")


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


def write(env: Environment, target: Path, document: str | bytes, how: How) -> Updated | None:
    """Write the plan *document* to *target* and say so; return what was updated, when one was there that lives on.

    When it lives on, what people typed in a plan that is there already stays. Raises `TargetExists` when
    *target* is something else, or a plan for another reader (or one that does not say for whom), and then writes
    nothing; `UnreadableFile`, `WriteFailed`.
    """
    name = env.name_of(target)
    lives_on = how.formaat.levend and not how.omvang.verzonnen  # the made-up plan never goes into somebody's own
    goes_on = _calendar_that_goes_on(target, name, document) if how.formaat.naam == "ics" else None
    target_of(env, name, how.opdracht, overwrite=how.overwrite or lives_on or goes_on is not None)
    if goes_on is not None:
        write_atomic(target, goes_on.encode())
        env.say(f"De datums in {name} zijn bijgewerkt. Wat weg is, staat er als vervallen in. Lees het opnieuw in.")
        return None
    if isinstance(document, bytes) or how.overwrite or not lives_on or not paths.is_there(target):
        write_atomic(target, as_bytes(document))
        what = "Het verslag staat" if how.omvang.verslag else _WRITTEN.get(how.formaat.naam, "Het actieplan staat")
        env.say(f"{what} in {name}.")
        return None
    old = read(target, name)
    as_read = parse(old)
    if not as_read.is_ours:
        raise TargetExists(paths.target_exists(name), paths.target_exists_hint(how.opdracht, name))
    if as_read.voor is not how.omvang.voor:
        raise TargetExists(*_other_plan(name, as_read.voor, how.omvang.voor))
    new = update(old, document)
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
            f"Nieuw of teruggezet: {named(list(new.back))}. Wil je zo'n stuk weglaten? "
            "Maak het dan leeg tussen de regels met begin en einde. Die regels blijven staan."
        )
    return new


def _calendar_that_goes_on(target: Path, name: str, document: str | bytes) -> str | None:
    """Return the calendar *document* with what is gone since *target*; None when that is none of this project."""
    from routekaart_cli.documents import plan_ics

    return plan_ics.update(read(target, name), str(document)) if target.is_file() else None


def read(target: Path, name: str) -> str:
    """Return the text of the file *target*, called *name*; raises `UnreadableFile` when it is none in UTF-8."""
    try:
        return read_bytes(target, name).decode()
    except UnicodeDecodeError as error:
        raise UnreadableFile(f"{name}: {NOT_UTF8}.", REPAIR) from error


def _is_plan(target: Path) -> bool:
    """Is the file *target* a plan of ours, in which people may have typed?"""
    if not target.is_file():
        return False
    try:
        return parse(read(target, target.name)).is_ours
    except UnreadableFile:
        return False


def opdracht(env: Environment, omvang: Omvang, default: Lezer, **waarden: str) -> str:
    """Return this command as a person can type it again, with *waarden* of options by their name.

    Without one of its options it makes something else.
    """
    given = {"voor": "" if omvang.voor is default else omvang.voor, **waarden}
    options = [part for name, waarde in given.items() if waarde for part in (f"--{name}", shlex.quote(waarde))]
    flags = {
        "--soort verslag": omvang.verslag,
        "--volledig": omvang.volledig,
        "--met-bijlagen": omvang.bijlagen,
        "--voorbeeld": omvang.verzonnen,
    }
    return " ".join([env.opdracht, *options, *(name for name, on in flags.items() if on)])


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


def _other_plan(path: str, there: Lezer | None, wanted: Lezer) -> tuple[str, str]:
    """Say that a plan for the reader *wanted* cannot go where one for another reader is, and what to do instead."""
    what = f"{path} is een plan voor {READERS[there]}" if there else f"Van {path} is niet te zien voor wie het is"
    other = to_type("export", f"{'delen' if wanted is Lezer.IEDEREEN else wanted}.md", "--voor", wanted)
    same = f"Dat plan bijwerken? {to_type('export', path, '--voor', there)}\n" if there else ""
    return f"{what}. Er is niets veranderd.", f"{same}Een plan voor {READERS[wanted]} maken? {other}"


def _left_out(counting: Mapping[str, int]) -> Iterator[str]:
    """Yield what a document left out for its reader, counted by kind."""
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
    if parts:
        yield f"Weggelaten: {enumeration(parts)}."


def named(titles: list[str]) -> str:
    """Return *titles* as they stand in a sentence, each between quotes."""
    return enumeration([f"'{title}'" for title in titles])
