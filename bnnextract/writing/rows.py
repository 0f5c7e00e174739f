"""A statistic as the row of a flat form, and a record as the mapping of a nested one."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from bnnextract.model import SLOTS, Evidence, Record, Statistic, Year

COLUMNS = (
    *("article", "id", "office", "office_id", "level", "province", "year", "year_from", "year_to", "period"),
    *("indicator", "category", "parts", "noun", "value", "value_max", "unit", "bound", "target", "target_max"),
    *("achievement", "achievement_bound", "change", "change_unit", "change_from", "scope", "event", "certainty"),
    *("doubts", "flags", "speaker", "title", "published", "url", "where", "start", "end", "quote", "pattern"),
)
"""The columns of the flat forms, in their order."""


class Code(str):
    """A text that is no word: YAML has it in quotation marks even where it would do without."""

    __slots__ = ()


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


def record_fields(record: Record) -> dict[str, Any]:
    """Give a record's fields that have a value, with its statistics and their evidence, as the nested forms have them."""
    office = record.office
    return _present(
        office=office and office.name,
        office_id=office and Code(office.id),
        level=office and office.level,
        province=office and office.province,
        year=year_of(record.year),
        statistics=tuple(map(_statistic, record.statistics)),
    )


def _statistic(statistic: Statistic) -> dict[str, Any]:
    return _present(
        id=Code(statistic.id),
        indicator=statistic.indicator,
        category=statistic.category,
        parts=dict(statistic.parts) or None,
        noun=statistic.noun,
        value=statistic.value,
        value_max=statistic.value_max,
        unit=statistic.unit,
        bound=None if statistic.bound == "exact" else statistic.bound,
        target=statistic.target,
        target_max=statistic.target_max,
        achievement=statistic.achievement,
        achievement_bound=None if statistic.achievement_bound == "exact" else statistic.achievement_bound,
        change=statistic.change,
        change_unit=statistic.change_unit,
        change_from=statistic.change_from,
        scope=statistic.scope,
        period=statistic.period,
        event=statistic.event or None,
        certainty=statistic.certainty,
        doubts=statistic.doubts or None,
        flags=statistic.flags or None,
        evidence=tuple(map(_evidence, statistic.evidence)),
    )


def _evidence(evidence: Evidence) -> dict[str, Any]:
    article = evidence.article
    return _present(
        article=article.id,
        title=article.title,
        url=article.url,
        published=article.published,
        where=None if evidence.where == "text" else evidence.where,
        quote=evidence.quoted,
        spans={slot: tuple(evidence.spans[slot]) for slot in SLOTS if slot in evidence.spans},
        speaker=evidence.speaker,
        pattern=evidence.pattern,
    )


def _present(**fields: Any) -> dict[str, Any]:
    """Give the fields that have a value."""
    return {key: value for key, value in fields.items() if value is not None}


def plain(number: Decimal) -> str:
    """Give a number's digits, without an exponent."""
    return format(number, "f")


def year_of(year: Year | None) -> int | str | None:
    """Give a year as a number, and a span of years as `2015-2016`."""
    return None if year is None else year.first if year.first == year.last else str(year)
