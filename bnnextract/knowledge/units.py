"""What is counted and how it is hedged: counted nouns and their units, bound words, the joiners of ranges."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Literal, TypeVar

from bnnextract.frozen import frozen
from bnnextract.knowledge.patterns import entries
from bnnextract.model import Bound
from bnnextract.strict_yaml import Node
from bnnextract.tokens import Tokens, words_of

T = TypeVar("T")

BLANKS = " \t\u00a0\u202f"
_WIDEST_GAP = 3
_MOST_STACKED = 3
_MOST_FILLERS = 2

UnitKey = Literal[
    "orang",
    "kasus",
    "berkas",
    "jaringan",
    "gram",
    "kilogram",
    "ton",
    "miligram",
    "butir",
    "batang",
    "paket",
    "lembar",
    "liter",
    "mililiter",
    "hektare",
    "meter_persegi",
    "titik",
    "kegiatan",
    "lembaga",
    "unit",
    "desa",
    "wilayah",
    "keluarga",
    "dokumen",
    "rupiah",
    "dolar",
    "persen",
    "indeks",
    "lainnya",
]
# How many grams the units of mass are.
GRAMS: Mapping[str, Decimal] = {
    "miligram": Decimal("0.001"),
    "gram": Decimal(1),
    "kilogram": Decimal(1000),
    "ton": Decimal(1000000),
}
# The units that a number must tell itself.
MEASURED = frozenset({*GRAMS, "liter", "mililiter", "rupiah", "dolar"})
Phrases = Mapping[str, tuple[tuple[tuple[str, ...], T], ...]]


@frozen()
class GivenUnit:
    """What an example text reads as."""

    text: str
    value: Decimal
    noun: str
    extent: str | None = None


@frozen()
class UnitNouns:
    """Nouns counted in one unit.

    `divisible` tells whether the unit has decimals: `never` (a comma before three digits then groups thousands),
    `halves`, or `always`. `share` is set for the hundredths of a currency, which are added to it. `examples` are
    texts of one quantity; `rejects` are texts without a quantity of these nouns.
    """

    name: str
    unit: UnitKey
    divisible: Literal["never", "halves", "always"]
    nouns: tuple[str, ...]
    examples: tuple[GivenUnit, ...]
    rejects: tuple[str, ...]
    node: Node
    share: Decimal | None = None


@frozen()
class GivenBound:
    """What an example text reads as."""

    text: str
    value: Decimal
    value_max: Decimal | None = None
    extent: str | None = None


@frozen()
class BoundWords:
    """Words around a number that say how exact it is, or that join two numbers to a range.

    `place`: `before` or `after` the number, a `filler` that may stand between bound and number, or `between` the ends
    of a range. Words `after` are no bound where one of `unless` follows, nor those of a `closing` entry where any word or
    number does. `opened_by` is a word that must stand before
    the range. `rejects` are texts of which no number has the bound, the filler or the range.
    """

    name: str
    place: Literal["before", "after", "filler", "between"]
    words: tuple[str, ...]
    examples: tuple[GivenBound, ...]
    rejects: tuple[str, ...]
    node: Node
    bound: Bound = "exact"
    unless: tuple[str, ...] = ()
    closing: bool = False
    opened_by: str | None = None

    def bars(self, following: str) -> bool:
        """Tell if what follows makes the words no bound: `12 orang lebih banyak`, `12 orang plus 3 anak`."""
        return following in self.unless or (self.closing and following[0].isalnum())


@frozen()
class Units:
    """All counted nouns, bound words and joiners.

    `nouns` and `after` are phrases by their first word, `before` and `fillers` by their last, each the longest first;
    `joiners` are the texts between the ends of a range.
    """

    entries: tuple[UnitNouns, ...]
    bounds: tuple[BoundWords, ...]
    nouns: Phrases[UnitNouns]
    before: Phrases[BoundWords]
    after: Phrases[BoundWords]
    fillers: frozenset[str]
    joiners: Mapping[str, BoundWords]
    divisible: Mapping[str, str]

    def noun(self, lowered: str, tokens: Tokens, end: int) -> tuple[str | None, UnitNouns | None]:
        """Give the counted noun that directly follows a place, as written, and what it is counted in."""
        first = tokens.index(end)
        if first < len(tokens.words) and _touches(lowered, end, tokens.starts[first]):
            for words, unit in self.nouns.get(tokens.words[first], ()):
                last = first + len(words)
                if len(words) == 1 or tokens.words[first:last] == words:
                    return lowered[tokens.starts[first] : tokens.ends[last - 1]], unit
        return None, None

    def bound_after(self, lowered: str, tokens: Tokens, end: int) -> tuple[Bound | None, int]:
        """Read the bound words that directly follow a place, and where they end."""
        first = tokens.index(end)
        if first < len(tokens.words) and (phrases := self.after.get(tokens.words[first])):
            for words, entry in phrases:
                last = first + len(words)
                if (
                    tokens.words[first:last] == words
                    and _touches(lowered, end, tokens.starts[first])
                    and (last == len(tokens.words) or not entry.bars(tokens.words[last]))
                ):
                    return entry.bound, tokens.ends[last - 1]
        return None, end

    def bound_before(self, tokens: Tokens, start: int, floor: int) -> tuple[Bound | None, int]:
        """Read the bound words before a number and not before `floor`, the nearest of several, and where they start."""
        words = tokens.words
        bound: Bound | None = None
        place = tokens.index(start)
        for _ in range(_MOST_STACKED):
            entry, first = self._ending(words, place)
            last = place
            while entry is None and bound is None and 0 < last > place - _MOST_FILLERS and words[last - 1] in self.fillers:
                last -= 1
                entry, first = self._ending(words, last)
            if entry is None or tokens.starts[first] < floor:
                break
            bound = bound or entry.bound
            place, start = first, tokens.starts[first]
        return bound, start

    def _ending(self, words: tuple[str, ...], last: int) -> tuple[BoundWords | None, int]:
        """Give the bound words that end before a token, and where they begin."""
        if last:
            for phrase, entry in self.before.get(words[last - 1], ()):
                first = last - len(phrase)
                if first >= 0 and words[first:last] == phrase:
                    return entry, first
        return None, last


def load_units(folders: Sequence[Path]) -> Units:
    """Read `units.yaml` and `bounds.yaml` of the pattern folders. Raises PatternError where they are wrong."""
    nouns = entries(folders, "units.yaml", UnitNouns)
    bounds = entries(folders, "bounds.yaml", BoundWords)
    words = {place: [entry for entry in bounds if entry.place == place] for place in ("before", "after", "filler", "between")}
    return Units(
        entries=nouns,
        bounds=bounds,
        nouns=_phrases(((noun, entry) for entry in nouns for noun in _with_enclitic(entry.nouns)), 0),
        before=_phrases(((word, entry) for entry in words["before"] for word in entry.words), -1),
        after=_phrases(((word, entry) for entry in words["after"] for word in entry.words), 0),
        fillers=frozenset(word for entry in words["filler"] for word in entry.words),
        joiners={word: entry for entry in words["between"] for word in entry.words},
        divisible=dict(reversed([(entry.unit, entry.divisible) for entry in nouns])),
    )


def _touches(lowered: str, end: int, start: int) -> bool:
    """Tell whether nothing but a few blanks of one line are between two places."""
    return start == end or (start - end <= _WIDEST_GAP and not lowered[end:start].strip(BLANKS))


def _with_enclitic(nouns: Iterable[str]) -> Iterable[str]:
    for noun in nouns:
        yield noun
        if noun.isalpha():
            yield f"{noun}nya"


def _phrases(found: Iterable[tuple[str, T]], key: Literal[0, -1]) -> dict[str, tuple[tuple[tuple[str, ...], T], ...]]:
    """Sort phrases by the first or the last of their words; of one phrase in two entries the first counts."""
    phrases: dict[tuple[str, ...], T] = {}
    for phrase, entry in found:
        phrases.setdefault(words_of(phrase), entry)
    table: dict[str, tuple[tuple[tuple[str, ...], T], ...]] = {}
    for words in sorted(phrases, key=len, reverse=True):
        table[words[key]] = (*table.get(words[key], ()), (words, phrases[words]))
    return table
