"""Plain text, one article a file, with or without front matter: lines `key: value` between two lines `---`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BufferedReader

from bnnextract.reading.columns import columns_of
from bnnextract.reading.decoding import decoded, whole
from bnnextract.reading.inputs import Place, Record, UnreadableError

EMPTY = "nothing in it to read; give a file with text"
INDEX = "no article text, only a list of addresses, as GDELT gives it; download the pages that it names, and give those"

_LONGEST = 16 * 1024
_FENCE = re.compile(r"---[ \t]*(?:\r\n?|\n)")
_FIELD = re.compile(r"([A-Za-z][\w .-]{0,40}):(?:[ \t]+(.*?))?[ \t]*")
_CONTINUED = (" ", "\t", "-", "#")


def read_text(stream: BufferedReader, place: Place) -> Iterator[Record]:
    """Give the one article of a text; raises UnreadableError where there is none."""
    data = whole(stream)
    text, encoding = decoded(data)
    if not text.strip():
        raise UnreadableError(EMPTY, code="empty")
    fields, start = front_matter(text)
    form = "text with front matter" if fields else "text"
    yield Record(place, None, {**fields, "text": text[start:]}, form, encoding, data)


def front_matter(text: str) -> tuple[dict[str, str], int]:
    """Give the fields above a text, and where the text itself begins; none and 0 where it has none above it.

    trafilatura writes what it found behind the colon as it stands, whether that is YAML or not: so the lines are read one
    by one, and lists left out. Lines between rules are front matter only if a title, an address or a date is among them.
    """
    opened = _FENCE.match(text)
    closed = opened and re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r\n?|\n|$)", re.MULTILINE).search(text, opened.end(), _LONGEST)
    if not opened or not closed:
        return {}, 0
    fields: dict[str, str] = {}
    for line in text[opened.end() : closed.start()].splitlines():
        if not line.strip() or line.startswith(_CONTINUED):
            continue
        found = _FIELD.fullmatch(line)
        if found is None:
            return {}, 0
        fields[found[1]] = _unquoted(found[2] or "")
    columns = columns_of(tuple(fields))
    if not any(columns.keys[field] for field in ("title", "url", "published")):
        return {}, 0
    return fields, closed.end()


def _unquoted(value: str) -> str:
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        inner = value[1:-1]
        return inner.replace("''", "'") if value[0] == "'" else inner.replace('\\"', '"')
    return value
