"""Text to periods: every date, month, year and relative year of a text."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from operator import methodcaller

import regex

from bnnextract.frozen import frozen
from bnnextract.knowledge.patterns import Expression
from bnnextract.knowledge.periods import PeriodBook, PeriodKind, PeriodPattern
from bnnextract.model import Span, Year
from bnnextract.tokens import Tokens

# How far a period may reach on both sides of its year, month or word.
_BEFORE, _AFTER = 60, 50
# So many days later ends what is no one occasion any more.
_LONG = 10
_DECEMBER = 12
# Behind a month: it is that of writing.
_THIS = " ini"
# The last day of what is counted up to `awal Oktober`, `pertengahan Oktober`, `pekan kedua Oktober`.
_PARTLY = {"early": 10, "middle": 15, "week1": 7, "week2": 14, "week3": 21}


@frozen()
class PeriodMention:
    """A period as told: its place, the pattern that found it, and what of it is known.

    `year` is None where the text leaves it to the reader (`28/12`, `tahun ini`). `first` and `last` are (month, day) of an
    interval, `last` None for its open parts; `of_month` is the day in the `month` of one day. `since` is the first of several
    years, of which the last is left to the reader: `sejak 2019 hingga kini`. `running` tells that the last month is the one
    of writing: `sampai Juni ini`.
    """

    span: Span
    pattern: PeriodPattern
    year: Year | None
    first: tuple[int, int] | None = None
    last: tuple[int, int] | None = None
    day: date | None = None
    month: int | None = None
    of_month: int | None = None
    since: int | None = None
    running: bool = False

    @property
    def kind(self) -> PeriodKind:
        """What kind of period it is; so many days are a stretch of time like months."""
        return "interval" if self.pattern.kind == "day" and self.last is not None else self.pattern.kind

    def interval(self, year: Year, until: date | None = None) -> str | None:
        """Give the ISO interval, in a year decided elsewhere where the text has none; None for whole years.

        What began in some month and is not told to have ended lasts `until` the day of writing: `sejak Maret`. So does what
        is told up to a later day of that month: `sampai awal Juni`, on 7 June; and what lasts to a month that is `running`.
        """
        last = self.last
        if until is not None and until.year == year.last:
            if last is None:
                last = (until.month, until.day if until.month < _DECEMBER else 0)
            elif last[0] == until.month and (last[1] > until.day or (self.running and not last[1] and last[0] < _DECEMBER)):
                last = (until.month, until.day)
        if self.first is None or last is None:
            return None
        month, day = last
        try:
            start = date(year.first, *self.first)
            end = date(year.last, month, day or calendar.monthrange(year.last, month)[1])
        except ValueError:
            return None
        if start > end or (self.first == (1, 1) and (end.month, end.day) == (12, 31)):
            return None
        return f"{start.isoformat()}/{end.isoformat()}"


def find_periods(lowered: str, tokens: Tokens, book: PeriodBook) -> tuple[PeriodMention, ...]:
    """Find the periods of a lower-cased text, in order and apart; where two overlap the earlier pattern holds.

    `tokens` are the words of the text.
    """
    taken = bytearray(len(lowered))
    found: list[PeriodMention] = []
    windows = _windows(lowered, tokens, book)
    for first, last, told in windows:
        near = frozenset(tokens.words[tokens.index(first) : tokens.index(last)])
        for entry, pattern in _possible(book, frozenset(told)):
            if entry.needs and near.isdisjoint(entry.needs):
                continue
            for match in pattern.finditer(lowered, first, last):
                start, end = match.span()
                if start < end and taken.find(1, start, end) < 0:
                    taken[start:end] = b"\1" * (end - start)
                    found.append(_mention(match, entry, book))
    return tuple(_with_same_months(sorted(found, key=lambda mention: mention.span)))


@lru_cache(maxsize=1024)
def _possible(book: PeriodBook, told: frozenset[str]) -> tuple[tuple[PeriodPattern, Expression], ...]:
    """Give the patterns, in their order, that a stretch may have which holds years, months, strokes and words as `told`."""
    return tuple(
        (entry, pattern)
        for entry, pattern, anchor in zip(book.entries, book.patterns, book.anchors, strict=True)
        if (anchor is None or anchor in told) and (not entry.words or not told.isdisjoint(entry.words))
    )


def _with_same_months(mentions: Sequence[PeriodMention]) -> Iterator[PeriodMention]:
    """Give periods those months of a former year that were told last: `Januari-Mei 2023 … periode yang sama tahun 2022`."""
    last: PeriodMention | None = None
    for mention in mentions:
        whole = mention.kind == "year" and mention.year is not None
        if (mention.first is not None and mention.last is not None) or whole:
            last = mention
        yield replace(mention, first=last.first, last=last.last) if mention.pattern.same and last is not None else mention


def _windows(lowered: str, tokens: Tokens, book: PeriodBook) -> list[tuple[int, int, set[str]]]:
    """Give the stretches that may hold a period: those around what every period has some of, with what it is.

    A year, a month and a stroke are told by their kind, words by themselves.
    """
    windows: list[tuple[int, int, set[str]]] = []
    near = (*book.digits.finditer(lowered), *tokens.matches(book.words, lowered, book.leading))
    for match in sorted(near, key=methodcaller("start")):
        told = match[0]
        anchor = "year" if told.isdigit() else "month" if told in book.months else "stroke" if told.endswith("/") else told
        first, last = max(0, match.start() - _BEFORE), min(len(lowered), match.end() + _AFTER)
        if windows and first <= windows[-1][1]:
            start, _, anchors = windows[-1]
            anchors.add(anchor)
            windows[-1] = start, last, anchors
        else:
            windows.append((first, last, {anchor}))
    return windows


def _mention(match: re.Match[str] | regex.Match[str], entry: PeriodPattern, book: PeriodBook) -> PeriodMention:
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
    of_day = number("month", "month_number") if entry.kind == "day" else None
    if "half" in parts:
        half = book.halves[parts["half"]]
        first, last = (6 * half - 5, 1), (6 * half, 0)
    elif "quarter" in parts:
        quarter = book.quarters[parts["quarter"]]
        first, last = (1 if entry.kind == "upto" else 3 * quarter - 2, 1), (3 * quarter, 0)
    elif entry.kind == "day" and (first_day := number("from_day")) and (last_day := number("to_day")):
        if last_day - first_day >= _LONG and (month := number("to_month")):
            first, last = (month, first_day), (month, last_day)
    elif "count" in parts:
        first, last = (1, 1), (book.counts[parts["count"]], 0)
    elif entry.kind == "day":
        day = _date(last_year, of_day, number("day"))
    elif month := number("to_month", "month"):
        from_month = number("from_month") or (1 if entry.kind == "upto" or "from_year" in parts else month)
        to_day = number("to_day") or next((day for part, day in _PARTLY.items() if part in parts), 0)
        first, last = (from_month, number("from_day") or 1), (month, to_day)
    elif month := number("from_month"):
        first = month, 1
    since = first_year if entry.relative is not None and year is None else None
    running = last is not None and year is None and match.string.startswith(_THIS, match.end())
    of_month = number("day") if of_day else None
    return PeriodMention(Span(*match.span()), entry, year, first, last, day, of_day, of_month, since, running)


def _date(year: int | None, month: int | None, day: int | None) -> date | None:
    if not year or not month or not day:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
