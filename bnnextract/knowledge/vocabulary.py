"""Lists of words by name: those that patterns name in braces, and those that the stages go by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from bnnextract.frozen import frozen
from bnnextract.knowledge.patterns import entries
from bnnextract.strict_yaml import Node


class Vocabulary(dict[str, frozenset[str]]):
    """Lists of words by name."""

    def __init__(self, lists: Mapping[str, frozenset[str]]) -> None:
        super().__init__(lists)
        self._joined: dict[tuple[str, ...], frozenset[str]] = {}

    def joined(self, *names: str) -> frozenset[str]:
        """Give the words of several lists, which are put together when first asked for."""
        found = self._joined.get(names)
        if found is None:
            found = self._joined[names] = frozenset().union(*(self[name] for name in names))
        return found


@frozen()
class WordList:
    """A list of words under a name: `{naik}` in a pattern."""

    name: str
    words: tuple[str, ...]
    node: Node


def load_vocabulary(folders: Sequence[Path]) -> Vocabulary:
    """Read `vocabulary.yaml`; a list of a later folder takes the place of the one of its name.

    Raises PatternError where it is not as it should be.
    """
    return Vocabulary({entry.name: frozenset(entry.words) for entry in entries(folders, "vocabulary.yaml", WordList)})
