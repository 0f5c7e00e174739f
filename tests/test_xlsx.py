"""The workbook as spreadsheets read it: typed cells, its sheets, and no formula ever."""

from __future__ import annotations

import re
import zipfile
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from builders import BANTEN, CILEGON, NATIONAL, TEXT, evidence, statistic
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from readers import analysis, sheet, written

from bnnextract.model import Analysis, Article, Source, Statistic, Year
from bnnextract.writing import as_xlsx
from bnnextract.writing.columns import ARTICLES, CHECKS, COLUMNS, DICTIONARY, RECORDS


def workbook(*found: Statistic, wide: bool = False) -> bytes:
    return written("xlsx", [analysis(*found)], wide=wide)


def cell(data: bytes, column: str, name: str = "statistics") -> Any:
    """Give the first row's cell of a column, with its type and looks."""
    opened = load_workbook(BytesIO(data))[name]
    heads = [head.value for head in opened[1]]
    return opened.cell(2, heads.index(column) + 1)


def parts(data: bytes) -> dict[str, str]:
    """Give the XML parts of a workbook."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


class TestSheets:
    def test_they_stand_in_this_order(self) -> None:
        assert load_workbook(BytesIO(workbook(statistic()))).sheetnames == [
            *("statistics", "records", "articles", "checks", "dictionary")
        ]
        assert load_workbook(BytesIO(workbook(statistic(), wide=True))).sheetnames == [
            *("statistics", "records", "wide", "articles", "checks", "dictionary")
        ]

    @pytest.mark.parametrize(
        ("name", "columns"),
        [
            ("statistics", COLUMNS),
            *((name, [column.name for column in columns]) for name, columns in [
                ("records", RECORDS), ("articles", ARTICLES), ("checks", CHECKS), ("dictionary", DICTIONARY)
            ]),
        ],
    )  # fmt: skip
    def test_each_has_a_frozen_head_and_filters(self, name: str, columns: list[str]) -> None:
        opened = load_workbook(BytesIO(workbook(statistic(doubts=("x",)))))[name]
        assert [head.value for head in opened[1]] == list(columns)
        assert opened.freeze_panes == "A2"
        assert opened.auto_filter.ref == opened.dimensions
        assert opened["A1"].font.b

    def test_articles_without_statistics_are_there(self) -> None:
        source = Source("news/b.jsonl", 3, "ab" * 32, "utf-8", "json lines")
        found = written(
            "xlsx",
            [
                Analysis(Article("a.txt", TEXT), ()),
                Analysis(
                    Article("b", TEXT, "Judul", "https://a.id/b", date(2024, 1, 2), "url", source, "a.txt"), (statistic(),)
                ),
            ],
        )
        bare, full = sheet(found, "articles")
        assert {name: value for name, value in bare.items() if value != ""} == {"article": "a.txt", "statistics": 0}
        assert full == {
            "article": "b",
            "title": "Judul",
            "url": "https://a.id/b",
            "published": date(2024, 1, 2),
            "published_from": "url",
            "copy_of": "a.txt",
            "statistics": 1,
            "path": "news/b.jsonl",
            "record": 3,
            "sha256": "ab" * 32,
            "encoding": "utf-8",
            "form": "json lines",
        }

    def test_checks_have_a_row_a_flag_and_a_doubt(self) -> None:
        found = sheet(workbook(statistic(flags=("93.33 does not follow",), doubts=("year", "office"))), "checks")
        assert [(row["kind"], row["message"], row["value"], row["quote"]) for row in found] == [
            ("flag", "93.33 does not follow", 118, TEXT),
            ("doubt", "year", 118, TEXT),
            ("doubt", "office", 118, TEXT),
        ]

    def test_the_dictionary_explains_columns_indicators_and_units(self) -> None:
        found = {(row["kind"], row["name"]): row for row in sheet(workbook(statistic()), "dictionary")}
        assert found["column of statistics", "value"]["meaning"] == "the figure"
        assert found["indicator", "rehabilitasi.rawat_jalan"]["type"] == "orang, persen"
        assert found["indicator", "rehabilitasi.rawat_jalan"]["meaning"]
        assert found["unit", "butir"]["meaning"] == "pills, tablets, capsules"


class TestCells:
    @pytest.mark.parametrize(
        ("fields", "column", "kind", "value"),
        [
            ({}, "value", "n", 118),
            ({"value": Decimal("93.33")}, "value", "n", 93.33),
            ({"value": Decimal("9.95")}, "value", "n", 9.95),
            ({"change": Decimal(-20)}, "change", "n", -20),
            ({"value": Decimal(0)}, "value", "n", 0),
            ({"value": Decimal("1.2E+3")}, "value", "n", 1200),
            ({"value": Decimal("2.8"), "unit": "ton"}, "gram", "n", 2800000),
            ({}, "year", "n", 2024),
            ({"year": Year(2023, 2024)}, "year", "s", "2023-2024"),
            ({"office": NATIONAL}, "office_id", "s", "00"),
            ({"id": "1234e567"}, "id", "s", "1234e567"),
            ({"event": True}, "event", "b", True),
            ({"parts": {"zat": "sabu", "tempat": "bogor"}}, "parts", "s", "zat=sabu; tempat=bogor"),
            ({"doubts": ("a", "b")}, "doubts", "s", "a; b"),
            ({"noun": None}, "noun", "n", None),
        ],
        ids=lambda value: str(value)[:40],
    )
    def test_they_are_typed(self, fields: dict[str, Any], column: str, kind: str, value: object) -> None:
        found = cell(workbook(statistic(**fields)), column)
        assert (found.data_type, found.value) == (kind, value)

    @pytest.mark.parametrize("digits", ["0.1", "9.95", "123456789012.345", "99999999999999.9", "0.000001"])
    def test_a_number_is_written_with_the_digits_of_the_article(self, digits: str) -> None:
        found = re.findall(
            r'<c r="O2"[^>]*><v>([^<]*)</v>', parts(workbook(statistic(value=Decimal(digits))))["xl/worksheets/sheet1.xml"]
        )
        assert [Decimal(number) for number in found] == [Decimal(digits)]
        assert [float(number) for number in found] == [float(digits)]

    @pytest.mark.parametrize("digits", ["1234567890123456", "0.1234567890123456", "1" + "0" * 30 + "1", "1" * 400])
    def test_a_number_that_excel_would_round_is_a_text(self, digits: str) -> None:
        found = cell(workbook(statistic(value=Decimal(digits))), "value")
        assert (found.data_type, found.value) == ("s", digits)

    @pytest.mark.parametrize(("day", "kind", "value"), [
        (date(2024, 12, 30), "d", datetime(2024, 12, 30)),
        (date(1850, 1, 2), "s", "1850-01-02"),
    ])  # fmt: skip
    def test_a_day_is_a_day_from_excel_s_first_on(self, day: date, kind: str, value: object) -> None:
        found = cell(workbook(statistic(evidence=(evidence(Article("a", TEXT, published=day)),))), "published")
        assert (found.data_type, found.value) == (kind, value)

    @pytest.mark.parametrize(
        "text",
        ["=1+1", "@SUM(A1)", "+62", "-butir", "{=1+1}", '=HYPERLINK("http://x")', "http://a.id", "internal:A1", "1e5", "TRUE"],
    )
    def test_a_text_is_a_text_whatever_it_begins_with(self, text: str) -> None:
        place = evidence(Article(text, f"{text} 118", text, text), 0, speaker=text)
        one = statistic(
            id=text, category=text, noun=text, parts={}, doubts=(text,), flags=(text,), period=text, evidence=(place,)
        )
        data = workbook(one, wide=True)
        for column in ("article", "id", "category", "noun", "doubts", "flags", "speaker", "title", "url"):
            found = cell(data, column)
            assert (found.data_type, found.value) == ("s", text)
        for name, xml in parts(data).items():
            assert not re.search(r"<f[ >]|<hyperlink|<ddeLink|externalLink", xml), name

    def test_a_text_longer_than_a_cell_is_cut_and_says_so(self) -> None:
        text = "118 \U0001f600" + "x" * 40_000
        found = sheet(workbook(statistic(evidence=(evidence(Article("a", text), 0),))), "statistics")[0]["quote"]
        assert text.startswith(found[:30_000])
        assert found.endswith("… [cut: the text has 40,005 characters, a cell holds 32,767]")
        assert len(found.encode("utf-16-le")) // 2 <= 32_767

    def test_a_text_as_long_as_a_cell_stays_whole(self) -> None:
        text = "118" + "x" * 32_764
        assert sheet(workbook(statistic(evidence=(evidence(Article("a", text), 0),))), "statistics")[0]["quote"] == text

    @pytest.mark.parametrize(("text", "height"), [("x" * 70, None), ("x" * 90, 30), ("a\nb\nc", 45), ("x" * 5000, 120)])
    def test_a_row_is_as_high_as_its_wrapped_texts_up_to_some_lines(self, text: str, height: float | None) -> None:
        data = workbook(statistic(evidence=(evidence(Article("a", text), 0),)))
        assert load_workbook(BytesIO(data))["statistics"].row_dimensions[2].height == height

    def test_codes_stay_texts_where_they_are_edited_and_long_texts_wrap(self) -> None:
        data = workbook(statistic())
        assert cell(data, "office_id").number_format == "@"
        assert cell(data, "quote").alignment.wrap_text
        assert cell(data, "value").number_format == "#,##0"
        assert cell(workbook(statistic(value=Decimal("93.33"))), "value").number_format == "#,##0.00"


class TestFullSheets:
    def test_rows_that_do_not_fit_go_on_in_another_sheet(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(as_xlsx, "MOST_ROWS", 3)
        found = [
            statistic(id=str(number), office=office) for number, office in enumerate([CILEGON, BANTEN, NATIONAL, None, None])
        ]
        data = written("xlsx", [analysis(*found)])
        names = [name for name in load_workbook(BytesIO(data)).sheetnames if name.startswith("statistics")]
        assert names == ["statistics", "statistics 2", "statistics 3"]
        rows = [sheet(data, name) for name in names]
        assert [len(some) for some in rows] == [2, 2, 1]
        assert [row["id"] for some in rows for row in some] == list("01234")

    def test_a_sheet_that_is_just_full_has_no_other(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(as_xlsx, "MOST_ROWS", 3)
        data = written("xlsx", [analysis(statistic(id="a"), statistic(id="b"))])
        assert [name for name in load_workbook(BytesIO(data)).sheetnames if "statistics" in name] == ["statistics"]


@settings(max_examples=30)
@given(text=st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("\0\a\r\x1f\x7f\ufffe\uffff<>&_x01")))
def test_any_text_makes_a_workbook_that_opens(text: str) -> None:
    data = workbook(statistic(noun=text, category=text, doubts=(text,)), wide=True)
    assert len(sheet(data, "statistics")) == 1
    assert len(load_workbook(BytesIO(data)).sheetnames) == 6
