"""Figures of one occurrence, told apart from those of a period."""

from __future__ import annotations

from bnnextract.knowledge.indicators import Indicator
from bnnextract.stages.reporting import Reporting
from bnnextract.stages.resolution import Dating
from bnnextract.stages.scenes import Figure, Scene


def is_event(scene: Scene, figure: Figure, indicator: Indicator, dating: Dating, report: Reporting) -> bool:
    """Tell if a figure is of one occurrence, as far as figures of its indicator are.

    What always is one is not where a whole year is told with it. Else a figure dated in its sentence or paragraph is not.
    Otherwise the article decides: one that reports on no period tells of one occurrence; and a day told in the paragraph,
    where the indicator goes by it.
    """
    told = dating.mention
    match indicator.occurrence:
        case "never":
            return False
        case "always":
            return told is None or told.mention.kind != "year"
        case _ if told is not None or dating.carried:
            return False
        case by:
            return not report.told or (by == "day" and _on_a_day(scene, figure))


def _on_a_day(scene: Scene, figure: Figure) -> bool:
    paragraph = scene.segment(figure.segment).paragraph
    return any(
        period.mention.kind == "day"
        and period.first < figure.first
        and scene.tokens.words[period.first - 1 if period.first else 0] != "("
        for segment in range(figure.segment + 1)
        if scene.segment(segment).paragraph == paragraph
        for period in scene.periods[segment]
    )
