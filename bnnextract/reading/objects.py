"""JSON: an object a line, or objects in documents of whatever kind, one after another.

Documents are read as they come: objects by themselves, arrays of them, arrays after arrays (as a scraper that is run
again appends them), and objects that hold an array of them, such as `{"articles": [...]}`. Only one object of them is
held at a time.
"""

from __future__ import annotations

import re
from codecs import getincrementaldecoder
from collections.abc import Iterator
from io import BufferedReader
from itertools import chain, islice
from json import JSONDecodeError, JSONDecoder, loads
from typing import Any, NamedTuple

from bnnextract.reading import limits
from bnnextract.reading.columns import columns_of
from bnnextract.reading.decoding import TOO_LARGE, Encoding, as_utf_8, bounded, decoded
from bnnextract.reading.inputs import BombError, Place, ReadError, Record, UnreadableError
from bnnextract.reading.texts import EMPTY, INDEX

LINES = (".jsonl", ".ndjson", ".jl", ".jsonlines")

_HOLDERS = ("articles", "items", "results", "posts", "news", "berita", "data")
_HOLDER = re.compile(rf'\{{\s*"(?:{"|".join(_HOLDERS)})"\s*:\s*\[\s*(?=\{{)')
_BETWEEN = re.compile(r"[\s,\[\]]*")
_DOCUMENT = re.compile(rb"\s*\[\s*(?:[\[{\]]|$)")
_OPENING = 200  # signs that are looked at to tell an object that holds records
_BLANK = 1000  # blank lines at most before the one that tells what a file holds
_NEAR_END = 16  # signs at the end in which an error may come of the rest's not being read yet
_NO_OBJECT = "no JSON object; write one object a line, with the article under the key 'text'"
_LONG = "JSON with a number or a nesting too long to be read; take it out"


class NotJsonError(Exception):
    """What looked like JSON is none; `read` was read of it."""

    def __init__(self, read: bytes) -> None:
        super().__init__()
        self.read = read


def read_json(stream: BufferedReader, place: Place, head: bytes, *, sure: bool) -> Iterator[Record | ReadError]:
    """Give the objects of a stream; `head` is what stands next in it.

    Raises NotJsonError, before it gives anything, where the first value is broken and it is not `sure` that it is JSON.
    """
    stream, encoding = as_utf_8(stream, head)
    lines = _lines(stream)
    start: list[bytes] = []
    # A document may be one long line: no line of it is waited for.
    if not _DOCUMENT.match(stream.peek()):
        for line in islice(lines, _BLANK):
            start.append(line)
            if line.strip():
                break
    first = start[-1] if start else b""
    if start and _is_line(first, named=place.hint.lower().endswith(LINES)):
        yield from _read_lines(chain(start, lines), place, encoding)
    else:
        yield from _read_documents(_Text(b"".join(start), stream), place, encoding, sure=sure)


def _is_line(line: bytes, *, named: bool) -> bool:
    """Tell whether a first line is one of JSON Lines; where the file is `named` so, it is if it may be."""
    if _DOCUMENT.match(line) or _HOLDER.match(line[:_OPENING].decode("latin-1").lstrip()):
        return False
    try:
        value, _ = _loaded(bounded(line))
    except UnreadableError:
        return named
    except JSONDecodeError:
        # A line that ends so goes on in the next.
        return named and not line.rstrip().endswith((b"{", b"[", b","))
    return len(_held(value)) == 1 and (named or isinstance(value, dict))


def _read_lines(lines: Iterator[bytes], place: Place, encoding: Encoding) -> Iterator[Record | ReadError]:
    empty = True
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        empty = False
        try:
            value, written = _loaded(bounded(line))
        except UnreadableError as error:
            yield error.at(place.path, number)
            continue
        except JSONDecodeError as error:
            message = f"broken JSON: {_fault(error)} at column {error.pos + 1}; write one object a line"
            yield ReadError(place.path, number, message)
            continue
        if not isinstance(value, dict):
            yield ReadError(place.path, number, _NO_OBJECT)
            continue
        yield Record(place, number, value, "JSON Lines", encoding if written == "utf-8" else written, line.rstrip(b"\r\n"))
    if empty:
        raise UnreadableError(EMPTY, code="empty")


def _lines(stream: BufferedReader) -> Iterator[bytes]:
    """Give the lines with their ends; of a line that is too long, enough to show it."""
    line = stream.readline(limits.LARGEST + 1)
    while line:
        yield line
        while len(line) > limits.CHUNK and not line.endswith(b"\n"):
            line = stream.readline(limits.CHUNK + 1)
        line = stream.readline(limits.LARGEST + 1)


def _loaded(data: bytes) -> tuple[Any, Encoding]:
    """Parse a document; raises JSONDecodeError where it is broken, UnreadableError where it cannot be read at all."""
    text, encoding = decoded(data)
    try:
        return loads(text), encoding
    except JSONDecodeError:
        raise
    except (ValueError, RecursionError):
        raise UnreadableError(_LONG) from None


def _fault(error: JSONDecodeError) -> str:
    return error.msg.removesuffix(" at")


class _Value(NamedTuple):
    """A value of a document, its bytes, and their encoding."""

    value: Any
    data: bytes
    encoding: Encoding


def _read_documents(text: _Text, place: Place, encoding: Encoding, *, sure: bool) -> Iterator[Record | ReadError]:
    number = 0
    for found in _values(text, sure=sure):
        if isinstance(found, UnreadableError):
            number += 1
            yield found.at(place.path, number)
            continue
        inside = _held(found.value)
        for value in inside:
            number += 1
            if not isinstance(value, dict):
                yield ReadError(place.path, number, "no JSON object; give the article as an object with its text")
            elif number == 1 and _is_index(value):
                raise UnreadableError(INDEX, code="no-text")
            else:
                written = encoding if found.encoding == "utf-8" else found.encoding
                yield Record(place, number, value, "JSON", written, found.data if len(inside) == 1 else None)
    if number == 0:
        raise UnreadableError(EMPTY, code="empty")


def _values(text: _Text, *, sure: bool) -> Iterator[_Value | UnreadableError]:
    """Give the values of documents, and of the arrays in them; a broken one is told, and the next one read if possible.

    Raises NotJsonError where the first one is broken and it is not `sure` that it is JSON.
    """
    if sure:
        text.forget()
    depth = 0  # arrays that are open
    held = broken = False  # inside an object that holds the records; something was broken
    while True:
        depth += text.skip_between()
        if text.is_at_end():
            break
        if held and depth <= 0:
            text.leave_holder()
            held = False
        elif depth <= 0 and text.enter_holder():
            held, depth = True, 1
        else:
            try:
                value = text.value()
            except BombError:
                raise
            except UnreadableError as error:
                if text.seen is not None:
                    raise NotJsonError(text.seen) from None
                broken = True
                goes_on = text.resume()
                error.message += "; the rest was read" if goes_on else "; nothing after it was read"
                yield error
                if not goes_on:
                    return
            else:
                text.forget()
                yield value
    if depth > 0 and not broken:
        yield UnreadableError("the list of records is not closed; the file may have been cut off here")


def _held(value: Any) -> list[Any]:
    """Give the records of an object that holds them under some key, else the value itself."""
    if isinstance(value, dict) and not columns_of(tuple(value)).keys["text"]:
        for key in _HOLDERS:
            found = value.get(key)
            if isinstance(found, list) and found and all(isinstance(one, dict) for one in found):
                return found
    return [value]


def _is_index(record: dict[str, Any]) -> bool:
    return "seendate" in record and "url" in record and not columns_of(tuple(record)).keys["text"]


class _Text:
    """The text of a stream from where it is to be read on; what lies before is forgotten.

    Bytes that are no UTF-8 pass through it as surrogates, until the record that they are in is decoded by itself.
    """

    def __init__(self, start: bytes, stream: BufferedReader) -> None:
        self._stream = stream
        self._decoder = getincrementaldecoder("utf-8")("surrogateescape")
        self._parse = JSONDecoder().raw_decode
        self._text = self._decoder.decode(start)
        self._at = 0
        self._line = 1  # that the text begins in
        self._ended = False
        self._indent: str | None = None  # of the last value; None where something stands before it on its line
        self._seen: list[bytes] | None = [start]

    @property
    def seen(self) -> bytes | None:
        """All that was read so far; None once it is to be kept no longer."""
        return None if self._seen is None else b"".join(self._seen)

    def forget(self) -> None:
        """Keep no longer what was read."""
        self._seen = None

    def is_at_end(self) -> bool:
        """Tell whether all was read and gone past."""
        return self._ended and self._at == len(self._text)

    def skip_between(self) -> int:
        """Go to the next value; give how many arrays were opened on the way, less those that were closed."""
        depth = 0
        while True:
            if found := _BETWEEN.match(self._text, self._at):
                depth += found[0].count("[") - found[0].count("]")
                self._at = found.end()
            if self._at < len(self._text) or not self._more(1):
                return depth

    def enter_holder(self) -> bool:
        """Go into the array that an object begins with; tell whether there is one."""
        found = _HOLDER.match(self._text, self._at)
        if found:
            self._at = found.end()
        return found is not None

    def leave_holder(self) -> None:
        """Go past what an object has behind the array that it began with."""
        rest = self._text[self._at :]
        self._text = ('{"":0' if rest.startswith("}") else '{"":0,') + rest
        self._at = 0
        self.value()

    def value(self) -> _Value:
        """Give the next value, and go past it; raises UnreadableError where it is broken or too large."""
        before = self._text[self._text.rfind("\n", 0, self._at) + 1 : self._at]
        self._indent = None if before.strip(" \t") else before
        while True:
            try:
                value, end = self._parse(self._text, self._at)
            except JSONDecodeError as error:
                # What looks wrong at the end may only be cut there.
                at_end = error.msg.startswith("Unterminated") or error.pos >= len(self._text) - _NEAR_END
                if at_end and self._more(self._unread):
                    continue
                if at_end:
                    raise UnreadableError("broken JSON: the file ends within this record") from None
                message = f"broken JSON: {_fault(error)} at line {self._line + error.lineno - 1}, column {error.colno}"
                raise UnreadableError(message) from None
            except (ValueError, RecursionError):
                raise UnreadableError(_LONG) from None
            # A number may go on in what is not read yet.
            if isinstance(value, dict | list) or end < len(self._text) or not self._more(1):
                break
        data = self._text[self._at : end].encode("utf-8", "surrogateescape")
        self._at = end
        return _redecoded(value, data)

    def resume(self) -> bool:
        """Go from a broken value to the next that stands at a line's beginning as it does; tell whether there is one."""
        if self._indent is None:
            return False
        begins = re.compile(rf"\n{self._indent}(?=\{{)")
        self._at += 1
        while True:
            found = begins.search(self._text, self._at)
            if found:
                self._at = found.end()
                return True
            self._at = max(self._at, len(self._text) - len(self._indent) - 1)
            if not self._more(1):
                return False

    @property
    def _unread(self) -> int:
        return len(self._text) - self._at

    def _more(self, wanted: int) -> bool:
        """Read at least as many bytes, as long as there are some; tell whether there were any."""
        if self._unread > limits.LARGEST:
            raise UnreadableError(TOO_LARGE, code="too-large")
        pieces = []
        while wanted > 0 and not self._ended:
            data = self._stream.read1(limits.CHUNK)
            self._ended = not data
            wanted -= len(data)
            pieces.append(data)
        data = b"".join(pieces)
        if self._seen is not None:
            self._seen.append(data)
        # What was gone past is kept back to its line's beginning, which tells how the next value is indented.
        start = self._text.rfind("\n", 0, self._at) + 1
        start = start if self._at - start < _OPENING else self._at
        self._line += self._text.count("\n", 0, start)
        self._text = self._text[start:] + self._decoder.decode(data, self._ended)
        self._at -= start
        return bool(data)


def _redecoded(value: Any, data: bytes) -> _Value:
    """Give a value whose bytes may be no UTF-8; raises UnreadableError where they are no text at all."""
    try:
        data.decode()
    except UnicodeDecodeError:
        again, encoding = _loaded(data)
        return _Value(again, data, encoding)
    return _Value(value, data, "utf-8")
