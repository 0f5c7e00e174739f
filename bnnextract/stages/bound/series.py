"""Rows of numbers to as many years told beside them: `pada 2019, 2020 dan 2021 berturut-turut 88, 102 dan 131 orang`."""

from __future__ import annotations

from collections.abc import Sequence

from bnnextract.model import Year
from bnnextract.stages.found.scenes import Figure, PlacedPeriod, Scene

# Of a longer span nobody tells every year.
_LONGEST = 12
# How many words may stand between a row and the years behind it.
_BEHIND = 2

YearTold = tuple[Year, PlacedPeriod]


def years_told(scene: Scene, segment: int, start: int, end: int) -> tuple[YearTold, ...]:
    """Give the several years told in a stretch of tokens, one by one: those listed, else those of the only span."""
    told = [(p.mention.year, p) for p in scene.periods[segment] if start <= p.first < end and p.mention.year]
    if len(told) > 1:
        return tuple(told)
    return tuple((Year(one, one), period) for year, period in told for one in _years(year) if year.first < year.last)


def years_of_row(scene: Scene, row: Sequence[Figure]) -> tuple[YearTold, ...]:
    """Give the years of a row of numbers in order: as many as it has, all of them before it, or right behind."""
    segment = row[0].segment
    if len(row) < 2 or any(row[0].first < period.first < row[-1].first for period in scene.periods[segment]):
        return ()
    first, last = scene.bounds[segment]
    taken = [other for other in scene.figures[segment] if other not in row]
    start = max((other.last for other in taken if other.last <= row[0].first), default=first)
    end = min((other.first for other in taken if other.first >= row[-1].last), default=last)
    behind = next((p.first for p in scene.periods[segment] if p.first >= row[-1].last), last)
    near = behind - row[-1].last <= _BEHIND
    for years in (
        years_told(scene, segment, start, row[0].first),
        years_told(scene, segment, row[-1].last, end) if near else (),
    ):
        single = all(year.first == year.last for year, _ in years)
        if single and len(years) == len(row) == len({year.first for year, _ in years}):
            return years
    return ()


def _years(year: Year) -> range:
    return range(year.first, min(year.last, year.first + _LONGEST) + 1)
