"""Parquet as other programs read it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

import pyarrow
import pyarrow.parquet
import pytest
from builders import TEXT, evidence, statistic
from readers import analysis, parquet, written

from bnnextract.model import Article, Statistic, Year
from bnnextract.writing import as_parquet
from bnnextract.writing.columns import COLUMNS, FIELDS


def table(*found: Statistic) -> Any:
    return pyarrow.parquet.read_table(BytesIO(written("parquet", [analysis(*found)])))


def test_columns_are_typed_and_explained() -> None:
    schema = table(statistic()).schema
    assert schema.names == list(COLUMNS)
    types = {name: str(schema.field(name).type) for name in ("office_id", "year", "year_from", "value", "event", "published")}
    assert types == {
        "office_id": "string",
        "year": "string",
        "year_from": "int64",
        "value": "decimal128(38, 9)",
        "event": "bool",
        "published": "date32[day]",
    }
    assert [schema.field(name).metadata[b"description"].decode() for name in COLUMNS] == [field.meaning for field in FIELDS]


def test_values_are_what_they_are() -> None:
    place = evidence(Article("a", TEXT, published=date(2024, 12, 30)))
    one = statistic(value=Decimal("93.33"), parts={"zat": "sabu"}, doubts=("x", "y"), year=Year(2023, 2024), evidence=(place,))
    (found,) = table(one).to_pylist()
    assert (found["value"], found["published"], found["event"]) == (Decimal("93.33"), date(2024, 12, 30), False)
    assert (found["parts"], found["doubts"], found["flags"]) == ([("zat", "sabu")], ["x", "y"], [])
    assert (found["year"], found["year_from"], found["target"]) == ("2023-2024", 2023, None)


@pytest.mark.parametrize("number", ["0.0000000001", "1" + "0" * 29, "1" * 400])
def test_a_number_that_does_not_fit_is_left_out_and_told(number: str) -> None:
    (found,) = table(statistic(value=Decimal(number), target=Decimal(5))).to_pylist()
    assert (found["value"], found["target"]) == (None, 5)
    assert found["doubts"] == [f"value {number} has more digits than a decimal of Parquet"]


@pytest.mark.parametrize("number", ["9" * 29 + "." + "9" * 9, "-0.000000001", "1.5000000000000000"])
def test_a_number_that_just_fits_keeps_its_digits(number: str) -> None:
    (found,) = table(statistic(change=Decimal(number))).to_pylist()
    assert (found["change"], found["doubts"]) == (Decimal(number), [])


def test_many_rows_are_written_in_groups(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(as_parquet, "_ROWS", 2)
    data = written("parquet", [analysis(*(statistic(id=str(number)) for number in range(5)))])
    assert pyarrow.parquet.ParquetFile(BytesIO(data)).num_row_groups == 3
    assert [row["id"] for row in parquet(data)] == list("01234")
