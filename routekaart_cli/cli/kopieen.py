"""Copies of the project file beside it, as shared folders make them when two people work at the same time."""

from __future__ import annotations

import os
import re
from pathlib import Path

from routekaart_cli.cli import tafel
from routekaart_cli.cli.project import Werk
from routekaart_cli.errors import UnreadableFile
from routekaart_cli.model import Soort, Vraag
from routekaart_cli.prompts import Asker
from routekaart_cli.samenvoegen import Samenvoeging, voeg_samen
from routekaart_cli.texts import samengevoegd
from routekaart_cli.wijzigingen import verschil

_KOPIE = re.compile(r"(?i:.*conflict.*| \(\d+\)|.*\b(kopie|copy)\b.*)|-(?=[\w-]*[A-Z])[\w-]+")
"""What stands behind the name of the file: `(conflicted copy ...)` and `(conflicterende kopie ...)` of Nextcloud and
Dropbox, `.sync-conflict-...` of Syncthing, ` (1)` of Google Drive, `-LAPTOP` of OneDrive."""


def beside(path: Path) -> list[Path]:
    """Return the files beside the project file *path* whose name says they are a copy of it, by name.

    A link is followed: copies stand beside the file itself.
    """
    path = Path(os.path.realpath(path))
    try:
        namen = sorted(bestand.name for bestand in path.parent.iterdir())
    except OSError:
        return []
    stam, einde = path.stem, path.suffix
    passend = [naam for naam in namen if naam.startswith(stam) and naam.endswith(einde) and naam != path.name]
    kopieen = [naam for naam in passend if _KOPIE.fullmatch(naam[len(stam) : len(naam) - len(einde)])]
    return [path.parent / naam for naam in kopieen if (path.parent / naam).is_file()]


def offer(werk: Werk, asker: Asker) -> None:
    """Offer to merge every copy beside the file that says something else. Raises `Gestopt`."""
    from routekaart_cli import sidecar, store

    for kopie in beside(werk.path):
        try:
            samen = voeg_samen(werk.project, store.load(kopie))
        except UnreadableFile as fout:
            asker.tell(f"{fout.message} {samengevoegd.KOPIE_KAPOT}")
            continue
        anders = len(verschil(werk.project.antwoorden, samen.project.antwoorden, "").oud)
        if not anders:
            continue
        tekst = samengevoegd.kopie_gevonden(kopie.name, anders)
        vraag = Vraag("", samengevoegd.KOPIE_KORT, tekst, Soort.JA_NEE, samengevoegd.KOPIE_WAAROM)
        if tafel.agree(werk.env, asker, vraag, werk.project.antwoorden):
            werk.replace(samen.project)
            _tell(werk, asker, samen, kopie)
            asker.tell(samengevoegd.kopie_opgeruimd(werk.env.naam_van(sidecar.put_away(werk.path, kopie))))
        else:
            asker.tell(samengevoegd.kopie_later(kopie.name))


def _tell(werk: Werk, asker: Asker, samen: Samenvoeging, kopie: Path) -> None:
    from routekaart_cli.render import check, plain

    vragen = {naam: werk.env.inhoud.vraag_bij(naam) for naam in samen.herkomst}
    asker.tell(plain.render(check.samenvoeging(samen, vragen, werk.naam, kopie.name), None).rstrip())
