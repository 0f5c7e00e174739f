"""What is counted, and the words that tell: indicators, parts of breakdowns, other bodies, boundaries of clauses."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import field
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Literal, NamedTuple, TypeVar

from bnnextract.frozen import frozen
from bnnextract.knowledge.lexicon import Hit, Lexicon, expand
from bnnextract.knowledge.patterns import entries, files, place
from bnnextract.knowledge.units import UnitKey
from bnnextract.strict_yaml import Node, load, read_all
from bnnextract.tokens import words_of

# The order of the contract's groups; within a group the order of its file.
GROUPS = ("rehabilitasi", "pemberantasan", "pencegahan", "pemberdayaan", "kelembagaan", "survei", "lainnya")
Axis = Literal[
    "zat",
    "kelamin",
    "usia",
    "pekerjaan",
    "pendidikan",
    "peran",
    "tempat",
    "lembaga",
    "sumber",
    "status",
    "kewarganegaraan",
    "lain",
]
Occurrence = Literal["never", "told", "article", "day", "place", "always"]

T = TypeVar("T")

_AXIS = re.compile(r"\{(\w+)\}")
FIGURE = "…"
"""Where the figure stands in a phrase around it, in the patterns and in the cue told."""


class Rank(Enum):
    """How much a phrase tells of the indicator.

    Its strength where it touches the figure, and what each step away costs on the left and on the right. A noun names
    what is counted and nothing else does so, and must stand beside the figure; a name calls the thing itself from
    anywhere in the clause; a kind is what is counted unless a name says more (`kasus`, `klien`); a cue is typical of it;
    a hint serves where nothing better is told. An item (`5 unit sepeda motor`) counts only where it is said to be taken.
    """

    NOUN = (100, 12, 45)
    NAME = (90, 1, 1)
    KIND = (74, 1, 6)
    CUE = (60, 1, 1)
    HINT = (40, 1, 1)
    ITEM = (58, 3, 12)

    def __init__(self, strength: int, left_decay: int, decay: int) -> None:
        self.strength = strength
        self.left_decay = left_decay
        self.decay = decay

    # There is one object of each; the hash that an Enum has of its own is that of its name, which costs a call.
    __hash__ = object.__hash__


CALLING = frozenset({Rank.NOUN, Rank.NAME, Rank.KIND})
"""The ranks of phrases that call what is counted."""

SAYING = frozenset({Rank.NAME, Rank.CUE})
"""The ranks of phrases that say of one thing alone that it is told of."""

NAMING = frozenset({Rank.NOUN, Rank.NAME})
"""The ranks of phrases that are the name of one thing."""

SPECIFIC = NAMING | SAYING
"""The ranks of phrases that tell of one thing alone, by its name or otherwise."""

OUTRIGHT = CALLING | SAYING
"""The ranks of phrases that tell of a thing by themselves; hints and items serve where nothing better is told."""


@frozen()
class IndicatorExample:
    """A text, and the value that the indicator has in it."""

    text: str
    value: Decimal


@frozen()
class Indicator:
    """One indicator of the contract: the units it is counted in (the usual one first) and the phrases that tell of it.

    `needs` are words of which one must stand somewhere in the article; a phrase `around` has the figure where its `…`
    stands. `default_part` is the part of a figure that tells none, `spent_part` that of a sum told to be out of another. A
    `general` indicator gives way to a special one that is named in the clause; what is `special_of` another shares its
    kinds, and so does, being something else, what counts the `kinds_of` another. What is `part_of` another (or `special_of`
    it), its `whole`, are some of those that it counts: all of them where what it is `denied_by` stands behind the figure,
    and where a part of a `telling` axis is the label of a figure of them all, it counts these. Right behind what it is
    `served_by` the general one's kinds are its. Those who are said to be `undergoing` another, or to be `receiving` it, are
    counted by that, and not as who they are. `from_bodies` tells that other bodies named with a figure sent those counted,
    `from_hosts` that those which do none of BNN's work, as a town hall, only had their people counted, and `seconded` that
    some came from them for good. `occurrence` tells when a figure is of one occurrence: never; where the paragraph tells
    its day; in an article that reports on no period; there, and where the paragraph tells a day; or always, unless a whole
    year is told with it. A `by_drug` one is told by the drug, wherever in the clause that stands, and one of people
    `cared_for` by where they are sent; where these come `mixed`, from all walks of life, a noun that tells one tells a
    part. A `national` one is BNN RI's where its sentence speaks of the country, or its figure is as large as no province's,
    from `national_from` on; what its phrases `nationwide` name is counted in the country by BNN RI. From `large_from` on
    its hints tell as much as kinds, below it nothing; all that is counted of another is `below` a number, or, but for
    shares, `above` one. The percentage attained of one `attained_as` another is a figure of that. No city's or regency's
    office has any of what is `of_province`. What is `granted` beforehand is no target, though it is of a year to come. Of
    what is `added` to year by year, the addition is the figure of its year. Of an occurrence told item by item (`itemised`)
    the items are left out beside their total. What is `gathered` before a ceremony is of no occurrence. The parts of a
    `plain` axis only repeat what is counted. Of what is `sectioned`, the section that a sentence names holds for all its
    figures behind. What is only `measured` is never aimed at.
    """

    name: str
    counts: str
    units: tuple[UnitKey, ...]
    examples: tuple[IndicatorExample, ...]
    rejects: tuple[str, ...]
    node: Node
    whole: str | None = field(init=False)
    nouns: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    around: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    taken: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    general: bool = False
    default_part: str | None = None
    spent_part: str | None = None
    sectioned: bool = False
    special_of: str | None = None
    kinds_of: str | None = None
    part_of: str | None = None
    served_by: tuple[str, ...] = ()
    undergoing: tuple[str, ...] = ()
    receiving: tuple[str, ...] = ()
    denied_by: tuple[str, ...] = ()
    telling: tuple[Axis, ...] = ()
    from_bodies: bool = False
    from_hosts: bool = False
    seconded: bool = False
    occurrence: Occurrence = "never"
    by_drug: bool = False
    cared_for: bool = False
    mixed: bool = False
    national: bool = False
    national_from: Decimal | None = None
    nationwide: tuple[str, ...] = ()
    large_from: Decimal | None = None
    below: Decimal | None = None
    above: Decimal | None = None
    attained_as: str | None = None
    of_province: bool = False
    granted: bool = False
    added: bool = False
    itemised: bool = False
    gathered: bool = False
    plain: tuple[Axis, ...] = ()
    measured: bool = False

    def __post_init__(self) -> None:
        """Settle of whom this one counts some."""
        object.__setattr__(self, "whole", self.part_of or self.special_of)


@frozen()
class Part:
    """A canonical value of an axis of breakdowns and the ways it is written.

    It is a part of the indicators (or groups of them) that it is one `of`, if not of all but those that it is `never_of`.
    One that `holds` is that of the figures behind it, too, until another is told. A `named` one goes by its value. A
    `listed` one is a part only of a figure that is one of several in its sentence. A `none` one is a longer name that has
    words of parts in it and is none.
    """

    axis: Axis
    value: str
    words: tuple[str, ...]
    node: Node
    of: tuple[str, ...] = ()
    never_of: tuple[str, ...] = ()
    holds: bool = False
    named: bool = False
    listed: bool = False
    none: bool = False

    def fits(self, indicator: str) -> bool:
        """Tell if this can be a part of what an indicator counts."""
        if self.none or {indicator, indicator.partition(".")[0]} & {*self.never_of}:
            return False
        return not self.of or indicator in self.of


@frozen()
class Agency:
    """A kind of body that is not BNN and the words that name one; one that `tells` what BNN surveyed may be quoted with it."""

    name: str
    words: tuple[str, ...]
    tells: bool = False


@frozen()
class Boundary:
    """Words that keep apart what stands on both sides, and how far, in words."""

    name: str
    words: tuple[str, ...]
    distance: int


@frozen()
class Cue:
    """A phrase's bearing on an indicator, given by its place in the book."""

    indicator: int
    rank: Rank


Meaning = Cue | Agency


def ranked(hit: Hit[Meaning], ranks: Collection[Rank]) -> bool:
    """Tell if a phrase has one of some ranks, for whichever indicator."""
    return any(isinstance(meaning, Cue) and meaning.rank in ranks for meaning in hit.meanings)


class Frame(NamedTuple):
    """A phrase around a figure, `mengirim … ke balai`: the indicator's place, the words right before and shortly behind."""

    indicator: int
    before: tuple[str, ...]
    behind: tuple[str, ...]


@frozen()
class IndicatorBook:
    """Everything words tell.

    The indicators in the contract's order, a lexicon of cues and agencies, one of parts, distances of words, and the
    places of the indicators in their order by name; `servers` has by name of what serves the place of the first indicator
    that is served by it. `needed` has the words of which an indicator needs one in an article, if it does, each as its tokens:
    `p4gn` has three. `frames` are the phrases around figures, by the last word before these; `kinds` the places of the
    special indicators by the general one's name, `told_by_part` those of the indicators that a part tells, with that of all
    those of whom they are some. `order` has the place of each where general ones come last, `deniable` those of which some may
    be said to be none, `undergone` what those of one may be undergoing, and `received` what may be done to them.
    """

    entries: tuple[Indicator, ...]
    parts: tuple[Part, ...]
    lexicon: Lexicon[Meaning]
    part_lexicon: Lexicon[Part]
    distances: Mapping[str, int]
    numbers: Mapping[str, int]
    servers: Mapping[str, int]
    tellers: frozenset[str]
    needed: Mapping[int, tuple[tuple[str, ...], ...]]
    frames: Mapping[str, tuple[Frame, ...]]
    kinds: Mapping[str, frozenset[int]]
    told_by_part: tuple[tuple[int, int], ...]
    order: tuple[int, ...]
    deniable: frozenset[int]
    undergone: Mapping[int, frozenset[int]]
    received: Mapping[int, frozenset[int]]

    @property
    def special(self) -> Mapping[str, str]:
        """The general indicator of each special one."""
        return {entry.name: entry.special_of for entry in self.entries if entry.special_of}


def load_indicators(folders: Sequence[Path]) -> IndicatorBook:
    """Read `indicators/`, `parts.yaml`, `agencies.yaml` and `boundaries.yaml`.

    Raises PatternError where they are not right.
    """
    parts = _table(folders, "parts.yaml", Part)
    indicators = sorted(entries(folders, "indicators", Indicator), key=lambda entry: _group(entry))
    phrases: list[tuple[str, Meaning]] = []
    for number, indicator in enumerate(indicators):
        ranked: dict[str, set[Rank]] = {}
        for rank, written in (
            (Rank.NOUN, indicator.nouns),
            (Rank.NAME, indicator.names),
            (Rank.KIND, indicator.kinds),
            (Rank.CUE, indicator.cues),
            (Rank.HINT, indicator.hints),
            (Rank.ITEM, indicator.items),
        ):
            for phrase in written:
                for axis in _of_axis(phrase, parts, indicator):
                    for word in expand(axis):
                        ranked.setdefault(word, set()).add(rank)
        phrases += [(word, Cue(number, rank)) for word, ranks in ranked.items() for rank in _with_inner(word, ranks, ranked)]
    agencies = _table(folders, "agencies.yaml", Agency)
    for agency in agencies:
        phrases += [(word, agency) for word in agency.words]
    of_parts = Lexicon((word, part) for part in parts for word in part.words)
    distances = {
        word: boundary.distance for boundary in _table(folders, "boundaries.yaml", Boundary) for word in boundary.words
    }
    general = {indicator.special_of for indicator in indicators if indicator.special_of}
    kinds = {name: frozenset(number for number, entry in enumerate(indicators) if entry.special_of == name) for name in general}
    tellers = frozenset(agency.name for agency in agencies if agency.tells)
    numbers = {indicator.name: number for number, indicator in enumerate(indicators)}
    servers = {name: number for number, entry in reversed([*enumerate(indicators)]) for name in entry.served_by}
    needed = {number: tuple(map(words_of, entry.needs)) for number, entry in enumerate(indicators) if entry.needs}
    told_by_part = tuple(
        (numbers[entry.name], numbers[entry.whole]) for entry in indicators if entry.telling and entry.whole is not None
    )
    return IndicatorBook(
        entries=tuple(indicators),
        parts=parts,
        lexicon=Lexicon(phrases),
        part_lexicon=of_parts,
        distances=distances,
        numbers=numbers,
        servers=servers,
        tellers=tellers,
        needed=needed,
        frames=_frames(indicators),
        kinds=kinds,
        told_by_part=told_by_part,
        order=tuple(number + len(indicators) * entry.general for number, entry in enumerate(indicators)),
        undergone={n: frozenset(map(numbers.__getitem__, e.undergoing)) for n, e in enumerate(indicators) if e.undergoing},
        received={n: frozenset(map(numbers.__getitem__, e.receiving)) for n, e in enumerate(indicators) if e.receiving},
        deniable=frozenset(number for number, entry in enumerate(indicators) if entry.denied_by),
    )


def _frames(indicators: Sequence[Indicator]) -> dict[str, tuple[Frame, ...]]:
    """Give the phrases around figures by the last word before these."""
    found: dict[str, tuple[Frame, ...]] = {}
    for number, indicator in enumerate(indicators):
        for phrase in indicator.around:
            if phrase.count(FIGURE) != 1:
                raise place(indicator.node, "around").error(f"{phrase!r} must have one {FIGURE} where the figure stands")
            before, behind = (tuple(map(str.split, expand(half))) for half in phrase.split(FIGURE))
            for words in before:
                frames = tuple(Frame(number, tuple(words), tuple(others)) for others in behind)
                found[words[-1]] = (*found.get(words[-1], ()), *frames)
    return found


def _with_inner(phrase: str, ranks: set[Rank], ranked: Mapping[str, set[Rank]]) -> list[Rank]:
    """Give a phrase's ranks; a noun, which tells only of a figure beside it, has those of the phrases that it hides, too."""
    if Rank.NOUN in ranks:
        words = phrase.split()
        inner = (" ".join(words[first:last]) for first, last in itertools.combinations(range(len(words) + 1), 2))
        ranks = ranks.union(*(ranked.get(other, ()) for other in inner))
    return [rank for rank in Rank if rank in ranks] if len(ranks) > 1 else [*ranks]


def _group(indicator: Indicator) -> int:
    group = indicator.name.split(".")[0]
    if group not in GROUPS:
        raise place(indicator.node, "name").error(f"unknown group {group!r}; known are: {', '.join(GROUPS)}")
    return GROUPS.index(group)


def _of_axis(phrase: str, parts: tuple[Part, ...], indicator: Indicator) -> tuple[str, ...]:
    """Write out `{zat}` as every word of that axis."""
    if not (match := _AXIS.fullmatch(phrase)):
        return (phrase,)
    words = tuple(form for part in parts if part.axis == match[1] for word in part.words for form in expand(word))
    if not words:
        raise indicator.node.error(f"{phrase} names no axis of parts.yaml")
    return words


def _table(folders: Sequence[Path], name: str, cls: type[T]) -> tuple[T, ...]:
    found: list[T] = []
    for path in files(folders, name):
        found += read_all(cls, load(path))
    return tuple(found)
