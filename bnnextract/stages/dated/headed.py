"""Figures to the times that stand over them: those of the heading, or one that their sentence opens with and tells no year."""

from __future__ import annotations

from bnnextract.knowledge.constructions import PERCENT
from bnnextract.stages.dated.comparing import TOLD, compared
from bnnextract.stages.found.scenes import Figure, PlacedPeriod, Scene

# How far from a year it is said that what stands in brackets is of it.
_BRACKETS_REACH = 5


def times_over(scene: Scene, figure: Figure) -> list[PlacedPeriod]:
    """Give the times that the heading over a figure tells and it may be of, the last first.

    Where one of them is said to be that of what stands in brackets, it is that of such figures alone.
    """
    head = scene.segments[figure.segment].head
    if scene.segments[figure.segment].kind == "item":
        head = _head_with_time(scene, head)
    if head is None:
        return []
    times = _times_of(scene, head)[::-1]
    if scene.vocabulary["tanda_kurung"].isdisjoint(scene.tokens.words[slice(*scene.bounds[head])]):
        return times
    bracketed = _is_in_brackets(scene, figure)
    return [period for period in times if _is_of_brackets(scene, period) == bracketed] or times


def untold_time(scene: Scene, figure: Figure) -> PlacedPeriod | None:
    """Give the time of which no year is told that a figure's sentence opens with: `Beberapa tahun kemudian ada 90 orang`."""
    first = scene.bounds[figure.segment][0]
    opening = (period for period in scene.periods[figure.segment] if period.first <= first + 1 and period.last <= figure.first)
    return next((period for period in opening if period.mention.kind == "untold"), None)


def _is_of_brackets(scene: Scene, period: PlacedPeriod) -> bool:
    """Tell if what stands in brackets is said to be of a time: `(dalam kurung capaian 2019)`, `dan 2019 (dalam kurung)`."""
    words, (first, last) = scene.tokens.words, scene.bounds[period.segment]
    before = words[max(first, period.first - _BRACKETS_REACH) : period.first]
    if "(" in before:
        before = before[len(before) - before[::-1].index("(") :]
        behind: tuple[str, ...] = ()
    else:
        before, behind = (), words[period.last : min(last, period.last + _BRACKETS_REACH)]
        behind = behind[: behind.index(")")] if behind[:1] == ("(",) and ")" in behind else ()
    return not scene.vocabulary["tanda_kurung"].isdisjoint((*before, *behind))


def _is_in_brackets(scene: Scene, figure: Figure) -> bool:
    """Tell if a figure stands in brackets, with others or alone, and is no share of the one before them."""
    others = [other.letter for other in scene.figures[figure.segment] if other.last <= figure.first]
    if figure.letter == PERCENT and PERCENT not in others:
        return False
    before = scene.tokens.words[scene.bounds[figure.segment][0] : figure.first]
    return before.count("(") > before.count(")")


def _head_with_time(scene: Scene, head: int | None) -> int | None:
    """Give the segment over a list that tells its time, a heading over others: `Capaian 2018:`, `Rehabilitasi`, `1. …`.

    It may be a sentence before the one that leads up to the list: `… pada semester I 2020. Rinciannya sebagai berikut:`.
    """
    while head is not None and not _times_of(scene, head):
        if scene.segments[head].kind == "sentence":
            before = head - 1
            same = before >= 0 and scene.segments[before].paragraph == scene.segments[head].paragraph
            head = before if same else None
            continue
        upper = scene.segments[head].head
        if upper is None or any(scene.segments[at].kind == "sentence" for at in range(upper + 1, head + 1)):
            return None
        head = upper
    return head


def _times_of(scene: Scene, segment: int) -> list[PlacedPeriod]:
    """Give the times that a segment tells of, but those it compares with, and how long a year is: `dari target setahun`."""
    told = (period for period in scene.periods[segment] if period.mention.kind in TOLD and not compared(scene, period))
    return [period for period in told if period.mention.pattern.anchor != "reported" or period.mention.year]
