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
from routekaart_cli.project.samenvoeging import Samenvoeging, voeg_samen
from routekaart_cli.project.wijzigingen import verschil


def offer(werk: Werk, asker: Asker) -> None:
    """Offer to merge every copy beside the file that says something else. Raises `Gestopt`."""
    from routekaart_cli.project import sidecar, store

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
    from routekaart_cli.pages import bestand, plain

    vragen = {naam: werk.env.inhoud.vraag_bij(naam) for naam in samen.herkomst}
    asker.tell(plain.render(bestand.samenvoeging(samen, vragen, werk.naam, kopie.name), None).rstrip())


def _kopie_gevonden(naam: str, anders: int) -> str:
    verschil = f"{'is' if anders == 1 else 'zijn'} {plural(anders, 'antwoord', 'antwoorden')} anders"
    return f"Naast jullie bestand staat een kopie: {naam}. Daarin {verschil}. Willen jullie samenvoegen?"
