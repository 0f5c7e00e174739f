"""Phrases found word by word: one trie for everything the patterns know, walked once over an article's tokens."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import Generic, TypeVar

from bnnextract.frozen import frozen
from bnnextract.tokens import stem, with_enclitics, words_of

T = TypeVar("T")

_ALTERNATIVES = re.compile(r"\(([^()]*)\)")


def expand(phrase: str) -> tuple[str, ...]:
    """Write out the alternatives of a phrase: `(di|me|)rehabilitasi` is three phrases."""
    if "(" not in phrase:
        return (" ".join(phrase.split()),)
    pieces = _ALTERNATIVES.split(phrase)
    choices = [piece.split("|") if number % 2 else [piece] for number, piece in enumerate(pieces)]
    return tuple(" ".join("".join(choice).split()) for choice in itertools.product(*choices))


def expression(phrase: str, gap: str) -> str:
    """Write a phrase as a regular expression with its alternatives side by side, words apart by one `gap` or more."""
    pieces = [re.escape(piece).replace(r"\|", "|") for piece in _ALTERNATIVES.split(phrase)]
    written = "".join(f"(?:{piece})" if number % 2 else piece for number, piece in enumerate(pieces))
    # Where an alternative between two spaces is empty, they are one.
    return written.replace(r"\ ", rf"{gap}*\b")


@frozen()
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

    __slots__ = ("_first",)

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        root: _Node[T] = _Node()
        for phrase, meaning in phrases:
            for form in expand(phrase):
                node = root
                for word in words_of(form):
                    following = node.next.get(word)
                    if following is None:
                        following = node.next[word] = _Node()
                    node = following
                if meaning not in node.meanings:
                    node.meanings += (meaning,)
        self._first = {form: node for word, node in root.next.items() for form in with_enclitics(word)} | root.next

    def find(self, words: Sequence[str], breaks: AbstractSet[int] = frozenset()) -> Iterator[Hit[T]]:
        """Find the phrases of a text, in order. Where a word is unknown, it is tried without its enclitic.

        No phrase goes over one of the `breaks`, the places before which a line or sentence ends.
        """
        count = len(words)
        reach = 0
        # Most words begin no phrase; this passes over them in one go.
        for first in itertools.compress(range(count), map(self._first.__contains__, words)):
            node: _Node[T] | None = self._first[words[first]]
            longest: _Node[T] | None = None
            last = end = first + 1
            while node is not None:
                if node.meanings:
                    longest, end = node, last
                if not (following := node.next) or last == count or last in breaks:
                    break
                node = following.get(words[last]) or following.get(stem(words[last]))
                last += 1
            if longest is not None and end > reach:
                reach = end
                yield Hit(first, end, longest.meanings)
