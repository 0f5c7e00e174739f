"""Workbooks of Excel and LibreOffice: every sheet with a column of texts, a record a row."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile, is_zipfile

from bnnextract.reading import limits
from bnnextract.reading.inputs import Place, ReadError, Record, UnreadableError
from bnnextract.reading.tables import demand_text, named

ENDINGS = (".xlsx", ".xlsm", ".xls", ".ods")


def read_workbook(
    stream: BinaryIO, place: Place, spend: Callable[[int], None], mapping: tuple[tuple[str, str], ...] = ()
) -> Iterator[Record | ReadError]:
    """Give the rows of a workbook; the stream can seek, and `spend` is told how many bytes it expands to.

    Rows go by the first sheet's numbers without the heading, those of other sheets by `path/sheet:number`. A sheet that
    has no column for texts is passed over, unless all are so.
    """
    from python_calamine import CalamineError, CalamineWorkbook

    _check(stream, spend)
    try:
        book = CalamineWorkbook.from_filelike(stream)
        names = book.sheet_names
    except (CalamineError, OSError, ValueError) as error:
        raise UnreadableError(f"a workbook that cannot be read ({error}); save it again, or as CSV") from None
    faults: list[UnreadableError] = []
    for sheet in names:
        try:
            rows = book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
            start = next((number for number, row in enumerate(rows) if any(map(_text, row))), None)
            if start is None:
                continue
            header = list(map(_text, rows[start]))
            demand_text(header, mapping)
        except UnreadableError as error:
            faults.append(error)
            continue
        except (CalamineError, OSError, ValueError) as error:
            yield ReadError(place.path, None, f"the sheet '{sheet}' cannot be read ({error}); save it as CSV")
            continue
        inner = None if sheet == names[0] else sheet
        for number, row in enumerate(rows[start + 1 :], 1):
            cells = list(map(_text, row))
            if any(cells):
                yield Record(place, number, named(header, cells), "workbook", "utf-8", sheet=inner)
    if len(faults) == len(names):
        raise faults[0]
    if not names:
        raise UnreadableError("a workbook without sheets; give one that holds articles", code="empty")


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
    try:
        with ZipFile(stream) as archive:
            for member in archive.infolist():
                with archive.open(member) as content:
                    while data := content.read(limits.CHUNK):
                        size += len(data)
                        spend(len(data))
                        if size > limits.WORKBOOK:
                            largest = limits.megabytes(limits.WORKBOOK)
                            raise UnreadableError(
                                f"a workbook that expands to over {largest}; save it as CSV", code="too-large"
                            )
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        raise UnreadableError(f"a workbook that cannot be read ({error}); save it again, or as CSV") from None
    finally:
        stream.seek(0)
