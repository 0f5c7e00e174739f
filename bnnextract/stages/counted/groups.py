"""Groups of which some are told: what is said of the some, and what of all of them."""

from __future__ import annotations

from typing import NamedTuple

from bnnextract.knowledge.constructions import BARE, NONE, PERCENT
from bnnextract.knowledge.indicators import CALLING, NAMING, Cue, Indicator, IndicatorBook, Meaning, Rank
from bnnextract.knowledge.lexicon import Hit
from bnnextract.stages.counted.neighbours import LABEL, OF, end_of_among
from bnnextract.stages.found.scenes import Figure, Scene

# Within how many words behind a group the clause on it begins, and within how many of that what all of them are stands.
_TO_CLAUSE, _IN_CLAUSE = 8, 4


class OfGroup(NamedTuple):
    """What all of a group count, and the phrase that tells so."""

    hit: Hit[Meaning]
    indicator: Indicator


def said_of_some(scene: Scene, figure: Figure, book: IndicatorBook) -> tuple[Hit[Meaning], int | None] | None:
    """Give the phrase that is said of some of those a figure counts, and the indicator of them all: `59 orang, 19 positif`.

    That is None where the phrase does not tell what they all are.

    It stands beside a smaller number that follows the figure, behind it (`42 orang, ditemukan 3 yang positif`), or before it
    as its label (`59 orang (31 pria), positif 19`); so a kind does of all of that kind: `60 orang, 51 rawat jalan`, `60
    pecandu, 9 orang di antaranya harus rawat inap`. Of the 59 in `dari 59 orang, 19 positif` not all need be counted, but none
    is one of the 19.
    """
    own = scene.figures[figure.segment]
    words = scene.tokens.words
    if figure is own[-1] or figure.letter in {BARE, NONE, PERCENT}:
        return None
    behind = _behind_brackets(scene, figure)
    some = next((other for other in own if other.first >= behind), None)
    if some is None or some.letter not in {BARE, figure.letter} or some.quantity.value > figure.quantity.value:
        return None
    between = words[behind : some.first]
    if words[figure.first - 1] == OF:
        return _said_of_some_of(scene, figure, some, between, book)
    if not between or (between[0] != "(" and between[0] not in scene.vocabulary["daftar"]):
        return None
    bare = some.letter == BARE
    joined = scene.vocabulary["daftar|hasilnya_ada"].issuperset(between)
    among = end_of_among(scene, some) if joined else None
    for hit in scene.hits[figure.segment]:
        labels = behind < hit.first and hit.last <= some.first and _leads_to(scene, behind, hit, some)
        said = among is not None and among <= hit.first <= among + LABEL
        beside = hit.first - (words[some.last : some.last + 1] == ("yang",)) == some.last
        if not labels and not said and not (bare and joined and beside):
            continue
        for meaning in hit.meanings:
            if isinstance(meaning, Cue) and meaning.rank is Rank.NAME and (whole := _whole_of(book, meaning)) is not None:
                return (hit, whole) if figure.quantity.unit in book.entries[whole].units else None
    return None


def _said_of_some_of(
    scene: Scene, group: Figure, some: Figure, between: tuple[str, ...], book: IndicatorBook
) -> tuple[Hit[Meaning], int | None] | None:
    """Give the phrase behind some of a group, over the comma, and what the group counts: `dari 59 yang dites, 19 positif`."""
    if "," not in between or some.quantity.value == group.quantity.value:
        return None
    led = between[len(between) - between[::-1].index(",") :]
    if not scene.vocabulary["berjumlah"].issuperset(led):
        return None
    behind = scene.tokens.words[some.last : some.last + 1] == ("yang",)
    for hit in scene.hits[group.segment]:
        for meaning in hit.meanings if hit.first == some.last + behind else ():
            if isinstance(meaning, Cue) and meaning.rank is Rank.NAME:
                part = book.entries[meaning.indicator].part_of
                whole = book.numbers[part] if part else None
                fits = whole is not None and group.quantity.unit in book.entries[whole].units
                return (hit, whole) if fits else (hit, None) if behind and whole is None else None
    return None


def _whole_of(book: IndicatorBook, cue: Cue) -> int | None:
    """Give the indicator of all those of whom what a phrase names are some."""
    whole = book.entries[cue.indicator].whole
    return book.numbers[whole] if whole is not None else None


def _behind_brackets(scene: Scene, figure: Figure) -> int:
    """Give where a sentence goes on behind a figure and what brackets tell of those it counts: `41 orang (kru, tamu), …`."""
    words, last = scene.tokens.words, scene.bounds[figure.segment][1]
    if figure.last >= last or words[figure.last] != "(" or ")" not in words[figure.last : last]:
        return figure.last
    end = words.index(")", figure.last)
    # A label in brackets is that of some: `59 orang (positif 19)`.
    return figure.last if any(figure.last < hit.first < end for hit in scene.hits[figure.segment]) else end + 1


def _leads_to(scene: Scene, behind: int, hit: Hit[Meaning], some: Figure) -> bool:
    """Tell if a phrase is all that a list names before a number: `…, positif 19`, `… dan yang positif ada 19`."""
    words = scene.tokens.words
    opened = (scene.vocabulary["daftar"] | {"(", "yang", "dinyatakan", "terindikasi"}).issuperset(words[behind : hit.first])
    between = words[hit.last : some.first]
    return opened and OF not in between and scene.vocabulary["pengisi"].issuperset(between)


def said_of_group(scene: Scene, group: Figure, book: IndicatorBook, met: frozenset[int]) -> OfGroup | None:
    """Give the phrase that tells what all of a group count as of which a number alone before it tells some.

    It is their noun or stands in the clause on them: `46 dari 50 klien`, `2 dari 60 sopir bus yang dites urine positif`.
    """
    words, last = scene.tokens.words, scene.bounds[group.segment][1]
    clause = next((at for at in range(group.last, min(group.last + _TO_CLAUSE, last)) if words[at] == "yang"), None)
    for hit in reversed(scene.hits[group.segment]):
        noun = hit.first < group.last and hit.last > group.first
        if not noun and (clause is None or not clause < hit.first <= clause + _IN_CLAUSE):
            continue
        for meaning in hit.meanings:
            if isinstance(meaning, Cue) and meaning.rank in (CALLING if noun else NAMING) and meaning.indicator in met:
                entry = book.entries[meaning.indicator]
                if group.quantity.unit in entry.units:
                    return OfGroup(hit, entry)
    return None
