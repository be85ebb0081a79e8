"""Search: which pieces of text hold what a person looks for, best first. Pure.

Capitals, accents and simple endings do not matter: *coöperaties* finds *cooperatie*, *huizen* finds *huis*.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

from routekaart_cli.dutch import nearest, without_accents

_WORD = re.compile(r"\w+")
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
_ENDINGS = ("en", "je", "s", "e")
_TITLE_COUNTS = 10
_LONGEST_SENTENCE = 200
_ID = re.compile(r"\w\.\w")
_SIMILARITY = 0.81
"""How much a word that is offered must be like the one typed: `vergunning` and `verkenning` are 0.8."""


class Piece(NamedTuple):
    """A piece of text that can be found, of a *soort* such as `tip`; *opdracht* shows it."""

    soort: str
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
        word if stem(word) in known else nearest(without_accents(word), long, _SIMILARITY) or ""
        for word in _WORD.findall(term)
    ]
    return " ".join(better) if better and all(better) and search(pieces, " ".join(better)) else None


def stems(term: str) -> list[str]:
    """Return what to look for when somebody types *term*: the stem of each word of more than one letter."""
    return [stem(word) for word in _WORD.findall(term) if len(word) > 1]


@cache
def stem(word: str) -> str:
    """Return what the forms of a Dutch *word* have in common, well enough to search: `huizen` and `huis` are `hui`."""
    word = without_accents(word)
    while True:
        shorter = next((word.removesuffix(out) for out in _ENDINGS if word.endswith(out)), word)
        if len(shorter) < 3 or shorter == word:
            return re.sub(r"(.)\1", r"\1", word)
        word = re.sub("v$", "f", re.sub("z$", "s", shorter))


def _ranked(pieces: Sequence[Piece], term: str, enough: Callable[[Sequence[int]], bool]) -> tuple[Hit, ...]:
    """Return those of *pieces* of which the points per word of *term* are *enough*, best first."""
    wanted = stems(term)
    scored = ((piece, _per_word(piece, term)) for piece in pieces)
    hits = [Hit(piece, _sentence(piece.tekst, wanted), sum(items)) for piece, items in scored if enough(items)]

    def place(hit: Hit) -> tuple[object, ...]:
        piece = hit.piece
        is_called_so = wanted in (stems(piece.titel), stems(piece.ook))
        return (-hit.score, piece.soort == "vraag", not is_called_so, len(piece.titel))

    return tuple(sorted(hits, key=place))


def _hits(items: Sequence[int]) -> int:
    return sum(map(bool, items))


def _per_word(piece: Piece, term: str) -> list[int]:
    """Return how well *piece* has each word of *term*, its title ten times, but not for a part of a word.

    Its id counts as title when *term* looks like one: else `opstarten` would be all that belongs to that fase.
    """
    wanted = stems(term)
    title = _points(f"{piece.titel} {piece.id if _ID.search(term) else ''} {piece.ook}", wanted)
    text = _points(piece.tekst, wanted)
    return [max(_TITLE_COUNTS * above if above > 1 else above, below) for above, below in zip(title, text, strict=True)]


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
    """Return for each word of *wanted* how well *text* has it: whole 3, as a beginning 2, within a word 1."""
    present = {stem(word) for word in _WORD.findall(text)}
    return [
        3
        if sought in present
        else 2
        if len(sought) > 2 and any(word.startswith(sought) for word in present)
        else int(len(sought) > 3 and any(sought in word for word in present))
        for sought in wanted
    ]
