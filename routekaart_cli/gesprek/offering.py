"""Copies of the project file beside it, as shared folders make them when two people work at the same time."""

from __future__ import annotations

from pathlib import Path

from routekaart_cli.domain.routekaart import Soort, Vraag
from routekaart_cli.dutch import plural, unbroken
from routekaart_cli.errors import UnreadableFile
from routekaart_cli.gesprek import tafel
from routekaart_cli.gesprek.vragers.asker import Asker
from routekaart_cli.gesprek.werk import Werk
from routekaart_cli.project.kopieen import beside
from routekaart_cli.project.samenvoeging import Samenvoeging, merge
from routekaart_cli.project.wijzigingen import difference


def offer(werk: Werk, asker: Asker) -> None:
    """Offer to merge every copy beside the file that says something else. Raises `Stopped`."""
    from routekaart_cli.project import sidecar, store

    for kopie in beside(werk.path):
        try:
            merged = merge(werk.project, store.load(kopie))
        except UnreadableFile as error:
            asker.tell(
                f"{error.message} Die kopie slaan we over. Vraag wie hem maakte om een nieuwe, of haal het bestand "
                "weg uit de map."
            )
            continue
        different = len(difference(werk.project.antwoorden, merged.project.antwoorden, "").oud)
        if not different:
            continue
        text = _kopie_found(kopie.name, different)
        vraag = Vraag(
            "",
            "Kopie samenvoegen",
            text,
            Soort.JA_NEE,
            (
                "Zo'n kopie ontstaat als twee mensen tegelijk in een gedeelde map werken. "
                "Samenvoegen bewaart de antwoorden uit "
                "allebei. Met nee blijft alles zoals het is."
            ),
        )
        if tafel.agree(werk.env, asker, vraag, werk.project.antwoorden):
            werk.replace(merged.project)
            _tell(werk, asker, merged, kopie)
            asker.tell(f"De kopie is verplaatst naar {werk.env.name_of(sidecar.put_away(werk.path, kopie))}.")
        else:
            asker.tell(
                f"De kopie blijft staan. Later samenvoegen kan met: {unbroken('routekaart samenvoegen')} '{kopie.name}'"
            )


def _tell(werk: Werk, asker: Asker, merged: Samenvoeging, kopie: Path) -> None:
    from routekaart_cli.pages import bestand, plain

    vragen = {name: werk.env.inhoud.vraag_of(name) for name in merged.herkomst}
    asker.tell(plain.render(bestand.samenvoeging(merged, vragen, werk.naam, kopie.name), None).rstrip())


def _kopie_found(name: str, different: int) -> str:
    difference = f"{'is' if different == 1 else 'zijn'} {plural(different, 'antwoord', 'antwoorden')} anders"
    return f"Naast jullie bestand staat een kopie: {name}. Daarin {difference}. Willen jullie samenvoegen?"
