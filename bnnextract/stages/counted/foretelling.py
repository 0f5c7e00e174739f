"""What a figure counts as its parts behind it tell: kinds of the same that add up to it are kinds of what it counts."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from bnnextract.frozen import frozen
from bnnextract.knowledge.constructions import NONE, PERCENT
from bnnextract.knowledge.indicators import SPECIFIC, Cue, IndicatorBook
from bnnextract.stages.found.scenes import Figure, Scene

# A smaller sum comes about by chance; so many parts it has at most, and kinds at least.
_SMALLEST, _MOST, _KINDS = Decimal(5), 4, 2
# How far before or behind a part the word stands that names its kind, and among how many first words a sentence says that it
# tells parts.
_BESIDE, _DETAILS = 4, 4
# The units of people and of numbers alone.
_OF_PEOPLE = frozenset({"orang", "lainnya"})


@frozen()
class Foretold:
    """What a figure counts as its parts tell: the indicator's place in the book, and the words of the first part's kind."""

    indicator: int
    cue: str


def foretold(scene: Scene, figure: Figure, book: IndicatorBook) -> Foretold | None:
    """Give the indicator of all those of whom different kinds behind a figure add up to it.

    `26 klien dilayani tahun ini: rawat jalan 21, rawat inap 5`, `Baru 96 orang. Rinciannya 58 rawat jalan dan 38 rawat inap`.
    One that is itself told with its kind is of that.
    """
    if figure.letter in {NONE, PERCENT} or figure.quantity.unit not in _OF_PEOPLE or figure.quantity.value < _SMALLEST:
        return None
    parts = _parts(scene, figure)
    if not parts or any(_kind_beside(scene, figure, book, behind=behind) is not None for behind in (False, True)):
        return None
    for behind in (False, True):
        told = [_kind_beside(scene, part, book, behind=behind) for part in parts]
        kinds = [kind for kind in told if kind is not None]
        names = {kind.indicator for kind in kinds}
        wholes = {book.entries[number].special_of for number in names}
        if len(kinds) == len(parts) and len(names) >= _KINDS and len(wholes) == 1 and (whole := wholes.pop()) is not None:
            return Foretold(book.numbers[whole], kinds[0].cue)
    return None


def _parts(scene: Scene, figure: Figure) -> Sequence[Figure]:
    """Give the figures right behind one that add up to it: in its sentence, or all in the next one that tells its parts."""
    own, following = scene.figures[figure.segment], figure.segment + 1
    told_next = following < len(scene.bounds) and len(scene.figures[following]) >= _KINDS
    if not told_next and figure is own[-1]:
        return ()
    row = tuple(other for other in own[own.index(figure) + 1 :] if other.letter != PERCENT)
    if not row and told_next:
        first = scene.bounds[following][0]
        together = scene.segments[following].paragraph == scene.segments[figure.segment].paragraph
        if together and not scene.vocabulary["rinciannya"].isdisjoint(scene.tokens.words[first : first + _DETAILS]):
            row = scene.figures[following]
    if len(row) < _KINDS:
        return ()
    total = Decimal(0)
    for count, part in enumerate(row[:_MOST], start=1):
        total += part.quantity.value
        if part.quantity.unit not in _OF_PEOPLE or total > figure.quantity.value:
            return ()
        if total == figure.quantity.value:
            return row[:count]
    return ()


def _kind_beside(scene: Scene, part: Figure, book: IndicatorBook, *, behind: bool) -> Foretold | None:
    """Give the kind that a part is named as right before or behind it."""
    own = scene.figures[part.segment]
    at = own.index(part)
    since = own[at - 1].last if at else scene.bounds[part.segment][0]
    until = own[at + 1].first if at + 1 < len(own) else scene.bounds[part.segment][1]
    first, last = (part.first, part.last + _BESIDE) if behind else (part.first - _BESIDE, part.first)
    for hit in scene.hits[part.segment]:
        if hit.first < max(first, since) or hit.last > min(last, until):
            continue
        for meaning in hit.meanings:
            if not isinstance(meaning, Cue) or meaning.rank not in SPECIFIC:
                continue
            if book.entries[meaning.indicator].special_of is not None:
                return Foretold(meaning.indicator, " ".join(scene.tokens.words[hit.first : hit.last]))
    return None
