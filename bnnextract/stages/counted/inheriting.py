"""What a figure without a phrase of its own counts: what those before it did, or those whom these serve."""

from __future__ import annotations

from collections.abc import Sequence

from bnnextract.frozen import frozen
from bnnextract.knowledge.constructions import BARE
from bnnextract.knowledge.indicators import IndicatorBook
from bnnextract.stages.counted.choices import (
    LOOK_BACK,
    PAIR,
    Decided,
    Place,
    added_up,
    are_kinds,
    is_total,
    summed_up,
    sums_up_kinds,
    whole_of_rest,
)
from bnnextract.stages.counted.headings import question_over, telling_head
from bnnextract.stages.counted.neighbours import OF_WALKS, counts_people, names_part, names_part_before
from bnnextract.stages.found.scenes import Figure, Scene

# The vote for what the figures before counted, how much each segment between takes off, and a paragraph; and below what it
# is none.
_LIKE_BEFORE = 58
_PER_SEGMENT = 3
_PARAGRAPH = 8
_WORTH = 12
# The vote for what those are of whom a figure is said to be the rest.
_THE_REST, _SURELY = 72, 92
# The signs behind a figure whose parts follow one after the other.
_OPENS_UP = frozenset(",:(")
# What is surveyed is mostly told in passing: how much less a figure in a new paragraph goes on with it.
_SURVEYED = 15
# How much less a figure in an answer goes on with those before the question.
_ASKED = 16
# In how many words from its start a sentence announces that it breaks something down.
_OPENING = 4
# The unit of people.
_PEOPLE = "orang"
# Between some and the group that they are of.
_OF = "dari"
# Within how many words behind some it stands: `27 orang positif dari 319`.
_OF_REACH = 3


@frozen()
class Kept:
    """The vote for the indicator of figures before: its place in the book, how strong, by which words, where these stand.

    It is `anew` where a new paragraph goes on with them, and `summed` where a sentence tells
    that it breaks one of them down into the figure and others, which add up to it.
    """

    indicator: int
    score: int
    cue: str
    place: Place
    anew: bool
    summed: bool = False


def inherit(scene: Scene, figure: Figure, book: IndicatorBook, before: Sequence[Decided], last: Decided | None) -> Kept | None:
    """Give what the figures `before` of the same unit, or the `last` of any, make one after them count, if anything."""
    if last is not None and (served := _served(scene, figure, book, last)) is not None:
        return Kept(served, _LIKE_BEFORE, last.choice.cue, "before", anew=False)
    if (
        last is not None
        and (not before or before[-1] is not last)
        and (_details(scene, figure, last) or _sizes(scene, figure, last))
    ):
        return Kept(book.numbers[last.choice.indicator.name], _LIKE_BEFORE, last.choice.cue, "before", anew=False)
    if not before or (_only_there(scene, figure) and not _only_there(scene, before[-1].figure)):
        return None
    rest_of = whole_of_rest(scene, figure, before)
    if rest_of is not None:
        # One without a noun is so whatever stands between: `Lima dengan sembilan tersangka, enam lainnya tanpa pemilik`.
        score = _THE_REST if figure.letter != BARE else _SURELY
        return Kept(book.numbers[rest_of.choice.indicator.name], score, rest_of.choice.cue, "before", anew=False)
    if (opened := _opened_up(scene, figure, before)) is not None:
        return Kept(book.numbers[opened.choice.indicator.name], _THE_REST, opened.choice.cue, "segment", anew=False)
    whole = added_up(scene, figure, before)
    model = whole or _model(scene, figure, before)
    if whole is None and _broken_down(scene, figure):
        model = _whole_of(model, before)
    if whole is None and model.figure.segment < figure.segment and (summed := summed_up(model, before)) is not None:
        model = summed
    score = _LIKE_BEFORE - (_PER_SEGMENT * (figure.segment - model.figure.segment) if whole is None else 0)
    turned = whole is None and scene.segments[model.figure.segment].paragraph != scene.segments[figure.segment].paragraph
    own = scene.segments[figure.segment]
    anew = turned and (own.kind != "item" or _named_over(scene, telling_head(scene, figure.segment), model.figure))
    if anew and _details_kind(scene, figure, model, before):
        anew = False
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
    whole_of = counted.part_of or (counted.special_of if sums_up_kinds(figure, before, counted) else None)
    beside = 1 if turned and own.kind == "sentence" else 0
    if (
        whole is None
        and model.figure.segment < figure.segment
        and any(are_kinds(model, other, within=beside) for other in before)
    ):
        # `Jatahnya 569 rawat inap dan 800 rawat jalan. Baru 412 orang terlayani`: of neither kind alone.
        larger, whole_of = True, counted.special_of
    if whole is None and _is_anothers(scene, figure, model.figure):
        larger, whole_of = True, counted.special_of
    number = book.numbers[whole_of if larger and whole_of else counted.name]
    return Kept(
        number,
        score,
        model.choice.cue,
        "segment" if model.figure.segment == figure.segment else "before",
        anew,
        whole is not None and _gives_parts(scene, figure),
    )


def _gives_parts(scene: Scene, figure: Figure) -> bool:
    """Tell if a sentence says before a figure that it gives the parts of what was told: `Rinciannya 18 kader, 12 pelajar`."""
    words = scene.tokens.words[scene.bounds[figure.segment][0] : figure.first]
    return not scene.vocabulary["rinciannya|yaitu"].isdisjoint(words)


def _opened_up(scene: Scene, figure: Figure, before: Sequence[Decided]) -> Decided | None:
    """Give the figure that the ones next in its sentence add up to: `Yang positif dua orang, satu pegawai dan satu sopir`."""
    if len(scene.figures[figure.segment]) <= PAIR:
        return None
    row = [told for told in before if told.figure.segment == figure.segment]
    if (
        not row
        or scene.tokens.words[row[0].figure.last] not in _OPENS_UP
        or len({told.choice.indicator.name for told in row}) > 1
    ):
        return None
    whole = row[0]
    own = scene.figures[figure.segment]
    parts = [other for other in own if other.first >= whole.figure.last]
    alike = figure in parts and {part.letter for part in parts} <= {figure.letter} and len(parts) > 1
    return whole if alike and sum(part.quantity.value for part in parts) == whole.figure.quantity.value else None


def _is_anothers(scene: Scene, figure: Figure, model: Figure) -> bool:
    """Tell if a figure is another office's than some of those of one: `16 klien, 3 di antaranya rawat inap. BNNK Batu 20`.

    So it is where what all of those are is only told behind them: `16 klien, seluruhnya rawat jalan`.
    """
    if not any(model.last <= office.first < figure.first for office in scene.offices[figure.segment]):
        return False
    if names_part(scene, model) or names_part_before(scene, model):
        return True
    behind = scene.tokens.words[model.last : scene.bounds[model.segment][1]]
    return not scene.vocabulary["semuanya"].isdisjoint(behind)


def _details_kind(scene: Scene, figure: Figure, model: Decided, before: Sequence[Decided]) -> bool:
    """Tell if a paragraph tells of what age, sex or trade some of one kind are, where all kinds together were never told.

    `36 klien dilayani rawat jalan. … ¶ Menurut pendidikan, tamatan SD 3 klien`: they are out-patients, too.
    """
    kind = model.choice.indicator
    if scene.segments[figure.segment].kind != "sentence":
        return False
    if kind.special_of is None or any(told.choice.indicator.name == kind.special_of for told in before):
        return False
    if all(told.figure.quantity.value < figure.quantity.value for told in before if told.choice.indicator is kind):
        return False
    return _broken_down(scene, figure) or any(p.meanings[0].axis in OF_WALKS for p in scene.parts[figure.segment])


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
    if number is None:
        return None
    unit = _PEOPLE if counts_people(scene, figure) else figure.quantity.unit
    if unit not in book.entries[number].units:
        return None
    near = figure.segment - other.segment <= LOOK_BACK
    if not near or scene.segments[other.segment].paragraph != scene.segments[figure.segment].paragraph:
        return None
    between = scene.tokens.words[other.last : figure.last]
    alike = other.quantity.unit == unit
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
    if scene.segments[figure.segment].kind == "item" and scene.periods[figure.segment] and _follows(scene, last, figure):
        return last
    if is_total(scene, figure, before):
        return last
    if _attains_target(scene, figure, last):
        return last
    value = figure.quantity.value
    near = figure.segment - last.figure.segment <= LOOK_BACK
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
    if model is not None and not any(are_kinds(model, other) for other in before):
        return model
    return _all_of(model or last, before)


def _attains_target(scene: Scene, figure: Figure, last: Decided) -> bool:
    """Tell if a figure opens up on a target that the sentence before ends with: `Targetnya 30 klien. Sudah terlayani 34`.

    It may be more than that, and is none of a larger figure told earlier.
    """
    own, target = scene.segments[figure.segment], last.figure
    if last.slot != "target" or figure.segment - target.segment != 1 or own.kind != "sentence":
        return False
    return own.paragraph == scene.segments[target.segment].paragraph and scene.figures[figure.segment][0] is figure


def _all_of(part: Decided, before: Sequence[Decided]) -> Decided:
    """Give the last figure of all those of whom one counts some, else that one."""
    whole = part.choice.indicator.whole
    return next((decided for decided in reversed(before) if decided.choice.indicator.name == whole), part)


def _compares_part(scene: Scene, figure: Figure, before: Sequence[Decided]) -> bool:
    """Tell if a figure of another sentence is like some, and not like the group behind them of which they are.

    `39 orang positif dari 605 orang yang dites. Pada 2014 tercatat 42 orang`: that is nearer by its size to the 39.
    """
    if len(before) < PAIR or before[-1].figure.segment == figure.segment:
        return False
    some, group = before[-2], before[-1]
    if some.figure.segment != group.figure.segment or some.choice.indicator.whole != group.choice.indicator.name:
        return False
    of_group = scene.tokens.words[group.figure.first - 1] == _OF
    return of_group and figure.quantity.value**2 < some.figure.quantity.value * group.figure.quantity.value


def _goes_on_in_pairs(scene: Scene, figure: Figure, before: Sequence[Decided]) -> bool:
    """Tell if a figure is what the last but one was: part or group in `Poso 12 orang dari 90 orang, Sigi 9 orang dari 50`."""
    words = scene.tokens.words
    row = (*(told.figure for told in before[-PAIR:]), figure)
    if len(row) <= PAIR or {other.segment for other in row} != {figure.segment}:
        return False
    groups = [words[other.first - 1] == _OF for other in row]
    parts = [_OF in words[other.last : other.last + _OF_REACH] for other in row]
    return groups == [not part for part in parts] and parts[0] == parts[2] != parts[1]


def _follows(scene: Scene, last: Decided, figure: Figure) -> bool:
    """Tell if a figure stands in the list item right behind the last one's."""
    return last.figure.segment == figure.segment - 1 and scene.segments[last.figure.segment].kind == "item"


def _details(scene: Scene, figure: Figure, last: Decided) -> bool:
    """Tell if a figure is one of those, in whatever unit, that a sentence opens by giving as the parts of the last one.

    `Yang dimusnahkan 474 kilogram. Terdiri dari 253.067 gram sabu dan 94 butir ekstasi`: all of them were destroyed.
    """
    if figure.segment - last.figure.segment > 1 or figure.quantity.unit not in last.choice.indicator.units:
        return False
    first = scene.bounds[figure.segment][0]
    opening = scene.tokens.words[first : min(first + _OPENING, figure.first)]
    return not scene.vocabulary["rinciannya"].isdisjoint(opening)


def _sizes(scene: Scene, figure: Figure, last: Decided) -> bool:
    """Tell if list items give how large a thing is in several units: `- Luas: 2 hektare`, `- Jumlah: 900 batang`."""
    if not _follows(scene, last, figure) or figure.quantity.unit not in last.choice.indicator.units:
        return False
    words = scene.tokens.words[scene.bounds[figure.segment][0] : figure.first]
    return scene.segments[figure.segment].kind == "item" and scene.vocabulary["total|berjumlah"].issuperset(words)


def _broken_down(scene: Scene, figure: Figure) -> bool:
    """Tell if a sentence opens by telling that it breaks something down anew: `Dilihat dari usia, …`."""
    first = scene.bounds[figure.segment][0]
    return not scene.vocabulary["dirinci"].isdisjoint(scene.tokens.words[first : min(first + _OPENING, figure.first)])


def _whole_of(model: Decided, before: Sequence[Decided]) -> Decided:
    """Give the last figure of all those that a special indicator counts some of, else the figure itself."""
    whole = model.choice.indicator.special_of
    return next((decided for decided in reversed(before) if decided.choice.indicator.name == whole), model)
