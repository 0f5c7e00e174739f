"""A segment as constructions see it: one letter for each figure, year, office and agency."""

from __future__ import annotations

from collections.abc import Mapping

from bnnextract.frozen import frozen
from bnnextract.knowledge.constructions import AGENCY, OFFICE, YEAR
from bnnextract.stages.scenes import Figure, Scene

# Nobody younger is told of with the age behind the name.
_YOUNGEST = 8


@frozen()
class Mask:
    """A segment as constructions see it, with its figures by offset; `named` are the offsets that follow a name."""

    text: str
    words: frozenset[str]
    figures: Mapping[int, Figure]
    named: frozenset[int]


def mask(scene: Scene, segment: int) -> Mask:
    """Write a segment with one letter for each figure, year, office and agency, one space between any two tokens.

    Nothing is a name before a bracket with so small a number that it is no age of one who does or suffers anything.
    """
    first, last = scene.bounds[segment]
    letters: dict[int, tuple[str, int]] = {}
    figures: dict[int, Figure] = {}
    for period in scene.periods[segment]:
        letters[period.first] = YEAR, period.last
    for office in scene.offices[segment]:
        letters[office.first] = OFFICE, office.last
    for agency in scene.agencies[segment]:
        letters.setdefault(agency.first, (AGENCY, agency.last))
    by_token: dict[int, Figure] = {}
    for figure in scene.figures[segment]:
        letters[figure.first] = figure.letter, figure.last
        by_token[figure.first] = figure
    pieces: list[str] = []
    offset = 0
    token = first
    named: set[int] = set()
    parts = {inside for hit in scene.parts[segment] for inside in range(hit.first, hit.last)}
    text, words, starts = scene.text, scene.tokens.words, scene.tokens.starts
    while token < last:
        if token > first and text[starts[token - 1]].isupper() and token - 1 not in parts:
            inside = by_token.get(token + 1)
            if inside is None or inside.quantity.value >= _YOUNGEST:
                named.add(offset)
        if token in letters:
            letter, following = letters[token]
            if token in by_token:
                figures[offset] = by_token[token]
        else:
            letter, following = words[token], token + 1
        pieces.append(letter)
        offset += len(letter) + 1
        token = following
    return Mask(" ".join(pieces), frozenset(pieces), figures, frozenset(named))
