"""Figures to indicators: the phrase that tells most, nearest and most specific first, decides what is counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from bnnextract.knowledge.constructions import BARE
from bnnextract.knowledge.indicators import Cue, Indicator, IndicatorBook, Need, Rank
from bnnextract.knowledge.lexicon import Hit
from bnnextract.knowledge.indicators import Meaning
from bnnextract.stages.scenes import Figure, Scene

# What a choice must reach; a hint a dozen words off does not.
_ENOUGH = 26
# A figure's own noun as the figure before it had, and how much each step between the two takes off.
_LIKE_BEFORE = 58
_BEFORE_DECAY = 3
# How far back a phrase may stand, in segments, and how far a heading counts to stand.
_LOOK_BACK = 2
_HEAD = 14

Place = Literal["segment", "head", "before"]


@dataclass(frozen=True, slots=True)
class Choice:
    """An indicator for a figure: how strongly, by which words, and whether they stand in its segment, the heading over it, or
    before."""

    indicator: Indicator
    score: int
    cue: str
    place: Place
    inherited: bool = False


def needs_met(scene: Scene) -> frozenset[int]:
    """Give the indicators whose needed phrases stand in the text."""
    return frozenset(m.indicator for own in scene.hits for hit in own for m in hit.meanings if isinstance(m, Need))


def choose(
    scene: Scene, figure: Figure, book: IndicatorBook, met: frozenset[int], before: Sequence[tuple[Figure, Choice, str]]
) -> Choice | None:
    """Choose the indicator of a figure; None where no phrase tells enough.

    `before` are the figures decided so far with their choice and unit, the last one last: a figure without a phrase of its
    own counts what the one before it of the same unit counted.
    """
    best: Choice | None = None
    for hit, away, place in _phrases(scene, figure):
        for meaning in hit.meanings:
            if not isinstance(meaning, Cue):
                continue
            entry = book.entries[meaning.indicator]
            if not _fits(entry, figure, meaning.rank) or (entry.needs and meaning.indicator not in met):
                continue
            score = meaning.rank.strength - meaning.rank.decay * away
            if score >= _ENOUGH and (best is None or score > best.score):
                best = Choice(entry, score, " ".join(scene.tokens.words[hit.first : hit.last]), place)
    for other, choice, unit in reversed(before):
        if unit != figure.quantity.unit and figure.letter != BARE:
            continue
        score = _LIKE_BEFORE - scene.distance(other.last, figure.first) // _BEFORE_DECAY
        if score >= _ENOUGH and (best is None or score > best.score):
            place: Place = "segment" if other.segment == figure.segment else "before"
            best = Choice(choice.indicator, score, choice.cue, place, inherited=True)
        break
    return best


def _fits(entry: Indicator, figure: Figure, rank: Rank) -> bool:
    """Tell if a figure may count this. A bare number is an index, or stands right beside a noun that names what it counts."""
    if figure.letter != BARE:
        return figure.quantity.unit in entry.units
    if "indeks" in entry.units:
        return rank is Rank.NAME
    return rank is Rank.NOUN


def _phrases(scene: Scene, figure: Figure) -> list[tuple[Hit[Meaning], int, Place]]:
    """Give the phrases that may bear on a figure, each with its distance in words and where it stands."""
    own = figure.segment
    found: list[tuple[Hit[Meaning], int, Place]] = []
    for hit in scene.hits[own]:
        if hit.last <= figure.first:
            away = scene.distance(hit.last, figure.first)
        elif hit.first >= figure.last:
            away = scene.distance(figure.last, hit.first)
        else:
            away = 0
        found.append((hit, away, "segment"))
    head = scene.segment(own).head
    if head is not None:
        found += [(hit, _HEAD + scene.distance(hit.last, scene.bounds[head][1]), "head") for hit in scene.hits[head]]
    for earlier in range(max(0, own - _LOOK_BACK), own):
        if earlier != head:
            found += [(hit, scene.distance(hit.last, figure.first), "before") for hit in scene.hits[earlier]]
    return found
