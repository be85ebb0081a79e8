"""The pages about the project file itself: is it sound, what did a merge do, which copies are there. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from routekaart_cli.domain.antwoorden import Antwoord, Wijziging
from routekaart_cli.domain.in_words import woorden
from routekaart_cli.domain.routekaart import Vraag
from routekaart_cli.dutch import plural
from routekaart_cli.dutch.dates import moment
from routekaart_cli.pages import phrases
from routekaart_cli.pages.blokken import Alinea, Blok, Kop, Opdracht, Pagina, Punt
from routekaart_cli.project.controle import Controle
from routekaart_cli.project.samenvoeging import Herkomst, Samenvoeging

MEESTE = 5
"""So many of a kind are named; the rest is counted, so that it stays one screen."""


def controle(gezien: Controle, bestand: str, aantal: int, naast: Sequence[str]) -> Pagina:
    """Is the file called *bestand*, with *aantal* answers, sound, what is missing, and which copies are *naast* it."""
    blokken: list[Blok] = [Kop("Controle van jullie project", 1)]
    blokken.append(
        Alinea(f"{bestand} is te lezen. Er {'staat' if aantal == 1 else 'staan'} {_antwoorden_woorden(aantal)} in.")
    )
    if gezien.nieuwer:
        blokken.append(
            Alinea(
                (
                    "Let op: dit bestand is van een nieuwere routekaart. Je kunt het hier alleen bekijken. "
                    "Werk routekaart bij."
                ),
                let_op=True,
            )
        )
    groepen = (
        (
            ("Past niet bij de vraag", "Deze antwoorden staan wel in het bestand, maar kloppen niet."),
            [(deel.vraag.kort, deel.reden, deel.vraag.id) for deel in gezien.past_niet],
        ),
        (
            ("Nog niet eens", "Alle meningen zijn bewaard. Kies samen, of zet het op de agenda."),
            [(vraag.kort, "", vraag.id) for vraag in gezien.oneens],
        ),
        (
            ("Nog open", "Deze antwoorden heb je nodig voor een goed gesprek met de gemeente."),
            [(vraag.kort, "", vraag.id) for vraag in gezien.open_punten],
        ),
        (
            ("Vraag bestaat niet meer", "De antwoorden blijven in het bestand. Ze staan niet in het plan."),
            [(naam, "", "") for naam in gezien.weg],
        ),
        (
            ("Onbekend in het bestand", "Routekaart kent dit niet en laat het staan."),
            [(naam, "", "") for naam in gezien.onbekend],
        ),
        (
            ("Kopie naast jullie bestand", "Misschien staan er antwoorden in die jullie missen."),
            [(naam, "", "") for naam in naast],
        ),
    )
    for (titel, uitleg), punten in groepen:
        if punten:
            blokken += [Kop(f"{titel}: {len(punten)}"), Alinea(uitleg)]
            blokken += [Punt(naam, achter=reden, nadruk=False) for naam, reden, _ in punten[:MEESTE]]
            if punten[MEESTE:]:
                blokken.append(Alinea(f"En nog {len(punten) - MEESTE}."))
    if gezien.geparkeerd:
        blokken.append(Alinea(_geparkeerd(len(gezien.geparkeerd))))
    blokken.append(
        Alinea(
            "Er ontbreekt niets. Dit plan kan naar de gemeente."
            if gezien.compleet
            else "Het plan is nog niet compleet. Exporteren kan wel: wat open is, staat erin als open punt."
        )
    )
    blokken.append(Kop(phrases.VERDER))
    eerste = [vraag.id for vraag in (*(deel.vraag for deel in gezien.past_niet), *gezien.oneens, *gezien.open_punten)]
    if eerste:
        blokken.append(Opdracht(f"routekaart nakijken {eerste[0]}", "het eerste punt oplossen"))
    if naast:
        blokken.append(Opdracht("routekaart start", "de kopie samenvoegen"))
    blokken.append(Opdracht("routekaart export", "het actieplan maken"))
    return tuple(blokken)


def samenvoeging(
    samen: Samenvoeging, vragen: Mapping[str, Vraag], ons: str, hun: str, *, veranderd: bool = True
) -> Pagina:
    """What a merge of the files called *ons* and *hun* took from where, and whether *ons* was changed by it."""
    blokken: list[Blok] = [Kop("Samengevoegd", 1)]
    if not samen.herkomst:
        return (*blokken, Alinea("De bestanden zeggen hetzelfde. Er is niets veranderd."))
    for herkomst, titel in (
        (Herkomst.ONEENS, "In allebei anders: jullie meningen staan naast elkaar"),
        (Herkomst.HUN, _uit(hun)),
        (Herkomst.BEIDE, "Uit allebei samen"),
        (Herkomst.ONS, _uit(ons)),
    ):
        if ids := samen.van(herkomst):
            blokken.append(Kop(titel))
            for vraag_id in ids:
                antwoord = samen.project.antwoorden.get(vraag_id)
                tekst = woorden(vragen[vraag_id], antwoord) if antwoord else "weggehaald"
                eerder = samen.verdrongen.get(vraag_id)
                alineas = (f"In plaats van: {woorden(vragen[vraag_id], eerder)}",) if eerder else ()
                blokken.append(Punt(vragen[vraag_id].kort, achter=tekst, nadruk=False, alineas=alineas))
    if not veranderd:
        return (*blokken, Alinea("Er is niets veranderd: alles stond al in jullie bestand."))
    blokken.append(Kop(phrases.VERDER))
    if oneens := samen.van(Herkomst.ONEENS):
        blokken.append(Opdracht(f"routekaart nakijken {oneens[0]}", "samen kiezen uit de meningen"))
    blokken.append(Opdracht("routekaart terugdraaien", "het samenvoegen ongedaan maken"))
    return tuple(blokken)


def sessies(regels: Sequence[tuple[int, str, int | None, int | None]]) -> Pagina:
    """The copies of earlier sessions: number, moment, how many answers (None: unreadable), how many differ from now."""
    blokken: list[Blok] = [
        Kop("Kopieën van jullie laatste avonden", 1),
        Alinea("De nieuwste staat bovenaan. Terugzetten kun je altijd weer ongedaan maken."),
    ]
    for nummer, wanneer, antwoorden, anders in regels:
        wat = "niet te lezen" if antwoorden is None else _sessie_anders(antwoorden, anders)
        blokken.append(Punt(moment(wanneer) if wanneer else wat, merk=f"{nummer}.", achter=wat if wanneer else ""))
    eerste = next((nummer for nummer, _, antwoorden, anders in regels if antwoorden and anders != 0), regels[0][0])
    return (
        *blokken,
        Kop(phrases.VERDER),
        Opdracht(f"routekaart terugdraaien --sessie {eerste}", "zien wat er dan verandert, en terugzetten"),
    )


def sessie(verschil: Wijziging, vragen: Mapping[str, Vraag], nummer: str) -> Pagina:
    """What putting back copy *nummer* changes."""
    blokken: list[Blok] = [Kop(f"Kopie {nummer}: dit verandert er", 1)]
    for naam, oud in verschil.oud.items():
        voor, na = (_woorden(vragen[naam], antwoord) for antwoord in (oud, verschil.nieuw[naam]))
        blokken.append(Punt(vragen[naam].kort, alineas=(f"Nu: {voor}", f"Dan: {na}")))
    return tuple(blokken)


def _woorden(vraag: Vraag, antwoord: Antwoord | None) -> str:
    return woorden(vraag, antwoord) if antwoord else phrases.NOG_NIET


def _sessie_anders(antwoorden: int, anders: int | None) -> str:
    totaal = plural(antwoorden, "antwoord", "antwoorden")
    if anders is None:
        return totaal
    return f"{totaal}, {anders} anders dan nu" if anders else f"{totaal}, zoals het nu is"


def _geparkeerd(hoeveel: int) -> str:
    return f"Verder {'geldt' if hoeveel == 1 else 'gelden'} {_antwoorden_woorden(hoeveel)} nu niet. Ze blijven bewaard."


def _antwoorden_woorden(hoeveel: int) -> str:
    return plural(hoeveel, "antwoord", "antwoorden")


def _uit(bestand: str) -> str:
    return f"Uit {bestand}"
