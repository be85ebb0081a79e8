"""From what a person typed to an answer that fits its vraag, and from an answer to words. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import cast

from routekaart_cli.domain.antwoorden import Antwoord, Record, Stand, Waarde
from routekaart_cli.domain.routekaart import Keuze, Soort, Verplicht, Vraag
from routekaart_cli.dutch import bedragen, dates, did_you_mean, enumeration, nearest, without_accents
from routekaart_cli.dutch.characters import clean
from routekaart_cli.errors import RefusedAnswer

EMPTY_HINT = "Weten jullie het niet? Typ dan: weet ik nog niet"
ALONE_HINT = "Kies alleen dat antwoord, of alleen de andere."
VOORBEELD = "Bijvoorbeeld: {voorbeeld}"
CHOOSE_FIRST = "Kies iets uit de lijst."
_EMPTY_ERROR = "Hier is een antwoord nodig."


_JA_NEE_VOORBEELD = "Een j is ja, een n is nee."
_DATUM_VOORBEELD = "Typ een datum, bijvoorbeeld 31-1-2027, 31 jan of eind maart."


_BEDRAG_VOORBEELD = "Typ een bedrag in euro's, bijvoorbeeld 1.250 of 99,50."
_GETAL_VOORBEELD = "Typ een heel getal, bijvoorbeeld 350 of 1.200."


Raw = str | Sequence[str] | Sequence[Mapping[str, str]]
"""What came in: a typed text, or from a YAML file also a list of texts or of records."""


MAX_CHARS = 20_000
_JA = {"j", "ja", "y", "yes"}


_NO = {"n", "nee", "no"}
_WEET_NIET = {
    "weet ik nog niet", "weet-ik-nog-niet", "weet ik niet", "weet niet", "nog niet bekend", "weten we niet",
    "weten we nog niet", "weten wij niet", "geen idee", "onbekend", "nog onbekend",
}  # fmt: skip
_NOT_FOR_US = {"nvt", "n.v.t", "niet van toepassing"}
"""What is left empty on purpose; a full stop at the end is gone."""


_GETAL = re.compile(
    r"(?:(?:een stuk of|ongeveer|circa|ca\.?|zo['’]n|plusminus|\+/-|±|~|rond de|rond|ruim|bijna|krap|meer dan|€)\s*)*"
    r"(\d{1,3}(?:[. ]\d{3})+|\d+)\+?"
    r"(?:\s+(?!honderd|duizend|miljoen|miljard)[^\W\d_]{3,}){0,2}\.?",
    re.IGNORECASE,
)
"""A number, with how exact it is before it and what is counted behind it; not what makes another number of it."""


_BETWEEN = re.compile(r"(\d[\d.]*) ?(?:-|–|à|a|tot|tot en met|t/m|of) ?(\d[\d.]*)")


def parse_antwoord(vraag: Vraag, raw: Raw, today: date) -> Antwoord:
    """Return the answer that *raw* gives to *vraag*: a value, `weet ik nog niet`, `:later` or left empty.

    Raises `RefusedAnswer` with an accepted example when it does not fit, or is empty where an answer is needed.
    """
    if isinstance(raw, str):
        typed = " ".join(raw.split()).lower().rstrip(".")
        if typed in _WEET_NIET and not _is_keuze(vraag, typed):
            return Antwoord(Stand.WEET_NIET)
        if typed == ":later":
            return Antwoord(Stand.LATER)
        if typed in _NOT_FOR_US and not _is_keuze(vraag, typed):
            raw = ""
    if not raw or (isinstance(raw, str) and not clean(raw)):
        if vraag.verplicht is Verplicht.JA:
            raise RefusedAnswer(_EMPTY_ERROR, EMPTY_HINT)
        return Antwoord(Stand.LEEG)
    return Antwoord(Stand.GEGEVEN, check(vraag, raw, today))


def check(vraag: Vraag, raw: Raw, today: date) -> Waarde:
    """Return *raw* as the value we store: text, an ISO date, digits, `yes`/`nee`, the id of a keuze, ids, or records.

    Raises `RefusedAnswer` with what is wrong and an accepted example.
    """
    if isinstance(raw, str) and len(raw) > MAX_CHARS:
        raise RefusedAnswer(
            f"Dit antwoord is te lang. Het kan hoogstens {MAX_CHARS} tekens zijn.",
            "Maak het korter, of zet de rest in een ander bestand.",
        )
    if vraag.soort is Soort.LIJST:
        return _lijst(vraag, raw, today)
    if vraag.soort is Soort.MEERKEUZE:
        return _meerkeuze(vraag, raw)
    if not isinstance(raw, str):
        raise RefusedAnswer("Hier hoort één antwoord, geen lijst.", accepted(vraag))
    text = clean(raw, lines=vraag.soort is Soort.LANGE_TEKST)
    if not text:
        raise RefusedAnswer(_EMPTY_ERROR, accepted(vraag))
    return _one(vraag, text, today)


def _one(vraag: Vraag, text: str, today: date) -> str:
    """Return one *text* as the value we store for *vraag*."""
    match vraag.soort:
        case Soort.JA_NEE:
            return _ja_nee(text)
        case Soort.KEUZE:
            return _keuze(vraag, text).id
        case Soort.GETAL:
            return _getal(text)
        case Soort.BEDRAG:
            return _bedrag(text)
        case Soort.DATUM:
            return _datum(text, today)
    return text


def accepted(vraag: Vraag) -> str:
    """Return a sentence with an example that `check` accepts for *vraag*."""
    match vraag.soort:
        case Soort.JA_NEE:
            return _JA_NEE_VOORBEELD
        case Soort.KEUZE | Soort.MEERKEUZE:
            return _keuze_hint(None, [keuze.id for keuze in vraag.keuzes])
        case Soort.GETAL:
            return _GETAL_VOORBEELD
        case Soort.BEDRAG:
            return _BEDRAG_VOORBEELD
        case Soort.DATUM:
            return _DATUM_VOORBEELD
        case Soort.LIJST:
            return (
                f"Typ de velden met een ; ertussen: {' ; '.join([veld.id for veld in vraag.velden])}. "
                "Tussen twee delen van de lijst zet je een |. "
                "In een YAML-bestand schrijf je een echte lijst."
            )
    return VOORBEELD.format(voorbeeld=vraag.voorbeeld) if vraag.voorbeeld else "Typ een korte tekst."


def _ja_nee(text: str) -> str:
    if text.lower() in _JA:
        return "ja"
    if text.lower() in _NO:
        return "nee"
    raise RefusedAnswer("Typ j of n.", _JA_NEE_VOORBEELD)


def _datum(text: str, today: date) -> str:
    kept = dates.to_store(text, today)
    day = dates.stored(kept)
    if day is None:
        raise RefusedAnswer("Dat is geen datum.", _DATUM_VOORBEELD)
    other = dates.on_weekday(text, day)
    if other != day:
        raise RefusedAnswer(
            f"Die dag en die datum horen niet bij elkaar: het is {dates.in_full(day)}.",
            _weekday_hint(*map(_digits, (day, other))),
        )
    return kept


def _digits(day: date) -> str:
    return f"{day.day}-{day.month}-{day.year}"


def _is_keuze(vraag: Vraag, typed: str) -> bool:
    return any(typed in (keuze.id, keuze.tekst.lower(), *keuze.ook) for keuze in vraag.keuzes)


def _find_keuze(vraag: Vraag, typed: str) -> Keuze | None:
    """Return the keuze meant by its number, its id or its words."""
    number = typed.rstrip(".)")
    if number.isdecimal() and len(number) < 4 and 1 <= int(number) <= len(vraag.keuzes):
        return vraag.keuzes[int(number) - 1]
    flat = _flat(typed)
    return next((keuze for keuze in vraag.keuzes if flat in map(_flat, (keuze.id, keuze.tekst, *keuze.ook))), None)


def _flat(text: str) -> str:
    """Return *text* as it is compared: small, without accents, hyphens or a full stop."""
    return without_accents(text.replace("-", " ").rstrip("."))


def _keuze(vraag: Vraag, typed: str) -> Keuze:
    keuze = _find_keuze(vraag, typed)
    if keuze is None:
        words = {word.lower(): keuze for keuze in vraag.keuzes for word in (keuze.id, *keuze.ook)}
        word = nearest(typed.lower(), words)
        hint = _keuze_hint(word, [keuze.id for keuze in vraag.keuzes])
        raise RefusedAnswer(f"'{typed}' staat niet in de lijst.", hint, words[word].tekst if word else "")
    return keuze


def _meerkeuze(vraag: Vraag, raw: Raw) -> tuple[str, ...]:
    parts = _pieces_of(vraag, clean(raw)) if isinstance(raw, str) else [clean(str(part)) for part in raw]
    chosen = [_keuze(vraag, part) for part in parts]
    if not chosen:
        raise RefusedAnswer(CHOOSE_FIRST, accepted(vraag))
    alleen = next((keuze for keuze in chosen if keuze.alleen), None)
    if alleen and len(set(chosen)) > 1:
        raise RefusedAnswer(alone_error(alleen.tekst), ALONE_HINT)
    return tuple(keuze.id for keuze in vraag.keuzes if keuze in chosen)


_ALL = ("alle", "alles", "allemaal")
_NUMBERS_TO = re.compile(r"\b(\d{1,2})\s*(?:t/m|tot en met|-)\s*(\d{1,2})\b")
_AND_NUMBER = re.compile(r"\s+en\s+(?=\d{1,2}\b)")


def _pieces_of(vraag: Vraag, text: str) -> list[str]:
    """Split *text* into keuzes: at commas, but the words of a keuze may hold one; else at spaces, when all fit."""
    if text.lower().rstrip(".") in _ALL:
        return [keuze.id for keuze in vraag.keuzes if not keuze.alleen]
    text = _NUMBERS_TO.sub(lambda found: " ".join(map(str, range(int(found[1]), int(found[2]) + 1))), text)
    text = _AND_NUMBER.sub(", ", text)
    pieces = [piece.strip() for piece in re.split(r"[,;]", text) if piece.strip()]
    loose = text.replace(",", " ").replace(";", " ").split()
    if all(_find_keuze(vraag, part) for part in loose):
        return loose
    most = 1 + max((keuze.tekst.count(",") for keuze in vraag.keuzes), default=0)
    parts: list[str] = []
    while pieces:
        longest = range(min(len(pieces), most), 0, -1)
        until = next((n for n in longest if _find_keuze(vraag, ", ".join(pieces[:n]))), 1)
        parts.append(", ".join(pieces[:until]))
        del pieces[:until]
    return parts


def _getal(text: str) -> str:
    found = _GETAL.fullmatch(text)
    digits = re.sub(r"[. ]", "", found[1]) if found else ""
    if between := _BETWEEN.search(text):
        middle = sum(int(re.sub(r"[. ]", "", part)) for part in between.groups()) // 2
        raise RefusedAnswer("Kies één getal.", f"Bijvoorbeeld: {middle}.")
    if not 1 <= len(digits) <= 12:
        raise RefusedAnswer("Dat is geen getal.", _GETAL_VOORBEELD)
    return str(int(digits))


def _bedrag(text: str) -> str:
    value = bedragen.amount(text)
    if value is None:
        raise RefusedAnswer("Dat is geen bedrag.", _BEDRAG_VOORBEELD)
    return bedragen.stored(value)


def _lijst(vraag: Vraag, raw: Raw, today: date) -> tuple[Record, ...]:
    parts: Sequence[str | Record]
    if isinstance(raw, str):
        parts = [part for part in re.split(r"[|\n]", raw) if clean(part.replace(";", ""))]
    else:
        parts = raw
    filled = tuple(_record(vraag, part, today) for part in parts)
    if not filled:
        raise RefusedAnswer("Deze lijst is leeg.", accepted(vraag))
    return filled


def _record(vraag: Vraag, raw: str | Record, today: date) -> Record:
    """Return one record of a lijst: from `waarde; waarde`, or from fields by name. The first field must be there."""
    names = [veld.id for veld in vraag.velden]
    if isinstance(raw, str):
        waarden = raw.split(";")
        if len(waarden) > len(names):
            raise RefusedAnswer(
                f"Hier staan te veel velden. Er zijn er {len(names)}: {enumeration(names)}.", accepted(vraag)
            )
        raw = dict(zip(names, waarden, strict=False))
    unknown = next((name for name in raw if name not in names), None)
    if unknown is not None:
        raise RefusedAnswer(f"Het veld '{unknown}' bestaat niet. Wel: {enumeration(names)}.", accepted(vraag))
    record = {
        veld.id: cast(str, check(veld, raw[veld.id], today))
        for veld in vraag.velden
        if clean(str(raw.get(veld.id, "")))
    }
    if names[0] not in record:
        raise RefusedAnswer(f"Bij elk deel van de lijst hoort: {names[0]}.", accepted(vraag))
    return record


def _weekday_hint(datum: str, that_weekday: str) -> str:
    return f"Typ {datum}, of {that_weekday} als je die weekdag bedoelt."


def _keuze_hint(meant: str | None, possible: list[str]) -> str:
    return f"{did_you_mean(meant)}Je kunt kiezen uit: {', '.join(possible)}."


def alone_error(text: str) -> str:
    return f"'{text}' kan niet samen met een ander antwoord."
