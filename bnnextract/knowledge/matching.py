"""Constructions found by two engines: by `re` where it can, since it is faster to compile and to match, else by `regex`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

import regex

from bnnextract.frozen import frozen

# A group with a name, one of what stands before a place, one of what must not stand behind it; brackets but those in classes.
_GROUP = re.compile(r"(?P<name>\(\?P<\w+>)|(?P<before>\(\?<[=!])|\(\?!")
_BEFORE = re.compile(r"\(\?<[=!]")
_BRACKET = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]|[()]")
_AGAIN = re.compile(r"[*+]|\{(?!0?,?1?\})")


@frozen()
class Match:
    """Where a pattern is found, and where its named groups are, in their order; one that is repeated has several places."""

    start: int
    groups: Sequence[tuple[str, int]]


@frozen(eq=False)
class Matcher:
    """A pattern ready to be looked for.

    Where `quick` is not found in a text, the pattern is not; it is the pattern itself unless that is `exact`, as written.
    """

    quick: re.Pattern[str]
    exact: str | None

    def matches(self, first: re.Match[str]) -> Iterator[Match]:
        """Give all that is found in the text in which the first match of `quick` is; it may overlap."""
        if self.exact is not None:
            exact = _by_regex(self.exact)
            for found in exact.finditer(first.string, overlapped=True):
                yield Match(found.start(), [(name, at) for name in exact.groupindex for at in found.starts(name)])
            return
        match: re.Match[str] | None = first
        while match is not None:
            yield Match(match.start(), [(name, at) for name in self.quick.groupindex if (at := match.start(name)) >= 0])
            match = self.quick.search(first.string, match.start() + 1)


@cache  # `regex` compiles slowly, and most of what it alone can read is nowhere in an article, as `quick` tells
def _by_regex(pattern: str) -> regex.Pattern[str]:
    return regex.compile(pattern)


def matcher(pattern: str, *, known: bool) -> Matcher:
    """Make a pattern ready; `known` are those that `re` reads, as far as it can, as `regex` does."""
    if not known:
        return Matcher(re.compile(""), pattern)
    try:
        if not _repeats_names(pattern):
            return Matcher(re.compile(pattern), None)
    except re.error:  # what stands before a place is of no fixed length
        pass
    return Matcher(re.compile(_loosened(pattern)), pattern)


def _repeats_names(pattern: str) -> bool:
    """Tell if a group with a name is in one that may be found several times over; `re` would keep its last place alone."""
    open_groups: list[bool] = []
    for match in _BRACKET.finditer(pattern):
        if match[0] == "(":
            open_groups.append(pattern.startswith("(?P<", match.start()))
        elif match[0] == ")":
            named = open_groups.pop()
            if named and _AGAIN.match(pattern, match.end()):
                return True
            if open_groups:
                open_groups[-1] |= named
    return False


def _loosened(pattern: str) -> str:
    """Write a pattern without what `re` cannot do: it finds all that the pattern does, and what looks like it.

    Left out are what must or must not stand before a place, the words that must not stand behind one if they say so
    too, and the names of groups.
    """
    written: list[str] = []
    ends = 0
    for match in _GROUP.finditer(pattern):
        if match.start() < ends:
            continue
        written.append(pattern[ends : match.start()])
        ends = match.end()
        if match["name"]:
            written.append("(?:")
            continue
        last = _group_end(pattern, match.start())
        if match["before"] or _BEFORE.search(pattern, match.start(), last):
            ends = last
        else:
            written.append(match[0])
    return "".join((*written, pattern[ends:]))


def _group_end(pattern: str, start: int) -> int:
    """Give where the group ends that begins at a bracket."""
    depth = 0
    for match in _BRACKET.finditer(pattern, start):
        depth += {"(": 1, ")": -1}.get(match[0], 0)
        if depth == 0:
            return match.end()
    return len(pattern)
