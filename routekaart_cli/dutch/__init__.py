"""Which name a person probably meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def nearest(getypt: str, mogelijk: Iterable[str], gelijkenis: float = 0.6) -> str | None:
    """Return the one of *mogelijk* that is most like *getypt*, or None when none is at least *gelijkenis* (0 to 1)."""
    gevonden = difflib.get_close_matches(getypt, list(mogelijk), n=1, cutoff=gelijkenis)
    return gevonden[0] if gevonden else None


def enumeration(delen: list[str] | tuple[str, ...], voegwoord: str = "en") -> str:
    """Join *delen* as Dutch does: `a, b en c`."""
    if len(delen) < 2:
        return "".join(delen)
    return f"{', '.join(delen[:-1])} {voegwoord} {delen[-1]}"


def plural(getal: int, enkel: str, meer: str) -> str:
    """Return *getal* with the right form of the word: `1 vraag`, `3 vragen`."""
    return f"{getal} {enkel if getal == 1 else meer}"


def lowered(tekst: str) -> str:
    """Return *tekst* as it stands within a sentence: its first letter small, unless it begins an abbreviation."""
    return tekst[:1].lower() + tekst[1:] if tekst[1:2].islower() or tekst[1:2] == " " else tekst


def capitalized(tekst: str) -> str:
    """Return *tekst* as it begins a sentence."""
    return tekst[:1].upper() + tekst[1:]


def did_you_mean(bedoeld: str | None) -> str:
    """Ask whether *bedoeld* was meant, with a space after it; nothing when nothing is near."""
    return f"Bedoel je '{bedoeld}'? " if bedoeld else ""


def unbroken(opdracht: str) -> str:
    """Return *opdracht* so that it stays on one line when the text around it is wrapped."""
    return opdracht.replace(" ", "\u00a0")


def sentence(tekst: str) -> str:
    """Return *tekst* ending as a sentence: with a full stop, unless it has an end already."""
    return tekst if tekst.endswith((".", "!", "?")) else f"{tekst}."
