"""What other programs read in the files that are written: rows of texts, the same whatever the form."""

from __future__ import annotations

import csv
import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO, StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyarrow.parquet
from python_calamine import CalamineWorkbook

from bnnextract.model import Analysis, Statistic
from bnnextract.rulebook import load_rulebook
from bnnextract.writing import writer
from bnnextract.writing.columns import FIELDS

KINDS = {field.name: field.kind for field in FIELDS}
Rows = list[dict[str, str]]


def written(form: str, analyses: Iterable[Analysis], **options: bool) -> bytes:
    """Give the bytes of a form."""
    stream = BytesIO()
    writer(form, **options)(analyses, load_rulebook(), stream)
    return stream.getvalue()


def analysis(*statistics: Statistic) -> Analysis:
    """Give an article's statistics."""
    return Analysis(statistics[0].evidence[0].article, statistics)


def canonical(value: Any) -> str:
    """Give a cell's value as a text: digits without an exponent and without zeros at their end."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case float():
            return canonical(Decimal(repr(value)))
        case int():
            return str(value)
        case Decimal():
            digits = format(value, "f")
            return (digits.rstrip("0").rstrip(".") if "." in digits else digits) if value else "0"
        case datetime():
            return value.date().isoformat()
        case date():
            return value.isoformat()
        case Mapping():
            return "; ".join(f"{axis}={part}" for axis, part in value.items())
        case list() | tuple():
            return "; ".join(value)
        case _:
            return str(value)


def typed(cells: Mapping[str, Any]) -> dict[str, str]:
    """Give a row's cells, those of numbers without zeros at their end."""
    return {
        name: canonical(Decimal(cell) if KINDS.get(name) == "number" and cell not in {None, ""} else cell)
        for name, cell in cells.items()
    }


def jsonl(data: bytes) -> Rows:
    """Read JSON Lines."""
    return [
        typed({name: cell for name, cell in json.loads(line, parse_float=Decimal).items() if name in KINDS})
        for line in data.decode().splitlines()
    ]


def standard_csv(data: bytes) -> Rows:
    """Read CSV."""
    return [typed(row) for row in csv.DictReader(StringIO(data.decode(), newline=""), strict=True)]


def excel_csv(data: bytes) -> Rows:
    """Read CSV for Excel: without the apostrophe before a text, and with a point for the comma of a number."""
    found = csv.DictReader(StringIO(data.decode("utf-8-sig"), newline=""), strict=True, delimiter=";")
    return [
        typed(
            {name: cell.replace(",", ".") if KINDS[name] == "number" else cell.removeprefix("'") for name, cell in row.items()}
        )
        for row in found
    ]


def sheet(data: bytes, name: str) -> list[dict[str, Any]]:
    """Read a sheet of a workbook, cells as they are typed there."""
    head, *rows = CalamineWorkbook.from_filelike(BytesIO(data)).get_sheet_by_name(name).to_python()
    return [dict(zip(map(str, head), row, strict=True)) for row in rows]


def xlsx(data: bytes) -> Rows:
    """Read the statistics of a workbook."""
    return [
        typed({name: Decimal(repr(cell)) if isinstance(cell, float) else cell for name, cell in row.items()})
        for row in sheet(data, "statistics")
    ]


def database(data: bytes) -> sqlite3.Connection:
    """Open a database."""
    connection = sqlite3.connect(":memory:")
    connection.deserialize(data)
    connection.row_factory = sqlite3.Row
    return connection


def sqlite(data: bytes) -> Rows:
    """Read the statistics of a database, with the digits that its numbers do not hold."""
    connection = database(data)
    rows = {row["number"]: dict(row) for row in connection.execute("SELECT * FROM statistics ORDER BY number")}
    for number, column, digits in connection.execute("SELECT * FROM long_numbers"):
        rows[number][column] = Decimal(digits)
    for row in rows.values():
        del row["number"]
        row["event"] = bool(row["event"])
        for name in ("parts", "doubts", "flags"):
            row[name] = json.loads(row[name])
    return [
        typed({name: Decimal(repr(cell)) if isinstance(cell, float) else cell for name, cell in row.items()})
        for row in rows.values()
    ]


def parquet(data: bytes) -> Rows:
    """Read Parquet."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "a.parquet")
        path.write_bytes(data)
        rows = pyarrow.parquet.read_table(path).to_pylist(maps_as_pydicts="strict")
    return [typed(row) for row in rows]


READERS: Mapping[str, Callable[[bytes], Rows]] = {
    "jsonl": jsonl,
    "csv": standard_csv,
    "csv-excel": excel_csv,
    "xlsx": xlsx,
    "sqlite": sqlite,
    "parquet": parquet,
}
"""How each flat form is read."""
