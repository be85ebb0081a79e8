"""What people typed in other plans of their project: found, said, and asked about before more people read it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from routekaart_cli.cli.writing import READERS, Sources, build, formats_of, named, read
from routekaart_cli.documents import formats
from routekaart_cli.documents.eigen_tekst import Added, found
from routekaart_cli.environment import paths
from routekaart_cli.environment.world import Environment
from routekaart_cli.errors import UnreadableFile
from routekaart_cli.plan.builder import Omvang
from routekaart_cli.plan.records import Lezer


def by_hand(env: Environment, names: Sequence[str], omvang: Omvang, sources: Sources) -> tuple[Added, ...]:
    """Return what people typed in other plans of this project that may be read by the reader of the files *names*.

    What more people would read then is shown, and goes in only when somebody says so.
    """
    documents = [name for name in names if formats.choose(sources.formaat, name, formats_of(omvang)).sjabloon]
    if omvang.verzonnen or omvang.verslag or not documents or not env.project_path:
        return ()
    targets = {paths.user_path(env.cwd, name) for name in names}
    others = [path for path in sorted(env.project_path.parent.glob("*.md")) if path not in targets]
    project = build(env, omvang)[0].project if others else ""
    found_here = (_added(env, path, project) for path in others)
    taken = tuple(one for one in found_here if one and _may_be_read(env, one, omvang.voor))
    for one in taken:
        if one.stukken:
            env.say(f"Wat jullie zelf schreven in {one.naam}, staat er ook in.")
        if one.veranderd:
            env.say(f"In {one.naam} veranderden jullie {named(list(one.veranderd))}. Dat staat hier niet in.")
    return taken


def _added(env: Environment, path: Path, project: str) -> Added | None:
    try:
        return found(env.name_of(path), read(path, path.name), project) if path.is_file() else None
    except UnreadableFile:  # somebody else's
        return None


def _may_be_read(env: Environment, one: Added, voor: Lezer) -> bool:
    """Is *voor* no wider than whom *one* is for? Else show it and ask."""
    if not voor.is_wider(one.voor) or not one.stukken:
        return not voor.is_wider(one.voor)
    own = "\n".join(f"  {line}" for _, text in one.stukken for line in text.split("\n"))
    env.say(f"In {one.naam} schreven jullie zelf iets. Dat plan is voor {READERS[one.voor]}:\n{own}")
    if not env.can_ask or env.options.json:
        env.say(f"Dat is weggelaten: dit plan is voor {READERS[voor]}.")
        return False
    from routekaart_cli.gesprek.tafel import Stopped, Tafel

    try:
        return Tafel.of(env, env.werk()).agree(
            "Eigen tekst",
            f"Mag deze tekst ook in het plan voor {READERS[voor]}?",
            "Meer mensen lezen dit plan. Staat er iets in wat zij niet mogen lezen? Kies dan nee.",
            proposal="nee",
        )
    except Stopped:
        return False
