"""Phrases found word by word: one trie for everything the patterns know, walked once over an article's tokens."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from bnnextract.tokens import tokenise

T = TypeVar("T")

_ALTERNATIVES = re.compile(r"\(([^()]*)\)")


def expand(phrase: str) -> tuple[str, ...]:
    """Write out the alternatives of a phrase: `(di|me|)rehabilitasi` is three phrases."""
    pieces = _ALTERNATIVES.split(phrase)
    choices = [piece.split("|") if number % 2 else [piece] for number, piece in enumerate(pieces)]
    return tuple(" ".join("".join(choice).split()) for choice in itertools.product(*choices))


@dataclass(frozen=True, slots=True)
class Hit(Generic[T]):
    """A known phrase in a text: its tokens, half-open, and what it stands for."""

    first: int
    last: int
    meanings: tuple[T, ...]


class _Node(Generic[T]):
    __slots__ = ("meanings", "next")

    def __init__(self) -> None:
        self.next: dict[str, _Node[T]] = {}
        self.meanings: tuple[T, ...] = ()


class Lexicon(Generic[T]):
    """A word trie. Of the phrases that begin at one token the longest counts; a phrase inside a longer one does not."""

    __slots__ = ("_root",)

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        self._root: _Node[T] = _Node()
        for phrase, meaning in phrases:
            for form in expand(phrase):
                node = self._root
                for word in tokenise(form).words:
                    node = node.next.setdefault(word, _Node())
                if meaning not in node.meanings:
                    node.meanings += (meaning,)

    def find(self, words: Sequence[str], stems: Sequence[str], owner: Sequence[int]) -> Iterator[Hit[T]]:
        """Find the phrases of a text, in order.

        `stems` are the words without enclitics, tried where a word is unknown; `owner` numbers the stretch that each word
        stands in, as no phrase goes from one line or sentence on to the next.
        """
        start = self._root.next
        count = len(words)
        reach = 0
        # Most words begin no phrase; this passes over them in one go.
        begins = [at for at, (word, stem) in enumerate(zip(words, stems, strict=True)) if word in start or stem in start]
        for first in begins:
            node = start.get(words[first]) or start.get(stems[first])
            longest: _Node[T] | None = None
            last = end = first + 1
            while node is not None:
                if node.meanings:
                    longest, end = node, last
                if last == count or owner[last] != owner[first]:
                    break
                node = node.next.get(words[last]) or node.next.get(stems[last])
                last += 1
            if longest is not None and end > reach:
                reach = end
                yield Hit(first, end, longest.meanings)
