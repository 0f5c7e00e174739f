"""How a file is understood: its form, which key holds what, and its first article."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import BinaryIO

from bnnextract.model import Article
from bnnextract.reading.articles import article_of
from bnnextract.reading.columns import FIELDS, columns_of, why_ignored
from bnnextract.reading.files import Wishes
from bnnextract.reading.inputs import ReadError, Record, UnreadableError
from bnnextract.reading.sources import read_path


@dataclass(frozen=True, slots=True)
class Preview:
    """What the first record of a file is read as.

    `keys` are those that the fields are taken from, `ignored` the others with the reasons; both are empty where the form
    has no keys. `article` is the record's article, or why it is none.
    """

    record: Record
    keys: Mapping[str, str]
    ignored: Mapping[str, str]
    article: Article | ReadError


def preview(path: str, stdin: BinaryIO, mapping: Mapping[str, str] | None = None) -> Preview | ReadError | None:
    """Give how the first record of a path is read, what went wrong before one was found, or None where there is none."""
    wishes = Wishes(tuple((mapping or {}).items()))
    first = next(read_path(path, stdin, wishes), None)
    if not isinstance(first, Record):
        return first
    article: Article | ReadError
    try:
        article = article_of(first, wishes.mapping)
    except UnreadableError as error:
        article = error.at(first.place.path, first.number)
    if set(first.fields) <= {"text"} or first.form in {"HTML", "WARC"}:
        return Preview(first, {}, {}, article)
    columns = columns_of(tuple(first.fields), wishes.mapping)
    filled = {field: next(columns.filled(first.fields, field), None) for field in FIELDS}
    keys = {field: found[0] for field, found in filled.items() if found}
    if isinstance(article, Article) and article.id == first.name:
        keys.pop("id", None)
    rest = [key for key in first.fields if key not in keys.values()]
    return Preview(first, keys, {key: why_ignored(key, columns, first.fields) for key in rest}, article)
