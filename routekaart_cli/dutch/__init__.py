"""Dutch as a language: sentences and plurals, and the nearest name; dates and characters in modules of their own."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable

__all__ = [
    "bedragen",
    "capitalized",
    "characters",
    "dates",
    "did_you_mean",
    "enumeration",
    "lowered",
    "nearest",
    "opdrachten",
    "plural",
    "sentence",
    "without_accents",
]  # fmt: skip
"""The door: what other rooms may use."""


def nearest(typed: str, possible: Iterable[str], similarity: float = 0.6) -> str | None:
    """Return the one of *possible* that is most like *typed*, or None when none is at least *similarity* (0 to 1)."""
    found = difflib.get_close_matches(typed, list(possible), n=1, cutoff=similarity)
    return found[0] if found else None


def without_accents(text: str) -> str:
    """Return *text* as words are compared: in small letters without accents."""
    return "".join(char for char in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(char))


def enumeration(parts: list[str] | tuple[str, ...], conjunction: str = "en") -> str:
    """Join *parts* as Dutch does: `a, b en c`."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {conjunction} {parts[-1]}"


def plural(amount: int, single: str, more: str) -> str:
    """Return *amount* with the right form of the word: `1 vraag`, `3 vragen`."""
    return f"{amount} {single if amount == 1 else more}"


def lowered(text: str) -> str:
    """Return *text* as it stands within a sentence: its first letter small, unless it begins an abbreviation."""
    return text[:1].lower() + text[1:] if text[1:2].islower() or text[1:2] == " " else text


def capitalized(text: str) -> str:
    """Return *text* as it begins a sentence."""
    return text[:1].upper() + text[1:]


def did_you_mean(meant: str | None) -> str:
    """Ask whether *meant* was meant, with a space after it; nothing when nothing is near."""
    return f"Bedoel je '{meant}'? " if meant else ""


def sentence(text: str) -> str:
    """Return *text* ending as a sentence: with a full stop, unless it has an end already."""
    return text if text.endswith((".", "!", "?")) else f"{text}."
