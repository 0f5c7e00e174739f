"""Text to periods: every date, month, year and relative year of a text."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import regex

from bnnextract.knowledge.periods import PeriodBook, PeriodKind, PeriodPattern
from bnnextract.model import Span, Year


@dataclass(frozen=True, slots=True)
class PeriodMention:
    """A period as told: its place, the pattern that found it, and what of it is known.

    `year` is None where the text leaves it to the reader (`28/12`, `tahun ini`). `first` and `last` are (month, day) of an
    interval, `last` None for its open parts. `relative` is the offset in years to the year of `anchor`.
    """

    span: Span
    pattern: PeriodPattern
    year: Year | None
    first: tuple[int, int] | None = None
    last: tuple[int, int] | None = None
    day: date | None = None

    @property
    def kind(self) -> PeriodKind:
        """What kind of period it is."""
        return self.pattern.kind

    def interval(self, year: Year) -> str | None:
        """Give the ISO interval, in a year decided elsewhere where the text has none; None for whole years."""
        if self.first is None or self.last is None:
            return None
        month, day = self.last
        try:
            start = date(year.first, *self.first)
            end = date(year.last, month, day or calendar.monthrange(year.last, month)[1])
        except ValueError:
            return None
        if start > end or (self.first == (1, 1) and (end.month, end.day) == (12, 31)):
            return None
        return f"{start.isoformat()}/{end.isoformat()}"


def find_periods(lowered: str, book: PeriodBook) -> tuple[PeriodMention, ...]:
    """Find the periods of a lower-cased text, in order and apart; where two overlap the earlier pattern holds."""
    taken = bytearray(len(lowered))
    found: list[PeriodMention] = []
    for entry, pattern in zip(book.entries, book.patterns, strict=True):
        for match in pattern.finditer(lowered):
            start, end = match.span()
            if start < end and not any(taken[start:end]):
                taken[start:end] = b"\1" * (end - start)
                found.append(_mention(match, entry, book))
    return tuple(sorted(found, key=lambda mention: mention.span))


def _mention(match: regex.Match[str], entry: PeriodPattern, book: PeriodBook) -> PeriodMention:
    parts = {name: text for name, text in match.groupdict().items() if text is not None}

    def number(*names: str) -> int | None:
        text = next((parts[name] for name in names if name in parts), None)
        if text is None:
            return None
        return int(text) if text.isdigit() else book.months[text.rstrip(".")]

    last_year = number("to_year", "year")
    first_year = number("from_year", "year", "to_year")
    year = Year(min(first_year, last_year), last_year) if first_year and last_year else None
    first = last = None
    day: date | None = None
    if "half" in parts:
        half = book.halves[parts["half"]]
        first, last = (6 * half - 5, 1), (6 * half, 0)
    elif "quarter" in parts:
        quarter = book.quarters[parts["quarter"]]
        first, last = (3 * quarter - 2, 1), (3 * quarter, 0)
    elif entry.kind == "day":
        month, of_month = number("month", "month_number"), number("day")
        day = _date(last_year, month, of_month)
    elif month := number("to_month", "month"):
        from_month = number("from_month") or (1 if entry.kind == "upto" or "from_year" in parts else month)
        first, last = (from_month, number("from_day") or 1), (month, number("to_day") or 0)
    return PeriodMention(Span(*match.span()), entry, year, first, last, day)


def _date(year: int | None, month: int | None, day: int | None) -> date | None:
    if not year or not month or not day:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def report_year(
    text_periods: Sequence[PeriodMention], title_periods: Sequence[PeriodMention], published: date | None
) -> tuple[Year | None, int | None, str]:
    """Tell the article's year of report and the year it was written in, with the reason.

    The year of writing is that of the publication date, else of the latest full date told, else the latest year. The year
    of report is the first plain year told of (title first) that is not after it; else the year of writing itself.
    """
    days = [mention.year.last for mention in (*text_periods, *title_periods) if mention.kind == "day" and mention.year]
    told = [m for m in (*title_periods, *text_periods) if m.kind in {"year", "interval", "upto"}]
    years = [mention.year for mention in told if mention.year]
    written = published.year if published else max(days, default=None) or max((y.last for y in years), default=None)
    for mention in told:
        if mention.year and mention.year.first == mention.year.last and (not written or mention.year.last <= written):
            return mention.year, written, "year told of first in the text"
        if mention.pattern.relative is not None and mention.pattern.anchor == "report" and not mention.pattern.weak and written:
            if mention.pattern.relative <= 0:
                year = written + mention.pattern.relative
                return Year(year, year), written, "relative to the year of writing"
    if written is None:
        return None, None, "no year in the text and no publication date"
    return Year(written, written), written, "year from the publication date" if published else "year of the date told"
