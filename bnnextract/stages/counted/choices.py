"""What figures were found to count, and how one stands to those before it: kinds of the same, parts that add up, the rest."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import accumulate, takewhile
from typing import Literal, Protocol

from bnnextract.frozen import frozen
from bnnextract.knowledge.constructions import BARE
from bnnextract.knowledge.indicators import Indicator, Occurrence
from bnnextract.stages.found.scenes import Figure, Scene

# How far back those may be told who serve, or what others add up to, in segments.
LOOK_BACK = 2
# A part and its group.
PAIR = 2
# From what number on a sum of parts is no chance.
_TELLING = 20
# So many parts, and what they add up to told so few segments before, are no chance from another number on.
_MANY, _SUM_OF_MANY = 4, 12

# The unit of what is done.
_OCCASIONS = "kegiatan"

Place = Literal["segment", "head", "before"]


@frozen()
class Choice:
    """An indicator for a figure: how strongly, by which words, and whether they stand in its segment, over or before it.

    It is `inherited` where it is only what the figure before counts, an `item` where it is one of the things taken. It is
    `named` where the sentence or the heading calls the thing itself. `rival` is another indicator that is told nearly as
    strongly.
    """

    indicator: Indicator
    score: int
    cue: str
    place: Place
    inherited: bool = False
    item: bool = False
    named: bool = False
    rival: str | None = None

    @property
    def occurrence(self) -> Occurrence:
        """When a figure of this is of one occurrence."""
        return "day" if self.item else self.indicator.occurrence


def counts_occasions(figure: Figure, choice: Choice) -> bool:
    """Tell if a figure is of how often something was done whose amounts are told else: `lima kali pemusnahan`."""
    return figure.quantity.unit == _OCCASIONS != choice.indicator.units[0]


class Decided(Protocol):
    """A figure that was decided before."""

    @property
    def figure(self) -> Figure:
        """The figure."""

    @property
    def choice(self) -> Choice:
        """What it counts."""

    @property
    def slot(self) -> str:
        """Whether it is a value, a target, what was attained of one or a change."""


def are_kinds(one: Decided, other: Decided, *, within: int = 0) -> bool:
    """Tell if two figures of a sentence, or of some so many segments off each other, count two kinds of the same."""
    kind, second = one.choice.indicator, other.choice.indicator
    beside = abs(one.figure.segment - other.figure.segment) <= within and kind is not second
    return beside and kind.special_of is not None and kind.special_of == second.special_of


def _is_akin(one: Indicator, other: Indicator) -> bool:
    """Tell if two indicators are one, or kinds of one."""
    return one is other or (one.special_of is not None and one.special_of == other.special_of)


def summed_up(model: Decided, before: Sequence[Decided]) -> Decided | None:
    """Give the figure that the ones of a sentence add up to: `586 orang: 300 rawat jalan, 175 rawat inap, 111 lewat TAT`."""
    row = [decided for decided in before if decided.figure.segment == model.figure.segment]
    if len(row) == 1:
        return None
    total = sum((decided.figure.quantity.value for decided in row), Decimal(0))
    if row[0].figure.quantity.value * 2 == total:
        return row[0]
    earlier = (told for told in reversed(before) if 0 < model.figure.segment - told.figure.segment <= LOOK_BACK)
    return next((told for told in earlier if told.figure.quantity.value == total), None)


def is_total(scene: Scene, figure: Figure, before: Sequence[Decided]) -> bool:
    """Tell if a figure is the sum of the last ones of one kind, or kinds of one: `ASN 14, Polri 4, honorer 6. Total 24 orang`.

    Those of a list right before it may be many.
    """
    counted, near = before[-1].choice.indicator, figure.segment - LOOK_BACK
    listed = scene.segments[figure.segment].kind == "item"
    own = takewhile(
        lambda told: (
            _is_akin(told.choice.indicator, counted)
            and (told.figure.segment >= near or (listed and scene.segments[told.figure.segment].kind == "item"))
        ),
        reversed(before),
    )
    sums = tuple(accumulate(told.figure.quantity.value for told in own))
    return figure.quantity.value in sums[1:]


def sums_up_kinds(figure: Figure, before: Sequence[Decided], kind: Indicator) -> bool:
    """Tell if a figure is the sum of the kinds told before: `71 rawat jalan, 25 rawat inap. Dari 96 orang itu …`."""
    if kind.special_of is None:
        return False
    last = {
        decided.choice.indicator.name: decided.figure.quantity.value
        for decided in before
        if decided.choice.indicator.special_of == kind.special_of
    }
    if len(last) > 1 and sum(last.values()) == figure.quantity.value:
        return True
    total, kinds = Decimal(0), set[str]()
    for decided in takewhile(lambda told: _is_akin(told.choice.indicator, kind), reversed(before)):
        total += decided.figure.quantity.value
        kinds.add(decided.choice.indicator.name)
        if total >= figure.quantity.value:
            return total == figure.quantity.value and len(kinds) > 1
    return False


def added_up(scene: Scene, figure: Figure, before: Sequence[Decided]) -> Decided | None:
    """Give the figure of which all those of a sentence or two are the parts: `734 klien. … 143 perempuan. Laki-lakinya 591`.

    The sum must have been told before, and be no number that comes about by chance.
    """
    own, larger = figure.segment, [other for other in before if other.figure.quantity.value >= figure.quantity.value]
    for first, last in ((own, own + 1), (own - 1, own + 1), (own, own + 2)) if larger else ():
        if not 0 <= first < last <= len(scene.figures) or before[0].figure.segment >= first:
            continue
        if not all(scene.figures[first:last]) or scene.segments[first].paragraph != scene.segments[last - 1].paragraph:
            continue
        row = [other for at in range(first, last) for other in scene.figures[at] if other.letter in {figure.letter, BARE}]
        if len(row) < 2 or len({other.segment for other in row}) < last - first:
            continue
        total = sum((other.quantity.value for other in row), start=Decimal(0))
        if total < (_TELLING if len(row) < _MANY else _SUM_OF_MANY):
            continue
        told = [other for other in larger if other.figure.quantity.value == total and other.figure.segment < first]
        near = [other for other in told if total >= _TELLING or first - other.figure.segment <= _MANY]
        named = [other.choice for other in before if near and other.figure in row and other.choice.place == "segment"]
        others = {choice.indicator.name for choice in named if not choice.inherited}
        if alone := [other for other in near if others <= {other.choice.indicator.name}]:
            return alone[-1]
        # Many that add up are parts of the whole though one is told of what kind it is: `10 orang rawat jalan di klinik,
        # 15 di RS, 5 di puskesmas dan 4 di balai`.
        kinds = {choice.indicator.special_of for choice in named if not choice.inherited}
        if len(row) >= _MANY and len(others) == 1 and (whole := [o for o in near if kinds <= {o.choice.indicator.name}]):
            return whole[-1]
    return None


def whole_of_rest(scene: Scene, figure: Figure, before: Sequence[Decided]) -> Decided | None:
    """Give the figure of which one is the rest, as it is said: `Dari 28 klien 8 sukarela. Yang 20 orang lain ditangkap`.

    What the others had may stand between: `Dari 9 kasus 5 dengan 7 tersangka, 4 lainnya tanpa pemilik`. Where it is no chance
    that both add up, all of them may be told farther off.
    """
    words, (first, last) = scene.tokens.words, scene.bounds[figure.segment]
    beside = (*words[max(first, figure.first - PAIR) : figure.first], *words[figure.last : min(last, figure.last + 1)])
    if scene.vocabulary["sisa"].isdisjoint(beside):
        return None
    pairs = [before[-PAIR:]]
    if len(before) > PAIR and before[-PAIR].choice.indicator is before[-PAIR - 1].choice.indicator:
        pairs.append(before[-PAIR - 1 : -1])
    whole = next((pair[0] for pair in pairs if len(pair) == PAIR and _adds_up(pair[0], pair[1], figure)), None)
    if whole is not None:
        return whole if figure.segment - whole.figure.segment <= LOOK_BACK else None
    some = before[-1]
    if figure.segment - some.figure.segment > 1 or some.figure.quantity.value + figure.quantity.value < _TELLING:
        return None
    return next((told for told in reversed(before[:-1]) if _adds_up(told, some, figure)), None)


def _adds_up(whole: Decided, some: Decided, rest: Figure) -> bool:
    return whole.figure.quantity.value == some.figure.quantity.value + rest.quantity.value
