"""A statistic as the row of a flat form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Context, Decimal

from bnnextract.knowledge.units import GRAMS
from bnnextract.model import Analysis, Statistic, Year
from bnnextract.writing.columns import COLUMNS as COLUMNS
from bnnextract.writing.columns import Row
from bnnextract.writing.selectors import link

# By how many digits the point of a mass moves in grams: the units are powers of ten, and no digit is lost.
_SHIFTS: Mapping[str, int] = {unit: grams.adjusted() for unit, grams in GRAMS.items()}

EXACT = Context(prec=1_000_000)
"""Arithmetic that loses no digit of any number that an article could hold."""


def row(statistic: Statistic) -> Row:
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
    return None if mass is None else EXACT.scaleb(mass, _SHIFTS[unit])


def article_row(analysis: Analysis) -> Row:
    """Give the values of ARTICLES."""
    article, source = analysis.article, analysis.article.source
    return (
        article.id,
        article.title,
        article.url,
        article.published,
        article.published_from,
        article.copy_of,
        len(analysis.statistics),
        *((source.path, source.record, source.sha256, source.encoding, source.form) if source else (None,) * 5),
    )


def check_rows(statistic: Statistic) -> Iterator[Row]:
    """Give a row of CHECKS for each flag and doubt."""
    best, office = statistic.best, statistic.office
    for kind, messages in (("flag", statistic.flags), ("doubt", statistic.doubts)):
        for message in messages:
            yield (
                best.article.id,
                statistic.id,
                office and office.name,
                year_of(statistic.year),
                statistic.indicator,
                statistic.value,
                statistic.unit,
                kind,
                message,
                best.quoted,
            )


def parts_text(parts: Mapping[str, str]) -> str:
    """Give the parts of a breakdown as one text: `kelamin=perempuan; tempat=kabupaten sleman`."""
    return "; ".join([f"{axis}={part}" for axis, part in parts.items()])


def plain(number: Decimal) -> str:
    """Give a number's digits, without an exponent."""
    return format(number, "f")


def year_of(year: Year | None) -> int | str | None:
    """Give a year as a number, and a span of years as `2015-2016`."""
    return None if year is None else year.first if year.first == year.last else str(year)
