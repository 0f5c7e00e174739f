"""Numbers of a table's row to the columns that its head names: `Tahun Rawat Inap Rawat Jalan Jumlah` over `2019 3 19 22`."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from bnnextract.frozen import frozen
from bnnextract.knowledge.constructions import BARE
from bnnextract.knowledge.indicators import OUTRIGHT, Meaning, ranked
from bnnextract.knowledge.lexicon import Hit
from bnnextract.stages.found.scenes import Figure, Scene

# A table has so many columns of numbers at least, and its head so many words at most.
_COLUMNS, _LONGEST_HEAD = 2, 24
# What closes the number of a list's item.
_CLOSES_NUMBER = frozenset(").")


@frozen()
class Column:
    """A column of a table: the phrase of its head, None where it adds up the others, which are `summed`."""

    hit: Hit[Meaning] | None
    summed: tuple[Hit[Meaning], ...]


def column_of(scene: Scene, figure: Figure) -> Column | None:
    """Give the column that a number alone in a row of a table stands in, where its head names as many as the row has numbers.

    The row is a label and nothing but numbers, as `2019 3 19 22` and `Badung 12 14` are.
    """
    segment = scene.segments[figure.segment]
    if figure.letter != BARE or segment.kind != "item" or segment.head is None or scene.hits[figure.segment]:
        return None
    row = scene.figures[figure.segment]
    first, last = scene.bounds[figure.segment]
    if len(row) < _COLUMNS or row[0].first == first or row[-1].last != last:
        return None
    if any(left.letter != BARE or right.letter != BARE or right.first > left.last + 1 for left, right in pairwise(row)):
        return None
    columns = _columns(scene, segment.head)
    return columns[row.index(figure)] if len(columns) == len(row) else None


def numbers_row(scene: Scene, figure: Figure) -> bool:
    """Tell if a figure is the number of a table's row, which its head announces: `No Layanan Target` over `1 Pecandu 40`."""
    segment = scene.segments[figure.segment]
    first = scene.bounds[figure.segment][0]
    if figure.first != first or segment.kind != "item" or segment.head is None or len(scene.figures[figure.segment]) == 1:
        return False
    return scene.tokens.words[scene.bounds[segment.head][0]] in scene.vocabulary["nomor_baris"]


def numbers_item(scene: Scene, figure: Figure) -> bool:
    """Tell if a figure is the number of a list's item: `1) Klinik : 48`."""
    first, last = scene.bounds[figure.segment]
    if figure.first != first or figure.letter != BARE or scene.segments[figure.segment].kind != "item":
        return False
    return figure.last < last and scene.tokens.words[figure.last] in _CLOSES_NUMBER


@lru_cache(maxsize=8)  # it is asked of each figure of a table
def _columns(scene: Scene, head: int) -> tuple[Column, ...]:
    """Give the columns that a heading names, in their order; none where it tells a figure or a time."""
    first, last = scene.bounds[head]
    if scene.figures[head] or scene.periods[head] or last - first > _LONGEST_HEAD:
        return ()
    named = [hit for hit in scene.hits[head] if ranked(hit, OUTRIGHT)]
    taken = {at for hit in named for at in range(hit.first, hit.last)}
    sums = [at for at in range(first, last) if at not in taken and scene.tokens.words[at] in scene.vocabulary["kolom_jumlah"]]
    if not named or len(sums) > 1 or (sums and sums[0] != last - 1):
        return ()
    told = tuple(Column(hit, ()) for hit in named)
    return (*told, Column(None, tuple(named))) if sums else told
