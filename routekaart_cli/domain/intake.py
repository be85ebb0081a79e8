"""Which question is next, which answers count, and how far it still is. Pure: a fold of the answers over the questions.

There is no cursor. Going on, going back, changing an answer and answering by flag are other sets of answers to the same
functions (the idea is that of smart-answers' state resolver).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from routekaart_cli.domain.antwoorden import Antwoord, Antwoorden, Stand, text_of
from routekaart_cli.domain.routekaart import INGEVULD, Deel, Intake, Keuze, Soort, Verplicht, Voorwaarde, Vraag
from routekaart_cli.domain.vaste_vragen import FOLLOWS
from routekaart_cli.dutch import bedragen, dates

NOBODY = ("nog niemand", "niemand", "nog geen", "geen")
"""An answer, but not one to ask more about."""
OPEN = (Stand.WEET_NIET, Stand.LATER, Stand.ONEENS)
"""Answers that are open points."""


def applies(voorwaarden: Sequence[Voorwaarde], antwoorden: Antwoorden) -> bool:
    """Do all *voorwaarden* hold for these *antwoorden*?"""
    return all(_holds(voorwaarde, antwoorden.get(voorwaarde.vraag)) for voorwaarde in voorwaarden)


def past(voorwaarden: Sequence[Voorwaarde], antwoorden: Antwoorden) -> tuple[Voorwaarde, ...]:
    """Return those of *voorwaarden* that hold: the reasons why a tip or voorbeeld fits."""
    return tuple(voorwaarde for voorwaarde in voorwaarden if _holds(voorwaarde, antwoorden.get(voorwaarde.vraag)))


def counted(vragen: Sequence[Vraag], antwoorden: Antwoorden) -> dict[str, Antwoord]:
    """Return the answers that count: of every vraag that applies, given the answers that count before it.

    The others are parked: kept in the file, out of the plan, back when their vraag returns.
    """
    counting = _counting(vragen, antwoorden)
    return {vraag.id: counting[vraag.id] for vraag in vragen if vraag.id in counting}


def parked(vragen: Sequence[Vraag], antwoorden: Antwoorden) -> tuple[str, ...]:
    """Return the ids of the *vragen* whose answer is there but does not count."""
    counting = counted(vragen, antwoorden)
    return tuple(vraag.id for vraag in vragen if vraag.id in antwoorden and vraag.id not in counting)


def asked(vragen: Sequence[Vraag], antwoorden: Antwoorden) -> tuple[Vraag, ...]:
    """Return the vragen that are asked, in order, up to and including the first that has no answer.

    Here as in the other functions, answers to vragen that are not among *vragen* decide their conditions as they are.
    """
    return tuple(_walk(vragen, antwoorden))


def unanswered(vragen: Sequence[Vraag], antwoorden: Antwoorden) -> tuple[Vraag, ...]:
    """Return every vraag that applies now and has no answer that counts, wherever it stands."""
    counting = _counting(vragen, antwoorden)
    return tuple(vraag for vraag in vragen if vraag.id not in counting and applies(vraag.als, counting))


def put_off(vragen: Sequence[Vraag], antwoorden: Antwoorden) -> tuple[Vraag, ...]:
    """Return the vragen on the path that were put off with `:later`."""
    return tuple(
        vraag
        for vraag in asked(vragen, antwoorden)
        if (antwoord := antwoorden.get(vraag.id)) and antwoord.stand is Stand.LATER
    )


def open_punten(vragen: Sequence[Vraag], antwoorden: Antwoorden) -> tuple[Vraag, ...]:
    """Return the vragen without an answer: not known yet, put off, no agreement, or left out though advised."""
    counting = _counting(vragen, antwoorden)
    return tuple(vraag for vraag in vragen if _is_open(vraag, counting))


def remaining(vragen: Sequence[Vraag], antwoorden: Antwoorden) -> tuple[int, int]:
    """Return the fewest and the most questions still to come in *vragen*, over all paths that are still possible.

    *antwoorden* may also hold answers to vragen outside *vragen*; they decide their conditions.
    """
    own_ids = {vraag.id for vraag in vragen}
    known = {vraag_id: antwoord for vraag_id, antwoord in antwoorden.items() if vraag_id not in own_ids}
    voorwaarden = [voorwaarde for vraag in vragen for voorwaarde in _voorwaarden(vraag)]
    memo: dict[tuple[int, frozenset[Voorwaarde]], tuple[int, int]] = {}

    def tally(index: int, where: frozenset[Voorwaarde]) -> tuple[int, int]:
        """Count from *index* on, when of the conditions on the vragen before it those in *where* hold."""
        if index == len(vragen):
            return 0, 0
        soon = {voorwaarde for vraag in vragen[index:] for voorwaarde in _voorwaarden(vraag)}
        key = (index, where & soon)
        if key not in memo:
            memo[key] = since(*key)
        return memo[key]

    def since(index: int, where: frozenset[Voorwaarde]) -> tuple[int, int]:
        vraag = vragen[index]
        antwoord = antwoorden.get(vraag.id)
        if antwoord and antwoord.afgeleid and FOLLOWS[vraag.id] not in antwoorden:  # that one is asked again
            antwoord = None
        own = [voorwaarde for voorwaarde in voorwaarden if voorwaarde.vraag == vraag.id]

        def hold(als: Sequence[Voorwaarde]) -> bool:
            return all(v in where or (v.vraag not in own_ids and _holds(v, known.get(v.vraag))) for v in als)

        asked = hold(vraag.als)
        if antwoord and (asked or (vraag.blijft is not None and hold(vraag.blijft))):
            return tally(index + 1, where | {voorwaarde for voorwaarde in own if _holds(voorwaarde, antwoord)})
        if antwoord or not asked:
            return tally(index + 1, where)
        branches = [tally(index + 1, where | branch) for branch in _branches(vraag, own)]
        surely = FOLLOWS.get(vraag.id, vraag.id) in (vraag.id, *antwoorden)
        return surely + min(fewest for fewest, _ in branches), 1 + max(most for _, most in branches)

    return tally(0, frozenset())


def position(
    vraag: Vraag, part: Deel, vragen: Sequence[Vraag], antwoorden: Antwoorden, again: Collection[str]
) -> tuple[int, int, int]:
    """Return which number *vraag* of *part* has on the path through *vragen*, and how many still come in that part.

    The last two are the fewest and the most. *again* are the ids of the vragen that are asked again, whatever their
    answers; *vraag* itself always counts.
    """
    route = asked(vragen, antwoorden)
    number = route.index(vraag) + 1 if vraag in route else len(route)
    counting = _counting(vragen, antwoorden)
    own = {this.id: antwoorden[this.id] for this in part.vragen if this.id in antwoorden}
    known = {vraag_id: a for vraag_id, a in (counting | own).items() if vraag_id not in (*again, vraag.id)}
    return number, *remaining(part.vragen, known)


def offered(vraag: Vraag, from_: Vraag, antwoorden: Antwoorden) -> tuple[tuple[str, ...], str]:
    """Return what was answered to *from_* that can answer *vraag* (see `Vraag.uit`), and which of that it likely is.

    Of a lijst that is what stands in the row that the answer is about on which *vraag* depends.
    """
    antwoord = antwoorden.get(from_.id)
    if antwoord is None or antwoord.stand is not Stand.GEGEVEN:
        return (), ""
    if isinstance(antwoord.waarde, str):
        return (antwoord.waarde,), antwoord.waarde
    if from_.soort is Soort.MEERKEUZE:
        return tuple(keuze.tekst for keuze in from_.keuzes if keuze.id in antwoord.waarde), ""
    veld = vraag.uit.rpartition(".")[2]
    rows = [row for row in antwoord.waarde if isinstance(row, Mapping) and row.get(veld)]
    about = {text_of(antwoorden.get(voorwaarde.vraag)).casefold() for voorwaarde in vraag.als} - {""}
    fitting = (row[veld] for row in rows if any(next(iter(row.values())).casefold().startswith(a) for a in about))
    return tuple(dict.fromkeys(row[veld] for row in rows)), next(fitting, "")


def advies(intake: Intake, antwoorden: Antwoorden) -> tuple[str, str]:
    """Return the id of the fase to begin with, and the reason in words: the first rule that holds."""
    counting = counted(intake.vragen, antwoorden)
    line = next(line for line in intake.advies if applies(line.als, counting))
    return line.fase, line.reden


def _walk(vragen: Sequence[Vraag], antwoorden: Antwoorden) -> Iterator[Vraag]:
    counting = _elsewhere(vragen, antwoorden)
    for vraag in vragen:
        antwoord = antwoorden.get(vraag.id)
        if antwoord and antwoord.afgeleid:  # nobody was asked
            counting[vraag.id] = antwoord
        elif applies(vraag.als, counting):
            yield vraag
            if antwoord is None:
                return
            counting[vraag.id] = antwoord
        elif antwoord and _stays(vraag, counting):
            counting[vraag.id] = antwoord


def _counting(vragen: Sequence[Vraag], antwoorden: Antwoorden) -> dict[str, Antwoord]:
    """Return the answers that count, and those to other vragen."""
    counting = _elsewhere(vragen, antwoorden)
    for vraag in vragen:
        antwoord = antwoorden.get(vraag.id)
        if antwoord and (applies(vraag.als, counting) or _stays(vraag, counting)):
            counting[vraag.id] = antwoord
    return counting


def _elsewhere(vragen: Sequence[Vraag], antwoorden: Antwoorden) -> dict[str, Antwoord]:
    """Return the *antwoorden* to other vragen than *vragen*."""
    own = {vraag.id for vraag in vragen}
    return {vraag_id: antwoord for vraag_id, antwoord in antwoorden.items() if vraag_id not in own}


def _stays(vraag: Vraag, counting: Antwoorden) -> bool:
    return vraag.blijft is not None and applies(vraag.blijft, counting)


def _holds(voorwaarde: Voorwaarde, antwoord: Antwoord | None) -> bool:
    if antwoord is None or antwoord.stand is not Stand.GEGEVEN:
        return False
    if INGEVULD in voorwaarde.waarden:
        return text_of(antwoord).casefold().rstrip(".") not in NOBODY
    if isinstance(antwoord.waarde, tuple):
        return any(waarde in voorwaarde.waarden for waarde in antwoord.waarde)
    return antwoord.waarde in voorwaarde.waarden


def _voorwaarden(vraag: Vraag) -> tuple[Voorwaarde, ...]:
    return (*vraag.als, *(vraag.blijft or ()))


def _branches(vraag: Vraag, own: Sequence[Voorwaarde]) -> set[frozenset[Voorwaarde]]:
    """Return every set of the conditions *own* on *vraag* that one answer can make true; none is not knowing."""
    branches = {frozenset[Voorwaarde]()}
    possible = vraag.keuzes or tuple(Keuze(id_, "") for id_ in vraag.possible)
    for keuze in sorted(possible, key=lambda keuze: keuze.alleen):
        branch = frozenset(voorwaarde for voorwaarde in own if keuze.id in voorwaarde.waarden)
        merged = vraag.soort is Soort.MEERKEUZE and not keuze.alleen
        branches |= {branch} | ({branch | others for others in branches} if merged else set())
    return branches


def _is_open(vraag: Vraag, counting: Antwoorden) -> bool:
    antwoord = counting.get(vraag.id)
    if antwoord is None:
        return vraag.verplicht is not Verplicht.NEE and applies(vraag.als, counting)
    if antwoord.stand is Stand.GEGEVEN:
        return not _is_one(vraag.soort, text_of(antwoord))
    return antwoord.stand in OPEN or (antwoord.stand is Stand.LEEG and vraag.verplicht is not Verplicht.NEE)


def _is_one(soort: Soort, text: str) -> bool:
    """Is *text* a day or a number, where one is asked for? Somebody can have written something else by hand."""
    if soort is Soort.GETAL:
        return text.isdecimal()
    if soort is Soort.BEDRAG:
        return bedragen.amount(text) is not None
    return soort is not Soort.DATUM or (dates.stored(text) is not None and text[4:5] == "-")
