"""What is told of a CSV file is so: read by it, the cells are what they are in JSON, and other people's program agrees."""

from __future__ import annotations

import csv as csv_module
import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from golden import SAMPLES
from program import complaints

FRICTIONLESS = shutil.which("frictionless")
FORMS = {
    "csv": ["--format", "csv"],
    "csv-excel": ["--format", "csv-excel"],
    "csv-safe": ["--format", "csv", "--safe-cells"],
    "wide": ["--format", "csv", "--wide"],
    "wide-excel": ["--format", "csv-excel", "--wide"],
}


def extract(output: Path, *arguments: str, source: Path = SAMPLES) -> bytes:
    command = [sys.executable, "-m", "bnnextract", "extract", str(source), "--output", str(output), *arguments]
    done = subprocess.run(command, capture_output=True, check=True)
    assert complaints(done.stderr.decode()) == ""
    return done.stdout


def described(output: Path) -> dict[str, Any]:
    found = json.loads(output.with_name(f"{output.stem}.datapackage.json").read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


def read(output: Path) -> list[dict[str, Any]]:
    """Read a CSV file as its descriptor tells: a small part of what the standard has, but that by the letter."""
    (resource,) = described(output)["resources"]
    assert resource["path"] == output.name
    dialect, schema = resource["dialect"], resource["schema"]
    with output.open(encoding=resource["encoding"], newline="") as lines:
        rows = csv_module.reader(
            lines,
            delimiter=dialect["delimiter"],
            quotechar=dialect["quoteChar"],
            doublequote=dialect["doubleQuote"],
            strict=True,
        )
        assert next(rows) == [field["name"] for field in schema["fields"]]
        return [
            {
                field["name"]: None if cell in schema["missingValues"] else value_of(field, cell)
                for field, cell in zip(schema["fields"], row, strict=True)
            }
            for row in rows
        ]


def value_of(field: Mapping[str, Any], cell: str) -> Any:
    types: Mapping[str, Callable[[str], Any]] = {
        "string": str,
        "integer": int,
        "number": lambda text: Decimal(text.replace(field.get("decimalChar", "."), ".")),
        "boolean": lambda text: {**dict.fromkeys(field["trueValues"], True), **dict.fromkeys(field["falseValues"], False)}[
            text
        ],
        "date": date.fromisoformat,
    }
    return types[field["type"]](cell)


def as_text(value: Any) -> Any:
    """Give a cell of JSON as CSV has it, but for numbers and truths."""
    if isinstance(value, dict):
        return "; ".join(f"{axis}={part}" for axis, part in value.items()) or None
    return "; ".join(value) or None if isinstance(value, list) else value


@pytest.mark.parametrize("form", ["csv", "csv-excel"])
def test_read_by_its_descriptor_a_file_tells_what_json_tells(tmp_path: Path, form: str) -> None:
    output = tmp_path / "statistics.csv"
    extract(output, *FORMS[form])
    lines = extract(Path("-"), "--format", "jsonl").decode().splitlines()
    wanted = [json.loads(line, parse_float=Decimal, parse_int=Decimal) for line in lines]
    found = read(output)
    assert len(found) == len(wanted) > 50
    for mine, theirs in zip(found, wanted, strict=True):
        del theirs["selectors"]
        told = {name: value.isoformat() if isinstance(value, date) else value for name, value in mine.items()}
        if form == "csv-excel":
            told = {name: value.removeprefix("'") if isinstance(value, str) else value for name, value in told.items()}
        year = theirs["year"]
        theirs["year"] = None if year is None else str(year)
        assert told == {name: as_text(value) for name, value in theirs.items()}


@pytest.mark.parametrize("arguments", FORMS.values(), ids=FORMS)
def test_what_is_told_of_the_file_is_so(tmp_path: Path, arguments: list[str]) -> None:
    output = tmp_path / "Statistik BNN 2024.csv"
    extract(output, *arguments)
    (resource,) = described(output)["resources"]
    content = output.read_bytes()
    assert (resource["bytes"], resource["hash"]) == (len(content), f"sha256:{sha256(content).hexdigest()}")
    assert resource["name"] == described(output)["name"] == "statistik-bnn-2024"
    rows = read(output)
    key = resource["schema"]["primaryKey"]
    assert len({tuple(row[name] for name in key) for row in rows}) == len(rows) > 5
    assert all(field["description"] for field in resource["schema"]["fields"])


def test_a_file_without_rows_is_described_too(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Tidak ada apa-apa.", encoding="utf-8")
    extract(tmp_path / "a.csv", source=tmp_path / "a.txt")
    assert read(tmp_path / "a.csv") == []
    assert described(tmp_path / "a.csv")["resources"][0]["schema"]["primaryKey"] == ["article", "id"]


@pytest.mark.parametrize("output", ["out.jsonl", "out.yaml"])
def test_other_files_are_not_described(tmp_path: Path, output: str) -> None:
    extract(tmp_path / output)
    assert [path.name for path in tmp_path.iterdir()] == [output]


def test_a_stream_is_not_described() -> None:
    assert extract(Path("-"), "--format", "csv").startswith(b"article,id,")


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="there is no /dev/null here")
def test_a_device_is_not_described() -> None:
    extract(Path("/dev/null"), "--format", "csv")
    assert not Path("/dev/null.datapackage.json").exists()


@pytest.mark.skipif(FRICTIONLESS is None, reason="the program frictionless is not installed; .ci/run has it")
class TestFrictionless:
    def faults(self, output: Path) -> list[tuple[str, str | None]]:
        """Give the kind and column of each error that frictionless finds."""
        assert FRICTIONLESS is not None
        command = [FRICTIONLESS, "validate", "--json", f"{output.stem}.datapackage.json"]
        done = subprocess.run(command, cwd=output.parent, capture_output=True, check=False)
        report = json.loads(done.stdout)
        assert report["valid"] == (done.returncode == 0)
        assert [task["name"] for task in report["tasks"]] == [described(output)["name"]]
        return [(fault["type"], fault.get("fieldName")) for task in report["tasks"] for fault in task["errors"]]

    @pytest.mark.parametrize("arguments", FORMS.values(), ids=FORMS)
    def test_it_finds_no_fault(self, tmp_path: Path, arguments: list[str]) -> None:
        output = tmp_path / "statistics.csv"
        extract(output, *arguments)
        assert self.faults(output) == []

    @pytest.mark.parametrize(
        ("form", "old", "new", "fault"),
        [
            ("csv", ",214,", ",dua ratus,", ("type-error", "value")),
            ("csv-excel", ";214;", ";2.14.5;", ("type-error", "value")),
            ("csv", ",provinsi,", ",propinsi,", ("constraint-error", "level")),
            ("csv", ",false,", ",maybe,", ("type-error", "event")),
            ("csv", ",orang,exact,", ",,exact,", ("constraint-error", "unit")),
        ],
        ids=["value", "decimal-comma", "word", "truth", "missing"],
    )
    def test_it_finds_a_planted_error(self, tmp_path: Path, form: str, old: str, new: str, fault: tuple[str, str]) -> None:
        output = tmp_path / "statistics.csv"
        extract(output, *FORMS[form])
        text = output.read_bytes().decode()
        assert old in text
        output.write_bytes(text.replace(old, new, 1).encode())
        assert fault in self.faults(output)
