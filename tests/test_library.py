"""The program as a library: what `bnnextract.extract` and `bnnextract.find_quantities` take and give."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

import bnnextract
from bnnextract import extract, find_quantities
from bnnextract.model import Year

TEXT = "BNN Kota Cilegon merehabilitasi 118 klien dari target 100 klien sepanjang tahun 2024."
UNDATED = "BNN Kota Cilegon merehabilitasi 118 klien sepanjang tahun ini."


def test_an_article_gives_its_statistics() -> None:
    (found,) = extract(TEXT)
    assert (found.indicator, found.unit) == ("rehabilitasi.klien", "orang")
    assert (found.value, found.target) == (Decimal(118), Decimal(100))
    assert found.office is not None
    assert (found.office.name, found.office.id, found.office.level) == ("BNN Kota Cilegon", "3672", "kota")
    assert found.office.province == "Banten"
    assert (found.year, found.certainty) == (Year(2024, 2024), "sure")


def test_statistics_come_in_the_order_of_the_text() -> None:
    found = extract("Sepanjang 2021 BNNP Riau mengungkap 33 kasus narkotika. BNNP Riau juga merehabilitasi 58 orang.")
    assert [statistic.value for statistic in found] == [33, 58]
    assert isinstance(found, tuple)


def test_values_are_decimals_and_never_floats() -> None:
    (found,) = extract("BNNP Riau menyita sabu 11.482,6 gram sepanjang 2021.")
    assert type(found.value) is Decimal
    assert str(found.value) == "11482.6"


def test_evidence_points_into_the_text_that_was_given() -> None:
    text = f"\r\n  {TEXT}"
    (found,) = extract(text)
    (evidence,) = found.evidence
    numerals = {slot: text[span.start : span.end] for slot, span in evidence.spans.items()}
    assert numerals == {"value": "118", "target": "100"}
    assert (evidence.where, evidence.quoted) == ("text", TEXT)


def test_title_and_url_go_with_the_evidence() -> None:
    found = extract(TEXT, title="BNNK Cilegon Pulihkan 118 Klien", url="https://example.org/a")
    (statistic,) = found
    assert {evidence.article.url for evidence in statistic.evidence} == {"https://example.org/a"}
    assert {evidence.where for evidence in statistic.evidence} == {"text", "title"}


def test_a_figure_that_only_the_title_gives_is_found() -> None:
    (found,) = extract("Rinciannya menyusul.", title="BNN Kota Cilegon Rehabilitasi 118 Klien Sepanjang 2024")
    assert (found.value, found.best.where) == (Decimal(118), "title")


PUBLISHED = (
    "2023-12-30",
    "2023-12-30T08:00:00",
    "2023-12-30T08:00:00+07:00",
    "2023-12-30 08:00",
    date(2023, 12, 30),
    datetime(2023, 12, 30, 8, tzinfo=UTC),
)


@pytest.mark.parametrize("published", PUBLISHED, ids=str)
def test_a_relative_year_is_told_by_the_date_of_publication(published: str | date) -> None:
    (found,) = extract(UNDATED, published=published)
    assert found.year == Year(2023, 2023)


def test_a_year_that_nothing_tells_is_none_whatever_the_day_is() -> None:
    (found,) = extract(UNDATED)
    assert found.year is None
    assert (found.certainty, bool(found.doubts)) == ("unsure", True)


@pytest.mark.parametrize("published", ["", "30/12/2023", "2023-13-01", "2023-02-30", "kemarin", "2023", "2023-12-30 kemarin"])
def test_a_date_that_is_none_is_an_error(published: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        extract(UNDATED, published=published)


@pytest.mark.parametrize("text", ["", " \n", "Cuaca cerah.", "Polres Batu menangkap 12 tersangka."])
def test_a_text_without_statistics_of_bnn_gives_none(text: str) -> None:
    assert extract(text) == ()


@pytest.mark.parametrize(
    ("text", "value", "value_max", "unit", "bound", "numeral"),
    [
        ("118 klien", "118", None, "orang", "exact", "118"),
        ("lebih dari 38 ribu pil", "38000", None, "butir", "min", "38 ribu"),
        ("sekitar Rp 2,5 miliar", "2500000000", None, "rupiah", "approx", "Rp 2,5 miliar"),
        ("maksimal 20 peserta", "20", None, "orang", "max", "20"),
        ("200-250 klien", "200", "250", "orang", "exact", "200"),
        ("delapan BUMN", "8", None, "lembaga", "exact", "delapan"),
        ("98.88 %", "98.88", None, "persen", "exact", "98.88"),
        ("66, 67 persen", "66.67", None, "persen", "exact", "66, 67"),
        ("14,200 orang", "14200", None, "orang", "exact", "14,200"),
        ("82,981 gram", "82.981", None, "gram", "exact", "82,981"),
        ("556, 28 kg", "556.28", None, "kilogram", "exact", "556, 28"),
        ("tercatat 58", "58", None, "lainnya", "exact", "58"),
    ],
)
def test_a_quantity_has_value_unit_bound_and_place(
    text: str, value: str, value_max: str | None, unit: str, bound: str, numeral: str
) -> None:
    (found,) = find_quantities(text)
    assert (found.value, found.value_max) == (Decimal(value), None if value_max is None else Decimal(value_max))
    assert (found.unit, found.bound) == (unit, bound)
    assert text[found.start : found.end] == numeral


def test_quantities_come_in_order() -> None:
    found = find_quantities("58 orang dari target 60 orang atau 96,67 persen")
    assert [str(quantity.value) for quantity in found] == ["58", "60", "96.67"]
    assert isinstance(found, tuple)


@pytest.mark.parametrize("text", ["", "puluhan klien", "1.100.14157"])
def test_a_text_without_a_readable_number_gives_no_quantity(text: str) -> None:
    assert find_quantities(text) == ()


@pytest.mark.parametrize("name", bnnextract.__all__)
def test_what_is_offered_is_there(name: str) -> None:
    assert getattr(bnnextract, name) is not None


def test_what_is_not_offered_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="statistics"):
        bnnextract.statistics  # noqa: B018


def test_the_library_gives_what_the_command_gives(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"id": "a", "text": TEXT}), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "bnnextract", "extract", "-f", "jsonl", str(tmp_path)], capture_output=True, check=True
    )
    (row,) = map(json.loads, done.stdout.decode().splitlines())
    (statistic,) = extract(TEXT)
    assert (row["indicator"], row["value"], row["target"]) == (statistic.indicator, statistic.value, statistic.target)
    assert (row["start"], row["end"], row["quote"]) == (*statistic.best.span, statistic.best.quoted)
