"""What was written by whom, so that copies that went their own way become one without a clock. Pure.

Each value carries the writes that said so (its *dots*), and each file all writes that it has *seen*. A value that one
file has and the other has not, was taken away there when that one has seen its write, and is new when it has not. So
merging needs no common ancestor, may be done in any order and again (it is the optimised observed-remove map of
Bieniusa and others, 2012), and leaves nothing behind of what is gone.
"""

from __future__ import annotations

import functools
import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TypeVar

from routekaart_cli.domain.antwoorden import (
    Alternatief,
    Antwoord,
    Dot,
    Entry,
    Project,
    Record,
    Stand,
    Waarde,
)

T = TypeVar("T")
LETTERS = "abcdefghijklmnopqrstuvwxyz"
OPEN = (Stand.LEEG, Stand.WEET_NIET, Stand.LATER)
"""What gives way to an answer; the first of these says most."""
_HAND = "h-"
"""How the name of a write by hand begins."""
CONCEPT = "concept:"
"""Before the id of a vraag, in `Project.entries`: what stands there is a draft."""
_WIDE = 3
"""So many letters of the id of a row say where it stands; those behind it make it the only one."""


_JSON = json.JSONEncoder(ensure_ascii=False, sort_keys=True, default=dict)


def draw(count: int) -> str:
    """Return a name of *count* random small letters."""
    import secrets  # loads much, for something that is seldom drawn

    return "".join(secrets.choice(LETTERS) for _ in range(count))


def letters(*parts: str) -> str:
    """Return small letters that follow from *parts*."""
    return _hash(*parts).translate(str.maketrans("0123456789", "ghijklmnop"))


def digest(entry: Entry) -> str:
    """Return the short digest by which an edit by hand is seen: of all that *entry* says, but not when."""
    return hashlib.sha256(_key(entry).encode()).hexdigest()[:6]


def opened(project: Project, entries: Mapping[str, Sequence[tuple[Entry, str]]]) -> Project:
    """Return *project* with what its file holds: by vraag each entry, with the digest that stands beside it.

    What does not fit its digest, or has none, was written by hand: a write that has seen what stood there. Whoever
    finds it makes the same write of it, so a file that was edited and mailed around never disagrees with itself.
    """
    seen = dict(project.gezien)
    for entry, _ in (pair for pairs in entries.values() for pair in pairs):
        _see(seen, entry.dots)
    whole = {}
    for vraag_id, pairs in entries.items():
        texts = [_key(entry) for entry, _ in pairs]  # of a row that has no id yet, without its place
        times: Counter[str] = Counter()
        named = _with_row_ids([entry for entry, _ in pairs])
        whole[vraag_id] = list(named)
        for spot, (entry, (_, stated)) in enumerate(zip(named, pairs, strict=True)):
            if entry.dots and digest(entry) == stated:
                continue
            times[texts[spot]] += 1
            parts = (vraag_id, texts[spot], dots_text(entry.dots), str(times[texts[spot]]))
            writer = f"{_HAND}{letters(*parts)[:5]}"
            dot = (writer, project.gezien.get(writer, 0) + 1 + spot)  # in the order in which they stand there
            whole[vraag_id][spot] = entry._replace(dots=frozenset({dot}))
            _see(seen, [dot])
    return _project(project, seen, whole)


def join(ours: Project, theirs: Project) -> Project:
    """Return *ours* and *theirs* as one project; in which order, and how often, makes no difference."""
    if ours.entries == theirs.entries and ours.gezien == theirs.gezien and ours.unknown == theirs.unknown:
        return ours
    if ours.id and theirs.id and ours.id != theirs.id:
        id_ = min(ours.id, theirs.id)
        ours, theirs = _moved(ours, id_), _moved(theirs, id_)
    entries = {}
    for vraag_id in {*ours.entries, *theirs.entries}:
        ours_here, theirs_here = ours.entries.get(vraag_id, ()), theirs.entries.get(vraag_id, ())
        entries[vraag_id] = [*_left(ours_here, theirs_here, theirs.gezien), *_left(theirs_here, ours_here, ours.gezien)]
    seen = dict(ours.gezien)
    _see(seen, theirs.gezien.items())
    unknown = _keys(ours, theirs)
    vergeten = dict(ours.vergeten)
    _see(vergeten, theirs.vergeten.items())
    whole = Project(
        formaat=max(ours.formaat, theirs.formaat),
        unknown=unknown,
        below=ours.below | theirs.below,
        id=ours.id or theirs.id,
        vergeten=dict(sorted(vergeten.items())),
    )
    return _project(whole, seen, entries)


def together(antwoorden: Mapping[str, T], concepten: Mapping[str, T]) -> dict[str, T]:
    """Return *antwoorden* and *concepten*, drafts, under the names that both have in `Project.entries`."""
    return {**antwoorden, **{f"{CONCEPT}{vraag_id}": draft for vraag_id, draft in concepten.items()}}


def write(now: Project, known: Project, antwoorden: Mapping[str, Antwoord | None], writer: str, moment: str) -> Project:
    """Return *now* with *antwoorden* (see `together`) written by *writer*, who had *known* before; None: no answer.

    What *now* holds besides *known* was written elsewhere meanwhile, and stays beside it.
    """
    number = now.gezien.get(writer, 0)
    entries: dict[str, Sequence[Entry]] = {}
    for vraag_id, antwoord in antwoorden.items():
        before = known.entries.get(vraag_id, ())
        wanted = {_key(entry): entry for entry in entries_of(antwoord, before)}
        # What is chosen out of several is a choice, so a write: else two who chose differently would lose both.
        chosen_from = {entry.rij for entry in before if _key(entry) not in wanted}
        kept = {_key(entry) for entry in before if _key(entry) in wanted and entry.rij not in chosen_from}
        gone = _dots(entry for entry in before if _key(entry) not in kept)
        gone -= _dots(entry for entry in before if _key(entry) in kept)
        left = (entry._replace(dots=entry.dots - gone) for entry in now.entries.get(vraag_id, ()))
        here = [entry for entry in left if entry.dots]
        for key in [key for key in wanted if key not in kept]:
            number += 1
            here.append(wanted[key]._replace(dots=frozenset({(writer, number)}), gewijzigd=moment))
        entries[vraag_id] = here
    seen = {**now.gezien, writer: number} if number else now.gezien
    return _project(now, seen, entries, now.entries)


def identity(project: Project) -> str:
    """Return the identity that *project* has, or is to get: copies of one file of format 1 get the same."""
    first = min((entry.gewijzigd for here in project.entries.values() for entry in here if entry.gewijzigd), default="")
    return project.id or (letters(first)[:6] if first else draw(6))


def has_seen(ours: Mapping[str, int], theirs: Mapping[str, int]) -> bool:
    """Has whoever has seen *ours* also seen all of *theirs*?"""
    return all(ours.get(writer, 0) >= number for writer, number in theirs.items())


def dots_text(dots: Iterable[Dot]) -> str:
    """Return *dots*, or what a file has seen, as they stand in it: `a3f.4 b7c.2`."""
    return " ".join([f"{writer}.{number}" for writer, number in sorted(dots)])


def dots_of(text: str) -> dict[str, int]:
    """Return the writes, or what a file has seen, in *text*; what is no such thing is passed over."""
    parts = (part.rpartition(".") for part in text.split())
    return {writer: int(number) for writer, _, number in parts if writer and number.isdecimal() and len(number) < 10}


def answer(entries: Sequence[Entry]) -> Antwoord:
    """Return what *entries* say together: an answer goes before what is open, and different ones stand side by side."""
    filled = sorted((entry for entry in entries if entry.stand is Stand.GEGEVEN), key=_first)
    gewijzigd = max(entry.gewijzigd for entry in entries)
    if not filled:
        stand = min((entry.stand for entry in entries), key=OPEN.index)
        last = next(entry for entry in reversed(entries) if entry.stand is stand)
        return Antwoord(stand, "", gewijzigd, last.door, unknown=last.unknown)
    sides = [Alternatief(entry.waarde, entry.door, entry.unknown) for entry in filled if not entry.rij]
    if rows := sorted((entry for entry in entries if entry.rij), key=lambda entry: entry.rij):
        records = [record for row in _different(rows) for record in row.waarde if isinstance(record, Mapping)]
        unknown = {name: kept for row in rows for name, kept in row.unknown.items()}
        sides.append(Alternatief(tuple(records), "", unknown))
    if all(side.waarde == sides[0].waarde for side in sides):
        last_side = sides[-1]
        return Antwoord(Stand.GEGEVEN, last_side.waarde, gewijzigd, last_side.door, unknown=last_side.unknown)
    return Antwoord(Stand.ONEENS, gewijzigd=gewijzigd, alternatieven=tuple(sides))


def _project(
    project: Project,
    seen: Mapping[str, int],
    entries: Mapping[str, Sequence[Entry]],
    others: Mapping[str, tuple[Entry, ...]] = MappingProxyType({}),
) -> Project:
    """Return *project* with *entries*, in an order of their own, the *others* as they are, and the answers of all."""
    tidy = {**others, **{vraag_id: _united(here) for vraag_id, here in entries.items()}}
    whole = {vraag_id: tidy[vraag_id] for vraag_id in sorted(tidy) if tidy[vraag_id]}
    old = project.antwoorden
    said = {
        vraag_id: old[vraag_id] if vraag_id not in entries and vraag_id in old else answer(here)
        for vraag_id, here in whole.items()
    }
    drafts = {key.removeprefix(CONCEPT): said.pop(key) for key in [*said] if key.startswith(CONCEPT)}
    return project._replace(antwoorden=said, concepten=drafts, gezien=dict(sorted(seen.items())), entries=whole)


def _keys(ours: Project, theirs: Project) -> Mapping[str, object]:
    """Return the keys we do not know: of whichever has seen the other, else of both."""
    if has_seen(ours.gezien, theirs.gezien) != has_seen(theirs.gezien, ours.gezien):
        return ours.unknown if has_seen(ours.gezien, theirs.gezien) else theirs.unknown
    both = {*ours.unknown} & {*theirs.unknown}
    chosen = {name: max(ours.unknown[name], theirs.unknown[name], key=repr) for name in both}
    return dict(sorted({**ours.unknown, **theirs.unknown, **chosen}.items()))


def _moved(project: Project, id_: str) -> Project:
    """Return *project* as a part of the one with *id_*: who wrote in both, gets another name in what was not that."""
    if project.id == id_:
        return project

    def name(writer: str) -> str:
        return writer if writer.startswith(_HAND) else letters(project.id, writer)[:6]

    entries = {
        vraag_id: tuple(e._replace(dots=frozenset((name(writer), n) for writer, n in e.dots)) for e in here)
        for vraag_id, here in project.entries.items()
    }
    return project._replace(
        id=id_, entries=entries, gezien={name(writer): number for writer, number in project.gezien.items()}
    )


def _left(here: Sequence[Entry], there: Sequence[Entry], seen_there: Mapping[str, int]) -> list[Entry]:
    """Return what stays of the entries *here*: what also stands *there*, or was not seen there yet."""
    also = _dots(there)
    left = []
    for entry in here:
        dots = frozenset(dot for dot in entry.dots if dot in also or dot[1] > seen_there.get(dot[0], 0))
        if dots:
            left.append(entry._replace(dots=dots))
    return left


def _united(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Return *entries* with those that say the same as one, in an order that depends on nothing else.

    A row that was added by hand to two copies, in another place, is one row too.
    """
    united: dict[str, Entry] = {}
    of_write: dict[tuple[str, frozenset[Dot]], str] = {}
    for entry in sorted(entries, key=lambda entry: entry.rij):
        key = of_write.setdefault((text(entry.waarde), entry.dots), _key(entry)) if entry.rij else _key(entry)
        old = united.get(key)
        united[key] = entry if old is None else old._replace(
            dots=old.dots | entry.dots, gewijzigd=max(old.gewijzigd, entry.gewijzigd),
            unknown={**old.unknown, **entry.unknown},
        )  # fmt: skip
    return tuple(sorted(united.values(), key=_order))


def _different(rows: Sequence[Entry]) -> list[Entry]:
    """Return *rows* without those that say what somebody else wrote before; who writes it twice, means two."""
    different: list[Entry] = []
    by_text: dict[str, list[Entry]] = {}
    for row in rows:
        alike = by_text.setdefault(text(row.waarde), [])
        if not any(_of_others(row, one) for one in alike):
            different.append(row)
        alike.append(row)
    return different


def _of_others(row: Entry, other: Entry) -> bool:
    writers, others = ({writer for writer, _ in one.dots} for one in (row, other))
    by_hand = all(name.startswith(_HAND) for name in writers | others)
    return bool(writers and others) and not (writers & others or by_hand)


def _order(entry: Entry) -> tuple[object, ...]:
    return entry.rij, _first(entry), _key(entry)


def _first(entry: Entry) -> tuple[int, str]:
    """Return the first of the writes that said so."""
    return min(((number, writer) for writer, number in entry.dots), default=(0, ""))


def entries_of(antwoord: Antwoord | None, before: Sequence[Entry] = ()) -> list[Entry]:
    """Return what *antwoord* is made of; the rows of a lijst keep the ids that they had *before*."""
    if antwoord is None:
        return []
    moment, unknown = antwoord.gewijzigd, antwoord.unknown
    if antwoord.stand is Stand.ONEENS:
        sides = antwoord.alternatieven
        return [Entry(Stand.GEGEVEN, side.waarde, "", side.door, moment, side.unknown) for side in sides]
    records = rows_of(antwoord.waarde)
    if not records or antwoord.door:
        return [Entry(antwoord.stand, antwoord.waarde, "", antwoord.door, moment, unknown)]
    old = sorted((entry for entry in before if entry.rij), key=lambda entry: entry.rij)
    ids = zip(_row_ids(records, old), records, strict=True)
    return [Entry(Stand.GEGEVEN, (record,), id_, "", moment, unknown) for id_, record in ids]


def rows_of(waarde: Waarde) -> tuple[Record, ...]:
    """Return the rows of *waarde*, when it is a lijst of them."""
    records = tuple(part for part in waarde if isinstance(part, Mapping)) if isinstance(waarde, tuple) else ()
    return records if len(records) == len(waarde) else ()


def _row_ids(records: Sequence[Record], old: Sequence[Entry]) -> list[str]:
    """Return an id for each of *records*: that of the *old* row it was, or a new one between its neighbours.

    A row that changed is known by its place: between the same neighbours, as many rows as there were.
    """
    from difflib import SequenceMatcher  # only when a lijst is written

    before, after = ([text(one) for one in rows] for rows in ([entry.waarde[0] for entry in old], records))
    ids = [""] * len(records)
    for what, start, end, into, until in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what == "equal" or (what == "replace" and end - start == until - into):
            ids[into:until] = [entry.rij for entry in old[start:end]]
    return fill_ids(ids, [draw(2) for _ in ids])


def fill_ids(ids: Sequence[str], tails: Sequence[str]) -> list[str]:
    """Return *ids* with a new one, ending on its part of *tails*, wherever one is empty: it sorts where it stands."""
    following = list(ids)
    for spot in range(len(ids) - 2, -1, -1):
        following[spot] = following[spot] or following[spot + 1]
    filled: list[str] = []
    for id_, high, tail in zip(ids, following, tails, strict=True):
        low = filled[-1] if filled else ""
        filled.append(id_ or _between(low, high if high > low else "") + tail)
    return filled


def _between(low: str, high: str) -> str:
    """Return what sorts after *low* and before *high*, whatever is put behind it; an empty *high* is no limit."""
    wide = _WIDE
    while True:
        first = _number(low[:wide].ljust(wide, LETTERS[0]))
        last = _number(high[:wide].ljust(wide, LETTERS[0])) if high else 26**wide
        if last - first > 1:
            spot = (first + last) // 2 if high else first + 1
            return "".join(LETTERS[spot // 26**place % 26] for place in range(wide - 1, -1, -1))
        wide += 1


def _number(letters: str) -> int:
    return functools.reduce(lambda number, letter: number * 26 + LETTERS.find(letter), letters, 0)


def _with_row_ids(entries: Sequence[Entry]) -> list[Entry]:
    """Return *entries* with an id for the rows added by hand: made of what they say and where they stand."""
    rows = [entry for entry in entries if entry.rij]
    ids = ["" if row.rij == NEW_ROW else row.rij for row in rows]
    filled = iter(fill_ids(ids, [letters(text(row.waarde))[:4] for row in rows]))
    return [entry._replace(rij=next(filled)) if entry.rij else entry for entry in entries]


NEW_ROW = "?"
"""The id of a row that has none yet."""


def _see(seen: dict[str, int], dots: Iterable[Dot]) -> None:
    for writer, number in dots:
        seen[writer] = max(number, seen.get(writer, 0))


def _dots(entries: Iterable[Entry]) -> frozenset[Dot]:
    return frozenset(dot for entry in entries for dot in entry.dots)


def _key(entry: Entry) -> str:
    """Return all that *entry* says, whoever wrote it and when."""
    return text([entry.rij, entry.stand, entry.waarde, entry.door, {} if entry.rij else entry.unknown])


def text(part: object) -> str:
    """Return *part*, which holds what JSON knows, as one text that is the same for what is the same."""
    return _JSON.encode(part)


def _hash(*parts: str) -> str:
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()
