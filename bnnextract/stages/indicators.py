"""Figures to indicators: the phrase that tells most, nearest and most specific first, decides what is counted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, Protocol

from bnnextract.knowledge.constructions import BARE, NONE
from bnnextract.knowledge.indicators import Cue, Indicator, IndicatorBook, Meaning, Need, Rank
from bnnextract.knowledge.lexicon import Hit
from bnnextract.stages.scenes import Figure, Scene

# What a choice must reach; a hint a dozen words off does not.
_ENOUGH = 28
# A vote below this is none; of the votes beside an indicator's best each counts one share in so many.
_WORTH = 12
_SHARE = 3
# What a general indicator reaches at most, so that a special one named in the clause goes before it.
_GENERAL = 78
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


class Decided(Protocol):
    """A figure that was decided before."""

    @property
    def figure(self) -> Figure:
        """The figure."""

    @property
    def choice(self) -> Choice:
        """What it counts."""


def needs_met(scene: Scene) -> frozenset[int]:
    """Give the indicators whose needed phrases stand in the text."""
    return frozenset(m.indicator for own in scene.hits for hit in own for m in hit.meanings if isinstance(m, Need))


def choose(
    scene: Scene, figure: Figure, book: IndicatorBook, met: frozenset[int], before: Decided | None
) -> Choice | None:
    """Choose the indicator of a figure; None where no phrase tells enough.

    `before` is the last figure of the same unit that was decided: a figure without a phrase of its own counts what that one did.
    """
    votes: dict[int, dict[Rank | None, tuple[int, str, Place]]] = {}
    for hit, away, place in _phrases(scene, figure):
        for meaning in hit.meanings:
            if not isinstance(meaning, Cue):
                continue
            entry = book.entries[meaning.indicator]
            if not _fits(entry, figure, meaning.rank) or (entry.needs and meaning.indicator not in met):
                continue
            score = meaning.rank.strength - meaning.rank.decay * away
            ranks = votes.setdefault(meaning.indicator, {})
            if score >= _WORTH and (meaning.rank not in ranks or score > ranks[meaning.rank][0]):
                ranks[meaning.rank] = score, " ".join(scene.tokens.words[hit.first : hit.last]), place
    if before is not None:
        score = _LIKE_BEFORE - scene.distance(before.figure.last, figure.first) // _BEFORE_DECAY
        if score >= _WORTH:
            place = "segment" if before.figure.segment == figure.segment else "before"
            number = book.entries.index(before.choice.indicator)
            votes.setdefault(number, {})[None] = score, before.choice.cue, place
    best: Choice | None = None
    for number in sorted(votes, key=lambda number: (book.entries[number].general, number)):
        if ranks := votes[number]:
            top = max(ranks.values(), key=lambda vote: vote[0])
            score = _score(ranks, general=book.entries[number].general)
            if score >= _ENOUGH and (best is None or score > best.score):
                best = Choice(book.entries[number], score, top[1], top[2], inherited=ranks.get(None) == top)
    return best


def _score(ranks: Mapping[Rank | None, tuple[int, str, Place]], *, general: bool) -> int:
    """Weigh the votes for one indicator: the best, and a share of the others. A general one goes no higher than its name."""
    top = max(vote[0] for vote in ranks.values())
    score = top + (sum(vote[0] for vote in ranks.values()) - top) // _SHARE
    return min(score, max(_GENERAL, ranks[Rank.NAME][0] if Rank.NAME in ranks else 0)) if general else score


def _fits(entry: Indicator, figure: Figure, rank: Rank) -> bool:
    """Tell if a figure may count this. A bare number is an index, or stands right beside a noun that names what it counts."""
    if figure.letter == NONE and figure.quantity.noun is None:
        return rank is not Rank.HINT
    if figure.letter != BARE:
        return figure.quantity.unit in entry.units
    if "indeks" in entry.units:
        return rank is Rank.NAME
    return rank in {Rank.NOUN, Rank.KIND}


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
