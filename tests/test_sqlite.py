"""The database, asked with SQL as its users do."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import pytest
from builders import BANTEN, NATIONAL, TEXT, evidence, statistic
from readers import analysis, database, sheet, written

from bnnextract.model import Analysis, Article, Source, Span, Statistic, Year

SOURCE = Source("news/b.jsonl", 3, "ab" * 32, "utf-8", "json lines")
FOUND = [
    Analysis(Article("a.txt", "Hujan deras di Cilegon."), ()),
    analysis(
        statistic(
            id="first",
            parts={"zat": "sabu"},
            value=Decimal("2.8"),
            unit="ton",
            doubts=("year", "office"),
            flags=("sum",),
            evidence=(
                evidence(
                    Article("b", TEXT, "Judul pertama", "https://a.id/b", date(2024, 12, 30), "url", SOURCE),
                    spans={"value": Span(26, 29), "target": Span(41, 45)},
                    speaker="Kepala",
                ),
                evidence(Article("b", TEXT, "Judul pertama"), 0, where="title", quote=Span(0, 5)),
            ),
        ),
        statistic(id="second", office=NATIONAL, year=Year(2023, 2024), event=True, value=Decimal(3)),
        statistic(id="third", office=BANTEN, value=None, target=Decimal("0.5")),
    ),
    analysis(statistic(id="fourth", office=BANTEN, evidence=(evidence(Article("c", TEXT, copy_of="b")),))),
]


def ask(question: str, *arguments: object, found: list[Analysis] = FOUND) -> list[tuple[object, ...]]:
    return [tuple(row) for row in database(written("sqlite", found)).execute(question, arguments)]


def test_it_is_sound() -> None:
    assert ask("PRAGMA integrity_check") == [("ok",)]
    assert ask("PRAGMA foreign_key_check") == []


def test_every_article_is_there_with_its_text() -> None:
    assert ask("SELECT number, article, title, published, path, record, form, statistics, copy_of, text FROM articles") == [
        (1, "a.txt", None, None, None, None, None, 0, None, "Hujan deras di Cilegon."),
        (2, "b", "Judul pertama", "2024-12-30", "news/b.jsonl", 3, "json lines", 3, None, TEXT),
        (3, "c", None, None, None, None, None, 1, "b", TEXT),
    ]


@pytest.mark.parametrize(
    ("number", "kind", "held"),
    [
        ("118", "integer", 118),
        ("118.00", "integer", 118),
        ("1.2E+3", "integer", 1200),
        ("2500000000", "integer", 2500000000),
        ("93.33", "real", 93.33),
        ("-20", "integer", -20),
    ],
)
def test_a_number_is_whole_or_real(number: str, kind: str, held: float) -> None:
    found = [analysis(statistic(change=Decimal(number)))]
    assert ask("SELECT typeof(change), change FROM statistics", found=found) == [(kind, held)]
    assert ask("SELECT * FROM long_numbers", found=found) == []


@pytest.mark.parametrize("number", ["0.1234567890123456789", "12345678901234567890123", "1" * 400])
def test_the_digits_that_a_number_cannot_hold_are_kept(number: str) -> None:
    found = [analysis(statistic(value=Decimal(number)))]
    assert ask("SELECT statistic, column, digits FROM long_numbers", found=found) == [(1, "value", number)]


def test_truth_days_years_and_lists() -> None:
    assert ask('SELECT event, year, typeof(year), year_from, parts, doubts, "end" FROM statistics WHERE number <= 2') == [
        (0, 2024, "integer", 2024, '{"zat": "sabu"}', '["year", "office"]', 29),
        (1, "2023-2024", "text", 2023, "{}", "[]", 29),
    ]
    assert ask("SELECT json_extract(parts, '$.zat'), gram FROM statistics WHERE id = 'first'") == [("sabu", 2800000)]


def test_every_place_of_a_statistic_is_there() -> None:
    assert ask(
        'SELECT id, evidence."where", evidence.speaker, evidence.quote, quote_start, value_start, value_end, target_start '
        "FROM evidence JOIN statistics ON number = statistic WHERE id = 'first'"
    ) == [
        ("first", "text", "Kepala", TEXT, 0, 26, 29, 41),
        ("first", "title", None, "Judul", 0, 0, 3, None),
    ]


def test_articles_and_quotes_are_found_by_their_words() -> None:
    find = "SELECT article FROM articles WHERE rowid IN (SELECT rowid FROM articles_fts WHERE articles_fts MATCH ?)"
    assert ask(find, "hujan") == [("a.txt",)]
    assert ask(find, "pertama") == [("b",)]
    assert ask(find, "melayani cilegon") == [("b",), ("c",)]
    quotes = "SELECT id FROM statistics WHERE rowid IN (SELECT rowid FROM statistics_fts WHERE statistics_fts MATCH ?)"
    assert ask(quotes, "klien AND pertama") == [("first",)]


@pytest.mark.parametrize("table", ["articles", "statistics"])
def test_datasette_finds_what_to_search_with(table: str) -> None:
    like = f'%VIRTUAL TABLE%USING FTS%content="{table}"%'  # as its detect_fts asks
    assert ask("SELECT name FROM sqlite_master WHERE rootpage = 0 AND sql LIKE ?", like) == [(f"{table}_fts",)]


def test_totals_have_neither_events_nor_parts_nor_copies() -> None:
    assert ask("SELECT id FROM totals") == [("third",)]
    assert ask("SELECT id FROM events") == [("second",)]


def test_checks_have_a_row_a_flag_and_a_doubt() -> None:
    assert ask("SELECT statistic, id, kind, message FROM checks ORDER BY kind, message") == [
        (1, "first", "doubt", "office"),
        (1, "first", "doubt", "year"),
        (1, "first", "flag", "sum"),
    ]


def test_records_and_dictionary_are_those_of_the_workbook() -> None:
    found = [*FOUND, analysis(statistic(value=Decimal(120), evidence=(evidence(Article("d", TEXT)),)))]
    for table in ("records", "dictionary"):
        rows = [dict(row) for row in database(written("sqlite", found)).execute(f"SELECT * FROM {table}")]  # noqa: S608 - our own
        cells = sheet(written("xlsx", found), table)
        assert [{name: value or "" for name, value in row.items()} for row in rows] == [
            {name: value or "" for name, value in row.items()} for row in cells
        ]


def test_conflicts_are_told() -> None:
    twice: list[Statistic] = [statistic(), statistic(value=Decimal(120))]
    found = [analysis(*twice)]
    assert ask("SELECT office, year, indicator, value, conflicts FROM conflicts", found=found) == [
        ("BNN Kota Cilegon", 2024, "rehabilitasi.rawat_jalan", None, "118, 120")
    ]


def test_a_table_tells_what_its_columns_mean() -> None:
    ((made,),) = ask("SELECT sql FROM sqlite_master WHERE name = 'statistics'")
    assert '"gram" NUMERIC, -- the value in grams, where the unit is one of mass' in str(made)


def test_lists_are_json() -> None:
    assert [json.loads(str(flags)) for (flags,) in ask("SELECT flags FROM statistics")] == [["sum"], [], [], []]
