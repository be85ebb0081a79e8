"""The one JSON document of a command: the records it is made of, of which the published schema follows, and how.

What is shown as it is in content/ needs no record here. They are made by a call, so that most take one line.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated, Literal, NotRequired, TypedDict

from routekaart_cli.domain import intake, voortgang
from routekaart_cli.domain import routekaart as kaart
from routekaart_cli.domain.actueel import has_expired
from routekaart_cli.domain.antwoorden import Antwoord, Antwoorden, Moment, Stand, Waarde, Wijziging, text_of
from routekaart_cli.domain.vaste_vragen import GEMEENTE, NOTITIE, WANNEER, WIE, WIJK
from routekaart_cli.errors import RoutekaartError

if TYPE_CHECKING:
    from routekaart_cli.inhoud.search import Result
    from routekaart_cli.project.controle import Controle

SCHEMA = "routekaart/1"
Fasecode = Annotated[int | str, Literal[1, 2, 3, 4, 5, "gemeente"]] | None
Voorwaarden = Mapping[str, str | tuple[str, ...]]
"""By vraag the one value that makes them hold, or any of a list."""

FoutJson = TypedDict("FoutJson", {"code": int, "soort": str, "melding": str, "hint": str})
KeuzeJson = TypedDict("KeuzeJson", {"id": str, "tekst": str})
VeldJson = TypedDict(
    "VeldJson", {"id": str, "vraag": str, "soort": kaart.Soort, "keuzes": list[KeuzeJson], "delen": kaart.Delen}
)
VraagJson = TypedDict("VraagJson", {
    "id": str, "kort": str, "vraag": str, "soort": kaart.Soort, "keuzes": list[KeuzeJson], "als": Voorwaarden,
    "verplicht": kaart.Verplicht, "delen": kaart.Delen, "fase": Fasecode, "stap": str | None,
    "velden": NotRequired[list[VeldJson]],
})  # fmt: skip
VragenJson = TypedDict("VragenJson", {"vragen": list[VraagJson]})

AlternatiefJson = TypedDict("AlternatiefJson", {"waarde": int | Waarde, "door": str | None})
AntwoordJson = TypedDict("AntwoordJson", {
    "stand": Stand, "waarde": NotRequired[int | Waarde], "alternatieven": NotRequired[list[AlternatiefJson]],
})  # fmt: skip
VerschilJson = TypedDict("VerschilJson", {"id": str, "oud": AntwoordJson | None, "nieuw": AntwoordJson | None})
WijzigingJson = TypedDict("WijzigingJson", {"moment": Moment, "antwoorden": list[VerschilJson]})
WijzigingenJson = TypedDict("WijzigingenJson", {"wijzigingen": list[WijzigingJson]})
DeelJson = TypedDict("DeelJson", {"id": str, "titel": str, "antwoorden": Mapping[str, AntwoordJson | None]})
NakijkenJson = TypedDict("NakijkenJson", {"delen": list[DeelJson], "geparkeerd": tuple[str, ...]})
MisfitJson = TypedDict("MisfitJson", {"id": str, "reden": str})
ControleJson = TypedDict("ControleJson", {
    "compleet": bool, "nieuwer": bool, "past_niet": list[MisfitJson], "niet_eens": list[str], "open_punten": list[str],
    "vraag_weg": tuple[str, ...], "onbekend": tuple[str, ...], "geparkeerd": tuple[str, ...], "kopieen": list[str],
})  # fmt: skip

ActueelJson = TypedDict("ActueelJson", {
    "id": str, "thema": str, "titel": str, "tekst": str, "zekerheid": kaart.Zekerheid, "vraag_na": str,
    "vraag": str | None, "gecontroleerd_op": kaart.Isodate, "geldig_tot": kaart.Isodate | None,
    "hoort_bij": tuple[str, ...], "bronnen": tuple[kaart.Verwijzing, ...], "past_bij": Voorwaarden, "verlopen": bool,
})  # fmt: skip
AlleActueelJson = TypedDict("AlleActueelJson", {"actueel": list[ActueelJson]})
StapJson = TypedDict("StapJson", {
    "id": str, "nummer": str, "titel": str, "uitleg": str, "vragen": list[str], "status": NotRequired[kaart.Status],
    "wie": NotRequired[str | None], "wanneer": NotRequired[str | None], "notitie": NotRequired[str | None],
    "datum_voorbij": NotRequired[bool], "antwoorden": NotRequired[Mapping[str, AntwoordJson]],
})  # fmt: skip
TipJson = TypedDict("TipJson", {"id": str, "titel": str, "tekst": str})
VoorbeeldJson = TypedDict("VoorbeeldJson", {
    "id": str, "titel": str, "soort": kaart.VoorbeeldSoort, "kern": str, "plaats": NotRequired[str | None],
    "verhaal": NotRequired[str], "bruikbaar": NotRequired[str | None],
    "let_op": NotRequired[str | None], "meer": NotRequired[tuple[kaart.Verwijzing, ...]],
})  # fmt: skip
FaseVerderJson = TypedDict(
    "FaseVerderJson", {"tips_voor_gemeenten": NotRequired[list[TipJson]], "beleid": NotRequired[kaart.Beleid]}
)
KorteFaseJson = TypedDict("KorteFaseJson", {
    "id": str, "nummer": int | None, "titel": str, "uitkomst": str, "stappen": int, "niet_begonnen": NotRequired[int],
    "bezig": NotRequired[int], "klaar": NotRequired[int], "past_niet": NotRequired[int],
})  # fmt: skip
FasenJson = TypedDict("FasenJson", {"fasen": list[KorteFaseJson]})
FasetipsJson = TypedDict("FasetipsJson", {
    "fase": str, "nummer": int | None, "tips": list[TipJson], "tips_voor_gemeenten": NotRequired[list[TipJson]],
})  # fmt: skip
TipsJson = TypedDict("TipsJson", {"fasen": list[FasetipsJson]})
FasevoorbeeldenJson = TypedDict(
    "FasevoorbeeldenJson", {"fase": str, "nummer": int | None, "voorbeelden": list[VoorbeeldJson]}
)
VoorbeeldenJson = TypedDict("VoorbeeldenJson", {"fasen": list[FasevoorbeeldenJson]})
EenVoorbeeldJson = TypedDict("EenVoorbeeldJson", {"fase": str, "voorbeeld": VoorbeeldJson})

HuidigJson = TypedDict("HuidigJson", {"id": str, "nummer": int | None, "advies": str | None})
IntakeNogJson = TypedDict("IntakeNogJson", {"minst": int, "meest": int})
ActieJson = TypedDict("ActieJson", {
    "stap": str, "nummer": str, "titel": str, "reden": voortgang.Reden, "wie": str | None, "wanneer": str | None,
})  # fmt: skip
StatusJson = TypedDict("StatusJson", {
    "bestand": str, "wijk": str | None, "gemeente": str | None, "fase": HuidigJson, "intake_nog": IntakeNogJson,
    "fasen": list[KorteFaseJson], "acties": list[ActieJson], "datum_voorbij": list[str], "open_punten": list[str],
    "geparkeerd": tuple[str, ...], "onbeantwoord": tuple[voortgang.Onbeantwoord, ...],
})  # fmt: skip

BegrippenJson = TypedDict("BegrippenJson", {"begrippen": tuple[kaart.Begrip, ...]})
BegripJson = TypedDict("BegripJson", {"begrip": kaart.Begrip, "actueel": list[ActueelJson]})
ContactJson = TypedDict("ContactJson", {
    "gecontroleerd_op": kaart.Isodate, "provincie": str | None, "federaties": tuple[kaart.Federatie, ...],
    "loketten": list[kaart.Loket], "koepel": kaart.Koepel, "coalitie": kaart.Coalitie,
})  # fmt: skip
TrefferJson = TypedDict("TrefferJson", {
    "soort": kaart.Treffersoort, "id": str, "titel": str, "fase": Fasecode, "zin": str, "opdracht": str,
})  # fmt: skip
ZoekJson = TypedDict(
    "ZoekJson", {"term": str, "alle_woorden": bool, "treffers": list[TrefferJson], "bedoeld": str | None}
)


class StapMetActueelJson(StapJson):
    actueel: list[ActueelJson]


class FaseJson(FaseVerderJson):
    id: str
    nummer: int | None
    titel: str
    doel: str
    uitkomst: str
    stappen: list[StapJson]
    tips: list[TipJson]
    voorbeelden: list[VoorbeeldJson]
    actueel: list[ActueelJson]


def render(opdracht: str, data: object) -> str:
    """Return the document of *opdracht* with the record *data*."""
    return _dump({"schema": SCHEMA, "opdracht": opdracht, "gegevens": data})


def render_error(opdracht: str, error: RoutekaartError) -> str:
    """Return the document of an error."""
    fout = FoutJson(code=error.exit_code, soort=error.soort, melding=error.message, hint=error.hint)
    return _dump({"schema": SCHEMA, "opdracht": opdracht, "fout": fout})


def _dump(document: object) -> str:
    import json  # commands import this module for a document that is seldom asked for

    from routekaart_cli.domain.as_json import values

    return json.dumps(values(document), indent=2) + "\n"


def vraag(vraag: kaart.Vraag) -> VraagJson:
    """Return a vraag with all that `--antwoord` needs to know."""
    velden = VraagJson(
        id=vraag.id, kort=vraag.kort, vraag=vraag.vraag, soort=vraag.soort, keuzes=_keuzes(vraag.keuzes),
        als=_als(vraag.als), verplicht=vraag.verplicht, delen=vraag.delen, fase=vraag.fase,
        stap=vraag.stap,
    )  # fmt: skip
    if vraag.velden:
        velden["velden"] = [
            VeldJson(
                id=veld.id, vraag=veld.vraag, soort=veld.soort, keuzes=_keuzes(veld.keuzes),
                delen=veld.delen,
            )
            for veld in vraag.velden
        ]  # fmt: skip
    return velden


def _keuzes(keuzes: Sequence[kaart.Keuze]) -> list[KeuzeJson]:
    return [KeuzeJson(id=keuze.id, tekst=keuze.tekst) for keuze in keuzes]


def _als(voorwaarden: Sequence[kaart.Voorwaarde]) -> Voorwaarden:
    return {part.vraag: part.waarden[0] if len(part.waarden) == 1 else part.waarden for part in voorwaarden}


def antwoord(vraag: kaart.Vraag, antwoord: Antwoord) -> AntwoordJson:
    """Return an answer: what stands there, and its value where there is one."""
    velden = AntwoordJson(stand=antwoord.stand)
    if antwoord.stand is Stand.GEGEVEN:
        velden["waarde"] = _waarde(vraag, antwoord.waarde)
    if antwoord.alternatieven:
        velden["alternatieven"] = [
            AlternatiefJson(waarde=_waarde(vraag, side.waarde), door=side.door or None)
            for side in antwoord.alternatieven
        ]
    return velden


def _waarde(vraag: kaart.Vraag, waarde: Waarde) -> int | Waarde:
    """Return what was answered, as a number where that is one that JSON can hold."""
    if vraag.soort is kaart.Soort.GETAL and isinstance(waarde, str) and waarde.isdecimal() and len(waarde) < 16:
        return int(waarde)
    return waarde


def wijziging(wijziging: Wijziging, vragen: Mapping[str, tuple[kaart.Vraag, str]]) -> WijzigingJson:
    """Return a change: when it was, and for each of its *vragen* the answer before and after; null is no answer."""

    def side(name: str, this: Antwoord | None) -> AntwoordJson | None:
        return antwoord(vragen[name][0], this) if this else None

    antwoorden = [
        VerschilJson(id=name, oud=side(name, old), nieuw=side(name, wijziging.nieuw[name]))
        for name, old in wijziging.oud.items()
    ]
    return WijzigingJson(moment=wijziging.moment, antwoorden=antwoorden)


def nakijken(parts: Sequence[kaart.Deel], vragen: Sequence[kaart.Vraag], antwoorden: Antwoorden) -> NakijkenJson:
    """Return the answers that count in each of *parts*, and which of all *vragen* have one that does not count."""
    counting = intake.counted(vragen, antwoorden)
    delen = [
        DeelJson(
            id=part.id, titel=part.titel,
            antwoorden={v.id: antwoord(v, counting[v.id]) if v.id in counting else None for v in part.vragen},
        )
        for part in parts
    ]  # fmt: skip
    return NakijkenJson(delen=delen, geparkeerd=intake.parked(vragen, antwoorden))


def controle(seen: Controle, beside: list[str]) -> ControleJson:
    """Return what is wrong and what is missing in a project, and which copies are *beside* it."""
    return ControleJson(
        compleet=seen.complete, nieuwer=seen.nieuwer,
        past_niet=[MisfitJson(id=part.vraag.id, reden=part.reden) for part in seen.past_niet],
        niet_eens=[vraag.id for vraag in seen.oneens], open_punten=[vraag.id for vraag in seen.open_punten],
        vraag_weg=seen.weg, onbekend=seen.unknown, geparkeerd=seen.geparkeerd, kopieen=beside,
    )  # fmt: skip


def actueel(items: Sequence[kaart.Actueel], today: date) -> list[ActueelJson]:
    """Return what changed, and of each whether it has expired."""
    return [
        ActueelJson(
            id=item.id, thema=item.thema, titel=item.titel, tekst=item.tekst, zekerheid=item.zekerheid,
            vraag_na=item.vraag_na, vraag=item.vraag or None, gecontroleerd_op=item.gecontroleerd_op,
            geldig_tot=item.geldig_tot or None, hoort_bij=item.hoort_bij, bronnen=item.bronnen,
            past_bij=_als(item.past_bij), verlopen=has_expired(item, today),
        )
        for item in items
    ]  # fmt: skip


def stap(stap: kaart.Stap, antwoorden: Antwoorden | None, today: date) -> StapJson:
    """Return a stap; with a project (*antwoorden* not None) also how it is doing and its answers."""
    vragen = [vraag.id for vraag in stap.vragen]
    velden = StapJson(id=stap.id, nummer=stap.nummer, titel=stap.titel, uitleg=stap.uitleg, vragen=vragen)
    if antwoorden is None:
        return velden
    return {
        **velden, "status": voortgang.status(stap, antwoorden), "wie": stap.text(WIE, antwoorden) or None,
        "wanneer": stap.text(WANNEER, antwoorden) or None, "notitie": stap.text(NOTITIE, antwoorden) or None,
        "datum_voorbij": voortgang.is_late(stap, antwoorden, today),
        "antwoorden": {v.id: antwoord(v, antwoorden[v.id]) for v in stap.vragen if v.id in antwoorden},
    }  # fmt: skip


def fase(
    fase: kaart.Fase, changed: Sequence[kaart.Actueel], antwoorden: Antwoorden | None, today: date, *, everything: bool
) -> FaseJson:
    """Return a whole fase with what has *changed*; without *everything* only its main tips and bare voorbeelden."""
    further = FaseVerderJson()
    if fase.tips_voor_gemeenten:
        further["tips_voor_gemeenten"] = _tips(fase.tips_voor_gemeenten)
    if fase.beleid:
        further["beleid"] = fase.beleid
    return {
        "id": fase.id, "nummer": fase.nummer, "titel": fase.titel, "doel": fase.doel, "uitkomst": fase.uitkomst,
        "stappen": [stap(part, antwoorden, today) for part in fase.stappen],
        "tips": _tips([part for part in fase.tips if everything or part.hoofdtip]),
        "voorbeelden": [voorbeeld(part, everything=everything) for part in fase.voorbeelden],
        **further, "actueel": actueel(changed, today),
    }  # fmt: skip


def korte_fase(fase: kaart.Fase, antwoorden: Antwoorden | None) -> KorteFaseJson:
    """Return a fase in one line, with counts per status when there is a project."""
    velden = KorteFaseJson(
        id=fase.id, nummer=fase.nummer, titel=fase.titel, uitkomst=fase.uitkomst, stappen=len(fase.stappen)
    )
    if antwoorden is None:
        return velden
    counts = voortgang.status_counts(fase, antwoorden)
    return {
        **velden, "niet_begonnen": counts[kaart.Status.NIET_BEGONNEN], "bezig": counts[kaart.Status.BEZIG],
        "klaar": counts[kaart.Status.KLAAR], "past_niet": counts[kaart.Status.PAST_NIET],
    }  # fmt: skip


def fasetips(fase: kaart.Fase) -> FasetipsJson:
    """Return all tips of a fase."""
    velden = FasetipsJson(fase=fase.id, nummer=fase.nummer, tips=_tips(fase.tips))
    if fase.tips_voor_gemeenten:
        velden["tips_voor_gemeenten"] = _tips(fase.tips_voor_gemeenten)
    return velden


def _tips(tips: Sequence[kaart.Tip]) -> list[TipJson]:
    return [TipJson(id=tip.id, titel=tip.titel, tekst=tip.tekst) for tip in tips]


def fasevoorbeelden(fase: kaart.Fase) -> FasevoorbeeldenJson:
    """Return all voorbeelden of a fase, with their stories."""
    filled = [voorbeeld(part, everything=True) for part in fase.voorbeelden]
    return FasevoorbeeldenJson(fase=fase.id, nummer=fase.nummer, voorbeelden=filled)


def voorbeeld(voorbeeld: kaart.Voorbeeld, *, everything: bool) -> VoorbeeldJson:
    """Return a voorbeeld; with *everything* its story too."""
    velden = VoorbeeldJson(id=voorbeeld.id, titel=voorbeeld.titel, soort=voorbeeld.soort, kern=voorbeeld.kern)
    if not everything:
        return velden
    return {
        **velden, "plaats": voorbeeld.plaats or None, "verhaal": voorbeeld.verhaal,
        "bruikbaar": voorbeeld.bruikbaar or None, "let_op": voorbeeld.let_op or None, "meer": voorbeeld.meer,
    }  # fmt: skip


def status(overzicht: voortgang.Overzicht, file: str, today: date) -> StatusJson:
    """Return where a group is: counts per fase, what makes sense now and why, dates that passed, open points."""
    antwoorden, huidig = overzicht.antwoorden, overzicht.huidig
    stappen = [stap for fase in overzicht.all_fasen for stap in fase.stappen]
    return StatusJson(
        bestand=file, wijk=text_of(antwoorden.get(WIJK)) or None, gemeente=text_of(antwoorden.get(GEMEENTE)) or None,
        fase=HuidigJson(id=huidig.id, nummer=huidig.nummer, advies=overzicht.advies or None),
        intake_nog=IntakeNogJson(minst=overzicht.intake_nog[0], meest=overzicht.intake_nog[1]),
        fasen=[korte_fase(fase, antwoorden) for fase in overzicht.all_fasen],
        acties=[
            ActieJson(
                stap=actie.stap.id, nummer=actie.stap.nummer, titel=actie.stap.titel, reden=actie.reden,
                wie=actie.wie or None, wanneer=actie.wanneer or None,
            )
            for actie in overzicht.acties
        ],
        datum_voorbij=[stap.id for stap in stappen if voortgang.is_late(stap, antwoorden, today)],
        open_punten=[vraag.id for vraag in overzicht.open_punten], geparkeerd=overzicht.geparkeerd,
        onbeantwoord=overzicht.onbeantwoord,
    )  # fmt: skip


def contact(contact: kaart.Contact, federatie: kaart.Federatie | None) -> ContactJson:
    """Return who can help in the whole country, and in the provincie of *federatie* or else in every one."""
    return ContactJson(
        gecontroleerd_op=contact.gecontroleerd_op, provincie=federatie.provincie if federatie else None,
        federaties=(federatie,) if federatie else contact.federaties,
        loketten=[part for part in contact.loketten if not federatie or part.provincie == federatie.provincie],
        koepel=contact.koepel, coalitie=contact.coalitie,
    )  # fmt: skip


def found_page(result: Result) -> ZoekJson:
    """Return what a search found, best first."""
    treffers = [
        TrefferJson(
            soort=hit.piece.soort, id=hit.piece.id, titel=hit.piece.titel, fase=hit.piece.fase, zin=hit.sentence,
            opdracht=hit.piece.opdracht,
        )
        for hit in result.hits
    ]  # fmt: skip
    return ZoekJson(term=result.term, alle_woorden=result.all_words, treffers=treffers, bedoeld=result.meant)
