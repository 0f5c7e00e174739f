"""The schemas hold for what is written and for nothing else, as a validator of other people tells."""

from __future__ import annotations

import json as json_module
import subprocess
import sys
from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
import yaml as yaml_module
from builders import TEXT, evidence, statistic
from corpora import annotated_articles, sample_articles
from golden import SOURCES
from test_writing import FULL

from bnnextract.model import Article, Statistic
from bnnextract.pipeline import analyse
from bnnextract.records import records
from bnnextract.rulebook import load_rulebook
from bnnextract.writing.as_json import json, jsonl
from bnnextract.writing.as_yaml import SCHEMA, yaml
from bnnextract.writing.schema import schema_of_records, schema_of_rows

BOOK = load_rulebook()
RECORDS = jsonschema_rs.Draft202012Validator(schema_of_records(BOOK), validate_formats=True)
ROWS = jsonschema_rs.Draft202012Validator(schema_of_rows(BOOK), validate_formats=True)


def found_in(articles: tuple[Article, ...]) -> list[Statistic]:
    return [found for article in articles for found in analyse(article, BOOK).statistics]


def faults(validator: jsonschema_rs.Draft202012Validator, told: Any) -> list[str]:
    return [f"{fault.instance_path}: {fault.message}" for fault in validator.iter_errors(told)]


def as_json_has_it(text: str) -> Any:
    """Give what YAML tells, with dates as editors take them: as text."""

    def undated(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: undated(item) for key, item in value.items()}
        if isinstance(value, list):
            return [undated(item) for item in value]
        return value.isoformat() if isinstance(value, date) else value

    return undated(yaml_module.load(text, yaml_module.CSafeLoader))


@pytest.mark.parametrize("schema", [schema_of_records(BOOK), schema_of_rows(BOOK)], ids=["records", "rows"])
def test_a_schema_is_one(schema: dict[str, Any]) -> None:
    jsonschema_rs.meta.validate(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.name)
def test_the_yaml_of_a_sample_is_as_its_schema_says(source: Path) -> None:
    told = as_json_has_it(source.with_suffix(".yaml").read_text(encoding="utf-8"))
    assert told
    assert faults(RECORDS, told) == []


@pytest.mark.parametrize("articles", [sample_articles, annotated_articles], ids=lambda made: made.__name__)
def test_every_form_is_as_its_schema_says(articles: Callable[[], Any]) -> None:
    found = found_in(tuple(articles()))
    if not found:
        pytest.skip("the annotated articles are not at hand")
    nested = records(found, BOOK.indicator_order)
    assert faults(RECORDS, json_module.loads("".join(json(nested)))) == []
    assert faults(RECORDS, as_json_has_it("".join(yaml(nested)))) == []
    assert [fault for line in jsonl(found) for fault in faults(ROWS, json_module.loads(line))] == []


def test_a_statistic_with_every_field_is_as_the_schemas_say() -> None:
    """So that no field is forgotten."""
    dated = Article("c.txt", TEXT, url="https://a.id/", published=date(2024, 12, 31), copy_of="2024/a.txt")
    copied = replace(FULL, evidence=(evidence(dated),))
    full, bare = FULL, statistic(office=None, year=None, noun=None, value=None, change=FULL.change, evidence=(evidence(dated),))
    nested = json_module.loads("".join(json(records([full, copied, bare], BOOK.indicator_order))))
    rows = list(map(json_module.loads, jsonl([full, bare])))
    assert faults(RECORDS, nested) == []
    assert [fault for row in rows for fault in faults(ROWS, row)] == []
    told = [place for record in nested for one in record["statistics"] for place in one["evidence"]]
    assert any("copies" in place for place in told)
    defined = schema_of_records(BOOK)["$defs"]
    assert {key for place in told for key in place} == set(defined["evidence"]["properties"])
    one = next(record for record in nested if "office" in record)
    assert list(one) == list(defined["record"]["properties"])
    assert set(one["statistics"][0]) == set(defined["statistic"]["properties"])


def test_nothing_found_is_as_the_schema_says() -> None:
    assert faults(RECORDS, as_json_has_it("".join(yaml([])))) == []


NESTED = json_module.loads("".join(json(records([FULL], BOOK.indicator_order))))
FLAT = json_module.loads("".join(jsonl([FULL])))

PLANTED: dict[str, tuple[str, Any]] = {
    "a word out of the list": ("unit", "orangs"),
    "an indicator that is none": ("indicator", "rehabilitasi.klein"),
    "a number as text": ("value", "118"),
    "an id that is none": ("id", "5F0C9A1E"),
    "a change in no unit": ("change_unit", "points"),
    "a bound that is none": ("bound", "about"),
    "an axis that is none": ("parts", {"drug": "sabu"}),
    "a truth as text": ("event", "true"),
    "a text for a list": ("doubts", "year"),
    "a period that is none": ("period", "2024"),
    "an unknown field": ("valeu", 118),
}


@pytest.mark.parametrize(("key", "wrong"), PLANTED.values(), ids=PLANTED)
def test_a_planted_error_is_caught(key: str, wrong: Any) -> None:
    nested, flat = deepcopy(NESTED), {**FLAT, key: wrong}
    nested[0]["statistics"][0][key] = wrong
    assert len(faults(RECORDS, nested)) == 1
    assert len(faults(ROWS, flat)) == 1


@pytest.mark.parametrize(
    ("path", "wrong"),
    [
        ((0, "year"), "2023"),
        ((0, "office_id"), 3672),
        ((0, "level"), "desa"),
        ((0, "statistics"), []),
        ((0, "statistics", 0, "evidence"), []),
        ((0, "statistics", 0, "evidence", 0, "spans"), {}),
        ((0, "statistics", 0, "evidence", 0, "spans", "value"), [26]),
        ((0, "statistics", 0, "evidence", 0, "spans", "value"), [-1, 3]),
        ((0, "statistics", 0, "evidence", 0, "published"), "30-12-2024"),
        ((0, "statistics", 0, "evidence", 0, "where"), "body"),
        ((0, "statistics", 0, "evidence", 0, "selectors", 0, "exact"), None),
        ((0, "statistics", 0, "evidence", 0, "selectors", 1, "type"), "RangeSelector"),
    ],
    ids=lambda value: "-".join(map(str, value)) if isinstance(value, tuple) else repr(value),
)
def test_a_planted_error_in_a_record_is_caught(path: tuple[Any, ...], wrong: Any) -> None:
    nested = deepcopy(NESTED)
    place = nested
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = wrong
    assert faults(RECORDS, nested)


@pytest.mark.parametrize("key", sorted(FLAT))
def test_a_row_has_every_column(key: str) -> None:
    assert faults(ROWS, {name: value for name, value in FLAT.items() if name != key})


def test_a_statistic_without_a_figure_is_caught() -> None:
    nested = deepcopy(NESTED)
    for slot in ("value", "target", "achievement", "change"):
        del nested[0]["statistics"][0][slot]
    assert len(faults(RECORDS, nested)) == 1


class TestCommand:
    def run(self, *arguments: str) -> Any:
        done = subprocess.run([sys.executable, "-m", "bnnextract", "schema", *arguments], capture_output=True, check=True)
        assert done.stderr == b""
        return json_module.loads(done.stdout)

    @pytest.mark.parametrize(
        ("arguments", "wanted"),
        [
            ([], schema_of_records(BOOK)),
            (["--format", "yaml"], schema_of_records(BOOK)),
            (["--format", "json"], schema_of_records(BOOK)),
            (["--format", "jsonl"], schema_of_rows(BOOK)),
        ],
        ids=["plain", "yaml", "json", "jsonl"],
    )
    def test_it_gives_the_schema(self, arguments: list[str], wanted: dict[str, Any]) -> None:
        assert self.run(*arguments) == wanted

    def test_indicators_of_one_s_own_are_in_it(self, tmp_path: Path) -> None:
        (tmp_path / "indicators").mkdir()
        (tmp_path / "indicators" / "mine.yaml").write_text(
            "- {name: pencegahan.duta, counts: a, units: [orang], nouns: [kader], names: [duta],\n"
            "   examples: [{text: 'BNNK Karo memilih 24 duta.', value: 24}, {text: '3 duta', value: 3}], rejects: [a]}\n",
            encoding="utf-8",
        )
        told = [schema["properties"]["indicator"]["enum"] for schema in (self.run("--format", "jsonl"), schema_of_rows(BOOK))]
        assert told[0] == told[1]
        mine = self.run("--format", "jsonl", "--patterns", str(tmp_path))["properties"]["indicator"]["enum"]
        assert set(mine) - set(told[0]) == {"pencegahan.duta"}

    def test_the_file_that_the_yaml_names_is_the_one_that_the_help_has_made(self) -> None:
        done = subprocess.run(
            [sys.executable, "-m", "bnnextract", "schema", "--help"], capture_output=True, text=True, check=True
        )
        assert f"bnnextract schema > {SCHEMA}" in done.stdout
