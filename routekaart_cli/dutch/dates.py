"""Dates as Dutch people type them, and as they read them."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from datetime import date, datetime, timedelta

DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
_UNITS = {"dag": 1, "dagen": 1, "week": 7, "weken": 7}
_NUMBERS = (
    "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf",
)  # fmt: skip
_NAMED_DAYS = {"vandaag": 0, "morgen": 1, "overmorgen": 2}
_DEEL = "begin|half|medio|midden|eind|einde"
_WEEKDAY = re.compile(rf"({'|'.join([*DAYS, *(day[:2] for day in DAYS)])})\.? (?=\d)")
"""A weekday before a date, in full or its first two letters."""
_STORED = re.compile(r"(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}-\d{1,2}-\d{4})(?: (.+))?")
"""A day, and behind it the time on it, or the period of which it is the last day as somebody said it."""
_TIME = re.compile(r" (?:om )?(?:([01]?\d|2[0-3])(?:[.:]([0-5]\d))? uur|([01]?\d|2[0-3]):([0-5]\d))$")
_CLOCK = re.compile(r"\d{2}:\d{2}")
_SEASONS = {"voorjaar": 5, "lente": 5, "zomer": 8, "najaar": 11, "herfst": 11, "winter": 14}
"""The month in which a season of a year ends; a winter does so in the year after."""


def in_full(day: date) -> str:
    """Return *day* in full: `zondag 31 januari 2027`."""
    return f"{DAYS[day.weekday()]} {in_short(day)}"


def in_short(day: date) -> str:
    """Return *day* without its weekday: `31 januari 2027`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def day_in_words(text: str, name: Callable[[date], str] = in_short) -> str:
    """Return the date that a project file holds as *text* in words; what is no date comes back as it is.

    A day goes by its *name*, with the time on it when there is one; a period as somebody said it.
    """
    day = stored(text)
    if day is None:
        return text
    behind = text.strip().partition(" ")[2]
    if _CLOCK.fullmatch(behind):
        return f"{name(day)}, {behind.replace(':', '.').removeprefix('0')} uur"
    return behind or name(day)


@functools.lru_cache(maxsize=1024)
def stored(text: str) -> date | None:
    """Return the date that a project file holds: ISO, or `31-12-2026` when a person typed it in the file.

    Behind it may stand a time (`2026-12-09 20:00`) or the period of which it is the last day (`2027-05-31 voorjaar
    2027`). None for what is no date, or means another one tomorrow.
    """
    found = _STORED.fullmatch(text.strip())
    # Every part of the date is there: it does not matter from where it is seen.
    day = parse_datum(found[1], date.min) if found else None
    if day is None or found is None or found[2] is None or _CLOCK.fullmatch(found[2]):
        return day
    period = parse_period(found[2], day)
    return day if period and period[0] == day else None


def to_store(text: str, today: date) -> str:
    """Return the date that *text* means, seen from *today*, as `stored` reads it; empty when it means none.

    What is stored already stays as it is.
    """
    words = _lower(text)
    as_stored = _STORED.fullmatch(text.strip())
    if as_stored and as_stored[2] and stored(text):
        return text.strip()
    if period := parse_period(words, today):
        return f"{period[0].isoformat()} {period[1]}"
    day, time = parse_datum(text, today), _TIME.search(words)
    if day is None or time is None:
        return day.isoformat() if day else ""
    return f"{day.isoformat()} {int(time[1] or time[3]):02}:{time[2] or time[4] or '00'}"


def parse_period(text: str, today: date) -> tuple[date, str] | None:
    """Return the last day of the period that *text* means, seen from *today*, and the period in words with its year.

    Knows `week 12`, `Q1 2027`, `1e kwartaal 2027`, `voorjaar 2027`, `2027`, `eind maart`, `half mei`, `begin 2027`,
    `maart 2027`, `volgende maand` and `eind van de maand`; None for what is none.
    """
    if part := _part(_lower(text), today):
        return part
    found = re.fullmatch(
        rf"(?:in )?(?:het |de )?(?:week (?P<week>\d{{1,2}})|(?:q|kwartaal )(?P<q>[1-4])|(?P<k>[1-4])e kwartaal"
        rf"|(?P<season>{'|'.join(_SEASONS)}))(?:(?: van| in)? (?P<year>2\d{{3}}))?|(?:in )?(?P<only>2\d{{3}})",
        _lower(text),
    )
    if not found:
        return None
    if found["only"]:
        return date(int(found["only"]), 12, 31), found["only"]
    for year in [int(found["year"])] if found["year"] else [today.year, today.year + 1]:
        try:
            if found["week"]:
                day, words = date.fromisocalendar(year, int(found["week"]), 7), f"week {found['week']}"
            elif found["season"]:
                month = _SEASONS[found["season"]]
                day, words = _last_part(year + (month > 12), (month - 1) % 12 + 1), found["season"]
            else:
                quarter = int(found["q"] or found["k"])
                day, words = _last_part(year, quarter * 3), f"Q{quarter}"
        except ValueError:
            return None
        if day >= today or found["year"]:
            return day, f"{words} {year}" if not found["week"] else f"{words} van {year}"
    return None


def _part(text: str, today: date) -> tuple[date, str] | None:
    """Return the last day of the part of a month or year that *text* means, and that part in words."""
    if text == "volgende maand":
        day = _last_part(today.year + today.month // 12, today.month % 12 + 1)
        return day, f"{MONTHS[day.month - 1]} {day.year}"
    if text in ("eind van de maand", "einde van de maand", "eind deze maand"):
        text = f"eind {MONTHS[today.month - 1]} {today.year}"
    found = re.fullmatch(rf"(?:({_DEEL}) )?(?:([a-z]+)\.?)?(?: ?(2\d{{3}})| ?'(\d{{2}}))?", text)
    month = _month(found[2]) if found and found[2] else None
    if not found or (found[2] and not month) or not (found[1] or month):
        return None
    named = int(found[3] or f"20{found[4]}") if found[3] or found[4] else 0
    if not (named or month):
        return None
    year = named or today.year
    words = " ".join(filter(None, (found[1], MONTHS[month - 1] if month else "")))
    ends = {"begin": (3, 10), "half": (7, 20), "medio": (7, 20), "midden": (7, 20)}.get(found[1] or "")
    while True:
        day = _last_part(year, month or (ends[0] if ends else 12))
        if month and ends:
            day = day.replace(day=ends[1])
        if named or day >= today:
            return day, f"{words} {year}"
        year += 1


def moment_in_words(iso: str) -> str:
    """Return the moment *iso* (with or without offset) in words: `maandag 23 november 2026 om 20:14`.

    What is no moment comes back as it is.
    """
    try:
        wanneer = datetime.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{in_full(wanneer.date())} om {wanneer:%H:%M}"


def _last_part(year: int, month: int) -> date:
    """Return the last day of *month* in *year*."""
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def parse_datum(text: str, today: date) -> date | None:
    """Return the date that *text* means, seen from *today*, or None when it means none.

    Knows `31-1-2027`, `31/01`, `2027-01-31`, `zo 31 jan`, `1e mei`, `vrijdag`, `volgende week vrijdag`, `over twee
    weken` and `morgen`. Without a year it is the first such day to come. A weekday before a date says nothing here: see
    `on_weekday`; what is a part of a month or longer: see `parse_period`.
    """
    words = _WEEKDAY.sub("", _TIME.sub("", _lower(text)))
    for read_one in (_named_day, _iso, _digits, _day_month, _weekday, _from_now):
        try:
            day = read_one(words, today)
        except (ValueError, OverflowError):
            return None
        if day is not None:
            return day if day.year >= 1000 else None
    return None


def on_weekday(text: str, day: date) -> date:
    """Return the day nearest to *day* on the weekday before the date in *text*: *day* itself when that is right."""
    found = _WEEKDAY.match(_lower(text))
    if not found:
        return day
    named = next(number for number, name in enumerate(DAYS) if name.startswith(found[1]))
    return day + timedelta(days=(named - day.weekday() + 3) % 7 - 3)


def _lower(text: str) -> str:
    return " ".join(text.lower().replace(",", " ").replace("’", "'").replace("é", "e").split())


def _named_day(text: str, today: date) -> date | None:
    return today + timedelta(days=_NAMED_DAYS[text]) if text in _NAMED_DAYS else None


def _iso(text: str, _vandaag: date) -> date | None:
    found = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", text)
    return date(*(int(part) for part in found.groups())) if found else None


def _digits(text: str, today: date) -> date | None:
    found = re.fullmatch(r"(\d{1,2})[-/. ](\d{1,2})(?:[-/. ](\d{4}|\d{2}))?", text)
    return _with_year(int(found[1]), int(found[2]), found[3], today) if found else None


def _day_month(text: str, today: date) -> date | None:
    found = re.fullmatch(r"(\d{1,2})(?:e|de|ste)? ?([a-z]+)\.?(?: '?(\d{4}|\d{2}))?", text)
    month = _month(found[2]) if found else None
    return _with_year(int(found[1]), month, found[3], today) if found and month else None


def _weekday(text: str, today: date) -> date | None:
    found = re.fullmatch(rf"(volgende week|aanstaande|komende|a\.s\.)? ?({'|'.join(DAYS)})?( volgende week)?", text)
    if not found or (found[1] and found[3]):
        return None
    wanneer, weekday = (found[1] or found[3] or "").strip(), found[2]
    if wanneer == "volgende week":
        monday = today - timedelta(days=today.weekday()) + timedelta(days=7)
        return monday + timedelta(days=DAYS.index(weekday)) if weekday else monday
    return today + timedelta(days=(DAYS.index(weekday) - today.weekday() - 1) % 7 + 1) if weekday else None


def _from_now(text: str, today: date) -> date | None:
    found = re.fullmatch(rf"over ({'|'.join(_NUMBERS)}|\d{{1,3}}) (dag|dagen|week|weken|maand|maanden|jaar)", text)
    if not found:
        return None
    how_many = _NUMBERS.index(found[1]) + 1 if found[1] in _NUMBERS else int(found[1])
    if found[2] in _UNITS:
        return today + timedelta(days=how_many * _UNITS[found[2]])
    months = today.month - 1 + how_many * (12 if found[2] == "jaar" else 1)
    last = _last_part(today.year + months // 12, months % 12 + 1)
    return last.replace(day=min(today.day, last.day))


def _month(word: str) -> int | None:
    """Return the number of the month that *word* names or shortens (three letters or more)."""
    if word == "mrt":
        return 3
    fitting = [number for number, name in enumerate(MONTHS, 1) if len(word) >= 3 and name.startswith(word)]
    return fitting[0] if len(fitting) == 1 else None


def _with_year(day: int, month: int, year: str | None, today: date) -> date:
    if year:
        return date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    if (month, day) == (2, 29):
        chosen = today.year
        while _last_part(chosen, 2).day < 29 or date(chosen, 2, 29) < today:
            chosen += 1
        return date(chosen, 2, 29)
    found = date(today.year, month, day)
    return found if found >= today else date(today.year + 1, month, day)
