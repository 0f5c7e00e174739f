"""An XLSX workbook: typed cells, and never a formula.

A text is a text whatever it begins with. A number is written with its digits; one of more than fifteen significant digits,
which Excel would round, is a text, and so is a date before Excel's calendar begins.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from io import BytesIO
from tempfile import TemporaryDirectory
from typing import Any, BinaryIO

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError

from bnnextract.model import Analysis, Statistic
from bnnextract.records import records
from bnnextract.rulebook import Rulebook
from bnnextract.writing.columns import ARTICLES, CHECKS, DICTIONARY, FIELDS, RECORDS, Column, Row, dictionary
from bnnextract.writing.pivot import record_rows
from bnnextract.writing.pivot import wide as wide_table
from bnnextract.writing.rows import EXACT, article_row, check_rows, parts_text, row

MOST_ROWS = 1_048_576
MOST_CHARACTERS = 32_767
_MOST_DIGITS = 15
_WIDEST_EXPONENT = 300
_OPTIONS = {
    # A row is forgotten when the next is written, so that a large workbook needs little memory.
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_CREATED = datetime(2000, 1, 1)  # a day that never changes, so that equal input gives equal bytes
_FIRST_YEAR = 1900

_CODES = frozenset({"article", "id", "office_id", "copy_of", "sha256"})
_WIDTHS: Mapping[str, int] = {
    name: width
    for width, names in {
        10: "id",
        20: "province category kind type",
        26: "article parts part period pattern copy_of",
        32: "office indicator name path url link",
        50: "title doubts flags inexact part_of_year conflicts",
        80: "quote message meaning",
    }.items()
    for name in names.split()
}
_WRAPPED = frozenset({"quote", "doubts", "flags", "title", "message", "meaning", "conflicts", "inexact", "part_of_year"})
_WIDTH = 12
_WIDEST_HEAD = 28
_LINE_HEIGHT = 15  # points
_MOST_LINES = 8  # are shown of a text, so that one long text does not fill the screen


def write_xlsx(analyses: Iterable[Analysis], book: Rulebook, stream: BinaryIO, *, wide: bool = False) -> None:
    """Write a workbook of the statistics, the figures by office and year, the articles, the doubts and a dictionary.

    With `wide` a sheet has a row an office and year and a column an indicator. Raises OSError where there is no room.
    """
    packed = BytesIO()  # not the stream itself, which may be a pipe and may be full
    with TemporaryDirectory(prefix="bnnextract-") as folder:
        workbook = Workbook(packed, {**_OPTIONS, "tmpdir": folder})
        workbook.set_properties({"created": _CREATED})
        _fill(workbook, analyses, book, wide=wide)
        try:
            workbook.close()
        except FileCreateError as error:
            (cause,) = error.args
            raise cause from None
    stream.write(packed.getbuffer())


def _fill(workbook: Workbook, analyses: Iterable[Analysis], book: Rulebook, *, wide: bool) -> None:
    formats = _Formats(workbook)
    statistics = _Sheet(workbook, formats, "statistics", FIELDS)
    by_indicator = _Sheet(workbook, formats, "records", RECORDS)
    # The columns of the wide table are known at the end only, but its place is here.
    by_year = workbook.add_worksheet("wide") if wide else None
    articles = _Sheet(workbook, formats, "articles", ARTICLES)
    checks = _Sheet(workbook, formats, "checks", CHECKS)
    found: list[Statistic] = []
    for analysis in analyses:
        articles.add(article_row(analysis))
        for statistic in analysis.statistics:
            found.append(statistic)
            statistics.add(row(statistic))
            for check in check_rows(statistic):
                checks.add(check)
    whole = records(found, book.indicator_order)
    for line in record_rows(whole):
        by_indicator.add(line)
    sheets = [statistics, by_indicator, articles, checks]
    if by_year:
        columns, lines = wide_table(whole, book.indicator_order)
        sheets.append(_Sheet(workbook, formats, "wide", columns, by_year))
        for line in lines:
            sheets[-1].add(line)
    sheets.append(_Sheet(workbook, formats, "dictionary", DICTIONARY))
    for line in dictionary(book.indicators.entries):
        sheets[-1].add(line)
    for sheet in sheets:
        sheet.close()


class _Formats:
    """The looks of cells, each made once."""

    def __init__(self, workbook: Workbook) -> None:
        self.head = workbook.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        self.date = workbook.add_format({"num_format": "yyyy-mm-dd", "valign": "top"})
        self.plain = workbook.add_format({"valign": "top"})
        self.code = workbook.add_format({"num_format": "@", "valign": "top"})
        self.wrapped = workbook.add_format({"text_wrap": True, "valign": "top"})
        self.number = cache(
            lambda places: workbook.add_format({"num_format": "#,##0" + ("." + "0" * places) * (places > 0), "valign": "top"})
        )


class _Sheet:
    """A worksheet of a table; what does not fit goes on in a second one of the same name and a number."""

    def __init__(
        self, workbook: Workbook, formats: _Formats, name: str, columns: Sequence[Column], worksheet: Any = None
    ) -> None:
        self._workbook, self._formats, self._name, self._columns = workbook, formats, name, columns
        self._parts = 0
        self._lines = 1
        self._texts = [self._format(column) for column in columns]
        self._open(worksheet)

    def _format(self, column: Column) -> Any:
        formats = self._formats
        return formats.code if column.name in _CODES else formats.wrapped if column.name in _WRAPPED else formats.plain

    def _open(self, worksheet: Any) -> None:
        self._parts += 1
        name = self._name if self._parts == 1 else f"{self._name} {self._parts}"
        self._worksheet = worksheet or self._workbook.add_worksheet(name)
        widths = [_WIDTHS.get(column.name) or _width(column.name) for column in self._columns]
        lines = max(1 + len(column.name) // width for column, width in zip(self._columns, widths, strict=True))
        self._worksheet.set_row(0, _LINE_HEIGHT * lines)
        for place, (column, width) in enumerate(zip(self._columns, widths, strict=True)):
            self._worksheet.set_column(place, place, width)
            self._worksheet.write_string(0, place, column.name, self._formats.head)
        self._worksheet.freeze_panes(1, 0)
        self._rows = 1

    def add(self, cells: Row) -> None:
        """Write a row."""
        if self._rows == MOST_ROWS:
            self.close()
            self._open(None)
        self._lines = 1
        for place, cell in enumerate(cells):
            if cell is not None:
                self._write(place, cell)
        if self._lines > 1:
            # LibreOffice does not make room for wrapped lines by itself.
            self._worksheet.set_row(self._rows, _LINE_HEIGHT * min(self._lines, _MOST_LINES))
        self._rows += 1

    def close(self) -> None:
        """Finish the worksheet."""
        last = len(self._columns) - 1
        self._worksheet.autofilter(0, 0, max(self._rows - 1, 1), last)
        self._worksheet.ignore_errors({"number_stored_as_text": f"A1:XFD{MOST_ROWS}"})

    def _write(self, place: int, cell: Any) -> None:
        sheet, formats, at = self._worksheet, self._formats, (self._rows, place)
        match cell:
            case bool():
                sheet.write_boolean(*at, cell, formats.plain)
            case Decimal() if _holds(cell):
                # As a Decimal: XlsxWriter would write the sixteenth digit of a float, which is not the article's.
                sheet.write_number(*at, cell, formats.number(max(0, -int(cell.as_tuple().exponent))))
            case Decimal():
                sheet.write_string(*at, format(cell, "f"), formats.code)
            case int():
                sheet.write_number(*at, cell, formats.plain)
            case date() if cell.year >= _FIRST_YEAR:
                sheet.write_datetime(*at, cell, formats.date)
            case date():
                sheet.write_string(*at, cell.isoformat(), formats.code)
            case dict():
                self._write_text(place, parts_text(cell))
            case tuple():
                self._write_text(place, "; ".join(cell))
            case _:
                self._write_text(place, cell)

    def _write_text(self, place: int, text: str) -> None:
        if text:
            self._worksheet.write_string(self._rows, place, _fitting(text), self._texts[place])
            name = self._columns[place].name
            if name in _WRAPPED:
                self._lines = max(self._lines, sum(1 + len(line) // _WIDTHS[name] for line in text.splitlines()))


def _holds(number: Decimal) -> bool:
    """Tell whether a spreadsheet's number, a binary one of 64 bits, keeps all digits."""
    return len(number.normalize(EXACT).as_tuple().digits) <= _MOST_DIGITS and abs(number.adjusted()) < _WIDEST_EXPONENT


def _fitting(text: str) -> str:
    """Give a text as a cell can hold it; what is cut off is told."""
    # XlsxWriter takes a text within these tags for formatted text in XML.
    if text.startswith("<r>") and text.endswith("</r>"):
        text += " "
    if len(text) * 2 <= MOST_CHARACTERS or len(text.encode("utf-16-le")) <= 2 * MOST_CHARACTERS:
        return text
    note = f"… [cut: the text has {len(text):,} characters, a cell holds {MOST_CHARACTERS:,}]"
    room = 2 * (MOST_CHARACTERS - len(note))
    return text.encode("utf-16-le")[:room].decode("utf-16-le", "ignore") + note


def _width(head: str) -> int:
    return min(max(_WIDTH, len(head) + 2), _WIDEST_HEAD)
