"""What is on a page but not of the article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import regex

from bnnextract.knowledge.patterns import compiled, entries
from bnnextract.strict_yaml import Node

# What may begin inside a line.
INSIDE: frozenset[str] = frozenset({"sentence", "tail"})

Reach = Literal["line", "sentence", "tail", "block", "rest"]


@dataclass(frozen=True, slots=True)
class Furniture:
    """A kind of page furniture.

    `pattern` is searched in a lower-cased line. `reach` tells how far the furniture goes: the `line`; from the match to the
    end of the `sentence`, or to the end of the line (`tail`); the line and the `block` of short lines after it; or all the `rest` of the text. `examples` are
    lines that it is found in, `rejects` lines that it is not.
    """

    name: str
    pattern: str
    reach: Reach
    examples: tuple[str, ...]
    rejects: tuple[str, ...]
    node: Node


@dataclass(frozen=True, slots=True)
class FurnitureBook:
    """All furniture, each with its compiled pattern.

    `any` finds a line with any of them, `inside` one with what may stand inside a line: all that a long line can have.
    """

    entries: tuple[Furniture, ...]
    patterns: tuple[tuple[Furniture, regex.Pattern[str]], ...]
    any: regex.Pattern[str]
    inside: regex.Pattern[str]


def load_furniture(folders: Sequence[Path]) -> FurnitureBook:
    """Read `furniture.yaml`. Raises PatternError where it is not as it should be."""
    found = entries(folders, "furniture.yaml", Furniture)
    patterns = tuple((entry, compiled(entry.node, "pattern", entry.pattern)) for entry in found)
    inside = [entry for entry in found if entry.reach in INSIDE]
    return FurnitureBook(found, patterns, _any(found), _any(inside))


def _any(found: Sequence[Furniture]) -> regex.Pattern[str]:
    return regex.compile("|".join(f"(?:{entry.pattern})" for entry in found) or "(?!)")
