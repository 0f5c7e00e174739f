"""A record to an article: its fields by their keys, its day by what tells it first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from bnnextract.model import Article, Source
from bnnextract.reading.columns import Columns, columns_of, is_page
from bnnextract.reading.dates import dateline_date, parse_date, url_date
from bnnextract.reading.decoding import short, writable
from bnnextract.reading.inputs import Record, UnreadableError

_MARKED = re.compile(r"</(?:p|div|li)>|<br\s*/?>", re.IGNORECASE)
_OWN = ("JSON Lines", "JSON")
_KEYS_TOLD = 12


def article_of(record: Record, mapping: tuple[tuple[str, str], ...] = ()) -> Article:
    """Give the article of a record; raises UnreadableError where it has no text, or something unreadable in its place.

    Where the keys are the program's own (`id`, `title`, `url`, `published` beside `text`, in JSON), what is under them
    must be what it says. Under others only the text must be. The day of publication is that of the record, else of its
    page, else the one that the article states, else that of its URL.
    """
    fields = record.fields
    columns = columns_of(tuple(fields), mapping)
    key, value = next(columns.filled(fields, "text"), (None, None))
    if key is None and record.form in _OWN and fields.get("text") == "":
        key, value = "text", ""  # an article may be empty; one that is not there is told
    if key is None:
        raise UnreadableError(_without_text(fields, columns), code="no-text")
    own = key == "text" and record.form in _OWN
    is_html = is_page(key) and isinstance(value, str | bytes)
    text = "" if is_html else _text(key, value)
    title = _name(fields, columns, "title", own=own)
    url = _name(fields, columns, "url", own=own)
    published, found_in = _published(fields, columns, own=own), "metadata"
    if isinstance(value, str | bytes) and is_html:
        from bnnextract.reading.pages import read_page

        page = read_page(value, url)
        text, title, url = page.text, title or page.title, url or page.url
        if published is None:
            published, found_in = page.published, "page"
        if not text.strip():
            raise UnreadableError("no article text in this page; give the page of an article", code="no-text")
    text = writable(text)
    if published is None:
        published, found_in = dateline_date(text), "dateline"
    if published is None and url:
        published, found_in = url_date(url), "url"
    # What others number their articles by is not unique beyond their file.
    name = _name(fields, columns, "id", own=own) if key == "text" or "id" in columns.mapped else None
    digest = sha256(text.encode() if record.raw is None else record.raw).hexdigest()
    return Article(
        id=name or writable(record.name),
        text=text,
        title=title,
        url=url,
        published=published,
        published_from=found_in if published else None,
        source=Source(writable(record.place.path), record.number, digest, record.encoding, record.form),
    )


def _text(key: str, value: Any) -> str:
    """Give a text that was written as one, as HTML, or in paragraphs."""
    if isinstance(value, str):
        # Of a text under the program's own key nothing is changed.
        return _plain(value) if key != "text" and _MARKED.search(value) else value
    if isinstance(value, Mapping) and isinstance(value.get("rendered"), str):  # WordPress
        return _plain(value["rendered"])
    if isinstance(value, Mapping):
        value = list(_paragraphs(value))
    if isinstance(value, list) and value and all(isinstance(part, str) for part in value):
        return "\n".join(value)
    raise UnreadableError(f"'{key}' is no text; put it in quotation marks")


def _paragraphs(body: Mapping[str, Any]) -> Iterator[Any]:
    """Give the paragraphs of a body as fundus writes it."""
    yield from _listed(body.get("summary"))
    for section in _listed(body.get("sections")):
        if isinstance(section, Mapping):
            yield from _listed(section.get("headline"))
            yield from _listed(section.get("paragraphs"))


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _plain(html: str) -> str:
    from bnnextract.reading.pages import text_of_html

    return text_of_html(html)


def _name(fields: Mapping[str, Any], columns: Columns, field: str, *, own: bool) -> str | None:
    """Give the first title, address or id that there is."""
    for key, value in columns.filled(fields, field):
        if isinstance(value, str):
            return writable(value)
        if field == "id" and type(value) is int:
            return str(value)
        if own and key == field:
            raise UnreadableError(f"'{key}' is no text; put it in quotation marks")
        if isinstance(value, list) and isinstance(value[0], str):
            return writable(value[0])
        if isinstance(value, Mapping) and isinstance(value.get("rendered"), str):
            return writable(_plain(value["rendered"]))
    return None


def _published(fields: Mapping[str, Any], columns: Columns, *, own: bool) -> date | None:
    """Give the first day that can be read, as it is written there, in whatever time zone."""
    if own and "published" not in columns.mapped and fields.get("published") not in (None, ""):
        return _own_date(fields["published"])
    for _, value in columns.filled(fields, "published"):
        written = value[0] if isinstance(value, list) else value
        day = parse_date(str(written)) if isinstance(written, str | int | float) else None
        if day:
            return day
    return None


def _own_date(value: object) -> date:
    """Give the day of an ISO date or date-time."""
    if not isinstance(value, str):
        raise UnreadableError("'published' is no text; put it in quotation marks")
    try:
        return date.fromisoformat(value)
    except ValueError:
        pass
    try:
        return datetime.fromisoformat(value).date()
    except ValueError:
        message = f"'published' is '{short(writable(value))}', no ISO date; write it as 2024-12-30 or 2024-12-30T08:00, or null"
        raise UnreadableError(message) from None


def _without_text(fields: Mapping[str, Any], columns: Columns) -> str:
    if columns.keys["text"]:
        told = "nothing under " + ", ".join(f"'{key}'" for key in columns.keys["text"])
        return f"no article text; there is {told}"
    names = [f"'{short(name)}'" for name in fields]
    more = f" and {len(names) - _KEYS_TOLD} more" if len(names) > _KEYS_TOLD else ""
    told = f"its keys are {', '.join(names[:_KEYS_TOLD])}{more}" if names else "it has no keys"
    return f"no article text; {told}; name the one that holds it with --map text=KEY"
