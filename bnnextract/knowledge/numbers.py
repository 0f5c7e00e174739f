"""Numbers that are no statistic whatever stands around them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from bnnextract.frozen import frozen
from bnnextract.knowledge.constructions import ConstructionExample
from bnnextract.knowledge.patterns import Expression, compiled, entries
from bnnextract.model import Quantity
from bnnextract.strict_yaml import Node

# No words that lift a veto are longer, in characters.
_LONGEST = 40
# So much of what follows is looked at.
_REACH = 120
# Quotation marks part no words.
_QUOTES = str.maketrans("\"“”'‘’(", " " * 7)


@frozen()
class NumberVeto:
    """A veto by the counted noun, by how the numeral is written (a regular expression for all of it), or by both.

    It does not hold where the words of `unless` follow, or those of `unless_before` stand right before; where it has words
    `after`, it holds only right behind these, and with `behind`, a regular expression, only where what follows begins so. With
    `unless_listed` it does not hold for the last of a list of its like.
    """

    name: str
    examples: tuple[ConstructionExample, ...]
    rejects: tuple[str, ...]
    node: Node
    nouns: tuple[str, ...] = ()
    numeral: str = ""
    unless: tuple[str, ...] = ()
    unless_before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    behind: str = ""
    unless_listed: bool = False


@frozen()
class NumberVetoBook:
    """All such vetoes: each by noun, with its numeral compiled, and those by numeral alone."""

    entries: tuple[NumberVeto, ...]
    nouns: Mapping[str, tuple[tuple[NumberVeto, Expression | None], ...]]
    numerals: tuple[tuple[NumberVeto, Expression], ...]
    behind: Mapping[str, Expression]

    def veto(self, quantity: Quantity, lowered: str, *, listed: bool = False) -> str | None:
        """Give the name of the veto on a quantity, if there is one; `listed` tells that it ends a list of its like."""
        written = lowered[quantity.start : quantity.end]
        if quantity.noun:
            noun = quantity.noun.lower()
            of_noun = self.nouns.get(noun) or self.nouns.get(noun.removesuffix("nya"), ())
            vetoes = [entry for entry, pattern in of_noun if pattern is None or pattern.fullmatch(written)]
            if not vetoes:
                return None
            before, behind = _around(quantity, lowered)
            return next(
                (
                    entry.name
                    for entry in vetoes
                    if not (listed and entry.unless_listed)
                    and not behind.startswith(entry.unless)
                    and not before.endswith(tuple(f" {words}" for words in entry.unless_before))
                    and _stands_behind(entry, before)
                    and self._follows(entry, behind)
                ),
                None,
            )
        if quantity.unit == "lainnya" and (vetoes := [entry for entry, pattern in self.numerals if pattern.fullmatch(written)]):
            before, behind = _around(quantity, lowered)
            return next(
                (entry.name for entry in vetoes if _stands_behind(entry, before) and self._follows(entry, behind)), None
            )
        return None

    def _follows(self, entry: NumberVeto, behind: str) -> bool:
        pattern = self.behind.get(entry.name)
        return pattern is None or pattern.match(behind) is not None


def _around(quantity: Quantity, lowered: str) -> tuple[str, str]:
    """Give the text before a quantity, as far as vetoes look and without quotation marks, and that behind it."""
    start, end = quantity.extent
    return f" {lowered[:start].rstrip()[-_LONGEST:].translate(_QUOTES)}", lowered[end : end + _REACH].lstrip()


def _stands_behind(entry: NumberVeto, before: str) -> bool:
    """Tell if the words stand before a number behind which alone a veto holds, if there are such."""
    return not entry.after or before.endswith(tuple(f" {words}" for words in entry.after))


def load_number_vetoes(folders: Sequence[Path]) -> NumberVetoBook:
    """Read `number-vetoes.yaml`. Raises PatternError where it is not as it should be."""
    found = entries(folders, "number-vetoes.yaml", NumberVeto)
    nouns: dict[str, tuple[tuple[NumberVeto, Expression | None], ...]] = {}
    for entry in found:
        pattern = compiled(entry.node, "numeral", entry.numeral) if entry.numeral else None
        for noun in entry.nouns:
            nouns[noun] = (*nouns.get(noun, ()), (entry, pattern))
    behind = {entry.name: compiled(entry.node, "behind", entry.behind) for entry in found if entry.behind}
    numerals = tuple(
        (entry, compiled(entry.node, "numeral", entry.numeral)) for entry in found if entry.numeral and not entry.nouns
    )
    return NumberVetoBook(found, nouns, numerals, behind)
