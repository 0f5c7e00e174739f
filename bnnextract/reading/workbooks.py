"""Workbooks of Excel and LibreOffice: every sheet with a column of texts, a record a row."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import BinaryIO
from zipfile import is_zipfile

from bnnextract.reading import limits
from bnnextract.reading.containers import told, zipped
from bnnextract.reading.decoding import short
from bnnextract.reading.inputs import Place, ReadError, Record, UnreadableError
from bnnextract.reading.own import refuse_own_workbook
from bnnextract.reading.tables import demand_text, named

ENDINGS = (".xlsx", ".xlsm", ".xls", ".ods")


def read_workbook(
    stream: BinaryIO, place: Place, spend: Callable[[int], None], mapping: tuple[tuple[str, str], ...] = ()
) -> Iterator[Record | ReadError]:
    """Give the rows of a workbook; the stream can seek, and `spend` is told how many bytes it expands to.

    Rows are numbered from 1 beneath the heading; those of other sheets than the first go by `path/sheet:number`. A sheet
    without a column for texts is passed over, unless none has one.
    """
    from python_calamine import CalamineError, CalamineWorkbook

    _check(stream, spend)
    try:
        book = CalamineWorkbook.from_filelike(stream)
        names = book.sheet_names
    except (CalamineError, OSError, ValueError) as error:
        raise UnreadableError(f"a workbook that cannot be read ({error}); save it again, or as CSV") from None
    if not mapping:
        refuse_own_workbook(names)
    fault = UnreadableError("a workbook without rows; give one that holds articles", code="empty")
    empty = True
    for sheet in names:
        try:
            rows = book.get_sheet_by_name(sheet).iter_rows()
            header = next((cells for cells in (list(map(_text, row)) for row in rows) if any(cells)), None)
            if header is None:
                continue
            demand_text(header, mapping)
        except UnreadableError as error:
            fault = error
            continue
        except (CalamineError, OSError, ValueError) as error:
            empty = False
            yield ReadError(place.path, None, f"the sheet '{short(sheet)}' cannot be read ({error}); save it as CSV")
            continue
        inner = None if sheet == names[0] else sheet
        for number, row in enumerate(rows, 1):
            cells = list(map(_text, row))
            if any(cells):
                empty = False
                yield Record(place, number, named(header, cells), "workbook", "utf-8", sheet=inner)
    if empty:
        raise fault


def _text(cell: object) -> str:
    """Give a cell as a table in text has it."""
    if isinstance(cell, datetime | date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def _check(stream: BinaryIO, spend: Callable[[int], None]) -> None:
    """Expand a workbook once, forgetting what it holds, so that none that is too large comes to be held."""
    if not is_zipfile(stream):
        return  # the older kind, which is not compressed
    size = 0

    def count(expanded: int) -> None:
        nonlocal size
        size += expanded
        if size > limits.WORKBOOK:
            message = f"a workbook that expands to more than {limits.megabytes(limits.WORKBOOK)}; save it as CSV"
            raise UnreadableError(message, code="too-large")
        spend(expanded)

    with told("workbook"):
        for _, content in zipped(stream, count):
            if isinstance(content, UnreadableError):
                raise content
            while content.read(limits.CHUNK):
                pass
    stream.seek(0)
