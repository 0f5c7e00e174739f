"""What was found, written in one of several forms: a module a form, imported when it is asked for.

The flat forms have a row a statistic, and all but the workbook and the database are written as the articles come; the nested
ones have a record an office and year, which takes all statistics. Numbers are the digits of their Decimal and never pass
through a float, but for those of SQLite, which has no other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, BinaryIO

from bnnextract.extras import missing

if TYPE_CHECKING:
    from bnnextract.model import Analysis, Record, Statistic
    from bnnextract.rulebook import Rulebook

Writer = Callable[["Iterable[Analysis]", "Rulebook", BinaryIO], None]
"""Writes the statistics of articles, in their order, to a stream; needs the rulebook for the order of the indicators."""

ENDINGS: Mapping[str, str] = {
    ".yaml": "yaml",
    ".yml": "yaml",
    ".jsonl": "jsonl",
    ".json": "json",
    ".csv": "csv",
    ".xlsx": "xlsx",
    ".sqlite": "sqlite",
    ".db": "sqlite",
    ".parquet": "parquet",
}
"""The form that a file's ending asks for."""

FORMS = ("yaml", "jsonl", "json", "csv", "csv-excel", "xlsx", "sqlite", "parquet")
"""The names of the forms; the first is what is written where nothing tells the form."""

BINARY = frozenset({"xlsx", "sqlite", "parquet"})
"""The forms that are no text."""

WIDE = ("csv", "csv-excel", "xlsx")
"""The forms that can have a row an office and year; the first is what is written where nothing tells the form."""


class MissingExtraError(Exception):
    """What a form needs and is not installed, with how to install it."""


def writer(form: str, *, wide: bool = False, safe: bool = False) -> Writer:
    """Give what writes a form.

    `wide` asks for a row an office and year, `safe` for texts that no spreadsheet takes for formulas in `csv`, which
    the other forms for spreadsheets always have. Raises KeyError for an unknown form, MissingExtraError where a library
    is not installed.
    """
    from importlib.util import find_spec

    if form == "parquet" and find_spec("pyarrow") is None:
        raise MissingExtraError(missing("parquet", "parquet"))
    writers: Mapping[str, Writer] = {
        "yaml": _yaml,
        "json": _json,
        "jsonl": _jsonl,
        "csv": partial(_csv, dialect="csv-safe" if safe else "csv", wide=wide),
        "csv-excel": partial(_csv, dialect="csv-excel", wide=wide),
        "xlsx": partial(_xlsx, wide=wide),
        "sqlite": _sqlite,
        "parquet": _parquet,
    }
    return writers[form]


def _yaml(analyses: Iterable[Analysis], book: Rulebook, stream: BinaryIO) -> None:
    from bnnextract.writing.as_yaml import yaml

    _put(yaml(_records(analyses, book)), stream)


def _json(analyses: Iterable[Analysis], book: Rulebook, stream: BinaryIO) -> None:
    from bnnextract.writing.as_json import json

    _put(json(_records(analyses, book)), stream)


def _jsonl(analyses: Iterable[Analysis], _: Rulebook, stream: BinaryIO) -> None:
    from bnnextract.writing.as_json import jsonl

    _put(jsonl(_statistics(analyses)), stream)


def _csv(analyses: Iterable[Analysis], book: Rulebook, stream: BinaryIO, *, dialect: str, wide: bool) -> None:
    from bnnextract.writing.as_csv import DIALECTS, csv

    if not wide:
        _put(csv(_statistics(analyses), DIALECTS[dialect]), stream)
        return
    from bnnextract.writing.pivot import wide as wide_table

    columns, rows = wide_table(_records(analyses, book), book.indicator_order)
    _put(DIALECTS[dialect].lines((column.name for column in columns), rows), stream)


def _xlsx(analyses: Iterable[Analysis], book: Rulebook, stream: BinaryIO, *, wide: bool) -> None:
    from bnnextract.writing.as_xlsx import write_xlsx

    write_xlsx(analyses, book, stream, wide=wide)


def _sqlite(analyses: Iterable[Analysis], book: Rulebook, stream: BinaryIO) -> None:
    from bnnextract.writing.as_sqlite import write_sqlite

    write_sqlite(analyses, book, stream)


def _parquet(analyses: Iterable[Analysis], _: Rulebook, stream: BinaryIO) -> None:
    from bnnextract.writing.as_parquet import write_parquet

    write_parquet(_statistics(analyses), stream)


def _statistics(analyses: Iterable[Analysis]) -> Iterator[Statistic]:
    return chain.from_iterable(analysis.statistics for analysis in analyses)


def _records(analyses: Iterable[Analysis], book: Rulebook) -> tuple[Record, ...]:
    from bnnextract.records import records

    return records(_statistics(analyses), book.indicator_order)


def _put(pieces: Iterable[str], stream: BinaryIO) -> None:
    stream.writelines(piece.encode() for piece in pieces)
