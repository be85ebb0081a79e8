"""Copies of the project file beside it, as shared folders make them when two people work at the same time."""

from __future__ import annotations

from pathlib import Path

from routekaart_cli.dutch import plural, unbroken
from routekaart_cli.errors import UnreadableFile
from routekaart_cli.gesprek.tafel import Tafel
from routekaart_cli.pages import bestand, plain
from routekaart_cli.project import sidecar, store
from routekaart_cli.project.kopieen import beside
from routekaart_cli.project.samenvoeging import Samenvoeging, merge
from routekaart_cli.project.wijzigingen import difference


def offer(tafel: Tafel) -> None:
    """Offer to merge every copy beside the file that says something else. Raises `Stopped`."""
    werk = tafel.werk
    for kopie in beside(werk.path):
        try:
            merged = merge(werk.project, store.load(kopie))
        except UnreadableFile as error:
            tafel.tell(
                f"{error.message} Die kopie slaan we over. Vraag wie hem maakte om een nieuwe, of haal het bestand "
                "weg uit de map."
            )
            continue
        different = len(difference(werk.project.antwoorden, merged.project.antwoorden, "").oud)
        if not different:
            continue
        if tafel.agree(
            "Kopie samenvoegen",
            _kopie_found(kopie.name, different),
            "Zo'n kopie ontstaat als twee mensen tegelijk in een gedeelde map werken. Samenvoegen bewaart de "
            "antwoorden uit allebei. Met nee blijft alles zoals het is.",
        ):
            werk.replace(merged.project)
            _tell(tafel, merged, kopie)
            tafel.tell(f"De kopie is verplaatst naar {tafel.env.name_of(sidecar.put_away(werk.path, kopie))}.")
        else:
            tafel.tell(
                f"De kopie blijft staan. Later samenvoegen kan met: {unbroken('routekaart samenvoegen')} '{kopie.name}'"
            )


def _tell(tafel: Tafel, merged: Samenvoeging, kopie: Path) -> None:
    vragen = {name: tafel.inhoud.vraag_of(name) for name in merged.herkomst}
    tafel.tell(plain.render(bestand.samenvoeging(merged, vragen, tafel.file_name, kopie.name), None).rstrip())


def _kopie_found(name: str, different: int) -> str:
    difference = f"{'is' if different == 1 else 'zijn'} {plural(different, 'antwoord', 'antwoorden')} anders"
    return f"Naast jullie bestand staat een kopie: {name}. Daarin {difference}. Willen jullie samenvoegen?"
