"""What the routekaart says to this group: tips, voorbeelden, what changed, who helps. Behind the plan, when asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Protocol, TypeVar

from routekaart_cli.domain import voortgang
from routekaart_cli.domain.actueel import has_expired, houdbaarheid
from routekaart_cli.domain.intake import past
from routekaart_cli.domain.routekaart import Actueel, Contact, Fase, Status, Tip, Voorbeeld
from routekaart_cli.domain.voortgang import Overzicht
from routekaart_cli.dutch import capitalized
from routekaart_cli.plan.records import Blok, Bloksoort, PlanFase, PlanHoofdstuk

T = TypeVar("T", Tip, Voorbeeld)


class Texts(Protocol):
    """The content that the appendices need, beside the fasen."""

    @property
    def contact(self) -> Contact: ...
    @property
    def actueel(self) -> tuple[Actueel, ...]: ...


def bijlagen(
    inhoud: Texts, overzicht: Overzicht, fasen: Sequence[PlanFase], provincie: str, today: date
) -> Iterator[PlanHoofdstuk]:
    """Yield the appendices of the plan of the group in *overzicht*, in the province with the id *provincie*."""
    yield _hoofdstuk("alle-stappen", "Bijlage: alle stappen", _stappen(fasen))
    tips = (
        _said(part.titel, part.tekst) for fase in overzicht.all_fasen for part in _fitting(fase, fase.tips, overzicht)
    )
    yield _hoofdstuk("tips", "Bijlage: tips uit de routekaart", tips)
    voorbeelden = (
        _said(f"{part.titel} ({part.plaats})" if part.plaats else part.titel, part.kern)
        for fase in overzicht.all_fasen
        for part in _fitting(fase, fase.voorbeelden, overzicht)
    )
    yield _hoofdstuk("voorbeelden", "Bijlage: voorbeelden uit de routekaart", voorbeelden)
    nieuws = (_said(item.titel, _news(item, today)) for item in inhoud.actueel if _is_news(item, overzicht, today))
    yield _hoofdstuk("actueel", "Bijlage: wat er veranderde sinds 2021", nieuws)
    yield _hoofdstuk("hulp", "Bijlage: hulp en contact", _hulp(inhoud.contact, provincie))


def _hoofdstuk(id_: str, titel: str, blokken: Iterator[Blok]) -> PlanHoofdstuk:
    return PlanHoofdstuk(id_, titel, tuple(blokken), bijlage=True)


def _said(kop: str, text: str) -> Blok:
    return Blok(Bloksoort.ALINEA, kop, text)


def _stappen(fasen: Sequence[PlanFase]) -> Iterator[Blok]:
    for fase in fasen:
        rows = tuple((f"{stap.nummer} {stap.titel}", stap.status) for stap in fase.stappen)
        yield Blok(Bloksoort.TABEL, fase.naam, kolommen=("Stap", "Stand"), rijen=rows)


def _fitting(fase: Fase, parts: Sequence[T], overzicht: Overzicht) -> Iterator[T]:
    """Yield those of *parts* that fit: by an answer of the group, or without conditions by the fase it works on."""
    for part in parts:
        if past(part.past_bij, overzicht.antwoorden) if part.past_bij else fase.id == overzicht.huidig.id:
            yield part


def _is_news(item: Actueel, overzicht: Overzicht, today: date) -> bool:
    """Does *item* still hold, and fit by an answer or by what the group works on now?"""
    if has_expired(item, today):
        return False
    if item.past_bij:
        return bool(past(item.past_bij, overzicht.antwoorden))
    underway = {
        stap.id
        for fase in overzicht.all_fasen
        for stap in fase.stappen
        if voortgang.status(stap, overzicht.antwoorden) is Status.BEZIG
    }
    return not {overzicht.huidig.id, *underway}.isdisjoint(item.hoort_bij)


def _news(item: Actueel, today: date) -> str:
    bron = item.bronnen[0]
    begin = item.tekst.split("\n\n")[0]
    return f"{begin}\n\n{capitalized(houdbaarheid(item, today))}. {bron.tekst}: {bron.adres}"


def _hulp(contact: Contact, provincie: str) -> Iterator[Blok]:
    for part in contact.federaties:
        if part.provincie == provincie:
            yield _said(part.naam, part.site)
    for loket in contact.loketten:
        if loket.provincie == provincie:
            yield _said(loket.naam, f"{loket.tekst} {loket.adres} ({loket.datum})")
    koepel = contact.koepel
    yield _said(koepel.naam, f"{koepel.jouw_provincie}, {koepel.email}, {koepel.telefoon}. {koepel.let_op}")
