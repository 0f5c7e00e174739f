"""Parquet: the rows of the flat forms, typed, for pandas, Polars, DuckDB and the like.

A number is a decimal of 38 digits, nine of them after the point; it never passes through a float. A number that does not fit
in is left out, which the row's doubts tell.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from itertools import islice
from typing import Any, BinaryIO

import pyarrow as pa
from pyarrow.parquet import ParquetWriter

from bnnextract.model import Statistic
from bnnextract.writing.columns import COLUMNS, FIELDS, Kind
from bnnextract.writing.rows import EXACT, plain, row

_DIGITS, _PLACES = 38, 9
_ROWS = 10_000  # are written at once

_TYPES: Mapping[Kind, pa.DataType] = {
    "text": pa.string(),
    "integer": pa.int64(),
    "number": pa.decimal128(_DIGITS, _PLACES),
    "truth": pa.bool_(),
    "date": pa.date32(),
    "year": pa.string(),
    "parts": pa.map_(pa.string(), pa.string()),
    "texts": pa.list_(pa.string()),
}
_SCHEMA = pa.schema([pa.field(name, _TYPES[kind], metadata={"description": meaning}) for name, kind, meaning in FIELDS])
_NUMBERS = tuple((place, field.name) for place, field in enumerate(FIELDS) if field.kind == "number")
_DOUBTS, _YEAR = COLUMNS.index("doubts"), COLUMNS.index("year")


def write_parquet(statistics: Iterable[Statistic], stream: BinaryIO) -> None:
    """Write a row a statistic, as they come."""
    rows = map(_cells, statistics)
    with ParquetWriter(stream, _SCHEMA, compression="zstd") as writer:
        while some := list(islice(rows, _ROWS)):
            columns = [pa.array(cells, field.type) for cells, field in zip(zip(*some, strict=True), _SCHEMA, strict=True)]
            writer.write_table(pa.Table.from_arrays(columns, schema=_SCHEMA))


def _cells(statistic: Statistic) -> list[Any]:
    cells = list(row(statistic))
    if isinstance(year := cells[_YEAR], int):
        cells[_YEAR] = str(year)
    for place, column in _NUMBERS:
        if cells[place] is not None and not _fits(cells[place]):
            cells[_DOUBTS] += (f"{column} {plain(cells[place])} has more digits than a decimal of Parquet",)
            cells[place] = None
    return cells


def _fits(number: Decimal) -> bool:
    digits = number.normalize(EXACT).as_tuple()
    return number.adjusted() < _DIGITS - _PLACES and -int(digits.exponent) <= _PLACES
