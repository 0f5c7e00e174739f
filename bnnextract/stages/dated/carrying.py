"""The time that a segment leaves to the next one."""

from __future__ import annotations

from collections.abc import Sequence

from bnnextract.model import Year
from bnnextract.stages.dated.adjoining import bind_years, is_set_aside
from bnnextract.stages.dated.comparing import TOLD, compared, is_reason
from bnnextract.stages.dated.dating import Dating, is_untold, spoken_year, year_of
from bnnextract.stages.dated.reporting import Reporting
from bnnextract.stages.found.scenes import PlacedPeriod, Scene

# A figure rose or fell between so many years.
_TWO = 2


def carried_dating(
    scene: Scene, segment: int, report: Reporting, carried: Dating | None, context: Year | None
) -> Dating | None:
    """Give the dating that holds after a segment: that of its one year that is not compared with, else what held."""
    if scene.segments[segment].kind == "item" or not scene.periods[segment]:
        return carried
    if led := _led_to(scene, segment):
        words = scene.lowered[led.mention.span.start : led.mention.span.end]
        return Dating(led.mention.year, None, f"“{words}” earlier in the paragraph", sure=True, carried=True, since=segment)
    own = bind_years(scene, segment)
    # A year behind the only figures of a sentence, `9 kasus pada 2022`, is what follows of, too.
    bound = {period.first for period in own.values()} if own.keys() < set(scene.figures[segment]) else set()
    told = [
        p for p in scene.periods[segment]
        if p.mention.kind in TOLD and not p.mention.pattern.weak
        and (p.mention.pattern.anchor != "context" or _goes_on(scene, p)) and p.first not in bound
        and not (scene.figures[segment] and is_reason(scene, p)) and not is_set_aside(scene, p)
    ]  # fmt: skip
    # A sentence without figures that compares with a year leads over to that year's.
    leads_over = not scene.figures[segment]
    years = {
        year_of(_year_before(p, told).mention, report, spoken_year(scene, p) or context): p
        for p in told
        if leads_over or not compared(scene, p)
    }
    if len(years) == 1:
        ((year, period),) = years.items()
        if _comes_to_now(scene, period):
            return None
        words = scene.lowered[period.mention.span.start : period.mention.span.end]
        if year is not None:
            return Dating(
                year,
                period.mention.interval(year, report.until),
                f"“{words}” earlier in the paragraph",
                period.mention.year is not None or (report.told and year == report.year),
                carried=True,
                since=segment,
            )
    return None if told else carried


def _led_to(scene: Scene, segment: int) -> PlacedPeriod | None:
    """Give the later of two years to which a segment comes: `Turun dari 129 orang di 2021 menjadi 65 orang pada 2022`."""
    if len(scene.periods[segment]) < _TWO or not scene.figures[segment]:
        return None
    years = [period for period in scene.periods[segment] if period.mention.kind == "year"]
    if len(years) != _TWO:
        return None
    former, later = (period.mention.year for period in years)
    if former is None or later is None or former.last >= later.first:
        return None
    between = scene.tokens.words[years[0].last : years[1].first]
    return None if scene.vocabulary["menjadi"].isdisjoint(between) else years[1]


def _year_before(period: PlacedPeriod, told: Sequence[PlacedPeriod]) -> PlacedPeriod:
    """Give the year before months that have none, else the period: `Tahun 2015 diminta 302 pecandu, sampai Juni baru 32`."""
    if not is_untold(period):
        return period
    before = (p for p in reversed(told) if p.mention.kind == "year" and p.mention.year and p.first < period.first)
    return next(before, period)


def _goes_on(scene: Scene, period: PlacedPeriod) -> bool:
    """Tell if a period relative to a year told just before is not one before it: what follows is of that period."""
    return (period.mention.pattern.relative or 0) >= 0 and spoken_year(scene, period) is not None


def _comes_to_now(scene: Scene, period: PlacedPeriod) -> bool:
    """Tell if the sentence of a year goes on to what there is now: `Yang 2019 itu 26 gram, sekarang 12 gram`."""
    now = [p for p in scene.periods[period.segment] if p.first > period.first and p.mention.pattern.anchor == "reported"]
    return any(p.mention.pattern.weak and f.first >= p.last for p in now for f in scene.figures[period.segment])
