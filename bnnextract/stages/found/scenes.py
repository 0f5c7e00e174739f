"""What was found in one text, laid on one line of tokens: figures, periods, offices, phrases, how far apart they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate, repeat, zip_longest
from typing import TypeVar

from bnnextract.frozen import frozen
from bnnextract.knowledge.constructions import BARE, LETTERS, MONEY, NONE, PERCENT
from bnnextract.knowledge.gazetteer import PlaceMention
from bnnextract.knowledge.indicators import Agency, IndicatorBook, Meaning, Part
from bnnextract.knowledge.lexicon import Hit
from bnnextract.knowledge.units import UnitKey, UnitNouns, Units
from bnnextract.knowledge.vocabulary import Vocabulary
from bnnextract.model import Quantity, Span, Where
from bnnextract.stages.found.bodies import inside_bodies
from bnnextract.stages.found.counted_nouns import unit_of_opening, unit_of_subject
from bnnextract.stages.found.offices import OfficeMention
from bnnextract.stages.found.periods import PeriodMention
from bnnextract.stages.found.quantities import Malformed
from bnnextract.stages.found.segments import Layout, Segment
from bnnextract.tokens import Tokens

# What stands between the cells of a row.
_CELL = "|"
# Distances, in words: over a figure, into another sentence, into another paragraph.
_OVER_FIGURE = 8
_OVER_SENTENCE = 16
_OVER_PARAGRAPH = 12
# How far before a number the word `dari` may stand that tells what it was before.
_FROM_REACH = 2
# A smaller number in a column of sums may be of something else.
_SUM = 1_000_000
# Among how many last words of the head the name of the last column stands, and how many numbers a row has of a target, what was
# attained and its share.
_LAST_COLUMN, _TARGET_TABLE = 3, 3
# What counts none of a thing like any number: `nol kasus`.
_ZERO = "nol"
# A body's name has at most this many words of place.
_LONGEST_PLACE = 3


@frozen(eq=False)
class Figure:
    """A quantity in its segment: the tokens of its extent, half-open, and the letter it has in the masked segment.

    Two figures are never the same, whatever they say.
    """

    quantity: Quantity
    first: int
    last: int
    segment: int
    letter: str

    @property
    def whole(self) -> bool:
        """Tell if the number is one that may count something: no `3,5`."""
        return self.quantity.value == self.quantity.value.to_integral()


@frozen()
class Placed:
    """A mention laid on the tokens."""

    first: int
    last: int
    segment: int


P = TypeVar("P", bound=Placed)


@frozen()
class PlacedPeriod(Placed):
    """A period mention on the tokens."""

    mention: PeriodMention


@frozen()
class PlacedOffice(Placed):
    """An office mention on the tokens, with the code it resolves to and what is doubtful about that."""

    mention: OfficeMention
    code: str | None
    doubt: str | None


@frozen()
class PlacedAgency(Placed):
    """A mention of another body on the tokens."""

    name: str


@frozen(eq=False)
class Scene:
    """One text with all that was found in it, in the order of the text, and by segment where it may stand in several.

    `placed` are the tokens of the names of places, `vocabulary` are the lists of words that the stages go by.
    """

    where: Where
    text: str
    lowered: str
    tokens: Tokens
    layout: Layout
    segments: tuple[Segment, ...]
    bounds: tuple[tuple[int, int], ...]
    figures: tuple[tuple[Figure, ...], ...]
    malformed: tuple[Malformed, ...]
    periods: tuple[tuple[PlacedPeriod, ...], ...]
    offices: tuple[tuple[PlacedOffice, ...], ...]
    agencies: tuple[tuple[PlacedAgency, ...], ...]
    hits: tuple[tuple[Hit[Meaning], ...], ...]
    parts: tuple[tuple[Hit[Part], ...], ...]
    steps: tuple[int, ...]
    placed: frozenset[int]
    vocabulary: Vocabulary

    def distance(self, left: int, right: int) -> int:
        """Give the words between the end of one mention (a token index, exclusive) and the start of another."""
        return self.steps[right] - self.steps[left] if right > left else 0

    def quote(self, index: int) -> Span:
        """Give the stretch of text of a segment."""
        segment = self.segments[index]
        return Span(segment.start, segment.end)


def set_scene(
    where: Where,
    text: str,
    lowered: str,
    tokens: Tokens,
    layout: Layout,
    quantities: Sequence[Quantity | Malformed],
    periods: Sequence[PeriodMention],
    offices: Sequence[tuple[OfficeMention, str | None, str | None]],
    places: Sequence[PlaceMention],
    book: IndicatorBook,
    units: Units,
    vocabulary: Vocabulary,
) -> Scene:
    """Lay everything found on the tokens, of the quantities those in no period; what stands in furniture is left out."""
    segments = layout.segments
    bounds = tuple((tokens.index(segment.start), tokens.index(segment.end)) for segment in segments)
    owner = [-1] * (len(tokens.words) + 1)
    for number, (first, last) in enumerate(bounds):
        owner[first:last] = [number] * (last - first)

    def lay(span: Span) -> tuple[int, int, int]:
        first = tokens.index(span.start)
        if first and tokens.ends[first - 1] > span.start:
            first -= 1
        last = max(tokens.index(span.end), first + 1)
        return first, last, owner[first] if first < len(owner) else -1

    placed_periods = [PlacedPeriod(*lay(mention.span), mention) for mention in periods]
    malformed = []
    figures: list[list[Figure]] = [[] for _ in segments]
    for quantity in quantities:
        if isinstance(quantity, Malformed):
            malformed.append(quantity)
            continue
        first, last, segment = lay(quantity.extent)
        if segment >= 0:
            figures[segment].append(Figure(quantity, first, min(last, bounds[segment][1]), segment, _letter(quantity, lowered)))
    for number, row in enumerate(segments):
        if row.kind == "item" and row.head is not None and len(figures[number]) > 1:
            figures[number] = _in_columns(figures[number], tokens.words[slice(*bounds[row.head])], vocabulary)
    for number, row in enumerate(segments):
        if row.kind == "item" and figures[number] and (told := _unit_of_row(tokens, bounds[number], units)):
            cells, unit = told
            figures[number] = [_in_unit(figure, unit) if figure.first >= cells else figure for figure in figures[number]]
    for number, row in enumerate(segments):
        if row.kind == "sentence" and figures[number]:
            figures[number] = _in_unit_told(figures[number], tokens.words, bounds[number], units)
    placed_offices = [
        PlacedOffice(mention.first, mention.last, owner[mention.first], mention, code, doubt)
        for mention, code, doubt in offices
    ]
    figures = [[_before_office(figure, placed_offices) for figure in own] for own in figures]
    # What stands in the name of a place names nothing else (`Bandar Lampung`).
    placed = {token for place in places for token in range(place.first, place.last) if place.last - place.first > 1}
    taken = {token for office in placed_offices for token in range(office.first, office.last)}
    # An office named with its place is no kind of office that is counted.
    placed |= {
        token for office in placed_offices if office.mention.kind == "named" for token in range(office.first, office.last)
    }
    within_name = inside_bodies(text, tokens, bounds, owner, taken, vocabulary)
    hits: list[list[Hit[Meaning]]] = [[] for _ in segments]
    agencies: list[PlacedAgency] = []
    breaks = frozenset(first for first, _ in bounds)
    for hit in book.lexicon.find(tokens.words, breaks):
        if (segment := owner[hit.first]) < 0 or hit.first in placed:
            continue
        if hit.first in within_name and not any(isinstance(meaning, Agency) for meaning in hit.meanings):
            continue
        hits[segment].append(hit)
        within = bool(agencies) and hit.first < agencies[-1].last  # `Kanwil Khusus Bea Cukai` is one body
        if hit.first not in taken and not within:
            agencies += [
                PlacedAgency(hit.first, _named_to(text, tokens, hit.last, taken), segment, meaning.name)
                for meaning in hit.meanings
                if isinstance(meaning, Agency)
            ]
    parts: list[list[Hit[Part]]] = [[] for _ in segments]
    for part in book.part_lexicon.find(tokens.words, breaks):
        if (segment := owner[part.first]) >= 0:
            parts[segment].append(part)
    return Scene(
        where, text, lowered, tokens, layout, segments, bounds,
        tuple(tuple(_with_shared_units(own, tokens, vocabulary)) for own in figures),
        tuple(malformed),
        _by_segment(placed_periods, segments),
        _by_segment(placed_offices, segments),
        _by_segment(agencies, segments),
        tuple(tuple(own) for own in hits),
        tuple(tuple(own) for own in parts),
        _steps(tokens, segments, bounds, figures, book.distances),
        frozenset(token for place in places for token in range(place.first, place.last)),
        vocabulary,
    )  # fmt: skip


def _unit_of_row(tokens: Tokens, bounds: tuple[int, int], units: Units) -> tuple[int, UnitNouns] | None:
    """Give the unit that the label of a table's row has in brackets, and where its cells begin: `Sabu (kg) 3,31 1,9`."""
    first, last = bounds
    for token in range(first, last):
        if tokens.words[token] == "(":
            for words, unit in units.nouns.get(tokens.words[token + 1] if token + 1 < last else "", ()):
                end = token + 2 + len(words)
                if tokens.words[token + 1 : end] == (*words, ")"):
                    return end, unit
    return None


def _in_unit(figure: Figure, unit: UnitNouns) -> Figure:
    """Count a number alone in the unit of its row."""
    return _counted_in(figure, unit.unit) if figure.letter == BARE else figure


def _in_columns(row: list[Figure], head: Sequence[str], vocabulary: Vocabulary) -> list[Figure]:
    """Count the last number of a row as the share that its head ends with, and large ones under columns of sums as money.

    `Seksi Pagu Realisasi (%)` over `Umum 1.215.181.000 1.215.010.479 99,99`, `Target Realisasi (%)` over `Tes 40 52 130`.
    """
    ends = not vocabulary["kolom_persen"].isdisjoint(head[-_LAST_COLUMN:])
    if vocabulary["kolom_uang"].isdisjoint(head):
        planned = ends and not vocabulary["targetnya"].isdisjoint(head)
        told = planned and len(row) >= _TARGET_TABLE and row[-1].letter == BARE
        return [*row[:-1], _counted_in(row[-1], "persen")] if told else row
    sums = [
        _counted_in(figure, "rupiah") if figure.letter == BARE and figure.quantity.value >= _SUM else figure for figure in row
    ]
    if ends and row[-1].letter == BARE and sums[-2].letter == LETTERS["rupiah"] and sums[-1] is row[-1]:
        sums[-1] = _counted_in(row[-1], "persen")
    return sums


def _counted_in(figure: Figure, unit: UnitKey) -> Figure:
    return replace(figure, quantity=replace(figure.quantity, unit=unit), letter=LETTERS[unit])


def _in_unit_told(row: list[Figure], words: Sequence[str], bounds: tuple[int, int], units: Units) -> list[Figure]:
    """Count the numbers alone of a sentence in the units of the nouns that it or their clauses begin with."""
    counted: list[Figure] = []
    for figure in row:
        unit = None
        if figure.letter == BARE and not counted:
            unit = unit_of_opening(words, figure.first, bounds[0], units)
        if figure.letter == BARE and figure.whole and unit is None:
            unit = unit_of_subject(words, (figure.first, figure.last), bounds, units)
        counted.append(figure if unit is None else _counted_in(figure, unit))
    return counted


def _before_office(figure: Figure, offices: Sequence[PlacedOffice]) -> Figure:
    """Make a number alone of one before an office named with its place, which is not counted: `25 orang …, 22 BNNK Karo`."""
    if figure.quantity.unit != "lembaga":
        return figure
    for office in offices:
        if figure.first < office.first < figure.last < office.last and office.mention.kind == "named":
            quantity = replace(figure.quantity, unit="lainnya", noun=None)
            return replace(figure, quantity=quantity, last=office.first, letter=BARE)
    return figure


def _by_segment(placed: Sequence[P], segments: Sequence[Segment]) -> tuple[tuple[P, ...], ...]:
    found: list[list[P]] = [[] for _ in segments]
    for mention in placed:
        if mention.segment >= 0:
            found[mention.segment].append(mention)
    return tuple(map(tuple, found))


def _named_to(text: str, tokens: Tokens, last: int, taken: set[int]) -> int:
    """Give where the name of a body ends: the capitalised words after its kind are its place (`Polda Jawa Timur`).

    What is `taken` names an office. A stroke stands within a name (`Kodam IX/Udayana`), not before the next body.
    """

    def named(at: int) -> bool:
        return at < len(tokens.words) and at not in taken and text[tokens.starts[at]].isupper()

    end = last
    while end - last < _LONGEST_PLACE and named(end):
        end += 1
        if end < len(tokens.words) and tokens.words[end] == "/" and named(end + 1):
            end += 2
    return end


def _letter(quantity: Quantity, lowered: str) -> str:
    uncounted = quantity.unit == "lainnya" and quantity.noun is None
    written = lowered[quantity.start : quantity.end]
    if quantity.value == 0 and written[0].isalpha() and (uncounted or written != _ZERO):
        return NONE
    return BARE if uncounted else LETTERS[quantity.unit]


def _with_shared_units(own: Sequence[Figure], tokens: Tokens, vocabulary: Vocabulary) -> Iterator[Figure]:
    """Give a number alone the percent or currency of the one it turned into: `dari 1,80 jadi 1,95 persen`."""
    for figure, following in zip_longest(own, own[1:]):
        shared = (
            following is not None
            and figure.letter == BARE
            and following.letter in PERCENT + MONEY
            and "dari" in tokens.words[max(0, figure.first - _FROM_REACH) : figure.first]
            and following.first == figure.last + 1
            and tokens.words[figure.last] in vocabulary["menjadi"]
        )
        if shared:
            quantity = replace(figure.quantity, unit=following.quantity.unit)
            yield replace(figure, quantity=quantity, letter=following.letter)
        elif figure is not None:
            yield figure


def _steps(
    tokens: Tokens,
    segments: Sequence[Segment],
    bounds: Sequence[tuple[int, int]],
    figures: Sequence[Sequence[Figure]],
    distances: Mapping[str, int],
) -> tuple[int, ...]:
    """Count the steps from the start of the text to each token."""
    widths = [*map(distances.get, tokens.words, repeat(1))]
    for own in figures:
        for figure in own:
            if figure.first and tokens.words[figure.first - 1] == _CELL:
                widths[figure.first - 1] = 1  # a cell with a number is its row's
            widths[figure.first : figure.last] = [0] * (figure.last - figure.first)
            widths[figure.first] = _OVER_FIGURE
    for number, (first, _) in enumerate(bounds):
        if number and first < len(widths):
            widths[first] += _OVER_SENTENCE
            if segments[number].paragraph != segments[number - 1].paragraph:
                widths[first] += _OVER_PARAGRAPH
    return tuple(accumulate(widths, initial=0))
