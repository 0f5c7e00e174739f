"""A statistic as the row of a flat form."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from bnnextract.model import Statistic, Year

COLUMNS = (
    *("article", "id", "office", "office_id", "level", "province", "year", "year_from", "year_to", "period"),
    *("indicator", "category", "parts", "noun", "value", "value_max", "unit", "bound", "target", "target_max"),
    *("achievement", "achievement_bound", "change", "change_unit", "change_from", "scope", "event", "certainty"),
    *("doubts", "flags", "speaker", "title", "published", "url", "where", "start", "end", "quote", "pattern"),
)
"""The columns of the flat forms, in their order."""


def row(statistic: Statistic) -> tuple[Any, ...]:
    """Give the values of COLUMNS."""
    best, office, year = statistic.best, statistic.office, statistic.year
    return (
        best.article.id,
        statistic.id,
        office and office.name,
        office and office.id,
        office and office.level,
        office and office.province,
        year_of(year),
        year and year.first,
        year and year.last,
        statistic.period,
        statistic.indicator,
        statistic.category,
        dict(statistic.parts),
        statistic.noun,
        statistic.value,
        statistic.value_max,
        statistic.unit,
        None if statistic.value is None else statistic.bound,
        statistic.target,
        statistic.target_max,
        statistic.achievement,
        None if statistic.achievement is None else statistic.achievement_bound,
        statistic.change,
        statistic.change_unit,
        statistic.change_from,
        statistic.scope,
        statistic.event,
        statistic.certainty,
        statistic.doubts,
        statistic.flags,
        best.speaker or next((evidence.speaker for evidence in statistic.evidence if evidence.speaker), None),
        best.article.title,
        best.article.published,
        best.article.url,
        best.where,
        best.span.start,
        best.span.end,
        best.quoted,
        best.pattern,
    )


def plain(number: Decimal) -> str:
    """Give a number's digits, without an exponent."""
    return format(number, "f")


def year_of(year: Year | None) -> int | str | None:
    """Give a year as a number, and a span of years as `2015-2016`."""
    return None if year is None else year.first if year.first == year.last else str(year)
