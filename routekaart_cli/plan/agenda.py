"""What the next meeting is about, as chapters: it begins with what the gemeente has not answered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from routekaart_cli.domain.antwoorden import Stand
from routekaart_cli.domain.voortgang import Reden
from routekaart_cli.dutch import enumeration, plural
from routekaart_cli.dutch.dates import day_in_words
from routekaart_cli.plan.records import (
    AFSPRAAK,
    Blok,
    Bloksoort,
    Lezer,
    OpenPunt,
    Plan,
    PlanActie,
    PlanDatum,
    PlanHoofdstuk,
    Stuk,
)

MAX = 8
"""How many of a kind stand on the agenda, so that it fits on one page and can be done in one evening."""
WEEKS = 6
"""How far ahead the agenda looks in the calendar."""
_WITH_NEWS = (Reden.DATUM_VOORBIJ, Reden.BEZIG)
"""Why a stap is there, when somebody can have news about it: it has begun, or should have been done."""


def build(plan: Plan, today: date) -> Stuk:
    """Return the agenda of the group whose plan is *plan*, on the day *today*."""
    chapters = (PlanHoofdstuk(id_, titel, tuple(blokken)) for id_, titel, blokken in _chapters(plan, today))
    with_something = tuple(hoofdstuk for hoofdstuk in chapters if hoofdstuk.blokken)
    nothing = Blok(Bloksoort.ALINEA, tekst="Er staat niets open. Alle stappen zijn klaar.")
    return Stuk(
        titel=f"Agenda {plan.wijk}".rstrip(),
        van=" · ".join(filter(None, ("Voor de volgende bijeenkomst", plan.groep, f"gemaakt op {plan.datum}"))),
        vragen="",
        waarschuwing=plan.waarschuwing,
        slot="",
        datum_iso=plan.datum_iso,
        voor=plan.voor,
        wijk=plan.wijk,
        groep=plan.groep,
        hoofdstukken=with_something or (PlanHoofdstuk("niets", "Wat er open staat", (nothing,)),),
    )


def _chapters(plan: Plan, today: date) -> Iterator[tuple[str, str, Iterator[Blok]]]:
    oneens = [punt for punt in plan.open_punten if punt.hoe_id == Stand.ONEENS]
    rest = [punt for punt in plan.open_punten if punt not in oneens]
    te_laat = [actie for actie in plan.acties if actie.te_laat]
    following = [actie for actie in plan.acties if not actie.te_laat][:MAX]
    with_news = [actie for actie in (*te_laat[:MAX], *following) if actie.reden_id in _WITH_NEWS]
    until = (today + timedelta(weeks=WEEKS)).isoformat()
    days = [day for day in plan.datums if day.soort == AFSPRAAK and not day.klaar]
    soon = [day for day in days if plan.datum_iso <= day.wanneer_iso <= until]
    yield "gemeente", "Nog geen antwoord van de gemeente", _lijst(plan.onbeantwoord)
    yield "oneens", "Waar we het nog niet over eens zijn", _lijst([_opinions(punt) for punt in oneens])
    yield "te-laat", "Datum voorbij: hoe gaan we verder?", _acties(te_laat, plan.voor)
    yield "open", "Wat we nog niet weten", _lijst([f"{punt.kort} ({punt.waar}): {punt.vraag}" for punt in rest])
    yield "volgende", "De volgende stappen", _acties(following, plan.voor)
    yield "nieuws", "Wie brengt wat mee", _lijst(list(_news(with_news)))
    yield "kalender", "In de kalender", _kalender(soon[:MAX])


def _lijst(punten: Sequence[str]) -> Iterator[Blok]:
    if punten:
        yield Blok(Bloksoort.LIJST, punten=tuple(punten[:MAX]))
    yield from _more(len(punten[MAX:]))


def _more(count: int) -> Iterator[Blok]:
    if count:
        yield Blok(
            Bloksoort.ALINEA, tekst=f"En nog {plural(count, 'punt. Dat staat', 'punten. Die staan')} in het actieplan."
        )


def _acties(acties: Sequence[PlanActie], voor: Lezer) -> Iterator[Blok]:
    if acties:
        who = voor is not Lezer.IEDEREEN
        rows = [(f"{a.nummer} {a.titel}", a.wie, day_in_words(a.wanneer_iso or a.wanneer)) for a in acties[:MAX]]
        yield Blok(
            Bloksoort.TABEL,
            kolommen=("Stap", "Wie", "Wanneer") if who else ("Stap", "Wanneer"),
            rijen=tuple(row if who else (row[0], row[2]) for row in rows),
        )
    yield from _more(len(acties[MAX:]))


def _opinions(punt: OpenPunt) -> str:
    """Return what is not agreed on, with every opinion and who holds it."""
    sides = [f"{mening.tekst} ({mening.door})" if mening.door else mening.tekst for mening in punt.meningen]
    return f"{punt.kort} ({punt.waar}): {' / '.join(sides) or punt.vraag}"


def _news(acties: Sequence[PlanActie]) -> Iterator[str]:
    """Yield who tells about which of *acties*, in their order; of those whom nobody took on nobody does."""
    by_person: dict[str, list[str]] = {}
    for actie in acties:
        if actie.wie:
            by_person.setdefault(actie.wie, []).append(f"{actie.nummer} {actie.titel}")
    yield from (f"{wie}: nieuws over {enumeration(stappen)}" for wie, stappen in by_person.items())


def _kalender(days: Sequence[PlanDatum]) -> Iterator[Blok]:
    if days:
        rows = tuple((day.wanneer, f"{day.wat} ({day.plek})" if day.plek else day.wat) for day in days)
        yield Blok(Bloksoort.TABEL, kolommen=("Wanneer", "Wat"), rijen=rows)
