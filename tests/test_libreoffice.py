"""What a spreadsheet program makes of the files: the real LibreOffice, set to Indonesia and to the United States."""

from __future__ import annotations

import csv
import re
import shutil
import subprocess
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from builders import BANTEN, CILEGON, NATIONAL, TEXT, evidence, statistic
from golden import sample_articles
from python_calamine import CalamineWorkbook
from readers import analysis, written, xlsx

from bnnextract.model import Analysis, Article, Span, Year
from bnnextract.pipeline import analyse
from bnnextract.rulebook import load_rulebook
from bnnextract.writing.columns import ARTICLES, CHECKS, FIELDS, RECORDS

SOFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed: apt-get install libreoffice-calc-nogui")

LOCALES = ("id-ID", "en-US")
PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N">
<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>{locale}</value></prop>
</item>
</oor:items>
"""
# Columns 59 or 44 apart, quotation marks, UTF-8, from the first line on, all columns as they are, the language of the profile,
# quoted cells read like others, dates and the like recognised.
SEMICOLONS = "CSV:59,34,76,1,,0,false,true"
SHOWN = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false"

NUMBERS = ("93.33", "4364", "0.001", "-20", "0", "142058000000", "9.95", "123456789012345", "1.5", "2021")
TRAPS = (
    "=1+1",
    "@SUM(A1)",
    "+62",
    "-butir",
    "00",
    "1234e5",
    "1-2",
    "28/12",
    "4.364",
    "93,33",
    "TRUE",
    '=HYPERLINK("http://x")',
)


def found() -> list[Analysis]:
    """Give the statistics of the samples, and some made to be mistaken."""
    book = load_rulebook()
    made = statistic(unit="kilogram", office=NATIONAL, year=Year(2023, 2024))
    numbers = [
        replace(made, id=f"n{place}", value=Decimal(number), change=Decimal(number)) for place, number in enumerate(NUMBERS)
    ]
    traps = [
        analysis(
            statistic(
                id=text,
                noun=text,
                category=text,
                parts={"lain": text},
                doubts=(text,),
                event=True,
                office=BANTEN,
                evidence=(evidence(Article(text, f"{text} 118", text, text, date(2024, 12, 30)), 0, quote=Span(0, len(text))),),
            )
        )
        for text in TRAPS
    ]
    whole = analysis(statistic(office=CILEGON, target=Decimal("99.5"), evidence=(evidence(Article("a", TEXT)),)))
    return [analysis(*numbers), *traps, whole, *(analyse(article, book) for article in sample_articles())]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with the files to open and a profile for each locale."""
    made = tmp_path_factory.mktemp("office")
    everything = found()
    (made / "a.xlsx").write_bytes(written("xlsx", everything, wide=True))
    (made / "a.csv").write_bytes(written("csv-excel", everything))
    for locale in LOCALES:
        (made / locale / "user").mkdir(parents=True)
        (made / locale / "user" / "registrymodifications.xcu").write_text(PROFILE.format(locale=locale), encoding="utf-8")
    return made


def convert(folder: Path, locale: str, name: str, form: str, *options: str) -> Path:
    """Have LibreOffice open a file and save it in another form."""
    outside = folder / f"{locale}-out" / name
    profile = f"-env:UserInstallation={(folder / locale).as_uri()}"
    subprocess.run(
        [str(SOFFICE), profile, "--headless", *options, "--convert-to", form, "--outdir", str(outside), str(folder / name)],
        check=True,
        capture_output=True,
        timeout=180,
    )
    return outside / f"a.{form.partition(':')[0]}"


def sheets(path: Path) -> Mapping[str, list[dict[str, Any]]]:
    """Give the rows of all sheets, cells as they are typed there."""
    book = CalamineWorkbook.from_path(str(path))
    tables = {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}
    return {name: [dict(zip(map(str, rows[0]), row, strict=True)) for row in rows[1:]] for name, rows in tables.items()}


@pytest.fixture(scope="module", params=LOCALES)
def opened(request: pytest.FixtureRequest, folder: Path) -> Path:
    """Give the workbook as LibreOffice has it in a locale."""
    return convert(folder, request.param, "a.xlsx", "ods")


def test_the_workbook_has_the_same_cells_in_every_locale(folder: Path, opened: Path) -> None:
    assert sheets(opened) == sheets(folder / "a.xlsx")


@pytest.mark.parametrize(
    ("name", "columns"), [("statistics", FIELDS), ("records", RECORDS), ("articles", ARTICLES), ("checks", CHECKS)]
)
def test_numbers_are_numbers_and_texts_are_texts(opened: Path, name: str, columns: Any) -> None:
    rows = sheets(opened)[name]
    assert len(rows) > 15
    types: Mapping[str, set[type]] = {"number": {float}, "integer": {float}, "date": {date}, "year": {float, str}}
    types = {**types, "truth": {float}}  # LibreOffice has truth as 0 and 1
    for column in columns:
        cells = [row[column.name] for row in rows if row[column.name] != ""]
        assert {type(cell) for cell in cells} <= types.get(column.kind, {str}), column.name


def test_the_numbers_are_those_that_were_found(opened: Path) -> None:
    values = [row["value"] for row in sheets(opened)["statistics"][: len(NUMBERS)]]
    assert values == [float(number) for number in NUMBERS]


def test_no_cell_is_a_formula_or_a_link(opened: Path) -> None:
    with zipfile.ZipFile(opened) as archive:
        content = archive.read("content.xml").decode()
    assert "=1+1" in content
    # LibreOffice takes a truth value for a call of the function that gives it.
    assert set(re.findall(r'table:formula="([^"]*)"', content)) == {"of:=TRUE()", "of:=FALSE()"}
    assert "xlink:href" not in content


@pytest.mark.parametrize(("locale", "shown"), [("id-ID", "93,33"), ("en-US", "93.33")])
def test_numbers_are_shown_as_the_locale_has_them(folder: Path, locale: str, shown: str) -> None:
    path = convert(folder, locale, "a.xlsx", SHOWN)
    (first, *_) = csv.DictReader(path.read_text(encoding="utf-8").splitlines())
    assert first["value"] == shown


def test_csv_for_excel_has_its_numbers_where_decimals_have_a_comma(folder: Path) -> None:
    path = convert(folder, "id-ID", "a.csv", "ods", f"--infilter={SEMICOLONS}")
    (rows,) = sheets(path).values()
    expected = xlsx((folder / "a.xlsx").read_bytes())
    assert len(rows) == len(expected) > len(NUMBERS)
    for row, cells in zip(rows, expected, strict=True):
        for name, kind, _ in FIELDS:
            if kind in {"number", "integer"}:
                assert row[name] == (float(cells[name]) if cells[name] else "")
    assert {type(row["office_id"]) for row in rows} == {str}
    with zipfile.ZipFile(path) as archive:
        assert "table:formula" not in archive.read("content.xml").decode()


def test_csv_for_excel_has_its_texts(folder: Path) -> None:
    path = convert(folder, "id-ID", "a.csv", "ods", f"--infilter={SEMICOLONS}")
    (rows,) = sheets(path).values()
    nouns = [str(row["noun"]).removeprefix("'") for row in rows[len(NUMBERS) : len(NUMBERS) + len(TRAPS)]]
    assert nouns == list(TRAPS)
