"""Figures laid out by office and year: what stands in a cell, what must not, and what is told beside it."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from io import StringIO
from typing import Any

import pytest
from builders import BANTEN, CILEGON, NATIONAL, TEXT, evidence, statistic
from hypothesis import given
from hypothesis import strategies as st
from program import run
from readers import analysis, sheet, written

from bnnextract.model import Article, Statistic, Year

KASUS = {"indicator": "pemberantasan.kasus", "unit": "kasus"}
SABU = {"indicator": "pemberantasan.barang_bukti", "unit": "gram", "category": "sabu", "parts": {"zat": "sabu"}}


def wide(*found: Statistic) -> list[dict[str, str]]:
    """Give the rows of the wide table, without the cells in which nothing stands."""
    text = written("csv", [analysis(one) for one in found] or [], wide=True).decode()
    return [{name: cell for name, cell in row.items() if cell} for row in csv.DictReader(StringIO(text, newline=""))]


def figures(*found: Statistic) -> dict[str, str]:
    """Give what the one row tells beside office and year."""
    (row,) = wide(*found)
    return {name: cell for name, cell in row.items() if name not in {"office", "office_id", "level", "province", "year"}}


def records(*found: Statistic) -> list[dict[str, Any]]:
    """Give the rows of the workbook's records, without the cells in which nothing stands."""
    rows = sheet(written("xlsx", [analysis(*found)]), "records")
    return [{name: cell for name, cell in row.items() if cell != ""} for row in rows]


def told_in(name: str, **fields: Any) -> Statistic:
    return statistic(evidence=(evidence(Article(name, TEXT)),), id=name, **fields)


class TestWide:
    def test_an_office_and_year_have_one_row_in_order(self) -> None:
        found = [
            statistic(office=CILEGON, year=Year(2024, 2024)),
            statistic(office=CILEGON, year=Year(2023, 2023)),
            statistic(office=NATIONAL),
            statistic(office=CILEGON, year=Year(2023, 2024)),
            statistic(office=CILEGON, **KASUS),
        ]
        assert [(row["office_id"], row["year"]) for row in wide(*found)] == [
            ("00", "2024"),
            ("3672", "2023"),
            ("3672", "2023-2024"),
            ("3672", "2024"),
        ]

    def test_columns_are_in_the_order_of_the_indicators_with_targets_beside_values(self) -> None:
        found = [
            statistic(**KASUS, target=Decimal(9)),
            statistic(indicator="rehabilitasi.klien", target=Decimal(100)),
            statistic(indicator="rehabilitasi.klien", unit="persen"),
        ]
        text = written("csv", [analysis(*found)], wide=True).decode()
        assert text.splitlines()[0].split(",")[5:] == [
            "rehabilitasi.klien",
            "rehabilitasi.klien target",
            "rehabilitasi.klien (persen)",
            "pemberantasan.kasus (kasus)",
            "pemberantasan.kasus target (kasus)",
            "inexact",
            "part_of_year",
            "conflicts",
        ]

    def test_a_cell_has_the_total_and_no_part_of_it(self) -> None:
        found = [statistic(value=Decimal(value), parts=parts, category=None) for value, parts in [
            (118, {}), (80, {"kelamin": "pria"}), (38, {"kelamin": "perempuan"})
        ]]  # fmt: skip
        assert figures(*found) == {"rehabilitasi.rawat_jalan": "118"}

    def test_events_are_left_out(self) -> None:
        found = [statistic(**KASUS, value=Decimal(3), event=True), statistic(**KASUS, value=Decimal(47))]
        assert figures(*found) == {"pemberantasan.kasus (kasus)": "47"}
        assert wide(found[0]) == []

    @pytest.mark.parametrize("unknown", [{"office": None}, {"year": None}])
    def test_what_has_no_office_or_year_has_no_place(self, unknown: dict[str, None]) -> None:
        assert wide(statistic(**unknown)) == []

    def test_figures_that_contradict_each_other_are_told_and_not_chosen_from(self) -> None:
        found = [told_in("a", value=Decimal(120)), told_in("b", value=Decimal(118)), told_in("c", value=Decimal(118))]
        assert figures(*found) == {"conflicts": "rehabilitasi.rawat_jalan: 118, 120"}

    def test_targets_that_contradict_each_other_leave_the_value(self) -> None:
        found = [told_in("a", target=Decimal(100)), told_in("b", target=Decimal(90))]
        assert figures(*found) == {"rehabilitasi.rawat_jalan": "118", "conflicts": "rehabilitasi.rawat_jalan target: 90, 100"}

    def test_figures_of_an_office_and_of_those_below_it_are_told_apart(self) -> None:
        found = [statistic(value=Decimal(500), scope="branches"), statistic(value=Decimal(200), scope="own")]
        assert figures(*found) == {"conflicts": "rehabilitasi.rawat_jalan: 200 (own), 500 (branches)"}

    def test_figures_of_less_than_the_year_are_no_figures_of_the_year(self) -> None:
        found = [
            statistic(),
            statistic(value=Decimal(90), target=Decimal(95), period="2024-01-01/2024-10-31"),
        ]
        assert figures(*found) == {
            "rehabilitasi.rawat_jalan": "118",
            "part_of_year": "rehabilitasi.rawat_jalan: 90 (2024-01-01/2024-10-31); "
            "rehabilitasi.rawat_jalan target: 95 (2024-01-01/2024-10-31)",
        }

    @pytest.mark.parametrize(
        ("fields", "expected"),
        [
            ({"bound": "min"}, {"rehabilitasi.rawat_jalan": "118", "inexact": "rehabilitasi.rawat_jalan: min"}),
            ({"value_max": Decimal(120)}, {"inexact": "rehabilitasi.rawat_jalan: 118-120"}),
            (
                {"target": Decimal(5), "target_max": Decimal(9)},
                {"rehabilitasi.rawat_jalan": "118", "inexact": "rehabilitasi.rawat_jalan target: 5-9"},
            ),
        ],
    )
    def test_what_a_number_cannot_tell_is_told_beside_it(self, fields: dict[str, Any], expected: dict[str, str]) -> None:
        assert figures(statistic(**fields)) == expected

    def test_a_figure_that_is_exact_somewhere_is_exact(self) -> None:
        assert figures(told_in("a", bound="approx"), told_in("b")) == {"rehabilitasi.rawat_jalan": "118"}

    def test_drugs_have_a_column_each_and_masses_are_in_grams(self) -> None:
        found = [
            statistic(**SABU, value=Decimal("1.5")),
            statistic(**{**SABU, "unit": "kilogram", "parts": {"zat": "ganja"}}, value=Decimal("2.01")),
            statistic(**{**SABU, "unit": "butir", "parts": {"zat": "ekstasi"}}, value=Decimal(31)),
            statistic(**{**SABU, "parts": {"zat": "sabu", "tempat": "bogor"}}, value=Decimal(1)),
        ]
        assert figures(*found) == {
            "pemberantasan.barang_bukti sabu (gram)": "1.5",
            "pemberantasan.barang_bukti ganja (gram)": "2010",
            "pemberantasan.barang_bukti ekstasi (butir)": "31",
        }

    def test_one_mass_in_two_units_is_one(self) -> None:
        found = [told_in("a", **SABU, value=Decimal(2500)), told_in("b", **{**SABU, "unit": "kilogram"}, value=Decimal("2.5"))]
        assert figures(*found) == {"pemberantasan.barang_bukti sabu (gram)": "2500"}

    @pytest.mark.parametrize(
        ("indicator", "unit", "parts", "head"),
        [
            ("kelembagaan.anggaran", "rupiah", {"status": "pagu"}, "kelembagaan.anggaran pagu (rupiah)"),
            ("survei.prevalensi", "persen", {"status": "setahun pakai"}, "survei.prevalensi setahun pakai (persen)"),
            ("pencegahan.indeks", "indeks", {"lain": "dektari"}, "pencegahan.indeks dektari (indeks)"),
        ],
    )
    def test_parts_that_are_figures_of_their_own_have_columns(
        self, indicator: str, unit: str, parts: dict[str, str], head: str
    ) -> None:
        (category,) = parts.values()
        assert figures(statistic(indicator=indicator, unit=unit, parts=parts, category=category)) == {head: "118"}

    @pytest.mark.parametrize("fields", [{"indicator": "lainnya"}, {"unit": "lainnya"}])
    def test_what_is_not_one_thing_has_no_column(self, fields: dict[str, str]) -> None:
        assert wide(statistic(**fields)) == []

    @given(st.lists(st.integers(1, 4), min_size=1, max_size=4), st.lists(st.booleans(), min_size=4, max_size=4))
    def test_a_cell_never_has_a_number_that_no_article_tells(self, values: list[int], events: list[bool]) -> None:
        found = [
            told_in(str(place), value=Decimal(value), event=event)
            for place, (value, event) in enumerate(zip(values, events, strict=False))
        ]
        counted = {one.value for one in found if not one.event}
        rows = wide(*found)
        cells = [row["rehabilitasi.rawat_jalan"] for row in rows if "rehabilitasi.rawat_jalan" in row]
        assert cells == ([str(*counted)] if len(counted) == 1 else [])
        assert ["conflicts" in row for row in rows] == ([len(counted) > 1] if counted else [])

    @given(st.permutations(range(6)))
    def test_the_order_of_the_articles_does_not_matter(self, order: Iterable[int]) -> None:
        found = [told_in(str(value), value=Decimal(value % 4), target=Decimal(value % 3)) for value in range(6)]
        assert wide(*(found[place] for place in order)) == wide(*found)


class TestRecords:
    def test_a_row_tells_a_figure_and_how_many_tell_it(self) -> None:
        copied = evidence(Article("c", TEXT, copy_of="a"))
        found = [
            told_in("a", target=Decimal(100), achievement=Decimal(118)),
            told_in("b", certainty="unsure"),
            replace(told_in("c"), evidence=(copied,)),
        ]
        assert records(*found) == [
            {
                "office": "BNN Kota Cilegon",
                "office_id": "3672",
                "level": "kota",
                "province": "Banten",
                "year": 2024,
                "indicator": "rehabilitasi.rawat_jalan",
                "unit": "orang",
                "value": 118,
                "bound": "exact",
                "target": 100,
                "achievement": 118,
                "certainty": "sure",
                "sources": 2,
            }
        ]

    def test_parts_periods_and_units_have_rows_of_their_own_and_events_none(self) -> None:
        found = [
            statistic(),
            statistic(parts={"kelamin": "pria"}, category="pria", value=Decimal(80)),
            statistic(period="2024-01-01/2024-06-30", value=Decimal(60)),
            statistic(unit="persen", value=Decimal(50)),
            statistic(event=True, value=Decimal(3)),
        ]
        rows = records(*found)
        assert sorted((row["value"], row.get("part"), row.get("period"), row["unit"]) for row in rows) == [
            (50, None, None, "persen"),
            (60, None, "2024-01-01/2024-06-30", "orang"),
            (80, "kelamin=pria", None, "orang"),
            (118, None, None, "orang"),
        ]

    def test_contradictions_leave_cells_empty(self) -> None:
        found = [told_in("a", target=Decimal(9)), told_in("b", value=Decimal(120), target=Decimal(8), scope="own")]
        (row,) = records(*found)
        assert "value" not in row
        assert "bound" not in row
        assert "target" not in row
        assert row["conflicts"] == "118, 120 (own); target: 8 (own), 9"

    def test_masses_are_in_grams_with_their_targets(self) -> None:
        (row,) = records(statistic(**{**SABU, "unit": "kilogram"}, value=Decimal("2.01"), target=Decimal(3)))
        assert (row["unit"], row["value"], row["target"]) == ("gram", 2010, 3000)

    def test_what_fits_no_indicator_is_told_by_its_noun(self) -> None:
        found = [
            statistic(indicator="lainnya", noun=noun, value=Decimal(value)) for noun, value in [("mobil", 2), ("jenis", 3)]
        ]
        assert sorted((row["part"], row["value"]) for row in records(*found)) == [("jenis", 3), ("mobil", 2)]

    def test_what_has_no_office_is_there_too(self) -> None:
        (row,) = records(statistic(office=None, year=None))
        assert (row["value"], "office" in row, "year" in row) == (118, False, False)

    def test_an_office_without_figures_has_no_row(self) -> None:
        assert records(statistic(office=BANTEN, value=None, change=Decimal(-20))) == []


def test_the_workbook_has_the_table_as_a_sheet() -> None:
    (row,) = sheet(written("xlsx", [analysis(statistic(target=Decimal("99.5")))], wide=True), "wide")
    assert (row["office_id"], row["year"], row["rehabilitasi.rawat_jalan"]) == ("3672", 2024, 118)
    assert row["rehabilitasi.rawat_jalan target"] == 99.5


def test_the_program_gives_csv_where_nothing_tells_the_form() -> None:
    text = "Sepanjang tahun 2024, BNN Kota Cilegon memberikan layanan rehabilitasi rawat jalan kepada 118 klien."
    done = run("extract", "--wide", "-", stdin=text)
    (row,) = csv.DictReader(StringIO(done.stdout))
    assert (row["office"], row["year"], row["rehabilitasi.rawat_jalan"]) == ("BNN Kota Cilegon", "2024", "118")


def test_csv_for_excel_has_decimal_commas() -> None:
    text = written("csv-excel", [analysis(statistic(value=Decimal("93.5")))], wide=True).decode()
    assert ";93,5;" in text.splitlines()[1]
