"""Which characters may be kept and which may be shown: nothing a person typed can steer a terminal."""

from __future__ import annotations

import codecs
import re
import textwrap

# Marks that change the direction of text: invisible, and able to make a text read differently than it is.
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_ONZICHTBAAR = re.compile(rf"[\x00-\x08\x0b-\x1f\x7f-\x9f{_BIDI}\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")
_ESCAPE = re.compile(r"(\x1b\[|\x9b)[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(\x07|\x1b\\)?|\x1b[ -/]*[0-~]")
# What stands in for a character that a screen does not have; letters with an accent lose the accent.
_GELIJKEND = {
    "‘": "'", "’": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-", "‑": "-", "…": "...", "·": "-", "•": "-",
    "»": ">", "€": "EUR ", "×": "x", "→": "->", "²": "2", "³": "3", "½": "1/2", "\u00a0": " ",
    "ß": "ss", "æ": "ae", "ø": "o", "œ": "oe", "✓": "+", "●": "*", "○": "o", "━": "=",
}  # fmt: skip
_REGELEINDE = re.compile(r"\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


def schoon(text: str, *, regels: bool = False) -> str:
    """Return *text* as it may be stored: one line (or several with *regels*), without control characters.

    Line ends become spaces, or plain newlines with *regels*. Terminal escape sequences go as a whole.
    """
    text = _REGELEINDE.sub("\n", _ESCAPE.sub("", text))
    text = _ONZICHTBAAR.sub("", text).replace("\t", " ")
    import unicodedata

    text = unicodedata.normalize("NFC", text)
    if regels:
        return "\n".join(regel.rstrip() for regel in text.split("\n")).strip("\n ")
    return " ".join(text.split())


def benader(fout: UnicodeError) -> tuple[str | bytes, int]:
    """Handle the error *fout* of a stream that does not have a character: write what looks most like it, or `?`.

    Streams know it by the name "benader".
    """
    if not isinstance(fout, UnicodeEncodeError):
        raise fout
    import unicodedata

    tekst = fout.object[fout.start : fout.end]
    kaal = (_GELIJKEND.get(teken) or unicodedata.normalize("NFKD", teken)[0] for teken in tekst)
    return "".join(deel if deel.isascii() else "?" for deel in kaal), fout.end


codecs.register_error("benader", benader)


def vouw(text: str, breedte: int | None) -> str:
    """Return *text* safe for a terminal and wrapped on words at *breedte*; without one only made safe.

    Lines keep their own indent; a word longer than the width stays whole, and so does what no-break spaces join.
    """
    regels: list[str] = []
    for regel in zichtbaar(text).split("\n"):
        links = regel[: len(regel) - len(regel.lstrip())]
        gevouwen = (
            textwrap.wrap(
                regel, max(breedte, 20), subsequent_indent=links, break_long_words=False, break_on_hyphens=False
            )
            if breedte
            else [regel]
        )
        regels += gevouwen or [""]
    return "\n".join(regels).replace("\u00a0", " ")


def zichtbaar(text: str) -> str:
    """Return *text* safe for a terminal: every control or direction character shown as its number, `<U+001B>`.

    Newlines stay. A file edited by hand can hold anything, so this stands between every stored text and the screen.
    """
    return _ONZICHTBAAR.sub(lambda gevonden: f"<U+{ord(gevonden[0]):04X}>", text.replace("\t", " "))
