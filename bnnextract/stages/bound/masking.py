"""A segment as constructions see it: one letter for each figure, year, office and agency."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import accumulate, count
from operator import add

from bnnextract.frozen import frozen
from bnnextract.knowledge.constructions import AGENCY, OFFICE, YEAR
from bnnextract.stages.found.scenes import Figure, Scene

# Nobody younger is told of with the age behind the name.
_YOUNGEST = 8


@frozen()
class Mask:
    """A segment as constructions see it, with its figures by offset.

    `offsets` and `tokens` tell where each of its pieces begins, in it and in the text.
    """

    text: str
    words: frozenset[str]
    figures: Mapping[int, Figure]
    offsets: Sequence[int]
    tokens: Sequence[int]


def mask(scene: Scene, segment: int) -> Mask:
    """Write a segment with one letter for each figure, year, office and agency, one space before each token."""
    first, last = scene.bounds[segment]
    letters: dict[int, tuple[str, int]] = {}
    for period in scene.periods[segment]:
        letters[period.first] = YEAR, period.last
    for office in scene.offices[segment]:
        letters[office.first] = OFFICE, office.last
    for agency in scene.agencies[segment]:
        letters.setdefault(agency.first, (AGENCY, agency.last))
    for figure in scene.figures[segment]:
        letters[figure.first] = figure.letter, figure.last
    pieces: list[str] = []
    tokens: list[int] = []
    reach = first
    for at in sorted(letters):
        if reach <= at < last:
            letter, following = letters[at]
            pieces += (*scene.tokens.words[reach:at], letter)
            tokens += range(reach, at + 1)
            reach = following
    pieces += scene.tokens.words[reach:last]
    tokens += range(reach, last)
    offsets = [*map(add, accumulate(map(len, pieces), initial=0), count(1))]
    places = dict(zip(tokens, offsets, strict=False))
    figures = {places[figure.first]: figure for figure in scene.figures[segment] if figure.first in places}
    return Mask(" ".join(("", *pieces)), frozenset(pieces), figures, offsets, tokens)


def follows_name(scene: Scene, segment: int, masked: Mask, offset: int) -> bool:
    """Tell if a place in a masked segment follows a name: a capitalised word that is no part of breakdowns.

    Nothing is a name before a bracket with so small a number that it is no age of one who does or suffers anything, nor is a
    place in a row of places with their numbers: `Balikpapan (16), Samarinda (9)`.
    """
    token = masked.tokens[bisect_left(masked.offsets, offset)]
    before = token - 1
    if token == scene.bounds[segment][0] or not scene.text[scene.tokens.starts[before]].isupper():
        return False
    if any(hit.first <= before < hit.last for hit in scene.parts[segment]):
        return False
    if before in scene.placed and sum(_is_of_place(scene, figure) for figure in scene.figures[segment]) > 1:
        return False
    inside = next((figure for figure in scene.figures[segment] if figure.first == token + 1), None)
    return inside is None or inside.quantity.value >= _YOUNGEST


def _is_of_place(scene: Scene, figure: Figure) -> bool:
    """Tell if a figure stands in brackets right behind a place."""
    return scene.tokens.words[figure.first - 1] == "(" and figure.first - 2 in scene.placed
