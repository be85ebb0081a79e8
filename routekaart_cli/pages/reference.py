"""The pages of the reference half, as blocks: tips, voorbeelden, begrippen, contact, what changed, search. Pure."""

from __future__ import annotations

import shlex
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby

from routekaart_cli.domain import intake
from routekaart_cli.domain.antwoorden import Antwoorden  # fmt: skip
from routekaart_cli.domain.in_words import ZIJSPOOR_NAAM, fase_naam, fase_titel, fase_zin
from routekaart_cli.domain.routekaart import (
    Actueel,
    Begrip,
    Contact,
    Fase,
    Federatie,
    Loket,
    Partner,
    Tip,
    Voorbeeld,
    Zekerheid,
)
from routekaart_cli.dutch import capitalized, plural
from routekaart_cli.dutch.dates import dag
from routekaart_cli.inhoud.search import Treffer, Uitslag
from routekaart_cli.pages import parts, phrases
from routekaart_cli.pages.blokken import Alinea, Blok, Kop, Opdracht, Pagina, Punt, alineas

SOORTEN = {
    "begrip": ("Moeilijk woord", "Moeilijke woorden"),
    "fase": ("Fase", "Fasen"),
    "stap": ("Stap", "Stappen"),
    "tip": ("Tip", "Tips"),
    "voorbeeld": ("Voorbeeld", "Voorbeelden en tools"),
    "vraag": ("Vraag", "Vragen"),
    "antwoord": ("Jullie antwoord", "Jullie antwoorden"),
    "actueel": ("Sinds 2021 veranderd", "Sinds 2021 veranderd"),
    "contact": ("Wie kan helpen", "Wie kan helpen"),
    "hulp": ("Uitleg over routekaart", "Uitleg over routekaart"),
}
"""How each kind of result is called, for one and for more."""


_VOORBEELDEN = "Voorbeelden en tools"
_TIPS = "Tips"


_DOE_GEMEENTE = "jullie plan inbrengen bij de gemeente"
_DOE_FASE = "de hele fase lezen"


_DOE_VOORBEELDEN = "alle voorbeelden, per fase"
_DOE_ZOEK = "iets opzoeken in alle teksten"


_NIETS_GEVONDEN = "Niets gevonden."
_PAST_BIJ_JULLIE = "past bij jullie antwoorden"


MEESTE_TREFFERS = 5
"""So many of a kind are shown; the rest is counted."""


def tips(fasen: Sequence[Fase], antwoorden: Antwoorden) -> Pagina:
    """The titles of the tips of all *fasen*, or for one fase the whole tips; *antwoorden* say which fit."""
    een = len(fasen) == 1
    blokken: list[Blok] = [] if een else [Kop(_TIPS, 1)]
    for fase in fasen:
        titel, zin = fase_titel(fase.nummer, fase.titel), fase_zin(fase.nummer, fase.titel)
        blokken.append(Kop(f"{_TIPS} bij {zin}" if een else titel, 1 if een else 2, fase.nummer or 0))
        blokken += [_tip(tip, antwoorden, heel=een) for tip in fase.tips]
        if fase.tips_voor_gemeenten:
            blokken.append(Kop(phrases.TIPS_GEMEENTEN, 3))
            blokken += [_tip(tip, antwoorden, heel=een) for tip in fase.tips_voor_gemeenten]
    code = (fasen[0].nummer or fasen[0].id) if een else 3
    blokken += [
        Kop(phrases.VERDER),
        Opdracht(f"routekaart fase {code}", _DOE_FASE)
        if een
        else Opdracht(f"routekaart tips {code}", "de tips van een fase helemaal lezen"),
        Opdracht("routekaart voorbeelden", _DOE_VOORBEELDEN),
    ]
    return tuple(blokken)


def voorbeelden(fasen: Sequence[Fase], antwoorden: Antwoorden) -> Pagina:
    """The voorbeelden of all *fasen* with what they are about, or for one fase the whole stories."""
    een = len(fasen) == 1
    blokken: list[Blok] = [] if een else [Kop(_VOORBEELDEN, 1)]
    for fase in fasen:
        titel, zin = fase_titel(fase.nummer, fase.titel), fase_zin(fase.nummer, fase.titel)
        if fase.voorbeelden or een:
            blokken.append(Kop(f"{_VOORBEELDEN} bij {zin}" if een else titel, 1 if een else 2, fase.nummer or 0))
        for voorbeeld in fase.voorbeelden:
            kort = Punt(voorbeeld.titel, achter=_achter(voorbeeld, antwoorden), alineas=(voorbeeld.kern,))
            blokken.append(kort._replace(alineas=parts.verhaal(voorbeeld)) if een else kort)
    if een and not fasen[0].voorbeelden:
        blokken.append(Alinea(_NIETS_GEVONDEN))
    eerste = next((deel for fase in fasen for deel in fase.voorbeelden), None)
    blokken.append(Kop(phrases.VERDER))
    if eerste and not een:
        blokken.append(Opdracht(f"routekaart voorbeelden {_laatste(eerste.id)}", "een voorbeeld helemaal lezen"))
    blokken.append(
        Opdracht("routekaart voorbeelden", _DOE_VOORBEELDEN) if een else Opdracht("routekaart zoek jongeren", _DOE_ZOEK)
    )
    return tuple(blokken)


def voorbeeld(fase: Fase, voorbeeld: Voorbeeld, antwoorden: Antwoorden) -> Pagina:
    """One voorbeeld of *fase*, the whole story."""
    return (
        Kop(voorbeeld.titel, 1, fase.nummer or 0),
        Kop(fase_naam(fase.nummer, fase.titel), 3),
        *([Alinea(achter)] if (achter := capitalized(_achter(voorbeeld, antwoorden))) else []),
        *(Alinea(alinea) for alinea in parts.verhaal(voorbeeld)),
        Kop(phrases.VERDER),
        Opdracht(f"routekaart fase {fase.nummer or fase.id}", _DOE_FASE),
        Opdracht("routekaart voorbeelden", _DOE_VOORBEELDEN),
    )


def begrippen(begrippen: Sequence[Begrip]) -> Pagina:
    """Every difficult word with its explanation."""
    return (
        Kop("Moeilijke woorden", 1),
        *(Punt(begrip.woord, achter=begrip.uitleg) for begrip in begrippen),
        Kop(phrases.VERDER),
        Opdracht("routekaart begrippen warmtenet", "één woord opzoeken, met de bron"),
    )


def begrip(begrip: Begrip, veranderd: Sequence[Actueel], vandaag: date) -> Pagina:
    """One difficult word, with its source and what changed about it."""
    blokken: list[Blok] = [Kop(begrip.woord, 1), Alinea(begrip.uitleg)]
    if begrip.ook:
        blokken.append(Alinea(f"Andere vormen: {', '.join(begrip.ook)}."))
    blokken.append(Alinea(f"Bron: {begrip.bron}" if begrip.bron.startswith("http") else "Deze uitleg is van ons zelf."))
    if begrip.zekerheid is not Zekerheid.ZEKER:
        blokken.append(Alinea("Dit is waarschijnlijk zo. Een zekere bron is niet gevonden.", let_op=True))
    blokken += parts.veranderd(veranderd, vandaag, alles=False)
    return (
        *blokken,
        Kop(phrases.VERDER),
        Opdracht(f"routekaart zoek {begrip.woord}", _DOE_ZOEK),
        Opdracht("routekaart begrippen", "alle moeilijke woorden"),
    )


def contact(contact: Contact, federatie: Federatie | None, *, eigen: bool) -> Pagina:
    """Who can help: in the provincie of *federatie* (that of the project, when *eigen*) or in all, then elsewhere."""
    blokken: list[Blok] = [Kop("Wie jullie kan helpen", 1)]
    if federatie:
        blokken.append(Kop(federatie.provincienaam))
        if eigen:
            blokken.append(
                Alinea("Dit is de provincie van jullie project. Voor een andere provincie zet je de naam erachter.")
            )
        blokken.append(_federatie(federatie))
        blokken += [_loket(loket) for loket in contact.loketten if loket.provincie == federatie.provincie]
    else:
        blokken.append(Kop("In elke provincie"))
        blokken += [_provincie(deel) for deel in contact.federaties]
    koepel = contact.koepel
    blokken += [
        Kop("Landelijk"),
        Punt(
            koepel.naam,
            alineas=(
                f"E-mail: {koepel.email}", f"Telefoon: {koepel.telefoon}", _site(koepel.site),
                f"{phrases.LET_OP} {koepel.let_op}",
            ),
        ),
        Kop(contact.coalitie.naam),
        *alineas(contact.coalitie.tekst),
        *(_partner(partner) for partner in contact.coalitie.partners),
        Alinea(f"Nagezocht op {dag(contact.gecontroleerd_op)}. Of een adres nu nog werkt, is niet gecontroleerd."),
        Kop(phrases.VERDER),
        Opdracht("routekaart contact drenthe", "wie helpt in een provincie"),
        Opdracht("routekaart gemeente", _DOE_GEMEENTE),
    ]  # fmt: skip
    return tuple(blokken)


def actueel(items: Sequence[Actueel], vandaag: date, *, alles: bool) -> Pagina:
    """What changed, under its themes; with *alles* the sources with their address too."""
    blokken: list[Blok] = [
        Kop("Wat er sinds 2021 veranderde", 1),
        Alinea("De routekaart is van vóór eind 2021. Dit is er sindsdien veranderd, met de bron en de datum erbij."),
    ]
    for thema, groep in groupby(items, key=lambda item: item.thema):
        blokken.append(Kop(thema))
        blokken += [parts.actueel_punt(item, vandaag, alles=alles) for item in groep]
    blokken.append(Kop(phrases.VERDER))
    if not alles:
        blokken.append(Opdracht("routekaart actueel --alles", phrases.DOE_BRONNEN))
    blokken.append(Opdracht("routekaart gemeente", _DOE_GEMEENTE))
    return tuple(blokken)


def gevonden(uitslag: Uitslag, fasen: Sequence[Fase], *, alles: bool) -> Pagina:
    """What a search in *fasen* and beyond found, per kind with the best first; when nothing, what was meant."""
    term, treffers, alle_woorden, bedoeld = uitslag
    namen = {
        fase.nummer or fase.id: (f"fase {fase.nummer}, {fase.titel}" if fase.nummer else ZIJSPOOR_NAAM.lower())
        for fase in fasen
    }
    blokken: list[Blok] = [Kop(f"Gezocht: {term}", 1)]
    if not treffers:
        blokken.append(Alinea(_NIETS_GEVONDEN))
        return (
            *blokken,
            Alinea(
                f"Bedoel je '{bedoeld}'? Typ dan: routekaart zoek {bedoeld}"
                if bedoeld
                else "Probeer een ander woord, of een korter woord."
            ),
        )
    if not alle_woorden:
        blokken.append(Alinea("Deze woorden staan nergens bij elkaar. Hier staan de meeste ervan."))
    blokken.append(Alinea(f"{plural(len(treffers), 'plek', 'plekken')} gevonden."))
    meer = False
    for soort in dict.fromkeys(treffer.stuk.soort for treffer in treffers):
        groep = [treffer for treffer in treffers if treffer.stuk.soort == soort]
        blokken.append(Kop(_soort_kop(soort, len(groep))))
        blokken += [_treffer(treffer, namen) for treffer in (groep if alles else groep[:MEESTE_TREFFERS])]
        if not alles and groep[MEESTE_TREFFERS:]:
            meer = True
            blokken.append(Alinea(f"En nog {len(groep) - MEESTE_TREFFERS}."))
    blokken += [Kop(phrases.VERDER), Opdracht(treffers[0].stuk.opdracht, "het beste resultaat bekijken")]
    if meer:
        blokken.append(Opdracht(f"routekaart zoek {_getypt(term)} --alles", "alles wat er gevonden is"))
    return tuple(blokken)


def _getypt(term: str) -> str:
    """Return *term* as it is typed in a shell: what a quote would break stands between quotes."""
    return " ".join(shlex.quote(woord) for woord in term.split())


def _treffer(treffer: Treffer, fasen: Mapping[int | str, str]) -> Punt:
    stuk = treffer.stuk
    kleur = None if stuk.fase is None else stuk.fase if isinstance(stuk.fase, int) else 0
    waar = [fasen[stuk.fase]] if stuk.fase else []
    naam = [stuk.id] if "." in stuk.id else []  # else it is the title once more
    return Punt(stuk.titel, achter=", ".join(waar + naam), alineas=(treffer.zin,), fase=kleur)


def _tip(tip: Tip, antwoorden: Antwoorden, *, heel: bool) -> Punt:
    punt = parts.tip(tip) if heel else Punt(tip.titel)
    return punt._replace(achter=_PAST_BIJ_JULLIE if intake.past(tip.past_bij, antwoorden) else "")


def _achter(voorbeeld: Voorbeeld, antwoorden: Antwoorden) -> str:
    past = _PAST_BIJ_JULLIE if intake.past(voorbeeld.past_bij, antwoorden) else ""
    return ", ".join(deel for deel in (phrases.voorbeeld_achter(voorbeeld.soort, voorbeeld.plaats), past) if deel)


def _provincie(federatie: Federatie) -> Punt:
    """One line for *federatie*; below it, when its address is old, what that rests on."""
    oud = () if federatie.zekerheid is Zekerheid.ZEKER else _bron(federatie)
    return Punt(federatie.provincienaam, achter=f"{federatie.naam}, {federatie.site}", alineas=oud)


def _federatie(federatie: Federatie) -> Punt:
    return Punt(federatie.naam, alineas=(_site(federatie.site), *_bron(federatie)))


def _bron(federatie: Federatie) -> tuple[str, ...]:
    oud = () if federatie.zekerheid is Zekerheid.ZEKER else ("Deze bron is oud. Kijk of de site nog klopt.",)
    return (_bron_van(federatie.bron, federatie.datum), *oud)


def _loket(loket: Loket) -> Punt:
    return Punt(loket.naam, alineas=(loket.tekst, _bron_van(loket.adres, loket.datum)))


def _partner(partner: Partner) -> Punt:
    return Punt(partner.naam, achter=partner.site, alineas=(partner.helpt_met,))


def _laatste(id_: str) -> str:
    return id_.rpartition(".")[2]


def _bron_van(adres: str, datum: str) -> str:
    return f"Bron: {adres} ({datum})"


def _site(adres: str) -> str:
    return f"Site: {adres}"


def _soort_kop(soort: str, hoeveel: int) -> str:
    return f"{SOORTEN[soort][hoeveel != 1]}: {hoeveel}"
