"""Which characters may be kept and which may be shown: nothing a person typed can steer a terminal."""

from __future__ import annotations

import codecs
import re
import textwrap

# Marks that change the direction of text: invisible, and able to make a text read differently than it is.
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_INVISIBLE = re.compile(rf"[\x00-\x08\x0b-\x1f\x7f-\x9f{_BIDI}\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")
# What comes along from a web page or a word processor and nobody sees; not what joins the parts of an emoji.
_PASTED = re.compile("[\u00ad\u200b\u2060]")
_BLANK = re.compile(r"[\s\u115f\u1160\u2800\u3164]*")
"""Text in which there is nothing to read."""
_ESCAPE = re.compile(r"(\x1b\[|\x9b)[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(\x07|\x1b\\)?|\x1b[ -/]*[0-~]")
# What stands in for a character that a screen does not have; letters with an accent lose the accent.
_LOOKALIKES = {
    "‘": "'", "’": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-", "‑": "-", "…": "...", "·": "-", "•": "-",
    "»": ">", "€": "EUR ", "×": "x", "→": "->", "²": "2", "³": "3", "½": "1/2", "\u00a0": " ",
    "ß": "ss", "æ": "ae", "ø": "o", "œ": "oe", "✓": "+", "●": "*", "○": "o", "━": "=",
}  # fmt: skip
_LINE_END = re.compile(r"\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


def clean(text: str, *, lines: bool = False) -> str:
    """Return *text* as it may be stored: one line (or several with *lines*), without control characters.

    Line ends become spaces, or plain newlines with *lines*. Terminal escape sequences go as a whole, and so does what
    cannot be seen.
    """
    text = _LINE_END.sub("\n", _ESCAPE.sub("", text))
    text = _PASTED.sub("", _INVISIBLE.sub("", text)).replace("\t", " ")
    if _BLANK.fullmatch(text):
        return ""
    import unicodedata

    text = unicodedata.normalize("NFC", text)
    if lines:
        return "\n".join(line.rstrip() for line in text.split("\n")).strip("\n ")
    return " ".join(text.split())


def approximate(error: UnicodeError) -> tuple[str | bytes, int]:
    """Handle the error *error* of a stream that does not have a character: write what looks most like it, or `?`.

    Streams know it by the name "benader".
    """
    if not isinstance(error, UnicodeEncodeError):
        raise error
    import unicodedata

    text = error.object[error.start : error.end]
    bare = (_LOOKALIKES.get(char) or unicodedata.normalize("NFKD", char)[0] for char in text)
    return "".join(part if part.isascii() else "?" for part in bare), error.end


codecs.register_error("benader", approximate)


def wrap(text: str, width: int | None) -> str:
    """Return *text* safe for a terminal and wrapped on words at *width*; without one only made safe.

    Lines keep their own indent; a word longer than the width stays whole, and so does what no-break spaces join.
    """
    lines: list[str] = []
    for line in visible(text).split("\n"):
        left = line[: len(line) - len(line.lstrip())]
        folded = (
            textwrap.wrap(
                _as_wide_as_shown(line),
                max(width, 20),
                subsequent_indent=left,
                break_long_words=False,
                break_on_hyphens=False,
            )
            if width
            else [line]
        )
        lines += folded or [""]
    return "\n".join(lines).replace("\u00a0", " ").replace("\0", "")


def _as_wide_as_shown(line: str) -> str:
    """Return *line* with a NUL, that nothing visible holds, behind each character that takes two places."""
    if line.isascii():
        return line
    import unicodedata

    return "".join(f"{char}\0" if unicodedata.east_asian_width(char) in "WF" else char for char in line)


def visible(text: str) -> str:
    """Return *text* safe for a terminal: every control or direction character shown as its number, `<U+001B>`.

    Newlines stay. A file edited by hand can hold anything, so this stands between every stored text and the screen.
    """
    return _INVISIBLE.sub(lambda found: f"<U+{ord(found[0]):04X}>", text.replace("\t", " "))
