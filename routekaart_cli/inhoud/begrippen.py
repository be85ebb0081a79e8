"""Which difficult words stand in a text. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from routekaart_cli.domain.routekaart import Begrip

_WOORD = re.compile(r"https?://\S+|\w+\+*")  # an address is one word: a mark within would break it


class Woordenlijst:
    """Finds *begrippen* in texts: whole words, in any of their forms.

    Capitals do not matter, except in an abbreviation: `RES` is no `res`. The longest that fits goes first (`hybride
    warmtepomp` before `warmtepomp`).
    """

    def __init__(self, begrippen: Iterable[Begrip]) -> None:
        # Only by its first word: most forms of a long list stand nowhere on a page, and need no more.
        self._begint: dict[str, list[tuple[str, Begrip]]] = {}
        for begrip in begrippen:
            for vorm in begrip.vormen:
                self._begint.setdefault(_WOORD.findall(vorm)[0].lower(), []).append((vorm, begrip))

    def find(self, tekst: str) -> Iterator[tuple[Begrip, int]]:
        """Yield each begrip in *tekst* and where it ends, in the order of the text."""
        woorden = [(woord[0], woord.end()) for woord in _WOORD.finditer(tekst)]
        plaats = 0
        while plaats < len(woorden):
            kan = self._begint.get(woorden[plaats][0].lower(), ())
            past = [(lengte, begrip) for vorm, begrip in kan if (lengte := _lengte(vorm, woorden, plaats))]
            if past:
                lengte, begrip = max(past, key=lambda paar: paar[0])
                plaats += lengte - 1
                yield begrip, woorden[plaats][1]
            plaats += 1

    def mark(self, tekst: str, merk: str, gezien: list[Begrip]) -> str:
        """Return *tekst* with *merk* behind each begrip that was not *gezien* yet; those are added to *gezien*."""
        delen, vanaf = [], 0
        for begrip, einde in self.find(tekst):
            if begrip not in gezien:
                gezien.append(begrip)
                delen += [tekst[vanaf:einde], merk]
                vanaf = einde
        return "".join([*delen, tekst[vanaf:]])


def has_word(tekst: str) -> bool:
    """Is there a letter or a digit in *tekst*, so that it can be found in a text?"""
    return _WOORD.search(tekst) is not None


def voorkomend(begrippen: Sequence[Begrip], tekst: str) -> tuple[Begrip, ...]:
    """Return those of *begrippen* that *tekst* uses, each once, in the order of the text."""
    return tuple(dict.fromkeys(begrip for begrip, _ in Woordenlijst(begrippen).find(tekst)))


def _lengte(vorm: str, woorden: Sequence[tuple[str, int]], plaats: int) -> int:
    """Return of how many words *vorm* is when it stands in *woorden* at *plaats*, or 0."""
    eigen = _WOORD.findall(vorm)
    hier = [woord for woord, _ in woorden[plaats : plaats + len(eigen)]]
    gelijk = hier == eigen or (not _is_afkorting(vorm) and [w.lower() for w in hier] == [w.lower() for w in eigen])
    return len(eigen) if gelijk else 0


def _is_afkorting(vorm: str) -> bool:
    """Is *vorm* one word with more than one capital, as `VvE` or `SDE++`?"""
    return " " not in vorm and sum(map(str.isupper, vorm)) > 1
