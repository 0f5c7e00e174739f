"""Cells told one a line, as the tables of a page come out as text, to the rows that they are of."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile
from typing import Literal

import regex

from bnnextract.frozen import frozen
from bnnextract.model import Span

# A cell with a number, alone or with its unit, `46 orang`, `63,18%`, `Rp2.198.771.432,-`, or with the stroke of an empty one.
_NUMBER = regex.compile(r"(?i)\(?(?:rp\.?\s*)?\d[\d.,]*\s*(?:%|,-|\p{L}+(?:\s\p{L}+)?)?\)?|[-–]")
_YEAR = regex.compile(r"(?:19|20)\d\d")
# So long a line is no cell with a number, no name of a column and no label of a row any more.
_LONGEST_NUMBER, _LONGEST_NAME, _LONGEST_LABEL = 30, 60, 160
# A row has so many cells with numbers at least, and a table so many rows.
_COLUMNS, _ROWS = 2, 2
# The number of the row behind the first.
_SECOND = 2


@frozen()
class Row:
    """A row of a table, or the `heading` over its columns: the stretch of text from its first cell to its last."""

    span: Span
    kind: Literal["item", "heading"]


def find_rows(text: str, lines: Sequence[Span]) -> Mapping[int, Row]:
    """Give the rows of the tables that a text tells one cell a line, by where they begin.

    `lines` are those of the text that hold anything, without the white space around it. A table has a name over each column,
    and rows of a label and a number in each other column. The numbers of its rows are no cells, and in no row.
    """
    numbers = [_is_number(text[line.start : line.end]) for line in lines]
    if sum(numbers) < _COLUMNS * _ROWS:
        return {}
    rows: dict[int, Row] = {}
    reach = 0
    for at in range(1, len(lines) - 1):
        if at >= reach and numbers[at + 1] and not numbers[at]:
            table = _table(text, lines, numbers, at)
            rows |= {row.span.start: row for row in table}
            reach = bisect_left(lines, (table[-1].span.end, 0)) if table else at
    return rows


def _is_number(cell: str) -> bool:
    return len(cell) <= _LONGEST_NUMBER and _NUMBER.fullmatch(cell) is not None


def _table(text: str, lines: Sequence[Span], numbers: Sequence[bool], at: int) -> list[Row]:
    """Give the head and the rows of the table whose first label, or whose name over the labels, a line is; else none."""
    columns = _run(numbers, at + 1)
    years = columns >= _COLUMNS and all(
        _YEAR.fullmatch(text[line.start : line.end]) for line in lines[at + 1 : at + 1 + columns]
    )
    if years:
        first, last = at, at + columns  # the columns are years
        labels = _labels(text, lines, numbers, last + 1, 0)
    else:
        numbered = _number_of(text, lines[at - 1]) == 1
        following = at + 1 + columns
        columns -= numbered and following < len(lines) and _number_of(text, lines[following - 1]) == _SECOND
        last = at - 1 - numbered
        first = last - columns - numbered
        labels = _labels(text, lines, numbers, at, int(numbered))
    # Only a head makes a table of what follows, so that a list without one is not read to its end from each of its lines.
    if columns < _COLUMNS or first < 0 or (not years and any(numbers[first : last + 1])):
        return []
    if any(line.end - line.start > _LONGEST_NAME or text[line.end - 1] in ".,:;" for line in lines[first : last + 1]):
        return []
    of_rows = list(takewhile(lambda label: label[1] == columns, labels))
    if len(of_rows) < _ROWS:
        return []
    head = Row(Span(lines[first].start, lines[last].end), "heading")
    return [head, *(Row(Span(lines[label].start, lines[label + columns].end), "item") for label, _ in of_rows)]


def _labels(text: str, lines: Sequence[Span], numbers: Sequence[bool], at: int, number: int) -> Iterator[tuple[int, int]]:
    """Give the lines that are labels of rows from one on, each with how many numbers follow it; 0 is the `number` of none."""
    while at < len(lines) and not numbers[at] and lines[at].end - lines[at].start <= _LONGEST_LABEL:
        count = _run(numbers, at + 1)
        following = at + 1 + count
        numbered = number and count > 1 and following < len(lines) and _number_of(text, lines[following - 1]) == number + 1
        if not count:
            return
        yield at, count - 1 if numbered else count
        at, number = following, number + 1 if numbered else 0


def _run(numbers: Sequence[bool], at: int) -> int:
    """Count the numbers that follow one another from a line on."""
    end = at
    while end < len(numbers) and numbers[end]:
        end += 1
    return end - at


def _number_of(text: str, line: Span) -> int | None:
    """Give the whole number that a line is, as that of a row: `1`, `2.`."""
    cell = text[line.start : line.end].rstrip(".")
    return int(cell) if cell.isdecimal() else None
