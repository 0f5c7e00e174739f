"""Tables, a record a row: CSV and TSV in every dialect that scrapers and spreadsheets write, and workbooks.

The first row names the columns. Only trafilatura writes tables without one: tab-separated, eleven columns, `null` for none.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from io import BufferedReader, StringIO, TextIOWrapper
from typing import NamedTuple

from bnnextract.reading import limits
from bnnextract.reading.columns import columns_of
from bnnextract.reading.decoding import TOO_LARGE, Encoding, as_utf_8, decoded, short
from bnnextract.reading.inputs import Place, ReadError, Record, UnreadableError
from bnnextract.reading.texts import EMPTY, INDEX

ENDINGS = (".csv", ".tsv", ".tab")

_NAMES_TOLD = 20
_DELIMITERS = ",;\t|"
_NAMES = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}
_TRAFILATURA = (
    *("url", "id", "fingerprint", "hostname", "title", "image"),
    *("date", "text", "comments", "license", "pagetype"),
)
_ADDRESS = re.compile(r"https?://|null$")
_DAY = re.compile(r"\d{4}-\d\d-\d\d|null")
_TOLD = re.compile(r'"?sep=(?P<delimiter>[,;\t|])"?\r?', re.IGNORECASE)


class Dialect(NamedTuple):
    """How a table is written: what stands between its cells, its columns if it does not name them, rows to pass over."""

    delimiter: str
    columns: tuple[str, ...] = ()
    skipped: int = 0

    @property
    def form(self) -> str:
        """What such a table is called."""
        name = "TSV" if self.delimiter == "\t" else "CSV"
        return f"{name} as trafilatura writes it" if self.columns else f"{name} separated by {_NAMES[self.delimiter]}"


def dialect_of(head: str, mapping: tuple[tuple[str, str], ...], *, sure: bool) -> Dialect | None:
    """Tell how a table is written from how it begins; None where it is not `sure` to be one, and no row tells it is."""
    first, _, _ = head.lstrip("\n\r").partition("\n")
    told = _TOLD.fullmatch(first)
    if told:
        return Dialect(told["delimiter"], skipped=1)
    if _is_trafilatura(_row(head, "\t")):
        return Dialect("\t", _TRAFILATURA)
    ranked = {delimiter: _rank(head, delimiter, mapping) for delimiter in _DELIMITERS}
    best = max(ranked, key=ranked.__getitem__)
    is_table = ranked[best][0] and ranked[best][1] > 1
    return Dialect(best) if sure or is_table else None


def _rank(head: str, delimiter: str, mapping: tuple[tuple[str, str], ...]) -> tuple[bool, int, int]:
    """Tell how well a delimiter divides the first row: whether it names a text, how many fields, how many columns."""
    names = _row(head, delimiter)
    columns = columns_of(tuple(names), mapping)
    return bool(columns.keys["text"]), columns.recognised, len(names)


def _row(head: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader(StringIO(head, newline=""), delimiter=delimiter), [])
    except csv.Error:
        return []


def _is_trafilatura(row: list[str]) -> bool:
    return len(row) == len(_TRAFILATURA) and bool(_ADDRESS.match(row[0]) and _DAY.fullmatch(row[_TRAFILATURA.index("date")]))


def read_table(
    stream: BufferedReader, place: Place, head: bytes, dialect: Dialect, mapping: tuple[tuple[str, str], ...] = ()
) -> Iterator[Record | ReadError]:
    """Give the rows of a table in text; `head` is what stands next in the stream."""
    stream, encoding = as_utf_8(stream, head)
    rows = _Rows(stream, dialect.delimiter)
    try:
        yield from _records(rows, place, dialect, encoding, mapping)
    finally:
        rows.close()


def _records(
    rows: _Rows, place: Place, dialect: Dialect, encoding: Encoding, mapping: tuple[tuple[str, str], ...]
) -> Iterator[Record | ReadError]:
    names: Sequence[str] = dialect.columns
    number = 0
    while (row := rows.next()) is not None:
        if rows.count <= dialect.skipped or not any(map(str.strip, row)):
            continue
        if not names:
            names = rows.decoded(row)[0]
            demand_text(names, mapping)
            continue
        number += 1
        try:
            cells, data, written = rows.decoded(row)
            fields = named(names, cells)
        except UnreadableError as error:
            yield error.at(place.path, number)
            continue
        yield Record(place, number, fields, dialect.form, encoding if written == "utf-8" else written, data)
    if rows.problem:
        yield rows.problem.at(place.path, number + 1)
    elif number == 0:
        raise UnreadableError("a table without a row; give one that holds articles" if names else EMPTY, code="empty")


def demand_text(names: Sequence[str], mapping: tuple[tuple[str, str], ...]) -> None:
    """Raise UnreadableError where no column of a table can hold the text of articles."""
    columns = columns_of(tuple(names), mapping).keys
    if not columns["text"]:
        if "seendate" in map(str.casefold, names) or {"URL", "MobileURL"} <= set(names):
            raise UnreadableError(INDEX, code="no-text")
        told = ", ".join(f"'{short(name)}'" for name in names[:_NAMES_TOLD] if name.strip())
        message = f"no column with the text of articles among {told}; name it with --map text=COLUMN"
        raise UnreadableError(message, code="no-text")


def named(names: Sequence[str], cells: Sequence[object]) -> dict[str, object]:
    """Give a row by its columns' names, the first column of each name; raises UnreadableError where it has more cells."""
    if any(cell not in ("", None) for cell in cells[len(names) :]):
        message = f"{len(cells)} cells in a table of {len(names)} columns; put those with the delimiter in them in quotes"
        raise UnreadableError(message)
    fields: dict[str, object] = {}
    for name, cell in zip(names, cells, strict=False):
        fields.setdefault(name, cell)
    return fields


class _Rows:
    """The rows of a text, with their bytes; a row may run over many lines."""

    def __init__(self, stream: BufferedReader, delimiter: str) -> None:
        self.count = 0
        self.problem: UnreadableError | None = None
        # Bytes that are no UTF-8 pass through as surrogates, until their row is decoded by itself.
        self._text = TextIOWrapper(stream, encoding="utf-8", errors="surrogateescape", newline="")
        self._delimiter = delimiter
        self._lines: list[str] = []
        self._size = 0
        self._reader = csv.reader(self._read_lines(), delimiter=delimiter)
        csv.field_size_limit(max(csv.field_size_limit(), limits.LARGEST + 1))

    def close(self) -> None:
        """Leave the stream to its owner."""
        self._text.detach()

    def next(self) -> list[str] | None:
        """Give the next row; None at the end, with the `problem` where it is not the end of the table."""
        self._lines.clear()
        self._size = 0
        self.count += 1
        try:
            row = next(self._reader, None)
        except csv.Error as error:
            self.problem = UnreadableError(f"broken table: {error}; nothing after it was read")
            return None
        return None if self.problem else row

    def decoded(self, row: list[str]) -> tuple[list[str], bytes, Encoding]:
        """Give the row that was read last, decoded by itself; raises UnreadableError where it is no text."""
        data = "".join(self._lines).encode("utf-8", "surrogateescape")
        text, encoding = decoded(data)
        if encoding == "windows-1252":
            row = next(csv.reader(StringIO(text, newline=""), delimiter=self._delimiter))
        return row, data.rstrip(b"\r\n"), encoding

    def _read_lines(self) -> Iterator[str]:
        while line := self._text.readline(limits.LARGEST + 1):
            self._size += len(line)
            if self._size > limits.LARGEST:
                self.problem = UnreadableError(f"{TOO_LARGE}, or close a quotation mark", code="too-large")
                return
            self._lines.append(line)
            yield line
        # The reader asks for another line of a row only where a quotation mark is open.
        if self._lines:
            self.problem = UnreadableError("a quotation mark is never closed; what follows it could not be read")
