"""Which difficult words stand in a text. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from routekaart_cli.model import Begrip

_WOORD = re.compile(r"\w+\+*")


class Woordenlijst:
    """Finds *begrippen* in texts: whole words, in any of their forms.

    Capitals do not matter, except in an abbreviation: `RES` is no `res`. The longest that fits goes first (`hybride
    warmtepomp` before `warmtepomp`).
    """

    def __init__(self, begrippen: Iterable[Begrip]) -> None:
        self._begint: dict[str, list[tuple[list[str], Begrip]]] = {}
        for begrip in begrippen:
            for vorm in begrip.vormen:
                woorden = _WOORD.findall(vorm if _is_afkorting(vorm) else vorm.lower())
                self._begint.setdefault(woorden[0].lower(), []).append((woorden, begrip))
        for vormen in self._begint.values():
            vormen.sort(key=lambda vorm: -len(vorm[0]))

    def find(self, tekst: str) -> Iterator[tuple[Begrip, int]]:
        """Yield each begrip in *tekst* and where it ends, in the order of the text."""
        gevonden = [(woord[0], woord[0].lower(), woord.end()) for woord in _WOORD.finditer(tekst)]
        plaats = 0
        while plaats < len(gevonden):
            for woorden, begrip in self._begint.get(gevonden[plaats][1], ()):
                hier = gevonden[plaats : plaats + len(woorden)]
                if woorden in ([woord for woord, _, _ in hier], [laag for _, laag, _ in hier]):
                    plaats += len(woorden) - 1
                    yield begrip, gevonden[plaats][2]
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


def _is_afkorting(vorm: str) -> bool:
    """Is *vorm* one word with more than one capital, as `VvE` or `SDE++`?"""
    return " " not in vorm and sum(map(str.isupper, vorm)) > 1
