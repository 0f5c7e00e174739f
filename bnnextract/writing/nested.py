"""A record as the mapping of a nested form."""

from __future__ import annotations

from typing import Any

from bnnextract.model import SLOTS, Article, Evidence, Record, Statistic
from bnnextract.writing.rows import year_of
from bnnextract.writing.selectors import link, selectors


class Code(str):
    """A text that is no word: YAML has it in quotation marks even where it would do without."""

    __slots__ = ()


def record_fields(record: Record, *, selecting: bool = False) -> dict[str, Any]:
    """Give a record's fields that have a value, with its statistics and their evidence, as the nested forms have them.

    With `selecting` each piece of evidence has its selectors, too.
    """
    office = record.office
    return _present(
        office=office and office.name,
        office_id=office and Code(office.id),
        level=office and office.level,
        province=office and office.province,
        year=year_of(record.year),
        statistics=tuple(_statistic(statistic, selecting=selecting) for statistic in record.statistics),
    )


def _statistic(statistic: Statistic, *, selecting: bool) -> dict[str, Any]:
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
        evidence=tuple(_evidence(evidence, selecting=selecting) for evidence in statistic.evidence),
    )


def _evidence(evidence: Evidence, *, selecting: bool) -> dict[str, Any]:
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
        link=link(article, evidence),
        copies=tuple(map(_copy, evidence.copies)) or None,
        selectors=selectors(evidence) if selecting else None,
    )


def _copy(article: Article) -> dict[str, Any]:
    return _present(article=article.id, url=article.url, published=article.published)


def _present(**fields: Any) -> dict[str, Any]:
    """Give the fields that have a value."""
    return {key: value for key, value in fields.items() if value is not None}
