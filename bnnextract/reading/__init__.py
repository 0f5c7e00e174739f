"""Articles from files, folders and standard input, whatever a scraper wrote them as.

What a file is its first bytes tell, and where they leave it open, its name. Compressed files and archives are read as
they are expanded. Nothing of a text is changed but the byte order mark, which is dropped: offsets count in the text that
is left. A surrogate without its partner, which no encoding can write, becomes U+FFFD, one for one.

What cannot be read is given as a `ReadError` in its place, and reading goes on with what follows.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from bnnextract.model import Article
from bnnextract.reading.articles import article_of
from bnnextract.reading.decoding import short
from bnnextract.reading.files import Wishes
from bnnextract.reading.inputs import ReadError, UnreadableError
from bnnextract.reading.limits import LARGEST
from bnnextract.reading.sources import read_path

__all__ = ["LARGEST", "ReadError", "read_articles"]


class _Names:
    """The names given so far, eight bytes each, so that a million articles fit.

    Two of a million names meet in one 64-bit hash with a chance of 1 in 37 million.
    """

    def __init__(self) -> None:
        self._buckets = [array("q") for _ in range(1024)]

    def add(self, name: str) -> bool:
        """Remember a name; tell whether it is new."""
        value = hash(name)
        bucket = self._buckets[value & 1023]
        place = bisect_left(bucket, value)
        if place < len(bucket) and bucket[place] == value:
            return False
        bucket.insert(place, value)
        return True


def read_articles(
    paths: Iterable[str],
    stdin: BinaryIO,
    leave: Collection[Path] = (),
    *,
    mapping: Mapping[str, str] | None = None,
    passed_over: Counter[str] | None = None,
) -> Iterator[Article | ReadError]:
    """Give the articles of files, folders (with all that is in them, sorted by path) and `-`, standard input, in order.

    An article goes by the `id` beside its `text`, else by `path:line` in JSON Lines and `path:number` in other files of
    several; one that is a file by its path, as given or, in a folder, as it runs from there, and in an archive behind the
    archive's. In folders and archives hidden files are passed over, and those whose names tell that they hold no
    articles: these are counted by the ends of their names in `passed_over`. In folders the files of `leave` are passed over,
    too, as are those that the program wrote, counted as `own`, and links to folders not followed.

    `mapping` tells which key holds a field: `{"text": "isi"}`; fields are text, title, url, published and id.
    """
    names = _Names()
    wishes = Wishes(tuple((mapping or {}).items()), leave, Counter() if passed_over is None else passed_over)
    for path in paths:
        for found in read_path(path, stdin, wishes):
            if isinstance(found, ReadError):
                yield found
                continue
            try:
                article = article_of(found, wishes.mapping)
            except UnreadableError as error:
                yield error.at(found.place.path, found.number)
                continue
            if names.add(article.id):
                yield article
            else:
                message = f"an article named '{short(article.id)}' was read before; names must differ, rename one"
                yield ReadError(found.place.path, found.number, message, "duplicate")
