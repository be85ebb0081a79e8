"""What stands on each page, as blocks. Pure: records and answers in, blocks out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from routekaart_cli.domain import voortgang
from routekaart_cli.domain.antwoorden import Antwoorden
from routekaart_cli.domain.in_words import STATUS_WOORDEN, ZIJSPOOR_NAAM, fase_naam, fase_zin, reden_woorden, woorden
from routekaart_cli.domain.routekaart import Actueel, Fase, Keuze, Onderwerp, Routekaart, Stap, Vraag
from routekaart_cli.domain.voortgang import Actie, Overzicht, Reden
from routekaart_cli.dutch import plural
from routekaart_cli.dutch.dates import dag
from routekaart_cli.pages import parts, phrases
from routekaart_cli.pages.blokken import Alinea, Blok, Kop, Opdracht, Pagina, Punt, alineas

_BEGIN_FASE = "de vragen van deze fase beantwoorden"
_LEES_STAP = "een stap lezen of bijwerken"


_SOORTEN = {
    "tekst": "korte tekst",
    "lange-tekst": "langere tekst",
    "ja-nee": "ja of nee",
    "keuze": "kies er een",
    "meerkeuze": "kies er een of meer",
    "getal": "een getal",
    "datum": "een datum",
    "lijst": "een lijst",
}


_DOE_FASE_3 = "een fase bekijken"


_DOE_START = "beginnen met de vragen, of verdergaan"
_VIJF_FASEN = "De vijf fasen"


MEESTE_ACTIES = 3


def welkom(routekaart: Routekaart, fasen: Sequence[Fase]) -> Pagina:
    """The page without a project: what this is, the five fasen, three examples. It fits a screen of 80 by 24."""
    return (
        Kop(f"{routekaart.titel}: {routekaart.ondertitel.lower()}", 1),
        Alinea(
            "Met routekaart maken jullie een plan voor de wijk. Routekaart stelt vragen en bewaart elk antwoord op "
            "deze "
            "computer. Daarna maakt het er een actieplan van."
        ),
        Kop(_VIJF_FASEN),
        *(Punt(fase.titel, fase.code, fase.doel, fase=fase.nummer) for fase in fasen),
        Kop(phrases.VERDER),
        Opdracht("routekaart start", _DOE_START),
        Opdracht("routekaart fase 3", _DOE_FASE_3),
        Opdracht("routekaart hulp", "alle opdrachten"),
    )


def fasen(routekaart: Routekaart, fasen: Sequence[Fase], zijspoor: Fase, antwoorden: Antwoorden | None) -> Pagina:
    """The five fasen and the side track, with the progress of a project or else what it is about."""
    return (
        Kop(_VIJF_FASEN, 1),
        *([] if antwoorden else alineas(routekaart.inleiding)),
        *(parts.fase_regel(fase, antwoorden) for fase in (*fasen, zijspoor)),
        Kop(phrases.VERDER),
        Opdracht("routekaart fase 3", _DOE_FASE_3),
        Opdracht("routekaart start", _DOE_START),
        parts.bron(routekaart),
    )


def fase(
    routekaart: Routekaart,
    fase: Fase,
    veranderd: Sequence[Actueel],
    antwoorden: Antwoorden | None,
    vandaag: date,
    *,
    alles: bool,
) -> Pagina:
    """One fase as on its page of the source, with what has *veranderd*.

    With *alles* also all tips, the full voorbeelden, and the sources of what changed.
    """
    tips = [tip for tip in fase.tips if alles or tip.hoofdtip]
    blokken: list[Blok] = [
        Kop(
            (
                f"Fase {fase.nummer} van {len(routekaart.fasen)}: {fase.titel}"
                if fase.nummer
                else f"{ZIJSPOOR_NAAM}: {fase.titel}"
            ),
            1,
            fase.nummer or 0,
        ),
        Alinea(fase.doel),
        Kop("Stappen", 2, fase.nummer or 0),
        *(parts.stap_punt(stap, antwoorden, vandaag) for stap in fase.stappen),
        Kop("Uitkomst van deze fase" if fase.nummer else "Wat het oplevert", 2, fase.nummer or 0),
        Alinea(fase.uitkomst),
    ]
    if tips:
        blokken += [Kop("Tips", 2, fase.nummer or 0), *(parts.tip(tip) for tip in tips)]
    if fase.voorbeelden:
        blokken.append(Kop("Voorbeelden en tools", 2, fase.nummer or 0))
        blokken += [parts.voorbeeld(n, voorbeeld, alles=alles) for n, voorbeeld in enumerate(fase.voorbeelden, 1)]
    if fase.beleid:
        blokken += [Kop(fase.beleid.titel, 2, 0), *alineas(fase.beleid.tekst)]
    blokken += parts.veranderd(veranderd, vandaag, alles=alles)
    if fase.tips_voor_gemeenten:
        blokken += [Kop(phrases.TIPS_GEMEENTEN, 2, 0), *(parts.tip(tip) for tip in fase.tips_voor_gemeenten)]
    blokken.append(Kop(phrases.VERDER))
    if not alles:
        wat = "alle tips en de volledige voorbeelden" if fase.nummer else phrases.DOE_BRONNEN
        blokken.append(Opdracht(f"routekaart fase {fase.nummer or fase.id} --alles", wat))
    blokken.append(Opdracht(f"routekaart stap {fase.stappen[0].nummer}", _LEES_STAP))
    blokken.append(Opdracht(f"routekaart start --fase {fase.nummer or fase.id}", _BEGIN_FASE))
    blokken.append(parts.bron(routekaart))
    return tuple(blokken)


def stap(fase: Fase, stap: Stap, veranderd: Sequence[Actueel], antwoorden: Antwoorden | None, vandaag: date) -> Pagina:
    """One stap: what it is, the answers that count, the vragen that are open, and what has *veranderd* for it."""
    blokken: list[Blok] = [
        Kop(f"{stap.nummer} {stap.titel}", 1, fase.nummer or 0),
        Kop(fase_naam(fase.nummer, fase.titel), 3),
        *alineas(stap.uitleg),
    ]
    gegeven = [vraag for vraag in stap.vragen if antwoorden and vraag.id in antwoorden]
    if antwoorden and gegeven:
        blokken.append(Kop("Jullie antwoorden"))
        blokken += [Punt(vraag.kort, achter=woorden(vraag, antwoorden[vraag.id])) for vraag in gegeven]
    open_vragen = [vraag for vraag in stap.vragen if vraag not in gegeven]
    if open_vragen:
        blokken += [Kop("Vragen bij deze stap"), *(Punt(vraag.vraag, nadruk=False) for vraag in open_vragen)]
    blokken += [
        *parts.veranderd(veranderd, vandaag, alles=False),
        Kop(phrases.VERDER),
        Opdracht(f"routekaart stap {stap.nummer} --status bezig", "een stap bijwerken: wie, wanneer, bezig of klaar"),
        Opdracht(f"routekaart start --fase {fase.nummer or fase.id}", _BEGIN_FASE),
    ]
    if veranderd:
        blokken.append(Opdracht("routekaart actueel --alles", "alles wat er veranderde, met de bronnen"))
    return tuple(blokken)


def status(overzicht: Overzicht, bestand: str) -> Pagina:
    """Where the group is: counts per fase, what makes sense now and why, dates that passed, open points.

    *bestand* is the project file as a person would write it.
    """
    antwoorden, huidig = overzicht.antwoorden, overzicht.huidig
    wijk, gemeente = (voortgang.tekst_van(antwoorden.get(f"wijk.{naam}")) for naam in ("naam", "gemeente"))
    blokken: list[Blok] = [Kop(_wijk_kop(wijk, gemeente), 1), Alinea(f"Projectbestand: {bestand}")]
    if overzicht.intake_nog[1]:
        blokken.append(Alinea(_intake_open(*overzicht.intake_nog), let_op=True))
    blokken += [Kop("Waar jullie staan"), *(parts.fase_regel(fase, antwoorden) for fase in overzicht.alles)]
    if overzicht.advies and not overzicht.intake_nog[1]:
        blokken.append(Alinea(f"Ons advies: begin met {fase_zin(huidig.nummer, huidig.titel)}. {overzicht.advies}"))
    blokken.append(Kop("Wat nu slim is"))
    for actie in overzicht.acties[:MEESTE_ACTIES]:
        fase = overzicht.fase_van(actie.stap).nummer or 0
        waarom = (reden(overzicht, actie),)
        blokken.append(Punt(actie.stap.titel, actie.stap.nummer, actie.wie, alineas=waarom, fase=fase))
    voorbij = sum(actie.reden is Reden.DATUM_VOORBIJ for actie in overzicht.acties)
    if voorbij > MEESTE_ACTIES:
        blokken.append(Alinea(_meer_voorbij(voorbij - MEESTE_ACTIES), let_op=True))
    if not overzicht.acties:
        blokken.append(Alinea("Alle stappen zijn klaar. Vier feest met de wijk!"))
    if overzicht.open_punten:
        blokken += [Kop("Open punten"), Alinea(_open_punten(len(overzicht.open_punten)))]
    stap = overzicht.acties[0].stap if overzicht.acties else huidig.stappen[0]
    blokken += [
        Kop(phrases.VERDER),
        Opdracht("routekaart start", _DOE_START),
        Opdracht(f"routekaart stap {stap.nummer}", _LEES_STAP),
        Opdracht("routekaart export", "het actieplan maken"),
    ]
    return tuple(blokken)


def reden(overzicht: Overzicht, actie: Actie) -> str:
    """Return in words why *actie* makes sense now."""
    fase = overzicht.fase_van(actie.stap)
    return reden_woorden(actie.reden, dag(actie.wanneer), fase_zin(fase.nummer, fase.titel))


def vragen(delen: Sequence[tuple[str, Sequence[Vraag]]]) -> Pagina:
    """Every vraag under the heading of its part, with its id, soort, keuzes and conditions."""
    blokken: list[Blok] = [
        Kop(plural(sum(len(vragen) for _, vragen in delen), "vraag", "vragen"), 1),
        Alinea("Geef een antwoord mee met: routekaart start --antwoord ID=WAARDE"),
    ]
    for titel, groep in delen:
        blokken.append(Kop(titel))
        blokken += [Punt(vraag.id, alineas=tuple(_vraag_regels(vraag))) for vraag in groep]
    return tuple(blokken)


def onderwerp(onderwerp: Onderwerp) -> Pagina:
    """One subject of the help."""
    return (
        Kop(onderwerp.titel, 1),
        *alineas(onderwerp.uitleg),
        *(Punt(wat, achter=doet) for wat, doet in onderwerp.regels),
        *([Alinea(onderwerp.gesprek)] if onderwerp.gesprek else []),
    )


def _vraag_regels(vraag: Vraag) -> Iterator[str]:
    als = " en ".join(_als_regel(deel.vraag, deel.waarden) for deel in vraag.als)
    yield vraag.vraag
    yield f"{_SOORTEN[vraag.soort]}{f'. Alleen als {als}' if als else ''}"
    if vraag.keuzes:
        yield f"Keuzes: {', '.join([_keuze(keuze) for keuze in vraag.keuzes])}"
    if vraag.velden:
        yield _velden_regel(
            [
                f"{veld.id} ({', '.join(_keuze(k) for k in veld.keuzes)})" if veld.keuzes else veld.id
                for veld in vraag.velden
            ]
        )


def _keuze(keuze: Keuze) -> str:
    return f"{keuze.id} ({keuze.tekst})" if keuze.id != keuze.tekst.lower() else keuze.id


def _als_regel(vraag: str, waarden: tuple[str, ...]) -> str:
    if vraag.endswith(".status"):
        return f"de stap {' of '.join(STATUS_WOORDEN.get(waarde, waarde) for waarde in waarden)} is"
    return f"{vraag} = {' of '.join(waarden)}"


def _velden_regel(velden: list[str]) -> str:
    return f"Velden: {'; '.join(velden)}"


def _wijk_kop(wijk: str, gemeente: str) -> str:
    if not wijk:
        return "Jullie wijk"
    return f"{wijk}, {gemeente}" if gemeente else wijk


def _intake_open(minst: int, meest: int) -> str:
    hoeveel = f"{minst} tot {meest}" if minst != meest else f"{meest}"
    return f"De vragen over jullie wijk en groep zijn nog niet klaar: nog {hoeveel}. Ga verder met: routekaart start"


def _open_punten(hoeveel: int) -> str:
    staan = "Dat staat" if hoeveel == 1 else "Die staan"
    return f"{plural(hoeveel, 'open punt', 'open punten')}. {staan} achter in het actieplan."


def _meer_voorbij(hoeveel: int) -> str:
    datums = "is nog 1 datum" if hoeveel == 1 else f"zijn nog {hoeveel} datums"
    return f"er {datums} voorbij. Je ziet ze met: routekaart fase"
