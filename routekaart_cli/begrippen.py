"""Which difficult words stand in a text. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from routekaart_cli.model import Begrip

_WOORD = re.compile(r"\w+")


class Woordenlijst:
    """Finds *begrippen* in texts: whole words, in any of their forms, in capitals or not.

    The longest that fits goes first (`hybride warmtepomp` before `warmtepomp`).
    """

    def __init__(self, begrippen: Iterable[Begrip]) -> None:
        self._begint: dict[str, list[tuple[list[str], Begrip]]] = {}
        for begrip in begrippen:
            for vorm in (begrip.woord, *begrip.ook):
                woorden = _WOORD.findall(vorm.lower())
                self._begint.setdefault(woorden[0], []).append((woorden, begrip))
        for vormen in self._begint.values():
            vormen.sort(key=lambda vorm: -len(vorm[0]))

    def find(self, tekst: str) -> Iterator[tuple[Begrip, int]]:
        """Yield each begrip in *tekst* and where it ends, in the order of the text."""
        gevonden = [(woord[0].lower(), woord.end()) for woord in _WOORD.finditer(tekst)]
        plaats = 0
        while plaats < len(gevonden):
            for woorden, begrip in self._begint.get(gevonden[plaats][0], ()):
                if [woord for woord, _ in gevonden[plaats : plaats + len(woorden)]] == woorden:
                    plaats += len(woorden) - 1
                    yield begrip, gevonden[plaats][1]
                    break
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


def voorkomend(begrippen: Sequence[Begrip], tekst: str) -> tuple[Begrip, ...]:
    """Return those of *begrippen* that *tekst* uses, each once, in the order of the text."""
    return tuple(dict.fromkeys(begrip for begrip, _ in Woordenlijst(begrippen).find(tekst)))
