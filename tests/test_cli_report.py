"""What `bnnextract extract` as installed tells on standard error: what it came to, what it does, what went wrong."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from program import ARTICLE, PROGRAM, article, complaints, run

from bnnextract.cli.summary import Tally, closing_line

pytestmark = pytest.mark.usefixtures("folder")


class TestClosingLine:
    def test_it_tells_what_the_run_came_to(self) -> None:
        Path("b.txt").write_text("Cuaca hari ini cerah.", encoding="utf-8")
        Path("c.jsonl").write_text('{"id": "x"}\n[]\n', encoding="utf-8")
        done = run("extract", "a.txt", "b.txt", "c.jsonl", "none.txt")
        counts = "2 articles read: 1 with statistics, 1 without; 1 statistic; 3 inputs skipped ("
        assert done.stderr.splitlines()[-1].startswith(counts)

    def test_it_counts_what_is_written(self) -> None:
        done = run("extract", "a.txt", "--year", "2019")
        assert done.stderr == "1 article read: 0 with statistics, 1 without; 0 statistics\n"

    @pytest.mark.parametrize(
        ("tally", "line"),
        [
            (Tally(), "0 articles read: 0 with statistics, 0 without; 0 statistics"),
            (Tally(1, 1, 1), "1 article read: 1 with statistics, 0 without; 1 statistic"),
            (Tally(1204, 311, 2940), "1,204 articles read: 311 with statistics, 893 without; 2,940 statistics"),
            (Tally(2, resumed=2), "2 articles read: 0 with statistics, 2 without; 0 statistics; 2 known from before"),
        ],
    )
    def test_counts_are_written_for_people(self, tally: Tally, line: str) -> None:
        assert closing_line(tally) == line

    def test_reasons_are_told_by_kind(self) -> None:
        tally = Tally()
        tally.skipped.update(["missing", "odd-kind", "missing"])
        assert closing_line(tally).endswith("; 3 inputs skipped (2 missing, 1 odd kind)")

    def test_files_that_hold_no_articles_are_told_by_ending(self) -> None:
        tally = Tally()
        tally.others.update([".png", ".pdf", ".png", "no ending", "own"])
        assert closing_line(tally).endswith(
            "; 5 other files passed over (1 .pdf, 2 .png, 1 without ending, 1 written by bnnextract)"
        )

    @pytest.mark.parametrize("quiet", ["-q", "--quiet"])
    def test_quiet_keeps_it_back_but_not_the_faults(self, quiet: str) -> None:
        assert run("extract", "a.txt", quiet).stderr == ""
        done = run("extract", "a.txt", "none.txt", quiet)
        assert (done.returncode, done.stderr) == (2, "none.txt: No such file or directory; check the path\n")

    def test_it_does_not_come_when_nothing_was_written(self) -> None:
        done = run("extract", "a.txt", "-o", "/dev/full")
        assert done.stderr == "/dev/full: No space left on device; nothing was written\n"

    def test_standard_error_may_be_closed(self) -> None:
        script = f"exec {sys.executable} -m bnnextract extract -f csv a.txt none.txt 2>&-"
        done = subprocess.run(["/bin/sh", "-c", script], capture_output=True, text=True, check=False)
        assert (done.returncode, done.stdout.count("\n"), done.stderr) == (2, 2, "")


class TestVerbose:
    def test_once_it_tells_what_is_done(self) -> None:
        told = run("extract", "a.txt", "-v").stderr.splitlines()
        assert [line.split(" ")[0] for line in told] == ["rules", "done", "1"]

    @pytest.mark.parametrize("more", [["-vv"], ["-v", "--verbose"]], ids=" ".join)
    def test_twice_it_tells_of_every_article(self, more: list[str]) -> None:
        told = run("extract", "a.txt", *more).stderr.splitlines()
        assert told[1].startswith("a.txt: 1 found, ")

    def test_the_output_is_the_same(self) -> None:
        assert run("extract", "a.txt", "-vv").stdout == run("extract", "a.txt", "-q").stdout


class TestErrors:
    def test_faults_are_written_as_json_lines_too(self) -> None:
        Path("b.jsonl").write_text('{"text": 3}\n', encoding="utf-8")
        done = run("extract", "none.txt", "b.jsonl", "a.txt", "--errors", "errors.jsonl")
        found = [json.loads(line) for line in Path("errors.jsonl").read_text(encoding="utf-8").splitlines()]
        assert [(fault["path"], fault["line"]) for fault in found] == [("none.txt", None), ("b.jsonl", 1)]
        assert [list(fault) for fault in found] == [["path", "line", "code", "message"]] * 2
        places = ("{path}" if fault["line"] is None else "{path}:{line}" for fault in found)
        lines = [f"{place.format(**fault)}: {fault['message']}" for place, fault in zip(places, found, strict=True)]
        assert complaints(done.stderr).splitlines() == lines

    def test_the_file_is_empty_where_there_are_none(self) -> None:
        Path("errors.jsonl").write_text("old", encoding="utf-8")
        assert run("extract", "a.txt", "--errors", "errors.jsonl").returncode == 0
        assert Path("errors.jsonl").read_bytes() == b""

    def test_explain_writes_them_as_well(self) -> None:
        assert run("explain", "none.txt", "--errors", "errors.jsonl").returncode == 2
        assert json.loads(Path("errors.jsonl").read_text(encoding="utf-8"))["path"] == "none.txt"

    def test_a_name_that_is_no_text_is_written(self) -> None:
        Path(os.fsdecode(b"\xff.txt")).write_bytes(b"")
        run("extract", ".", "--errors", "errors.jsonl")
        assert json.loads(Path("errors.jsonl").read_text(encoding="utf-8"))["path"].endswith(".txt")

    @pytest.mark.parametrize(
        ("name", "told"),
        [
            ("none/errors.jsonl", "none/errors.jsonl: No such file or directory; give --errors another name\n"),
            ("a.txt", "'a.txt' is an input; give --errors another name\n"),
        ],
    )
    def test_a_file_that_they_cannot_be_written_to(self, name: str, told: str) -> None:
        done = run("extract", "a.txt", "--errors", name)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.endswith(told)
        assert Path("a.txt").read_text(encoding="utf-8") == ARTICLE


class TestStrict:
    def flagged(self, *arguments: str) -> int:
        """Run on an article whose statistic a check has found something in: the ledger says so. Give the exit code."""
        run("extract", "a.txt", "--resume", "ledger.jsonl")
        ledger = Path("ledger.jsonl").read_text(encoding="utf-8")
        Path("ledger.jsonl").write_text(ledger.replace('"unit":', '"flags": ["odd"], "unit":'), encoding="utf-8")
        done = run("extract", "a.txt", "-f", "jsonl", "--resume", "ledger.jsonl", *arguments)
        assert json.loads(done.stdout)["flags"] == ["odd"]
        return done.returncode

    def test_a_finding_ends_with_1(self) -> None:
        assert self.flagged("--strict") == 1

    def test_without_it_a_finding_is_no_failure(self) -> None:
        assert self.flagged() == 0

    def test_what_cannot_be_read_comes_before_it(self) -> None:
        assert self.flagged("--strict", "none.txt") == 2

    def test_without_a_finding_it_ends_with_0(self) -> None:
        assert run("extract", "a.txt", "--strict").returncode == 0


BROKEN = """\
import sys
import bnnextract.pipeline
real = bnnextract.pipeline.analyse
def analyse(article, *arguments, **options):
    if article.id == "bad":
        raise ArithmeticError("a slip\\nin the program")
    return real(article, *arguments, **options)
bnnextract.pipeline.analyse = analyse
from bnnextract.cli import main
main()
"""


class TestInternalError:
    """An error in the program itself, put there by the test."""

    def broken(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        Path("x.jsonl").write_text(article("x") + article("bad") + article("y"), encoding="utf-8")
        command = [sys.executable, "-c", BROKEN, *arguments, "x.jsonl"]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    @pytest.mark.parametrize("jobs", ["1", "2"])
    def test_one_article_s_leaves_the_others(self, jobs: str) -> None:
        done = self.broken("extract", "-f", "jsonl", "-j", jobs)
        assert (done.returncode, [json.loads(line)["article"] for line in done.stdout.splitlines()]) == (2, ["x", "y"])
        first, closing = done.stderr.splitlines()
        assert first.startswith("bad: internal error at <string>:6: ArithmeticError: a slip")
        assert first.endswith("report it, with what --debug shows")
        assert closing.endswith("1 input skipped (1 with an internal error)")

    def test_any_other_is_told_in_one_line(self) -> None:
        done = self.broken("explain")
        assert (done.returncode, done.stderr.count("\n")) == (2, 1)
        assert "internal error at <string>:6: ArithmeticError: a slip" in done.stderr

    @pytest.mark.parametrize("arguments", [["extract"], ["extract", "-j2"], ["explain"]], ids=" ".join)
    def test_debug_shows_the_traceback(self, arguments: list[str]) -> None:
        assert "Traceback" not in self.broken(*arguments).stderr
        for debugged in ([*arguments, "--debug"], ["--debug", *arguments]):
            assert "Traceback" in self.broken(*debugged).stderr

    def test_it_is_tried_again_with_a_ledger(self) -> None:
        self.broken("extract", "--resume", "ledger.jsonl")
        done = subprocess.run(
            [*PROGRAM, "extract", "-f", "jsonl", "--resume", "ledger.jsonl", "x.jsonl"], capture_output=True, check=True
        )
        assert [json.loads(line)["article"] for line in done.stdout.splitlines()] == ["x", "bad", "y"]
