"""Days of publication: as scrapers write them in a field, as an article states them, as a URL holds them.

All is decided by what is written: no clock is asked, so that the same input gives the same day in any year, and a date
that lacks its day, month or year is no date. Where digits alone tell, the day stands before the month, as Indonesia
writes it. A date is taken as it stands there, whatever the time zone behind it; an epoch time, in which no day is
written, is the day that it was in Jakarta.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from functools import cache, lru_cache

from bnnextract.edition import shipped
from bnnextract.knowledge.months import load_months

_YEARS = range(1999, 2101)  # the agency's forerunner was founded in 1999
_JAKARTA = timedelta(hours=7)
_FIELD = 200  # signs of a field that are looked at: a date stands at its beginning, if anywhere

_NAME = r"(?P<month>[a-z]{3,9})"
_WRITTEN = tuple(
    re.compile(rf"(?<![\d.,/-]){form}(?!\d|[-/]\d)", re.IGNORECASE)
    for form in (
        r"(?P<year>\d{4})(?P<sign>[-/.])(?P<month>\d\d?)(?P=sign)(?P<day>\d\d?)",  # 2021-12-28
        r"(?P<day>\d\d?)(?P<sign>[-/.])(?P<month>\d\d?)(?P=sign)(?P<year>\d{4})",  # 28/12/2021, 28.12.2021
        r"(?P<day>\d\d?)/(?P<month>\d\d?)/(?P<year>\d\d)",  # 28/12/21
        rf"(?P<day>\d\d?)-{_NAME}-(?P<year>\d\d)",  # 28-Dec-21, as Excel writes it
        rf"(?P<day>\d\d?)[\s.+-]*{_NAME}\.?,?[\s+-]*(?P<year>\d{{4}})",  # 28 Desember 2021, 28-Dec-2021
        rf"(?<!\w){_NAME}\.?\s+(?P<day>\d\d?)(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})",  # Dec. 28th, 2021
    )
)
_COMPACT = re.compile(r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)(?:[T ]?\d{4}(?:\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?")
_EPOCH = re.compile(r"(?P<seconds>\d{9,10})(?:\d{3})?(?:\.\d+)?")


def parse_date(text: str) -> date | None:
    """Give the day of a scraper's field, the first that stands in it; None where no full date does.

    Read are ISO dates and times, also without their signs (`20211228T140500Z`), those of e-mail (RFC 2822), seconds and
    milliseconds since 1970, and what pages show: `28/12/2021`, `Selasa, 28 Desember 2021 | 14:05 WIB`, `28 Des 2021`.
    None are `3 hari lalu`, `28/12` and `September 2020`, and a day before 1999 or after 2100.
    """
    field = text[:_FIELD].strip()
    if (compact := _COMPACT.fullmatch(field)) and (day := _day_of(compact)):
        return day
    if epoch := _EPOCH.fullmatch(field):
        return _plausible((datetime.fromtimestamp(int(epoch["seconds"]), UTC) + _JAKARTA).date())
    matches = (match for form in _WRITTEN for match in form.finditer(field))
    days = map(_day_of, sorted(matches, key=lambda match: match.start()))
    return next(filter(None, days), None)


_WEEKDAY = r"(?P<weekday>(?i:senin|selasa|rabu|kamis|jum['’`]?at|sabtu|minggu|ahad)\b,?\s*)"
_DAY = r"\(?(?P<date>\d{4}-\d\d?-\d\d?|\d\d?(?P<sign>[-/.])\d\d?(?P=sign)\d{2,4}|\d\d?\s[A-Za-z]{3,9}\.?\s\d{4})\)?"
_CLOCK = r"(?P<clock>[\s,|/–—-]*(?i:pukul|jam)?\s*\d\d?[.:]\d\d(?:[.:]\d\d)?(?:\s*WI(?:B|TA|T)\b)?)"
_LABEL = r"(?i:(?:di)?(?:terbit|publikasi|posting|unggah|tayang|rilis|muat)(?:kan)?|published|posted)"
_STATED = re.compile(
    rf"\W*(?:{_LABEL}\b(?:\s(?:pada|tanggal|on))?\s*[:|–—-]?\s*"
    r"|(?P<byline>[^.!?]{1,60}?[|•·–—-]\s*)"
    r"|[A-Z][\w/.' ]{1,40},\s*)?"
    rf"{_WEEKDAY}?{_DAY}{_CLOCK}?\W*"
)
_DATELINE = re.compile(rf"\W*(?=[A-Z])(?:[\w/.' ]{{1,40}}(?:[,|–—-]|(?=\())\s*){{1,3}}{_WEEKDAY}?{_DAY}\s*[-–—:]\s*\S")
_LEAD = re.compile(rf"(?<!\w){_WEEKDAY}(?=\(){_DAY}")
_HEAD, _FOOT, _SHORT, _BEGINNING = 4, 3, 120, 160  # lines, lines, signs, signs


def dateline_date(text: str) -> date | None:
    """Give the day of publication that an article states at its head or foot; None where it states none.

    In this order: a line that holds nothing else (`Diterbitkan: 28/12/2021`, `Selasa, 28 Desember 2021 14:05 WIB`, with
    the writer or the place before it), a dateline (`JAKARTA, 28 Desember 2021 - ...`), and a weekday with its date in
    brackets in the first lines (`..., Selasa (28/12/2021)`): the day of the news, and of the paper or the day before.
    """
    lines = [line.strip() for line in text.splitlines() if line and not line.isspace()]
    head = lines[:_HEAD]
    foot = lines[max(_HEAD, len(lines) - _FOOT) :]
    stated = (_STATED.fullmatch(line) for line in [*head, *foot] if len(line) <= _SHORT)
    datelines = (_DATELINE.match(line[:_BEGINNING]) for line in head)
    leads = (_LEAD.search(line) for line in head)
    for found in (filter(_is_statement, filter(None, stated)), filter(None, datelines), filter(None, leads)):
        for match in found:
            if day := parse_date(match["date"]):
                return day
    return None


def _is_statement(line: re.Match[str]) -> bool:
    """Tell a byline with its date from a headline that ends in one: it has the weekday or the time too."""
    return line["byline"] is None or line["weekday"] is not None or line["clock"] is not None


_SEGMENTS = tuple(
    re.compile(form)
    for form in (
        r"/(?P<year>\d{4})/(?P<month>\d\d?)/(?P<day>\d\d?)(?!\d)",
        r"(?<=[/_-])(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)",
        r"(?<=[/_-])(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)(?:\d{4}|\d{6})?(?!\d)",
        r"(?<=[/_-])(?P<day>\d\d)(?P<month>\d\d)(?P<year>\d{4})(?!\d)",
    )
)


def url_date(url: str) -> date | None:
    """Give the day that a URL's path holds: `/2021/12/28/`, `/2021-12-28-`, `/20211228`, `/20211228140500-`, `-28122021`.

    None where it holds none, or two in one form.
    """
    path = re.split("[?#]", url, maxsplit=1)[0]
    for form in _SEGMENTS:
        days = {day for match in form.finditer(path) if (day := _day_of(match))}
        if days:
            return days.pop() if len(days) == 1 else None
    return None


def _day_of(match: re.Match[str]) -> date | None:
    """Give the day of a match of day, month and year; None where the calendar has no such day."""
    month = int(match["month"]) if match["month"].isdecimal() else _month(match["month"].lower())
    year = match["year"] if len(match["year"]) == 4 else f"20{match['year']}"
    try:
        return _plausible(date(int(year), month or 0, int(match["day"])))
    except ValueError:
        return None


def _plausible(day: date) -> date | None:
    return day if day.year in _YEARS else None


@lru_cache(maxsize=1024)
def _month(name: str) -> int | None:
    """Give the month of an Indonesian or English name, also an old or a short one; None for another word."""
    if name in (known := _months()):
        return known[name]
    # The library is loaded for a name that the patterns lack alone, and asked for each once: loading costs 0.15 s.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import dateparser

        found = dateparser.parse(
            f"1 {name} 2000",
            languages=["id", "en"],
            settings={
                "DATE_ORDER": "DMY",
                "PARSERS": ["absolute-time"],
                "RELATIVE_BASE": datetime(2000, 1, 1),
                "REQUIRE_PARTS": ["day", "month", "year"],
            },
        )
    return found.month if found else None


@cache
def _months() -> Mapping[str, int]:
    # In flowing text Agus is a man.
    return {**load_months((shipped(),)), "agus": 8}
