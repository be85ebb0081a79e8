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
from routekaart_cli.texts import plural, unbroken
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
            asker.tell(
                f"{fout.message} Die kopie slaan we over. Vraag wie hem maakte om een nieuwe, of haal het bestand "
                "weg uit de map."
            )
            continue
        anders = len(verschil(werk.project.antwoorden, samen.project.antwoorden, "").oud)
        if not anders:
            continue
        tekst = _kopie_gevonden(kopie.name, anders)
        vraag = Vraag(
            "",
            "Kopie samenvoegen",
            tekst,
            Soort.JA_NEE,
            (
                "Zo'n kopie ontstaat als twee mensen tegelijk in een gedeelde map werken. "
                "Samenvoegen bewaart de antwoorden uit "
                "allebei. Met nee blijft alles zoals het is."
            ),
        )
        if tafel.agree(werk.env, asker, vraag, werk.project.antwoorden):
            werk.replace(samen.project)
            _tell(werk, asker, samen, kopie)
            asker.tell(f"De kopie is verplaatst naar {werk.env.naam_van(sidecar.put_away(werk.path, kopie))}.")
        else:
            asker.tell(
                f"De kopie blijft staan. Later samenvoegen kan met: {unbroken('routekaart samenvoegen')} '{kopie.name}'"
            )


def _tell(werk: Werk, asker: Asker, samen: Samenvoeging, kopie: Path) -> None:
    from routekaart_cli.render import check, plain

    vragen = {naam: werk.env.inhoud.vraag_bij(naam) for naam in samen.herkomst}
    asker.tell(plain.render(check.samenvoeging(samen, vragen, werk.naam, kopie.name), None).rstrip())


def _kopie_gevonden(naam: str, anders: int) -> str:
    verschil = f"{'is' if anders == 1 else 'zijn'} {plural(anders, 'antwoord', 'antwoorden')} anders"
    return f"Naast jullie bestand staat een kopie: {naam}. Daarin {verschil}. Willen jullie samenvoegen?"
