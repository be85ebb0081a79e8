"""How every stap of a fase is doing, said in one answer: `klaar 1 2, bezig 3`. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import groupby

from routekaart_cli.domain.routekaart import Stap, Status
from routekaart_cli.errors import RefusedAnswer

LETTERS: Mapping[Status, str] = {
    Status.KLAAR: "k", Status.BEZIG: "b", Status.NIET_BEGONNEN: "n", Status.PAST_NIET: "x",
}  # fmt: skip
"""What marks a stap: on the screen, and as a key."""
HOW = "Typ bijvoorbeeld: klaar 1 2, bezig 3."
_NUMBER = r"(?:[\dg]+\.)?\d+"
_UP_TO = r"\s*(?:t/m|tot en met|-)\s*"
_ALSO = {"niet begonnen": Status.NIET_BEGONNEN, "niet": Status.NIET_BEGONNEN, "past niet": Status.PAST_NIET}


def parse_standen(stappen: Sequence[Stap], typed: str) -> dict[str, Status]:
    """Return by the id of a stap of *stappen* the status that *typed* gives it; what is not named stays as it is.

    A status stands before its numbers (`klaar 1 2`), or everywhere behind them. Raises `RefusedAnswer` with what is
    possible.
    """
    words = _words(stappen[0])
    phrases = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    token = re.compile(
        rf"(?P<status>(?:{phrases})(?!\w))|(?P<stap>alle(?:s|maal)?(?!\w)|{_NUMBER}(?:{_UP_TO}{_NUMBER})?(?!\w))"
        r"|(?P<skip>[\s,;.:]+|(?:en|stap|stappen|is|zijn)(?!\w))|(?P<other>\S+)"
    )
    found = [(match.lastgroup, match[0]) for match in token.finditer(typed.lower()) if match.lastgroup != "skip"]
    unknown = next((text for kind, text in found if kind == "other"), "")
    if unknown:
        raise RefusedAnswer(f"'{unknown}' begrijpen we hier niet.", HOW)
    groups = [[text for _, text in group] for _, group in groupby(found, key=lambda part: part[0])]
    if not groups or len(groups) % 2:
        raise RefusedAnswer("Noem steeds een stap, en hoe het daarmee staat.", HOW)
    pairs = list(zip(groups[::2], groups[1::2], strict=True))
    new: dict[str, Status] = {}
    for one, other in pairs:
        says, numbers = (one, other) if found[0][0] == "status" else (other, one)
        if says[1:]:
            raise RefusedAnswer(f"Bij welke stap hoort '{says[0]}'?", HOW)
        for stap in (stap for text in numbers for stap in _stappen(stappen, text)):
            if new.setdefault(stap.id, words[says[0]]) is not words[says[0]]:
                raise RefusedAnswer(f"Stap {stap.nummer} staat er twee keer in.", HOW)
    return new


def _words(stap: Stap) -> dict[str, Status]:
    """Return by each word that people use for a status which one it is."""
    letters = {letter: status for status, letter in LETTERS.items()}
    keuzes = stap.vragen[0].keuzes
    own = {word.lower(): Status(keuze.id) for keuze in keuzes for word in (keuze.id, keuze.tekst, *keuze.ook)}
    return {**letters, **_ALSO, **own}


def _stappen(stappen: Sequence[Stap], text: str) -> Sequence[Stap]:
    """Return those of *stappen* that *text* names: `2`, `1.2`, `1 t/m 3` or `alle`; raises `RefusedAnswer`."""
    if text.startswith("alle"):
        return stappen
    spots = [_spot(stappen, number) for number in re.findall(_NUMBER, text)]
    if spots[-1] < spots[0]:
        raise RefusedAnswer(f"Begin bij de eerste stap, zoals in: {spots[-1] + 1} t/m {spots[0] + 1}.", HOW)
    return stappen[spots[0] : spots[-1] + 1]


def _spot(stappen: Sequence[Stap], number: str) -> int:
    for spot, stap in enumerate(stappen):
        if number in (str(spot + 1), stap.nummer):
            return spot
    raise RefusedAnswer(f"Stap {number} is er hier niet.", f"Kies uit 1 tot en met {len(stappen)}. {HOW}")
