"""`bnnextract extract` as installed: what it writes, and what it tells of a command that it cannot do."""

from __future__ import annotations

import csv
import json
import os
import pty
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml
from program import ARTICLE, PROGRAM, complaints, rows, run

pytestmark = pytest.mark.usefixtures("folder")


class TestExtract:
    def test_yaml_is_what_it_gives(self) -> None:
        done = run("extract", "a.txt")
        (record,) = yaml.safe_load(done.stdout)
        assert (record["office"], record["office_id"], record["year"]) == ("BNN Kota Cilegon", "3672", 2024)
        (statistic,) = record["statistics"]
        assert (statistic["indicator"], statistic["value"]) == ("rehabilitasi.rawat_jalan", 118)
        assert statistic["evidence"][0]["article"] == "a.txt"
        assert (done.returncode, complaints(done.stderr)) == (0, "")

    def test_every_form_says_the_same(self) -> None:
        told = {form: run("extract", "--format", form, "a.txt").stdout for form in ("yaml", "json", "jsonl", "csv")}
        nested = json.loads(told["json"])
        assert nested[0]["statistics"][0]["evidence"][0].pop("selectors")
        assert yaml.safe_load(told["yaml"]) == nested
        (row,), (cells,) = rows(told["jsonl"]), list(csv.DictReader(told["csv"].splitlines()))
        assert (row["article"], row["value"], row["start"]) == ("a.txt", 118, ARTICLE.index("118"))
        assert (cells["article"], cells["value"], cells["start"]) == ("a.txt", "118", str(ARTICLE.index("118")))

    @pytest.mark.parametrize("ending", ["yaml", "yml", "json", "jsonl", "csv", "CSV"])
    def test_a_file_s_ending_tells_the_form(self, ending: str) -> None:
        form = ending.lower().replace("yml", "yaml")
        assert run("extract", "a.txt", "--output", f"out.{ending}").stdout == ""
        assert Path(f"out.{ending}").read_bytes().decode() == run("extract", "a.txt", "-f", form).stdout

    def test_a_form_that_is_asked_for_comes_before_the_ending(self) -> None:
        run("extract", "a.txt", "--output", "out.csv", "--format", "json")
        assert json.loads(Path("out.csv").read_text(encoding="utf-8"))

    def test_standard_input_may_be_lines_of_json(self) -> None:
        stdin = "".join(json.dumps({"id": name, "text": ARTICLE}) + "\n" for name in "ba")
        done = run("extract", "--format", "jsonl", "-", stdin=stdin)
        assert [row["article"] for row in rows(done.stdout)] == ["b", "a"]

    def test_standard_input_may_be_text(self) -> None:
        assert [row["article"] for row in rows(run("extract", "-f", "jsonl", "-", stdin=ARTICLE).stdout)] == ["-"]

    def test_nested_output_does_not_depend_on_the_order_of_files(self) -> None:
        shutil.copy("a.txt", "b.txt")
        assert run("extract", "a.txt", "b.txt").stdout == run("extract", "b.txt", "a.txt").stdout

    def test_an_article_without_statistics_is_no_failure(self) -> None:
        done = run("extract", "-", stdin="Cuaca hari ini cerah.")
        assert (done.returncode, yaml.safe_load(done.stdout), complaints(done.stderr)) == (0, [], "")

    @pytest.mark.parametrize(
        ("options", "count"),
        [
            (["--office", "BNNK Cilegon"], 1),
            (["--office", "36"], 0),
            (["--office", "36", "--office", "cilegon"], 1),
            (["--year", "2024"], 1),
            (["--year", "2020-2023"], 0),
            (["--indicator", "rehabilitasi"], 1),
            (["--indicator", "lainnya"], 0),
            (["--no-events"], 1),
            (["--sure"], 1),
        ],
        ids=lambda value: " ".join(value) if isinstance(value, list) else "",
    )
    def test_only_what_is_asked_for(self, options: list[str], count: int) -> None:
        done = run("extract", "-f", "jsonl", "a.txt", *options)
        assert (done.returncode, len(rows(done.stdout))) == (0, count)

    def test_what_is_open_to_doubt_is_left_out_when_only_the_sure_is_asked_for(self) -> None:
        Path("b.txt").write_text("BNN Kota Cilegon merehabilitasi 118 klien.\n", encoding="utf-8")
        asked = (run("extract", "-f", "jsonl", "b.txt", *options) for options in ((), ("--sure",)))
        assert [len(rows(done.stdout)) for done in asked] == [1, 0]


class TestAskedWrongly:
    @pytest.mark.parametrize(
        ("arguments", "told"),
        [
            ([], "Usage:"),
            (["extract"], "nothing to read; give a file, a folder, or - for standard input"),
            (["explain"], "nothing to read; give a file, a folder, or - for standard input"),
            (["extract", "a.txt", "--indicator", "rehabilitasi.rawat_jalam"], "did you mean rehabilitasi.rawat_jalan"),
            (["extract", "a.txt", "--office", "BNNK Cilegom"], "named 'BNNK Cilegom'; did you mean"),
            (["extract", "a.txt", "--year", "24"], "'24' is no year; write 2024, or 2020-2024 for a span"),
            (["extract", "a.txt", "--format", "xml"], "'xml' is not one of"),
            (["extract", "a.txt", "--output", "out.ods"], "'out.ods' does not tell the form"),
            (["extract", "a.txt", "--output", "a.txt", "-f", "csv"], "'a.txt' is an input; give --output another name"),
            (["extract", ".", "--output", "a.txt", "-f", "csv"], "'a.txt' is an input; give --output another name"),
            (["extract", ".", "--errors", "a.txt"], "'a.txt' is an input; give --errors another name"),
            (["explain", ".", "--errors", "a.txt"], "'a.txt' is an input; give --errors another name"),
            (["extract", "a.txt", "--patterns", "none"], "'none' does not exist"),
            (["extract", "a.txt", "--unheard"], "No such option"),
            (["patterns", "show", "none-such"], "no pattern is named 'none-such'"),
            (["patterns", "list", "--kind", "none-such"], "no pattern is of the kind 'none-such'"),
        ],
        ids=lambda value: " ".join(value) if isinstance(value, list) else "",
    )
    def test_it_says_so_and_ends_with_2(self, arguments: list[str], told: str) -> None:
        done = run(*arguments)
        assert (done.returncode, done.stdout) == (2, "")
        assert told in done.stderr
        assert "Traceback" not in done.stderr
        assert Path("a.txt").read_text(encoding="utf-8") == ARTICLE

    def test_without_input_on_a_terminal_it_gives_help_and_does_not_wait(self) -> None:
        ours, theirs = pty.openpty()
        done = subprocess.run([*PROGRAM, "extract"], stdin=theirs, capture_output=True, timeout=60, check=False)
        os.close(ours)
        os.close(theirs)
        assert (done.returncode, done.stdout) == (2, b"")
        assert b"Examples:" in done.stderr
