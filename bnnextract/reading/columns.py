"""Which key of a record holds what: the names that scrapers give them, and those that the user maps.

Names are compared without case, spaces, hyphens and underscores. Of several that may hold a field the first that is not
empty counts, record by record. The names are those that news-watch, trafilatura, newspaper4k, news-please, fundus,
WordPress and the scripts of Indonesian students write.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

FIELDS = ("text", "title", "url", "published", "id")
"""What is wanted of a record; `--map` takes these names."""

_NAMES: dict[str, tuple[str, ...]] = {
    "text": ("maintext", "plaintext", "text", "content", "isi", "isiberita", "konten", "articlebody", "body"),
    "title": ("title", "judul", "judulberita", "judulartikel", "headline", "titlepage", "titlerss"),
    "url": ("url", "link", "canonicallink", "urllink", "permalink", "tautan", "urlberita", "linkberita"),
    "published": ("publishdate", "datepublish", "publishingdate", "datepublished", "published", "publishedat", "date"),
    "id": ("id",),
}
_OUTLET = "source"  # trafilatura has the address under it, others the name of the outlet
_PAGES = ("html", "rawhtml")
_LAST = {"text": (*_PAGES, "rawtext"), "url": (_OUTLET,), "published": ("waktu", "pubdate")}
_DATED = ("tanggal", "tgl")  # tanggal_publish, tgl_berita
_NOT_PUBLISHED = re.compile("download|modif|crawl|scrap|seen|update|unduh|akses|ambil|^file")
_TIME = re.compile("date|time|at$|modified|waktu|tanggal|tgl")
_EMPTY = {"", "null", "none", "nan", "nat"}
_FOLDED = re.compile(r"[\s_-]+")


@dataclass(frozen=True, slots=True)
class Columns:
    """The keys that may hold each field, the first before the second; those of `mapped` fields the user chose."""

    keys: Mapping[str, tuple[str, ...]]
    mapped: frozenset[str] = frozenset()

    @property
    def recognised(self) -> int:
        """How many fields there are keys for."""
        return sum(map(bool, self.keys.values()))

    def filled(self, record: Mapping[str, Any], field: str) -> Iterator[tuple[str, Any]]:
        """Give the keys of a field that are not empty in a record, with what they hold."""
        for key in self.keys[field]:
            value = value_at(record, key)
            if not is_empty(value) and (field in self.mapped or fold(key) != _OUTLET or is_address(value)):
                yield key, value


def fold(name: str) -> str:
    """Give a key as keys are compared."""
    return _FOLDED.sub("", name.casefold())


@lru_cache(maxsize=256)
def columns_of(keys: tuple[str, ...], mapping: tuple[tuple[str, str], ...] = ()) -> Columns:
    """Match the keys of a record; `mapping` are pairs of a field and the one key that is to hold it.

    A mapped key with dots (`content.rendered`) leads into an object, unless there is a key of just that name.
    """
    folded: dict[str, list[str]] = {}
    for key in keys:
        folded.setdefault(fold(key), []).append(key)
    wanted = dict(mapping)
    found = {field: tuple(_named(_candidates(field, folded), folded)) for field in FIELDS if field not in wanted}
    for field, name in wanted.items():
        inner = fold(name.partition(".")[0])
        found[field] = (name,) if name in keys else tuple(folded.get(fold(name), (name,) if inner in folded else ()))
    return Columns(found, frozenset(wanted))


def _candidates(field: str, folded: Iterable[str]) -> Iterable[str]:
    yield from _NAMES[field]
    if field == "published":
        yield from (name for name in folded if name.startswith(_DATED) and not _NOT_PUBLISHED.search(name))
    yield from _LAST.get(field, ())


def _named(names: Iterable[str], folded: Mapping[str, list[str]]) -> Iterable[str]:
    for name in names:
        yield from folded.get(name, ())


def is_page(key: str) -> bool:
    """Tell whether a key holds a page in HTML, not the text of an article."""
    return fold(key) in _PAGES


def is_address(value: object) -> bool:
    """Tell whether a value under `source` is the article's address; else it is the name of the outlet."""
    return isinstance(value, str) and value.startswith(("http://", "https://"))


def is_empty(value: object) -> bool:
    """Tell whether a value stands for none; scrapers write `null`, `None` and `nan`, too."""
    return value is None or value == [] or (isinstance(value, str) and len(value) < 40 and value.strip().casefold() in _EMPTY)


def value_at(record: Mapping[str, Any], key: str) -> Any:
    """Give what is under a key, or under a path of keys with dots between them; None where there is nothing."""
    if key in record:
        return record[key]
    value: Any = record
    for part in key.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    return value


def why_ignored(key: str, columns: Columns, record: Mapping[str, Any]) -> str:
    """Tell why a key of a record is not the one that a field is taken from."""
    field = next((field for field, keys in columns.keys.items() if key in keys), None)
    if is_empty(record.get(key)):
        return "empty" if field is None else f"empty; it would be the {field}"
    if field == "url" and fold(key) == _OUTLET and not is_address(record.get(key)):
        return "the outlet, no address"
    if field == "id":
        return "a number that other files may have, too"
    if field is not None:
        return f"another goes before it as the {field}"
    if _NOT_PUBLISHED.search(fold(key)) and _TIME.search(fold(key)):
        return "a time, but not that of publication"
    return "not needed"
