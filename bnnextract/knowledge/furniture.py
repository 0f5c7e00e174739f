"""What is on a page but not of the article."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from bnnextract.frozen import frozen
from bnnextract.knowledge.patterns import Expression, compiled, entries, place
from bnnextract.strict_yaml import Node
from bnnextract.tokens import lower, words_of

# What may begin inside a line.
INSIDE: frozenset[str] = frozenset({"sentence", "tail"})

Reach = Literal["line", "sentence", "tail", "block", "rest"]


@frozen()
class Furniture:
    """A kind of page furniture.

    `pattern` is searched in a lower-cased line. `reach` tells how far the furniture goes: the `line`; from the match to the
    end of the `sentence`, or to the end of the line (`tail`); the line and the `block` of short lines after it; or all the
    `rest` of the text. `words` are those of which one must stand in the line, as a word or sign of its own, where that can
    be told. `examples` are lines that it is found in, `rejects` lines that it is not.
    """

    name: str
    pattern: str
    reach: Reach
    examples: tuple[str, ...]
    rejects: tuple[str, ...]
    node: Node
    words: tuple[str, ...] = ()


@frozen()
class FurnitureBook:
    """All furniture, each with its compiled pattern; `inside` are those that may begin inside a line.

    `words` are the words of all that have some.
    """

    entries: tuple[Furniture, ...]
    patterns: tuple[tuple[Furniture, Expression], ...]
    inside: tuple[tuple[Furniture, Expression], ...]
    words: frozenset[str]


def load_furniture(folders: Sequence[Path]) -> FurnitureBook:
    """Read `furniture.yaml`. Raises PatternError where it is not as it should be."""
    found = entries(folders, "furniture.yaml", Furniture)
    for entry in found:
        for word in entry.words:
            if words_of(lower(word)) != (word,):
                advice = "so that no line has it; write one of its words"
                raise place(entry.node, "words").error(f"{word!r} is no single word in lower case, {advice}")
    patterns = tuple((entry, compiled(entry.node, "pattern", entry.pattern)) for entry in found)
    inside = tuple((entry, pattern) for entry, pattern in patterns if entry.reach in INSIDE)
    return FurnitureBook(found, patterns, inside, frozenset(word for entry in found for word in entry.words))
