"""The pages about the project file itself: is it sound, what did a merge do, which copies are there. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from routekaart_cli.antwoorden import woorden
from routekaart_cli.controle import Controle
from routekaart_cli.datums import moment
from routekaart_cli.model import Antwoord, Vraag, Wijziging
from routekaart_cli.render.blokken import Alinea, Blok, Kop, Opdracht, Pagina, Punt
from routekaart_cli.samenvoegen import Herkomst, Samenvoeging
from routekaart_cli.texts import controle as controlewoorden
from routekaart_cli.texts import samengevoegd, schermen, wijzigingen

MEESTE = 5
"""So many of a kind are named; the rest is counted, so that it stays one screen."""


def controle(gezien: Controle, bestand: str, aantal: int, naast: Sequence[str]) -> Pagina:
    """Is the file called *bestand*, with *aantal* answers, sound, what is missing, and which copies are *naast* it."""
    blokken: list[Blok] = [Kop(controlewoorden.TITEL, 1)]
    blokken.append(Alinea(controlewoorden.heel_bestand(bestand, aantal)))
    if gezien.nieuwer:
        blokken.append(Alinea(controlewoorden.NIEUWER, let_op=True))
    groepen = (
        (controlewoorden.PAST_NIET, [(deel.vraag.kort, deel.reden, deel.vraag.id) for deel in gezien.past_niet]),
        (controlewoorden.ONEENS, [(vraag.kort, "", vraag.id) for vraag in gezien.oneens]),
        (controlewoorden.OPEN, [(vraag.kort, "", vraag.id) for vraag in gezien.open_punten]),
        (controlewoorden.WEG, [(naam, "", "") for naam in gezien.weg]),
        (controlewoorden.ONBEKEND, [(naam, "", "") for naam in gezien.onbekend]),
        (controlewoorden.NAAST, [(naam, "", "") for naam in naast]),
    )
    for (titel, uitleg), punten in groepen:
        if punten:
            blokken += [Kop(f"{titel}: {len(punten)}"), Alinea(uitleg)]
            blokken += [Punt(naam, achter=reden, nadruk=False) for naam, reden, _ in punten[:MEESTE]]
            if punten[MEESTE:]:
                blokken.append(Alinea(controlewoorden.en_nog(len(punten) - MEESTE)))
    if gezien.geparkeerd:
        blokken.append(Alinea(controlewoorden.geparkeerd(len(gezien.geparkeerd))))
    blokken.append(Alinea(controlewoorden.COMPLEET if gezien.compleet else controlewoorden.NIET_COMPLEET))
    blokken.append(Kop(schermen.VERDER))
    eerste = [vraag.id for vraag in (*(deel.vraag for deel in gezien.past_niet), *gezien.oneens, *gezien.open_punten)]
    if eerste:
        blokken.append(Opdracht(f"routekaart nakijken {eerste[0]}", controlewoorden.DOE_NAKIJKEN))
    if naast:
        blokken.append(Opdracht("routekaart start", controlewoorden.DOE_SAMENVOEGEN))
    blokken.append(Opdracht("routekaart export", controlewoorden.DOE_EXPORT))
    return tuple(blokken)


def samenvoeging(
    samen: Samenvoeging, vragen: Mapping[str, Vraag], ons: str, hun: str, *, veranderd: bool = True
) -> Pagina:
    """What a merge of the files called *ons* and *hun* took from where, and whether *ons* was changed by it."""
    blokken: list[Blok] = [Kop(samengevoegd.TITEL, 1)]
    if not samen.herkomst:
        return (*blokken, Alinea(samengevoegd.GELIJK))
    for herkomst, titel in (
        (Herkomst.ONEENS, samengevoegd.NIET_EENS),
        (Herkomst.HUN, samengevoegd.uit(hun)),
        (Herkomst.BEIDE, samengevoegd.UIT_BEIDE),
        (Herkomst.ONS, samengevoegd.uit(ons)),
    ):
        if ids := samen.van(herkomst):
            blokken.append(Kop(titel))
            for vraag_id in ids:
                antwoord = samen.project.antwoorden.get(vraag_id)
                tekst = woorden(vragen[vraag_id], antwoord) if antwoord else samengevoegd.WEGGEHAALD
                eerder = samen.verdrongen.get(vraag_id)
                alineas = (samengevoegd.in_plaats_van(woorden(vragen[vraag_id], eerder)),) if eerder else ()
                blokken.append(Punt(vragen[vraag_id].kort, achter=tekst, nadruk=False, alineas=alineas))
    if not veranderd:
        return (*blokken, Alinea(samengevoegd.NIETS_NIEUWS))
    blokken.append(Kop(schermen.VERDER))
    if oneens := samen.van(Herkomst.ONEENS):
        blokken.append(Opdracht(f"routekaart nakijken {oneens[0]}", samengevoegd.DOE_KIEZEN))
    blokken.append(Opdracht("routekaart terugdraaien", samengevoegd.DOE_TERUG))
    return tuple(blokken)


def sessies(regels: Sequence[tuple[int, str, int | None, int | None]]) -> Pagina:
    """The copies of earlier sessions: number, moment, how many answers (None: unreadable), how many differ from now."""
    blokken: list[Blok] = [Kop(wijzigingen.SESSIES, 1), Alinea(wijzigingen.SESSIES_UITLEG)]
    for nummer, wanneer, antwoorden, anders in regels:
        wat = wijzigingen.SESSIE_KAPOT if antwoorden is None else wijzigingen.sessie_anders(antwoorden, anders)
        blokken.append(Punt(moment(wanneer) if wanneer else wat, merk=f"{nummer}.", achter=wat if wanneer else ""))
    eerste = next((nummer for nummer, _, antwoorden, anders in regels if antwoorden and anders != 0), regels[0][0])
    return (
        *blokken,
        Kop(schermen.VERDER),
        Opdracht(f"routekaart terugdraaien --sessie {eerste}", wijzigingen.DOE_SESSIE),
    )


def sessie(verschil: Wijziging, vragen: Mapping[str, Vraag], nummer: str) -> Pagina:
    """What putting back copy *nummer* changes."""
    blokken: list[Blok] = [Kop(wijzigingen.sessie(nummer), 1)]
    for naam, oud in verschil.oud.items():
        voor, na = (_woorden(vragen[naam], antwoord) for antwoord in (oud, verschil.nieuw[naam]))
        blokken.append(Punt(vragen[naam].kort, alineas=(wijzigingen.nu(voor), wijzigingen.dan(na))))
    return tuple(blokken)


def _woorden(vraag: Vraag, antwoord: Antwoord | None) -> str:
    return woorden(vraag, antwoord) if antwoord else schermen.NOG_NIET
