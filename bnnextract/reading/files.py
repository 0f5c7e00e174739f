"""A file to its records, whatever it is, and whatever is in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from io import BufferedReader
from pathlib import Path
from typing import BinaryIO
from zipfile import ZipFile

from bnnextract.reading import limits
from bnnextract.reading.containers import Budget, expanded, expanded_name, members, seekable, told
from bnnextract.reading.decoding import whole
from bnnextract.reading.forms import Form, form_of, is_taken, is_told
from bnnextract.reading.inputs import BombError, Place, ReadError, Record, UnreadableError
from bnnextract.reading.objects import NotJsonError, read_json
from bnnextract.reading.streams import Root, begun, buffered, rejoined
from bnnextract.reading.tables import read_table
from bnnextract.reading.texts import read_text

Found = Iterator[Record | ReadError]

_DOCUMENTS = ("word/document.xml", "ppt/presentation.xml", "META-INF/container.xml")


@dataclass(frozen=True, slots=True)
class Wishes:
    """How the user wants files read: keys by hand, files of folders to leave, and where is counted what is passed over."""

    mapping: tuple[tuple[str, str], ...] = ()
    leave: Collection[Path] = ()
    passed_over: Counter[str] = field(default_factory=Counter)


def read_file(file: BinaryIO, place: Place, wishes: Wishes) -> Found:
    """Give the records of an open file, and of all files in it if it is an archive."""
    root = Root(file)
    try:
        yield from _read(buffered(root), place, wishes, Budget(root), limits.DEPTH)
    except BombError as error:
        yield error.at(place.path)


def _read(stream: BufferedReader, place: Place, wishes: Wishes, budget: Budget, depth: int) -> Found:
    """Give the records of a file; BombError is raised to whoever opened the input."""
    try:
        if depth == 0:
            raise BombError(f"compressed or archived more than {limits.DEPTH} times over; extract it", code="too-large")
        head, stream = begun(stream, is_told)
        yield from _read_form(form_of(head, place.hint, wishes.mapping), stream, head, place, wishes, budget, depth)
    except BombError:
        raise
    except UnreadableError as error:
        yield error.at(place.path)
    except OSError as error:
        yield refused(place.path, error)


def _read_form(
    form: Form, stream: BufferedReader, head: bytes, place: Place, wishes: Wishes, budget: Budget, depth: int
) -> Found:
    match form.name:
        case "gzip" | "bzip2" | "zstd":
            inner = replace(place, hint=expanded_name(place.hint))
            yield from _read(expanded(stream, form.name, budget), inner, wishes, budget, depth - 1)
        case "tar":
            yield from _read_members(stream, "tar", place, wishes, budget, depth)
        case "zip" | "workbook":
            with seekable(stream) as file:
                yield from _read_zip(form, file, place, wishes, budget, depth)
        case "json":
            try:
                yield from read_json(stream, place, head, sure=form.sure)
            except NotJsonError as error:
                yield from read_text(rejoined(error.read, stream), place)
        case "table" if form.dialect:
            yield from read_table(stream, place, head, form.dialect, wishes.mapping)
        case "markup":
            from bnnextract.reading.markup import read_markup

            yield from read_markup(stream, place)
        case "page":
            data = whole(stream)
            yield Record(place, None, {"html": data}, "HTML", _encoding_of_page(data), data)
        case "warc":
            yield from _read_warc(stream, place)
        case _:
            yield from read_text(stream, place)


def _read_members(stream: BinaryIO, form: str, place: Place, wishes: Wishes, budget: Budget, depth: int) -> Found:
    last: Record | ReadError | None = None
    try:
        for name, content in members(stream, form, budget):
            if any(part.startswith((".", "__MACOSX")) for part in name.split("/")):
                continue
            if not is_taken(name):
                wishes.passed_over[ending(name)] += 1
                continue
            inside = place.inside(name)
            if isinstance(content, UnreadableError):
                last = content.at(inside.path)
                yield last
                continue
            for last in _read(content, inside, wishes, budget, depth - 1):
                yield last
    except BombError:
        raise
    except UnreadableError as error:
        # An archive that ends too early was told of with the file that it ends in.
        if isinstance(last, ReadError) and last.message == error.message:
            return
        raise
    if last is None:
        raise UnreadableError("no file in this archive that may hold articles; give one that does", code="no-text")


def _read_zip(form: Form, file: BinaryIO, place: Place, wishes: Wishes, budget: Budget, depth: int) -> Found:
    """Give the records of what is zipped: an archive, or a workbook."""
    if form.name == "zip":
        with told("zip archive"), ZipFile(file) as archive:
            names = set(archive.namelist())
        file.seek(0)
        if any(name in names for name in _DOCUMENTS):
            raise UnreadableError("a document or book; save it as text, and give that", code="unsupported")
        if not names & {"xl/workbook.xml", "xl/workbook.bin", "content.xml"}:
            yield from _read_members(file, "zip", place, wishes, budget, depth)
            return
    from bnnextract.reading.workbooks import read_workbook

    yield from read_workbook(file, place, budget.spend, wishes.mapping)


def _read_warc(stream: BufferedReader, place: Place) -> Found:
    from bnnextract.reading.warc import read_warc

    empty = True
    for page in read_warc(stream):
        empty = False
        if page.problem:
            yield ReadError(place.path, page.number, page.problem)
        else:
            # Its own date is the day of the crawl.
            fields = {"url": page.url, "html": page.payload}
            yield Record(place, page.number, fields, "WARC", _encoding_of_page(page.payload), page.payload)
    if empty:
        raise UnreadableError("no page in this web archive; give one that holds articles", code="empty")


def _encoding_of_page(data: bytes) -> str:
    try:
        data.decode()
    except UnicodeDecodeError:
        return "as declared"
    return "utf-8"


def ending(name: str) -> str:
    """Give the ending by which a file that is passed over is counted."""
    last = name.rpartition("/")[2]
    return "." + last.rpartition(".")[2].lower() if "." in last else "no ending"


def refused(path: str, error: OSError) -> ReadError:
    """Tell what the system says of a path, and what to do."""
    advice = {FileNotFoundError: "check the path", PermissionError: "ask for the right to read it"}
    message = f"{error.strerror or error}; {advice.get(type(error), 'it was passed over')}"
    return ReadError(path, None, message, "missing" if isinstance(error, FileNotFoundError) else "unreadable")
