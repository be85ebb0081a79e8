"""Search: which pieces of text hold what a person looks for, best first. Pure.

Capitals, accents and simple endings do not matter: *coöperaties* finds *cooperatie*, *huizen* finds *huis*.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from routekaart_cli.domain.antwoorden import Antwoorden
from routekaart_cli.domain.in_words import in_words
from routekaart_cli.domain.routekaart import Actueel, Begrip, Contact, Fase, Onderwerp, Treffersoort, Vraag
from routekaart_cli.domain.vaste_vragen import is_of_every_stap
from routekaart_cli.dutch import nearest, without_accents
from routekaart_cli.dutch.opdrachten import to_type

_WORD = re.compile(r"\w+")
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
_ENDINGS = ("en", "je", "s", "e")
_OPEN = re.compile(r"(?<![aeiou])([aeou])[bcdfghklmnpqrstvwxz]$")
"""How a word ends whose vowel is long when *en* or *e* stands behind it: `wet` in `weten`, not in `wetten`."""
_SHORT = frozenset(_WORD.findall("bad dag dak gat glaz lot pad slag slot spel vat weg"))
"""Words whose vowel is short alone: `dak` has `daken`."""
_FILLING = frozenset(
    _WORD.findall(
        "aan als bij de die dit dat doe een en er het hoe hoeveel ik in is je jullie kan kun kunnen met "
        "mijn moet moeten naar of om onze ons op over te van voor waar wanneer waarom wat we welke wie wij wil zijn"
    )
)
"""Words that say nothing of what somebody looks for."""
_TITLE_COUNTS = 10
_LONGEST_SENTENCE = 200
_ID = re.compile(r"\w\.\w")
_SIMILARITY = 0.81
"""How much a word that is offered must be like the one typed: `vergunning` and `verkenning` are 0.8."""


class Piece(NamedTuple):
    """A piece of text that can be found, of a *soort* such as `tip`; *opdracht* shows it."""

    soort: Treffersoort
    id: str
    titel: str
    tekst: str
    opdracht: str
    fase: int | str | None = None
    """1 to 5, `gemeente`, or None when it belongs to no fase."""
    ook: str = ""
    """Other words for the title, which count as much and are not shown."""


class Hit(NamedTuple):
    piece: Piece
    sentence: str
    """The sentence with the hit; when only the title has it, the first."""
    score: int


class Result(NamedTuple):
    """What a search for *term* gives: at least one of *hits* and *meant*, when there is anything."""

    term: str
    hits: tuple[Hit, ...]
    all_words: bool
    """Does each of *hits* have all words? Else each has as many as any."""
    meant: str | None
    """What was probably meant, which does find something."""


def search_for(pieces: Sequence[Piece], term: str) -> Result:
    """Return which of *pieces* hold every word of *term*; else what was meant; else which hold the most words."""
    if hits := search(pieces, term):
        return Result(term, hits, all_words=True, meant=None)
    better = suggestion(pieces, term)
    return Result(term, () if better else search_most(pieces, term), all_words=False, meant=better)


def search(pieces: Sequence[Piece], term: str) -> tuple[Hit, ...]:
    """Return which of *pieces* hold every word of *term*, best first: whole words count more, and titles most.

    Of those that are as good, what is to be read comes before a vraag, then what is called just *term*, then the
    shortest title.
    """
    return _ranked(pieces, term, lambda items: 0 < _hits(items) == len(items))


def search_most(pieces: Sequence[Piece], term: str) -> tuple[Hit, ...]:
    """Return which of *pieces* hold the most words of *term*, in the order of `zoek`; none when no word is there."""
    most = max((_hits(_per_word(piece, term)) for piece in pieces), default=0)
    return _ranked(pieces, term, lambda items: 0 < _hits(items) == most)


def suggestion(pieces: Sequence[Piece], term: str) -> str | None:
    """Return *term* with each word that occurs nowhere replaced by the nearest that does.

    None when that finds nothing either.
    """
    words = {
        without_accents(word) for piece in pieces for word in _WORD.findall(f"{piece.titel} {piece.ook} {piece.tekst}")
    }
    known = {stem(word) for word in words}
    long = {word for word in words if len(word) > 3}  # a short word is like many
    better = [
        # Hardly anybody slips in the first letter: `vervangen` is no `ervaringen`.
        word if stem(word) in known else nearest(word, {one for one in long if one[0] == word[0]}, _SIMILARITY) or ""
        for word in map(without_accents, _WORD.findall(term))
    ]
    return " ".join(better) if better and all(better) and search(pieces, " ".join(better)) else None


def stems(term: str) -> list[str]:
    """Return the stem of each word of *term* that is looked for."""
    return [stem(word) for word in _words(term)]


def _words(term: str) -> list[str]:
    """Return each word of *term* of more than one letter, without what only fills a sentence, unless that is all."""
    words = [without_accents(word) for word in _WORD.findall(term) if len(word) > 1]
    return [word for word in words if word not in _FILLING] or words


_plain = cache(without_accents)


@cache
def stem(word: str) -> str:
    """Return what the forms of a Dutch *word* have in common, well enough to search: `huizen` and `huis` are `hui`.

    In a short word the length of the vowel counts: `wet` and `wetten` are not `weten` and `weet`.
    """
    word = without_accents(word)
    while True:
        ending = next((out for out in _ENDINGS if word.endswith(out)), "")
        shorter = word.removesuffix(ending)
        if not ending or len(shorter) < 3:
            break
        if "e" in ending and len(re.findall("[aeiou]+", shorter)) == 1 and shorter not in _SHORT:
            shorter = _OPEN.sub(lambda end: f"{end[1]}{end[0]}", shorter)
        word = re.sub("v$", "f", re.sub("z$", "s", shorter))
    one_syllable = len(re.findall("[aeiou]+", word)) == 1
    return re.sub(r"([^aeiou])\1" if one_syllable else r"(.)\1", r"\1", word)


def _ranked(pieces: Sequence[Piece], term: str, enough: Callable[[Sequence[int]], bool]) -> tuple[Hit, ...]:
    """Return those of *pieces* of which the points per word of *term* are *enough*, best first."""
    wanted = _words(term)
    scored = ((piece, _per_word(piece, term)) for piece in pieces)
    hits = [Hit(piece, _sentence(piece.tekst, wanted), sum(items)) for piece, items in scored if enough(items)]

    def place(hit: Hit) -> tuple[object, ...]:
        piece = hit.piece
        is_called_so = stems(term) in (stems(piece.titel), stems(piece.ook))
        return (-hit.score, piece.soort == "vraag", not is_called_so, len(piece.titel))

    return tuple(sorted(hits, key=place))


def _hits(items: Sequence[int]) -> int:
    return sum(map(bool, items))


def _per_word(piece: Piece, term: str) -> list[int]:
    """Return how well *piece* has each word of *term*, its title ten times, but not for a part of a word.

    Its id counts as title when *term* looks like one: else `opstarten` would be all that belongs to that fase.
    """
    wanted = _words(term)
    title = _points(f"{piece.titel} {piece.id if _ID.search(term) else ''} {piece.ook}", wanted)
    text = _points(piece.tekst, wanted)
    return [
        max(_TITLE_COUNTS * min(above, 3) if above > 1 else above, below)
        for above, below in zip(title, text, strict=True)
    ]


def _sentence(text: str, wanted: Sequence[str]) -> str:
    """Return the sentence of *text* that has most of *wanted*, cut around the first of them when it is long."""
    phrase = max(_SENTENCE.split(text), key=lambda phrase: sum(_points(phrase, wanted)))
    if len(phrase) <= _LONGEST_SENTENCE:
        return phrase
    hit = next((word for word in _WORD.finditer(phrase) if any(_points(word[0], wanted))), None)
    start = max(0, min(hit.start() - _LONGEST_SENTENCE // 2, len(phrase) - _LONGEST_SENTENCE)) if hit else 0
    part = phrase[start : start + _LONGEST_SENTENCE]
    before, behind = start > 0, start + _LONGEST_SENTENCE < len(phrase)
    part = part.partition(" ")[2] if before else part
    part = part.rpartition(" ")[0] if behind else part
    return f"{'... ' if before else ''}{part}{' ...' if behind else ''}"


def _points(text: str, wanted: Sequence[str]) -> list[int]:
    """Return for each word of *wanted* how well *text* has it: as it is 4, in a form 3, as a beginning 2, within 1."""
    words = {_plain(word) for word in _WORD.findall(text)}
    present = {stem(word) for word in words}
    return [_points_of(sought, stem(sought), words, present) for sought in wanted]


def _points_of(sought: str, stem_of_it: str, words: Collection[str], present: Collection[str]) -> int:
    if sought in words:
        return 4
    if stem_of_it in present:
        return 3
    if len(sought) > 3 and any(word.startswith(sought) for word in words):
        return 2
    return int(len(stem_of_it) > 3 and any(stem_of_it in word for word in present))


def of_fasen(fasen: Iterable[Fase]) -> Iterator[Piece]:
    """Yield each fase with its stappen, tips and voorbeelden."""
    for fase in fasen:
        code = fase.nummer or fase.id
        beleid = f"{fase.beleid.titel}\n{fase.beleid.tekst}" if fase.beleid else ""
        outcome = f"{fase.doel}\n{fase.uitkomst}\n{beleid}".strip()
        yield Piece("fase", fase.id, fase.titel, outcome, to_type("fase", code), code, fase.id)
        for stap in fase.stappen:
            yield Piece("stap", stap.id, f"{stap.nummer} {stap.titel}", stap.uitleg, to_type("stap", stap.nummer), code)
        for tip in (*fase.tips, *fase.tips_voor_gemeenten):
            yield Piece("tip", tip.id, tip.titel, tip.tekst, to_type("tips", code), code)
        for part in fase.voorbeelden:
            text = "\n".join((part.kern, part.verhaal, part.plaats, part.let_op, *(more.tekst for more in part.meer)))
            opdracht = to_type("voorbeelden", part.id.rpartition(".")[2])
            yield Piece("voorbeeld", part.id, part.titel, text, opdracht, code)


def of_reference(
    begrippen: Iterable[Begrip], actueel: Iterable[Actueel], contact: Contact, onderwerpen: Iterable[Onderwerp]
) -> Iterator[Piece]:
    """Yield the difficult words, what changed, who can help, and the subjects of the help."""
    for begrip in begrippen:
        opdracht = to_type("begrippen", begrip.id)
        yield Piece("begrip", begrip.id, begrip.woord, begrip.uitleg, opdracht, ook=" ".join(begrip.ook))
    for item in actueel:
        yield Piece("actueel", item.id, item.titel, item.tekst, to_type("actueel", item.id.rpartition(".")[2]))
    for federatie in contact.federaties:
        title = f"{federatie.naam}, {federatie.provincienaam}"
        opdracht = to_type("contact", federatie.provincie)
        yield Piece("contact", federatie.provincie, title, federatie.site, opdracht, ook=" ".join(federatie.ook))
    for loket in contact.loketten:
        opdracht = to_type("contact", loket.provincie)
        yield Piece("contact", loket.provincie, loket.naam, loket.tekst, opdracht, ook=loket.provincie)
    koepel = contact.koepel
    text = f"{koepel.email}\n{koepel.telefoon}\n{koepel.site}\n{koepel.let_op}"
    yield Piece("contact", "", koepel.naam, text, to_type("contact"), ook="contact hulp telefoon e-mail")
    yield Piece("contact", "", contact.coalitie.naam, contact.coalitie.tekst, to_type("contact"))
    for partner in contact.coalitie.partners:
        yield Piece("contact", "", partner.naam, f"{partner.helpt_met}\n{partner.site}", to_type("contact"))
    for onderwerp in onderwerpen:
        text = "\n".join((onderwerp.uitleg, *(f"{what}: {doet}" for what, doet in onderwerp.regels)))
        yield Piece("hulp", onderwerp.id, onderwerp.titel, text, to_type("hulp", onderwerp.id), ook=onderwerp.id)


def of_opdrachten(opdrachten: Iterable[tuple[str, str]]) -> Iterator[Piece]:
    """Yield each command, of which *opdrachten* say the name and what it does."""
    for name, what in opdrachten:
        yield Piece("hulp", name, f"routekaart {name}", what, to_type("hulp", name))


def of_vragen(vragen: Iterable[Vraag], antwoorden: Antwoorden) -> Iterator[Piece]:
    """Yield each vraag that is about something of its own, and each of *antwoorden*."""
    for vraag in vragen:
        opdracht = to_type("nakijken", vraag.id)
        if vraag.id in antwoorden:
            yield Piece("antwoord", vraag.id, vraag.kort, in_words(vraag, antwoorden[vraag.id]), opdracht, vraag.fase)
        if not is_of_every_stap(vraag):
            text = "\n".join((vraag.vraag, vraag.waarom, *(keuze.tekst for keuze in vraag.keuzes)))
            yield Piece("vraag", vraag.id, vraag.kort, text, opdracht, vraag.fase)
