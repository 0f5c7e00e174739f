"""Articles to try properties on: the samples, and those beside the project where they are at hand."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

import yaml
from golden import sample_articles

from bnnextract.model import Article

SHARED = Path(__file__).parents[2] / "shared"
ANNOTATED = SHARED / "eval" / "dev"
BULK = SHARED / "bulk" / "news-10k.jsonl.gz"

# Makes an article that has nothing to do with BNN one whose every number could be a statistic of an office.
PRESENT = " BNNP Jambi turut hadir."


def annotated_articles() -> Iterator[Article]:
    """Give the hand-annotated articles, with the title and date of the annotation; none where they are absent."""
    for path in sorted(ANNOTATED.glob("*.txt")):
        known = yaml.safe_load(path.with_suffix(".yaml").read_text(encoding="utf-8"))
        yield Article(path.stem, path.read_text(encoding="utf-8"), known["title"], known["url"], known["published"])


@cache
def bulk_articles() -> tuple[Article, ...]:
    """Give general news, of which none is about BNN."""
    with gzip.open(BULK, "rt", encoding="utf-8") as lines:
        return tuple(_article(json.loads(line)) for line in lines)


def _article(found: dict[str, Any]) -> Article:
    # Its dates are written in many ways, and none is needed.
    return Article(found["id"], found["text"], found["title"], found["url"])


def with_an_office(article: Article) -> Article:
    """Give an article whose text names an office at its end."""
    return replace(article, text=article.text + PRESENT)


def some_bulk_articles(count: int) -> tuple[Article, ...]:
    """Give articles from all over the bulk, each with an office named at its end."""
    found = bulk_articles()
    return tuple(map(with_an_office, islice(found, 0, None, max(1, len(found) // count))))


__all__ = ["annotated_articles", "bulk_articles", "sample_articles", "some_bulk_articles", "with_an_office"]
