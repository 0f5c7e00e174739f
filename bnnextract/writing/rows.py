"""A statistic as the row of a flat form."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Context, Decimal
from typing import Any

from bnnextract.knowledge.units import GRAMS
from bnnextract.model import Statistic, Year
from bnnextract.writing.columns import COLUMNS as COLUMNS
from bnnextract.writing.selectors import link

# By how many digits the point of a mass moves in grams: the units are powers of ten, and no digit is lost.
_SHIFTS: Mapping[str, int] = {unit: grams.adjusted() for unit, grams in GRAMS.items()}
_EXACT = Context(prec=1_000_000)


def row(statistic: Statistic) -> tuple[Any, ...]:
    """Give the values of COLUMNS."""
    best, office, year = statistic.best, statistic.office, statistic.year
    article, unit = best.article, statistic.unit
    return (
        article.id,
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
        unit,
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
        article.title,
        article.published,
        article.url,
        best.where,
        best.span.start,
        best.span.end,
        best.quoted,
        best.pattern,
        in_grams(statistic.value, unit) if unit in _SHIFTS else None,
        statistic.value if unit == "rupiah" else None,
        link(article, best),
        article.copy_of,
    )


def in_grams(mass: Decimal | None, unit: str) -> Decimal | None:
    """Give a mass in grams, to the digit; raises KeyError for what is no unit of mass."""
    return None if mass is None else _EXACT.scaleb(mass, _SHIFTS[unit])


def plain(number: Decimal) -> str:
    """Give a number's digits, without an exponent."""
    return format(number, "f")


def year_of(year: Year | None) -> int | str | None:
    """Give a year as a number, and a span of years as `2015-2016`."""
    return None if year is None else year.first if year.first == year.last else str(year)
