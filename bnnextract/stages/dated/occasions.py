"""Figures of what is told as news, or that answer a question, to their years."""

from __future__ import annotations

from bnnextract.model import Year
from bnnextract.stages.dated.comparing import TOLD, compared
from bnnextract.stages.dated.dating import Dating, year_of
from bnnextract.stages.dated.reporting import Reporting
from bnnextract.stages.found.scenes import Figure, PlacedPeriod, Scene


def dating_of_day(scene: Scene, figure: Figure, report: Reporting) -> Dating | None:
    """Give the year of the day told with an occurrence, or last before it in its paragraph.

    One without a year is the last such day: `menyita 4 gram sabu, Kamis (27/1)`.
    """
    paragraph = scene.segments[figure.segment].paragraph
    for segment in range(figure.segment, -1, -1):
        if scene.segments[segment].paragraph != paragraph:
            return None
        days = [p for p in scene.periods[segment] if p.mention.kind == "day" and p.mention.month]
        before = [day for day in days if day.first < figure.first]
        if days and (before or segment == figure.segment):
            told = (before[-1] if before else days[0]).mention
            ahead = told.month and report.month and told.month > report.month
            year = told.year or (Year(last, last) if (last := (report.written or 0) - bool(ahead)) > 0 else None)
            words = scene.lowered[told.span.start : told.span.end]
            return Dating(year, None, f"“{words}”, the day of it", sure=told.year is not None) if year else None
    return None


def dating_of_news(report: Reporting) -> Dating | None:
    """Give the year of writing, for what an article tells as news."""
    if report.written is None:
        return None
    return Dating(Year(report.written, report.written), None, "the year in which it is news", sure=False)


def asked_dating(scene: Scene, index: int, report: Reporting, context: Year | None) -> Dating | None:
    """Give the dating of a paragraph, begun by a segment, that answers a question for a year: `Target tahun depan?`."""
    asked = index - 1
    if asked < 0 or not scene.text[: scene.segments[asked].end].endswith("?"):
        return None
    paragraph = scene.segments[asked].paragraph
    told: list[PlacedPeriod] = []
    while asked >= 0 and scene.segments[asked].paragraph == paragraph:
        if scene.figures[asked]:
            return None
        told += [p for p in scene.periods[asked] if p.mention.kind in TOLD and not p.mention.pattern.weak]
        asked -= 1
    if len(told) != 1 or compared(scene, told[0]) or (year := year_of(told[0].mention, report, context)) is None:
        return None
    words = scene.lowered[told[0].mention.span.start : told[0].mention.span.end]
    sure = told[0].mention.year is not None
    return Dating(
        year, told[0].mention.interval(year, report.until), f"“{words}” in the question", sure, carried=True, since=index
    )
