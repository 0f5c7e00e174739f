"""The flat forms say the same, and the program writes each as it is asked to."""

from __future__ import annotations

import csv
import io
import json
import os
import pty
import re
import resource
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, get_args

import pytest
from builders import CILEGON, NATIONAL, TEXT, evidence, statistic
from hypothesis import given, settings
from hypothesis import strategies as st
from program import ARTICLE, PROGRAM, complaints, run
from readers import READERS, analysis, canonical, written

from bnnextract.knowledge.units import UnitKey
from bnnextract.model import Analysis, Article, Span, Statistic, Year
from bnnextract.rulebook import load_rulebook
from bnnextract.writing import BINARY, ENDINGS, FORMS, writer
from bnnextract.writing.columns import COLUMNS, FIELDS, UNITS, dictionary
from bnnextract.writing.rows import row

# What some program takes for something else than a text.
TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40),
    st.sampled_from(
        [
            "=1+1",
            "@SUM(A1)",
            "+62",
            "-butir",
            "\tx",
            "\rx",
            "00",
            "1234e5",
            "1-2",
            "1/2",
            "12 Des",
            "<r>x</r>",
            "_x0041_",
            "TRUE",
        ]
    ),
    st.sampled_from(
        ["null", "None", "http://a.id", "mailto:a@b", "a;b", 'a"b', "a\r\nb", " a ", "{=1}", "1,5", "1.5", "\ufeffa"]
    ),
)
# Fifteen significant digits are what all programs hold.
NUMBERS = st.builds(
    lambda digits, places: Decimal(digits).scaleb(-places), st.integers(-(10**15) + 1, 10**15 - 1), st.integers(0, 9)
)


@st.composite
def statistics(draw: st.DrawFn) -> Statistic:
    text = draw(TEXTS.filter(bool))
    article = Article(
        draw(TEXTS.filter(bool)),
        text,
        draw(st.none() | TEXTS),
        draw(st.none() | TEXTS),
        draw(st.none() | st.dates(date(1900, 3, 1))),
    )
    place = evidence(article, 0, spans={"value": Span(0, 1)}, quote=Span(0, len(text)), speaker=draw(st.none() | TEXTS))
    return statistic(
        id=draw(TEXTS),
        category=draw(st.none() | TEXTS),
        parts=draw(st.dictionaries(st.sampled_from(["zat", "lain"]), TEXTS)),
        noun=draw(st.none() | TEXTS),
        value=draw(st.none() | NUMBERS),
        value_max=draw(st.none() | NUMBERS),
        unit=draw(st.sampled_from(["orang", "rupiah", "gram", "kilogram"])),
        target=draw(st.none() | NUMBERS),
        change=draw(st.none() | NUMBERS),
        office=draw(st.sampled_from([None, CILEGON, NATIONAL])),
        year=draw(st.sampled_from([None, Year(2024, 2024), Year(2023, 2024)])),
        event=draw(st.booleans()),
        doubts=tuple(draw(st.lists(TEXTS, max_size=2))),
        evidence=(place,),
    )


@pytest.mark.parametrize("form", READERS)
@settings(max_examples=40)
@given(one=statistics())
def test_every_form_carries_the_same_values(form: str, one: Statistic) -> None:
    (found,) = READERS[form](written(form, [analysis(one)]))
    expected = {name: canonical(cell) for name, cell in zip(COLUMNS, row(one), strict=True)}
    if form == "csv-excel":  # an apostrophe there may be the text's own
        expected = {
            name: cell if kind in {"number", "integer"} else cell.removeprefix("'")
            for (name, cell), (_, kind, _) in zip(expected.items(), FIELDS, strict=True)
        }
    if form == "xlsx":  # a space keeps XlsxWriter from taking the text for its markup
        expected = {name: cell + " " * bool(re.fullmatch("(?s)<r>.*</r>", cell)) for name, cell in expected.items()}
    assert found == expected


LONG = [Decimal("123456789012345678.5"), Decimal("0.1234567890123456789"), Decimal(2**63), Decimal("-0.30000000000000004")]


@pytest.mark.parametrize("form", [form for form in READERS if form != "parquet"])
@pytest.mark.parametrize("number", LONG, ids=str)
def test_a_number_that_no_float_holds_keeps_its_digits(form: str, number: Decimal) -> None:
    (found,) = READERS[form](written(form, [analysis(statistic(value=number))]))
    assert Decimal(found["value"]) == number


@pytest.mark.parametrize("form", FORMS)
def test_equal_input_gives_equal_bytes(form: str) -> None:
    found = [analysis(statistic(evidence=(evidence(Article(name, TEXT)),))) for name in "ab"]
    assert written(form, found) == written(form, found)


@pytest.mark.parametrize("form", FORMS)
def test_nothing_found_is_a_file_that_reads_as_nothing(form: str) -> None:
    data = written(form, [Analysis(Article("a.txt", TEXT), ())])
    assert READERS[form](data) == [] if form in READERS else data.strip().endswith(b"[]")


@pytest.mark.parametrize("form", [form for form in READERS if form not in {"xlsx", "sqlite", "parquet"}])
def test_a_row_is_written_before_the_next_article_is_read(form: str) -> None:
    stream = io.BytesIO()
    seen: list[bytes] = []

    def analyses() -> Iterator[Analysis]:
        for name in ("first.txt", "second.txt"):
            seen.append(stream.getvalue())
            yield analysis(statistic(evidence=(evidence(Article(name, TEXT)),)))

    writer(form)(analyses(), load_rulebook(), stream)
    assert b"first.txt" in seen[1]


class TestColumns:
    def test_they_are_explained(self) -> None:
        assert [column.name for column in FIELDS if not column.meaning] == []
        told = set(dictionary(load_rulebook().indicators.entries))
        assert {("unit", unit) for unit in get_args(UnitKey)} <= {(kind, name) for kind, name, _, _ in told}
        assert {("indicator", name) for name in load_rulebook().indicator_order} <= {(kind, name) for kind, name, _, _ in told}

    def test_every_unit_is_explained(self) -> None:
        assert tuple(UNITS) == get_args(UnitKey)


class TestProgram:
    @pytest.fixture(autouse=True)
    def _folder(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        Path("a.txt").write_text(ARTICLE, encoding="utf-8")

    @pytest.mark.parametrize("form", READERS)
    def test_every_form_goes_to_a_pipe_and_to_a_file(self, form: str) -> None:
        command = [*PROGRAM, "extract", "-f", form, "a.txt"]
        piped = subprocess.run([*command, "-o", "-"], capture_output=True, check=True)
        filed = subprocess.run([*command, "-o", "out.any"], capture_output=True, check=True)
        assert (complaints(piped.stderr.decode()), complaints(filed.stderr.decode()), filed.stdout) == ("", "", b"")
        assert piped.stdout == Path("out.any").read_bytes()
        (found,) = READERS[form](piped.stdout)
        assert (found["article"], found["office_id"], found["value"]) == ("a.txt", "3672", "118")

    @pytest.mark.parametrize("form", READERS)
    def test_a_file_s_name_may_be_no_text(self, form: str) -> None:
        name = os.fsdecode(b"b\xff.txt")
        Path(name).write_text(ARTICLE, encoding="utf-8")
        done = subprocess.run([*PROGRAM, "extract", "-f", form, name], capture_output=True, check=True)
        (found,) = READERS[form](done.stdout)
        assert found["article"] == "b\ufffd.txt"

    @pytest.mark.parametrize("ending", ENDINGS)
    def test_a_file_s_ending_tells_the_form(self, ending: str) -> None:
        assert run("extract", "a.txt", "-o", f"out{ending.upper()}").returncode == 0
        form = ENDINGS[ending]
        asked = subprocess.run([*PROGRAM, "extract", "-f", form, "a.txt"], capture_output=True, check=True)
        assert Path(f"out{ending.upper()}").read_bytes() == asked.stdout

    def test_every_form_but_csv_for_excel_has_an_ending(self) -> None:
        assert set(FORMS) - set(ENDINGS.values()) == {"csv-excel"}

    @pytest.mark.parametrize("form", sorted(BINARY))
    def test_a_terminal_is_spared_bytes(self, form: str) -> None:
        main, terminal = pty.openpty()
        done = subprocess.run([*PROGRAM, "extract", "a.txt", "-f", form], stdout=terminal, stderr=subprocess.PIPE, check=False)
        os.close(terminal)
        told = done.stderr.decode().splitlines()[-1]
        assert (done.returncode, told) == (2, f"Error: {form} is no text for a terminal; give --output a file")
        os.close(main)

    @pytest.mark.parametrize(
        ("arguments", "told"),
        [
            (["--wide", "-f", "yaml"], "--wide makes a table, which yaml does not have; give --format csv, csv-excel, xlsx"),
            (["--wide", "-o", "out.jsonl"], "--wide makes a table, which jsonl does not have"),
            (["--safe-cells"], "--safe-cells is for csv, not yaml"),
            (["--safe-cells", "-f", "csv-excel"], "--safe-cells is for csv, not csv-excel"),
            (["-o", "out.ods"], "'out.ods' does not tell the form"),
        ],
        ids=lambda value: " ".join(value) if isinstance(value, list) else "",
    )
    def test_what_does_not_go_together_is_told(self, arguments: list[str], told: str) -> None:
        done = run("extract", "a.txt", *arguments)
        assert (done.returncode, done.stdout) == (2, "")
        assert told in done.stderr
        assert [path.name for path in Path().iterdir()] == ["a.txt"]

    def test_parquet_without_its_library_names_the_command_that_installs_it(self) -> None:
        hide = (
            "import sys, importlib.util as u\nfind = u.find_spec\n"
            "u.find_spec = lambda name, *a: None if name == 'pyarrow' else find(name, *a)\n"
            "from bnnextract.cli import main\nsys.argv[1:] = ['extract', 'a.txt', '-o', 'out.parquet']\nmain()\n"
        )
        done = subprocess.run([sys.executable, "-c", hide], capture_output=True, text=True, check=False)
        told = "parquet needs a library that is not installed; run: pip install 'bnnextract[parquet]'\n"
        assert (done.returncode, done.stdout, done.stderr) == (2, "", told)
        assert not Path("out.parquet").exists()

    @pytest.mark.parametrize("form", sorted(BINARY))
    def test_a_bad_input_leaves_the_rest_whole(self, form: str) -> None:
        Path("bad.jsonl").write_text("{\n", encoding="utf-8")
        done = run("extract", "bad.jsonl", "a.txt", "-f", form, "-o", "out.any")
        assert (done.returncode, done.stderr.startswith("bad.jsonl:1: ")) == (2, True)
        assert len(READERS[form](Path("out.any").read_bytes())) == 1

    @pytest.mark.parametrize("form", sorted(BINARY))
    def test_no_scraps_stay_behind(self, form: str, tmp_path: Path) -> None:
        scraps = tmp_path / "scraps"
        scraps.mkdir()
        arguments = [*PROGRAM, "extract", "a.txt", "-f", form, "-o", "out.any"]
        subprocess.run(arguments, env={**os.environ, "TMPDIR": str(scraps)}, check=True)
        assert list(scraps.iterdir()) == []

    @pytest.mark.parametrize("form", sorted(BINARY))
    def test_a_full_disk_leaves_the_old_file(self, form: str) -> None:
        Path("out.any").write_text("old", encoding="utf-8")
        arguments = ["extract", "a.txt", "-f", form, "-o", "out.any"]
        done = run(*arguments, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096)))
        assert (done.returncode, done.stdout) == (2, "")
        assert re.fullmatch(r"out\.any: [^\n]+; nothing was written\n", done.stderr)
        assert Path("out.any").read_text(encoding="utf-8") == "old"
        assert sorted(path.name for path in Path().iterdir()) == ["a.txt", "out.any"]

    def test_cells_are_made_safe_where_that_is_asked_for(self) -> None:
        Path("b.jsonl").write_text(json.dumps({"id": "=1+1", "title": "@SUM(A1)", "text": ARTICLE}), encoding="utf-8")
        told = {}
        for options in ((), ("--safe-cells",)):
            (found,) = csv.DictReader(io.StringIO(run("extract", "b.jsonl", "-f", "csv", *options).stdout))
            told[options] = (found["article"], found["title"], found["value"], found["office_id"])
        assert told == {
            (): ("=1+1", "@SUM(A1)", "118", "3672"),
            ("--safe-cells",): ("'=1+1", "'@SUM(A1)", "118", "3672"),
        }


class TestExcelCsv:
    def line(self, **fields: Any) -> dict[str, str]:
        text = written("csv-excel", [analysis(statistic(**fields))]).decode()
        (found,) = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";", strict=True)
        return found

    def test_it_begins_with_a_byte_order_mark_and_ends_lines_as_windows_does(self) -> None:
        data = written("csv-excel", [analysis(statistic())])
        assert data.startswith(b"\xef\xbb\xbfarticle;id;office;")
        assert data.count(b"\r\n") == data.count(b"\n") == 2

    @pytest.mark.parametrize(
        ("number", "cell"), [("93.33", "93,33"), ("4364", "4364"), ("-20", "-20"), ("1.2E+3", "1200"), ("0.50", "0,50")]
    )
    def test_a_number_has_a_comma_and_nothing_before_it(self, number: str, cell: str) -> None:
        assert self.line(change=Decimal(number))["change"] == cell

    @pytest.mark.parametrize(
        "text",
        [
            *("=1+1", "+62 811", "-butir", "@SUM(A1)", "\tx", "\rx", "00", "3672", "1234e567", "5E3", "1-2", "28/12", "12:30"),
            *("12 Des", "mei 2020", "22.5", "1.000", "98%", "(5)", "2021-12-28"),
        ],
    )
    def test_a_text_that_excel_would_take_for_something_else_has_an_apostrophe(self, text: str) -> None:
        assert self.line(noun=text)["noun"] == "'" + text

    @pytest.mark.parametrize(
        "text", ["klien", "2-cb", "118 klien", "mei", "5f0c9a1e", "12 desa", "e5", "2015-2016", "", "a=b", "’x"]
    )
    def test_any_other_text_stays_as_it_is(self, text: str) -> None:
        assert self.line(noun=text)["noun"] == text

    def test_codes_are_texts_and_years_and_days_are_not(self) -> None:
        dated = evidence(Article("a.txt", TEXT, published=date(2024, 12, 30)))
        found = self.line(evidence=(dated,), office=NATIONAL)
        assert (found["office_id"], found["year"], found["published"]) == ("'00", "2024", "2024-12-30")
