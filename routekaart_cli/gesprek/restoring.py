"""Putting back the project as it was at the end of an earlier session."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import NamedTuple

from routekaart_cli.domain.antwoorden import Project, Wijziging
from routekaart_cli.dutch import plural
from routekaart_cli.dutch.opdrachten import to_type
from routekaart_cli.environment.world import Environment
from routekaart_cli.errors import NothingToUndo, UnknownName, UnreadableFile
from routekaart_cli.gesprek.tafel import Stopped, Tafel
from routekaart_cli.pages import bestand
from routekaart_cli.project import sidecar, store, wijzigingen
from routekaart_cli.project.kopieen import beside, is_left_by_sync, news, put_away
from routekaart_cli.project.samenvoeging import Samenvoeging, merge
from routekaart_cli.project.werk import Werk
from routekaart_cli.project.wijzigingen import difference

SESSIE_HINT = f"Zie welke kopieën er zijn met: {to_type('terugdraaien', '--sessie')}"
SESSIE_NIET = "Er is niets veranderd."


class Sessie(NamedTuple):
    """One session of which a copy is kept."""

    nummer: int
    project: Project | None
    """None when the copy cannot be read."""
    moment: str
    """Of its last change, ISO; empty when nothing says so."""
    anders: int | None
    """How many answers are not as they are now; None when that cannot be told."""


def sessies(env: Environment, now: Project | None) -> list[Sessie]:
    """Return the sessions of the project of *env*, which is *now* (None: it cannot be read), newest first."""
    return [_sessie(kopie, now) for kopie in sidecar.kopieen(env.file_path)]


def current(env: Environment) -> Project | None:
    """Return the project as it is now; empty when there is no file, None when it cannot be read."""
    try:
        return env.load_project() or Project()
    except UnreadableFile:
        return None


def restore(env: Environment, number: str) -> Wijziging | None:
    """Show what session *number* would change and put it back; None when the group does not want that.

    Raises `UnknownName` for a number that is not there, `NothingToUndo` when it is as it is now, `UnreadableFile`.
    """
    now = current(env)
    werk = None if now is None else env.werk()  # now: what another window keeps meanwhile is merged in
    chosen = next((s for s in sessies(env, now) if str(s.nummer) == number), None)
    if chosen is None:
        raise UnknownName(f"Kopie {number} is er niet.", SESSIE_HINT)
    if chosen.project is None:
        raise UnreadableFile(f"Kopie {number} is niet te lezen.", SESSIE_HINT)
    difference = wijzigingen.difference((now or Project()).antwoorden, chosen.project.antwoorden, env.now)
    if now is not None and not difference.oud:
        raise NothingToUndo(f"Kopie {number} is zoals het nu is.", SESSIE_HINT)
    if werk is None:
        env.say(_sessie_in_words(number, len(chosen.project.antwoorden)))
    elif not env.options.json:
        vragen = {name: env.inhoud.vraag_of(name) for name in difference.oud}
        env.show(bestand.sessie(difference, vragen, number), gesprek=env.can_ask)
    if env.can_ask and not confirmed(
        env,
        werk or env.new_werk(),
        "Terugzetten",
        "Willen jullie deze kopie terugzetten?",
        f"Met ja komt alles zo terug te staan. Dat kun je weer ongedaan maken met: {to_type('terugdraaien')}",
    ):
        return None
    if werk is None:
        saved = sidecar.keep(env.file_path, "onleesbaar")
        store.save(env.file_path, chosen.project)
        env.say(f"Kopie {number} is teruggezet. Het onleesbare bestand is bewaard als {env.name_of(saved)}.")
    else:
        werk.change(difference.nieuw)
        env.say(f"Kopie {number} is teruggezet. Ongedaan maken kan met: {to_type('terugdraaien')}")
    return difference


def _sessie(kopie: sidecar.Kopie, now: Project | None) -> Sessie:
    try:
        project = store.load(kopie.path)
    except UnreadableFile:
        return Sessie(kopie.nummer, None, "", None)
    moment = max((antwoord.gewijzigd for antwoord in project.antwoorden.values()), default="")
    different = None if now is None else len(wijzigingen.difference(now.antwoorden, project.antwoorden, "").oud)
    return Sessie(kopie.nummer, project, moment, different)


def confirmed(env: Environment, werk: Werk, kort: str, text: str, waarom: str) -> bool:
    """Return whether they answer ja to *text* about *werk*, called *kort* and explained by *waarom*; Enter is nee."""
    try:
        return Tafel.of(env, werk).agree(kort, text, waarom, proposal="nee")
    except Stopped:
        return False
    except KeyboardInterrupt:
        env.say(f"\n{SESSIE_NIET}")
        raise


def _sessie_in_words(number: str, antwoorden: int) -> str:
    verb = "staat" if antwoorden == 1 else "staan"
    return (
        f"In kopie {number} {verb} {plural(antwoorden, 'antwoord', 'antwoorden')}. Het bestand zelf is niet te lezen."
    )


def tidy(tafel: Tafel) -> None:
    """Put away the copies that a shared folder left: what they say was taken in when the file was opened."""
    werk = tafel.werk
    left = [kopie for kopie in beside(werk.path, werk.project) if is_left_by_sync(werk.path, kopie)]
    taken: list[tuple[Path, Samenvoeging | None]] = []
    with contextlib.suppress(UnreadableFile):
        bare = store.load(werk.path)
        for kopie in left:
            with contextlib.suppress(UnreadableFile):
                other = store.load(kopie)
                if other.id and other.id == werk.project.id:
                    merged = merge(bare, other)
                    is_new = difference(bare.antwoorden, merged.project.antwoorden, "").oud
                    taken.append((kopie, merged if is_new else None))
                    werk.take_in(other)
                    bare = werk.project
        # Once for all: also what was taken in before and is in no file yet, or what an older file in its place lacks.
        if taken or bare.entries != werk.project.entries:
            werk.keep()
        for kopie, told in taken:  # now that it is saved
            if told:
                _tell(tafel, told, kopie)
            put_away(werk.path, kopie)


def offer(tafel: Tafel) -> None:
    """Offer to merge every copy beside the file that says something else. Raises `Stopped`.

    It stays where it is: once merged it says nothing new, and undoing the merge leaves nothing behind.
    """
    werk = tafel.werk
    for kopie, other in news(werk.path, werk.project):
        if other is None:
            tafel.tell(
                f"{kopie.name} is niet te lezen. Die kopie slaan we over. Vraag wie hem maakte om een nieuwe, of haal "
                "het bestand weg uit de map."
            )
            continue
        different = len(difference(werk.project.antwoorden, merge(werk.project, other).project.antwoorden, "").oud)
        if tafel.agree(
            "Kopie samenvoegen",
            _kopie_found(kopie.name, different),
            "Zo'n kopie ontstaat als twee mensen tegelijk in een gedeelde map werken. Samenvoegen bewaart de "
            "antwoorden uit allebei. Met nee blijft alles zoals het is.",
            proposal="nee",
        ):
            _tell(tafel, werk.take_in(other), kopie)
        else:
            tafel.tell(f"De kopie blijft staan. Later samenvoegen kan met: {to_type('samenvoegen', kopie.name)}")


def _tell(tafel: Tafel, merged: Samenvoeging, kopie: Path) -> None:
    vragen = {name: tafel.inhoud.vraag_of(name) for name in merged.herkomst}
    tafel.show(bestand.samenvoeging(merged, vragen, tafel.file_name, kopie.name), paged=False)


def _kopie_found(name: str, different: int) -> str:
    difference = f"{'is' if different == 1 else 'zijn'} {plural(different, 'antwoord', 'antwoorden')} anders"
    return f"Naast jullie bestand staat een kopie: {name}. Daarin {difference}. Willen jullie samenvoegen?"
