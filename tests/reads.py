"""What tests of reading share: what is read of files, and what is told of them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from bnnextract.model import Article
from bnnextract.reading import ReadError, read_articles


def read(*paths: Path | str, stdin: bytes = b"", mapping: Mapping[str, str] | None = None) -> list[Article | ReadError]:
    """Give what is read, without where and how it was found."""
    found = read_articles([str(path) for path in paths], BytesIO(stdin), mapping=mapping)
    return [replace(item, published_from=None, source=None) if isinstance(item, Article) else item for item in found]


def articles(*paths: Path | str, stdin: bytes = b"", mapping: Mapping[str, str] | None = None) -> list[Article]:
    """Give the articles of paths of which nothing is unreadable."""
    found = read(*paths, stdin=stdin, mapping=mapping)
    assert not [str(item) for item in found if isinstance(item, ReadError)]
    return [item for item in found if isinstance(item, Article)]


def errors(found: Sequence[Article | ReadError]) -> list[str]:
    """Give what is told of what could not be read."""
    return [str(item) for item in found if isinstance(item, ReadError)]


def line(**fields: object) -> bytes:
    """Give a line of JSON Lines."""
    return json.dumps(fields).encode() + b"\n"
