"""Figures to years, by discourse: the same clause or sentence, the heading, the paragraph, the article's year of report."""

from __future__ import annotations

from collections.abc import Mapping

from bnnextract.frozen import frozen
from bnnextract.model import Year
from bnnextract.stages.dated.adjoining import given_for, is_set_aside, only_year, year_of_months_before
from bnnextract.stages.dated.comparing import (
    TOLD,
    compared,
    compared_aside,
    compared_before,
    is_reason,
    led_from,
    opens,
    rises_from,
    told_against,
)
from bnnextract.stages.dated.headed import times_over, untold_time
from bnnextract.stages.dated.reporting import Reporting
from bnnextract.stages.found.periods import PeriodMention
from bnnextract.stages.found.scenes import Figure, PlacedPeriod, Scene

# How far before a figure the word stands that tells that it is of what there is.
_ALREADY_REACH = 8
# Within how many words behind a figure it is told what was done with what it counts.
_CLAUSE_REACH = 2
# Between some and the group that they are of.
_OF = "dari"
# A year this near before a figure is that figure's.
_LEADS = 5


@frozen()
class Dating:
    """The year of a figure with the reason; `period` where narrower.

    `sure` where it is written by the figure or nearest before, `carried` where that was earlier in the paragraph, in the
    segment `since`.
    """

    year: Year | None
    period: str | None
    reason: str
    sure: bool
    mention: PlacedPeriod | None = None
    carried: bool = False
    since: int = 0


def year_of(mention: PeriodMention, report: Reporting, context: Year | None) -> Year | None:
    """Give the year of a mention, that of a relative one by the year it is relative to."""
    if mention.year is not None:
        return mention.year
    offset = mention.pattern.relative
    if offset is None:
        return report.year if mention.first is not None else None
    if mention.pattern.anchor == "context":
        spoken = context or report.year
        if offset == 0:
            return spoken
        base = spoken.last if spoken else None
    elif report.told and report.year is not None and report.in_arrears:
        # `tahun ini` in a release of January about the year before is the year reported on, `tahun lalu` the one before
        # that unless it is itself what is reported on; then `tahun ini` is the one of writing.
        past = offset == -1 and report.written == report.year.last + 1
        as_seen = past or (report.as_past and mention.pattern.anchor == "report")
        base = report.written if as_seen else report.year.last
    else:
        base = report.written
    return Year(mention.since or base + offset, base + offset) if base else None


def date_figure(
    scene: Scene,
    figure: Figure,
    report: Reporting,
    carried: Dating | None,
    context: Year | None,
    bound: Mapping[Figure, PlacedPeriod],
    counted: Year | None = None,
    *,
    change: bool = False,
) -> Dating:
    """Decide the year of a figure.

    `carried` is the dating of the paragraph so far, `context` the year last spoken of, `bound` the years that are figures'
    own, `counted` that of the figure told before, which `tahun sebelumnya` goes back from.
    A `change` is one of the year that it led to, not of the one compared with.
    """
    nearest = bound.get(figure) or _nearest_period(scene, figure, {period.first for period in bound.values()})
    if change and nearest is not None and told_against(scene, nearest):
        # `Pada 2020 turun 20 persen dari 50 kasus di 2019`: what it is compared with has that year.
        nearest = _nearest_period(scene, figure, {period.first for period in bound.values()})
        nearest = None if nearest is None or told_against(scene, nearest) else nearest
    if nearest is not None and _that_time(nearest) and not spoken_year(scene, nearest):
        nearest = _nearest_period(scene, figure, {nearest.first, *(period.first for period in bound.values())})
    if nearest is not None and nearest.mention.pattern.anchor == "context":
        back = (nearest.mention.pattern.relative or 0) < 0
        context = (counted if back else None) or spoken_year(scene, nearest) or context
    if nearest is not None and (year := _year_beside(scene, nearest, report, context, carried)) is not None:
        words = scene.lowered[nearest.mention.span.start : nearest.mention.span.end]
        return Dating(
            year,
            nearest.mention.interval(year, report.until),
            f"“{words}” in the sentence",
            nearest.mention.year is not None or (report.told and year == report.year),
            nearest,
        )
    if nearest is None and (untold := untold_time(scene, figure)):
        words = scene.lowered[untold.mention.span.start : untold.mention.span.end]
        return Dating(None, None, f"“{words}” tells no year", sure=False)
    if (behind := _dating_behind(scene, figure)) is not None:
        return behind
    head = _head_dating(scene, figure, report, context)
    if head is not None and scene.segments[figure.segment].kind == "item":
        return head
    if head is not None and _is_ahead(head, report) and not _opens_section(scene, figure):
        head = None  # not all of what stands below `Target Tahun Depan` is planned
    if (beside := _year_of_group(scene, figure)) is not None:
        words = scene.lowered[beside.mention.span.start : beside.mention.span.end]
        return Dating(beside.mention.year, None, f"“{words}” by another figure of the sentence", sure=True, mention=beside)
    if carried is not None and not _is_there_already(scene, figure, carried, report):
        return carried
    if head is None and (past := _dating_of_past_day(scene, figure, report)):
        return past
    if head is None and (other := compared_before(scene, figure)):
        words = scene.lowered[other.mention.span.start : other.mention.span.end]
        if rises_from(scene, figure) or (
            other.mention.year is not None and counted == other.mention.year and opens(scene, other)
        ):
            return Dating(year_of(other.mention, report, context), None, f"“{words}”, compared with before it", sure=False)
        return Dating(report.year, report.period, f"{report.reason}, but a sentence before compares with {words}", sure=False)
    if head is None and not report.in_arrears and report.written and _is_had(scene, figure):
        return Dating(Year(report.written, report.written), None, "what there is as it is written", sure=False)
    if head is None and not report.told and (only := only_year(scene, figure)):
        words = scene.lowered[only.mention.span.start : only.mention.span.end]
        return Dating(only.mention.year, None, f"“{words}” by another figure of the sentence", sure=False, mention=only)
    return head or Dating(report.year, report.period, report.reason, report.told)


def _year_of_group(scene: Scene, figure: Figure) -> PlacedPeriod | None:
    """Give the year of the group of which a figure tells some: `Dari 30 tersangka tahun 2024, sebanyak 13 orang …`."""
    told = [p for p in scene.periods[figure.segment] if p.mention.kind == "year" and p.last <= figure.first]
    if not told or told[-1].mention.year is None:
        return None
    words = scene.tokens.words
    return told[-1] if words[scene.bounds[figure.segment][0]] == _OF and words[told[-1].last] == "," else None


def _dating_behind(scene: Scene, figure: Figure) -> Dating | None:
    """Give the year that the sentence behind a figure's says its data to be of: `Pemakainya 51.519 orang. Itu data 2015`."""
    after = figure.segment + 1
    if after == len(scene.segments) or not scene.periods[after]:
        return None
    told = scene.periods[after][0]
    if told.mention.kind not in TOLD or told.mention.year is None:
        return None
    between = scene.tokens.words[scene.bounds[after][0] : told.first]
    if scene.vocabulary["penunjuk"].isdisjoint(between) or not scene.vocabulary["adalah_data"].issuperset(between):
        return None
    words = scene.lowered[told.mention.span.start : told.mention.span.end]
    return Dating(told.mention.year, told.mention.interval(told.mention.year), f"“{words}”, told behind it", sure=True)


def _is_ahead(dating: Dating, report: Reporting) -> bool:
    """Tell if a dating is of a year to come."""
    return dating.year is not None and report.written is not None and dating.year.first > report.written


def _opens_section(scene: Scene, figure: Figure) -> bool:
    """Tell if a figure stands in the paragraph right below its heading, which is on what is to come: `Rencana 2024`."""
    segment = scene.segments[figure.segment]
    if segment.head is None or segment.paragraph - scene.segments[segment.head].paragraph != 1:
        return False
    return not scene.vocabulary["direncanakan_tahun"].isdisjoint(scene.tokens.words[slice(*scene.bounds[segment.head])])


def _is_there_already(scene: Scene, figure: Figure, carried: Dating, report: Reporting) -> bool:
    """Tell if a figure is of what there is, and not of the year to come told before: `Sudah 15 desa terbentuk`."""
    if not _is_ahead(carried, report):
        return False
    first = max(scene.bounds[figure.segment][0], figure.first - _ALREADY_REACH)
    words = scene.tokens.words[first : figure.first]
    return not scene.vocabulary["sudah_ada"].isdisjoint(words) or words[-1:] == ("baru",)


def _is_had(scene: Scene, figure: Figure) -> bool:
    """Tell if a figure is of what someone has: `Bali baru memiliki tiga BNNK`."""
    before = scene.tokens.words[max(scene.bounds[figure.segment][0], figure.first - _CLAUSE_REACH) : figure.first]
    return not scene.vocabulary["memiliki"].isdisjoint(before)


def _that_time(period: PlacedPeriod) -> bool:
    """Tell if a period is `waktu itu`, which is of a year only where one was told right before."""
    return period.mention.pattern.weak and period.mention.pattern.anchor == "context"


def _dating_of_past_day(scene: Scene, figure: Figure, report: Reporting) -> Dating | None:
    """Give the year, before the one reported on, of the day told last before a figure in its paragraph.

    `Pada 1 Oktober 2020 tim menebas 25.000 batang`, `Rilis akhir Desember 2020 mencatat 12 kasus`; not the day of a statement.
    """
    paragraph = scene.segments[figure.segment].paragraph
    for segment in range(figure.segment, -1, -1):
        if scene.segments[segment].paragraph != paragraph or report.year is None:
            return None
        for period in reversed(scene.periods[segment]):
            told = period.mention
            if (
                told.kind != "day"
                or told.year is None
                or (period.first >= figure.first and not _done_on(scene, figure, period))
            ):
                continue
            before = scene.tokens.words[period.first - 1] if period.first else ""
            dated = (told.month and told.day is None) or before in scene.vocabulary["pada"] - {"("}
            if not dated or told.year.last >= report.year.first:
                return None
            words = scene.lowered[told.span.start : told.span.end]
            return Dating(told.year, None, f"“{words}” {'before' if period.first < figure.first else 'behind'} it", sure=True)
    return None


def _done_on(scene: Scene, figure: Figure, day: PlacedPeriod) -> bool:
    """Tell if a day behind a figure is that of what was done: `1.050 gram sabu yang disita di Batu pada 8 Mei 2024`."""
    between = scene.tokens.words[figure.last : day.first]
    return "yang" in between[:_CLAUSE_REACH] and "," not in between


def plans(scene: Scene, segment: int, year: Year | None, report: Reporting) -> bool:
    """Tell if a sentence is on what is to be done in a year: one to come, or that of writing in a report on the one before."""
    if year is None or report.written is None or year.first < report.written:
        return False
    if year.first > report.written:
        return True
    return report.behind and not scene.vocabulary["merencanakan"].isdisjoint(scene.tokens.words[slice(*scene.bounds[segment])])


def _year_beside(
    scene: Scene, period: PlacedPeriod, report: Reporting, context: Year | None, carried: Dating | None
) -> Year | None:
    """Give the year of a period; that of months without one is the year told before them: `Tahun 2024 ada 29, sampai Mei`.

    It is that of writing, too, where the sentences before are of it: `Tahun ini target kami 35 kasus. Sampai Juni sudah 22`.
    `tahun ini` is the year of writing where it is what is planned for: `Tahun ini BNNP Bali menargetkan 40 klien`.
    """
    pattern = period.mention.pattern
    if pattern.relative == -1 and pattern.anchor == "report" and report.told and led_from(scene, period):
        before = report.year.first - 1 if report.year else 0
        return Year(before, before) if before > 0 else None
    if pattern.relative == 0 and pattern.anchor == "report" and report.written and not _attained(scene, period):
        written = Year(report.written, report.written)
        if plans(scene, period.segment, written, report) or (report.behind and given_for(scene, period)):
            return written
    if pattern.relative == 0 and pattern.anchor == "reported" and not pattern.weak and (told := _told_in_full(scene, period)):
        return year_of(told.mention, report, context)
    untold = is_untold(period)
    if untold and scene.tokens.words[period.last : period.last + 1] == ("ini",):
        return _year_of_this_month(period, report)
    years = [p for p in scene.periods[period.segment] if p.first < period.first and p.mention.kind == "year"] if untold else []
    if years and _that_time(years[-1]) and (spoken := spoken_year(scene, years[-1])):
        return spoken  # `Waktu itu targetnya 8 kasus, tercapai 13 kasus per Oktober.`
    if years and years[-1].mention.pattern.anchor == "report" and not compared(scene, years[-1]):
        return year_of(years[-1].mention, report, context)
    if untold and not years and (months := year_of_months_before(scene, period)):
        return months
    if untold and not years and carried is not None and carried.year and carried.year.first == report.written:
        return carried.year
    return year_of(period.mention, report, context)


def is_untold(period: PlacedPeriod) -> bool:
    """Tell if a period are months without a year."""
    return period.mention.first is not None and period.mention.year is None and period.mention.pattern.relative is None


def _year_of_this_month(period: PlacedPeriod, report: Reporting) -> Year | None:
    """Give the year of `Januari ini`: that of writing, where the month has come by then, else the one before."""
    ends = period.mention.last or period.mention.first
    if ends is None or report.written is None or report.month is None:
        return report.year
    year = report.written - (ends[0] > report.month)
    return Year(year, year) if year > 0 else None


def _told_in_full(scene: Scene, period: PlacedPeriod) -> PlacedPeriod | None:
    """Give the year told before `dalam setahun` in its sentence: `Sepanjang 2015 yang melapor dalam setahun penuh 96 orang`."""
    years = [p for p in scene.periods[period.segment] if p.first < period.first and p.mention.kind == "year"]
    return years[-1] if years and not compared(scene, years[-1]) else None


def _attained(scene: Scene, period: PlacedPeriod) -> bool:
    """Tell if the sentence of a period tells what was attained: `Tahun ini BNNP Bali mematok 40 klien dan terealisasi 57`."""
    words = scene.tokens.words[slice(*scene.bounds[period.segment])]
    return not scene.vocabulary["capai"].isdisjoint(words)


def spoken_year(scene: Scene, period: PlacedPeriod) -> Year | None:
    """Give the year told last before a period that is relative to it, in its sentence or the one before in the paragraph.

    The day of a deed tells one, too (`Pada 19 Desember 2022 …`), that of a statement in brackets does not.
    """
    paragraph = scene.segments[period.segment].paragraph
    for segment in (period.segment, period.segment - 1):
        if segment < 0 or scene.segments[segment].paragraph != paragraph:
            return None
        for other in reversed(scene.periods[segment]):
            before = scene.tokens.words[other.first - 1] if other.first else ""
            dated = other.mention.kind in TOLD or (other.mention.kind == "day" and before in scene.vocabulary["pada"] - {"("})
            if other.first < period.first and other.mention.year and dated:
                return other.mention.year
    return None


def _head_dating(scene: Scene, figure: Figure, report: Reporting, context: Year | None) -> Dating | None:
    for period in times_over(scene, figure):
        behind = scene.tokens.words[period.last : period.last + 1]
        if period.mention.pattern.relative and not scene.vocabulary["unggul"].isdisjoint(behind):
            continue  # not all of what stands below `Tahun Lalu Lebih Banyak` is of that year
        spoken = spoken_year(scene, period) if period.mention.pattern.anchor == "context" else None
        if year := year_of(period.mention, report, spoken or context):
            listed = period if scene.segments[figure.segment].kind == "item" else None  # what is listed under a year is of it
            sure = period.mention.year is not None
            return Dating(year, period.mention.interval(year, report.until), "year in the heading", sure, listed)
    return None


def compared_year(scene: Scene, figure: Figure, report: Reporting, context: Year | None) -> Year | None:
    """Give the year that a change is told against: the nearest that its sentence compares with."""
    against = [
        period
        for period in scene.periods[figure.segment]
        if period.mention.kind in TOLD and (compared(scene, period) or period.mention.pattern.relative == -1)
    ]
    nearest = min(against, key=lambda period: abs(period.first - figure.first), default=None)
    return year_of(nearest.mention, report, context) if nearest else None


def _nearest_period(scene: Scene, figure: Figure, bound: set[int]) -> PlacedPeriod | None:
    """Give the period that holds for a figure: the nearest on its left, else one on its right that is not compared with."""
    told = [p for p in scene.periods[figure.segment] if p.mention.kind in TOLD]
    own = [p for p in told if p.first not in bound or _goes_on_of(scene, p, figure)]
    for period in own:
        if scene.tokens.words[period.first - 1] == "(" and _is_aside(scene, period, figure):
            # Behind what is only set beside a figure in brackets goes on what that figure is of.
            own = [p for p in told if not _is_aside(scene, p, figure)]
            break
    left = [p for p in own if p.last <= figure.first and not compared_aside(scene, p, figure)]
    if left:
        firm = [p for p in left if not p.mention.pattern.weak]
        return max(firm or left, key=lambda p: p.first) if not _touches(scene, left[-1], figure) else left[-1]
    right = [
        p for p in own
        if p.first >= figure.last and not compared(scene, p) and not p.mention.pattern.weak and not _leads(scene, p)
        and not _included(scene, p, figure) and not is_reason(scene, p)
    ]  # fmt: skip
    return min(right, key=lambda p: p.first, default=None)


def _goes_on_of(scene: Scene, period: PlacedPeriod, figure: Figure) -> bool:
    """Tell if what is said of a figure with its own year goes on to another: `Rp 20 miliar pada 2024 yang terserap 99 %`."""
    between = scene.tokens.words[period.last : figure.first]
    others = (other for other in scene.figures[figure.segment] if period.last <= other.first < figure.first)
    return between[:1] == ("yang",) and "," not in between and not any(others)


def _is_aside(scene: Scene, period: PlacedPeriod, figure: Figure) -> bool:
    """Tell if a year is set aside in brackets before a figure: `11 kasus pada 2024 (2023: 16) dan 7 gram`."""
    between = scene.tokens.words[period.last : figure.first]
    return ")" in between and is_set_aside(scene, period)


def _included(scene: Scene, period: PlacedPeriod, figure: Figure) -> bool:
    """Tell if a year behind a figure is only that of some it includes: `28 berkas, termasuk tunggakan tahun lalu`."""
    return not scene.vocabulary["tercakup"].isdisjoint(scene.tokens.words[figure.last : period.first])


def _leads(scene: Scene, period: PlacedPeriod) -> bool:
    """Tell if a figure follows a year so closely that the year is that one's: `33 orang, padahal tahun lalu 47 orang`."""
    behind = scene.tokens.words[period.last : period.last + 3]
    if not scene.vocabulary["disertai|pembanding"].isdisjoint(behind[:1]):
        return False
    if behind[:1] == (",",) and {"antaranya", "diantaranya", "termasuk"}.intersection(behind):
        return False  # what follows are some of those before: `14 kasus tahun lalu, di antaranya 3 kasus ganja`
    return any(
        figure.first >= period.last and scene.distance(period.last, figure.first) <= _LEADS
        for figure in scene.figures[period.segment]
    )


def _touches(scene: Scene, period: PlacedPeriod, figure: Figure) -> bool:
    return scene.distance(period.last, figure.first) <= 3
