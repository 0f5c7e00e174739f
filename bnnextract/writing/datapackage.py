"""A Data Package (v2) descriptor of a CSV file, so that other programs read its cells as what they are.

The descriptor stands beside the file, `statistics.datapackage.json` beside `statistics.csv`: one named `datapackage.json`
would be that of a whole folder, and may be there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from csv import reader
from hashlib import file_digest
from json import dumps
from pathlib import Path
from typing import Any

from bnnextract.rulebook import Rulebook
from bnnextract.writing.as_csv import DIALECTS
from bnnextract.writing.columns import FIELDS, RECORDS, Column, Kind
from bnnextract.writing.schema import ALWAYS, PATTERNS, closed_lists

PROFILES = "https://datapackage.org/profiles/2.0"

_TYPES: Mapping[Kind, Mapping[str, Any]] = {
    "text": {"type": "string"},
    "integer": {"type": "integer"},
    "number": {"type": "number"},
    "truth": {"type": "boolean", "trueValues": ["true"], "falseValues": ["false"]},
    "date": {"type": "date"},
    "year": {"type": "string"},
    "parts": {"type": "string"},
    "texts": {"type": "string"},
}
_UNITS: Mapping[str, str] = {"gram": "gram", "rupiah": "rupiah", "achievement": "persen"}
# The columns of the wide table that are neither office and year nor figures.
_NOTES = frozenset({"inexact", "part_of_year", "conflicts"})


def descriptor_of(path: Path) -> Path:
    """Give where the descriptor of a CSV file stands."""
    return path.with_name(f"{path.stem}.datapackage.json")


def describe(path: Path, form: str, book: Rulebook, *, wide: bool = False) -> str:
    """Give the descriptor of a CSV file as JSON: its dialect, the types and meanings of its columns, its checksum.

    `form` is `csv` or `csv-excel`, `wide` tells that it has a row an office and year. Raises OSError where the file cannot
    be read.
    """
    dialect = DIALECTS[form]
    encoding = "utf-8-sig" if dialect.mark else "utf-8"
    with path.open(encoding=encoding, newline="") as lines:
        names = next(reader(lines, delimiter=dialect.delimiter))
    field = _field_of_figures if wide else _field_of_statistics(book, exact=form == "csv")
    decimals = {} if dialect.point == "." else {"decimalChar": dialect.point}
    fields = [found | decimals if found["type"] == "number" else found for found in map(field, names)]
    with path.open("rb") as stream:
        digest = file_digest(stream, "sha256").hexdigest()
    name = re.sub(r"[^a-z0-9._-]+", "-", path.stem.lower()).strip("-") or "statistics"
    package = {
        "$schema": f"{PROFILES}/datapackage.json",
        "name": name,
        "description": "Statistics of BNN offices in news articles, extracted by bnnextract",
        "resources": [
            {
                "name": name,
                "path": path.name,
                "type": "table",
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": encoding,
                "bytes": path.stat().st_size,
                "hash": f"sha256:{digest}",
                "dialect": {"delimiter": dialect.delimiter, "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True},
                "schema": {
                    "fields": fields,
                    "missingValues": [""],
                    "primaryKey": ["office_id", "year"] if wide else ["article", "id"],
                },
            }
        ],
    }
    return dumps(package, ensure_ascii=False, indent=2) + "\n"


def _field_of_statistics(book: Rulebook, *, exact: bool) -> Callable[[str], dict[str, Any]]:
    """Give what describes a column of a row a statistic; only where texts are `exact` is their look told."""
    columns = {column.name: column for column in FIELDS}
    lists = closed_lists(book)

    def field(name: str) -> dict[str, Any]:
        constraints: dict[str, Any] = {}
        if name in ALWAYS - {"parts", "doubts", "flags"}:
            constraints["required"] = True
        if name in lists:
            constraints["enum"] = list(lists[name])
        if name == "year":
            constraints["pattern"] = "[0-9]{4}(-[0-9]{4})?"
        elif exact and name in PATTERNS:
            constraints["pattern"] = PATTERNS[name].strip("^$")
        return _field(columns[name]) | ({"constraints": constraints} if constraints else {})

    return field


def _field_of_figures(name: str) -> dict[str, Any]:
    """Describe a column of a row an office and year."""
    known = {column.name: column for column in RECORDS}
    return _field(known.get(name) or Column(name, "text" if name in _NOTES else "number", "the figure told for the year"))


def _field(column: Column) -> dict[str, Any]:
    unit = {"unit": _UNITS[column.name]} if column.name in _UNITS else {}
    return {"name": column.name, **_TYPES[column.kind], "description": column.meaning, **unit}
