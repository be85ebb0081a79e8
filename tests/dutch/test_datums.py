"""Dates as people type them: what is understood, what is refused, and that the future is meant."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routekaart_cli.dutch import dates
from routekaart_cli.dutch.dates import DAYS, MONTHS, in_full, in_short, on_weekday, stored, to_store

MONDAY = date(2026, 11, 23)
PIECES = (
    "31", "1", "29", "2", "2027", "27", "99999", "-", "/", ".", " ", ",", "²", "٣", "jan", "mrt", "juni", "eind",
    "half", "begin", "over", "een", "999", "dagen", "weken", "maanden", "jaar", "volgende", "week", "vrijdag", "a.s.",
    "morgen",
)  # fmt: skip

dagen = st.dates(date(1000, 1, 1), date(9999, 12, 31))
rond_nu = st.dates(date(2000, 1, 1), date(2399, 12, 31))
getypt = st.text() | st.lists(st.sampled_from(PIECES)).map("".join) | st.lists(st.sampled_from(PIECES)).map(" ".join)


def read(text: str, today: date) -> date | None:
    """Return the day that *text* means, seen from *today*: of a part of a month or longer its last."""
    return stored(to_store(text, today))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("31-1-2027", date(2027, 1, 31)),
        ("31-01-2027", date(2027, 1, 31)),
        ("31/01/2027", date(2027, 1, 31)),
        ("31.1.2027", date(2027, 1, 31)),
        ("31 1 2027", date(2027, 1, 31)),
        ("31-1-27", date(2027, 1, 31)),
        ("2027-01-31", date(2027, 1, 31)),
        ("2027-1-31", date(2027, 1, 31)),
        ("2020-01-31", date(2020, 1, 31)),
        ("31/01", date(2027, 1, 31)),
        ("31-12", date(2026, 12, 31)),
        ("23-11", date(2026, 11, 23)),
        ("22-11", date(2027, 11, 22)),
        ("29-2", date(2028, 2, 29)),
        ("31 jan", date(2027, 1, 31)),
        ("31 jan.", date(2027, 1, 31)),
        ("31 jan 2028", date(2028, 1, 31)),
        ("31 januari 27", date(2027, 1, 31)),
        ("31 januari 2027", date(2027, 1, 31)),
        ("zondag 31 januari 2027", date(2027, 1, 31)),
        ("Zondag, 31 Januari 2027", date(2027, 1, 31)),
        ("1 mrt", date(2027, 3, 1)),
        ("1 maa", date(2027, 3, 1)),
        ("4 december", date(2026, 12, 4)),
        ("eind maart", date(2027, 3, 31)),
        ("Einde maart", date(2027, 3, 31)),
        ("eind november", date(2026, 11, 30)),
        ("eind februari 2028", date(2028, 2, 29)),
        ("eind feb", date(2027, 2, 28)),
        ("half mei 2027", date(2027, 5, 20)),
        ("medio mei", date(2027, 5, 20)),
        ("midden mei", date(2027, 5, 20)),
        ("half november", date(2027, 11, 20)),
        ("begin december", date(2026, 12, 10)),
        ("begin november", date(2027, 11, 10)),
        ("maart 2027", date(2027, 3, 31)),
        ("maart", date(2027, 3, 31)),
        ("november", date(2026, 11, 30)),
        ("vrijdag", date(2026, 11, 27)),
        ("maandag", date(2026, 11, 30)),
        ("aanstaande vrijdag", date(2026, 11, 27)),
        ("a.s. vrijdag", date(2026, 11, 27)),
        ("volgende week", date(2026, 11, 30)),
        ("volgende week vrijdag", date(2026, 12, 4)),
        ("volgende week maandag", date(2026, 11, 30)),
        ("over 2 weken", date(2026, 12, 7)),
        ("over een week", date(2026, 11, 30)),
        ("over 1 dag", date(2026, 11, 24)),
        ("over 10 dagen", date(2026, 12, 3)),
        ("over een maand", date(2026, 12, 23)),
        ("over 3 maanden", date(2027, 2, 23)),
        ("over een jaar", date(2027, 11, 23)),
        ("vandaag", date(2026, 11, 23)),
        ("morgen", date(2026, 11, 24)),
        ("overmorgen", date(2026, 11, 25)),
        ("  EIND   Maart ", date(2027, 3, 31)),
        ("31jan", date(2027, 1, 31)),
        ("zo 31 jan", date(2027, 1, 31)),
        ("zo. 31-1-2027", date(2027, 1, 31)),
        ("zondag 31/1", date(2027, 1, 31)),
        ("1e mei", date(2027, 5, 1)),
        ("8ste mei", date(2027, 5, 8)),
        ("2de mei 2028", date(2028, 5, 2)),
        ("1 mei '27", date(2027, 5, 1)),
        ("1 mei ’28", date(2028, 5, 1)),
        ("eind mei '28", date(2028, 5, 31)),
        ("komende vrijdag", date(2026, 11, 27)),
        ("vrijdag volgende week", date(2026, 12, 4)),
        ("over twee weken", date(2026, 12, 7)),
        ("over één week", date(2026, 11, 30)),
        ("over zes maanden", date(2027, 5, 23)),
        ("volgende maand", date(2026, 12, 31)),
        ("begin 2027", date(2027, 3, 31)),
        ("medio 2027", date(2027, 7, 31)),
        ("eind 2027", date(2027, 12, 31)),
        ("2027", date(2027, 12, 31)),
        ("eind van de maand", date(2026, 11, 30)),
        ("27-11 20:00", date(2026, 11, 27)),
        ("vrijdag 27 november om 20:00 uur", date(2026, 11, 27)),
        ("27-11-2026 om 8 uur", date(2026, 11, 27)),
        ("31 1.27", date(2027, 1, 31)),
    ],
)
def test_a_date_in_the_words_of_people_is_understood(text: str, meant: date) -> None:
    assert read(text, MONDAY) == meant


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "31-2", "31-2-2027", "29-2-2027", "0-1-2027", "1-0-2027", "1-13-2027", "32 jan", "2026-13-45",
        "0000-01-01", "morgenochtend", "weet ik niet", "eind", "half", "eind 27", "volgende", "aanstaande",
        "over veel weken", "over 2 eeuwen", "31", "31 j", "31 ju", "31 foo", "12:30", "31-1-20270", "1/2/3/4",
        "-31-1-2027", "31--1", "jan jan", "0027-01-31", "31-1-0027", "eind 0027", "31 jan 0027", "31e",
        "over nul weken", "vrijdag 31", "20:00", "volgende volgende week",
    ],
)  # fmt: skip
def test_what_is_no_date_is_refused(text: str) -> None:
    assert read(text, MONDAY) is None


def test_a_month_from_the_last_day_of_january_ends_in_february() -> None:
    assert read("over een maand", date(2027, 1, 31)) == date(2027, 2, 28)


def test_the_end_of_february_in_a_leap_year_is_the_29th() -> None:
    assert read("eind februari", date(2028, 2, 29)) == date(2028, 2, 29)


@given(text=getypt, today=st.dates())
def test_reading_a_date_never_raises(text: str, today: date) -> None:
    as_read = read(text, today)
    assert as_read is None or isinstance(as_read, date)


@given(day=dagen, today=st.dates())
def test_a_date_we_wrote_is_read_back(day: date, today: date) -> None:
    digits = f"{day.day}-{day.month}-{day.year}"
    for text in (in_short(day), in_full(day), day.isoformat(), digits, digits.replace("-", "/")):
        assert read(text, today) == day, text


@given(day=rond_nu, today=rond_nu)
def test_a_day_and_month_without_a_year_is_the_first_such_day_to_come(day: date, today: date) -> None:
    first = next(
        coming
        for difference in range(366 * 8 + 1)
        if (coming := today + timedelta(days=difference)) and (coming.day, coming.month) == (day.day, day.month)
    )
    name = MONTHS[day.month - 1]
    for text in (
        f"{day.day}-{day.month}",
        f"{day.day:02}/{day.month:02}",
        f"{day.day} {name}",
        f"{day.day} {name[:3]}",
    ):
        assert read(text, today) == first, text


@given(
    part=st.sampled_from(["", "begin ", "half ", "medio ", "midden ", "eind ", "einde "]),
    month=st.sampled_from(MONTHS),
    today=rond_nu,
)
def test_a_part_of_a_month_without_a_year_is_within_a_year_from_today(part: str, month: str, today: date) -> None:
    as_read = read(f"{part}{month}", today)
    assert as_read
    assert today <= as_read <= today + timedelta(days=366)
    assert MONTHS[as_read.month - 1] == month


@given(weekday=st.sampled_from(DAYS), today=rond_nu)
def test_a_weekday_is_one_of_the_next_seven_days(weekday: str, today: date) -> None:
    as_read = read(weekday, today)
    assert as_read
    assert DAYS[as_read.weekday()] == weekday
    assert 1 <= (as_read - today).days <= 7


@given(weekday=st.sampled_from(DAYS), today=rond_nu)
def test_a_weekday_of_next_week_is_in_the_calendar_week_after_this_one(weekday: str, today: date) -> None:
    as_read = read(f"volgende week {weekday}", today)
    assert as_read
    assert DAYS[as_read.weekday()] == weekday
    assert as_read.isocalendar()[:2] == (today + timedelta(days=7)).isocalendar()[:2]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("zondag 1 mei 2027", date(2027, 5, 2)),
        ("vr 1 mei", date(2027, 4, 30)),
        ("zaterdag 1 mei 2027", date(2027, 5, 1)),
        ("za 1-5", date(2027, 5, 1)),
        ("1 mei 2027", date(2027, 5, 1)),
        ("zomaar", date(2027, 5, 1)),
    ],
)
def test_a_weekday_before_a_date_says_which_day_near_it_may_be_meant(text: str, meant: date) -> None:
    assert on_weekday(text, date(2027, 5, 1)) == meant


@pytest.mark.parametrize(
    ("typed", "kept", "shown"),
    [
        ("week 12", "2027-03-28 week 12 van 2027", "week 12 van 2027"),
        ("Q1 2027", "2027-03-31 Q1 2027", "Q1 2027"),
        ("1e kwartaal 2027", "2027-03-31 Q1 2027", "Q1 2027"),
        ("het voorjaar van 2027", "2027-05-31 voorjaar 2027", "voorjaar 2027"),
        ("winter 2027", "2028-02-29 winter 2027", "winter 2027"),
        ("in 2027", "2027-12-31 2027", "2027"),
        ("11 december 19.30 uur", "2026-12-11 19:30", "11 december 2026, 19.30 uur"),
        ("9 december, 20 uur", "2026-12-09 20:00", "9 december 2026, 20.00 uur"),
        ("9-12-2026 om 9:15", "2026-12-09 09:15", "9 december 2026, 9.15 uur"),
        ("31-1-2027", "2027-01-31", "31 januari 2027"),
    ],
)
def test_a_time_and_a_rough_date_are_kept_as_they_were_said_with_the_day(typed: str, kept: str, shown: str) -> None:
    assert dates.to_store(typed, date(2026, 11, 25)) == kept
    assert dates.day_in_words(kept) == shown
    assert dates.stored(kept) == date.fromisoformat(kept[:10])


@pytest.mark.parametrize("text", ["2027-05-31 ooit", "2027-05-30 voorjaar 2027", "2027-01-31 25:00 of zo", "week 99"])
def test_what_a_file_holds_that_is_no_day_with_a_time_or_its_period_is_no_date(text: str) -> None:
    assert dates.stored(text) is None
