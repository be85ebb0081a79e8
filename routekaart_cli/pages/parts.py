"""The items that return on several pages: a fase, a stap, a tip, a voorbeeld, what changed, a difficult word. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from routekaart_cli.domain import actueel, voortgang
from routekaart_cli.domain.antwoorden import Antwoorden
from routekaart_cli.domain.in_words import STATUS_WOORDEN
from routekaart_cli.domain.routekaart import Actueel, Begrip, Fase, Routekaart, Stap, Status, Tip, Voorbeeld
from routekaart_cli.dutch import plural
from routekaart_cli.dutch.dates import dag
from routekaart_cli.inhoud.begrippen import Woordenlijst
from routekaart_cli.pages import phrases
from routekaart_cli.pages.blokken import UITGELEGD, Alinea, Blok, Kop, Pagina, Punt


def fase_regel(fase: Fase, antwoorden: Antwoorden | None) -> Punt:
    """A fase in one line, with the counts of its stappen; without *antwoorden* how many there are."""
    if antwoorden is None:
        return Punt(fase.titel, fase.code, plural(len(fase.stappen), "stap", "stappen"), fase=fase.nummer or 0)
    tellen = voortgang.tellen(fase, antwoorden)
    if voortgang.is_afgerond(fase, antwoorden):
        toestand = Status.KLAAR
    else:
        toestand = Status.NIET_BEGONNEN if tellen[Status.NIET_BEGONNEN] == len(fase.stappen) else Status.BEZIG
    achter = _tellingen({status.value: aantal for status, aantal in tellen.items()})
    return Punt(fase.titel, fase.code, achter, toestand.value, fase=fase.nummer or 0)


def stap_punt(stap: Stap, antwoorden: Antwoorden | None, vandaag: date) -> Punt:
    """A stap with what it is, and with *antwoorden* how it is doing."""
    alineas = tuple(stap.uitleg.split("\n\n"))
    if antwoorden is None:
        return Punt(stap.titel, merk=stap.nummer, alineas=alineas)
    status = voortgang.status(stap, antwoorden).value
    staat = _stap_staat(
        status,
        voortgang.tekst_van(antwoorden.get(f"{stap.id}.wie")),
        dag(voortgang.tekst_van(antwoorden.get(f"{stap.id}.wanneer"))),
        voorbij=voortgang.verlopen(stap, antwoorden, vandaag),
    )
    return Punt(stap.titel, merk=stap.nummer, achter=staat, status=status, alineas=alineas)


def tip(tip: Tip) -> Punt:
    """A whole tip."""
    return Punt(tip.titel, alineas=tuple(tip.tekst.split("\n\n")))


def voorbeeld(nummer: int, voorbeeld: Voorbeeld, *, alles: bool) -> Punt:
    """The title of a voorbeeld, with *alles* its story too."""
    achter = phrases.voorbeeld_achter(voorbeeld.soort, voorbeeld.plaats)
    if not alles:
        return Punt(voorbeeld.titel, merk=f"{nummer}.", achter=achter)
    return Punt(voorbeeld.titel, merk=f"{nummer}.", achter=achter, alineas=verhaal(voorbeeld))


def verhaal(voorbeeld: Voorbeeld) -> tuple[str, ...]:
    """The whole story of a voorbeeld, with what to watch and where to read more."""
    delen = [voorbeeld.kern, *voorbeeld.verhaal.split("\n\n")]
    if voorbeeld.let_op:
        delen.append(f"{phrases.LET_OP} {voorbeeld.let_op}")
    return (*delen, *(_verwijzing(meer.tekst, meer.adres, meer.datum) for meer in voorbeeld.meer))


def veranderd(items: Sequence[Actueel], vandaag: date, *, alles: bool) -> list[Blok]:
    """What changed for the subject of the page, under a heading of its own; nothing when nothing did."""
    if not items:
        return []
    return [Kop("Let op: sinds 2021 veranderd", 2, 0), *(actueel_punt(item, vandaag, alles=alles) for item in items)]


def actueel_punt(item: Actueel, vandaag: date, *, alles: bool) -> Punt:
    """What changed, how certain that is and of when; with *alles* the rest of the text and its sources too."""
    kern, *rest = item.tekst.split("\n\n")
    bronnen = [_verwijzing(bron.tekst, bron.adres, bron.datum) for bron in item.bronnen]
    staat = actueel.houdbaarheid(item, vandaag)
    return Punt(item.titel, alineas=(kern, *rest, staat, *bronnen) if alles else (kern, staat))


def met_uitleg(pagina: Pagina, begrippen: Sequence[Begrip]) -> Pagina:
    """Return *pagina* with each of *begrippen* marked where it first stands, and explained before what to do next."""
    lijst = Woordenlijst(begrippen)
    gezien: list[Begrip] = []
    verder = pagina.index(Kop(phrases.VERDER))
    blokken = [_gemerkt(blok, lijst, gezien) for blok in pagina[:verder]]
    if gezien:
        blokken.append(Kop(f"Moeilijke woorden{UITGELEGD}"))
        blokken += [Punt(begrip.woord, achter=begrip.uitleg) for begrip in gezien]
    return (*blokken, *pagina[verder:])


def _gemerkt(blok: Blok, lijst: Woordenlijst, gezien: list[Begrip]) -> Blok:
    """Return *blok* with the words of *lijst* marked that were not *gezien* before, and add those."""
    match blok:
        case Alinea():
            return blok._replace(tekst=lijst.mark(blok.tekst, UITGELEGD, gezien))
        case Punt():
            return blok._replace(alineas=tuple(lijst.mark(alinea, UITGELEGD, gezien) for alinea in blok.alineas))
    return blok


def bron(routekaart: Routekaart) -> Alinea:
    """Where all of it comes from."""
    bron = routekaart.bron
    return Alinea(f"Bron: {bron.titel} ({bron.uitgever}, {bron.periode}). Nagezocht tot {dag(bron.peildatum)}.")


def _tellingen(tellen: dict[str, int]) -> str:
    """Return counts per status in words: `2 klaar, 1 bezig, 3 te doen`; what is zero is left out."""
    return ", ".join(
        f"{tellen[naam]} {woord}"
        for naam, woord in (
            {"klaar": "klaar", "bezig": "bezig", "niet-begonnen": "te doen", "past-niet": "past niet"}
        ).items()
        if tellen.get(naam)
    )


def _stap_staat(status: str, wie: str, wanneer: str, *, voorbij: bool) -> str:
    """Return how a stap is doing in a few words."""
    delen = [STATUS_WOORDEN[status]]
    open_nog = status in ("bezig", "niet-begonnen")
    if open_nog and wie:
        delen.append(wie)
    if open_nog and wanneer:
        delen.append(f"de datum {wanneer} is voorbij" if voorbij else f"moet klaar zijn op {wanneer}")
    return ", ".join(delen)


def _verwijzing(tekst: str, adres: str, datum: str) -> str:
    return f"Meer lezen: {tekst}, {adres} ({datum})"
