"""What an article opens with: what was done on a day, or the destruction of what was seized."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import chain, takewhile

from bnnextract.stages.found.scenes import PlacedPeriod, Scene
from bnnextract.tokens import stem

# How many paragraphs may come before the one that tells the day of what an article is about.
_OPENING = 3


def tells_of_day(scene: Scene, title: Scene | None) -> bool:
    """Tell if an article opens with what was done on one occasion: before any year or months are told.

    A day is told in its first paragraphs, with the deed in one of them, or the deed in the very first and no time there or
    in the next.
    """
    if title is not None and any(map(_spans_time, chain.from_iterable(title.periods))):
        return False
    opening = _opening(scene)
    headed = title is not None and any(tells_deed(title, index) for index in range(len(title.bounds)))
    deed = next((index for index in opening if tells_deed(scene, index)), None)
    if deed is None and not headed:
        return False
    # `kini` tells of no time where the deed is told before it: `Lima pria dibekuk. Mereka kini ditahan.`
    first = deed if deed is not None else len(scene.periods)
    spans = [
        index
        for index in opening
        if any(
            _spans_time(period) and not (period.mention.pattern.weak and index >= first) and not opens_year(scene, period)
            for period in scene.periods[index]
        )
    ]
    # The day in a line above the first sentence is that of publication.
    told = [index for index in opening if scene.segments[index].kind == "sentence"]
    days = [index for index in told if any(period.mention.kind == "day" for period in scene.periods[index])]
    if not days:
        first_lines = _lead(scene) + 1
        early = [index for index in spans if scene.segments[index].paragraph <= first_lines]
        return not early and deed is not None and scene.segments[deed].paragraph < first_lines
    return not spans or days[0] < spans[0]


def tells_of_ceremony(scene: Scene, title: Scene | None) -> bool:
    """Tell if an article opens with a destruction: what it was seized in was gathered before, `dari 21 kasus`."""
    views = ((title, range(len(title.bounds))),) if title is not None else ()
    for view, indices in (*views, (scene, _opening(scene))):
        for index in indices:
            if tells_deed(view, index):
                words = view.tokens.words[slice(*view.bounds[index])]
                return not view.vocabulary["pemusnahan"].isdisjoint(map(stem, words))
    return False


def _lead(scene: Scene) -> int:
    """Give the paragraph of the first sentence: headings and lines of a page's head stand before it."""
    return next((segment.paragraph for segment in scene.segments if segment.kind == "sentence"), 0)


def _opening(scene: Scene) -> tuple[int, ...]:
    """Give the segments of the first paragraphs of an article, up to its first sentence at least."""
    end = max(_OPENING, _lead(scene) + 1)
    return tuple(takewhile(lambda index: scene.segments[index].paragraph < end, range(len(scene.periods))))


@lru_cache(maxsize=64)  # the figures of a sentence come one after another
def tells_deed(scene: Scene, index: int, besides: AbstractSet[str] = frozenset()) -> bool:
    """Tell if a sentence tells what was done on one occasion, `besides` some words of it."""
    words = scene.tokens.words[slice(*scene.bounds[index])]
    deeds = scene.vocabulary["tindakan"]
    if not besides:
        return not deeds.isdisjoint(map(stem, words))
    return any(word in deeds and word not in besides for word in map(stem, words))


def opens_year(scene: Scene, period: PlacedPeriod) -> bool:
    """Tell if a year is only told to have begun with what was done: `mengawali tahun 2024 dengan memusnahkan 3 kilogram`."""
    before = scene.tokens.words[period.first - 1 : period.first] if period.first else ()
    return not scene.vocabulary["mengawali"].isdisjoint(before)


def _spans_time(period: PlacedPeriod) -> bool:
    return period.mention.kind in {"year", "interval", "upto"}
