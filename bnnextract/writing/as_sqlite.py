"""An SQLite database: tables of all that was found, full-text search over articles and quotes, and the views people ask for.

A number is an INTEGER where it is whole and a REAL else. The digits of one that neither holds are kept in `long_numbers`,
which is nearly always empty. Truth is 1 or 0, a date ISO text, and mappings and lists are JSON, which SQLite's functions read.
"""

from __future__ import annotations

import errno
import json
import math
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from types import NoneType
from typing import Any, BinaryIO

from bnnextract.model import SLOTS, Analysis, Evidence, Statistic
from bnnextract.records import records
from bnnextract.rulebook import Rulebook
from bnnextract.writing.columns import ARTICLES, DICTIONARY, FIELDS, RECORDS, Column, Kind, Row, dictionary
from bnnextract.writing.pivot import record_rows
from bnnextract.writing.rows import article_row, plain, row

_INTEGERS = 2**63

_TYPES: Mapping[Kind, str] = {
    "text": "TEXT",
    "integer": "INTEGER",
    "number": "NUMERIC",
    "truth": "INTEGER",
    "date": "TEXT",
    "year": "INTEGER",
    "parts": "TEXT",
    "texts": "TEXT",
}
_NUMBER = Column("number", "integer", "its place in the order of the input")
_ARTICLES = (*ARTICLES, Column("text", "text", "its text as read"))
_EVIDENCE = (
    Column("statistic", "integer", "the statistic that it is evidence of"),
    Column("where", "text", "where it stands: text or title"),
    Column("pattern", "text", "the rule that read it"),
    Column("speaker", "text", "who is quoted saying it"),
    Column("quote", "text", "the sentence or list item"),
    Column("quote_start", "integer", "its first character, counted from 0"),
    Column("quote_end", "integer", "the first character after it"),
    *(
        Column(f"{slot}_{end}", "integer", f"{of} of the {slot}")
        for slot in SLOTS
        for end, of in (("start", "the first character"), ("end", "the first character after the end"))
    ),
)
_LONG_NUMBERS = (
    Column("statistic", "integer", "the statistic that has the number"),
    Column("column", "text", "the column that it stands in"),
    Column("digits", "text", "its digits"),
)
_NUMBERS = tuple((place, column.name) for place, column in enumerate(FIELDS) if column.kind == "number")

_MORE = """
CREATE INDEX statistics_by_office ON statistics (office_id, year_from, indicator);
CREATE INDEX statistics_by_indicator ON statistics (indicator, year_from);
CREATE INDEX statistics_by_article ON statistics (article);
CREATE INDEX evidence_by_statistic ON evidence (statistic);
CREATE INDEX records_by_office ON records (office_id, year, indicator);

-- The figures of a period that are no part of another one.
CREATE VIEW totals AS SELECT * FROM statistics WHERE NOT event AND category IS NULL AND parts = '{}' AND copy_of IS NULL;
-- The figures of one arrest, one ceremony, one test session.
CREATE VIEW events AS SELECT * FROM statistics WHERE event;
-- What is open to doubt, and what does not agree within its article.
CREATE VIEW checks AS
    SELECT number AS statistic, article, statistics.id, office, year, indicator, statistics.value, unit, 'flag' AS kind,
           flag.value AS message, quote
    FROM statistics, json_each(flags) AS flag
    UNION ALL
    SELECT number, article, statistics.id, office, year, indicator, statistics.value, unit, 'doubt', doubt.value, quote
    FROM statistics, json_each(doubts) AS doubt;
-- Where articles contradict each other, or themselves.
CREATE VIEW conflicts AS SELECT * FROM records WHERE conflicts IS NOT NULL;

-- Datasette knows them by the quotation marks around the table's name.
CREATE VIRTUAL TABLE articles_fts USING fts5(title, text, content="articles", content_rowid="number");
CREATE VIRTUAL TABLE statistics_fts USING fts5(quote, title, content="statistics", content_rowid="number");
INSERT INTO articles_fts (articles_fts) VALUES ('rebuild');
INSERT INTO statistics_fts (statistics_fts) VALUES ('rebuild');
"""


def write_sqlite(analyses: Iterable[Analysis], book: Rulebook, stream: BinaryIO) -> None:
    """Write a database of the articles, the statistics with their evidence, and the figures by office and year.

    Raises OSError where SQLite has no room, or cannot search texts.
    """
    with TemporaryDirectory(prefix="bnnextract-") as folder:
        path = Path(folder, "statistics.sqlite")
        try:
            _write(analyses, book, path)
        except sqlite3.OperationalError as error:
            raise OSError(errno.EIO, str(error)) from None
        with path.open("rb") as written:
            shutil.copyfileobj(written, stream)


def _write(analyses: Iterable[Analysis], book: Rulebook, path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        # What is half written is thrown away, so that nothing need be safe from a crash.
        database.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + _SCHEMA + "BEGIN;")
        _fill(database, analyses, book)
        database.executescript(f"BEGIN;{_MORE}COMMIT;")


def _table(name: str, columns: Sequence[Column], *rules: str) -> str:
    """Give the command that makes a table, with what each column tells."""
    lines = [(f'"{column.name}" {_TYPES[column.kind]}', f" -- {column.meaning}") for column in columns]
    lines += [(rule, "") for rule in rules]
    last = len(lines) - 1
    body = "".join(f"    {line}{',' * (place < last)}{comment}\n" for place, (line, comment) in enumerate(lines))
    return f"CREATE TABLE {name} (\n{body});\n"


_SCHEMA = "".join(
    [
        _table("articles", (_NUMBER, *_ARTICLES), "PRIMARY KEY (article)"),
        _table("statistics", (_NUMBER, *FIELDS), "PRIMARY KEY (number)", "FOREIGN KEY (article) REFERENCES articles (article)"),
        _table("evidence", _EVIDENCE, "FOREIGN KEY (statistic) REFERENCES statistics (number)"),
        _table("records", RECORDS),
        _table("dictionary", DICTIONARY),
        _table("long_numbers", _LONG_NUMBERS, "FOREIGN KEY (statistic) REFERENCES statistics (number)"),
    ]
)


def _fill(database: sqlite3.Connection, analyses: Iterable[Analysis], book: Rulebook) -> None:
    found: list[Statistic] = []
    for place, analysis in enumerate(analyses, 1):
        _insert(database, "articles", [(place, *article_row(analysis), analysis.article.text)])
        for number, statistic in enumerate(analysis.statistics, len(found) + 1):
            cells = row(statistic)
            _insert(database, "statistics", [(number, *cells)])
            _insert(database, "evidence", (_evidence(number, evidence) for evidence in statistic.evidence))
            _insert(database, "long_numbers", _long_numbers(number, cells))
        found += analysis.statistics
    _insert(database, "records", record_rows(records(found, book.indicator_order)))
    _insert(database, "dictionary", dictionary(book.indicators.entries))


def _insert(database: sqlite3.Connection, table: str, rows: Iterable[Row]) -> None:
    for cells in rows:
        values = [_VALUES[type(cell)](cell) for cell in cells]
        database.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(values))})", values)  # noqa: S608 - our own name


def _evidence(number: int, evidence: Evidence) -> Row:
    spans = [end for slot in SLOTS for end in evidence.spans.get(slot, (None, None))]
    return number, evidence.where, evidence.pattern, evidence.speaker, evidence.quoted, *evidence.quote, *spans


def _long_numbers(number: int, cells: Row) -> Iterator[Row]:
    for place, column in _NUMBERS:
        cell = cells[place]
        if cell is not None and ((held := _number(cell)) is None or Decimal(str(held)) != cell):
            yield number, column, plain(cell)


def _number(number: Decimal) -> int | float | None:
    """Give a number as SQLite holds it, None where it is larger than all that it holds."""
    if number == number.to_integral_value() and number.copy_abs() < _INTEGERS:
        return int(number)
    return held if math.isfinite(held := float(number)) else None


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


_VALUES: Mapping[type, Callable[[Any], Any]] = {
    NoneType: lambda _: None,
    bool: int,
    int: int,
    str: str,
    date: date.isoformat,
    Decimal: _number,
    dict: _json,
    tuple: _json,
}
