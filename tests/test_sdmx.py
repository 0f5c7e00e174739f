"""What `docs/sdmx.md` says is so."""

from __future__ import annotations

import csv
import json
import re
import subprocess
import sys
from io import StringIO
from pathlib import Path
from typing import Any, get_args

import pytest
from golden import ROOT, SAMPLES

from bnnextract.knowledge.indicators import Axis
from bnnextract.writing.columns import COLUMNS

TEXT = (ROOT / "docs" / "sdmx.md").read_text(encoding="utf-8")
SCRIPT = re.search(r"^```python\n# (sdmx\.py\n.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)


def observations(lines: str, folder: Path) -> list[dict[str, str]]:
    assert SCRIPT is not None
    script = folder / "sdmx.py"
    script.write_text("# " + SCRIPT[1], encoding="utf-8")
    done = subprocess.run([sys.executable, str(script)], input=lines.encode(), capture_output=True, check=True)
    return list(csv.DictReader(StringIO(done.stdout.decode(), newline="")))


@pytest.fixture(scope="module")
def rows() -> str:
    command = [sys.executable, "-m", "bnnextract", "extract", "--format", "jsonl", str(SAMPLES)]
    return subprocess.run(command, capture_output=True, check=True).stdout.decode()


@pytest.mark.parametrize("name", [*COLUMNS, *get_args(Axis)])
def test_every_column_and_axis_has_a_place(name: str) -> None:
    assert f"`{name}`" in TEXT


def test_the_samples_give_observations(rows: str, tmp_path: Path) -> None:
    found = observations(rows, tmp_path)
    assert {one["MEASURE"] for one in found} == {"ACTUAL", "TARGET", "ACHIEVEMENT", "CHANGE"}
    assert {one["OBS_STATUS"] for one in found} <= {"A", "E", "P"}
    assert all(re.fullmatch(r"[A-Za-z0-9_@$-]+", one["INDICATOR"]) for one in found)
    # A year, or a start and a duration.
    assert all(re.fullmatch(r"\d{4}(?:-\d\d-\d\d/P\d+[YMD])?", one["TIME_PERIOD"]) for one in found)
    given = [json.loads(line, parse_float=str) for line in rows.splitlines()]
    told = [str(row["value"]) for row in given if row["value"] is not None and not row["event"] and not row["value_max"]]
    assert len(told) > 50
    assert {one["OBS_VALUE"] for one in found if one["MEASURE"] == "ACTUAL"} <= set(told)


PLAIN: dict[str, Any] = {
    "article": "a.txt",
    "office_id": "3672",
    "year_from": 2024,
    "year_to": 2024,
    "indicator": "rehabilitasi.klien",
    "parts": {},
    "value": 118,
    "unit": "orang",
    "bound": "exact",
    "event": False,
    "doubts": [],
    "flags": [],
}


@pytest.mark.parametrize(
    ("fields", "wanted"),
    [
        ({}, {"TIME_PERIOD": "2024", "OBS_STATUS": "A", "OBS_VALUE": "118", "INDICATOR": "rehabilitasi_klien"}),
        ({"year_from": 2015, "year_to": 2016}, {"TIME_PERIOD": "2015-01-01/P2Y"}),
        ({"period": "2024-01-01/2024-10-31"}, {"TIME_PERIOD": "2024-01-01/P10M", "OBS_STATUS": "A"}),
        ({"period": "2024-07-01/2024-12-31"}, {"TIME_PERIOD": "2024-07-01/P6M", "OBS_STATUS": "A"}),
        ({"period": "2024-11-15/2024-11-21"}, {"TIME_PERIOD": "2024-11-15/P7D"}),
        ({"published": "2024-11-30"}, {"OBS_STATUS": "P"}),
        ({"published": "2025-01-03"}, {"OBS_STATUS": "A"}),
        ({"bound": "min"}, {"OBS_STATUS": "E"}),
        ({"value": None, "target": 150, "published": "2024-01-30"}, {"MEASURE": "TARGET", "OBS_STATUS": "A"}),
        ({"value": None, "change": "-2.5", "change_unit": "persen"}, {"MEASURE": "CHANGE", "UNIT_MEASURE": "persen"}),
    ],
    ids=["plain", "span", "months", "half", "week", "before-the-end", "after-it", "bound", "target", "change"],
)
def test_a_row_as_an_observation(fields: dict[str, Any], wanted: dict[str, str], tmp_path: Path) -> None:
    row = dict.fromkeys(COLUMNS) | PLAIN | fields
    (found,) = observations(json.dumps(row) + "\n", tmp_path)
    assert {name: found[name] for name in wanted} == wanted


@pytest.mark.parametrize(
    "fields", [{"event": True}, {"copy_of": "b.txt"}, {"office_id": None}, {"year_from": None}, {"value_max": 9}]
)
def test_what_is_no_observation(fields: dict[str, Any], tmp_path: Path) -> None:
    row = dict.fromkeys(COLUMNS) | PLAIN | fields
    assert observations(json.dumps(dict.fromkeys(COLUMNS) | PLAIN) + "\n", tmp_path)
    assert observations(json.dumps(row) + "\n", tmp_path) == []
