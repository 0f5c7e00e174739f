"""Numbers that are no statistic whatever stands around them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import regex

from bnnextract.knowledge.constructions import ConstructionExample
from bnnextract.knowledge.patterns import compiled, entries
from bnnextract.model import Quantity
from bnnextract.strict_yaml import Node


@dataclass(frozen=True, slots=True)
class NumberVeto:
    """A veto by the counted noun, or by how the numeral is written (a regular expression for all of it)."""

    name: str
    examples: tuple[ConstructionExample, ...]
    rejects: tuple[str, ...]
    node: Node
    nouns: tuple[str, ...] = ()
    numeral: str = ""


@dataclass(frozen=True, slots=True)
class NumberVetoBook:
    """All such vetoes: the name of each by noun, and those by numeral compiled."""

    entries: tuple[NumberVeto, ...]
    nouns: Mapping[str, str]
    numerals: tuple[tuple[str, regex.Pattern[str]], ...]

    def veto(self, quantity: Quantity, lowered: str) -> str | None:
        """Give the name of the veto on a quantity, if there is one."""
        if quantity.noun and (name := self.nouns.get(quantity.noun.lower())):
            return name
        if quantity.noun is None and quantity.unit == "lainnya":
            written = lowered[quantity.start : quantity.end]
            return next((name for name, pattern in self.numerals if pattern.fullmatch(written)), None)
        return None


def load_number_vetoes(folders: Sequence[Path]) -> NumberVetoBook:
    """Read `number-vetoes.yaml`. Raises PatternError where it is not as it should be."""
    found = entries(folders, "number-vetoes.yaml", NumberVeto)
    nouns = {noun: entry.name for entry in found for noun in entry.nouns}
    numerals = tuple((entry.name, compiled(entry.node, "numeral", entry.numeral)) for entry in found if entry.numeral)
    return NumberVetoBook(found, nouns, numerals)
