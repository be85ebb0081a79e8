"""Which question is next, which answers count, and how far it still is. Pure: a fold of the answers over the questions.

There is no cursor. Going on, going back, changing an answer and answering by flag are other sets of answers to the same
functions (the idea is that of smart-answers' state resolver).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from routekaart_cli.domain.antwoorden import Antwoord, Antwoorden, Stand
from routekaart_cli.domain.routekaart import Deel, Intake, Keuze, Soort, Verplicht, Voorwaarde, Vraag

OPEN = (Stand.WEET_NIET, Stand.LATER, Stand.ONEENS)
"""Answers that are open points."""


def geldt(voorwaarden: Sequence[Voorwaarde], antwoorden: Antwoorden) -> bool:
    """Do all *voorwaarden* hold for these *antwoorden*?"""
    return all(_houdt(voorwaarde, antwoorden.get(voorwaarde.vraag)) for voorwaarde in voorwaarden)


def past(voorwaarden: Sequence[Voorwaarde], antwoorden: Antwoorden) -> tuple[Voorwaarde, ...]:
    """Return those of *voorwaarden* that hold: the reasons why a tip or voorbeeld fits."""
    return tuple(voorwaarde for voorwaarde in voorwaarden if _houdt(voorwaarde, antwoorden.get(voorwaarde.vraag)))


def tellend(vragen: Sequence[Vraag], antwoorden: Antwoorden) -> dict[str, Antwoord]:
    """Return the answers that count: of every vraag that applies, given the answers that count before it.

    The others are parked: kept in the file, out of the plan, back when their vraag returns.
    """
    tellen: dict[str, Antwoord] = {}
    for vraag in vragen:
        antwoord = antwoorden.get(vraag.id)
        if antwoord and (geldt(vraag.als, tellen) or _blijft(vraag, tellen)):
            tellen[vraag.id] = antwoord
    return tellen


def geparkeerd(vragen: Sequence[Vraag], antwoorden: Antwoorden) -> tuple[str, ...]:
    """Return the ids of the *vragen* whose answer is there but does not count."""
    tellen = tellend(vragen, antwoorden)
    return tuple(vraag.id for vraag in vragen if vraag.id in antwoorden and vraag.id not in tellen)


def pad(vragen: Sequence[Vraag], antwoorden: Antwoorden) -> tuple[Vraag, ...]:
    """Return the vragen that are asked, in order, up to and including the first that has no answer."""
    return tuple(_walk(vragen, antwoorden))


def next_vraag(vragen: Sequence[Vraag], antwoorden: Antwoorden) -> Vraag | None:
    """Return the first vraag that applies and has no answer, or None when all are answered."""
    gelopen = pad(vragen, antwoorden)
    return gelopen[-1] if gelopen and gelopen[-1].id not in antwoorden else None


def onbeantwoord(vragen: Sequence[Vraag], antwoorden: Antwoorden) -> tuple[Vraag, ...]:
    """Return every vraag that applies now and has no answer that counts, wherever it stands."""
    tellen = tellend(vragen, antwoorden)
    return tuple(vraag for vraag in vragen if vraag.id not in tellen and geldt(vraag.als, tellen))


def uitgesteld(vragen: Sequence[Vraag], antwoorden: Antwoorden) -> tuple[Vraag, ...]:
    """Return the vragen on the path that were put off with `:later`."""
    return tuple(
        vraag
        for vraag in pad(vragen, antwoorden)
        if (antwoord := antwoorden.get(vraag.id)) and antwoord.stand is Stand.LATER
    )


def open_punten(vragen: Sequence[Vraag], antwoorden: Antwoorden) -> tuple[Vraag, ...]:
    """Return the vragen without an answer: not known yet, put off, no agreement, or left out though advised."""
    tellen = tellend(vragen, antwoorden)
    return tuple(vraag for vraag in vragen if _is_open(vraag, tellen))


def nog(vragen: Sequence[Vraag], antwoorden: Antwoorden) -> tuple[int, int]:
    """Return the fewest and the most questions still to come in *vragen*, over all paths that are still possible.

    *antwoorden* may also hold answers to vragen outside *vragen*; they decide their conditions.
    """
    eigen_ids = {vraag.id for vraag in vragen}
    bekend = {vraag_id: antwoord for vraag_id, antwoord in antwoorden.items() if vraag_id not in eigen_ids}
    voorwaarden = [voorwaarde for vraag in vragen for voorwaarde in _voorwaarden(vraag)]
    memo: dict[tuple[int, frozenset[Voorwaarde]], tuple[int, int]] = {}

    def tel(index: int, waar: frozenset[Voorwaarde]) -> tuple[int, int]:
        """Count from *index* on, when of the conditions on the vragen before it those in *waar* hold."""
        if index == len(vragen):
            return 0, 0
        straks = {voorwaarde for vraag in vragen[index:] for voorwaarde in _voorwaarden(vraag)}
        sleutel = (index, waar & straks)
        if sleutel not in memo:
            memo[sleutel] = vanaf(*sleutel)
        return memo[sleutel]

    def vanaf(index: int, waar: frozenset[Voorwaarde]) -> tuple[int, int]:
        vraag = vragen[index]
        antwoord = antwoorden.get(vraag.id)
        eigen = [voorwaarde for voorwaarde in voorwaarden if voorwaarde.vraag == vraag.id]

        def houden(als: Sequence[Voorwaarde]) -> bool:
            return all(v in waar or (v.vraag not in eigen_ids and _houdt(v, bekend.get(v.vraag))) for v in als)

        gevraagd = houden(vraag.als)
        if antwoord and (gevraagd or (vraag.blijft is not None and houden(vraag.blijft))):
            return tel(index + 1, waar | {voorwaarde for voorwaarde in eigen if _houdt(voorwaarde, antwoord)})
        if antwoord or not gevraagd:
            return tel(index + 1, waar)
        takken = [tel(index + 1, waar | tak) for tak in _takken(vraag, eigen)]
        return 1 + min(minst for minst, _ in takken), 1 + max(meest for _, meest in takken)

    return tel(0, frozenset())


def plek(
    vraag: Vraag, deel: Deel, vragen: Sequence[Vraag], antwoorden: Antwoorden, opnieuw: Collection[str]
) -> tuple[int, int, int]:
    """Return which number *vraag* of *deel* has on the path through *vragen*, and how many still come in that part.

    The last two are the fewest and the most. *opnieuw* are the ids of the vragen that are asked again, whatever their
    answers; *vraag* itself always counts.
    """
    route = pad(vragen, antwoorden)
    nummer = route.index(vraag) + 1 if vraag in route else len(route)
    tellen = tellend(vragen, antwoorden)
    eigen = {deze.id: antwoorden[deze.id] for deze in deel.vragen if deze.id in antwoorden}
    bekend = {vraag_id: a for vraag_id, a in (tellen | eigen).items() if vraag_id not in (*opnieuw, vraag.id)}
    return nummer, *nog(deel.vragen, bekend)


def advies(intake: Intake, antwoorden: Antwoorden) -> tuple[str, str]:
    """Return the id of the fase to begin with, and the reason in words: the first rule that holds."""
    tellen = tellend(intake.vragen, antwoorden)
    regel = next(regel for regel in intake.advies if geldt(regel.als, tellen))
    return regel.fase, regel.reden


def _walk(vragen: Sequence[Vraag], antwoorden: Antwoorden) -> Iterator[Vraag]:
    tellen: dict[str, Antwoord] = {}
    for vraag in vragen:
        antwoord = antwoorden.get(vraag.id)
        if geldt(vraag.als, tellen):
            yield vraag
            if antwoord is None:
                return
            tellen[vraag.id] = antwoord
        elif antwoord and _blijft(vraag, tellen):
            tellen[vraag.id] = antwoord


def _blijft(vraag: Vraag, tellen: Antwoorden) -> bool:
    return vraag.blijft is not None and geldt(vraag.blijft, tellen)


def _houdt(voorwaarde: Voorwaarde, antwoord: Antwoord | None) -> bool:
    if antwoord is None or antwoord.stand is not Stand.GEGEVEN:
        return False
    if isinstance(antwoord.waarde, tuple):
        return any(waarde in voorwaarde.waarden for waarde in antwoord.waarde)
    return antwoord.waarde in voorwaarde.waarden


def _voorwaarden(vraag: Vraag) -> tuple[Voorwaarde, ...]:
    return (*vraag.als, *(vraag.blijft or ()))


def _takken(vraag: Vraag, eigen: Sequence[Voorwaarde]) -> set[frozenset[Voorwaarde]]:
    """Return every set of the conditions *eigen* on *vraag* that one answer can make true; none is not knowing."""
    takken = {frozenset[Voorwaarde]()}
    ja_nee = (Keuze("ja", ""), Keuze("nee", "")) if vraag.soort is Soort.JA_NEE else ()
    for keuze in sorted((*vraag.keuzes, *ja_nee), key=lambda keuze: keuze.alleen):
        tak = frozenset(voorwaarde for voorwaarde in eigen if keuze.id in voorwaarde.waarden)
        samen = vraag.soort is Soort.MEERKEUZE and not keuze.alleen
        takken |= {tak} | ({tak | andere for andere in takken} if samen else set())
    return takken


def _is_open(vraag: Vraag, tellen: Antwoorden) -> bool:
    antwoord = tellen.get(vraag.id)
    if antwoord is None:
        return vraag.verplicht is not Verplicht.NEE and geldt(vraag.als, tellen)
    return antwoord.stand in OPEN or (antwoord.stand is Stand.LEEG and vraag.verplicht is not Verplicht.NEE)
