"""Names of other bodies at length, and whether capitals tell names at all."""

from __future__ import annotations

from collections.abc import Container, Sequence

from bnnextract.knowledge.vocabulary import Vocabulary
from bnnextract.tokens import Tokens

# A segment of so many words, of which this share begins with a capital, is written as a headline is.
_HEADLINE, _CAPITAL_SHARE = 6, 0.8
# So many words has a name at most, and this goes on with one.
_LONGEST, _AND = 9, "dan"


def in_title_case(text: str, tokens: Tokens, bounds: tuple[int, int]) -> bool:
    """Tell if tokens, half-open, are written as headlines are, so that capitals tell nothing."""
    words = [token for token in range(*bounds) if tokens.words[token].isalpha()]
    capital = sum(1 for token in words if text[tokens.starts[token]].isupper())
    return len(words) >= _HEADLINE and capital >= _CAPITAL_SHARE * len(words)


def inside_bodies(
    text: str, tokens: Tokens, bounds: Sequence[tuple[int, int]], owner: Sequence[int], taken: Container[int], words: Vocabulary
) -> set[int]:
    """Give the tokens behind the first one of bodies' names: `Badan Pengelolaan Keuangan dan Aset Daerah` tells of no assets.

    A name are the capitalised words behind a kind of body, over `dan`, too; what is `taken` is an office's. `bounds` are those
    of the segments, `owner` tells the segment of each token.
    """

    def capital(at: int, end: int) -> bool:
        return at < end and at not in taken and text[tokens.starts[at]].isupper()

    inside: set[int] = set()
    if words["jenis_badan"].isdisjoint(tokens.present):
        return inside
    for first in tokens.beginning(words["jenis_badan"]):
        if owner[first] < 0 or tokens.words[first] not in words["jenis_badan"]:
            continue
        end = bounds[owner[first]][1]
        if not capital(first, end) or first in inside or in_title_case(text, tokens, bounds[owner[first]]):
            continue
        last = first + 1
        limit = min(end, first + _LONGEST)
        while last < limit and (capital(last, end) or (tokens.words[last] == _AND and capital(last + 1, end))):
            last += 1
        inside.update(range(first + 1, last))
    return inside
