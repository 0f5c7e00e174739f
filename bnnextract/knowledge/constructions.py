"""Constructions: role patterns over a segment in which figures, years, offices and agencies stand as typed slots."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache, reduce
from operator import or_
from pathlib import Path
from string import ascii_uppercase
from typing import Literal, get_args

from bnnextract.frozen import frozen
from bnnextract.knowledge.matching import Matcher, matcher
from bnnextract.knowledge.patterns import compiled, entries, place
from bnnextract.knowledge.units import UnitKey
from bnnextract.knowledge.vocabulary import Vocabulary
from bnnextract.strict_yaml import Node

# One letter a unit of figures and a kind of mention: a capital, of which a lower-cased text has none. They are word characters,
# so that `\b` and `\w` treat a slot as a word, and of Latin-1, whose classes `re` compiles ten times as fast as others. NONE
# are the words of a zero (`nihil`), which take part in no construction.
_CAPITALS = ascii_uppercase + "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏ"
_UNITS: tuple[str, ...] = get_args(UnitKey)
LETTERS: Mapping[str, str] = dict(zip(_UNITS, _CAPITALS, strict=False))
PERCENT = LETTERS["persen"]
MONEY = LETTERS["rupiah"] + LETTERS["dolar"]
COUNTED = "".join(letter for letter in LETTERS.values() if letter not in PERCENT + MONEY)
BARE, YEAR, OFFICE, AGENCY, NONE = (_CAPITALS[-at] for at in range(5, 0, -1))
COUNT = COUNTED + BARE
FIGURES = COUNT + MONEY + PERCENT

Role = Literal["value", "former", "target", "target_max", "achievement", "change", "veto"]
ROLES: tuple[Role, ...] = ("value", "former", "target", "target_max", "achievement", "change", "veto")

# What stands in the name of a group between its role and its number: `re` knows each name once.
_NUMBER = "_n"
_SLOT = re.compile(r"\{([a-z_]+)(\d*)((?: [a-z_]+)*)\}")
_KINDS: Mapping[str, tuple[Role, str]] = {
    "value": ("value", COUNT + MONEY),
    "former": ("former", FIGURES),
    "former_count": ("former", COUNT),
    "former_bare": ("former", BARE),
    "target": ("target", COUNT),
    "target_max": ("target_max", COUNT + MONEY),
    "achievement": ("achievement", PERCENT),
    "achievement_count": ("achievement", COUNT),
    "change": ("change", FIGURES),
    "veto": ("veto", FIGURES),
    "veto_bare": ("veto", BARE),
    "veto_count": ("veto", COUNT),
    "veto_money": ("veto", MONEY),
}
# What may not stand in a gap besides a figure: signs, and words of what shape; and how many words it spans.
_GAPS: Mapping[str, tuple[str, str, int]] = {
    "gap": ("", r"\S*target", 6),
    "few": (",;:.()?!", r"\S*target", 3),
    "plain": (",;:.()?!" + YEAR, "(?:{henti}) ", 3),
}
_CLASSES = {
    "figure": FIGURES,
    "count": COUNT,
    "bare": BARE,
    "money": MONEY,
    "percent": PERCENT,
    "year": YEAR,
    "office": OFFICE,
    "agency": AGENCY,
}


@frozen()
class ConstructionExample:
    """A text and the numbers that the construction gives in it, by role."""

    text: str
    gives: Mapping[str, str]


@frozen()
class Construction:
    """One construction; `patterns/constructions.yaml` explains the pattern language.

    `triggers` are words of which one must stand in the segment. `sign` is that of a change. `head` are words that must
    stand, in this order, in the heading over the segment. `named` tells that the word before must be a
    name: capitalised, and neither a place nor a part of breakdowns.
    """

    name: str
    pattern: str
    triggers: tuple[str, ...]
    examples: tuple[ConstructionExample, ...]
    rejects: tuple[str, ...]
    node: Node
    sign: Literal["+", "-"] | None = None
    head: tuple[str, ...] = ()
    named: bool = False


@frozen()
class Claims:
    """A construction found in a masked segment: where it begins, and the roles it gives, by offset."""

    construction: Construction
    start: int
    roles: Sequence[tuple[Role, int]]


@frozen(eq=False)
class ConstructionBook:
    """The constructions in their order, `written` as regular expressions, with whether `re` is known to read them.

    `triggered` are the constructions by trigger word, under the empty word those without any; `taking` by the letters of the
    figures that they may give a role: each set of them a number in which the bit of each one's place is set, since such
    sets are joined and cut at once.
    """

    entries: tuple[Construction, ...]
    written: tuple[tuple[str, bool], ...]
    triggered: Mapping[str, int]
    taking: Mapping[str, int]

    def find(self, text: str, words: AbstractSet[str], letters: frozenset[str], head: Sequence[str]) -> Iterator[Claims]:
        """Find constructions, one after the other in their order, in a masked segment of these words.

        `letters` are those of the segment's own figures, `head` the words of the heading over it.
        """
        called = reduce(or_, map(self.triggered.__getitem__, self.triggered.keys() & words), self.triggered[""])
        for at in _places(called & _taking(self, letters)):
            construction, pattern = self.entries[at], _ready(self, at)
            if construction.head and not (head and _in_order(construction.head, head)):
                continue
            first = pattern.quick.search(text)
            if first is not None:
                for found in pattern.matches(first):
                    yield Claims(construction, found.start, _by_role(found.groups))


@cache  # to compile them all takes longer than to read a few articles, which need a fourth of them
def _ready(book: ConstructionBook, at: int) -> Matcher:
    written, known = book.written[at]
    return matcher(written, known=known)


def _by_role(groups: Sequence[tuple[str, int]]) -> Sequence[tuple[Role, int]]:
    return [(role, at) for role in ROLES for name, at in groups if name.startswith(role + _NUMBER)]


@lru_cache(maxsize=256)  # few sentences have figures of other units than these
def _taking(book: ConstructionBook, letters: frozenset[str]) -> int:
    """Give the constructions that may give a role to figures of these letters."""
    return reduce(or_, (book.taking.get(letter, 0) for letter in letters), 0)


def _places(several: int) -> Iterator[int]:
    """Give the places of the bits set in a number, in order."""
    while several:
        lowest = several & -several
        yield lowest.bit_length() - 1
        several ^= lowest


def _in_order(words: Sequence[str], head: Sequence[str]) -> bool:
    """Tell if all words stand in a heading in their order."""
    left = iter(head)
    return all(any(word == other for other in left) for word in words)


def load_constructions(folders: Sequence[Path], vocabulary: Vocabulary) -> ConstructionBook:
    """Read `vetoes.yaml` and `constructions.yaml`. Raises PatternError where they are not as they should be.

    Those that go by a head are tried first: what stands in a column its head tells, whatever else it looks like. Those of the
    first folder, the shipped one, are known to be regular expressions.
    """
    words = {name: "|".join(map(re.escape, sorted(listed))) for name, listed in vocabulary.items()}
    written = entries(folders, "vetoes.yaml", Construction) + entries(folders, "constructions.yaml", Construction)
    found = tuple(sorted(written, key=lambda construction: not construction.head))
    patterns: list[tuple[str, bool]] = []
    triggered = defaultdict[str, int](int, {"": 0})
    taking = defaultdict[str, int](int)
    for construction in found:
        triggers = tuple(word for trigger in construction.triggers for word in _trigger(construction, trigger, vocabulary))
        pattern = rf" (?:{_written(construction, words)})(?!\S)"
        shipped = construction.node.path.is_relative_to(folders[0])
        if not shipped:
            compiled(construction.node, "pattern", pattern)
        for trigger in triggers or ("",):
            triggered[trigger] |= 1 << len(patterns)
        for letter in _taken(construction):
            taking[letter] |= 1 << len(patterns)
        patterns.append((pattern, shipped))
    return ConstructionBook(found, tuple(patterns), dict(triggered), dict(taking))


def _taken(construction: Construction) -> frozenset[str]:
    """Give the letters of all figures that a construction may give a role: without one of them it gives none."""
    return frozenset(
        letter
        for name, _, units in _SLOT.findall(construction.pattern)
        if name in _KINDS
        for letter in ("".join(_letter(construction, unit) for unit in units.split()) or _KINDS[name][1])
    )


def _trigger(construction: Construction, trigger: str, vocabulary: Vocabulary) -> Sequence[str]:
    """Write out a trigger that names a list of words."""
    if not trigger.startswith("{"):
        return (trigger,)
    if (words := vocabulary.get(trigger.strip("{}"))) is None:
        known = ", ".join(vocabulary)
        raise place(construction.node, "triggers").error(f"unknown word list {trigger}; known are: {known}")
    return sorted(words)


def _written(construction: Construction, words: Mapping[str, str]) -> str:
    """Turn the pattern language into a regular expression over a masked segment."""
    groups = itertools.count()

    def slot(match: re.Match[str]) -> str:
        name, number, units = match.groups()
        only = "".join(_letter(construction, unit) for unit in units.split())
        if name in _KINDS:
            role, letters = _KINDS[name]
            return f"(?P<{role}{_NUMBER}{next(groups)}>[{_ranges(only or letters)}])"
        if name in _CLASSES:
            return f"[{_ranges(only or _CLASSES[name])}]"
        if name in _GAPS:
            signs, stop, length = _GAPS[name]
            no_stop = f"(?!{stop.format_map(words)})"
            return rf"(?:{no_stop}[^{_ranges(FIGURES)}\s{signs}]+ ){{0,{number or length}}}?"
        if name in words:
            return f"(?:{words[name]})"
        known = ", ".join((*_KINDS, *_CLASSES, *_GAPS, *words))
        raise place(construction.node, "pattern").error(f"unknown slot {{{name}}}; known are: {known}")

    return _SLOT.sub(slot, construction.pattern)


def _letter(construction: Construction, unit: str) -> str:
    if unit not in LETTERS:
        raise place(construction.node, "pattern").error(f"unknown unit {unit!r}; known are: {', '.join(LETTERS)}")
    return LETTERS[unit]


def _ranges(letters: str) -> str:
    """Write letters for a class of them, neighbours as a range: the engine reads and tries one instead of each."""
    after = {letter: chr(ord(letter) + 1) for letter in letters}
    starts = sorted(after.keys() - after.values())
    ends = sorted(letter for letter, following in after.items() if following not in after)
    return "".join(f"{start}-{end}" for start, end in zip(starts, ends, strict=True))
