"""Copies of one story in several outlets, recognised before the articles are read for statistics.

A wire report is printed under another headline, without its last paragraph, with an outlet's furniture around it. Two
texts are taken for one story where most of their runs of words are the same, and the numbers between the same words,
too: offices report every month in the same phrases, and only the figures tell these reports apart.

The runs are those that begin at a frequent small word, after Theobald, Siddharth and Paepcke, "SpotSigs" (SIGIR 2008):
flowing text is full of such words, and furniture has hardly any. Of each story that names BNN some 1.5 kilobytes are kept,
however long it is.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar
from zlib import crc32

from bnnextract.model import Article

T = TypeVar("T")

SIMILAR = 0.5
"""The least share of the runs of two texts that both have."""

AGREEING = 0.9
"""The least share of the numbers between the same words that are the same."""

_RUN = 5  # words
_STARTS = frozenset({b"yang", b"di", b"dan", b"dari", b"untuk", b"dengan", b"pada", b"dalam", b"ini", b"itu"})
_FEW_WORDS = 100  # in a text of fewer a run begins at every word
_MOST_RUNS = 64  # that are kept of a text, those with the lowest hash
_MOST_NUMBERS = 48  # likewise
_KEYS = 6  # runs that a story is found again by
_MOST_STORIES = 64  # a run that more stories begin with is a set phrase

_NUMBER_WORDS = frozenset(
    b"nihil satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas belas puluh seratus ratus".split()
)
_TELLING = _STARTS | _NUMBER_WORDS
_AFTER_DIGITS = b":"
_NAMES = ("bnn", "badan narkotika")
# Outlets differ in quotation marks, dashes and blanks.
_FOLDED = bytes(code if chr(code).isascii() and chr(code).isalnum() else ord(" ") for code in range(256))
_DROPPED = b".,"


@dataclass(frozen=True, slots=True)
class _Story:
    """What is kept of a text: the hashes of its runs, and for each number that of the words around it and its own."""

    article: str
    runs: array[int]
    numbers: array[int]


def mark_copies(found: Iterable[Article | T]) -> Iterator[Article | T]:
    """Give what is found, in its order, with `copy_of` set in each article that is a copy of one before.

    A copy names the first article of its story. What is no article passes through.
    """
    stories: dict[int, list[_Story]] = {}
    for one in found:
        yield _marked(one, stories) if isinstance(one, Article) else one


def _marked(article: Article, stories: dict[int, list[_Story]]) -> Article:
    lowered = article.text.lower()
    # Only what names BNN has statistics that could be counted twice.
    if not any(name in lowered for name in _NAMES):
        return article
    story = _story(article.id, lowered.encode(errors="replace").translate(_FOLDED, _DROPPED).split())
    keys = story.runs[:_KEYS]
    seen = {other.article: other for key in keys for other in stories.get(key, ())}
    likenesses = {name: _likeness(story, other) for name, other in seen.items()}
    if any(likenesses.values()):
        return replace(article, copy_of=max(likenesses, key=likenesses.__getitem__))
    for key in keys:
        known = stories.setdefault(key, [])
        if len(known) < _MOST_STORIES:
            known.append(story)
    return article


def _story(article: str, words: list[bytes]) -> _Story:
    """Give the traces of a text of folded words."""
    telling = [(at, word) for at, word in enumerate(words) if word in _TELLING or word < _AFTER_DIGITS]
    starts = range(len(words)) if len(words) < _FEW_WORDS else [at for at, word in telling if word in _STARTS]
    runs = {crc32(b" ".join(words[at : at + _RUN])) for at in starts}
    padded = [b"", b"", *words, b""]
    numbers = [
        (crc32(b" ".join((*padded[at : at + 2], padded[at + 3]))), crc32(word)) for at, word in telling if word not in _STARTS
    ]
    # The first of two numbers between the same words counts: what copies lack is mostly the end of a text.
    kept = sorted(dict(reversed(numbers)).items())[:_MOST_NUMBERS]
    return _Story(article, array("I", sorted(runs)[:_MOST_RUNS]), array("Q", [around << 32 | own for around, own in kept]))


def _likeness(story: _Story, other: _Story) -> float:
    """Give the share of the runs that both have; 0 where they are no copies."""
    common = len(set(story.runs).intersection(other.runs))
    share = common / (len(story.runs) + len(other.runs) - common)
    if share < SIMILAR:
        return 0
    here, there = _numbers(story), _numbers(other)
    shared = here.keys() & there.keys()
    agreeing = sum(here[around] == there[around] for around in shared)
    return share if agreeing >= AGREEING * len(shared) else 0


def _numbers(story: _Story) -> Mapping[int, int]:
    return {both >> 32: both & 0xFFFFFFFF for both in story.numbers}
