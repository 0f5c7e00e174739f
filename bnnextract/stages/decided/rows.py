"""Rows of figures to the years of the row told before them: `9 (2020), 14 (2021). Yang positif masing-masing 2 dan 5 orang`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bnnextract.stages.counted.lone import row_of
from bnnextract.stages.dated.dating import Dating
from bnnextract.stages.decided.discourse import Candidate, LeftOut
from bnnextract.stages.found.scenes import Figure, Scene

# How far before a row the word stands that makes it go by what was listed.
_EACH_REACH = 4


def dating_in_row(scene: Scene, figure: Figure, found: Sequence[Candidate | LeftOut]) -> Dating | None:
    """Give the year of the figure that stands in the same place of a row told before, of as many years in the paragraph."""
    row = row_of(scene, figure)
    words = scene.tokens.words[max(scene.bounds[figure.segment][0], row[0].first - _EACH_REACH) : row[0].first]
    each = scene.vocabulary["masing_masing|berturut_turut"]
    if len(row) < 2 or each.isdisjoint(words) or scene.periods[figure.segment]:
        return None
    told = [c for c in found if isinstance(c, Candidate) and c.figure not in row][-len(row) :]
    paragraph = scene.segments[figure.segment].paragraph
    years = [c.dating.year for c in told if c.slot == "value" and scene.segments[c.figure.segment].paragraph == paragraph]
    if len(years) < len(row) or None in years or len(set(years)) < len(years):
        return None
    dating = told[row.index(figure)].dating
    return replace(dating, reason="the year of the figure in its place of the row before", mention=None, sure=False)
