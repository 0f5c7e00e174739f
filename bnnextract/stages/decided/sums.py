"""Numbers alone to the figure told right before that they add up to: `21 orang: ASN 9, Polri 3, honorer 9`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import accumulate, chain, takewhile

from bnnextract.frozen import frozen
from bnnextract.knowledge.constructions import BARE, NONE, PERCENT
from bnnextract.knowledge.units import MEASURED
from bnnextract.stages.bound.roles import RoleMention
from bnnextract.stages.counted.columns import numbers_item
from bnnextract.stages.counted.neighbours import names_part
from bnnextract.stages.decided.discourse import Candidate
from bnnextract.stages.found.scenes import Figure, Scene

# A smaller sum comes about by chance.
_SMALLEST = Decimal(5)
# How many candidates back the whole may stand, and how many addends a list has at most.
_BACK = 12
_LONGEST = 20
# Among how many first words of a sentence it says that it tells the parts of what was told.
_DETAILS = 4
# So many addends are parts whatever else the numbers look like: `Weleri (12), Boja (9), Patean (4)` are no ages then.
_CERTAIN = 3


@frozen()
class Sum:
    """The figure that numbers add up to, and whether these are so many that it is no chance."""

    whole: Candidate
    certain: bool


def sum_of(scene: Scene, figure: Figure, before: Sequence[Candidate], roles: Mapping[Figure, RoleMention]) -> Sum | None:
    """Give the figure of which one is a part, as all of its row add up to it, none of them having a role of its own.

    The whole stands before the row in its sentence, the one before it, or over the list: `16 berkas: sabu 7, ganja 5, obat 4`.
    Of several it is the one of most parts: `127 klien dari sasaran 105: BNNP 71, BNNK Tual 34, BNNK Buru 22`.
    What is said to be some of the one before it (`13 klien, dua di antaranya perempuan`) adds nothing.
    """
    if _numbers_item(scene, figure):
        return None
    recent = before[-_BACK:]
    found: list[tuple[Candidate, tuple[Figure, ...]]] = []
    for whole in reversed(recent):
        if not _near(scene, whole.figure, figure):
            break  # what was told before that is no nearer
        if whole.figure.quantity.value <= figure.quantity.value or not _may_be_whole(whole, figure):
            continue
        row = _following(scene, whole.figure)
        addends = _addends(row, row.index(figure), whole) if figure in row else ()
        if not addends:
            continue
        own = all(other not in roles or roles[other].role == "veto" for other in addends)
        if own and not any(names_part(scene, other) for other in addends[1:]):
            found.append((whole, addends))
    if found:
        whole, addends = max(found, key=lambda told: len(told[1]))
        return Sum(whole, len(addends) >= _CERTAIN and all(other.letter == BARE for other in addends))
    return _sum_of_list(scene, figure, recent)


def detailed_by(scene: Scene, figure: Figure, before: Sequence[Candidate]) -> Candidate | None:
    """Give the value whose parts its sentence says to follow, of which a figure is one, though all may not add up to it.

    `Pascarehabilitasi 28 orang, yakni 17 klien rawat jalan dan 9 klien dari yayasan`. What follows when the parts are
    complete is none: `rawat jalan 28 orang, terdiri dari 20 pria dan 8 wanita, serta 12 klien pascarehabilitasi`.
    """
    words, details = scene.tokens.words, scene.vocabulary["yaitu"]
    if details.isdisjoint(words[scene.bounds[figure.segment][0] : figure.first]):
        return None
    parts = Decimal(0)
    for told in reversed(before):
        if told.figure.segment != figure.segment or told.slot != "value" or told.unit != figure.quantity.unit:
            return None
        following = next(other for other in scene.figures[figure.segment] if other.first >= told.figure.last)
        between = words[told.figure.last : following.first]
        if not details.isdisjoint(between):
            rest = not scene.vocabulary["sisa"].isdisjoint(between)  # `102 orang rawat jalan, selebihnya yaitu 27 orang …`
            return told if not rest and max(parts, figure.quantity.value) < told.figure.quantity.value else None
        parts += told.figure.quantity.value
    return None


def _sum_of_list(scene: Scene, figure: Figure, recent: Sequence[Candidate]) -> Sum | None:
    """Give the figure to which all of a list add up, which may be one of several lists that each break it down.

    `… 23 klien. Rinciannya: ¶ Cara masuk ¶ Sukarela 13 orang ¶ Wajib 10 orang ¶ Jenis kelamin ¶ Pria 22 orang …`.
    """
    head = scene.segments[figure.segment].head
    if scene.segments[figure.segment].kind != "item" or head is None or scene.figures[head]:
        return None
    of_list = takewhile(lambda at: scene.segments[at].head == head, range(head + 1, len(scene.figures)))
    items = chain.from_iterable(scene.figures[at] for at in of_list if scene.segments[at].kind == "item")
    row = tuple(other for other in items if not numbers_item(scene, other))
    larger = [other for other in recent if other.figure.quantity.value > figure.quantity.value]
    for whole in reversed(larger):
        over = all(_is_listed(scene, whole, at) for at in range(whole.figure.segment + 1, head))
        if over and whole.slot == "value" and _may_be_whole(whole, figure) and figure in row and _addends(row, 0, whole) == row:
            return Sum(whole, certain=False)
    return None


def _is_listed(scene: Scene, whole: Candidate, segment: int) -> bool:
    """Tell if a segment is of the lists below the paragraph of a figure, or goes on with that or leads up to those."""
    told = scene.segments[segment]
    onward = told.paragraph == scene.segments[whole.figure.segment].paragraph or not scene.figures[segment]
    return told.kind != "sentence" or onward


def shares_target(scene: Scene, figure: Figure, added: Sum) -> bool:
    """Tell if a figure is a part of a target, and not of what was attained.

    `Jatah Bali 60 orang: 40 rawat jalan dan 20 rawat inap`, `… 60 orang. Jumlah itu terbagi atas 40 rawat jalan dan …`.
    """
    whole, words = added.whole.figure, scene.tokens.words
    first = scene.bounds[figure.segment][0]
    opening = words[first : first + _DETAILS]
    told = whole.segment == figure.segment or not scene.vocabulary["rinciannya|dibagi"].isdisjoint(opening)
    return added.whole.slot == "target" and told and scene.vocabulary["capai"].isdisjoint(words[whole.last : figure.first])


def opens_up(scene: Scene, whole: Figure, part: Figure) -> bool:
    """Tell if a sentence says between a figure and another that this is a part: `9 orang, terdiri dari 5 pengunjung`."""
    between = scene.tokens.words[whole.last : part.first] if whole.segment == part.segment else ()
    return not scene.vocabulary["terdiri|yaitu"].isdisjoint(between)


def own_item(scene: Scene, figure: Figure) -> Sequence[str]:
    """Give the words of a figure's item in a list of figures: from the conjunction before it to the one before the next."""
    (first, last), words = scene.bounds[figure.segment], scene.tokens.words
    joining = scene.vocabulary["daftar"] - {"/"}
    start = next((at + 1 for at in range(figure.first - 1, first - 1, -1) if words[at] in joining), first)
    behind = next((other.first for other in scene.figures[figure.segment] if other.first > figure.first), last)
    end = next((at for at in range(behind - 1, figure.last - 1, -1) if words[at] in joining), behind)
    return words[start:end]


def _numbers_item(scene: Scene, figure: Figure) -> bool:
    """Tell if a number opens a list item, which it may only number."""
    return scene.segments[figure.segment].kind == "item" and figure.first == scene.bounds[figure.segment][0]


def _may_be_whole(whole: Candidate, figure: Figure) -> bool:
    """Tell if a larger figure may be the sum of what one is some of: it counts, in the same unit, and is no small number."""
    counted = whole.slot in {"value", "target"} and whole.figure.letter not in {PERCENT, NONE} and whole.unit not in MEASURED
    alike = figure.letter == BARE or figure.quantity.unit == whole.unit
    return counted and alike and whole.figure.quantity.value >= _SMALLEST


def _near(scene: Scene, whole: Figure, figure: Figure) -> bool:
    """Tell if a whole stands near enough before its part: in its sentence or the one before, or right over its list."""
    between = range(whole.segment + 1, figure.segment + 1)
    return len(between) <= 1 or (len(between) <= _LONGEST and all(scene.segments[at].kind == "item" for at in between))


def _following(scene: Scene, whole: Figure) -> tuple[Figure, ...]:
    """Give the figures behind a whole that may be its parts, in order: of its sentence, the next one, or the list below."""
    behind = range(whole.segment + 1, min(len(scene.figures), whole.segment + _LONGEST))
    items = tuple(takewhile(lambda at: scene.segments[at].kind == "item", behind))
    own = scene.figures[whole.segment]
    row = (*own[own.index(whole) + 1 :], *chain.from_iterable(scene.figures[at] for at in items or behind[:1]))
    return tuple(other for other in row if not numbers_item(scene, other))[:_LONGEST]


def _addends(row: Sequence[Figure], at: int, whole: Candidate) -> tuple[Figure, ...]:
    """Give the neighbours of a row, among them that at a place, that add up to a figure, if any do."""
    total = whole.figure.quantity.value
    for first in range(at + 1):
        sums = accumulate(other.quantity.value for other in row[first:])
        end = next((number for number, added in enumerate(sums, start=first + 1) if added >= total), 0)
        addends = row[first:end]
        if at < end and len(addends) > 1 and sum((other.quantity.value for other in addends), Decimal(0)) == total:
            alike = all(other.letter == BARE or other.quantity.unit == whole.unit for other in addends)
            return tuple(addends) if alike else ()
    return ()
