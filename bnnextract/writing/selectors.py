"""Where a piece of evidence stands, as other programs look it up: Web Annotation selectors, and a link that browsers follow.

The selectors are those of the W3C's Web Annotation Data Model, over the quote; the link is the text fragment of the
URL Fragment Text Directives, which scrolls to the quote and highlights it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any
from urllib.parse import quote as percent_encoded

from bnnextract.model import Article, Evidence, Span

_CONTEXT = 32  # characters on either side of the quote, as many as Hypothesis keeps
_MOST_WORDS = 10  # a longer quote is told by its ends
_END_WORDS = 5
_WEB = re.compile(r"https?://[^\s#]+(?:#\S*)?", re.IGNORECASE)


def selectors(evidence: Evidence) -> tuple[dict[str, Any], dict[str, Any]]:
    """Give the quote's TextQuoteSelector, with up to 32 characters on either side, and its TextPositionSelector.

    Both are over the title where the evidence stands there, else over the text. Positions count code points, the end is
    the first after the quote.
    """
    return selectors_of(evidence.source, evidence.quote)


def selectors_of(text: str, quote: Span) -> tuple[dict[str, Any], dict[str, Any]]:
    """Give the selectors of a stretch of a text."""
    start, end = quote
    return (
        {
            "type": "TextQuoteSelector",
            "exact": text[start:end],
            "prefix": text[max(0, start - _CONTEXT) : start],
            "suffix": text[end : end + _CONTEXT],
        },
        {"type": "TextPositionSelector", "start": start, "end": end},
    )


def link(article: Article, evidence: Evidence) -> str | None:
    """Give the article's address with the text fragment of the quote; None where no web address is known.

    Each part of a fragment is looked for within one block of the page, and a line of the text is at most that: a quote of
    several lines, or of more than ten words, is told by its first and last words. What stands before the quote is told
    only where its words stand earlier, too, since the browser takes the first place that fits.
    """
    return _link(article.url, evidence.source, evidence.quote) if article.url else None


@lru_cache(maxsize=16)  # the statistics of a sentence come one after another
def _link(url: str, text: str, quote: Span) -> str | None:
    if not _WEB.fullmatch(address := url.strip()):
        return None
    start, end = quote
    lines = _lines(text[start:end])
    ends = lines if len(lines) == 1 and len(lines[0]) <= _MOST_WORDS else [lines[0][:_END_WORDS], lines[-1][-_END_WORDS:]]
    parts = [_encoded(words) for words in ends]
    if text.find(" ".join(ends[0]), 0, start) >= 0:
        parts.insert(0, _encoded(_lines(text[:start])[-1][-_END_WORDS:]) + "-")
    page, _, anchor = address.partition("#")
    return f"{page}#{anchor.partition(':~:')[0]}:~:text={','.join(parts)}"


def _lines(text: str) -> list[list[str]]:
    """Give the words of each line that has any."""
    return [words for line in text.splitlines() if (words := line.split())]


def _encoded(words: Iterable[str]) -> str:
    # Commas and ampersands are encoded anyway; hyphens are not, and mean something in a text fragment.
    return percent_encoded(" ".join(words), safe="").replace("-", "%2D")
