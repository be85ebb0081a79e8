"""Which difficult words stand in a text. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from routekaart_cli.domain.routekaart import Begrip

_WORD = re.compile(r"https?://\S+|\w+\+*")  # an address is one word: a mark within would break it


class WordFinder:
    """Finds *begrippen* in texts: whole words, in any of their forms.

    Capitals do not matter, except in an abbreviation: `RES` is no `res`. The longest that fits goes first (`hybride
    warmtepomp` before `warmtepomp`).
    """

    def __init__(self, begrippen: Iterable[Begrip]) -> None:
        # Only by its first word: most forms of a long list stand nowhere on a page, and need no more.
        self._begins: dict[str, list[tuple[str, Begrip]]] = {}
        for begrip in begrippen:
            for form in begrip.forms:
                self._begins.setdefault(_WORD.findall(form)[0].lower(), []).append((form, begrip))

    def find(self, text: str) -> Iterator[tuple[Begrip, int]]:
        """Yield each begrip in *text* and where it ends, in the order of the text."""
        words = [(word[0], word.end()) for word in _WORD.finditer(text)]
        place = 0
        while place < len(words):
            can = self._begins.get(words[place][0].lower(), ())
            fits = [(length, begrip) for form, begrip in can if (length := _length(form, words, place))]
            if fits:
                length, begrip = max(fits, key=lambda pair: pair[0])
                place += length - 1
                yield begrip, words[place][1]
            place += 1

    def mark(self, text: str, mark: str, seen: list[Begrip]) -> str:
        """Return *text* with *mark* behind each begrip that was not *seen* yet; those are added to *seen*."""
        parts, since = [], 0
        for begrip, end in self.find(text):
            if begrip not in seen:
                seen.append(begrip)
                parts += [text[since:end], mark]
                since = end
        return "".join([*parts, text[since:]])


def has_word(text: str) -> bool:
    """Is there a letter or a digit in *text*, so that it can be found in a text?"""
    return _WORD.search(text) is not None


def occurring(begrippen: Sequence[Begrip], text: str) -> tuple[Begrip, ...]:
    """Return those of *begrippen* that *text* uses, each once, in the order of the text."""
    return tuple(dict.fromkeys(begrip for begrip, _ in WordFinder(begrippen).find(text)))


def _length(form: str, words: Sequence[tuple[str, int]], place: int) -> int:
    """Return of how many words *form* is when it stands in *words* at *place*, or 0."""
    own = _WORD.findall(form)
    here = [word for word, _ in words[place : place + len(own)]]
    equal = here == own or (not _is_abbreviation(form) and [w.lower() for w in here] == [w.lower() for w in own])
    return len(own) if equal else 0


def _is_abbreviation(form: str) -> bool:
    """Is *form* one word with more than one capital, as `VvE` or `SDE++`?"""
    return " " not in form and sum(map(str.isupper, form)) > 1
