"""Names of other bodies at length, and whether capitals tell names at all."""

from __future__ import annotations

from collections.abc import Container, Sequence
from itertools import takewhile

from bnnextract.knowledge.vocabulary import Vocabulary
from bnnextract.tokens import Tokens

# A segment of so many words, of which this share begins with a capital, is written as a headline is.
_HEADLINE, _CAPITAL_SHARE = 6, 0.8
# So many words has a name at most, and these go on with one.
_LONGEST, _JOINING = 9, frozenset({"dan", "-"})


def in_title_case(text: str, tokens: Tokens, bounds: tuple[int, int]) -> bool:
    """Tell if tokens, half-open, are written as headlines are, so that capitals tell nothing."""
    words = [token for token in range(*bounds) if tokens.words[token].isalpha()]
    capital = sum(1 for token in words if text[tokens.starts[token]].isupper())
    return len(words) >= _HEADLINE and capital >= _CAPITAL_SHARE * len(words)


def name_end(text: str, tokens: Tokens, start: int, last: int) -> int:
    """Give where a name ends that begins at a token: behind its capitalised words, over what joins two, and its abbreviation.

    `Badan Keuangan dan Aset (BKA)`. It ends before `last`.
    """
    words, starts = tokens.words, tokens.starts
    end = start + 1
    while end < last:
        if text[starts[end]].isupper():
            end += 1
        elif words[end] in _JOINING and end + 1 < last and text[starts[end + 1]].isupper():
            end += 2
        elif words[end] == "(" and words[end + 2 : end + 3] == (")",):
            end += 3
        else:
            break
    return end


def inside_bodies(
    text: str, tokens: Tokens, bounds: Sequence[tuple[int, int]], owner: Sequence[int], taken: Container[int], words: Vocabulary
) -> set[int]:
    """Give the tokens behind the first one of bodies' names: `Badan Pengelolaan Keuangan dan Aset Daerah` tells of no assets.

    What is `taken` is an office's name. `bounds` are those of the segments, `owner` tells the segment of each token.
    """
    kinds = words["jenis_badan"]
    inside: set[int] = set()
    if kinds.isdisjoint(tokens.present):
        return inside
    for first in tokens.beginning(kinds):
        named = tokens.words[first] in kinds and text[tokens.starts[first]].isupper()
        if owner[first] < 0 or not named or first in taken or first in inside:
            continue
        own = bounds[owner[first]]
        if not in_title_case(text, tokens, own):
            end = name_end(text, tokens, first, min(own[1], first + _LONGEST))
            inside.update(takewhile(lambda at: at not in taken, range(first + 1, end)))
    return inside
