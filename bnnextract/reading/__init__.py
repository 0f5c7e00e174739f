"""Articles from files, folders and standard input.

A `.txt` file is one article; `.jsonl`, `.ndjson` and `.jl` hold one JSON object a line; of any other file, and of
standard input, the first character that is no space decides. Bytes are UTF-8 or UTF-16 where they begin with a byte
order mark, else UTF-8, else Windows-1252. Nothing of a text is changed but the byte order mark, which is dropped:
offsets count in the text that is left. A surrogate without its partner, which no encoding can write, becomes U+FFFD,
one for one.

What cannot be read is given as a `ReadError` in its place, and reading goes on with what follows.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from itertools import chain, islice
from json import JSONDecodeError, loads
from os import DirEntry, scandir
from pathlib import Path
from typing import BinaryIO

from bnnextract.model import Article

LARGEST = 32 * 1024 * 1024
"""Bytes that a line, a text or a UTF-16 file may have; a line is held whole, a file of lines never is."""

_CHUNK = 64 * 1024
_BLANK = 1000  # blank lines at most before the one that tells what a file holds
_LINES = (".jsonl", ".ndjson", ".jl")
_TAKEN = (".txt", *_LINES)
_MARKS = (BOM_UTF16_LE, BOM_UTF16_BE)
_SURROGATE = re.compile("[\ud800-\udfff]")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1f]")
_TOO_LARGE = f"is larger than the {LARGEST >> 20} MB that one article may have; split it"
_EMPTY = "nothing in it to read; give a file with text"


@dataclass(frozen=True, slots=True)
class ReadError:
    """What could not be read: the path as the user can open it, the line where one is to blame, and what to do."""

    path: str
    line: int | None
    message: str

    def __str__(self) -> str:
        place = self.path if self.line is None else f"{self.path}:{self.line}"
        # A file's name may hold a line break, and the message has one line.
        return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in f"{place}: {self.message}")


@dataclass(frozen=True, slots=True)
class _Source:
    """One input: where it is opened, and the name that its articles go by."""

    path: str
    name: str


@dataclass(frozen=True, slots=True)
class _Found:
    """An article and the line that it was read from."""

    article: Article
    path: str
    line: int | None


class _UnreadableError(Exception):
    """Why bytes are no article, with the line among them that is to blame."""

    def __init__(self, message: str, line: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.line = line


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


def read_articles(paths: Sequence[str], stdin: BinaryIO) -> Iterator[Article | ReadError]:
    """Give the articles of files, folders (with all that is in them, sorted by path) and `-`, standard input, in order.

    An article goes by the `id` of its JSON object, else by `path:line`; one in a text file by its path, as given or,
    in a folder, as it runs from there. In folders hidden files are passed over, and links to folders not followed.
    """
    names = _Names()
    for found in chain.from_iterable(_read_path(path, stdin) for path in paths):
        if isinstance(found, ReadError):
            yield found
        elif names.add(found.article.id):
            yield found.article
        else:
            message = f"an article named '{_short(found.article.id)}' was read before; names must differ, rename one"
            yield ReadError(found.path, found.line, message)


def _read_path(path: str, stdin: BinaryIO) -> Iterator[_Found | ReadError]:
    if path == "-":
        yield from _read_stream(_Source("-", "-"), stdin)
    elif _is_folder(path):
        yield from _read_folder(path)
    else:
        yield from _read_file(_Source(path, Path(path).as_posix()))


def _is_folder(path: str) -> bool:
    try:
        return Path(path).is_dir()
    except OSError:
        return False  # opening it as a file will tell why


def _read_folder(folder: str) -> Iterator[_Found | ReadError]:
    empty = True
    for source in _walk(folder):
        empty = False
        if isinstance(source, ReadError):
            yield source
        else:
            yield from _read_file(source)
    if empty:
        kinds = f"{', '.join(_TAKEN[:-1])} or {_TAKEN[-1]}"
        yield ReadError(folder, None, f"no {kinds} file in this folder; give one that holds articles")


def _walk(folder: str) -> Iterator[_Source | ReadError]:
    """Give the files of a folder and of all folders in it, sorted by path."""
    # A folder's name ends in `/` until it is replaced by what is in it: so it sorts among the files as its files do.
    pending = [""]
    while pending:
        name = pending.pop()
        path = str(Path(folder, name))
        if name and not name.endswith("/"):
            yield _Source(path, name)
            continue
        try:
            with scandir(path) as entries:
                inside = [name + taken for entry in entries if (taken := _taken(entry))]
        except OSError as error:
            yield ReadError(path, None, _reason(error))
        else:
            pending.extend(sorted(inside, reverse=True))


def _taken(entry: DirEntry[str]) -> str | None:
    if entry.name.startswith("."):
        return None
    if entry.is_dir(follow_symlinks=False):
        return entry.name + "/"
    # A link that leads nowhere is taken, to be told of.
    wanted = entry.name.lower().endswith(_TAKEN) and (entry.is_file() or entry.is_symlink())
    return entry.name if wanted else None


def _read_file(source: _Source) -> Iterator[_Found | ReadError]:
    try:
        with Path(source.path).open("rb") as stream:
            yield from _read_stream(source, stream)
    except OSError as error:
        yield ReadError(source.path, None, _reason(error))


def _read_stream(source: _Source, stream: BinaryIO) -> Iterator[_Found | ReadError]:
    kind = source.path.lower()
    try:
        if kind.endswith(".txt"):
            # Asking for all at once would set aside as much memory for every small file.
            data = stream.read(_CHUNK)
            if len(data) == _CHUNK:
                data += stream.read(LARGEST + 1 - _CHUNK)
            yield _Found(_text_article(source, data), source.path, None)
        elif kind.endswith(_LINES):
            yield from _read_lines(source, _lines(stream))
        else:
            yield from _read_by_content(source, stream)
    except _UnreadableError as error:
        yield ReadError(source.path, error.line, error.message)


def _read_by_content(source: _Source, stream: BinaryIO) -> Iterator[_Found | ReadError]:
    lines = _lines(stream)
    start: list[bytes] = []
    for line in islice(lines, _BLANK):
        start.append(line)
        if line.strip():
            break
    first = start[-1].lstrip() if start else b""
    if first.startswith(b"{") and (source.path == "-" or _is_json(first)):
        yield from _read_lines(source, chain(start, lines))
        return
    text = bytearray().join(start)
    for line in lines:
        text += line
        if len(text) > LARGEST:
            raise _UnreadableError(_TOO_LARGE)
    data = bytes(text)
    if first.startswith((b"{", b"[")) and _is_json(data):
        raise _UnreadableError("one JSON document; write one object a line, as `jq -c '.[]'` does for a list", 1)
    yield _Found(_text_article(source, data), source.path, None)


def _read_lines(source: _Source, lines: Iterator[bytes]) -> Iterator[_Found | ReadError]:
    empty = True
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        empty = False
        try:
            yield _Found(_json_article(f"{source.name}:{number}", line), source.path, number)
        except _UnreadableError as error:
            yield ReadError(source.path, number, error.message)
    if empty:
        raise _UnreadableError(_EMPTY)


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    """Give the lines with their ends, UTF-16 as UTF-8; of a line that is too long, enough to show it."""
    line = stream.readline(LARGEST + 1)
    if line.startswith(_MARKS):
        stream = BytesIO(_decoded(_bounded(line + stream.read(LARGEST + 1))).encode())
        line = stream.readline()
    else:
        line = line.removeprefix(BOM_UTF8)
    while line:
        yield line
        while len(line) > _CHUNK and not line.endswith(b"\n"):
            line = stream.readline(_CHUNK + 1)
        line = stream.readline(LARGEST + 1)


def _json_article(place: str, line: bytes) -> Article:
    """Read one object; `place` names it where it has no `id`."""
    try:
        found = loads(_decoded(_bounded(line)))
    except JSONDecodeError as error:
        raise _UnreadableError(f"broken JSON: {error.msg} at column {error.pos + 1}; write one object a line") from None
    except (ValueError, RecursionError):
        raise _UnreadableError("JSON with a number or a nesting too long to be read; take it out") from None
    if not isinstance(found, dict):
        raise _UnreadableError("no JSON object; write one object a line, with the article under the key 'text'")
    if found.get("text") is None:
        raise _UnreadableError("no text; give the article under the key 'text'")
    name = found.get("id")
    return Article(
        id=(str(name) if type(name) is int else _text_of(found, "id")) or place,
        text=_text_of(found, "text") or "",
        title=_text_of(found, "title"),
        url=_text_of(found, "url"),
        published=_date_of(found, "published"),
    )


def _text_of(found: dict[str, object], key: str) -> str | None:
    """Give a key's text, None where there is none."""
    value = found.get(key)
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise _UnreadableError(f"'{key}' is no text; put it in quotation marks")
    return _writable(value)


def _date_of(found: dict[str, object], key: str) -> date | None:
    """Give the day of an ISO date or date-time, as it is written there, in whatever time zone."""
    value = _text_of(found, key)
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        pass
    try:
        return datetime.fromisoformat(value).date()
    except ValueError:
        message = f"'{key}' is '{_short(value)}', no ISO date; write it as 2024-12-30 or 2024-12-30T08:00, or null"
        raise _UnreadableError(message) from None


def _text_article(source: _Source, data: bytes) -> Article:
    text = _decoded(_bounded(data))
    if not text.strip():
        raise _UnreadableError(_EMPTY)
    return Article(id=_writable(source.name), text=text)


def _decoded(data: bytes) -> str:
    """Decode bytes as UTF-16, UTF-8 or Windows-1252."""
    try:
        text = data.decode("utf-16") if data.startswith(_MARKS) else data.removeprefix(BOM_UTF8).decode()
    except UnicodeDecodeError as error:
        if error.encoding.startswith("utf-16"):
            raise _UnreadableError(f"broken UTF-16 at byte {error.start}; save it as UTF-8") from None
        return _decoded_from_windows(data)
    if "\0" in text:
        message = "a NUL character, which no text has; if it is UTF-16 without a byte order mark, save it as UTF-8"
        raise _UnreadableError(message, text.count("\n", 0, text.index("\0")) + 1)
    return text


def _decoded_from_windows(data: bytes) -> str:
    # Nearly any bytes pass as Windows-1252; control characters give away those that are no text.
    control = _CONTROL.search(data)
    try:
        if control is None:
            return data.decode("cp1252")
        place = control.start()
    except UnicodeDecodeError as error:
        place = error.start
    message = f"byte 0x{data[place]:02x} is neither UTF-8 nor Windows-1252; save it as UTF-8"
    raise _UnreadableError(message, data.count(b"\n", 0, place) + 1)


def _bounded(data: bytes) -> bytes:
    if len(data) > LARGEST:
        raise _UnreadableError(_TOO_LARGE)
    return data


def _writable(text: str) -> str:
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)


def _short(text: str) -> str:
    return text if len(text) <= 80 else text[:79] + "…"


def _is_json(data: bytes) -> bool:
    try:
        loads(_decoded(data))
    except (_UnreadableError, ValueError, RecursionError):
        return False
    return True


def _reason(error: OSError) -> str:
    advice = {FileNotFoundError: "check the path", PermissionError: "ask for the right to read it"}
    return f"{error.strerror or error}; {advice.get(type(error), 'it was passed over')}"
