"""What a figure without a phrase of its own counts: what those before it did, or those whom these serve."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import accumulate, takewhile
from typing import Literal, Protocol

from bnnextract.frozen import frozen
from bnnextract.knowledge.constructions import BARE
from bnnextract.knowledge.indicators import Cue, Indicator, IndicatorBook, Meaning, Occurrence, Rank
from bnnextract.knowledge.lexicon import Hit
from bnnextract.stages.scenes import Figure, Scene

# The vote for what the figures before counted, how much each segment between takes off, and a paragraph; and below what it
# is none.
_LIKE_BEFORE = 58
_PER_SEGMENT = 3
_PARAGRAPH = 8
_WORTH = 12
# The vote for what those are of whom a figure is said to be the rest.
_THE_REST = 72
# What is surveyed is mostly told in passing: how much less a figure in a new paragraph goes on with it.
_SURVEYED = 15
# How much less a figure in an answer goes on with those before the question.
_ASKED = 16
# How far back the question may stand that one answers, in segments.
_ANSWER = 5
# How far back those may be told who serve, in segments.
_LOOK_BACK = 2
# In how many words from its start a sentence announces that it breaks something down.
_OPENING = 4
# A part and its group.
_PAIR = 2
# Between some and the group that they are of.
_OF = "dari"
# Within how many words behind some it stands: `27 orang positif dari 319`.
_OF_REACH = 3
# From what number on a sum of parts is no chance.
_TELLING = 20
# So many parts, and what they add up to told so few segments before, are no chance from another number on.
_MANY, _SUM_OF_MANY = 4, 12

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


class Decided(Protocol):
    """A figure that was decided before."""

    @property
    def figure(self) -> Figure:
        """The figure."""

    @property
    def choice(self) -> Choice:
        """What it counts."""


@frozen()
class Kept:
    """The vote for the indicator of figures before: its place in the book, how strong, by which words, where these stand.

    It is `anew` where a new paragraph goes on with them.
    """

    indicator: int
    score: int
    cue: str
    place: Place
    anew: bool


def inherit(scene: Scene, figure: Figure, book: IndicatorBook, before: Sequence[Decided], last: Decided | None) -> Kept | None:
    """Give what the figures `before` of the same unit, or the `last` of any, make one after them count, if anything."""
    if last is not None and (served := _served(scene, figure, book, last)) is not None:
        return Kept(served, _LIKE_BEFORE, last.choice.cue, "before", anew=False)
    if last is not None and (not before or before[-1] is not last) and _details(scene, figure, last):
        return Kept(book.numbers[last.choice.indicator.name], _LIKE_BEFORE, last.choice.cue, "before", anew=False)
    if not before or (_only_there(scene, figure) and not _only_there(scene, before[-1].figure)):
        return None
    rest_of = _rest_of(scene, figure, before)
    if rest_of is not None:
        return Kept(book.numbers[rest_of.choice.indicator.name], _THE_REST, rest_of.choice.cue, "before", anew=False)
    whole = _added_up(scene, figure, before)
    model = whole or _model(scene, figure, before)
    if whole is None and _broken_down(scene, figure):
        model = _whole_of(model, before)
    if whole is None and model.figure.segment < figure.segment and (summed := _summed(model, before)) is not None:
        model = summed
    score = _LIKE_BEFORE - (_PER_SEGMENT * (figure.segment - model.figure.segment) if whole is None else 0)
    turned = whole is None and scene.segment(model.figure.segment).paragraph != scene.segment(figure.segment).paragraph
    own = scene.segment(figure.segment)
    anew = turned and (own.kind != "item" or _named_over(scene, telling_head(scene, figure.segment), model.figure))
    if anew:
        model = _whole_of(model, before)
    question = question_over(scene, figure.segment)
    score -= _ASKED if question is not None and model.figure.segment < question else 0
    score -= _PARAGRAPH + (_SURVEYED if model.choice.indicator.national else 0) if turned else 0
    if score < _WORTH:
        return None
    counted = model.choice.indicator
    kin = {counted.name, counted.whole}
    larger = all(other.figure.quantity.value < figure.quantity.value for other in before if other.choice.indicator.name in kin)
    whole_of = counted.part_of or (counted.special_of if _sums_up_kinds(figure, before, counted) else None)
    beside = 1 if turned and own.kind == "sentence" else 0
    if (
        whole is None
        and model.figure.segment < figure.segment
        and any(_are_kinds(model, other, within=beside) for other in before)
    ):
        # `Jatahnya 569 rawat inap dan 800 rawat jalan. Baru 412 orang terlayani`: of neither kind alone.
        larger, whole_of = True, counted.special_of
    number = book.numbers[whole_of if larger and whole_of else counted.name]
    return Kept(number, score, model.choice.cue, "segment" if model.figure.segment == figure.segment else "before", anew)


def _named_over(scene: Scene, head: int | None, model: Figure) -> bool:
    """Tell if the heading over a list item stands behind the figure it is like, and says itself what is counted."""
    return head is not None and model.segment < head and bool(scene.hits[head])


def _only_there(scene: Scene, figure: Figure) -> bool:
    """Tell if those a figure counts are but present at something, and no more of those told of before: `50 undangan`."""
    return (figure.quantity.noun or "").removesuffix("nya") in scene.vocabulary["hadirin"]


def _served(scene: Scene, figure: Figure, book: IndicatorBook, last: Decided) -> int | None:
    """Give the indicator of those who are served by what the figure before counts: `dua unit IBM melayani 20 orang`.

    Of one unit (`20 agen pemulihan menjangkau 42 warga`) there must be a word of serving; others are some of them.
    """
    number, other = book.servers.get(last.choice.indicator.name), last.figure
    if number is None or figure.quantity.unit not in book.entries[number].units:
        return None
    near = figure.segment - other.segment <= _LOOK_BACK
    if not near or scene.segment(other.segment).paragraph != scene.segment(figure.segment).paragraph:
        return None
    between = scene.tokens.words[other.last : figure.last]
    alike = other.quantity.unit == figure.quantity.unit
    return None if alike and scene.vocabulary["melayani"].isdisjoint(between) else number


def _model(scene: Scene, figure: Figure, before: Sequence[Decided]) -> Decided:
    """Give the figure that one without a phrase of its own is like.

    That is the one before it in its sentence, of scores, in a list by years or where it is told of another time; else the last
    that it can be a part of; but of several kinds told side by side (`476 klien, 352 rawat jalan dan 124 rawat inap`) none,
    but what they are kinds of, and so with one larger than any. A total is of what those it adds up are. Of a row of pairs
    (`Poso 12 orang dari 90 orang, Sigi 9 orang dari 50 orang`) the parts are alike, and the groups.
    """
    last = before[-1]
    if not last.figure.quantity.value and figure.segment > last.figure.segment:
        last = _all_of(last, before)  # `484 orang, semuanya negatif. Targetnya 500 orang`: no positive ones
    if _goes_on_in_pairs(scene, figure, before):
        return before[-2]
    if _compares_part(scene, figure, before):
        return before[-2]
    if last.figure.segment == figure.segment or "indeks" in last.choice.indicator.units:
        return last
    if scene.segment(figure.segment).kind == "item" and scene.periods[figure.segment] and _follows(scene, last, figure):
        return last
    if _is_total(scene, figure, before):
        return last
    value = figure.quantity.value
    near = figure.segment - last.figure.segment <= _LOOK_BACK
    if near and any(period.last <= figure.first for period in scene.periods[figure.segment]):
        return last if last.figure.quantity.value >= value else _whole_of(last, before)
    surveyed = last.choice.indicator.national
    model = next(
        (
            decided
            for decided in reversed(before)
            if decided.figure.quantity.value >= value and (surveyed or not decided.choice.indicator.national)
        ),
        None,
    )
    if model is not None and not any(_are_kinds(model, other) for other in before):
        return model
    return _all_of(model or last, before)


def _all_of(part: Decided, before: Sequence[Decided]) -> Decided:
    """Give the last figure of all those of whom one counts some, else that one."""
    whole = part.choice.indicator.whole
    return next((decided for decided in reversed(before) if decided.choice.indicator.name == whole), part)


def _summed(model: Decided, before: Sequence[Decided]) -> Decided | None:
    """Give the figure that the ones of a sentence add up to: `586 orang: 300 rawat jalan, 175 rawat inap, 111 lewat TAT`."""
    row = [decided for decided in before if decided.figure.segment == model.figure.segment]
    if len(row) == 1:
        return None
    total = sum((decided.figure.quantity.value for decided in row), Decimal(0))
    if row[0].figure.quantity.value * 2 == total:
        return row[0]
    earlier = (told for told in reversed(before) if 0 < model.figure.segment - told.figure.segment <= _LOOK_BACK)
    return next((told for told in earlier if told.figure.quantity.value == total), None)


def _compares_part(scene: Scene, figure: Figure, before: Sequence[Decided]) -> bool:
    """Tell if a figure of another sentence is like some, and not like the group behind them of which they are.

    `39 orang positif dari 605 orang yang dites. Pada 2014 tercatat 42 orang`: that is nearer by its size to the 39.
    """
    if len(before) < _PAIR or before[-1].figure.segment == figure.segment:
        return False
    some, group = before[-2], before[-1]
    if some.figure.segment != group.figure.segment or some.choice.indicator.whole != group.choice.indicator.name:
        return False
    of_group = scene.tokens.words[group.figure.first - 1] == _OF
    return of_group and figure.quantity.value**2 < some.figure.quantity.value * group.figure.quantity.value


def _goes_on_in_pairs(scene: Scene, figure: Figure, before: Sequence[Decided]) -> bool:
    """Tell if a figure is what the last but one was: part or group in `Poso 12 orang dari 90 orang, Sigi 9 orang dari 50`."""
    words = scene.tokens.words
    row = (*(told.figure for told in before[-_PAIR:]), figure)
    if len(row) <= _PAIR or {other.segment for other in row} != {figure.segment}:
        return False
    groups = [words[other.first - 1] == _OF for other in row]
    parts = [_OF in words[other.last : other.last + _OF_REACH] for other in row]
    return groups == [not part for part in parts] and parts[0] == parts[2] != parts[1]


def _is_total(scene: Scene, figure: Figure, before: Sequence[Decided]) -> bool:
    """Tell if a figure is the sum of the last ones of one kind, or kinds of one: `ASN 14, Polri 4, honorer 6. Total 24 orang`.

    Those of a list right before it may be many.
    """
    counted, near = before[-1].choice.indicator, figure.segment - _LOOK_BACK
    listed = scene.segment(figure.segment).kind == "item"
    own = takewhile(
        lambda told: (
            _is_akin(told.choice.indicator, counted)
            and (told.figure.segment >= near or (listed and scene.segment(told.figure.segment).kind == "item"))
        ),
        reversed(before),
    )
    sums = tuple(accumulate(told.figure.quantity.value for told in own))
    return figure.quantity.value in sums[1:]


def _is_akin(one: Indicator, other: Indicator) -> bool:
    """Tell if two indicators are one, or kinds of one."""
    return one is other or (one.special_of is not None and one.special_of == other.special_of)


def question_over(scene: Scene, segment: int) -> int | None:
    """Give the question that names what the paragraph of a segment answers, as an interview is printed: a paragraph itself."""
    paragraph = scene.segment(segment).paragraph
    at = segment - 1
    while at >= max(0, segment - _ANSWER) and scene.segment(at).paragraph == paragraph:
        at -= 1
    if at < 0 or scene.segment(at).paragraph == paragraph or scene.text[scene.segment(at).end - 1] != "?":
        return None
    alone = at == 0 or scene.segment(at - 1).paragraph != scene.segment(at).paragraph
    return at if alone and any(map(names, scene.hits[at])) else None


def telling_head(scene: Scene, segment: int) -> int | None:
    """Give the heading over a segment; of a list item that over those that tell nothing: `Klien 2025`, `Usia`, `Anak: 7`.

    Between such headings stand but items and others.
    """
    own = scene.segment(segment).head
    head = own if scene.segment(segment).kind == "item" else None
    while head is not None and not scene.hits[head]:
        upper = scene.segment(head).head
        if upper is None or any(scene.segment(at).kind == "sentence" for at in range(upper, head + 1)):
            return own
        head = upper
    return own if head is None else head


def names(hit: Hit[Meaning]) -> bool:
    """Tell if a phrase calls a thing itself, and is not only typical of it."""
    return any(isinstance(meaning, Cue) and meaning.rank is Rank.NAME for meaning in hit.meanings)


def tells(hit: Hit[Meaning]) -> bool:
    """Tell if a phrase is at least typical of a thing."""
    return any(isinstance(meaning, Cue) and meaning.rank in {Rank.NAME, Rank.CUE} for meaning in hit.meanings)


def _follows(scene: Scene, last: Decided, figure: Figure) -> bool:
    """Tell if a figure stands in the list item right behind the last one's."""
    return last.figure.segment == figure.segment - 1 and scene.segment(last.figure.segment).kind == "item"


def _sums_up_kinds(figure: Figure, before: Sequence[Decided], kind: Indicator) -> bool:
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


def _added_up(scene: Scene, figure: Figure, before: Sequence[Decided]) -> Decided | None:
    """Give the figure of which all those of a sentence or two are the parts: `734 klien. … 143 perempuan. Laki-lakinya 591`.

    The sum must have been told before, and be no number that comes about by chance.
    """
    own = figure.segment
    for first, last in ((own, own + 1), (own - 1, own + 1), (own, own + 2)):
        if not 0 <= first < last <= len(scene.figures) or before[0].figure.segment >= first:
            continue
        row = [other for at in range(first, last) for other in scene.figures[at] if other.letter in {figure.letter, BARE}]
        paragraphs = {scene.segment(at).paragraph for at in range(first, last)}
        if len(row) < 2 or len(paragraphs) > 1 or len({other.segment for other in row}) < last - first:
            continue
        total = sum((other.quantity.value for other in row), start=Decimal(0))
        own_words = (told for told in before if told.figure in row and told.choice.place == "segment")
        others = {told.choice.indicator.name for told in own_words if not told.choice.inherited}
        for decided in reversed(before) if total >= (_TELLING if len(row) < _MANY else _SUM_OF_MANY) else ():
            alone = others <= {decided.choice.indicator.name}
            near = total >= _TELLING or first - decided.figure.segment <= _MANY
            if alone and near and decided.figure.quantity.value == total and decided.figure.segment < first:
                return decided
    return None


def _rest_of(scene: Scene, figure: Figure, before: Sequence[Decided]) -> Decided | None:
    """Give the figure of which one is the rest, as it is said: `Dari 28 klien 8 sukarela. Yang 20 orang lain ditangkap`."""
    if len(before) < _PAIR:
        return None
    whole, some = before[-_PAIR:]
    adds_up = whole.figure.quantity.value == some.figure.quantity.value + figure.quantity.value
    if not adds_up or figure.segment - whole.figure.segment > _LOOK_BACK:
        return None
    words, (first, last) = scene.tokens.words, scene.bounds[figure.segment]
    beside = (*words[max(first, figure.first - _PAIR) : figure.first], *words[figure.last : min(last, figure.last + 1)])
    return None if scene.vocabulary["sisa"].isdisjoint(beside) else whole


def _details(scene: Scene, figure: Figure, last: Decided) -> bool:
    """Tell if a figure is one of those, in whatever unit, that a sentence opens by giving as the parts of the last one.

    `Yang dimusnahkan 474 kilogram. Terdiri dari 253.067 gram sabu dan 94 butir ekstasi`: all of them were destroyed.
    """
    if figure.segment - last.figure.segment > 1 or figure.quantity.unit not in last.choice.indicator.units:
        return False
    if scene.segment(last.figure.segment).paragraph != scene.segment(figure.segment).paragraph:
        return False
    first = scene.bounds[figure.segment][0]
    opening = scene.tokens.words[first : min(first + _OPENING, figure.first)]
    return not scene.vocabulary["rinciannya"].isdisjoint(opening)


def _broken_down(scene: Scene, figure: Figure) -> bool:
    """Tell if a sentence opens by telling that it breaks something down anew: `Dilihat dari usia, …`."""
    first = scene.bounds[figure.segment][0]
    return not scene.vocabulary["dirinci"].isdisjoint(scene.tokens.words[first : min(first + _OPENING, figure.first)])


def _whole_of(model: Decided, before: Sequence[Decided]) -> Decided:
    """Give the last figure of all those that a special indicator counts some of, else the figure itself."""
    whole = model.choice.indicator.special_of
    return next((decided for decided in reversed(before) if decided.choice.indicator.name == whole), model)


def _are_kinds(one: Decided, other: Decided, *, within: int = 0) -> bool:
    """Tell if two figures of a sentence, or of some so many segments off each other, count two kinds of the same."""
    kind, second = one.choice.indicator, other.choice.indicator
    beside = abs(one.figure.segment - other.figure.segment) <= within and kind is not second
    return beside and kind.special_of is not None and kind.special_of == second.special_of
