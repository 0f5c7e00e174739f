"""Words of a text with their places: the one coordinate that every word-wise stage shares."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import accumulate, compress

from bnnextract.frozen import frozen
from bnnextract.model import Span

# A word keeps its inner hyphens and apostrophes (`laki-laki`, `Jum'at`), but for what opens an article right behind its
# dateline (`SAMARINDA-Badan Narkotika Nasional`); a digit run is a word of its own so that `dengan17` is two. Everything
# else that shows is a token of one character. The first two ways find nothing that the others would not: most words and
# signs are so plain that they can be told faster.
_TOKEN = re.compile(
    r"([a-z]++(?=[ .,\n])|[!-/:-@\[-`{-~]|[^\W\d_]+(?:['’\-‐‑](?!(?:badan|bnn[pk]?|sebanyak|kepala)\b)[^\W\d_]+)*|\d+|[^\w\s])"
)

# Where a word goes on behind a hyphen or apostrophe: `januari-mei`.
_JOINED = re.compile(r"['’\-‐‑](?=[^\W\d_])")

# Enclitics that do not change what a word names: `targetnya`, `jumlahlah`.
_CLITICS = ("nya", "lah", "pun", "kah")
# A word with an enclitic has at least so many letters.
_SHORTEST = 7


@frozen()
class Tokens:
    """Parallel tuples: the lower-cased words, where each starts and where it ends.

    `inner` are the places where the parts of words with a hyphen inside begin, `present` each word once.
    """

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    inner: tuple[int, ...]
    present: frozenset[str]

    def index(self, offset: int) -> int:
        """Give the first token that starts at or after an offset."""
        return bisect_left(self.starts, offset)

    def span(self, first: int, last: int) -> Span:
        """Give the stretch of text from token `first` to before token `last`."""
        return Span(self.starts[first], self.ends[last - 1])

    def beginning(self, known: AbstractSet[str]) -> list[int]:
        """Give the tokens, in order, that are known words, and those with a hyphen inside, which may begin with one."""
        begun = [*compress(range(len(self.words)), map(known.__contains__, self.words))]
        return sorted({*begun, *(bisect_right(self.starts, at) - 1 for at in self.inner)}) if self.inner else begun

    def matches(self, pattern: re.Pattern[str], lowered: str, known: AbstractSet[str]) -> Iterator[re.Match[str]]:
        """Give the matches, in order and apart, of a pattern that begins with one of the words known.

        To look for these first is several times faster than to search the text.
        """
        end = 0
        begun = [*compress(self.starts, map(known.__contains__, self.words))]
        for at in sorted([*begun, *self.inner]) if self.inner else begun:
            if at >= end and (match := pattern.match(lowered, at)):
                end = match.end()
                yield match


def lower(text: str) -> str:
    """Lower-case a text, each code point to one code point, so that offsets stay true."""
    return text.replace("\u0130", "I").lower()


def words_of(lowered: str) -> tuple[str, ...]:
    """Give the words, digit runs and single signs of a lower-cased text without their places."""
    return tuple(_TOKEN.findall(lowered))


def tokenise(lowered: str) -> Tokens:
    """Split a lower-cased text into words, digit runs and single signs."""
    pieces = _TOKEN.split(lowered)  # what stands between tokens, and every second one a token
    ends = tuple(accumulate(map(len, pieces)))
    starts = ends[:-1:2]
    inner = [at for match in _JOINED.finditer(lowered) for at in (starts[bisect_left(starts, match.end()) - 1], match.end())]
    words = tuple(pieces[1::2])
    return Tokens(words, starts, ends[1::2], tuple(inner), frozenset(words))


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """Give a word without its enclitic; one that would leave fewer than four letters stays whole."""
    if len(word) >= _SHORTEST and word.endswith(_CLITICS):
        return word[:-3].rstrip("-")
    return word


def with_enclitics(word: str) -> tuple[str, ...]:
    """Give the words whose stem a word is, but for itself: `klien` is that of `kliennya` and `klien-nya`."""
    forms = (f"{word}{hyphen}{clitic}" for hyphen in ("", "-") for clitic in _CLITICS)
    return tuple(form for form in forms if len(form) >= _SHORTEST)
