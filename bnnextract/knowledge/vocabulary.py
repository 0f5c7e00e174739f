"""Lists of words by name: those that patterns name in braces, and those that the stages go by."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from bnnextract.frozen import frozen
from bnnextract.knowledge.patterns import entries
from bnnextract.strict_yaml import Node


class Vocabulary(dict[str, frozenset[str]]):
    """Lists of words by name; under `one|other` stand the words of both, put together when first asked for."""

    def __missing__(self, names: str) -> frozenset[str]:
        lists = names.split("|")
        if len(lists) == 1:
            raise KeyError(names)
        self[names] = joined = frozenset().union(*map(self.__getitem__, lists))
        return joined


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
